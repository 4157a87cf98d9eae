//! What recipients say they gave to whom.

use super::Cells;
use crate::model::{RecipientId, Statement};

/// By what a statement names its recipient: whatever the row gives. The caller looks them up, id first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// As the recipients table calls them.
    pub id: Option<RecipientId>,
    /// Canonical e-mail address (the key of [`crate::normalise::email`]).
    pub email: Option<String>,
    /// E.164 number.
    pub phone: Option<String>,
}

/// A statement, and whose. `recipient` in it is left empty.
pub fn statement(cells: Cells<'_>) -> Result<(Witness, Statement), String> {
    let _ = cells;
    todo!()
}
