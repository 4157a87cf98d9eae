//! Reads days as people and spreadsheets write them: EDTF level 1, ISO basic, and French and English forms.
//!
//! What a text does not say is not added: `~` and « vers » set the flag `approximate` and leave the limits as they are. A time of day and an offset are
//! checked and left off; the day is the one that was written. Numbers of days since 1900, as spreadsheets store them, are not dates here.
//!
//! The forms live in [`super::edtf`], [`super::numeric`] and [`super::spoken`]; this file tries them in turn and owns the error.

use super::{Day, UncertainDay, edtf, numeric, spoken};
use crate::normalise::fold;

/// Longest text that can be a date, in bytes. What is longer is prose.
const LONGEST: usize = 120;

/// Why a text is no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was written.
    #[error("the date is empty")]
    Empty,
    /// A form we do not know.
    #[error("{raw:?} is not a date; write 2010-05-14, 14/05/2010, 2010-05, 2010-05~ or ../2010-05")]
    Form {
        /// What was written.
        raw: String,
    },
    /// The right form, but no such day: 30/02/2010.
    #[error("there is no day {raw:?} in the calendar")]
    NoSuchDay {
        /// What was written.
        raw: String,
    },
}

/// Why a form does not read a text; the text is added by [`UncertainDay::from_str`](std::str::FromStr).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Another form may read it.
    Form,
    /// It is this form, but the day is not in the calendar.
    NoSuchDay,
}

/// What a text means, before the words it was read from are added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
    pub approximate: bool,
    pub doubtful: bool,
}

impl Meaning {
    /// Some day from the first to the last, both included.
    pub fn span(first: Day, last: Day) -> Self {
        Self { earliest: Some(first), latest: Some(last), ..Self::default() }
    }

    /// From the first day of `self` to the last of `other`; refused if that runs backwards.
    pub fn up_to(self, other: Self) -> Result<Self, Refusal> {
        if matches!((self.earliest, other.latest), (Some(first), Some(last)) if last < first) {
            return Err(Refusal::Form);
        }
        Ok(Self {
            earliest: self.earliest,
            latest: other.latest,
            approximate: self.approximate || other.approximate,
            doubtful: self.doubtful || other.doubtful,
        })
    }
}

impl std::str::FromStr for UncertainDay {
    type Err = DateError;

    /// The day or days a text means. Reading [`UncertainDay::raw`] again gives the same.
    ///
    /// Years of two digits are read as 2000–2069 and 1970–1999, and marked doubtful. « Avant » and « après » exclude the day named, « depuis » and
    /// « jusqu’au » include it. Seasons span every day that either the calendar of astronomers or that of meteorologists gives them; a winter named
    /// by one year only is that which begins in it, and doubtful.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let raw = text.trim();
        if raw.is_empty() {
            return Err(DateError::Empty);
        }
        match meaning(raw, 0) {
            Ok(Meaning { earliest, latest, approximate, doubtful }) => Ok(Self { earliest, latest, approximate, doubtful, raw: raw.to_owned() }),
            Err(Refusal::Form) => Err(DateError::Form { raw: raw.to_owned() }),
            Err(Refusal::NoSuchDay) => Err(DateError::NoSuchDay { raw: raw.to_owned() }),
        }
    }
}

/// Reads a text in whatever form it has; `depth` is 0 but for what stands inside a longer form.
pub(super) fn meaning(text: &str, depth: u8) -> Result<Meaning, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::Form);
    }
    let plain: String = text.chars().map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }).collect();
    let (body, flags) = qualified(plain.trim())?;
    let read = in_turn(edtf::meaning(body), || numeric::meaning(body));
    let read = in_turn(read, || spoken::meaning(body, depth))?;
    Ok(Meaning { approximate: read.approximate || flags.approximate, doubtful: read.doubtful || flags.doubtful, ..read })
}

/// The first form that reads the text; if none does, that the day does not exist says more than that the form is unknown.
fn in_turn(first: Result<Meaning, Refusal>, second: impl FnOnce() -> Result<Meaning, Refusal>) -> Result<Meaning, Refusal> {
    first.or_else(|refusal| second().map_err(|other| if refusal == Refusal::NoSuchDay { refusal } else { other }))
}

/// Takes `?`, `~` and `%` off the end (also in brackets), and `~` or `≈` off the front.
fn qualified(text: &str) -> Result<(&str, Meaning), Refusal> {
    let mut flags = Meaning::default();
    let mut body = text;
    loop {
        let before = body;
        body = body.trim_end();
        for (mark, approximate, doubtful) in [("(?)", false, true), ("?", false, true), ("~", true, false), ("%", true, true)] {
            if let Some(rest) = body.strip_suffix(mark) {
                body = rest;
                flags.approximate |= approximate;
                flags.doubtful |= doubtful;
            }
        }
        if let Some(rest) = body.strip_prefix(['~', '≈']) {
            body = rest.trim_start();
            flags.approximate = true;
        }
        if body == before {
            break;
        }
    }
    if body.is_empty() { Err(Refusal::Form) } else { Ok((body, flags)) }
}

/// A year as written: four digits, or two, which are doubtful (2000–2069, 1970–1999).
pub(super) fn year(text: &str) -> Option<(i16, bool)> {
    let number: i16 = if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok()? } else { return None };
    match text.len() {
        4 => Some((number, false)),
        2 => Some((if number < 70 { 2000 + number } else { 1900 + number }, true)),
        _ => None,
    }
}

/// A number of one or two digits.
pub(super) fn small(text: &str) -> Option<i8> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// One day of the calendar.
pub(super) fn day(year: i16, month: i8, day: i8) -> Result<Day, Refusal> {
    Day::new(year, month, day).ok().ok_or(Refusal::NoSuchDay)
}

/// A whole month.
pub(super) fn month(year: i16, month: i8) -> Result<Meaning, Refusal> {
    let first = day(year, month, 1)?;
    Ok(Meaning::span(first, first.last_of_month()))
}

/// Whole years, both included.
pub(super) fn years(first: i16, last: i16) -> Result<Meaning, Refusal> {
    Meaning::span(day(first, 1, 1)?, day(first, 12, 31)?).up_to(Meaning::span(day(last, 1, 1)?, day(last, 12, 31)?))
}

/// A season, 1 = spring to 4 = winter: every day that either calendar gives it. Winter begins in December of `year`.
pub(super) fn season(year: i16, season: i8) -> Result<Meaning, Refusal> {
    let span = |from: (i8, i8), to: (i16, i8, i8)| Ok(Meaning::span(day(year, from.0, from.1)?, day(to.0, to.1, to.2)?));
    match season {
        1 => span((3, 1), (year, 6, 21)),
        2 => span((6, 1), (year, 9, 23)),
        3 => span((9, 1), (year, 12, 22)),
        4 => span((12, 1), (year.saturating_add(1), 3, 20)).map(|winter| Meaning { doubtful: true, ..winter }),
        _ => Err(Refusal::Form),
    }
}

/// Takes a time of day off the end: `T08:00:00.5+02:00`, ` 08:00`, ` à 8h30`. The day it leaves is the one written.
pub(super) fn without_time(text: &str) -> Option<&str> {
    let at = text.find(|c: char| matches!(c, 'T' | 't') || c.is_whitespace())?;
    let is_iso = text[at..].starts_with(['T', 't']);
    // Folding turns the sign of a negative offset into a space.
    let time = fold(&text[at..]);
    let time = time.strip_prefix('t').unwrap_or(&time);
    let time = time.strip_prefix("a ").unwrap_or(time).replace(' ', "");
    is_time(&time, is_iso).then(|| text[..at].trim_end_matches(','))
}

/// `08:00`, `8h30`, `8h`, `08:00:00.5z`, and after a `T` also `0800`.
fn is_time(time: &str, is_iso: bool) -> bool {
    let body = time.strip_suffix('z').unwrap_or(time);
    let mut parts = body.split([':', 'h', '.', ',', '+']);
    let hour = parts.next().unwrap_or_default();
    let is_number = |part: &str| part.len() <= 9 && part.bytes().all(|b| b.is_ascii_digit());
    let digits = if is_iso && !body.contains(':') { 1..=6 } else { 1..=2 };
    is_number(hour)
        && digits.contains(&hour.len())
        && (is_iso || body.contains([':', 'h']))
        && hour[..hour.len().min(2)].parse::<u8>().is_ok_and(|hour| hour <= 24)
        && parts.all(is_number)
}

#[cfg(test)]
mod tests;
