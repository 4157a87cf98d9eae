//! Which number of a day in figures is the month: a table has one order, and says it by its values or not at all.

use super::{DateError, UncertainDay};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The order of the numbers of a day in figures. A text that begins with the year, and one with the month in words, has no other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 14/05/2010, as France and most of the world write.
    #[default]
    DayFirst,
    /// 05/14/2010, as the United States write and as many programs export.
    MonthFirst,
}

/// What one day in figures says about the order it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderTold {
    /// The second number is above 12: 05/14/2010.
    Only(DateOrder),
    /// Both numbers could be the month: 03/04/2010.
    Either,
}

impl DateOrder {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];

    /// Its word in manifests.
    pub fn key(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }

    /// Whether this is the order that is meant when nothing is said.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// The same text with the day before the month, as everything else here reads it. Texts that are not days in figures come back as they are.
    pub fn day_first(self, text: &str) -> Cow<'_, str> {
        match (self, numbers(text)) {
            (Self::MonthFirst, Some(Numbers { lead, first, gap, second, rest })) => {
                let place = text.len() - text.trim_start().len();
                Cow::Owned(format!("{}{lead}{second}{gap}{first}{rest}", &text[..place]))
            }
            _ => Cow::Borrowed(text),
        }
    }

    /// The day or days a text means in this order; [`UncertainDay::raw`] is what was written.
    ///
    /// # Errors
    /// [`DateError`] as [`UncertainDay`]'s `FromStr`, with the text as written.
    pub fn read(self, text: &str) -> Result<UncertainDay, DateError> {
        let raw = || text.trim().to_owned();
        match self.day_first(text).parse::<UncertainDay>() {
            Ok(day) => Ok(UncertainDay { raw: raw(), ..day }),
            Err(DateError::Empty) => Err(DateError::Empty),
            Err(DateError::Form { .. }) => Err(DateError::Form { raw: raw() }),
            Err(DateError::NoSuchDay { .. }) => Err(DateError::NoSuchDay { raw: raw() }),
        }
    }

    /// What a text says about the order it is written in; `None` if it is no day in figures, or none in any order.
    pub fn told(text: &str) -> Option<OrderTold> {
        let Numbers { first, second, .. } = numbers(text)?;
        let number = |text: &str| text.parse::<u8>().ok().filter(|number| (1..=31).contains(number));
        match (number(first)? > 12, number(second)? > 12) {
            (true, true) => None,
            (true, false) => Some(OrderTold::Only(Self::DayFirst)),
            (false, true) => Some(OrderTold::Only(Self::MonthFirst)),
            (false, false) => Some(OrderTold::Either),
        }
    }
}

/// The parts of `~ 05 / 14 / 2010 08:00`.
struct Numbers<'a> {
    /// Marks in front of the first number.
    lead: &'a str,
    first: &'a str,
    /// The separator with its blanks.
    gap: &'a str,
    second: &'a str,
    /// The second separator, the year and whatever follows.
    rest: &'a str,
}

/// Reads two numbers of one or two digits, then a year, all parted by the same separator.
fn numbers(text: &str) -> Option<Numbers<'_>> {
    let text = text.trim();
    let (lead, body) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    if !lead.chars().all(|c| c.is_whitespace() || matches!(c, '~' | '≈')) {
        return None;
    }
    let (first, after) = digits(body, 1..=2)?;
    let (gap, separator, after) = separated(after)?;
    let (second, rest) = digits(after, 1..=2)?;
    let (_, again, after) = separated(rest)?;
    let (year, tail) = digits(after, 2..=4)?;
    // 06.39.98.00 is a telephone number and 10.0.0.1 an address of a machine.
    let is_end = !tail.starts_with(separator) && year.len() != 3;
    (separator == again && is_end).then_some(Numbers { lead, first, gap, second, rest })
}

/// Digits at the beginning of a text, and what follows.
fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    count.contains(&end).then(|| text.split_at(end))
}

/// A separator with blanks around it: all of it, the sign, and what follows.
fn separated(text: &str) -> Option<(&str, char, &str)> {
    let sign = text.trim_start().chars().next().filter(|sign| matches!(sign, '/' | '-' | '.'))?;
    let after = text.trim_start()[1..].trim_start();
    Some((&text[..text.len() - after.len()], sign, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;
    use proptest::prelude::*;

    #[test]
    fn a_month_in_front_is_read_as_one_and_what_was_written_is_kept() {
        for text in ["05/14/2010", "5-14-2010", "05.14.10", " 05 / 14 / 2010 ", "~05/14/2010", "05/14/2010 08:00"] {
            let read = DateOrder::MonthFirst.read(text).unwrap();
            assert_eq!(read.earliest, Some(Day::constant(2010, 5, 14)), "{text}");
            assert_eq!(read.raw, text.trim());
        }
        assert_eq!(DateOrder::DayFirst.read("03/04/2010").unwrap().day(), Some(Day::constant(2010, 4, 3)));
        assert_eq!(DateOrder::MonthFirst.read("03/04/2010").unwrap().day(), Some(Day::constant(2010, 3, 4)));
    }

    #[test]
    fn texts_with_one_order_only_are_read_alike() {
        for text in ["2010-05-14", "14 mai 2010", "mi-mars 2021", "05/2010", "2010", "avant 2010", "../2010-05"] {
            assert_eq!(DateOrder::MonthFirst.read(text).ok(), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_named_as_it_was_written() {
        assert_eq!(DateOrder::MonthFirst.read("14/05/2010").unwrap_err(), DateError::NoSuchDay { raw: "14/05/2010".into() });
    }

    #[test]
    fn only_a_number_above_twelve_tells_the_order() {
        assert_eq!(DateOrder::told("14/05/2010"), Some(OrderTold::Only(DateOrder::DayFirst)));
        assert_eq!(DateOrder::told("05/14/2010"), Some(OrderTold::Only(DateOrder::MonthFirst)));
        assert_eq!(DateOrder::told("03/04/2010"), Some(OrderTold::Either));
        for other in ["2010-05-14", "06.39.98.00.12", "10.0.0.1", "31/31/2010", "12/50", "lot 03/04/2010", "1/2/345", "03/04-2010"] {
            assert_eq!(DateOrder::told(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn turning_a_text_twice_gives_it_back(text in "[ ~]{0,2}[0-9]{1,3} ?[/.-][0-9]{1,2}[/.-] ?[0-9]{1,4}|\\PC{0,24}") {
            let once = DateOrder::MonthFirst.day_first(&text).into_owned();
            let twice = DateOrder::MonthFirst.day_first(&once).into_owned();
            prop_assert_eq!(twice.trim(), text.trim());
        }
    }
}
