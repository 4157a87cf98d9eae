//! One import = one transaction.

use super::{CaseError, Record, RecordKind};
use crate::job::Progress;
use crate::model::{Contents, Evidence, EvidenceId, ImportId, ImportReport, Snapshot};
use polars::frame::DataFrame;
use std::io::{Read, Seek};
use std::path::Path;

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
    case: std::marker::PhantomData<&'case mut ()>,
}

impl ImportTransaction<'_> {
    /// The number of this import.
    pub fn id(&self) -> ImportId {
        todo!()
    }

    /// The contents as this transaction sees them: what was there before plus what it has put so far.
    pub fn contents(&self) -> &Contents {
        todo!()
    }

    /// Stores a file byte for byte, before anything reads it. The same bytes are stored once; every occurrence is recorded.
    pub fn add_evidence(&mut self, path: &Path, media_type: &str, method: &str, progress: &dyn Progress) -> Result<StoredEvidence, CaseError> {
        let _ = (path, media_type, method, progress);
        todo!()
    }

    /// Reads stored evidence back, as a stream.
    pub fn open_evidence(&self, evidence: EvidenceId) -> Result<impl Read + Seek + '_, CaseError> {
        let _ = evidence;
        Ok(std::io::empty())
    }

    /// A free row number for a new record of this kind.
    pub fn fresh_id(&mut self, kind: RecordKind) -> i64 {
        let _ = kind;
        todo!()
    }

    /// Puts a record in.
    pub fn put(&mut self, record: Record) -> Result<(), CaseError> {
        let _ = record;
        todo!()
    }

    /// Puts a snapshot in with its rows, in segments of at most 1 M rows with the columns described at [`super::Case::segments`].
    pub fn put_snapshot(&mut self, snapshot: Snapshot, segments: Vec<DataFrame>) -> Result<(), CaseError> {
        let _ = (snapshot, segments);
        todo!()
    }

    /// Adds the account of one file.
    pub fn add_report(&mut self, report: ImportReport) -> Result<(), CaseError> {
        let _ = report;
        todo!()
    }

    /// Makes it all permanent: records, evidence and one log entry per file. It becomes one step of the history (its inverse is to withdraw it).
    pub fn commit(self) -> Result<ImportId, CaseError> {
        todo!()
    }
}
