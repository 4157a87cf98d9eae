//! How each kind of record is named, stored and put in its list.

use super::{CaseError, Record, RecordKey, RecordKind};
use crate::model::{
    AccessEvent, Annotation, Contents, Decision, Event, Evidence, ImportId, Message, Note, Post, Recipient, Rival, Snapshot, Source, Statement,
};
use rusqlite::types::Value;

/// A table of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Incident,
    Message,
    Recipient,
    Source,
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

impl Table {
    pub(super) const ALL: [Self; 13] = [
        Self::Incident,
        Self::Message,
        Self::Recipient,
        Self::Source,
        Self::Snapshot,
        Self::Statement,
        Self::Post,
        Self::Access,
        Self::Event,
        Self::Decision,
        Self::Rival,
        Self::Annotation,
        Self::Note,
    ];

    /// Its name in the database.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Message => "message",
            Self::Recipient => "recipient",
            Self::Source => "source",
            Self::Snapshot => "snapshot",
            Self::Statement => "statement",
            Self::Post => "post",
            Self::Access => "access",
            Self::Event => "event",
            Self::Decision => "decision",
            Self::Rival => "rival",
            Self::Annotation => "annotation",
            Self::Note => "note",
        }
    }

    /// The first version of a case file that has it.
    pub(super) fn since(self) -> i32 {
        match self {
            Self::Decision => 2,
            Self::Rival => 3,
            Self::Annotation | Self::Note => 4,
            _ => 1,
        }
    }

    /// Reads a stored record of this table.
    pub(super) fn read(self, json: &str) -> Result<Record, CaseError> {
        Ok(match self {
            Self::Incident => Record::Incident(serde_json::from_str(json)?),
            Self::Message => Record::Message(serde_json::from_str(json)?),
            Self::Recipient => Record::Recipient(serde_json::from_str(json)?),
            Self::Source => Record::Source(serde_json::from_str(json)?),
            Self::Snapshot => Record::Snapshot(serde_json::from_str(json)?),
            Self::Statement => Record::Statement(serde_json::from_str(json)?),
            Self::Post => Record::Post(serde_json::from_str(json)?),
            Self::Access => Record::Access(serde_json::from_str(json)?),
            Self::Event => Record::Event(serde_json::from_str(json)?),
            Self::Decision => Record::Decision(serde_json::from_str(json)?),
            Self::Rival => Record::Rival(serde_json::from_str(json)?),
            Self::Annotation => Record::Annotation(serde_json::from_str(json)?),
            Self::Note => Record::Note(serde_json::from_str(json)?),
        })
    }
}

impl RecordKind {
    /// Every kind with a row number, in the order of the counters.
    pub(super) const ALL: [Self; 10] = [
        Self::Message,
        Self::Snapshot,
        Self::Statement,
        Self::Post,
        Self::Access,
        Self::Event,
        Self::Decision,
        Self::Rival,
        Self::Annotation,
        Self::Note,
    ];

    pub(super) fn table(self) -> Table {
        match self {
            Self::Message => Table::Message,
            Self::Snapshot => Table::Snapshot,
            Self::Statement => Table::Statement,
            Self::Post => Table::Post,
            Self::Access => Table::Access,
            Self::Event => Table::Event,
            Self::Decision => Table::Decision,
            Self::Rival => Table::Rival,
            Self::Annotation => Table::Annotation,
            Self::Note => Table::Note,
        }
    }
}

impl RecordKey {
    pub(super) fn table(&self) -> Table {
        match self {
            Self::Incident => Table::Incident,
            Self::Message(_) => Table::Message,
            Self::Recipient(_) => Table::Recipient,
            Self::Source(_) => Table::Source,
            Self::Snapshot(_) => Table::Snapshot,
            Self::Statement(_) => Table::Statement,
            Self::Post(_) => Table::Post,
            Self::Access(_) => Table::Access,
            Self::Event(_) => Table::Event,
            Self::Decision(_) => Table::Decision,
            Self::Rival(_) => Table::Rival,
            Self::Annotation(_) => Table::Annotation,
            Self::Note(_) => Table::Note,
        }
    }

    /// The value of the id column.
    pub(super) fn id(&self) -> Value {
        match self {
            Self::Incident => Value::Integer(1),
            Self::Recipient(id) => Value::Text(id.0.clone()),
            Self::Source(id) => Value::Text(id.0.clone()),
            Self::Message(id)
            | Self::Snapshot(id)
            | Self::Statement(id)
            | Self::Post(id)
            | Self::Access(id)
            | Self::Event(id)
            | Self::Decision(id)
            | Self::Rival(id)
            | Self::Annotation(id)
            | Self::Note(id) => Value::Integer(*id),
        }
    }
}

impl std::fmt::Display for RecordKey {
    /// `recipient r12`, as the log and the errors name it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Incident => f.write_str("incident"),
            Self::Recipient(id) => write!(f, "recipient {id}"),
            Self::Source(id) => write!(f, "source {id}"),
            Self::Message(id)
            | Self::Snapshot(id)
            | Self::Statement(id)
            | Self::Post(id)
            | Self::Access(id)
            | Self::Event(id)
            | Self::Decision(id)
            | Self::Rival(id)
            | Self::Annotation(id)
            | Self::Note(id) => {
                write!(f, "{} {id}", self.table().name())
            }
        }
    }
}

impl Record {
    /// What the record is found by.
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Incident(_) => RecordKey::Incident,
            Self::Message(it) => RecordKey::Message(it.id.0),
            Self::Recipient(it) => RecordKey::Recipient(it.id.clone()),
            Self::Source(it) => RecordKey::Source(it.id.clone()),
            Self::Snapshot(it) => RecordKey::Snapshot(it.id.0),
            Self::Statement(it) => RecordKey::Statement(it.id.0),
            Self::Post(it) => RecordKey::Post(it.id.0),
            Self::Access(it) => RecordKey::Access(it.id.0),
            Self::Event(it) => RecordKey::Event(it.id.0),
            Self::Decision(it) => RecordKey::Decision(it.id.0),
            Self::Rival(it) => RecordKey::Rival(it.id.0),
            Self::Annotation(it) => RecordKey::Annotation(it.id.0),
            Self::Note(it) => RecordKey::Note(it.id.0),
        }
    }

    /// Its row number and what counts it, if it has one.
    pub(super) fn number(&mut self) -> Option<(&mut i64, RecordKind)> {
        Some(match self {
            Self::Incident(_) | Self::Recipient(_) | Self::Source(_) => return None,
            Self::Message(it) => (&mut it.id.0, RecordKind::Message),
            Self::Snapshot(it) => (&mut it.id.0, RecordKind::Snapshot),
            Self::Statement(it) => (&mut it.id.0, RecordKind::Statement),
            Self::Post(it) => (&mut it.id.0, RecordKind::Post),
            Self::Access(it) => (&mut it.id.0, RecordKind::Access),
            Self::Event(it) => (&mut it.id.0, RecordKind::Event),
            Self::Decision(it) => (&mut it.id.0, RecordKind::Decision),
            Self::Rival(it) => (&mut it.id.0, RecordKind::Rival),
            Self::Annotation(it) => (&mut it.id.0, RecordKind::Annotation),
            Self::Note(it) => (&mut it.id.0, RecordKind::Note),
        })
    }

    /// The import it says it came in with.
    pub(super) fn import(&self) -> ImportId {
        match self {
            Self::Incident(_) => ImportId(0),
            Self::Message(it) => it.import,
            Self::Recipient(it) => it.import,
            Self::Source(it) => it.import,
            Self::Snapshot(it) => it.import,
            Self::Statement(it) => it.import,
            Self::Post(it) => it.import,
            Self::Access(it) => it.import,
            Self::Event(it) => it.import,
            Self::Decision(it) => it.import,
            Self::Rival(it) => it.import,
            Self::Annotation(it) => it.import,
            Self::Note(it) => it.import,
        }
    }

    /// The record as it is stored.
    pub(super) fn json(&self) -> Result<String, CaseError> {
        // JSON has no infinity and would hold `null` instead, which could not be read back.
        let number = match self {
            Self::Message(it) => it.sigma,
            Self::Recipient(it) => it.sigma,
            Self::Source(it) => it.coverage,
            Self::Statement(it) => Some(it.reliability),
            Self::Decision(it) => it.shown,
            _ => None,
        };
        if number.is_some_and(|number| !number.is_finite()) {
            return Err(CaseError::BadRecord {
                what: format!("The {}", self.key()),
                why: "one of its numbers is infinite or not a number".to_owned(),
            });
        }
        Ok(match self {
            Self::Incident(it) => serde_json::to_string(it)?,
            Self::Message(it) => serde_json::to_string(it)?,
            Self::Recipient(it) => serde_json::to_string(it)?,
            Self::Source(it) => serde_json::to_string(it)?,
            Self::Snapshot(it) => serde_json::to_string(it)?,
            Self::Statement(it) => serde_json::to_string(it)?,
            Self::Post(it) => serde_json::to_string(it)?,
            Self::Access(it) => serde_json::to_string(it)?,
            Self::Event(it) => serde_json::to_string(it)?,
            Self::Decision(it) => serde_json::to_string(it)?,
            Self::Rival(it) => serde_json::to_string(it)?,
            Self::Annotation(it) => serde_json::to_string(it)?,
            Self::Note(it) => serde_json::to_string(it)?,
        })
    }
}

/// Something that stands in one of the sorted lists.
pub(super) trait Listed {
    type Id: Ord;
    fn id(&self) -> &Self::Id;
}

macro_rules! listed {
    ($($kind:ty => $id:ty),*) => {$(
        impl Listed for $kind {
            type Id = $id;
            fn id(&self) -> &$id {
                &self.id
            }
        }
    )*};
}

listed!(
    Evidence => crate::model::EvidenceId,
    Message => crate::model::MessageId,
    Recipient => crate::model::RecipientId,
    Source => crate::model::SourceId,
    Snapshot => crate::model::SnapshotId,
    Statement => crate::model::StatementId,
    Post => crate::model::PostId,
    AccessEvent => crate::model::AccessId,
    Event => crate::model::EventId,
    Decision => crate::model::DecisionId,
    Rival => crate::model::RivalId,
    Annotation => crate::model::AnnotationId,
    Note => crate::model::NoteId
);

/// Puts one item in its place, over the one with the same id.
pub(super) fn place<T: Listed>(list: &mut Vec<T>, item: T) {
    match list.binary_search_by(|other| other.id().cmp(item.id())) {
        Ok(at) => list[at] = item,
        Err(at) => list.insert(at, item),
    }
}

fn take<T: Listed<Id: PartialEq>>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool) {
    list.retain(|item| !is_it(item));
}

/// Puts many items in their places; of several with the same id the last one stays. One pass, where placing them singly would move the rest of
/// the list each time.
fn absorb<T: Listed>(list: &mut Vec<T>, new: Vec<T>) {
    if new.len() < 32 {
        for item in new {
            place(list, item);
        }
        return;
    }
    list.extend(new);
    list.sort_by(|a, b| a.id().cmp(b.id()));
    // `dedup_by` keeps the first of a run; after the swap that is the last.
    list.dedup_by(|later, kept| {
        let is_same = later.id() == kept.id();
        if is_same {
            std::mem::swap(later, kept);
        }
        is_same
    });
}

/// Shows these records, each over the one with the same key.
pub(super) fn show(contents: &mut Contents, records: Vec<Record>) {
    let mut new = Contents::default();
    for record in records {
        match record {
            Record::Incident(it) => contents.incident = it,
            Record::Message(it) => new.messages.push(it),
            Record::Recipient(it) => new.recipients.push(it),
            Record::Source(it) => new.sources.push(it),
            Record::Snapshot(it) => new.snapshots.push(it),
            Record::Statement(it) => new.statements.push(it),
            Record::Post(it) => new.posts.push(it),
            Record::Access(it) => new.accesses.push(it),
            Record::Event(it) => new.events.push(it),
            Record::Decision(it) => new.decisions.push(it),
            Record::Rival(it) => new.rivals.push(it),
            Record::Annotation(it) => new.annotations.push(it),
            Record::Note(it) => new.notes.push(it),
        }
    }
    absorb(&mut contents.messages, new.messages);
    absorb(&mut contents.recipients, new.recipients);
    absorb(&mut contents.sources, new.sources);
    absorb(&mut contents.snapshots, new.snapshots);
    absorb(&mut contents.statements, new.statements);
    absorb(&mut contents.posts, new.posts);
    absorb(&mut contents.accesses, new.accesses);
    absorb(&mut contents.events, new.events);
    absorb(&mut contents.decisions, new.decisions);
    absorb(&mut contents.rivals, new.rivals);
    absorb(&mut contents.annotations, new.annotations);
    absorb(&mut contents.notes, new.notes);
}

/// Takes a record out of sight.
pub(super) fn hide(contents: &mut Contents, key: &RecordKey) {
    match key {
        RecordKey::Incident => contents.incident = crate::model::Incident::default(),
        RecordKey::Message(id) => take(&mut contents.messages, |it| it.id.0 == *id),
        RecordKey::Recipient(id) => take(&mut contents.recipients, |it| it.id == *id),
        RecordKey::Source(id) => take(&mut contents.sources, |it| it.id == *id),
        RecordKey::Snapshot(id) => take(&mut contents.snapshots, |it| it.id.0 == *id),
        RecordKey::Statement(id) => take(&mut contents.statements, |it| it.id.0 == *id),
        RecordKey::Post(id) => take(&mut contents.posts, |it| it.id.0 == *id),
        RecordKey::Access(id) => take(&mut contents.accesses, |it| it.id.0 == *id),
        RecordKey::Event(id) => take(&mut contents.events, |it| it.id.0 == *id),
        RecordKey::Decision(id) => take(&mut contents.decisions, |it| it.id.0 == *id),
        RecordKey::Rival(id) => take(&mut contents.rivals, |it| it.id.0 == *id),
        RecordKey::Annotation(id) => take(&mut contents.annotations, |it| it.id.0 == *id),
        RecordKey::Note(id) => take(&mut contents.notes, |it| it.id.0 == *id),
    }
}
