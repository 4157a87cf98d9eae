//! How much of the list comes from each file: a bar with its 95 % interval per file, and one for what no known file explains.
//!
//! The numbers are those of the attribution; nothing is computed here.

use super::ChartTable;
use super::timeline::say;
use crate::analysis::CampaignAnalysis;
use crate::args;
use crate::attribute::Share;
use crate::model::{Contents, SourceId};
use crate::words::{Words, format};
use serde::{Deserialize, Serialize};

/// The shares of one campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shares {
    /// Title.
    pub title: String,
    /// What it shows, in one sentence.
    pub description: String,
    /// The files in the order of the ranking, what is unexplained last; never empty.
    pub bars: Vec<ShareBar>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareBar {
    /// Which file; `None` for what no known file explains.
    pub source: Option<SourceId>,
    /// What it is called.
    pub name: String,
    /// Mean and 95 % interval, in [0, 1].
    pub share: Share,
}

impl Shares {
    /// The shares of `campaign`.
    pub fn build(campaign: &CampaignAnalysis, contents: &Contents, words: &Words) -> Self {
        let of_file = campaign.attribution.candidates.iter().map(|score| ShareBar {
            source: Some(score.id.clone()),
            name: say::source_name(contents, &score.id),
            share: score.share,
        });
        let unexplained = ShareBar { source: None, name: words.text("origin-shares-unexplained"), share: campaign.attribution.unexplained };
        let bars: Vec<ShareBar> = of_file.chain([unexplained]).collect();
        let parts: Vec<String> = bars
            .iter()
            .map(|bar| words.text_with("origin-shares-one", &args! { "name" => bar.name.as_str(), "share" => text(bar.share, words) }))
            .collect();
        Self {
            title: words.text("origin-shares-title"),
            description: words.text_with("origin-shares-description", &args! { "parts" => say::list(&parts, words) }),
            bars,
        }
    }

    /// The same as a table.
    pub fn table(&self, words: &Words) -> ChartTable {
        let percent = |share| format::percent(share, words.language());
        let row = |bar: &ShareBar| {
            let share = bar.share;
            std::iter::once(bar.name.clone()).chain([share.mean, share.lo, share.hi, share.lo50, share.hi50].map(percent)).collect()
        };
        ChartTable {
            header: ["file", "mean", "lo", "hi", "lo50", "hi50"].map(|title| words.text(&format!("origin-shares-{title}"))).to_vec(),
            rows: self.bars.iter().map(row).collect(),
        }
    }
}

/// The numbers of a share: « 62 % (48 % à 75 %) ».
pub fn text(share: Share, words: &Words) -> String {
    let percent = |share| format::percent(share, words.language());
    words.text_with("rooms-share", &args! { "mean" => percent(share.mean), "lo" => percent(share.lo), "hi" => percent(share.hi) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;
    use crate::model::Language;

    #[test]
    fn every_file_has_a_bar_and_what_is_unexplained_comes_last() {
        let words = Words::new(Language::En);
        let chart = Shares::build(&fixtures::campaign(), &fixtures::contents(), &words);
        let sources: Vec<Option<&str>> = chart.bars.iter().map(|bar| bar.source.as_ref().map(SourceId::as_str)).collect();
        assert_eq!(sources, [Some("adherents"), Some("electeurs"), None]);
        assert_eq!(chart.bars[2].share, fixtures::campaign().attribution.unexplained);
        assert!(chart.description.contains("Fichier des adhérents 90% (80% to 97%)"), "{}", chart.description);
    }

    #[test]
    fn the_table_says_the_numbers_of_the_bars() {
        let words = Words::new(Language::Fr);
        let table = Shares::build(&fixtures::campaign(), &fixtures::contents(), &words).table(&words);
        assert_eq!(table.rows.len(), 3);
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
        assert_eq!(table.rows[2][1..4], ["5\u{a0}%", "1\u{a0}%", "13\u{a0}%"]);
    }
}
