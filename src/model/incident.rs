//! The incident as a whole: its settings, and everything the case holds about it except the rows of the sources.

use super::{
    AccessEvent, Annotation, CampaignId, Day, Decision, EventId, Evidence, ImportId, ImportReport, Message, Note, Post, Recipient, RecipientId,
    Rival, RivalKind, SavedView, Snapshot, SnapshotId, Source, SourceId, StatementId, Thing, UncertainDay,
};
use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

/// Settings of the incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Incident {
    /// Title of the case.
    pub title: String,
    /// Default language of what is written.
    pub language: Language,
    /// IANA name of the time zone days are read in.
    pub timezone: String,
    /// N₀: people an unrelated mailing could have reached.
    pub pool: u64,
    /// Last day considered; `None` = the last message.
    pub until: Option<Day>,
    /// Whether fingerprints bear on the answer; they are shown either way.
    pub fingerprints: bool,
    /// Views of lists somebody saved. No answer depends on them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<SavedView>,
}

impl Default for Incident {
    fn default() -> Self {
        Self {
            title: String::new(),
            language: Language::Fr,
            timezone: "Europe/Paris".to_owned(),
            pool: 10_000,
            until: None,
            fingerprints: true,
            views: Vec::new(),
        }
    }
}

/// "I gave this address only to k, in 2009."
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Row number.
    pub id: StatementId,
    /// The import it came in with.
    pub import: ImportId,
    /// Whose statement: by id, or resolved from an e-mail address or telephone number at import.
    pub recipient: RecipientId,
    /// About which source.
    pub source: SourceId,
    /// When it was given.
    pub given_on: Option<UncertainDay>,
    /// Given to this source *only*.
    pub is_exclusive: bool,
    /// ρ in (0, 1): how far it can be relied on.
    pub reliability: f64,
    /// Asked, they say that they were *not* in this file. Kept and shown; the reasoning makes no use of it.
    #[serde(default)]
    pub is_denied: bool,
    /// The address or number they say they gave, as written; empty if they did not say.
    #[serde(default)]
    pub given_as: String,
    /// What else they said.
    #[serde(default)]
    pub note: String,
}

/// What a dated event is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventKind {
    Election,
    Request,
    Answer,
    Decision,
    #[default]
    Other,
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Row number.
    pub id: EventId,
    /// The import it came in with.
    pub import: ImportId,
    /// When; `None` goes to the "no date" tray.
    pub at: Option<UncertainDay>,
    /// What.
    pub title: String,
    /// Which sort.
    pub kind: EventKind,
    /// Free text.
    pub note: String,
}

/// Everything a case holds except the rows of its sources. Lists are sorted by id.
///
/// Views and the reasoning read this; only commands change it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contents {
    /// Settings.
    pub incident: Incident,
    /// Files as received.
    pub evidence: Vec<Evidence>,
    /// The account of every import that stands.
    pub imports: Vec<ImportReport>,
    /// Messages, further copies included.
    pub messages: Vec<Message>,
    /// Recipients and controls.
    pub recipients: Vec<Recipient>,
    /// Candidate files.
    pub sources: Vec<Source>,
    /// Their dated states.
    pub snapshots: Vec<Snapshot>,
    /// What recipients said.
    pub statements: Vec<Statement>,
    /// Roster.
    pub posts: Vec<Post>,
    /// Access logs.
    pub accesses: Vec<AccessEvent>,
    /// Events.
    pub events: Vec<Event>,
    /// What reviewers decided about links.
    pub decisions: Vec<Decision>,
    /// What was answered to rival explanations.
    pub rivals: Vec<Rival>,
    /// Stars and tags. Skipped where there are none, so that what is written of a case without them stays as it was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<Annotation>,
    /// Notes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

impl Contents {
    /// The recipient with this id.
    pub fn recipient(&self, id: &RecipientId) -> Option<&Recipient> {
        self.recipients.binary_search_by(|r| r.id.cmp(id)).ok().map(|at| &self.recipients[at])
    }

    /// The decision that stands on this row being this recipient.
    pub fn decision(&self, recipient: &RecipientId, snapshot: SnapshotId, row: u64) -> Option<&Decision> {
        // An import brought back may bring an older one with it; the newest stands.
        self.decisions.iter().rev().find(|it| it.row == row && it.snapshot == snapshot && &it.recipient == recipient)
    }

    /// The answer that stands to a rival explanation of a mailing.
    pub fn rival(&self, campaign: &CampaignId, kind: &RivalKind) -> Option<&Rival> {
        // As for decisions: the newest stands.
        self.rivals.iter().rev().find(|it| &it.kind == kind && &it.campaign == campaign)
    }

    /// The star and tags of a thing. For many things at once see [`super::Marks`].
    pub fn annotation(&self, thing: &Thing) -> Option<&Annotation> {
        self.annotations.iter().rev().find(|it| &it.about == thing)
    }

    /// The note with this id.
    pub fn note(&self, id: super::NoteId) -> Option<&Note> {
        self.notes.binary_search_by_key(&id, |note| note.id).ok().map(|at| &self.notes[at])
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| &source.id == id)
    }

    /// The snapshots of a source, oldest first, undated last.
    pub fn snapshots_of<'a>(&'a self, source: &'a SourceId) -> Vec<&'a Snapshot> {
        let mut found: Vec<_> = self.snapshots.iter().filter(|snapshot| &snapshot.source == source).collect();
        found.sort_by_key(|s| (s.as_of.is_none(), s.as_of.as_ref().and_then(|day| day.earliest), s.id));
        found
    }
}
