//! Checking what is kept beside the segments for linking: digests, and that it is about the same rows.

use super::Check;
use crate::case::store::count;
use crate::case::{CaseError, linkage};
use crate::model::SnapshotId;

impl Check<'_> {
    pub(super) fn linkage(&mut self) -> Result<(), CaseError> {
        let sql = "SELECT l.snapshot, l.n, l.what, l.sha256, l.size, s.row_count FROM linkage AS l
                   JOIN segment AS s ON s.snapshot = l.snapshot AND s.n = l.n ORDER BY l.snapshot, l.n, l.what";
        let rows: Vec<(i64, i64, String, String, i64, i64)> =
            self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)))?;
        for (snapshot, n, what, sha256, size, row_count) in rows {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let name = format!("Snapshot {snapshot}, segment {n}, what linking compares ({what})");
            let bytes = self.read(|c| linkage::bytes(c, SnapshotId(snapshot), n, &what));
            if let Some(frame) = self.table(&name, bytes, size, &sha256)?
                && what == "rows"
                && count(frame.height()) != row_count
            {
                self.problem(format!("{name} has {} rows instead of {row_count}.", frame.height()));
            }
        }
        Ok(())
    }
}
