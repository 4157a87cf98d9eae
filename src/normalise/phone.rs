//! Telephone numbers, as E.164. Not for finding numbers in running text, and not for guessing digits that are no longer there.

use super::text::{fold, is_dash, is_invisible};
use rlibphonenumber::{NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumberFormat, Region};

/// What people write in front of a number, folded.
const LABELS: [&str; 14] =
    ["telephone", "tel", "mobile", "mob", "portable", "port", "gsm", "phone", "fixe", "fax", "sms", "domicile", "dom", "bureau"];

/// A number in E.164 (`+33639980012`), read as French if it has no country code; `None` if it is no possible number.
pub fn phone(raw: &str) -> Option<String> {
    phone_in(raw, "FR")
}

/// The same for another default country (ISO 3166 alpha-2); an unknown country leaves numbers without a country code unread.
///
/// « 06.39.98.00.12 », « +33 (0)6 39 98 00 12 », « 0033639980012 » are one number, and so is « 639980012 », whose zero a spreadsheet dropped. Extensions are
/// not part of E.164 and are left off. Possible means: the right number of digits for its country.
pub fn phone_in(raw: &str, country: &str) -> Option<String> {
    if country == "FR"
        && let Some(number) = ten_digits(raw)
    {
        return Some(number);
    }
    let dialled = dialled(raw)?;
    if let Some(french) = plain_french(&dialled, country) {
        return Some(french);
    }
    let region = country.trim().to_ascii_uppercase().parse::<Region>().ok();
    let number = PHONE_NUMBER_UTIL.parse(&dialled, region).ok()?;
    // A number that only works inside its town is no key: the same digits exist in the next one.
    if !matches!(number.is_possible_with_reason(), Ok(NumberLengthType::IsPossible)) {
        return None;
    }
    let e164 = number.format_as(PhoneNumberFormat::E164).into_owned();
    // « 00 00 00 00 00 » fills a field and calls nobody.
    if e164.starts_with("+330") || number.national_number == 0 {
        return None;
    }
    // What the formatter writes must mean the same number when it is read again; a few numbers of odd length do not.
    let again = PHONE_NUMBER_UTIL.parse(&e164, region).ok()?;
    (again.is_possible_with_reason() == Ok(NumberLengthType::IsPossible) && again.format_as(PhoneNumberFormat::E164) == e164).then_some(e164)
}

/// « 06 39 98 00 12 », with any of the usual separators or none, which is how nearly every cell is written; `None` for anything else.
fn ten_digits(raw: &str) -> Option<String> {
    let mut number = String::with_capacity(12);
    number.push_str("+33");
    let mut digits = raw.trim().bytes().filter(|byte| !matches!(byte, b' ' | b'.' | b'-'));
    if digits.next() != Some(b'0') {
        return None;
    }
    for digit in digits {
        let is_next = digit.is_ascii_digit() && number.len() < 12 && (number.len() > 3 || digit != b'0');
        if !is_next {
            return None;
        }
        number.push(char::from(digit));
    }
    (number.len() == 12).then_some(number)
}

/// The forms nearly every row of a French table has, read without the rule book: nine digits after the country code or the zero.
fn plain_french(dialled: &str, country: &str) -> Option<String> {
    let significant = match dialled.strip_prefix("+33") {
        Some(rest) => rest.strip_prefix('0').unwrap_or(rest),
        None if country.eq_ignore_ascii_case("FR") => dialled.strip_prefix('0').unwrap_or(dialled),
        None => return None,
    };
    let is_complete = significant.len() == 9 && !significant.starts_with('0') && significant.bytes().all(|b| b.is_ascii_digit());
    is_complete.then(|| format!("+33{significant}"))
}

/// The digits to dial, with a `+` in front if it was written; `None` if anything else stands there.
fn dialled(raw: &str) -> Option<String> {
    let text: String = raw.trim().chars().filter(|&c| !is_invisible(c)).collect();
    if let Some(digits) = from_spreadsheet(text.trim_start_matches(['\'', '’'])) {
        return Some(digits);
    }
    let text = without_extension(without_label(&text)?);
    let mut dialled = String::with_capacity(16);
    for c in text.chars() {
        match digit(c) {
            Some(digit) => dialled.push(digit),
            None if matches!(c, '+' | '＋') && dialled.is_empty() => dialled.push('+'),
            None if c.is_whitespace() || is_dash(c) || matches!(c, '.' | '/' | '(' | ')' | '_' | ',' | '\'' | '·' | '•') => {}
            None => return None,
        }
    }
    // More digits than any number has: two numbers in one cell.
    (dialled.len() <= 20).then_some(dialled)
}

/// Numbers a spreadsheet wrote as numbers: `639980012.0`, `6.39980012E+08`, as long as all digits are there.
fn from_spreadsheet(text: &str) -> Option<String> {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once(['.', ','])?;
    let exponent = exponent.trim_start_matches('+');
    if !all_digits(whole) || !all_digits(fraction) || !all_digits(exponent) || exponent.len() > 2 {
        return None;
    }
    let exponent: usize = exponent.parse().ok()?;
    match exponent {
        0 => (whole.len() >= 8 && fraction == "0").then(|| whole.to_owned()),
        // Digits that were rounded away do not come back.
        _ => (whole.len() == 1 && fraction.len() == exponent).then(|| format!("{whole}{fraction}")),
    }
}

/// Takes « Tél. : » and `tel:` off; `None` if letters stand in front that are no such label.
fn without_label(text: &str) -> Option<&str> {
    let start = text.find(|c: char| digit(c).is_some() || matches!(c, '+' | '＋' | '('))?;
    let label = fold(&text[..start]);
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    (label.is_empty() || label.split([' ', '.']).all(|word| word.is_empty() || LABELS.contains(&word))).then(|| &text[start..])
}

fn without_extension(text: &str) -> &str {
    let Some(at) = text.find(char::is_alphabetic) else { return text };
    let word: String = text[at..].chars().take_while(|c| c.is_alphabetic()).collect();
    if matches!(fold(&word).as_str(), "poste" | "ext" | "extension" | "x") { &text[..at] } else { text }
}

fn digit(c: char) -> Option<char> {
    let block = |first: char| char::from_digit((c as u32).wrapping_sub(first as u32), 10);
    match c {
        '0'..='9' => Some(c),
        '\u{660}'..='\u{669}' => block('\u{660}'),
        '\u{6F0}'..='\u{6F9}' => block('\u{6F0}'),
        '\u{FF10}'..='\u{FF19}' => block('\u{FF10}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ways_of_writing_a_french_number_give_one_key() {
        for raw in [
            "06 39 98 00 12",
            "06.39.98.00.12",
            "06-39-98-00-12",
            "0639980012",
            "+33 (0)6 39 98 00 12",
            "+33639980012",
            "+33 6 39 98 00 12",
            "0033639980012",
            "00 33 6 39 98 00 12",
            "639980012",
            "33639980012",
            "639980012.0",
            "6.39980012E+08",
            "'0639980012",
            "Tél. : 06 39 98 00 12",
            "tel:+33-6-39-98-00-12",
            "06 39 98 00 12 poste 4",
            "\u{202A}06\u{A0}39\u{A0}98\u{A0}00\u{A0}12\u{202C}",
            "٠٦٣٩٩٨٠٠١٢",
        ] {
            assert_eq!(phone(raw).as_deref(), Some("+33639980012"), "{raw}");
        }
        assert_eq!(phone("01 99 00 12 34").as_deref(), Some("+33199001234"));
        assert_eq!(phone("199001234").as_deref(), Some("+33199001234"));
    }

    #[test]
    fn what_cannot_be_dialled_has_no_key() {
        for raw in [
            "",
            "0",
            "06 39 98 00",
            "36180",
            "0000000000",
            "06 39 98 00 12 / 06 39 98 00 13",
            "anna06399800",
            "0639ABC012",
            "3.364E+10",
            "néant",
            "\0",
            "++33639980012",
        ] {
            assert_eq!(phone(raw), None, "{raw}");
        }
    }

    #[test]
    fn another_country_is_read_by_its_own_rules() {
        assert_eq!(phone_in("020 7946 0012", "gb").as_deref(), Some("+442079460012"));
        assert_eq!(phone_in("+33 6 39 98 00 12", "GB").as_deref(), Some("+33639980012"));
        assert_eq!(phone_in("06 39 98 00 12", "nowhere"), None);
    }

    proptest! {
        #[test]
        fn ten_digits_are_what_the_rule_book_says(raw in "0[0-9]([ .-]?[0-9]{2}){4}|[0-9 .-]{8,16}") {
            if let Some(number) = ten_digits(&raw) {
                prop_assert_eq!(dialled(&raw).and_then(|dialled| plain_french(&dialled, "FR")), Some(number));
            }
        }

        #[test]
        fn a_key_read_again_is_the_same(raw in "\\PC{0,16}|.{0,16}|\\+?[0-9 ().-]{0,18}|(tel|Fax)? ?0[1-9]([ .-]?[0-9]{2}){4}") {
            if let Some(once) = phone(&raw) {
                prop_assert_eq!(phone(&once), Some(once));
            }
        }
    }
}
