//! Days in figures as French tables have them: 15/01/2010, 15-01-2010, 15.01.10, 01/2010, and 2010/01/15.
//!
//! The order is day, month, year: 01/15/2010 is no day here. Tables that write the month first are read through [`super::DateOrder`].

use super::parse::{Meaning, Refusal, day, month, small, without_time, year};

/// Reads a day or a month in figures.
pub(super) fn meaning(text: &str) -> Result<Meaning, Refusal> {
    let spaced = text.replace(" / ", "/").replace(" - ", "-").replace(" . ", ".");
    let text = without_time(&spaced).unwrap_or(&spaced).trim_end_matches('.');
    ['/', '-', '.'].into_iter().find(|&separator| text.contains(separator)).map_or(Err(Refusal::Form), |separator| {
        let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
        match parts[..] {
            [date, part, year] if year_first(date) => exact(year, part, date),
            [date, part, year] => exact(date, part, year),
            [year, part] if year_first(year) => whole_month(part, year),
            [part, year] if year.len() == 4 => whole_month(part, year),
            _ => Err(Refusal::Form),
        }
    })
}

fn year_first(text: &str) -> bool {
    text.len() == 4
}

fn exact(date: &str, part: &str, written_year: &str) -> Result<Meaning, Refusal> {
    let (Some(date), Some(part), Some((year, doubtful))) = (small(date), small(part), year(written_year)) else { return Err(Refusal::Form) };
    let exact = day(year, part, date)?;
    Ok(Meaning { doubtful, ..Meaning::span(exact, exact) })
}

fn whole_month(part: &str, written_year: &str) -> Result<Meaning, Refusal> {
    let (Some(part), Some((year, _))) = (small(part), year(written_year)) else { return Err(Refusal::Form) };
    month(year, part)
}
