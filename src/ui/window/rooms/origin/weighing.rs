//! For and against one candidate: the findings as sentences, side by side.

use super::ranking::log10_lr;
use super::source_name;
use super::texts::Texts;
use crate::analysis::CampaignAnalysis;
use crate::attribute::CandidateScore;
use crate::model::{FoundBy, SourceId};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets;
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
pub struct Fact {
    /// Which way it speaks.
    pub side: Side,
    /// What it is, in a sentence.
    pub text: String,
}

/// Draws both lists of the chosen candidate.
pub fn ui(ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, chosen: Option<&SourceId>, texts: &Texts) {
    let words = ctx.words;
    let Some((id, facts)) = texts.facts.iter().find(|(id, _)| Some(id) == chosen) else { return };
    kit::section(ui, &words.text_with("rooms-origin-weighing", &crate::args! { "source" => source_name(id, ctx) }));
    ui.add_space(4.0);
    ui.columns(2, |columns| {
        for (column, side, word, tone) in [(0, Side::For, "rooms-origin-for", Tone::Good), (1, Side::Against, "rooms-origin-against", Tone::Caution)]
        {
            let ui = &mut columns[column];
            kit::card(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal(|ui| kit::badge(ui, tone, &words.text(word)));
                ui.add_space(4.0);
                let mut found = facts.iter().filter(|fact| fact.side == side).peekable();
                if found.peek().is_none() {
                    ui.weak(words.text("rooms-origin-nothing-found"));
                }
                // Columns are justified; sentences are not.
                ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
                    for fact in found {
                        ui.add(egui::Label::new(fact.text.as_str()).wrap());
                        ui.add_space(3.0);
                    }
                });
            });
        }
    });
    if campaign.attribution.covering.len() > 1 {
        ui.add_space(6.0);
        let names: Vec<&str> = campaign.attribution.covering.iter().map(|id| source_name(id, ctx)).collect();
        ui.label(words.text_with("rooms-origin-covering", &crate::args! { "sources" => names.join(", ") }));
    }
}

/// Every finding about `score`.
pub fn facts(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, score: &CandidateScore) -> Vec<Fact> {
    let words = ctx.words;
    let language = words.language();
    let mut out = Vec::new();
    let mut say = |side: Side, text: String| out.push(Fact { side, text });
    let outside = campaign.recipients.saturating_sub(score.captured);
    if score.captured > 0 {
        let all = widgets::number(words, campaign.recipients);
        let count = widgets::number(words, score.captured);
        say(Side::For, words.text_with("rooms-fact-captured", &crate::args! { "n" => score.captured as u64, "count" => count, "all" => all }));
    }
    if outside > 0 {
        say(Side::Against, widgets::counted(words, "rooms-fact-outside", outside));
    }
    if score.exclusive > 0 {
        say(Side::For, widgets::counted(words, "rooms-fact-exclusive", score.exclusive));
    }
    let shared = score.captured.saturating_sub(score.exclusive);
    if shared > 0 {
        say(Side::Against, widgets::counted(words, "rooms-fact-shared", shared));
    }
    let lr = log10_lr(score.log10_lr_vs_none, ctx);
    if score.log10_lr_vs_none > 0.0 {
        say(Side::For, words.text_with("rooms-fact-lr-for", &crate::args! { "lr" => lr }));
    } else {
        say(Side::Against, words.text_with("rooms-fact-lr-against", &crate::args! { "lr" => lr }));
    }
    if let Some(p) = score.hypergeometric_p {
        if p < 0.01 {
            say(Side::For, words.text("rooms-fact-not-chance"));
        } else {
            say(Side::Against, words.text_with("rooms-fact-chance", &crate::args! { "p" => format::decimal(p, 2, language) }));
        }
    }
    if let Some(coverage) = score.reverse_coverage {
        say(Side::For, words.text_with("rooms-fact-mailed", &crate::args! { "share" => format::percent(coverage, language) }));
    }
    for pair in &campaign.attribution.pairs {
        let lr = log10_lr(pair.log10_lr, ctx);
        if pair.favoured == score.id {
            let other = source_name(&pair.against, ctx);
            say(Side::For, words.text_with("rooms-fact-pair-for", &crate::args! { "source" => other, "lr" => lr }));
        } else if pair.against == score.id {
            let other = source_name(&pair.favoured, ctx);
            say(Side::Against, words.text_with("rooms-fact-pair-against", &crate::args! { "source" => other, "lr" => lr }));
        }
    }
    if score.copy_date.as_ref().is_some_and(|copy| copy.is_contradictory) {
        say(Side::Against, words.text("rooms-fact-contradictory"));
    }
    let recipients = &ctx.case.contents().recipients;
    let members = campaign.members(ctx.case.contents());
    let of_campaign = || recipients.iter().filter(|recipient| members.contains(&recipient.id) && !recipient.is_set_aside);
    let circle = of_campaign().filter(|recipient| recipient.received && recipient.found_by == FoundBy::Circle(score.id.clone())).count();
    if circle > 0 {
        say(Side::Against, widgets::counted(words, "rooms-fact-circle", circle));
    }
    let controls = of_campaign().filter(|recipient| !recipient.received && is_in(ctx, recipient, &score.id)).count();
    if controls > 0 {
        say(Side::Against, widgets::counted(words, "rooms-fact-controls", controls));
    }
    out
}

/// Whether somebody was found in a row of the source.
fn is_in(ctx: &RoomContext<'_>, recipient: &crate::model::Recipient, source: &SourceId) -> bool {
    let Some(analysis) = ctx.analysis else { return false };
    let known = analysis.recipients.binary_search_by(|known| known.id.cmp(&recipient.id)).ok().and_then(|at| analysis.recipients.get(at));
    known.is_some_and(|known| known.links.iter().any(|link| link.is_present && link.source == *source))
}
