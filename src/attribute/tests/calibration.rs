//! Incidents drawn from the model's own prior: does the tool's certainty hold good? The numbers are printed with `--nocapture`.

use crate::attribute::simulation::{Origin, incident};
use crate::attribute::{Attribution, attribute};
use crate::job::Unwatched;

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[test]
fn sets_intervals_and_strong_pairs_hold_good_on_incidents_drawn_from_the_prior() {
    const INCIDENTS: u64 = 60;
    let (mut first, mut dates, mut shares, mut strong, mut strong_right) = (0, 0, 0, 0, 0);
    let mut widths = Vec::new();
    for seed in 0..INCIDENTS {
        let simulated = incident(seed, Origin::OneFile);
        let truth = simulated.truth.unwrap();
        let id = &simulated.problem.candidates[truth.source].id;
        let found = attribute(&simulated.problem, &Unwatched).unwrap();
        let score = found.candidates.iter().find(|score| score.id == *id).unwrap();
        let date = score.copy_date.as_ref().unwrap();
        first += u32::from(found.candidates[0].id == *id);
        dates += u32::from(date.set95.iter().any(|span| span.from <= truth.copied && truth.copied <= span.to));
        shares += u32::from(score.share.lo <= truth.share && truth.share <= score.share.hi);
        widths.push(date.set95.iter().map(|span| f64::from((span.to - span.from).get_days() + 1)).sum());
        for pair in found.pairs.iter().filter(|pair| pair.log10_lr >= 2.0 && (pair.favoured == *id || pair.against == *id)) {
            strong += 1;
            strong_right += u32::from(pair.favoured == *id);
        }
    }
    let share_of = |count: u32, of: u32| f64::from(count) / f64::from(of);
    let all = INCIDENTS as u32;
    let width = median(widths);
    println!("| right file first | 95 % date sets hold | median width, days | 95 % share intervals hold | LR ≥ 100 right |");
    println!("| {first}/{all} | {dates}/{all} | {width} | {shares}/{all} | {strong_right}/{strong} |");
    assert!(share_of(first, all) >= 0.95);
    assert!(share_of(dates, all) >= 0.85);
    assert!(share_of(shares, all) >= 0.85);
    assert!(strong >= all && share_of(strong_right, strong) >= 0.97);
    assert!(width < 200.0);
}

fn strongest(found: &Attribution) -> f64 {
    found.candidates[0].log10_lr_vs_none
}

#[test]
fn incidents_without_a_known_source_support_none() {
    let strongest_each: Vec<f64> =
        (0..40).map(|seed| strongest(&attribute(&incident(1000 + seed, Origin::Nowhere).problem, &Unwatched).unwrap())).collect();
    let highest = strongest_each.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    println!("no known source: strongest log10 LR of 40 incidents {highest:.2}");
    assert!(highest < 1.0, "{strongest_each:?}");
}

#[test]
fn recipients_looked_for_in_one_circle_support_nothing() {
    let strongest_each: Vec<f64> =
        (0..40).map(|seed| strongest(&attribute(&incident(2000 + seed, Origin::Circle).problem, &Unwatched).unwrap())).collect();
    let highest = strongest_each.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    println!("found in one circle: strongest log10 LR of 40 incidents {highest:.2}");
    assert!(highest < 1.0, "{strongest_each:?}");
}
