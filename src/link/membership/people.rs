//! Everybody in a source: which rows of which snapshots are one person's, and since when.

use super::SnapshotRows;
use super::census::Census;
use super::curve::{ONE, Sum};
use super::edges::{self, Dates, Limits, States};
use crate::attribute::{SizeCurve, Validity};
use crate::job::Progress;
use crate::link::LinkError;
use crate::link::columns::Keys;
use crate::link::frequency::ByHash;
use crate::link::marks::Days;
use crate::model::Day;
use crate::model::dates::day_from_number;
use rayon::slice::ParallelSliceMut as _;
use std::collections::HashMap;
use std::num::NonZeroU64;

/// Everybody in a source, each with their validity as a record, whatever their details.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// How many.
    count: usize,
    /// Of each; where nothing tells them apart, one for all.
    validity: Vec<Validity>,
    /// Every combination of keys a person had in some snapshot: person and keys, sorted.
    keys: Vec<(u32, Keys)>,
}

impl People {
    /// How many people there ever were.
    pub fn count(&self) -> usize {
        self.count
    }

    /// `N_k(T)`.
    pub fn size(&self) -> SizeCurve {
        let mut sum = Sum::default();
        match self.validity[..] {
            [of_all] => sum.add(of_all, ONE * i64::try_from(self.count).unwrap_or(i64::MAX / ONE)),
            ref each => each.iter().for_each(|&validity| sum.add(validity, ONE)),
        }
        sum.curve()
    }

    fn validity(&self, person: u32) -> Validity {
        let at = if self.validity.len() == 1 { 0 } else { person as usize };
        self.validity.get(at).copied().unwrap_or_default()
    }
}

/// See [`super::overlap`].
pub(super) fn overlap(l: &People, h: &People, day: Day) -> SizeCurve {
    let mut weight_in_h: HashMap<(usize, NonZeroU64), i64> = HashMap::new();
    for (person, keys) in &h.keys {
        let weight = (h.validity(*person).on(day) * ONE as f64) as i64;
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
            sum.add(l.validity(of_person[0].0), weight);
        }
    }
    sum.curve()
}

/// The rows of every snapshot with their people, while a source is being worked on.
pub(super) struct Roll<'a> {
    snapshots: Vec<&'a Census>,
    /// Of each snapshot the person of each row; without any where rows need not be told apart.
    persons: Vec<Vec<u32>>,
    /// `present[person * snapshots + snapshot]`.
    present: Vec<bool>,
    people: usize,
    keys: Vec<(u32, Keys)>,
    /// Any row has a day of joining or leaving.
    pub has_days: bool,
}

impl<'a> Roll<'a> {
    /// Puts the rows of all snapshots together by their people.
    pub fn of(snapshots: &[SnapshotRows<'a>], progress: &dyn Progress) -> Result<Self, LinkError> {
        let snapshots: Vec<&Census> = snapshots.iter().map(|snapshot| snapshot.rows).collect();
        let has_days = snapshots.iter().any(|census| census.has_days());
        let mut roll = Self { snapshots, persons: Vec::new(), present: Vec::new(), people: 0, keys: Vec::new(), has_days };
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled);
        }
        match roll.snapshots[..] {
            // Where there is one state and no day, everybody has been there as long as anybody: they only have to be counted.
            [only] if !has_days && !only.has_keys() => roll.people = only.people(),
            _ => roll.tell_apart(progress)?,
        }
        Ok(roll)
    }

    fn tell_apart(&mut self, progress: &dyn Progress) -> Result<(), LinkError> {
        // Record numbers tie the snapshots together only if all that have rows have any.
        let by_record = self.snapshots.iter().all(|census| census.is_empty() || census.has_records());
        let width = self.snapshots.len();
        let mut known: ByHash<u32> = ByHash::default();
        for (snapshot, census) in self.snapshots.iter().enumerate() {
            let mut persons = Vec::with_capacity(census.len());
            for name in census.names(by_record) {
                let next = known.len() as u32;
                let person = *known.entry(name).or_insert(next);
                if person == next {
                    self.present.extend(std::iter::repeat_n(false, width));
                }
                self.present[person as usize * width + snapshot] = true;
                persons.push(person);
                if persons.len().is_multiple_of(BETWEEN) {
                    if progress.is_cancelled() {
                        return Err(LinkError::Cancelled);
                    }
                    progress.advance(persons.len() as u64, Some(census.len() as u64));
                }
            }
            let has_any = |(_, keys): &(u32, Keys)| keys.iter().any(Option::is_some);
            self.keys.extend(persons.iter().copied().zip(census.keys()).filter(has_any));
            self.persons.push(persons);
        }
        self.people = known.len();
        self.keys.par_sort_unstable();
        self.keys.dedup();
        Ok(())
    }

    /// Whose row it is; `None` where rows need not be told apart.
    pub fn person(&self, snapshot: u32, row: u32) -> Option<u32> {
        let (place, _) = self.snapshots.get(snapshot as usize)?.row(row)?;
        self.persons.get(snapshot as usize)?.get(place).copied()
    }

    /// Joined and left.
    pub fn days(&self, snapshot: u32, row: u32) -> (Option<Limits>, Option<Limits>) {
        self.snapshots.get(snapshot as usize).and_then(|census| census.row(row)).map_or((None, None), |(_, days)| limits(days))
    }

    /// Whether the person stands in the snapshot, with whatever details.
    pub fn is_in(&self, person: u32, snapshot: usize) -> bool {
        self.present.get(person as usize * self.snapshots.len() + snapshot).copied().unwrap_or_default()
    }

    pub fn into_people(self, states: &States) -> People {
        let snapshots = self.snapshots.len();
        let is_uniform = snapshots == 1 && !self.has_days;
        let mut dates = vec![Dates::default(); if self.has_days { self.people } else { 0 }];
        let mut order: Vec<usize> = (0..snapshots).collect();
        order.sort_by_key(|&snapshot| states.rank(snapshot));
        if self.has_days {
            for snapshot in order {
                for (person, days) in self.persons[snapshot].iter().zip(self.snapshots[snapshot].days()) {
                    dates[*person as usize].add(states.rank(snapshot), limits(days));
                }
            }
        }
        let mut present = vec![false; states.len()];
        let validity = (0..if is_uniform { self.people.min(1) } else { self.people }).map(|person| {
            present.fill(false);
            for snapshot in (0..snapshots).filter(|&snapshot| is_uniform || self.is_in(person as u32, snapshot)) {
                if let Some(state) = states.of_snapshot(snapshot) {
                    present[state] = true;
                }
            }
            edges::validity(&present, states, dates.get(person).unwrap_or(&Dates::default()))
        });
        People { count: self.people, validity: validity.collect(), keys: self.keys }
    }
}

/// Rows between two looks at whether to stop.
const BETWEEN: usize = 1 << 18;

/// Joined and left, each `None` if nothing is said of it.
fn limits([joined, joined_by, left, left_by]: Days) -> (Option<Limits>, Option<Limits>) {
    let limits = |first: Option<i32>, last: Option<i32>| {
        let limits = (first.and_then(day_from_number), last.and_then(day_from_number));
        (limits != (None, None)).then_some(limits)
    };
    (limits(joined, joined_by), limits(left, left_by))
}
