//! Which column holds which field: proposed from headers and values, overruled by what the user says, checked against both.
//!
//! A proposal is never silent: each one comes with a sentence saying why. Turning the cells of a mapped row into records is [`super::records`].

mod fields;
mod file;
mod names;
mod order;
mod plain;
mod propose;
mod usable;
mod values;

pub use fields::{fields, needed};
pub use file::{from_toml, read_file, to_toml};
pub use order::{Dates, OrderBy};
pub use plain::{nearest, plain};

use super::ImportError;
use crate::model::{Arg, DateOrder, Field, ImportKind, Mapping, Said};
use crate::said;
use fields::{needs, one_of, table_of};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use values::Profile;

/// Rows looked at, of those handed over.
const LOOKED_AT: usize = 1_000;

/// The order of the numbers in days, as far as it is known before the table is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateOrders {
    /// As the user says.
    pub chosen: Option<DateOrder>,
    /// As an earlier state of the same file was read.
    pub remembered: Option<DateOrder>,
}

impl From<Option<DateOrder>> for DateOrders {
    fn from(chosen: Option<DateOrder>) -> Self {
        Self { chosen, remembered: None }
    }
}

/// A mapping that holds for one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// Field → column name, what the user fixed and what was proposed.
    pub mapping: Mapping,
    /// Field → place of the column, from 0.
    pub columns: BTreeMap<Field, usize>,
    /// The order of the numbers in its days, and why.
    pub dates: Dates,
    /// Yes/no fields whose column holds nothing but ticks (`x`) and blanks: a blank means no there.
    pub ticks: BTreeSet<Field>,
    /// Why each column was proposed: sentences for the preview. Nothing is wrong with them.
    pub reasons: Vec<Said>,
    /// What deserves a look, for instance a mapping that does not fit its values: sentences that are kept with the import.
    pub remarks: Vec<Said>,
}

/// Completes `explicit` by proposals for the fields it leaves out, decides the order of days, and checks the whole against the table's header and some of its rows.
///
/// # Errors
/// [`ImportError::Mapping`] (with an empty path) if a named column does not exist, a column is mapped twice, a field does not belong to this kind of
/// import, a field that is needed has no column, or no row of the whole table has a value by which somebody could be recognised.
pub fn resolve(header: &[String], rows: &[Vec<String>], kind: ImportKind, explicit: &Mapping, order: DateOrders) -> Result<Resolved, ImportError> {
    let rows = &rows[..rows.len().min(LOOKED_AT)];
    let dates = Dates::of(rows, header.len(), order.chosen, order.remembered);
    let rows = &*dates.turned(rows, header.len());
    let mut resolved = Resolved { dates: dates.clone(), ..Resolved::default() };
    take_explicit(header, kind, explicit, &mut resolved)?;
    let profiles: Vec<Profile> = (0..header.len()).map(|at| Profile::of(rows, at)).collect();
    propose::propose(header, &profiles, rows, kind, &mut resolved);
    for (field, _) in explicit.0.iter().filter(|(_, column)| column.trim().is_empty()) {
        resolved.columns.remove(field);
        resolved.mapping.0.remove(field);
    }
    let data_like = header.iter().filter(|name| values::is_email(name) || values::is_phone(name)).count();
    if data_like > 0 {
        resolved.remarks.push(said!("remarks-headless"));
    }
    check_needed(header, kind, data_like > 0, &resolved)?;
    let nobody = usable::check(header, rows, kind, &resolved).map_err(|what| refused(what, header))?;
    resolved.remarks.extend(nobody);
    resolved.remarks.extend(usable::same_names(header));
    let left_over = usable::left_over(header, kind, &resolved);
    resolved.reasons.extend(left_over);
    for (field, at) in &resolved.columns {
        resolved.remarks.extend(misfit(*field, &header[*at], rows, *at, kind));
        let profile = &profiles[*at];
        if matches!(field, Field::Received | Field::Exclusive) && profile.filled > 0 && profile.ticks == profile.filled {
            resolved.ticks.insert(*field);
        }
    }
    if has_days(&resolved) {
        resolved.remarks.extend(dates.remark());
        resolved.reasons.extend(dates.reason());
    } else {
        // No field is a day: what other columns hold is as it is.
        resolved.dates.by = OrderBy::NoDays;
    }
    for field in &resolved.ticks {
        let column = resolved.mapping.column(*field).unwrap_or_default();
        resolved.remarks.push(said!("remarks-ticks", column = Arg::quoted(column)));
    }
    Ok(resolved)
}

/// Whether some field holds days.
fn has_days(resolved: &Resolved) -> bool {
    resolved.columns.keys().any(|field| values::meaning(*field) == "remarks-means-dates")
}

fn refused(what: Said, header: &[String]) -> ImportError {
    ImportError::Mapping { what, found: header.to_vec(), path: PathBuf::new() }
}

/// A field with its column: `email in "Courriel"`.
fn field_in(field: Field, column: &str) -> Said {
    said!("remarks-field-in", field = field, column = Arg::quoted(column))
}

fn take_explicit(header: &[String], kind: ImportKind, explicit: &Mapping, resolved: &mut Resolved) -> Result<(), ImportError> {
    let known = fields(kind);
    for (field, column) in &explicit.0 {
        if !known.contains(field) {
            let what = said!("remarks-no-such-field", table = table_of(kind), field = Arg::quoted(field.key()), known = known.clone());
            return Err(refused(what, header));
        }
        // An empty column is the user's "this field has none"; the proposal is taken back below.
        if column.trim().is_empty() {
            continue;
        }
        let mut places = header.iter().enumerate().filter(|(_, name)| name.trim() == column.trim()).map(|(at, _)| at);
        let Some(at) = places.next() else {
            let missing = said!("remarks-no-such-column", column = Arg::quoted(column), field = *field);
            let what = match nearest(column, header.iter().map(String::as_str)) {
                Some(near) => said!("remarks-did-you-mean", what = missing, near = Arg::quoted(near)),
                None => missing,
            };
            return Err(refused(what, header));
        };
        if places.next().is_some() {
            return Err(refused(said!("remarks-several-columns", column = Arg::quoted(column), field = *field), header));
        }
        if let Some((other, _)) = resolved.columns.iter().find(|(_, taken)| **taken == at) {
            let (column, table, needed) = (Arg::quoted(column), table_of(kind), needs(kind));
            let what = said!("remarks-mapped-twice", column = column, other = *other, field = *field, table = table, needed = needed);
            return Err(refused(what, header));
        }
        resolved.columns.insert(*field, at);
        resolved.mapping.0.insert(*field, header[at].clone());
    }
    Ok(())
}

fn check_needed(header: &[String], kind: ImportKind, is_headless: bool, resolved: &Resolved) -> Result<(), ImportError> {
    for group in needed(kind) {
        if group.iter().any(|field| resolved.columns.contains_key(field)) {
            continue;
        }
        let found: Vec<Said> = resolved.mapping.0.iter().map(|(field, column)| field_in(*field, column)).collect();
        let found = if found.is_empty() { said!("remarks-found-none") } else { said!("remarks-found", list = found) };
        let remedy = if is_headless {
            said!("remarks-remedy-headless")
        } else {
            said!("remarks-remedy-column", field = group.first().map_or("", |field| field.key()))
        };
        let (table, needed) = (table_of(kind), one_of(group));
        return Err(refused(said!("remarks-needs-column", table = table, needed = needed, found = found, remedy = remedy), header));
    }
    Ok(())
}

/// Says when most values of a column are not what its field holds.
fn misfit(field: Field, column: &str, rows: &[Vec<String>], at: usize, kind: ImportKind) -> Option<Said> {
    let (mut filled, mut fitting, mut example) = (0usize, 0usize, None);
    for value in values::filled(rows, at) {
        filled += 1;
        if values::fits(field, value, kind) {
            fitting += 1;
        } else {
            example.get_or_insert(value);
        }
    }
    let example: String = example?.chars().take(40).collect();
    (fitting * 2 < filled).then(|| {
        let (column, meaning) = (Arg::quoted(column), Said::new(values::meaning(field)));
        said!("remarks-misfit", column = column, field = field, filled = filled, fitting = fitting, meaning = meaning, example = Arg::quoted(example))
    })
}
