//! Several dated rows of one person in one state: a table that keeps its history.

use super::{Kind, Version, Versions};
use crate::link::membership::edges::Limits;
use crate::link::pairing::who::{Mark, costly, mark, names};
use crate::link::state::{Key, Table};
use crate::model::Field;
use crate::model::dates::{Bound, Interval};
use std::collections::BTreeSet;

/// The versions by the days of the rows. `known` holds the people newer states have spoken of, and takes in those found here.
pub(super) fn versions(table: &Table, state: u32, known: &mut BTreeSet<Mark>) -> Vec<Versions> {
    if !table.has(Field::Joined) && !table.has(Field::Left) {
        return Vec::new();
    }
    let is_dated = |&at: &usize| table.days(at) != (None, None);
    let mut rows: Vec<(Mark, usize)> = (0..table.len()).filter(is_dated).filter_map(|at| Some((person(table, at)?, at))).collect();
    rows.sort_unstable();
    let mut found = Vec::new();
    for of_person in rows.chunk_by(|a, b| a.0 == b.0).filter(|rows| rows.len() > 1) {
        if !known.insert(of_person[0].0) {
            continue;
        }
        let mut places: Vec<usize> = of_person.iter().map(|(_, at)| *at).collect();
        places.sort_by_key(|&at| (begins(table, at), table.row(at)));
        found.extend(Kind::ALL.into_iter().filter(|kind| kind.is_in(table)).filter_map(|kind| of_rows(kind, table, state, &places)));
    }
    found
}

/// Whose row it is: by record number, else by another number, address or birth date together with the names, because those may be shared.
fn person(table: &Table, at: usize) -> Option<Mark> {
    if let Some(record) = table.key(at, Key::Record) {
        return Some(mark(record));
    }
    let whole = names(table, at).whole?;
    let key = table.key(at, Key::Identifier).or_else(|| table.key(at, Key::Email));
    key.map(|key| mark((key, whole))).or_else(|| costly(table, at).names_and_birth)
}

/// Rows without a day of joining come first, by their day of leaving.
fn begins(table: &Table, at: usize) -> (Limits, Limits) {
    let (joined, left) = table.days(at);
    (joined.unwrap_or_default(), left.unwrap_or_default())
}

fn of_rows(kind: Kind, table: &Table, state: u32, places: &[usize]) -> Option<Versions> {
    let value = |&at: &usize| kind.value(table, at);
    let runs: Vec<&[usize]> = places.chunk_by(|a, b| kind.is_same(&value(a), &value(b))).collect();
    let version = |run: &&[usize]| {
        let (first, last) = (run.first().copied()?, run.last().copied()?);
        let bound = |limits: Option<Limits>| limits.map_or(Bound::Open, |(earliest, latest)| Bound::between(earliest, latest));
        let when = Interval { from: bound(table.days(first).0), until: bound(table.days(last).1) };
        Some(Version { value: value(&last), when, rows: run.iter().map(|&at| (state, table.row(at))).collect() })
    };
    (runs.len() > 1).then(|| Versions { kind, values: runs.iter().filter_map(version).collect() })
}
