//! The posterior of the copy date: mode, 95 % highest-density set, and the records that limit each of its ends (method.md §3).
//!
//! The set is made of whole segments, so it errs on the wide side; segments as dense as the last one taken are taken too. Whether one copy can explain
//! the list at all is asked in [`super::two_copies`].

use super::segments::{Segment, Track};
use super::weighing::Weighed;
use super::{Candidate, CopyDate, DateSegment, DateSpan, Problem, SpanEdge, SpanSide, TwoCopies};
use crate::model::dates::day_from_number;
use crate::model::{Day, RecipientId};

/// The sets hold at least this much of the posterior.
const SET_MASS: f64 = 0.95;
const HALF_MASS: f64 = 0.5;

/// What is known of the copy date; `None` if nothing dates it: the source is undated or holds none of the subjects.
pub(super) fn copy_date(problem: &Problem, candidate: &Candidate, weighed: &Weighed, two_copies: Option<TwoCopies>) -> Option<CopyDate> {
    if !candidate.is_dated || weighed.prepared.entries.is_empty() {
        return None;
    }
    let spans = highest_density(weighed, SET_MASS);
    let limits = Limits { problem, candidate, weighed };
    let mut edges = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        let before = index.checked_sub(1).map_or(limits.first(), |previous| spans[previous].0.until);
        let after = spans.get(index + 1).map_or(limits.end(), |next| next.0.from);
        edges.push(SpanEdge { at: day(span.0.from), side: SpanSide::From, witnesses: limits.forbidding_earlier(span.0.from, before) });
        edges.push(SpanEdge { at: day(span.0.until - 1), side: SpanSide::To, witnesses: limits.forbidding_later(span.0.until, after) });
    }
    Some(CopyDate {
        segments: told_apart(weighed),
        mode: day(weighed.modal_segment().from),
        set95: told(&spans),
        set50: told(&highest_density(weighed, HALF_MASS)),
        edges,
        is_contradictory: two_copies.is_some(),
        two_copies,
    })
}

/// Day numbers here come from days, so they always are one.
fn day(number: i32) -> Day {
    day_from_number(number).unwrap_or_default()
}

fn told(spans: &[(Segment, f64)]) -> Vec<DateSpan> {
    spans.iter().map(|(span, mass)| DateSpan { from: day(span.from), to: day(span.until - 1), mass: *mass }).collect()
}

/// The segments with their masses; neighbours without mass are one.
fn told_apart(weighed: &Weighed) -> Vec<DateSegment> {
    let mut told: Vec<DateSegment> = Vec::new();
    for (segment, &mass) in weighed.prepared.segments.iter().zip(&weighed.mass) {
        match told.last_mut() {
            Some(last) if last.mass == 0.0 && mass == 0.0 => last.until = day(segment.until),
            _ => told.push(DateSegment { from: day(segment.from), until: day(segment.until), mass }),
        }
    }
    told
}

/// The spans of the smallest set of whole segments that holds `wanted` of the posterior, in order, with their masses.
fn highest_density(weighed: &Weighed, wanted: f64) -> Vec<(Segment, f64)> {
    let mut order: Vec<usize> = (0..weighed.ln_ratio.len()).filter(|index| weighed.mass[*index] > 0.0).collect();
    order.sort_by(|&a, &b| weighed.ln_ratio[b].total_cmp(&weighed.ln_ratio[a]).then(a.cmp(&b)));
    let mut held = 0.0;
    let mut sparsest = f64::NEG_INFINITY;
    let mut inside = vec![false; weighed.mass.len()];
    for index in order {
        if held >= wanted && weighed.ln_ratio[index] < sparsest - 1e-9 {
            break;
        }
        held += weighed.mass[index];
        sparsest = weighed.ln_ratio[index];
        inside[index] = true;
    }
    let mut spans: Vec<(Segment, f64)> = Vec::new();
    for (index, &segment) in weighed.prepared.segments.iter().enumerate().filter(|(index, _)| inside[*index]) {
        match spans.last_mut() {
            Some((span, mass)) if span.until == segment.from => {
                span.until = segment.until;
                *mass += weighed.mass[index];
            }
            _ => spans.push((segment, weighed.mass[index])),
        }
    }
    spans
}

/// Looks for the records at an end of the set.
struct Limits<'a> {
    problem: &'a Problem,
    candidate: &'a Candidate,
    weighed: &'a Weighed,
}

/// What a record does on some day.
#[derive(Clone, Copy)]
enum Change {
    ComesIn,
    GoesOut,
}

impl Limits<'_> {
    fn first(&self) -> i32 {
        self.weighed.prepared.segments.first().map_or(0, |segment| segment.from)
    }

    fn end(&self) -> i32 {
        self.weighed.prepared.segments.last().map_or(0, |segment| segment.until)
    }

    /// Records that speak against a copy before day `from`: subjects who came in then, controls who went out then. If the set ends there for
    /// another reason (the size of the file), those next on the way to `limit`; none if it is the window's own end.
    fn forbidding_earlier(&self, from: i32, limit: i32) -> Vec<RecipientId> {
        if from <= self.first() {
            return Vec::new();
        }
        self.nearest(from, |day| limit < day && day <= from, std::cmp::Ordering::Greater, Change::ComesIn, Change::GoesOut)
    }

    /// The same for a copy on day `until` or later.
    fn forbidding_later(&self, until: i32, limit: i32) -> Vec<RecipientId> {
        if until >= self.end() {
            return Vec::new();
        }
        self.nearest(until, |day| until <= day && day < limit, std::cmp::Ordering::Less, Change::GoesOut, Change::ComesIn)
    }

    fn nearest(
        &self,
        edge: i32,
        is_on_the_way: impl Fn(i32) -> bool,
        nearer: std::cmp::Ordering,
        of_subjects: Change,
        of_controls: Change,
    ) -> Vec<RecipientId> {
        let prepared = &self.weighed.prepared;
        let mut found: Vec<(i32, &RecipientId)> = Vec::new();
        for (record, entry) in prepared.entries.iter().enumerate() {
            found.extend(changes_on(&prepared.subjects, record, of_subjects, edge).map(|day| (day, &self.problem.subjects[entry.subject].id)));
        }
        for (record, &control) in prepared.of_control.iter().enumerate() {
            found.extend(changes_on(&prepared.controls, record, of_controls, edge).map(|day| (day, &self.candidate.controls[control].id)));
        }
        found.retain(|(day, _)| is_on_the_way(*day));
        let Some(closest) = found.iter().map(|(day, _)| *day).reduce(|a, b| if a.cmp(&b) == nearer { a } else { b }) else {
            return Vec::new();
        };
        let mut witnesses: Vec<RecipientId> = found.into_iter().filter(|(day, _)| *day == closest).map(|(_, id)| id.clone()).collect();
        witnesses.sort();
        witnesses.dedup();
        witnesses
    }
}

/// The day on which a record comes in or goes out; for a censored edge that is under way on `edge`, that day.
fn changes_on(track: &Track, record: usize, change: Change, edge: i32) -> Option<i32> {
    let (class, stay) = track.records[record];
    if stay.from >= stay.until {
        return None;
    }
    let (known, open, ramp) = match change {
        Change::ComesIn => (stay.from, i32::MIN, track.classes[class].start),
        Change::GoesOut => (stay.until, i32::MAX, track.classes[class].end),
    };
    match ramp {
        Some((after, by)) if after < edge && edge <= by => Some(edge),
        Some((after, by)) => Some(if edge <= after { after + 1 } else { by }),
        None => (known != open).then_some(known),
    }
}
