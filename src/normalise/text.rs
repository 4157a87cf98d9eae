//! Plain text: folding, so that two ways of writing the same words compare equal. Not for identifiers, where every character counts.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// Lower case, without accents (NFKD, marks dropped; œ, æ, ß written out), every run of white space, hyphens or apostrophes as one space, trimmed.
///
/// Invisible characters (zero width, direction marks, soft hyphen) go too, control characters count as white space. Other punctuation stays.
pub fn fold(raw: &str) -> String {
    fold_plain(raw).unwrap_or_else(|| fold_any(raw))
}

/// The same for ASCII and the accented letters of French, which is nearly every cell of nearly every table; `None` for anything else.
fn fold_plain(raw: &str) -> Option<String> {
    let mut folded = String::with_capacity(raw.len());
    for c in raw.chars() {
        let letter = match c {
            'a'..='z' | '0'..='9' => c,
            'A'..='Z' => c.to_ascii_lowercase(),
            '\'' | '-' | '`' | '\u{a0}' | '\u{2019}' => ' ',
            _ if c.is_ascii() => {
                if c.is_ascii_whitespace() || c.is_ascii_control() {
                    ' '
                } else {
                    c
                }
            }
            'à' | 'â' | 'ä' | 'á' | 'À' | 'Â' | 'Ä' | 'Á' => 'a',
            'ç' | 'Ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
            'î' | 'ï' | 'í' | 'Î' | 'Ï' | 'Í' => 'i',
            'ô' | 'ö' | 'ó' | 'Ô' | 'Ö' | 'Ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' | 'Ú' => 'u',
            'ÿ' | 'Ÿ' => 'y',
            'ñ' | 'Ñ' => 'n',
            'œ' | 'Œ' => {
                folded.push('o');
                'e'
            }
            _ => return None,
        };
        if letter != ' ' {
            folded.push(letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    Some(folded)
}

fn fold_any(raw: &str) -> String {
    let mut folded = String::with_capacity(raw.len());
    // Decomposed twice: lowering a letter can bring a mark back (İ).
    for c in raw.nfkd().flat_map(char::to_lowercase).nfkd() {
        if is_accent(c) || is_invisible(c) {
            continue;
        }
        if is_gap(c) {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
            continue;
        }
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            other => folded.push(other),
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The words of a folded text: what stands between spaces and punctuation.
pub fn words(raw: &str) -> Vec<String> {
    let is_punctuation = |c: char| c.is_ascii_punctuation() || matches!(c, '«' | '»' | '“' | '”' | '„' | '…' | '·' | '•' | '¿' | '¡' | '°' | '§');
    fold(raw).split(|c: char| c == ' ' || is_punctuation(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Characters that are not seen and mean nothing: zero width, direction, soft hyphen, variation selectors.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Hyphens and dashes.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_dash(c) || matches!(c, '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʹ' | '′' | '`' | '´')
}

/// Marks above, below and through a letter. Vowel signs of Indic scripts (class 0), viramas (9) and nuktas (7) are letters of their own and stay.
fn is_accent(c: char) -> bool {
    !matches!(canonical_combining_class(c), 0 | 7 | 9)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_ligatures_hyphens_and_apostrophes_fold_away() {
        assert_eq!(fold("  Élodie  ŒUVRÉ-d’Ébène\t"), "elodie oeuvre d ebene");
        assert_eq!(fold("STRASSE Straße ﬁn"), "strasse strasse fin");
        assert_eq!(fold("É"), fold("E\u{301}"));
        assert_eq!(fold("a\u{200B}b\u{A0}c\0d"), "ab c d");
    }

    #[test]
    fn other_scripts_are_folded_and_not_lost() {
        assert_eq!(fold("АННА"), "анна");
        assert_eq!(fold("محمد"), "محمد");
        assert_eq!(fold("🦀"), "🦀");
        assert_eq!(fold("İ"), "i");
    }

    #[test]
    fn words_leave_punctuation_out() {
        assert_eq!(words("« Dupont, Jean » (M.)"), ["dupont", "jean", "m"]);
        assert!(words(" .,; ").is_empty());
    }

    proptest! {
        #[test]
        fn the_short_way_is_the_long_way(raw in "[ -~]{0,20}|[A-Za-zÀ-ÿŒœŸ' \t\u{a0}’-]{0,20}|\\PC{0,12}|.{0,12}") {
            if let Some(plain) = fold_plain(&raw) {
                prop_assert_eq!(plain, fold_any(&raw));
            }
        }

        #[test]
        fn folding_twice_is_folding_once(raw in "\\PC{0,40}|.{0,40}") {
            let once = fold(&raw);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_words_of_the_words_are_the_words(raw in ".{0,40}") {
            let once = words(&raw);
            prop_assert_eq!(words(&once.join(" ")), once);
        }
    }
}
