//! Pairs of propositions and verdicts in sentences.

use super::scale::{Scale, times};
use crate::analysis::{CampaignAnalysis, Caution, Settings};
use crate::args;
use crate::attribute::{CandidateScore, PairScore};
use crate::chart::timeline::say;
use crate::model::{Contents, SourceId};
use crate::words::Words;

/// One side of a pair.
#[derive(Clone, Copy)]
enum Proposition<'a> {
    /// At least half of the list comes from this source.
    Source(&'a SourceId),
    /// None of it comes from a known file.
    None,
}

/// How much more probable the findings are under one proposition: what is said of it.
struct Weight {
    /// Words of the band, after the cap and the lost step.
    band: usize,
    /// The number shown.
    times: String,
    is_capped: bool,
    /// A step was lost, and it changed the band.
    is_lowered: bool,
    /// The number itself is too near 1 to speak of.
    is_even: bool,
}

/// `log10_lr` ≥ 0.
fn weigh(log10_lr: f64, campaign: &CampaignAnalysis, settings: &Settings, words: &Words) -> Weight {
    let scale = Scale::current();
    let cap = libm::log10(settings.cap.max(1.0));
    let log10_lr = if log10_lr.is_nan() { 0.0 } else { log10_lr.max(0.0) };
    let shown = log10_lr.min(cap);
    // Without people known not to have received, the wording loses one step (method.md §6).
    let steps = if campaign.has_controls || campaign.is_complete_list { 0 } else { scale.steps_lost_without_controls };
    let full = scale.band(shown, 0);
    let band = scale.band(shown, steps);
    Weight { band, times: times(shown, words.language()), is_capped: log10_lr >= cap, is_lowered: band < full, is_even: full == 0 }
}

fn label(band: usize, words: &Words) -> String {
    Scale::current().bands.get(band).map(|band| band.label(words.language()).to_owned()).unwrap_or_default()
}

pub(super) fn support(log10_lr: f64, campaign: &CampaignAnalysis, settings: &Settings, words: &Words) -> String {
    let weight = weigh(log10_lr.abs(), campaign, settings, words);
    let label = label(weight.band, words);
    if log10_lr < 0.0 && weight.band > 0 { words.text_with("analysis-support-none", &args! { "support" => label }) } else { label }
}

pub(super) fn name(id: &SourceId, contents: &Contents) -> String {
    contents.source(id).filter(|source| !source.name.trim().is_empty()).map_or_else(|| id.to_string(), |source| source.name.clone())
}

/// « la liste d’envoi a été constituée, pour moitié au moins, à partir du fichier « S » ».
fn proposition(proposition: Proposition<'_>, contents: &Contents, words: &Words) -> String {
    match proposition {
        Proposition::Source(id) => words.text_with("analysis-proposition-source", &args! { "source" => name(id, contents) }),
        Proposition::None => words.text("analysis-proposition-none"),
    }
}

/// What the findings say of `first` against `second`: two sentences. A negative `log10_lr` is turned round.
fn compare(
    (first, second): (Proposition<'_>, Proposition<'_>),
    log10_lr: f64,
    (campaign, contents, settings): (&CampaignAnalysis, &Contents, &Settings),
    words: &Words,
) -> String {
    let (first, second) = if log10_lr < 0.0 { (second, first) } else { (first, second) };
    let weight = weigh(log10_lr.abs(), campaign, settings, words);
    let (first, second) = (proposition(first, contents, words), proposition(second, contents, words));
    let args = args! { "times" => weight.times.as_str(), "first" => first, "second" => second, "support" => label(weight.band, words) };
    if weight.is_even {
        return words.text_with("analysis-compare-even", &args);
    }
    let ratio = words.text_with(if weight.is_capped { "analysis-compare-capped" } else { "analysis-compare" }, &args);
    let support = words.text_with(
        match (weight.band, weight.is_lowered) {
            (0, _) => "analysis-compare-lowered-to-none",
            (_, true) => "analysis-compare-lowered",
            (_, false) => "analysis-compare-support",
        },
        &args,
    );
    format!("{ratio} {support}")
}

pub(super) fn pair(pair: &PairScore, campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Words) -> String {
    let both = (Proposition::Source(&pair.favoured), Proposition::Source(&pair.against));
    format!("{} {}", compare(both, pair.log10_lr, (campaign, contents, settings), words), words.text("analysis-not-said"))
}

pub(super) fn against_none(source: &SourceId, log10_lr: f64, case: (&CampaignAnalysis, &Contents, &Settings), words: &Words) -> String {
    let both = (Proposition::Source(source), Proposition::None);
    format!("{} {}", compare(both, log10_lr, case, words), words.text("analysis-not-said"))
}

pub(super) fn verdict(campaign: &CampaignAnalysis, contents: &Contents, settings: &Settings, words: &Words) -> String {
    let has = |caution| campaign.verdict.cautions.contains(&caution);
    if campaign.recipients == 0 || has(Caution::NoRecipients) {
        return words.text("analysis-verdict-no-recipients");
    }
    let candidates = &campaign.attribution.candidates;
    let Some(leading) = candidates.first().filter(|_| !has(Caution::NoSources)) else { return words.text("analysis-verdict-no-sources") };
    let case = (campaign, contents, settings);
    let against_none =
        |candidate: &CandidateScore| compare((Proposition::Source(&candidate.id), Proposition::None), candidate.log10_lr_vs_none, case, words);
    let best = campaign.verdict.best.as_ref().and_then(|best| candidates.iter().find(|candidate| &candidate.id == best));
    let mut parts = Vec::new();
    if let Some(best) = best {
        parts.push(against_none(best));
        parts.extend(rival(&best.id, case, words));
        if let Some(copy) = best.copy_date.as_ref().filter(|copy| !copy.set95.is_empty()) {
            parts.push(words.text_with("analysis-verdict-copy", &args! { "days" => say::spans(&copy.set95, words) }));
        }
    } else if let (true, Some(second)) = (has(Caution::TooClose), candidates.get(1)) {
        let names = args! { "first" => name(&leading.id, contents), "second" => name(&second.id, contents) };
        parts.push(words.text_with("analysis-verdict-too-close", &names));
        parts.push(against_none(leading));
    } else {
        parts.push(words.text("analysis-verdict-none"));
        parts.push(against_none(leading));
    }
    parts.push(words.text("analysis-not-said"));
    parts.join(" ")
}

/// The comparison with the known file that explains the findings best after `best`.
fn rival(best: &SourceId, (campaign, contents, settings): (&CampaignAnalysis, &Contents, &Settings), words: &Words) -> Option<String> {
    let pairs = campaign.attribution.pairs.iter().filter(|pair| &pair.favoured == best);
    let nearest = pairs.min_by(|a, b| a.log10_lr.total_cmp(&b.log10_lr).then_with(|| a.against.cmp(&b.against)))?;
    let weight = weigh(nearest.log10_lr, campaign, settings, words);
    let args = args! { "times" => weight.times, "rival" => name(&nearest.against, contents), "support" => label(weight.band, words) };
    Some(words.text_with(
        match (weight.band, weight.is_capped) {
            (0, _) => "analysis-verdict-rival-even",
            (_, true) => "analysis-verdict-rival-capped",
            (_, false) => "analysis-verdict-rival",
        },
        &args,
    ))
}
