//! Long tables by keyboard: page up and down, first and last row. For tables whose rows are read and not chosen.

use egui::{Align, Context, Key};
use egui_extras::TableBuilder;

/// What of a table is in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paging {
    first: usize,
    last: usize,
}

impl Paging {
    /// Scrolls the table if a key asks for it, and begins to note anew what is in view.
    pub fn scrolled<'a>(&mut self, keys: &Context, builder: TableBuilder<'a>, rows: usize) -> TableBuilder<'a> {
        let page = self.last.saturating_sub(self.first).max(1);
        let pressed = |key| keys.input(|input| input.key_pressed(key));
        let end = rows.saturating_sub(1);
        let target = if pressed(Key::PageDown) {
            Some(self.first.saturating_add(page).min(end))
        } else if pressed(Key::PageUp) {
            Some(self.first.saturating_sub(page).min(end))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(end)
        } else {
            None
        };
        *self = Self { first: usize::MAX, last: 0 };
        match target {
            Some(row) => builder.scroll_to_row(row, Some(Align::TOP)),
            None => builder,
        }
    }

    /// A row is in view.
    pub fn see(&mut self, row: usize) {
        self.first = self.first.min(row);
        self.last = self.last.max(row);
    }
}
