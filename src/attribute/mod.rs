//! Which file, and when: method.md §2, §3 and §5. Pure: numbers in, numbers out.
//!
//! [`Problem`] states everything the mathematics needs, in the symbols of method.md; [`attribute`] answers with an [`Attribution`]. Opportunity
//! ([`opportunity`]) sets the copy date against the roster.
//!
//! | step | where |
//! | --- | --- |
//! | `f_k(i, T)` and `f_0(i)`, circles, statements, fingerprints | [`likelihood`] |
//! | the days on which anything changes | `segments` |
//! | `H_k` against H₀ per day and over all days; complete lists | `weighing`, [`quadrature`], [`set_likelihood`] |
//! | parts of a file as candidates of their own | `slices` |
//! | every file against none, in the order of their support | `standing` |
//! | days that can matter; thousands of different R at once | `peaks`, `basis` |
//! | the copy date, its limits, contradictions | `copy_date`, `two_copies` |
//! | shares and origins of all sources together | `mixture`, `shares`, `sampler` |
//! | people a file missed, dates it has wrong | `errors` |
//! | which file shares the quirks of what was sent | [`fingerprint`] |
//! | reading aids | `pairs`, `covering`, [`hypergeometric`], [`minimal`] |

mod access;
mod basis;
mod copy_date;
mod covering;
mod errors;
pub mod fingerprint;
pub mod hypergeometric;
pub mod likelihood;
pub mod minimal;
mod mixture;
pub mod opportunity;
mod pairs;
mod peaks;
mod problem;
pub mod quadrature;
pub(crate) mod sampler;
mod segments;
pub mod sensitivity;
pub mod set_likelihood;
mod shares;
mod slices;
mod solution;
mod standing;
mod two_copies;
mod weighing;
pub mod workbench;

#[cfg(test)]
pub(crate) mod simulation;
#[cfg(test)]
mod tests;

pub use problem::{Candidate, Circle, ControlLink, Edge, Member, Problem, SizeCurve, Slice, StatedOrigin, Subject, Validity};
pub use solution::{Attribution, CandidateScore, CopyDate, DateSegment, DateSpan, PairScore, Share, SliceScore, SpanEdge, SpanSide, TwoCopies};

use crate::job::{Progress, Stage};
use crate::model::{RecipientId, SourceId};
use errors::Cell;
use mixture::{Groups, Rows};
use quadrature::HALF;
use standing::Standing;
use weighing::Weighed;

/// Why the reasoning stopped.
#[derive(Debug, thiserror::Error)]
pub enum AttributeError {
    /// The user asked to stop.
    #[error("Cancelled")]
    Cancelled,
}

/// Weighs every candidate against every other and against the background, and dates the copy.
///
/// The answer depends on the content alone: neither the order of subjects or candidates nor, but for ties, their names change it.
pub fn attribute(problem: &Problem, progress: &dyn Progress) -> Result<Attribution, AttributeError> {
    let candidates = &problem.candidates;
    let Standing { channels, weighed, captured, order, .. } = Standing::of(problem, HALF, progress)?;
    let holds: Vec<Vec<bool>> = (0..candidates.len()).map(|k| records(problem, k)).collect();
    // Of each file its most probable variant.
    let ranked: Vec<&Weighed> = order.iter().map(|k| weighed[*k].likeliest()).collect();

    progress.stage(Stage::Attributing, "");
    let groups = Groups::of(problem, &order, &ranked, &channels);
    let columns: Vec<Vec<Cell>> = ranked.iter().enumerate().map(|(k, candidate)| groups.column(k, candidate, candidate.mode)).collect();
    let likeliest = Rows::of(&groups, &columns).likeliest_shares(&groups.expected_errors());
    let mut contradictory = two_copies::contradictions(problem, &ranked, &groups, &columns, &likeliest);
    let sampled = shares::sample(problem, &ranked, &groups, progress)?;

    let mut by_id: Vec<usize> = (0..order.len()).collect();
    by_id.sort_by(|&a, &b| candidates[order[a]].id.cmp(&candidates[order[b]].id));
    let origins = groups.of_subject.iter().map(|&group| {
        let origins = &sampled.origins[group];
        by_id.iter().map(|rank| origins[*rank]).chain(origins.last().copied()).collect()
    });
    let held: Vec<Vec<bool>> = order.iter().map(|k| holds[*k].clone()).collect();
    let coverings: Vec<Vec<SourceId>> = (covering::coverings(&held).into_iter())
        .map(|set| {
            let mut ids: Vec<SourceId> = set.into_iter().map(|rank| candidates[order[rank]].id.clone()).collect();
            ids.sort();
            ids
        })
        .collect();
    let in_none = |i: &usize| (0..candidates.len()).all(|k| candidates[k].coverage.is_some() || !holds[k][*i]);
    let mut explained_by_none: Vec<RecipientId> = (0..problem.subjects.len()).filter(in_none).map(|i| problem.subjects[i].id.clone()).collect();
    explained_by_none.sort();
    let mut outside_their_circle: Vec<_> = channels.outside.iter().map(|index| problem.subjects[*index].id.clone()).collect();
    outside_their_circle.sort();
    let scores: Vec<CandidateScore> = (order.iter().enumerate())
        .map(|(rank, &k)| {
            let (candidate, variants, likeliest) = (&candidates[k], &weighed[k], ranked[rank]);
            CandidateScore {
                id: candidate.id.clone(),
                captured: captured[k],
                exclusive: exclusive(problem, &holds, k),
                share: sampled.shares[rank],
                log10_lr_vs_none: variants.ln_lr / std::f64::consts::LN_10,
                hypergeometric_p: candidate
                    .coverage
                    .is_none()
                    .then(|| by_chance(problem, &channels, &holds[k], variants.whole().prepared.largest_size)),
                reverse_coverage: (problem.is_complete_list && candidate.coverage.is_none()).then(|| variants.whole().mailed_share()),
                copy_date: copy_date::copy_date(problem, candidate, likeliest, contradictory[rank].take()),
                slices: variants.told(candidate, problem.is_complete_list),
            }
        })
        .collect();
    Ok(Attribution {
        pairs: pairs::pairs(&scores),
        candidates: scores,
        unexplained: sampled.shares[order.len()],
        origins: origins.collect(),
        origin_order: by_id.iter().map(|rank| candidates[order[*rank]].id.clone()).collect(),
        outside_their_circle,
        covering: coverings.first().cloned().unwrap_or_default(),
        coverings,
        explained_by_none,
    })
}

/// For each subject whether they are a record of candidate `k`, at any time; for a declared one: linked to it or saying so.
fn records(problem: &Problem, k: usize) -> Vec<bool> {
    let candidate = &problem.candidates[k];
    let is_declared = candidate.coverage.is_some();
    let says_so = |subject: &Subject| is_declared && subject.stated.is_some_and(|stated| stated.candidate == k);
    let mut records: Vec<bool> = problem.subjects.iter().map(says_so).collect();
    for member in candidate.members.iter().filter(|member| member.probability > 0.0) {
        if let Some(record) = records.get_mut(member.subject) {
            *record = true;
        }
    }
    records
}

/// How many subjects are records of `k` and of no other held candidate.
fn exclusive(problem: &Problem, holds: &[Vec<bool>], k: usize) -> usize {
    let is_elsewhere = |i: usize| (0..holds.len()).any(|l| l != k && problem.candidates[l].coverage.is_none() && holds[l][i]);
    holds[k].iter().enumerate().filter(|(i, holds)| **holds && !is_elsewhere(*i)).count()
}

/// P(X ≥ captured) by chance alone, over those found by open call: for people looked for in a circle chance is not what put them there.
fn by_chance(problem: &Problem, channels: &likelihood::Channels, holds: &[bool], size: f64) -> f64 {
    let open: Vec<bool> = (0..holds.len()).map(|i| channels.is_open_call(i)).collect();
    let draws = open.iter().filter(|open| **open).count() as u64;
    let hits = open.iter().zip(holds).filter(|(open, holds)| **open && **holds).count() as u64;
    hypergeometric::upper_tail(hits, draws, (size.round() as u64).max(hits), problem.pool.round() as u64)
}
