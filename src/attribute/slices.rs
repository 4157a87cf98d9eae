//! A file and its slices: which part of it the list was taken from (method.md §3).
//!
//! The support of a file is the average over its variants: the whole of it has prior ½, its slices share the other ½ evenly. So trying many slices costs
//! what it should, and a slice never stands against its own file. The most probable variant is the one that shares, origins and the copy date are of.

use super::likelihood::Channels;
use super::weighing::{Assumed, Prepared, Weighed};
use super::{AttributeError, Candidate, Problem, SliceScore};
use crate::job::Progress;

/// Prior of the whole file, if it has slices.
const WHOLE: f64 = 0.5;

/// One candidate with its slices, weighed.
#[derive(Debug)]
pub(super) struct Variants {
    whole: Weighed,
    /// In the order of the candidate's slices.
    slices: Vec<Weighed>,
    /// Posterior of each slice among the variants.
    weights: Vec<f64>,
    /// The most probable slice, if it is more probable than the whole.
    used: Option<usize>,
    /// ln LR of `H_k` against H₀, averaged over the variants.
    pub ln_lr: f64,
}

impl Variants {
    /// Weighs candidate `k` with its slices, as nothing but a sample needs.
    pub fn of_sample(problem: &Problem, channels: &Channels, assumed: Assumed, k: usize, progress: &dyn Progress) -> Result<Self, AttributeError> {
        let whole = Weighed::of(problem, assumed, &problem.candidates[k], Prepared::of(problem, channels, k), progress)?;
        Self::of(problem, channels, assumed, k, whole, progress)
    }

    /// Weighs the slices of a candidate whose `whole` is weighed already.
    pub fn of(
        problem: &Problem,
        channels: &Channels,
        assumed: Assumed,
        k: usize,
        whole: Weighed,
        progress: &dyn Progress,
    ) -> Result<Self, AttributeError> {
        let candidate = &problem.candidates[k];
        // What a declared file holds nobody knows, so there is nothing a slice of it could be told by.
        let stated = if candidate.coverage.is_none() { candidate.slices.as_slice() } else { &[] };
        let mut slices = Vec::with_capacity(stated.len());
        for slice in stated {
            let prepared = Prepared::of_part(problem, channels, k, Some(slice));
            slices.push(Weighed::of(problem, assumed, candidate, prepared, progress)?);
        }
        if slices.is_empty() {
            let ln_lr = whole.ln_lr;
            return Ok(Self { whole, slices, weights: Vec::new(), used: None, ln_lr });
        }
        let prior = libm::log((1.0 - WHOLE) / slices.len() as f64);
        let of_whole = libm::log(WHOLE) + whole.ln_lr;
        let of_slices: Vec<f64> = slices.iter().map(|slice| prior + slice.ln_lr).collect();
        let best = of_slices.iter().copied().fold(of_whole, f64::max);
        // Sorted, so that the order of the slices does not show in the last digits.
        let mut parts: Vec<f64> = of_slices.iter().chain([&of_whole]).map(|part| libm::exp(part - best)).collect();
        parts.sort_by(f64::total_cmp);
        let total: f64 = parts.iter().sum();
        let likeliest = (0..slices.len()).min_by(|&a, &b| {
            let name = |index: usize| (&stated[index].field, &stated[index].value);
            of_slices[b].total_cmp(&of_slices[a]).then_with(|| name(a).cmp(&name(b)))
        });
        Ok(Self {
            used: likeliest.filter(|index| of_slices[*index] > of_whole),
            weights: of_slices.iter().map(|part| libm::exp(part - best) / total).collect(),
            ln_lr: best + libm::log(total),
            whole,
            slices,
        })
    }

    /// The whole file.
    pub fn whole(&self) -> &Weighed {
        &self.whole
    }

    /// The most probable variant.
    pub fn likeliest(&self) -> &Weighed {
        self.used.map_or(&self.whole, |index| &self.slices[index])
    }

    /// All variants with the posterior of each: the whole first, then the slices in their order.
    pub fn all(&self) -> impl Iterator<Item = (f64, &Weighed)> {
        let of_slices: f64 = self.weights.iter().sum();
        std::iter::once((1.0 - of_slices, &self.whole)).chain(self.weights.iter().copied().zip(&self.slices))
    }

    /// What is told of the slices of `candidate`, the most probable first.
    pub fn told(&self, candidate: &Candidate, is_complete_list: bool) -> Vec<SliceScore> {
        let score = |(index, (slice, weighed)): (usize, (&super::Slice, &Weighed))| SliceScore {
            field: slice.field.clone(),
            value: slice.value.clone(),
            size: weighed.prepared.sizes.get(weighed.mode).copied().unwrap_or_default(),
            captured: weighed.prepared.entries.len(),
            log10_lr: (weighed.ln_lr - self.whole.ln_lr) / std::f64::consts::LN_10,
            weight: self.weights[index],
            reverse_coverage: is_complete_list.then(|| weighed.mailed_share()),
            is_used: self.used == Some(index),
        };
        let mut told: Vec<SliceScore> = candidate.slices.iter().zip(&self.slices).enumerate().map(score).collect();
        told.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| (&a.field, &a.value).cmp(&(&b.field, &b.value))));
        told
    }
}
