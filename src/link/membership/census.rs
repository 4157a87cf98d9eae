//! Linking: what membership over time needs to know of every row of a snapshot, and no more: a few numbers a row, however wide the table.

use crate::link::categories::Values;
use crate::link::columns::{Columns, Keys};
use crate::link::marks::Days;
use crate::link::steps::Steps;
use crate::link::words::mix;
use crate::model::Day;
use crate::model::dates::day_from_number;
use rayon::slice::ParallelSliceMut as _;

/// The rows of one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Census {
    /// Sorted by the numbers of their rows.
    parts: Vec<Part>,
    /// Rows looked at to find others.
    pub(super) steps: Steps,
}

/// The rows of one part of it. Made on any thread, put together by [`Census::of`].
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Numbers of the rows, rising.
    rows: Vec<u32>,
    /// What each is recognised by in other snapshots if not by a record number: its first key, else all its cells.
    names: Vec<u64>,
    /// Record numbers, 0 for none; empty if there are none.
    records: Vec<u64>,
    /// Empty if there are none.
    days: Vec<Days>,
    /// Empty unless asked for.
    keys: Vec<Keys>,
    /// What they can be sorted into.
    categories: Vec<Values>,
}

impl Part {
    /// Of rows that are marked. `with_keys`: people are to be found in other files too.
    pub fn of(columns: &Columns, with_keys: bool) -> Self {
        let marks = &columns.marks;
        let (mut names, mut kept) = (Vec::with_capacity(columns.len()), Vec::with_capacity(if with_keys { columns.len() } else { 0 }));
        for at in 0..columns.len() {
            let keys = columns.keys(at);
            let key = (1..).zip(keys).find_map(|(kind, key)| Some((kind, key?.get())));
            let (kind, name) = key.unwrap_or((0, marks.cells.get(at).copied().unwrap_or_default()));
            names.push(mix(kind, name));
            if with_keys {
                kept.push(keys);
            }
        }
        let categories = columns.categories.iter().map(|of_column| Values::of(of_column, &columns.words)).collect();
        Self { rows: columns.rows.clone(), names, records: marks.records.clone(), days: marks.days.clone(), keys: kept, categories }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The days a row names.
    pub fn days(&self, at: usize) -> Days {
        self.days.get(at).copied().unwrap_or_default()
    }

    /// What the rows have in a column, if it is a category here.
    pub fn category(&self, column: u32) -> Option<&Values> {
        self.categories.iter().find(|of_column| of_column.column == column)
    }
}

impl Census {
    /// Puts parts together, in whatever order they come.
    pub fn of(mut parts: Vec<Part>) -> Self {
        parts.sort_by_key(|part| part.rows.first().copied());
        Self { parts, steps: Steps::default() }
    }

    /// Its parts, in the order of their rows.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.parts.iter().map(|part| part.rows.len()).sum()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.rows.is_empty())
    }

    /// Whether any row has a record number.
    pub(super) fn has_records(&self) -> bool {
        self.parts.iter().any(|part| !part.records.is_empty())
    }

    /// Whether any row names a day of joining or leaving.
    pub(super) fn has_days(&self) -> bool {
        self.parts.iter().any(|part| !part.days.is_empty())
    }

    /// First day any row says somebody joined.
    pub fn earliest_joined(&self) -> Option<Day> {
        let days = self.parts.iter().flat_map(|part| &part.days);
        days.filter_map(|days| days[0]).min().and_then(day_from_number)
    }

    /// What the person of each row is recognised by in other snapshots, hashed, in the order of the rows.
    pub(super) fn names(&self, by_record: bool) -> impl Iterator<Item = u64> {
        self.parts.iter().flat_map(move |part| {
            let record = move |at: usize| part.records.get(at).copied().filter(|record| by_record && *record != 0);
            part.names.iter().enumerate().map(move |(at, name)| record(at).map_or(*name, |record| mix(4, record)))
        })
    }

    /// The keys of each row, in the order of the rows; nothing unless they were asked for.
    pub(super) fn keys(&self) -> impl Iterator<Item = Keys> {
        self.parts.iter().flat_map(|part| part.keys.iter().copied())
    }

    /// Whether keys were asked for and there are any.
    pub(super) fn has_keys(&self) -> bool {
        self.parts.iter().any(|part| !part.keys.is_empty())
    }

    /// The days of each row, in the order of the rows.
    pub(super) fn days(&self) -> impl Iterator<Item = Days> {
        self.parts.iter().flat_map(|part| (0..part.rows.len()).map(|at| part.days(at)))
    }

    /// How many different people the rows are.
    pub(super) fn people(&self) -> usize {
        let mut names: Vec<u64> = self.names(true).collect();
        names.par_sort_unstable();
        names.dedup();
        names.len()
    }

    /// Place of a row in the order of the rows, and its days.
    pub(super) fn row(&self, row: u32) -> Option<(usize, Days)> {
        let (at, place) = self.find(row)?;
        let before: usize = self.parts[..at].iter().map(|part| part.rows.len()).sum();
        Some((before + place, self.parts[at].days(place)))
    }

    /// The part a row is in, and its place there.
    pub fn place(&self, row: u32) -> Option<(&Part, usize)> {
        self.find(row).map(|(at, place)| (&self.parts[at], place))
    }

    fn find(&self, row: u32) -> Option<(usize, usize)> {
        let at = self.parts.partition_point(|part| part.rows.first().is_none_or(|first| *first <= row)).checked_sub(1)?;
        let order = |known: &u32| {
            self.steps.step();
            known.cmp(&row)
        };
        Some((at, self.parts[at].rows.binary_search_by(order).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::fixtures::{Row, segment};

    fn rows() -> Vec<Row> {
        let row = |n: u32| match n % 4 {
            0 => Row::email("Ana", &format!("m{}@b.example", n % 6)),
            1 => Row { name: ["Bo", "Cy"][n as usize / 4 % 2], ..Row::default() },
            2 => Row::default().phone(&format!("+3363998{:04}", n % 8)).joined(Day::constant(2010, 1, 5 + n as i8)),
            _ => Row { identifier: Some(format!("A{n}")), ..Row::default() }.record(&(n % 5).to_string()),
        };
        (0..20).map(row).collect()
    }

    fn census(rows: &[Row], size: usize) -> Census {
        let mut parts: Vec<Part> = rows.chunks(size).zip((10..).step_by(size)).map(|(rows, first)| Part::of(&segment(first, rows), true)).collect();
        parts.reverse();
        Census::of(parts)
    }

    #[test]
    fn the_answer_does_not_depend_on_how_the_table_is_cut_nor_in_which_order_its_parts_come() {
        let rows = rows();
        let whole = census(&rows, 20);
        assert_eq!(whole.earliest_joined(), Some(Day::constant(2010, 1, 7)));
        // E-mail addresses 0, 2, 4; two names; four numbers; records 0, 1, 2, 3, 4 of rows 3, 7, 11, 15, 19.
        assert_eq!((whole.len(), whole.people()), (20, 3 + 2 + 2 + 5));
        for size in [1, 3, 7, 19] {
            let cut = census(&rows, size);
            assert!(cut.names(true).eq(whole.names(true)) && cut.names(false).eq(whole.names(false)));
            assert!(cut.keys().eq(whole.keys()) && cut.days().eq(whole.days()));
            assert_eq!((cut.people(), cut.has_records(), cut.has_days(), cut.earliest_joined()), (12, true, true, whole.earliest_joined()));
            for row in 0..40 {
                assert_eq!(cut.row(row), whole.row(row), "{row}");
                assert_eq!(cut.row(row).map(|(place, _)| place), row.checked_sub(10).filter(|at| *at < 20).map(|at| at as usize));
            }
        }
    }

    #[test]
    fn nobody_is_counted_in_an_empty_census() {
        assert_eq!((Census::default().people(), Census::default().len(), Census::default().row(0)), (0, 0, None));
        assert!(Census::of(vec![Part::default()]).is_empty());
    }
}
