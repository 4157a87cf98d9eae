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
use crate::model::{Arg, Field, Said, Source, SourceId, UncertainDay};
use crate::said;
use jiff::tz::TimeZone;

/// Why a text is no day, as a clause.
pub(super) fn date_error(error: &DateError) -> Said {
    match error {
        DateError::Empty => said!("remarks-date-empty"),
        DateError::Form { raw } => said!("remarks-date-form", text = Arg::quoted(raw)),
        DateError::NoSuchDay { raw } => said!("remarks-date-no-such-day", text = Arg::quoted(raw)),
    }
}

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

    /// The cell of a field of days, with the day before the month.
    fn day_first(&self, field: Field) -> String {
        self.resolved.dates.order.day_first(self.text(field)).into_owned()
    }

    /// What `field` is called in a reason: its column.
    fn place(&self, field: Field) -> Said {
        let column = self.resolved.mapping.column(field);
        column.map_or_else(|| said!("remarks-for-field", field = field), |column| said!("remarks-in-column", column = Arg::quoted(column)))
    }

    /// The cell of a field that must be filled.
    fn needed(&self, field: Field, what: Said) -> Result<&'a str, Said> {
        match self.text(field) {
            "" => Err(said!("remarks-missing", place = self.place(field), what = what)),
            text => Ok(text),
        }
    }

    fn wrong_date(&self, field: Field, error: &DateError) -> Said {
        match error {
            DateError::Empty | DateError::NoSuchDay { .. } => said!("remarks-date-correct", place = self.place(field), error = date_error(error)),
            DateError::Form { .. } => said!("remarks-date-form-or", place = self.place(field), error = date_error(error)),
        }
    }

    /// A day; `None` if the cell is empty.
    fn day(&self, field: Field) -> Result<Option<UncertainDay>, Said> {
        match self.text(field) {
            "" => Ok(None),
            text => self.resolved.dates.order.read(text).map(Some).map_err(|error| self.wrong_date(field, &error)),
        }
    }

    /// A day that may have a time; `None` if the cell is empty.
    fn moment(&self, field: Field, zone: &TimeZone) -> Result<Option<Moment>, Said> {
        match self.text(field) {
            "" => Ok(None),
            text => moment(text, self.resolved.dates.order, zone).map(Some).map_err(|error| self.wrong_date(field, &error)),
        }
    }

    /// What `read` makes of a filled cell; `None` if it is empty. `known` says what can be written.
    fn read<T>(&self, field: Field, known: fn() -> Said, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Said> {
        match self.text(field) {
            "" => Ok(None),
            text => read(text)
                .map(Some)
                .ok_or_else(|| said!("remarks-not-understood", place = self.place(field), text = Arg::quoted(text), known = known())),
        }
    }

    /// Yes or no; a blank is `None`, or no where the column holds only ticks.
    fn yes_no(&self, field: Field) -> Result<Option<bool>, Said> {
        let answer = self.read(field, || said!("remarks-means-yes-or-no"), read::yes_no)?;
        Ok(answer.or_else(|| self.resolved.ticks.contains(&field).then_some(false)))
    }
}

/// The source a row names, by its id or its full name.
///
/// # Errors
/// A reason that names the nearest known source.
pub fn source_named(text: &str, sources: &[Source]) -> Result<SourceId, Said> {
    let folded = |text: &str| super::mapping::plain(text);
    let exact = sources.iter().find(|source| source.id.as_str() == text);
    let found = exact.or_else(|| sources.iter().find(|source| folded(source.id.as_str()) == folded(text) || folded(&source.name) == folded(text)));
    found.map(|source| source.id.clone()).ok_or_else(|| match nearest(text, sources.iter().map(|source| source.id.as_str())) {
        Some(near) => said!("remarks-source-near", name = Arg::quoted(text), near = Arg::quoted(near)),
        None => said!("remarks-source-unknown", name = Arg::quoted(text)),
    })
}
