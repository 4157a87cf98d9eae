//! Evidence: every file with its number, digest and origin; what was rejected and why; and the desk where files are added.

mod desk;
mod detail;
mod folder;
mod form;
mod guess;
mod item;
mod peek;
mod reading;
mod seal;
mod table;

use crate::model::{ImportKind, ImportReport};
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::{Room, RoomContext, RoomView, Selection};
use crate::words::{Words, format};
use desk::Desk;
use std::path::PathBuf;
use table::Listing;

/// View state.
#[derive(Default)]
pub struct EvidenceRoom {
    desk: Option<Desk>,
    listing: Listing,
}

impl EvidenceRoom {
    /// Opens the add desk with these files, beside those already on it.
    pub fn open_desk(&mut self, kind: Option<ImportKind>, paths: Vec<PathBuf>) {
        self.desk.get_or_insert_default().add(kind, paths);
    }

    /// Opens the add desk with room for a text.
    pub fn paste(&mut self, words: &Words) {
        self.desk.get_or_insert_default().paste(String::new(), words);
    }

    /// An import has ended; if it was not the desk's, nothing happens.
    pub fn imported(&mut self, result: Result<Vec<ImportReport>, String>) {
        if let Some(desk) = &mut self.desk {
            desk.imported(result);
        }
    }
}

impl RoomView for EvidenceRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        if let Some(desk) = &mut self.desk {
            if desk.ui(ui, ctx, commands) {
                self.desk = None;
            }
            return;
        }
        let contents = ctx.case.contents();
        if contents.evidence.is_empty() && contents.imports.is_empty() {
            let add = Command::AddFiles(None);
            let (title, next) = (words.text("window-evidence-empty"), words.text("window-evidence-empty-next"));
            if kit::empty(ui, Icon::Room(Room::Evidence), &title, &next, &[&add.text(words)]).is_some() {
                commands.push(add);
            }
            return;
        }
        ui.horizontal(|ui| {
            ui.heading(words.text("window-room-evidence"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let add = Command::AddFiles(None);
                if kit::primary(ui, &add.text(words)).on_hover_text(add.tooltip(words)).clicked() {
                    commands.push(add);
                }
            });
        });
        totals(ui, &contents.imports, words);
        ui.add_space(4.0);
        if let Some(Selection::Evidence(id)) = ctx.selection
            && contents.evidence.iter().any(|evidence| evidence.id == *id)
        {
            egui::Panel::bottom("evidence detail")
                .resizable(true)
                .default_size(220.0)
                .size_range(120.0..=420.0)
                .show(ui, |ui| detail::ui(ui, *id, ctx));
        }
        self.listing.ui(ui, ctx, commands);
    }
}

/// The account of everything: the numbers reconcile, always on screen.
fn totals(ui: &mut egui::Ui, reports: &[ImportReport], words: &Words) {
    let sum = |of: fn(&ImportReport) -> u64| reports.iter().map(of).sum::<u64>();
    let text = account_of(sum(|r| r.found), sum(|r| r.imported), sum(|r| r.duplicates), sum(ImportReport::rejected), words);
    ui.weak(text);
}

/// The account of one file in a sentence: found = imported + duplicates + rejected.
pub fn account(report: &ImportReport, words: &Words) -> String {
    account_of(report.found, report.imported, report.duplicates, report.rejected(), words)
}

/// The same from the numbers.
pub fn account_of(found: u64, imported: u64, duplicates: u64, rejected: u64, words: &Words) -> String {
    let count = |n: u64| format::count(n, words.language());
    words.text_with(
        "window-account",
        &crate::args! {
            "found" => found, "imported" => imported, "duplicates" => duplicates, "rejected" => rejected,
            "found_text" => count(found), "imported_text" => count(imported), "duplicates_text" => count(duplicates), "rejected_text" => count(rejected),
        },
    )
}

/// How a file was read, in words: the formats of messages have names, and tables say it themselves.
pub fn format_text(format: &str, words: &Words) -> String {
    let id = match format {
        "eml" => "window-format-eml",
        "mbox" => "window-format-mbox",
        "sms-xml" => "window-format-sms-xml",
        "mail-text" => "window-format-mail-text",
        "letter" => "window-format-letter",
        table => {
            let sheet = table.split_once(", sheet « ").and_then(|(kind, rest)| Some((kind, rest.strip_suffix(" »")?)));
            return sheet.map_or_else(
                || table.to_owned(),
                |(kind, sheet)| words.text_with("window-format-sheet", &crate::args! { "kind" => kind, "sheet" => sheet }),
            );
        }
    };
    words.text(id)
}

/// What a file is imported as, in words.
pub fn kind_text(kind: ImportKind, words: &Words) -> String {
    words.text(match kind {
        ImportKind::Messages => "window-kind-messages",
        ImportKind::Recipients => "window-kind-recipients",
        ImportKind::Source => "window-kind-source",
        ImportKind::Roster => "window-kind-roster",
        ImportKind::Statements => "window-kind-statements",
        ImportKind::AccessLog => "window-kind-access-log",
        ImportKind::Events => "window-kind-events",
    })
}
