//! A time axis: where its ticks stand and how they are written.

use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};
use crate::words::Words;

/// One tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Days since 1970-01-01.
    pub at: f64,
    /// « mars 2010 »
    pub label: String,
    /// Whether a larger unit begins here (a year among months).
    pub is_major: bool,
}

/// How far two ticks are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i32),
    Months(i16),
    Years(i16),
}

const STEPS: [(Step, f64); 15] = [
    (Step::Days(1), 1.0),
    (Step::Days(2), 2.0),
    (Step::Days(7), 7.0),
    (Step::Days(14), 14.0),
    (Step::Months(1), 30.4),
    (Step::Months(2), 60.9),
    (Step::Months(3), 91.3),
    (Step::Months(6), 182.6),
    (Step::Years(1), 365.25),
    (Step::Years(2), 730.5),
    (Step::Years(5), 1826.0),
    (Step::Years(10), 3652.0),
    (Step::Years(20), 7305.0),
    (Step::Years(50), 18262.0),
    (Step::Years(100), 36524.0),
];

/// The ticks between two day numbers, at most about `most` of them, on the first days of round units.
pub fn ticks(from: f64, until: f64, most: usize, words: &Words) -> Vec<Tick> {
    let span = (until - from).max(1.0);
    let wanted = span / most.max(1) as f64;
    let step = STEPS.iter().find(|(_, days)| *days >= wanted).map_or(Step::Years(100), |&(step, _)| step);
    let Some(first) = day_from_number(from.floor() as i32) else { return Vec::new() };
    let mut day = start(first, step);
    let mut out = Vec::new();
    while let Some(at) = day {
        let number = f64::from(day_number(at));
        if number > until {
            break;
        }
        if number >= from {
            out.push(Tick { at: number, label: label(at, step, words), is_major: is_major(at, step) });
        }
        day = next(at, step);
    }
    out
}

fn start(day: Day, step: Step) -> Option<Day> {
    match step {
        // Weeks are counted from a Monday, so that a tick stays where it is while the view moves.
        Step::Days(days) => {
            let number = day_number(day);
            day_from_number(number - (number + 3).rem_euclid(days))
        }
        Step::Months(months) => {
            let month = i16::from(day.month()) - 1;
            Day::new(day.year(), i8::try_from(month - month.rem_euclid(months) + 1).ok()?, 1).ok()
        }
        Step::Years(years) => Day::new(day.year() - day.year().rem_euclid(years), 1, 1).ok(),
    }
}

fn next(day: Day, step: Step) -> Option<Day> {
    let span = match step {
        Step::Days(days) => jiff::Span::new().try_days(days),
        Step::Months(months) => jiff::Span::new().try_months(months),
        Step::Years(years) => jiff::Span::new().try_years(years),
    };
    day.checked_add(span.ok()?).ok()
}

fn is_major(day: Day, step: Step) -> bool {
    match step {
        Step::Days(_) => day.day() <= 7 && step != Step::Days(1) || day.day() == 1,
        Step::Months(_) => day.month() == 1,
        Step::Years(_) => true,
    }
}

fn label(day: Day, step: Step, words: &Words) -> String {
    let month = || words.text(&format!("rooms-month-{}", day.month()));
    match step {
        Step::Days(_) => words.text_with("rooms-tick-day", &crate::args! { "day" => i64::from(day.day()), "month" => month() }),
        Step::Months(_) => words.text_with("rooms-tick-month", &crate::args! { "month" => month(), "year" => day.year().to_string() }),
        Step::Years(_) => day.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn number(text: &str) -> f64 {
        f64::from(day_number(text.parse().unwrap()))
    }

    #[test]
    fn a_decade_is_ticked_by_years_and_a_season_by_months() {
        let words = Words::new(Language::En);
        let years = ticks(number("2008-05-01"), number("2012-03-01"), 6, &words);
        assert_eq!(years.iter().map(|tick| tick.label.as_str()).collect::<Vec<_>>(), ["2009", "2010", "2011", "2012"]);
        let months = ticks(number("2010-02-10"), number("2010-05-20"), 6, &words);
        assert_eq!(months.first().map(|tick| tick.at), Some(number("2010-03-01")));
        assert_eq!(months.len(), 3);
    }

    #[test]
    fn there_are_never_many_more_ticks_than_fit() {
        let words = Words::new(Language::Fr);
        for days in [1.0, 3.0, 10.0, 45.0, 400.0, 3000.0, 90_000.0] {
            let from = number("1950-01-17");
            let found = ticks(from, from + days, 8, &words);
            assert!(found.len() <= 10, "{days} days gave {} ticks", found.len());
        }
    }
}
