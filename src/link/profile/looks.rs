//! What the values of a column look like.

use crate::model::{DateOrder, Field, UncertainDay};
use crate::normalise;
use serde::{Deserialize, Serialize};

/// Distinct values looked at.
const LOOKED_AT: usize = 2_000;

/// What most values of a column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Looks {
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Five digits that come again and again.
    Postcode,
    /// Days.
    Date,
    /// Forms of address: M., Mme.
    Civility,
    /// Other numbers.
    Number,
    /// Names of people.
    Name,
    /// Anything else.
    Text,
    /// No value at all.
    Empty,
}

impl Looks {
    /// Everything a column can look like.
    pub const ALL: [Self; 9] =
        [Self::Email, Self::Phone, Self::Postcode, Self::Date, Self::Civility, Self::Number, Self::Name, Self::Text, Self::Empty];

    /// Id of its name in the texts: `sources-looks-email`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Postcode => "postcode",
            Self::Date => "date",
            Self::Civility => "civility",
            Self::Number => "number",
            Self::Name => "name",
            Self::Text => "text",
            Self::Empty => "empty",
        }
    }
}

/// What at least four fifths of the cells look like; `values` with how often they come, `filled` cells in all. The first that fits of the order in which
/// [`Looks`] are listed. Looks at 2,000 values at most, spread evenly.
pub(super) fn looks(values: &[(&str, u64)], filled: u64, field: Option<Field>, dates: DateOrder) -> Looks {
    if values.is_empty() {
        return Looks::Empty;
    }
    let step = values.len().div_ceil(LOOKED_AT);
    let looked_at: Vec<&(&str, u64)> = values.iter().step_by(step).collect();
    let total: u64 = looked_at.iter().map(|(_, count)| count).sum();
    let mostly = |fits: &dyn Fn(&str) -> bool| {
        let fitting: u64 = looked_at.iter().filter(|(value, _)| fits(value)).map(|(_, count)| count).sum();
        fitting * 5 >= total * 4
    };
    // Running numbers of five digits come once each.
    let comes_again = (values.len() as u64) < filled;
    let has_name_field = matches!(field, Some(Field::Name | Field::FirstName | Field::LastName | Field::Person));
    if mostly(&|value| normalise::email(value).is_some()) {
        Looks::Email
    } else if mostly(&is_phone) {
        Looks::Phone
    } else if comes_again && mostly(&|value| value.len() == 5 && is_digits(value)) {
        Looks::Postcode
    } else if mostly(&|value| is_date(&dates.day_first(value))) {
        Looks::Date
    } else if mostly(&is_civility) {
        Looks::Civility
    } else if mostly(&is_number) {
        Looks::Number
    } else if mostly(&|value| is_name(value, has_name_field)) {
        Looks::Name
    } else {
        Looks::Text
    }
}

fn is_digits(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number somebody can call, written as one: a run of digits without a zero or a plus in front is a number of something else.
fn is_phone(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let is_written_as_one = value.starts_with(['0', '+', '(']) && !value.contains(|c: char| c.is_alphabetic());
    digits >= 8 && is_written_as_one && !is_date(value) && normalise::phone(value).is_some()
}

/// A day that is nothing else: a bare year or a run of digits may be anything.
fn is_date(value: &str) -> bool {
    value.len() >= 6 && !is_digits(value) && value.bytes().any(|byte| byte.is_ascii_digit()) && value.parse::<UncertainDay>().is_ok()
}

fn is_number(value: &str) -> bool {
    let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
    let is_one = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '+' | '%' | '€');
    has_digit && value.chars().all(is_one)
}

/// A form of address is one in front of a name only, and takes nothing from it.
fn is_civility(value: &str) -> bool {
    let name = normalise::name("", &format!("{value} Nom"));
    name.is_some_and(|name| name.civility.is_some() && name.first.is_empty() && name.last == ["nom"])
}

/// Two to six words of letters with a capital; a single one only where a name is expected.
fn is_name(value: &str, is_expected: bool) -> bool {
    let words = value.split_whitespace().count();
    let is_word =
        |word: &str| word.starts_with(char::is_alphabetic) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | ','));
    let least = if is_expected { 1 } else { 2 };
    (least..=6).contains(&words) && value.split_whitespace().all(is_word) && value.chars().any(char::is_uppercase)
}
