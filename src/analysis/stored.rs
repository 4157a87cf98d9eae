//! The rows of a snapshot as the case holds them, handed to linking part by part.

use super::AnalysisError;
use crate::case::{Case, CaseError, LinkagePart};
use crate::link::columns::Columns;
use crate::link::{LinkError, Segments};
use crate::model::Snapshot;

/// The segments of a snapshot in the case.
pub struct Stored<'a> {
    case: &'a Case,
    snapshot: &'a Snapshot,
    count: usize,
}

impl<'a> Stored<'a> {
    /// Those of this snapshot.
    pub fn of(case: &'a Case, snapshot: &'a Snapshot) -> Result<Self, CaseError> {
        Ok(Self { case, snapshot, count: case.segment_count(snapshot.id)? })
    }
}

impl Segments for Stored<'_> {
    fn count(&self) -> usize {
        self.count
    }

    fn read(&self, n: usize) -> Result<Columns, LinkError> {
        let read = self.case.linkage_part(self.snapshot, n).and_then(LinkagePart::open);
        read.map_err(|error| LinkError::Segment(Box::new(error)))
    }
}

/// What kept a segment from being read is said by the case itself.
pub fn told(error: LinkError) -> AnalysisError {
    match error {
        LinkError::Segment(source) => match source.downcast::<CaseError>() {
            Ok(error) => AnalysisError::Case(*error),
            Err(source) => AnalysisError::Link(LinkError::Segment(source)),
        },
        other => AnalysisError::Link(other),
    }
}
