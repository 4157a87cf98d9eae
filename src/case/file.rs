//! Opening, reading and changing a case.

use super::{CaseError, Edit, HistoryEntry, ImportTransaction};
use crate::model::{Contents, EvidenceId, Incident, SnapshotId};
use polars::frame::DataFrame;
use secrecy::SecretString;
use std::path::Path;
use std::sync::Arc;

/// A case as everybody reads it. Cloning is cheap; a clone keeps showing the contents as they were.
#[derive(Clone)]
pub struct Case {
    contents: Arc<Contents>,
}

impl Case {
    /// Everything but the rows of the sources.
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// A number that changes with every change of the contents; equal numbers mean equal contents.
    pub fn revision(&self) -> u64 {
        todo!()
    }

    /// The rows of a snapshot: one frame per stored segment, in order.
    ///
    /// Columns: `row` (UInt32, from 0 after the header), `raw.0`, `raw.1`… (String, as written, in the order of [`crate::model::Snapshot::columns`]),
    /// the canonical keys `key.email`, `key.phone`, `key.identifier`, `key.record` (String, null if the row has none), and the days
    /// `joined.earliest`, `joined.latest`, `left.earliest`, `left.latest` (Int32, see [`crate::model::dates::day_number`]; null if unknown).
    pub fn segments(&self, snapshot: SnapshotId) -> Result<Vec<DataFrame>, CaseError> {
        let _ = snapshot;
        todo!()
    }

    /// One row of a snapshot as written, in the order of its columns.
    pub fn row(&self, snapshot: SnapshotId, row: u64) -> Result<Vec<String>, CaseError> {
        let _ = (snapshot, row);
        todo!()
    }

    /// `length` bytes of a piece of evidence from `offset` on; fewer at its end.
    pub fn evidence_bytes(&self, evidence: EvidenceId, offset: u64, length: u64) -> Result<Vec<u8>, CaseError> {
        let _ = (evidence, offset, length);
        todo!()
    }

    /// An analysis stored earlier under this digest of its inputs.
    pub fn cached(&self, digest: &str) -> Result<Option<String>, CaseError> {
        let _ = digest;
        todo!()
    }
}

/// The open case file.
pub struct CaseFile {
    case: Case,
}

impl CaseFile {
    /// Makes a new case; encrypted if there is a passphrase.
    pub fn create(path: &Path, passphrase: Option<&SecretString>, incident: &Incident) -> Result<Self, CaseError> {
        let _ = (path, passphrase, incident);
        todo!()
    }

    /// Opens a case.
    pub fn open(path: &Path, passphrase: Option<&SecretString>) -> Result<Self, CaseError> {
        let _ = (path, passphrase);
        todo!()
    }

    /// Whether the file at `path` needs a passphrase.
    pub fn is_encrypted(path: &Path) -> Result<bool, CaseError> {
        let _ = path;
        todo!()
    }

    /// The contents, to read.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        todo!()
    }

    /// Whether it was written by a newer version.
    pub fn is_read_only(&self) -> bool {
        todo!()
    }

    /// Makes a change: stores it, its inverse and a log entry in one transaction. What was undone can then no longer be redone.
    pub fn apply(&mut self, edit: Edit) -> Result<(), CaseError> {
        let _ = edit;
        todo!()
    }

    /// Takes the last step back; `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<HistoryEntry>, CaseError> {
        todo!()
    }

    /// Makes the step undone last again; `None` if there is none.
    pub fn redo(&mut self) -> Result<Option<HistoryEntry>, CaseError> {
        todo!()
    }

    /// Every step, oldest first.
    pub fn history(&self) -> Result<Vec<HistoryEntry>, CaseError> {
        todo!()
    }

    /// A free row number for a new record of this kind, for [`Edit::Put`].
    pub fn fresh_id(&mut self, kind: super::RecordKind) -> Result<i64, CaseError> {
        let _ = kind;
        todo!()
    }

    /// Begins an import. Nothing of it is visible before [`ImportTransaction::commit`]; dropping it leaves the case as it was.
    pub fn begin_import(&mut self) -> Result<ImportTransaction<'_>, CaseError> {
        todo!()
    }

    /// Stores an analysis under the digest of its inputs; older ones are forgotten.
    pub fn store_analysis(&mut self, digest: &str, json: &str) -> Result<(), CaseError> {
        let _ = (digest, json);
        todo!()
    }

    /// Sets, changes or (`None`) removes the passphrase.
    pub fn set_passphrase(&mut self, passphrase: Option<&SecretString>) -> Result<(), CaseError> {
        let _ = passphrase;
        todo!()
    }

    /// The recovery sheet: the key as 64 hex digits in groups of 4 and a 4-digit check; `None` without a passphrase.
    pub fn recovery_sheet(&self) -> Option<secrecy::SecretString> {
        todo!()
    }

    /// Closes the case so that only one file is left.
    pub fn close(self) -> Result<(), CaseError> {
        todo!()
    }
}
