//! Time along the x axis: where a day stands, and which days deserve a tick.
//!
//! Ticks come in two rows, as calendars are read: the finer one (days, months or years) and, under it, what the finer one lies in (month and year, or
//! year). Both painters use them. Lengths are in the painter's own unit. Long gaps may be folded ([`super::folds`]).

use super::folds::Folds;
use crate::args;
use crate::model::Day;
use crate::model::dates::day_number;
use crate::words::Words;
use jiff::ToSpan as _;

/// How far beyond its borders a scale still tells days apart, as a share of its length: what is cut off by the border is drawn on past it.
const BEYOND: f64 = 0.02;

/// Maps days to a coordinate: evenly, or with long gaps folded.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    folds: Folds,
    /// Places of the borders, in days as they are drawn.
    from: f64,
    until: f64,
    left: f64,
    right: f64,
    /// See [`BEYOND`].
    beyond: f64,
}

/// A tick of the finer row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day its line stands on.
    pub day: Day,
    /// Its text; empty for a line without text.
    pub label: String,
}

/// A stretch of the coarser row: a year, or a month with its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First day shown of it.
    pub from: Day,
    /// First day after it.
    pub until: Day,
    /// Its text.
    pub label: String,
}

/// What is written along the time axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// The finer row.
    pub ticks: Vec<Tick>,
    /// The coarser row; empty if the finer one already says the year.
    pub stretches: Vec<Stretch>,
}

/// The step between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i32),
    Months(i32),
    Years(i32),
}

/// From fine to coarse, with the shortest length of one step in days.
const STEPS: [(Step, f64); 13] = [
    (Step::Days(1), 1.0),
    (Step::Days(2), 2.0),
    (Step::Days(5), 5.0),
    (Step::Days(10), 10.0),
    (Step::Months(1), 30.4),
    (Step::Months(3), 91.3),
    (Step::Months(6), 182.6),
    (Step::Years(1), 365.2),
    (Step::Years(2), 730.5),
    (Step::Years(5), 1826.2),
    (Step::Years(10), 3652.4),
    (Step::Years(50), 18_262.0),
    (Step::Years(100), 36_524.0),
];

impl Scale {
    /// From the first day shown to the first day after, over `left..right`. A span of no day counts as one day.
    pub fn new(from: Day, until: Day, left: f64, right: f64) -> Self {
        Self { beyond: 0.0, ..Self::folded(from, until, left, right, &Folds::default()) }
    }

    /// The same with `folds`; days outside are held a little beyond the border, for painters that cut there.
    pub fn folded(from: Day, until: Day, left: f64, right: f64, folds: &Folds) -> Self {
        let place = |day| folds.place(f64::from(day_number(day)));
        let from = place(from);
        Self { folds: folds.clone(), from, until: place(until).max(from + 1.0), left, right, beyond: BEYOND }
    }

    /// Where the beginning of `day` stands; days outside are held at the border.
    pub fn x(&self, day: Day) -> f64 {
        self.at(f64::from(day_number(day)))
    }

    /// Where the middle of `day` stands.
    pub fn middle(&self, day: Day) -> f64 {
        self.at(f64::from(day_number(day)) + 0.5)
    }

    fn at(&self, moment: f64) -> f64 {
        let share = (self.folds.place(moment) - self.from) / (self.until - self.from);
        self.left + share.clamp(-self.beyond, 1.0 + self.beyond) * (self.right - self.left)
    }
}

/// The ticks for `[from, until)` drawn `width` wide when a text of the finer row needs up to `label` of it.
pub fn axis(from: Day, until: Day, width: f64, label: f64, words: &Words) -> Axis {
    folded_axis(from, until, &Folds::default(), width, label, words)
}

/// The same on a scale with `folds`: inside a fold there is no tick.
pub fn folded_axis(from: Day, until: Day, folds: &Folds, width: f64, label: f64, words: &Words) -> Axis {
    let days = folds.width(from, until).max(1.0);
    let room = |length: f64| width * length / days;
    let step = STEPS.into_iter().find(|&(step, length)| {
        // A day number is short; months read better than a crowd of 1, 11, 21.
        let need = label * if let Step::Days(n) = step { 0.6 + 0.08 * f64::from(n) } else { 1.0 };
        room(length) >= need
    });
    let step = step.map_or(Step::Years(1000), |(step, _)| step);
    let mut axis = Axis::default();
    let mut day = first(from, step);
    while let Some(at) = day.filter(|&at| at < until) {
        if let Some(fold) = folds.at(at) {
            // The step that holds the fold's end may have begun inside it.
            day = first(fold.until, step);
            while let Some(early) = day.filter(|&early| early < fold.until) {
                day = next(early, step);
            }
            continue;
        }
        if at >= from {
            axis.ticks.push(Tick { day: at, label: text(at, step, words) });
        }
        day = next(at, step);
    }
    axis.stretches = stretches(from, until, step, words);
    axis.stretches.retain(|stretch| !folds.list().iter().any(|fold| fold.from <= stretch.from && stretch.until <= fold.until));
    axis
}

/// First day of the step that holds `day`.
fn first(day: Day, step: Step) -> Option<Day> {
    let year = i32::from(day.year());
    let (year, month) = match step {
        Step::Days(_) => (year, day.month()),
        Step::Months(n) => (year, ((i32::from(day.month()) - 1) / n * n + 1) as i8),
        Step::Years(n) => (year.div_euclid(n) * n, 1),
    };
    // Before the calendar's first year there is no tick to draw.
    Day::new(year.max(-9999) as i16, month, 1).ok()
}

fn next(day: Day, step: Step) -> Option<Day> {
    match step {
        Step::Months(n) => day.checked_add(n.months()).ok(),
        Step::Years(n) => day.checked_add(n.years()).ok(),
        Step::Days(n) => {
            let then = i32::from(day.day()) - 1 + n;
            // The days 1, 6, 11… or 1, 11, 21: each month begins anew, and a last step too short to read is left out.
            if then + n / 2 >= i32::from(day.days_in_month()) && n > 1 || then >= i32::from(day.days_in_month()) {
                day.first_of_month().checked_add(1.month()).ok()
            } else {
                day.first_of_month().checked_add(then.days()).ok()
            }
        }
    }
}

fn text(day: Day, step: Step, words: &Words) -> String {
    match step {
        Step::Days(_) => day.day().to_string(),
        Step::Months(_) => month_short(day, words),
        Step::Years(_) => day.year().to_string(),
    }
}

fn stretches(from: Day, until: Day, step: Step, words: &Words) -> Vec<Stretch> {
    let coarse = match step {
        Step::Days(_) => Step::Months(1),
        Step::Months(_) => Step::Years(1),
        Step::Years(_) => return Vec::new(),
    };
    let mut out = Vec::new();
    let mut day = first(from, coarse);
    while let Some(at) = day.filter(|&at| at < until) {
        let end = next(at, coarse);
        let label = match coarse {
            Step::Months(_) => words.text_with("chart-axis-month-year", &args! { "month" => month_long(at, words), "year" => at.year().to_string() }),
            _ => at.year().to_string(),
        };
        out.push(Stretch { from: at.max(from), until: end.unwrap_or(until).min(until), label });
        day = end;
    }
    out
}

/// « janv. », "Jan".
pub fn month_short(day: Day, words: &Words) -> String {
    words.text(&format!("chart-month-short-{}", day.month()))
}

/// A stretch's text with its month cut short: « févr. 2010 ». A year stays as it is.
pub fn month_year_short(stretch: &Stretch, words: &Words) -> String {
    if stretch.label == stretch.from.year().to_string() {
        return stretch.label.clone();
    }
    words.text_with("chart-axis-month-year", &args! { "month" => month_short(stretch.from, words), "year" => stretch.from.year().to_string() })
}

fn month_long(day: Day, words: &Words) -> String {
    words.text(&format!("chart-month-{}", day.month()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use jiff::civil::date;

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn twelve_years_are_ticked_by_year_without_a_second_row() {
        let axis = axis(date(2000, 3, 1), date(2012, 3, 1), 600.0, 40.0, &Words::new(Language::Fr));
        assert_eq!(labels(&axis).first(), Some(&"2001"));
        assert_eq!(axis.ticks.len(), 12);
        assert!(axis.stretches.is_empty());
    }

    #[test]
    fn half_a_year_is_ticked_by_month_in_the_language_over_its_years() {
        let french = axis(date(2009, 11, 15), date(2010, 5, 1), 600.0, 40.0, &Words::new(Language::Fr));
        assert_eq!(labels(&french), ["déc.", "janv.", "févr.", "mars", "avr."]);
        assert_eq!(french.stretches.iter().map(|s| s.label.as_str()).collect::<Vec<_>>(), ["2009", "2010"]);
        assert_eq!(french.stretches[0].from, date(2009, 11, 15));
        assert_eq!(french.stretches[0].until, date(2010, 1, 1));
        let english = axis(date(2009, 11, 15), date(2010, 5, 1), 600.0, 40.0, &Words::new(Language::En));
        assert_eq!(labels(&english), ["Dec", "Jan", "Feb", "Mar", "Apr"]);
    }

    #[test]
    fn two_weeks_are_ticked_by_day_over_month_and_year() {
        let axis = axis(date(2010, 2, 22), date(2010, 3, 8), 600.0, 40.0, &Words::new(Language::Fr));
        assert_eq!(axis.ticks.len(), 14);
        assert_eq!(axis.stretches.iter().map(|s| s.label.as_str()).collect::<Vec<_>>(), ["février 2010", "mars 2010"]);
    }

    #[test]
    fn ticks_never_crowd_and_never_leave_the_chart_whatever_the_span() {
        let words = Words::new(Language::En);
        for days in [1, 2, 9, 40, 100, 400, 1000, 5000, 40_000, 4_000_000] {
            let from = date(1, 1, 17);
            let until = from.saturating_add(days.days());
            let axis = axis(from, until, 500.0, 36.0, &words);
            assert!(axis.ticks.len() <= 25, "{days}: {}", axis.ticks.len());
            assert!(axis.ticks.iter().all(|tick| from <= tick.day && tick.day < until));
            assert!(axis.ticks.windows(2).all(|pair| pair[0].day < pair[1].day));
        }
    }

    #[test]
    fn days_outside_are_held_at_the_border_and_an_empty_span_does_not_divide_by_zero() {
        let scale = Scale::new(date(2010, 1, 1), date(2010, 1, 1), 10.0, 20.0);
        assert!((scale.x(date(2010, 1, 1)) - 10.0).abs() < 1e-9);
        assert!((scale.x(date(2011, 1, 1)) - 20.0).abs() < 1e-9);
        assert!((scale.middle(date(2010, 1, 1)) - 15.0).abs() < 1e-9);
    }

    #[test]
    fn in_a_fold_there_is_no_tick_and_after_it_they_go_on() {
        let folds = Folds::of([date(2000, 2, 1), date(2009, 12, 1)], date(2000, 1, 1), date(2010, 1, 1));
        let axis = folded_axis(date(2000, 1, 1), date(2010, 1, 1), &folds, 600.0, 36.0, &Words::new(Language::En));
        assert!(axis.ticks.len() >= 4, "{axis:?}");
        assert!(axis.ticks.iter().all(|tick| folds.at(tick.day).is_none()));
        assert!(axis.ticks.iter().any(|tick| tick.day.year() == 2000) && axis.ticks.iter().any(|tick| tick.day.year() == 2009));
        assert_eq!(axis.stretches.iter().map(|stretch| stretch.label.as_str()).collect::<Vec<_>>(), ["2000", "2009"]);
    }
}
