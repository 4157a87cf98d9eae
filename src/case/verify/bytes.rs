//! Checking what is stored byte for byte: evidence and table segments against their digests.

use super::{Check, Logged, reason};
use crate::case::evidence::{self, CHUNK};
use crate::case::store::count;
use crate::case::{CaseError, segments};
use crate::model::{EvidenceId, SnapshotId};
use polars::frame::DataFrame;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::Read as _;

impl Check<'_> {
    pub(super) fn evidence(&mut self, logged: &Logged) -> Result<(), CaseError> {
        let sql = "SELECT id, original_name, sha256, size, embedded FROM evidence ORDER BY id";
        let rows: Vec<(i64, Vec<u8>, String, i64, bool)> =
            self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
        for (id, name, sha256, size, is_embedded) in rows {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let name = format!("Evidence E{id} '{}'", String::from_utf8_lossy(&name));
            self.report.evidence += 1;
            match logged.get(&id) {
                Some((digest, seq)) if *digest != sha256 => {
                    self.problem(format!("{name}: its digest is not the one that log entry {seq} states."));
                }
                Some(_) => {}
                None => self.problem(format!("{name}: the log says nothing of its coming in.")),
            }
            if is_embedded {
                self.chunks(EvidenceId(id), &name, &sha256, size.unsigned_abs())?;
            } else {
                self.outside(EvidenceId(id), &name, &sha256)?;
            }
        }
        for (id, (_, seq)) in logged {
            let is_there = self.read(|c| Ok(c.query_row("SELECT EXISTS (SELECT 1 FROM evidence WHERE id = ?1)", [id], |row| row.get::<_, bool>(0))?));
            if matches!(is_there, Ok(false)) {
                self.problem(format!("Evidence E{id} is missing: log entry {seq} says that it came in."));
            }
        }
        Ok(())
    }

    /// Evidence inside the case: chunks without gaps, of full size but the last, with the digest stated.
    fn chunks(&mut self, id: EvidenceId, name: &str, sha256: &str, size: u64) -> Result<(), CaseError> {
        let (mut hasher, mut done, full) = (Sha256::new(), 0_u64, CHUNK as u64);
        if size > evidence::EMBEDDED_LIMIT {
            // The size itself is what is damaged: nothing goes through as many steps as it says.
            self.problem(format!("{name}: its stated size of {size} bytes is more than a case holds of one file."));
            return Ok(());
        }
        let chunks = size.div_ceil(full);
        for n in 0..chunks {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let expected = (size - n * full).min(full);
            match self.read(|c| evidence::chunk(c, id, count(n))) {
                Ok(Some(bytes)) => {
                    if bytes.len() as u64 != expected {
                        self.problem(format!("{name}: chunk {n} has {} bytes instead of {expected}.", bytes.len()));
                    }
                    hasher.update(&bytes);
                    done += bytes.len() as u64;
                }
                Ok(None) => self.problem(format!("{name}: chunk {n} is missing.")),
                Err(error @ CaseError::Closed { .. }) => return Err(error),
                Err(error) => self.problem(format!("{name}: chunk {n} cannot be read: {}.", reason(&error))),
            }
            self.progress.advance(done, Some(size));
        }
        self.report.bytes += done;
        // Chunks that cannot even be counted have been named above.
        let extra = "SELECT count(*) FROM evidence_chunk WHERE evidence = ?1 AND (n < 0 OR n >= ?2)";
        let extra: i64 = self.read(|c| Ok(c.query_row(extra, [id.0, count(chunks)], |row| row.get(0))?)).unwrap_or(0);
        if extra > 0 {
            self.problem(format!("{name}: it has more chunks than its size of {size} bytes allows."));
        }
        if evidence::hex(&hasher.finalize()) != sha256 {
            self.problem(format!("{name}: its bytes no longer have the digest they came in with."));
        }
        Ok(())
    }

    /// Evidence too large for the case: the file where it was, if it is there.
    fn outside(&mut self, id: EvidenceId, name: &str, sha256: &str) -> Result<(), CaseError> {
        let Some(path) = self.read(|c| evidence::source_path(c, id))? else {
            self.report.notes.push(format!("{name} came in sealed: its bytes are not kept, so its digest cannot be checked against them."));
            return Ok(());
        };
        let Ok(mut file) = std::fs::File::open(&path) else {
            self.report.notes.push(format!("{name} is kept outside the case and is not where it was; its digest could not be checked."));
            return Ok(());
        };
        let (mut hasher, mut buffer) = (Sha256::new(), vec![0; CHUNK]);
        loop {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let read = file.read(&mut buffer).map_err(|source| CaseError::Io { path: path.clone(), source })?;
            if read == 0 {
                break;
            }
            hasher.update(&buffer[..read]);
            self.report.bytes += read as u64;
        }
        if evidence::hex(&hasher.finalize()) != sha256 {
            self.problem(format!("{name}: the file outside the case no longer has the digest it came in with."));
        }
        Ok(())
    }

    /// Stored bytes; `None`, and the problem noted, if they are not the ones that were written.
    pub(super) fn written(&mut self, name: &str, bytes: Result<Vec<u8>, CaseError>, size: i64, sha256: &str) -> Result<Option<Vec<u8>>, CaseError> {
        match bytes {
            Ok(bytes) if count(bytes.len()) == size && evidence::hex(&Sha256::digest(&bytes)) == sha256 => Ok(Some(bytes)),
            Ok(_) => {
                self.problem(format!("{name}: its bytes no longer have the digest they were written with."));
                Ok(None)
            }
            Err(error @ CaseError::Closed { .. }) => Err(error),
            Err(error) => {
                self.problem(format!("{name} cannot be read: {}.", reason(&error)));
                Ok(None)
            }
        }
    }

    /// The table that stored bytes hold; `None`, and the problem noted, if they are not the ones that were written.
    pub(super) fn table(&mut self, name: &str, bytes: Result<Vec<u8>, CaseError>, size: i64, sha256: &str) -> Result<Option<DataFrame>, CaseError> {
        // The table reader is not asked about bytes that are known to be wrong.
        let Some(bytes) = self.written(name, bytes, size, sha256)? else { return Ok(None) };
        let read = segments::decode(bytes);
        if let Err(error) = &read {
            self.problem(format!("{name} cannot be read: {error}."));
        }
        Ok(read.ok())
    }

    pub(super) fn segments(&mut self) -> Result<(), CaseError> {
        let sql = "SELECT snapshot, n, row_count, sha256, size FROM segment ORDER BY snapshot, n";
        let rows: Vec<(i64, i64, i64, String, i64)> = self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
        let mut heights: BTreeMap<i64, i64> = BTreeMap::new();
        for (snapshot, n, row_count, sha256, size) in rows {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            self.report.segments += 1;
            *heights.entry(snapshot).or_default() += row_count;
            let name = format!("Snapshot {snapshot}, segment {n}");
            let bytes = self.read(|c| segments::bytes(c, SnapshotId(snapshot), n));
            if let Some(frame) = self.table(&name, bytes, size, &sha256)?
                && count(frame.height()) != row_count
            {
                self.problem(format!("{name} has {} rows instead of {row_count}.", frame.height()));
            }
        }
        let sql = "SELECT DISTINCT id, \"rows\" FROM snapshot ORDER BY id";
        for (snapshot, rows) in self.all::<(i64, i64)>(sql, |row| Ok((row.get(0)?, row.get(1)?)))? {
            let height = heights.get(&snapshot).copied();
            if height.is_some_and(|height| height != rows) || (height.is_none() && rows > 0) {
                self.problem(format!("Snapshot {snapshot} says it has {rows} rows, its segments have {}.", height.unwrap_or(0)));
            }
        }
        Ok(())
    }
}
