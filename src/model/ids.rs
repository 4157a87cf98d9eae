//! Ids: newtypes, never bare integers or strings.
//!
//! Ids that people choose or that stand in documents are text and keep their leading zeros; ids of stored records are the row numbers of the case file.

use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

macro_rules! row_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

text_id!(
    /// A recipient or a control: `r12`, or what the recipients table calls it.
    RecipientId
);
text_id!(
    /// A candidate file, as the manifest names it: `adherents`.
    SourceId
);
text_id!(
    /// One mailing, in one or several waves: `rentree-2018`.
    CampaignId
);
text_id!(
    /// A person of the roster, by the name the roster gives.
    PersonId
);
text_id!(
    /// A rival explanation: `electoral-roll`, or an id of its own for one that somebody added.
    RivalKind
);

row_id!(
    /// A piece of evidence: one file as it was received. Shown as `E7`.
    EvidenceId
);
row_id!(
    /// One import: everything that came in by one act and can be withdrawn by one undo.
    ImportId
);
row_id!(
    /// A message received.
    MessageId
);
row_id!(
    /// A dated state of a source.
    SnapshotId
);
row_id!(
    /// A roster entry: one person in one post.
    PostId
);
row_id!(
    /// A line of an access log.
    AccessId
);
row_id!(
    /// A statement of a recipient about a source.
    StatementId
);
row_id!(
    /// A dated event.
    EventId
);
row_id!(
    /// A reviewer's decision about a link.
    DecisionId
);
row_id!(
    /// An answer to a rival explanation.
    RivalId
);
row_id!(
    /// The star and tags of one thing.
    AnnotationId
);
row_id!(
    /// A note.
    NoteId
);
