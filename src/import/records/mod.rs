//! Mapped rows as records, one file per noun.
//!
//! A row becomes a record or a reason: a full English sentence with the remedy, fit for [`crate::model::Rejection`]. Ids that the case gives out (`id`,
//! `import`, `evidence`, `row`) are left at zero and filled in by the caller, as are references that need the case (who an e-mail address belongs to).

mod access;
mod event;
mod recipient;
mod roster;
mod statement;

pub use access::access;
pub use event::event;
pub use recipient::{RecipientDefaults, recipient};
pub use roster::post;
pub use statement::{Witness, statement};

use super::mapping::Resolved;
use crate::model::Field;

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
}
