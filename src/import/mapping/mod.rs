//! Which column holds which field: proposed from headers and values, overruled by what the user says, checked against both.
//!
//! A proposal is never silent: each one comes with a sentence saying why. Turning the cells of a mapped row into records is [`super::records`].

use super::ImportError;
use crate::model::{Field, ImportKind, Mapping};
use std::collections::{BTreeMap, BTreeSet};

/// A mapping that holds for one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// Field → column name, what the user fixed and what was proposed.
    pub mapping: Mapping,
    /// Field → place of the column, from 0.
    pub columns: BTreeMap<Field, usize>,
    /// Yes/no fields whose column holds nothing but ticks (`x`) and blanks: a blank means no there.
    pub ticks: BTreeSet<Field>,
    /// Why a column was proposed, or why a mapping does not fit its values: sentences.
    pub remarks: Vec<String>,
}

/// Completes `explicit` by proposals for the fields it leaves out and checks the whole against the table's header and some of its rows.
///
/// # Errors
/// [`ImportError::Mapping`] (with an empty path) if a named column does not exist, a column is mapped twice, a field does not belong to this kind of
/// import, or a field that is needed has no column.
pub fn resolve(header: &[String], rows: &[Vec<String>], kind: ImportKind, explicit: &Mapping) -> Result<Resolved, ImportError> {
    let _ = (header, rows, kind, explicit);
    todo!()
}
