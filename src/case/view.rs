//! A case as everybody reads it.

use super::evidence;
use super::reader::EvidenceReader;
use super::store::Store;
use super::{CaseError, Damage, LinkagePart, RecordKey, Written, history, linkage, segments};
use crate::link::columns::Columns;
use crate::model::{Contents, EvidenceId, Snapshot, SnapshotId};
use polars::frame::DataFrame;
use rusqlite::OptionalExtension as _;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What stands between a case and who reads it: a view in which people are hidden. See [`Case::veiled`].
pub trait Veil: Send + Sync {
    /// What is shown instead of a cell of a row.
    fn cell(&self, snapshot: &Snapshot, column: usize, value: &str) -> String;
    /// What is shown instead of a key a row is found by. Equal keys must stay equal and different ones different.
    fn key(&self, value: &str) -> String;
}

/// A case as everybody reads it. Cloning is cheap; a clone keeps showing the contents as they were.
#[derive(Clone)]
pub struct Case {
    pub(super) contents: Arc<Contents>,
    pub(super) revision: u64,
    pub(super) store: Arc<Store>,
    pub(super) veil: Option<Arc<dyn Veil>>,
}

impl Case {
    pub(super) fn new(contents: Contents, store: Arc<Store>) -> Self {
        Self { contents: Arc::new(contents), revision: next_revision(), store, veil: None }
    }

    /// The same case seen with other contents, and with a veil before what is read from the file: rows come through it, the bytes of evidence not at all.
    /// It is a view to be shown, not one to reason on: what linking compares is read as it is.
    #[must_use]
    pub fn veiled(&self, contents: Contents, veil: Arc<dyn Veil>) -> Self {
        Self { contents: Arc::new(contents), revision: next_revision(), store: Arc::clone(&self.store), veil: Some(veil) }
    }

    /// A number that belongs to this case alone, whatever is changed in it: the hash of the first entry of its log. Nothing shows it.
    pub fn birthmark(&self) -> Result<[u8; 32], CaseError> {
        self.store.read(|connection| Ok(connection.query_row("SELECT hash FROM audit ORDER BY seq LIMIT 1", [], |row| row.get(0))?))
    }

    /// Everything but the rows of the sources.
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// A number that changes with every change of the contents; equal numbers mean equal contents, also across cases open in this program.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The rows of a snapshot: one frame per stored segment, in order. For large tables read segment by segment instead.
    ///
    /// Columns: `row` (`UInt32`, from 0 after the header), `raw.0`, `raw.1`… (String, as written, in the order of [`crate::model::Snapshot::columns`]),
    /// the canonical keys `key.email`, `key.phone`, `key.identifier`, `key.record` (String, null if the row has none), and the days
    /// `joined.earliest`, `joined.latest`, `left.earliest`, `left.latest` (Int32, see [`crate::model::dates::day_number`]; null if unknown).
    pub fn segments(&self, snapshot: SnapshotId) -> Result<Vec<DataFrame>, CaseError> {
        segments::all(&self.store, snapshot)?.into_iter().map(|frame| self.behind_veil(snapshot, frame)).collect()
    }

    /// How many segments a snapshot has.
    pub fn segment_count(&self, snapshot: SnapshotId) -> Result<usize, CaseError> {
        segments::how_many(&self.store, snapshot)
    }

    /// Segment `n` of a snapshot, from 0, with the columns described at [`Self::segments`].
    pub fn segment(&self, snapshot: SnapshotId, n: usize) -> Result<DataFrame, CaseError> {
        self.behind_veil(snapshot, segments::one(&self.store, snapshot, n, None)?)
    }

    /// Only these columns of segment `n`, in the order of the segment. Others are not even decoded.
    pub fn segment_columns(&self, snapshot: SnapshotId, n: usize, columns: &[&str]) -> Result<DataFrame, CaseError> {
        self.behind_veil(snapshot, segments::one(&self.store, snapshot, n, Some(columns))?)
    }

    /// What linking compares of segment `n`, read but not opened: [`LinkagePart::open`] can run on any thread.
    ///
    /// It was made when the snapshot was imported; in a case of an older version it is made from the rows each time.
    pub fn linkage_part(&self, snapshot: &Snapshot, n: usize) -> Result<LinkagePart, CaseError> {
        linkage::part(&self.store, snapshot, n)
    }

    /// What linking compares of segment `n`.
    pub fn linkage_columns(&self, snapshot: SnapshotId, n: usize) -> Result<Columns, CaseError> {
        let found = self.contents.snapshots.binary_search_by_key(&snapshot, |it| it.id).ok();
        let found = found.ok_or_else(|| CaseError::NoSuchRecord { what: format!("Snapshot {snapshot}") })?;
        self.linkage_part(&self.contents.snapshots[found], n)?.open()
    }

    /// One row of a snapshot as written, in the order of its columns. The segment read last is kept, so neighbouring rows are cheap.
    pub fn row(&self, snapshot: SnapshotId, row: u64) -> Result<Vec<String>, CaseError> {
        let cells = segments::row(&self.store, snapshot, row)?;
        let Some((veil, snapshot)) = self.veil.as_ref().zip(self.snapshot(snapshot)) else { return Ok(cells) };
        Ok(cells.iter().enumerate().map(|(column, cell)| veil.cell(snapshot, column, cell)).collect())
    }

    /// `length` bytes of a piece of evidence from `offset` on; fewer at its end.
    pub fn evidence_bytes(&self, evidence: EvidenceId, offset: u64, length: u64) -> Result<Vec<u8>, CaseError> {
        let mut reader = self.open_evidence(evidence)?;
        let mut bytes = Vec::new();
        let done = reader.seek(SeekFrom::Start(offset)).and_then(|_| reader.take(length).read_to_end(&mut bytes));
        let damage = |source: std::io::Error| Damage::Evidence { id: evidence, what: source.to_string() };
        done.map_err(|source| CaseError::Damaged { what: damage(source), path: self.store.path().to_owned() })?;
        Ok(bytes)
    }

    /// A piece of evidence as a stream.
    pub fn open_evidence(&self, evidence: EvidenceId) -> Result<EvidenceReader, CaseError> {
        if self.veil.is_some() {
            return Err(CaseError::Veiled);
        }
        EvidenceReader::new(Arc::clone(&self.store), evidence)
    }

    fn snapshot(&self, id: SnapshotId) -> Option<&Snapshot> {
        self.contents.snapshots.iter().find(|snapshot| snapshot.id == id)
    }

    /// A frame as it is shown: its cells and keys through the veil, if there is one.
    fn behind_veil(&self, snapshot: SnapshotId, frame: DataFrame) -> Result<DataFrame, CaseError> {
        match self.veil.as_ref().zip(self.snapshot(snapshot)) {
            Some((veil, snapshot)) => Ok(segments::veiled(frame, snapshot, veil.as_ref())?),
            None => Ok(frame),
        }
    }

    /// Every time a piece of evidence was given: file name and path as the user gave them, when, and with which import.
    pub fn occurrences(&self, evidence: EvidenceId) -> Result<Vec<evidence::Occurrence>, CaseError> {
        self.store.read(|connection| evidence::occurrences(connection, evidence))
    }

    /// Who wrote a record as it shows, and when, as the action log tells it; `None` if no such record shows.
    pub fn written(&self, key: &RecordKey) -> Result<Option<Written>, CaseError> {
        self.store.read(|connection| history::written(connection, key))
    }

    /// An analysis stored earlier under this digest of its inputs.
    pub fn cached(&self, digest: &str) -> Result<Option<String>, CaseError> {
        self.store
            .read(|connection| Ok(connection.query_row("SELECT json FROM analysis WHERE digest = ?1", [digest], |row| row.get(0)).optional()?))
    }
}

/// Numbers are never used twice in a process, so that a view of another case is never taken for this one.
pub(super) fn next_revision() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
