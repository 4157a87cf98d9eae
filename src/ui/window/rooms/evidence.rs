//! Evidence: every file with its number, digest, origin; import, preview, mapping, rejected rows.

use crate::model::{ImportKind, ImportReport};
use crate::ui::window::command::Command;
use crate::ui::window::kit;
use crate::ui::window::room::{RoomContext, RoomView};
use crate::words::{Words, format};
use std::path::PathBuf;

/// View state.
#[derive(Default)]
pub struct EvidenceRoom {}

impl EvidenceRoom {
    /// Opens the add desk with these files.
    pub fn open_desk(&mut self, _kind: Option<ImportKind>, _paths: Vec<PathBuf>) {}

    /// An import has ended.
    pub fn imported(&mut self, _result: Result<Vec<ImportReport>, String>) {}
}

impl RoomView for EvidenceRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, _commands: &mut Vec<Command>) {
        kit::room_title(ui, &ctx.words.text("window-room-evidence"), "");
    }
}

/// The account of one file in a sentence: found = imported + duplicates + rejected.
pub fn account(report: &ImportReport, words: &Words) -> String {
    let count = |n: u64| format::count(n, words.language());
    words.text_with(
        "window-account",
        &crate::args! {
            "found" => count(report.found), "imported" => count(report.imported), "duplicates" => count(report.duplicates), "rejected" => count(report.rejected()),
        },
    )
}
