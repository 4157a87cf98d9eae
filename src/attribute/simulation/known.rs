//! What is known of a simulated file afterwards: its candidate, with the mistakes that were made about it. For tests only.

use super::files::{File, Pool, Record, size_curve};
use super::{Draws, WINDOW, at, candidate};
use crate::attribute::{Candidate, ControlLink, Edge, Member, SizeCurve, Slice, Validity};

/// How a file is known.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// Days of the snapshots it is known from; none = its rows have dates.
    pub snapshots: Vec<i32>,
    /// Share of its records that are found with some uncertainty; m is then right as often as it says.
    pub fuzzy: f64,
    /// Share of its records that were not found.
    pub missed: f64,
    /// Share of its rows that are taken for somebody else, who is not in the file.
    pub mistaken: f64,
    /// Share of its records with the dates of another one.
    pub misdated: f64,
    /// Share of its records whose dates are off: by weeks, some by a year, and some unknown.
    pub shifted: f64,
    /// Whether towns are tried as slices.
    pub has_towns: bool,
}

impl Knowledge {
    /// The file as a candidate: `people` are the recipients and `controls` those who are known not to have received.
    pub fn candidate(&self, draws: &mut Draws, id: &str, file: &File, pool: Pool, people: &[usize], controls: &[usize]) -> Candidate {
        let seen: Vec<Seen> = file.0.iter().filter_map(|record| self.see(draws, *record)).collect();
        let found: Vec<(usize, f64, Validity)> = self.link(draws, file, pool, &seen);
        let find = |person: usize| found.binary_search_by_key(&person, |link| link.0).ok().map(|index| found[index]);
        let members = people.iter().enumerate().filter_map(|(subject, person)| {
            let (_, probability, validity) = find(*person)?;
            Some(Member { subject, probability, validity })
        });
        let as_control = |person: &usize| {
            let (_, probability, validity) = find(*person)?;
            Some(ControlLink { id: format!("c{person:05}").into(), probability, validity })
        };
        let slice = |town: usize| Slice {
            field: "town".to_owned(),
            value: town.to_string(),
            size: sizes(seen.iter().filter(|row| pool.town(row.person) == town)),
            subjects: (0..people.len()).filter(|subject| pool.town(people[*subject]) == town).collect(),
            controls: controls.iter().filter(|person| pool.town(**person) == town).map(|person| format!("c{person:05}").into()).collect(),
        };
        Candidate {
            size: sizes(seen.iter()),
            controls: controls.iter().filter_map(as_control).collect(),
            slices: if self.has_towns { (0..Pool::TOWNS).map(slice).collect() } else { Vec::new() },
            ..candidate(id, 0.0, members.collect())
        }
    }

    /// A row as the file shows it; `None` if no snapshot holds it.
    fn see(&self, draws: &mut Draws, record: Record) -> Option<Seen> {
        let person = record.person;
        let record = if draws.chance(self.misdated) { Record::draw(draws, person) } else { record };
        if !self.snapshots.is_empty() {
            let first = self.snapshots.iter().position(|day| record.is_in(*day))?;
            let last = self.snapshots.iter().rposition(|day| record.is_in(*day))?;
            let gap = |before: Option<usize>, at_: Option<usize>| match (before, at_.and_then(|index| self.snapshots.get(index))) {
                (Some(before), Some(by)) => Some((self.snapshots[before], *by)),
                _ => None,
            };
            return Some(Seen {
                person,
                from: Limit::gap(gap(first.checked_sub(1), Some(first))),
                until: Limit::gap(gap(Some(last), Some(last + 1))),
            });
        }
        let (mut from, mut until) = (Limit::Day(record.from), if record.until <= WINDOW { Limit::Day(record.until) } else { Limit::Open });
        if draws.chance(self.shifted) {
            let off = if draws.chance(0.2) { 365 } else { 1 + draws.waiting(30.0) as i32 };
            let off = if draws.chance(0.5) { off } else { -off };
            from = if draws.chance(0.2) { Limit::Open } else { Limit::Day(record.from + off) };
            until = match until {
                Limit::Day(_) if draws.chance(0.2) => Limit::Open,
                Limit::Day(day) => Limit::Day((day + off).max(record.from + off + 1)),
                other => other,
            };
        }
        Some(Seen { person, from, until })
    }

    /// Who is found in the rows, with m: by person.
    fn link(&self, draws: &mut Draws, file: &File, pool: Pool, seen: &[Seen]) -> Vec<(usize, f64, Validity)> {
        let mut found = Vec::new();
        let stranger = |draws: &mut Draws| Some(pool.person(draws)).filter(|person| file.record(*person).is_none());
        for row in seen {
            let validity = row.validity();
            if draws.chance(self.fuzzy) {
                // Of rows found with m, the share m are the person's own.
                let m = draws.between(0.5, 0.99);
                found.push((row.person, m, validity));
                if draws.chance((1.0 - m) / m) {
                    found.extend(stranger(draws).map(|person| (person, m, validity)));
                }
            } else if !draws.chance(self.missed) {
                found.push((row.person, 1.0, validity));
            }
            if draws.chance(self.mistaken) {
                found.extend(stranger(draws).map(|person| (person, 1.0, validity)));
            }
        }
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        found.dedup_by_key(|link| link.0);
        found
    }
}

/// A row with its ends.
struct Seen {
    person: usize,
    from: Limit,
    until: Limit,
}

#[derive(Clone, Copy)]
enum Limit {
    Open,
    Day(i32),
    Gap(i32, i32),
}

impl Limit {
    fn gap(limits: Option<(i32, i32)>) -> Self {
        limits.map_or(Self::Open, |(after, by)| Self::Gap(after, by))
    }

    fn edge(self) -> Edge {
        match self {
            Self::Open => Edge::Open,
            Self::Day(day) => Edge::Known(at(day)),
            Self::Gap(after, by) => Edge::Ramp { after: at(after), by: at(by) },
        }
    }
}

impl Seen {
    fn validity(&self) -> Validity {
        Validity { start: self.from.edge(), end: self.until.edge() }
    }
}

/// `N(T)` as the rows tell it. A gap counts as its middle here, which over many rows is as good.
fn sizes<'a>(rows: impl Iterator<Item = &'a Seen>) -> SizeCurve {
    let mut nth = 0.0;
    size_curve(rows.map(|row| {
        // Spread evenly over the gap, row by row, as a ramp is.
        nth = (nth + 0.618_033_988_749_895) % 1.0;
        let day = |limit: Limit, open: i32| match limit {
            Limit::Open => open,
            Limit::Day(day) => day,
            Limit::Gap(after, by) => after + 1 + (f64::from(by - after) * nth) as i32,
        };
        (day(row.from, -100_000), day(row.until, 100_000))
    }))
}
