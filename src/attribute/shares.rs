//! Shares of all sources together: π ~ Dirichlet(½, …, ½), Gibbs sampling on recipients grouped by identical rows (method.md §2).
//!
//! The copy dates are unknown too. On a sample each `T_k` is drawn with the origins summed out: a day is proposed from the posterior of §3 (one time in
//! ten from the prior) and accepted by Metropolis and Hastings; on a complete list, where the likelihood of the set has settled the day and `f_k` alone
//! has not, it is drawn from that posterior. Candidates stand in an order given by their content, so neither their order nor their names
//! matter to the draws; one stream of random numbers, from the problem's seed, is enough. Expectation–maximisation gives the start.

use super::errors::{Cell, ErrorTally, Errors, jump};
use super::mixture::{Groups, Rows, mix};
use super::sampler::Sampler;
use super::weighing::Weighed;
use super::{AttributeError, Problem, Share};
use crate::job::Progress;

/// Blocks of sweeps between which copy dates are drawn anew; the first few only settle the chain.
const BLOCKS: usize = 48;
const SETTLING: usize = 8;
/// Sweeps a block, fewer if there are very many different rows.
const SWEEPS: usize = 25;
const FEWEST_SWEEPS: usize = 4;
/// Row entries looked at in one block.
const WORK: usize = 400_000;
/// How often a copy date is proposed from the prior.
const WANDER: f64 = 0.1;

/// Places at which the shortest interval is looked for.
const TRIES: u32 = 200;

/// Answer of the sampler.
#[derive(Debug)]
pub(super) struct Shares {
    /// One per candidate and the background last.
    pub shares: Vec<Share>,
    /// Posterior of each origin per group, the background last.
    pub origins: Vec<Vec<f64>>,
}

/// Samples shares, copy dates, errors and origins. `weighed` in content order, as for `groups`.
pub(super) fn sample(problem: &Problem, weighed: &[&Weighed], groups: &Groups, progress: &dyn Progress) -> Result<Shares, AttributeError> {
    let mut sampler = Sampler::new(problem.seed);
    let width = weighed.len() + 1;
    let subjects: u32 = groups.sizes.iter().sum();
    let mut dates: Vec<usize> = weighed.iter().map(|candidate| candidate.mode).collect();
    let mut columns: Vec<Vec<Cell>> = weighed.iter().enumerate().map(|(k, candidate)| groups.column(k, candidate, dates[k])).collect();
    let mut rows = Rows::of(groups, &columns);
    let mut errors = groups.expected_errors();
    let mut shares: Vec<f64> = rows.likeliest_shares(&errors).iter().map(|share| 0.99 * share + 0.01 / width as f64).collect();
    let dating: Vec<Option<DateSampler>> = weighed.iter().map(|candidate| DateSampler::of(candidate)).collect();
    let mut draws: Vec<Vec<f64>> = vec![Vec::new(); width];
    let mut origins = vec![vec![0.0; width]; groups.sizes.len()];
    let mut kept = 0.0;
    for block in 0..BLOCKS {
        if progress.is_cancelled() {
            return Err(AttributeError::Cancelled);
        }
        progress.advance(block as u64, Some(BLOCKS as u64));
        let mut is_moved = false;
        for (k, dates_of_k) in dating.iter().enumerate() {
            let Some(dates_of_k) = dates_of_k else { continue };
            let proposed = dates_of_k.propose(&mut sampler, problem.is_complete_list);
            if proposed == dates[k] {
                continue;
            }
            let column = groups.column(k, weighed[k], proposed);
            let is_accepted = problem.is_complete_list || {
                let moved = gain(groups, &shares, &errors, &columns, k, &column);
                let ln_ratio = moved + dates_of_k.ln_target(proposed) - dates_of_k.ln_target(dates[k]);
                libm::log(sampler.uniform()) < ln_ratio
            };
            if is_accepted {
                dates[k] = proposed;
                columns[k] = column;
                is_moved = true;
            }
        }
        if is_moved {
            rows = Rows::of(groups, &columns);
        }
        let sweeps = (WORK / (rows.counts.len() * width).max(1)).clamp(FEWEST_SWEEPS, SWEEPS);
        let mut of_rows = vec![0.0; rows.counts.len() * width];
        for _ in 0..sweeps {
            let mut ratios = rows.ratios(&errors);
            for k in (0..errors.len()).filter(|k| groups.is_held[*k]) {
                jump(&mut sampler, &rows, &mut ratios, &mut shares, &mut errors[k], k);
            }
            let swept = sweep(&mut sampler, &rows, &ratios, &shares, &errors, &mut of_rows);
            let alphas: Vec<f64> = swept.counts.iter().map(|count| 0.5 + f64::from(*count)).collect();
            shares = sampler.dirichlet(&alphas);
            for ((errors, tally), _) in errors.iter_mut().zip(&swept.errors).zip(&groups.is_held).filter(|(_, is_held)| **is_held) {
                *errors = tally.draw(&mut sampler);
            }
            if block >= SETTLING {
                for ((drawn, count), share) in draws.iter_mut().zip(&swept.counts).zip(&shares) {
                    drawn.push(if subjects > 0 { f64::from(*count) / f64::from(subjects) } else { *share });
                }
            }
        }
        if block >= SETTLING {
            kept += sweeps as f64;
            for (origin, &row) in origins.iter_mut().zip(&rows.of_group) {
                for (sum, of_row) in origin.iter_mut().zip(&of_rows[row * width..]) {
                    *sum += of_row;
                }
            }
        }
    }
    let step = if subjects > 0 { 1.0 / f64::from(subjects) } else { 0.0 };
    for origin in &mut origins {
        for sum in origin {
            *sum /= kept;
        }
    }
    Ok(Shares { shares: draws.into_iter().map(|draws| summary(draws, step)).collect(), origins })
}

/// What one sweep over the origins gave.
struct Swept {
    /// How many come from each source, the background last.
    counts: Vec<u32>,
    /// What of them says how often each candidate is wrong.
    errors: Vec<ErrorTally>,
}

/// One sweep over the origins. Adds each row's probabilities to `of_rows`.
fn sweep(sampler: &mut Sampler, rows: &Rows, ratios: &[f64], shares: &[f64], errors: &[Errors], of_rows: &mut [f64]) -> Swept {
    let width = rows.width;
    let mut swept = Swept { counts: vec![0; width], errors: vec![ErrorTally::default(); errors.len()] };
    let mut chances = vec![0.0; width];
    for (row, ((count, ratios), sums)) in rows.counts.iter().zip(ratios.chunks_exact(width)).zip(of_rows.chunks_exact_mut(width)).enumerate() {
        let mixed = mix(shares, ratios);
        for (index, sum) in sums.iter_mut().enumerate() {
            chances[index] = shares[index] * ratios[index] / mixed;
            *sum += chances[index];
        }
        let mut take = |sampler: &mut Sampler, index: usize, drawn: u32| {
            swept.counts[index] += drawn;
            if let Some(tally) = swept.errors.get_mut(index).filter(|_| drawn > 0) {
                tally.add(sampler, drawn, &rows.cells[row][index], errors[index]);
            }
        };
        if *count == 1 {
            let index = sampler.pick(&chances);
            take(sampler, index, 1);
            continue;
        }
        let (mut left, mut chance_left) = (*count, 1.0);
        let last = chances.iter().rposition(|chance| *chance > 0.0).unwrap_or(0);
        for (index, &chance) in chances.iter().enumerate() {
            let drawn = if index == last { left } else { sampler.binomial(left, (chance / chance_left).clamp(0.0, 1.0)) };
            take(sampler, index, drawn);
            left -= drawn;
            chance_left = (chance_left - chance).max(f64::MIN_POSITIVE);
            if left == 0 {
                break;
            }
        }
    }
    swept
}

/// ln of the likelihood with `column` for candidate `k` over that with its present one, origins summed out.
fn gain(groups: &Groups, shares: &[f64], errors: &[Errors], columns: &[Vec<Cell>], k: usize, column: &[Cell]) -> f64 {
    let background = shares[shares.len() - 1];
    let mut sum = 0.0;
    for (group, &size) in groups.sizes.iter().enumerate() {
        if columns[k][group] == column[group] {
            continue;
        }
        let (now, then) = (columns[k][group].ratio(errors[k]), column[group].ratio(errors[k]));
        let of_other = |(l, other): (usize, &Vec<Cell>)| if l == k { 0.0 } else { shares[l] * other[group].ratio(errors[l]) };
        let others: f64 = columns.iter().enumerate().map(of_other).sum();
        let rest = (others + background).max(f64::MIN_POSITIVE);
        sum += f64::from(size) * libm::log((rest + shares[k] * then) / (rest + shares[k] * now));
    }
    sum
}

/// Draws segments of one candidate.
#[derive(Debug)]
struct DateSampler {
    posterior: Vec<f64>,
    prior: Vec<f64>,
    /// ln (prior · controls / proposal) per segment.
    ln_target: Vec<f64>,
}

impl DateSampler {
    /// `None` if there is only one segment.
    fn of(weighed: &Weighed) -> Option<Self> {
        let prepared = &weighed.prepared;
        if prepared.segments.len() < 2 || prepared.entries.is_empty() {
            return None;
        }
        let days: f64 = prepared.segments.iter().map(|segment| segment.days()).sum();
        let prior: Vec<f64> = prepared.segments.iter().map(|segment| segment.days() / days).collect();
        let controls = prepared.controls.expected(&prepared.segments);
        let ln_target = prior.iter().zip(&weighed.mass).zip(&controls);
        let ln_target =
            ln_target.map(|((prior, mass), controls)| libm::log(prior / ((1.0 - WANDER) * mass + WANDER * prior)) - libm::log1p(*controls));
        Some(Self { ln_target: ln_target.collect(), posterior: cumulative(&weighed.mass), prior: cumulative(&prior) })
    }

    fn propose(&self, sampler: &mut Sampler, from_posterior_only: bool) -> usize {
        let wanders = sampler.uniform() < WANDER && !from_posterior_only;
        let sums = if wanders { &self.prior } else { &self.posterior };
        let at = sampler.uniform() * sums.last().copied().unwrap_or(1.0);
        sums.partition_point(|sum| *sum <= at).min(sums.len() - 1)
    }

    fn ln_target(&self, segment: usize) -> f64 {
        self.ln_target[segment]
    }
}

fn cumulative(masses: &[f64]) -> Vec<f64> {
    masses
        .iter()
        .scan(0.0, |sum, mass| {
            *sum += mass;
            Some(*sum)
        })
        .collect()
}

/// Mean of the draws, which move in steps of `step`, and the intervals of 95 % and of 50 %.
fn summary(mut draws: Vec<f64>, step: f64) -> Share {
    draws.sort_by(f64::total_cmp);
    let mean = draws.iter().sum::<f64>() / draws.len() as f64;
    let ((lo, hi), (lo50, hi50)) = (interval(&draws, step, 0.95), interval(&draws, step, 0.5));
    Share { mean, lo, hi, lo50, hi50 }
}

/// The smallest interval that contains both the shortest of this mass (of several the middle one), which leaves out the long tail of people who were not
/// found, and the central one, which leaves out that nobody was missed. Each draw stands for all values within half a step of it, so that over many lists
/// intervals hold as often as they say: if they had to begin and end on a step, they would hold far more often on short lists.
fn interval(sorted: &[f64], step: f64, mass: f64) -> (f64, f64) {
    let quantile = |p: f64| {
        let at = p * sorted.len() as f64;
        let Some(&value) = sorted.get((at as usize).min(sorted.len().saturating_sub(1))) else { return 0.0 };
        let (from, until) = (sorted.partition_point(|draw| *draw < value), sorted.partition_point(|draw| *draw <= value));
        value + step * ((at - from as f64) / (until - from) as f64 - 0.5)
    };
    let spans: Vec<(f64, f64)> =
        (0..=TRIES).map(|at| (1.0 - mass) * f64::from(at) / f64::from(TRIES)).map(|p| (quantile(p), quantile(p + mass))).collect();
    let narrowest = spans.iter().map(|(lo, hi)| hi - lo).fold(f64::INFINITY, f64::min);
    let narrow: Vec<&(f64, f64)> = spans.iter().filter(|(lo, hi)| hi - lo <= narrowest + 1e-9).collect();
    let (lo, hi) = narrow.get(narrow.len() / 2).map_or((0.0, 0.0), |span| **span);
    let tail = 0.5 * (1.0 - mass);
    (lo.min(quantile(tail)).clamp(0.0, 1.0), hi.max(quantile(1.0 - tail)).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_begins_and_ends_between_the_steps() {
        // Ten recipients; 8 of them a quarter of the time, 9 half, all a quarter: half of the draws lie within half a step of 9.
        let draws: Vec<f64> = [(0.8, 25), (0.9, 50), (1.0, 25)].into_iter().flat_map(|(value, count)| std::iter::repeat_n(value, count)).collect();
        let (lo, hi) = interval(&draws, 0.1, 0.5);
        assert!((lo - 0.85).abs() < 1e-9 && (hi - 0.95).abs() < 1e-9, "{lo} {hi}");
        let (lo, hi) = interval(&draws, 0.1, 0.95);
        assert!((0.75..0.77).contains(&lo) && (hi - 1.0).abs() < 1e-12, "{lo} {hi}");
    }

    #[test]
    fn a_certain_share_has_no_width_beyond_its_step() {
        let share = summary(vec![0.5; 40], 0.1);
        assert!((share.mean - 0.5).abs() < 1e-12 && share.lo > 0.449 && share.hi < 0.551 && share.lo50 >= share.lo && share.hi50 <= share.hi);
    }
}
