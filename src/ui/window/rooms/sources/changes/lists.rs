//! The three lists of a comparison as rows: who came and who went with all their columns, and the values that changed, one a line.

use super::found::Found;
use super::{Kept, field_name, line};
use crate::model::Language;
use crate::ui::window::command::Command;
use crate::ui::window::widgets::list::{CellAt, Cells, Column, Key, Rows};
use crate::ui::window::widgets::table;
use crate::words::{Words, format};
use egui::Ui;
use std::borrow::Cow;
use std::sync::Arc;

/// Rows of one state, with all their columns.
pub struct DiffRows {
    found: Arc<Found>,
    is_added: bool,
    columns: Vec<Column>,
    language: Language,
}

impl DiffRows {
    /// The rows that came, or those that went.
    pub fn new(found: &Arc<Found>, is_added: bool, words: &Words) -> Self {
        let header = if is_added { &found.added.header } else { &found.removed.header };
        let number = Column::new("line", words.text("sources-changes-line"), 64.0).number();
        // Columns of a file are known by their place in it: two can be called the same.
        let columns = header.iter().enumerate().map(|(at, title)| Column::new(format!("raw:{at}"), title.as_str(), 140.0).passing());
        Self { columns: std::iter::once(number).chain(columns).collect(), found: Arc::clone(found), is_added, language: words.language() }
    }

    fn kept(&self) -> &Kept {
        if self.is_added { &self.found.added } else { &self.found.removed }
    }
}

impl Rows for DiffRows {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.kept().len()
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        match column.checked_sub(1) {
            None => format::count(line(self.kept().numbers[row]), self.language).into(),
            Some(column) => self.kept().cell(row, column).into(),
        }
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        match column.checked_sub(1) {
            None => Key::Number(line(self.kept().numbers[row]) as f64),
            Some(column) => match self.kept().cell(row, column) {
                text if text.trim().is_empty() => Key::Missing,
                text => Key::Text(text.into()),
            },
        }
    }

    fn copied(&self, row: usize, column: usize) -> Cow<'_, str> {
        if column == 0 { line(self.kept().numbers[row]).to_string().into() } else { self.text(row, column) }
    }
}

const TITLES: [&str; 5] = ["who", "field", "value-before", "value-after", "kind"];
const WIDTHS: [f32; 5] = [170.0, 130.0, 175.0, 175.0, 90.0];

/// Changed values, one a line, the old beside the new one.
pub struct ValueRows {
    found: Arc<Found>,
    hides_writing: bool,
    columns: Vec<Column>,
    /// What the columns compared are called.
    fields: Vec<String>,
    /// Who stands in each changed row, or its number.
    who: Vec<String>,
    blank: String,
    kinds: [String; 2],
}

impl ValueRows {
    /// All of them, or only those that differ in more than the writing.
    pub fn new(found: &Arc<Found>, hides_writing: bool, words: &Words) -> Self {
        let column = |(id, width): (&'static str, f32)| {
            let column = Column::new(id, words.text(&format!("sources-changes-{id}")), width);
            if matches!(id, "field" | "kind") { column.choice() } else { column }
        };
        let number = |row: u32| words.text_with("sources-changes-row", &crate::args! { "n" => format::count(line(row), words.language()) });
        let who = found.who.iter().zip(&found.diff.changed).map(|(who, changed)| if who.is_empty() { number(changed.after) } else { who.clone() });
        Self {
            columns: TITLES.into_iter().zip(WIDTHS).map(column).collect(),
            fields: found.diff.columns.iter().map(|column| field_name(column.field, &column.name, words)).collect(),
            who: who.collect(),
            blank: words.text("sources-changes-blank"),
            kinds: ["sources-changes-value", "sources-changes-writing"].map(|id| words.text(id)),
            found: Arc::clone(found),
            hides_writing,
        }
    }
}

/// The values shown: index of the row and of the value in it.
fn shown(found: &Found, hides_writing: bool) -> &[(u32, u32)] {
    if hides_writing { &found.real_values } else { &found.values }
}

impl Rows for ValueRows {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        shown(&self.found, self.hides_writing).len()
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let (changed, value) = shown(&self.found, self.hides_writing)[row];
        let value = &self.found.diff.changed[changed as usize].values[value as usize];
        let as_written = |text: &'_ str| text.trim().is_empty();
        match column {
            0 => self.who[changed as usize].as_str().into(),
            1 => self.fields[value.column as usize].as_str().into(),
            2 if as_written(&value.before) => self.blank.as_str().into(),
            2 => value.before.as_str().into(),
            3 if as_written(&value.after) => self.blank.as_str().into(),
            3 => value.after.as_str().into(),
            _ => self.kinds[usize::from(value.is_only_writing)].as_str().into(),
        }
    }
}

/// What is only written differently stands in the quiet colour.
pub struct ValueCells<'a> {
    /// What was found, for the list of values.
    pub found: Option<&'a Found>,
    /// Whether such values are hidden.
    pub hides_writing: bool,
}

impl Cells for ValueCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        let Some(found) = self.found else { return false };
        let (changed, value) = shown(found, self.hides_writing)[at.row];
        let is_quiet = found.diff.changed[changed as usize].values[value as usize].is_only_writing;
        if is_quiet {
            table::weak_cell(ui, &at.text.replace(['\n', '\r'], " "));
        }
        is_quiet
    }
}
