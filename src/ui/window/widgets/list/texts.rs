//! Rows that are made whole beforehand: for lists that are short or whose texts have been worked out anyway.

use super::contract::{Column, Key, Rows};
use crate::model::Thing;
use std::borrow::Cow;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextCell {
    /// As it is shown.
    pub text: String,
    /// What it is sorted by, if not by its text.
    pub number: Option<f64>,
    /// As it is copied, if not as it is shown.
    pub copied: Option<String>,
    /// Whether it only says that nothing is known.
    pub is_missing: bool,
}

impl TextCell {
    /// A text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A text that stands for a number.
    pub fn number(text: impl Into<String>, number: Option<f64>) -> Self {
        Self { text: text.into(), number, is_missing: number.is_none(), ..Self::default() }
    }

    /// A text that says that nothing is known.
    pub fn missing(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_missing: true, ..Self::default() }
    }
}

/// See the module.
pub struct TextRows {
    columns: Vec<Column>,
    cells: Vec<Vec<TextCell>>,
    /// What each row is; shorter where the rest are nothing of the case.
    things: Vec<Thing>,
    /// Whether the last row stays last.
    has_last: bool,
}

impl TextRows {
    /// Rows as long as there are columns.
    pub fn new(columns: Vec<Column>, cells: Vec<Vec<TextCell>>) -> Self {
        Self { columns, cells, things: Vec::new(), has_last: false }
    }

    /// Says what the rows are, from the first on.
    #[must_use]
    pub fn of_things(self, things: Vec<Thing>) -> Self {
        Self { things, ..self }
    }

    /// The last row stays last, however the others are sorted.
    #[must_use]
    pub fn with_last(self, has_last: bool) -> Self {
        Self { has_last, ..self }
    }

    /// One cell.
    pub fn cell(&self, row: usize, column: usize) -> &TextCell {
        &self.cells[row][column]
    }
}

impl Rows for TextRows {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.cells.len()
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        self.cell(row, column).text.as_str().into()
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        let cell = self.cell(row, column);
        match cell.number {
            Some(number) => Key::Number(number),
            None if cell.is_missing || cell.text.is_empty() => Key::Missing,
            None => Key::Text(cell.text.as_str().into()),
        }
    }

    fn copied(&self, row: usize, column: usize) -> Cow<'_, str> {
        let cell = self.cell(row, column);
        cell.copied.as_deref().unwrap_or(&cell.text).into()
    }

    fn thing(&self, row: usize) -> Option<Thing> {
        self.things.get(row).cloned()
    }

    fn is_last(&self, row: usize) -> bool {
        self.has_last && row + 1 == self.cells.len()
    }
}
