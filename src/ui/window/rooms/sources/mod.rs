//! Sources: the register of candidate files and their dated states, the people they share, what is in their columns, and what changed from state to state.
//!
//! Fields are edited in place; each one left after a change is one step of the history. Comparisons are made in the background, see `work`.

mod changes;
mod choice;
mod history;
mod overlaps;
mod profile;
mod register;
mod snapshots;
pub(in crate::ui::window) mod work;

use crate::case::{Edit, Record};
use crate::chart::timeline::Target;
use crate::model::{ImportKind, Source, SourceId, Thing};
use crate::normalise::Collation;
use crate::ui::window::command::{Command, about};
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::widgets::empty;
use crate::ui::window::widgets::list::{Cells, Column, List, Rows, Spec, TextCell, TextRows};
use crate::ui::window::widgets::stamp::Stamp;
use crate::words::{Words, format};
use std::sync::Arc;

/// What the room shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Register,
    Overlaps,
    Profile,
    Changes,
    History,
}

/// The room.
#[derive(Default)]
pub struct SourcesRoom {
    tab: Tab,
    overlaps: overlaps::OverlapsView,
    profile: profile::ProfileView,
    changes: changes::ChangesView,
    history: history::HistoryView,
    list: List,
    rows: Option<(Stamp, Arc<dyn Rows>)>,
    chosen: Option<SourceId>,
    /// What was selected in the last frame: a source selected elsewhere is shown here.
    selected_before: Option<Selection>,
}

impl RoomView for SourcesRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let contents = ctx.case.contents();
        if contents.sources.is_empty() {
            let (title, advice) = (words.text("rooms-sources-empty"), words.text("rooms-sources-empty-next"));
            let add = words.text("rooms-sources-add");
            empty::empty_state(ui, &title, &advice, Some((&add, Command::AddFiles(Some(ImportKind::Source)))), commands);
            return;
        }
        self.follow_selection(ctx);
        let is_there = self.chosen.as_ref().is_some_and(|id| contents.source(id).is_some());
        if !is_there {
            self.chosen = contents.sources.first().map(|source| source.id.clone());
        }
        ui.horizontal_wrapped(|ui| {
            for (tab, word) in [
                (Tab::Register, "sources-tab-register"),
                (Tab::Overlaps, "sources-tab-overlaps"),
                (Tab::Profile, "sources-tab-profile"),
                (Tab::Changes, "sources-tab-changes"),
                (Tab::History, "sources-tab-history"),
            ] {
                ui.selectable_value(&mut self.tab, tab, words.text(word));
            }
        });
        ui.separator();
        match self.tab {
            Tab::Register => self.register(ui, ctx, commands),
            Tab::Overlaps => {
                if let Some(id) = self.overlaps.ui(ui, ctx, self.chosen.as_ref(), commands) {
                    self.chosen = Some(id);
                }
            }
            Tab::Profile | Tab::Changes | Tab::History => self.of_one(ui, ctx, commands),
        }
    }
}

impl SourcesRoom {
    /// The list of sources with the fields and states of the chosen one.
    fn register(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let contents = ctx.case.contents();
        egui::ScrollArea::vertical().id_salt("sources").auto_shrink([false, false]).show(ui, |ui| {
            self.list(ui, ctx, commands);
            ui.add_space(12.0);
            if let Some(source) = self.chosen.as_ref().and_then(|id| contents.source(id)) {
                register::form(ui, ctx, source, commands);
                ui.add_space(12.0);
                snapshots::list(ui, ctx, source, commands);
            }
        });
    }

    /// What is inside the chosen source.
    fn of_one(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let contents = ctx.case.contents();
        let Some(source) = self.chosen.as_ref().and_then(|id| contents.source(id)) else { return };
        if let Some(id) = ui.horizontal_wrapped(|ui| choice::source(ui, contents, source, ctx.words)).inner {
            commands.push(Command::Select(Selection::Mark(Target::Source(id.clone()))));
            self.chosen = Some(id);
        }
        ui.add_space(2.0);
        if source.seal.is_some() {
            let word = match self.tab {
                Tab::Profile => "sealed-cannot-profile",
                Tab::Changes => "sealed-cannot-changes",
                _ => "sealed-cannot-history",
            };
            return empty::nothing_here(ui, &ctx.words.text(word));
        }
        match self.tab {
            Tab::Profile => self.profile.ui(ui, ctx, source, commands),
            Tab::Changes => self.changes.ui(ui, ctx, source, commands),
            _ => self.history.ui(ui, ctx, source, commands),
        }
    }

    fn follow_selection(&mut self, ctx: &RoomContext<'_>) {
        if ctx.selection == self.selected_before.as_ref() {
            return;
        }
        self.selected_before = ctx.selection.cloned();
        let source = match ctx.selection {
            Some(Selection::Mark(Target::Source(id))) => Some(id.clone()),
            Some(Selection::Mark(Target::Snapshot(id)) | Selection::Row(id, _)) => {
                self.profile.choose(*id);
                ctx.case.contents().snapshots.iter().find(|snapshot| snapshot.id == *id).map(|snapshot| snapshot.source.clone())
            }
            _ => None,
        };
        if source.is_some() {
            self.chosen = source;
        }
    }

    fn list(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let sources = by_name(&ctx.case.contents().sources);
        let Self { list, rows, chosen, .. } = self;
        if rows.as_ref().is_none_or(|(stamp, _)| !stamp.holds(ctx)) {
            *rows = Some((Stamp::of(ctx), Arc::new(summaries(ctx))));
        }
        let Some((_, rows)) = rows else { return };
        let selected = chosen.as_ref().and_then(|id| sources.iter().position(|source| source.id == *id));
        let spec = Spec { fits: true, ..Spec::new("sources", ctx.words.text("window-room-sources"), rows).selecting(selected) };
        if let Some(row) = list.show(ui, ctx, &spec, |_, _| {}, &mut SourceCells { sources: &sources }, commands) {
            let id = sources[row].id.clone();
            *chosen = Some(id.clone());
            commands.push(Command::Select(Selection::Mark(Target::Source(id))));
        }
    }
}

/// The sources in the order of their names.
fn by_name(sources: &[Source]) -> Vec<&Source> {
    let collation = Collation::new();
    let mut sorted: Vec<&Source> = sources.iter().collect();
    sorted.sort_by(|a, b| collation.compare(name_of(a), name_of(b)).then_with(|| a.id.cmp(&b.id)));
    sorted
}

/// One line per source, by name.
fn summaries(ctx: &RoomContext<'_>) -> TextRows {
    let words = ctx.words;
    let columns = [("name", 200.0), ("controller", 170.0), ("kind", 80.0), ("size", 96.0), ("states", 96.0), ("captured", 96.0), ("exclusive", 96.0)];
    let columns = columns.map(|(id, width)| {
        let column = Column::new(id, words.text(&format!("rooms-sources-{id}")), width);
        match id {
            "name" | "controller" => column,
            "kind" => column.choice(),
            _ => column.number(),
        }
    });
    let row = |source: &Source| {
        let snapshots = ctx.case.contents().snapshots_of(&source.id);
        let newest = snapshots.iter().rev().find(|snapshot| snapshot.as_of.is_some()).or(snapshots.last());
        let scores = ctx.analysis.into_iter().flat_map(|analysis| &analysis.campaigns).flat_map(|campaign| &campaign.attribution.candidates);
        let scores: Vec<_> = scores.filter(|score| score.id == source.id).collect();
        let sum =
            |of: fn(&crate::attribute::CandidateScore) -> usize| (!scores.is_empty()).then(|| scores.iter().map(|score| of(score) as u64).sum());
        let number = |number: Option<u64>| {
            let text = number.map_or_else(|| "–".to_owned(), |number| format::count(number, words.language()));
            TextCell::number(text, number.map(|number| number as f64))
        };
        vec![
            TextCell::new(name_of(source)),
            TextCell::new(source.controller.as_str()),
            TextCell::new(kind_text(source, words)),
            number(newest.map(|snapshot| snapshot.rows).or(source.size)),
            number(Some(snapshots.len() as u64)),
            number(sum(|score| score.captured)),
            number(sum(|score| score.exclusive)),
        ]
    };
    let sources = by_name(&ctx.case.contents().sources);
    let things = sources.iter().map(|source| Thing::Source(source.id.clone())).collect();
    TextRows::new(columns.into(), sources.into_iter().map(row).collect()).of_things(things)
}

struct SourceCells<'a> {
    sources: &'a [&'a Source],
}

impl Cells for SourceCells<'_> {
    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        about::source(&self.sources[row].id)
    }
}

/// The full name, or the id if it has none.
fn name_of(source: &Source) -> &str {
    if source.name.is_empty() { source.id.as_str() } else { &source.name }
}

fn kind_text(source: &Source, words: &Words) -> String {
    use crate::model::SourceKind;
    words.text(match source.kind {
        SourceKind::Held => "rooms-sources-held",
        SourceKind::Declared => "rooms-sources-declared",
        SourceKind::Sealed => "rooms-sources-sealed",
    })
}

/// The command that writes a changed source.
fn put(source: Source) -> Command {
    Command::Edit(Edit::Put { record: Box::new(Record::Source(source)) })
}
