//! Which column of one state is which column of the other.

use crate::link::state::State;
use crate::model::Field;
use crate::normalise::words;
use serde::{Deserialize, Serialize};

/// A column both states have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairedColumn {
    /// The field it was read as, if it was in both or in one of them.
    pub field: Option<Field>,
    /// Its name in the later state.
    pub name: String,
    /// Its place in the earlier state, from 0.
    pub before: u32,
    /// Its place in the later state, from 0.
    pub after: u32,
}

/// The columns of two states.
pub(super) struct Columns {
    pub paired: Vec<PairedColumn>,
    /// Only in the earlier state.
    pub lost: Vec<String>,
    /// Only in the later state.
    pub new: Vec<String>,
}

/// Pairs columns by the field both were read as, then by their name, whatever its capitals, accents and spaces; of several columns of one name the
/// first with the first. In the order of the later state.
pub(super) fn pair(before: State<'_>, after: State<'_>) -> Columns {
    let mut of_after: Vec<Option<(u32, Option<Field>)>> = vec![None; after.columns.len()];
    let mut is_taken = vec![false; before.columns.len()];
    for field in after.mapping.0.keys().copied() {
        if let (Some(one), Some(other)) = (before.column_of(field), after.column_of(field))
            && !is_taken[one]
            && of_after[other].is_none()
        {
            is_taken[one] = true;
            of_after[other] = Some((one as u32, Some(field)));
        }
    }
    let plain = |name: &str| words(name).join(" ");
    let names: Vec<String> = before.columns.iter().map(|name| plain(name)).collect();
    for (other, name) in after.columns.iter().enumerate() {
        let name = plain(name);
        if of_after[other].is_none()
            && let Some(one) = (0..names.len()).find(|&one| !is_taken[one] && names[one] == name)
        {
            is_taken[one] = true;
            of_after[other] = Some((one as u32, after.field_of(other).or_else(|| before.field_of(one))));
        }
    }
    let name_of = |at: usize| after.columns[at].clone();
    let paired = of_after.iter().enumerate().filter_map(|(at, of)| {
        let (one, field) = (*of)?;
        Some(PairedColumn { field, name: name_of(at), before: one, after: at as u32 })
    });
    let lost = is_taken.iter().zip(before.columns).filter(|(is_taken, _)| !**is_taken).map(|(_, name)| name.clone());
    Columns {
        paired: paired.collect(),
        lost: lost.collect(),
        new: of_after.iter().enumerate().filter(|(_, of)| of.is_none()).map(|(at, _)| name_of(at)).collect(),
    }
}
