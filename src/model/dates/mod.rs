//! Uncertain days and half-open intervals.
//!
//! A document rarely says when something happened to the day. [`UncertainDay`] keeps what it does say: the first and the last day it can mean, and the
//! words it was read from. An [`Interval`] is half-open, `[from, until)`, and each of its ends is a [`Bound`]: known, bounded or open. An open end
//! is unknown; it is never today.
//!
//! Texts are read by [`UncertainDay`'s `FromStr`](UncertainDay#impl-FromStr-for-UncertainDay): EDTF level 1, figures and words, French and English.

mod bound;
mod edtf;
mod numeric;
mod order;
mod parse;
mod spoken;
mod uncertain;

pub use bound::{Bound, Interval};
pub use order::{DateOrder, OrderTold};
pub use parse::DateError;
pub use uncertain::UncertainDay;

/// A calendar day in the incident's time zone.
pub type Day = jiff::civil::Date;

/// Days since 1970-01-01, the form in which days stand in tables. Every [`Day`] fits: years −9999 to 9999.
pub fn day_number(day: Day) -> i32 {
    (day - Day::constant(1970, 1, 1)).get_days()
}

/// The day with this number; `None` outside the years −9999 to 9999.
pub fn day_from_number(number: i32) -> Option<Day> {
    Day::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_come_back_as_the_same_day() {
        for day in [Day::constant(1970, 1, 1), Day::constant(2010, 5, 14), Day::constant(1899, 12, 31), Day::MAX, Day::MIN] {
            assert_eq!(day_from_number(day_number(day)), Some(day));
        }
        assert_eq!(day_number(Day::constant(1970, 1, 31)), 30);
    }
}
