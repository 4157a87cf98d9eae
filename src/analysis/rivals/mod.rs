//! The board of rival explanations of one mailing: what is asked, what was answered, and what the case itself can say beside it.
//!
//! Read from the contents, not part of [`super::Analysis`]: an answer changes what is said beside a verdict, never a number, so nothing is computed again.
//! Which explanations there are is data ([`Catalogue`]); somebody may add their own. A hint never answers.

mod hints;
#[cfg(test)]
mod tests;

pub use crate::campaign::rivals::{Catalogue, Clue, Entry, Texts};
pub use hints::{Hint, Side};

use super::{Analysis, CampaignAnalysis};
use crate::model::{CampaignId, Contents, Language, Rival, RivalKind, Standing};

/// One explanation on the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'c> {
    /// Which.
    pub kind: RivalKind,
    /// The answer that stands, if one was given.
    pub answer: Option<&'c Rival>,
    /// What the case can say; empty for an explanation somebody added.
    pub hints: Vec<Hint>,
}

impl Line<'_> {
    /// Its entry in the catalogue; `None` if somebody added it.
    pub fn entry(&self) -> Option<&'static Entry> {
        Catalogue::current().entry(&self.kind)
    }

    /// What it is called.
    pub fn name(&self, language: Language) -> &str {
        let added = || self.answer.map_or(self.kind.as_str(), |answer| answer.title.as_str());
        self.entry().map_or_else(added, |entry| &entry.texts(language).name)
    }

    /// Where the question stands.
    pub fn standing(&self) -> Standing {
        self.answer.map_or(Standing::Open, |answer| answer.standing)
    }
}

/// Every explanation of the catalogue in its order, then those somebody added, by id.
pub fn board<'c>(contents: &'c Contents, analysis: &Analysis, campaign: &CampaignAnalysis) -> Vec<Line<'c>> {
    let facts = hints::Facts::of(contents, analysis, campaign);
    let catalogue = Catalogue::current();
    let asked = catalogue.entries.iter().map(|entry| Line {
        kind: entry.id.clone(),
        answer: contents.rival(&campaign.id, &entry.id),
        hints: facts.hints(entry),
    });
    asked.chain(added(contents, &campaign.id)).collect()
}

/// The same without hints, for whoever only counts or names what is open.
pub fn answers<'c>(contents: &'c Contents, campaign: &CampaignId) -> Vec<Line<'c>> {
    let entries = &Catalogue::current().entries;
    let asked = entries.iter().map(|entry| Line { kind: entry.id.clone(), answer: contents.rival(campaign, &entry.id), hints: Vec::new() });
    asked.chain(added(contents, campaign)).collect()
}

/// Explanations somebody added, by id; of several answers the newest.
fn added<'c>(contents: &'c Contents, campaign: &CampaignId) -> Vec<Line<'c>> {
    let is_own = |rival: &&Rival| &rival.campaign == campaign && Catalogue::current().entry(&rival.kind).is_none();
    let mut kinds: Vec<&RivalKind> = contents.rivals.iter().filter(is_own).map(|rival| &rival.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds.into_iter().map(|kind| Line { kind: kind.clone(), answer: contents.rival(campaign, kind), hints: Vec::new() }).collect()
}

/// An id for an explanation somebody adds: `own-1`, `own-2`, never one that is taken.
pub fn fresh_kind(contents: &Contents) -> RivalKind {
    let number = |rival: &Rival| rival.kind.as_str().strip_prefix("own-").and_then(|number| number.parse::<u64>().ok());
    let last = contents.rivals.iter().filter_map(number).max().unwrap_or(0);
    RivalKind(format!("own-{}", last.saturating_add(1)))
}
