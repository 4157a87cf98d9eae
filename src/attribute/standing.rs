//! Every candidate on its own against "none of them", and the order in which they stand.

use super::likelihood::Channels;
use super::slices::Variants;
use super::weighing::{Assumed, Prepared, Weighed};
use super::{AttributeError, Problem, records};
use crate::job::{Progress, Stage};
use crate::model::SourceId;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// All candidates, weighed.
#[derive(Debug)]
pub(super) struct Standing {
    /// How the subjects were found.
    pub channels: Channels,
    /// In the order of the problem.
    pub weighed: Vec<Arc<Variants>>,
    /// What must fit into the pool: the held files, and everybody mailed outside them.
    pub least_pool: f64,
    /// What was taken as given.
    pub assumed: Assumed,
    /// How many subjects are records of each.
    pub captured: Vec<usize>,
    /// The candidates by their support: by content, names only between equals.
    pub order: Vec<usize>,
}

impl Standing {
    /// Weighs every candidate; π ~ U(least, 1]. Candidates are weighed side by side, each by itself, so threads do not show in the numbers.
    pub fn of(problem: &Problem, least: f64, progress: &dyn Progress) -> Result<Self, AttributeError> {
        Self::reusing(problem, least, &[], &[], progress)
    }

    /// The same, where what is known of some candidates still holds: their records, how the subjects were found, N₀ and the prior of the share. The
    /// pool need not hold candidates in `left_out`.
    pub fn reusing(
        problem: &Problem,
        least: f64,
        known: &[Option<Arc<Variants>>],
        left_out: &[usize],
        progress: &dyn Progress,
    ) -> Result<Self, AttributeError> {
        let channels = Channels::of(problem);
        progress.stage(Stage::Dating, "");
        if progress.is_cancelled() {
            return Err(AttributeError::Cancelled);
        }
        let count = problem.candidates.len();
        let known = |k: usize| known.get(k).cloned().flatten();
        let prepared: Vec<Option<Prepared>> =
            (0..count).into_par_iter().map(|k| known(k).is_none().then(|| Prepared::of(problem, &channels, k))).collect();
        let what_fits = prepared.iter().enumerate().map(|(k, prepared)| match (prepared, known(k)) {
            _ if problem.candidates[k].coverage.is_some() || left_out.contains(&k) => 0.0,
            (Some(prepared), _) => prepared.least_pool(problem.subjects.len() as f64),
            (None, known) => known.map_or(0.0, |known| known.whole().prepared.least_pool(problem.subjects.len() as f64)),
        });
        let least_pool = what_fits.fold(problem.subjects.len() as f64, f64::max);
        let assumed = Assumed { pool: problem.pool.max(least_pool), least };
        let done = AtomicU64::new(0);
        let weigh = |(k, prepared): (usize, Option<Prepared>)| {
            let variants = match (prepared, known(k)) {
                (None, Some(known)) => known,
                (prepared, _) => {
                    let prepared = prepared.unwrap_or_else(|| Prepared::of(problem, &channels, k));
                    let whole = Weighed::of(problem, assumed, &problem.candidates[k], prepared, progress)?;
                    Arc::new(Variants::of(problem, &channels, assumed, k, whole, progress)?)
                }
            };
            progress.advance(done.fetch_add(1, Ordering::Relaxed) + 1, Some(count as u64));
            Ok(variants)
        };
        let prepared: Vec<(usize, Option<Prepared>)> = prepared.into_iter().enumerate().collect();
        let weighed: Result<Vec<Arc<Variants>>, AttributeError> = prepared.into_par_iter().map(weigh).collect();
        let weighed = weighed?;
        let captured: Vec<usize> = (0..count).map(|k| records(problem, k).into_iter().filter(|holds| *holds).count()).collect();
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|&a, &b| {
            let size = |k: usize| weighed[k].whole().prepared.largest_size;
            let by_content = weighed[b].ln_lr.total_cmp(&weighed[a].ln_lr).then(captured[b].cmp(&captured[a])).then(size(a).total_cmp(&size(b)));
            by_content.then_with(|| problem.candidates[a].id.cmp(&problem.candidates[b].id))
        });
        Ok(Self { channels, weighed, least_pool, assumed, captured, order })
    }

    /// log₁₀ LR of candidate `k` against none.
    pub fn log10_lr(&self, k: usize) -> f64 {
        self.weighed[k].ln_lr / std::f64::consts::LN_10
    }

    /// (id, log₁₀ LR against none), the best supported first, without the candidates in `left_out`.
    pub fn ranked<'p>(&self, problem: &'p Problem, left_out: &[usize]) -> Vec<(&'p SourceId, f64)> {
        self.order.iter().filter(|k| !left_out.contains(k)).map(|&k| (&problem.candidates[k].id, self.log10_lr(k))).collect()
    }
}
