//! Dialogs that only say something: shortcuts, about, the message log, closing during work.

use super::Answer;
use crate::ui::window::command::Command;
use crate::ui::window::command::offer::keys_text;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::log::{Level, Log};
use crate::ui::window::room::Room;
use crate::ui::window::tasks::{self, Tasks};
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

/// The keys of the room one is in, then those that work everywhere.
pub(super) fn shortcuts(ui: &mut Ui, room: Room, words: &Words) -> Option<Answer> {
    ui.heading(words.text("window-shortcuts-title"));
    ui.add_space(4.0);
    // The rooms are one line, not nine.
    let commands = Command::with_keys().into_iter().filter(|command| !matches!(command, Command::GoTo(room) if *room != Room::Search));
    let (here, everywhere): (Vec<_>, Vec<_>) = commands.partition(|command| command.room().is_some());
    let ctx = ui.ctx().clone();
    let of_command = |command: Command| {
        let keys = keys_text(&ctx, &command.shortcut()?, words);
        Some((keys, command.text(words)))
    };
    let mut mine: Vec<_> = here.into_iter().filter(|command| command.room() == Some(room)).filter_map(of_command).collect();
    let of_text = |(keys, text): &(&str, &str)| (words.text(keys), words.text(text));
    mine.extend(room_keys(room).iter().map(of_text));
    let mut all: Vec<_> = everywhere.into_iter().filter_map(of_command).collect();
    let rooms = Room::ALL.map(|room| Command::GoTo(room).shortcut());
    if let [Some(first), .., Some(last)] = &rooms {
        let args = crate::args! { "first" => keys_text(&ctx, first, words), "last" => keys_text(&ctx, last, words) };
        all.push((words.text_with("frame-keys-rooms", &args), words.text("frame-keys-rooms-tip")));
    }
    all.extend([("window-keys-tab", "window-keys-tab-tip"), ("frame-keys-escape", "frame-keys-escape-tip")].iter().map(of_text));
    // Title and Close stay in view in a low window.
    let height = (ui.ctx().content_rect().height() - 170.0).max(120.0);
    kit::room_for_scroll_bar(ui);
    ScrollArea::vertical().id_salt("keys").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        if !mine.is_empty() {
            kit::section(ui, &words.text_with("frame-keys-here", &crate::args! { "room" => words.text(room.name_id()) }));
            two_columns(ui, "here", &mine);
        }
        kit::section(ui, &words.text("frame-keys-everywhere"));
        two_columns(ui, "everywhere", &all);
    });
    close_button(ui, words)
}

/// Keys that are no commands: ids of the keys and of what they do.
fn room_keys(room: Room) -> &'static [(&'static str, &'static str)] {
    match room {
        Room::Search => &[("search-keys-arrows", "search-keys-arrows-tip"), ("search-keys-enter", "search-keys-enter-tip")],
        Room::Timeline => &[
            ("frame-keys-arrows", "frame-keys-timeline-move"),
            ("frame-keys-plus-minus", "frame-keys-timeline-zoom"),
            ("frame-keys-drag", "frame-keys-timeline-drag"),
            ("frame-keys-double-click", "frame-keys-timeline-edit"),
        ],
        Room::Sources => &[("frame-keys-pages", "frame-keys-sources-pages"), ("frame-keys-ends", "frame-keys-sources-ends")],
        _ => &[],
    }
}

/// Keys and what they do, read down the first column and then the second.
fn two_columns(ui: &mut Ui, salt: &str, keys: &[(String, String)]) {
    let rows = keys.len().div_ceil(2);
    egui::Grid::new(salt).num_columns(4).striped(true).spacing([14.0, 2.0]).min_row_height(20.0).show(ui, |ui| {
        for at in 0..rows {
            for (keys, text) in [keys.get(at), keys.get(at + rows)].into_iter().flatten() {
                ui.horizontal(|ui| {
                    ui.set_height(20.0);
                    ui.label(RichText::new(keys).monospace());
                });
                ui.horizontal(|ui| {
                    ui.set_height(20.0);
                    ui.set_width(245.0);
                    ui.add(egui::Label::new(text).truncate());
                });
            }
            ui.end_row();
        }
    });
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

/// The tasks, and what was told so far, newest first, to read and to copy.
pub(super) fn messages(ui: &mut Ui, log: &Log, tasks: &Tasks<'_>, words: &Words, commands: &mut Vec<Command>) -> Option<Answer> {
    ui.heading(words.text("window-messages-title"));
    tasks::list(ui, tasks, words, commands);
    kit::section(ui, &words.text("frame-tasks-told"));
    if log.entries().is_empty() {
        ui.weak(words.text("window-messages-none"));
    }
    kit::room_for_scroll_bar(ui);
    ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
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
    ui.horizontal(|ui| {
        if !log.entries().is_empty() && ui.button(words.text("window-messages-copy")).clicked() {
            commands.push(Command::Copy(log.as_text()));
        }
        let errors = log.errors_as_text();
        if !errors.is_empty() && ui.button(words.text("frame-tasks-copy-errors")).clicked() {
            commands.push(Command::Copy(errors));
        }
    });
    close_button(ui, words)
}

/// Closing would give up what is being written.
pub(super) fn closing(ui: &mut Ui, command: Option<&Command>, words: &Words) -> Option<Answer> {
    ui.heading(words.text("window-closing-title"));
    ui.add_space(6.0);
    ui.label(words.text("window-closing-text"));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if kit::primary(ui, &words.text("window-closing-stay")).clicked() {
            return Some(Answer::Dismiss);
        }
        ui.button(words.text("window-closing-close")).clicked().then(|| Answer::CloseAnyway(command.cloned().map(Box::new)))
    })
    .inner
}
