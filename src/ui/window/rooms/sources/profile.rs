//! What is in each column of a state.

use super::choice;
use super::work::{Stop, Work};
use crate::job::{Progress as _, Stage};
use crate::link::State;
use crate::link::profile::{Profile, profile};
use crate::model::{Language, Snapshot, SnapshotId, Source};
use crate::ui::window::command::Command;
use crate::ui::window::room::RoomContext;
use crate::ui::window::rooms::sources::snapshots::field_text;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::list::{CellAt, Cells, Column, List, Made, Spec, TextCell, TextRows};
use crate::ui::window::widgets::{empty, table};
use crate::words::{Words, format};
use egui::{Label, RichText, Ui};
use std::sync::Arc;

/// View state.
#[derive(Default)]
pub struct ProfileView {
    chosen: SnapshotId,
    found: Work<(u64, SnapshotId), Profile>,
    shown: Made<(u64, SnapshotId, Language), TextRows>,
    list: List,
}

impl ProfileView {
    /// Shows this state.
    pub fn choose(&mut self, snapshot: SnapshotId) {
        self.chosen = snapshot;
    }

    /// Draws the profile of the chosen state of a source.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, source: &Source, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let contents = ctx.case.contents();
        let snapshots = contents.snapshots_of(&source.id);
        let Some(newest) = newest(&snapshots) else {
            empty::nothing_here(ui, &words.text("sources-no-state"));
            return;
        };
        if snapshots.iter().all(|snapshot| snapshot.id != self.chosen) {
            self.chosen = newest.id;
        }
        ui.horizontal_wrapped(|ui| choice::state(ui, "profile", &words.text("sources-choose-state"), &snapshots, contents, &mut self.chosen, words));
        ui.add(Label::new(RichText::new(words.text("sources-profile-what")).color(tokens(ui).text_weak)).wrap());
        ui.add_space(4.0);
        let Some(snapshot) = snapshots.iter().find(|snapshot| snapshot.id == self.chosen).map(|snapshot| (*snapshot).clone()) else { return };
        let (case, id) = (ctx.case.clone(), snapshot.id);
        let found = self.found.ui(ui, words, (ctx.case.revision(), id), move |progress| {
            progress.stage(Stage::Linking, &snapshot.label());
            let segments = case.segments(snapshot.id)?;
            Ok::<_, Stop>(profile(State::new(&snapshot, &segments), progress)?)
        });
        let Some(found) = found else { return };
        let key = (ctx.case.revision(), id, words.language());
        if self.shown.as_ref().is_none_or(|(of, ..)| *of != key) {
            let texts = Arc::new(texts(found, words));
            self.shown = Some((key, Arc::clone(&texts), texts));
        }
        let Some((_, texts, rows)) = &self.shown else { return };
        let spec = Spec::new("profile", words.text("sources-tab-profile"), rows);
        let lead = |ui: &mut Ui, _: &mut Vec<Command>| {
            ui.label(crate::ui::window::widgets::counted(words, "rooms-sources-rows", found.rows as usize));
        };
        self.list.show(ui, ctx, &spec, lead, &mut ShareCells { texts }, commands);
    }
}

/// The newest dated state, or the last of undated ones.
pub fn newest<'a>(snapshots: &[&'a Snapshot]) -> Option<&'a Snapshot> {
    snapshots.iter().rev().find(|snapshot| snapshot.as_of.is_some()).or(snapshots.last()).copied()
}

const TITLES: [&str; 8] = ["column", "read-as", "filled", "distinct", "looks", "frequent", "shortest", "longest"];
const WIDTHS: [f32; 8] = [140.0, 116.0, 112.0, 72.0, 130.0, 260.0, 110.0, 190.0];

/// The profile in words.
fn texts(found: &Profile, words: &Words) -> TextRows {
    let language = words.language();
    let count = |n: u64| format::count(n, language);
    let column = |(id, width): (&'static str, f32)| {
        let column = Column::new(id, words.text(&format!("sources-profile-{id}")), width);
        match id {
            "distinct" => column.number(),
            "read-as" | "looks" => column.choice(),
            _ => column,
        }
    };
    let rows = found.columns.iter().map(|column| {
        let filled = crate::args! { "count" => count(column.filled), "share" => format::percent(found.share(column), language) };
        let frequent = column
            .frequent
            .iter()
            .map(|(value, n)| words.text_with("sources-profile-value", &crate::args! { "value" => value.as_str(), "count" => count(*n) }));
        vec![
            TextCell::new(column.name.as_str()),
            TextCell::new(column.field.map_or_else(|| words.text("rooms-sources-not-read"), |field| field_text(field, words))),
            TextCell::number(words.text_with("sources-profile-share", &filled), Some(found.share(column))),
            TextCell::number(count(column.distinct), Some(column.distinct as f64)),
            TextCell::new(words.text(&format!("sources-looks-{}", column.looks.key()))),
            TextCell::new(frequent.collect::<Vec<_>>().join(" · ")),
            TextCell::new(column.shortest.clone().unwrap_or_default()),
            TextCell::new(column.longest.clone().unwrap_or_default()),
        ]
    });
    TextRows::new(TITLES.into_iter().zip(WIDTHS).map(column).collect(), rows.collect())
}

/// A bar under the share that is filled.
struct ShareCells<'a> {
    texts: &'a TextRows,
}

impl Cells for ShareCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        let is_share = TITLES[at.column] == "filled";
        if is_share {
            share_cell(ui, at.text, self.texts.cell(at.row, at.column).number);
        }
        is_share
    }
}

/// A number with a bar under it as long as its share.
pub fn share_cell(ui: &mut Ui, text: &str, share: Option<f64>) {
    if let Some(share) = share {
        let rect = ui.max_rect();
        let width = (rect.width() - 8.0) * share.clamp(0.0, 1.0) as f32;
        let bar = egui::Rect::from_min_size(rect.left_bottom() - egui::vec2(0.0, 3.0), egui::vec2(width, 2.0));
        ui.painter().rect_filled(bar, 1.0, tokens(ui).accent);
    }
    table::text_cell(ui, text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::profile::Looks;

    #[test]
    fn everything_a_column_can_look_like_has_its_words() {
        let words = Words::new(Language::Fr);
        for looks in Looks::ALL {
            assert!(words.has(&format!("sources-looks-{}", looks.key())), "{looks:?}");
        }
    }
}
