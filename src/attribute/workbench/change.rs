//! What can be turned on the workbench, all at once and each by itself.

use crate::attribute::Problem;
use crate::model::{RecipientId, SourceId};
use std::collections::BTreeSet;

/// A state of all the knobs; the default turns nothing. Putting somebody back is leaving them out of the set again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Recipients left out.
    pub without_recipients: BTreeSet<RecipientId>,
    /// Sources left out of the ranking and the verdict. People found in the circle of one still were; what they said of it no longer counts.
    pub without_sources: BTreeSet<SourceId>,
    /// N₀.
    pub pool: Option<f64>,
    /// σ ≥ 1 of every circle; infinite = unlimited.
    pub sigma: Option<f64>,
    /// ρ of every statement, in (0, 1).
    pub reliability: Option<f64>,
    /// Fingerprints left out.
    pub without_fingerprints: bool,
    /// The least share `H_k` claims, in [0, 1): π ~ U(least, 1] instead of U(½, 1].
    pub least_share: Option<f64>,
}

impl Change {
    /// Only these recipients left out.
    pub fn without(recipients: impl IntoIterator<Item = RecipientId>) -> Self {
        Self { without_recipients: recipients.into_iter().collect(), ..Self::default() }
    }

    /// Only N₀ set.
    pub fn of_pool(pool: f64) -> Self {
        Self { pool: Some(pool), ..Self::default() }
    }

    /// Only σ set.
    pub fn of_sigma(sigma: f64) -> Self {
        Self { sigma: Some(sigma), ..Self::default() }
    }

    /// The problem as it is then; sources stay in it, and the least share is no part of it.
    pub fn applied_to(&self, problem: &Problem) -> Problem {
        let mut changed = problem.clone();
        if let Some(pool) = self.pool {
            changed.pool = pool;
        }
        for subject in &mut changed.subjects {
            if let (Some(circle), Some(sigma)) = (&mut subject.circle, self.sigma) {
                circle.sigma = sigma.max(1.0);
            }
            if let (Some(stated), Some(reliability)) = (&mut subject.stated, self.reliability) {
                stated.reliability = reliability;
            }
        }
        if self.without_fingerprints {
            changed.prints = Vec::new();
        }
        if !self.without_recipients.is_empty() {
            drop_subjects(&mut changed, &self.without_recipients);
        }
        changed
    }
}

/// Takes subjects out and numbers the others anew.
fn drop_subjects(problem: &mut Problem, dropped: &BTreeSet<RecipientId>) {
    let mut place: Vec<Option<usize>> = Vec::with_capacity(problem.subjects.len());
    let mut kept = 0;
    for subject in &problem.subjects {
        let stays = !dropped.contains(&subject.id);
        place.push(stays.then_some(kept));
        kept += usize::from(stays);
    }
    let place = |subject: usize| place.get(subject).copied().flatten();
    problem.subjects.retain(|subject| !dropped.contains(&subject.id));
    for candidate in &mut problem.candidates {
        candidate.members.retain_mut(|member| place(member.subject).map(|at| member.subject = at).is_some());
        for slice in &mut candidate.slices {
            slice.subjects = slice.subjects.iter().filter_map(|subject| place(*subject)).collect();
        }
    }
    for of_candidate in &mut problem.prints {
        let mut at = 0;
        of_candidate.retain(|_| {
            at += 1;
            place(at - 1).is_some()
        });
    }
}
