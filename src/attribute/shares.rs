//! Shares of all sources together: π ~ Dirichlet(½, …, ½), Gibbs sampling on recipients grouped by identical rows (method.md §2).
//!
//! The copy dates are unknown too. On a sample each `T_k` is drawn with the origins summed out: a day is proposed from the posterior of §3 (one time in
//! ten from the prior) and accepted by Metropolis and Hastings; on a complete list, where the likelihood of the set has settled the day and `f_k` alone
//! has not, it is drawn from that posterior. Candidates stand in an order given by their content, so neither their order nor their names
//! matter to the draws; one stream of random numbers, from the problem's seed, is enough. Expectation–maximisation gives the start.

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

/// Answer of the sampler.
#[derive(Debug)]
pub(super) struct Shares {
    /// One per candidate and the background last.
    pub shares: Vec<Share>,
    /// Posterior of each origin per group, the background last.
    pub origins: Vec<Vec<f64>>,
}

/// Samples shares, copy dates and origins. `weighed` in content order, as for `groups`.
pub(super) fn sample(problem: &Problem, weighed: &[&Weighed], groups: &Groups, progress: &dyn Progress) -> Result<Shares, AttributeError> {
    let mut sampler = Sampler::new(problem.seed);
    let width = weighed.len() + 1;
    let mut dates: Vec<usize> = weighed.iter().map(|candidate| candidate.mode).collect();
    let mut columns: Vec<Vec<f64>> = weighed.iter().enumerate().map(|(k, candidate)| groups.column(k, candidate, dates[k])).collect();
    let mut rows = Rows::of(groups, &columns);
    let mut shares: Vec<f64> = rows.likeliest_shares().iter().map(|share| 0.99 * share + 0.01 / width as f64).collect();
    let dating: Vec<Option<DateSampler>> = weighed.iter().map(|candidate| DateSampler::of(candidate)).collect();
    let mut draws: Vec<Vec<f64>> = vec![Vec::new(); width];
    let mut origins = vec![vec![0.0; width]; groups.sizes.len()];
    let mut kept = 0.0;
    let subjects: u32 = groups.sizes.iter().sum();
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
                let moved = gain(groups, &shares, &columns, k, &column);
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
        let sweeps = (WORK / (rows.kinds.len() * width).max(1)).clamp(FEWEST_SWEEPS, SWEEPS);
        let mut of_rows = vec![vec![0.0; width]; rows.kinds.len()];
        for _ in 0..sweeps {
            let counts = sweep(&mut sampler, &rows, &shares, &mut of_rows);
            let alphas: Vec<f64> = counts.iter().map(|count| 0.5 + f64::from(*count)).collect();
            shares = sampler.dirichlet(&alphas);
            if block >= SETTLING {
                for ((drawn, count), share) in draws.iter_mut().zip(&counts).zip(&shares) {
                    drawn.push(if subjects > 0 { f64::from(*count) / f64::from(subjects) } else { *share });
                }
            }
        }
        if block >= SETTLING {
            kept += sweeps as f64;
            for (origin, &row) in origins.iter_mut().zip(&rows.of_group) {
                for (sum, of_row) in origin.iter_mut().zip(&of_rows[row]) {
                    *sum += of_row;
                }
            }
        }
    }
    for origin in &mut origins {
        for sum in origin {
            *sum /= kept;
        }
    }
    Ok(Shares { shares: draws.into_iter().map(summary).collect(), origins })
}

/// One sweep over the origins: how many come from each source. Adds each row's probabilities to `of_rows`.
fn sweep(sampler: &mut Sampler, rows: &Rows, shares: &[f64], of_rows: &mut [Vec<f64>]) -> Vec<u32> {
    let mut counts = vec![0; shares.len()];
    let mut chances = vec![0.0; shares.len()];
    for ((count, ratios), sums) in rows.kinds.iter().zip(of_rows) {
        let mixed = mix(shares, ratios);
        for (index, sum) in sums.iter_mut().enumerate() {
            chances[index] = shares[index] * ratios[index] / mixed;
            *sum += chances[index];
        }
        if *count == 1 {
            counts[sampler.pick(&chances)] += 1;
            continue;
        }
        let (mut left, mut chance_left) = (*count, 1.0);
        let last = chances.iter().rposition(|chance| *chance > 0.0).unwrap_or(0);
        for (index, &chance) in chances.iter().enumerate() {
            let drawn = if index == last { left } else { sampler.binomial(left, (chance / chance_left).clamp(0.0, 1.0)) };
            counts[index] += drawn;
            left -= drawn;
            chance_left = (chance_left - chance).max(f64::MIN_POSITIVE);
            if left == 0 {
                break;
            }
        }
    }
    counts
}

/// ln of the likelihood with `column` for candidate `k` over that with its present one, origins summed out.
fn gain(groups: &Groups, shares: &[f64], columns: &[Vec<f64>], k: usize, column: &[f64]) -> f64 {
    let background = shares[shares.len() - 1];
    let mut sum = 0.0;
    for (group, &size) in groups.sizes.iter().enumerate() {
        let (now, then) = (columns[k][group], column[group]);
        if now.to_bits() == then.to_bits() {
            continue;
        }
        let others: f64 = columns.iter().zip(shares).enumerate().filter(|(l, _)| *l != k).map(|(_, (other, share))| share * other[group]).sum();
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

/// Mean, 95 % and 50 % interval of the draws.
fn summary(mut draws: Vec<f64>) -> Share {
    draws.sort_by(f64::total_cmp);
    let at = |quantile: f64| draws.get(((draws.len() - 1) as f64 * quantile).round() as usize).copied().unwrap_or_default();
    Share { mean: draws.iter().sum::<f64>() / draws.len() as f64, lo: at(0.025), hi: at(0.975), lo50: at(0.25), hi50: at(0.75) }
}
