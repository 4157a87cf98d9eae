//! Comparing two records: one outcome per comparison.
//!
//! What an outcome is worth is not decided here; see [`super::weights`].

use super::columns::{Record, Text};
use super::found::{AddressLevel, BirthLevel, CivilityLevel, EmailLevel, NameLevel, NumberLevel};
use super::nicknames::are_forms_of_one_name;
use super::similar::{is_one_digit, is_one_edit, jaro_winkler};
use super::words::Words;

/// The outcomes of all comparisons of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Levels {
    pub last: NameLevel,
    pub first: NameLevel,
    pub is_swapped: bool,
    pub address: AddressLevel,
    pub email: EmailLevel,
    pub phone: NumberLevel,
    pub birth: BirthLevel,
    pub civility: CivilityLevel,
    pub identifier: NumberLevel,
}

/// Distances already computed, for one thread: names come in the same pairs again and again.
pub(super) struct Nearness {
    known: Vec<(u64, NameLevel)>,
}

const KNOWN: usize = 1 << 14;

impl Default for Nearness {
    fn default() -> Self {
        Self { known: vec![(0, NameLevel::Missing); KNOWN] }
    }
}

impl Nearness {
    /// The level of two names under codes of one dictionary.
    fn level(&mut self, words: &Words, a: u32, b: u32, is_first: bool) -> NameLevel {
        if a == 0 || b == 0 {
            return NameLevel::Missing;
        }
        if a == b {
            return NameLevel::Exact;
        }
        let key = u64::from(a.min(b)) << 32 | u64::from(a.max(b)) << 1 | u64::from(is_first);
        let place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50) as usize;
        if self.known[place].0 != key {
            self.known[place] = (key, name_level(words.get(a), words.get(b), is_first));
        }
        self.known[place].1
    }
}

/// How alike two canonical names are, parts joined by hyphens. Symmetric.
pub(super) fn name_level(a: &str, b: &str, is_first: bool) -> NameLevel {
    if a.is_empty() || b.is_empty() {
        return NameLevel::Missing;
    }
    let written_apart = |c: &char| !matches!(c, '-' | ' ');
    if a == b || a.chars().filter(written_apart).eq(b.chars().filter(written_apart)) {
        return NameLevel::Exact;
    }
    let initial = |short: &str, long: &str| {
        let mut short = short.split('-');
        let mut initials = long.split('-').map(|part| part.chars().next());
        short.all(|part| part.chars().count() == 1 && initials.next().flatten() == part.chars().next())
    };
    if initial(a, b) || initial(b, a) {
        return NameLevel::Initial;
    }
    let is_part = |part: &str| part.len() > 1 && b.split('-').any(|other| other == part);
    if (a.contains('-') || b.contains('-')) && a.split('-').any(is_part) {
        return NameLevel::Part;
    }
    if is_first && are_forms_of_one_name(a, b) {
        return NameLevel::Nickname;
    }
    match jaro_winkler(a, b) {
        alike if alike >= 0.92 => NameLevel::Close,
        alike if alike >= 0.88 => NameLevel::Near,
        alike if alike >= 0.7 => NameLevel::Far,
        _ => NameLevel::Different,
    }
}

/// Compares two records whose codes are of one dictionary.
pub(super) fn compare(words: &Words, a: &Record, b: &Record, nearness: &mut Nearness) -> Levels {
    let (last, first, is_swapped) = names(words, a, b, nearness);
    Levels {
        last,
        first,
        is_swapped,
        address: address(words, a, b),
        email: email(words, a, b),
        phone: phone(a.phone, b.phone),
        birth: birth(a.birth, b.birth),
        civility: match (a.civility, b.civility) {
            (0, _) | (_, 0) => CivilityLevel::Missing,
            (a, b) if a == b => CivilityLevel::Same,
            _ => CivilityLevel::Different,
        },
        identifier: text_number(words, a.code(Text::Identifier), b.code(Text::Identifier)),
    }
}

fn names(words: &Words, a: &Record, b: &Record, nearness: &mut Nearness) -> (NameLevel, NameLevel, bool) {
    let [(a_last, a_first), (b_last, b_first)] = [a, b].map(|record| (record.code(Text::Last), record.code(Text::First)));
    let straight = (nearness.level(words, a_last, b_last, false), nearness.level(words, a_first, b_first, true));
    if straight == (NameLevel::Missing, NameLevel::Missing) || straight.0.max(straight.1) < NameLevel::Near {
        return (straight.0, straight.1, false);
    }
    // Either may be the first name, so both may be short forms: the same from both sides.
    let swapped = (nearness.level(words, a_first, b_last, true), nearness.level(words, a_last, b_first, true));
    let is_swapped = swapped.0.max(swapped.1) <= NameLevel::Near && swapped.0 as u8 + (swapped.1 as u8) < straight.0 as u8 + straight.1 as u8;
    if is_swapped { (swapped.0, swapped.1, true) } else { (straight.0, straight.1, false) }
}

/// Equal, different, or missing on a side.
fn same(a: u32, b: u32) -> Option<bool> {
    (a != 0 && b != 0).then_some(a == b)
}

fn address(words: &Words, a: &Record, b: &Record) -> AddressLevel {
    let of = |text: Text| same(a.code(text), b.code(text));
    let (postcode, city) = (of(Text::Postcode), of(Text::City));
    let is_written_alike = of(Text::Street) == Some(true);
    let is_same_number = of(Text::Number) == Some(true);
    let is_place = postcode == Some(true) || city == Some(true);
    // Where neither the place nor the number is the same, streets that are nearly alike say nothing.
    let is_of_use = is_place || is_same_number || (postcode, city) == (None, None);
    let is_near = || is_of_use && is_near_street(words, a.code(Text::Street), b.code(Text::Street));
    let street = of(Text::Street).map(|is_same| is_same || is_near());
    match (street, postcode, city) {
        (None, None, None) => AddressLevel::Missing,
        (Some(true), ..) if is_place && is_same_number && is_written_alike => AddressLevel::Exact,
        (Some(true), ..) if is_place && is_same_number => AddressLevel::Close,
        // A street without numbers on either side, such as a hamlet.
        (Some(true), ..) if is_place && is_written_alike && a.code(Text::Number) + b.code(Text::Number) == 0 => AddressLevel::Close,
        (Some(true), ..) if is_place => AddressLevel::Street,
        (Some(true), ..) if is_same_number => AddressLevel::Elsewhere,
        (_, Some(true), Some(true)) => AddressLevel::Place,
        _ if is_place => AddressLevel::Town,
        // Streets that bear the same name in two places are no likeness.
        (Some(true), None, None) => AddressLevel::Missing,
        _ => AddressLevel::Different,
    }
}

/// Street names written nearly alike, or one a part of the other (`rue des tilleuls`, `tilleuls`).
fn is_near_street(words: &Words, a: u32, b: u32) -> bool {
    let (a, b) = (bare_street(words.get(a)), bare_street(words.get(b)));
    a == b || (a.len() > 3 && b.len() > 3 && jaro_winkler(a, b) >= 0.9)
}

/// The name of a street without its kind and what joins the two.
fn bare_street(street: &str) -> &str {
    let Some((_, mut name)) = street.split_once(' ') else { return street };
    while let Some((joining, rest)) = name.split_once(' ')
        && matches!(joining, "de" | "du" | "des" | "d" | "la" | "le" | "les" | "l")
    {
        name = rest;
    }
    name
}

pub(super) fn email(words: &Words, a: &Record, b: &Record) -> EmailLevel {
    let [(a_local, a_domain), (b_local, b_domain)] = [a, b].map(|record| (record.code(Text::Local), record.code(Text::Domain)));
    if a_local == 0 || b_local == 0 {
        return EmailLevel::Missing;
    }
    // Nearly all are of other lengths: their texts need not be fetched.
    if words.length(a_local).abs_diff(words.length(b_local)) > 1 {
        return EmailLevel::Different;
    }
    let (a_text, b_text) = (words.get(a_local), words.get(b_local));
    match (a_text == b_text, a_domain == b_domain) {
        (true, true) => EmailLevel::Exact,
        (true, false) => EmailLevel::Local,
        (false, true) if is_one_edit(a_text, b_text) => EmailLevel::Close,
        _ => EmailLevel::Different,
    }
}

pub(super) fn phone(a: u64, b: u64) -> NumberLevel {
    if a == 0 || b == 0 {
        return NumberLevel::Missing;
    }
    if a == b {
        return NumberLevel::Exact;
    }
    if is_one_digit(a, b, 1) { NumberLevel::Close } else { NumberLevel::Different }
}

pub(super) fn text_number(words: &Words, a: u32, b: u32) -> NumberLevel {
    if a == 0 || b == 0 {
        return NumberLevel::Missing;
    }
    let (a, b) = (words.get(a), words.get(b));
    match a == b {
        true => NumberLevel::Exact,
        false if is_one_edit(a, b) => NumberLevel::Close,
        false => NumberLevel::Different,
    }
}

/// Compares two dates of birth, yyyymmdd with 00 for what is not said.
pub(super) fn birth(a: u32, b: u32) -> BirthLevel {
    if a == 0 || b == 0 {
        return BirthLevel::Missing;
    }
    let parts = |date: u32| [date / 10_000, date / 100 % 100, date % 100];
    let (x, y) = (parts(a), parts(b));
    let is_whole = |date: [u32; 3]| date[1] != 0 && date[2] != 0;
    if !is_whole(x) || !is_whole(y) {
        let agrees = x.iter().zip(&y).all(|(x, y)| x == y || *x == 0 || *y == 0);
        return if agrees { BirthLevel::Year } else { BirthLevel::Different };
    }
    if a == b {
        return BirthLevel::Exact;
    }
    if x[0] == y[0] && x[1] == y[2] && x[2] == y[1] {
        return BirthLevel::Swapped;
    }
    let equal = x.iter().zip(&y).filter(|(x, y)| x == y).count();
    if equal == 2 || is_one_digit(u64::from(a), u64::from(b), 8) {
        return BirthLevel::Close;
    }
    if x[0] == y[0] { BirthLevel::Year } else { BirthLevel::Different }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Builder, Columns, Particulars};
    use super::*;
    use proptest::prelude::*;

    fn pair(a: &Particulars<'_>, b: &Particulars<'_>) -> Columns {
        let mut builder = Builder::default();
        builder.push(0, a);
        builder.push(1, b);
        builder.finish()
    }

    fn both_ways(a: &Particulars<'_>, b: &Particulars<'_>) -> (Levels, Levels) {
        let columns = pair(a, b);
        let compare = |one: usize, other: usize| compare(&columns.words, &columns.records[one], &columns.records[other], &mut Nearness::default());
        (compare(0, 1), compare(1, 0))
    }

    #[test]
    fn names_are_told_by_how_they_differ() {
        let level = |a, b, is_first| name_level(a, b, is_first);
        assert_eq!(level("martin", "martin", false), NameLevel::Exact);
        assert_eq!(level("jean-pierre", "jeanpierre", true), NameLevel::Exact);
        assert_eq!(level("lefevre-martin", "martin", false), NameLevel::Part);
        assert_eq!(level("joseph", "jo", true), NameLevel::Nickname);
        assert_eq!(level("j", "jean", true), NameLevel::Initial);
        assert_eq!(level("jp", "jean-pierre", true), NameLevel::Nickname);
        assert_eq!(level("martin", "martni", false), NameLevel::Close);
        assert_eq!(level("martin", "durand", false), NameLevel::Different);
        assert_eq!(level("", "durand", false), NameLevel::Missing);
    }

    #[test]
    fn dates_are_told_by_how_they_differ() {
        assert_eq!(birth(19_700_903, 19_700_903), BirthLevel::Exact);
        assert_eq!(birth(19_700_903, 19_700_309), BirthLevel::Swapped);
        assert_eq!(birth(19_700_903, 19_710_903), BirthLevel::Close);
        assert_eq!(birth(19_700_903, 19_701_224), BirthLevel::Year);
        assert_eq!(birth(19_700_903, 19_700_000), BirthLevel::Year);
        assert_eq!(birth(19_700_903, 19_881_224), BirthLevel::Different);
        assert_eq!(birth(0, 19_700_903), BirthLevel::Missing);
    }

    proptest! {
        #[test]
        fn who_is_compared_with_whom_does_not_matter(
            names in prop::collection::vec("[a-c]{0,4}(-[a-c]{1,3})?|jo|joseph|[А-я]{0,3}", 4),
            places in prop::collection::vec("([1-3] )?(rue|av) [ab]{1,3}|", 2),
            towns in prop::collection::vec("[ab]{0,2}", 2),
            rest in prop::collection::vec("[ab]{1,2}@[cd]\\.test|", 2),
            births in prop::collection::vec("0[1-3]/0[1-3]/197[01]|", 2),
        ) {
            let person = |n: usize| Particulars {
                last_name: &names[2 * n], first_name: &names[2 * n + 1], street: &places[n], city: &towns[n], email: &rest[n], birth_date: &births[n],
                ..Particulars::default()
            };
            let (one, other) = both_ways(&person(0), &person(1));
            prop_assert_eq!(one.is_swapped, other.is_swapped);
            // Exchanged names stay exchanged, seen from the other side.
            if one.is_swapped {
                prop_assert_eq!((one.address, one.email, one.birth), (other.address, other.email, other.birth));
            } else {
                prop_assert_eq!(one, other);
            }
        }
    }
}
