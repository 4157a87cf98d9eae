//! What somebody answered to a rival explanation of where a mailing list came from. Which explanations are asked about is data, see
//! [`crate::campaign::rivals`]; what an answer is worth is for people to say.

use super::{CampaignId, EvidenceId, ImportId, MessageId, RecipientId, RivalId, RivalKind};
use serde::{Deserialize, Serialize};

/// Where the question stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Nobody has answered it: a caution beside the verdict.
    #[default]
    Open,
    /// Answered: something in the case speaks against it.
    SpokenAgainst,
    /// Answered: supported, or possible after all that is known. Still said beside the verdict.
    Possible,
    /// It cannot apply to this mailing.
    DoesNotApply,
}

impl Standing {
    /// Every standing, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Open, Self::SpokenAgainst, Self::Possible, Self::DoesNotApply];

    /// As the manifest writes it: `spoken-against`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::SpokenAgainst => "spoken-against",
            Self::Possible => "possible",
            Self::DoesNotApply => "does-not-apply",
        }
    }
}

/// What an answer points to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "to", content = "id", rename_all = "kebab-case")]
pub enum Reference {
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A message.
    Message(MessageId),
    /// A recipient or control.
    Recipient(RecipientId),
}

/// The answer to one rival explanation of one mailing. Of each campaign and kind at most one stands: a newer one takes its place, and undoing that
/// brings the older one back. Who gave it and when is in the action log; see [`crate::case::Case::written`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rival {
    /// Row number.
    pub id: RivalId,
    /// The import it came in with; 0 = by hand.
    pub import: ImportId,
    /// Which mailing.
    pub campaign: CampaignId,
    /// Which explanation: an id of the catalogue, or one of its own for an explanation somebody added.
    pub kind: RivalKind,
    /// What an added explanation is called; empty for one of the catalogue.
    #[serde(default)]
    pub title: String,
    /// Where the question stands.
    pub standing: Standing,
    /// The answer in words.
    #[serde(default)]
    pub text: String,
    /// What it rests on, sorted.
    #[serde(default)]
    pub references: Vec<Reference>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standings_are_stored_as_the_manifest_writes_them() {
        for standing in Standing::ALL {
            assert_eq!(serde_json::to_value(standing).unwrap(), standing.key());
        }
    }

    #[test]
    fn a_reference_says_what_it_points_to() {
        let references = [Reference::Evidence(EvidenceId(7)), Reference::Message(MessageId(3)), Reference::Recipient("r1".into())];
        let stored = serde_json::json!([{ "to": "evidence", "id": 7 }, { "to": "message", "id": 3 }, { "to": "recipient", "id": "r1" }]);
        assert_eq!(serde_json::to_value(references).unwrap(), stored);
    }
}
