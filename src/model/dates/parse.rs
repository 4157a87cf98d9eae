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
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `earliest..latest` and the flags, as one word.
    fn read(text: &str) -> String {
        match text.parse::<UncertainDay>() {
            Ok(read) => {
                assert_eq!(read.raw, text.trim());
                let limit = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
                let flags = [(read.approximate, "~"), (read.doubtful, "?")].into_iter().filter(|flag| flag.0).map(|flag| flag.1);
                let days =
                    if read.earliest == read.latest { limit(read.earliest) } else { format!("{}..{}", limit(read.earliest), limit(read.latest)) };
                days + &flags.collect::<String>()
            }
            Err(DateError::Empty) => "empty".to_owned(),
            Err(DateError::Form { .. }) => "form".to_owned(),
            Err(DateError::NoSuchDay { .. }) => "no such day".to_owned(),
        }
    }

    fn all_read(expected: &[(&str, &str)]) {
        for (text, meaning) in expected {
            assert_eq!(read(text), *meaning, "{text}");
        }
    }

    #[test]
    fn edtf_of_level_one_is_read() {
        all_read(&[
            (" 2010-05-14 ", "2010-05-14"),
            ("2010", "2010-01-01..2010-12-31"),
            ("2010-02", "2010-02-01..2010-02-28"),
            ("2011-03~", "2011-03-01..2011-03-31~"),
            ("2011?", "2011-01-01..2011-12-31?"),
            ("2010-05%", "2010-05-01..2010-05-31~?"),
            ("2010-05-14~", "2010-05-14~"),
            ("2010/2011", "2010-01-01..2011-12-31"),
            ("2010-01-15/2010-03", "2010-01-15..2010-03-31"),
            ("2010?/2011-03~", "2010-01-01..2011-03-31~?"),
            ("../2010-05", "..2010-05-31"),
            ("2010-05/..", "2010-05-01.."),
            ("/2010", "..2010-12-31"),
            ("2010/", "2010-01-01.."),
            ("201X", "2010-01-01..2019-12-31"),
            ("20XX", "2000-01-01..2099-12-31"),
            ("2010-XX", "2010-01-01..2010-12-31"),
            ("2010-XX-XX", "2010-01-01..2010-12-31"),
            ("2010-05-XX", "2010-05-01..2010-05-31"),
            ("2010-21", "2010-03-01..2010-06-21"),
            ("2010-22", "2010-06-01..2010-09-23"),
            ("2010-23", "2010-09-01..2010-12-22"),
            ("2010-24", "2010-12-01..2011-03-20?"),
            ("20180904", "2018-09-04"),
            ("2011/2010", "form"),
            ("/", "form"),
            ("XXXX", "form"),
        ]);
    }

    #[test]
    fn a_time_of_day_is_left_off_and_the_day_is_the_one_written() {
        all_read(&[
            ("2018-09-03T08:00", "2018-09-03"),
            ("2018-09-03T23:59:59Z", "2018-09-03"),
            ("2018-09-03T00:30:00.5+02:00", "2018-09-03"),
            ("2018-09-03T00:30:00-05:00", "2018-09-03"),
            ("20180903T080000Z", "2018-09-03"),
            ("2018-09-03 08:00:00", "2018-09-03"),
            ("03/09/2018 08:00", "2018-09-03"),
            ("03/09/2018 à 8h30", "2018-09-03"),
            ("2018-09-03T25:00", "form"),
            ("2010 2011", "form"),
        ]);
    }

    #[test]
    fn french_figures_are_day_month_year() {
        all_read(&[
            ("15/01/2010", "2010-01-15"),
            ("15-01-2010", "2010-01-15"),
            ("15.01.2010", "2010-01-15"),
            ("15 / 01 / 2010", "2010-01-15"),
            ("5/1/2010", "2010-01-05"),
            ("15/01/10", "2010-01-15?"),
            ("15/01/69", "2069-01-15?"),
            ("15/01/70", "1970-01-15?"),
            ("01/2010", "2010-01-01..2010-01-31"),
            ("01-2010", "2010-01-01..2010-01-31"),
            ("2010/01/15", "2010-01-15"),
            ("2010/05", "2010-05-01..2010-05-31"),
            ("2010–2011", "2010-01-01..2011-12-31"),
            ("30/02/2010", "no such day"),
            ("29/02/2012", "2012-02-29"),
            ("01/15/2010", "no such day"),
            ("2010-02-30", "no such day"),
            ("2010-13", "no such day"),
        ]);
    }

    #[test]
    fn days_in_words_are_read_in_french_and_english() {
        all_read(&[
            ("1er mars 2021", "2021-03-01"),
            ("lundi 1er mars 2021", "2021-03-01"),
            ("le 3 août 2010", "2010-08-03"),
            ("3 sept. 2010", "2010-09-03"),
            ("3-mai-2010", "2010-05-03"),
            ("3 mai 10", "2010-05-03?"),
            ("March 3, 2021", "2021-03-03"),
            ("3rd of March 2021", "2021-03-03"),
            ("mars 2021", "2021-03-01..2021-03-31"),
            ("avril 2021 ?", "2021-04-01..2021-04-30?"),
            ("mi-mars 2021", "2021-03-11..2021-03-20"),
            ("à la mi-mars 2021", "2021-03-11..2021-03-20"),
            ("début mars 2021", "2021-03-01..2021-03-10"),
            ("fin février 2021", "2021-02-21..2021-02-28"),
            ("début 2021", "2021-01-01..2021-04-30"),
            ("mi-2021", "2021-05-01..2021-08-31"),
            ("fin 2021", "2021-09-01..2021-12-31"),
            ("late March 2021", "2021-03-21..2021-03-31"),
            ("printemps 2010", "2010-03-01..2010-06-21"),
            ("à l’été 2010", "2010-06-01..2010-09-23"),
            ("hiver 2010-2011", "2010-12-01..2011-03-20"),
            ("1er trimestre 2010", "2010-01-01..2010-03-31"),
            ("2e semestre 2010", "2010-07-01..2010-12-31"),
            ("années 2010", "2010-01-01..2019-12-31"),
            ("courant mars 2021", "2021-03-01..2021-03-31"),
            ("30 février 2010", "no such day"),
            ("3 mai", "form"),
            ("mai", "form"),
        ]);
    }

    #[test]
    fn words_in_front_open_close_or_loosen_the_limits() {
        all_read(&[
            ("vers 2010", "2010-01-01..2010-12-31~"),
            ("env. 15/01/2010", "2010-01-15~"),
            ("vers le 3 mai 2010", "2010-05-03~"),
            ("~2010-05", "2010-05-01..2010-05-31~"),
            ("avant le 15/01/2010", "..2010-01-14"),
            ("avant 2010", "..2009-12-31"),
            ("après le 15 janvier 2010", "2010-01-16.."),
            ("après mars 2010", "2010-04-01.."),
            ("depuis mars 2010", "2010-03-01.."),
            ("depuis environ mars 2010", "2010-03-01..~"),
            ("à partir du 3 mai 2010", "2010-05-03.."),
            ("jusqu’au 3 mai 2010", "..2010-05-03"),
            ("jusqu'à fin mars 2010", "..2010-03-31"),
            ("until March 2010", "..2010-03-31"),
            ("du 3 au 5 mai 2010", "2010-05-03..2010-05-05"),
            ("entre mars et mai 2010", "2010-03-01..2010-05-31"),
            ("avant ../2010", "form"),
        ]);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        all_read(&[
            ("", "empty"),
            (" \u{A0} ", "empty"),
            ("40193", "form"),
            ("40193.5", "form"),
            ("0639980012", "form"),
            ("?", "form"),
            ("inconnue", "form"),
            ("-", "form"),
            ("\0", "form"),
        ]);
    }

    #[test]
    fn nested_words_do_not_take_for_ever() {
        let text = format!("{}{}2010", "de ".repeat(18), "a ".repeat(18));
        assert_eq!(read(&text), "form");
    }

    fn texts() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "le", "vers", "avant", "après", "jusqu'au", "entre", "et", "du", "au", "mi-", "début", "fin", "mars", "février", "2010", "10", "31",
            "30", "1er", "/", "-", ".", "..", "~", "?", "XX", "T08:00", " ", " ", " ", "été", "9999", "0000", "🦀", "Ж",
        ]);
        prop_oneof!["\\PC{0,30}", ".{0,30}", "[0-9/.XT?~% -]{0,16}", prop::collection::vec(word, 0..8).prop_map(|words| words.concat())]
    }

    proptest! {
        #[test]
        fn reading_never_panics_keeps_the_words_and_reads_them_alike_again(text in texts()) {
            if let Ok(read) = text.parse::<UncertainDay>() {
                prop_assert_eq!(read.raw.as_str(), text.trim());
                prop_assert_eq!(read.raw.parse::<UncertainDay>(), Ok(read.clone()));
                if let (Some(first), Some(last)) = (read.earliest, read.latest) {
                    prop_assert!(first <= last);
                }
            }
        }

        #[test]
        fn every_day_is_read_as_itself_in_every_notation(number in 0..60_000_i32) {
            let day = crate::model::dates::day_from_number(number).unwrap();
            let (y, m, d) = (day.year(), day.month(), day.day());
            for text in [day.to_string(), format!("{d}/{m}/{y}"), format!("{d:02}.{m:02}.{y}"), format!("{y}{m:02}{d:02}"), format!("{day}T12:00:00Z")] {
                prop_assert_eq!(text.parse::<UncertainDay>().unwrap().day(), Some(day));
            }
        }
    }
}
