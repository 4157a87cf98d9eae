//! The inspector: what is selected, why it is linked, and the raw material it stands on.
//!
//! Raw rows are looked up in the background and kept while the selection stays.

mod evidence;
pub mod link_detail;
mod message;
mod person;
mod recipient;
mod row;
mod source;
pub mod waterfall;

pub use message::{addresses, date as message_date, escaped};
pub use recipient::how_linked;

use super::command::Command;
use super::icons::{self, Icon};
use super::jobs::{self, Fetched};
use super::kit;
use super::notes::beside;
use super::room::{RoomContext, Selection};
use super::theme::tokens;
use crate::chart::timeline::Target;
use crate::model::{MessageId, SnapshotId};
use crate::words::Words;
use egui::{RichText, ScrollArea, Ui};

/// A row as written, or why it could not be read.
type RawRow = Result<Vec<String>, String>;

/// What the inspector keeps between frames.
#[derive(Default)]
pub struct Inspector {
    row: Fetched<(u64, SnapshotId, u64), RawRow>,
    bytes: Fetched<(u64, MessageId), Result<Vec<u8>, String>>,
    /// Which of several rows of a recipient is shown.
    chosen: usize,
    shown: Option<Selection>,
}

impl Inspector {
    /// Draws what is selected.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if self.shown.as_ref() != ctx.selection {
            self.shown = ctx.selection.cloned();
            self.chosen = 0;
        }
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            if let Some(selection) = ctx.selection {
                beside::head(ui, selection, ctx, commands);
            }
            self.details(ui, ctx, commands);
        });
    }

    fn details(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        match ctx.selection {
            None => nothing(ui, ctx.words),
            Some(Selection::Evidence(id)) => evidence::ui(ui, *id, ctx, commands),
            Some(Selection::Message(id)) => message::ui(ui, *id, ctx, &mut self.bytes, commands),
            Some(Selection::Recipient(id)) => recipient::ui(ui, id, ctx, &mut self.row, &mut self.chosen, commands),
            Some(Selection::Person(id)) => person::ui(ui, id, ctx, commands),
            Some(Selection::Mark(target)) => mark(ui, target, ctx, commands),
            Some(Selection::Row(snapshot, row)) => row::ui(ui, *snapshot, *row, ctx, &mut self.row, commands),
            Some(Selection::Note(id)) => {
                if !beside::note(ui, *id, ctx, commands) {
                    gone(ui, ctx.words);
                }
            }
        }
    }
}

fn mark(ui: &mut Ui, target: &Target, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let contents = ctx.case.contents();
    match target {
        Target::Post(id) => match contents.posts.iter().find(|post| post.id == *id) {
            Some(post) => person::post(ui, post, ctx, commands),
            None => gone(ui, ctx.words),
        },
        Target::Access(id) => match contents.accesses.iter().find(|access| access.id == *id) {
            Some(access) => person::access(ui, access, ctx, commands),
            None => gone(ui, ctx.words),
        },
        Target::Snapshot(id) => match contents.snapshots.iter().find(|snapshot| snapshot.id == *id) {
            Some(snapshot) => source::snapshot(ui, snapshot, ctx, commands),
            None => gone(ui, ctx.words),
        },
        Target::Source(id) => match contents.source(id) {
            Some(source) => source::source(ui, source, ctx, commands),
            None => gone(ui, ctx.words),
        },
        Target::Campaign(id) => message::campaign(ui, id, ctx, commands),
        Target::Event(id) => match contents.events.iter().find(|event| event.id == *id) {
            Some(event) => person::event(ui, event, ctx),
            None => gone(ui, ctx.words),
        },
    }
}

fn nothing(ui: &mut Ui, words: &Words) {
    ui.add_space(30.0);
    ui.vertical_centered(|ui| {
        icons::show(ui, 34.0, Icon::Panel, tokens(ui).unknown);
        ui.add_space(4.0);
        ui.label(RichText::new(words.text("window-inspector-empty")).color(tokens(ui).text_weak));
    });
}

/// The selected record is no longer there, for instance after an undo.
fn gone(ui: &mut Ui, words: &Words) {
    ui.label(RichText::new(words.text("window-inspector-gone")).color(tokens(ui).text_weak));
}

/// A title: what sort of thing, and its name.
fn title(ui: &mut Ui, sort: &str, name: &str) {
    ui.label(RichText::new(sort).small().color(tokens(ui).text_weak));
    ui.add(egui::Label::new(RichText::new(name).size(17.0).strong()).wrap());
    ui.add_space(6.0);
}

/// A link to something else in the case. Selects it when clicked.
fn link(ui: &mut Ui, text: &str, selection: Selection, commands: &mut Vec<Command>) {
    if ui.link(text).clicked() {
        commands.push(Command::Select(selection));
    }
}

/// A raw row with its column names.
fn raw_row(ui: &mut Ui, columns: &[String], row: Option<&RawRow>, words: &Words) {
    match row {
        None => {
            ui.label(RichText::new(words.text("window-loading")).color(tokens(ui).text_weak));
        }
        Some(Err(error)) => kit::note(ui, kit::Tone::Bad, error),
        Some(Ok(cells)) => {
            egui::Grid::new("raw row").num_columns(2).striped(true).spacing([10.0, 4.0]).show(ui, |ui| {
                for (at, column) in columns.iter().enumerate() {
                    ui.label(RichText::new(column).small().color(tokens(ui).text_weak));
                    let cell = cells.get(at).map_or("", String::as_str);
                    ui.add(egui::Label::new(RichText::new(cell).monospace()).wrap());
                    ui.end_row();
                }
            });
        }
    }
}

/// The wake-up of look-ups made here.
fn wake(ui: &Ui) -> jobs::Wake {
    jobs::repaint(ui.ctx())
}
