//! The findings about one candidate, as sentences, and whom each of them counts.

use super::texts::{self, log10_lr};
use super::{Opens, source_name};
use crate::analysis::CampaignAnalysis;
use crate::analysis::behind::{Behind, Roll};
use crate::attribute::CandidateScore;
use crate::report::wording;
use crate::ui::window::room::RoomContext;
use crate::words::format;

/// Which way a finding speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// For the candidate.
    For,
    /// Against it.
    Against,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// Which way it speaks.
    pub side: Side,
    /// What it is, in a sentence.
    pub text: String,
    /// What it stands on, if there is something to show.
    pub(super) opens: Option<Opens>,
}

/// A file of which less than this was mailed was not used whole.
const WHOLE: f64 = 0.9;
/// From here on p says nothing.
const ALL_BUT_SURE: f64 = 0.9995;

/// Every finding about `score`.
pub(super) fn facts(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, roll: &Roll, score: &CandidateScore) -> Vec<Fact> {
    let mut out = counts(ctx, roll, score);
    let words = ctx.words;
    let mut say = |side: Side, id: &str, args: &crate::words::Args<'_>, opens: Option<Opens>| {
        out.push(Fact { side, text: words.text_with(id, args), opens });
    };
    let against_none = || Some(Opens::Pair(Some(score.id.clone()), None));
    let lr = log10_lr(score.log10_lr_vs_none, ctx);
    let support = |log10_lr| wording::support(log10_lr, campaign, ctx.settings, words);
    let no_support = support(0.0);
    if score.log10_lr_vs_none > 0.0 {
        let support = support(score.log10_lr_vs_none);
        // What the scale does not call support speaks for nothing.
        let side = if support == no_support { Side::Against } else { Side::For };
        say(side, "origin-fact-lr-for", &crate::args! { "lr" => lr, "support" => support }, against_none());
    } else {
        say(Side::Against, "origin-fact-lr-against", &crate::args! { "lr" => lr }, against_none());
    }
    // Where nobody was found by open call there was no draw, and p is 1.
    if let Some(p) = score.hypergeometric_p.filter(|p| *p < ALL_BUT_SURE) {
        let text = texts::chance(p, words);
        let text = if text.starts_with('<') { text } else { format!("= {text}") };
        let (side, id) = if p < 0.01 { (Side::For, "origin-fact-not-chance") } else { (Side::Against, "origin-fact-chance") };
        say(side, id, &crate::args! { "p" => text }, Some(Opens::People(Behind::In(score.id.clone()))));
    }
    if let Some(coverage) = score.reverse_coverage {
        let (side, id) = if coverage >= WHOLE { (Side::For, "origin-fact-mailed") } else { (Side::Against, "origin-fact-mailed-little") };
        say(side, id, &crate::args! { "share" => format::percent(coverage, words.language()) }, Some(Opens::People(Behind::In(score.id.clone()))));
    }
    for pair in &campaign.attribution.pairs {
        let lr = log10_lr(pair.log10_lr, ctx);
        let (other, side, id) = if pair.favoured == score.id {
            (&pair.against, Side::For, "origin-fact-pair-for")
        } else if pair.against == score.id {
            (&pair.favoured, Side::Against, "origin-fact-pair-against")
        } else {
            continue;
        };
        let (side, id) = if support(pair.log10_lr) == no_support { (Side::Against, "origin-fact-pair-even") } else { (side, id) };
        say(
            side,
            id,
            &crate::args! { "source" => source_name(other, ctx), "lr" => lr },
            Some(Opens::Pair(Some(score.id.clone()), Some(other.clone()))),
        );
    }
    if score.copy_date.as_ref().is_some_and(|copy| copy.is_contradictory) {
        out.push(Fact { side: Side::Against, text: words.text("origin-fact-contradictory"), opens: None });
    }
    out
}

/// Whom the file holds, whom not, who else, and who was not mailed.
fn counts(ctx: &RoomContext<'_>, roll: &Roll, score: &CandidateScore) -> Vec<Fact> {
    let id = || score.id.clone();
    let groups = [
        (Side::For, Behind::In(id())),
        (Side::For, Behind::OnlyIn(id())),
        (Side::Against, Behind::NotIn(id())),
        (Side::Against, Behind::AlsoElsewhere(id())),
        (Side::Against, Behind::Controls(id())),
        (Side::Against, Behind::Circle(id())),
    ];
    let mut out = Vec::new();
    for (side, group) in groups {
        let count = roll.count(&group);
        if count == 0 {
            continue;
        }
        let text = texts::behind(&group, count, ctx);
        let text = match group {
            Behind::Circle(_) => ctx.words.text_with("origin-fact-circle-note", &crate::args! { "text" => text }),
            _ => format!("{text}."),
        };
        out.push(Fact { side, text, opens: Some(Opens::People(group)) });
    }
    out
}
