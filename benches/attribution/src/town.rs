//! An invented incident of the size the targets are stated for: 12 500 recipients, ten files of 100 000 rows, every kind of record there is.

use crate::attribute::{Candidate, Circle, Edge, Member, Problem, SizeCurve, Slice, StatedOrigin, Subject, Validity};
use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// Days from the first evidence of the files to the send.
const WINDOW: i32 = 3650;
/// The day the copy was taken.
const COPIED: i32 = 2500;
/// Rows a file holds at one time or another.
const ROWS: f64 = 100_000.0;

/// A stream of draws.
struct Draws(ChaCha8Rng);

impl Draws {
    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    fn is(&mut self, chance: f64) -> bool {
        self.unit() < chance
    }

    fn day(&mut self, from: i32, until: i32) -> i32 {
        from + (self.unit() * f64::from(until - from)) as i32
    }
}

fn at(days: i32) -> Day {
    day_from_number(day_number(Day::constant(2008, 1, 1)) + days).unwrap_or_default()
}

/// How the rows of a file are dated.
#[derive(Clone, Copy)]
enum Dating {
    /// By the day they came and went.
    Rows,
    /// By four states of the file.
    States,
    /// Not at all.
    None,
}

const STATES: [i32; 4] = [300, 1400, 2600, 3400];

impl Dating {
    /// What is known of a stay.
    fn known(self, from: i32, until: i32) -> Validity {
        match self {
            Self::None => Validity::default(),
            Self::Rows => {
                let end = if until <= WINDOW { Edge::Known(at(until)) } else { Edge::Open };
                Validity { start: Edge::Known(at(from)), end }
            }
            Self::States => {
                let ramp = |day: i32| {
                    let by = STATES.iter().copied().find(|state| *state >= day)?;
                    let after = STATES.iter().copied().rev().find(|state| *state < day)?;
                    Some(Edge::Ramp { after: at(after), by: at(by) })
                };
                Validity { start: ramp(from).unwrap_or_default(), end: ramp(until).unwrap_or_default() }
            }
        }
    }
}

/// `recipients` people and `files` files; the list was taken from the first.
pub fn problem(recipients: usize, files: usize, is_complete_list: bool) -> Problem {
    let mut draws = Draws(ChaCha8Rng::seed_from_u64(20));
    let candidates: Vec<Candidate> = (0..files).map(|k| file(&mut draws, k, recipients)).collect();
    let in_circle = |draws: &mut Draws, i: usize| {
        let is_member = candidates.get(3).is_some_and(|h| h.members.iter().any(|member| member.subject == i));
        (is_member && draws.is(0.6)).then_some(Circle { candidate: 3, sigma: 30.0 })
    };
    let subjects = (0..recipients)
        .map(|i| Subject {
            id: format!("r{i:05}").into(),
            circle: in_circle(&mut draws, i),
            stated: draws.is(0.004).then_some(StatedOrigin { candidate: 0, is_exclusive: true, reliability: 0.9 }),
        })
        .collect();
    let overlap = |l: usize, h: usize| {
        let size = &candidates[l].size;
        if l == h { size.clone() } else { SizeCurve { knots: size.knots.iter().map(|(day, size)| (*day, 0.2 * size)).collect(), before: 0.0 } }
    };
    let overlaps = (0..files).map(|l| (0..files).map(|h| overlap(l, h)).collect()).collect();
    let prints = (0..files)
        .map(|k| (0..recipients).map(|_| if k > 0 && draws.is(0.3) { 0.01 * (0.05 * f64::from(draws.day(1, 20))) } else { 1.0 }).collect())
        .collect();
    Problem { pool: 400_000.0, first_send: at(WINDOW), is_complete_list, subjects, candidates, overlaps, prints, seed: 20 }
}

fn file(draws: &mut Draws, k: usize, recipients: usize) -> Candidate {
    let dating = match k {
        9 => Dating::None,
        6..9 => Dating::States,
        _ => Dating::Rows,
    };
    let chance = if k == 0 { 0.8 } else { 0.04 * k as f64 };
    let mut members = Vec::new();
    for subject in 0..recipients {
        if !draws.is(chance) {
            continue;
        }
        // In the file that was copied everybody stood on the day of the copy; elsewhere they come and go as they like.
        let (from, until) = if k == 0 {
            (draws.day(COPIED - 6000, COPIED + 1), draws.day(COPIED + 1, COPIED + 6000))
        } else {
            let from = draws.day(-4000, WINDOW);
            (from, from + draws.day(1, 6000))
        };
        let probability = if draws.is(0.6) { 1.0 } else { 0.5 + 0.499 * draws.unit() };
        members.push(Member { subject, probability, validity: dating.known(from, until) });
    }
    let slices = if k < 2 { (0..3).map(|town| slice(draws, town, &members)).collect() } else { Vec::new() };
    let mut size = 0.4 * ROWS;
    let knots = (0..=WINDOW)
        .map(|day| {
            size += (draws.unit() - 0.45) * 20.0;
            (at(day), size)
        })
        .collect();
    Candidate {
        id: format!("file-{k}").into(),
        first_evidence: at(0),
        is_dated: !matches!(dating, Dating::None),
        size: SizeCurve { knots, before: 0.4 * ROWS },
        members,
        controls: Vec::new(),
        coverage: None,
        slices,
    }
}

/// A town of the file: a tenth of it.
fn slice(draws: &mut Draws, town: usize, members: &[Member]) -> Slice {
    Slice {
        field: "town".to_owned(),
        value: format!("town-{town}"),
        size: SizeCurve { knots: Vec::new(), before: 0.05 * ROWS },
        subjects: members.iter().map(|member| member.subject).filter(|_| draws.is(0.1)).collect(),
        controls: Vec::new(),
    }
}
