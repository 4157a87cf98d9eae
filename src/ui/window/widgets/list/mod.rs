//! The one list of the window: rows by the million, sorted by several columns, filtered, counted, copied and exported; columns that are chosen and sized.
//!
//! A room hands in [`Rows`], which are read by number and only where they are in view, and draws itself what is more than text ([`Cells`]). Filtering,
//! sorting and counting are `arrange`'s work, once per change and away from the window when there are many rows. What is remembered of a list without
//! naming anybody (widths, columns, order) is a [`Layout`] of the settings; views with their filters are saved in the case.

mod arrange;
mod bar;
mod body;
mod contract;
mod desk;
mod facets;
mod frequency;
mod header;
mod marked;
mod marks;
mod scroll;
mod share;
#[cfg(test)]
mod tests;
mod texts;
mod views;
mod widths;

pub use contract::{CellAt, Cells, Column, Key, Kind, Plain, Rows, Spec};
pub use desk::{Layout, ListDesk};
pub use texts::{TextCell, TextRows};

use crate::model::{ListView, Pick, SortedBy, Thing};
use crate::normalise::fold;
use crate::ui::window::command::{Command, ListAsk};
use crate::ui::window::room::RoomContext;
use arrange::{Arranged, Arranger, Asked, Wanted};
use egui::{Id, Ui};
use frequency::Frequency;
use marked::Marked;
use marks::Marks;
use scroll::Scroll;
use share::Sharing;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Rows with what they were made from, as a room keeps them: once as what they are, once as rows.
pub type Made<K, R> = Option<(K, Arc<R>, Arc<dyn Rows>)>;

/// How a list is looked at: what it keeps from frame to frame.
#[derive(Default)]
pub struct List {
    layout: Layout,
    has_layout: bool,
    filter: String,
    picks: Vec<Pick>,
    marked: Marked,
    arranger: Arranger,
    marks: Marks,
    scroll: Scroll,
    /// The row that was selected in the last frame: one selected elsewhere comes into view.
    selected_before: Option<usize>,
    /// A row to be brought into view.
    to_show: Option<u32>,
    frequency: Option<Box<Frequency>>,
    sharing: Sharing,
    /// Name typed for a view.
    new_name: String,
    wants_filter: bool,
}

impl List {
    /// Draws the list with the bar above it, which begins with what `lead` draws. Says which row was opened.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        ctx: &RoomContext<'_>,
        spec: &Spec<'_>,
        lead: impl FnOnce(&mut Ui, &mut Vec<Command>),
        cells: &mut dyn Cells,
        commands: &mut Vec<Command>,
    ) -> Option<usize> {
        let id = ui.scope_id().with(("list", spec.id));
        self.tend(ui, ctx, spec, id, commands);
        self.marked.tend(spec.rows, ctx);
        self.bar(ui, ctx, spec, lead, commands);
        ui.add_space(4.0);
        let opened = self.table(ui, ctx, spec, id, cells, commands);
        self.frequencies(ui, ctx, spec, commands);
        if self.marks.is_news() && !spec.rows.is_empty() {
            // One alone is what is selected.
            let rows = self.marks.rows().filter(|_| self.marks.count() > 1);
            let picked: Vec<Thing> = rows.filter_map(|row| spec.rows.thing(row as usize)).collect();
            if *picked != *ctx.picked {
                commands.push(Command::Pick(picked));
            }
        }
        opened
    }

    fn tend(&mut self, ui: &Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, id: Id, commands: &mut Vec<Command>) {
        if !self.has_layout {
            self.layout = ctx.lists.layout(spec.id);
            self.has_layout = true;
        }
        let had_rows = self.arranger.question().is_some_and(|(prepared, _)| Arc::ptr_eq(&prepared.rows, spec.rows));
        if !had_rows {
            // Numbers of rows mean others now; what was chosen stays so.
            let picked: BTreeSet<&Thing> = ctx.picked.iter().collect();
            let is_picked = |row: &u32| spec.rows.thing(*row as usize).is_some_and(|thing| picked.contains(&thing));
            self.marks = if picked.is_empty() { Marks::default() } else { Marks::known((0..spec.rows.len() as u32).filter(is_picked)) };
        }
        let wanted = self.wanted(spec);
        self.arranger.tend(ui.ctx(), spec.rows, wanted);
        self.sharing.tend(ctx, commands);
        if let Some(ask) = ctx.lists.asked(id) {
            self.answer(ui, ctx, spec, ask, commands);
        }
        if self.selected_before != spec.selected {
            self.selected_before = spec.selected;
            self.to_show = spec.selected.map(|row| row as u32);
        }
    }

    fn answer(&mut self, ui: &Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, ask: ListAsk, commands: &mut Vec<Command>) {
        match ask {
            ListAsk::Copy | ListAsk::Csv | ListAsk::Xlsx => self.share(ui, ctx, spec, ask, commands),
            ListAsk::MarkAll => {
                if let Some(arranged) = self.arranger.arranged() {
                    self.marks.all(&arranged.order);
                }
            }
            ListAsk::Filter => self.wants_filter = true,
            ListAsk::Clear => self.clear(),
            ListAsk::Frequencies => {
                let columns = spec.rows.columns();
                let sorted = self.layout.sort.first().and_then(|sort| columns.iter().position(|column| column.id == sort.column.as_str()));
                if let Some(column) = sorted.or_else(|| self.shown_columns(spec.rows.as_ref()).first().copied()) {
                    self.frequency = Some(Box::new(Frequency::new(column)));
                }
            }
        }
    }

    fn clear(&mut self) {
        self.marked.clear();
        self.filter.clear();
        self.picks.clear();
    }

    /// What is asked for, by the numbers of the columns there are. What names a column that is not there asks for nothing.
    fn wanted(&self, spec: &Spec<'_>) -> Wanted {
        let rows = spec.rows.as_ref();
        let number = |id: &str| rows.columns().iter().position(|column| column.id == id);
        let sort = self.layout.sort.iter().filter_map(|sort| Some((number(&sort.column)?, sort.is_descending)));
        let sort = sort.filter(|&(at, _)| rows.columns()[at].sorts);
        let asked = self.picks.iter().filter_map(|pick| {
            let set = |values: &[String]| values.iter().cloned().collect();
            Some(Asked { column: number(&pick.column)?, included: set(&pick.included), excluded: set(&pick.excluded) })
        });
        let mut sort: Vec<(usize, bool)> = sort.collect();
        if sort.is_empty() {
            sort.extend(spec.natural.map(|column| (column, false)));
        }
        Wanted { sort, asked: asked.collect(), filter: fold(&self.filter), counted: arrange::facets(rows), among: self.marked.kept() }
    }

    fn is_shown(&self, column: &Column) -> bool {
        self.layout.shown.get(&*column.id).copied().unwrap_or(column.is_shown)
    }

    /// Numbers of the columns shown: never none.
    fn shown_columns(&self, rows: &dyn Rows) -> Vec<usize> {
        let columns = rows.columns();
        let shown: Vec<usize> = (0..columns.len()).filter(|&at| self.is_shown(&columns[at])).collect();
        if shown.is_empty() { (0..columns.len().min(1)).collect() } else { shown }
    }

    fn width(&self, column: &Column) -> f32 {
        self.layout.widths.get(&*column.id).copied().unwrap_or(column.width)
    }

    fn pick(&mut self, column: &str) -> &mut Pick {
        let at = self.picks.iter().position(|pick| pick.column == column).unwrap_or_else(|| {
            self.picks.push(Pick { column: column.to_owned(), ..Pick::default() });
            self.picks.len() - 1
        });
        &mut self.picks[at]
    }

    /// Includes a value or leaves it out; a second time lets go of it.
    fn toggle(&mut self, column: &str, value: &str, is_exclusion: bool) {
        let pick = self.pick(column);
        let (to, from) = if is_exclusion { (&mut pick.excluded, &mut pick.included) } else { (&mut pick.included, &mut pick.excluded) };
        from.retain(|known| known != value);
        match to.iter().position(|known| known == value) {
            Some(at) => drop(to.remove(at)),
            None => to.push(value.to_owned()),
        }
        self.picks.retain(|pick| !pick.included.is_empty() || !pick.excluded.is_empty());
    }

    /// Sorts by a column, or turns it round; `is_added` keeps what it is sorted by already.
    fn sort(&mut self, column: &str, is_added: bool) {
        let at = self.layout.sort.iter().position(|sort| sort.column == column);
        match at {
            Some(at) if is_added || self.layout.sort.len() == 1 => {
                let sort = &mut self.layout.sort[at];
                sort.is_descending = !sort.is_descending;
            }
            _ => {
                if !is_added {
                    self.layout.sort.clear();
                }
                self.layout.sort.push(SortedBy { column: column.to_owned(), is_descending: false });
            }
        }
        self.scroll.home();
    }

    /// Remembers widths, columns and order; those of one case or file for as long as the window is open.
    fn keep(&self, ctx: &RoomContext<'_>, spec: &Spec<'_>) {
        let is_kept = |id: &str| spec.rows.columns().iter().any(|column| column.id == id && column.is_kept);
        let mut layout = self.layout.clone();
        layout.widths.retain(|id, _| is_kept(id));
        layout.shown.retain(|id, _| is_kept(id));
        layout.sort.retain(|sort| is_kept(&sort.column));
        ctx.lists.keep(spec.id, layout);
    }

    /// How it is looked at now, to be saved.
    fn view(&self, rows: &dyn Rows) -> ListView {
        let columns = self.shown_columns(rows).into_iter().map(|at| rows.columns()[at].id.to_string());
        ListView { columns: columns.collect(), sort: self.layout.sort.clone(), filter: self.filter.clone(), picks: self.picks.clone() }
    }

    /// Looks at it as it was saved.
    fn look(&mut self, view: &ListView, rows: &dyn Rows) {
        for column in rows.columns() {
            self.layout.shown.insert(column.id.to_string(), view.columns.iter().any(|id| *id == column.id));
        }
        self.layout.sort.clone_from(&view.sort);
        self.filter.clone_from(&view.filter);
        self.picks.clone_from(&view.picks);
        self.scroll.home();
    }

    fn arranged(&self) -> Option<Arc<Arranged>> {
        self.arranger.arranged()
    }
}
