//! Why a file could not be imported.

use crate::case::CaseError;
use crate::model::{Arg, Said};
use crate::said;
use crate::words::english;
use std::path::{Path, PathBuf};

/// A file was refused as a whole. Single rows and messages are [`crate::model::Rejection`]s instead.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("{}", english(&said!("remarks-error-missing")))]
    Missing {
        /// Which file.
        path: PathBuf,
    },
    /// The file has no bytes.
    #[error("{}", english(&said!("remarks-error-empty")))]
    Empty {
        /// Which file.
        path: PathBuf,
    },
    /// Reading failed.
    #[error("{}", english(&said!("remarks-error-read")))]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Writing what was read failed.
    #[error("{}", english(&said!("remarks-error-write")))]
    Write {
        /// Why.
        source: std::io::Error,
    },
    /// No format accepts it as what it is imported as.
    #[error("{}", english(&wrong_kind(found, wanted)))]
    WrongKind {
        /// What its content looks like: "a ZIP archive", "a PDF document", "a CSV table".
        found: Said,
        /// What is needed here, with the remedy, as a clause: "messages are read from .eml, mbox and SMS XML files".
        wanted: Said,
        /// Which file.
        path: PathBuf,
    },
    /// The format was recognised and its content is broken.
    #[error("{}", english(&broken(what, *line)))]
    Broken {
        /// What is wrong and what can be done.
        what: Said,
        /// Where, from 1.
        line: Option<u64>,
        /// Which file.
        path: PathBuf,
    },
    /// A limit of formats.md §8 was passed.
    #[error("{}", english(what))]
    TooLarge {
        /// Which limit, and what can be done.
        what: Said,
        /// Which file.
        path: PathBuf,
    },
    /// The mapping names a column that is not there, or a needed field has no column.
    #[error("{}", english(&mapping(what, found)))]
    Mapping {
        /// Which field or column, and what can be done.
        what: Said,
        /// The header.
        found: Vec<String>,
        /// Which file.
        path: PathBuf,
    },
    /// The case refused.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The user asked to stop.
    #[error("{}", english(&said!("remarks-error-cancelled")))]
    Cancelled,
}

fn wrong_kind(found: &Said, wanted: &Said) -> Said {
    said!("remarks-error-wrong-kind", found = found.clone(), wanted = wanted.clone())
}

fn broken(what: &Said, line: Option<u64>) -> Said {
    line.map_or_else(|| what.clone(), |line| said!("remarks-error-line", problem = what.clone(), line = line.to_string()))
}

fn mapping(what: &Said, found: &[String]) -> Said {
    let header: Vec<Arg> = found.iter().map(Arg::quoted).collect();
    said!("remarks-error-header", problem = what.clone(), header = header)
}

impl ImportError {
    /// The sentence for every language; `None` if it is the case's.
    pub fn said(&self) -> Option<Said> {
        Some(match self {
            Self::Missing { .. } => said!("remarks-error-missing"),
            Self::Empty { .. } => said!("remarks-error-empty"),
            Self::Read { .. } => said!("remarks-error-read"),
            Self::Write { .. } => said!("remarks-error-write"),
            Self::WrongKind { found, wanted, .. } => wrong_kind(found, wanted),
            Self::Broken { what, line, .. } => broken(what, *line),
            Self::TooLarge { what, .. } => what.clone(),
            Self::Mapping { what, found, .. } => mapping(what, found),
            Self::Case(_) => return None,
            Self::Cancelled => said!("remarks-error-cancelled"),
        })
    }

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
