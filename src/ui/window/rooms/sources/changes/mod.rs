//! What differs between two states of a file: who came, who went, which values changed.

mod found;

pub use found::Rows;

use self::found::Found;
use super::paging::Paging;
use super::work::Work;
use super::{choice, profile};
use crate::model::{Field, Snapshot, SnapshotId, Source};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::rooms::sources::snapshots::field_text;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::{self, empty, table};
use crate::words::{Words, format};
use egui::{Label, RichText, Ui};
use egui_extras::{Column, TableBuilder};

/// Which list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum List {
    Added,
    Removed,
    #[default]
    Changed,
}

/// View state.
#[derive(Default)]
pub struct ChangesView {
    /// The states compared: the earlier, the later.
    chosen: (SnapshotId, SnapshotId),
    list: List,
    hides_writing: bool,
    paging: Paging,
    found: Work<(u64, SnapshotId, SnapshotId), Found>,
}

impl ChangesView {
    /// Draws what differs between two states of a source.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, source: &Source, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let contents = ctx.case.contents();
        let snapshots = contents.snapshots_of(&source.id);
        let Some((before, after)) = two_newest(&snapshots) else {
            empty::nothing_here(ui, &words.text("sources-changes-needs-two"));
            return;
        };
        let is_there = |id: SnapshotId| snapshots.iter().any(|snapshot| snapshot.id == id);
        if !is_there(self.chosen.0) || !is_there(self.chosen.1) {
            self.chosen = (before, after);
        }
        ui.horizontal_wrapped(|ui| {
            choice::state(ui, "before", &words.text("sources-changes-before"), &snapshots, contents, &mut self.chosen.0, words);
            ui.add_space(8.0);
            choice::state(ui, "after", &words.text("sources-changes-after"), &snapshots, contents, &mut self.chosen.1, words);
        });
        if self.chosen.0 == self.chosen.1 {
            empty::nothing_here(ui, &words.text("sources-changes-same"));
            return;
        }
        ui.add(Label::new(RichText::new(words.text("sources-changes-what")).color(tokens(ui).text_weak)).wrap());
        ui.add_space(4.0);
        let (before, after) = self.chosen;
        let Self { list, hides_writing, paging, found, .. } = self;
        let copy = |id| snapshots.iter().find(|snapshot| snapshot.id == id).map(|&snapshot| snapshot.clone());
        let (Some(one), Some(other)) = (copy(before), copy(after)) else { return };
        let case = ctx.case.clone();
        let found = found.ui(ui, words, (ctx.case.revision(), before, after), move |progress| {
            Found::new(&(one, other), |snapshot| Ok(case.segments(snapshot.id)?), progress)
        });
        let Some(found) = found else { return };
        notes(ui, found, words);
        ui.horizontal_wrapped(|ui| {
            let diff = &found.diff;
            for (of, id, n) in [
                (List::Added, "sources-changes-added", diff.added.len()),
                (List::Removed, "sources-changes-removed", diff.removed.len()),
                (List::Changed, "sources-changes-changed", diff.changed.len()),
            ] {
                ui.selectable_value(list, of, counted(words, id, n));
            }
            ui.add_space(8.0);
            ui.weak(counted(words, "sources-changes-unchanged", diff.unchanged as usize));
            if !diff.alike.is_empty() {
                let (before, after) = diff.alike_count();
                let args = crate::args! { "before" => format::count(before, words.language()), "after" => format::count(after, words.language()) };
                ui.weak(words.text_with("sources-changes-alike", &args)).on_hover_text(words.text("sources-changes-alike-hint"));
            }
        });
        ui.horizontal_wrapped(|ui| {
            if ui.button(words.text("sources-copy")).clicked() {
                commands.push(Command::Copy(copied(found, *list, *hides_writing, words)));
            }
            if *list == List::Changed && found.diff.only_writing() > 0 {
                widgets::show_boxes(ui);
                ui.checkbox(hides_writing, counted(words, "sources-changes-hide-writing", found.values.len() - found.real_values.len()));
            }
        });
        ui.add_space(4.0);
        match list {
            List::Added => rows(ui, "added", &found.added, paging, words),
            List::Removed => rows(ui, "removed", &found.removed, paging, words),
            List::Changed => values(ui, found, *hides_writing, paging, words),
        }
    }
}

/// A text with a number, as `counted` makes it.
fn counted(words: &Words, id: &str, number: usize) -> String {
    widgets::counted(words, id, number)
}

/// The two newest states, the earlier first.
fn two_newest(snapshots: &[&Snapshot]) -> Option<(SnapshotId, SnapshotId)> {
    let newest = profile::newest(snapshots)?;
    let others: Vec<&Snapshot> = snapshots.iter().copied().filter(|snapshot| snapshot.id != newest.id).collect();
    Some((profile::newest(&others)?.id, newest.id))
}

/// What must be said beside the numbers.
fn notes(ui: &mut Ui, found: &Found, words: &Words) {
    let diff = &found.diff;
    for field in &diff.broken_numbers {
        kit::note(ui, Tone::Caution, &words.text_with("sources-changes-broken", &crate::args! { "field" => field_text(*field, words) }));
    }
    for (id, columns) in [("sources-changes-lost-columns", &diff.lost_columns), ("sources-changes-new-columns", &diff.new_columns)] {
        if !columns.is_empty() {
            kit::note(ui, Tone::Neutral, &words.text_with(id, &crate::args! { "columns" => columns.join(", ") }));
        }
    }
    ui.add_space(2.0);
}

/// Rows of one state, with all their columns.
fn rows(ui: &mut Ui, salt: &str, rows: &Rows, paging: &mut Paging, words: &Words) {
    if rows.len() == 0 {
        empty::nothing_here(ui, &words.text("sources-changes-none"));
        return;
    }
    egui::ScrollArea::horizontal().id_salt((salt, "across")).auto_shrink([false, false]).show(ui, |ui| {
        let keys = ui.ctx().clone();
        let builder = TableBuilder::new(ui)
            .id_salt((salt, rows.header.len()))
            .striped(true)
            .auto_shrink([false, false])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(Column::initial(64.0).at_least(40.0).resizable(true).clip(true))
            .columns(Column::initial(140.0).at_least(50.0).resizable(true).clip(true), rows.header.len());
        paging
            .scrolled(&keys, builder, rows.len())
            .header(table::HEADER_HEIGHT, |mut row| {
                table::number_header(&mut row, &words.text("sources-changes-line"));
                for title in &rows.header {
                    table::plain_header(&mut row, title);
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, rows.len(), |mut row| {
                    let at = row.index();
                    paging.see(at);
                    row.col(|ui| table::number_cell(ui, &format::count(line(rows.numbers[at]), words.language())));
                    for column in 0..rows.header.len() {
                        row.col(|ui| choice::cell(ui, rows.cell(at, column)));
                    }
                });
            });
    });
}

/// The number of a row for people, who count from 1.
fn line(row: u32) -> u64 {
    u64::from(row) + 1
}

const TITLES: [&str; 5] = ["who", "field", "value-before", "value-after", "kind"];
const WIDTHS: [f32; 5] = [170.0, 130.0, 175.0, 175.0, 90.0];

/// Changed values, one a line, the old beside the new one.
fn values(ui: &mut Ui, found: &Found, hides_writing: bool, paging: &mut Paging, words: &Words) {
    let shown = if hides_writing { &found.real_values } else { &found.values };
    if shown.is_empty() {
        empty::nothing_here(ui, &words.text("sources-changes-none"));
        return;
    }
    egui::ScrollArea::horizontal().id_salt("changed across").auto_shrink([false, false]).show(ui, |ui| {
        let keys = ui.ctx().clone();
        let mut builder = TableBuilder::new(ui)
            .id_salt("changed")
            .striped(true)
            .auto_shrink([false, false])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center));
        for width in WIDTHS {
            builder = builder.column(Column::initial(width).at_least(50.0).resizable(true).clip(true));
        }
        paging
            .scrolled(&keys, builder, shown.len())
            .header(table::HEADER_HEIGHT, |mut row| {
                for title in TITLES {
                    table::plain_header(&mut row, &words.text(&format!("sources-changes-{title}")));
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, shown.len(), |mut row| {
                    paging.see(row.index());
                    let cells = cells(found, shown[row.index()], words);
                    let is_only_writing = is_only_writing(found, shown[row.index()]);
                    for (column, text) in cells.iter().enumerate() {
                        row.col(|ui| match column {
                            0 => choice::cell(ui, text),
                            _ if is_only_writing => table::weak_cell(ui, &text.replace(['\n', '\r'], " ")),
                            _ => choice::cell(ui, text),
                        });
                    }
                });
            });
    });
}

fn is_only_writing(found: &Found, (row, value): (u32, u32)) -> bool {
    found.diff.changed[row as usize].values[value as usize].is_only_writing
}

/// Who, which field, before, after, and whether only the writing differs.
fn cells(found: &Found, (row, value): (u32, u32), words: &Words) -> [String; 5] {
    let changed = &found.diff.changed[row as usize];
    let value = &changed.values[value as usize];
    let column = &found.diff.columns[value.column as usize];
    let who = &found.who[row as usize];
    let number = || words.text_with("sources-changes-row", &crate::args! { "n" => format::count(line(changed.after), words.language()) });
    let shown = |text: &str| if text.trim().is_empty() { words.text("sources-changes-blank") } else { text.to_owned() };
    [
        if who.is_empty() { number() } else { who.clone() },
        field_name(column.field, &column.name, words),
        shown(&value.before),
        shown(&value.after),
        words.text(if value.is_only_writing { "sources-changes-writing" } else { "sources-changes-value" }),
    ]
}

fn field_name(field: Option<Field>, column: &str, words: &Words) -> String {
    field.map_or_else(|| column.to_owned(), |field| field_text(field, words))
}

/// The list that is shown, as text.
fn copied(found: &Found, list: List, hides_writing: bool, words: &Words) -> String {
    let rows = match list {
        List::Added => &found.added,
        List::Removed => &found.removed,
        List::Changed => {
            let header = TITLES.map(|title| words.text(&format!("sources-changes-{title}")));
            let shown = if hides_writing { &found.real_values } else { &found.values };
            return choice::tsv(&header, shown.iter().map(|&at| cells(found, at, words)));
        }
    };
    let header: Vec<String> = std::iter::once(words.text("sources-changes-line")).chain(rows.header.iter().cloned()).collect();
    let line = |at: usize| -> Vec<String> {
        let cells = (0..rows.header.len()).map(|column| rows.cell(at, column).to_owned());
        std::iter::once(line(rows.numbers[at]).to_string()).chain(cells).collect()
    };
    choice::tsv(&header, (0..rows.len()).map(line))
}
