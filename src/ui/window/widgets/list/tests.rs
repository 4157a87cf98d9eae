//! Tests of what is worked out about rows: order, choices, counts, copies.

use super::arrange::{Arranged, Asked, Prepared, Wanted, arrange};
use super::contract::{Column, Key, Rows};
use super::{List, TextCell, TextRows};
use crate::job::Unwatched;
use crate::model::{ListView, Pick, SortedBy};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Name, town, number; a blank number is not known.
fn people() -> Arc<dyn Rows> {
    let rows = [
        ("Zoé", "Valmont", Some(3.0)),
        ("élodie", "Brive", Some(10.0)),
        ("Œuvrard", "Valmont", None),
        ("Éloi", "Valmont", Some(3.0)),
        ("Ophélie", "Brive", Some(2.0)),
        ("Elodie", "", Some(2.0)),
    ];
    let columns = vec![Column::new("name", "Nom", 100.0), Column::new("town", "Commune", 100.0).choice(), Column::new("n", "Nombre", 60.0).number()];
    let row = |(name, town, number): (&str, &str, Option<f64>)| {
        let text = number.map_or_else(|| "–".to_owned(), |number| number.to_string());
        vec![TextCell::new(name), TextCell::new(town), TextCell::number(text, number)]
    };
    Arc::new(TextRows::new(columns, rows.map(row).into()))
}

fn arranged(wanted: &Wanted) -> Arranged {
    arrange(&Prepared::new(people()), wanted, &Unwatched).unwrap()
}

fn names(arranged: &Arranged) -> Vec<String> {
    let rows = people();
    arranged.order.iter().map(|&row| rows.text(row as usize, 0).into_owned()).collect()
}

fn asked(column: usize, included: &[&str], excluded: &[&str]) -> Asked {
    let set = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect::<BTreeSet<_>>();
    Asked { column, included: set(included), excluded: set(excluded) }
}

#[test]
fn names_are_in_the_order_of_a_french_dictionary() {
    let found = arranged(&Wanted { sort: vec![(0, false)], ..Wanted::default() });
    assert_eq!(names(&found), ["Elodie", "élodie", "Éloi", "Œuvrard", "Ophélie", "Zoé"]);
}

#[test]
fn several_columns_sort_one_after_the_other_and_what_is_missing_stays_last() {
    let found = arranged(&Wanted { sort: vec![(1, false), (2, true)], ..Wanted::default() });
    assert_eq!(names(&found), ["élodie", "Ophélie", "Zoé", "Éloi", "Œuvrard", "Elodie"], "equal rows stay as they were, unknown ones come last");
    let turned = arranged(&Wanted { sort: vec![(1, true), (2, false)], ..Wanted::default() });
    assert_eq!(names(&turned), ["Zoé", "Éloi", "Œuvrard", "Ophélie", "élodie", "Elodie"]);
    let numbers = arranged(&Wanted { sort: vec![(2, false)], ..Wanted::default() });
    assert_eq!(names(&numbers), ["Ophélie", "Elodie", "Zoé", "Éloi", "élodie", "Œuvrard"], "2 before 10");
}

#[test]
fn a_row_that_stays_last_does_so_in_every_order() {
    let rows = ["b", "a", "c"].map(|name| vec![TextCell::new(name)]);
    let rows: Arc<dyn Rows> = Arc::new(TextRows::new(vec![Column::new("name", "Nom", 100.0)], rows.into()).with_last(true));
    for (is_descending, order) in [(false, [1, 0, 2]), (true, [0, 1, 2])] {
        let wanted = Wanted { sort: vec![(0, is_descending)], ..Wanted::default() };
        assert_eq!(arrange(&Prepared::new(Arc::clone(&rows)), &wanted, &Unwatched).unwrap().order, order);
    }
}

#[test]
fn values_are_included_and_left_out_with_counts_of_what_would_come() {
    let counts = |found: &Arranged| -> Vec<(String, usize)> { found.counts[&1].iter().map(|it| (it.value.clone(), it.count)).collect() };
    let of = |wanted: &[(&str, usize)]| wanted.iter().map(|&(value, count)| (value.to_owned(), count)).collect::<Vec<_>>();
    let all = arranged(&Wanted { counted: vec![1], ..Wanted::default() });
    assert_eq!(counts(&all), of(&[("Brive", 2), ("Valmont", 3), ("", 1)]));
    let brive = arranged(&Wanted { asked: vec![asked(1, &["Brive"], &[])], counted: vec![1], ..Wanted::default() });
    assert_eq!(names(&brive), ["élodie", "Ophélie"]);
    assert_eq!(counts(&brive), counts(&all), "of its own column a choice leaves the counts as they are");
    let others = arranged(&Wanted { asked: vec![asked(1, &[], &["Brive", ""])], counted: vec![1], ..Wanted::default() });
    assert_eq!(names(&others), ["Zoé", "Œuvrard", "Éloi"]);
    let filtered = arranged(&Wanted { filter: "elo".to_owned(), counted: vec![1], ..Wanted::default() });
    assert_eq!(names(&filtered), ["élodie", "Éloi", "Elodie"], "accents do not matter to the filter");
    assert_eq!(counts(&filtered), of(&[("Brive", 1), ("Valmont", 1), ("", 1)]));
    let both = arranged(&Wanted { asked: vec![asked(1, &["Brive"], &[]), asked(2, &["2"], &[])], counted: vec![1], ..Wanted::default() });
    assert_eq!(names(&both), ["Ophélie"]);
    assert_eq!(counts(&both), of(&[("Brive", 1), ("", 1)]), "another column does change them");
}

#[test]
fn a_view_brings_back_columns_order_and_filters() {
    let rows = people();
    let mut list = List::default();
    let view = ListView {
        columns: vec!["name".to_owned(), "gone".to_owned()],
        sort: vec![SortedBy { column: "n".to_owned(), is_descending: true }, SortedBy { column: "gone".to_owned(), is_descending: false }],
        filter: "o".to_owned(),
        picks: vec![Pick { column: "town".to_owned(), included: vec!["Brive".to_owned()], excluded: Vec::new() }],
    };
    list.look(&view, rows.as_ref());
    assert_eq!(list.shown_columns(rows.as_ref()), [0]);
    let wanted = list.wanted(&super::Spec::new("people", "Personnes", &rows));
    assert_eq!(wanted.sort, [(2, true)], "a column that is not there asks for nothing");
    assert_eq!(names(&arranged(&wanted)), ["élodie", "Ophélie"]);
    assert_eq!(list.view(rows.as_ref()).picks, view.picks);
}

#[test]
fn a_click_sorts_shift_adds_and_a_second_click_turns_round() {
    let mut list = List::default();
    let order = |list: &List| list.layout.sort.iter().map(|sort| (sort.column.clone(), sort.is_descending)).collect::<Vec<_>>();
    list.sort("name", false);
    list.sort("n", true);
    assert_eq!(order(&list), [("name".to_owned(), false), ("n".to_owned(), false)]);
    list.sort("name", true);
    assert_eq!(order(&list), [("name".to_owned(), true), ("n".to_owned(), false)]);
    list.sort("n", false);
    assert_eq!(order(&list), [("n".to_owned(), false)]);
    list.sort("n", false);
    assert_eq!(order(&list), [("n".to_owned(), true)]);
}

#[test]
fn a_value_is_in_or_out_and_never_both() {
    let mut list = List::default();
    list.toggle("town", "Brive", false);
    list.toggle("town", "Brive", true);
    assert_eq!(list.picks, [Pick { column: "town".to_owned(), included: Vec::new(), excluded: vec!["Brive".to_owned()] }]);
    list.toggle("town", "Brive", true);
    assert!(list.picks.is_empty());
}

#[test]
fn missing_keys_are_never_texts() {
    assert_eq!(people().key(2, 2), Key::Missing);
    assert_eq!(people().key(5, 1), Key::Missing);
}
