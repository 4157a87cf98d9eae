//! The menu bar. Every entry is a [`Command`] and reads its text, explanation and keys from there.

use super::command::{Command, CommandState};
use super::icons::Icon;
use super::kit;
use super::room::Room;
use super::settings::{Theme, UserSettings};
use super::theme::tokens;
use crate::model::{Answer, Language};
use crate::words::Words;
use egui::{Button, MenuBar, RichText, ThemePreference, Ui};

/// What the bar shows beside the menus.
pub struct MenuContext<'a> {
    /// What can be done now.
    pub state: CommandState,
    /// What is chosen now.
    pub settings: &'a UserSettings,
    /// Title of the open case.
    pub title: Option<&'a str>,
    /// The language.
    pub words: &'a Words,
}

/// Width of a menu: the longest entry with its keys.
const WIDTH: f32 = 250.0;

/// Draws the bar.
pub fn ui(ui: &mut Ui, ctx: &MenuContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    MenuBar::new().ui(ui, |ui| {
        ui.menu_button(words.text("window-menu-file"), |ui| {
            ui.set_width(WIDTH);
            for command in [Command::NewCase, Command::OpenCase, Command::CloseCase] {
                entry(ui, ctx, command, commands);
            }
            ui.separator();
            entry(ui, ctx, Command::AddFiles(None), commands);
            ui.separator();
            entry(ui, ctx, Command::Quit, commands);
        });
        ui.menu_button(words.text("window-menu-edit"), |ui| {
            ui.set_width(WIDTH);
            entry(ui, ctx, Command::Undo, commands);
            entry(ui, ctx, Command::Redo, commands);
            ui.separator();
            entry(ui, ctx, Command::Analyse, commands);
            entry(ui, ctx, Command::CancelTask, commands);
        });
        ui.menu_button(words.text("window-menu-view"), |ui| {
            ui.set_width(WIDTH);
            for room in Room::ALL {
                entry(ui, ctx, Command::GoTo(room), commands);
            }
            ui.separator();
            entry(ui, ctx, Command::Back, commands);
            entry(ui, ctx, Command::Forward, commands);
            ui.separator();
            checked(ui, ctx, Command::ToggleRail, ctx.settings.has_rail, commands);
            checked(ui, ctx, Command::ToggleInspector, ctx.settings.has_inspector, commands);
            entry(ui, ctx, Command::ShowMessages, commands);
            ui.separator();
            ui.menu_button(words.text("window-menu-theme"), |ui| {
                ui.set_width(WIDTH);
                for (theme, preference) in
                    [(Theme::System, ThemePreference::System), (Theme::Light, ThemePreference::Light), (Theme::Dark, ThemePreference::Dark)]
                {
                    checked(ui, ctx, Command::SetTheme(preference), ctx.settings.theme == theme, commands);
                }
            });
        });
        ui.menu_button(words.text("window-menu-review"), |ui| {
            ui.set_width(WIDTH);
            checked(ui, ctx, Command::ToggleReview, ctx.state.is_reviewing, commands);
            ui.separator();
            for answer in Answer::ALL {
                entry(ui, ctx, Command::Judge(answer), commands);
            }
            ui.separator();
            entry(ui, ctx, Command::NextPair, commands);
            entry(ui, ctx, Command::PreviousPair, commands);
            ui.separator();
            checked(ui, ctx, Command::ToggleScore, ctx.settings.hides_scores, commands);
        });
        ui.menu_button(words.text("window-menu-language"), |ui| {
            ui.set_width(WIDTH);
            for language in [Language::Fr, Language::En] {
                checked(ui, ctx, Command::SetLanguage(language), words.language() == language, commands);
            }
        });
        ui.menu_button(words.text("window-menu-help"), |ui| {
            ui.set_width(WIDTH);
            entry(ui, ctx, Command::ShowShortcuts, commands);
            entry(ui, ctx, Command::ShowAbout, commands);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            for (icon, command) in [(Icon::Panel, Command::ToggleInspector), (Icon::Forward, Command::Forward), (Icon::Back, Command::Back)] {
                let is_enabled = command.why_not(&ctx.state).is_none();
                if kit::icon_button(ui, icon, &command.text(words), is_enabled).clicked() {
                    commands.push(command);
                }
            }
            if let Some(title) = ctx.title {
                ui.add_space(8.0);
                ui.add(egui::Label::new(RichText::new(title).color(tokens(ui).text_weak)).truncate());
            }
        });
    });
}

fn entry(ui: &mut Ui, ctx: &MenuContext<'_>, command: Command, commands: &mut Vec<Command>) {
    let mut button = Button::new(command.text(ctx.words));
    if let Some(keys) = command.shortcut() {
        button = button.shortcut_text(keys_text(ui, &keys, ctx.words));
    }
    let why_not = command.why_not(&ctx.state);
    let response = ui.add_enabled(why_not.is_none(), button);
    let response = match why_not {
        Some(why) => response.on_disabled_hover_text(ctx.words.text(why)),
        None => response.on_hover_text(command.tooltip(ctx.words)),
    };
    if response.clicked() {
        commands.push(command);
    }
}

/// An entry that is a state: a check mark stands before it when it holds.
fn checked(ui: &mut Ui, ctx: &MenuContext<'_>, command: Command, is_on: bool, commands: &mut Vec<Command>) {
    let text = command.text(ctx.words);
    let tip = command.tooltip(ctx.words);
    let mut on = is_on;
    let keys = command.shortcut().map(|keys| keys_text(ui, &keys, ctx.words));
    let why_not = command.why_not(&ctx.state);
    let response = ui.horizontal(|ui| {
        let response = ui.add_enabled(why_not.is_none(), egui::Checkbox::new(&mut on, text));
        if let Some(keys) = keys {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.weak(keys));
        }
        response
    });
    let response = match why_not {
        Some(why) => response.inner.on_disabled_hover_text(ctx.words.text(why)),
        None => response.inner.on_hover_text(tip),
    };
    if response.clicked() {
        commands.push(command);
        ui.close();
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
            other => other.to_owned(),
        })
        .collect();
    parts.join("+")
}
