//! Everything worth saying beside a verdict, in one list: for the terminal, `results.json`, the window and paper alike.

use super::{findings, prints, sensitivity};
use crate::analysis::{CampaignAnalysis, Settings};
use crate::attribute::fingerprint::canary::CanaryReason;
use crate::model::{Contents, RecipientId, SourceId};
use crate::words::Words;
use serde::Serialize;

/// Shared spellings that are told, rarest first.
const QUIRKS: usize = 10;

/// What a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// What would change the words of the verdict.
    Sensitivity,
    /// What to ask next.
    NextQuestion,
    /// Only a part of a file.
    Slice,
    /// One copy does not explain the list.
    TwoCopies,
    /// Fingerprints on the whole.
    Fingerprints,
    /// One shared quirk.
    Quirk,
    /// An address that names a file.
    Canary,
    /// What must be said beside every such address.
    CanaryCaveat,
}

/// One thing said beside a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it is about.
    pub about: About,
    /// The file it is about, if it is about one.
    pub source: Option<SourceId>,
    /// The recipient it is about, if it is about one.
    pub recipient: Option<RecipientId>,
    /// Full sentences.
    pub text: String,
}

/// What is said beside the verdict of `campaign`, in a fixed order; the same in both languages but for the texts.
pub fn beside(campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Words) -> Vec<Said> {
    let said = |about, source: Option<&SourceId>, recipient: Option<&RecipientId>, text| Said {
        about,
        source: source.cloned(),
        recipient: recipient.cloned(),
        text,
    };
    let mut list = Vec::new();
    if let Some(sensitivity) = &campaign.sensitivity {
        let text = sensitivity::summary(sensitivity, campaign, contents, words);
        if !text.is_empty() {
            list.push(said(About::Sensitivity, None, None, text));
        }
        list.push(said(About::NextQuestion, None, None, sensitivity::next_question(sensitivity, contents, words)));
    }
    for score in &campaign.attribution.candidates {
        if let Some(slice) = score.slice() {
            list.push(said(About::Slice, Some(&score.id), None, findings::slice(slice, score, contents, settings, words)));
        }
        if let Some(copies) = score.copy_date.as_ref().and_then(|copy| copy.two_copies.as_ref()) {
            list.push(said(About::TwoCopies, Some(&score.id), None, findings::two_copies(copies, &score.id, contents, words)));
        }
    }
    for text in findings::prints(&campaign.prints, contents, words) {
        list.push(said(About::Fingerprints, None, None, text));
    }
    for quirk in campaign.prints.fingerprints.quirks.iter().filter(|quirk| !quirk.rivals.is_empty()).take(QUIRKS) {
        list.push(said(About::Quirk, Some(&quirk.source), Some(&quirk.recipient), findings::quirk(quirk, contents, words)));
    }
    // What somebody says themselves is a statement; it is told with the statements.
    let mut marked = campaign.prints.canaries.iter().filter(|it| !matches!(it.canary.reason, CanaryReason::GivenToOne { .. })).peekable();
    let has_any = marked.peek().is_some();
    for flagged in marked {
        let (source, recipient) = (&flagged.canary.source, &flagged.canary.recipient);
        list.push(said(About::Canary, Some(source), Some(recipient), prints::flag(flagged, recipient.as_str(), contents, words)));
    }
    if has_any {
        list.push(said(About::CanaryCaveat, None, None, prints::caveat(words)));
    }
    list
}
