//! [`Bound`] and [`Interval`]: half-open spans whose ends may be vague.

use super::Day;
use serde::{Deserialize, Serialize};

/// One end of a half-open interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// Exactly this day.
    Known(Day),
    /// Some day from `earliest` to `latest`, both included; a missing limit is unknown, but not both.
    Bounded {
        /// First day it can be.
        earliest: Option<Day>,
        /// Last day it can be.
        latest: Option<Day>,
    },
    /// Nothing is known about this end. It is never taken for "today".
    #[default]
    Open,
}

impl Bound {
    /// The bound that lies between two limits, either of which may be unknown.
    pub fn between(earliest: Option<Day>, latest: Option<Day>) -> Self {
        match (earliest, latest) {
            (None, None) => Self::Open,
            (Some(a), Some(b)) if a == b => Self::Known(a),
            (earliest, latest) => Self::Bounded { earliest, latest },
        }
    }

    /// First day this end can be, if limited.
    pub fn earliest(self) -> Option<Day> {
        match self {
            Self::Known(day) => Some(day),
            Self::Bounded { earliest, .. } => earliest,
            Self::Open => None,
        }
    }

    /// Last day this end can be, if limited.
    pub fn latest(self) -> Option<Day> {
        match self {
            Self::Known(day) => Some(day),
            Self::Bounded { latest, .. } => latest,
            Self::Open => None,
        }
    }

    /// Whether the day is known exactly.
    pub fn is_known(self) -> bool {
        matches!(self, Self::Known(_))
    }
}

/// A half-open span of days, `[from, until)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// First day inside.
    pub from: Bound,
    /// First day after the end.
    pub until: Bound,
}

impl Interval {
    /// From one known day to another.
    pub fn known(from: Day, until: Day) -> Self {
        Self { from: Bound::Known(from), until: Bound::Known(until) }
    }

    /// The days that are inside whatever the vague ends turn out to be, as `[from, until)`; `None` if there are none.
    ///
    /// An open or half-open end allows no certain day on its side.
    pub fn certain(&self) -> Option<(Day, Day)> {
        let (from, until) = (self.from.latest()?, self.until.earliest()?);
        (from < until).then_some((from, until))
    }

    /// The days that may be inside, as `[from, until)` with `None` for no limit.
    pub fn possible(&self) -> (Option<Day>, Option<Day>) {
        (self.from.earliest(), self.until.latest())
    }

    /// Whether `day` is inside for certain.
    pub fn certainly_contains(&self, day: Day) -> bool {
        self.certain().is_some_and(|(from, until)| from <= day && day < until)
    }

    /// Whether `day` may be inside.
    pub fn possibly_contains(&self, day: Day) -> bool {
        let (from, until) = self.possible();
        from.is_none_or(|from| from <= day) && until.is_none_or(|until| day < until)
    }

    /// Whether the interval can hold no day at all: it ends for certain before it can begin.
    pub fn is_empty(&self) -> bool {
        matches!(self.possible(), (Some(from), Some(until)) if until <= from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_end_at_midnight_excludes_the_next_day() {
        let span = Interval::known(date(2010, 1, 1), date(2010, 3, 1));
        assert!(span.certainly_contains(date(2010, 2, 28)));
        assert!(!span.possibly_contains(date(2010, 3, 1)));
    }

    #[test]
    fn an_open_end_is_possible_and_never_certain() {
        let span = Interval { from: Bound::Known(date(2010, 1, 1)), until: Bound::Open };
        assert!(span.possibly_contains(date(2030, 1, 1)));
        assert!(!span.certainly_contains(date(2010, 1, 2)));
    }

    #[test]
    fn a_bounded_end_is_certain_up_to_its_earliest_day() {
        let until = Bound::Bounded { earliest: Some(date(2010, 5, 1)), latest: Some(date(2010, 6, 1)) };
        let span = Interval { from: Bound::Known(date(2010, 1, 1)), until };
        assert!(span.certainly_contains(date(2010, 4, 30)));
        assert!(!span.certainly_contains(date(2010, 5, 1)));
        assert!(span.possibly_contains(date(2010, 5, 31)));
        assert!(!span.possibly_contains(date(2010, 6, 1)));
    }
}
