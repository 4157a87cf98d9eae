//! Choosing a file and one of its states, and what both are called.

use super::name_of;
use crate::link::versions::DatedState;
use crate::link::{State, full_name};
use crate::model::{Contents, Day, Field, Identity, Snapshot, SnapshotId, Source, SourceId};
use crate::words::{Words, format};
use egui::{ComboBox, Ui};
use polars::frame::DataFrame;

const WIDTH: f32 = 260.0;

/// A choice among the sources; the one picked, if another was.
pub fn source(ui: &mut Ui, contents: &Contents, chosen: &Source, words: &Words) -> Option<SourceId> {
    let name = words.text("sources-choose-file");
    ui.label(name.as_str());
    let mut picked = None;
    let combo = ComboBox::from_id_salt("chosen-source").width(WIDTH).truncate().selected_text(name_of(chosen)).show_ui(ui, |ui| {
        for source in &contents.sources {
            if ui.selectable_label(source.id == chosen.id, name_of(source)).clicked() {
                picked = Some(source.id.clone());
            }
        }
    });
    combo.response.accessible_name(name);
    picked.filter(|id| *id != chosen.id)
}

/// A choice among the states of a source, called `name`.
pub fn state(ui: &mut Ui, salt: &str, name: &str, snapshots: &[&Snapshot], contents: &Contents, chosen: &mut SnapshotId, words: &Words) {
    ui.label(name);
    // The name of the file is in the list and on hover; beside another choice there is no room for it.
    let shown = snapshots.iter().find(|snapshot| snapshot.id == *chosen);
    let text = shown.map(|snapshot| format!("{} · E{}", day(snapshot, words), snapshot.evidence)).unwrap_or_default();
    let combo = ComboBox::from_id_salt((salt, "state")).width(190.0).truncate().selected_text(text).show_ui(ui, |ui| {
        for snapshot in snapshots {
            ui.selectable_value(chosen, snapshot.id, label(snapshot, contents, words));
        }
    });
    let response = combo.response.accessible_name(name);
    if let Some(snapshot) = shown {
        response.on_hover_text(label(snapshot, contents, words));
    }
}

fn day(snapshot: &Snapshot, words: &Words) -> String {
    snapshot.as_of.as_ref().map_or_else(|| words.text("sources-undated"), |day| format::uncertain_day(day, words.language()))
}

/// What a state is called: its day and its file.
pub fn label(snapshot: &Snapshot, contents: &Contents, words: &Words) -> String {
    let file = contents.evidence.iter().find(|evidence| evidence.id == snapshot.evidence).map_or("", |evidence| evidence.name.as_str());
    let sheet = snapshot.sheet.as_deref().map(|sheet| format!(" [{sheet}]")).unwrap_or_default();
    format!("{} · E{} {file}{sheet}", day(snapshot, words), snapshot.evidence)
}

/// First and last day a state can show.
pub fn as_of(snapshot: &Snapshot) -> Option<(Day, Day)> {
    let day = snapshot.as_of.as_ref()?;
    Some((day.earliest.or(day.latest)?, day.latest.or(day.earliest)?))
}

/// States with their days, as the comparisons read them.
pub fn dated<'a>(snapshots: &'a [Snapshot], segments: &'a [Vec<DataFrame>]) -> Vec<DatedState<'a>> {
    let states = snapshots.iter().zip(segments);
    states.map(|(snapshot, segments)| DatedState { as_of: as_of(snapshot), state: State::new(snapshot, segments) }).collect()
}

/// Whose row it is: the name, or what stands for one. `cell` gives a cell by its column.
pub fn who<'c>(snapshot: &Snapshot, cell: impl Fn(usize) -> &'c str) -> String {
    let state = State::new(snapshot, &[]);
    let field = |field| state.column_of(field).map_or("", |column| cell(column).trim());
    let owned = |of| field(of).to_owned();
    let identity =
        Identity { name: owned(Field::Name), first_name: owned(Field::FirstName), last_name: owned(Field::LastName), ..Identity::default() };
    let name = full_name(&identity);
    if !name.is_empty() {
        return name;
    }
    let keys = [Field::Email, Field::Phone, Field::Identifier, Field::RecordId].map(field);
    keys.into_iter().find(|key| !key.is_empty()).unwrap_or_default().to_owned()
}
