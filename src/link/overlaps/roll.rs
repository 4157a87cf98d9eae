//! Everybody in a file, by the keys they are recognised by in other files. Small: the rows themselves are let go.

use super::People;
use crate::job::Progress;
use crate::link::LinkError;
use crate::link::pairing::who::{Mark, costly, mark, names};
use crate::link::state::{Key, Table};
use crate::link::versions::{DatedState, chains};
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
    /// What further rows of its person have too.
    own: Mark,
    keys: [Option<Mark>; KINDS],
    is_latest: bool,
}

impl Roll {
    /// Gathers the people of a file from its states.
    ///
    /// A row is followed from state to state as [`crate::link::versions`] does, so that a changed address makes nobody two. Inside a state, rows of one
    /// record number are one person's, or rows of the same names and e-mail address, telephone number, identifier, birth date or postal address. The latest
    /// state is that of the last day, of undated states all together; somebody whose row names a day of leaving up to that day has left.
    ///
    /// # Errors
    /// [`LinkError::Table`] if a column is missing in a segment, [`LinkError::Cancelled`].
    pub fn of(states: &[DatedState<'_>], progress: &dyn Progress) -> Result<Self, LinkError> {
        let tables: Vec<Table> = states.iter().map(|dated| Table::of(dated.state)).collect::<Result<_, _>>()?;
        let last = states.iter().filter_map(|dated| dated.as_of).max();
        // Undated states are parts of a file, or its oldest ones.
        let mut order: Vec<usize> = (0..states.len()).collect();
        order.sort_by_key(|&at| (states[at].as_of, at));
        let chains = chains(&tables, &order, progress)?;
        let mut chain_of: Vec<Vec<u32>> = tables.iter().map(|table| vec![0; table.len()]).collect();
        for (person, chain) in (0..).zip(&chains) {
            for &(state, at) in chain {
                chain_of[state as usize][at as usize] = person;
            }
        }
        let mut people = Unions::new(chains.len());
        let mut known: HashMap<Mark, u32> = HashMap::new();
        let mut keys = Vec::new();
        let mut is_latest = vec![false; chains.len()];
        for (state, (table, dated)) in tables.iter().zip(states).enumerate() {
            let latest = if dated.as_of == last { last.map_or(Latest::Undated, |(_, day)| Latest::On(day)) } else { Latest::No };
            for from in (0..table.len()).step_by(CHUNK) {
                if progress.is_cancelled() {
                    return Err(LinkError::Cancelled);
                }
                progress.advance(from as u64, Some(table.len() as u64));
                let until = (from + CHUNK).min(table.len());
                let columns = dated.state.columns.len();
                let rows: Vec<Row> = (from..until).into_par_iter().map(|at| Row::of(table, at, state, columns, latest)).collect();
                for (row, &chain) in rows.iter().zip(&chain_of[state][from..until]) {
                    people.unite(*known.entry(row.own).or_insert(chain), chain);
                    is_latest[chain as usize] |= row.is_latest;
                    let of_row = (0..).zip(&row.keys).filter_map(|(kind, key)| Some((kind, (*key)?, chain, row.is_latest)));
                    keys.extend(of_row);
                }
            }
        }
        Ok(Self::new(keys, &is_latest, &mut people))
    }

    /// Numbers people instead of chains.
    fn new(mut keys: Vec<(u8, Mark, u32, bool)>, chains: &[bool], people: &mut Unions) -> Self {
        let mut number: Vec<Option<u32>> = vec![None; chains.len()];
        let mut is_latest = Vec::new();
        for (chain, &is_here) in (0..).zip(chains) {
            let person = *number[people.root(chain) as usize].get_or_insert_with(|| {
                is_latest.push(false);
                is_latest.len() as u32 - 1
            });
            number[chain as usize] = Some(person);
            is_latest[person as usize] |= is_here;
        }
        let mut has = [false; KINDS];
        for key in &mut keys {
            has[key.0 as usize] = true;
            key.2 = number[key.2 as usize].unwrap_or_default();
        }
        keys.sort_unstable();
        keys.dedup();
        Self { keys, has, is_latest }
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
    fn of(table: &Table, at: usize, state: usize, columns: usize, latest: Latest) -> Self {
        let key = |key| table.key(at, key).map(mark);
        let costly = costly(table, at);
        let keys = [key(Key::Email), key(Key::Phone), key(Key::Identifier), costly.names_and_birth, costly.names_and_address];
        // Only inside a state: whether numbers hold from state to state is for following rows to find out.
        let record = table.key(at, Key::Record).map(|record| mark((state, record)));
        let by_key = || {
            let whole = names(table, at).whole;
            (0_u8..).zip(&keys).find_map(|(kind, key)| Some(mark((kind, (*key)?, whole))))
        };
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

/// Chains that are one person's.
struct Unions(Vec<u32>);

impl Unions {
    fn new(count: usize) -> Self {
        Self((0..count as u32).collect())
    }

    /// The first chain of the person.
    fn root(&mut self, mut chain: u32) -> u32 {
        while self.0[chain as usize] != chain {
            let above = self.0[self.0[chain as usize] as usize];
            self.0[chain as usize] = above;
            chain = above;
        }
        chain
    }

    fn unite(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other) as usize] = one.min(other);
    }
}
