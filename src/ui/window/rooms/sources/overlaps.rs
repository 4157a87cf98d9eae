//! How many people the files share: a table of every file against every other.

use super::profile::share_cell;
use super::work::Work;
use super::{choice, name_of};
use crate::case::Case;
use crate::chart::timeline::Target;
use crate::job::{Progress as _, Stage};
use crate::link::overlaps::{Known, Overlap, Overlaps, People, Roll, Why, overlaps};
use crate::model::{Language, Snapshot, SourceId, SourceKind};
use crate::ui::window::command::Command;
use crate::ui::window::jobs::JobProgress;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::table;
use crate::words::format;
use egui::{Label, RichText, Sense, Ui};
use egui_extras::{Column, TableBuilder};

/// View state.
#[derive(Default)]
pub struct OverlapsView {
    shows_ever: bool,
    found: Work<u64, Overlaps>,
    shown: Option<((u64, bool, Language), Sheet)>,
}

impl OverlapsView {
    /// Draws the matrix; the source clicked on comes back.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, chosen: Option<&SourceId>, commands: &mut Vec<Command>) -> Option<SourceId> {
        let words = ctx.words;
        ui.add(Label::new(RichText::new(words.text("sources-overlaps-what")).color(tokens(ui).text_weak)).wrap());
        ui.add_space(4.0);
        let case = ctx.case.clone();
        let Self { shows_ever, found, shown } = self;
        let found = found.ui(ui, words, ctx.case.revision(), move |progress| compute(&case, progress))?;
        let key = (ctx.case.revision(), *shows_ever, words.language());
        if shown.as_ref().is_none_or(|(of, _)| *of != key) {
            *shown = Some((key, sheet(found, *shows_ever, ctx)));
        }
        let (_, sheet) = shown.as_ref()?;
        ui.horizontal_wrapped(|ui| {
            ui.selectable_value(shows_ever, false, words.text("sources-overlaps-latest")).on_hover_text(words.text("sources-overlaps-latest-hint"));
            ui.selectable_value(shows_ever, true, words.text("sources-overlaps-ever")).on_hover_text(words.text("sources-overlaps-ever-hint"));
            ui.add_space(8.0);
            if ui.button(words.text("sources-copy")).clicked() {
                commands.push(Command::Copy(choice::tsv(&sheet.header, &sheet.rows)));
            }
        });
        ui.add_space(4.0);
        let clicked = draw(ui, sheet, found, chosen).and_then(|at| found.sources.get(at)).cloned();
        if let Some(id) = &clicked {
            commands.push(Command::Select(Selection::Mark(Target::Source(id.clone()))));
        }
        clicked
    }
}

/// Reads one file after the other and keeps only its people.
fn compute(case: &Case, progress: &JobProgress) -> Result<Overlaps, super::work::Stop> {
    let contents = case.contents();
    let mut files = Vec::new();
    for source in &contents.sources {
        progress.stage(Stage::Linking, name_of(source));
        let snapshots: Vec<Snapshot> = contents.snapshots_of(&source.id).into_iter().cloned().collect();
        let known = match source.kind {
            SourceKind::Declared => Known::Not(Why::Declared),
            SourceKind::Sealed => Known::Not(Why::Sealed),
            SourceKind::Held if snapshots.is_empty() => Known::Not(Why::NoState),
            SourceKind::Held => {
                let segments = snapshots.iter().map(|snapshot| case.segments(snapshot.id)).collect::<Result<Vec<_>, _>>()?;
                Known::Held(Roll::of(&choice::dated(&snapshots, &segments), progress)?)
            }
        };
        files.push((source.id.clone(), known));
    }
    Ok(overlaps(&files, progress)?)
}

/// The matrix in words.
struct Sheet {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Of each cell: how much of the row's file it is, in [0, 1].
    shares: Vec<Vec<Option<f64>>>,
}

fn sheet(found: &Overlaps, shows_ever: bool, ctx: &RoomContext<'_>) -> Sheet {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let name = |id: &SourceId| contents.source(id).map_or(id.as_str(), name_of).to_owned();
    let number = |people: People| format::count(if shows_ever { people.ever } else { people.latest }, words.language());
    let mut header = vec![words.text("sources-overlaps-file"), words.text("sources-overlaps-people")];
    header.extend(found.sources.iter().map(name));
    let share = |row: usize, column: usize| {
        let (latest, ever) = found.shares(row, column);
        if shows_ever { ever } else { latest }
    };
    let rows = found.cells.iter().enumerate().map(|(row, cells)| {
        let own = found.own(row).map_or_else(|| "–".to_owned(), number);
        let texts = cells.iter().enumerate().map(|(column, cell)| match cell {
            Overlap::Own(_) => "=".to_owned(),
            Overlap::Shared(people) => match share(row, column) {
                Some(part) => words.text_with(
                    "sources-overlaps-cell",
                    &crate::args! { "count" => number(*people), "share" => format::percent(part, words.language()) },
                ),
                None => number(*people),
            },
            Overlap::Unknown(_) if row == column => "=".to_owned(),
            Overlap::Unknown(why) => words.text(why_id(*why)),
        });
        [name(&found.sources[row]), own].into_iter().chain(texts).collect()
    });
    let shares = (0..found.sources.len()).map(|row| (0..found.sources.len()).map(|column| share(row, column)).collect());
    Sheet { header, rows: rows.collect(), shares: shares.collect() }
}

fn why_id(why: Why) -> &'static str {
    match why {
        Why::Declared => "sources-overlaps-declared",
        Why::Sealed => "sources-overlaps-sealed",
        Why::NoState => "sources-overlaps-no-state",
        Why::NothingInCommon => "sources-overlaps-nothing",
    }
}

/// Draws the table; the file clicked on.
fn draw(ui: &mut Ui, sheet: &Sheet, found: &Overlaps, chosen: Option<&SourceId>) -> Option<usize> {
    let mut clicked = None;
    let files = found.sources.len();
    egui::ScrollArea::horizontal().id_salt("overlaps across").auto_shrink([false, false]).show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("overlaps")
            .striped(true)
            .sense(Sense::CLICK)
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(Column::initial(210.0).at_least(90.0).resizable(true).clip(true))
            .column(Column::initial(84.0).at_least(50.0).resizable(true).clip(true))
            .columns(Column::initial(150.0).at_least(70.0).resizable(true).clip(true), files)
            .header(table::HEADER_HEIGHT, |mut row| {
                table::plain_header(&mut row, &sheet.header[0]);
                table::number_header(&mut row, &sheet.header[1]);
                for (at, title) in sheet.header[2..].iter().enumerate() {
                    row.col(|ui| {
                        ui.spacing_mut().button_padding.x = 0.0;
                        if ui.add(egui::Button::new(table::header_text(ui, title)).frame(false).truncate()).on_hover_text(title).clicked() {
                            clicked = Some(at);
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, sheet.rows.len(), |mut row| {
                    let at = row.index();
                    let cells = &sheet.rows[at];
                    let is_chosen = chosen == Some(&found.sources[at]);
                    row.set_selected(is_chosen);
                    let mut is_clicked = false;
                    row.col(|ui| is_clicked |= table::row_name(ui, is_chosen, &cells[0]));
                    row.col(|ui| table::number_cell(ui, &cells[1]));
                    for (column, text) in cells[2..].iter().enumerate() {
                        row.col(|ui| match (&found.cells[at][column], sheet.shares[at][column]) {
                            (Overlap::Shared(_), share) => share_cell(ui, text, share),
                            _ => table::weak_cell(ui, text),
                        });
                    }
                    if is_clicked || row.response().clicked() {
                        clicked = Some(at);
                    }
                });
            });
    });
    clicked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn every_reason_is_said_in_both_languages() {
        for language in [Language::Fr, Language::En] {
            let words = Words::new(language);
            for why in [Why::Declared, Why::Sealed, Why::NoState, Why::NothingInCommon] {
                assert!(words.has(why_id(why)), "{why:?}");
            }
        }
    }
}
