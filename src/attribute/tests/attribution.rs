//! Which file: hand-worked numbers, the size principle, statements, controls, invariance.

use crate::attribute::simulation::{Draws, WINDOW, at, candidate, member, model, sample_of, timeless};
use crate::attribute::*;
use crate::job::{Cancellable, Unwatched};

fn score<'a>(found: &'a Attribution, id: &str) -> &'a CandidateScore {
    found.candidates.iter().find(|score| score.id.as_str() == id).unwrap()
}

#[test]
fn eleven_of_twelve_in_a_small_file_give_the_integral_worked_by_hand() {
    // Every hit has R = 50 (2 % of the pool). ln LR = ln ∫ 2 (1+49π)^11 (1−π) dπ over [½, 1], by parts in u = 1+49π.
    let found = attribute(&sample_of(12, 10_000.0, vec![timeless("k", 200.0, 0..11)]), &Unwatched).unwrap();
    let antiderivative = |u: f64| (50.0 * u.powi(12) / 12.0 - u.powi(13) / 13.0) / (49.0 * 49.0);
    let exact = (2.0 * (antiderivative(50.0) - antiderivative(25.5))).log10();
    assert!((score(&found, "k").log10_lr_vs_none - exact).abs() < 1e-9, "{} for {exact}", score(&found, "k").log10_lr_vs_none);
    assert!(exact > 16.0, "as strong as the minimal model says: {exact}");
}

#[test]
fn the_same_eleven_found_in_the_circle_of_the_file_say_nothing_for_it() {
    let mut problem = sample_of(12, 10_000.0, vec![timeless("k", 200.0, 0..11)]);
    for subject in &mut problem.subjects {
        subject.circle = Some(Circle { candidate: 0, sigma: f64::INFINITY });
    }
    let found = attribute(&problem, &Unwatched).unwrap();
    assert_eq!(found.outside_their_circle, ["r00011".into()]);
    assert!(score(&found, "k").log10_lr_vs_none < 0.5);
    // With a known strength σ the support lies between that of the circle and that of an open call, and falls as σ rises.
    let with = |sigma: f64| {
        let mut problem = problem.clone();
        for subject in &mut problem.subjects {
            subject.circle = Some(Circle { candidate: 0, sigma });
        }
        problem.overlaps = vec![vec![SizeCurve::constant(200.0)]];
        score(&attribute(&problem, &Unwatched).unwrap(), "k").log10_lr_vs_none
    };
    // Hits found in a circle of strength σ: R = (10 000 + 200(σ−1)) / (200 σ); 200 gives 1.245, 1 the open call's 50.
    assert!(with(1.0) > with(20.0) && with(20.0) > with(200.0));
    let r: f64 = (10_000.0 + 199.0 * 200.0) / (200.0 * 200.0);
    let antiderivative = |u: f64| (r * u.powi(12) / 12.0 - u.powi(13) / 13.0) / ((r - 1.0) * (r - 1.0));
    let exact = (2.0 * (antiderivative(r) - antiderivative(f64::midpoint(1.0, r)))).log10();
    assert!((with(200.0) - exact).abs() < 1e-9, "{} for {exact}", with(200.0));
}

#[test]
fn a_small_file_that_captures_everybody_beats_a_large_one() {
    let found = attribute(&sample_of(20, 50_000.0, vec![timeless("large", 20_000.0, 0..20), timeless("small", 500.0, 0..20)]), &Unwatched).unwrap();
    assert_eq!(found.candidates[0].id.as_str(), "small");
    // Nearly 40 times for each of the twenty, as the sizes say; the rest is the integral over π.
    let pair = &found.pairs[0];
    assert!((pair.log10_lr - 20.0 * 40f64.log10()).abs() < 2.0, "{}", pair.log10_lr);
    assert!((pair.log10_lr - (score(&found, "small").log10_lr_vs_none - score(&found, "large").log10_lr_vs_none)).abs() < 1e-12);
    assert!(score(&found, "small").share.mean > 0.8 && found.unexplained.mean < 0.1);
    assert_eq!((score(&found, "small").captured, score(&found, "small").exclusive), (20, 0));
    assert_eq!(found.covering.len(), 1);
}

#[test]
fn of_nested_files_the_one_the_list_was_taken_from_wins() {
    // All in the outer file, half of them in the inner one, as chance would have it: outer. All in the inner: inner.
    let outer = attribute(&sample_of(30, 50_000.0, vec![timeless("inner", 1000.0, 0..15), timeless("outer", 2000.0, 0..30)]), &Unwatched).unwrap();
    assert_eq!(outer.candidates[0].id.as_str(), "outer");
    assert!(outer.pairs[0].log10_lr > 2.0);
    let inner = attribute(&sample_of(30, 50_000.0, vec![timeless("inner", 1000.0, 0..30), timeless("outer", 2000.0, 0..30)]), &Unwatched).unwrap();
    assert_eq!(inner.candidates[0].id.as_str(), "inner");
    assert!(inner.pairs[0].log10_lr > 2.0);
}

#[test]
fn shares_of_two_files_come_back_from_a_list_made_of_both() {
    let problem = sample_of(200, 100_000.0, vec![timeless("a", 1000.0, 0..120), timeless("b", 1000.0, 120..180)]);
    let found = attribute(&problem, &Unwatched).unwrap();
    for (id, true_share) in [("a", 0.6), ("b", 0.3)] {
        let share = score(&found, id).share;
        // Some of the twenty in no file may have been missed in one.
        assert!((share.mean - true_share).abs() < 0.05, "{id}: {share:?}");
        assert!(share.lo < true_share && true_share < share.hi && share.hi - share.lo < 0.2, "{id}: {share:?}");
    }
    assert!(found.unexplained.mean > 0.02 && found.unexplained.mean < 0.1 && found.unexplained.hi > 0.09, "{:?}", found.unexplained);
    assert_eq!(found.origin_order, ["a".into(), "b".into()]);
    for (i, origin) in found.origins.iter().enumerate() {
        assert!((origin.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        // Those in no file come from neither or were missed in one; the others are clear.
        let likeliest = usize::from(i >= 120);
        assert!(i >= 180 || origin[likeliest] > 0.9, "{i}: {origin:?}");
        assert!(i < 180 || origin[2] > 0.2 && origin[0] > origin[1], "{i}: {origin:?}");
    }
    assert_eq!(found.covering, ["a".into(), "b".into()]);
}

#[test]
fn an_uncertain_link_counts_as_far_as_it_is_probable() {
    // One recipient with m = ½ in a file of 100 out of 1 000: R = 5, and 2 ∫ (1 − π + 5π) dπ over [½, 1] = 4. With m = 1: R = 10 and 7.75.
    let lr = |m: f64| {
        let mut problem = sample_of(1, 1000.0, vec![timeless("k", 100.0, 0..1)]);
        problem.candidates[0].members[0].probability = m;
        10f64.powf(score(&attribute(&problem, &Unwatched).unwrap(), "k").log10_lr_vs_none)
    };
    assert!((lr(0.5) - 4.0).abs() < 1e-9 && (lr(1.0) - 7.75).abs() < 1e-9, "{} {}", lr(0.5), lr(1.0));
}

#[test]
fn who_is_in_no_file_is_named_and_every_smallest_covering_set_is_listed() {
    let mut candidates = vec![timeless("a", 500.0, 0..6), timeless("b", 500.0, 4..9), timeless("c", 500.0, 6..9)];
    candidates.push(declared("list", 2000.0, 0.9));
    let found = attribute(&sample_of(11, 50_000.0, candidates), &Unwatched).unwrap();
    assert_eq!(found.explained_by_none, ["r00009".into(), "r00010".into()], "a declared file holds nobody for certain");
    assert_eq!(found.coverings.len(), 2);
    assert!(found.coverings.contains(&vec!["a".into(), "b".into()]) && found.coverings.contains(&vec!["a".into(), "c".into()]));
    assert_eq!(found.covering, found.coverings[0]);
}

#[test]
fn controls_weaken_the_file_that_holds_them_by_their_number_and_one() {
    let plain = sample_of(10, 50_000.0, vec![timeless("k", 500.0, 0..10)]);
    let mut with_controls = plain.clone();
    with_controls.candidates[0].controls =
        (0..9).map(|i| ControlLink { id: format!("c{i}").into(), probability: 1.0, validity: Validity::default() }).collect();
    let before = attribute(&plain, &Unwatched).unwrap().candidates[0].log10_lr_vs_none;
    let after = attribute(&with_controls, &Unwatched).unwrap().candidates[0].log10_lr_vs_none;
    assert!((before - after - 1.0).abs() < 1e-9, "nine controls: a factor of ten");
}

fn declared(id: &str, size: f64, coverage: f64) -> Candidate {
    Candidate { is_dated: false, coverage: Some(coverage), ..timeless(id, size, []) }
}

fn stating(mut problem: Problem, who: std::ops::Range<usize>, candidate: usize, is_exclusive: bool) -> Problem {
    for subject in &mut problem.subjects[who] {
        subject.stated = Some(StatedOrigin { candidate, is_exclusive, reliability: 0.9 });
    }
    problem
}

#[test]
fn a_declared_file_speaks_through_statements_alone() {
    let silent = sample_of(12, 50_000.0, vec![declared("list", 2000.0, 0.8)]);
    let silent_score = attribute(&silent, &Unwatched).unwrap().candidates[0].clone();
    assert!(silent_score.log10_lr_vs_none.abs() < 0.1, "{}", silent_score.log10_lr_vs_none);
    assert_eq!((silent_score.captured, silent_score.hypergeometric_p, silent_score.copy_date), (0, None, None));
    let told = stating(silent.clone(), 0..12, 0, false);
    let told = attribute(&told, &Unwatched).unwrap();
    assert!(told.candidates[0].log10_lr_vs_none > 10.0);
    assert_eq!(told.candidates[0].captured, 12);
    // Given to no other: ρ/(1−ρ) = 9 for each of them on top.
    let only = attribute(&stating(silent, 0..12, 0, true), &Unwatched).unwrap();
    let gain = only.candidates[0].log10_lr_vs_none - told.candidates[0].log10_lr_vs_none;
    assert!((gain - 12.0 * 9f64.log10()).abs() < 0.5, "{gain}");
}

#[test]
fn an_exclusive_statement_decides_between_two_files_with_the_same_members() {
    let both = sample_of(10, 50_000.0, vec![timeless("a", 800.0, 0..10), timeless("b", 800.0, 0..10)]);
    let found = attribute(&stating(both.clone(), 0..10, 1, true), &Unwatched).unwrap();
    assert_eq!(found.pairs[0].favoured.as_str(), "b");
    assert!((found.pairs[0].log10_lr - 10.0 * 9f64.log10()).abs() < 0.5);
    let found = attribute(&stating(both, 0..10, 1, false), &Unwatched).unwrap();
    assert!(found.pairs[0].log10_lr < 1e-12, "a statement that is not exclusive says nothing against the other");
}

#[test]
fn the_order_of_files_and_recipients_changes_nothing() {
    let mut problem = model(11).problem;
    for (i, subject) in problem.subjects.iter_mut().enumerate().filter(|(i, _)| i % 3 == 0) {
        subject.stated = Some(StatedOrigin { candidate: i % 2, is_exclusive: i % 6 == 0, reliability: 0.8 });
        subject.circle = Some(Circle { candidate: (i + 1) % 2, sigma: if i % 4 == 0 { f64::INFINITY } else { 30.0 } });
    }
    let mut draws = Draws::new(5);
    let (mut of_subjects, mut of_candidates): (Vec<usize>, Vec<usize>) =
        ((0..problem.subjects.len()).collect(), (0..problem.candidates.len()).collect());
    draws.shuffle(&mut of_subjects);
    of_candidates.reverse();
    let new_subject = |old: usize| of_subjects.iter().position(|i| *i == old).unwrap();
    let new_candidate = |old: usize| of_candidates.iter().position(|k| *k == old).unwrap();
    let mut shuffled = problem.clone();
    shuffled.subjects = of_subjects.iter().map(|i| problem.subjects[*i].clone()).collect();
    for subject in &mut shuffled.subjects {
        if let Some(stated) = &mut subject.stated {
            stated.candidate = new_candidate(stated.candidate);
        }
        if let Some(circle) = &mut subject.circle {
            circle.candidate = new_candidate(circle.candidate);
        }
    }
    shuffled.candidates = of_candidates.iter().map(|k| problem.candidates[*k].clone()).collect();
    for candidate in &mut shuffled.candidates {
        for member in &mut candidate.members {
            member.subject = new_subject(member.subject);
        }
        candidate.members.sort_by_key(|member| member.subject);
        for slice in &mut candidate.slices {
            slice.subjects = slice.subjects.iter().map(|old| new_subject(*old)).collect();
            slice.subjects.sort_unstable();
        }
    }
    let overlap = |l: &usize, h: &usize| problem.overlaps.get(*l).and_then(|of_l| of_l.get(*h)).cloned();
    shuffled.overlaps = of_candidates.iter().map(|l| of_candidates.iter().filter_map(|h| overlap(l, h)).collect()).collect();
    let before = attribute(&problem, &Unwatched).unwrap();
    let mut after = attribute(&shuffled, &Unwatched).unwrap();
    after.origins = (0..before.origins.len()).map(|i| after.origins[new_subject(i)].clone()).collect();
    assert_eq!(serde_json::to_string(&before).unwrap(), serde_json::to_string(&after).unwrap());
}

#[test]
fn new_names_for_files_and_recipients_change_nothing_but_the_names() {
    let problem = model(12).problem;
    let mut renamed = problem.clone();
    for (k, candidate) in renamed.candidates.iter_mut().enumerate() {
        candidate.id = format!("z{}", 9 - k).into();
    }
    for (i, subject) in renamed.subjects.iter_mut().enumerate() {
        subject.id = format!("q{}", 99_999 - i).into();
    }
    let (before, after) = (attribute(&problem, &Unwatched).unwrap(), attribute(&renamed, &Unwatched).unwrap());
    for (a, b) in before.candidates.iter().zip(&after.candidates) {
        let name = problem.candidates.iter().position(|candidate| candidate.id == a.id).unwrap();
        assert_eq!(renamed.candidates[name].id, b.id);
        assert_eq!((a.share, a.log10_lr_vs_none.to_bits(), a.captured), (b.share, b.log10_lr_vs_none.to_bits(), b.captured));
        assert_eq!(a.copy_date.as_ref().map(|date| &date.segments), b.copy_date.as_ref().map(|date| &date.segments));
    }
    assert_eq!(before.unexplained, after.unexplained);
}

#[test]
fn a_problem_without_sources_or_recipients_is_answered_too() {
    let nobody = attribute(&sample_of(0, 1000.0, vec![timeless("k", 10.0, [])]), &Unwatched).unwrap();
    assert!(nobody.candidates[0].log10_lr_vs_none.abs() < 1e-12 && nobody.origins.is_empty());
    let nothing = attribute(&sample_of(3, 1000.0, Vec::new()), &Unwatched).unwrap();
    assert!(nothing.candidates.is_empty() && nothing.pairs.is_empty() && (nothing.unexplained.mean - 1.0).abs() < 1e-12);
    assert_eq!(nothing.origins, vec![vec![1.0]; 3]);
}

#[test]
fn cancelling_stops_the_reasoning() {
    let stop = Cancellable::default();
    stop.cancel();
    let problem = sample_of(5, 1000.0, vec![candidate("k", 50.0, vec![member(0, Some(3), Some(WINDOW))])]);
    assert!(matches!(attribute(&problem, &stop), Err(AttributeError::Cancelled)));
    assert!(at(0) < problem.first_send);
}
