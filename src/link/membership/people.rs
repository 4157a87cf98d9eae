//! Everybody in a source: which rows of which snapshots are one person's, and since when.

use super::SnapshotRows;
use super::curve::{ONE, Sum};
use super::edges::{self, Dates, Limits, States};
use crate::attribute::{SizeCurve, Validity};
use crate::job::Progress;
use crate::link::{LinkError, Part};
use crate::model::Day;
use crate::model::dates::day_from_number;
use polars::prelude::{DataFrame, Int32Chunked, PolarsResult, StringChunked};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::num::NonZeroU64;

/// E-mail address, number, identifier, hashed; only ever compared.
type Keys = [Option<NonZeroU64>; 3];

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
    let mut weight_in_h: HashMap<(usize, NonZeroU64), i64> = HashMap::new();
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
    /// Reads every snapshot once, a segment at a time.
    pub fn of(snapshots: &[SnapshotRows<'_>], progress: &dyn Progress) -> Result<Self, LinkError> {
        let has_records = have_records(snapshots, progress)?;
        let mut known: HashMap<(u8, NonZeroU64), u32> = HashMap::new();
        let mut roll = Self { rows: Vec::new(), present: Vec::new(), people: 0, keys: Vec::new(), has_days: false };
        let total: usize = snapshots.iter().map(|snapshot| snapshot.segments.count()).sum();
        let mut done = 0;
        for (snapshot, of_snapshot) in snapshots.iter().enumerate() {
            let mut rows = Vec::new();
            for n in 0..of_snapshot.segments.count() {
                if progress.is_cancelled() {
                    return Err(LinkError::Cancelled);
                }
                let mut segment = of_snapshot.segments.read(n, Part::Keys)?;
                if Table::of(&segment)?.has_nameless(has_records) {
                    segment = of_snapshot.segments.read(n, Part::Whole)?;
                }
                let table = Table::of(&segment)?;
                for at in 0..table.row.len() {
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
                done += 1;
                progress.advance(done, Some(total as u64));
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

/// Hashed, so that no text of a large table is kept; only ever compared within one run.
fn hash(text: &str) -> NonZeroU64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    finished(&hasher)
}

/// Never 0, so that an optional one takes no more room.
fn finished(hasher: &DefaultHasher) -> NonZeroU64 {
    NonZeroU64::MIN | hasher.finish()
}

/// Whether record numbers tie the snapshots together: only if all that have rows have any.
fn have_records(snapshots: &[SnapshotRows<'_>], progress: &dyn Progress) -> Result<bool, LinkError> {
    for snapshot in snapshots {
        let (mut rows, mut records) = (0, 0);
        for n in 0..snapshot.segments.count() {
            if progress.is_cancelled() {
                return Err(LinkError::Cancelled);
            }
            let segment = snapshot.segments.read(n, Part::Keys)?;
            let record = segment.column("key.record")?;
            rows += record.len();
            records += record.len() - record.null_count();
            // One is enough.
            if records > 0 {
                break;
            }
        }
        if rows > 0 && records == 0 {
            return Ok(false);
        }
    }
    Ok(true)
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

    /// Whether any row has nothing it is recognised by but all its cells.
    fn has_nameless(&self, has_records: bool) -> bool {
        let is_nameless = |at: usize| self.keys.iter().all(|column| column.get(at).is_none()) && !(has_records && self.record.get(at).is_some());
        self.raw.is_empty() && (0..self.row.len()).any(is_nameless)
    }

    /// What the person of a row is recognised by in other snapshots: which sort of name, and the name, hashed.
    fn name(&self, at: usize, has_records: bool) -> (u8, NonZeroU64) {
        if let Some(record) = self.record.get(at).filter(|_| has_records) {
            return (0, hash(record));
        }
        for (kind, column) in (1..).zip(self.keys) {
            if let Some(key) = column.get(at) {
                return (kind, hash(key));
            }
        }
        let mut hasher = DefaultHasher::new();
        for column in &self.raw {
            column.get(at).unwrap_or_default().hash(&mut hasher);
        }
        (4, finished(&hasher))
    }

    fn keys(&self, at: usize) -> Keys {
        self.keys.map(|column| column.get(at).map(hash))
    }

    /// The limits in columns `first` and the one after it; `None` if both are unknown.
    fn days(&self, at: usize, first: usize) -> Option<Limits> {
        let day = |column: usize| self.days[column].get(at).and_then(day_from_number);
        let limits = (day(first), day(first + 1));
        (limits != (None, None)).then_some(limits)
    }
}
