//! Rows of snapshots: Parquet segments of at most 1 M rows, stored in the case.

use super::store::{Store, count};
use super::{CaseError, evidence};
use crate::model::{ImportId, Snapshot, SnapshotId};
use polars::error::{PolarsError, PolarsResult};
use polars::frame::DataFrame;
use polars::prelude::DataType;
use polars_io::prelude::{ParquetCompression, ParquetReader, ParquetWriter, SerReader as _};
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use std::io::Cursor;

/// Rows of a segment at most.
const ROWS: usize = 1_000_000;
/// Rows that are read together when one row is asked for.
const ROW_GROUP: usize = 65_536;
/// Bytes of a part; a value of the database must stay far under 1 GB.
const PART: usize = 64 << 20;

const KEYS: [&str; 4] = ["key.email", "key.phone", "key.identifier", "key.record"];
const DAYS: [&str; 4] = ["joined.earliest", "joined.latest", "left.earliest", "left.latest"];

fn mismatch(what: String) -> PolarsError {
    PolarsError::SchemaMismatch(what.into())
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
fn encode(frame: &mut DataFrame) -> PolarsResult<Vec<u8>> {
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).with_compression(ParquetCompression::Zstd(None)).with_row_group_size(Some(ROW_GROUP)).finish(frame)?;
    Ok(bytes)
}

/// Stores the rows of a snapshot, as part of the transaction that is open.
pub(super) fn add(store: &Store, import: ImportId, snapshot: &Snapshot, frames: Vec<DataFrame>) -> Result<(), CaseError> {
    let height: usize = frames.iter().map(DataFrame::height).sum();
    if height as u64 != snapshot.rows {
        return Err(mismatch(format!("the segments have {height} rows, the snapshot says {}", snapshot.rows)).into());
    }
    let (mut last, mut n) = (None, 0);
    for frame in frames {
        // Checked whole, so that the cut pieces need no second look.
        last = check(&frame, snapshot.columns.len(), last)?;
        for from in (0..frame.height()).step_by(ROWS) {
            let mut piece = frame.slice(count(from), ROWS);
            write(store, import, snapshot.id, n, &mut piece)?;
            n += 1;
        }
    }
    Ok(())
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

/// The segments of a snapshot, in order.
pub(super) fn all(store: &Store, snapshot: SnapshotId) -> Result<Vec<DataFrame>, CaseError> {
    let numbers: Vec<i64> = store.read(|connection| {
        let mut statement = connection.prepare("SELECT n FROM segment WHERE snapshot = ?1 ORDER BY n")?;
        let found = statement.query_map([snapshot.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(found)
    })?;
    // Decoding happens outside the lock.
    numbers.into_iter().map(|n| Ok(decode(store.read(|connection| bytes(connection, snapshot, n))?)?)).collect()
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
