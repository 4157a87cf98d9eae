//! Linking: what the rows of a table can be sorted into: the town, the category, the season ticket. Kept beside what people are compared by, because
//! whoever copied only a part of a file chose it by such a column.

use super::words::{Interner, Words};
use crate::model::Field;

/// A column with more values than this is no category; towns and postcodes may have more.
const MOST_VALUES: usize = 1_000;
const MOST_PLACES: usize = u16::MAX as usize - 1;

/// A column of a table that may be a category: where it stands, and how many values it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Number of the column, from 0.
    pub column: u32,
    /// More values, and it is none.
    most: usize,
}

/// The columns that may be categories in a table of `width` columns, of which `place` says where a field stands: those that do not say who somebody
/// is. Days of joining are kept as days.
pub fn candidates(width: usize, place: impl Fn(Field) -> Option<usize>) -> Vec<Candidate> {
    let of_column = |column: usize| {
        let most = match Field::ALL.into_iter().find(|field| place(*field) == Some(column)) {
            Some(Field::City | Field::Postcode) => MOST_PLACES,
            None | Some(Field::Country | Field::Civility) => MOST_VALUES,
            Some(_) => return None,
        };
        Some(Candidate { column: column as u32, most })
    };
    (0..width).filter_map(of_column).collect()
}

/// What the rows of a segment have in one such column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    /// Number of the column.
    pub column: u32,
    /// For every row the code of what it has, trimmed, in the dictionary of the segment; 0 for nothing. One value may have several codes.
    pub codes: Vec<u32>,
}

/// A category in the making.
#[derive(Debug)]
pub(super) struct Filling {
    candidate: Candidate,
    codes: Vec<u32>,
    /// By code: whether it was met in this column.
    met: Vec<bool>,
    values: usize,
}

impl Filling {
    pub(super) fn new(candidate: Candidate) -> Self {
        Self { candidate, codes: Vec::new(), met: Vec::new(), values: 0 }
    }

    pub(super) fn candidate(&self) -> Candidate {
        self.candidate
    }

    /// Adds the cell of the next row; whether there are still few enough values.
    pub(super) fn push(&mut self, cell: &str, words: &mut Interner) -> bool {
        let code = words.code(cell);
        self.put(code)
    }

    /// Adds the rows of a later run; `recode` gives its codes here.
    pub(super) fn append(&mut self, more: &Category, mut recode: impl FnMut(u32) -> u32) -> bool {
        more.codes.iter().all(|code| self.put(recode(*code)))
    }

    fn put(&mut self, code: u32) -> bool {
        let at = code as usize;
        if self.met.len() <= at {
            self.met.resize(at + 1, false);
        }
        self.values += usize::from(!std::mem::replace(&mut self.met[at], true) && code != 0);
        self.codes.push(code);
        self.values <= self.candidate.most
    }

    pub(super) fn finish(self) -> Category {
        Category { column: self.candidate.column, codes: self.codes }
    }
}

/// A category of a run of rows on its own, small enough to be kept for every row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// Number of the column.
    pub column: u32,
    /// The values, each once, trimmed.
    pub values: Vec<String>,
    /// For every row the place of its value among `values`, plus 1; 0 for nothing.
    pub codes: Vec<u16>,
}

impl Values {
    /// Those of a category whose dictionary is `words`.
    pub fn of(category: &Category, words: &Words) -> Self {
        let mut known = vec![0_u16; words.len()];
        let mut found = Self { column: category.column, ..Self::default() };
        let codes = category.codes.iter().map(|&code| {
            let place = &mut known[code as usize];
            if *place == 0 && code != 0 {
                found.values.push(words.get(code).to_owned());
                *place = found.values.len() as u16;
            }
            *place
        });
        found.codes = codes.collect();
        found
    }

    /// What a row has, empty for nothing.
    pub fn get(&self, at: usize) -> &str {
        let place = self.codes.get(at).copied().unwrap_or_default();
        usize::from(place).checked_sub(1).and_then(|place| self.values.get(place)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_somebody_is_is_no_category() {
        let place = |field: Field| [Field::Email, Field::City, Field::Joined].iter().position(|known| *known == field);
        let columns: Vec<u32> = candidates(5, place).iter().map(|candidate| candidate.column).collect();
        assert_eq!(columns, [1, 3, 4], "the town, and the columns nobody mapped");
    }

    #[test]
    fn a_column_of_too_many_values_is_no_category() {
        let mut words = Interner::default();
        let mut filling = Filling::new(Candidate { column: 0, most: 2 });
        assert!(["a", "b", "a", "", "b"].into_iter().all(|cell| filling.push(cell, &mut words)));
        assert!(!filling.push("c", &mut words));
    }

    #[test]
    fn a_row_has_the_value_it_was_given() {
        let mut words = Interner::default();
        let mut filling = Filling::new(Candidate { column: 3, most: 10 });
        let cells = ["Ostrelac", "", "Vaubrun", "Ostrelac"];
        assert!(cells.into_iter().all(|cell| filling.push(cell, &mut words)));
        let values = Values::of(&filling.finish(), words.words());
        assert_eq!((0..5).map(|at| values.get(at)).collect::<Vec<_>>(), ["Ostrelac", "", "Vaubrun", "Ostrelac", ""]);
        assert_eq!(values.values, ["Ostrelac", "Vaubrun"]);
    }
}
