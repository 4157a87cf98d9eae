//! Rows of a source that are marked as seeded.

use crate::normalise::words;

/// Column names that mark seeded rows by their cell, folded.
const MARKING: [&str; 8] = ["canari", "canary", "sentinelle", "honeypot", "seed", "adresse temoin", "adresse piege", "contact piege"];

/// Cells that say yes, folded.
const YES: [&str; 9] = ["oui", "o", "yes", "y", "x", "1", "vrai", "true", "v"];

/// Columns in whose cells the words of [`MARKING`] mark a row, folded.
const REMARKS: [&str; 14] = [
    "note",
    "notes",
    "remarque",
    "remarques",
    "commentaire",
    "commentaires",
    "comment",
    "type",
    "statut",
    "status",
    "categorie",
    "category",
    "observation",
    "observations",
];

/// The column by which a row of a source is marked as seeded, if it is: « canari » = oui, or « adresse témoin » in a column of remarks. Place in
/// `columns`.
pub fn seed_mark(columns: &[String], cells: &[String]) -> Option<usize> {
    SeedMarks::of(columns).in_row(cells)
}

/// The columns of a table in which a row can be marked as seeded: looked up once for a table.
#[derive(Clone, Debug, Default)]
pub struct SeedMarks(Vec<(usize, bool)>);

impl SeedMarks {
    /// Those of a table with these columns.
    pub fn of(columns: &[String]) -> Self {
        let read = |(at, column): (usize, &String)| {
            let header = words(column).join(" ");
            let is_marking = MARKING.contains(&header.as_str());
            (is_marking || REMARKS.contains(&header.as_str())).then_some((at, is_marking))
        };
        Self(columns.iter().enumerate().filter_map(read).collect())
    }

    /// The first column that marks this row.
    pub fn in_row(&self, cells: &[String]) -> Option<usize> {
        let is_marked = |(at, is_marking): &&(usize, bool)| {
            let Some(cell) = cells.get(*at).filter(|cell| !cell.trim().is_empty()) else { return false };
            is_mark(cell) || (*is_marking && YES.contains(&words(cell).join(" ").as_str()))
        };
        self.0.iter().find(is_marked).map(|(at, _)| *at)
    }
}

fn is_mark(text: &str) -> bool {
    let words = words(text).join(" ");
    MARKING.iter().any(|mark| words == *mark || words.starts_with(&format!("{mark} ")) || words.ends_with(&format!(" {mark}")))
}
