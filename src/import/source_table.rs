//! The rows of a source as table segments with their canonical keys.
//!
//! The columns are those documented at [`crate::case::Case::segments`].

use super::mapping::Resolved;
use crate::model::Rejection;
use polars::error::PolarsError;
use polars::frame::DataFrame;

/// Rows per segment.
pub const SEGMENT_ROWS: usize = 1_000_000;

/// Takes rows one by one and packs them into segments.
pub struct Builder {
    resolved: Resolved,
}

/// The finished table of a source.
#[derive(Debug)]
pub struct SourceTable {
    /// Segments of at most [`SEGMENT_ROWS`] rows, in order.
    pub segments: Vec<DataFrame>,
    /// Rows in all segments together.
    pub rows: u64,
    /// Values that could not be read, with their line. The rows are taken over.
    pub warnings: Vec<Rejection>,
}

impl Builder {
    /// For a table of `columns` columns.
    pub fn new(resolved: &Resolved, columns: usize) -> Self {
        let _ = columns;
        Self { resolved: resolved.clone() }
    }

    /// Takes a row. `line` is only quoted in warnings.
    pub fn push(&mut self, line: u64, cells: Vec<String>) -> Result<(), PolarsError> {
        let _ = (line, cells, &self.resolved);
        todo!()
    }

    /// Counts a row that was rejected, so that the rows after it keep their place in the file.
    pub fn skip(&mut self) {
        todo!()
    }

    /// The finished table.
    pub fn finish(self) -> Result<SourceTable, PolarsError> {
        todo!()
    }
}
