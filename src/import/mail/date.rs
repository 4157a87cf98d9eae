//! Dates of messages, read leniently: two- and three-digit years, no zone, named zones, French months, ISO 8601, `asctime`.

use crate::model::Day;
use jiff::civil::Time;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// What a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum MailDate {
    /// The instant.
    Instant(Timestamp),
    /// The day and the time, if there is one, on a clock whose zone is not given.
    Local(Day, Option<Time>),
}

/// Whether an instant is one that is believed: from 1970 to a day after `now` (formats.md §8).
pub(in crate::import) fn in_trusted_range(instant: Timestamp, now: Timestamp) -> bool {
    instant >= Timestamp::UNIX_EPOCH && instant <= now.saturating_add(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MAX)
}

/// Reads a date; `None` if no day can be made out.
pub(in crate::import) fn read(text: &str) -> Option<MailDate> {
    let text = without_comments(text);
    let parts = Parts::collect(&text);
    let date = parts.day()?;
    match (parts.time(), parts.offset) {
        (Some(time), Some(offset)) => offset.to_timestamp(date.to_datetime(time)).ok().map(MailDate::Instant),
        (time, _) => Some(MailDate::Local(date, time)),
    }
}

/// The pieces of a date, in whatever order they came.
#[derive(Default)]
struct Parts {
    numbers: Vec<(i16, usize)>,
    month: Option<i8>,
    /// The month's name came before any number: `Sep 4`, or `mar.` for mardi.
    is_month_first: bool,
    iso: Option<Day>,
    slashed: Option<Day>,
    clock: Option<(i8, i8, i8)>,
    is_afternoon: Option<bool>,
    offset: Option<Offset>,
}

impl Parts {
    fn collect(text: &str) -> Self {
        let mut parts = Self::default();
        for token in text.split(|c: char| c.is_whitespace() || c == ',') {
            // `04-Sep-2018` and `2018-09-04T08:00:00+02:00` are taken apart; `+0200` and `2018-09-04` are not.
            let token = token.trim_matches(['.', ';', '"', '\u{200e}', '\u{200f}']);
            if !token.is_empty() && !parts.take(token) && token.contains('-') {
                token.split('-').filter(|piece| !piece.is_empty()).for_each(|piece| {
                    parts.take(piece);
                });
            }
        }
        parts
    }

    fn take(&mut self, token: &str) -> bool {
        self.take_iso(token)
            || self.take_slashed(token)
            // Before the clock: `+02:00` has the form of one.
            || self.take_offset(token)
            || self.take_clock(token)
            || self.take_number(token)
            || self.take_name(token)
    }

    /// `2018-09-04`, alone or with a time after `T`.
    fn take_iso(&mut self, token: &str) -> bool {
        let Some((year, rest)) = token.split_once('-').filter(|(year, _)| year.len() == 4) else { return false };
        let Some((month, rest)) = rest.split_once('-') else { return false };
        let (day, time) = rest.split_once(['T', 't']).unwrap_or((rest, ""));
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return false };
        self.iso = Day::new(year, month, day).ok();
        if let Some(at) = time.find(['Z', 'z', '+', '-']) {
            let (clock, zone) = time.split_at(at);
            self.take_clock(clock);
            self.take_offset(zone);
        } else if !time.is_empty() {
            self.take_clock(time);
        }
        self.iso.is_some()
    }

    /// `04/09/2018`, only where it can mean one day: the first or the second number is over 12.
    fn take_slashed(&mut self, token: &str) -> bool {
        let pieces: Vec<&str> = token.split('/').collect();
        let [first, second, year] = pieces.as_slice() else { return false };
        let (Ok(first), Ok(second), Ok(number)) = (first.parse::<i8>(), second.parse::<i8>(), year.parse::<i16>()) else { return false };
        let year = full_year(number, year.len());
        self.slashed = match (first, second) {
            (13.., 1..=12) => Day::new(year, second, first).ok(),
            (1..=12, 13..) => Day::new(year, first, second).ok(),
            (first, second) if first == second => Day::new(year, first, second).ok(),
            _ => None,
        };
        true
    }

    fn take_clock(&mut self, token: &str) -> bool {
        let lower = token.to_ascii_lowercase();
        let (token, half) = if let Some(rest) = lower.strip_suffix("am") {
            (rest, Some(false))
        } else if let Some(rest) = lower.strip_suffix("pm") {
            (rest, Some(true))
        } else {
            (lower.as_str(), None)
        };
        if token.is_empty() && half.is_some() {
            self.is_afternoon = half;
            return true;
        }
        let separator = if token.contains(':') { ':' } else { 'h' };
        let mut pieces = token.split(separator);
        let (Some(hour), Some(minute)) = (pieces.next(), pieces.next()) else { return false };
        let (Ok(hour), Ok(minute)) = (hour.parse(), if separator == 'h' && minute.is_empty() { Ok(0) } else { minute.parse() }) else { return false };
        // A fraction of a second is below what anything here needs; a leap second is the last of its minute.
        let second = pieces.next().map_or(Some(0), |second| second.split(['.', ',']).next()?.parse().ok()).unwrap_or(0_i8);
        self.clock = Some((hour, minute, second.min(59)));
        self.is_afternoon = self.is_afternoon.or(half);
        true
    }

    fn take_offset(&mut self, token: &str) -> bool {
        let Some(offset) = numeric_offset(token).or_else(|| named_offset(token)) else { return false };
        // `GMT+0200`, or a numeric offset followed by a name: the first counts unless it was a bare GMT.
        if self.offset.is_none_or(|known| known == Offset::UTC) {
            self.offset = Some(offset);
        }
        true
    }

    fn take_number(&mut self, token: &str) -> bool {
        let token = token.strip_suffix("er").unwrap_or(token);
        let is_number = token.len() <= 4 && token.bytes().all(|byte| byte.is_ascii_digit());
        match token.parse() {
            Ok(number) if is_number => {
                self.numbers.push((number, token.len()));
                true
            }
            _ => false,
        }
    }

    fn take_name(&mut self, token: &str) -> bool {
        let found = month(token);
        if found.is_some() && (self.month.is_none() || self.is_month_first) {
            self.month = found;
            self.is_month_first = self.numbers.is_empty();
        }
        found.is_some()
    }

    fn day(&self) -> Option<Day> {
        if let Some(day) = self.iso.or(self.slashed) {
            return Some(day);
        }
        let month = self.month?;
        let &(first, first_length) = self.numbers.first()?;
        let &(second, second_length) = self.numbers.get(1)?;
        // The day comes first, except before a four-digit year: `2018 Sep 4`.
        let (day, year, length) = if first_length == 4 { (second, first, first_length) } else { (first, second, second_length) };
        Day::new(full_year(year, length), month, i8::try_from(day).ok()?).ok()
    }

    fn time(&self) -> Option<Time> {
        let (hour, minute, second) = self.clock?;
        let hour = match self.is_afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        Time::new(hour, minute, second, 0).ok()
    }
}

/// Years of two and three digits as RFC 5322 §4.3 reads them: below 50 is 20xx, 50 to 999 is counted from 1900.
fn full_year(year: i16, digits: usize) -> i16 {
    match (year, digits) {
        (0..=49, ..=2) => year + 2000,
        (50..=99, ..=2) | (0..=999, 3) => year + 1900,
        _ => year,
    }
}

fn numeric_offset(token: &str) -> Option<Offset> {
    let token = token.strip_prefix("GMT").or_else(|| token.strip_prefix("UTC")).unwrap_or(token);
    let sign = match token.bytes().next()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = token.get(1..)?.chars().filter(|&c| c != ':').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes): (i32, i32) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        3 => (digits.get(..1)?.parse().ok()?, digits.get(1..)?.parse().ok()?),
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?),
        _ => return None,
    };
    (hours <= 15 && minutes < 60).then(|| Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()).flatten()
}

/// Zone names that mean one offset in the messages met here. Others (`IST`, `CST` in Asia) are left unread rather than guessed.
fn named_offset(token: &str) -> Option<Offset> {
    let hours = match token.to_ascii_uppercase().as_str() {
        "Z" | "UT" | "UTC" | "GMT" | "WET" => 0,
        "CET" | "MET" | "WEST" | "BST" => 1,
        "CEST" | "MEST" | "EET" => 2,
        "EEST" | "MSK" => 3,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => return None,
    };
    Some(Offset::constant(hours))
}

/// A month's name in English, French or German, also abbreviated.
fn month(token: &str) -> Option<i8> {
    let word: String = token
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'é' | 'è' => 'e',
            'û' => 'u',
            'ä' => 'a',
            c => c,
        })
        .filter(|c| c.is_alphabetic())
        .collect();
    let word = word.as_str();
    let starts = |names: &[&str]| names.iter().any(|name| word.starts_with(name));
    (word.len() >= 3 && !token.contains(|c: char| c.is_ascii_digit())).then_some(())?;
    Some(match word {
        _ if starts(&["jan"]) => 1,
        _ if starts(&["feb", "fev"]) => 2,
        // Also short for mardi: a later month's name counts instead.
        "mar" | "mars" | "march" | "marz" | "mrz" | "maerz" => 3,
        _ if starts(&["apr", "avr"]) => 4,
        "may" | "mai" => 5,
        "jun" | "june" | "juin" | "juni" => 6,
        _ if starts(&["jul", "juil"]) => 7,
        _ if starts(&["aug", "aou"]) => 8,
        _ if starts(&["sep"]) => 9,
        _ if starts(&["oct", "okt"]) => 10,
        _ if starts(&["nov"]) => 11,
        _ if starts(&["dec", "dez"]) => 12,
        _ => return None,
    })
}

fn without_comments(text: &str) -> String {
    let mut depth = 0_u32;
    let has_end = text.contains(')');
    text.chars()
        .filter(|&c| match c {
            '(' if has_end => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> MailDate {
        MailDate::Instant(text.parse().unwrap())
    }

    fn local(day: &str, time: Option<&str>) -> MailDate {
        MailDate::Local(day.parse().unwrap(), time.map(|time| time.parse().unwrap()))
    }

    #[test]
    fn the_usual_forms_are_instants() {
        for text in [
            "Tue, 4 Sep 2018 08:00:00 +0200",
            "Tue, 4 Sep 2018 08:00:00 +0200 (CEST)",
            "4 Sep 2018 08:00 +02:00",
            "Tue,  4 Sep 18 06:00:00 GMT",
            "Tue, 04-Sep-2018 06:00:00 GMT",
            "Tue Sep  4 08:00:00 CEST 2018",
            "2018-09-04T06:00:00Z",
            "2018-09-04T08:00:00.123+02:00",
            "2018-09-04 08:00:00 +0200",
            "mar., 4 sept. 2018 08:00:00 +0200",
            "4 septembre 2018 8h00 +0200",
            "Tue, 4 Sep 2018 08:00:00 GMT+0200",
            "Tue, 4 Sep 2018 8:00 AM +0200",
            "Tue, 4 Sep 2018 01:00:00 EST",
        ] {
            assert_eq!(read(text), Some(instant("2018-09-04T06:00:00Z")), "{text}");
        }
    }

    #[test]
    fn three_digit_years_count_from_1900() {
        assert_eq!(read("Tue, 4 Sep 118 08:00:00 +0200"), Some(instant("2018-09-04T06:00:00Z")));
        assert_eq!(read("Wed, 1 Mar 100 08:00:00 +0000"), Some(instant("2000-03-01T08:00:00Z")));
        assert_eq!(read("Mon, 1 Mar 99 08:00:00 +0000"), Some(instant("1999-03-01T08:00:00Z")));
    }

    #[test]
    fn a_date_without_a_zone_is_a_day_with_a_time_and_no_instant() {
        assert_eq!(read("Tue, 4 Sep 2018 08:00:00"), Some(local("2018-09-04", Some("08:00"))));
        assert_eq!(read("Tue Sep  4 08:00:00 2018"), Some(local("2018-09-04", Some("08:00"))));
        assert_eq!(read("Tue, 4 Sep 2018 08:00:00 ZZZ"), Some(local("2018-09-04", Some("08:00"))));
        assert_eq!(read("25/12/2018 10:00"), Some(local("2018-12-25", Some("10:00"))));
        assert_eq!(read("Tue, 4 Sep 2018 27:61:00 +0200"), Some(local("2018-09-04", None)));
    }

    #[test]
    fn what_is_no_day_or_could_be_two_is_none() {
        for text in ["", "yesterday", "30 Feb 2018 08:00 +0100", "04/09/2018", "Tue, Sep 2018", "(4 Sep 2018)", "99999 Sep 2018"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn trust_ends_a_day_after_now() {
        let now: Timestamp = "2018-09-04T06:00:00Z".parse().unwrap();
        assert!(in_trusted_range("2018-09-05T06:00:00Z".parse().unwrap(), now));
        assert!(!in_trusted_range("2018-09-05T06:00:01Z".parse().unwrap(), now));
        assert!(!in_trusted_range("1969-12-31T23:59:59Z".parse().unwrap(), now));
    }
}
