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
fn the_fifty_percent_set_is_the_denser_part_of_the_other_and_may_be_several_intervals() {
    // Ten always in; the eleventh was in from day 100 to 150 and again, under the same value, nowhere else; the twelfth from day 700 on.
    let mut members: Vec<Member> = (0..10).map(|i| member(i, None, None)).collect();
    members.push(member(10, Some(100), Some(150)));
    members.push(member(11, Some(700), Some(760)));
    let date = date_of(&dated(members, 12));
    let days = |spans: &[DateSpan]| spans.iter().map(|span| (span.from, span.to)).collect::<Vec<_>>();
    assert_eq!(days(&date.set50), [(at(100), at(149)), (at(700), at(759))]);
    let inside = |span: &DateSpan| date.set95.iter().any(|wide| wide.from <= span.from && span.to <= wide.to && span.mass <= wide.mass + 1e-12);
    assert!(date.set50.iter().all(inside), "{:?} in {:?}", date.set50, date.set95);
    let mass = |spans: &[DateSpan]| spans.iter().map(|span| span.mass).sum::<f64>();
    assert!((0.5..0.999).contains(&mass(&date.set50)) && mass(&date.set95) >= 0.95);
    // Each edge has its own witnesses.
    let at_edge = |day: i32, side| date.edges.iter().find(|edge| edge.at == at(day) && edge.side == side).map(|edge| edge.witnesses.clone());
    if date.set95.len() == 2 {
        assert_eq!(at_edge(100, SpanSide::From), Some(vec!["r00010".into()]));
        assert_eq!(at_edge(759, SpanSide::To), Some(vec!["r00011".into()]));
    }
}

#[test]
fn uncertain_links_and_censored_days_enter_a_complete_list_as_expected_counts() {
    // Ten recipients, each a record with m = ½, of a file of 50 in a pool of 1 000: five are expected in.
    let mut problem = sample_of(10, 1000.0, vec![timeless("k", 50.0, 0..10)]);
    problem.is_complete_list = true;
    for member in &mut problem.candidates[0].members {
        member.probability = 0.5;
    }
    let by_hand = (set_likelihood::ln_likelihood(5.0, 50.0, 10.0, 1000.0) - set_likelihood::ln_likelihood_of_none(10.0, 1000.0)) / 10f64.ln();
    let found = attribute(&problem, &Unwatched).unwrap().candidates[0].clone();
    assert!((found.log10_lr_vs_none - by_hand).abs() < 1e-9, "{} for {by_hand}", found.log10_lr_vs_none);
    assert!((found.reverse_coverage.unwrap() - 0.1).abs() < 1e-12);
    // They came in between day 200 and day 300, nobody knows when: halfway half of the five are in.
    for member in &mut problem.candidates[0].members {
        member.validity.start = Edge::Ramp { after: at(200), by: at(300) };
    }
    let date = date_of(&problem);
    let segment = |day: i32| *date.segments.iter().find(|segment| segment.from <= at(day) && at(day) < segment.until).unwrap();
    let days = |from: crate::model::Day, until: crate::model::Day| f64::from((until - from).get_days());
    let density = |segment: DateSegment| segment.mass / days(segment.from, segment.until);
    let (halfway, later) = (segment(250), segment(500));
    let past = f64::midpoint(days(at(200), halfway.from), days(at(200), halfway.until) - 1.0) / 100.0;
    let by_hand = set_likelihood::ln_likelihood(5.0 * past, 50.0, 10.0, 1000.0) - set_likelihood::ln_likelihood(5.0, 50.0, 10.0, 1000.0);
    assert!((0.4..0.6).contains(&past) && ((density(halfway) / density(later)).ln() - by_hand).abs() < 1e-9);
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
    let two = date.two_copies.clone().unwrap();
    assert_eq!((two.first, two.second), (at(0), at(800)));
    assert_eq!(two.only_first, (0..10).map(|i| format!("r{i:05}").into()).collect::<Vec<_>>());
    assert_eq!(two.only_second, (10..20).map(|i| format!("r{i:05}").into()).collect::<Vec<_>>());
    assert!((two.share - 0.5).abs() < 0.1 && two.log10_gain > 3.0, "{two:?}");
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
