//! Sources: the register of candidate files and their dated states, the people they share, what is in their columns, and what changed from state to state.
//!
//! Fields are edited in place; each one left after a change is one step of the history. Comparisons are made in the background, see `work`.

mod changes;
mod choice;
mod history;
mod overlaps;
mod paging;
mod profile;
mod register;
mod snapshots;
mod work;

use crate::case::{Edit, Record};
use crate::chart::timeline::Target;
use crate::model::{ImportKind, Source, SourceId, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::notes::{pick, signs};
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::widgets::empty;
use crate::ui::window::widgets::table::{self, Sort};
use crate::words::{Words, format};
use egui::Sense;
use egui_extras::{Column, TableBuilder};

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
    sort: Sort,
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
            Some(Selection::Mark(Target::Snapshot(id))) => {
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
        let words = ctx.words;
        let mut rows: Vec<Summary<'_>> = ctx.case.contents().sources.iter().map(|source| Summary::of(source, ctx)).collect();
        let Self { sort, chosen, .. } = self;
        rows.sort_by(|a, b| {
            let order = a.compare(b, sort.column);
            if sort.is_descending { order.reverse() } else { order }
        });
        let titles = ["name", "controller", "kind", "size", "states", "captured", "exclusive"];
        TableBuilder::new(ui)
            .id_salt("sources-list")
            .striped(true)
            .sense(Sense::CLICK)
            .vscroll(false)
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(Column::initial(200.0).at_least(90.0).resizable(true).clip(true))
            .column(Column::initial(170.0).at_least(70.0).resizable(true).clip(true))
            .column(Column::initial(80.0).at_least(50.0).resizable(true).clip(true))
            .columns(Column::initial(96.0).at_least(50.0).resizable(true).clip(true), 4)
            .column(Column::remainder())
            .header(table::HEADER_HEIGHT, |mut row| {
                for (column, title) in titles.into_iter().enumerate() {
                    table::sort_header(&mut row, &words.text(&format!("rooms-sources-{title}")), column, sort);
                }
                row.col(|_| {});
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, rows.len(), |mut row| {
                    let summary = &rows[row.index()];
                    let source = summary.source;
                    let is_chosen = chosen.as_ref() == Some(&source.id);
                    let thing = Thing::Source(source.id.clone());
                    row.set_selected(is_chosen || ctx.picked.contains(&thing));
                    let mut is_clicked = false;
                    row.col(|ui| {
                        signs::cell_star(ui, &thing, ctx.marks, words);
                        signs::cell_tags(ui, &thing, ctx.marks, words);
                        is_clicked |= table::row_name(ui, is_chosen, name_of(source));
                    });
                    row.col(|ui| table::text_cell(ui, &source.controller));
                    row.col(|ui| table::text_cell(ui, &kind_text(source, words)));
                    row.col(|ui| table::text_cell(ui, &summary.size.map_or_else(|| "–".to_owned(), |n| format::count(n, words.language()))));
                    row.col(|ui| table::text_cell(ui, &format::count(summary.states as u64, words.language())));
                    for number in [summary.captured, summary.exclusive] {
                        row.col(|ui| {
                            table::text_cell(ui, &number.map_or_else(|| "–".to_owned(), |n| format::count(n as u64, words.language())));
                        });
                    }
                    row.col(|_| {});
                    if is_clicked || row.response().clicked() {
                        *chosen = Some(source.id.clone());
                    }
                    pick::clicked(&row.response(), is_clicked, Selection::Mark(Target::Source(source.id.clone())), ctx, commands);
                    ctx.offer().context_menu(&row.response(), || about::source(&source.id), commands);
                });
            });
    }
}

/// One line of the list. There are a handful of sources, so it is made as it is drawn.
struct Summary<'a> {
    source: &'a Source,
    size: Option<u64>,
    states: usize,
    captured: Option<usize>,
    exclusive: Option<usize>,
}

impl<'a> Summary<'a> {
    fn of(source: &'a Source, ctx: &RoomContext<'_>) -> Self {
        let snapshots = ctx.case.contents().snapshots_of(&source.id);
        let newest = snapshots.iter().rev().find(|snapshot| snapshot.as_of.is_some()).or(snapshots.last());
        let scores = ctx.analysis.into_iter().flat_map(|analysis| &analysis.campaigns).flat_map(|campaign| &campaign.attribution.candidates);
        let scores: Vec<_> = scores.filter(|score| score.id == source.id).collect();
        let sum =
            |number: fn(&crate::attribute::CandidateScore) -> usize| (!scores.is_empty()).then(|| scores.iter().map(|score| number(score)).sum());
        Self {
            source,
            size: newest.map(|snapshot| snapshot.rows).or(source.size),
            states: snapshots.len(),
            captured: sum(|score| score.captured),
            exclusive: sum(|score| score.exclusive),
        }
    }

    fn compare(&self, other: &Self, column: usize) -> std::cmp::Ordering {
        use crate::normalise::fold;
        let by_name = || fold(name_of(self.source)).cmp(&fold(name_of(other.source)));
        let order = match column {
            1 => fold(&self.source.controller).cmp(&fold(&other.source.controller)),
            2 => (self.source.kind as u8).cmp(&(other.source.kind as u8)),
            3 => other.size.cmp(&self.size),
            4 => other.states.cmp(&self.states),
            5 => other.captured.cmp(&self.captured),
            6 => other.exclusive.cmp(&self.exclusive),
            _ => by_name(),
        };
        order.then_with(by_name).then_with(|| self.source.id.cmp(&other.source.id))
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
