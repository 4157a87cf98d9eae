//! E-mail addresses and telephone numbers in running text, under the keys they are recognised by however they are written.

use crate::normalise;
use std::ops::Range;

/// An address or number, found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spotted {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// One word of letters and digits that stands for it: equal for equal addresses and numbers, whatever they are written like.
    pub key: String,
}

/// Everything in a text that is an address or a number, in order.
pub fn spotted(text: &str) -> Vec<Spotted> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('@').map(|at| from + at) {
        let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '\'' | '%');
        let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let start = text[from..at].char_indices().rev().take_while(|(_, c)| is_local(*c)).last().map_or(at, |(start, _)| from + start);
        let end = text[at + 1..].find(|c: char| !is_domain(c)).map_or(text.len(), |length| at + 1 + length);
        let address = text[start..end].trim_end_matches(['.', '-']);
        if let Some(email) = normalise::email(address) {
            found.push(Spotted { range: start..start + address.len(), key: email_key(&email.key) });
        }
        from = end.max(at + 1);
    }
    let mut from = 0;
    while let Some((range, key)) = number(text, from) {
        from = range.end;
        // Digits of an address are not a number.
        if !found.iter().any(|it| it.range.start < range.end && range.start < it.range.end) {
            found.push(Spotted { range, key });
        }
    }
    found.sort_by_key(|it| it.range.start);
    found
}

/// The key of a text that is an e-mail address and nothing else.
pub fn address(text: &str) -> Option<String> {
    if !text.contains('@') || text.contains(char::is_whitespace) {
        return None;
    }
    normalise::email(text).map(|email| email_key(&email.key))
}

/// The telephone number that begins where a text begins: how many bytes it takes, and its key.
pub fn leading_number(text: &str) -> Option<(usize, String)> {
    let first = text.chars().next()?;
    if first != '+' && first != '0' {
        return None;
    }
    let mut ends = Vec::new();
    let mut digits = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if c.is_ascii_digit() {
            digits += 1;
            at += 1;
            let goes_on = text[at..].starts_with(char::is_alphanumeric);
            if (9..=15).contains(&digits) && !goes_on {
                ends.push(at);
            }
        } else if rest.starts_with("(0)") {
            at += 3;
        } else if (c == '+' && at == 0) || matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' | '\u{2009}') {
            at += c.len_utf8();
        } else {
            break;
        }
        if digits > 15 {
            break;
        }
    }
    ends.into_iter().rev().find_map(|end| normalise::phone(&text[..end]).map(|number| (end, phone_key(&number))))
}

fn number(text: &str, from: usize) -> Option<(Range<usize>, String)> {
    let mut before = text[..from].chars().next_back();
    for (at, c) in text[from..].char_indices() {
        let may_begin = (c == '+' || c == '0') && !before.is_some_and(|c| c.is_alphanumeric() || c == '+');
        before = Some(c);
        if may_begin && let Some((length, key)) = leading_number(&text[from + at..]) {
            let start = from + at;
            return Some((start..start + length, key));
        }
    }
    None
}

/// A prefix no word of a text has, then the address with everything but letters and digits written as its number.
fn email_key(address: &str) -> String {
    let mut key = String::from("zzmel");
    for c in address.chars() {
        if c.is_ascii_alphanumeric() && c != 'z' {
            key.push(c);
        } else {
            key.extend(["z", &u32::from(c).to_string(), "z"]);
        }
    }
    key
}

fn phone_key(number: &str) -> String {
    format!("zztel{}", number.trim_start_matches('+'))
}

/// How a French number is written in one run, for whoever types only its beginning.
pub fn national(key: &str) -> Option<String> {
    key.strip_prefix("zztel33").map(|rest| format!("0{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(text: &str) -> Vec<String> {
        spotted(text).into_iter().map(|it| it.key).collect()
    }

    #[test]
    fn the_same_address_or_number_has_the_same_key_however_it_is_written() {
        let numbers = ["06 39 98 12 34", "0639981234", "06.39.98.12.34", "+33 6 39 98 12 34", "+33 (0)6 39 98 12 34", "+33639981234"];
        let all: Vec<_> = numbers.iter().flat_map(|number| keys(&format!("appelez le {number}, merci"))).collect();
        assert_eq!(all, vec!["zztel33639981234"; numbers.len()]);
        assert_eq!(keys("Anne.Leroy@Exemple.test."), keys("<anne.leroy@exemple.test>"));
        assert_ne!(keys("anne.leroy@exemple.test"), keys("anneleroy@exemple.test"));
        assert_eq!(keys("anne+club@exemple.test"), keys("anne@exemple.test"));
    }

    #[test]
    fn days_amounts_and_single_signs_are_no_numbers() {
        assert_eq!(keys("Le 08/09/2010, 12 500 adhérents, dossier 2010-000123456789, @ et +."), Vec::<String>::new());
        assert_eq!(national("zztel33639981234").as_deref(), Some("0639981234"));
    }

    proptest! {
        #[test]
        fn whatever_is_found_lies_in_the_text_and_its_key_is_one_word(text in "[a-z0-9@.+() é-]{0,60}") {
            for it in spotted(&text) {
                prop_assert!(text.get(it.range.clone()).is_some());
                prop_assert!(it.key.chars().all(|c| c.is_ascii_alphanumeric()));
            }
        }
    }
}
