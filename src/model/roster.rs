//! Who held which post, and who opened which file when.

use super::{AccessId, EvidenceId, ImportId, Interval, PersonId, PostId, SourceId, UncertainDay};
use serde::{Deserialize, Serialize};

/// Whether a document states a right or it is only likely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// A document states it.
    #[default]
    Certain,
    /// Likely from the post, not stated.
    Possible,
}

/// One person in one post, which gave access to one source (or to none, if `source` is `None`: a post elsewhere, the second hat).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// Row number.
    pub id: PostId,
    /// The import it came in with.
    pub import: ImportId,
    /// The file it was read from, and its row there, from 0 after the header.
    pub evidence: Option<EvidenceId>,
    /// See `evidence`.
    pub row: u64,
    /// Who.
    pub person: PersonId,
    /// Title of the post.
    pub post: String,
    /// Organisation.
    pub body: String,
    /// The file the post gave access to.
    pub source: Option<SourceId>,
    /// First day, as written.
    pub from: Option<UncertainDay>,
    /// Last day still in post, as written; `None` = not known to have ended, which is not "today".
    pub to: Option<UncertainDay>,
    /// Whether the access is stated or likely.
    pub certainty: Certainty,
    /// The document that shows it.
    pub proof: String,
    /// The last day for which the proof shows the person in post; a post without an end is certain up to it.
    pub proof_date: Option<UncertainDay>,
}

impl Post {
    /// The span of the post: `[from, day after to)`.
    pub fn interval(&self) -> Interval {
        Interval {
            from: self.from.as_ref().map(UncertainDay::as_from).unwrap_or_default(),
            until: self.to.as_ref().map(UncertainDay::as_last_day).unwrap_or_default(),
        }
    }
}

/// What somebody did with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccessAction {
    /// Looked at it.
    View,
    /// Took a copy.
    Export,
    /// Sent it to somebody.
    Send,
    /// Handed it over.
    Transfer,
}

/// One line of an access log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccessEvent {
    /// Row number.
    pub id: AccessId,
    /// The import it came in with.
    pub import: ImportId,
    /// Which file.
    pub source: SourceId,
    /// When.
    pub at: UncertainDay,
    /// Who.
    pub person: PersonId,
    /// What they did.
    pub action: AccessAction,
    /// How many rows, if logged.
    pub rows: Option<u64>,
    /// Free text.
    pub note: String,
}
