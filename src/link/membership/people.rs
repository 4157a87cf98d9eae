//! Everybody in a source: which rows of which snapshots are one person's, and since when.

use super::SnapshotRows;
use super::curve::{ONE, Sum};
use super::edges::{self, Dates, Limits, States};
use crate::attribute::{SizeCurve, Validity};
use crate::job::Progress;
use crate::link::LinkError;
use crate::model::Day;
use crate::model::dates::day_from_number;
use polars::prelude::{DataFrame, Int32Chunked, PolarsResult, StringChunked};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Rows between two questions whether to go on.
const CHUNK: usize = 65_536;

/// E-mail address, number, identifier, hashed; only ever compared.
type Keys = [Option<u64>; 3];

/// Everybody in a source, each with their validity as a record, whatever their details.
#[derive(Clone, Debug, Default)]
pub struct People {
    validity: Vec<Validity>,
    /// Every combination of keys a person had in some snapshot: person and keys, sorted.
    keys: Vec<(u32, Keys)>,
}

impl People {
    /// How many people there ever were.
    pub fn count(&self) -> usize {
        self.validity.len()
    }

    /// `N_k(T)`.
    pub fn size(&self) -> SizeCurve {
        let mut sum = Sum::default();
        for &validity in &self.validity {
            sum.add(validity, ONE);
        }
        sum.curve()
    }
}

/// See [`super::overlap`].
pub(super) fn overlap(l: &People, h: &People, day: Day) -> SizeCurve {
    let mut weight_in_h: HashMap<(usize, u64), i64> = HashMap::new();
    for (person, keys) in &h.keys {
        let weight = (h.validity[*person as usize].on(day) * ONE as f64) as i64;
        for (kind, key) in keys.iter().enumerate().filter_map(|(kind, key)| Some((kind, (*key)?))) {
            let known = weight_in_h.entry((kind, key)).or_default();
            *known = weight.max(*known);
        }
    }
    let mut sum = Sum::default();
    for of_person in l.keys.chunk_by(|a, b| a.0 == b.0) {
        let keys = of_person.iter().flat_map(|(_, keys)| keys.iter().enumerate()).filter_map(|(kind, key)| Some((kind, (*key)?)));
        let weight = keys.filter_map(|key| weight_in_h.get(&key)).max().copied().unwrap_or_default();
        if weight > 0 {
            sum.add(l.validity[of_person[0].0 as usize], weight);
        }
    }
    sum.curve()
}

/// The rows of every snapshot with their people, while a source is being worked on.
pub(super) struct Roll {
    /// Of each snapshot: row number, person and days, sorted by row.
    rows: Vec<Vec<RowOf>>,
    /// `present[person * snapshots + snapshot]`.
    present: Vec<bool>,
    people: usize,
    keys: Vec<(u32, Keys)>,
    /// Any row has a day of joining or leaving.
    pub has_days: bool,
}

#[derive(Clone, Copy)]
struct RowOf {
    row: u32,
    person: u32,
    joined: Option<Limits>,
    left: Option<Limits>,
}

impl Roll {
    pub fn of(snapshots: &[SnapshotRows<'_>], progress: &dyn Progress) -> Result<Self, LinkError> {
        let tables: Vec<Vec<Table<'_>>> =
            snapshots.iter().map(|snapshot| snapshot.segments.iter().map(Table::of).collect::<PolarsResult<_>>()).collect::<PolarsResult<_>>()?;
        // Record numbers tie snapshots together only if all of them have any.
        let has_records = tables
            .iter()
            .filter(|segments| !segments.is_empty())
            .all(|segments| segments.iter().any(|table| table.record.null_count() < table.record.len()));
        let mut known: HashMap<(u8, Cow<'_, str>), u32> = HashMap::new();
        let mut roll = Self { rows: Vec::new(), present: Vec::new(), people: 0, keys: Vec::new(), has_days: false };
        let total: u64 = tables.iter().flatten().map(|table| table.row.len() as u64).sum();
        let mut done = 0;
        for (snapshot, segments) in tables.iter().enumerate() {
            let mut rows = Vec::new();
            for table in segments {
                for at in 0..table.row.len() {
                    if at.is_multiple_of(CHUNK) {
                        if progress.is_cancelled() {
                            return Err(LinkError::Cancelled);
                        }
                        progress.advance(done, Some(total));
                    }
                    done += 1;
                    let Some(row) = table.row.get(at) else { continue };
                    let next = known.len() as u32;
                    let person = *known.entry(table.name(at, has_records)).or_insert(next);
                    if person == next {
                        roll.present.extend(std::iter::repeat_n(false, snapshots.len()));
                    }
                    roll.present[person as usize * snapshots.len() + snapshot] = true;
                    roll.keys.push((person, table.keys(at)));
                    let (joined, left) = (table.days(at, 0), table.days(at, 2));
                    roll.has_days |= joined.is_some() || left.is_some();
                    rows.push(RowOf { row, person, joined, left });
                }
            }
            rows.sort_unstable_by_key(|row| row.row);
            roll.rows.push(rows);
        }
        roll.people = known.len();
        roll.keys.sort_unstable();
        roll.keys.dedup();
        Ok(roll)
    }

    fn row(&self, snapshot: u32, row: u32) -> Option<&RowOf> {
        let rows = self.rows.get(snapshot as usize)?;
        rows.binary_search_by_key(&row, |of| of.row).ok().map(|at| &rows[at])
    }

    /// Whose row it is.
    pub fn person(&self, snapshot: u32, row: u32) -> Option<u32> {
        self.row(snapshot, row).map(|row| row.person)
    }

    /// Joined and left.
    pub fn days(&self, snapshot: u32, row: u32) -> (Option<Limits>, Option<Limits>) {
        self.row(snapshot, row).map_or((None, None), |row| (row.joined, row.left))
    }

    /// Whether the person stands in the snapshot, with whatever details.
    pub fn is_in(&self, person: u32, snapshot: usize) -> bool {
        self.present.get(person as usize * self.rows.len() + snapshot).copied().unwrap_or_default()
    }

    pub fn into_people(self, states: &States) -> People {
        let mut dates = vec![Dates::default(); self.people];
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_key(|&snapshot| states.rank(snapshot));
        for snapshot in order {
            for row in &self.rows[snapshot] {
                dates[row.person as usize].add(states.rank(snapshot), (row.joined, row.left));
            }
        }
        let mut present = vec![false; states.len()];
        let validity = dates.iter().enumerate().map(|(person, dates)| {
            present.fill(false);
            for snapshot in (0..self.rows.len()).filter(|&snapshot| self.is_in(person as u32, snapshot)) {
                if let Some(state) = states.of_snapshot(snapshot) {
                    present[state] = true;
                }
            }
            edges::validity(&present, states, dates)
        });
        People { validity: validity.collect(), keys: self.keys }
    }
}

/// The columns of a segment that matter here.
struct Table<'a> {
    row: &'a polars::prelude::UInt32Chunked,
    record: &'a StringChunked,
    keys: [&'a StringChunked; 3],
    days: [&'a Int32Chunked; 4],
    raw: Vec<&'a StringChunked>,
}

impl<'a> Table<'a> {
    fn of(segment: &'a DataFrame) -> PolarsResult<Self> {
        let text = |name: &str| segment.column(name)?.str();
        let days = |name: &str| segment.column(name)?.i32();
        let raw = segment.columns().iter().filter(|column| column.name().starts_with("raw."));
        Ok(Self {
            row: segment.column("row")?.u32()?,
            record: text("key.record")?,
            keys: [text("key.email")?, text("key.phone")?, text("key.identifier")?],
            days: [days("joined.earliest")?, days("joined.latest")?, days("left.earliest")?, days("left.latest")?],
            raw: raw.map(|column| column.str()).collect::<PolarsResult<_>>()?,
        })
    }

    /// What the person of a row is recognised by in other snapshots.
    fn name(&self, at: usize, has_records: bool) -> (u8, Cow<'a, str>) {
        if let Some(record) = self.record.get(at).filter(|_| has_records) {
            return (0, Cow::Borrowed(record));
        }
        for (kind, column) in (1..).zip(self.keys) {
            if let Some(key) = column.get(at) {
                return (kind, Cow::Borrowed(key));
            }
        }
        let cells: Vec<&str> = self.raw.iter().map(|column| column.get(at).unwrap_or_default()).collect();
        (4, Cow::Owned(cells.join("\u{1F}")))
    }

    fn keys(&self, at: usize) -> Keys {
        self.keys.map(|column| {
            let mut hasher = DefaultHasher::new();
            column.get(at)?.hash(&mut hasher);
            Some(hasher.finish())
        })
    }

    /// The limits in columns `first` and the one after it; `None` if both are unknown.
    fn days(&self, at: usize, first: usize) -> Option<Limits> {
        let day = |column: usize| self.days[column].get(at).and_then(day_from_number);
        let limits = (day(first), day(first + 1));
        (limits != (None, None)).then_some(limits)
    }
}
