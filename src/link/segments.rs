//! Rows of a snapshot as linking reads them: one segment at a time, and no more columns of it than needed. Where they come from is the caller's.

use super::LinkError;
use polars::frame::DataFrame;

/// Columns of a segment; all of them are described at [`crate::case::Case::segments`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `row`, `key.*`, `joined.*` and `left.*`, at least.
    Keys,
    /// `raw.*` as well.
    Whole,
}

/// The segments of a snapshot.
pub trait Segments: Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// Segment `n`, from 0.
    ///
    /// # Errors
    /// [`LinkError::Segment`] if it cannot be read.
    fn read(&self, n: usize, part: Part) -> Result<DataFrame, LinkError>;
}

impl Segments for DataFrame {
    fn count(&self) -> usize {
        1
    }

    fn read(&self, _n: usize, _part: Part) -> Result<DataFrame, LinkError> {
        // A copy of a frame shares its columns.
        Ok(self.clone())
    }
}

impl Segments for [DataFrame] {
    fn count(&self) -> usize {
        self.len()
    }

    fn read(&self, n: usize, _part: Part) -> Result<DataFrame, LinkError> {
        Ok(self.get(n).cloned().unwrap_or_default())
    }
}

impl<const N: usize> Segments for [DataFrame; N] {
    fn count(&self) -> usize {
        N
    }

    fn read(&self, n: usize, part: Part) -> Result<DataFrame, LinkError> {
        self.as_slice().read(n, part)
    }
}

impl Segments for Vec<DataFrame> {
    fn count(&self) -> usize {
        self.len()
    }

    fn read(&self, n: usize, part: Part) -> Result<DataFrame, LinkError> {
        self.as_slice().read(n, part)
    }
}
