//! Linking: what a row is recognised by beside what people are compared by: its record number, its cells, and the days it names. Hashed, so that a
//! question to a stored table needs no text of it.
//!
//! Made with [`super::columns::Columns`], from the row as written. Hashes are the same on every machine; they are only ever compared.

use super::columns::never_zero;
use super::words::{Memory, hash, mix};
use std::cell::RefCell;

/// First and last day of joining, first and last day of leaving, see [`crate::model::dates::day_number`].
pub type Days = [Option<i32>; 4];

/// What one row is marked by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mark<'a> {
    /// Canonical record number.
    pub record: Option<&'a str>,
    /// Days it names.
    pub days: Days,
    /// All its cells as written, in the order of the table.
    pub cells: &'a [&'a str],
}

/// The marks of a run of rows, in the order of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Hash of the record number, 0 where there is none; empty if no row has one.
    pub records: Vec<u64>,
    /// For a row with an e-mail address, number or identifier: hash of its words, equal for rows entered twice. For any other: hash of all its cells,
    /// equal for rows that are the same. Empty if the rows were never marked.
    pub cells: Vec<u64>,
    /// Days; empty if no row names any.
    pub days: Vec<Days>,
}

impl Marks {
    /// Adds the mark of the next row. `has_key`: it has an e-mail address, number or identifier.
    pub(super) fn push(&mut self, mark: &Mark<'_>, has_key: bool) {
        let at = self.cells.len();
        self.cells.push(if has_key { words(mark.cells) } else { whole(mark.cells) });
        let record = mark.record.map_or(0, |record| never_zero(hash(record)).get());
        put(&mut self.records, at, record);
        put(&mut self.days, at, mark.days);
    }

    /// Adds the marks of further rows.
    pub(super) fn append(&mut self, other: &Self) {
        let at = self.cells.len();
        self.cells.extend_from_slice(&other.cells);
        append(&mut self.records, at, &other.records, other.cells.len());
        append(&mut self.days, at, &other.days, other.cells.len());
    }

    /// Hash of the record number of a row.
    pub fn record(&self, at: usize) -> Option<u64> {
        self.records.get(at).copied().filter(|record| *record != 0)
    }
}

/// Puts a value at a place, unless it is empty and so are all before it.
fn put<T: Clone + Default + PartialEq>(values: &mut Vec<T>, at: usize, value: T) {
    if !values.is_empty() || value != T::default() {
        values.resize(at, T::default());
        values.push(value);
    }
}

/// Puts the values of `count` rows, or none of them, at a place.
fn append<T: Clone + Default>(values: &mut Vec<T>, at: usize, more: &[T], count: usize) {
    if !values.is_empty() || !more.is_empty() {
        values.resize(at, T::default());
        values.extend_from_slice(more);
        values.resize(at + count, T::default());
    }
}

/// Hash of all cells.
fn whole(cells: &[&str]) -> u64 {
    cells.iter().fold(0, |state, cell| mix(state, hash(cell)))
}

/// Hash of the cells that hold neither a digit nor an @ (names, towns), however they are spelt.
fn words(cells: &[&str]) -> u64 {
    let is_wordy = |cell: &&&str| !cell.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@');
    FOLDED.with_borrow_mut(|folded| {
        let of = |cell: &&str| *folded.of(cell, |cell| hash(&crate::normalise::fold(cell)));
        cells.iter().filter(is_wordy).map(of).fold(1, mix)
    })
}

thread_local! {
    /// Words come again and again in a table. A memory only saves time: forgetting it changes nothing.
    static FOLDED: RefCell<Memory<u64>> = RefCell::default();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(rows: &[(Mark<'_>, bool)]) -> Marks {
        let mut marks = Marks::default();
        for (mark, has_key) in rows {
            marks.push(mark, *has_key);
        }
        marks
    }

    fn cells<'a>(cells: &'a [&'a str]) -> Mark<'a> {
        Mark { cells, ..Mark::default() }
    }

    #[test]
    fn a_row_with_a_key_is_marked_by_its_words_and_any_other_by_all_its_cells() {
        let (written, again, other) = (cells(&["Éva", "12 rue Haute", "", "a@b.example"]), cells(&["EVA", "", "c@b.example"]), cells(&["Ève", ""]));
        let marks = marks(&[(written, true), (again, true), (other, true), (written, false), (again, false), (written, false)]);
        assert_eq!(marks.cells[0], marks.cells[1]);
        assert_ne!(marks.cells[0], marks.cells[2]);
        assert_ne!(marks.cells[3], marks.cells[4]);
        assert_eq!(marks.cells[3], marks.cells[5]);
    }

    #[test]
    fn words_that_stand_apart_are_not_words_run_together() {
        let marks = marks(&[(cells(&["ab", "c"]), true), (cells(&["a", "bc"]), true), (cells(&["ab", "c"]), false), (cells(&["a", "bc"]), false)]);
        assert_ne!(marks.cells[0], marks.cells[1]);
        assert_ne!(marks.cells[2], marks.cells[3]);
    }

    #[test]
    fn what_no_row_has_takes_no_room_and_what_one_has_stands_in_its_place() {
        let plain = marks(&[(Mark::default(), true), (Mark::default(), false)]);
        assert!(plain.records.is_empty() && plain.days.is_empty());
        let days = [Some(1), Some(2), None, None];
        let marked = marks(&[(Mark::default(), false), (Mark { record: Some("7"), days, ..Mark::default() }, false)]);
        assert_eq!((marked.record(0), marked.record(1).is_some(), marked.record(2)), (None, true, None));
        assert_eq!(marked.days, [[None; 4], days]);
        for (first, second) in [(&plain, &marked), (&marked, &plain), (&plain, &plain)] {
            let mut both = (*first).clone();
            both.append(second);
            let record = |at: usize| if at < 2 { first.record(at) } else { second.record(at - 2) };
            assert!((0..4).all(|at| both.record(at) == record(at)));
            assert_eq!(both.cells, [first.cells.as_slice(), second.cells.as_slice()].concat());
            assert_eq!(both.days.is_empty(), first.days.is_empty() && second.days.is_empty());
        }
    }
}
