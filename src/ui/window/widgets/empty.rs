//! What an empty room says: what is missing and what to do next.

use crate::ui::window::command::Command;
use crate::ui::window::kit;
use crate::ui::window::theme::tokens;
use egui::RichText;

/// One or two centred sentences, and a button for the next step.
pub fn empty_state(ui: &mut egui::Ui, title: &str, advice: &str, action: Option<(&str, Command)>, commands: &mut Vec<Command>) {
    ui.add_space((ui.available_height() * 0.22).clamp(20.0, 160.0));
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(title).size(18.0).strong());
        ui.scope(|ui| {
            ui.set_max_width(520.0);
            ui.label(RichText::new(advice).color(tokens(ui).text_weak));
        });
        ui.add_space(8.0);
        if let Some((text, command)) = action
            && kit::primary(ui, text).clicked()
        {
            commands.push(command);
        }
    });
}

/// A quiet line inside a section that has nothing to show.
pub fn nothing_here(ui: &mut egui::Ui, text: &str) {
    ui.add_space(2.0);
    ui.weak(text);
}
