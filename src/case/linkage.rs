//! What linking compares of a segment, made once at import and kept beside it.
//!
//! It follows from the segment: where it is missing (a case of version 1) or was made with older canonical forms, it is made again from the rows as
//! written each time it is asked for, until [`super::CaseFile::renew_linkage`] keeps it.

use super::segments::{self, PART, decode};
use super::store::{Store, count};
use super::{CaseError, evidence};
use crate::job::Progress;
use crate::link::categories::candidates;
use crate::link::columns::{Builder, Columns, Particulars};
use crate::link::marks::Mark;
use crate::link::{FORM, LinkError};
use crate::model::{DateOrder, Field, Snapshot, SnapshotId};
use polars::error::{PolarsError, PolarsResult};
use polars::frame::DataFrame;
use polars::prelude::StringChunked;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The two tables, by the name of what they hold.
pub(super) const WHAT: [&str; 2] = ["rows", "words"];

fn told(error: LinkError) -> CaseError {
    match error {
        LinkError::Table(error) => CaseError::Table(error),
        LinkError::Packed(_) => CaseError::Table(PolarsError::ComputeError(error.to_string().into())),
        other => CaseError::BadRecord { what: "What linking compares".to_owned(), why: other.to_string() },
    }
}

/// Stores the columns of a segment that has just been written.
pub(super) fn write(store: &Store, snapshot: SnapshotId, n: i64, columns: &Columns) -> Result<(), CaseError> {
    let files = encoded(columns)?;
    store.within(|connection| put(connection, snapshot, n, &files))
}

/// The two tables as bytes, in the order of [`WHAT`].
fn encoded(columns: &Columns) -> Result<[Vec<u8>; 2], CaseError> {
    columns.pack().map_err(told)
}

fn put(connection: &Connection, snapshot: SnapshotId, n: i64, files: &[Vec<u8>; 2]) -> Result<(), CaseError> {
    for (what, bytes) in WHAT.into_iter().zip(files) {
        let sha256 = evidence::hex(&Sha256::digest(bytes));
        connection.execute(
            "INSERT INTO linkage (snapshot, n, what, form, sha256, size) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![snapshot.0, n, what, FORM, sha256, count(bytes.len())],
        )?;
        for (part, bytes) in bytes.chunks(PART).enumerate() {
            connection.prepare_cached("INSERT INTO linkage_part (snapshot, n, what, part, bytes) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
                snapshot.0,
                n,
                what,
                count(part),
                bytes
            ])?;
        }
    }
    Ok(())
}

/// Makes the columns of every segment that has none of today's form, and keeps them, a segment at a time.
pub(super) fn renew(store: &Store, snapshots: &[Snapshot], progress: &dyn Progress) -> Result<(), CaseError> {
    let old: Vec<(i64, i64)> = store.read(|connection| {
        let sql = "SELECT s.snapshot, s.n FROM segment AS s LEFT JOIN linkage AS l ON l.snapshot = s.snapshot AND l.n = s.n AND l.what = 'words'
                   WHERE l.form IS NOT ?1 ORDER BY s.snapshot, s.n";
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([FORM], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    })?;
    for (done, (snapshot, n)) in old.iter().enumerate() {
        if progress.is_cancelled() {
            return Err(CaseError::Cancelled);
        }
        progress.advance(done as u64, Some(old.len() as u64));
        // Rows of an import that was withdrawn are not asked about.
        let Some(of) = snapshots.iter().find(|of| of.id.0 == *snapshot) else { continue };
        let columns = part(store, of, usize::try_from(*n).unwrap_or_default())?.open()?;
        let files = encoded(&columns)?;
        store.change(|connection| {
            for table in ["linkage_part", "linkage"] {
                connection.execute(&format!("DELETE FROM {table} WHERE snapshot = ?1 AND n = ?2"), params![snapshot, n])?;
            }
            put(connection, of.id, *n, &files)
        })?;
    }
    Ok(())
}

/// One of the two tables of a segment.
pub(super) fn bytes(connection: &Connection, snapshot: SnapshotId, n: i64, what: &str) -> Result<Vec<u8>, CaseError> {
    let sql = "SELECT bytes FROM linkage_part WHERE snapshot = ?1 AND n = ?2 AND what = ?3 ORDER BY part";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params![snapshot.0, n, what])?;
    let mut bytes = Vec::new();
    while let Some(row) = rows.next()? {
        bytes.extend_from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    Ok(bytes)
}

/// Whether a segment has columns made with the canonical forms of this program.
fn is_current(connection: &Connection, snapshot: SnapshotId, n: i64) -> Result<bool, CaseError> {
    let sql = "SELECT form FROM linkage WHERE snapshot = ?1 AND n = ?2 AND what = 'words'";
    let form: Option<u32> = connection.prepare_cached(sql)?.query_row(params![snapshot.0, n], |row| row.get(0)).optional()?;
    Ok(form == Some(FORM))
}

/// What linking compares of one segment, read from the case but not opened yet: reading happens one at a time, opening on any thread.
#[derive(Debug)]
pub struct LinkagePart(Kept);

#[derive(Debug)]
enum Kept {
    Columns {
        rows: Vec<u8>,
        words: Vec<u8>,
    },
    /// The segment itself, with the fields its columns hold.
    Rows {
        segment: Vec<u8>,
        columns: BTreeMap<Field, String>,
        /// The order of the numbers in its dates.
        dates: DateOrder,
        is_sealed: bool,
    },
}

/// Reads a part.
pub(super) fn part(store: &Store, snapshot: &Snapshot, n: usize) -> Result<LinkagePart, CaseError> {
    let (id, number) = (snapshot.id, count(n));
    store.read(|connection| {
        if is_current(connection, id, number)? {
            let [rows, words] = WHAT.map(|what| bytes(connection, id, number, what));
            return Ok(LinkagePart(Kept::Columns { rows: rows?, words: words? }));
        }
        let segment = segments::bytes(connection, id, number)?;
        if segment.is_empty() {
            return Err(CaseError::NoSuchRecord { what: format!("Segment {n} of snapshot {id}") });
        }
        Ok(LinkagePart(Kept::Rows { segment, columns: columns_of(snapshot), dates: snapshot.dates, is_sealed: snapshot.is_sealed() }))
    })
}

/// The column of the segment for each mapped field that says something about a person.
fn columns_of(snapshot: &Snapshot) -> BTreeMap<Field, String> {
    let place = |name: &String| snapshot.columns.iter().position(|column| column == name);
    snapshot.mapping.0.iter().filter_map(|(field, name)| Some((*field, format!("raw.{}", place(name)?)))).collect()
}

impl LinkagePart {
    /// The columns to compare.
    ///
    /// # Errors
    /// [`CaseError::Table`] if what is stored cannot be read.
    pub fn open(self) -> Result<Columns, CaseError> {
        match self.0 {
            Kept::Columns { rows, words } => Columns::unpack(&rows, &words).map_err(told),
            Kept::Rows { segment, columns, dates, is_sealed } => from_rows(&decode(segment)?, &columns, dates, is_sealed),
        }
    }
}

/// Makes the columns from rows as written.
fn from_rows(segment: &DataFrame, columns: &BTreeMap<Field, String>, dates: DateOrder, is_sealed: bool) -> Result<Columns, CaseError> {
    let mut texts: BTreeMap<Field, &StringChunked> = BTreeMap::new();
    for (field, name) in columns {
        texts.insert(*field, segment.column(name)?.str()?);
    }
    let raw: Vec<&StringChunked> =
        (0..).map_while(|n| segment.column(&format!("raw.{n}")).ok()).map(|column| column.str()).collect::<PolarsResult<_>>()?;
    let record = segment.column("key.record")?.str()?;
    let [joined, joined_by, left, left_by] = segments::DAYS.map(|name| segment.column(name).and_then(|column| column.i32()));
    let days = [joined?, joined_by?, left?, left_by?];
    let place = |field: Field| columns.get(&field).and_then(|name| name.strip_prefix("raw.")?.parse().ok());
    let candidates = if is_sealed { Vec::new() } else { candidates(raw.len(), place) };
    let mut builder = Builder::with_categories(&candidates);
    let mut cells: Vec<&str> = Vec::new();
    for (at, row) in segment.column("row")?.u32()?.iter().enumerate() {
        let text = |field: Field| texts.get(&field).and_then(|column| column.get(at)).unwrap_or_default().trim();
        cells.clear();
        cells.extend(raw.iter().map(|column| column.get(at).unwrap_or_default()));
        let mark = Mark { record: record.get(at), days: days.map(|column| column.get(at)), cells: &cells };
        if is_sealed {
            builder.push_sealed(row.unwrap_or_default(), [Field::Email, Field::Phone, Field::Identifier].map(text), &mark);
        } else {
            builder.push_marked(row.unwrap_or_default(), &Particulars::of_fields(text, dates), &mark);
        }
    }
    Ok(builder.finish())
}
