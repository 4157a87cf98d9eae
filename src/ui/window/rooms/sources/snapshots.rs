//! The dated states of a held source: day, rows, file, columns and how they were read.

use crate::case::{Edit, Record};
use crate::chart::timeline::Target;
use crate::model::{Field, Snapshot, Source, SourceKind};
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::date_field::{DateInput, date_field};
use crate::ui::window::widgets::{self, empty};
use crate::words::Words;
use egui::Grid;

/// Every state of `source`, oldest first.
pub fn list(ui: &mut egui::Ui, ctx: &RoomContext<'_>, source: &Source, commands: &mut Vec<Command>) {
    let words = ctx.words;
    ui.heading(words.text("rooms-sources-states"));
    let snapshots = ctx.case.contents().snapshots_of(&source.id);
    if snapshots.is_empty() {
        let word = if source.kind == SourceKind::Declared { "rooms-sources-no-states-declared" } else { "rooms-sources-no-states" };
        empty::nothing_here(ui, &words.text(word));
        return;
    }
    for snapshot in snapshots {
        ui.add_space(6.0);
        one(ui, ctx, snapshot, commands);
    }
}

fn one(ui: &mut egui::Ui, ctx: &RoomContext<'_>, snapshot: &Snapshot, commands: &mut Vec<Command>) {
    let words = ctx.words;
    egui::Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let name = words.text("rooms-sources-as-of");
            ui.label(name.as_str());
            match date_field(ui, ("as-of", snapshot.id), &name, snapshot.as_of.as_ref(), 130.0, words) {
                DateInput::Changed(as_of) => {
                    let changed = Snapshot { as_of, ..snapshot.clone() };
                    commands.push(Command::Edit(Edit::Put { record: Box::new(Record::Snapshot(changed)) }));
                }
                DateInput::Unchanged => {}
            }
            ui.add_space(8.0);
            ui.label(widgets::counted(words, "rooms-sources-rows", snapshot.rows as usize));
            ui.add_space(8.0);
            let file = ctx.case.contents().evidence.iter().find(|evidence| evidence.id == snapshot.evidence);
            let file_name = file.map_or("", |evidence| evidence.name.as_str());
            let sheet = snapshot.sheet.as_deref().unwrap_or("");
            let text = words.text_with(
                "rooms-sources-file",
                &crate::args! {
                    "number" => snapshot.evidence.to_string(), "name" => file_name, "sheet" => sheet,
                    "has-sheet" => if sheet.is_empty() { "no" } else { "yes" },
                },
            );
            if ui.link(text).clicked() {
                commands.push(Command::Select(Selection::Evidence(snapshot.evidence)));
            }
        });
        egui::CollapsingHeader::new(widgets::counted(words, "rooms-sources-mapping", snapshot.columns.len()))
            .id_salt(("mapping", snapshot.id))
            .show(ui, |ui| mapping(ui, snapshot, words));
        if ui.link(words.text("rooms-sources-show-state")).clicked() {
            commands.push(Command::Select(Selection::Mark(Target::Snapshot(snapshot.id))));
        }
    });
}

/// Each column with the field it was read as.
fn mapping(ui: &mut egui::Ui, snapshot: &Snapshot, words: &Words) {
    Grid::new(("mapping-grid", snapshot.id)).num_columns(2).striped(true).spacing([24.0, 3.0]).show(ui, |ui| {
        ui.strong(words.text("rooms-sources-column"));
        ui.strong(words.text("rooms-sources-read-as"));
        ui.end_row();
        for column in &snapshot.columns {
            ui.label(column.as_str());
            let field = snapshot.mapping.0.iter().find(|(_, name)| *name == column).map(|(field, _)| *field);
            match field {
                Some(field) => ui.label(field_text(field, words)),
                None => ui.weak(words.text("rooms-sources-not-read")),
            };
            ui.end_row();
        }
    });
}

/// What a field is called.
pub fn field_text(field: Field, words: &Words) -> String {
    words.text(&format!("rooms-field-{}", field.key().replace('_', "-")))
}
