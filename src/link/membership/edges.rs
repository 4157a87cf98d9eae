//! When a record came in and went out, from the states it stands in and its own days.

use crate::attribute::{Edge, Validity};
use crate::model::Day;

/// The dated states of a source, oldest first; snapshots of the same day are one.
pub(in crate::link) struct States {
    days: Vec<(Day, Day)>,
    of_snapshot: Vec<Option<usize>>,
}

impl States {
    pub fn of(snapshots: impl Iterator<Item = Option<(Day, Day)>>) -> Self {
        let as_of: Vec<Option<(Day, Day)>> = snapshots.collect();
        let mut days: Vec<(Day, Day)> = as_of.iter().flatten().copied().collect();
        days.sort_unstable();
        days.dedup();
        let of_snapshot = as_of.into_iter().map(|days_of| days.binary_search(&days_of?).ok()).collect();
        Self { days, of_snapshot }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// The state a snapshot shows, if it is dated.
    pub fn of_snapshot(&self, snapshot: usize) -> Option<usize> {
        self.of_snapshot[snapshot]
    }

    /// Order in which snapshots know better: undated ones least.
    pub fn rank(&self, snapshot: usize) -> usize {
        self.of_snapshot[snapshot].map_or(0, |state| state + 1)
    }
}

/// First and last day something can have happened; a missing limit is unknown.
pub(in crate::link) type Limits = (Option<Day>, Option<Day>);

/// Days of joining and leaving gathered over the rows of one person, in the order of the states.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::link) struct Dates {
    joined: Option<Limits>,
    left: Option<Limits>,
    /// The state `left` is from.
    rank: Option<usize>,
    /// A row of that state has no day of leaving.
    stays: bool,
}

impl Dates {
    /// Adds the days of a row; `rank` never falls from one call to the next.
    pub fn add(&mut self, rank: usize, (joined, left): (Option<Limits>, Option<Limits>)) {
        if let Some(joined) = joined
            && self.joined.is_none_or(|known| earlier(joined) < earlier(known))
        {
            self.joined = Some(joined);
        }
        if self.rank != Some(rank) {
            (self.rank, self.left, self.stays) = (Some(rank), None, false);
        }
        match left {
            None => self.stays = true,
            Some(left) if self.left.is_none_or(|known| later(left) > later(known)) => self.left = Some(left),
            Some(_) => {}
        }
    }
}

fn earlier((earliest, latest): Limits) -> (Option<Day>, Option<Day>) {
    (earliest.or(latest), latest)
}

fn later((earliest, latest): Limits) -> (Option<Day>, Option<Day>) {
    (latest.or(earliest), earliest)
}

/// v(T) of what stands in the states marked in `present`.
pub(in crate::link) fn validity(present: &[bool], states: &States, dates: &Dates) -> Validity {
    let first = present.iter().position(|&present| present);
    let last = present.iter().rposition(|&present| present);
    let days = |state: usize| states.days.get(state).copied();
    // The state before is as early, and the state itself as late as it can be: a vague day widens the gap.
    let gap = |before: Option<usize>, at: Option<usize>| {
        let (after, by) = (days(before?)?.0, days(at?)?.1);
        (after < by).then_some((after, by))
    };
    let entry = gap(first.and_then(|first| first.checked_sub(1)), first);
    let exit = gap(last, last.map(|last| last + 1));
    let seen_first = first.and_then(days).map(|(_, latest)| latest);
    let seen_last = last.and_then(days).map(|(earliest, _)| earliest);
    let left = dates.left.filter(|_| !dates.stays);
    Validity { start: start(dates.joined, entry, seen_first), end: end(left, exit, seen_last) }
}

/// `entry`: not yet in the file on the first day, in it on the second. `seen`: a day it was in the file.
fn start(joined: Option<Limits>, entry: Option<(Day, Day)>, seen: Option<Day>) -> Edge {
    let observed = entry.map_or(Edge::Open, |(after, by)| Edge::between(after, by));
    let Some((earliest, latest)) = joined else { return observed };
    let before = earliest.and_then(|day| day.yesterday().ok());
    match (before, latest, entry) {
        (Some(after), Some(by), None) => Edge::between(after, by),
        // In the file on the day it was seen there, if that is later; else from the first day it can be.
        (Some(after), None, None) => {
            seen.filter(|seen| *seen > after).map_or_else(|| earliest.map_or(Edge::Open, Edge::Known), |seen| Edge::between(after, seen))
        }
        (None, _, None) => Edge::Open,
        (after, by, Some(entry)) => {
            let (after, by) = (after.map_or(entry.0, |after| after.max(entry.0)), by.map_or(entry.1, |by| by.min(entry.1)));
            // Joined before, with other details, or entered again since: what the states show of the value stands.
            if after < by { Edge::between(after, by) } else { observed }
        }
    }
}

/// `exit`: still in the file on the first day, out of it on the second. `seen`: a day it was in the file.
fn end(left: Option<Limits>, exit: Option<(Day, Day)>, seen: Option<Day>) -> Edge {
    let observed = exit.map_or(Edge::Open, |(after, by)| Edge::between(after, by));
    let Some((earliest, latest)) = left else { return observed };
    let before = earliest.and_then(|day| day.yesterday().ok());
    match (before, latest, exit) {
        (Some(after), Some(by), None) => Edge::between(after, by),
        // It had left before the last state that still shows it: the row was kept with its day of leaving.
        (Some(after), Some(by), Some(exit)) if by <= exit.0 => Edge::between(after, by),
        (None, Some(by), exit) if exit.is_none_or(|exit| by <= exit.0) => {
            seen.filter(|seen| *seen < by).map_or(Edge::Known(by), |seen| Edge::between(seen, by))
        }
        (_, _, None) => Edge::Open,
        (after, by, Some(exit)) => {
            let (after, by) = (after.map_or(exit.0, |after| after.max(exit.0)), by.map_or(exit.1, |by| by.min(exit.1)));
            if after < by { Edge::between(after, by) } else { observed }
        }
    }
}

/// Shorthand for edges between two days.
trait Between {
    fn between(after: Day, by: Day) -> Self;
}

impl Between for Edge {
    /// A ramp, or the day itself if there is only one it can be.
    fn between(after: Day, by: Day) -> Self {
        if after.tomorrow().is_ok_and(|next| next >= by) { Self::Known(by) } else { Self::Ramp { after, by } }
    }
}
