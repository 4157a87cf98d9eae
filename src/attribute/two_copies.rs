//! Can one copy explain the list, or does it take two of the same file (or a merged list)? (method.md §3)
//!
//! With every source at its modal day and the likeliest shares, a second copy of file k on another day T₂ is offered to the mixture. If it is
//! taken up (it raises the likelihood a thousandfold and explains at least a twentieth of the list) and each of the two days holds records the
//! other cannot, the edges of a single copy date contradict each other, and that is said rather than averaged away. Records that another source or
//! the background explains well enough do not make a second copy.

use super::errors::{Cell, Errors};
use super::mixture::{Groups, mix};
use super::segments::{Class, Segment};
use super::weighing::Weighed;
use super::{Problem, TwoCopies};
use crate::model::RecipientId;
use crate::model::dates::day_from_number;

/// ln 1000.
const LEAST_GAIN: f64 = 6.9;
/// Share of the list the second copy must explain.
const LEAST_SHARE: f64 = 0.05;
/// Records either copy must hold that the other cannot.
const LEAST_RECORDS: usize = 2;
/// v from which a record counts as being in a copy, and below which as not being in it.
const HELD: f64 = 0.5;
const NOT_HELD: f64 = 0.05;

/// The second copy each of `weighed` needs, if any; `shares` are the likeliest ones at the modes, the background last.
pub(super) fn contradictions(
    problem: &Problem,
    weighed: &[&Weighed],
    groups: &Groups,
    columns: &[Vec<Cell>],
    shares: &[f64],
) -> Vec<Option<TwoCopies>> {
    let errors = groups.expected_errors();
    let mixed: Vec<f64> = (0..groups.sizes.len())
        .map(|group| {
            let ratios: Vec<f64> = columns.iter().zip(&errors).map(|(column, errors)| column[group].ratio(*errors)).chain([1.0]).collect();
            mix(shares, &ratios)
        })
        .collect();
    weighed.iter().enumerate().map(|(k, candidate)| second_copy(problem, k, candidate, groups, &mixed, errors[k])).collect()
}

fn second_copy(problem: &Problem, k: usize, weighed: &Weighed, groups: &Groups, mixed: &[f64], errors: Errors) -> Option<TwoCopies> {
    let prepared = &weighed.prepared;
    if prepared.entries.is_empty() {
        return None;
    }
    // Where a second copy would raise the likelihood fastest.
    let weights: Vec<f64> = prepared.entries.iter().map(|entry| 1.0 / mixed[groups.of_subject[entry.subject]]).collect();
    let steepest = steepest(weighed, &weights);
    let (first, second) = (weighed.modal_segment(), prepared.segments[steepest]);
    let mut only_first: Vec<RecipientId> = Vec::new();
    let mut only_second: Vec<RecipientId> = Vec::new();
    for (record, entry) in prepared.entries.iter().enumerate() {
        let (one, two) = (prepared.subjects.validity(record, first), prepared.subjects.validity(record, second));
        let id = || problem.subjects[entry.subject].id.clone();
        if one > HELD && two < NOT_HELD {
            only_first.push(id());
        }
        if two > HELD && one < NOT_HELD {
            only_second.push(id());
        }
    }
    if only_first.len() < LEAST_RECORDS || only_second.len() < LEAST_RECORDS {
        return None;
    }
    let column = groups.column(k, weighed, steepest);
    let pulls: Vec<(f64, f64)> =
        column.iter().zip(mixed).zip(&groups.sizes).map(|((cell, mixed), &size)| (f64::from(size), cell.ratio(errors) / mixed)).collect();
    let (share, gain) = taken_up(&pulls);
    only_first.sort();
    only_second.sort();
    let day = |segment: Segment| day_from_number(segment.from).unwrap_or_default();
    let log10_gain = gain / std::f64::consts::LN_10;
    (share >= LEAST_SHARE && gain >= LEAST_GAIN).then(|| TwoCopies {
        first: day(first),
        second: day(second),
        only_first,
        only_second,
        share,
        log10_gain,
    })
}

/// The segment in which `Σ R_i(T) / mix_i` is largest.
fn steepest(weighed: &Weighed, weights: &[f64]) -> usize {
    let prepared = &weighed.prepared;
    let track = &prepared.subjects;
    let mut events: Vec<(i32, usize, f64)> = Vec::new();
    for (&(class, stay), &weight) in track.records.iter().zip(weights).filter(|(record, _)| record.1.from < record.1.until) {
        events.push((stay.from, class, weight));
        events.push((stay.until, class, -weight));
    }
    // By weight too, so that rounding does not depend on the order of the subjects.
    events.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    let mut sums = vec![0.0; track.classes.len()];
    let mut next = 0;
    let mut best = (0, f64::NEG_INFINITY);
    for (index, segment) in prepared.segments.iter().enumerate() {
        while let Some(&(_, class, weight)) = events.get(next).filter(|event| event.0 <= segment.from) {
            sums[class] += weight;
            next += 1;
        }
        let worth =
            |(class, sum): (&Class, &f64)| class.factor * class.validity(segment.from, segment.until) * prepared.scales[index][class.channel] * sum;
        let pull: f64 = track.classes.iter().zip(&sums).filter(|(_, sum)| **sum > 0.0).map(worth).sum();
        if pull > best.1 * (1.0 + 1e-9) {
            best = (index, pull);
        }
    }
    best.0
}

/// The share α at which `Σ count · ln(1 − α + α ρ)` is largest and its value there; `pulls` are counts and ρ.
fn taken_up(pulls: &[(f64, f64)]) -> (f64, f64) {
    let slope =
        |share: f64| pulls.iter().map(|(count, pull)| count * (pull - 1.0) / (1.0 - share + share * pull).max(f64::MIN_POSITIVE)).sum::<f64>();
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if slope(middle) > 0.0 { low = middle } else { high = middle }
    }
    let share = low;
    (share, pulls.iter().map(|(count, pull)| count * libm::log(1.0 - share + share * pull)).sum())
}
