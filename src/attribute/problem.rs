//! What the mathematics is given, in the symbols of method.md §0.

use crate::model::{Day, RecipientId, SourceId};

/// One campaign to be explained.
#[derive(Clone, Debug)]
pub struct Problem {
    /// N₀: people whom an unrelated mailing could have reached.
    pub pool: f64,
    /// Day of the first send: no copy was taken after it.
    pub first_send: Day,
    /// Everybody who was mailed is known: the likelihood is that of the set (§3).
    pub is_complete_list: bool,
    /// i = 1..n, those who received. Sorted by id.
    pub subjects: Vec<Subject>,
    /// k = 1..K. Sorted by id.
    pub candidates: Vec<Candidate>,
    /// `overlaps[l][h]`: |`S_l` ∩ `S_h`| with l over time and h on the day of the first send; of `overlaps[h][h]` only `N_h` on that day is used. May be
    /// empty if nobody was found in a circle; where one is missing the largest overlap possible, min(`N_l`, `N_h`), is assumed.
    pub overlaps: Vec<Vec<SizeCurve>>,
    /// `prints[k][i]`: what [`super::fingerprint`] adds to `φ_ik`, relative to the background, in (0, 1]. May be empty; where one is missing it is 1.
    pub prints: Vec<Vec<f64>>,
    /// Seed of the sampler, from the content of the case.
    pub seed: u64,
}

/// A recipient.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Whose.
    pub id: RecipientId,
    /// The circle they were found in; `None` for open call and complete list.
    pub circle: Option<Circle>,
    /// Their statement about where they gave the address, if any.
    pub stated: Option<StatedOrigin>,
}

/// Found among the members of one candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    /// h(g): index into the candidates.
    pub candidate: usize,
    /// σ ≥ 1; `f64::INFINITY` = only members of the circle could be found.
    pub sigma: f64,
}

/// "I gave this address (only) to k."
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedOrigin {
    /// Index into the candidates.
    pub candidate: usize,
    /// Given to no other.
    pub is_exclusive: bool,
    /// ρ in (0, 1).
    pub reliability: f64,
}

/// A source that may have been copied.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which source.
    pub id: SourceId,
    /// First evidence of the file: the earliest day T can be.
    pub first_evidence: Day,
    /// Whether anything dates the copy: dated rows or at least two snapshots. If not, the copy date is not reported.
    pub is_dated: bool,
    /// `N_k(T)`.
    pub size: SizeCurve,
    /// The subjects that are records of it, sorted by subject; at most one per subject.
    pub members: Vec<Member>,
    /// People in it, known not to have received.
    pub controls: Vec<ControlLink>,
    /// Declared: the share of the pool's members it should hold; every subject then counts as a member with this m.
    pub coverage: Option<f64>,
    /// Parts of it that may have been copied alone. Fixed by what the file is, never by who was mailed: each one tried costs the file a little support.
    pub slices: Vec<Slice>,
}

/// A part of a candidate: everybody whose `field` says `value`, as a filter before an export would take them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slice {
    /// The column, as the file names it.
    pub field: String,
    /// What its members have in it.
    pub value: String,
    /// `N(T)` of the slice; never more than that of the candidate.
    pub size: SizeCurve,
    /// Subjects that are records of the slice: indices into the subjects, sorted. Those who are no members of the candidate are ignored.
    pub subjects: Vec<usize>,
    /// Controls that are records of the slice, sorted by id.
    pub controls: Vec<RecipientId>,
}

/// mᵢₖ and vᵢₖ(T).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// i: index into the subjects.
    pub subject: usize,
    /// m in (0, 1].
    pub probability: f64,
    /// v.
    pub validity: Validity,
}

/// A control and when it was a record of the candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlLink {
    /// Whose.
    pub id: RecipientId,
    /// m in (0, 1].
    pub probability: f64,
    /// v.
    pub validity: Validity,
}

/// v(T): the probability that what was used stood in the file on day T.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Validity {
    /// When it came in.
    pub start: Edge,
    /// When it went out.
    pub end: Edge,
}

/// A beginning or an end of validity, half-open: on the day of a start the record is in, on the day of an end it is out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Edge {
    /// Unknown: it never limits.
    #[default]
    Open,
    /// On this day.
    Known(Day),
    /// Uniform over the days after `after` and up to `by`: not yet so on `after`, so on `by`.
    Ramp {
        /// Last day known to be before.
        after: Day,
        /// First day known to be at or past it.
        by: Day,
    },
}

/// A size over time: a base plus what each validity adds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SizeCurve {
    /// Knots `(day, size from that day on)`, sorted by day; before the first knot the size is `before`. Linear ramps are given as one knot a step.
    pub knots: Vec<(Day, f64)>,
    /// Size before the first knot.
    pub before: f64,
}

impl SizeCurve {
    /// The same size on every day.
    pub fn constant(size: f64) -> Self {
        Self { knots: Vec::new(), before: size }
    }

    /// The size on `day`.
    pub fn on(&self, day: Day) -> f64 {
        match self.knots.partition_point(|&(from, _)| from <= day) {
            0 => self.before,
            n => self.knots[n - 1].1,
        }
    }
}

impl Validity {
    /// v(T) on `day`.
    pub fn on(&self, day: Day) -> f64 {
        let begun = self.start.passed(day).unwrap_or(1.0);
        let ended = self.end.passed(day).unwrap_or(0.0);
        (begun - ended).max(0.0)
    }
}

impl Edge {
    /// Probability that the edge is at or before `day`; `None` if it is open.
    pub fn passed(self, day: Day) -> Option<f64> {
        match self {
            Self::Open => None,
            Self::Known(at) => Some(f64::from(u8::from(at <= day))),
            Self::Ramp { after, by } => {
                let days = |a: Day, b: Day| f64::from((b - a).get_days());
                Some((days(after, day) / days(after, by).max(1.0)).clamp(0.0, 1.0))
            }
        }
    }
}
