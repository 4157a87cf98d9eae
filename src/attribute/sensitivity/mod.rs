//! What would change the answer (method.md §6): every recipient left out in turn, N₀, σ and the prior of shares over a range, every source left out, with
//! and without fingerprints; where the words of the verdict tip; and what is worth finding out next. Pure.

mod answer;
mod bands;
mod bars;
mod expectation;
mod influence;
mod leaders;
mod questions;
mod tipping;

#[cfg(test)]
mod tests;

pub use answer::{Ask, Bar, Influence, Prospect, Question, Reading, Reply, Sensitivity, Tipping, Turn, Turned};
pub use bands::Bands;

use super::workbench::Workbench;
use super::{AttributeError, Attribution, Problem, attribute};
use crate::job::Progress;

/// Everything that would change the answer of the problem on the `bench`; `None` if it has no source or no recipient.
///
/// # Errors
/// [`AttributeError::Cancelled`].
pub fn sensitivity(bench: &Workbench, progress: &dyn Progress) -> Result<Option<Sensitivity>, AttributeError> {
    let problem = bench.problem();
    let Some(baseline) = bench.bands().read_ranked(&bench.standing.ranked(problem, &[])).filter(|_| !problem.subjects.is_empty()) else {
        return Ok(None);
    };
    let influence = influence::influence(bench, &baseline);
    let bars = bars::bars(bench, &baseline, &influence, progress)?;
    let tipping = tipping::tipping(bench, &baseline, &influence, progress)?;
    let (contested_by, questions) = questions::questions(bench, &baseline);
    Ok(Some(Sensitivity { baseline, bars, tipping, influence, contested_by, questions }))
}

/// The answer to `problem` and what would change it, on the scale of `bands`; no sensitivity if it has no source or no recipient.
///
/// Both are computed side by side: the shares are drawn one after the other on one core, which leaves the others to the rest. Neither reads the other, so
/// the numbers are those of [`attribute`] and [`sensitivity`] by themselves.
///
/// # Errors
/// [`AttributeError::Cancelled`].
pub fn answer(problem: &Problem, bands: Bands, progress: &dyn Progress) -> Result<(Attribution, Option<Sensitivity>), AttributeError> {
    let is_empty = problem.candidates.is_empty() || problem.subjects.is_empty();
    let change = || if is_empty { Ok(None) } else { sensitivity(&Workbench::of(problem.clone(), bands, progress)?, progress) };
    let (attribution, sensitivity) = rayon::join(|| attribute(problem, progress), change);
    Ok((attribution?, sensitivity?))
}
