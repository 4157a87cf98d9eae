//! The rows of a snapshot as the case holds them, handed to linking piece by piece.

use super::AnalysisError;
use crate::case::{Case, CaseError};
use crate::link::{LinkError, Part, Segments};
use crate::model::dates::day_from_number;
use crate::model::{Day, Snapshot, SnapshotId};
use polars::frame::DataFrame;

/// The segments of a snapshot in the case.
pub struct Stored<'a> {
    case: &'a Case,
    snapshot: SnapshotId,
    count: usize,
}

/// What [`Part::Keys`] asks for.
const KEYS: [&str; 9] =
    ["row", "key.email", "key.phone", "key.identifier", "key.record", "joined.earliest", "joined.latest", "left.earliest", "left.latest"];

impl<'a> Stored<'a> {
    /// Those of this snapshot.
    pub fn of(case: &'a Case, snapshot: &Snapshot) -> Result<Self, CaseError> {
        Ok(Self { case, snapshot: snapshot.id, count: case.segment_count(snapshot.id)? })
    }

    /// First day any row says somebody joined.
    pub fn earliest_joined(&self) -> Result<Option<Day>, AnalysisError> {
        let mut first = None;
        for n in 0..self.count {
            let segment = self.case.segment_columns(self.snapshot, n, &["joined.earliest"])?;
            let days = segment.column("joined.earliest").and_then(|column| column.i32()).map_err(LinkError::Table)?;
            first = first.into_iter().chain(days.iter().flatten().min()).min();
        }
        Ok(first.and_then(day_from_number))
    }
}

impl Segments for Stored<'_> {
    fn count(&self) -> usize {
        self.count
    }

    fn read(&self, n: usize, part: Part) -> Result<DataFrame, LinkError> {
        let read = match part {
            Part::Keys => self.case.segment_columns(self.snapshot, n, &KEYS),
            Part::Whole => self.case.segment(self.snapshot, n),
        };
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
