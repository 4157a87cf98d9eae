//! Postcode, town and CEDEX of a French address.

use crate::normalise::fold;
use crate::normalise::text::words;

/// The part of an address after the street.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub postcode: String,
    pub city: String,
    pub cedex: Option<u8>,
}

/// Reads postcode and town; the town may hold both, as « 35000 VALMONT CEDEX 7 ».
pub(super) fn place(postcode: &str, city: &str) -> Place {
    let mut postcode = canonical_postcode(postcode);
    let written = fold(city).replace(" ss/", " sous ").replace(" s/", " sur ");
    let mut city = words(&written);
    let mut cedex = None;
    // What one step takes off can lay bare what another knows.
    loop {
        let before = city.len();
        cedex = cedex.or(take_cedex(&mut city));
        take_postcode(&mut city, &mut postcode);
        trim_end(&mut city);
        if city.len() == before {
            break;
        }
    }
    for word in &mut city {
        match word.as_str() {
            "st" => "saint".clone_into(word),
            "ste" => "sainte".clone_into(word),
            _ => {}
        }
    }
    Place { postcode, city: city.join(" "), cedex }
}

/// Takes postcodes off both ends: « F-35000 VALMONT », « 35 000 VALMONT », « Valmont (35000) ».
fn take_postcode(city: &mut Vec<String>, postcode: &mut String) {
    if matches!(city.first().map(String::as_str), Some("f" | "fr")) && city.get(1).is_some_and(|word| is_postcode(word)) {
        city.remove(0);
    }
    if let [two, three, _, ..] = &city[..]
        && two.len() == 2
        && three.len() == 3
        && is_number(two)
        && is_number(three)
    {
        let joined = format!("{two}{three}");
        city.splice(..2, [joined]);
    }
    while city.first().is_some_and(|word| is_postcode(word)) {
        adopt(postcode, city.remove(0));
    }
    while city.last().is_some_and(|word| is_postcode(word)) {
        adopt(postcode, city.pop().unwrap_or_default());
    }
}

/// The column's own postcode stands; the one beside the town only fills a gap.
fn adopt(postcode: &mut String, found: String) {
    if postcode.is_empty() {
        *postcode = found;
    }
}

/// Five digits; a leading zero a spreadsheet dropped is put back. Other codes: letters and digits in capitals.
fn canonical_postcode(raw: &str) -> String {
    let code: String = fold(raw).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let digits = code.trim_start_matches("FR").trim_start_matches('F');
    if is_postcode(digits) {
        digits.to_owned()
    } else if code.len() == 4 && is_number(&code) {
        format!("0{code}")
    } else {
        code
    }
}

pub(super) fn is_postcode(word: &str) -> bool {
    word.len() == 5 && is_number(word)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Takes « CEDEX » and its number out.
fn take_cedex(city: &mut Vec<String>) -> Option<u8> {
    let mut cedex = None;
    while let Some(at) = city.iter().position(|word| word == "cedex" || word == "cdx") {
        city.remove(at);
        let number = city.get(at).filter(|word| word.len() <= 2 && is_number(word)).and_then(|word| word.parse().ok());
        if number.is_some() {
            city.remove(at);
        }
        cedex = cedex.or(Some(number.unwrap_or(0)));
    }
    cedex
}

/// Takes the country, an arrondissement or a département off the end. The postcode says the same.
fn trim_end(city: &mut Vec<String>) {
    let is_ordinal = |word: &str| {
        let digits = ["ieme", "eme", "er", "e"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
        digits.len() <= 2 && is_number(digits)
    };
    let taken = match &city[..] {
        [.., before, last] if last == "france" && !matches!(before.as_str(), "de" | "en") => 1,
        [_, .., number, last] if matches!(last.as_str(), "arrondissement" | "arrdt" | "ardt" | "arr") && is_ordinal(number) => 2,
        [_, .., last] if is_ordinal(last) => 1,
        _ => 0,
    };
    city.truncate(city.len() - taken);
}
