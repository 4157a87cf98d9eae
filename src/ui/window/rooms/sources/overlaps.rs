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
use crate::ui::window::widgets::list::{CellAt, Cells, Column, List, Made, Spec, TextCell, TextRows};
use crate::ui::window::widgets::table;
use crate::words::format;
use egui::{Label, RichText, Ui};
use std::sync::Arc;

/// View state.
#[derive(Default)]
pub struct OverlapsView {
    shows_ever: bool,
    found: Work<u64, Overlaps>,
    shown: Made<(u64, bool, Language), TextRows>,
    list: List,
}

impl OverlapsView {
    /// Draws the matrix; the source clicked on comes back.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, chosen: Option<&SourceId>, commands: &mut Vec<Command>) -> Option<SourceId> {
        let words = ctx.words;
        ui.add(Label::new(RichText::new(words.text("sources-overlaps-what")).color(tokens(ui).text_weak)).wrap());
        ui.add_space(4.0);
        let case = ctx.case.clone();
        let Self { shows_ever, found, shown, list } = self;
        let found = found.ui(ui, words, ctx.case.revision(), move |progress| compute(&case, progress))?;
        let key = (ctx.case.revision(), *shows_ever, words.language());
        if shown.as_ref().is_none_or(|(of, ..)| *of != key) {
            let texts = Arc::new(texts(found, *shows_ever, ctx));
            *shown = Some((key, Arc::clone(&texts), texts));
        }
        let (_, texts, rows) = shown.as_ref()?;
        let selected = chosen.and_then(|id| found.sources.iter().position(|source| source == id));
        let spec = Spec::new("overlaps", words.text("sources-tab-overlaps"), rows).selecting(selected);
        let mut cells = SharedCells { texts, found, shows_ever: *shows_ever };
        let lead = |ui: &mut Ui, _: &mut Vec<Command>| {
            ui.selectable_value(shows_ever, false, words.text("sources-overlaps-latest")).on_hover_text(words.text("sources-overlaps-latest-hint"));
            ui.selectable_value(shows_ever, true, words.text("sources-overlaps-ever")).on_hover_text(words.text("sources-overlaps-ever-hint"));
        };
        let clicked = list.show(ui, ctx, &spec, lead, &mut cells, commands).and_then(|at| found.sources.get(at)).cloned();
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

/// The matrix in words. Beside the people of the file itself, each cell says how many are in another and how much of the row's file that is.
fn texts(found: &Overlaps, shows_ever: bool, ctx: &RoomContext<'_>) -> TextRows {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let name = |id: &SourceId| contents.source(id).map_or(id.as_str(), name_of).to_owned();
    let people = |people: People| if shows_ever { people.ever } else { people.latest };
    let number = |count: People| format::count(people(count), words.language());
    let mut columns = vec![
        Column::new("file", words.text("sources-overlaps-file"), 210.0),
        Column::new("people", words.text("sources-overlaps-people"), 84.0).number(),
    ];
    columns.extend(found.sources.iter().map(|id| Column::new(format!("with:{id}"), name(id), 150.0).passing()));
    let share = |row: usize, column: usize| {
        let (latest, ever) = found.shares(row, column);
        if shows_ever { ever } else { latest }
    };
    let rows = found.cells.iter().enumerate().map(|(row, cells)| {
        let own = found.own(row);
        let own_text = own.map_or_else(|| "–".to_owned(), number);
        let itself = || TextCell { copied: Some(own_text.clone()), ..TextCell::missing("=") };
        let texts = cells.iter().enumerate().map(|(column, cell)| match cell {
            Overlap::Own(_) => itself(),
            Overlap::Shared(shared) => {
                let text = match share(row, column) {
                    Some(part) => words.text_with(
                        "sources-overlaps-cell",
                        &crate::args! { "count" => number(*shared), "share" => format::percent(part, words.language()) },
                    ),
                    None => number(*shared),
                };
                TextCell::number(text, Some(people(*shared) as f64))
            }
            Overlap::Unknown(_) if row == column => itself(),
            Overlap::Unknown(why) => TextCell::missing(words.text(why_id(*why))),
        });
        [TextCell::new(name(&found.sources[row])), TextCell::number(own_text.clone(), own.map(|own| people(own) as f64))]
            .into_iter()
            .chain(texts)
            .collect()
    });
    TextRows::new(columns, rows.collect())
}

/// What is shared has a bar as long as its share; what cannot be known stands in the quiet colour.
struct SharedCells<'a> {
    texts: &'a TextRows,
    found: &'a Overlaps,
    shows_ever: bool,
}

impl Cells for SharedCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        let Some(column) = at.column.checked_sub(2) else { return false };
        if self.texts.cell(at.row, at.column).is_missing {
            table::weak_cell(ui, at.text);
        } else {
            let (latest, ever) = self.found.shares(at.row, column);
            share_cell(ui, at.text, if self.shows_ever { ever } else { latest });
        }
        true
    }
}

fn why_id(why: Why) -> &'static str {
    match why {
        Why::Declared => "sources-overlaps-declared",
        Why::Sealed => "sources-overlaps-sealed",
        Why::NoState => "sources-overlaps-no-state",
        Why::NothingInCommon => "sources-overlaps-nothing",
    }
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
