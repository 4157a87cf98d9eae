//! How often a file is wrong: people in it who are not found (ε), records with wrong dates (δ). Unknown, and integrated out with the shares (method.md §2):
//! a recipient who is found in no file may still come from one, and one wrong date must not rule a record out. Not for the support of a file, where the
//! rest of the list is unexplained anyway, which errs on the side of the background.

use super::mixture::Rows;
use super::sampler::Sampler;

/// ε and δ ~ Beta(1, 15): a file is mostly right about its people, and may be wrong about one in ten.
pub(super) const PRIOR: [f64; 2] = [1.0, 15.0];

/// v of a record whose dates are wrong: it may have been in or not.
pub(super) const EITHER: f64 = 0.5;

/// What a group is to a candidate: R = (1−ε)·((1−δ)·`valid` + δ·`any`) + ε·`missed` / (1 − (1−ε)·`held`).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cell {
    /// R if records are found and dated as they should be.
    pub valid: f64,
    /// R if the dates of the record are wrong.
    pub any: f64,
    /// `φ_k/φ_0` · (1−m): somebody who is in the file was not found in it.
    pub missed: f64,
    /// Which share of those who could be found in the same way is in the file, in [0, 1]. Whoever was not found in it is one of the rest or one of the
    /// missed; in a circle that the file holds nearly all of, hardly anybody else can be.
    pub held: f64,
}

/// How often a file is wrong about people: unknown, and integrated out with the shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Errors {
    /// ε: share of its people that are not found in it.
    pub missed: f64,
    /// δ: share of its records whose dates are wrong.
    pub misdated: f64,
}

impl Errors {
    /// A file without errors: one that is only declared has no records to be wrong about.
    pub const NONE: Self = Self { missed: 0.0, misdated: 0.0 };
    /// What is expected before anything is seen.
    pub const EXPECTED: Self = Self { missed: 1.0 / 16.0, misdated: 1.0 / 16.0 };
}

impl Cell {
    /// The part of R that is due to people who were not found.
    fn unfound(&self, errors: Errors) -> f64 {
        let others = 1.0 - (1.0 - errors.missed) * self.held;
        if self.missed > 0.0 && errors.missed > 0.0 { errors.missed * self.missed / others } else { 0.0 }
    }

    /// R under these errors.
    pub fn ratio(&self, errors: Errors) -> f64 {
        (1.0 - errors.missed) * ((1.0 - errors.misdated) * self.valid + errors.misdated * self.any) + self.unfound(errors)
    }
}

/// Of those who come from one candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ErrorTally {
    found: u32,
    missed: u32,
    dated: u32,
    misdated: u32,
}

impl ErrorTally {
    pub fn draw(&self, sampler: &mut Sampler) -> Errors {
        let [a, b] = PRIOR;
        Errors {
            missed: sampler.beta(a + f64::from(self.missed), b + f64::from(self.found)),
            misdated: sampler.beta(a + f64::from(self.misdated), b + f64::from(self.dated)),
        }
    }

    /// `count` people of one row who come from the candidate.
    pub fn add(&mut self, sampler: &mut Sampler, count: u32, cell: &Cell, errors: Errors) {
        let all = cell.ratio(errors);
        let missed = draw(sampler, count, cell.unfound(errors) / all);
        let found = count - missed;
        self.missed += missed;
        self.found += found;
        let right = (1.0 - errors.misdated) * cell.valid;
        let misdated = draw(sampler, found, errors.misdated * cell.any / (right + errors.misdated * cell.any));
        self.misdated += misdated;
        self.dated += found - misdated;
    }
}

fn draw(sampler: &mut Sampler, count: u32, chance: f64) -> u32 {
    if count == 0 || chance.is_nan() || chance <= 0.0 {
        0
    } else if chance >= 1.0 {
        count
    } else {
        sampler.binomial(count, chance)
    }
}

/// Offers candidate `k` another ε, drawn from the prior, and takes it by Metropolis and Hastings with the origins summed out. What the file gives of the
/// people found in it is kept, `π_k` (1−ε), and so is the weight of everybody found nowhere, `π_k` ε + π₀: those two are all the list knows well, so ε can
/// go anywhere in one step where sampling it from the origins would take a thousand.
pub(super) fn jump(sampler: &mut Sampler, rows: &Rows, ratios: &mut [f64], shares: &mut [f64], errors: &mut Errors, k: usize) {
    let [a, b] = PRIOR;
    let offered = Errors { missed: sampler.beta(a, b), ..*errors };
    let width = rows.width;
    let (now, rest) = (shares[k], shares[width - 1]);
    let then = now * (1.0 - errors.missed) / (1.0 - offered.missed);
    let rest_then = rest + now - then;
    let threshold = libm::log(sampler.uniform());
    if rest_then <= 0.0 {
        return;
    }
    // The Dirichlet prior of the shares, and the stretch of π_k.
    let mut ln_ratio = -0.5 * libm::log(then * rest_then / (now * rest)) + libm::log(then / now);
    for (row, (count, ratios)) in rows.counts.iter().zip(ratios.chunks_exact(width)).enumerate() {
        let mixed = super::mixture::mix(shares, ratios);
        let change = then * rows.cells[row][k].ratio(offered) - now * ratios[k] + rest_then - rest;
        ln_ratio += f64::from(*count) * libm::log((1.0 + change / mixed).max(f64::MIN_POSITIVE));
    }
    if threshold < ln_ratio {
        *errors = offered;
        (shares[k], shares[width - 1]) = (then, rest_then);
        for (row, ratios) in ratios.chunks_exact_mut(width).enumerate() {
            ratios[k] = rows.cells[row][k].ratio(offered);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::attribute;
    use crate::attribute::simulation::{sample_of, timeless};
    use crate::job::Unwatched;

    #[test]
    fn shares_with_unknown_errors_are_those_of_the_integral_over_both() {
        // 265 of 310 are in a file of 500 out of 10 000. π and ε on a grid, the origins summed out; E[realised share | data].
        let found = attribute(&sample_of(310, 10_000.0, vec![timeless("k", 500.0, 0..265)]), &Unwatched).unwrap();
        let (mut sum, mut mean) = (0.0, 0.0);
        for step in 1..300 {
            let missed = f64::from(step) / 300.0 * 0.3;
            let unfound = missed / (1.0 - (1.0 - missed) * 0.05);
            for step in 1..1000 {
                let share = f64::from(step) / 1000.0;
                let (of_found, of_others) = (share * (1.0 - missed) * 20.0, share * unfound);
                let (found, others) = (of_found + 1.0 - share, of_others + 1.0 - share);
                let ln =
                    265.0 * libm::log(found) + 45.0 * libm::log(others) + 14.0 * libm::log(1.0 - missed) - 0.5 * libm::log(share * (1.0 - share));
                let weight = libm::exp(ln - 750.0);
                sum += weight;
                mean += weight * (265.0 * of_found / found + 45.0 * of_others / others) / 310.0;
            }
        }
        let share = found.candidates[0].share;
        assert!((share.mean - mean / sum).abs() < 0.006, "{share:?} for {}", mean / sum);
        assert!(share.lo < 0.86 && share.hi > 0.93, "how many were not found is not known: {share:?}");
    }

    #[test]
    fn a_file_that_holds_nearly_everybody_in_the_circle_can_only_have_missed_the_rest() {
        let errors = Errors { missed: 0.05, misdated: 0.0 };
        let unfound = |held: f64| Cell { missed: 1.0, held, ..Cell::default() }.ratio(errors);
        assert!((unfound(0.0) - 0.05).abs() < 1e-12);
        assert!((unfound(1.0) - 1.0).abs() < 1e-12);
        assert!((Cell { valid: 20.0, any: 10.0, ..Cell::default() }.ratio(Errors { missed: 0.1, misdated: 0.2 }) - 0.9 * 18.0).abs() < 1e-12);
    }
}
