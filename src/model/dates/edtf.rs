//! EDTF level 1 and the ISO forms around it.
//!
//! Levels 0 and 1 of the Extended Date/Time Format (ISO 8601-2:2019), without years beyond four digits: dates, intervals with open or unknown ends, unspecified
//! digits, seasons. The qualifiers `?`, `~`, `%` are taken off before, by [`super::parse`], except inside intervals.

use super::parse::{Meaning, Refusal, day, month, season, small, without_time, year, years};

/// Reads a date or an interval.
pub(super) fn meaning(text: &str) -> Result<Meaning, Refusal> {
    match text.split_once('/') {
        Some((left, right)) if !right.contains('/') => interval(left.trim(), right.trim()),
        Some(_) => Err(Refusal::Form),
        None => date(text),
    }
}

/// `2010/2011`, `../2010-05`, `2010-05/..`, `/2010`. An unknown end is as open as an open one.
fn interval(left: &str, right: &str) -> Result<Meaning, Refusal> {
    let end = |text: &str| match text {
        "" | ".." => Ok(Meaning::default()),
        other => qualified_date(other),
    };
    if left.trim_matches('.').is_empty() && right.trim_matches('.').is_empty() && !(left == ".." && right == "..") {
        return Err(Refusal::Form);
    }
    end(left)?.up_to(end(right)?)
}

fn qualified_date(text: &str) -> Result<Meaning, Refusal> {
    let body = text.trim_end_matches(['?', '~', '%']);
    let marks = &text[body.len()..];
    let read = date(body)?;
    Ok(Meaning { approximate: read.approximate || marks.contains(['~', '%']), doubtful: read.doubtful || marks.contains(['?', '%']), ..read })
}

fn date(text: &str) -> Result<Meaning, Refusal> {
    let text = without_time(text).unwrap_or(text);
    if !text.is_ascii() {
        return Err(Refusal::Form);
    }
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [whole] if whole.len() == 8 => basic(whole),
        [whole] => year_or_decade(whole),
        [first, last] if last.len() == 4 => years(four(first)?, four(last)?),
        [year, "XX" | "xx"] | [year, "XX" | "xx", "XX" | "xx"] => year_or_decade(year),
        [year, part] => year_and_part(four(year)?, two(part)?),
        [year, part, "XX" | "xx"] => month(four(year)?, calendar_month(two(part)?)?),
        [year, month, date] => {
            let exact = day(four(year)?, two(month)?, two(date)?)?;
            Ok(Meaning::span(exact, exact))
        }
        _ => Err(Refusal::Form),
    }
}

/// `20180904`.
fn basic(text: &str) -> Result<Meaning, Refusal> {
    let (year, month, date) = (four(&text[..4])?, two(&text[4..6])?, two(&text[6..])?);
    // Eight digits whose middle is no month are no basic date at all, but perhaps a telephone number.
    let exact = day(year, calendar_month(month)?, date)?;
    Ok(Meaning::span(exact, exact))
}

/// `2010`, `201X`, `20XX`.
fn year_or_decade(text: &str) -> Result<Meaning, Refusal> {
    let known = text.trim_end_matches(['X', 'x']);
    if text.len() != 4 || known.len() < 2 {
        return Err(Refusal::Form);
    }
    let filled = |digit: &str| four(&format!("{known}{}", digit.repeat(4 - known.len())));
    years(filled("0")?, filled("9")?)
}

fn year_and_part(year: i16, part: i8) -> Result<Meaning, Refusal> {
    match part {
        1..=12 => month(year, part),
        21..=24 => season(year, part - 20),
        _ => Err(Refusal::NoSuchDay),
    }
}

fn calendar_month(month: i8) -> Result<i8, Refusal> {
    if (1..=12).contains(&month) { Ok(month) } else { Err(Refusal::Form) }
}

fn four(text: &str) -> Result<i16, Refusal> {
    year(text).filter(|_| text.len() == 4).map(|(year, _)| year).ok_or(Refusal::Form)
}

fn two(text: &str) -> Result<i8, Refusal> {
    small(text).ok_or(Refusal::Form)
}
