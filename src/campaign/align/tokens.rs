//! A text as tokens: words, marks, links, telephone numbers, and the blanks of a mail merge. The unit of alignment and of "what changed".

use super::placeholders;
use crate::campaign::features::is_address;
use crate::campaign::shingles::hash_of;
use crate::normalise::fold;
use std::ops::Range;

/// Tokens of a text that are read; no campaign message comes near.
pub const TOKENS_READ: usize = 6_000;

/// One token: where it stands, and what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Hash of the folded token: copies differ in case or accents by accident of encoding, not of meaning.
    pub key: u64,
}

/// The tokens of a text, in order, without white space. A blank of a mail merge, a link and an e-mail address are one token each.
pub fn tokens(text: &str) -> Vec<Token> {
    let blanks = placeholders::find(text);
    let mut blanks = blanks.into_iter().peekable();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() && tokens.len() < TOKENS_READ {
        while blanks.next_if(|blank| blank.range.start < at).is_some() {}
        if let Some(blank) = blanks.next_if(|blank| blank.range.start == at && !blank.range.is_empty()) {
            at = blank.range.end;
            tokens.push(token(text, blank.range));
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let end = at
            + if c.is_whitespace() || c.is_control() {
                c.len_utf8()
            } else {
                length(&text[at..], c, blanks.peek().map(|blank| blank.range.start - at))
            };
        if !(c.is_whitespace() || c.is_control()) {
            tokens.push(token(text, at..end));
        }
        at = end;
    }
    tokens
}

fn token(text: &str, range: Range<usize>) -> Token {
    let raw = &text[range.clone()];
    let folded = fold(raw);
    Token { range, key: hash_of(if folded.is_empty() { raw } else { &folded }) }
}

/// Length of the token that begins with `c`, in bytes; it ends before the next blank.
fn length(rest: &str, c: char, blank: Option<usize>) -> usize {
    let rest = &rest[..blank.filter(|&blank| blank > 0).unwrap_or(rest.len())];
    let word = rest.split(char::is_whitespace).next().unwrap_or(rest);
    let bare = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '»']);
    if c.is_alphanumeric() && is_address(bare) {
        return bare.len();
    }
    if let Some(length) = phone_length(rest, c) {
        return length;
    }
    if !c.is_alphanumeric() {
        return c.len_utf8();
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '-' | '\u{2011}') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !(c.is_alphanumeric() || joins || is_mark_on_letter(c)) {
            break;
        }
        end = at + c.len_utf8();
    }
    end.max(c.len_utf8())
}

/// Bytes of a telephone number: its pairs are one token, or the pairs that many numbers begin with would pass for a constant.
fn phone_length(rest: &str, c: char) -> Option<usize> {
    if !matches!(c, '0' | '+') {
        return None;
    }
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}');
    let run = rest.split(|c| !is_part(c)).next().unwrap_or_default();
    let run = run.trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits = run.chars().filter(char::is_ascii_digit).count();
    (9..=15).contains(&digits).then_some(run.len())
}

/// Accents written as characters of their own.
fn is_mark_on_letter(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| &text[token.range]).collect()
    }

    #[test]
    fn links_addresses_blanks_and_hyphenated_names_are_whole() {
        assert_eq!(
            words("Cher Jean-Luc, écrivez à a.b@c.example ou https://t.example/v?x=1. {{ nom }} !"),
            ["Cher", "Jean-Luc", ",", "écrivez", "à", "a.b@c.example", "ou", "https://t.example/v?x=1", ".", "{{ nom }}", "!"]
        );
        assert_eq!(words("l’école"), ["l", "’", "école"]);
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(tokens("ÉCOLE")[0].key, tokens("école")[0].key);
        assert_ne!(tokens(",")[0].key, tokens(".")[0].key);
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_on_character_boundaries(text in "(.|\n|\\{\\{|\\}\\}|%%|https://|[a-z]{1,5}){0,60}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.range.start >= end && token.range.end > token.range.start);
                prop_assert!(text.get(token.range.clone()).is_some());
                end = token.range.end;
            }
        }
    }
}
