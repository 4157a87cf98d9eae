//! When a file was copied: density of the copy date in steps, its 95 % set, and who limits each end of it.
//!
//! The steps are the segments of the answer as they are; how tall they are drawn is their probability per day.

use super::ChartTable;
use super::timeline::say;
use crate::args;
use crate::attribute::{CopyDate, DateSpan, SpanEdge, SpanSide};
use crate::model::{Contents, Day, RecipientId, SourceId};
use crate::words::{Words, format};
use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

/// Days shown on both sides of the 95 % set, at least.
const MARGIN_DAYS: i32 = 10;
/// Witnesses a sentence names; the rest is counted.
const NAMED: usize = 6;

/// The copy date of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyDensity {
    /// Which file.
    pub source: SourceId,
    /// Title.
    pub title: String,
    /// What it shows, in one sentence.
    pub description: String,
    /// In order, without gaps; masses sum to 1.
    pub steps: Vec<Step>,
    /// The 95 % set, in order.
    pub spans: Vec<DateSpan>,
    /// The 50 % set, in order: half of the probability on the densest days.
    pub spans50: Vec<DateSpan>,
    /// First day of the densest step.
    pub mode: Day,
    /// What limits each end of the set.
    pub limits: Vec<Limit>,
    /// No single day explains the list: two copies, or a merged list.
    pub is_contradictory: bool,
    /// First day worth looking at, and the first one after: the set with as much again on both sides, within the days that are possible at all.
    pub focus: (Day, Day),
}

/// `[from, until)` with its probability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// Posterior mass.
    pub mass: f64,
    /// Whether it is in the 95 % set.
    pub is_inside: bool,
    /// Whether it is in the 50 % set.
    pub is_inside50: bool,
}

impl Step {
    /// Probability of each of its days.
    pub fn per_day(&self) -> f64 {
        self.mass / f64::from((self.until - self.from).get_days().max(1))
    }
}

/// An end of the set and who forbids going further.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// The day of the set at this end.
    pub at: Day,
    /// Which end.
    pub side: SpanSide,
    /// « L’ensemble à 95 % commence le 10 mai 2010 ; les jours d’avant s’accordent mal avec ce que le fichier dit de », or that the window ends there.
    pub text: String,
    /// Sorted by id; empty if the window itself ends there.
    pub witnesses: Vec<RecipientId>,
}

impl CopyDensity {
    /// The copy date of `source`; `None` if it has no step.
    pub fn build(copy: &CopyDate, source: &SourceId, contents: &Contents, words: &Words) -> Option<Self> {
        let (first, last) = (copy.segments.first()?, copy.segments.last()?);
        let is_inside = |spans: &[DateSpan], day: Day| spans.iter().any(|span| span.from <= day && day <= span.to);
        let step = |segment: &crate::attribute::DateSegment| Step {
            from: segment.from,
            until: segment.until,
            mass: segment.mass,
            is_inside: is_inside(&copy.set95, segment.from),
            is_inside50: is_inside(&copy.set50, segment.from),
        };
        let name = say::source_name(contents, source);
        let summary = args! { "days" => say::spans(&copy.set95, words), "mode" => format::day(copy.mode, words.language()) };
        Some(Self {
            source: source.clone(),
            title: words.text_with("origin-copy-title", &args! { "source" => name }),
            description: words.text_with("origin-copy-summary", &summary),
            steps: copy.segments.iter().map(step).collect(),
            spans: copy.set95.clone(),
            spans50: copy.set50.clone(),
            mode: copy.mode,
            limits: copy.edges.iter().map(|edge| Limit::of(edge, words)).collect(),
            is_contradictory: copy.is_contradictory,
            focus: focus(&copy.set95, first.from, last.until),
        })
    }

    /// The tallest step, in probability per day; 0 if nothing has any.
    pub fn tallest(&self) -> f64 {
        self.steps.iter().map(Step::per_day).fold(0.0, f64::max)
    }

    /// The same as a table: one row per step.
    pub fn table(&self, words: &Words) -> ChartTable {
        let day = |day| format::day(day, words.language());
        let rows = self.steps.iter().map(|step| {
            let last = step.until.yesterday().unwrap_or(step.until);
            let mass = format::decimal(step.mass * 100.0, 1, words.language());
            let yes = |is_inside: bool| words.text(if is_inside { "common-yes" } else { "rooms-no" });
            let mass = words.text_with("rooms-percent", &args! { "n" => mass });
            vec![day(step.from), day(last), mass, yes(step.is_inside), yes(step.is_inside50)]
        });
        let header = ["rooms-copy-from", "rooms-copy-to", "rooms-copy-mass", "rooms-copy-inside", "origin-copy-inside50"];
        ChartTable { header: header.map(|id| words.text(id)).to_vec(), rows: rows.collect() }
    }
}

impl Limit {
    pub(super) fn of(edge: &SpanEdge, words: &Words) -> Self {
        let id = match (edge.side, edge.witnesses.is_empty()) {
            (SpanSide::From, false) => "origin-copy-not-before",
            (SpanSide::To, false) => "origin-copy-not-after",
            (SpanSide::From, true) => "origin-copy-from-window",
            (SpanSide::To, true) => "origin-copy-to-window",
        };
        let text = words.text_with(id, &args! { "day" => format::day(edge.at, words.language()) });
        Self { at: edge.at, side: edge.side, text, witnesses: edge.witnesses.clone() }
    }

    /// The whole sentence, with the first witnesses by id.
    pub fn sentence(&self, words: &Words) -> String {
        if self.witnesses.is_empty() {
            return self.text.clone();
        }
        let mut names: Vec<String> = self.witnesses.iter().take(NAMED).map(ToString::to_string).collect();
        if let Some(more) = self.witnesses.len().checked_sub(NAMED).filter(|more| *more > 0) {
            names.push(say::counted("origin-copy-more-witnesses", more, words));
        }
        format!("{} {}", self.text, say::list(&names, words))
    }
}

/// See [`CopyDensity::focus`].
fn focus(spans: &[DateSpan], first: Day, until: Day) -> (Day, Day) {
    let (Some(from), Some(to)) = (spans.first().map(|span| span.from), spans.last().map(|span| span.to)) else { return (first, until) };
    let margin = (to - from).get_days().max(MARGIN_DAYS);
    (from.saturating_sub(margin.days()).max(first), to.saturating_add((margin + 1).days()).min(until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;
    use crate::model::Language;
    use jiff::civil::date;

    fn chart(words: &Words) -> CopyDensity {
        CopyDensity::build(&fixtures::copy_date(), &"adherents".into(), &fixtures::contents(), words).unwrap()
    }

    #[test]
    fn steps_are_the_segments_and_the_set_is_marked_in_them() {
        let chart = chart(&Words::new(Language::En));
        assert_eq!(chart.steps.len(), fixtures::copy_date().segments.len());
        let inside: Vec<bool> = chart.steps.iter().map(|step| step.is_inside).collect();
        assert_eq!(inside, [false, false, true, true, false, false]);
        assert!((chart.tallest() - 0.6 / 5.0).abs() < 1e-12, "the shortest step is the densest");
    }

    #[test]
    fn the_set_is_looked_at_with_as_much_again_on_both_sides() {
        assert_eq!(chart(&Words::new(Language::En)).focus, (date(2010, 4, 30), date(2010, 5, 31)));
        let whole = [DateSpan { from: date(2010, 1, 1), to: date(2010, 3, 1), mass: 1.0 }];
        assert_eq!(focus(&whole, date(2010, 1, 1), date(2010, 3, 2)), (date(2010, 1, 1), date(2010, 3, 2)), "never beyond what is possible");
    }

    #[test]
    fn the_table_has_a_row_per_step_with_its_numbers() {
        let words = Words::new(Language::Fr);
        let table = chart(&words).table(&words);
        assert_eq!(table.rows[2], ["10 mai 2010", "14 mai 2010", "60,0\u{a0}%", "oui", "non"]);
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
    }

    #[test]
    fn a_limit_names_its_witnesses_and_counts_the_rest() {
        let words = Words::new(Language::En);
        let chart = chart(&words);
        assert_eq!(chart.limits[0].sentence(&words), "The 95% set begins on 10 May 2010; earlier days fit poorly with what the file says of r1");
        let many = SpanEdge { at: date(2010, 5, 20), side: SpanSide::To, witnesses: (1..=8).map(|n| format!("r{n}").into()).collect() };
        assert!(Limit::of(&many, &words).sentence(&words).ends_with("r6 and 2 others"));
        let open = SpanEdge { at: date(2010, 5, 20), side: SpanSide::To, witnesses: Vec::new() };
        assert!(!Limit::of(&open, &words).sentence(&words).contains("because"));
    }
}
