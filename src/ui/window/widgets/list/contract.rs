//! What a list is given: columns, rows that are read by number, and how some of their cells are drawn.

use crate::model::Thing;
use crate::ui::window::command::Command;
use crate::ui::window::theme;
use std::borrow::Cow;
use std::sync::Arc;

/// What is in a column: decides how it is aligned and whether it can be chosen by its values from the bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    #[default]
    Text,
    Number,
    Day,
    Choice,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Column {
    /// What it is known by in settings and saved views.
    pub id: Cow<'static, str>,
    /// Its title.
    pub title: String,
    /// A line above the title, where titles have two.
    pub above: String,
    /// What is said on hover beside the title.
    pub hint: String,
    /// Width as long as nobody has chosen another, in points.
    pub width: f32,
    /// What is in it.
    pub kind: Kind,
    /// Whether it is shown as long as nobody has chosen.
    pub is_shown: bool,
    /// Whether it takes the room that is left.
    pub grows: bool,
    /// Whether rows can be put in its order: what would rank people cannot.
    pub sorts: bool,
    /// Whether its width is worth remembering: the columns of one file or of one case are not.
    pub is_kept: bool,
}

impl Column {
    /// A column of texts.
    pub fn new(id: impl Into<Cow<'static, str>>, title: impl Into<String>, width: f32) -> Self {
        let (id, title) = (id.into(), title.into());
        Self {
            id,
            title,
            above: String::new(),
            hint: String::new(),
            width,
            kind: Kind::Text,
            is_shown: true,
            grows: false,
            sorts: true,
            is_kept: true,
        }
    }

    /// Of numbers, flush right.
    #[must_use]
    pub fn number(self) -> Self {
        Self { kind: Kind::Number, ..self }
    }

    /// Of days.
    #[must_use]
    pub fn day(self) -> Self {
        Self { kind: Kind::Day, ..self }
    }

    /// Of a few values that come again and again.
    #[must_use]
    pub fn choice(self) -> Self {
        Self { kind: Kind::Choice, ..self }
    }

    /// Not shown at first.
    #[must_use]
    pub fn hidden(self) -> Self {
        Self { is_shown: false, ..self }
    }

    /// Takes the room that is left.
    #[must_use]
    pub fn growing(self) -> Self {
        Self { grows: true, ..self }
    }

    /// Not to be sorted by.
    #[must_use]
    pub fn unsorted(self) -> Self {
        Self { sorts: false, ..self }
    }

    /// Of this case only.
    #[must_use]
    pub fn passing(self) -> Self {
        Self { is_kept: false, ..self }
    }

    /// With a line above the title.
    #[must_use]
    pub fn under(self, above: impl Into<String>) -> Self {
        Self { above: above.into(), ..self }
    }

    /// With an explanation.
    #[must_use]
    pub fn explained(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// How it is called where there is one line only.
    pub fn full_title(&self) -> String {
        if self.above.is_empty() { self.title.clone() } else { format!("{}, {}", self.above, self.title) }
    }
}

/// What a cell is sorted by.
#[derive(Clone, Debug, PartialEq)]
pub enum Key<'a> {
    /// Nothing is known; such rows come last, whichever way the list is turned.
    Missing,
    /// A number, a day, a rank.
    Number(f64),
    /// A text, in the order of [`crate::normalise::Collation`].
    Text(Cow<'a, str>),
}

impl Key<'_> {
    /// A number that may be missing.
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Missing, Self::Number)
    }

    /// The first day something can mean.
    pub fn day(day: Option<&crate::model::UncertainDay>) -> Self {
        let earliest = day.and_then(|day| day.earliest.or(day.latest));
        Self::number(earliest.map(|day| f64::from(crate::model::dates::day_number(day))))
    }
}

/// The rows of a list, read by number. Nothing is read or made for a row that is not on screen, but for filtering, sorting and counting, once each,
/// away from the window when there are many. Made anew (in another [`Arc`]) whenever what it shows has changed.
pub trait Rows: Send + Sync {
    /// The columns, in their order.
    fn columns(&self) -> &[Column];

    /// How many rows there are.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A cell as it is shown.
    fn text(&self, row: usize, column: usize) -> Cow<'_, str>;

    /// What a cell is sorted by.
    fn key(&self, row: usize, column: usize) -> Key<'_> {
        let text = self.text(row, column);
        if text.is_empty() { Key::Missing } else { Key::Text(text) }
    }

    /// What a cell is counted and chosen by: the same whatever language is spoken, if it is one of a few words.
    fn value(&self, row: usize, column: usize) -> Cow<'_, str> {
        self.text(row, column)
    }

    /// How a value is called.
    fn label<'a>(&'a self, _column: usize, value: &'a str) -> Cow<'a, str> {
        Cow::Borrowed(value)
    }

    /// A cell as it is copied and exported.
    fn copied(&self, row: usize, column: usize) -> Cow<'_, str> {
        self.text(row, column)
    }

    /// What else a row can be found by.
    fn also(&self, _row: usize) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    /// What thing of the case a row is: with one, it shows its star and tags, and can be starred, tagged and noted together with others.
    fn thing(&self, _row: usize) -> Option<Thing> {
        None
    }

    /// Whether the row stays at the end in every order.
    fn is_last(&self, _row: usize) -> bool {
        false
    }
}

/// One cell about to be drawn.
#[derive(Clone, Copy)]
pub struct CellAt<'a> {
    /// Number of the row, as [`Rows`] counts.
    pub row: usize,
    /// Number of the column.
    pub column: usize,
    /// Its text.
    pub text: &'a str,
}

/// How a room draws what is more than text.
pub trait Cells {
    /// Draws a cell; false if it is to be drawn as its text.
    fn cell(&mut self, _ui: &mut egui::Ui, _at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        false
    }

    /// Whether anything can be done with a row beside opening it.
    fn has_menu(&self) -> bool {
        false
    }

    /// What can be done with a row.
    fn menu(&self, _row: usize) -> Vec<Command> {
        Vec::new()
    }
}

/// Cells that are texts, all of them.
pub struct Plain;

impl Cells for Plain {}

/// A list as a room shows it.
#[derive(Clone)]
pub struct Spec<'a> {
    /// What it is known by in settings and saved views.
    pub id: &'static str,
    /// What it is called, by a screen reader and as a file.
    pub name: String,
    /// The rows.
    pub rows: &'a Arc<dyn Rows>,
    /// The row that is selected.
    pub selected: Option<usize>,
    /// The column whose text opens the row; the first one as a rule.
    pub name_column: usize,
    /// The column whose order the rows have as long as nothing else is asked for; none = as they are counted.
    pub natural: Option<usize>,
    /// Height of a row.
    pub row_height: f32,
    /// Whether ways of looking at it are saved.
    pub has_views: bool,
    /// Whether it is as high as its rows instead of filling what is left.
    pub fits: bool,
}

impl<'a> Spec<'a> {
    /// A list that fills what is left, with nothing selected.
    pub fn new(id: &'static str, name: impl Into<String>, rows: &'a Arc<dyn Rows>) -> Self {
        Self {
            id,
            name: name.into(),
            rows,
            selected: None,
            name_column: 0,
            natural: None,
            row_height: theme::ROW_HEIGHT,
            has_views: true,
            fits: false,
        }
    }

    /// With this row selected.
    #[must_use]
    pub fn selecting(self, selected: Option<usize>) -> Self {
        Self { selected, ..self }
    }
}
