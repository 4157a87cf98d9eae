//! How a command is offered: as an entry of a menu, as a button, as a context menu. Text, explanation, keys and why not come from the command.

use super::{Command, CommandState};
use crate::ui::window::kit;
use crate::words::Words;
use egui::{Button, Response, Ui};

/// What offering a command needs to know.
#[derive(Clone, Copy)]
pub struct Offer<'a> {
    /// What can be done now.
    pub state: &'a CommandState,
    /// The language.
    pub words: &'a Words,
}

impl Offer<'_> {
    /// An entry of a menu; one that switches something bears a check mark while it is on.
    pub fn entry(&self, ui: &mut Ui, command: Command, commands: &mut Vec<Command>) {
        let text = command.text(self.words);
        let why_not = command.why_not(self.state);
        let keys = command.shortcut().map(|keys| keys_text(ui, &keys, self.words));
        let response = if let Some(mut is_on) = command.is_on(self.state) {
            ui.horizontal(|ui| {
                let response = ui.add_enabled(why_not.is_none(), egui::Checkbox::new(&mut is_on, text));
                if let Some(keys) = keys {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.weak(keys));
                }
                response
            })
            .inner
        } else {
            let button = Button::new(text);
            ui.add_enabled(why_not.is_none(), if let Some(keys) = keys { button.shortcut_text(keys) } else { button })
        };
        if self.explained(response, &command).clicked() {
            commands.push(command);
            ui.close();
        }
    }

    /// A button; the main one of its place if `is_primary`.
    pub fn button(&self, ui: &mut Ui, command: Command, is_primary: bool, commands: &mut Vec<Command>) -> Response {
        let text = command.text(self.words);
        let is_enabled = command.why_not(self.state).is_none();
        let add = |ui: &mut Ui| if is_primary { kit::primary(ui, &text) } else { ui.button(&text) };
        let response = ui.add_enabled_ui(is_enabled, add).inner;
        let response = self.explained(response, &command);
        if response.clicked() {
            commands.push(command);
        }
        response
    }

    /// What can be done with a thing, on a right click or the menu key.
    pub fn context_menu(&self, response: &Response, about: impl FnOnce() -> Vec<Command>, commands: &mut Vec<Command>) {
        response.context_menu(|ui| {
            ui.set_min_width(220.0);
            for command in about() {
                self.entry(ui, command, commands);
            }
        });
    }

    /// The explanation with the keys, or why the command cannot be carried out now.
    pub fn explained(&self, response: Response, command: &Command) -> Response {
        if let Some(why) = command.why_not(self.state) {
            return response.on_disabled_hover_text(self.words.text(why));
        }
        let tip = command.tooltip(self.words);
        let keys = command.shortcut().map(|keys| keys_text(&response.ctx, &keys, self.words));
        response.on_hover_text(keys.map_or(tip.clone(), |keys| format!("{tip} ({keys})")))
    }
}

/// A shortcut as a person reads it: `Ctrl+Maj+Z`, `Alt+Gauche`.
pub fn keys_text(ctx: &egui::Context, keys: &egui::KeyboardShortcut, words: &Words) -> String {
    let text = ctx.format_shortcut(keys);
    let parts: Vec<_> = text
        .split('+')
        .map(|part| match part {
            "Shift" => words.text("window-key-shift"),
            "⏴" | "ArrowLeft" | "Left" => words.text("window-key-left"),
            "⏵" | "ArrowRight" | "Right" => words.text("window-key-right"),
            "Plus" => "+".to_owned(),
            "Minus" => "−".to_owned(),
            "Slash" => "/".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    parts.join("+")
}
