//! Running text as the words somebody would look for: each folded, with its place in the text as written.

use super::text::{fold, is_invisible};
use std::ops::Range;
use unicode_normalization::char::canonical_combining_class;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text as written.
    pub range: Range<usize>,
    /// The word without case and accents, ligatures written out: letters and digits only.
    pub folded: String,
}

/// The words of a text, in order: runs of letters and digits with the marks that belong to them.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find(char::is_alphanumeric)?;
            let end = text[start..].find(|c| !belongs(c)).map_or(text.len(), |length| start + length);
            from = end;
            let folded: String = fold(&text[start..end]).chars().filter(|c| c.is_alphanumeric()).collect();
            if !folded.is_empty() {
                return Some(Token { range: start..end, folded });
            }
        }
    })
}

fn belongs(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && (is_invisible(c) || canonical_combining_class(c) != 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).map(|token| token.folded).collect()
    }

    #[test]
    fn words_are_folded_and_know_where_they_stand() {
        let text = "L’Œuvre d’Élodie : cœur-à-cœur, ﬁn\u{ad}ance";
        assert_eq!(words(text), ["l", "oeuvre", "d", "elodie", "coeur", "a", "coeur", "finance"]);
        let places: Vec<&str> = tokens(text).map(|token| &text[token.range.clone()]).collect();
        assert_eq!(places[3], "Élodie");
        assert_eq!(words("E\u{301}lodie"), ["elodie"]);
    }

    proptest! {
        #[test]
        fn any_text_has_words_of_letters_and_digits_in_order(text in any::<String>()) {
            let mut last = 0;
            for token in tokens(&text) {
                prop_assert!(last <= token.range.start && token.range.start < token.range.end);
                last = token.range.end;
                prop_assert!(!token.folded.is_empty() && token.folded.chars().all(char::is_alphanumeric), "{:?}", token.folded);
                prop_assert!(text.is_char_boundary(token.range.start) && text.is_char_boundary(token.range.end));
            }
        }
    }
}
