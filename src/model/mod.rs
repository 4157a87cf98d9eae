//! What things are: the plain types every floor shares.
//!
//! No behaviour beyond what a type means by itself: nothing here reads a file, a clock or a screen. Everything is `serde`, so that a record can be
//! stored, compared and undone as a whole.

pub mod annotation;
pub mod dates;
pub mod decision;
pub mod evidence;
pub mod ids;
pub mod incident;
pub mod message;
pub mod recipient;
pub mod rival;
pub mod roster;
pub mod said;
pub mod seal;
pub mod source;
pub mod view;

pub use annotation::{Annotation, Marked, Marks, Note, Piece, Thing};
pub use dates::{Bound, DateOrder, Day, Interval, UncertainDay};
pub use decision::{Answer, Decision, Label};
pub use evidence::{Evidence, ImportKind, ImportReport, Rejection};
pub use ids::{
    AccessId, AnnotationId, CampaignId, DecisionId, EventId, EvidenceId, ImportId, MessageId, NoteId, PersonId, PostId, RecipientId, RivalId,
    RivalKind, SnapshotId, SourceId, StatementId,
};
pub use incident::{Contents, Event, EventKind, Incident, Language, Statement};
pub use message::{Address, Channel, Message};
pub use recipient::{FoundBy, Identity, Recipient};
pub use rival::{Reference, Rival, Standing};
pub use roster::{AccessAction, AccessEvent, Certainty, Post};
pub use said::{Arg, Said};
pub use seal::{Seal, SealKey, SealKeyError};
pub use source::{Field, Mapping, Snapshot, Source, SourceKind};
pub use view::{ListView, Pick, SavedView, SortedBy};
