//! Searching a whole case: a question in words, the index that answers it, and a few words around what was found.
//!
//! Messages, recipients, people, files, events, answers and notes are indexed ([`index`]); the rows of files, which may be millions, are looked through
//! only when asked ([`rows`]). Nothing is ever written: see [`index`] for why. What is masked is masked by whoever shows it, from the documents of
//! the masked case; the question is put to the case as it is.

pub mod documents;
mod fts;
pub mod index;
mod matcher;
pub mod query;
pub mod rows;
pub mod snippet;
pub mod spot;
pub mod terms;

pub use documents::{Documents, Group};
pub use index::{Found, Hit, Index};
pub use matcher::Haystack;
pub use query::{Mistake, Query, QueryError};
pub use snippet::Run;

use crate::case::CaseError;

/// Why a search has no answer.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The user stopped it.
    #[error("The search was cancelled")]
    Cancelled,
    /// The case could not be read.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The index failed.
    #[error("The search index failed: {0}")]
    Index(#[from] rusqlite::Error),
}
