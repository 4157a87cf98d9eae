//! How long it was from one thing on the chart to another, in words, with exact limits where a day is not known.

use super::{Bar, Mark, Target, Timeline};
use crate::args;
use crate::model::dates::day_number;
use crate::model::{Bound, Day};
use crate::words::{Words, format};
use jiff::Unit;

/// A moment something has: its day, its beginning or its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// It has only one.
    Day,
    /// Its first day.
    Start,
    /// Its last day.
    End,
}

/// The days a moment can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Of what.
    pub edge: Edge,
    /// First day it can be; `None` = no limit is known.
    pub earliest: Option<Day>,
    /// Last day it can be.
    pub latest: Option<Day>,
}

/// Days from one moment to another: at least and at most, negative if it goes backwards; a missing limit is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elapsed {
    from: Moment,
    to: Moment,
}

impl Elapsed {
    /// From one moment to another.
    pub fn between(from: Moment, to: Moment) -> Self {
        Self { from, to }
    }

    /// The fewest days it can be; `None` if nothing limits it.
    pub fn least(&self) -> Option<i32> {
        Some(day_number(self.to.earliest?) - day_number(self.from.latest?))
    }

    /// The most days it can be.
    pub fn most(&self) -> Option<i32> {
        Some(day_number(self.to.latest?) - day_number(self.from.earliest?))
    }

    /// In words: « 3 mois et 12 jours (102 jours) », « au moins …, au plus … », « … plus tôt ».
    pub fn words(&self, words: &Words) -> String {
        let (least, most) = (self.least(), self.most());
        if most.is_some_and(|most| most <= 0) && least != Some(0) {
            let turned = Self { from: self.to, to: self.from };
            return words.text_with("timeline-elapsed-before", &args! { "length" => turned.forwards(words) });
        }
        self.forwards(words)
    }

    fn forwards(&self, words: &Words) -> String {
        let length = |from: Option<Day>, to: Option<Day>| Some(length(from?, to?, words));
        let shortest = length(self.from.latest, self.to.earliest);
        let longest = length(self.from.earliest, self.to.latest);
        match (self.least(), shortest, longest) {
            (Some(least), Some(shortest), Some(longest)) if Some(least) == self.most() => {
                debug_assert_eq!(shortest, longest);
                shortest
            }
            // They may be the same day, and either may come first.
            (Some(0), _, Some(longest)) => words.text_with("timeline-elapsed-most", &args! { "most" => longest }),
            (Some(..0), _, Some(longest)) => words.text_with("timeline-elapsed-either", &args! { "most" => longest }),
            (Some(_), Some(shortest), Some(longest)) => {
                words.text_with("timeline-elapsed-between", &args! { "least" => shortest, "most" => longest })
            }
            (Some(..0) | None, _, None) => words.text("timeline-elapsed-unknown"),
            (Some(_), shortest, None) => words.text_with("timeline-elapsed-least", &args! { "least" => shortest.unwrap_or_default() }),
            (_, _, Some(longest)) => words.text_with("timeline-elapsed-most", &args! { "most" => longest }),
        }
    }
}

/// « 3 mois et 12 jours (102 jours) » from one day to a later one; « 12 jours », « le même jour ».
pub fn length(from: Day, to: Day, words: &Words) -> String {
    let total = day_number(to) - day_number(from);
    if total == 0 {
        return words.text("timeline-same-day");
    }
    let days = |n: i64| super::say::counted("timeline-days", usize::try_from(n.unsigned_abs()).unwrap_or(usize::MAX), words);
    // Years and months as the calendar has them, counted from the earlier day.
    let Ok(span) = from.min(to).until((Unit::Year, from.max(to))) else { return days(i64::from(total)) };
    let parts = [
        ("timeline-years", i64::from(span.get_years())),
        ("timeline-months", i64::from(span.get_months())),
        ("timeline-days", i64::from(span.get_days())),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(id, n)| {
            let count = format::count(n.unsigned_abs(), words.language());
            words.text_with(id, &args! { "n" => n, "count" => count })
        })
        .collect();
    let whole = super::say::list(&parts, words);
    if span.get_years() == 0 && span.get_months() == 0 {
        return whole;
    }
    words.text_with("timeline-elapsed-days", &args! { "length" => whole, "days" => days(i64::from(total)) })
}

impl Bar {
    /// Its first and its last day.
    pub fn moments(&self) -> [Moment; 2] {
        let last = |day: Option<Day>| day.map(|day| day.yesterday().unwrap_or(day));
        let (from, until): (Bound, Bound) = (self.span.from, self.span.until);
        [
            Moment { edge: Edge::Start, earliest: from.earliest(), latest: from.latest() },
            Moment { edge: Edge::End, earliest: last(until.earliest()), latest: last(until.latest()) },
        ]
    }
}

impl Mark {
    /// Its day; of a mailing of several days, its first and its last.
    pub fn moments(&self) -> Vec<Moment> {
        let exact = |edge, day| Moment { edge, earliest: Some(day), latest: Some(day) };
        if self.kind == super::MarkKind::Message && self.from != self.to {
            return vec![exact(Edge::Start, self.from), exact(Edge::End, self.to)];
        }
        vec![Moment { edge: Edge::Day, earliest: Some(self.from), latest: Some(self.to) }]
    }
}

impl Timeline {
    /// Every moment of `target`: none if it is not on the chart.
    pub fn moments(&self, target: &Target) -> Vec<Moment> {
        let bars = self.lanes.iter().flat_map(|lane| &lane.bars).filter(|bar| bar.target == *target);
        let marks = self.lanes.iter().flat_map(|lane| &lane.marks).filter(|mark| mark.target == *target);
        let found = bars.map(|bar| bar.moments().to_vec()).chain(marks.map(Mark::moments)).next();
        found.unwrap_or_default()
    }

    /// What `target` is called on the chart.
    pub fn name_of(&self, target: &Target) -> Option<String> {
        self.lanes.iter().find_map(|lane| {
            let bar = lane.bars.iter().find(|bar| bar.target == *target).map(|bar| &bar.label);
            let mark = || lane.marks.iter().find(|mark| mark.target == *target).map(|mark| &mark.label);
            let label = bar.or_else(mark)?;
            let is_named = matches!(lane.kind, super::LaneKind::Person | super::LaneKind::Source) && *label != lane.label;
            Some(if is_named { format!("{label}, {}", lane.label) } else { label.clone() })
        })
    }

    /// The time between two things, a line for each pair of their moments that are known: what is measured, and how long it was.
    pub fn elapsed(&self, from: &Target, to: &Target, words: &Words) -> Vec<(String, String)> {
        let known = |moment: &Moment| moment.earliest.is_some() || moment.latest.is_some();
        let (starts, ends) = (self.moments(from), self.moments(to));
        // A thing of one day needs no word for which of its ends is meant.
        let edge = |side: &str, edge| match edge {
            Edge::Day => None,
            Edge::Start => Some(words.text(&format!("timeline-elapsed-{side}-start"))),
            Edge::End => Some(words.text(&format!("timeline-elapsed-{side}-end"))),
        };
        let mut lines = Vec::new();
        for one in starts.iter().filter(|moment| known(moment)) {
            for other in ends.iter().filter(|moment| known(moment)) {
                let what: Vec<String> = [edge("from", one.edge), edge("to", other.edge)].into_iter().flatten().collect();
                lines.push((what.join(" "), Elapsed::between(*one, *other).words(words)));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;
    use crate::model::{AccessId, EventId, Language, PostId};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn day(day: Day) -> Moment {
        range(day, day)
    }

    fn range(earliest: Day, latest: Day) -> Moment {
        Moment { edge: Edge::Day, earliest: Some(earliest), latest: Some(latest) }
    }

    fn said(from: Moment, to: Moment, language: Language) -> String {
        Elapsed::between(from, to).words(&Words::new(language))
    }

    #[test]
    fn months_and_days_are_those_of_the_calendar() {
        let (from, to) = (day(date(2010, 5, 14)), day(date(2010, 8, 26)));
        assert_eq!(said(from, to, Language::Fr), "3 mois et 12 jours (104 jours)");
        assert_eq!(said(from, to, Language::En), "3 months and 12 days (104 days)");
        assert_eq!(said(day(date(2010, 2, 28)), day(date(2010, 3, 1)), Language::Fr), "1 jour");
        assert_eq!(said(day(date(2008, 2, 29)), day(date(2010, 3, 1)), Language::En), "2 years and 1 day (731 days)");
        assert_eq!(said(from, from, Language::Fr), "le même jour");
    }

    #[test]
    fn backwards_is_said_to_be_earlier() {
        let text = said(day(date(2010, 5, 14)), day(date(2010, 5, 2)), Language::En);
        assert_eq!(text, "12 days earlier");
    }

    #[test]
    fn a_vague_day_gives_both_limits() {
        let text = said(day(date(2010, 1, 1)), range(date(2010, 1, 11), date(2010, 1, 21)), Language::En);
        assert_eq!(text, "at least 10 days, at most 20 days");
        let either = said(range(date(2010, 1, 1), date(2010, 1, 15)), range(date(2010, 1, 11), date(2010, 1, 21)), Language::En);
        assert_eq!(either, "at most 20 days; which came first is not known");
        let open = Moment { edge: Edge::End, earliest: Some(date(2010, 1, 11)), latest: None };
        assert_eq!(said(day(date(2010, 1, 1)), open, Language::En), "at least 10 days");
    }

    #[test]
    fn two_things_are_measured_at_every_end_that_is_known() {
        let words = Words::new(Language::En);
        let chart = Timeline::build(&fixtures::contents(), None, &words);
        // Her post ended on 31 August 2010; the export was on 14 May 2010.
        let lines = chart.elapsed(&Target::Access(AccessId(2)), &Target::Post(PostId(1)), &words);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert_eq!(lines[1].1, "3 months and 17 days (109 days)");
        // Nothing is known of the end of this one.
        let lines = chart.elapsed(&Target::Event(EventId(1)), &Target::Post(PostId(3)), &words);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(chart.elapsed(&Target::Event(EventId(1)), &Target::Event(EventId(99)), &words).is_empty());
    }

    proptest! {
        #[test]
        fn the_limits_hold_every_pair_of_days(a in 0_i32..4000, b in 0_i32..400, c in 0_i32..4000, d in 0_i32..400, e in 0.0..1.0_f64, f in 0.0..1.0_f64) {
            let at = |n: i32| crate::model::dates::day_from_number(n).unwrap();
            let elapsed = Elapsed::between(range(at(a), at(a + b)), range(at(c), at(c + d)));
            let one = a + (e * f64::from(b)) as i32;
            let other = c + (f * f64::from(d)) as i32;
            prop_assert!(elapsed.least().unwrap() <= other - one && other - one <= elapsed.most().unwrap());
            for language in [Language::Fr, Language::En] {
                prop_assert!(!elapsed.words(&Words::new(language)).contains('‹'));
            }
        }
    }
}
