//! What would change the answer: one bar per assumption, from what the numbers say with it turned down to what they say with it turned up.
//!
//! Everything is read from [`Sensitivity`]; nothing is weighed here, and the sentence is handed in, since the verdict's words are not known on this floor. All likelihood ratios are log₁₀ of the file that leads as things are, against one
//! and the same other proposition, and not capped.

pub mod say;

use super::ChartTable;
use super::timeline::say::source_name;
use crate::args;
use crate::attribute::sensitivity::{Bar, Sensitivity, Turn, Turned};
use crate::model::{Contents, SourceId};
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// The tornado of one campaign in one comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// Title.
    pub title: String,
    /// What would change the answer, in one sentence.
    pub description: String,
    /// The file that leads as things are.
    pub leading: SourceId,
    /// The other proposition: a file, or `None` = "none of the known files".
    pub against: Option<SourceId>,
    /// What the numbers say as things are.
    pub baseline: f64,
    /// Widest first.
    pub bars: Vec<TornadoBar>,
}

/// One assumption.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// What is turned.
    pub turned: Turned,
    /// What it is called.
    pub name: String,
    /// Turned down, or left out.
    pub low: End,
    /// Turned up, or as it is.
    pub high: End,
}

impl TornadoBar {
    /// From the smallest to the largest of both ends and `baseline`.
    pub fn span(&self, baseline: f64) -> (f64, f64) {
        let ends = [self.low.log10_lr, self.high.log10_lr];
        ends.into_iter().flatten().fold((baseline, baseline), |(least, most), value| (least.min(value), most.max(value)))
    }

    /// Whether the verdict says something else at either end.
    pub fn changes_words(&self) -> bool {
        self.low.changes_words || self.high.changes_words
    }
}

/// An assumption at one end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct End {
    /// The value it is turned to: « 13 000 », « laissé de côté ».
    pub value: String,
    /// What the numbers say then; `None` if one of the two propositions is what is left out.
    pub log10_lr: Option<f64>,
    /// Whether the verdict says something else then.
    pub changes_words: bool,
    /// Whether this is the answer as it is: the other end of what is left out.
    pub is_as_is: bool,
}

impl Tornado {
    /// The tornado against the rival file as things are (`is_against_rival`) or against none; `None` if there is no rival to compare with. `sentence` says what
    /// would change the answer.
    pub fn build(sensitivity: &Sensitivity, is_against_rival: bool, sentence: String, contents: &Contents, words: &Words) -> Option<Self> {
        let as_is = &sensitivity.baseline;
        let (against, baseline) =
            if is_against_rival { (Some(as_is.rival.clone()?), as_is.log10_lr_vs_rival?) } else { (None, as_is.log10_lr_vs_none) };
        let end = |bar: &Bar, turn: &Turn, is_low: bool| End {
            value: say::value(&bar.turned, turn, is_low, words),
            log10_lr: if is_against_rival { turn.log10_lr_vs_rival } else { turn.log10_lr_vs_none },
            changes_words: !turn.reading.says_the_same(as_is),
            is_as_is: !is_low && matches!(bar.turned, Turned::WithoutRecipient(_) | Turned::WithoutSource(_) | Turned::WithoutFingerprints),
        };
        let bar = |bar: &Bar| TornadoBar {
            name: say::name(&bar.turned, contents, words),
            low: end(bar, &bar.low, true),
            high: end(bar, &bar.high, false),
            turned: bar.turned.clone(),
        };
        let mut bars: Vec<TornadoBar> = sensitivity.bars.iter().map(bar).collect();
        let width = |bar: &TornadoBar| {
            let (least, most) = bar.span(baseline);
            most - least
        };
        // Sorted in the comparison that is shown; between equals the order of the answer stays.
        bars.sort_by(|a, b| width(b).total_cmp(&width(a)));
        let other = against
            .as_ref()
            .map_or_else(|| words.text("origin-outside"), |id| words.text_with("origin-quoted", &args! { "name" => source_name(contents, id) }));
        let title = args! { "source" => source_name(contents, &as_is.leading), "other" => other };
        let title = words.text_with("origin-tornado-title", &title);
        Some(Self { title, description: sentence, leading: as_is.leading.clone(), against, baseline, bars })
    }

    /// From the smallest to the largest number shown, 0 (the findings speak for neither) included; never empty.
    pub fn span(&self) -> (f64, f64) {
        let (least, most) = self
            .bars
            .iter()
            .map(|bar| bar.span(self.baseline))
            .fold((self.baseline.min(0.0), self.baseline.max(0.0)), |(a, b), (c, d)| (a.min(c), b.max(d)));
        if most - least < 1.0 { (least - 0.5, most + 0.5) } else { (least, most) }
    }

    /// The same as a table.
    pub fn table(&self, words: &Words) -> ChartTable {
        let row = |bar: &TornadoBar| {
            let number = |end: &End| end.log10_lr.map_or_else(|| "–".to_owned(), |value| say::log10(value, words));
            let changes = words.text(if bar.changes_words() { "common-yes" } else { "rooms-no" });
            vec![bar.name.clone(), bar.low.value.clone(), number(&bar.low), bar.high.value.clone(), number(&bar.high), changes]
        };
        let as_is = vec![
            words.text("origin-tornado-as-is"),
            String::new(),
            say::log10(self.baseline, words),
            String::new(),
            say::log10(self.baseline, words),
            "–".to_owned(),
        ];
        let header = ["what", "low", "low-lr", "high", "high-lr", "changes-header"].map(|title| words.text(&format!("origin-tornado-{title}")));
        ChartTable { header: header.to_vec(), rows: std::iter::once(as_is).chain(self.bars.iter().map(row)).collect() }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::attribute::sensitivity::{Ask, Influence, Prospect, Question, Reading, Reply, Tipping};
    use crate::chart::fixtures;
    use crate::model::Language;

    fn reading(best: Option<&str>, vs_none: f64, vs_rival: f64, band: usize) -> Reading {
        Reading {
            best: best.map(SourceId::from),
            leading: "adherents".into(),
            rival: Some("electeurs".into()),
            log10_lr_vs_none: vs_none,
            log10_lr_vs_rival: Some(vs_rival),
            band,
            rival_band: Some(band),
        }
    }

    fn turn(value: Option<f64>, best: Option<&str>, vs_none: f64, vs_rival: f64, band: usize) -> Turn {
        Turn { value, reading: reading(best, vs_none, vs_rival, band), log10_lr_vs_none: Some(vs_none), log10_lr_vs_rival: Some(vs_rival) }
    }

    /// The pool matters most against none, a recipient against the rival.
    pub fn sensitivity() -> Sensitivity {
        let named = Some("adherents");
        let mut without_rival = turn(None, named, 5.3, 0.0, 5);
        without_rival.log10_lr_vs_rival = None;
        let bar = |turned, low, high, width| Bar { turned, low, high, width };
        Sensitivity {
            baseline: reading(named, 5.3, 5.6, 5),
            bars: vec![
                bar(Turned::Pool, turn(Some(13_000.0), None, 0.4, 5.6, 0), turn(Some(1_300_000.0), named, 9.8, 5.6, 5), 9.4),
                bar(Turned::WithoutRecipient("r1".into()), turn(None, named, 3.1, 1.2, 5), turn(None, named, 5.3, 5.6, 5), 4.4),
                bar(Turned::SharePrior, turn(Some(0.25), named, 5.1, 5.5, 5), turn(Some(0.75), named, 5.4, 5.7, 5), 0.3),
                bar(Turned::WithoutSource("electeurs".into()), without_rival, turn(None, named, 5.3, 5.6, 5), 0.0),
            ],
            tipping: Tipping { pool: Some(16_000.0), sigma: None, recipients: Some(2) },
            influence: vec![Influence { recipient: "r1".into(), log10_lr_vs_none: 3.1, log10_lr_vs_rival: Some(1.2) }],
            contested_by: Some("electeurs".into()),
            questions: vec![Question {
                ask: Ask::Control { source: "adherents".into(), other: Some("electeurs".into()) },
                bits: 0.62,
                answers: vec![
                    Prospect { reply: Reply::Yes, if_leading: 0.8, if_other: 0.1, log10_lr: 6.5 },
                    Prospect { reply: Reply::No, if_leading: 0.2, if_other: 0.9, log10_lr: 4.9 },
                ],
            }],
        }
    }

    fn tornado(is_against_rival: bool, words: &Words) -> Tornado {
        Tornado::build(&sensitivity(), is_against_rival, "A sentence.".to_owned(), &fixtures::contents(), words).unwrap()
    }

    #[test]
    fn bars_are_sorted_in_the_comparison_that_is_shown() {
        let words = Words::new(Language::En);
        let first = |is_against_rival| tornado(is_against_rival, &words).bars[0].turned.clone();
        assert_eq!(first(false), Turned::Pool);
        assert_eq!(first(true), Turned::WithoutRecipient("r1".into()));
    }

    #[test]
    fn a_bar_says_which_of_its_ends_changes_the_words() {
        let chart = tornado(false, &Words::new(Language::En));
        let pool = chart.bars.iter().find(|bar| bar.turned == Turned::Pool).unwrap();
        assert!(pool.low.changes_words && !pool.high.changes_words && pool.changes_words());
        assert_eq!((pool.low.value.as_str(), pool.high.value.as_str()), ("13,000", "1,300,000"));
        assert_eq!(chart.description, "A sentence.");
    }

    #[test]
    fn what_is_left_out_of_the_comparison_has_no_number() {
        let words = Words::new(Language::Fr);
        let chart = tornado(true, &words);
        let without = chart.bars.iter().find(|bar| matches!(bar.turned, Turned::WithoutSource(_))).unwrap();
        assert_eq!(without.low.log10_lr, None);
        let table = chart.table(&words);
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
        let row = table.rows.iter().find(|row| row[0] == without.name).unwrap();
        assert_eq!((row[2].as_str(), row[4].as_str()), ("–", "5,6"));
        assert_eq!(table.rows[0][2], "5,6", "the answer as it is comes first");
    }

    #[test]
    fn zero_is_always_in_view() {
        let words = Words::new(Language::En);
        assert_eq!(tornado(false, &words).span(), (0.0, 9.8));
        let mut flat = sensitivity();
        flat.bars.clear();
        flat.baseline.log10_lr_vs_none = 0.0;
        assert_eq!(Tornado::build(&flat, false, String::new(), &fixtures::contents(), &words).unwrap().span(), (-0.5, 0.5));
    }

    #[test]
    fn without_a_rival_there_is_nothing_to_compare_with() {
        let mut alone = sensitivity();
        alone.baseline.rival = None;
        assert!(Tornado::build(&alone, true, String::new(), &fixtures::contents(), &Words::new(Language::En)).is_none());
    }
}
