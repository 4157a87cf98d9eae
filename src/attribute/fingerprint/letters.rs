//! What mail tools do to the letters of a cell: capitals, accents, spaces, length. Not for comparing people; see [`crate::normalise`].

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// A text as it is compared: composed (NFC), without invisible characters, every run of white space one space, typographic apostrophes straight, quotes
/// around the whole taken off. Capitals, accents, hyphens and order stay: they are what is looked at.
pub fn clean(raw: &str) -> String {
    let mut cleaned = String::with_capacity(raw.len());
    for c in raw.nfc() {
        match c {
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => {}
            '’' | '‘' | 'ʼ' => cleaned.push('\''),
            c if c.is_whitespace() || c.is_control() => {
                if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            c => cleaned.push(c),
        }
    }
    let mut rest = cleaned.trim();
    for (open, close) in [('"', '"'), ('\'', '\''), ('«', '»'), ('“', '”')] {
        if let Some(inner) = rest.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            rest = inner.trim();
        }
    }
    rest.to_owned()
}

/// « Jean-Pierre D'Arlange »: a capital after everything that is no letter, the rest small.
pub fn title(text: &str) -> String {
    titled(text, |before| !before.is_alphanumeric())
}

/// « Jean-pierre D'arlange »: a capital after spaces only, as many programs make it.
pub fn title_at_spaces(text: &str) -> String {
    titled(text, char::is_whitespace)
}

fn titled(text: &str, opens: impl Fn(char) -> bool) -> String {
    let mut before = ' ';
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if opens(before) {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        before = c;
    }
    out
}

/// Without accents; œ and æ written out. Letters of other scripts keep the marks that make them.
pub fn without_accents(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let is_before_small = letters.peek().is_some_and(|next| next.is_lowercase());
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'Œ' => out.push_str(if is_before_small { "Oe" } else { "OE" }),
            'Æ' => out.push_str(if is_before_small { "Ae" } else { "AE" }),
            c if c.is_ascii() => out.push(c),
            c => out.extend(std::iter::once(c).nfd().filter(|&mark| matches!(canonical_combining_class(mark), 0 | 7 | 9))),
        }
    }
    out.nfc().collect()
}

/// The first `most` characters, without a space at the cut.
pub fn cut(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text[..end].trim_end()
}

/// Words a letter opens with before it names anybody.
const GREETINGS: [&str; 11] = ["bonjour", "bonsoir", "salut", "cher", "chere", "chers", "cheres", "hello", "dear", "hi", "coucou"];

/// The line of a text that greets somebody, if it is the first that is not empty, short, and names whom it greets.
pub fn salutation(text: &str) -> Option<&str> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let greets = line.split([' ', ',']).next().is_some_and(|word| GREETINGS.contains(&crate::normalise::fold(word).as_str()));
    (greets && line.chars().count() <= 80 && !addressed(line).is_empty()).then_some(line)
}

/// Who a salutation addresses: « Cher Monsieur Dupont, » → « Monsieur Dupont ». Empty if it names nobody.
pub fn addressed(line: &str) -> String {
    let mut rest = clean(line);
    loop {
        rest = rest.trim_end_matches([',', '!', '.', ':', ';', ' ', '…']).to_owned();
        let end = rest.find([' ', ',']).unwrap_or(rest.len());
        if end == 0 || !GREETINGS.contains(&crate::normalise::fold(&rest[..end]).as_str()) {
            return rest;
        }
        rest = rest[end..].trim_start_matches([' ', ',']).to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_tools_do_to_letters_by_hand() {
        assert_eq!(title("JEAN-PIERRE d'ARLANGE"), "Jean-Pierre D'Arlange");
        assert_eq!(title_at_spaces("JEAN-PIERRE d'ARLANGE"), "Jean-pierre D'arlange");
        assert_eq!(without_accents("Élodie ŒUVRÉ, Œuvre, cœur, Ñandú"), "Elodie OEUVRE, Oeuvre, coeur, Nandu");
        assert_eq!(cut("Anne Delahaye-Martin", 5), "Anne");
        assert_eq!(cut("Éléonore", 3), "Élé");
        assert_eq!(clean(" « Jean\u{A0} L\u{2019}Her\u{AD}mite » "), "Jean L'Hermite");
        assert_eq!(clean("E\u{301}ric"), "Éric");
    }

    #[test]
    fn a_salutation_gives_who_is_addressed() {
        assert_eq!(addressed("Cher Monsieur DUPONT,"), "Monsieur DUPONT");
        assert_eq!(addressed("Bonjour Élodie !"), "Élodie");
        assert_eq!(addressed("Bonjour, chère Élodie,"), "Élodie");
        assert_eq!(addressed("Bonjour,"), "");
        assert_eq!(salutation("\n  Chère Élodie,\n\nNous…"), Some("Chère Élodie,"));
        assert_eq!(salutation("Bonjour,\nÉlodie"), None);
        assert_eq!(salutation("Votons !\nCher Yann,"), None);
    }

    proptest! {
        #[test]
        fn no_text_panics_and_cleaning_keeps_what_is_clean(raw in "\\PC{0,30}|.{0,30}|[«»\"' ,É\u{301}]{0,12}", most in 0_usize..40) {
            let cleaned = clean(&raw);
            for text in [title(&cleaned), title_at_spaces(&cleaned), without_accents(&cleaned), addressed(&raw), salutation(&raw).unwrap_or_default().to_owned()] {
                prop_assert!(cut(&text, most).chars().count() <= most);
            }
            prop_assert!(!cleaned.contains("  "));
        }
    }
}
