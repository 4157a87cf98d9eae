//! A list of terms, asked one by one: how often each is found, and where. No term is ever left out, whatever is found of it.

use super::SearchError;
use super::documents::Group;
use super::index::Index;
use super::query::Query;
use crate::job::{Progress, Stage};

/// How a term was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As a question.
    Question,
    /// It is no question: its words were looked for, whatever signs stand between them.
    Words,
    /// It has no letter and no digit; nothing can be found.
    Nothing,
}

/// A term and what was found of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// As typed.
    pub term: String,
    /// How it was read.
    pub reading: Reading,
    /// In the order of [`Group::ALL`].
    pub counts: [usize; Group::ALL.len()],
}

impl TermRow {
    /// In all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// The terms of a pasted list: one a line, empty lines left out.
pub fn listed(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Asks for each term of a list.
///
/// # Errors
/// [`SearchError::Cancelled`], and if the database engine fails.
pub fn count(index: &Index, text: &str, progress: &dyn Progress) -> Result<Vec<TermRow>, SearchError> {
    let terms = listed(text);
    let total = terms.len() as u64;
    progress.stage(Stage::Searching, "");
    let mut rows = Vec::with_capacity(terms.len());
    for (done, term) in (0..).zip(terms) {
        progress.advance(done, Some(total));
        if progress.is_cancelled() {
            return Err(SearchError::Cancelled);
        }
        let (query, reading) = read(term);
        let counts = query.map_or(Ok([0; Group::ALL.len()]), |query| index.count(&query))?;
        rows.push(TermRow { term: term.to_owned(), reading, counts });
    }
    Ok(rows)
}

/// The question a term asks, and how it was read.
pub fn read(term: &str) -> (Option<Query>, Reading) {
    match Query::parse(term) {
        Ok(query) => (Some(query), Reading::Question),
        Err(_mistake) => match Query::literal(term) {
            Some(query) => (Some(query), Reading::Words),
            None => (None, Reading::Nothing),
        },
    }
}
