//! Linking: rows of a snapshot as they are read, one part at a time. Where they come from is the caller's.

use super::LinkError;
use super::columns::Columns;

/// The parts of a snapshot, in the order of its rows.
pub trait Segments: Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// Part `n`, from 0, with its marks.
    ///
    /// # Errors
    /// [`LinkError::Segment`] if it cannot be read.
    fn read(&self, n: usize) -> Result<Columns, LinkError>;
}

impl Segments for [Columns] {
    fn count(&self) -> usize {
        self.len()
    }

    fn read(&self, n: usize) -> Result<Columns, LinkError> {
        Ok(self.get(n).cloned().unwrap_or_default())
    }
}

impl<const N: usize> Segments for [Columns; N] {
    fn count(&self) -> usize {
        N
    }

    fn read(&self, n: usize) -> Result<Columns, LinkError> {
        self.as_slice().read(n)
    }
}
