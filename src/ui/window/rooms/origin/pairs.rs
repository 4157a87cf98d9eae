//! Every pair of propositions in words.

use super::texts::Texts;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::empty;

/// Draws the sentences.
pub fn ui(ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts) {
    ui.weak(ctx.words.text("rooms-origin-pairs-what"));
    ui.add_space(6.0);
    if texts.pairs.is_empty() {
        empty::nothing_here(ui, &ctx.words.text("rooms-origin-no-pairs"));
    }
    for sentence in &texts.pairs {
        kit::card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(egui::Label::new(sentence.as_str()).wrap());
        });
        ui.add_space(4.0);
    }
}
