//! [`UncertainDay`]: a day known only within limits.

use super::{Bound, Day};
use serde::{Deserialize, Serialize};

/// A day as a document gives it: some day from `earliest` to `latest`, both included; a missing limit is unknown.
///
/// `raw` is what was written, always kept. `approximate` is set by `~`, « vers », « env. »; `doubtful` by `?`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UncertainDay {
    /// First day it can mean; `None` if the past is open.
    pub earliest: Option<Day>,
    /// Last day it can mean; `None` if the future is open.
    pub latest: Option<Day>,
    /// Written as approximate.
    #[serde(default)]
    pub approximate: bool,
    /// Written as doubtful.
    #[serde(default)]
    pub doubtful: bool,
    /// The words it was read from.
    pub raw: String,
}

impl UncertainDay {
    /// A day known exactly.
    pub fn exact(day: Day) -> Self {
        Self { earliest: Some(day), latest: Some(day), approximate: false, doubtful: false, raw: day.to_string() }
    }

    /// The day, if there is only one it can mean.
    pub fn day(&self) -> Option<Day> {
        (self.earliest == self.latest && !self.approximate).then_some(self.earliest).flatten()
    }

    /// As the start of a half-open interval: the day itself belongs to the interval.
    pub fn as_from(&self) -> Bound {
        Bound::between(self.earliest, self.latest)
    }

    /// As the last day that still belongs to an interval: the interval's half-open end lies one day later.
    pub fn as_last_day(&self) -> Bound {
        let next = |day: Option<Day>| day.and_then(|day| day.tomorrow().ok());
        Bound::between(next(self.earliest), next(self.latest))
    }
}
