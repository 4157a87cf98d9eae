//! Column profile of a state: how full each column is, how many values it has, which come most often, and what they look like.
//!
//! Pure. Not for choosing what a column is read as: that is `import::mapping`'s; this says what is in it, whatever it was read as.

mod looks;

#[cfg(test)]
mod tests;

pub use looks::Looks;

use super::LinkError;
use super::state::{State, Table};
use crate::job::Progress;
use crate::model::Field;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Most frequent values told.
const FREQUENT: usize = 5;
/// Rows between two questions whether to go on.
const CHUNK: usize = 65_536;

/// What is in one column. Blanks around a value do not count as part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnProfile {
    /// Its name, as written.
    pub name: String,
    /// The field it was read as.
    pub field: Option<Field>,
    /// Cells that are not empty.
    pub filled: u64,
    /// Different values.
    pub distinct: u64,
    /// The most frequent values with how often they come: at most five, the most frequent first, equals by their text.
    pub frequent: Vec<(String, u64)>,
    /// The value with the fewest characters; of several the first by text.
    pub shortest: Option<String>,
    /// The value with the most characters; of several the first by text.
    pub longest: Option<String>,
    /// What its values look like.
    pub looks: Looks,
}

/// What is in the columns of a state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Number of rows.
    pub rows: u64,
    /// In the order of the columns.
    pub columns: Vec<ColumnProfile>,
}

impl Profile {
    /// Filled share of a column in [0, 1]; 0 for a state without rows.
    pub fn share(&self, column: &ColumnProfile) -> f64 {
        if self.rows == 0 { 0.0 } else { column.filled as f64 / self.rows as f64 }
    }
}

/// Profiles every column of a state. Linear in its cells.
///
/// # Errors
/// [`LinkError::Table`] if a column is missing in a segment, [`LinkError::Cancelled`].
pub fn profile(state: State<'_>, progress: &dyn Progress) -> Result<Profile, LinkError> {
    let table = Table::of(state)?;
    let mut columns = Vec::with_capacity(state.columns.len());
    let total = (state.columns.len() * table.len()) as u64;
    for (place, name) in state.columns.iter().enumerate() {
        let mut count: HashMap<&str, u64> = HashMap::new();
        let mut filled = 0;
        for at in 0..table.len() {
            if at.is_multiple_of(CHUNK) {
                if progress.is_cancelled() {
                    return Err(LinkError::Cancelled);
                }
                progress.advance((place * table.len() + at) as u64, Some(total));
            }
            let value = table.cell(at, place).trim();
            if !value.is_empty() {
                filled += 1;
                *count.entry(value).or_default() += 1;
            }
        }
        let field = state.field_of(place);
        // Sorted, so that neither the order of rows nor that of the map shows.
        let mut values: Vec<(&str, u64)> = count.into_iter().collect();
        values.sort_unstable_by_key(|&(value, count)| (Reverse(count), value));
        let length = |value: &str| value.chars().count();
        let shortest = values.iter().map(|(value, _)| *value).min_by_key(|value| (length(value), *value));
        let longest = values.iter().map(|(value, _)| *value).min_by_key(|value| (Reverse(length(value)), *value));
        columns.push(ColumnProfile {
            name: name.clone(),
            field,
            filled,
            distinct: values.len() as u64,
            frequent: values.iter().take(FREQUENT).map(|&(value, count)| (value.to_owned(), count)).collect(),
            shortest: shortest.map(str::to_owned),
            longest: longest.map(str::to_owned),
            looks: looks::looks(&values, filled, field, state.dates),
        });
    }
    Ok(Profile { rows: table.len() as u64, columns })
}
