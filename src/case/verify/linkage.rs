//! Checking what is kept beside the segments for linking: digests, and that it is about the same rows.

use super::Check;
use crate::case::store::count;
use crate::case::{CaseError, linkage};
use crate::link::FORM;
use crate::link::columns::Columns;
use crate::model::SnapshotId;
use std::collections::BTreeMap;

impl Check<'_> {
    pub(super) fn linkage(&mut self) -> Result<(), CaseError> {
        let sql = "SELECT l.snapshot, l.n, l.what, l.sha256, l.size, l.form, s.row_count FROM linkage AS l
                   JOIN segment AS s ON s.snapshot = l.snapshot AND s.n = l.n ORDER BY l.snapshot, l.n, l.what";
        let rows: Vec<(i64, i64, String, String, i64, u32, i64)> =
            self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?)))?;
        for of_segment in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let mut files = BTreeMap::new();
            for (snapshot, n, what, sha256, size, form, row_count) in of_segment {
                let name = format!("Snapshot {snapshot}, segment {n}, what linking compares ({what})");
                let bytes = self.read(|c| linkage::bytes(c, SnapshotId(*snapshot), *n, what));
                // What an earlier version packed is made again before it is read.
                if let Some(bytes) = self.written(&name, bytes, *size, sha256)?.filter(|_| *form == FORM) {
                    files.insert(what.as_str(), (name, bytes, *row_count));
                }
            }
            if let (Some((name, rows, row_count)), Some((_, words, _))) = (files.get("rows"), files.get("words")) {
                match Columns::unpack(rows, words) {
                    Err(error) => self.problem(format!("{name} cannot be read: {error}.")),
                    Ok(columns) if count(columns.len()) != *row_count => {
                        let problem = format!("{name} has {} rows instead of {row_count}.", columns.len());
                        self.problem(problem);
                    }
                    Ok(_) => {}
                }
            }
        }
        Ok(())
    }
}
