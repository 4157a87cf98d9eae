//! Which file, and when: method.md §2, §3 and §5. Pure: numbers in, numbers out.
//!
//! [`Problem`] states everything the mathematics needs, in the symbols of method.md; [`attribute`] answers with an [`Attribution`]. Opportunity
//! ([`opportunity`]) sets the copy date against the roster.

pub mod opportunity;
mod problem;
mod solution;

pub use problem::{Candidate, Circle, ControlLink, Edge, Member, Problem, SizeCurve, StatedOrigin, Subject, Validity};
pub use solution::{Attribution, CandidateScore, CopyDate, DateSegment, DateSpan, PairScore, Share, SpanEdge, SpanSide};

use crate::job::Progress;

/// Why the reasoning stopped.
#[derive(Debug, thiserror::Error)]
pub enum AttributeError {
    /// The user asked to stop.
    #[error("Cancelled")]
    Cancelled,
}

/// Weighs every candidate against every other and against the background, and dates the copy.
pub fn attribute(problem: &Problem, progress: &dyn Progress) -> Result<Attribution, AttributeError> {
    let _ = (problem, progress);
    todo!()
}
