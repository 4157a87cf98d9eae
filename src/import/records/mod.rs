//! Mapped rows as records, one file per noun.
//!
//! A row becomes a record or a reason: a full English sentence with the remedy, fit for [`crate::model::Rejection`]. Ids that the case gives out (`id`,
//! `import`, `evidence`, `row`) are left at zero and filled in by the caller, as are references that need the case (who an e-mail address belongs to).

mod access;
mod answers;
mod event;
mod moment;
pub mod read;
mod recipient;
mod roster;
mod statement;

pub use access::access;
pub use answers::{About, Asked, DO_NOT_KNOW, NONE_OF_THESE, asked};
pub use event::event;
pub use moment::{Moment, moment};
pub use recipient::{RecipientDefaults, recipient};
pub use roster::post;
pub use statement::{DEFAULT_RELIABILITY, Witness, statement};

use super::mapping::{Resolved, nearest};
use crate::model::dates::DateError;
use crate::model::{Field, Source, SourceId, UncertainDay};
use jiff::tz::TimeZone;

/// The cells of one row, by field.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    resolved: &'a Resolved,
    row: &'a [String],
}

impl<'a> Cells<'a> {
    /// The cells of `row` as `resolved` maps them.
    pub fn new(resolved: &'a Resolved, row: &'a [String]) -> Self {
        Self { resolved, row }
    }

    /// The cell of `field`, trimmed; empty if the field has no column.
    pub fn text(&self, field: Field) -> &'a str {
        self.resolved.columns.get(&field).and_then(|&at| self.row.get(at)).map_or("", |cell| cell.trim())
    }

    fn owned(&self, field: Field) -> String {
        self.text(field).to_owned()
    }

    /// What `field` is called in a reason: its column.
    fn place(&self, field: Field) -> String {
        self.resolved.mapping.column(field).map_or_else(|| format!("For {}", field.key()), |column| format!("In column {column:?}"))
    }

    /// The cell of a field that must be filled.
    fn needed(&self, field: Field, what: &str) -> Result<&'a str, String> {
        match self.text(field) {
            "" => Err(format!("{}, {what} is missing; fill it in or take the row out", self.place(field))),
            text => Ok(text),
        }
    }

    fn wrong_date(&self, field: Field, error: &DateError) -> String {
        match error {
            DateError::Empty | DateError::NoSuchDay { .. } => format!("{}, {error}; correct it or leave the cell empty", self.place(field)),
            DateError::Form { .. } => format!("{}, {error}, or leave the cell empty", self.place(field)),
        }
    }

    /// A day; `None` if the cell is empty.
    fn day(&self, field: Field) -> Result<Option<UncertainDay>, String> {
        match self.text(field) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|error| self.wrong_date(field, &error)),
        }
    }

    /// A day that may have a time; `None` if the cell is empty.
    fn moment(&self, field: Field, zone: &TimeZone) -> Result<Option<Moment>, String> {
        match self.text(field) {
            "" => Ok(None),
            text => moment(text, zone).map(Some).map_err(|error| self.wrong_date(field, &error)),
        }
    }

    /// What `read` makes of a filled cell; `None` if it is empty. `known` says what can be written.
    fn read<T>(&self, field: Field, known: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, String> {
        match self.text(field) {
            "" => Ok(None),
            text => read(text).map(Some).ok_or_else(|| format!("{}, {text:?} is not understood; write {known}", self.place(field))),
        }
    }

    /// Yes or no; a blank is `None`, or no where the column holds only ticks.
    fn yes_no(&self, field: Field) -> Result<Option<bool>, String> {
        let answer = self.read(field, "yes or no", read::yes_no)?;
        Ok(answer.or_else(|| self.resolved.ticks.contains(&field).then_some(false)))
    }
}

/// The source a row names, by its id or its full name.
///
/// # Errors
/// A reason that names the nearest known source.
pub fn source_named(text: &str, sources: &[Source]) -> Result<SourceId, String> {
    let folded = |text: &str| super::mapping::plain(text);
    let exact = sources.iter().find(|source| source.id.as_str() == text);
    let found = exact.or_else(|| sources.iter().find(|source| folded(source.id.as_str()) == folded(text) || folded(&source.name) == folded(text)));
    found.map(|source| source.id.clone()).ok_or_else(|| {
        let near = nearest(text, sources.iter().map(|source| source.id.as_str())).map(|id| format!("; did you mean {id:?}?"));
        format!("There is no source {text:?} in this case{}", near.unwrap_or_else(|| "; add it first or correct the id".to_owned()))
    })
}
