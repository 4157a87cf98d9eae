//! Hand-worked profiles.

use super::*;
use crate::job::{Cancellable, Unwatched};
use crate::link::states::{state, state_in};
use proptest::prelude::*;

#[test]
fn a_column_is_counted_and_its_values_told() {
    let rows = [["Valmont"], [" Valmont "], ["Brive"], [""], ["Lannoy-sur-Mer"], ["Brive"], ["Aix"], ["Morlec"], ["Nort"], ["  "]];
    let found = profile(state("city", &rows).state(), &Unwatched).unwrap();
    let city = &found.columns[0];
    assert_eq!((found.rows, city.filled, city.distinct, city.field), (10, 8, 6, Some(Field::City)));
    let frequent: Vec<(&str, u64)> = city.frequent.iter().map(|(value, count)| (value.as_str(), *count)).collect();
    assert_eq!(frequent, [("Brive", 2), ("Valmont", 2), ("Aix", 1), ("Lannoy-sur-Mer", 1), ("Morlec", 1)]);
    assert_eq!((city.shortest.as_deref(), city.longest.as_deref()), (Some("Aix"), Some("Lannoy-sur-Mer")));
    assert!((found.share(city) - 0.8).abs() < 1e-12);
}

/// What a column of these values looks like, each of them twice.
fn looked(header: &str, values: &[&str]) -> Looks {
    let rows: Vec<[&str; 1]> = values.iter().chain(values).map(|value| [*value]).collect();
    profile(state(header, &rows).state(), &Unwatched).unwrap().columns[0].looks
}

#[test]
fn columns_look_like_what_most_of_their_values_are() {
    for (looks, values) in [
        (Looks::Email, &["ana@a.example", "bo@a.example", "cy@a.example", "di@a.example", "?"][..]),
        (Looks::Phone, &["06 39 98 00 12", "+33639980013", "01.99.00.12.34"]),
        (Looks::Postcode, &["35000", "29200"]),
        (Looks::Date, &["01/02/1970", "2010-05", "mai 2010"]),
        (Looks::Civility, &["M.", "Mme", "Mlle"]),
        (Looks::Number, &["12,50", "1 200", "-3"]),
        (Looks::Number, &["639980012", "639980013"]),
        (Looks::Name, &["DUPONT Ana", "Jean-Loup de la Tour"]),
        (Looks::Text, &["Valmont", "Brive"]),
        (Looks::Text, &["ana@a.example", "06 39 98 00 12", "35000"]),
        (Looks::Empty, &["", " "]),
    ] {
        assert_eq!(looked("x", values), looks, "{values:?}");
    }
    assert_eq!(looked("last_name", &["DUPONT", "Martel"]), Looks::Name, "one word is a name where one is expected");
}

#[test]
fn running_numbers_of_five_digits_are_no_postcodes() {
    let rows: Vec<[String; 1]> = (10_000..10_100).map(|n| [n.to_string()]).collect();
    assert_eq!(profile(state("x", &rows).state(), &Unwatched).unwrap().columns[0].looks, Looks::Number);
}

#[test]
fn a_state_without_rows_has_empty_columns_and_cancelling_stops() {
    let none = state::<[&str; 1], &str>("email,x", &[]);
    let found = profile(none.state(), &Unwatched).unwrap();
    assert_eq!((found.rows, found.columns.len(), found.columns[1].looks, found.share(&found.columns[1])), (0, 2, Looks::Empty, 0.0));
    let cancelled = Cancellable::default();
    cancelled.cancel();
    assert!(matches!(profile(state("x", &[["a"]]).state(), &cancelled), Err(LinkError::Cancelled)));
}

proptest! {
    #[test]
    fn neither_the_order_of_rows_nor_segments_show(mut values in proptest::collection::vec("[ab]{0,2}|\\PC{0,6}", 1..30)) {
        let rows = |values: &[String]| values.iter().map(|value| [value.clone()]).collect::<Vec<_>>();
        let found = profile(state("x", &rows(&values)).state(), &Unwatched).unwrap();
        values.reverse();
        prop_assert_eq!(profile(state_in("x", &rows(&values), 4).state(), &Unwatched).unwrap(), found);
    }
}
