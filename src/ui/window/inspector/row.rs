//! A row of a file, as written, and who is linked to it.

use super::link_detail;
use super::recipient::how_linked;
use super::{RawRow, gone, link, raw_row, title, wake};
use crate::analysis::Link;
use crate::chart::timeline::Target;
use crate::chart::waterfall::say;
use crate::model::{SnapshotId, Thing};
use crate::ui::window::command::Command;
use crate::ui::window::errors;
use crate::ui::window::jobs::Fetched;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::rooms::recipients::name_of;
use crate::ui::window::things;
use crate::words::{Words, format};
use egui::Ui;

/// Draws a row.
pub fn ui(
    ui: &mut Ui,
    id: SnapshotId,
    row: u64,
    ctx: &RoomContext<'_>,
    fetched: &mut Fetched<(u64, SnapshotId, u64), RawRow>,
    commands: &mut Vec<Command>,
) {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let Some(snapshot) = contents.snapshots.iter().find(|snapshot| snapshot.id == id && row < snapshot.rows) else { return gone(ui, words) };
    let number = format::count(row + 1, words.language());
    title(ui, &words.text("window-inspector-snapshot"), &words.text_with("window-inspector-row", &crate::args! { "n" => number }));
    link(ui, &things::name(&Thing::Snapshot(id), contents, words), Selection::Mark(Target::Snapshot(id)), commands);
    if let Some(evidence) = contents.evidence.iter().find(|evidence| evidence.id == snapshot.evidence) {
        link(ui, &format!("E{} · {}", evidence.id, evidence.name), Selection::Evidence(evidence.id), commands);
    }
    kit::section(ui, &words.text("window-inspector-raw"));
    let (case, language) = (ctx.case.clone(), words.language());
    let key = (ctx.case.revision(), id, row);
    let cells = fetched.get(key, &wake(ui), move || case.row(id, row).map_err(|error| errors::render(&error, &Words::new(language))));
    raw_row(ui, &snapshot.columns, cells, words);
    linked(ui, id, row, ctx, commands);
}

/// Who is linked to it, by what, and how probable that is. While the scores of a review are hidden, nothing is said.
fn linked(ui: &mut Ui, id: SnapshotId, row: u64, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    kit::section(ui, &words.text("window-inspector-row-linked"));
    if ctx.review.is_score_hidden {
        return kit::note(ui, Tone::Neutral, &words.text("links-hidden-here"));
    }
    let Some(analysis) = ctx.analysis else {
        ui.weak(words.text("window-inspector-not-analysed"));
        return;
    };
    let is_here = |link: &&Link| link.snapshot == id && link.row == row;
    let mut is_any = false;
    for known in &analysis.recipients {
        for found in known.links.iter().chain(&known.refused).filter(is_here) {
            is_any = true;
            let name = ctx.case.contents().recipient(&known.id).map(name_of).unwrap_or_default();
            link(ui, format!("{} · {name}", known.id).trim_end_matches(" · "), Selection::Recipient(known.id.clone()), commands);
            let sure = found.answer.map_or_else(|| say::probability(found.given, words), |answer| link_detail::answer(answer, words));
            ui.weak(format!("{} · {sure}", how_linked(found.how, words)));
        }
    }
    if !is_any {
        ui.weak(words.text("window-inspector-row-unlinked"));
    }
}
