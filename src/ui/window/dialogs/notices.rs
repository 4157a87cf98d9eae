//! Dialogs that only say something: shortcuts, about, the message log, closing during work.

use super::Answer;
use crate::ui::window::command::Command;
use crate::ui::window::command::offer::keys_text;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::log::{Level, Log};
use crate::words::Words;
use egui::{RichText, ScrollArea, Ui};

/// Only Close.
fn close_button(ui: &mut Ui, words: &Words) -> Option<Answer> {
    ui.add_space(10.0);
    let is_closed = ui.horizontal(|ui| {
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| kit::primary(ui, &words.text("window-close")).clicked()).inner
    });
    is_closed.inner.then_some(Answer::Dismiss)
}

/// Every command that has keys.
pub(super) fn shortcuts(ui: &mut Ui, words: &Words) -> Option<Answer> {
    ui.heading(words.text("window-shortcuts-title"));
    ui.add_space(6.0);
    kit::room_for_scroll_bar(ui);
    ScrollArea::vertical().max_height(430.0).show(ui, |ui| {
        egui::Grid::new("shortcuts").num_columns(2).striped(true).spacing([24.0, 5.0]).min_col_width(150.0).show(ui, |ui| {
            for command in Command::with_keys() {
                if let Some(keys) = command.shortcut() {
                    ui.label(RichText::new(keys_text(ui.ctx(), &keys, words)).monospace());
                    ui.add(egui::Label::new(command.tooltip(words)).wrap());
                    ui.end_row();
                }
            }
            for (keys, text) in [("window-keys-tab", "window-keys-tab-tip")] {
                ui.label(RichText::new(words.text(keys)).monospace());
                ui.label(words.text(text));
                ui.end_row();
            }
        });
    });
    close_button(ui, words)
}

/// What the program does, and what it does not.
pub(super) fn about(ui: &mut Ui, words: &Words) -> Option<Answer> {
    ui.heading(format!("Sourcier {}", env!("CARGO_PKG_VERSION")));
    ui.add_space(6.0);
    for id in ["window-about-what", "window-about-offline", "window-about-limits"] {
        ui.label(words.text(id));
        ui.add_space(4.0);
    }
    ui.weak(words.text("window-about-licence"));
    close_button(ui, words)
}

/// What was told so far, newest first, to read and to copy.
pub(super) fn messages(ui: &mut Ui, log: &Log, words: &Words, commands: &mut Vec<Command>) -> Option<Answer> {
    ui.heading(words.text("window-messages-title"));
    ui.add_space(6.0);
    if log.entries().is_empty() {
        ui.weak(words.text("window-messages-none"));
    }
    kit::room_for_scroll_bar(ui);
    ScrollArea::vertical().max_height(400.0).auto_shrink([false, true]).show(ui, |ui| {
        for entry in log.entries().iter().rev() {
            ui.horizontal_top(|ui| {
                ui.weak(&entry.at);
                match entry.level {
                    Level::Info => {
                        ui.add(egui::Label::new(&entry.text).wrap());
                    }
                    Level::Error => kit::note(ui, Tone::Bad, &entry.text),
                }
            });
        }
    });
    ui.add_space(6.0);
    if !log.entries().is_empty() && ui.button(words.text("window-messages-copy")).clicked() {
        commands.push(Command::Copy(log.as_text()));
    }
    close_button(ui, words)
}

/// Closing would give up what is being written.
pub(super) fn closing(ui: &mut Ui, words: &Words) -> Option<Answer> {
    ui.heading(words.text("window-closing-title"));
    ui.add_space(6.0);
    ui.label(words.text("window-closing-text"));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if kit::primary(ui, &words.text("window-closing-stay")).clicked() {
            return Some(Answer::Dismiss);
        }
        ui.button(words.text("window-closing-close")).clicked().then_some(Answer::CloseAnyway)
    })
    .inner
}
