//! Parts of a file: found where only they were copied, not found where the whole was, and never tried for free.

use crate::attribute::simulation::{WINDOW, at, member, sample_of, slice, timeless};
use crate::attribute::*;
use crate::job::Unwatched;

/// A file of 1 400 with two towns, 300 and 900, of which those recipients are who are in `valmont` and in `sarlongue`.
fn of_towns(id: &str, everybody: usize, valmont: std::ops::Range<usize>, sarlongue: std::ops::Range<usize>) -> Candidate {
    let slices = vec![slice("Valmont", 300.0, valmont), slice("Sarlongue", 900.0, sarlongue)];
    Candidate { slices, ..timeless(id, 1400.0, 0..everybody) }
}

fn only(problem: &Problem) -> CandidateScore {
    attribute(problem, &Unwatched).unwrap().candidates[0].clone()
}

#[test]
fn a_list_of_one_towns_people_is_of_that_slice() {
    let problem = sample_of(40, 60_000.0, vec![of_towns("k", 40, 0..40, 0..0)]);
    let score = only(&problem);
    let slice = score.slice().unwrap();
    assert_eq!((slice.field.as_str(), slice.value.as_str(), slice.captured), ("town", "Valmont", 40));
    assert!((slice.size - 300.0).abs() < 1e-12);
    // 1400/300 for each of the forty; the integrals over π hardly differ.
    assert!((slice.log10_lr - 40.0 * (1400f64 / 300.0).log10()).abs() < 0.1, "{}", slice.log10_lr);
    assert!(slice.weight > 0.999 && score.slices[1].weight < 1e-9);
    assert_eq!((score.captured, slice.reverse_coverage), (40, None));
}

#[test]
fn a_list_of_the_whole_file_is_of_no_slice_and_the_try_costs_less_than_a_factor_of_two() {
    let with_slices = sample_of(42, 60_000.0, vec![of_towns("k", 42, 0..9, 9..36)]);
    let mut without = with_slices.clone();
    without.candidates[0].slices.clear();
    let (with_slices, without) = (only(&with_slices), only(&without));
    assert_eq!(with_slices.slice(), None);
    assert_eq!(with_slices.slices.len(), 2);
    let cost = without.log10_lr_vs_none - with_slices.log10_lr_vs_none;
    assert!(cost > 0.0 && cost <= 2f64.log10() + 1e-9, "{cost}");
    assert_eq!(with_slices.share, without.share);
}

#[test]
fn a_file_and_its_slices_are_averaged_by_their_priors() {
    let parts = [of_towns("k", 12, 0..7, 7..11), timeless("k", 300.0, 0..7), timeless("k", 900.0, 7..11), timeless("k", 1400.0, 0..12)];
    let [all, valmont, sarlongue, whole] = parts.map(|candidate| only(&sample_of(12, 60_000.0, vec![candidate])));
    let lr = |score: &CandidateScore| 10f64.powf(score.log10_lr_vs_none);
    let by_hand = 0.5 * lr(&whole) + 0.25 * lr(&valmont) + 0.25 * lr(&sarlongue);
    assert!((lr(&all) / by_hand - 1.0).abs() < 1e-9);
    let weight = |value: &str| all.slices.iter().find(|slice| slice.value == value).unwrap().weight;
    assert!((weight("Valmont") - 0.25 * lr(&valmont) / by_hand).abs() < 1e-12);
    assert!((weight("Sarlongue") - 0.25 * lr(&sarlongue) / by_hand).abs() < 1e-12);
}

#[test]
fn a_rival_that_holds_only_that_towns_people_is_ahead_by_the_price_of_the_try_and_no_more() {
    // The same 300 people as a file of their own: it had to choose nothing, the slice was one of two that share one half.
    let rival = timeless("rival", 300.0, 0..40);
    let found = attribute(&sample_of(40, 60_000.0, vec![of_towns("k", 40, 0..40, 0..0), rival]), &Unwatched).unwrap();
    assert_eq!(found.pairs[0].favoured.as_str(), "rival");
    assert!((found.pairs[0].log10_lr - 4f64.log10()).abs() < 1e-6, "{}", found.pairs[0].log10_lr);
    // Three people more in the slice, and it is the other way round.
    let rival = timeless("rival", 300.0, 0..37);
    let found = attribute(&sample_of(40, 60_000.0, vec![of_towns("k", 40, 0..40, 0..0), rival]), &Unwatched).unwrap();
    assert_eq!(found.pairs[0].favoured.as_str(), "k");
}

#[test]
fn a_complete_list_of_one_town_is_of_that_slice_and_says_how_much_of_it_was_mailed() {
    let mut problem = sample_of(285, 20_000.0, vec![of_towns("k", 285, 0..285, 0..0)]);
    problem.is_complete_list = true;
    let score = only(&problem);
    let slice = score.slice().unwrap();
    assert_eq!(slice.value, "Valmont");
    assert!((slice.reverse_coverage.unwrap() - 285.0 / 300.0).abs() < 1e-12);
    assert!((score.reverse_coverage.unwrap() - 285.0 / 1400.0).abs() < 1e-12);
}

#[test]
fn controls_of_the_other_towns_speak_for_the_slice() {
    let mut problem = sample_of(8, 60_000.0, vec![of_towns("k", 8, 0..6, 6..8)]);
    let with = |ids: &[&str]| ids.iter().map(|id| ControlLink { id: (*id).into(), probability: 1.0, validity: Validity::default() }).collect();
    let before = only(&problem).slices.iter().find(|slice| slice.value == "Valmont").unwrap().log10_lr;
    problem.candidates[0].controls = with(&["c1", "c2", "c3"]);
    problem.candidates[0].slices[0].controls = vec!["c3".into()];
    let after = only(&problem).slices.iter().find(|slice| slice.value == "Valmont").unwrap().log10_lr;
    // 1/(3+1) for the whole, 1/(1+1) for the slice.
    assert!((after - before - 2f64.log10()).abs() < 1e-9);
}

#[test]
fn the_copy_date_is_that_of_the_slice() {
    // The town's people bracket the copy; somebody of another town, who came in late, does not count.
    let mut problem = sample_of(31, 60_000.0, vec![of_towns("k", 31, 0..30, 30..31)]);
    problem.candidates[0].members[3] = member(3, Some(400), None);
    problem.candidates[0].members[7] = member(7, None, Some(600));
    problem.candidates[0].members[30] = member(30, Some(900), None);
    let score = only(&problem);
    assert_eq!(score.slice().unwrap().value, "Valmont");
    let date = score.copy_date.unwrap();
    assert_eq!((date.set95[0].from, date.set95[0].to), (at(400), at(599)));
    assert_eq!(date.edges[1].witnesses, ["r00007".into()]);
    assert!(date.segments.iter().all(|segment| segment.from != at(900)), "no segment is cut by somebody outside the slice");
    assert!(problem.first_send == at(WINDOW));
}

#[test]
fn people_found_in_the_circle_of_a_file_say_nothing_for_a_slice_of_it() {
    let mut problem = sample_of(20, 60_000.0, vec![of_towns("k", 20, 0..20, 0..0)]);
    for subject in &mut problem.subjects {
        subject.circle = Some(Circle { candidate: 0, sigma: f64::INFINITY });
    }
    let score = only(&problem);
    assert!(score.log10_lr_vs_none < 1e-9 && score.slice().is_none(), "{score:?}");
}

#[test]
fn the_order_of_slices_changes_nothing() {
    let problem = sample_of(30, 60_000.0, vec![of_towns("k", 30, 0..22, 22..29), timeless("l", 500.0, 0..25)]);
    let mut shuffled = problem.clone();
    shuffled.candidates[0].slices.reverse();
    let (before, after) = (attribute(&problem, &Unwatched).unwrap(), attribute(&shuffled, &Unwatched).unwrap());
    assert_eq!(serde_json::to_string(&before).unwrap(), serde_json::to_string(&after).unwrap());
}
