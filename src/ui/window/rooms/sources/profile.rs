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
use crate::ui::window::widgets::{empty, table};
use crate::words::{Words, format};
use egui::{Label, RichText, Ui};
use egui_extras::{Column, TableBuilder};

/// View state.
#[derive(Default)]
pub struct ProfileView {
    chosen: SnapshotId,
    found: Work<(u64, SnapshotId), Profile>,
    shown: Option<((u64, SnapshotId, Language), Sheet)>,
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
        if self.shown.as_ref().is_none_or(|(of, _)| *of != key) {
            self.shown = Some((key, Sheet::of(found, words)));
        }
        let Some((_, sheet)) = &self.shown else { return };
        ui.horizontal_wrapped(|ui| {
            ui.label(crate::ui::window::widgets::counted(words, "rooms-sources-rows", found.rows as usize));
            ui.add_space(8.0);
            if ui.button(words.text("sources-copy")).clicked() {
                commands.push(Command::Copy(choice::tsv(&sheet.header, &sheet.rows)));
            }
        });
        ui.add_space(4.0);
        sheet.draw(ui);
    }
}

/// The newest dated state, or the last of undated ones.
pub fn newest<'a>(snapshots: &[&'a Snapshot]) -> Option<&'a Snapshot> {
    snapshots.iter().rev().find(|snapshot| snapshot.as_of.is_some()).or(snapshots.last()).copied()
}

const TITLES: [&str; 8] = ["column", "read-as", "filled", "distinct", "looks", "frequent", "shortest", "longest"];
const WIDTHS: [f32; 8] = [140.0, 116.0, 112.0, 72.0, 130.0, 260.0, 110.0, 190.0];

/// The profile in words.
struct Sheet {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    shares: Vec<f64>,
}

impl Sheet {
    fn of(found: &Profile, words: &Words) -> Self {
        let language = words.language();
        let count = |n: u64| format::count(n, language);
        let rows = found.columns.iter().map(|column| {
            let filled = crate::args! { "count" => count(column.filled), "share" => format::percent(found.share(column), language) };
            let frequent = column
                .frequent
                .iter()
                .map(|(value, n)| words.text_with("sources-profile-value", &crate::args! { "value" => value.as_str(), "count" => count(*n) }));
            vec![
                column.name.clone(),
                column.field.map_or_else(|| words.text("rooms-sources-not-read"), |field| field_text(field, words)),
                words.text_with("sources-profile-share", &filled),
                count(column.distinct),
                words.text(&format!("sources-looks-{}", column.looks.key())),
                frequent.collect::<Vec<_>>().join(" · "),
                column.shortest.clone().unwrap_or_default(),
                column.longest.clone().unwrap_or_default(),
            ]
        });
        Self {
            header: TITLES.map(|title| words.text(&format!("sources-profile-{title}"))).into(),
            rows: rows.collect(),
            shares: found.columns.iter().map(|column| found.share(column)).collect(),
        }
    }

    fn draw(&self, ui: &mut Ui) {
        egui::ScrollArea::horizontal().id_salt("profile across").auto_shrink([false, false]).show(ui, |ui| {
            let mut builder = TableBuilder::new(ui).id_salt("profile").striped(true).cell_layout(egui::Layout::left_to_right(egui::Align::Center));
            for width in WIDTHS {
                builder = builder.column(Column::initial(width).at_least(50.0).resizable(true).clip(true));
            }
            builder
                .header(table::HEADER_HEIGHT, |mut row| {
                    for title in &self.header {
                        table::plain_header(&mut row, title);
                    }
                })
                .body(|body| {
                    body.rows(table::ROW_HEIGHT, self.rows.len(), |mut row| {
                        let at = row.index();
                        for (column, text) in self.rows[at].iter().enumerate() {
                            row.col(|ui| match TITLES[column] {
                                "column" => drop(ui.add(Label::new(RichText::new(text).strong()).truncate().selectable(false))),
                                "filled" => share_cell(ui, text, Some(self.shares[at])),
                                _ => choice::cell(ui, text),
                            });
                        }
                    });
                });
        });
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
