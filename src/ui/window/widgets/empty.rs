//! What an empty room says: what is missing and what to do next.

use crate::ui::window::command::Command;

/// One or two centred sentences, and a button for the next step.
pub fn empty_state(ui: &mut egui::Ui, title: &str, advice: &str, action: Option<(&str, Command)>, commands: &mut Vec<Command>) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.3).min(160.0));
        ui.heading(title);
        ui.add_space(4.0);
        ui.scope(|ui| {
            ui.set_max_width(460.0);
            ui.label(advice);
        });
        if let Some((text, command)) = action {
            ui.add_space(12.0);
            if ui.button(text).clicked() {
                commands.push(command);
            }
        }
    });
}

/// A quiet line inside a section that has nothing to show.
pub fn nothing_here(ui: &mut egui::Ui, text: &str) {
    ui.add_space(2.0);
    ui.weak(text);
}
