//! One candidate against "none of them": ln P(data | `H_k`) − ln P(data | H₀), day by day and over all days (method.md §2 and §3).
//!
//! On a sample the likelihood of a day is ∫ `Π_i [π R_i(T) + (1−π)]` 2 dπ over [½, 1], times 1/(c+1) for c controls valid on it; on a complete list it
//! is the likelihood of the set. A declared source has no records that could be counted, so on a complete list too it is judged by what was stated,
//! with the likelihood of a sample: without statements it stays neutral.

use super::AttributeError;
use super::likelihood::{Channels, DayCurve, Entry, Scale, entries};
use super::peaks::{Peak, Peaks};
use super::quadrature::GaussLegendre;
use super::segments::{Segment, Track, segments};
use super::set_likelihood::{ln_likelihood, ln_likelihood_of_none};
use super::{Candidate, ControlLink, Problem, Slice};
use crate::job::Progress;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

/// Days whose likelihood is this many nats below the best get no mass: e⁻³² of it, thousands of days together, is not seen in ten digits.
const HOPELESS_NATS: f64 = 32.0;

/// Nodes in π; the interval is fitted to the peak, so this is beyond the precision of a double.
pub(super) const NODES: usize = 40;

/// Everything about one candidate that does not depend on the others, before it is weighed.
#[derive(Debug)]
pub(super) struct Prepared {
    pub entries: Vec<Entry>,
    /// Its subjects, in the order of `entries`.
    pub subjects: Track,
    /// Its controls, in their order; none on a complete list, where everybody is counted already.
    pub controls: Track,
    /// Of each of them the index in the candidate's.
    pub of_control: Vec<usize>,
    pub segments: Vec<Segment>,
    /// `f_0`'s denominator over `f_k`'s, per segment and way of being found.
    pub scales: Vec<Vec<f64>>,
    /// The same for shares; see [`Scale::of_share_on`].
    pub share_scales: Vec<Vec<f64>>,
    /// `N_k` per segment.
    pub sizes: Vec<f64>,
    /// Largest `N_k` on any day.
    pub largest_size: f64,
    /// Expected number of subjects in, per segment.
    pub hits: Vec<f64>,
}

impl Prepared {
    /// The whole of candidate `k`.
    pub fn of(problem: &Problem, channels: &Channels, k: usize) -> Self {
        Self::of_part(problem, channels, k, None)
    }

    /// Candidate `k`, or only a slice of it.
    pub fn of_part(problem: &Problem, channels: &Channels, k: usize, slice: Option<&Slice>) -> Self {
        let candidate = &problem.candidates[k];
        let mut entries = entries(problem, k);
        let mut of_control: Vec<usize> = if problem.is_complete_list { Vec::new() } else { (0..candidate.controls.len()).collect() };
        if let Some(slice) = slice {
            entries.retain(|entry| slice.subjects.binary_search(&entry.subject).is_ok());
            of_control.retain(|control| slice.controls.binary_search(&candidate.controls[*control].id).is_ok());
        }
        let subjects = Track::of_entries(&entries, channels);
        let known: Vec<ControlLink> = of_control.iter().map(|control| candidate.controls[*control].clone()).collect();
        let controls = Track::of_controls(&known);
        let scales: Vec<Scale> = channels.scales(problem, k, slice);
        let segments = segments(problem, candidate, &subjects, &controls, &scales);
        let size = DayCurve::of(slice.map_or(&candidate.size, |slice| &slice.size));
        let on_segments = |value: &dyn Fn(i32) -> f64| segments.iter().map(|segment| value(segment.from)).collect::<Vec<f64>>();
        Self {
            scales: segments.iter().map(|segment| scales.iter().map(|scale| scale.on(segment.from)).collect()).collect(),
            share_scales: segments.iter().map(|segment| scales.iter().map(|scale| scale.of_share_on(segment.from)).collect()).collect(),
            sizes: on_segments(&|day| size.on(day)),
            largest_size: size.largest(),
            hits: subjects.expected(&segments),
            entries,
            subjects,
            controls,
            of_control,
            segments,
        }
    }

    /// The pool must hold the file and everybody mailed outside it.
    pub fn least_pool(&self, mailed: f64) -> f64 {
        self.sizes.iter().zip(&self.hits).map(|(size, hits)| size.max(*hits) + mailed - hits).fold(mailed, f64::max)
    }
}

/// What is taken as given for all candidates alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Assumed {
    /// N₀ of the likelihood of the set: the pool of the problem, or what must fit into it.
    pub pool: f64,
    /// π ~ U(least, 1]; ½ in the method.
    pub least: f64,
}

/// One candidate, weighed.
#[derive(Debug)]
pub(super) struct Weighed {
    pub prepared: Prepared,
    /// `ln L_k(T)` − ln L₀ per segment; −∞ where hopeless.
    pub ln_ratio: Vec<f64>,
    /// ln LR of `H_k` against H₀.
    pub ln_lr: f64,
    /// Posterior mass per segment; sums to 1.
    pub mass: Vec<f64>,
    /// The segment of the highest density, the earliest of several.
    pub mode: usize,
    /// On a sample: the joint posterior of T and π, as nodes. Empty where the likelihood is that of the set.
    pub posterior: Vec<Nodes>,
}

/// The posterior of π on one segment: (π, mass). All masses of a candidate sum to 1.
#[derive(Debug)]
pub(super) struct Nodes {
    pub segment: usize,
    pub masses: Vec<(f64, f64)>,
}

impl Weighed {
    /// Weighs what was prepared.
    pub fn of(
        problem: &Problem,
        assumed: Assumed,
        candidate: &Candidate,
        prepared: Prepared,
        progress: &dyn Progress,
    ) -> Result<Self, AttributeError> {
        let (ln_ratio, mut posterior) = if is_counted_as_set(problem, candidate) {
            (set_ratios(problem.subjects.len() as f64, assumed.pool, &prepared), Vec::new())
        } else {
            sample_ratios(problem.subjects.len(), assumed.least, &prepared, progress)?
        };
        let best = ln_ratio.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = ln_ratio
            .iter()
            .zip(&prepared.segments)
            .map(|(ln, segment)| if *ln < best - HOPELESS_NATS { 0.0 } else { libm::exp(ln - best) * segment.days() })
            .collect();
        let total: f64 = weights.iter().sum();
        let days: f64 = prepared.segments.iter().map(|segment| segment.days()).sum();
        let mode = ln_ratio.iter().position(|ln| *ln >= best - 1e-9).unwrap_or(0);
        let mass: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
        posterior.retain(|nodes: &Nodes| mass[nodes.segment] > 0.0);
        for nodes in &mut posterior {
            let own: f64 = nodes.masses.iter().map(|node| node.1).sum();
            for node in &mut nodes.masses {
                node.1 *= mass[nodes.segment] / own;
            }
        }
        Ok(Self { ln_lr: best + libm::log(total / days), mass, ln_ratio, mode, prepared, posterior })
    }

    /// Complete lists: how much of the file, as it stood on the modal day, was mailed.
    pub fn mailed_share(&self) -> f64 {
        let (hits, size) = (self.prepared.hits[self.mode], self.prepared.sizes[self.mode]);
        if hits > 0.0 { hits / size.max(hits) } else { 0.0 }
    }

    /// The segment the copy most probably falls in.
    pub fn modal_segment(&self) -> Segment {
        self.prepared.segments[self.mode]
    }
}

/// Whether the likelihood of a candidate is that of the set of all who were mailed.
pub(super) fn is_counted_as_set(problem: &Problem, candidate: &Candidate) -> bool {
    problem.is_complete_list && candidate.coverage.is_none()
}

fn set_ratios(mailed: f64, pool: f64, prepared: &Prepared) -> Vec<f64> {
    let none = ln_likelihood_of_none(mailed, pool);
    prepared.sizes.iter().zip(&prepared.hits).map(|(&size, &hits)| ln_likelihood(hits, size, mailed, pool) - none).collect()
}

/// A number ln LR of `H_k` against H₀ on a sample does not exceed: the likelihood of no day and share is higher. Far cheaper than weighing.
pub(super) fn ceiling(subjects: usize, least: f64, prepared: &Prepared, progress: &dyn Progress) -> Result<f64, AttributeError> {
    let controls: Vec<f64> = prepared.controls.expected(&prepared.segments).iter().map(|count| -libm::log1p(*count)).collect();
    let bounds = Peaks { subjects, least, prepared, controls: &controls, progress }.bounds()?;
    Ok(bounds.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

/// `ln L_k(T)` − ln L₀ of every segment, and of those that matter the posterior of π (relative to its peak).
fn sample_ratios(subjects: usize, least: f64, prepared: &Prepared, progress: &dyn Progress) -> Result<(Vec<f64>, Vec<Nodes>), AttributeError> {
    let controls: Vec<f64> = prepared.controls.expected(&prepared.segments).iter().map(|count| -libm::log1p(*count)).collect();
    let peaks = Peaks { subjects, least, prepared, controls: &controls, progress }.alive(HOPELESS_NATS)?;
    let best = peaks.iter().map(|peak| peak.ln).fold(f64::NEG_INFINITY, f64::max);
    // The integral is at most the peak and at least the peak over (subjects + 1).
    let hopeless = best - HOPELESS_NATS - libm::log(subjects as f64 + 2.0);
    let rule = GaussLegendre::new(NODES);
    let integrated: Vec<(f64, Nodes)> = peaks
        .into_par_iter()
        .filter(|peak| peak.ln >= hopeless)
        .map(|Peak { segment, integrand, mode, .. }| {
            let (ln, masses) = integrand.masses(&rule, mode);
            let ln = ln + libm::log(masses.iter().map(|node| node.1).sum()) + controls[segment];
            (ln, Nodes { segment, masses })
        })
        .collect();
    let mut ratios = vec![f64::NEG_INFINITY; prepared.segments.len()];
    let mut posterior = Vec::with_capacity(integrated.len());
    for (ln, nodes) in integrated {
        ratios[nodes.segment] = ln;
        posterior.push(nodes);
    }
    Ok((ratios, posterior))
}
