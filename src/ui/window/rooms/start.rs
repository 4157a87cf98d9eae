//! The start screen: make or open a case, recent cases, sample incidents.
//!
//! It needs no case and so is no [`RoomView`](crate::ui::window::room::RoomView); making and opening is the app's work.

use crate::ui::samples;
use crate::ui::window::command::Command;
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::kit;
use crate::ui::window::room::Room;
use crate::ui::window::settings::UserSettings;
use crate::ui::window::theme::{self, tokens};
use crate::words::Words;
use egui::{RichText, ScrollArea, Ui, vec2};

/// What the start screen reads.
#[derive(Clone, Copy)]
pub struct StartContext<'a> {
    /// Recent cases.
    pub settings: &'a UserSettings,
    /// Title of the open case, if there is one.
    pub open: Option<&'a str>,
    /// Whether it is a sample, whose answer is known.
    pub is_sample: bool,
    /// Whether people are hidden: then recent cases are not named.
    pub is_shielded: bool,
    /// Whether a case is being opened or made right now.
    pub is_busy: bool,
    /// The language.
    pub words: &'a Words,
}

/// Width at which the recent cases stand beside the samples.
const WIDE: f32 = 760.0;

/// Draws the start screen.
pub fn ui(ui: &mut Ui, ctx: &StartContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    kit::room_for_scroll_bar(ui);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.add_space(2.0);
        ui.label(RichText::new("Sourcier").size(30.0).color(tokens(ui).accent));
        ui.label(RichText::new(words.text("window-start-claim")).size(16.0).color(tokens(ui).text_weak));
        ui.add_space(8.0);
        ui.add_enabled_ui(!ctx.is_busy, |ui| {
            ui.horizontal_wrapped(|ui| {
                for (at, command) in [Command::NewCase, Command::OpenCase].into_iter().enumerate() {
                    let text = command.text(words);
                    let response = if at == 0 { kit::primary(ui, &text) } else { ui.button(text) };
                    if response.on_hover_text(command.tooltip(words)).clicked() {
                        commands.push(command);
                    }
                }
                if let Some(title) = ctx.open
                    && ui.button(words.text_with("window-start-continue", &crate::args! { "title" => title })).clicked()
                {
                    commands.push(Command::GoTo(Room::Overview));
                }
                if ctx.is_sample {
                    let check = Command::CheckConclusion;
                    if ui.button(check.text(words)).on_hover_text(check.tooltip(words)).clicked() {
                        commands.push(check);
                    }
                }
            });
            ui.add_space(8.0);
            if ui.available_width() > WIDE {
                ui.columns(2, |columns| {
                    columns[0].vertical(|ui| sample_list(ui, ctx, commands));
                    columns[1].vertical(|ui| recent(ui, ctx, commands));
                });
            } else {
                sample_list(ui, ctx, commands);
                ui.add_space(theme::GAP);
                recent(ui, ctx, commands);
            }
        });
        ui.add_space(16.0);
    });
}

fn sample_list(ui: &mut Ui, ctx: &StartContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    kit::section(ui, &words.text("window-start-samples"));
    ui.label(RichText::new(words.text("window-start-samples-about")).color(tokens(ui).text_weak));
    ui.add_space(4.0);
    for sample in samples::list() {
        kit::tight_card(ui, |ui| {
            let title = words.text(&format!("window-sample-{}", sample.name));
            ui.horizontal(|ui| {
                ui.label(RichText::new(&title).strong());
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let open = ui.button(words.text("window-start-open-sample"));
                    // Five buttons say the same; who hears them instead of seeing them must know which is which.
                    let name = words.text_with("window-start-open-sample-name", &crate::args! { "title" => title.as_str() });
                    if open.accessible_name(name).clicked() {
                        commands.push(Command::OpenSample(sample.name.to_owned()));
                    }
                });
            });
            let summary = words.text(&format!("window-sample-{}-summary", sample.name));
            ui.add(egui::Label::new(RichText::new(summary).color(tokens(ui).text_weak)).wrap());
        });
    }
}

fn recent(ui: &mut Ui, ctx: &StartContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    kit::section(ui, &words.text("window-start-recent"));
    let empty = if ctx.is_shielded { "frame-shield-recent" } else { "window-start-recent-none" };
    if ctx.is_shielded || ctx.settings.recent.is_empty() {
        kit::card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(egui::Label::new(RichText::new(words.text(empty)).color(tokens(ui).text_weak)).wrap());
        });
    }
    for recent in ctx.settings.recent.iter().filter(|_| !ctx.is_shielded) {
        kit::card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                let is_protected = recent.title.is_empty();
                if is_protected {
                    icons::show(ui, 16.0, Icon::Lock, tokens(ui).text_weak);
                }
                let file = recent.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                let title = if is_protected { &file } else { &recent.title };
                if ui.link(title.as_str()).on_hover_text(recent.path.display().to_string()).clicked() {
                    commands.push(Command::OpenPath(recent.path.clone()));
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let name = words.text_with("window-start-forget", &crate::args! { "title" => title.as_str() });
                    if kit::icon_button(ui, Icon::Close, &name, true).clicked() {
                        commands.push(Command::Forget(recent.path.clone()));
                    }
                });
            });
            let folder = recent.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
            ui.add(egui::Label::new(RichText::new(folder).small().color(tokens(ui).text_weak)).truncate());
        });
    }
    ui.add_space(theme::GAP);
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(words.text("window-start-path-title")).strong());
        for (at, room) in [Room::Evidence, Room::Messages, Room::Sources, Room::People, Room::Origin, Room::Timeline].into_iter().enumerate() {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), egui::Sense::hover());
                icons::paint(ui.painter(), rect.shrink(1.5), Icon::Room(room), tokens(ui).accent);
                let step = words.text(&format!("window-start-step-{}", at + 1));
                ui.add(egui::Label::new(step).wrap());
            });
        }
    });
}
