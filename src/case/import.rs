//! One import = one transaction.

use super::chain::{self, Value};
use super::evidence;
use super::reader::EvidenceReader;
use super::segments::SnapshotWriter;
use super::store::{Store, count};
use super::view::next_revision;
use super::{CaseError, CaseFile, Original, Record, RecordKind, file, history, layers, records};
use crate::job::Progress;
use crate::model::{Contents, Evidence, EvidenceId, ImportId, ImportReport, Snapshot, SnapshotId};
use polars::frame::DataFrame;
use rusqlite::params;
use std::cell::{Cell, OnceCell};
use std::sync::Arc;

/// Evidence that has just been stored.
#[derive(Clone, Debug)]
pub struct StoredEvidence {
    /// Its record.
    pub evidence: Evidence,
    /// False if the same bytes were in the case already; the further occurrence is recorded all the same.
    pub is_new: bool,
}

/// Everything of one import, until it is committed. Dropping it rolls back.
pub struct ImportTransaction<'case> {
    file: &'case mut CaseFile,
    store: Arc<Store>,
    id: ImportId,
    /// What was there plus what has been put, up to the last look.
    base: Cell<Contents>,
    /// What has been put since then. Sorting it in record by record would move the long lists each time.
    pending: Cell<Vec<Record>>,
    view: OnceCell<Contents>,
    files: Vec<StoredEvidence>,
    records: i64,
    is_done: bool,
}

impl<'case> ImportTransaction<'case> {
    pub(super) fn begin(file: &'case mut CaseFile) -> Result<Self, CaseError> {
        let store = Arc::clone(file.store());
        store.begin()?;
        let base = Contents::clone(&file.case.contents);
        let begun = store.within(|connection| {
            let id: i64 = connection.query_row("SELECT max(id) + 1 FROM import", [], |row| row.get(0))?;
            connection.execute("INSERT INTO import (id, at, actor) VALUES (?1, ?2, ?3)", params![id, chain::now(), chain::actor(connection)?])?;
            Ok(ImportId(id))
        });
        let id = begun.inspect_err(|_| store.roll_back())?;
        let (pending, view) = (Cell::default(), OnceCell::new());
        Ok(Self { file, store, id, base: Cell::new(base), pending, view, files: Vec::new(), records: 0, is_done: false })
    }

    /// The number of this import.
    pub fn id(&self) -> ImportId {
        self.id
    }

    /// The contents as this transaction sees them: what was there before plus what it has put so far.
    ///
    /// Free if nothing has been put since the last call; otherwise what was put is sorted in first.
    pub fn contents(&self) -> &Contents {
        self.view.get_or_init(|| {
            let mut contents = self.base.take();
            records::show(&mut contents, self.pending.take());
            contents
        })
    }

    /// The contents to be changed: what was looked at becomes the new base.
    fn base(&mut self) -> &mut Contents {
        if let Some(view) = self.view.take() {
            self.base.set(view);
        }
        self.base.get_mut()
    }

    /// Stores a file byte for byte, before anything reads it. The same bytes are stored once; every occurrence is recorded.
    pub fn add_evidence<'a>(
        &mut self,
        original: impl Into<Original<'a>>,
        media_type: &str,
        method: &str,
        progress: &dyn Progress,
    ) -> Result<StoredEvidence, CaseError> {
        let stored = evidence::add(&self.store, self.id, original.into(), media_type, method, progress)?;
        Ok(self.taken(stored))
    }

    /// Takes note of a file whose bytes are not to be kept because its table comes in sealed: digest, size and name only.
    pub fn withhold_evidence<'a>(
        &mut self,
        original: impl Into<Original<'a>>,
        media_type: &str,
        method: &str,
        progress: &dyn Progress,
    ) -> Result<StoredEvidence, CaseError> {
        let stored = evidence::withhold(&self.store, self.id, original.into(), media_type, method, progress)?;
        Ok(self.taken(stored))
    }

    /// Puts a file that has just been stored where it is looked for.
    fn taken(&mut self, stored: StoredEvidence) -> StoredEvidence {
        records::place(&mut self.base().evidence, stored.evidence.clone());
        self.files.push(stored.clone());
        stored
    }

    /// Reads stored evidence back, as a stream. The stream does not borrow the transaction: records can be put while it is read.
    pub fn open_evidence(&self, evidence: EvidenceId) -> Result<EvidenceReader, CaseError> {
        EvidenceReader::new(Arc::clone(&self.store), evidence)
    }

    /// A free row number for a new record of this kind.
    pub fn fresh_id(&mut self, kind: RecordKind) -> i64 {
        self.file.take_number(kind)
    }

    /// Puts a record in. It goes and comes with this import; what it covers (a record of the same id) shows again if the import is withdrawn.
    pub fn put(&mut self, record: Record) -> Result<(), CaseError> {
        self.store.within(|connection| layers::write(connection, &record, self.id.0))?;
        self.base();
        self.pending.get_mut().push(record);
        self.records += 1;
        Ok(())
    }

    /// Begins to store the rows of a snapshot with this number; [`Self::finish_snapshot`] puts the snapshot itself in.
    pub fn begin_snapshot(&self, snapshot: SnapshotId) -> SnapshotWriter {
        SnapshotWriter::new(Arc::clone(&self.store), self.id, snapshot)
    }

    /// Puts a snapshot in whose rows have been stored.
    pub fn finish_snapshot(&mut self, snapshot: Snapshot, rows: SnapshotWriter) -> Result<(), CaseError> {
        rows.close(&snapshot)?;
        self.put(Record::Snapshot(snapshot))
    }

    /// Puts a snapshot in with all its rows at once.
    pub fn put_snapshot(&mut self, snapshot: Snapshot, segments: Vec<DataFrame>) -> Result<(), CaseError> {
        let mut rows = self.begin_snapshot(snapshot.id);
        for segment in segments {
            rows.push(&segment)?;
        }
        self.finish_snapshot(snapshot, rows)
    }

    /// Adds the account of one file. It must add up.
    pub fn add_report(&mut self, mut report: ImportReport) -> Result<(), CaseError> {
        if !report.reconciles() {
            let (found, imported, duplicates, rejected) = (report.found, report.imported, report.duplicates, report.rejected());
            return Err(CaseError::Unreconciled { file: report.file, found, imported, duplicates, rejected });
        }
        report.import = self.id;
        let json = serde_json::to_string(&report)?;
        self.store.within(|connection| {
            connection.execute("INSERT INTO import_report (import, record) VALUES (?1, ?2)", params![self.id.0, json])?;
            Ok(())
        })?;
        self.base().imports.push(report);
        Ok(())
    }

    /// Makes it all permanent: records, evidence and one log entry per file. It becomes one step of the history (its inverse is to withdraw it).
    pub fn commit(mut self) -> Result<ImportId, CaseError> {
        let (id, next, files, records) = (self.id, self.file.next, std::mem::take(&mut self.files), self.records);
        self.store.within(|connection| {
            file::save_counters(connection, &next)?;
            for StoredEvidence { evidence, is_new } in &files {
                chain::append(connection, if *is_new { "evidence.import" } else { "evidence.again" }, entry(evidence, id))?;
            }
            history::push_import(connection, id, files.len(), records)?;
            connection.execute_batch("COMMIT")?;
            Ok(())
        })?;
        self.is_done = true;
        // Sorted in and taken out, without a copy of the whole.
        self.contents();
        let contents = self.view.take().unwrap_or_default();
        self.file.case.contents = Arc::new(contents);
        self.file.case.revision = next_revision();
        Ok(id)
    }
}

/// What the log says of a file that came in.
fn entry(evidence: &Evidence, import: ImportId) -> Value {
    [
        ("evidence", evidence.id.0.into()),
        ("import", import.0.into()),
        ("name", evidence.name.as_str().into()),
        ("sha256", evidence.sha256.as_str().into()),
        ("size", count(evidence.size).into()),
    ]
    .into()
}

impl Drop for ImportTransaction<'_> {
    fn drop(&mut self) {
        if !self.is_done {
            self.store.roll_back();
        }
    }
}
