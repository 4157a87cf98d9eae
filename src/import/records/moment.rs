//! A day, perhaps with a time, as tables write it: `2018-09-03T08:00`, `03/09/2018 à 08h00`, `2018-09-03T06:00:00Z`, or anything
//! [`UncertainDay`] reads.

use crate::model::dates::DateError;
use crate::model::{DateOrder, UncertainDay};
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;

/// A day and, where the time is written too, the instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day in the zone asked for; `raw` is the whole of what was written.
    pub day: UncertainDay,
    /// The instant; a time without an offset is read in the zone asked for.
    pub at: Option<Timestamp>,
}

/// Reads `text`, which is not empty, in `zone`; days in figures in `order`.
///
/// # Errors
/// [`DateError`] of the part that should be the day.
pub fn moment(text: &str, order: DateOrder, zone: &TimeZone) -> Result<Moment, DateError> {
    let text = text.trim();
    let whole = |day: UncertainDay| UncertainDay { raw: text.to_owned(), ..day };
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(Moment { day: whole(UncertainDay::exact(at.to_zoned(zone.clone()).date())), at: Some(at) });
    }
    if let Some((date, time)) = parts(text) {
        let day = order.read(date)?;
        let local = day.day().map(|date| date.to_datetime(time));
        // A time that the clock change skips or repeats is taken as jiff's "compatible" reading, as calendars do.
        let at = local.and_then(|local| local.to_zoned(zone.clone()).ok()).map(|zoned| zoned.timestamp());
        return Ok(Moment { day: whole(day), at });
    }
    Ok(Moment { day: order.read(text)?, at: None })
}

/// The day and the time of a text that has both.
fn parts(text: &str) -> Option<(&str, Time)> {
    let (date, time) = text.rsplit_once(char::is_whitespace).or_else(|| {
        text.rsplit_once('T').filter(|(date, time)| date.ends_with(|c: char| c.is_ascii_digit()) && time.starts_with(|c: char| c.is_ascii_digit()))
    })?;
    let time = clock(time)?;
    let date = date.trim_end();
    let date = ["à", "a", "at", ",", "-"].iter().find_map(|word| date.strip_suffix(word)).unwrap_or(date);
    Some((date.trim_end(), time))
}

/// `08:00`, `08:00:30`, `8h`, `8h05`.
fn clock(text: &str) -> Option<Time> {
    let text = text.split_once('.').map_or(text, |(whole, _)| whole);
    let mut numbers = [0i8; 3];
    let mut pieces = text.split([':', 'h', 'H']).enumerate();
    if !text.contains([':', 'h', 'H']) {
        return None;
    }
    pieces.try_for_each(|(place, piece)| {
        let is_number = !piece.is_empty() && piece.len() <= 2 && piece.bytes().all(|byte| byte.is_ascii_digit());
        match numbers.get_mut(place) {
            Some(number) if is_number => piece.parse().ok().map(|value| *number = value),
            // 8h
            Some(_) if place == 1 && piece.is_empty() => Some(()),
            _ => None,
        }
    })?;
    Time::new(numbers[0], numbers[1], numbers[2], 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn paris() -> TimeZone {
        TimeZone::get("Europe/Paris").unwrap()
    }

    #[test]
    fn a_time_without_an_offset_is_local_and_one_with_it_is_not() {
        let local = moment("2018-09-03T08:00", DateOrder::DayFirst, &paris()).unwrap();
        assert_eq!(local.at.map(|at| at.to_string()).as_deref(), Some("2018-09-03T06:00:00Z"));
        assert_eq!(local.day.day().map(|day| day.to_string()).as_deref(), Some("2018-09-03"));
        let utc = moment("2018-09-03T23:30:00Z", DateOrder::DayFirst, &paris()).unwrap();
        assert_eq!(utc.day.day().map(|day| day.to_string()).as_deref(), Some("2018-09-04"));
        assert_eq!(utc.day.raw, "2018-09-03T23:30:00Z");
    }

    #[test]
    fn times_stand_behind_days_in_several_ways() {
        for text in ["2018-09-03 08:00", "2018-09-03 08:00:00", "2018-09-03 8h", "2018-09-03 à 08h00", "2018-09-03T08:00:00.000"] {
            let at = moment(text, DateOrder::DayFirst, &paris()).unwrap().at.map(|at| at.to_string());
            assert_eq!(at.as_deref(), Some("2018-09-03T06:00:00Z"), "{text}");
        }
        assert_eq!(moment("2018-09-03", DateOrder::DayFirst, &paris()).unwrap().at, None);
    }

    #[test]
    fn what_is_no_time_does_not_pass_for_one() {
        assert!(moment("2018-09-03 25:00", DateOrder::DayFirst, &paris()).is_err());
        assert!(moment("lundi", DateOrder::DayFirst, &paris()).is_err());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}") {
            let _read = moment(&text, DateOrder::DayFirst, &TimeZone::UTC);
        }
    }
}
