//! The difference of two states of one file, row by row: who came, who went, what changed, and what is only written in another way.
//!
//! Pure; the rows are those of [`crate::case::Case::segments`]. Not for the history of a value over many states, see [`super::versions`].

mod columns;
mod writing;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use columns::PairedColumn;
pub(super) use writing::means_the_same;

use super::LinkError;
use super::pairing::who::{Side, mark};
use super::pairing::{Pairing, pair};
use super::state::{State, Table};
use crate::job::Progress;
use crate::model::{DateOrder, Field};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::{Deserialize, Serialize};

/// Pairs compared between two questions whether to go on.
const CHUNK: usize = 16_384;

/// By what two rows were recognised as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PairedBy {
    /// Every cell is the same.
    Content,
    /// The record number of the file.
    Record,
    /// Another number of the person.
    Identifier,
    /// The canonical e-mail address.
    Email,
    /// The canonical telephone number, and no different first name.
    Phone,
    /// Names and birth date.
    NamesAndBirth,
    /// Names and postal address.
    NamesAndAddress,
}

impl PairedBy {
    /// In the order in which they are tried.
    pub(super) const STAGES: [Self; 7] =
        [Self::Content, Self::Record, Self::Identifier, Self::Email, Self::Phone, Self::NamesAndBirth, Self::NamesAndAddress];
}

/// A value that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedValue {
    /// Index into [`Diff::columns`].
    pub column: u32,
    /// As written in the earlier state.
    pub before: String,
    /// As written in the later state.
    pub after: String,
    /// Both mean the same: capitals, accents, spaces, the way a number or a date is written.
    pub is_only_writing: bool,
}

/// A row that stands in both states with other values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedRow {
    /// Its number in the earlier state.
    pub before: u32,
    /// Its number in the later state.
    pub after: u32,
    /// How it was recognised.
    pub by: PairedBy,
    /// What differs, by column; at least one.
    pub values: Vec<ChangedValue>,
}

/// Rows that share what they are recognised by, so that nothing says which of the earlier is which of the later ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlikeRows {
    /// Row numbers in the earlier state; at least one.
    pub before: Vec<u32>,
    /// Row numbers in the later state; at least one.
    pub after: Vec<u32>,
}

/// How two states of a file differ. Every row of either stands in exactly one place:
/// rows before = removed + changed + unchanged + alike before, rows after = added + changed + unchanged + alike after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diff {
    /// Columns of both states that are compared, in the order of the later one.
    pub columns: Vec<PairedColumn>,
    /// Columns only the earlier state has.
    pub lost_columns: Vec<String>,
    /// Columns only the later state has.
    pub new_columns: Vec<String>,
    /// Row numbers of the later state, ascending.
    pub added: Vec<u32>,
    /// Row numbers of the earlier state, ascending.
    pub removed: Vec<u32>,
    /// By their row in the earlier state.
    pub changed: Vec<ChangedRow>,
    /// Rows that stand in both states as they are.
    pub unchanged: u64,
    /// Rows that could not be told apart.
    pub alike: Vec<AlikeRows>,
    /// Fields whose numbers contradict who the rows are (they count lines, or were given anew), so that they were left out.
    pub broken_numbers: Vec<Field>,
}

impl Diff {
    /// Rows of the earlier and of the later state that could not be told apart.
    pub fn alike_count(&self) -> (u64, u64) {
        let count = |rows: fn(&AlikeRows) -> &Vec<u32>| self.alike.iter().map(|alike| rows(alike).len() as u64).sum();
        (count(|alike| &alike.before), count(|alike| &alike.after))
    }

    /// Changed rows in which nothing but the writing differs.
    pub fn only_writing(&self) -> u64 {
        self.changed.iter().filter(|row| row.values.iter().all(|value| value.is_only_writing)).count() as u64
    }
}

/// Compares two states of one file.
///
/// Columns are those read as the same field, and of the others those of the same name. Rows are one by record number where both have one, else by
/// another number, e-mail address, telephone number, or names with birth date or address, all in canonical form. Cells are compared as written, but for
/// blanks around them. Costs n log n in the rows.
///
/// # Errors
/// [`LinkError::Table`] if a column is missing in a segment, [`LinkError::Cancelled`].
pub fn diff(before: State<'_>, after: State<'_>, progress: &dyn Progress) -> Result<Diff, LinkError> {
    let columns = columns::pair(before, after);
    let (one, other) = (Table::of(before)?, Table::of(after)?);
    let is_number = |field: Option<Field>| matches!(field, Some(Field::RecordId | Field::Identifier));
    // Rows can only be the same as a whole if nothing of them stands on one side only.
    let is_whole = columns.lost.is_empty() && columns.new.is_empty();
    let content = |table: &Table, at: usize, place: fn(&PairedColumn) -> u32| {
        let compared = columns.paired.iter().filter(|column| !is_number(column.field));
        let cells: Vec<&str> = compared.map(|column| table.cell(at, place(column) as usize)).collect();
        (is_whole && !cells.is_empty()).then(|| mark(&cells))
    };
    let sides = (
        Side::of(&one, |at| content(&one, at, |column| column.before), progress)?,
        Side::of(&other, |at| content(&other, at, |column| column.after), progress)?,
    );
    let pairing = pair(&sides.0, &sides.1, progress)?;
    let broken = [(pairing.numbers.are_records_broken, Field::RecordId), (pairing.numbers.are_identifiers_broken, Field::Identifier)];
    let broken_numbers: Vec<Field> = broken.into_iter().filter(|(is_broken, _)| *is_broken).map(|(_, field)| field).collect();
    let mut changed = Vec::new();
    let total = pairing.pairs.len() as u64;
    for (done, chunk) in pairing.pairs.chunks(CHUNK).enumerate() {
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled);
        }
        progress.advance((done * CHUNK) as u64, Some(total));
        let rows = chunk.par_iter().filter_map(|pair| {
            let (before, after) = (pair.before as usize, pair.after as usize);
            let orders = (one.dates(), other.dates());
            let values = differences(&columns.paired, &broken_numbers, orders, |place| (one.cell(before, place.0), other.cell(after, place.1)));
            (!values.is_empty()).then(|| ChangedRow { before: one.row(before), after: other.row(after), by: pair.by, values })
        });
        changed.extend(rows.collect::<Vec<_>>());
    }
    let unchanged = total - changed.len() as u64;
    Ok(result(columns, &pairing, changed, unchanged, broken_numbers, &one, &other))
}

/// The cells of a pair that differ. `cells` gives them for the places of a column before and after.
fn differences<'c>(
    columns: &[PairedColumn],
    broken: &[Field],
    orders: (DateOrder, DateOrder),
    cells: impl Fn((usize, usize)) -> (&'c str, &'c str),
) -> Vec<ChangedValue> {
    let compared = (0..).zip(columns).filter(|(_, column)| column.field.is_none_or(|field| !broken.contains(&field)));
    let differing = compared.filter_map(|(at, column)| {
        let (before, after) = cells((column.before as usize, column.after as usize));
        (before.trim() != after.trim()).then(|| ChangedValue {
            column: at,
            before: before.to_owned(),
            after: after.to_owned(),
            is_only_writing: means_the_same(column.field, &orders.0.day_first(before), &orders.1.day_first(after)),
        })
    });
    differing.collect()
}

fn result(
    columns: columns::Columns,
    pairing: &Pairing,
    changed: Vec<ChangedRow>,
    unchanged: u64,
    broken_numbers: Vec<Field>,
    one: &Table,
    other: &Table,
) -> Diff {
    let numbers = |table: &Table, rows: &[u32]| rows.iter().map(|&at| table.row(at as usize)).collect::<Vec<u32>>();
    let alike = pairing.untold.iter().map(|group| AlikeRows { before: numbers(one, &group.before), after: numbers(other, &group.after) });
    Diff {
        columns: columns.paired,
        lost_columns: columns.lost,
        new_columns: columns.new,
        added: numbers(other, &pairing.added),
        removed: numbers(one, &pairing.removed),
        changed,
        unchanged,
        alike: alike.collect(),
        broken_numbers,
    }
}
