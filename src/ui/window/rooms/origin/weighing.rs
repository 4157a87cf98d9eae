//! For and against the chosen candidate, side by side. A finding that counts people opens their list.

use super::facts::Side;
use super::source_name;
use super::texts::Texts;
use crate::analysis::behind::Behind;
use crate::model::SourceId;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, RichText};

/// Two columns need at least this much room; else they stand one under the other.
const TWO_COLUMNS: f32 = 520.0;

/// Draws both lists of the chosen candidate.
pub fn ui(ui: &mut egui::Ui, ctx: &RoomContext<'_>, chosen: Option<&SourceId>, texts: &Texts, behind: &mut Option<Behind>) {
    let Some((id, _)) = texts.facts.iter().find(|(id, _)| Some(id) == chosen) else { return };
    let title = ctx.words.text_with("origin-weighing", &crate::args! { "source" => source_name(id, ctx) });
    ui.add(Label::new(RichText::new(title).size(15.0).strong()).wrap());
    ui.add_space(2.0);
    let count = if ui.available_width() >= TWO_COLUMNS { 2 } else { 1 };
    ui.columns(count, |columns| {
        for (at, side) in [Side::For, Side::Against].into_iter().enumerate() {
            one(&mut columns[at.min(count - 1)], ctx, side, id, texts, behind);
        }
    });
}

fn one(ui: &mut egui::Ui, ctx: &RoomContext<'_>, side: Side, id: &SourceId, texts: &Texts, behind: &mut Option<Behind>) {
    let (word, tone) = match side {
        Side::For => ("origin-for", Tone::Good),
        Side::Against => ("origin-against", Tone::Caution),
    };
    let ground = tokens(ui).canvas;
    Frame::new().fill(ground).corner_radius(CornerRadius::same(6)).inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        // Columns are justified; sentences are not.
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            kit::badge(ui, tone, &ctx.words.text(word));
            ui.add_space(3.0);
            let mut found = texts.facts.iter().filter(|(of, _)| of == id).flat_map(|(_, facts)| facts).filter(|fact| fact.side == side).peekable();
            if found.peek().is_none() {
                ui.weak(ctx.words.text("origin-nothing-found"));
            }
            for fact in found {
                match &fact.behind {
                    None => {
                        ui.add(Label::new(fact.text.as_str()).wrap());
                    }
                    Some(group) => {
                        if ui.link(fact.text.as_str()).clicked() {
                            *behind = Some(group.clone());
                        }
                    }
                }
                ui.add_space(2.0);
            }
        });
    });
}
