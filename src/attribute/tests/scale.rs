//! Lists of many thousands: the time they take, in a debug build too, and that they are right.

use crate::attribute::simulation::{Draws, WINDOW, at, candidate, member, sample_of};
use crate::attribute::*;
use crate::job::Unwatched;
use crate::model::Day;

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

#[test]
fn a_complete_list_of_twelve_thousand_finds_the_day_of_the_copy() {
    let problem = housing_office(true, 1);
    let started = std::time::Instant::now();
    let found = attribute(&problem, &Unwatched).unwrap();
    println!("complete list, 12 500 dated members: {:?}", started.elapsed());
    let tenants = &found.candidates[0];
    let date = tenants.copy_date.as_ref().unwrap();
    assert!(tenants.log10_lr_vs_none > 1000.0);
    assert!(date.set95.len() == 1 && date.set95[0].from == at(700) && date.set95[0].to == at(700), "{:?}", date.set95);
    assert!((tenants.reverse_coverage.unwrap() - 1.0).abs() < 1e-12);
    assert!(!date.is_contradictory && tenants.share.mean > 0.999);
    assert!(started.elapsed().as_secs() < 30);
}

#[test]
fn ten_files_and_a_sample_of_twelve_thousand_take_seconds() {
    let problem = housing_office(false, 10);
    let started = std::time::Instant::now();
    let found = attribute(&problem, &Unwatched).unwrap();
    println!("sample, 12 500 x 10: {:?}", started.elapsed());
    assert_eq!(found.candidates[0].id.as_str(), "tenants");
    let date = found.candidates[0].copy_date.as_ref().unwrap();
    assert!(date.set95[0].from <= at(700) && at(700) <= date.set95[0].to);
    assert!(started.elapsed().as_secs() < 60);
}
