//! The days that can matter, each with the integrand over π of that day and its peak (method.md §2).
//!
//! On a list of many thousands every day is a segment of its own, and on most of them the likelihood is nothing beside that of the best. Which those are
//! is seen from a bound: as ln(1 − π + π R) is concave in R, records of about the same R can be taken for as many of their mean R. Only what the bound
//! leaves is summed exactly, and there thousands of different R are written as a few nodes (see [`super::basis`]).

use super::AttributeError;
use super::basis::{Basis, gathered};
use super::quadrature::ShareIntegrand;
use super::weighing::Prepared;
use crate::job::Progress;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

/// Groups of more classes than this are summed over nodes.
const MOST_CLASSES: usize = 24;

/// More ratios than this, from different groups, are written as nodes once more.
const MOST_RATIOS: usize = 160;

/// With no more segments than this a bound is not worth its while.
const FEW_SEGMENTS: usize = 32;

/// Segments between two looks at whether to stop.
const CHUNK: usize = 256;

/// Nats the bound may be off by, for its mode is not looked for to the last digit.
const SLACK: f64 = 0.01;

/// A day that can matter.
#[derive(Debug)]
pub(super) struct Peak {
    pub segment: usize,
    pub integrand: ShareIntegrand,
    /// The share at which the integrand is largest.
    pub mode: f64,
    /// ln of the likelihood there, controls included.
    pub ln: f64,
}

/// What the peaks are of.
pub(super) struct Peaks<'a> {
    /// n.
    pub subjects: usize,
    /// π ~ U(least, 1].
    pub least: f64,
    pub prepared: &'a Prepared,
    /// ln of what the controls say, per segment.
    pub controls: &'a [f64],
    pub progress: &'a dyn Progress,
}

impl Peaks<'_> {
    /// All segments whose peak is at most `nats` (and a little more, as integrals are narrower than peaks) below the highest, in order.
    pub fn alive(&self, nats: f64) -> Result<Vec<Peak>, AttributeError> {
        let all: Vec<usize> = (0..self.prepared.segments.len()).collect();
        if all.len() <= FEW_SEGMENTS {
            return self.peaks(&all);
        }
        let bounds = self.bounds()?;
        let highest = (0..bounds.len()).max_by(|&a, &b| bounds[a].total_cmp(&bounds[b]).then(b.cmp(&a)));
        let reached = self.peaks(highest.as_slice())?.first().map_or(f64::NEG_INFINITY, |peak| peak.ln);
        let least = reached - nats - libm::log(self.subjects as f64 + 2.0) - SLACK;
        let alive: Vec<usize> = all.into_iter().filter(|index| bounds[*index] >= least).collect();
        self.peaks(&alive)
    }

    /// For each segment a number the peak does not exceed.
    pub fn bounds(&self) -> Result<Vec<f64>, AttributeError> {
        let track = &self.prepared.subjects;
        // Per group, classes of about the same factor (within a factor of √2) are one bucket.
        let mut buckets: Vec<usize> = Vec::new();
        let mut of_class = Vec::with_capacity(track.classes.len());
        let mut last = None;
        for (class, &group) in track.classes.iter().zip(&track.group_of) {
            let height = libm::floor(2.0 * libm::log2(class.factor)) as i32;
            if last.replace((group, height)) != Some((group, height)) {
                buckets.push(group);
            }
            of_class.push(buckets.len() - 1);
        }
        let mut state: Vec<(u32, f64)> = vec![(0, 0.0); buckets.len()];
        let step = |state: &mut Vec<(u32, f64)>, class: usize, in_or_out: i32| {
            let (count, sum) = &mut state[of_class[class]];
            *count = count.saturating_add_signed(in_or_out);
            *sum += f64::from(in_or_out) * track.classes[class].factor;
        };
        let mut bounds = Vec::with_capacity(self.prepared.segments.len());
        let mut integrand = ShareIntegrand { least: self.least, ..ShareIntegrand::default() };
        let mut mode = f64::midpoint(self.least, 1.0);
        let mut multipliers = vec![0.0; track.groups.len()];
        track.follow(&self.prepared.segments, &mut state, step, |index, state| {
            self.look(index)?;
            self.multipliers(index, &mut multipliers);
            integrand.hits.clear();
            let mut hit = 0;
            for (&(count, sum), &group) in state.iter().zip(&buckets) {
                let mean = sum / f64::from(count.max(1)) * multipliers[group];
                if count > 0 && mean > 0.0 {
                    hit += count;
                    integrand.hits.push((f64::from(count), mean));
                }
            }
            integrand.misses = (self.subjects as u32).saturating_sub(hit).into();
            mode = integrand.mode_near(mode, 1e-7);
            bounds.push(integrand.ln(mode) + self.controls[index]);
            Ok::<(), AttributeError>(())
        })?;
        Ok(bounds)
    }

    /// The peaks of these segments, given in order.
    fn peaks(&self, wanted: &[usize]) -> Result<Vec<Peak>, AttributeError> {
        let track = &self.prepared.subjects;
        let is_wide = |classes: &std::ops::Range<usize>| classes.len() > MOST_CLASSES;
        let bases: Vec<Option<Basis>> = (track.groups.iter())
            .map(|group| is_wide(&group.classes).then(|| Basis::of(track.classes[group.classes.clone()].iter().map(|class| class.factor))))
            .collect();
        let mut wanted = wanted.iter().copied().peekable();
        let mut integrands = Vec::new();
        let mut multipliers = vec![0.0; track.groups.len()];
        track.sweep(&self.prepared.segments, |index, counts| {
            self.look(index)?;
            if wanted.next_if_eq(&index).is_some() {
                self.multipliers(index, &mut multipliers);
                integrands.push((index, self.integrand(counts, &multipliers, &bases)));
            }
            Ok::<(), AttributeError>(())
        })?;
        let peak = |(segment, integrand): (usize, ShareIntegrand)| {
            let mode = integrand.mode();
            let ln = integrand.ln(mode) + self.controls[segment];
            Peak { segment, integrand, mode, ln }
        };
        Ok(integrands.into_par_iter().map(peak).collect())
    }

    /// What the segment multiplies R of each group by.
    fn multipliers(&self, segment: usize, into: &mut [f64]) {
        let track = &self.prepared.subjects;
        for (group, multiplier) in into.iter_mut().enumerate() {
            let validity = track.validity_of_group(group, self.prepared.segments[segment]);
            *multiplier = validity * self.prepared.scales[segment][track.groups[group].channel];
        }
    }

    fn integrand(&self, counts: &[u32], multipliers: &[f64], bases: &[Option<Basis>]) -> ShareIntegrand {
        let track = &self.prepared.subjects;
        let mut hits: Vec<(f64, f64)> = Vec::new();
        let mut hit = 0u32;
        for ((group, basis), &multiplier) in track.groups.iter().zip(bases).zip(multipliers) {
            if multiplier <= 0.0 {
                continue;
            }
            let present = group.classes.clone().zip(&counts[group.classes.clone()]).filter(|(_, count)| **count > 0);
            match basis {
                None => hits.extend(present.filter_map(|(class, &count)| {
                    let ratio = track.classes[class].factor * multiplier;
                    (ratio > 0.0).then(|| {
                        hit += count;
                        (f64::from(count), ratio)
                    })
                })),
                Some(nodes) => {
                    let mut weights = vec![0.0; nodes.ratios.len()];
                    for (class, &count) in present {
                        hit += count;
                        nodes.add(&mut weights, class - group.classes.start, f64::from(count));
                    }
                    hits.extend(
                        weights
                            .into_iter()
                            .zip(&nodes.ratios)
                            .filter(|(weight, _)| *weight != 0.0)
                            .map(|(weight, ratio)| (weight, ratio * multiplier)),
                    );
                }
            }
        }
        let hits = if hits.len() > MOST_RATIOS { gathered(&hits) } else { hits };
        ShareIntegrand { misses: (self.subjects as u32).saturating_sub(hit).into(), hits, least: self.least }
    }

    fn look(&self, index: usize) -> Result<(), AttributeError> {
        if index.is_multiple_of(CHUNK) && self.progress.is_cancelled() { Err(AttributeError::Cancelled) } else { Ok(()) }
    }
}
