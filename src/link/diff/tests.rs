//! Hand-worked differences.

use super::*;
use crate::job::{Cancellable, Unwatched};
use crate::link::states::{Owned, state, state_in};
use polars::prelude::DataFrame;

fn compared(before: &Owned, after: &Owned) -> Diff {
    let found = diff(before.state(), after.state(), &Unwatched).unwrap();
    let rows = |state: &Owned| state.state().segments.iter().map(DataFrame::height).sum::<usize>();
    let (alike_before, alike_after) = found.alike_count();
    let both = found.changed.len() as u64 + found.unchanged;
    assert_eq!(rows(before) as u64, found.removed.len() as u64 + both + alike_before, "{found:?}");
    assert_eq!(rows(after) as u64, found.added.len() as u64 + both + alike_after, "{found:?}");
    found
}

/// What changed: rows, field or column, both values, whether only in writing.
fn changes(found: &Diff) -> Vec<(u32, u32, &str, &str, &str, bool)> {
    let mut told = Vec::new();
    for row in &found.changed {
        for value in &row.values {
            let column = &found.columns[value.column as usize];
            let name: &str = column.field.map_or(column.name.as_str(), |field| field.key());
            told.push((row.before, row.after, name, value.before.as_str(), value.after.as_str(), value.is_only_writing));
        }
    }
    told
}

#[test]
fn rows_are_one_by_record_number_whatever_else_changed() {
    let header = "record_id,last_name,email,city";
    let before = state(
        header,
        &[["7", "DUPONT", "ana@a.example", "Valmont"], ["8", "Martel", "bo@a.example", "Valmont"], ["9", "Orsel", "cy@a.example", "Brive"]],
    );
    let after = state(
        header,
        &[["9", "Orsel", "cy@a.example", "Brive"], ["7", "Dupont", "ana@b.example", "Valmont"], ["10", "Zandt", "di@a.example", "Valmont"]],
    );
    let found = compared(&before, &after);
    assert_eq!((&found.removed[..], &found.added[..], found.unchanged), (&[1][..], &[2][..], 1));
    let expected = [(0, 1, "last_name", "DUPONT", "Dupont", true), (0, 1, "email", "ana@a.example", "ana@b.example", false)];
    assert_eq!(changes(&found), expected);
    assert_eq!(found.changed[0].by, PairedBy::Record);
    assert_eq!(found.only_writing(), 0);
}

#[test]
fn without_a_number_the_address_then_the_telephone_then_names_with_birth_date_tell() {
    let header = "first_name,last_name,email,phone,birth_date";
    let before = state(
        header,
        &[
            ["Ana", "Dupont", "ana@a.example", "", ""],
            ["Bo", "Martel", "bo@a.example", "06 39 98 00 12", ""],
            ["Cy", "Orsel", "", "", "01/02/1970"],
            ["Di", "Zandt", "", "", "1980"],
        ],
    );
    let after = state(
        header,
        &[
            ["Ana", "Martin", "ANA@a.example", "", ""],
            ["Bo", "Martel", "bo@new.example", "+33639980012", ""],
            ["CY", "Orsel", "cy@a.example", "", "1970-02-01"],
            ["Di", "Zandt", "di@a.example", "", "1980"],
        ],
    );
    let found = compared(&before, &after);
    let by: Vec<(u32, PairedBy)> = found.changed.iter().map(|row| (row.before, row.by)).collect();
    assert_eq!(by, [(0, PairedBy::Email), (1, PairedBy::Phone), (2, PairedBy::NamesAndBirth)]);
    // A year is no birth date to recognise somebody by.
    assert_eq!((&found.removed[..], &found.added[..]), (&[3][..], &[3][..]));
    let writing: Vec<(&str, bool)> = changes(&found).iter().filter(|change| change.0 == 2).map(|change| (change.2, change.5)).collect();
    assert_eq!(writing, [("first_name", true), ("email", false), ("birth_date", true)]);
}

#[test]
fn names_and_postal_address_tell_where_there_is_nothing_else() {
    let header = "name,street,postcode,city,note";
    let before =
        state(header, &[["DUPONT Ana", "12 av. des Tilleuls", "35000", "VALMONT", "a"], ["Martel Bo", "1 rue du Port", "35000", "Valmont", ""]]);
    let after =
        state(header, &[["Ana Dupont", "12, avenue des Tilleuls", "35000", "Valmont", "b"], ["Martel Cy", "1 rue du Port", "35000", "Valmont", ""]]);
    let found = compared(&before, &after);
    assert_eq!(found.changed.len(), 1);
    assert_eq!(found.changed[0].by, PairedBy::NamesAndAddress);
    let other: Vec<&str> = changes(&found).iter().filter(|change| !change.5).map(|change| change.2).collect();
    assert_eq!(other, ["note"]);
    assert_eq!((&found.removed[..], &found.added[..]), (&[1][..], &[1][..]), "another first name at the same address is somebody else");
}

#[test]
fn a_telephone_number_of_a_household_does_not_make_one_person_of_two() {
    let header = "first_name,last_name,phone";
    let found = compared(&state(header, &[["Ana", "Dupont", "0199001234"]]), &state(header, &[["Cy", "Dupont", "0199001234"]]));
    assert_eq!((found.removed.len(), found.added.len(), found.changed.len()), (1, 1, 0));
}

#[test]
fn people_who_share_an_address_are_told_apart_by_their_names() {
    let header = "first_name,last_name,email,city";
    let before = state(header, &[["Ana", "Dupont", "nous@a.example", "Valmont"], ["Bo", "Dupont", "nous@a.example", "Valmont"]]);
    let after = state(header, &[["Bo", "Dupont", "nous@a.example", "Brive"], ["Ana", "Dupont", "nous@a.example", "Lannoy"]]);
    let found = compared(&before, &after);
    assert_eq!(changes(&found), [(0, 1, "city", "Valmont", "Lannoy", false), (1, 0, "city", "Valmont", "Brive", false)]);
}

#[test]
fn one_of_a_couple_may_change_the_name_and_rows_that_look_alike_are_left_open() {
    let header = "first_name,last_name,email,city";
    let before = state(header, &[["Ana", "Dupont", "nous@a.example", "Valmont"], ["Bo", "Dupont", "nous@a.example", "Valmont"]]);
    let after = state(header, &[["Bo", "Dupont", "nous@a.example", "Valmont"], ["Ana", "Martin", "nous@a.example", "Valmont"]]);
    let found = compared(&before, &after);
    assert_eq!(changes(&found), [(0, 1, "last_name", "Dupont", "Martin", false)]);
    let before = state(header, &[["Ana", "Dupont", "nous@a.example", "Valmont"], ["Ana", "Dupont", "nous@a.example", "Brive"]]);
    let after = state(header, &[["Ana", "Dupont", "nous@a.example", "Lannoy"], ["Ana", "Dupont", "nous@a.example", "Morlec"]]);
    let found = compared(&before, &after);
    assert_eq!(found.alike, [AlikeRows { before: vec![0, 1], after: vec![0, 1] }]);
    assert_eq!((found.removed.len(), found.added.len(), found.changed.len(), found.unchanged), (0, 0, 0, 0));
}

#[test]
fn a_row_entered_twice_and_then_once_is_one_row_less() {
    let header = "name,email";
    let twice = state(header, &[["Ana Dupont", "ana@a.example"], ["Ana Dupont", "ana@a.example"]]);
    let once = state(header, &[["Ana Dupont", "ana@a.example"]]);
    let found = compared(&twice, &once);
    assert_eq!((&found.removed[..], found.unchanged, found.alike.len()), (&[1][..], 1, 0));
}

#[test]
fn different_numbers_of_the_file_are_different_people_at_one_address() {
    let header = "record_id,first_name,last_name,email";
    let before = state(header, &[["1", "Ana", "Dupont", "nous@a.example"], ["2", "Di", "Zandt", "di@a.example"]]);
    let after = state(header, &[["3", "Bo", "Dupont", "nous@a.example"], ["2", "Di", "Zandt", "di@a.example"]]);
    let found = compared(&before, &after);
    assert_eq!((&found.removed[..], &found.added[..], found.unchanged), (&[0][..], &[0][..], 1));
}

#[test]
fn numbers_that_only_count_the_lines_are_seen_through_and_said() {
    let header = "record_id,name,email";
    let before = state(
        header,
        &[
            ["1", "Ana Dupont", "ana@a.example"],
            ["2", "Bo Martel", "bo@a.example"],
            ["3", "Cy Orsel", "cy@a.example"],
            ["4", "Di Zandt", "di@a.example"],
        ],
    );
    let after = state(header, &[["1", "Bo Martel", "bo@a.example"], ["2", "Cy Orsel", "cy@a.example"], ["3", "Di Zandt", "di@a.example"]]);
    let found = compared(&before, &after);
    assert_eq!(found.broken_numbers, [Field::RecordId]);
    assert_eq!((&found.removed[..], &found.added[..], found.unchanged, found.changed.len()), (&[0][..], &[][..], 3, 0));
}

#[test]
fn a_number_that_many_share_names_nobody() {
    let header = "identifier,first_name,last_name,city";
    let rows =
        |names: &[(&'static str, &'static str)]| state(header, &names.iter().map(|&(first, city)| ["S1", first, "Dupont", city]).collect::<Vec<_>>());
    let before = rows(&[("Ana", "a"), ("Bo", "a"), ("Cy", "a"), ("Di", "a"), ("Ed", "a"), ("Fa", "a")]);
    let after = rows(&[("Ana", "a"), ("Bo", "b"), ("Cy", "a"), ("Di", "a"), ("Ed", "a"), ("Gil", "a")]);
    let found = compared(&before, &after);
    assert_eq!(changes(&found), [(1, 1, "city", "a", "b", false)], "the same names under a shared number are one person");
    assert_eq!((&found.removed[..], &found.added[..]), (&[5][..], &[5][..]), "whoever is left is not taken for the other");
}

#[test]
fn columns_are_the_same_by_field_first_and_then_by_name() {
    let mut before = state("email,Ville ,Ancienne", &[["ana@a.example", "Valmont", "x"]]);
    let after = state("Nouvelle,ville,email", &[["y", "Brive", "ana@a.example"]]);
    let found = compared(&before, &after);
    let names: Vec<(&str, u32, u32)> = found.columns.iter().map(|column| (column.name.as_str(), column.before, column.after)).collect();
    assert_eq!(names, [("ville", 1, 1), ("email", 0, 2)]);
    assert_eq!((&found.lost_columns[..], &found.new_columns[..]), (&["Ancienne".to_owned()][..], &["Nouvelle".to_owned()][..]));
    assert_eq!(changes(&found), [(0, 0, "ville", "Valmont", "Brive", false)]);
    before = state("city,email", &[["Valmont", "ana@a.example"]]);
    let after = state("City,email", &[["Brive", "ana@a.example"]]);
    assert_eq!(compared(&before, &after).columns[0].field, Some(Field::City), "read as a field in one state only");
}

#[test]
fn states_without_rows_and_states_without_a_common_column_are_no_accident() {
    let none = state::<[&str; 1], &str>("email", &[]);
    let one = state("email", &[["ana@a.example"]]);
    assert_eq!(compared(&none, &none), Diff { columns: compared(&one, &one).columns, ..Diff::default() });
    assert_eq!(compared(&none, &one).added, [0]);
    let strange = state("Ville", &[["Valmont"]]);
    let found = compared(&one, &strange);
    assert_eq!((&found.removed[..], &found.added[..], found.columns.len()), (&[0][..], &[0][..], 0));
}

#[test]
fn segments_and_gaps_in_the_numbers_of_rows_do_not_matter() {
    let rows: Vec<[String; 2]> = (0..50).map(|n| [format!("m{n}@a.example"), format!("Ville {}", n % 3)]).collect();
    let mut later = rows.clone();
    later[10][1] = "ailleurs".to_owned();
    later.remove(3);
    let (whole, cut) = (state("email,city", &rows), state_in("email,city", &rows, 7));
    let (after, after_cut) = (state("email,city", &later), state_in("email,city", &later, 9));
    let found = compared(&whole, &after);
    assert_eq!(found, compared(&cut, &after_cut));
    assert_eq!((&found.removed[..], found.unchanged), (&[3][..], 48));
    assert_eq!((found.changed[0].before, found.changed[0].after), (10, 9));
}

#[test]
fn cancelling_stops() {
    let cancelled = Cancellable::default();
    cancelled.cancel();
    let one = state("email", &[["ana@a.example"]]);
    assert!(matches!(diff(one.state(), one.state(), &cancelled), Err(LinkError::Cancelled)));
}

#[test]
fn of_many_rows_those_that_came_went_and_changed_are_counted() {
    let row = |n: usize| [n.to_string(), format!("Nom{}", n % 500), format!("Prenom{}", n % 37), format!("m{n}@a.example"), "Valmont".to_owned()];
    let rows: Vec<[String; 5]> = (0..10_000).map(row).collect();
    let mut later: Vec<[String; 5]> = rows[5..].to_vec();
    for row in later.iter_mut().step_by(100) {
        row[4] = "Brive".to_owned();
    }
    let header = "record_id,last_name,first_name,email,city";
    let found = compared(&state(header, &rows), &state(header, &later));
    assert_eq!((found.removed.len(), found.added.len(), found.changed.len()), (5, 0, 100));
}

#[test]
fn a_file_of_postal_addresses_is_paired_by_names_and_addresses() {
    let row =
        |n: usize| [format!("Nom{} Prenom{}", n, n % 37), format!("{} rue des Tilleuls", n % 900), format!("{}", 35_000 + n % 90), n.to_string()];
    let rows: Vec<[String; 4]> = (0..1_000).map(row).collect();
    let mut later = rows.clone();
    for row in &mut later {
        row[3].push('x');
    }
    let header = "name,street,postcode,note";
    let found = compared(&state(header, &rows), &state(header, &later));
    assert_eq!((found.changed.len(), found.added.len()), (1_000, 0));
}
