//! Hand-worked overlaps.

use super::*;
use crate::job::{Cancellable, Unwatched};
use crate::link::states::{Owned, state};
use crate::link::versions::DatedState;
use crate::model::Day;

const D1: Day = Day::constant(2010, 1, 15);
const D2: Day = Day::constant(2010, 7, 15);

fn held(states: &[(Option<Day>, &Owned)]) -> Known {
    let dated: Vec<DatedState<'_>> =
        states.iter().map(|(day, state)| DatedState { as_of: day.map(|day| (day, day)), state: state.state() }).collect();
    Known::Held(Roll::of(&dated, &Unwatched).unwrap())
}

fn matrix(files: Vec<Known>) -> Overlaps {
    let files: Vec<(SourceId, Known)> = files.into_iter().enumerate().map(|(n, known)| (SourceId(format!("s{n}")), known)).collect();
    overlaps(&files, &Unwatched).unwrap()
}

fn shared(latest: u64, ever: u64) -> Overlap {
    Overlap::Shared(People { latest, ever })
}

#[test]
fn people_are_counted_in_the_latest_states_and_ever() {
    let one = state("record_id,email", &[["1", "ana@a.example"], ["2", "bo@a.example"], ["3", "cy@a.example"]]);
    // Bo has left, Ana has another address now.
    let two = state("record_id,email", &[["1", "ana@b.example"], ["3", "cy@a.example"], ["4", "di@a.example"]]);
    let other = state("email", &[["ana@a.example"], ["bo@a.example"], ["DI@a.example"], ["ed@a.example"]]);
    let found = matrix(vec![held(&[(Some(D1), &one), (Some(D2), &two)]), held(&[(None, &other)])]);
    assert_eq!(found.cells[0], [Overlap::Own(People { latest: 3, ever: 4 }), shared(1, 3)]);
    assert_eq!(found.cells[1], [shared(1, 3), Overlap::Own(People { latest: 4, ever: 4 })]);
    assert_eq!(found.shares(0, 1), (Some(1.0 / 3.0), Some(0.75)));
    assert_eq!(found.shares(0, 0), (None, None));
}

#[test]
fn who_has_left_by_the_day_of_the_state_is_not_in_it() {
    let rows = state("email,left", &[["ana@a.example", "2010-07-15"], ["bo@a.example", "2010-07-16"], ["cy@a.example", ""]]);
    assert_eq!(matrix(vec![held(&[(Some(D2), &rows)])]).own(0), Some(People { latest: 2, ever: 3 }));
    assert_eq!(matrix(vec![held(&[(None, &rows)])]).own(0), Some(People { latest: 1, ever: 3 }), "without a day of the state, all who left have");
}

#[test]
fn telephone_numbers_and_names_with_birth_date_or_address_find_people_too() {
    let one = state(
        "first_name,last_name,phone,birth_date,street,postcode",
        &[
            ["Ana", "Dupont", "06 39 98 00 12", "", "", ""],
            ["Bo", "MARTEL", "", "01/02/1970", "", ""],
            ["Cy", "Orsel", "", "", "1 av. du Lac", "35000"],
        ],
    );
    let other = state(
        "name,phone,birth_date,street,postcode,city",
        &[
            ["", "+33639980012", "", "", "", ""],
            ["Martel Bo", "", "1970-02-01", "", "", ""],
            ["ORSEL Cy", "", "", "1, avenue du Lac", "35000", "Valmont"],
            ["Orsel Di", "", "", "1, avenue du Lac", "35000", "Valmont"],
        ],
    );
    let found = matrix(vec![held(&[(None, &one)]), held(&[(None, &other)])]);
    assert_eq!((found.cells[0][1], found.cells[1][0]), (shared(3, 3), shared(3, 3)));
}

#[test]
fn two_people_behind_one_address_count_twice_on_their_side_and_once_on_the_other() {
    let couple = state("record_id,email", &[["1", "nous@a.example"], ["2", "nous@a.example"]]);
    let other = state("email", &[["nous@a.example"]]);
    let found = matrix(vec![held(&[(None, &couple)]), held(&[(None, &other)])]);
    assert_eq!((found.cells[0][1], found.cells[1][0]), (shared(2, 2), shared(1, 1)));
}

#[test]
fn a_person_counts_once_whatever_changed_and_however_often_they_were_entered() {
    let header = "identifier,last_name,email";
    let (ana, bo, cy) = (["1", "Dupont", "ana@a.example"], ["2", "Martel", "bo@a.example"], ["3", "Orsel", "cy@a.example"]);
    let one = state(header, &[ana, bo, cy, cy]);
    // A new address, and a new name.
    let two = state(header, &[["1", "Dupont", "ana@b.example"], ["2", "Zandt", "bo@a.example"], cy]);
    let found = matrix(vec![held(&[(Some(D1), &one), (Some(D2), &two)])]);
    assert_eq!(found.own(0), Some(People { latest: 3, ever: 3 }));
}

#[test]
fn numbers_that_count_lines_make_nobody_the_same() {
    let one = state("record_id,email", &[["1", "ana@a.example"], ["2", "bo@a.example"], ["3", "cy@a.example"], ["4", "di@a.example"]]);
    let two = state("record_id,email", &[["1", "bo@a.example"], ["2", "cy@a.example"], ["3", "di@a.example"], ["4", "ed@a.example"]]);
    assert_eq!(matrix(vec![held(&[(Some(D1), &one), (Some(D2), &two)])]).own(0), Some(People { latest: 4, ever: 5 }));
}

#[test]
fn what_cannot_be_computed_is_said_with_its_reason() {
    let emails = state("email", &[["ana@a.example"]]);
    let phones = state("phone", &[["06 39 98 00 12"]]);
    let nobody = state::<[&str; 1], &str>("phone", &[]);
    let files = vec![
        held(&[(None, &emails)]),
        held(&[(None, &phones)]),
        Known::Not(Why::Declared),
        Known::Not(Why::Sealed),
        Known::Not(Why::NoState),
        held(&[(None, &nobody)]),
    ];
    let found = matrix(files);
    let unknown = Overlap::Unknown;
    assert_eq!(
        found.cells[0][1..],
        [unknown(Why::NothingInCommon), unknown(Why::Declared), unknown(Why::Sealed), unknown(Why::NoState), shared(0, 0)]
    );
    assert_eq!(found.cells[2][2], unknown(Why::Declared));
    assert_eq!(found.shares(5, 0), (None, None), "nobody has no share");
}

#[test]
fn parts_of_one_day_are_one_state_and_cancelling_stops() {
    let (one, two) = (state("email", &[["ana@a.example"]]), state("email", &[["bo@a.example"]]));
    assert_eq!(matrix(vec![held(&[(Some(D1), &one), (Some(D1), &two)])]).own(0), Some(People { latest: 2, ever: 2 }));
    let cancelled = Cancellable::default();
    cancelled.cancel();
    assert!(matches!(Roll::of(&[DatedState { as_of: None, state: one.state() }], &cancelled), Err(LinkError::Cancelled)));
    assert!(matches!(overlaps(&[("a".into(), held(&[]))], &cancelled), Err(LinkError::Cancelled)));
}
