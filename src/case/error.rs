//! What can go wrong with a case file.

use super::damage::{Damage, OtherFile, SheetFault};
use crate::model::EvidenceId;
use std::path::{Path, PathBuf};

/// Why a case file could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// The file is not a Sourcier case.
    #[error("This is not a Sourcier case file: {found}")]
    NotACase {
        /// What it is instead, as far as its first bytes tell.
        found: OtherFile,
        /// Which file.
        path: PathBuf,
    },
    /// The file is encrypted and the passphrase is missing.
    #[error("This case is protected by a passphrase")]
    PassphraseNeeded {
        /// Which file.
        path: PathBuf,
    },
    /// The passphrase is wrong (or the first page is damaged, which cannot be told apart).
    #[error("The passphrase does not open this case")]
    WrongPassphrase {
        /// Which file.
        path: PathBuf,
    },
    /// A passphrase without any character protects nothing.
    #[error("The passphrase is empty; choose one, or make the case without a passphrase")]
    EmptyPassphrase,
    /// The recovery key was not typed as it stands on the sheet.
    #[error("This is not a recovery key as the sheet shows it: {what}")]
    BadRecoveryKey {
        /// What does not fit.
        what: SheetFault,
    },
    /// Another program has the case open.
    #[error("This case is already open in another window or program")]
    InUse {
        /// Which file.
        path: PathBuf,
    },
    /// There is a file already where a new case should go.
    #[error("There is already a file here; choose another name")]
    Exists {
        /// Which file.
        path: PathBuf,
    },
    /// People are hidden, and the original bytes would show them.
    #[error("The original is hidden as long as the witness shield is up")]
    Veiled,
    /// The case cannot be changed.
    #[error("This case was written by a newer version of Sourcier and is open read-only; update Sourcier to change it")]
    ReadOnly {
        /// Which file.
        path: PathBuf,
    },
    /// The case is from a version so much newer that it cannot even be read.
    #[error("This case was written by a newer version of Sourcier and cannot be read by this one; update Sourcier to open it")]
    TooNew {
        /// Which file.
        path: PathBuf,
    },
    /// The case has been closed in the meantime.
    #[error("This case has been closed")]
    Closed {
        /// Which file.
        path: PathBuf,
    },
    /// The contents are damaged; `sourcier verify` says where.
    #[error("The case file is damaged: {what}")]
    Damaged {
        /// What was found.
        what: Damage,
        /// Which file.
        path: PathBuf,
    },
    /// An edit or a look-up names something that is not there.
    #[error("{what} is not in this case")]
    NoSuchRecord {
        /// What was looked for.
        what: String,
    },
    /// A record that could not be read back as it was given.
    #[error("{what} cannot be stored: {why}")]
    BadRecord {
        /// Which record.
        what: String,
        /// Why, with the remedy.
        why: String,
    },
    /// The bytes of a file came in sealed and are not to be kept.
    #[error(
        "The file {file:?} cannot be stored: the same bytes came in sealed (E{evidence}), so they were not to be kept; import it sealed again, or in another case"
    )]
    SealedBefore {
        /// Which file, as the user gave it.
        file: String,
        /// As which piece of evidence they came in.
        evidence: EvidenceId,
    },
    /// The bytes of a piece of evidence that came in sealed were asked for.
    #[error("It came in sealed: the case keeps its digest and not its bytes")]
    Withheld {
        /// Which file.
        path: PathBuf,
    },
    /// A piece of evidence too large to be kept in the case is another file by now.
    #[error("It no longer has the size it was taken in with")]
    Altered {
        /// Which file.
        path: PathBuf,
    },
    /// The account of an import does not add up.
    #[error("The account of {file:?} does not add up: {found} found, but {imported} imported + {duplicates} duplicates + {rejected} rejected")]
    Unreconciled {
        /// Which file, as the user gave it.
        file: String,
        /// Items seen.
        found: u64,
        /// Items taken over.
        imported: u64,
        /// Items there already.
        duplicates: u64,
        /// Items not taken over.
        rejected: u64,
    },
    /// Reading or writing a file failed.
    #[error("The file could not be read or written")]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("The case database refused an operation")]
    Database(#[from] rusqlite::Error),
    /// A stored record could not be read.
    #[error("A stored record could not be read")]
    Record(#[from] serde_json::Error),
    /// A stored table could not be read or written.
    #[error("A stored table could not be read or written")]
    Table(#[from] polars::error::PolarsError),
    /// The user asked to stop.
    #[error("Cancelled")]
    Cancelled,
}

/// Whether the database says that its file is damaged.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase))
}

impl CaseError {
    /// The file it is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NotACase { path, .. }
            | Self::PassphraseNeeded { path }
            | Self::WrongPassphrase { path }
            | Self::InUse { path }
            | Self::Exists { path }
            | Self::ReadOnly { path }
            | Self::Damaged { path, .. }
            | Self::Withheld { path }
            | Self::Altered { path }
            | Self::Io { path, .. } => Some(path),
            _ => None,
        }
    }
}
