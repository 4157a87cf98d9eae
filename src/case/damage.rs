//! What is found where a case, or a part of one, should be: kept as what it is, so that it can be said in any language.

use crate::model::EvidenceId;
use std::fmt;

/// What a file is that is no case, as far as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum OtherFile {
    Folder,
    Empty,
    OtherDatabase,
    Png,
    Pdf,
    Zip,
    Text,
    Unknown,
}

impl fmt::Display for OtherFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Folder => "it is a folder",
            Self::Empty => "the file is empty",
            Self::OtherDatabase => "it is an SQLite database of another program",
            Self::Png => "it is a PNG picture",
            Self::Pdf => "it is a PDF document",
            Self::Zip => "it is a ZIP archive or an office document",
            Self::Text => "it is a text file",
            Self::Unknown => "its first bytes are not those of a case",
        })
    }
}

/// What does not fit in a recovery key as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// A character that no recovery key has.
    Character,
    /// Too few or too many groups.
    Groups,
    /// The last group, which checks the others.
    Check,
}

impl fmt::Display for SheetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Character => "it has a character that is not one of 0-9 and a-f",
            Self::Groups => "it must have 17 groups of 4 digits",
            Self::Check => "its last group, the check, does not fit the others; look for a typing error",
        })
    }
}

/// How a case file is damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Its end is missing.
    Cut {
        /// Bytes it should have.
        stated: u64,
        /// Bytes that are there.
        actual: u64,
    },
    /// The database gave up in the middle of an import and took it back.
    Interrupted,
    /// The bytes of a piece of evidence are not all there.
    Evidence {
        /// Which.
        id: EvidenceId,
        /// What was found.
        what: String,
    },
    /// A record is not what is stored there; what was found.
    Record(String),
    /// The action log does not hold together; what was found.
    Log(String),
    /// The database says so; in its own words.
    Database(String),
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut { stated, actual } => write!(f, "its end is missing, {actual} of {stated} bytes are there"),
            Self::Interrupted => f.write_str("the import was interrupted by the database and nothing of it was kept"),
            Self::Evidence { id, what } => write!(f, "evidence E{id}: {what}"),
            Self::Record(what) => write!(f, "a stored record cannot be read ({what})"),
            Self::Log(what) | Self::Database(what) => f.write_str(what),
        }
    }
}
