//! The sentences of a verdict, the same in the window, in `results.json` and on paper (domain.md §9).

use crate::analysis::{CampaignAnalysis, Caution, Settings};
use crate::attribute::PairScore;
use crate::attribute::opportunity::Reason;
use crate::model::Contents;
use crate::words::Words;

/// The sentence on a pair of propositions: how much more probable the findings are, the verbal support, and what it does not say.
pub fn pair(pair: &PairScore, campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Words) -> String {
    let _ = (pair, campaign, contents, settings, words);
    todo!()
}

/// The verdict sentence of a campaign.
pub fn verdict(campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Words) -> String {
    let _ = (campaign, contents, settings, words);
    todo!()
}

/// A caution in a full sentence.
pub fn caution(caution: Caution, campaign: &CampaignAnalysis, words: &Words) -> String {
    let _ = (caution, campaign, words);
    todo!()
}

/// A fact about somebody's access in a full sentence.
pub fn reason(reason: &Reason, contents: &Contents, words: &Words) -> String {
    let _ = (reason, contents, words);
    todo!()
}
