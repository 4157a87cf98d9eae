//! What the values of a column look like.
//!
//! Cheap looks at some rows, to propose a field and to say when one does not fit; canonical forms are made by [`crate::normalise`].

use super::super::records::read;
use super::plain;
use crate::model::{Field, FoundBy, ImportKind};
use std::collections::BTreeSet;

/// Counts over the filled cells of one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Filled cells.
    pub filled: usize,
    /// Different values among them.
    pub distinct: usize,
    pub emails: usize,
    pub phones: usize,
    pub postcodes: usize,
    pub civilities: usize,
    pub dates: usize,
    pub yes_no: usize,
    pub ticks: usize,
    pub digits: usize,
    /// Two words or more, of letters only.
    pub names: usize,
}

impl Profile {
    /// Looks at column `at` of `rows`.
    pub fn of(rows: &[Vec<String>], at: usize) -> Self {
        let mut profile = Self::default();
        let mut seen = BTreeSet::new();
        for value in filled(rows, at) {
            profile.filled += 1;
            seen.insert(value);
            profile.emails += usize::from(is_email(value));
            profile.phones += usize::from(is_phone(value));
            profile.postcodes += usize::from(is_digits(value) && value.len() == 5);
            profile.civilities += usize::from(is_civility(value));
            profile.dates += usize::from(is_full_date(value));
            profile.yes_no += usize::from(read::yes_no(value).is_some());
            profile.ticks += usize::from(read::is_tick(value));
            profile.digits += usize::from(is_digits(value));
            profile.names += usize::from(is_name(value));
        }
        profile.distinct = seen.len();
        profile
    }

    /// Whether at least `percent` of the filled cells are counted in `count`, and there are any.
    pub fn mostly(&self, count: usize, percent: usize) -> bool {
        self.filled > 0 && count * 100 >= self.filled * percent
    }
}

/// The filled cells of a column, trimmed.
pub fn filled(rows: &[Vec<String>], at: usize) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(move |row| row.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

/// Whether a value can stand in a field; fields of free text take anything.
pub fn fits(field: Field, value: &str, kind: ImportKind) -> bool {
    match field {
        Field::Email => is_email(value),
        Field::Phone => is_phone(value) || (6..=15).contains(&digits_of(value).len()) && value.chars().all(|c| !c.is_alphabetic()),
        Field::Postcode => value.len() <= 12 && value.bytes().any(|byte| byte.is_ascii_digit()) && !value.contains('@'),
        Field::Civility => is_civility(value),
        Field::StreetNumber => value.starts_with(|c: char| c.is_ascii_digit()),
        Field::BirthDate | Field::SentAt | Field::Joined | Field::Left | Field::GivenOn | Field::From | Field::ProofDate => read::is_date(value),
        Field::To => read::is_date(value) || read::is_ongoing(value),
        Field::At if kind == ImportKind::Events || kind == ImportKind::AccessLog => read::is_date(value),
        Field::Received | Field::Exclusive => read::yes_no(value).is_some(),
        Field::Answer => read::reply(value).is_some(),
        Field::FoundBy => value.parse::<FoundBy>().is_ok(),
        Field::Certainty => read::certainty(value).is_some(),
        Field::Action => read::action(value).is_some(),
        Field::Kind => read::event_kind(value).is_some(),
        Field::Rows => read::count(value).is_some(),
        Field::Sigma | Field::Reliability => read::decimal(value).is_some(),
        // Names are no addresses, numbers or dates; anything else can be one.
        Field::Name | Field::FirstName | Field::LastName | Field::Person | Field::City | Field::Title => {
            !is_email(value) && !is_digits(value) && !is_full_date(value)
        }
        _ => true,
    }
}

/// What the values of a field are, in a sentence; `None` for free text.
pub fn meaning(field: Field) -> &'static str {
    match field {
        Field::Email => "remarks-means-emails",
        Field::Phone => "remarks-means-phones",
        Field::Postcode => "remarks-means-postcodes",
        Field::Civility => "remarks-means-civilities",
        Field::StreetNumber => "remarks-means-house-numbers",
        Field::BirthDate | Field::SentAt | Field::Joined | Field::Left | Field::GivenOn | Field::From | Field::To | Field::ProofDate | Field::At => {
            "remarks-means-dates"
        }
        Field::Received | Field::Exclusive => "remarks-means-yes-or-no",
        Field::Answer => "remarks-means-reply",
        Field::FoundBy => "remarks-means-found-by",
        Field::Certainty => "remarks-means-certainty",
        Field::Action => "remarks-means-action",
        Field::Kind => "remarks-means-event",
        Field::Rows => "remarks-means-whole-numbers",
        Field::Sigma | Field::Reliability => "remarks-means-numbers",
        Field::Name | Field::FirstName | Field::LastName | Field::Person => "remarks-means-names",
        Field::City => "remarks-means-towns",
        Field::Title => "remarks-means-titles",
        _ => "remarks-means-texts",
    }
}

pub fn is_email(value: &str) -> bool {
    // `Anna <anna@exemple.test>` is one too.
    let bare = value.trim_end_matches('>');
    let bare = bare.rsplit('<').next().unwrap_or(bare);
    let Some((local, domain)) = bare.split_once('@') else { return false };
    let is_clean = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || matches!(c, '@' | ',' | ';'));
    is_clean(local) && is_clean(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
}

fn digits_of(value: &str) -> String {
    value.chars().filter(char::is_ascii_digit).collect()
}

pub fn is_phone(value: &str) -> bool {
    if !value.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '.' | '-' | '(' | ')' | '/' | '\u{2011}')) {
        return false;
    }
    let digits = digits_of(value);
    match digits.len() {
        10 => digits.starts_with('0') || value.starts_with('+'),
        11 => digits.starts_with("33") || value.starts_with('+'),
        12 | 13 => digits.starts_with("0033") || digits.starts_with("330") || value.starts_with('+'),
        8 | 9 | 14 | 15 => value.starts_with('+'),
        _ => false,
    }
}

fn is_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_civility(value: &str) -> bool {
    matches!(
        plain(value).as_str(),
        "m" | "mr"
            | "monsieur"
            | "mme"
            | "madame"
            | "mlle"
            | "mademoiselle"
            | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "dr"
            | "docteur"
            | "me"
            | "maitre"
            | "pr"
            | "m mme"
            | "m et mme"
            | "mm"
            | "mmes"
    )
}

/// A date that is nothing else: a bare year or a run of digits is not enough to propose a column for its dates.
fn is_full_date(value: &str) -> bool {
    value.len() >= 6 && !is_digits(value) && value.bytes().any(|byte| byte.is_ascii_digit()) && read::is_date(value)
}

fn is_name(value: &str) -> bool {
    let mut words = value.split_whitespace();
    let is_word =
        |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | ',')) && word.starts_with(char::is_alphabetic);
    words.clone().count() >= 2 && words.clone().count() <= 6 && words.all(is_word) && value.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_recognised_for_what_they_are() {
        assert!(is_email("a@exemple.test") && is_email("Anna <anna@exemple.test>") && !is_email("a@b") && !is_email("voir le site"));
        for phone in ["06 39 98 00 12", "0639980012", "+33 6 39 98 00 12", "0033639980012", "06.39.98.00.12"] {
            assert!(is_phone(phone), "{phone}");
        }
        for other in ["35000", "15/01/2010", "2010-01-15", "123456789", "12,50"] {
            assert!(!is_phone(other), "{other}");
        }
        assert!(is_civility("Mme") && is_civility("M.") && is_civility("Mr") && !is_civility("Marie"));
        assert!(is_name("DUPONT Jean") && is_name("Anne-Marie de la Tour") && !is_name("DUPONT") && !is_name("4 rue A"));
        assert!(is_full_date("15/01/2010") && !is_full_date("2010") && !is_full_date("20100115"));
    }
}
