//! What differs between two states of a file: who came, who went, which values changed.

mod found;
mod lists;

pub use found::Kept;

use self::found::Found;
use super::work::Work;
use super::{choice, profile};
use crate::model::{Field, Language, Snapshot, SnapshotId, Source};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::rooms::sources::snapshots::field_text;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::list;
use crate::ui::window::widgets::{self, empty};
use crate::words::{Words, format};
use egui::{Label, RichText, Ui};
use lists::{DiffRows, ValueCells, ValueRows};
use std::sync::Arc;

/// Which list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum List {
    Added,
    Removed,
    #[default]
    Changed,
}

/// What the rows were made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    states: (SnapshotId, SnapshotId),
    list: List,
    hides_writing: bool,
    language: Language,
}

/// View state.
#[derive(Default)]
pub struct ChangesView {
    /// The states compared: the earlier, the later.
    chosen: (SnapshotId, SnapshotId),
    list: List,
    hides_writing: bool,
    /// One each for who came, who went and what changed: they have columns of their own.
    lists: [list::List; 3],
    rows: Option<(Key, Arc<dyn list::Rows>)>,
    found: Work<(u64, SnapshotId, SnapshotId), Arc<Found>>,
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
        let Self { list, hides_writing, lists, rows, found, .. } = self;
        let copy = |id| snapshots.iter().find(|snapshot| snapshot.id == id).map(|&snapshot| snapshot.clone());
        let (Some(one), Some(other)) = (copy(before), copy(after)) else { return };
        let case = ctx.case.clone();
        let found = found.ui(ui, words, (ctx.case.revision(), before, after), move |progress| {
            Found::new(&(one, other), |snapshot| Ok(case.segments(snapshot.id)?), progress).map(Arc::new)
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
        let only_written = found.values.len() - found.real_values.len();
        if *list == List::Changed && found.diff.only_writing() > 0 {
            widgets::show_boxes(ui);
            ui.checkbox(hides_writing, counted(words, "sources-changes-hide-writing", only_written));
        }
        let key =
            Key { revision: ctx.case.revision(), states: (before, after), list: *list, hides_writing: *hides_writing, language: words.language() };
        if rows.as_ref().is_none_or(|(of, _)| *of != key) {
            let made: Arc<dyn list::Rows> = match list {
                List::Added => Arc::new(DiffRows::new(found, true, words)),
                List::Removed => Arc::new(DiffRows::new(found, false, words)),
                List::Changed => Arc::new(ValueRows::new(found, *hides_writing, words)),
            };
            *rows = Some((key, made));
        }
        let Some((_, rows)) = rows else { return };
        if rows.is_empty() {
            empty::nothing_here(ui, &words.text("sources-changes-none"));
            return;
        }
        let (at, id, name) = match list {
            List::Added => (0, "added", "sources-tab-changes"),
            List::Removed => (1, "removed", "sources-tab-changes"),
            List::Changed => (2, "changed", "sources-tab-changes"),
        };
        let spec = list::Spec::new(id, words.text(name), rows);
        let mut cells = ValueCells { found: (*list == List::Changed).then_some(&**found), hides_writing: *hides_writing };
        lists[at].show(ui, ctx, &spec, |_, _| {}, &mut cells, commands);
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

/// The number of a row for people, who count from 1.
fn line(row: u32) -> u64 {
    u64::from(row) + 1
}

fn field_name(field: Option<Field>, column: &str, words: &Words) -> String {
    field.map_or_else(|| column.to_owned(), |field| field_text(field, words))
}
