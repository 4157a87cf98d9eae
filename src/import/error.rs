//! Why a file could not be imported.

use crate::case::CaseError;
use std::path::{Path, PathBuf};

/// A file was refused as a whole. Single rows and messages are [`crate::model::Rejection`]s instead.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("The file does not exist")]
    Missing {
        /// Which file.
        path: PathBuf,
    },
    /// The file has no bytes.
    #[error("The file is empty")]
    Empty {
        /// Which file.
        path: PathBuf,
    },
    /// Reading failed.
    #[error("The file could not be read")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Writing what was read failed.
    #[error("The output could not be written")]
    Write {
        /// Why.
        source: std::io::Error,
    },
    /// No format accepts it as what it is imported as.
    #[error("This file is {found}; {wanted}")]
    WrongKind {
        /// What its content looks like: "a ZIP archive", "a PDF document", "a CSV table".
        found: String,
        /// What is needed here, with the remedy, as a clause: "messages are read from .eml, mbox and SMS XML files".
        wanted: String,
        /// Which file.
        path: PathBuf,
    },
    /// The format was recognised and its content is broken.
    #[error("{what}{}", .line.map(|line| format!(" (line {line})")).unwrap_or_default())]
    Broken {
        /// What is wrong and what can be done.
        what: String,
        /// Where, from 1.
        line: Option<u64>,
        /// Which file.
        path: PathBuf,
    },
    /// A limit of formats.md §8 was passed.
    #[error("{what}")]
    TooLarge {
        /// Which limit, and what can be done.
        what: String,
        /// Which file.
        path: PathBuf,
    },
    /// The mapping names a column that is not there, or a needed field has no column.
    #[error("{what}; the header has {found:?}")]
    Mapping {
        /// Which field or column, and what can be done.
        what: String,
        /// The header.
        found: Vec<String>,
        /// Which file.
        path: PathBuf,
    },
    /// The case refused.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The user asked to stop.
    #[error("Cancelled")]
    Cancelled,
}

impl ImportError {
    /// The file it is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Missing { path }
            | Self::Empty { path }
            | Self::Read { path, .. }
            | Self::WrongKind { path, .. }
            | Self::Broken { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Mapping { path, .. } => Some(path),
            Self::Write { .. } | Self::Case(_) | Self::Cancelled => None,
        }
    }

    /// The same error about this file, unless it names one already; formats leave the path empty because they only see bytes.
    #[must_use]
    pub fn at(mut self, file: &Path) -> Self {
        match &mut self {
            Self::Missing { path }
            | Self::Empty { path }
            | Self::Read { path, .. }
            | Self::WrongKind { path, .. }
            | Self::Broken { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Mapping { path, .. } => {
                if path.as_os_str().is_empty() {
                    file.clone_into(path);
                }
            }
            Self::Write { .. } | Self::Case(_) | Self::Cancelled => {}
        }
        self
    }
}
