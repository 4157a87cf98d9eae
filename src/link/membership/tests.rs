//! Hand-worked tests of membership over time.

use super::*;
use crate::attribute::Edge;
use crate::job::{Cancellable, Unwatched};
use crate::link::columns::Columns;
use crate::link::exact::{How, RecipientKeys, exact};
use crate::link::fixtures::{Row, segment};
use jiff::civil::date;

/// A source as its states, each with its day and rows.
struct Source {
    states: Vec<(Option<(Day, Day)>, Columns)>,
}

impl Source {
    fn new(states: &[(Option<Day>, &[Row])]) -> Self {
        Self { states: states.iter().map(|(day, rows)| (day.map(|day| (day, day)), segment(0, rows))).collect() }
    }

    fn link(&self, emails: &[&str]) -> SourceMembership {
        let keys: Vec<RecipientKeys> =
            emails.iter().map(|email| RecipientKeys { email: Some((*email).to_owned()), ..RecipientKeys::default() }).collect();
        let [alone, among_others] = [false, true].map(|with_keys| self.membership(&keys, with_keys));
        // Whether its people are to be found in other sources changes nothing about the source.
        assert_eq!((&alone.members, &alone.presence), (&among_others.members, &among_others.presence));
        assert_eq!((alone.size.before, &alone.size.knots), (among_others.size.before, &among_others.size.knots));
        assert_eq!((alone.is_dated, alone.people.count()), (among_others.is_dated, among_others.people.count()));
        among_others
    }

    fn membership(&self, keys: &[RecipientKeys], with_keys: bool) -> SourceMembership {
        let links: Vec<Vec<RowLink>> =
            self.states.iter().map(|(_, rows)| exact(keys, std::slice::from_ref(rows), &Unwatched).unwrap().links).collect();
        let census: Vec<Census> = self.states.iter().map(|(_, rows)| census(rows, with_keys)).collect();
        let states = self.states.iter().zip(&links).zip(&census);
        let snapshots: Vec<SnapshotRows<'_>> =
            states.map(|(((as_of, _), links), rows)| SnapshotRows { as_of: *as_of, rows, links, others: &[] }).collect();
        membership(keys.len(), &snapshots, &Unwatched).unwrap()
    }
}

fn census(rows: &Columns, with_keys: bool) -> Census {
    Census::of(vec![census::Part::of(rows, with_keys)])
}

const D1: Day = Day::constant(2010, 1, 15);
const D2: Day = Day::constant(2010, 7, 15);
const D3: Day = Day::constant(2011, 1, 15);

fn ana() -> Row {
    Row::email("Ana", "ana@b.example").record("1")
}

fn bo() -> Row {
    Row::email("Bo", "bo@b.example").record("2")
}

fn only(found: &SourceMembership) -> Validity {
    assert_eq!(found.members.len(), 1);
    found.members[0].validity
}

#[test]
fn an_undated_source_is_open_at_both_ends_and_of_constant_size() {
    let found = Source::new(&[(None, &[ana(), bo(), bo()])]).link(&["ana@b.example", "cy@b.example"]);
    assert_eq!(only(&found), Validity { start: Edge::Open, end: Edge::Open });
    assert!(!found.is_dated);
    assert_eq!((found.size.before, found.size.knots.len()), (2.0, 0));
    assert_eq!(found.presence, [[Presence::Present, Presence::Absent]]);
}

#[test]
fn a_record_that_appears_between_two_states_starts_in_the_gap() {
    let found = Source::new(&[(Some(D1), &[bo()]), (Some(D2), &[ana(), bo()])]).link(&["ana@b.example"]);
    assert_eq!(only(&found), Validity { start: Edge::Ramp { after: D1, by: D2 }, end: Edge::Open });
    assert!(found.is_dated);
    assert_eq!(found.members[0].rows, [(1, 0)]);
    assert_eq!(found.presence, [[Presence::Absent], [Presence::Present]]);
    // One person before, two from the second state on, half of the second half-way through the 181 days.
    assert_eq!((found.size.on(D1), found.size.on(D2)), (1.0, 2.0));
    let middle = found.size.on(date(2010, 4, 16));
    assert!((middle - 1.5).abs() < 1e-9, "{middle}");
    assert_eq!(found.size.knots.len(), 16);
}

#[test]
fn a_record_that_disappears_between_two_states_ends_in_the_gap() {
    let found = Source::new(&[(Some(D1), &[ana(), bo()]), (Some(D2), &[ana(), bo()]), (Some(D3), &[bo()])]).link(&["ana@b.example"]);
    assert_eq!(only(&found), Validity { start: Edge::Open, end: Edge::Ramp { after: D2, by: D3 } });
    assert_eq!((found.size.on(D1), found.size.on(D3)), (2.0, 1.0));
}

#[test]
fn days_of_joining_and_leaving_are_exact_and_half_open() {
    let (joined, left) = (date(2009, 3, 1), date(2010, 2, 1));
    let found = Source::new(&[(None, &[ana().joined(joined).left(left), bo()])]).link(&["ana@b.example"]);
    let validity = only(&found);
    assert_eq!(validity, Validity { start: Edge::Known(joined), end: Edge::Known(left) });
    assert_eq!([date(2009, 2, 28), joined, date(2010, 1, 31), left].map(|day| validity.on(day)), [0.0, 1.0, 1.0, 0.0]);
    assert!(found.is_dated);
    assert_eq!([date(2009, 2, 28), joined, date(2010, 1, 31), left].map(|day| found.size.on(day)), [1.0, 2.0, 2.0, 1.0]);
}

#[test]
fn a_vague_day_of_joining_is_a_ramp() {
    let row = Row { joined: [Some(date(2010, 3, 1)), Some(date(2010, 3, 31))], ..ana() };
    let found = Source::new(&[(None, &[row])]).link(&["ana@b.example"]);
    assert_eq!(only(&found).start, Edge::Ramp { after: date(2010, 2, 28), by: date(2010, 3, 31) });
}

#[test]
fn a_joining_day_inside_the_gap_is_believed_and_one_before_it_does_not_date_the_address() {
    let states = |joined: Day| Source::new(&[(Some(D1), &[bo()]), (Some(D2), &[ana().joined(joined), bo()])]).link(&["ana@b.example"]);
    assert_eq!(only(&states(date(2010, 4, 1))).start, Edge::Known(date(2010, 4, 1)));
    assert_eq!(only(&states(date(2008, 4, 1))).start, Edge::Ramp { after: D1, by: D2 });
}

#[test]
fn a_changed_address_ends_one_validity_and_starts_the_other() {
    let renamed = Row::email("Ana", "ana.new@b.example").record("1").joined(date(2008, 5, 1));
    let found = Source::new(&[(Some(D1), &[ana().joined(date(2008, 5, 1))]), (Some(D2), &[renamed])]).link(&["ana@b.example", "ana.new@b.example"]);
    assert_eq!(found.members[0].validity, Validity { start: Edge::Known(date(2008, 5, 1)), end: Edge::Ramp { after: D1, by: D2 } });
    assert_eq!(found.members[1].validity, Validity { start: Edge::Ramp { after: D1, by: D2 }, end: Edge::Open });
    assert_eq!(found.presence, [[Presence::Present, Presence::OtherDetails], [Presence::OtherDetails, Presence::Present]]);
    // As a record she never left.
    assert_eq!(found.size.on(D2), 1.0);
    assert_eq!(found.people.count(), 1);
}

#[test]
fn the_last_state_that_shows_a_person_knows_whether_they_have_left() {
    let left = date(2010, 3, 1);
    let stayed = Source::new(&[(Some(D1), &[ana()]), (Some(D2), &[ana().left(left)])]).link(&["ana@b.example"]);
    assert_eq!(only(&stayed).end, Edge::Known(left));
    let kept_after_leaving = Source::new(&[(Some(D1), &[ana()]), (Some(D2), &[ana().left(left)]), (Some(D3), &[bo()])]).link(&["ana@b.example"]);
    assert_eq!(only(&kept_after_leaving).end, Edge::Known(left));
    let came_back = Source::new(&[(Some(D1), &[ana().left(date(2009, 1, 1))]), (Some(D2), &[ana()])]).link(&["ana@b.example"]);
    assert_eq!(only(&came_back).end, Edge::Open);
}

#[test]
fn several_rows_of_one_person_reach_from_the_first_joining_to_the_last_leaving() {
    let rows = [ana().joined(date(2008, 1, 1)).left(date(2009, 1, 1)), ana().joined(date(2010, 1, 1)).left(date(2011, 1, 1))];
    let found = Source::new(&[(None, &rows)]).link(&["ana@b.example"]);
    assert_eq!(only(&found), Validity { start: Edge::Known(date(2008, 1, 1)), end: Edge::Known(date(2011, 1, 1)) });
    assert!((found.members[0].probability - 0.999).abs() < 1e-12);
}

#[test]
fn snapshots_of_one_day_are_one_state() {
    let found = Source::new(&[(Some(D1), &[ana()]), (Some(D1), &[bo()])]).link(&["ana@b.example", "bo@b.example"]);
    assert!(found.members.iter().all(|member| member.validity == Validity::default()));
    assert!(!found.is_dated);
    assert_eq!(found.size.on(D1), 2.0);
}

#[test]
fn a_vague_day_of_a_state_widens_the_gap() {
    let mut source = Source::new(&[(Some(D1), &[bo()]), (Some(D2), &[ana()])]);
    source.states[0].0 = Some((date(2010, 1, 1), date(2010, 1, 31)));
    source.states[1].0 = Some((date(2010, 7, 1), date(2010, 7, 31)));
    assert_eq!(only(&source.link(&["ana@b.example"])).start, Edge::Ramp { after: date(2010, 1, 1), by: date(2010, 7, 31) });
}

#[test]
fn without_record_numbers_everywhere_people_are_known_by_their_address() {
    let plain = |name, email| Row::email(name, email);
    let found = Source::new(&[
        (Some(D1), &[ana()]),
        (Some(D2), &[plain("Ana", "ana@b.example"), plain("Cy", "cy@b.example"), Row { name: "Di", ..Row::default() }]),
    ]);
    let found = found.link(&["ana@b.example"]);
    assert_eq!(found.people.count(), 3);
    assert_eq!(only(&found), Validity::default());
    assert_eq!((found.size.on(D1), found.size.on(D2)), (1.0, 3.0));
}

#[test]
fn a_record_that_left_before_it_joined_counts_on_no_day() {
    let found = Source::new(&[(None, &[ana().joined(date(2010, 1, 1)).left(date(2009, 1, 1))])]).link(&[]);
    assert!(found.size.knots.is_empty());
    assert_eq!(found.size.before, 0.0);
}

#[test]
fn the_overlap_follows_the_first_source_and_asks_the_second_on_one_day() {
    let other = |row: Row, record| row.record(record);
    let l = Source::new(&[(Some(D1), &[ana()]), (Some(D2), &[ana(), bo()])]).link(&[]);
    let h = Source::new(&[(None, &[other(bo(), "77"), other(ana(), "78").left(date(2011, 6, 1)), Row::email("Cy", "cy@b.example")])]).link(&[]);
    let both = overlap(&l.people, &h.people, date(2011, 3, 1));
    assert_eq!((both.on(D1), both.on(D2)), (1.0, 2.0));
    let later = overlap(&l.people, &h.people, date(2011, 7, 1));
    assert_eq!((later.on(D1), later.on(D2)), (0.0, 1.0));
    assert_eq!(overlap(&h.people, &h.people, D1).on(D1), 3.0);
}

#[test]
fn the_order_of_rows_and_links_does_not_show() {
    let rows: Vec<Row> =
        (0..50).map(|n| Row::email("x", &format!("m{n}@b.example")).record(&n.to_string()).joined(date(2009, 1, 1 + n % 28))).collect();
    let reversed: Vec<Row> = rows.iter().rev().cloned().collect();
    let emails: Vec<String> = (0..50).map(|n| format!("m{n}@b.example")).collect();
    let emails: Vec<&str> = emails.iter().map(String::as_str).collect();
    let read = |rows: &[Row]| Source::new(&[(Some(D1), &rows[..25]), (Some(D2), rows)]).link(&emails);
    let (forward, backward) = (read(&rows), Source::new(&[(Some(D1), &reversed[25..]), (Some(D2), &reversed)]).link(&emails));
    assert_eq!(forward.size.knots, backward.size.knots);
    let validities = |found: &SourceMembership| found.members.iter().map(|member| member.validity).collect::<Vec<_>>();
    assert_eq!(validities(&forward), validities(&backward));
}

#[test]
fn cancelling_stops() {
    let cancelled = Cancellable::default();
    cancelled.cancel();
    let rows = census(&segment(0, &[ana()]), false);
    let snapshots = [SnapshotRows { as_of: None, rows: &rows, links: &[], others: &[] }];
    assert!(matches!(membership(0, &snapshots, &cancelled), Err(LinkError::Cancelled)));
}

#[test]
fn looking_for_the_rows_of_everybody_does_not_cost_in_their_square() {
    let steps = |count: u32| {
        let rows: Vec<Row> = (0..count).map(|n| Row::email("x", &format!("m{n}@b.example")).record(&n.to_string()).joined(D1)).collect();
        let rows = [(); 2].map(|()| census(&segment(0, &rows), false));
        let links: Vec<RowLink> = (0..count).map(|n| RowLink { recipient: n, row: n, probability: 0.999, how: How::Email }).collect();
        let of = |(day, rows)| SnapshotRows { as_of: Some((day, day)), rows, links: &links, others: &[] };
        let snapshots: Vec<SnapshotRows<'_>> = [D1, D2].into_iter().zip(&rows).map(of).collect();
        let found = membership(count as usize, &snapshots, &Unwatched).unwrap();
        assert_eq!(found.members.len(), count as usize);
        rows.iter().map(|rows| rows.steps.taken()).sum::<u64>()
    };
    let (fewer, more) = (steps(2_000), steps(16_000));
    assert!(fewer > 2_000, "{fewer}");
    // Eight times the people, each found in three steps more: a square would be 64 times as much.
    assert!(more < 12 * fewer, "{fewer} and {more}");
}

#[test]
fn people_of_one_state_without_days_are_only_counted_and_it_comes_to_the_same() {
    let rows = [ana(), bo(), bo(), Row { name: "Di", ..Row::default() }, Row { name: "Ed", ..Row::default() }, Row { name: "Di", ..Row::default() }];
    let found = Source::new(&[(Some(D1), &rows)]).link(&["bo@b.example"]);
    assert_eq!((found.people.count(), found.size.on(D3), found.is_dated), (4, 4.0, false));
    assert_eq!(only(&found), Validity::default());
}

#[test]
fn somebody_found_only_with_other_details_is_no_member_and_is_not_absent() {
    let (rows, links) = (census(&segment(0, &[ana(), bo()]), false), [RowLink { recipient: 1, row: 1, probability: 0.999, how: How::Email }]);
    let found = membership(3, &[SnapshotRows { as_of: None, rows: &rows, links: &links, others: &[0, 1] }], &Unwatched).unwrap();
    assert_eq!(found.presence, [[Presence::OtherDetails, Presence::Present, Presence::Absent]]);
    assert_eq!(found.members.iter().map(|member| member.recipient).collect::<Vec<_>>(), [1]);
}
