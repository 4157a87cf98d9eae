//! Any two propositions face to face: the sentence, in the direction asked for, and whom the two files hold differently.

use super::texts::{self, Texts};
use super::{Opens, Proposition, number_link, source_name};
use crate::analysis::CampaignAnalysis;
use crate::analysis::behind::Behind;
use crate::attribute::PairScore;
use crate::model::SourceId;
use crate::report::wording;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::stamp::Stamp;
use egui::{ComboBox, Label, RichText};

/// The view state.
#[derive(Default)]
pub struct PairView {
    /// What was chosen; until then the two best supported files.
    chosen: Option<(Proposition, Proposition)>,
    said: Option<Said>,
}

/// The sentence, and what it was made from.
struct Said {
    stamp: Stamp,
    of: (Proposition, Proposition),
    sentence: String,
}

impl PairView {
    /// Compares these two.
    pub(super) fn choose(&mut self, first: Proposition, second: Proposition) {
        self.chosen = Some((first, second));
    }

    /// Draws the choice, the sentence, and what sets the two apart.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, texts: &Texts, opens: &mut Option<Opens>) {
        let words = ctx.words;
        ui.add(Label::new(RichText::new(words.text("origin-pair-what")).weak()).wrap());
        let is_there = |side: &Proposition| side.as_ref().is_none_or(|id| texts.ranks.iter().any(|rank| rank.id == *id));
        let (mut first, mut second) = self.chosen.take().filter(|(first, second)| is_there(first) && is_there(second)).unwrap_or_else(|| {
            let at = |n: usize| texts.ranks.get(n).map(|rank| rank.id.clone());
            (at(0), at(1))
        });
        ui.horizontal_wrapped(|ui| {
            choice(ui, ctx, texts, "origin-pair-first", &mut first);
            if ui.button(words.text("origin-pair-turn")).clicked() {
                std::mem::swap(&mut first, &mut second);
            }
            choice(ui, ctx, texts, "origin-pair-second", &mut second);
        });
        ui.add_space(4.0);
        let of = (first, second);
        if of.0 == of.1 {
            ui.weak(words.text("origin-pair-same"));
        } else {
            if self.said.as_ref().is_none_or(|said| said.of != of || !said.stamp.holds(ctx)) {
                self.said = Some(Said { stamp: Stamp::of(ctx), sentence: sentence(ctx, campaign, &of), of: of.clone() });
            }
            if let Some(said) = &self.said {
                ui.add(Label::new(RichText::new(said.sentence.as_str()).size(15.5)).wrap());
            }
            ui.add_space(6.0);
            apart(ui, ctx, texts, &of, opens);
        }
        self.chosen = Some(of);
    }
}

fn choice(ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, id: &str, chosen: &mut Proposition) {
    let none = ctx.words.text("origin-pair-none");
    let name = |side: &Proposition| side.as_ref().map_or(none.as_str(), |id| source_name(id, ctx)).to_owned();
    let sides = texts.ranks.iter().map(|rank| Some(rank.id.clone())).chain([None]);
    let title = ctx.words.text(id);
    ComboBox::from_id_salt(id)
        .width(220.0)
        .truncate()
        .selected_text(name(chosen))
        .show_ui(ui, |ui| {
            for side in sides {
                if ui.selectable_label(*chosen == side, name(&side)).clicked() {
                    *chosen = side;
                }
            }
        })
        .response
        .on_hover_text(&title)
        .accessible_name(title);
}

/// What the findings say of the first proposition against the second.
fn sentence(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, of: &(Proposition, Proposition)) -> String {
    let lr = |id: &SourceId| campaign.attribution.candidates.iter().find(|score| score.id == *id).map_or(0.0, |score| score.log10_lr_vs_none);
    let contents = ctx.case.contents();
    match of {
        (Some(first), Some(second)) => {
            let pair = PairScore { favoured: first.clone(), against: second.clone(), log10_lr: lr(first) - lr(second) };
            wording::pair(&pair, campaign, contents, ctx.settings, ctx.words)
        }
        (Some(one), None) | (None, Some(one)) => wording::against_none(one, lr(one), campaign, contents, ctx.settings, ctx.words),
        (None, None) => String::new(),
    }
}

/// Whom the two files hold, each number with its list.
fn apart(ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, of: &(Proposition, Proposition), opens: &mut Option<Opens>) {
    let groups = match of {
        (Some(first), Some(second)) => vec![
            Behind::FirstOnly(first.clone(), second.clone()),
            Behind::FirstOnly(second.clone(), first.clone()),
            Behind::Both(first.clone(), second.clone()),
            Behind::Neither(first.clone(), second.clone()),
        ],
        (Some(one), None) | (None, Some(one)) => vec![Behind::In(one.clone()), Behind::NotIn(one.clone()), Behind::Controls(one.clone())],
        (None, None) => Vec::new(),
    };
    ui.label(RichText::new(ctx.words.text("origin-pair-apart")).strong());
    for unheld in [&of.0, &of.1].into_iter().flatten().filter(|source| !texts.roll.is_held(source)) {
        let text = ctx.words.text_with("origin-pair-unheld", &crate::args! { "source" => source_name(unheld, ctx) });
        ui.add(Label::new(text).wrap());
    }
    for group in groups {
        let count = texts.roll.count(&group);
        // Nobody is known not to be in a file without rows.
        if count == 0 && [&of.0, &of.1].into_iter().flatten().any(|source| !texts.roll.is_held(source)) {
            continue;
        }
        let text = texts::behind(&group, count, ctx);
        if number_link(ui, &text, &text, count == 0) {
            *opens = Some(Opens::People(group));
        }
    }
}
