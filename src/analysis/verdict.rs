//! What the findings support, and what must be said beside it.

use super::{Caution, Verdict};
use crate::attribute::{Attribution, Problem};

/// log₁₀ LR from which a source counts as supported against none, and from which the leading pair is no longer too close to call.
pub const SUPPORTED: f64 = 1.0;

/// Fewer recipients than this call for a caution.
const FEW: usize = 10;

/// Draws the verdict from the numbers.
pub fn verdict(problem: &Problem, attribution: &Attribution) -> Verdict {
    let mut cautions = Vec::new();
    if problem.candidates.is_empty() {
        cautions.push(Caution::NoSources);
    }
    if problem.subjects.is_empty() {
        cautions.push(Caution::NoRecipients);
    }
    let leading = attribution.candidates.first().filter(|first| first.log10_lr_vs_none >= SUPPORTED);
    let gap = leading.and_then(|first| {
        let second = attribution.candidates.get(1)?;
        let pair = attribution
            .pairs
            .iter()
            .find(|p| (p.favoured == first.id && p.against == second.id) || (p.favoured == second.id && p.against == first.id))?;
        Some(if pair.favoured == first.id { pair.log10_lr } else { -pair.log10_lr })
    });
    let best = leading.filter(|_| gap.is_none_or(|gap| gap >= SUPPORTED));
    if cautions.is_empty() {
        if leading.is_none() {
            cautions.push(Caution::NoneSupported);
        } else if best.is_none() {
            cautions.push(Caution::TooClose);
        }
    }
    if let Some(best) = best {
        let has_controls = problem.candidates.iter().any(|candidate| candidate.id == best.id && !candidate.controls.is_empty());
        if !has_controls && !problem.is_complete_list {
            cautions.push(Caution::NoControls);
        }
        match &best.copy_date {
            None => cautions.push(Caution::Undated),
            Some(copy) if copy.is_contradictory => cautions.push(Caution::TwoCopies),
            Some(_) => {}
        }
    }
    let count = problem.subjects.len();
    if (1..FEW).contains(&count) {
        cautions.push(Caution::FewRecipients);
    }
    let circle = problem.subjects.first().and_then(|first| first.circle).map(|circle| circle.candidate);
    if circle.is_some() && problem.subjects.iter().all(|subject| subject.circle.map(|circle| circle.candidate) == circle) {
        cautions.push(Caution::CircleOnly);
    }
    // A declared source holds everybody a little; only held ones explain somebody.
    let explained =
        |at: usize| problem.candidates.iter().any(|candidate| candidate.members.binary_search_by_key(&at, |member| member.subject).is_ok());
    if best.is_some() && (0..count).any(|at| !explained(at)) {
        cautions.push(Caution::SomeUnexplained);
    }
    if !attribution.outside_their_circle.is_empty() {
        cautions.push(Caution::OutsideCircle);
    }
    Verdict { best: best.map(|best| best.id.clone()), cautions }
}
