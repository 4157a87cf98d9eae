//! What a reviewer decided about one row of a snapshot: whether it is the recipient. Not how likely the program thought it; see [`crate::link`].

use super::{DecisionId, ImportId, RecipientId, SnapshotId};
use serde::{Deserialize, Serialize};

/// What a reviewer says of a recipient and a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The row is the recipient.
    Same,
    /// The row is somebody else.
    Different,
    /// The row is somebody else who lives at the recipient's address.
    Household,
    /// Not enough information: nothing is overridden, but the question is not asked again.
    Unsure,
}

impl Answer {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Same, Self::Different, Self::Household, Self::Unsure];

    /// Whether the row is the recipient; `None` if the reviewer could not tell.
    pub fn is_same(self) -> Option<bool> {
        match self {
            Self::Same => Some(true),
            Self::Different | Self::Household => Some(false),
            Self::Unsure => None,
        }
    }
}

/// What the program calls a link, by its probability p and what competes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// p at least 0.99.
    Sure,
    /// p at least 0.9.
    Likely,
    /// p at least 0.5.
    Possible,
    /// Somebody else at the same address: more probably a member of the household than the person.
    Household,
    /// Another record fits nearly as well.
    Ambiguous,
    /// None of these; only shown when asked for.
    Weak,
}

/// A reviewer's answer about one recipient and one row. Of each recipient, snapshot and row at most one stands: a newer one takes its place, and undoing
/// that brings the older one back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Row number.
    pub id: DecisionId,
    /// The import it came in with; 0 = by hand.
    pub import: ImportId,
    /// About whom.
    pub recipient: RecipientId,
    /// In which snapshot.
    pub snapshot: SnapshotId,
    /// Which row of it, from 0 after the header.
    pub row: u64,
    /// What the reviewer said.
    pub answer: Answer,
    /// When, UTC.
    pub at: jiff::Timestamp,
    /// Probability in [0, 1] the program gave the link just before the decision, whether or not it was on screen; `None` if it had given none.
    pub shown: Option<f64>,
    /// What the program called the link just before the decision; `None` if it did not call it anything.
    #[serde(default)]
    pub label: Option<Label>,
    /// Whether the reviewer decided without seeing the probability.
    #[serde(default)]
    pub is_blind: bool,
    /// Free text.
    #[serde(default)]
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_of_the_household_is_somebody_else() {
        assert_eq!(Answer::ALL.map(Answer::is_same), [Some(true), Some(false), Some(false), None]);
    }

    #[test]
    fn answers_and_labels_are_kebab_case_words() {
        assert_eq!(serde_json::to_value(Answer::ALL).unwrap(), serde_json::json!(["same", "different", "household", "unsure"]));
        assert_eq!(serde_json::to_value(Label::Ambiguous).unwrap(), "ambiguous");
    }
}
