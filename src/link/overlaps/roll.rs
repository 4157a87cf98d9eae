//! Everybody in a file, by the keys they are recognised by in other files. Small: the rows themselves are let go.

use super::People;
use crate::job::Progress;
use crate::link::LinkError;
use crate::link::pairing::who::{Mark, costly, mark};
use crate::link::state::{Key, Table};
use crate::link::versions::DatedState;
use crate::model::Day;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use std::collections::HashMap;

/// Rows worked on together.
const CHUNK: usize = 16_384;

/// E-mail address, telephone number, identifier, names with birth date, names with address.
const KINDS: usize = 5;

/// Everybody in the states of one file.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    /// Keys of people: kind, key, person, whether the row stands in the latest state and has not left. Sorted.
    keys: Vec<(u8, Mark, u32, bool)>,
    /// Whether anybody has a key of the kind.
    has: [bool; KINDS],
    /// Whether each person is in the latest state and has not left.
    is_latest: Vec<bool>,
}

/// Whether rows are of the latest state.
#[derive(Clone, Copy)]
enum Latest {
    No,
    /// There is no dated one.
    Undated,
    /// Of this day.
    On(Day),
}

/// What is taken from a row.
struct Row {
    /// What its person is recognised by inside the file.
    own: Mark,
    keys: [Option<Mark>; KINDS],
    is_latest: bool,
}

impl Roll {
    /// Gathers the people of a file from its states.
    ///
    /// Rows are one person's if their record numbers are equal, where every state has them, else by e-mail address, telephone number, identifier, names with
    /// birth date or address, else if all their cells are equal. The latest state is that of the last day, of undated states all together; somebody whose
    /// row names a day of leaving up to that day has left.
    ///
    /// # Errors
    /// [`LinkError::Table`] if a column is missing in a segment, [`LinkError::Cancelled`].
    pub fn of(states: &[DatedState<'_>], progress: &dyn Progress) -> Result<Self, LinkError> {
        let tables: Vec<Table> = states.iter().map(|dated| Table::of(dated.state)).collect::<Result<_, _>>()?;
        let last = states.iter().filter_map(|dated| dated.as_of).max();
        let has_record = |table: &Table| (0..table.len()).any(|at| table.key(at, Key::Record).is_some());
        let has_records = tables.iter().filter(|table| table.len() > 0).all(has_record);
        let total: usize = tables.iter().map(Table::len).sum();
        let mut roll = Self::default();
        let mut people: HashMap<Mark, u32> = HashMap::new();
        let mut done = 0;
        for (table, dated) in tables.iter().zip(states) {
            let latest = if dated.as_of == last { last.map_or(Latest::Undated, |(_, day)| Latest::On(day)) } else { Latest::No };
            for from in (0..table.len()).step_by(CHUNK) {
                if progress.is_cancelled() {
                    return Err(LinkError::Cancelled);
                }
                progress.advance(done, Some(total as u64));
                let until = (from + CHUNK).min(table.len());
                let columns = dated.state.columns.len();
                let rows: Vec<Row> = (from..until).into_par_iter().map(|at| Row::of(table, at, columns, has_records, latest)).collect();
                done += rows.len() as u64;
                for row in rows {
                    roll.take(&row, &mut people);
                }
            }
        }
        roll.keys.sort_unstable();
        roll.keys.dedup();
        Ok(roll)
    }

    fn take(&mut self, row: &Row, people: &mut HashMap<Mark, u32>) {
        let next = people.len() as u32;
        let person = *people.entry(row.own).or_insert(next);
        if person == next {
            self.is_latest.push(false);
        }
        self.is_latest[person as usize] |= row.is_latest;
        for (kind, key) in row.keys.iter().enumerate() {
            if let Some(key) = key {
                self.has[kind] = true;
                self.keys.push((kind as u8, *key, person, row.is_latest));
            }
        }
    }

    /// How many people it has.
    pub fn count(&self) -> People {
        People { latest: self.is_latest.iter().filter(|&&is_latest| is_latest).count() as u64, ever: self.is_latest.len() as u64 }
    }

    /// How many of its people are in `other`; `None` if the two have no kind of key in common.
    pub(super) fn shared(&self, other: &Self) -> Option<People> {
        let has_common = self.has.iter().zip(other.has).any(|(one, other)| *one && other);
        // Nobody on one side is nobody shared, whatever the columns.
        if !has_common && !self.is_latest.is_empty() && !other.is_latest.is_empty() {
            return None;
        }
        let mut found = vec![People::default(); self.is_latest.len()];
        let mut right = other.keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).peekable();
        for left in self.keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let key = (left[0].0, left[0].1);
            while right.next_if(|run| (run[0].0, run[0].1) < key).is_some() {}
            let Some(run) = right.next_if(|run| (run[0].0, run[0].1) == key) else { continue };
            let is_there_now = run.iter().any(|(_, _, _, is_latest)| *is_latest);
            for &(_, _, person, is_latest) in left {
                found[person as usize].ever = 1;
                if is_latest && is_there_now {
                    found[person as usize].latest = 1;
                }
            }
        }
        let sum = |of: fn(&People) -> u64| found.iter().map(of).sum();
        Some(People { latest: sum(|people| people.latest), ever: sum(|people| people.ever) })
    }
}

impl Row {
    fn of(table: &Table, at: usize, columns: usize, has_records: bool, latest: Latest) -> Self {
        let key = |key| table.key(at, key).map(mark);
        let names = costly(table, at);
        let keys = [key(Key::Email), key(Key::Phone), key(Key::Identifier), names.names_and_birth, names.names_and_address];
        let record = table.key(at, Key::Record).filter(|_| has_records).map(|record| mark(("record", record)));
        let by_key = || (0_u8..).zip(&keys).find_map(|(kind, key)| Some(mark((kind, (*key)?))));
        let by_cells = || mark((0..columns).map(|column| table.cell(at, column)).collect::<Vec<_>>());
        let left = || table.days(at).1.map(|(earliest, latest)| latest.or(earliest));
        let is_latest = match latest {
            Latest::No => false,
            Latest::Undated => left().is_none(),
            // A day of leaving after the state: still there on it.
            Latest::On(day) => left().is_none_or(|left| left.is_none_or(|left| left > day)),
        };
        Self { own: record.or_else(by_key).unwrap_or_else(by_cells), keys, is_latest }
    }
}
