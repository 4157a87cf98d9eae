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
    let is_mark = |text: &str| {
        let words = words(text).join(" ");
        MARKING.iter().any(|mark| words == *mark || words.starts_with(&format!("{mark} ")) || words.ends_with(&format!(" {mark}")))
    };
    columns.iter().zip(cells).position(|(column, cell)| {
        let (header, value) = (words(column).join(" "), words(cell).join(" "));
        (MARKING.contains(&header.as_str()) && (YES.contains(&value.as_str()) || is_mark(cell)))
            || (REMARKS.contains(&header.as_str()) && is_mark(cell))
    })
}
