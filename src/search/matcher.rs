//! The same question asked of a text directly: for rows of files, which are in no index, and for what is highlighted.

use super::fts::is_number;
use super::query::{Expr, Leaf, Query};
use super::spot::{self, Spotted};
use crate::normalise::{Token, tokens};
use std::cell::OnceCell;
use std::ops::Range;

/// A text made ready to be asked.
pub struct Haystack<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// Looked for only where a question has an address or number in it: it takes longer than everything else.
    spotted: OnceCell<Vec<Spotted>>,
}

impl<'a> Haystack<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, tokens: tokens(text).collect(), spotted: OnceCell::new() }
    }

    fn spotted(&self) -> &[Spotted] {
        self.spotted.get_or_init(|| spot::spotted(self.text))
    }

    fn has(&self, leaf: &Leaf) -> bool {
        !self.places(leaf, true).is_empty()
    }

    /// Where a leaf stands in the text: its first place, or all of them.
    fn places(&self, leaf: &Leaf, only_first: bool) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if let Some((key, _)) = &leaf.key {
            found.extend(self.spotted().iter().filter(|it| it.key == *key).map(|it| it.range.clone()));
        } else if leaf.is_beginning && is_number(leaf) {
            let begins = |it: &&Spotted| spot::national(&it.key).is_some_and(|number| number.starts_with(&leaf.words[0]));
            found.extend(self.spotted().iter().filter(begins).map(|it| it.range.clone()));
        }
        if matches!(leaf.key, Some((_, false))) || (only_first && !found.is_empty()) {
            return found;
        }
        let Some(last) = leaf.words.len().checked_sub(1) else { return found };
        for window in self.tokens.windows(leaf.words.len()) {
            let fits = window.iter().zip(&leaf.words).enumerate().all(|(n, (token, word))| {
                if n == last && leaf.is_beginning { token.folded.starts_with(word.as_str()) } else { token.folded == *word }
            });
            if fits {
                found.push(window[0].range.start..window[last].range.end);
                if only_first {
                    break;
                }
            }
        }
        found
    }
}

impl Query {
    /// Whether a text answers the question.
    pub fn matches(&self, text: &Haystack<'_>) -> bool {
        fn is_so(expr: &Expr, text: &Haystack<'_>) -> bool {
            match expr {
                Expr::All(all) => all.iter().all(|expr| is_so(expr, text)),
                Expr::Any(all) => all.iter().any(|expr| is_so(expr, text)),
                Expr::Without(expr, not) => is_so(expr, text) && !is_so(not, text),
                Expr::Leaf(leaf) => text.has(leaf),
            }
        }
        is_so(&self.root, text)
    }

    /// Where in a text stands what was looked for: places in order, those that touch put together.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let haystack = Haystack::new(text);
        let mut found: Vec<Range<usize>> = self.leaves().into_iter().flat_map(|leaf| haystack.places(leaf, false)).collect();
        found.sort_by_key(|range| (range.start, range.end));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for range in found {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}
