//! The waterfall of a link: from the odds before looking, over what each comparison adds, to the probability.
//!
//! Everything is in bits, the base-2 logarithm of odds, so that steps add up: + 1 bit doubles the odds, − 1 bit halves them. Where the numbers come from
//! is [`crate::link`]; what two records say side by side is [`super::sides`].

pub mod say;

use super::ChartTable;
use super::sides::Sides;
use crate::link::staged::Explained;
use crate::link::{Bar, Outcome, PersonLink};
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// What a link stands on: the numbers of the engine, as they are kept with the link.
///
/// `prior_bits` + every bar + `household_bits` + `rivals_bits` = log₂(p / (1 − p)).
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// log₂ of the odds before looking.
    pub prior_bits: f64,
    /// What each comparison adds.
    pub bars: &'a [Bar],
    /// What the chance of somebody of the same household takes away.
    pub household_bits: f64,
    /// What other rows that fit as well take away.
    pub rivals_bits: f64,
}

impl<'a> From<&'a Explained> for Evidence<'a> {
    fn from(link: &'a Explained) -> Self {
        Self { prior_bits: link.prior_bits, bars: &link.bars, household_bits: link.household_bits, rivals_bits: link.rivals_bits }
    }
}

impl<'a> From<&'a PersonLink> for Evidence<'a> {
    fn from(link: &'a PersonLink) -> Self {
        Self { prior_bits: link.prior_bits, bars: &link.bars, household_bits: link.household_bits, rivals_bits: link.rivals_bits }
    }
}

/// A link as a chart: steps from top to bottom, each beginning where the one above ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waterfall {
    /// Title.
    pub title: String,
    /// What it shows, in one sentence.
    pub description: String,
    /// From the prior to the posterior; never empty.
    pub steps: Vec<Step>,
}

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum StepKind {
    /// The odds before looking.
    Prior,
    /// A comparison.
    Comparison(Outcome),
    /// Somebody else of the household.
    Household,
    /// Other rows that fit as well.
    Rivals,
    /// What it comes to.
    Posterior,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it is about.
    #[serde(flatten)]
    pub kind: StepKind,
    /// The same in words.
    pub text: String,
    /// The recipient's value, as written; empty if the step compares nothing.
    pub ours: String,
    /// The row's value, as written.
    pub theirs: String,
    /// What it adds, in bits. For the prior and the posterior: where it stands.
    pub bits: f64,
    /// Running total before it, in bits; for the prior and the posterior 0.
    pub from_bits: f64,
    /// Running total after it, in bits.
    pub to_bits: f64,
    /// The same as a probability.
    pub probability: f64,
}

impl Step {
    /// Whether it is one of the two ends, which stand for themselves.
    pub fn is_end(&self) -> bool {
        matches!(self.kind, StepKind::Prior | StepKind::Posterior)
    }
}

/// The probability of `bits` of log₂-odds. Any number; not-a-number stays one.
pub fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + libm::exp2(-bits))
}

impl Waterfall {
    /// The waterfall of a link; `sides` are the two records, for the values beside each comparison.
    pub fn build(evidence: &Evidence<'_>, sides: &Sides, words: &Words) -> Self {
        let mut total = evidence.prior_bits;
        let end = |kind, bits: f64| Step {
            kind,
            text: say::kind(kind, bits, words),
            ours: String::new(),
            theirs: String::new(),
            bits,
            from_bits: 0.0,
            to_bits: bits,
            probability: probability(bits),
        };
        let mut steps = vec![end(StepKind::Prior, total)];
        let mut add = |kind, bits: f64, (ours, theirs): (String, String)| {
            let from = total;
            total += bits;
            let text = say::kind(kind, bits, words);
            steps.push(Step { kind, text, ours, theirs, bits, from_bits: from, to_bits: total, probability: probability(total) });
        };
        for bar in evidence.bars {
            add(StepKind::Comparison(bar.outcome), bar.bits, sides.values(&bar.outcome));
        }
        for (kind, bits) in [(StepKind::Household, evidence.household_bits), (StepKind::Rivals, evidence.rivals_bits)] {
            // What takes nothing away needs no bar.
            if bits.abs() > f64::EPSILON {
                add(kind, bits, Default::default());
            }
        }
        steps.push(end(StepKind::Posterior, total));
        let mut chart = Self { title: words.text("links-waterfall-title"), description: String::new(), steps };
        chart.description = say::describe(&chart, words);
        chart
    }

    /// The same as a table.
    pub fn table(&self, words: &Words) -> ChartTable {
        let header = ["what", "ours", "theirs", "bits", "total", "probability"].map(|id| words.text(&format!("links-table-{id}"))).to_vec();
        let rows = self.steps.iter().map(|step| {
            let added = if step.is_end() { String::new() } else { say::signed(step.bits, words) };
            let shown = say::total(step, words);
            vec![step.text.clone(), step.ours.clone(), step.theirs.clone(), added, say::signed(step.to_bits, words), shown]
        });
        ChartTable { header, rows: rows.collect() }
    }

    /// Least and greatest running total, in bits; zero, where both are equally probable, is always inside, and the span is never empty.
    pub fn span(&self) -> (f64, f64) {
        let ends = self.steps.iter().flat_map(|step| [step.from_bits, step.to_bits]).filter(|bits| bits.is_finite());
        let (least, greatest) = ends.fold((0.0_f64, 0.0_f64), |(least, greatest), bits| (least.min(bits), greatest.max(bits)));
        if greatest - least < 1.0 { (least - 0.5, greatest + 0.5) } else { (least, greatest) }
    }
}

#[cfg(test)]
mod tests;
