//! The filter of a list by star, tags and notes. Not part of a saved view: what is starred changes from day to day.

use super::contract::Rows;
use crate::ui::window::notes::filter::MarkFilter;
use crate::ui::window::room::RoomContext;
use egui::Ui;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is asked, and which rows it lets through.
#[derive(Default)]
pub struct Marked {
    filter: MarkFilter,
    found: Option<Found>,
}

/// Rows that were looked through.
struct Found {
    filter: MarkFilter,
    rows: Arc<dyn Rows>,
    kept: Arc<BTreeSet<u32>>,
}

impl Marked {
    /// Looks which rows are kept, if rows or filter are others than before. Rows are made anew with the case, so stars and tags are those of now.
    pub fn tend(&mut self, rows: &Arc<dyn Rows>, ctx: &RoomContext<'_>) {
        if !self.filter.is_on() {
            self.found = None;
            return;
        }
        if self.found.as_ref().is_some_and(|found| found.filter == self.filter && Arc::ptr_eq(&found.rows, rows)) {
            return;
        }
        let is_kept = |row: &u32| rows.thing(*row as usize).is_some_and(|thing| self.filter.keeps(&thing, ctx.marks));
        let kept = Arc::new((0..rows.len() as u32).filter(is_kept).collect());
        self.found = Some(Found { filter: self.filter.clone(), rows: Arc::clone(rows), kept });
    }

    /// Numbers of the rows kept; `None` where nothing is asked.
    pub fn kept(&self) -> Option<Arc<BTreeSet<u32>>> {
        self.found.as_ref().map(|found| Arc::clone(&found.kept))
    }

    /// Asks for nothing.
    pub fn clear(&mut self) {
        self.filter = MarkFilter::default();
    }

    /// The choices, where rows are things that can be starred.
    pub fn ui(&mut self, ui: &mut Ui, rows: &dyn Rows, ctx: &RoomContext<'_>) {
        if !rows.is_empty() && rows.thing(0).is_some() {
            self.filter.ui(ui, ctx.marks, ctx.words);
        }
    }
}
