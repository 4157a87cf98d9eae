//! The files of a simulated world as they really were: who stood in them, from when to when, and in which town. For tests only.

use super::{Draws, WINDOW, at};
use crate::attribute::SizeCurve;
use crate::model::Day;

/// Share of the pool that lives in each town.
const TOWNS: [f64; 4] = [0.45, 0.3, 0.15, 0.1];

/// People who could be reached: numbers below `size`.
#[derive(Clone, Copy, Debug)]
pub struct Pool {
    pub size: usize,
    /// How much likelier the active fifth of them is to be in a file, and to be reached by anybody, than the others; 1 = all alike.
    pub activity: f64,
}

impl Pool {
    /// Somebody.
    pub fn person(self, draws: &mut Draws) -> usize {
        let active = self.size / 5;
        if draws.chance(self.activity / (self.activity + 4.0)) { draws.below(active) } else { active + draws.below(self.size - active) }
    }

    /// Where somebody lives: a number of a town.
    pub fn town(self, person: usize) -> usize {
        // Neighbours in number live anywhere.
        let mut left = (person * 7919 % self.size) as f64 / self.size as f64;
        TOWNS
            .iter()
            .position(|share| {
                left -= share;
                left < 0.0
            })
            .unwrap_or(0)
    }

    pub const TOWNS: usize = TOWNS.len();
}

/// One record of a file: in on the days `[from, until)`.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    pub person: usize,
    pub from: i32,
    pub until: i32,
}

impl Record {
    pub fn is_in(&self, day: i32) -> bool {
        self.from <= day && day < self.until
    }

    /// A stay in the usual manner: people come over seven years and most stay for years.
    pub fn draw(draws: &mut Draws, person: usize) -> Self {
        let from = draws.between(-2000.0, f64::from(WINDOW)) as i32;
        Self { person, from, until: from + 1 + draws.waiting(2000.0) as i32 }
    }
}

/// A file, by person.
#[derive(Clone, Debug)]
pub struct File(pub Vec<Record>);

impl File {
    /// 3 to 15 % of the pool, of which a part, up to `shared`, was taken over from `other`.
    pub fn draw(draws: &mut Draws, pool: Pool, other: Option<&Self>, shared: f64) -> Self {
        let count = (draws.between(0.03, 0.15) * pool.size as f64) as usize;
        let mut people: Vec<usize> = Vec::new();
        if let Some(other) = other {
            let shared = draws.between(0.0, shared);
            people.extend(other.0.iter().filter(|_| draws.chance(shared)).map(|record| record.person));
        }
        people.extend((0..count).map(|_| pool.person(draws)));
        people.sort_unstable();
        people.dedup();
        Self(people.into_iter().map(|person| Record::draw(draws, person)).collect())
    }

    /// Who stood in it on a day.
    pub fn on(&self, day: i32) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().filter(move |record| record.is_in(day)).map(|record| record.person)
    }

    pub fn record(&self, person: usize) -> Option<Record> {
        self.0.binary_search_by_key(&person, |record| record.person).ok().map(|index| self.0[index])
    }
}

/// How many of the stays are under way on each day.
pub fn size_curve(stays: impl Iterator<Item = (i32, i32)>) -> SizeCurve {
    let mut steps: Vec<(i32, f64)> = stays.flat_map(|(from, until)| [(from, 1.0), (until, -1.0)]).filter(|step| step.0 <= WINDOW).collect();
    steps.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut knots: Vec<(Day, f64)> = Vec::new();
    let mut size = 0.0;
    for (day, step) in steps {
        size += step;
        match knots.last_mut() {
            Some(last) if last.0 == at(day) => last.1 = size,
            _ => knots.push((at(day), size)),
        }
    }
    SizeCurve { knots, before: 0.0 }
}
