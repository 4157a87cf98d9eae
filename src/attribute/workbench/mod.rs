//! Answers of the reasoning while somebody turns its knobs: a [`Workbench`] keeps what was prepared for every candidate and weighs anew only what a
//! [`Change`] touches. The numbers are those of [`super::attribute`]; shares and origins, which are sampled, are no part of an [`Answer`]. Pure.

mod change;

#[cfg(test)]
mod tests;

pub use change::Change;

use super::copy_date::copy_date;
use super::likelihood::entries;
use super::quadrature::HALF;
use super::sensitivity::{Bands, Reading};
use super::slices::Variants;
use super::standing::Standing;
use super::{AttributeError, DateSpan, PairScore, Problem};
use crate::job::Progress;
use crate::model::{Day, SourceId};
use std::sync::Arc;

/// A problem, prepared and weighed.
#[derive(Debug)]
pub struct Workbench {
    problem: Problem,
    bands: Bands,
    pub(super) standing: Standing,
}

/// What the numbers are after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What the verdict says.
    pub reading: Reading,
    /// By descending support, then by id.
    pub candidates: Vec<Scored>,
    /// Every unordered pair once, the better supported first.
    pub pairs: Vec<PairScore>,
}

/// One candidate after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Which.
    pub id: SourceId,
    /// Subjects that are its records.
    pub captured: usize,
    /// log₁₀ LR of `H_k` against H₀, not capped.
    pub log10_lr_vs_none: f64,
    /// First day of the likeliest segment of the copy date; `None` if nothing dates the copy.
    pub mode: Option<Day>,
    /// The 95 % set of the copy date; empty if nothing dates it.
    pub set95: Vec<DateSpan>,
}

impl Workbench {
    /// Prepares and weighs `problem`.
    ///
    /// # Errors
    /// [`AttributeError::Cancelled`].
    pub fn of(problem: Problem, bands: Bands, progress: &dyn Progress) -> Result<Self, AttributeError> {
        let standing = Standing::of(&problem, HALF, progress)?;
        Ok(Self { problem, bands, standing })
    }

    /// The problem as it was given.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The scale answers are read on.
    pub fn bands(&self) -> &Bands {
        &self.bands
    }

    /// The numbers after `change`; `None` if no source is left.
    ///
    /// # Errors
    /// [`AttributeError::Cancelled`].
    pub fn with(&self, change: &Change, progress: &dyn Progress) -> Result<Option<Answer>, AttributeError> {
        let left_out = self.left_out(change);
        if *change == (Change { without_sources: change.without_sources.clone(), ..Change::default() }) && !self.problem.is_complete_list {
            return Ok(self.answer(&self.problem, &self.standing, &left_out));
        }
        let problem = change.applied_to(&self.problem);
        let standing = self.weighed(&problem, change, &left_out, progress)?;
        Ok(self.answer(&problem, &standing, &left_out))
    }

    /// Indices of the candidates a change leaves out.
    pub(super) fn left_out(&self, change: &Change) -> Vec<usize> {
        let candidates = self.problem.candidates.iter().enumerate();
        candidates.filter(|(_, candidate)| change.without_sources.contains(&candidate.id)).map(|(k, _)| k).collect()
    }

    /// Weighs the changed `problem`, but for candidates the change does not touch.
    pub(super) fn weighed(
        &self,
        problem: &Problem,
        change: &Change,
        left_out: &[usize],
        progress: &dyn Progress,
    ) -> Result<Standing, AttributeError> {
        let least = change.least_share.unwrap_or(HALF);
        let touches_all = change.pool.is_some() || change.sigma.is_some() || change.least_share.is_some() || !change.without_recipients.is_empty();
        let is_untouched = |k: usize| !touches_all && !self.problem.is_complete_list && entries(&self.problem, k) == entries(problem, k);
        let known: Vec<Option<Arc<Variants>>> =
            self.standing.weighed.iter().enumerate().map(|(k, weighed)| is_untouched(k).then(|| Arc::clone(weighed))).collect();
        Standing::reusing(problem, least, &known, left_out, progress)
    }

    fn answer(&self, problem: &Problem, standing: &Standing, left_out: &[usize]) -> Option<Answer> {
        let ranked = standing.ranked(problem, left_out);
        let reading = self.bands.read_ranked(&ranked)?;
        let scored = |&k: &usize| {
            let (candidate, weighed) = (&problem.candidates[k], standing.weighed[k].likeliest());
            let date = copy_date(problem, candidate, weighed, None);
            Scored {
                id: candidate.id.clone(),
                captured: standing.captured[k],
                log10_lr_vs_none: standing.log10_lr(k),
                mode: date.as_ref().map(|date| date.mode),
                set95: date.map(|date| date.set95).unwrap_or_default(),
            }
        };
        let pairs = ranked.iter().enumerate().flat_map(|(rank, (favoured, score))| {
            let pair = move |(against, other): &(&SourceId, f64)| PairScore {
                favoured: (*favoured).clone(),
                against: (*against).clone(),
                log10_lr: score - other,
            };
            ranked[rank + 1..].iter().map(pair)
        });
        Some(Answer { reading, candidates: standing.order.iter().filter(|k| !left_out.contains(k)).map(scored).collect(), pairs: pairs.collect() })
    }
}
