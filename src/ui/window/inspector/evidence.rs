//! A file as it was received, and what came of it.

use super::{gone, title};
use crate::model::EvidenceId;
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{Room, RoomContext};
use crate::words::format;
use egui::Ui;

/// Draws a file.
pub fn ui(ui: &mut Ui, id: EvidenceId, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let Some(evidence) = contents.evidence.iter().find(|evidence| evidence.id == id) else { return gone(ui, words) };
    title(ui, &words.text_with("window-inspector-evidence", &crate::args! { "n" => id.0 }), &evidence.name);
    kit::field(ui, &words.text("window-field-digest"), &evidence.sha256);
    if ui.small_button(words.text("window-copy-digest")).clicked() {
        commands.push(Command::Copy(evidence.sha256.clone()));
    }
    for (label, value) in [
        ("window-field-size-bytes", words.text_with("window-bytes", &crate::args! { "n" => format::count(evidence.size, words.language()) })),
        ("window-field-media-type", evidence.media_type.clone()),
        ("window-field-acquired", kit::instant(&evidence.acquired_at, words.language())),
        ("window-field-method", evidence.method.clone()),
    ] {
        kit::field(ui, &words.text(label), &value);
    }
    if evidence.is_withheld {
        kit::note(ui, Tone::Caution, &words.text("sealed-evidence-withheld"));
    } else if !evidence.is_embedded {
        kit::note(ui, Tone::Caution, &words.text("window-evidence-not-embedded"));
    }
    for report in contents.imports.iter().filter(|report| report.evidence == Some(id)) {
        ui.separator();
        kit::field(ui, &words.text("window-field-format"), &crate::ui::window::rooms::evidence::format_text(&report.format, words));
        ui.label(crate::ui::window::rooms::evidence::account(report, words));
    }
    if ui.button(words.text("window-go-evidence")).clicked() {
        commands.push(Command::GoTo(Room::Evidence));
    }
}
