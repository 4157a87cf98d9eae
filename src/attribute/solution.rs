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
    /// The fewest candidates that together hold every subject any of them holds, sorted by id; of several such sets that of the best supported.
    pub covering: Vec<SourceId>,
    /// Every set of that number of candidates that does, each sorted by id, `covering` first; at most [`Self::MOST_COVERINGS`].
    #[serde(default)]
    pub coverings: Vec<Vec<SourceId>>,
    /// Subjects that are records of no held candidate at any time, sorted by id.
    #[serde(default)]
    pub explained_by_none: Vec<RecipientId>,
}

impl Attribution {
    /// More sets of equally few candidates are not listed.
    pub const MOST_COVERINGS: usize = 12;
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
    /// The slices that were tried, the most probable first, then by field and value. Their weights and that of the whole file sum to 1.
    #[serde(default)]
    pub slices: Vec<SliceScore>,
}

impl CandidateScore {
    /// The slice that shares, origins and the copy date are of; `None` if they are of the whole file.
    pub fn slice(&self) -> Option<&SliceScore> {
        self.slices.iter().find(|slice| slice.is_used)
    }
}

/// One slice of a candidate against the whole of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SliceScore {
    /// The column, as the file names it.
    pub field: String,
    /// What its members have in it.
    pub value: String,
    /// How many people it held on its modal day.
    pub size: f64,
    /// Subjects that are its records, at any time.
    pub captured: usize,
    /// log₁₀ LR of "at least half of the list comes from the slice" against the same of the whole file; not capped. Above 0 speaks for the slice.
    pub log10_lr: f64,
    /// Posterior probability of this slice among the variants of the file: the whole file has prior ½, the slices share the other ½ evenly.
    pub weight: f64,
    /// Complete lists: share of the slice that was mailed.
    pub reverse_coverage: Option<f64>,
    /// Whether it is the most probable variant, the whole file included: shares, origins and the copy date are then of it.
    pub is_used: bool,
}

/// What share of the list came from a source: mean, 95 % and 50 % interval, each in [0, 1].
///
/// It is the **realised** share, r/n: of the n known recipients, how many really came from there. (π, the share of everybody who was mailed, is a
/// little less certain.) People a file has missed and records with wrong dates are counted as far as they are probable. Each r stands for half a step to
/// either side, so an interval may begin and end between two of them. How often intervals hold is in `docs/calibration.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Mean.
    pub mean: f64,
    /// Lower end of the 95 % interval.
    pub lo: f64,
    /// Upper end of the 95 % interval.
    pub hi: f64,
    /// Lower end of the 50 % interval.
    #[serde(default)]
    pub lo50: f64,
    /// Upper end of the 50 % interval.
    #[serde(default)]
    pub hi50: f64,
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
    /// 50 % highest-density set, in order; neighbours are merged.
    #[serde(default)]
    pub set50: Vec<DateSpan>,
    /// Edges contradict each other: two copies or a merged list, see `two_copies`.
    pub is_contradictory: bool,
    /// The two days one copy would have to be of at once; `None` if one copy explains the list.
    #[serde(default)]
    pub two_copies: Option<TwoCopies>,
}

/// One copy cannot explain the list: it takes two of the same file, or a list merged from two.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoCopies {
    /// First day of the likeliest segment of one copy alone, as [`CopyDate::mode`].
    pub first: Day,
    /// First day of the segment a second copy would best be of; before or after `first`.
    pub second: Day,
    /// Records that stood in the file on `first` and not on `second`, sorted by id.
    pub only_first: Vec<RecipientId>,
    /// Records that stood in it on `second` and not on `first`, sorted by id.
    pub only_second: Vec<RecipientId>,
    /// Share of the list the second copy would explain, in (0, 1].
    pub share: f64,
    /// By how much it raises the likelihood, log₁₀.
    pub log10_gain: f64,
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
