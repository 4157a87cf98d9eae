//! What the mathematics answers.

use crate::model::{Day, RecipientId, SourceId};
use serde::{Deserialize, Serialize};

/// The answer for one campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// One per candidate, by descending `log10_lr_vs_none`, then by id.
    pub candidates: Vec<CandidateScore>,
    /// π₀: what no candidate explains.
    pub unexplained: Share,
    /// Every unordered pair once, the better supported first.
    pub pairs: Vec<PairScore>,
    /// Per subject, in their order: posterior of each origin by candidate id, and the background last.
    pub origins: Vec<Vec<f64>>,
    /// Order of the candidates in `origins`.
    pub origin_order: Vec<SourceId>,
    /// Subjects whose circle does not hold: found in the circle of a candidate they are no record of. Treated as found by open call.
    pub outside_their_circle: Vec<RecipientId>,
    /// Smallest sets of candidates first: candidates that together hold every explained subject.
    pub covering: Vec<SourceId>,
}

/// One candidate's score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CandidateScore {
    /// Which.
    pub id: SourceId,
    /// Subjects that are its records.
    pub captured: usize,
    /// Subjects that are its records and of no other held candidate.
    pub exclusive: usize,
    /// `π_k`.
    pub share: Share,
    /// log₁₀ LR of `H_k` against H₀, not capped.
    pub log10_lr_vs_none: f64,
    /// P(X ≥ captured) by chance alone, over those found by open call; `None` for declared candidates.
    pub hypergeometric_p: Option<f64>,
    /// Complete lists: share of the candidate that was mailed.
    pub reverse_coverage: Option<f64>,
    /// When it was copied; `None` if nothing dates it.
    pub copy_date: Option<CopyDate>,
}

/// Posterior mean and 95 % interval of a share, each in [0, 1].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Mean.
    pub mean: f64,
    /// 2.5 % quantile.
    pub lo: f64,
    /// 97.5 % quantile.
    pub hi: f64,
}

/// log₁₀ LR of H_`for` against H_`against`, ≥ 0, not capped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairScore {
    /// The better supported.
    pub favoured: SourceId,
    /// The other.
    pub against: SourceId,
    /// ≥ 0.
    pub log10_lr: f64,
}

/// Posterior of the copy date T.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyDate {
    /// Exact segments in order; masses sum to 1.
    pub segments: Vec<DateSegment>,
    /// First day of the segment of the highest density.
    pub mode: Day,
    /// 95 % highest-density set, in order; neighbours are merged.
    pub set95: Vec<DateSpan>,
    /// What limits each end of the set.
    pub edges: Vec<SpanEdge>,
    /// Edges contradict each other: two copies or a merged list.
    pub is_contradictory: bool,
}

/// `[from, until)` with its posterior mass, uniform inside.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateSegment {
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// Posterior mass.
    pub mass: f64,
}

/// One interval of the 95 % set: from its first to its **last** day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateSpan {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Posterior mass.
    pub mass: f64,
}

/// Which end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum SpanSide {
    From,
    To,
}

/// An end of the 95 % set and the records whose joining, leaving or change of value forbids going further.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpanEdge {
    /// The day of the span that is at this end.
    pub at: Day,
    /// Which end.
    pub side: SpanSide,
    /// Recipients and controls, sorted by id; empty if the end is the window's own.
    pub witnesses: Vec<RecipientId>,
}
