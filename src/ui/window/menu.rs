//! The menu bar. What stands in it is [`catalogue::menus`]; every entry is a command and reads its text, explanation and keys from there.

use super::command::catalogue::{self, Entry, Menu};
use super::command::offer::Offer;
use super::command::{Command, CommandState};
use super::icons::Icon;
use super::kit;
use super::theme::tokens;
use crate::words::Words;
use egui::{MenuBar, RichText, Ui};

/// What the bar shows beside the menus.
pub struct MenuContext<'a> {
    /// What can be done now.
    pub state: CommandState,
    /// Title of the open case.
    pub title: Option<&'a str>,
    /// The places looked at, oldest first, and which of them is now. Asked for only while their menu is open.
    pub places: &'a dyn Fn() -> (Vec<String>, usize),
    /// The language.
    pub words: &'a Words,
}

/// Width of a menu: the longest entry with its keys.
const WIDTH: f32 = 270.0;
/// So many places stand in their menu, the newest.
const PLACES: usize = 18;

/// Draws the bar.
pub fn ui(ui: &mut Ui, ctx: &MenuContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let offer = Offer { state: &ctx.state, words };
    MenuBar::new().ui(ui, |ui| {
        for menu in catalogue::menus() {
            one(ui, menu, offer, commands);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            icon(ui, Icon::Panel, Command::ToggleInspector, offer, commands);
            icon(ui, Icon::Forward, Command::Forward, offer, commands);
            let places = ui.menu_button(words.text("frame-places"), |ui| places(ui, ctx, commands));
            places.response.on_hover_text(words.text("frame-places-tip"));
            icon(ui, Icon::Back, Command::Back, offer, commands);
            icon(ui, Icon::Search, Command::ShowPalette, offer, commands);
            if ctx.state.is_shielded {
                let mark = kit::primary(ui, &words.text("frame-shield-up"));
                if offer.explained(mark, &Command::ToggleShield).clicked() {
                    commands.push(Command::ToggleShield);
                }
            }
            if let Some(title) = ctx.title {
                ui.add_space(8.0);
                ui.add(egui::Label::new(RichText::new(title).color(tokens(ui).text_weak)).truncate());
            }
        });
    });
}

fn one(ui: &mut Ui, menu: Menu, offer: Offer<'_>, commands: &mut Vec<Command>) {
    ui.menu_button(offer.words.text(menu.title_id), |ui| {
        ui.set_width(WIDTH);
        for entry in menu.entries {
            match entry {
                Entry::Do(command) => offer.entry(ui, command, commands),
                Entry::Line => {
                    ui.separator();
                }
                Entry::More(menu) => one(ui, menu, offer, commands),
            }
        }
    });
}

/// A button that is only an icon; its name and explanation are the command's.
fn icon(ui: &mut Ui, icon: Icon, command: Command, offer: Offer<'_>, commands: &mut Vec<Command>) {
    let is_enabled = command.why_not(offer.state).is_none();
    let response = kit::bare_icon_button(ui, icon, &command.text(offer.words), is_enabled);
    if offer.explained(response, &command).clicked() {
        commands.push(command);
    }
}

/// Where the user has been, newest first.
fn places(ui: &mut Ui, ctx: &MenuContext<'_>, commands: &mut Vec<Command>) {
    ui.set_width(WIDTH + 80.0);
    let (names, now) = (ctx.places)();
    for (at, name) in names.into_iter().enumerate().rev().take(PLACES) {
        let entry = egui::Button::selectable(at == now, name).wrap_mode(egui::TextWrapMode::Truncate);
        if ui.add(entry).clicked() {
            commands.push(Command::Revisit(at));
            ui.close();
        }
    }
}
