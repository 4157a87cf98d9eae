//! Every recipient left out in turn, exactly and all at once.
//!
//! P(data without i | `H_k`) / P(data | `H_k`) is the posterior mean of 1/(π `R_i`(T) + 1 − π); on a complete list the mean of the ratio of the two
//! likelihoods of the set, N₀ being held as it is. What a day stands for is not cut anew without them.

use super::expectation::without_each;
use super::{Influence, Reading};
use crate::attribute::workbench::Workbench;
use crate::model::SourceId;

/// One per recipient, by id.
pub(super) fn influence(bench: &Workbench, baseline: &Reading) -> Vec<Influence> {
    let problem = bench.problem();
    let place = |id: &SourceId| problem.candidates.iter().position(|candidate| candidate.id == *id);
    let Some(leading) = place(&baseline.leading) else { return Vec::new() };
    let logs = |k: usize| -> Vec<f64> { without_each(bench, k, None).into_iter().map(libm::log10).collect() };
    let of_leading = logs(leading);
    let of_rival = baseline.rival.as_ref().and_then(place).map(logs);
    let mut influence: Vec<Influence> = problem
        .subjects
        .iter()
        .enumerate()
        .map(|(i, subject)| Influence {
            recipient: subject.id.clone(),
            log10_lr_vs_none: baseline.log10_lr_vs_none + of_leading[i],
            log10_lr_vs_rival: of_rival.as_ref().zip(baseline.log10_lr_vs_rival).map(|(of_rival, now)| now + of_leading[i] - of_rival[i]),
        })
        .collect();
    influence.sort_by(|a, b| a.recipient.cmp(&b.recipient));
    influence
}
