//! The sentences of a verdict, the same in the window, in `results.json` and on paper (domain.md §9).
//!
//! Always a pair of propositions, and how much more probable the findings are under one than under the other; never the probability of a proposition,
//! never a person. Words come from a versioned scale ([`scale`]), texts from Fluent files; [`linter`] lists what is never said.

mod beside;
pub mod findings;
#[cfg(test)]
mod findings_tests;
pub mod linter;
pub mod prints;
mod reasons;
pub mod rivals;
pub mod sensitivity;
mod statements;
#[cfg(test)]
mod tests;
mod verdicts;

pub use crate::words::scale;
pub use beside::{About, Said, beside};
pub use statements::statement;

use crate::analysis::{CampaignAnalysis, Caution, Settings};
use crate::attribute::PairScore;
use crate::attribute::opportunity::Reason;
use crate::model::{Contents, SourceId};
use crate::words::Words;

/// The sentence on a pair of propositions: how much more probable the findings are, the verbal support, and what it does not say.
pub fn pair(pair: &PairScore, campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Words) -> String {
    verdicts::pair(pair, campaign, contents, settings, words)
}

/// The same for a source against none of the known files; a negative `log10_lr` is turned round.
pub fn against_none(
    source: &SourceId,
    log10_lr: f64,
    campaign: &CampaignAnalysis,
    contents: &Contents,
    settings: &Settings,
    words: &Words,
) -> String {
    verdicts::against_none(source, log10_lr, (campaign, contents, settings), words)
}

/// The verdict sentence of a campaign.
pub fn verdict(campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Words) -> String {
    verdicts::verdict(campaign, contents, settings, words)
}

/// The support for a source against none in a few words, for tables: « soutien fort ». Inverted support says so.
pub fn support(log10_lr_vs_none: f64, campaign: &CampaignAnalysis, settings: &Settings, words: &Words) -> String {
    verdicts::support(log10_lr_vs_none, campaign, settings, words)
}

/// A caution in a full sentence.
pub fn caution(caution: Caution, campaign: &CampaignAnalysis, words: &Words) -> String {
    reasons::caution(caution, campaign, words)
}

/// Everything that must be said beside the verdict: the cautions of the analysis, then the rival explanations that are open or remain possible.
pub fn cautions(campaign: &CampaignAnalysis, contents: &Contents, words: &Words) -> Vec<String> {
    let mut said: Vec<String> = campaign.verdict.cautions.iter().map(|&caution| reasons::caution(caution, campaign, words)).collect();
    said.extend(rivals::cautions(campaign, contents, words));
    said
}

/// A fact about somebody's access in a full sentence.
pub fn reason(reason: &Reason, contents: &Contents, words: &Words) -> String {
    reasons::reason(reason, contents, words)
}
