//! The sentences of the room, written when the analysis or the language changes.

use super::weighing::{self, Fact};
use crate::analysis::CampaignAnalysis;
use crate::model::{CampaignId, SourceId};
use crate::report::wording;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::stamp::Stamp;

/// Everything the room says about one campaign.
pub struct Texts {
    stamp: Stamp,
    campaign: CampaignId,
    /// The verdict sentence.
    pub verdict: String,
    /// What must be said beside it.
    pub cautions: Vec<String>,
    /// One sentence per pair, the best supported first.
    pub pairs: Vec<String>,
    /// For and against each candidate.
    pub facts: Vec<(SourceId, Vec<Fact>)>,
}

impl Texts {
    /// Writes them.
    pub fn new(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> Self {
        let (contents, words) = (ctx.case.contents(), ctx.words);
        let candidates = &campaign.attribution.candidates;
        Self {
            stamp: Stamp::of(ctx),
            campaign: campaign.id.clone(),
            verdict: wording::verdict(campaign, contents, ctx.settings, words),
            cautions: wording::cautions(campaign, contents, words),
            pairs: campaign.attribution.pairs.iter().map(|pair| wording::pair(pair, campaign, contents, ctx.settings, words)).collect(),
            facts: candidates.iter().map(|score| (score.id.clone(), weighing::facts(ctx, campaign, score))).collect(),
        }
    }

    /// Whether they still say what is true of this campaign.
    pub fn holds(&self, ctx: &RoomContext<'_>, campaign: &CampaignId) -> bool {
        self.campaign == *campaign && self.stamp.holds(ctx)
    }
}
