//! Means over the joint posterior of share, day and variant of something that depends on what one subject's R is then.
//!
//! Of equal rows only the stay differs: per class of rows the mean is summed day by day once, and each row takes the days it was in. So all subjects
//! cost about as much as one pass over the posterior.

use crate::attribute::segments::Segment;
use crate::attribute::set_likelihood::{ln_likelihood, ln_likelihood_of_none};
use crate::attribute::weighing::{Weighed, is_counted_as_set};
use crate::attribute::workbench::Workbench;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

/// Variants of a file less probable than this do not count.
const LEAST_WEIGHT: f64 = 1e-16;

/// Of every subject the factor by which the likelihood ratio of candidate `k` against none changes when they are left out. `only`: of these alone.
pub(super) fn without_each(bench: &Workbench, k: usize, only: Option<&[usize]>) -> Vec<f64> {
    let problem = bench.problem();
    let subjects = problem.subjects.len();
    let mut factors = vec![0.0; subjects];
    for (weight, weighed) in bench.standing.weighed[k].all().filter(|(weight, _)| *weight > LEAST_WEIGHT) {
        let of_variant = if is_counted_as_set(problem, &problem.candidates[k]) {
            of_set(weighed, subjects, bench.standing.assumed.pool, only)
        } else {
            of_sample(weighed, subjects, only, |_, share, ratio| 1.0 / (share * ratio + 1.0 - share))
        };
        for (factor, of_variant) in factors.iter_mut().zip(of_variant) {
            *factor += weight * of_variant;
        }
    }
    factors
}

/// The posterior probability that each subject was taken from candidate `k`, if `H_k` holds; 0 on complete lists, where nobody is drawn by themselves.
pub(super) fn origin_of_each(bench: &Workbench, k: usize) -> Vec<f64> {
    mean(bench, k, |_, share, ratio| share * ratio / (share * ratio + 1.0 - share))
}

/// The mean of `value`(segment, share, R) for every subject. 0 on complete lists.
pub(super) fn mean(bench: &Workbench, k: usize, value: impl Fn(Segment, f64, f64) -> f64 + Sync) -> Vec<f64> {
    let subjects = bench.problem().subjects.len();
    let mut means = vec![0.0; subjects];
    for (weight, weighed) in bench.standing.weighed[k].all().filter(|(weight, _)| *weight > LEAST_WEIGHT) {
        for (mean, of_variant) in means.iter_mut().zip(of_sample(weighed, subjects, None, &value)) {
            *mean += weight * of_variant;
        }
    }
    means
}

fn of_sample(weighed: &Weighed, subjects: usize, only: Option<&[usize]>, value: impl Fn(Segment, f64, f64) -> f64 + Sync) -> Vec<f64> {
    let prepared = &weighed.prepared;
    let at = |ratio: &dyn Fn(usize) -> f64| -> Vec<f64> {
        let of_segment = |nodes: &crate::attribute::weighing::Nodes| {
            let (segment, ratio) = (prepared.segments[nodes.segment], ratio(nodes.segment));
            nodes.masses.iter().map(|&(share, mass)| mass * value(segment, share, ratio)).sum::<f64>()
        };
        weighed.posterior.iter().map(of_segment).collect()
    };
    let days: Vec<usize> = weighed.posterior.iter().map(|nodes| nodes.segment).collect();
    gather(weighed, subjects, only, &days, &at(&|_| 0.0), |class| {
        let class = &prepared.subjects.classes[class];
        at(&|segment: usize| {
            let span = prepared.segments[segment];
            class.factor * class.validity(span.from, span.until) * prepared.scales[segment][class.channel]
        })
    })
}

fn of_set(weighed: &Weighed, subjects: usize, pool: f64, only: Option<&[usize]>) -> Vec<f64> {
    let prepared = &weighed.prepared;
    let mailed = subjects as f64 - 1.0;
    let none = ln_likelihood_of_none(mailed, pool);
    let days: Vec<usize> = (0..weighed.mass.len()).filter(|segment| weighed.mass[*segment] > 0.0).collect();
    // Without somebody who counts for `part` of a record on that day.
    let without = |segment: usize, part: f64| {
        let ln = ln_likelihood((prepared.hits[segment] - part).max(0.0), prepared.sizes[segment], mailed, pool) - none;
        weighed.mass[segment] * libm::exp(ln - weighed.ln_ratio[segment])
    };
    let outside: Vec<f64> = days.iter().map(|segment| without(*segment, 0.0)).collect();
    gather(weighed, subjects, only, &days, &outside, |class| {
        let class = &prepared.subjects.classes[class];
        let part = |segment: usize| {
            let span = prepared.segments[segment];
            class.probability * class.validity(span.from, span.until)
        };
        days.iter().map(|&segment| without(segment, part(segment))).collect()
    })
}

/// Sums over `days` (segments in order), for each subject: `inside` of its class where it is in, `outside` where it is not.
fn gather(
    weighed: &Weighed,
    subjects: usize,
    only: Option<&[usize]>,
    days: &[usize],
    outside: &[f64],
    inside: impl Fn(usize) -> Vec<f64> + Sync,
) -> Vec<f64> {
    let prepared = &weighed.prepared;
    let track = &prepared.subjects;
    let outside = sums(outside);
    let mut of_class: Vec<Vec<usize>> = vec![Vec::new(); track.classes.len()];
    for (record, (class, _)) in track.records.iter().enumerate() {
        if only.is_none_or(|only| only.contains(&prepared.entries[record].subject)) {
            of_class[*class].push(record);
        }
    }
    let all = outside.last().copied().unwrap_or_default();
    let of_class: Vec<(usize, Vec<usize>)> = of_class.into_iter().enumerate().filter(|(_, records)| !records.is_empty()).collect();
    let found: Vec<Vec<(usize, f64)>> = of_class
        .into_par_iter()
        .map(|(class, records)| {
            let inside = sums(&inside(class));
            let of_record = |record: usize| {
                let stay = track.records[record].1;
                let place = |day: i32| days.partition_point(|segment| prepared.segments[*segment].from < day);
                let (from, until) = (place(stay.from), place(stay.until).max(place(stay.from)));
                let sum = outside[from] + (inside[until] - inside[from]) + (all - outside[until]);
                (prepared.entries[record].subject, sum)
            };
            records.into_iter().map(of_record).collect()
        })
        .collect();
    let mut means = vec![all; subjects];
    for (subject, sum) in found.into_iter().flatten() {
        means[subject] = sum;
    }
    means
}

/// The sum of the first 0, 1, 2, … values.
fn sums(values: &[f64]) -> Vec<f64> {
    let mut sums = Vec::with_capacity(values.len() + 1);
    sums.push(0.0);
    let mut sum = 0.0;
    for value in values {
        sum += value;
        sums.push(sum);
    }
    sums
}
