//! Rows of snapshots: Parquet segments of at most 1 M rows, stored in the case one by one and read one by one, so that a table of any length fits.

use super::store::{Store, count};
use super::view::Veil;
use super::{CaseError, evidence, linkage};
use crate::link::columns::Columns;
use crate::model::{ImportId, Snapshot, SnapshotId};
use polars::error::{PolarsError, PolarsResult};
use polars::frame::DataFrame;
use polars::prelude::{Column, DataType};
use polars_io::prelude::{ParquetCompression, ParquetReader, ParquetWriter, SerReader as _};
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use std::io::Cursor;
use std::sync::Arc;

/// Rows of a segment at most.
const ROWS: usize = 1_000_000;
/// Rows that are read together when one row is asked for.
const ROW_GROUP: usize = 65_536;
/// Bytes of a part; a value of the database must stay far under 1 GB.
pub(super) const PART: usize = 64 << 20;

const KEYS: [&str; 4] = ["key.email", "key.phone", "key.identifier", "key.record"];
pub(super) const DAYS: [&str; 4] = ["joined.earliest", "joined.latest", "left.earliest", "left.latest"];

fn mismatch(what: String) -> PolarsError {
    PolarsError::SchemaMismatch(what.into())
}

/// How many columns of the file itself a frame has.
fn raw_columns(frame: &DataFrame) -> usize {
    frame.columns().iter().filter(|column| column.name().starts_with("raw.")).count()
}

/// Checks that a frame has the columns of [`super::Case::segments`] and that its rows go on after `last`; the last row's number.
fn check(frame: &DataFrame, columns: usize, last: Option<u32>) -> PolarsResult<Option<u32>> {
    let raw = (0..columns).map(|n| (format!("raw.{n}"), DataType::String));
    let keys = KEYS.into_iter().map(|name| (name.to_owned(), DataType::String));
    let days = DAYS.into_iter().map(|name| (name.to_owned(), DataType::Int32));
    let expected = std::iter::once(("row".to_owned(), DataType::UInt32)).chain(raw).chain(keys).chain(days);
    let mut width = 0;
    for (name, kind) in expected {
        let found = frame.column(&name)?.dtype();
        if *found != kind {
            return Err(mismatch(format!("column {name} is {found} instead of {kind}")));
        }
        width += 1;
    }
    if frame.width() != width {
        return Err(mismatch(format!("a segment has {} columns instead of {width}", frame.width())));
    }
    let rows = frame.column("row")?.as_materialized_series();
    rows.u32()?.iter().try_fold(last, |last, row| match (last, row) {
        (_, None) => Err(mismatch("a row has no number".to_owned())),
        (Some(last), Some(row)) if row <= last => Err(mismatch(format!("row {row} comes after row {last}"))),
        (_, row) => Ok(row),
    })
}

/// The Parquet file of a frame.
pub(super) fn encode(frame: &mut DataFrame) -> PolarsResult<Vec<u8>> {
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).with_compression(ParquetCompression::Zstd(None)).with_row_group_size(Some(ROW_GROUP)).finish(frame)?;
    Ok(bytes)
}

/// Rows of one snapshot on their way into the case, segment by segment: only the one being written is held.
///
/// It belongs to the transaction that began it and does not borrow it, so that records can be put and evidence read meanwhile. Dropped before
/// [`super::ImportTransaction::finish_snapshot`], nothing of it stays.
pub struct SnapshotWriter {
    store: Arc<Store>,
    import: ImportId,
    snapshot: SnapshotId,
    /// Columns of the file itself, once the first frame has come.
    columns: Option<usize>,
    last: Option<u32>,
    /// Number of the next segment.
    next: i64,
    rows: u64,
    is_done: bool,
}

impl SnapshotWriter {
    pub(super) fn new(store: Arc<Store>, import: ImportId, snapshot: SnapshotId) -> Self {
        Self { store, import, snapshot, columns: None, last: None, next: 0, rows: 0, is_done: false }
    }

    /// The snapshot the rows are of.
    pub fn snapshot(&self) -> SnapshotId {
        self.snapshot
    }

    /// Stores the next rows, with the columns described at [`super::Case::segments`]; more than 1 M at a time become several segments.
    pub fn push(&mut self, frame: &DataFrame) -> Result<(), CaseError> {
        // Checked whole, so that the cut pieces need no second look.
        let columns = *self.columns.get_or_insert_with(|| raw_columns(frame));
        self.last = check(frame, columns, self.last)?;
        for from in (0..frame.height()).step_by(ROWS) {
            let mut piece = frame.slice(count(from), ROWS);
            write(&self.store, self.import, self.snapshot, self.next, &mut piece)?;
            self.next += 1;
        }
        self.rows += frame.height() as u64;
        Ok(())
    }

    /// Stores the next segment with what linking compares of its rows.
    pub fn push_with(&mut self, frame: &DataFrame, columns: &Columns) -> Result<(), CaseError> {
        let is_of_frame = frame.column("row")?.u32()?.iter().eq(columns.rows.iter().copied().map(Some));
        if frame.height() > ROWS || !is_of_frame {
            return Err(mismatch("what linking compares is of other rows than the segment".to_owned()).into());
        }
        let n = self.next;
        self.push(frame)?;
        if self.next > n { linkage::write(&self.store, self.snapshot, n, columns) } else { Ok(()) }
    }

    /// That these are all the rows of `snapshot`.
    pub(super) fn close(mut self, snapshot: &Snapshot) -> Result<(), CaseError> {
        if self.rows != snapshot.rows || self.snapshot != snapshot.id {
            let (rows, of) = (self.rows, self.snapshot);
            return Err(mismatch(format!("the segments have {rows} rows of snapshot {of}, snapshot {} says {}", snapshot.id, snapshot.rows)).into());
        }
        if self.columns.is_some_and(|columns| columns != snapshot.columns.len()) {
            return Err(mismatch(format!("the segments have other columns than the {} of the snapshot", snapshot.columns.len())).into());
        }
        self.is_done = true;
        Ok(())
    }
}

impl Drop for SnapshotWriter {
    fn drop(&mut self) {
        if self.is_done || self.next == 0 {
            return;
        }
        // If the transaction is gone, so are the segments.
        let remove = |connection: &Connection| {
            for table in ["linkage_part", "linkage", "segment_part", "segment"] {
                connection.execute(&format!("DELETE FROM {table} WHERE snapshot = ?1 AND n < ?2"), params![self.snapshot.0, self.next])?;
            }
            Ok(())
        };
        self.store.within(remove).ok();
    }
}

fn write(store: &Store, import: ImportId, snapshot: SnapshotId, n: i64, frame: &mut DataFrame) -> Result<(), CaseError> {
    let bytes = encode(frame)?;
    let rows = frame.column("row")?.u32()?;
    let (first, last) = (rows.first(), rows.last());
    let sha256 = evidence::hex(&Sha256::digest(&bytes));
    store.within(|connection| {
        connection.execute(
            "INSERT INTO segment (snapshot, n, import, first_row, last_row, row_count, sha256, size) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![snapshot.0, n, import.0, first, last, count(frame.height()), sha256, count(bytes.len())],
        )?;
        for (part, bytes) in bytes.chunks(PART).enumerate() {
            connection.prepare_cached("INSERT INTO segment_part (snapshot, n, part, bytes) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
                snapshot.0,
                n,
                count(part),
                bytes
            ])?;
        }
        Ok(())
    })
}

/// The Parquet file of a segment.
pub(super) fn bytes(connection: &Connection, snapshot: SnapshotId, n: i64) -> Result<Vec<u8>, CaseError> {
    let mut statement = connection.prepare_cached("SELECT bytes FROM segment_part WHERE snapshot = ?1 AND n = ?2 ORDER BY part")?;
    let mut rows = statement.query(params![snapshot.0, n])?;
    let mut bytes = Vec::new();
    while let Some(row) = rows.next()? {
        bytes.extend_from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    Ok(bytes)
}

/// Reads a Parquet file back.
pub(super) fn decode(bytes: Vec<u8>) -> PolarsResult<DataFrame> {
    ParquetReader::new(Cursor::new(bytes)).finish()
}

/// Reads some columns of a Parquet file back.
pub(super) fn decode_columns(bytes: Vec<u8>, columns: &[&str]) -> PolarsResult<DataFrame> {
    let columns = columns.iter().map(|&name| name.to_owned()).collect();
    ParquetReader::new(Cursor::new(bytes)).with_columns(Some(columns)).finish()
}

/// How many segments a snapshot has. They are numbered from 0 without gaps.
pub(super) fn how_many(store: &Store, snapshot: SnapshotId) -> Result<usize, CaseError> {
    let found: i64 =
        store.read(|connection| Ok(connection.query_row("SELECT count(*) FROM segment WHERE snapshot = ?1", [snapshot.0], |row| row.get(0))?))?;
    Ok(usize::try_from(found).unwrap_or_default())
}

/// One segment, whole or only some columns of it.
pub(super) fn one(store: &Store, snapshot: SnapshotId, n: usize, columns: Option<&[&str]>) -> Result<DataFrame, CaseError> {
    let bytes = store.read(|connection| bytes(connection, snapshot, count(n)))?;
    if bytes.is_empty() {
        return Err(CaseError::NoSuchRecord { what: format!("Segment {n} of snapshot {snapshot}") });
    }
    // Decoding happens outside the lock.
    Ok(match columns {
        None => decode(bytes),
        Some(columns) => decode_columns(bytes, columns),
    }?)
}

/// The segments of a snapshot, in order.
pub(super) fn all(store: &Store, snapshot: SnapshotId) -> Result<Vec<DataFrame>, CaseError> {
    (0..how_many(store, snapshot)?).map(|n| one(store, snapshot, n, None)).collect()
}

/// A frame with its cells and keys as a veil shows them.
pub(super) fn veiled(mut frame: DataFrame, snapshot: &Snapshot, veil: &dyn Veil) -> PolarsResult<DataFrame> {
    let names: Vec<String> = frame.columns().iter().map(|column| column.name().to_string()).collect();
    for name in names {
        let column = name.strip_prefix("raw.").and_then(|number| number.parse::<usize>().ok());
        if column.is_none() && !KEYS.contains(&name.as_str()) {
            continue;
        }
        let shown = |value: &str| column.map_or_else(|| veil.key(value), |column| veil.cell(snapshot, column, value));
        let masked: Vec<Option<String>> = frame.column(&name)?.str()?.iter().map(|value| value.map(shown)).collect();
        frame.with_column(Column::new(name.as_str().into(), masked))?;
    }
    Ok(frame)
}

/// One row as written.
pub(super) fn row(store: &Store, snapshot: SnapshotId, row: u64) -> Result<Vec<String>, CaseError> {
    let absent = || CaseError::NoSuchRecord { what: format!("Row {row} of snapshot {snapshot}") };
    let wanted = u32::try_from(row).map_err(|_overflow| absent())?;
    let found = store.read(|connection| {
        let sql = "SELECT n FROM segment WHERE snapshot = ?1 AND first_row <= ?2 AND last_row >= ?2";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(params![snapshot.0, wanted])?;
        Ok(rows.next()?.map(|row| row.get::<_, i64>(0)).transpose()?)
    })?;
    let n = found.ok_or_else(absent)?;
    let mut last = store.last_segment();
    let frame = match &*last {
        Some((held, number, frame)) if (*held, *number) == (snapshot, n) => frame.clone(),
        _ => {
            let frame = decode(store.read(|connection| bytes(connection, snapshot, n))?)?;
            last.insert((snapshot, n, frame)).2.clone()
        }
    };
    drop(last);
    let at = position(&frame, wanted)?.ok_or_else(absent)?;
    (0..).map_while(|n| frame.column(&format!("raw.{n}")).ok()).map(|column| Ok(column.str()?.get(at).unwrap_or_default().to_owned())).collect()
}

/// Where a row stands in its segment; rows that were rejected leave gaps, so its number does not say.
fn position(frame: &DataFrame, wanted: u32) -> PolarsResult<Option<usize>> {
    let rows = frame.column("row")?.u32()?;
    let (mut low, mut high) = (0, rows.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match rows.get(middle) {
            Some(row) if row < wanted => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok((rows.get(low) == Some(wanted)).then_some(low))
}
