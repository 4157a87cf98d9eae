//! Review of links by a person: what to ask, in which order, and what the answers say about all the links that were not asked about.
//!
//! Pure: it is told the links and the decisions and keeps nothing. Where decisions are stored is [`crate::case`], what they do to membership is
//! [`crate::analysis`].

mod estimate;
mod overrule;
mod queue;

pub use estimate::{Estimate, Group, Measure, Stratum, estimate};
pub use overrule::{Rulings, overrule, rulings};
pub use queue::{Question, Reason, queue};

use crate::model::{Answer, Decision, Label, RecipientId, SnapshotId};
use std::collections::BTreeMap;

/// A link as a reviewer is asked about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// About whom.
    pub recipient: RecipientId,
    /// In which snapshot.
    pub snapshot: SnapshotId,
    /// Which row of it, from 0 after the header.
    pub row: u64,
    /// Probability in [0, 1] the program gives the link by itself, whatever has been decided.
    pub probability: f64,
    /// What the program calls it.
    pub label: Label,
}

/// The answers that stand, by recipient, snapshot and row.
struct Answers<'a>(BTreeMap<(&'a RecipientId, SnapshotId, u64), Answer>);

impl<'a> Answers<'a> {
    fn of(decisions: &'a [Decision]) -> Self {
        // Decisions are sorted by id, so the newest stays; see `Contents::decision`.
        Self(decisions.iter().map(|decision| ((&decision.recipient, decision.snapshot, decision.row), decision.answer)).collect())
    }

    fn on(&self, item: &'a Item) -> Option<Answer> {
        self.0.get(&(&item.recipient, item.snapshot, item.row)).copied()
    }

    /// Whether a row of this snapshot was decided to be the recipient, so that nothing about the others is left to ask.
    fn is_settled(&self, item: &'a Item) -> bool {
        let of_person = (&item.recipient, item.snapshot, 0)..=(&item.recipient, item.snapshot, u64::MAX);
        self.0.range(of_person).any(|(_, answer)| *answer == Answer::Same)
    }
}

#[cfg(test)]
mod tests;
