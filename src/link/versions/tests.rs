//! Hand-worked histories of values.

use super::*;
use crate::job::{Cancellable, Unwatched};
use crate::link::states::{Owned, state};
use jiff::civil::date;

const D1: Day = Day::constant(2010, 1, 15);
const D2: Day = Day::constant(2010, 7, 15);
const D3: Day = Day::constant(2011, 1, 15);

fn found(states: &[(Option<Day>, &Owned)]) -> Vec<Versions> {
    let dated: Vec<DatedState<'_>> =
        states.iter().map(|(day, state)| DatedState { as_of: day.map(|day| (day, day)), state: state.state() }).collect();
    versions(&dated, &Unwatched).unwrap()
}

/// Days of a change seen between two states: the first day it can be and the last.
fn between(after: Day, by: Day) -> Bound {
    Bound::Bounded { earliest: Some(after.tomorrow().unwrap()), latest: Some(by) }
}

fn told(versions: &Versions) -> Vec<(&str, Interval)> {
    versions.values.iter().map(|version| (version.value.as_str(), version.when)).collect()
}

#[test]
fn an_address_that_changes_between_two_states_ends_where_the_new_one_begins() {
    let header = "record_id,last_name,street,city,joined";
    let one = state(header, &[["1", "Dupont", "1 rue du Port", "Valmont", "03/05/2008"], ["2", "Martel", "2 rue du Port", "Valmont", "2009"]]);
    let two = state(header, &[["1", "Dupont", "9 rue du Lac", "Brive", "03/05/2008"], ["2", "MARTEL", "2, rue du port", "VALMONT", "2009"]]);
    let found = found(&[(Some(D1), &one), (Some(D2), &two)]);
    assert_eq!(found.len(), 1, "another way of writing is no change: {found:?}");
    assert_eq!(found[0].kind, Kind::Address);
    let old = Interval { from: Bound::Known(date(2008, 5, 3)), until: between(D1, D2) };
    let new = Interval { from: between(D1, D2), until: Bound::Open };
    assert_eq!(told(&found[0]), [("1 rue du Port, Valmont", old), ("9 rue du Lac, Brive", new)]);
    assert_eq!(found[0].values[1].rows, [(1, 0)]);
}

#[test]
fn a_changed_e_mail_address_is_followed_by_name_and_birth_date_and_ends_when_its_owner_goes() {
    let header = "name,birth_date,email";
    let ana = |email: &'static str| state(header, &[["Ana Dupont", "01/02/1970", email], ["Bo Martel", "03/04/1980", "bo@a.example"]]);
    let without = state(header, &[["Bo Martel", "03/04/1980", "bo@a.example"]]);
    let (one, two) = (ana("ana@a.example"), ana("ana@b.example"));
    let found = found(&[(Some(D1), &one), (Some(D2), &two), (Some(D3), &without)]);
    let old = Interval { from: Bound::Open, until: between(D1, D2) };
    let new = Interval { from: between(D1, D2), until: between(D2, D3) };
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind, told(&found[0])), (Kind::Email, vec![("ana@a.example", old), ("ana@b.example", new)]));
}

#[test]
fn a_day_of_leaving_ends_the_last_value_and_not_the_first() {
    let header = "record_id,phone,left";
    let one = state(header, &[["1", "06 39 98 00 01", ""]]);
    let two = state(header, &[["1", "06 39 98 00 02", "2010-06-30"]]);
    let found = found(&[(Some(D1), &one), (Some(D2), &two)]);
    assert_eq!(found[0].values[0].when.until, between(D1, D2));
    assert_eq!(found[0].values[1].when.until, Bound::Known(date(2010, 6, 30)));
}

#[test]
fn a_value_that_comes_back_is_a_version_of_its_own_and_an_emptied_cell_is_one_too() {
    let rows = |city: &'static str| state("record_id,city", &[["1", city]]);
    let (a, none, b) = (rows("Valmont"), rows(""), rows("Brive"));
    let found = found(&[(Some(D1), &a), (Some(D2), &none), (Some(D3), &a)]);
    assert_eq!(found[0].values.iter().map(|version| version.value.as_str()).collect::<Vec<_>>(), ["Valmont", "", "Valmont"]);
    let found = super::tests::found(&[(Some(D1), &a), (Some(D3), &b)]);
    assert_eq!(found[0].values[0].when.until, between(D1, D3));
}

#[test]
fn a_state_that_skips_somebody_does_not_end_them_and_one_without_the_column_says_nothing() {
    let here = |email: &'static str| state("record_id,email", &[["1", email], ["2", "bo@a.example"]]);
    let (one, three) = (here("ana@a.example"), here("ana@b.example"));
    let skipping = state("record_id,email", &[["2", "bo@a.example"]]);
    let found_with_gap = found(&[(Some(D1), &one), (Some(D2), &skipping), (Some(D3), &three)]);
    assert_eq!((found_with_gap[0].values[0].when.until, found_with_gap[0].values[1].when.from), (between(D1, D2), between(D2, D3)));
    let silent = state("record_id,city", &[["1", "Valmont"], ["2", "Valmont"]]);
    let found = found(&[(Some(D1), &one), (Some(D2), &silent), (Some(D3), &three)]);
    assert_eq!((found[0].values[0].when.until, found[0].values[1].when.from), (between(D1, D3), between(D1, D3)));
}

#[test]
fn dated_rows_of_one_person_are_versions_by_their_own_days() {
    let header = "record_id,last_name,street,city,joined,left";
    let history = state(
        header,
        &[
            ["1", "Dupont", "9 rue du Lac", "Brive", "2010-02-01", ""],
            ["1", "Dupont", "1 rue du Port", "Valmont", "2008-05-03", "2010-02-01"],
            ["2", "Martel", "2 rue du Port", "Valmont", "2009", "mai 2010"],
            ["2", "Martel", "2 rue du Port", "Valmont", "2010-06-01", ""],
        ],
    );
    let found = found(&[(None, &history)]);
    assert_eq!(found.len(), 1, "the same value twice is no change: {found:?}");
    let old = Interval::known(date(2008, 5, 3), date(2010, 2, 1));
    let new = Interval { from: Bound::Known(date(2010, 2, 1)), until: Bound::Open };
    assert_eq!(told(&found[0]), [("1 rue du Port, Valmont", old), ("9 rue du Lac, Brive", new)]);
    assert_eq!(found[0].values.iter().map(|version| &version.rows[..]).collect::<Vec<_>>(), [&[(0, 1)][..], &[(0, 0)][..]]);
}

#[test]
fn people_who_share_an_e_mail_address_are_not_each_other_s_versions() {
    let header = "first_name,last_name,email,city,joined";
    let rows =
        state(header, &[["Ana", "Dupont", "nous@a.example", "Valmont", "2009-01-01"], ["Bo", "Dupont", "nous@a.example", "Brive", "2010-01-01"]]);
    assert_eq!(found(&[(Some(D1), &rows), (Some(D2), &rows)]), []);
}

#[test]
fn undated_states_say_nothing_about_when_and_cancelling_stops() {
    let rows = |city: &'static str| state("record_id,city", &[["1", city]]);
    let (one, two) = (rows("Valmont"), rows("Brive"));
    assert_eq!(found(&[(None, &one), (None, &two)]), []);
    let cancelled = Cancellable::default();
    cancelled.cancel();
    assert!(matches!(versions(&[DatedState { as_of: Some((D1, D1)), state: one.state() }], &cancelled), Err(LinkError::Cancelled)));
}
