//! Turning a knob gives what the reasoning gives on the changed problem.

use super::*;
use crate::attribute::simulation::{model, sample_of, timeless};
use crate::attribute::{Attribution, attribute};
use crate::job::{Cancellable, Unwatched};

fn bands() -> Bands {
    Bands { bounds: [1.0, 2.0, 10.0, 100.0, 1e3, 1e4, 1e6].map(f64::log10).to_vec(), cap: 4.0, steps: 0, supported: 1.0 }
}

fn assert_same(answer: &Answer, found: &Attribution) {
    assert_eq!(answer.candidates.len(), found.candidates.len());
    for (scored, score) in answer.candidates.iter().zip(&found.candidates) {
        assert_eq!((&scored.id, scored.captured), (&score.id, score.captured));
        assert!((scored.log10_lr_vs_none - score.log10_lr_vs_none).abs() < 1e-9, "{scored:?} for {}", score.log10_lr_vs_none);
        assert_eq!(scored.mode, score.copy_date.as_ref().map(|date| date.mode));
        assert_eq!(scored.set95, score.copy_date.as_ref().map(|date| date.set95.clone()).unwrap_or_default());
    }
    for (pair, of_found) in answer.pairs.iter().zip(&found.pairs) {
        assert_eq!((&pair.favoured, &pair.against), (&of_found.favoured, &of_found.against));
        assert!((pair.log10_lr - of_found.log10_lr).abs() < 1e-9);
    }
}

#[test]
fn every_knob_gives_what_the_reasoning_gives_on_the_changed_problem() {
    for seed in [2, 7, 11] {
        let mut problem = model(seed).problem;
        for (i, subject) in problem.subjects.iter_mut().enumerate() {
            subject.stated = (i % 9 == 0).then_some(crate::attribute::StatedOrigin { candidate: i % 2, is_exclusive: i % 2 == 0, reliability: 0.9 });
        }
        problem.prints = (0..problem.candidates.len()).map(|k| problem.subjects.iter().map(|_| if k == 1 { 0.7 } else { 1.0 }).collect()).collect();
        let bench = Workbench::of(problem.clone(), bands(), &Unwatched).unwrap();
        let dropped: Vec<_> = problem.subjects.iter().step_by(5).map(|subject| subject.id.clone()).collect();
        let changes = [
            Change::default(),
            Change::without(dropped.clone()),
            Change::of_pool(problem.pool * 3.0),
            Change::of_sigma(7.0),
            Change::of_sigma(f64::INFINITY),
            Change { reliability: Some(0.6), ..Change::default() },
            Change { without_fingerprints: true, ..Change::default() },
            Change { pool: Some(problem.pool * 2.0), sigma: Some(4.0), without_fingerprints: true, ..Change::without(dropped) },
        ];
        for change in changes {
            let answer = bench.with(&change, &Unwatched).unwrap().unwrap();
            assert_same(&answer, &attribute(&change.applied_to(&problem), &Unwatched).unwrap());
        }
    }
}

#[test]
fn leaving_a_source_out_gives_what_the_reasoning_gives_without_it() {
    for is_complete_list in [false, true] {
        let mut problem = sample_of(40, 9000.0, vec![timeless("k", 200.0, 0..30), timeless("l", 500.0, 10..40), timeless("m", 100.0, 30..40)]);
        problem.is_complete_list = is_complete_list;
        let bench = Workbench::of(problem.clone(), bands(), &Unwatched).unwrap();
        for k in 0..3 {
            let change = Change { without_sources: [problem.candidates[k].id.clone()].into(), ..Change::default() };
            let mut without = problem.clone();
            without.candidates.remove(k);
            assert_same(&bench.with(&change, &Unwatched).unwrap().unwrap(), &attribute(&without, &Unwatched).unwrap());
        }
        let all = Change { without_sources: problem.candidates.iter().map(|candidate| candidate.id.clone()).collect(), ..Change::default() };
        assert_eq!(bench.with(&all, &Unwatched).unwrap(), None);
    }
}

#[test]
fn putting_somebody_back_is_turning_nothing() {
    let problem = model(2).problem;
    let bench = Workbench::of(problem.clone(), bands(), &Unwatched).unwrap();
    let before = bench.with(&Change::default(), &Unwatched).unwrap().unwrap();
    let mut change = Change::without([problem.subjects[3].id.clone()]);
    assert_ne!(bench.with(&change, &Unwatched).unwrap().unwrap(), before);
    change.without_recipients.clear();
    assert_eq!(bench.with(&change, &Unwatched).unwrap().unwrap(), before);
}

#[test]
fn turning_a_knob_can_be_stopped() {
    let bench = Workbench::of(model(2).problem, bands(), &Unwatched).unwrap();
    let stop = Cancellable::default();
    stop.cancel();
    assert!(matches!(bench.with(&Change::of_pool(5000.0), &stop), Err(AttributeError::Cancelled)));
}
