//! Lists of many thousands: that they are right, and that the work on them is bounded. How long it takes is measured in `benches/`.

use crate::attribute::simulation::{Draws, WINDOW, at, candidate, member, sample_of};
use crate::attribute::*;
use crate::job::{Progress, Unwatched};
use crate::model::Day;
use std::sync::atomic::{AtomicU64, Ordering};

/// 12 500 recipients of whom all are dated records of a file of 15 000, copied on day 700 when 12 500 of them were in.
fn housing_office(is_complete_list: bool, files: usize) -> Problem {
    let mut draws = Draws::new(1);
    let members: Vec<Member> = (0..12_500)
        .map(|i| {
            let from = 700 - draws.days_below(3700);
            let until = 701 + draws.days_below(3000);
            member(i, Some(from), (until <= WINDOW).then_some(until))
        })
        .collect();
    // The others of the file: 2 500 who came in after the copy, so that the file keeps growing.
    let mut steps = vec![0.0; WINDOW as usize + 1];
    for record in &members {
        let day = |edge: Edge| match edge {
            Edge::Known(day) => usize::try_from((day - at(0)).get_days()).unwrap_or(0),
            _ => usize::MAX,
        };
        steps[day(record.validity.start)] += 1.0;
        if let Some(step) = steps.get_mut(day(record.validity.end)) {
            *step -= 1.0;
        }
    }
    let mut size = 0.0;
    let mut knots: Vec<(Day, f64)> = Vec::new();
    for (day, step) in (0..).zip(steps) {
        size += step + if day > 700 { 2500.0 / 300.0 } else { 0.0 };
        knots.push((at(day), size));
    }
    let size = SizeCurve { before: knots[0].1, knots };
    let mut candidates = vec![Candidate { size: size.clone(), ..candidate("tenants", 0.0, members.clone()) }];
    for k in 1..files {
        let some = members.iter().copied().filter(|_| draws.unit() < 0.1 * k as f64).collect();
        candidates.push(Candidate { size: SizeCurve::constant(20_000.0), ..candidate(&format!("other-{k}"), 0.0, some) });
    }
    Problem { is_complete_list, ..sample_of(12_500, 120_000.0, candidates) }
}

/// Counts how often it is told of progress: each time stands for a bounded piece of work.
#[derive(Default)]
struct Told(AtomicU64);

impl Progress for Told {
    fn advance(&self, _done: u64, _total: Option<u64>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn a_complete_list_of_twelve_thousand_finds_the_day_of_the_copy() {
    let problem = housing_office(true, 1);
    let found = attribute(&problem, &Unwatched).unwrap();
    let tenants = &found.candidates[0];
    let date = tenants.copy_date.as_ref().unwrap();
    assert!(tenants.log10_lr_vs_none > 1000.0);
    assert!(date.set95.len() == 1 && date.set95[0].from == at(700) && date.set95[0].to == at(700), "{:?}", date.set95);
    assert_eq!(date.set50, date.set95);
    assert!((tenants.reverse_coverage.unwrap() - 1.0).abs() < 1e-12);
    assert!(!date.is_contradictory && tenants.share.mean > 0.999);
}

#[test]
fn the_work_on_ten_files_and_twelve_thousand_recipients_is_bounded_by_the_days_and_not_by_the_records() {
    let problem = housing_office(false, 10);
    let told = Told::default();
    let found = attribute(&problem, &told).unwrap();
    assert_eq!(found.candidates[0].id.as_str(), "tenants");
    let date = found.candidates[0].copy_date.as_ref().unwrap();
    assert!(date.set95[0].from <= at(700) && at(700) <= date.set95[0].to);
    let days = WINDOW as usize + 1;
    assert!(found.candidates.iter().filter_map(|score| score.copy_date.as_ref()).all(|date| date.segments.len() <= days));
    assert!(told.0.load(Ordering::Relaxed) < 100, "a step for each file and each block of the sampler");
}
