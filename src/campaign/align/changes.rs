//! "What changed" between two texts, word by word.

use super::tokens::{Token, tokens};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// A stretch of two texts. Equal stretches may differ in case, accents and white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both: as written in the first, and in the second.
    Equal(String, String),
    /// In the first only.
    Removed(String),
    /// In the second only.
    Added(String),
}

/// Everything of both texts, in order, with what follows a word until the next one.
pub fn changes(before: &str, after: &str) -> Vec<Change> {
    let (old, new) = (tokens(before), tokens(after));
    let mut found = Vec::new();
    let cut = |text: &str, tokens: &[Token], range: Range<usize>| {
        let from = if range.start == 0 { 0 } else { tokens.get(range.start).map_or(text.len(), |token| token.range.start) };
        let to = tokens.get(range.end).map_or(text.len(), |token| token.range.start);
        text[from.min(to)..to].to_owned()
    };
    for op in matches(&old, &new) {
        let (old_range, new_range) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => found.push(Change::Equal(cut(before, &old, old_range), cut(after, &new, new_range))),
            DiffOp::Delete { .. } => found.push(Change::Removed(cut(before, &old, old_range))),
            DiffOp::Insert { .. } => found.push(Change::Added(cut(after, &new, new_range))),
            DiffOp::Replace { .. } => {
                found.push(Change::Removed(cut(before, &old, old_range)));
                found.push(Change::Added(cut(after, &new, new_range)));
            }
        }
    }
    found
}

/// The edit script from one list of tokens to another. Without a time limit: the same input gives the same script.
pub(super) fn matches(old: &[Token], new: &[Token]) -> Vec<DiffOp> {
    let keys = |tokens: &[Token]| tokens.iter().map(|token| token.key).collect::<Vec<u64>>();
    capture_diff_slices(Algorithm::Patience, &keys(old), &keys(new))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_changed_is_told_word_by_word() {
        assert_eq!(
            changes("Réunion le 11 janvier, à Valmont", "Réunion le 8 février, à Valmont"),
            [
                Change::Equal("Réunion le ".into(), "Réunion le ".into()),
                Change::Removed("11 janvier".into()),
                Change::Added("8 février".into()),
                Change::Equal(", à Valmont".into(), ", à Valmont".into()),
            ]
        );
        assert_eq!(changes("", "Bonjour"), [Change::Added("Bonjour".into())]);
        assert_eq!(changes("", ""), []);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_put_together_again(before in "[a-c ,.\n]{0,30}", after in "[a-c ,.\n]{0,30}") {
            let found = changes(&before, &after);
            let mut old = String::new();
            let mut new = String::new();
            for change in &found {
                match change {
                    Change::Equal(one, other) => { old.push_str(one); new.push_str(other); }
                    Change::Removed(text) => old.push_str(text),
                    Change::Added(text) => new.push_str(text),
                }
            }
            // A text without a word has no tokens and nothing to show.
            prop_assert_eq!(old.trim(), before.trim());
            prop_assert_eq!(new.trim(), after.trim());
        }
    }
}
