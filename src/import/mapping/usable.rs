//! Whether a table names anybody: which fields it needs, which were found, and whether their values can be used.
//!
//! Single values that do not fit are said by [`super`]; here it is about tables nobody could be found in.

use super::fields::{needs, table_of};
use super::{LOOKED_AT, Resolved, field_in, needed, values};
use crate::model::{Arg, Field, ImportKind, Said};
use crate::normalise;
use crate::said;

/// The fields of a table that name people, as far as they have a column; none for tables of something else.
fn naming(kind: ImportKind, resolved: &Resolved) -> Vec<(Field, usize)> {
    if !matches!(kind, ImportKind::Recipients | ImportKind::Source) {
        return Vec::new();
    }
    let group = needed(kind).first().copied().unwrap_or_default();
    group.iter().filter_map(|field| Some((*field, *resolved.columns.get(field)?))).collect()
}

/// Whether somebody can be recognised by a value.
fn is_usable(field: Field, value: &str) -> bool {
    match field {
        Field::Email => normalise::email(value).is_some(),
        Field::Phone => normalise::phone(value).is_some(),
        Field::Identifier => normalise::identifier(value).is_some(),
        Field::Street => normalise::address("", value, "", "", "").is_some(),
        _ => normalise::name("", value).is_some(),
    }
}

/// What must be said about the rows that name nobody: an error if it is all of a table that was seen whole, a remark if it is most of them.
///
/// # Errors
/// The sentence, with the fields needed and what was found in each of them.
pub fn check(header: &[String], rows: &[Vec<String>], kind: ImportKind, resolved: &Resolved) -> Result<Option<Said>, Said> {
    let naming = naming(kind, resolved);
    if naming.is_empty() || rows.is_empty() {
        return Ok(None);
    }
    let cell = |row: &'_ [String], at: usize| row.get(at).map_or("", |cell| cell.trim()).to_owned();
    let names_somebody = |row: &&Vec<String>| naming.iter().any(|&(field, at)| is_usable(field, &cell(row, at)));
    let usable = rows.iter().filter(names_somebody).count();
    if usable == 0 {
        let found: Vec<Said> = naming.iter().map(|&(field, at)| found(field, &header[at], rows, at)).collect();
        let sentence = said!("remarks-none-usable", table = table_of(kind), needed = needs(kind), rows = rows.len(), found = found);
        // Further down it may be otherwise.
        return if rows.len() < LOOKED_AT { Err(sentence) } else { Ok(Some(sentence)) };
    }
    let nobody = rows.len() - usable;
    Ok((nobody > usable).then(|| {
        let mut columns = naming.iter().map(|&(field, at)| field_in(field, &header[at]));
        let first = columns.next().unwrap_or_default();
        let columns = columns.fold(first, |before, column| said!("remarks-and-no", before = before, column = column));
        said!("remarks-most-nobody", rows = rows.len(), nobody = nobody, columns = columns)
    }))
}

/// A field with what stands in its column: `email in "Courriel" (of 3 values none can be used, for instance "voir le site")`.
fn found(field: Field, column: &str, rows: &[Vec<String>], at: usize) -> Said {
    let mut filled = values::filled(rows, at);
    let Some(example) = filled.next() else { return said!("remarks-found-empty", field = field, column = Arg::quoted(column)) };
    let example: String = example.chars().take(40).collect();
    let values = filled.count() + 1;
    said!("remarks-found-unusable", field = field, column = Arg::quoted(column), values = values, example = Arg::quoted(example))
}

/// Columns that are read as no field: a sentence for the preview, with the fields that have no column yet.
pub fn left_over(header: &[String], kind: ImportKind, resolved: &Resolved) -> Option<Said> {
    let is_free = |at: &usize| !resolved.columns.values().any(|taken| taken == at);
    let free: Vec<Arg> = (0..header.len()).filter(is_free).map(|at| place(header, at)).collect();
    let open: Vec<Field> = super::fields(kind).into_iter().filter(|field| !resolved.columns.contains_key(field)).collect();
    let open = if open.is_empty() { said!("remarks-open-none") } else { said!("remarks-open", fields = open) };
    (!free.is_empty()).then(|| said!("remarks-left-over", columns = free, open = open))
}

/// Columns of one name: only one of them can be meant.
pub fn same_names(header: &[String]) -> Vec<Said> {
    let is_first = |at: &usize| !header[*at].trim().is_empty() && header[..*at].iter().all(|name| name.trim() != header[*at].trim());
    let count = |at: usize| header.iter().filter(|name| name.trim() == header[at].trim()).count();
    let told = (0..header.len()).filter(is_first).map(|at| (at, count(at))).filter(|(_, count)| *count > 1);
    told.map(|(at, count)| said!("remarks-same-names", count = count, name = Arg::quoted(&header[at]))).collect()
}

fn place(header: &[String], at: usize) -> Arg {
    if header[at].trim().is_empty() { said!("remarks-unnamed", number = at + 1).into() } else { Arg::quoted(&header[at]) }
}
