//! Values that changed while somebody stayed in a file: the old one, the new one, and when each stood there.

use super::changes::Rows;
use super::choice;
use super::paging::Paging;
use super::work::{Stop, Work};
use crate::chart::timeline::say;
use crate::job::{Progress as _, Stage};
use crate::link::versions::{Kind, Versions, versions};
use crate::model::{Bound, Day, Interval, Language, Snapshot, Source, SourceId, UncertainDay};
use crate::ui::window::command::Command;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::{empty, table};
use crate::words::Words;
use egui::{Label, RichText, Ui};
use egui_extras::{Column, TableBuilder};
use polars::frame::DataFrame;

const TITLES: [&str; 5] = ["who", "what", "value", "from", "until"];
const WIDTHS: [f32; 5] = [130.0, 76.0, 180.0, 180.0, 180.0];

/// View state.
#[derive(Default)]
pub struct HistoryView {
    found: Work<(u64, SourceId), Vec<Line>>,
    shown: Option<Shown>,
    paging: Paging,
}

/// The lines in words, and what they were made from.
struct Shown {
    key: (u64, SourceId, Language),
    lines: Vec<[String; 5]>,
    /// Both ends with days in figures, for the narrow cells.
    short: Vec<[String; 2]>,
}

/// One value somebody had.
struct Line {
    who: String,
    kind: Kind,
    value: String,
    when: Interval,
}

impl HistoryView {
    /// Draws the values that changed in a source.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, source: &Source, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let snapshots: Vec<Snapshot> = ctx.case.contents().snapshots_of(&source.id).into_iter().cloned().collect();
        if snapshots.is_empty() {
            empty::nothing_here(ui, &words.text("sources-no-state"));
            return;
        }
        ui.add(Label::new(RichText::new(words.text("sources-history-explained")).color(tokens(ui).text_weak)).wrap());
        ui.add_space(4.0);
        let (case, name) = (ctx.case.clone(), source.id.clone());
        let key = (ctx.case.revision(), source.id.clone());
        let found = self.found.ui(ui, words, key, move |progress| {
            progress.stage(Stage::Linking, name.as_str());
            let segments = snapshots.iter().map(|snapshot| case.segments(snapshot.id)).collect::<Result<Vec<_>, _>>()?;
            let found = versions(&choice::dated(&snapshots, &segments), progress)?;
            lines(found, &snapshots, &segments)
        });
        let Some(found) = found else { return };
        if found.is_empty() {
            empty::nothing_here(ui, &words.text("sources-history-none"));
            return;
        }
        let key = (ctx.case.revision(), source.id.clone(), words.language());
        if self.shown.as_ref().is_none_or(|shown| shown.key != key) {
            let short = found.iter().map(|line| [short(line.when.from, false, words), short(line.when.until, true, words)]);
            self.shown = Some(Shown { key, lines: found.iter().map(|line| cells(line, words)).collect(), short: short.collect() });
        }
        let Some(Shown { lines, short, .. }) = &self.shown else { return };
        let header = TITLES.map(|title| words.text(&format!("sources-history-{title}")));
        if ui.button(words.text("sources-copy")).clicked() {
            commands.push(Command::Copy(choice::tsv(&header, lines)));
        }
        ui.add_space(4.0);
        draw(ui, &header, lines, short, &mut self.paging);
    }
}

/// One line per value, with whose it is: as the row says that was seen last.
fn lines(found: Vec<Versions>, snapshots: &[Snapshot], segments: &[Vec<DataFrame>]) -> Result<Vec<Line>, Stop> {
    let last_row = |of_person: &Versions| of_person.values.iter().rev().find_map(|version| version.rows.last().copied());
    let mut wanted: Vec<Vec<u32>> = vec![Vec::new(); snapshots.len()];
    for (state, row) in found.iter().filter_map(last_row) {
        wanted[state as usize].push(row);
    }
    let mut rows = Vec::with_capacity(snapshots.len());
    for ((snapshot, segments), wanted) in snapshots.iter().zip(segments).zip(&mut wanted) {
        wanted.sort_unstable();
        wanted.dedup();
        rows.push(Rows::of(snapshot, segments, wanted)?);
    }
    let mut lines = Vec::new();
    for of_person in found {
        let who = last_row(&of_person).map(|(state, row)| rows[state as usize].who(&snapshots[state as usize], row)).unwrap_or_default();
        let versions = of_person.values.into_iter();
        lines.extend(versions.map(|version| Line { who: who.clone(), kind: of_person.kind, value: version.value, when: version.when }));
    }
    Ok(lines)
}

fn cells(line: &Line, words: &Words) -> [String; 5] {
    let (from, until) = say::cells(&line.when, words);
    let what = match line.kind {
        Kind::Email => "sources-history-email",
        Kind::Phone => "sources-history-phone",
        Kind::Name => "sources-history-name",
        Kind::Address => "sources-history-address",
    };
    let value = if line.value.is_empty() { words.text("sources-changes-blank") } else { line.value.clone() };
    [line.who.clone(), words.text(what), value, from, until]
}

/// An end in figures: a day, or the first and last day it can be. The last day inside stands for the end.
fn short(bound: Bound, is_end: bool, words: &Words) -> String {
    let figures = |day: Day| {
        let day = if is_end { day.yesterday().unwrap_or(day) } else { day };
        kit::short_day(&UncertainDay::exact(day), words.language())
    };
    match (bound.earliest().map(figures), bound.latest().map(figures)) {
        (Some(one), Some(other)) if one == other => one,
        (Some(one), Some(other)) => format!("{one} – {other}"),
        (Some(one), None) => format!("{one} – ?"),
        (None, Some(other)) => format!("? – {other}"),
        (None, None) => words.text("sources-history-unknown"),
    }
}

fn draw(ui: &mut Ui, header: &[String; 5], lines: &[[String; 5]], short: &[[String; 2]], paging: &mut Paging) {
    egui::ScrollArea::horizontal().id_salt("history across").auto_shrink([false, false]).show(ui, |ui| {
        let keys = ui.ctx().clone();
        let mut builder = TableBuilder::new(ui)
            .id_salt("history")
            .striped(true)
            .auto_shrink([false, false])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center));
        for width in WIDTHS {
            builder = builder.column(Column::initial(width).at_least(50.0).resizable(true).clip(true));
        }
        paging
            .scrolled(&keys, builder, lines.len())
            .header(table::HEADER_HEIGHT, |mut row| {
                for title in header {
                    table::plain_header(&mut row, title);
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, lines.len(), |mut row| {
                    let at = row.index();
                    paging.see(at);
                    let (texts, [from, until]) = (&lines[at], &short[at]);
                    for text in &texts[..3] {
                        row.col(|ui| choice::cell(ui, text));
                    }
                    for (text, in_full) in [(from, &texts[3]), (until, &texts[4])] {
                        row.col(|ui| {
                            ui.add(Label::new(text).truncate().selectable(false)).on_hover_text(in_full);
                        });
                    }
                });
            });
    });
}
