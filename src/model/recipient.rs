//! People who received a message, or are known not to have.

use super::{CampaignId, EvidenceId, ImportId, RecipientId, SourceId, UncertainDay};
use serde::{Deserialize, Serialize};

/// How somebody came to be known as a recipient. It decides what their being in a file is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum FoundBy {
    /// Anybody who received the message could come forward (σ = 1).
    #[default]
    OpenCall,
    /// Everybody who was mailed is known.
    CompleteList,
    /// Found among the members of this source, who are over-represented by a factor σ.
    Circle(SourceId),
}

/// A text that names no way of being found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no way of being found; write open-call, complete-list or circle:<source id>")]
pub struct FoundByError(pub String);

impl From<FoundBy> for String {
    fn from(found_by: FoundBy) -> Self {
        found_by.to_string()
    }
}

impl std::fmt::Display for FoundBy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::OpenCall => f.write_str("open-call"),
            Self::CompleteList => f.write_str("complete-list"),
            Self::Circle(source) => write!(f, "circle:{source}"),
        }
    }
}

impl TryFrom<String> for FoundBy {
    type Error = FoundByError;

    fn try_from(text: String) -> Result<Self, FoundByError> {
        text.parse()
    }
}

impl std::str::FromStr for FoundBy {
    type Err = FoundByError;

    fn from_str(text: &str) -> Result<Self, FoundByError> {
        match text.trim() {
            "open-call" => Ok(Self::OpenCall),
            "complete-list" => Ok(Self::CompleteList),
            other => match other.strip_prefix("circle:").map(str::trim) {
                Some(source) if !source.is_empty() => Ok(Self::Circle(source.into())),
                _ => Err(FoundByError(text.to_owned())),
            },
        }
    }
}

/// What a table or a message says about who somebody is: raw values, as written. Canonical forms are computed by [`crate::normalise`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are the manifest's column names")]
pub struct Identity {
    pub name: String,
    pub first_name: String,
    pub last_name: String,
    pub civility: String,
    pub email: String,
    pub phone: String,
    pub street_number: String,
    pub street: String,
    pub address_extra: String,
    pub postcode: String,
    pub city: String,
    pub country: String,
    pub birth_date: String,
    /// Any other number that names a person in both tables.
    pub identifier: String,
}

/// Somebody who received the message, or (`received = false`) a control: known to be in a file, known not to have received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipient {
    /// `r12`, or what the table calls it.
    pub id: RecipientId,
    /// The import it came in with.
    pub import: ImportId,
    /// The file it was read from, and its row there, from 0 after the header (for a message file: the message's index).
    pub evidence: EvidenceId,
    /// See `evidence`.
    pub row: u64,
    /// Which mailing.
    pub campaign: CampaignId,
    /// Who it is, as written.
    pub identity: Identity,
    /// False for a control.
    pub received: bool,
    /// When it was sent to them, if known.
    pub sent_on: Option<UncertainDay>,
    /// The same to the minute, as written in the table or message, RFC 3339; empty if only the day is known.
    pub sent_at: Option<jiff::Timestamp>,
    /// The name as the message rendered it.
    pub rendered_name: String,
    /// How they were found.
    pub found_by: FoundBy,
    /// Strength σ of the circle; `None` = unlimited.
    pub sigma: Option<f64>,
    /// Left out of the reasoning by the user, kept in the case.
    #[serde(default)]
    pub is_set_aside: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_by_reads_what_it_writes() {
        for text in ["open-call", "complete-list", "circle:adherents"] {
            assert_eq!(text.parse::<FoundBy>().map(|f| f.to_string()).as_deref(), Ok(text));
        }
        assert!("circle:".parse::<FoundBy>().is_err());
        assert!("open call".parse::<FoundBy>().is_err());
    }
}
