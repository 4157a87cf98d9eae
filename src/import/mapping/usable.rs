//! Whether a table names anybody: which fields it needs, which were found, and whether their values can be used.
//!
//! Single values that do not fit are said by [`super`]; here it is about tables nobody could be found in.

use super::fields::{capital_table_of, needs};
use super::{LOOKED_AT, Resolved, needed, values};
use crate::model::{Field, ImportKind};
use crate::normalise;

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
pub fn check(header: &[String], rows: &[Vec<String>], kind: ImportKind, resolved: &Resolved) -> Result<Option<String>, String> {
    let naming = naming(kind, resolved);
    if naming.is_empty() || rows.is_empty() {
        return Ok(None);
    }
    let cell = |row: &'_ [String], at: usize| row.get(at).map_or("", |cell| cell.trim()).to_owned();
    let names_somebody = |row: &&Vec<String>| naming.iter().any(|&(field, at)| is_usable(field, &cell(row, at)));
    let usable = rows.iter().filter(names_somebody).count();
    if usable == 0 {
        let found: Vec<String> = naming.iter().map(|&(field, at)| found(field, &header[at], rows, at)).collect();
        let sentence = format!(
            "{} needs {}, and none of the {} looked at can be used: found {} {}; choose other columns, or correct the values",
            capital_table_of(kind),
            needs(kind),
            rows_of(rows.len()),
            if found.len() == 1 { "was" } else { "were" },
            found.join(", ")
        );
        // Further down it may be otherwise.
        return if rows.len() < LOOKED_AT { Err(sentence) } else { Ok(Some(sentence)) };
    }
    let nobody = rows.len() - usable;
    Ok((nobody > usable).then(|| {
        let columns: Vec<String> = naming.iter().map(|&(field, at)| format!("{} in {:?}", field.key(), header[at])).collect();
        format!("Of the {} looked at, {nobody} name nobody: they have no {} that can be used", rows_of(rows.len()), columns.join(" and no "))
    }))
}

fn rows_of(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}

/// A field with what stands in its column: `email in "Courriel" (of 3 values none can be used, for instance "voir le site")`.
fn found(field: Field, column: &str, rows: &[Vec<String>], at: usize) -> String {
    let mut filled = values::filled(rows, at);
    let Some(example) = filled.next() else { return format!("{} in {column:?} (empty)", field.key()) };
    let example: String = example.chars().take(40).collect();
    let of = match filled.count() {
        0 => "its one value cannot be used".to_owned(),
        more => format!("of {} values none can be used", more + 1),
    };
    format!("{} in {column:?} ({of}: {example:?})", field.key())
}

/// Columns that are read as no field: a sentence for the preview, with the fields that have no column yet.
pub fn left_over(header: &[String], kind: ImportKind, resolved: &Resolved) -> Option<String> {
    let is_free = |at: &usize| !resolved.columns.values().any(|taken| taken == at);
    let free: Vec<String> = (0..header.len()).filter(is_free).map(|at| place(header, at)).collect();
    let open: Vec<&str> = super::fields(kind).into_iter().filter(|field| !resolved.columns.contains_key(field)).map(Field::key).collect();
    let (verb, noun) = if free.len() == 1 { ("is", "Column") } else { ("are", "Columns") };
    let open = if open.is_empty() { "every field has its column".to_owned() } else { format!("fields without a column: {}", open.join(", ")) };
    (!free.is_empty()).then(|| format!("{noun} {} {verb} kept as written and read as no field; {open}", free.join(", ")))
}

/// Columns of one name: only one of them can be meant.
pub fn same_names(header: &[String]) -> Vec<String> {
    let is_first = |at: &usize| !header[*at].trim().is_empty() && header[..*at].iter().all(|name| name.trim() != header[*at].trim());
    let count = |at: usize| header.iter().filter(|name| name.trim() == header[at].trim()).count();
    let told = (0..header.len()).filter(is_first).map(|at| (at, count(at))).filter(|(_, count)| *count > 1);
    told.map(|(at, count)| {
        format!("{count} columns are called {:?}; give each a name of its own in the file, so that the right one is read", header[at])
    })
    .collect()
}

fn place(header: &[String], at: usize) -> String {
    if header[at].trim().is_empty() { format!("no. {} (without a name)", at + 1) } else { format!("{:?}", header[at]) }
}
