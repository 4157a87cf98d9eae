//! A source and its dated states.

use super::{link, title};
use crate::chart::timeline::Target;
use crate::model::{Snapshot, Source, SourceKind};
use crate::ui::window::command::Command;
use crate::ui::window::kit;
use crate::ui::window::room::{RoomContext, Selection};
use crate::words::format;
use egui::{RichText, Ui};

/// A source.
pub fn source(ui: &mut Ui, source: &Source, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    title(ui, &words.text("window-inspector-source"), if source.name.is_empty() { source.id.as_str() } else { &source.name });
    let kind = words.text(match source.kind {
        SourceKind::Held => "window-source-held",
        SourceKind::Declared => "window-source-declared",
        SourceKind::Sealed => "window-source-sealed",
    });
    for (label, value) in [
        ("window-field-source-kind", kind),
        ("window-field-controller", source.controller.clone()),
        ("window-field-purpose", source.purpose.clone()),
        ("window-field-legal-basis", source.legal_basis.clone()),
        ("window-field-retention", source.retention.clone()),
        ("window-field-size", source.size.map(|size| format::count(size, words.language())).unwrap_or_default()),
        ("window-field-first-known", source.first_known.map(|day| format::day(day, words.language())).unwrap_or_default()),
    ] {
        if !value.is_empty() {
            kit::field(ui, &words.text(label), &value);
        }
    }
    let snapshots = ctx.case.contents().snapshots_of(&source.id);
    if !snapshots.is_empty() {
        kit::section(ui, &words.text("window-inspector-snapshots"));
    }
    for snapshot in snapshots {
        link(ui, &snapshot_line(snapshot, ctx), Selection::Mark(Target::Snapshot(snapshot.id)), commands);
    }
}

fn snapshot_line(snapshot: &Snapshot, ctx: &RoomContext<'_>) -> String {
    let day = snapshot.as_of.as_ref().map_or_else(|| snapshot.label(), |day| format::uncertain_day(day, ctx.words.language()));
    let rows = format::count(snapshot.rows, ctx.words.language());
    ctx.words.text_with("window-inspector-snapshot-line", &crate::args! { "day" => day, "rows" => rows })
}

/// A dated state of a source.
pub fn snapshot(ui: &mut Ui, snapshot: &Snapshot, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    title(ui, &words.text("window-inspector-snapshot"), &snapshot_line(snapshot, ctx));
    link(ui, snapshot.source.as_str(), Selection::Mark(Target::Source(snapshot.source.clone())), commands);
    if let Some(evidence) = ctx.case.contents().evidence.iter().find(|evidence| evidence.id == snapshot.evidence) {
        link(ui, &format!("E{} · {}", evidence.id, evidence.name), Selection::Evidence(evidence.id), commands);
    }
    if let Some(sheet) = &snapshot.sheet {
        kit::field(ui, &words.text("window-field-sheet"), sheet);
    }
    kit::section(ui, &words.text("window-inspector-columns"));
    egui::Grid::new("columns").num_columns(2).striped(true).spacing([12.0, 3.0]).show(ui, |ui| {
        for column in &snapshot.columns {
            ui.label(RichText::new(column).monospace());
            let field = snapshot.mapping.0.iter().find(|(_, name)| *name == column);
            ui.weak(field.map(|(field, _)| words.text(&format!("rooms-field-{}", field.key().replace('_', "-")))).unwrap_or_default());
            ui.end_row();
        }
    });
}
