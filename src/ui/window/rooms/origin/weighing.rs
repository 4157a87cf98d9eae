//! For and against the chosen candidate, side by side. A finding that counts people opens their list.

use super::facts::Side;
use super::texts::Texts;
use super::{Opens, part_title, source_name};
use crate::model::SourceId;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin};

/// Two columns need at least this much room; else they stand one under the other.
const TWO_COLUMNS: f32 = 520.0;

/// Draws both lists of the chosen candidate.
pub(super) fn ui(ui: &mut egui::Ui, ctx: &RoomContext<'_>, chosen: Option<&SourceId>, texts: &Texts, opens: &mut Option<Opens>) {
    let Some((id, _)) = texts.facts.iter().find(|(id, _)| Some(id) == chosen) else { return };
    let title = ctx.words.text_with("origin-weighing", &crate::args! { "source" => source_name(id, ctx) });
    part_title(ui, &title);
    ui.add_space(2.0);
    let count = if ui.available_width() >= TWO_COLUMNS { 2 } else { 1 };
    ui.columns(count, |columns| {
        for (at, side) in [Side::For, Side::Against].into_iter().enumerate() {
            one(&mut columns[at.min(count - 1)], ctx, side, id, texts, opens);
        }
    });
}

fn one(ui: &mut egui::Ui, ctx: &RoomContext<'_>, side: Side, id: &SourceId, texts: &Texts, opens: &mut Option<Opens>) {
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
                match &fact.opens {
                    None => {
                        ui.add(Label::new(fact.text.as_str()).wrap());
                    }
                    Some(target) => {
                        if ui.link(fact.text.as_str()).clicked() {
                            *opens = Some(target.clone());
                        }
                    }
                }
                ui.add_space(2.0);
            }
        });
    });
}
