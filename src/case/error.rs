//! What can go wrong with a case file.

use std::path::PathBuf;

/// Why a case file could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// The file is not a Sourcier case.
    #[error("This is not a Sourcier case file")]
    NotACase {
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
    /// The case cannot be changed.
    #[error("This case was written by a newer version of Sourcier and is open read-only; update Sourcier to change it")]
    ReadOnly {
        /// Which file.
        path: PathBuf,
    },
    /// The contents are damaged; `sourcier verify` says where.
    #[error("The case file is damaged: {what}")]
    Damaged {
        /// What was found.
        what: String,
        /// Which file.
        path: PathBuf,
    },
    /// An edit or a look-up names something that is not there.
    #[error("{what} is not in this case")]
    NoSuchRecord {
        /// What was looked for.
        what: String,
    },
    /// Reading or writing the file failed.
    #[error("The case file could not be read or written")]
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
