//! On which days a document shows that somebody had access, and on which it leaves it open (method.md §5).
//!
//! Days are numbers here and spans half-open; `i32::MIN` and `i32::MAX` stand for no limit. A limit that is not known is never today.

use crate::model::dates::day_number;
use crate::model::{AccessEvent, Day, Post};

/// `[from, until)` by day number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub from: i32,
    pub until: i32,
}

impl Span {
    pub fn new(from: i32, until: i32) -> Self {
        Self { from, until }
    }

    /// Days both have.
    pub fn and(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), until: self.until.min(other.until) }
    }

    /// Number of days, 0 if it ends before it begins.
    pub fn length(self) -> i64 {
        (i64::from(self.until) - i64::from(self.from)).max(0)
    }

    pub fn contains(self, day: i32) -> bool {
        self.from <= day && day < self.until
    }
}

/// A set of days: spans in order that do not touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Days(Vec<Span>);

impl Days {
    /// The union of spans in any order.
    pub fn of(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.into_iter().filter(|span| span.length() > 0).collect();
        spans.sort_unstable();
        let mut union: Vec<Span> = Vec::new();
        for span in spans {
            match union.last_mut() {
                Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
                _ => union.push(span),
            }
        }
        Self(union)
    }

    /// How many days of `span` are in.
    pub fn common(&self, span: Span) -> i64 {
        self.0.iter().map(|own| own.and(span).length()).sum()
    }

    /// How many days there are.
    pub fn count(&self) -> i64 {
        self.0.iter().map(|span| span.length()).sum()
    }

    /// How many days are in both.
    pub fn shared(&self, other: &Self) -> i64 {
        self.0.iter().map(|span| other.common(*span)).sum()
    }

    /// Only the days inside `span`.
    pub fn within(&self, span: Span) -> Self {
        Self::of(self.0.iter().map(|own| own.and(span)))
    }

    /// Whether any day is in both.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().any(|span| other.common(*span) > 0)
    }
}

/// The days on which the post certainly gave access, if a document states the right; see [`Post::certain_days`].
pub(super) fn certain_days(post: &Post) -> Option<Span> {
    post.certain_days().map(|(from, until)| Span::new(day_number(from), day_number(until)))
}

/// The days on which the post may have given access.
pub(super) fn possible_days(post: &Post) -> Span {
    let (from, until) = post.interval().possible();
    limits(from, until)
}

/// The day of an access, if the log gives it exactly.
pub(super) fn certain_event(access: &AccessEvent) -> Option<Span> {
    let day = day_number(access.at.day()?);
    Some(Span::new(day, day + 1))
}

/// The days an access may have happened on.
pub(super) fn possible_event(access: &AccessEvent) -> Span {
    limits(access.at.earliest, access.at.latest.and_then(|day| day.tomorrow().ok()))
}

fn limits(from: Option<Day>, until: Option<Day>) -> Span {
    Span::new(from.map_or(i32::MIN, day_number), until.map_or(i32::MAX, day_number))
}
