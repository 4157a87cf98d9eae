//! Who leads after a change, without weighing anew those who can neither lead nor come second.
//!
//! Weighing a file that explains little takes longest, as every day explains as little as every other. So each candidate has a ceiling first: the likelihood
//! at its best day and share is at most so high, and its mean over days and shares no higher. Only who could still matter is weighed.

use super::Reading;
use crate::attribute::likelihood::Channels;
use crate::attribute::quadrature::HALF;
use crate::attribute::slices::Variants;
use crate::attribute::weighing::{Assumed, Prepared, ceiling, is_counted_as_set};
use crate::attribute::workbench::{Change, Workbench};
use crate::attribute::{AttributeError, Problem};
use crate::job::Progress;
use crate::model::SourceId;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use std::f64::consts::LN_10;

/// What the numbers are for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Need {
    /// Whether the words change: a candidate further behind than the cap of the scale does not matter.
    Words,
    /// The leading two and the leading pair as things are.
    Numbers,
}

/// Ranks candidates after changes.
pub(super) struct Leaders<'a> {
    pub bench: &'a Workbench,
    pub baseline: &'a Reading,
    pub progress: &'a dyn Progress,
}

impl Leaders<'_> {
    /// (id, log₁₀ LR against none) of all candidates of the problem after `change`, the best supported first. Those that do not matter for `need` have
    /// a number they do not exceed. `known`: such a number of each candidate, log₁₀, if there is one.
    pub fn ranked(&self, change: &Change, need: Need, known: &dyn Fn(usize) -> Option<f64>) -> Result<Vec<(&SourceId, f64)>, AttributeError> {
        let problem = change.applied_to(self.bench.problem());
        let candidates = &self.bench.problem().candidates;
        let mut scores: Vec<(usize, f64)> = if problem.candidates.iter().any(|candidate| is_counted_as_set(&problem, candidate)) {
            let standing = self.bench.weighed(&problem, change, &[], self.progress)?;
            standing.order.iter().map(|&k| (k, standing.log10_lr(k))).collect()
        } else {
            self.sample(&problem, change.least_share.unwrap_or(HALF), need, known)?
        };
        // Equals stand as they stood.
        let place = |k: usize| self.bench.standing.order.iter().position(|other| *other == k);
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| place(a.0).cmp(&place(b.0))));
        Ok(scores.into_iter().map(|(k, score)| (&candidates[k].id, score)).collect())
    }

    fn sample(&self, problem: &Problem, least: f64, need: Need, known: &dyn Fn(usize) -> Option<f64>) -> Result<Vec<(usize, f64)>, AttributeError> {
        if self.progress.is_cancelled() {
            return Err(AttributeError::Cancelled);
        }
        let channels = Channels::of(problem);
        let assumed = Assumed { pool: problem.pool, least };
        let weigh = |k: usize| Ok((k, Variants::of_sample(problem, &channels, assumed, k, self.progress)?.ln_lr / LN_10));
        let place = |id: &SourceId| problem.candidates.iter().position(|candidate| candidate.id == *id);
        let first: Vec<usize> = match need {
            Need::Words => place(&self.baseline.leading).into_iter().collect(),
            Need::Numbers => place(&self.baseline.leading).into_iter().chain(self.baseline.rival.as_ref().and_then(place)).collect(),
        };
        let mut exact: Vec<(usize, f64)> = first.clone().into_par_iter().map(weigh).collect::<Result<_, AttributeError>>()?;
        let cap = self.bench.bands().cap;
        let matters = |exact: &[(usize, f64)], ceiling: f64| {
            let mut best: Vec<f64> = exact.iter().map(|(_, score)| *score).collect();
            best.sort_by(|a, b| b.total_cmp(a));
            match need {
                Need::Words => best.first().is_none_or(|leading| leading - ceiling <= cap + 1e-6),
                Need::Numbers => best.get(1).is_none_or(|second| ceiling >= second - 1e-6),
            }
        };
        let others: Vec<(usize, Option<f64>)> = (0..problem.candidates.len()).filter(|k| !first.contains(k)).map(|k| (k, known(k))).collect();
        let mut ceilings: Vec<(usize, f64)> = others
            .into_par_iter()
            .map(|(k, known)| match known {
                Some(known) if !matters(&exact, known) => Ok((k, known)),
                _ => {
                    let whole = std::iter::once(None);
                    let slices = problem.candidates[k].slices.iter().map(Some);
                    let of_part = |slice| ceiling(problem.subjects.len(), least, &Prepared::of_part(problem, &channels, k, slice), self.progress);
                    let highest = whole.chain(slices).map(of_part).try_fold(f64::NEG_INFINITY, |most, of| Ok(f64::max(most, of?)))?;
                    Ok((k, highest / LN_10))
                }
            })
            .collect::<Result<_, AttributeError>>()?;
        ceilings.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for (k, ceiling) in ceilings {
            let score = if matters(&exact, ceiling) { weigh(k)? } else { (k, ceiling) };
            exact.push(score);
        }
        Ok(exact)
    }
}
