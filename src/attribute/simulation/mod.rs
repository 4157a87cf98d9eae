//! Incidents whose truth is known, drawn from the model's own prior ([`model`]), from a harsher world ([`harsh`]) or with nothing in them to be found
//! ([`neutral`]); and small ones put together by hand. For tests only; the same seed gives the same incident.

mod draws;
mod files;
mod incident;
mod known;
mod list;

pub use draws::Draws;
pub use incident::{Neutral, Simulated, Truth, harsh, model, neutral};

use super::*;
use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};
use jiff::civil::date;

/// The first day of every simulated window, and its length in days.
pub const FIRST: Day = date(2008, 1, 1);
pub const WINDOW: i32 = 1000;

/// `days` after [`FIRST`].
pub fn at(days: i32) -> Day {
    day_from_number(day_number(FIRST) + days).unwrap()
}

/// Member `subject`, certain, in from day `from` to before day `until` (`None` = open).
pub fn member(subject: usize, from: Option<i32>, until: Option<i32>) -> Member {
    let edge = |days: Option<i32>| days.map_or(Edge::Open, |days| Edge::Known(at(days)));
    Member { subject, probability: 1.0, validity: Validity { start: edge(from), end: edge(until) } }
}

/// A held, dated candidate of a constant size.
pub fn candidate(id: &str, size: f64, members: Vec<Member>) -> Candidate {
    Candidate {
        id: id.into(),
        first_evidence: FIRST,
        is_dated: true,
        size: SizeCurve::constant(size),
        members,
        controls: Vec::new(),
        coverage: None,
        slices: Vec::new(),
    }
}

/// Candidate of a constant size that always held the subjects in `held`.
pub fn timeless(id: &str, size: f64, held: impl IntoIterator<Item = usize>) -> Candidate {
    candidate(id, size, held.into_iter().map(|subject| member(subject, None, None)).collect())
}

/// A slice of a constant size.
pub fn slice(value: &str, size: f64, subjects: impl IntoIterator<Item = usize>) -> Slice {
    let (field, value, size) = ("town".to_owned(), value.to_owned(), SizeCurve::constant(size));
    Slice { field, value, size, subjects: subjects.into_iter().collect(), controls: Vec::new() }
}

/// `count` subjects found by open call, nobody stating anything.
pub fn subjects(count: usize) -> Vec<Subject> {
    (0..count).map(|i| Subject { id: format!("r{i:05}").into(), circle: None, stated: None }).collect()
}

/// A sample of `count` out of `pool`, sent on the last day of the window.
pub fn sample_of(count: usize, pool: f64, candidates: Vec<Candidate>) -> Problem {
    Problem {
        pool,
        first_send: at(WINDOW),
        is_complete_list: false,
        subjects: subjects(count),
        candidates,
        overlaps: Vec::new(),
        prints: Vec::new(),
        seed: 42,
    }
}
