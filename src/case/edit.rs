//! Edits: every change a user makes, with its inverse.

use crate::model::{
    AccessEvent, Annotation, Decision, Event, ImportId, Incident, Message, Note, Post, Recipient, RecipientId, Rival, Snapshot, Source, SourceId,
    Statement,
};
use serde::{Deserialize, Serialize};

/// A record of the case, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "record", rename_all = "kebab-case")]
pub enum Record {
    /// The settings.
    Incident(Incident),
    /// A message.
    Message(Message),
    /// A recipient or control.
    Recipient(Recipient),
    /// A source.
    Source(Source),
    /// A snapshot.
    Snapshot(Snapshot),
    /// A statement.
    Statement(Statement),
    /// A roster entry.
    Post(Post),
    /// A line of an access log.
    Access(AccessEvent),
    /// An event.
    Event(Event),
    /// A reviewer's decision about a link.
    Decision(Decision),
    /// An answer to a rival explanation.
    Rival(Rival),
    /// The star and tags of a thing.
    Annotation(Annotation),
    /// A note.
    Note(Note),
}

/// What a record is found by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "one per variant of Record")]
pub enum RecordKey {
    Incident,
    Message(i64),
    Recipient(RecipientId),
    Source(SourceId),
    Snapshot(i64),
    Statement(i64),
    Post(i64),
    Access(i64),
    Event(i64),
    Decision(i64),
    Rival(i64),
    Annotation(i64),
    Note(i64),
}

/// The sort of a record with a row number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "one per variant of Record that has a row number")]
pub enum RecordKind {
    Message,
    Snapshot,
    Statement,
    Post,
    Access,
    Event,
    Decision,
    Rival,
    Annotation,
    Note,
}

/// A change to the case. Applying one returns nothing and remembers its inverse; see [`super::CaseFile::apply`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum Edit {
    /// Writes a record, new or changed. A decision takes the place of the one that stands on the same recipient and row, an answer
    /// to a rival explanation that of the one that stands for the same mailing, star and tags that of those the thing has.
    Put {
        /// The record as it shall be.
        record: Box<Record>,
    },
    /// Takes a record out.
    Remove {
        /// Which one.
        key: RecordKey,
    },
    /// Takes a whole import out of sight; its evidence and records stay in the file.
    Withdraw {
        /// Which import.
        import: ImportId,
    },
    /// Brings a withdrawn import back.
    Restore {
        /// Which import.
        import: ImportId,
    },
    /// Several edits as one step.
    Batch {
        /// In order.
        edits: Vec<Edit>,
    },
}

/// One step of the history, as the undo panel shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// Number of the step.
    pub seq: i64,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// What was done.
    pub edit: Edit,
    /// Whether it is undone at the moment.
    pub is_undone: bool,
}
