//! When the file was copied: sets, witnesses, contradictions, complete lists, censored gaps.

use crate::attribute::simulation::{WINDOW, at, candidate, member, sample_of, timeless};
use crate::attribute::*;
use crate::job::Unwatched;

fn dated(members: Vec<Member>, count: usize) -> Problem {
    sample_of(count, 50_000.0, vec![candidate("k", 500.0, members)])
}

fn date_of(problem: &Problem) -> CopyDate {
    attribute(problem, &Unwatched).unwrap().candidates[0].copy_date.clone().unwrap()
}

/// Ten recipients always in; r3 came in on day 400, r7 left on day 600.
fn bracketed() -> Problem {
    let mut members: Vec<Member> = (0..10).map(|i| member(i, None, None)).collect();
    members[3] = member(3, Some(400), None);
    members[7] = member(7, None, Some(600));
    dated(members, 10)
}

#[test]
fn a_newcomer_and_a_leaver_bracket_the_copy_and_are_named() {
    let date = date_of(&bracketed());
    assert_eq!(date.set95.len(), 1);
    assert_eq!((date.set95[0].from, date.set95[0].to), (at(400), at(599)), "in on the day of joining, out on the day of leaving");
    assert_eq!(date.mode, at(400));
    assert!(date.set95[0].mass > 0.95 && !date.is_contradictory);
    assert_eq!(date.edges[0], SpanEdge { at: at(400), side: SpanSide::From, witnesses: vec!["r00003".into()] });
    assert_eq!(date.edges[1], SpanEdge { at: at(599), side: SpanSide::To, witnesses: vec!["r00007".into()] });
    assert!((date.segments.iter().map(|segment| segment.mass).sum::<f64>() - 1.0).abs() < 1e-12);
    assert_eq!((date.segments[0].from, date.segments.last().unwrap().until), (at(0), at(WINDOW + 1)));
}

#[test]
fn a_change_of_value_counts_as_the_record_it_belongs_to_did() {
    // r3's address came in on day 400 and was changed on day 450: the copy holds the address of that time.
    let mut problem = bracketed();
    problem.candidates[0].members[3] = member(3, Some(400), Some(450));
    let date = date_of(&problem);
    assert_eq!((date.set95[0].from, date.set95[0].to), (at(400), at(449)));
    assert_eq!(date.edges[0].witnesses, date.edges[1].witnesses);
}

#[test]
fn controls_push_the_copy_out_of_the_days_they_were_in() {
    let mut problem = bracketed();
    let control = |i: usize| ControlLink { id: format!("c{i:03}").into(), probability: 1.0, validity: member(0, None, Some(500)).validity };
    problem.candidates[0].controls = (0..200).map(control).collect();
    let date = date_of(&problem);
    assert_eq!(date.set95[0].from, at(500));
    assert_eq!(date.edges[0].witnesses.len(), 200);
    assert_eq!(date.edges[0].witnesses[0].as_str(), "c000");
}

#[test]
fn people_only_seen_between_two_snapshots_bound_the_copy_softly() {
    // Absent on day 300, there on day 460: where in between they came in is unknown, so the copy leans to the end of the gap.
    let mut members: Vec<Member> = (0..20).map(|i| member(i, None, None)).collect();
    for member in &mut members[..6] {
        member.validity.start = Edge::Ramp { after: at(300), by: at(460) };
        member.validity.end = Edge::Known(at(500));
    }
    let date = date_of(&dated(members, 20));
    let span = date.set95[0];
    assert!(span.from > at(340) && span.from < at(440) && span.to == at(499), "{span:?}");
    let gap: Vec<&DateSegment> = date.segments.iter().filter(|segment| segment.mass > 0.0 && segment.until <= at(460)).collect();
    assert!(gap.len() >= 8 && gap.windows(2).all(|pair| pair[0].mass < pair[1].mass), "a ramp, cut in sixteen");
    assert_eq!(date.edges[0].witnesses.len(), 6);
}

#[test]
fn a_list_merged_from_two_copies_is_called_contradictory_and_not_averaged() {
    // Half of them had left by day 200, the others came in on day 800: no day holds both.
    let members = (0..20).map(|i| if i < 10 { member(i, None, Some(200)) } else { member(i, Some(800), None) }).collect();
    let date = date_of(&dated(members, 20));
    assert!(date.is_contradictory);
    assert!(date.set95.iter().all(|span| span.to < at(200) || span.from >= at(800)), "{:?}", date.set95);
}

#[test]
fn one_stray_record_or_a_second_file_is_no_second_copy() {
    let mut members: Vec<Member> = (0..40).map(|i| member(i, None, Some(200))).collect();
    members[39] = member(39, Some(800), None);
    assert!(!date_of(&dated(members, 40)).is_contradictory);
    // The same two halves, but the late one is all of another, smaller file.
    let members = (0..20).map(|i| if i < 10 { member(i, None, Some(200)) } else { member(i, Some(800), None) }).collect();
    let mut problem = dated(members, 20);
    problem.candidates.push(timeless("l", 100.0, 10..20));
    let found = attribute(&problem, &Unwatched).unwrap();
    let k = found.candidates.iter().find(|score| score.id.as_str() == "k").unwrap();
    assert!(!k.copy_date.as_ref().unwrap().is_contradictory);
}

#[test]
fn nothing_dates_an_undated_file_or_one_that_holds_nobody() {
    let mut problem = bracketed();
    problem.candidates[0].is_dated = false;
    problem.candidates.push(candidate("empty", 300.0, Vec::new()));
    let found = attribute(&problem, &Unwatched).unwrap();
    assert!(found.candidates.iter().all(|score| score.copy_date.is_none()));
}

#[test]
fn a_file_first_known_after_the_send_is_dated_to_the_send_at_most() {
    let mut problem = bracketed();
    problem.candidates[0].first_evidence = at(WINDOW + 50);
    let date = date_of(&problem);
    assert_eq!((date.set95[0].from, date.set95[0].to), (at(WINDOW), at(WINDOW)));
}

#[test]
fn a_complete_list_of_one_towns_subscribers_points_to_that_slice() {
    // 300 mailed, all of the town's; the whole file holds 1 400. Nobody else of the town's pool of 20 000 was mailed.
    let mut problem = sample_of(300, 20_000.0, vec![timeless("town", 300.0, 0..300), timeless("whole", 1400.0, 0..300)]);
    problem.is_complete_list = true;
    let found = attribute(&problem, &Unwatched).unwrap();
    assert_eq!(found.candidates[0].id.as_str(), "town");
    assert!(found.pairs[0].log10_lr > 50.0);
    assert!((found.candidates[0].reverse_coverage.unwrap() - 1.0).abs() < 1e-12);
    assert!((found.candidates[1].reverse_coverage.unwrap() - 300.0 / 1400.0).abs() < 1e-12);
}

#[test]
fn a_complete_list_is_measured_on_a_pool_that_can_hold_it() {
    let mut problem = sample_of(300, 100.0, vec![timeless("large", 5000.0, 0..250), timeless("too small", 20.0, 0..250)]);
    problem.is_complete_list = true;
    let found = attribute(&problem, &Unwatched).unwrap();
    assert!(found.candidates.iter().all(|score| score.log10_lr_vs_none.is_finite() && score.reverse_coverage.unwrap() <= 1.0));
}

#[test]
fn a_file_whose_members_were_passed_over_is_not_supported_by_a_complete_list() {
    let mut problem = sample_of(2000, 20_000.0, vec![timeless("avoided", 5000.0, 0..20)]);
    problem.is_complete_list = true;
    assert!(attribute(&problem, &Unwatched).unwrap().candidates[0].log10_lr_vs_none <= 0.0);
}
