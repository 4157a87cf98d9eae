//! Exact segments of the copy date T (method.md §3) and a sweep over them.
//!
//! T runs over whole days from the first evidence of the file to the first send, both included. A cut falls on every start and end of the validity of
//! a linked subject or control; a censored gap (a ramp) is cut in 16. Between such cuts the records do not change, only the size `N_k(T)` may: there a
//! further cut falls wherever the size has moved so far that ln L could have changed by [`SIZE_NATS`]; complete lists, where every single record of
//! the file counts, are cut at every change of size. So the segments are exact with respect to records, and each value stands for its segment's
//! first day. The number of segments is at most the number of days.

use super::likelihood::{Channels, Entry, Scale};
use super::{Candidate, ControlLink, Edge, Problem};
use crate::model::dates::day_number;
use std::ops::Range;

/// Change of ln L that a segment may hide because the size moved inside it.
const SIZE_NATS: f64 = 0.02;

/// Pieces a censored gap is cut into.
const RAMP_PIECES: i32 = 16;

/// More distinct values of m than this are rounded to 1/512, so that a sweep stays affordable; m is not known better than that.
const MOST_PROBABILITIES: usize = 64;

/// Units in which expected counts are summed: 2⁴⁰, so that a million records still fit.
const UNITS: f64 = 1_099_511_627_776.0;

/// `(after, by)` of a censored edge, by day number.
type Ramp = Option<(i32, i32)>;

/// Records that have the same v on a day on which all of them are in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Class {
    /// The way of being found; see [`Channels`].
    pub channel: usize,
    /// (`φ_k/φ_0`) · m.
    pub factor: f64,
    /// m.
    pub probability: f64,
    /// Censored start.
    pub start: Ramp,
    /// Censored end.
    pub end: Ramp,
}

impl Class {
    /// Classes that a day changes alike stand together.
    fn key(&self) -> (usize, Ramp, Ramp, u64, u64) {
        (self.channel, self.start, self.end, self.factor.to_bits(), self.probability.to_bits())
    }

    /// Mean of v over the days `[from, until)`, on which no ramp begins or ends.
    pub fn validity(&self, from: i32, until: i32) -> f64 {
        if self.start.is_none() && self.end.is_none() {
            return 1.0;
        }
        let on = |day: i32| (passed(self.start, day).unwrap_or(1.0) - passed(self.end, day).unwrap_or(0.0)).max(0.0);
        f64::midpoint(on(from), on(until - 1))
    }
}

/// Share of a ramp that is past on a day.
fn passed(ramp: Ramp, day: i32) -> Option<f64> {
    ramp.map(|(after, by)| (f64::from(day - after) / f64::from((by - after).max(1))).clamp(0.0, 1.0))
}

/// When one record was in for certain, apart from its ramps: `[from, until)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stay {
    /// First day; `i32::MIN` if open.
    pub from: i32,
    /// First day out; `i32::MAX` if open.
    pub until: i32,
}

/// Classes found in the same way and with the same ramps: a day multiplies R of all of them by the same number.
#[derive(Debug)]
pub(super) struct Group {
    /// The way of being found.
    pub channel: usize,
    /// Which classes.
    pub classes: Range<usize>,
}

/// Records of one candidate, sorted into classes, ready for a sweep.
#[derive(Debug, Default)]
pub(super) struct Track {
    pub classes: Vec<Class>,
    /// Class and stay of each record, in the order given.
    pub records: Vec<(usize, Stay)>,
    /// The classes in groups, in order.
    pub groups: Vec<Group>,
    /// Group of each class.
    pub group_of: Vec<usize>,
    events: Vec<(i32, usize, i32)>,
}

impl Track {
    pub fn of_entries(entries: &[Entry], channels: &Channels) -> Self {
        let rounded = distinct(entries.iter().map(|entry| entry.probability)) > MOST_PROBABILITIES;
        let coarse = |value: f64| if rounded { (value * 512.0).round().max(1.0) / 512.0 } else { value };
        Self::new(entries.iter().map(|entry| {
            let probability = coarse(entry.probability);
            let factor = entry.factor / entry.probability * probability;
            (Class { channel: channels.of_subject[entry.subject], factor, probability, start: None, end: None }, entry.validity)
        }))
    }

    pub fn of_controls(controls: &[ControlLink]) -> Self {
        let rounded = distinct(controls.iter().map(|control| control.probability)) > MOST_PROBABILITIES;
        let coarse = |value: f64| if rounded { (value * 512.0).round().max(1.0) / 512.0 } else { value };
        Self::new(controls.iter().map(|control| {
            let probability = coarse(control.probability);
            (Class { channel: 0, factor: probability, probability, start: None, end: None }, control.validity)
        }))
    }

    fn new(records: impl Iterator<Item = (Class, super::Validity)>) -> Self {
        let read: Vec<(Class, Stay)> = records
            .map(|(mut class, validity)| {
                let mut stay = Stay { from: i32::MIN, until: i32::MAX };
                match validity.start {
                    Edge::Open => {}
                    Edge::Known(day) => stay.from = day_number(day),
                    Edge::Ramp { after, by } => class.start = Some((day_number(after), day_number(by))),
                }
                match validity.end {
                    Edge::Open => {}
                    Edge::Known(day) => stay.until = day_number(day),
                    Edge::Ramp { after, by } => class.end = Some((day_number(after), day_number(by))),
                }
                (class, stay)
            })
            .collect();
        let mut classes: Vec<Class> = read.iter().map(|record| record.0).collect();
        classes.sort_by_key(Class::key);
        classes.dedup();
        let find = |class: &Class| classes.binary_search_by_key(&class.key(), Class::key).unwrap_or(0);
        let records: Vec<(usize, Stay)> = read.iter().map(|(class, stay)| (find(class), *stay)).collect();
        let mut events: Vec<(i32, usize, i32)> = Vec::new();
        for &(class, stay) in records.iter().filter(|record| record.1.from < record.1.until) {
            events.push((stay.from, class, 1));
            if stay.until < i32::MAX {
                events.push((stay.until, class, -1));
            }
        }
        events.sort_unstable();
        let mut groups: Vec<Group> = Vec::new();
        let mut group_of = Vec::with_capacity(classes.len());
        for (index, class) in classes.iter().enumerate() {
            let is_alike = |other: &Class| (other.channel, other.start, other.end) == (class.channel, class.start, class.end);
            match groups.last_mut() {
                Some(last) if is_alike(&classes[last.classes.start]) => last.classes.end = index + 1,
                _ => groups.push(Group { channel: class.channel, classes: index..index + 1 }),
            }
            group_of.push(groups.len() - 1);
        }
        Self { classes, records, groups, group_of, events }
    }

    /// Days on which a record changes state, ramps cut in 16.
    fn cuts(&self, into: &mut Vec<i32>) {
        into.extend(self.events.iter().map(|event| event.0));
        for (after, by) in self.classes.iter().flat_map(|class| [class.start, class.end]).flatten() {
            let first = i64::from(after) + 1;
            let length = (i64::from(by) - first).max(0);
            into.extend((0..=RAMP_PIECES).map(|piece| (first + length * i64::from(piece) / i64::from(RAMP_PIECES)) as i32));
        }
    }

    /// How many of each class are in at the start of each segment, handed to `visit` as (segment, counts).
    pub fn sweep<E>(&self, segments: &[Segment], mut visit: impl FnMut(usize, &[u32]) -> Result<(), E>) -> Result<(), E> {
        let mut counts = vec![0u32; self.classes.len()];
        self.follow(
            segments,
            &mut counts,
            |counts, class, step| counts[class] = counts[class].saturating_add_signed(step),
            |index, counts| visit(index, counts),
        )
    }

    /// Applies what happens up to the start of each segment to `state` by `step`, as (class, in or out), and shows the state to `visit`.
    pub fn follow<S, E>(
        &self,
        segments: &[Segment],
        state: &mut S,
        mut step: impl FnMut(&mut S, usize, i32),
        mut visit: impl FnMut(usize, &S) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut next = 0;
        for (index, segment) in segments.iter().enumerate() {
            while let Some(&(_, class, in_or_out)) = self.events.get(next).filter(|event| event.0 <= segment.from) {
                step(state, class, in_or_out);
                next += 1;
            }
            visit(index, state)?;
        }
        Ok(())
    }

    /// Mean of v over a segment of records of a group on days on which they are in.
    pub fn validity_of_group(&self, group: usize, segment: Segment) -> f64 {
        self.classes[self.groups[group].classes.start].validity(segment.from, segment.until)
    }

    /// v of one record (as numbered in `records`) on a segment.
    pub fn validity(&self, record: usize, segment: Segment) -> f64 {
        let (class, stay) = self.records[record];
        if stay.from <= segment.from && segment.from < stay.until { self.classes[class].validity(segment.from, segment.until) } else { 0.0 }
    }

    /// Expected number of records in, for each segment. Summed in whole units of 2⁻⁴⁰, so that coming and going leaves nothing behind.
    pub fn expected(&self, segments: &[Segment]) -> Vec<f64> {
        let units: Vec<i64> = self.classes.iter().map(|class| (class.probability * UNITS).round() as i64).collect();
        let mut sums = vec![0i64; self.groups.len()];
        let mut expected = Vec::with_capacity(segments.len());
        let step = |sums: &mut Vec<i64>, class: usize, in_or_out: i32| sums[self.group_of[class]] += units[class] * i64::from(in_or_out);
        let swept: Result<(), std::convert::Infallible> = self.follow(segments, &mut sums, step, |index, sums| {
            let present = sums.iter().enumerate().filter(|(_, sum)| **sum > 0);
            expected.push(present.map(|(group, &sum)| sum as f64 / UNITS * self.validity_of_group(group, segments[index])).sum());
            Ok(())
        });
        match swept {
            Ok(()) => expected,
        }
    }
}

fn distinct(values: impl Iterator<Item = f64>) -> usize {
    let mut bits: Vec<u64> = values.map(f64::to_bits).collect();
    bits.sort_unstable();
    bits.dedup();
    bits.len()
}

/// `[from, until)` by day number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub from: i32,
    pub until: i32,
}

impl Segment {
    pub fn days(self) -> f64 {
        f64::from(self.until - self.from)
    }
}

/// The segments of one candidate. A file first known after the send could still have existed: its window is the day of the send.
pub(super) fn segments(problem: &Problem, candidate: &Candidate, subjects: &Track, controls: &Track, scales: &[Scale]) -> Vec<Segment> {
    let last = day_number(problem.first_send);
    let first = day_number(candidate.first_evidence).min(last);
    let end = last + 1;
    let mut cuts = vec![first, end];
    subjects.cuts(&mut cuts);
    controls.cuts(&mut cuts);
    let inside = |day: &i32| first <= *day && *day <= end;
    cuts.retain(inside);
    cuts.sort_unstable();
    cuts.dedup();
    let mut changes: Vec<i32> = scales.iter().flat_map(Scale::knots).filter(inside).collect();
    changes.sort_unstable();
    changes.dedup();
    if problem.is_complete_list {
        cuts.extend(changes);
    } else {
        // Whether a day is cut does not depend on N₀, so that the likelihood is continuous in it.
        let most = SIZE_NATS / subjects.records.len().max(1) as f64;
        let mut extra = Vec::new();
        for scale in scales {
            let mut next = 0;
            let mut held = scale.of_file(first);
            for &day in &changes {
                while cuts.get(next).is_some_and(|cut| *cut <= day) {
                    held = scale.of_file(cuts[next]);
                    next += 1;
                }
                let value = scale.of_file(day);
                if (value - held).abs() > most * held {
                    extra.push(day);
                    held = value;
                }
            }
        }
        cuts.extend(extra);
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|pair| Segment { from: pair[0], until: pair[1] }).collect()
}
