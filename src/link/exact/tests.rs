//! Tests of exact links.

use super::*;
use crate::job::{Cancellable, Unwatched};
use crate::link::fixtures::{Row, segment};

fn by_email(email: &str) -> RecipientKeys {
    RecipientKeys { email: Some(email.to_owned()), ..RecipientKeys::default() }
}

fn rows_of(links: &[RowLink], recipient: u32) -> Vec<(u32, f64, How)> {
    links.iter().filter(|link| link.recipient == recipient).map(|link| (link.row, link.probability, link.how)).collect()
}

#[test]
fn a_key_of_one_person_links_almost_surely_across_segments() {
    let segments = [segment(0, &[Row::email("Ana", "ana@b.example"), Row::default()]), segment(5, &[Row::email("Bo", "bo@b.example")])];
    let links =
        exact(&[by_email("bo@b.example"), RecipientKeys::default(), by_email("ana@b.example"), by_email("no@b.example")], &segments, &Unwatched)
            .unwrap()
            .links;
    assert_eq!(rows_of(&links, 0), [(5, 0.999, How::Email)]);
    assert_eq!(rows_of(&links, 2), [(0, 0.999, How::Email)]);
    assert_eq!(links.len(), 2);
}

#[test]
fn a_key_shared_by_c_people_links_each_with_a_cth() {
    let shared = |name, record: &str| Row::email(name, "famille@b.example").record(record);
    let segments = [segment(0, &[shared("Ana", "1"), shared("Bo", "2"), shared("Bo again", "2")])];
    let links = exact(&[by_email("famille@b.example")], &segments, &Unwatched).unwrap().links;
    assert_eq!(rows_of(&links, 0), [(0, 0.4995, How::Email), (1, 0.4995, How::Email), (2, 0.4995, How::Email)]);
}

#[test]
fn without_record_numbers_equal_rows_are_one_person_and_other_names_or_keys_another() {
    let same = Row::email("Ana", "a@b.example");
    let count = |rows: &[Row]| exact(&[by_email("a@b.example")], &[segment(0, rows)], &Unwatched).unwrap().links[0].probability;
    assert!((count(&[same.clone(), Row::email(" ANA ", "a@b.example"), same.clone()]) - 0.999).abs() < 1e-12);
    assert!((count(&[same.clone(), Row::email("Bo", "a@b.example")]) - 0.4995).abs() < 1e-12);
    assert!((count(&[same.clone(), same.phone("+33639980012")]) - 0.4995).abs() < 1e-12);
}

#[test]
fn a_switchboard_is_no_person_and_is_reported() {
    let rows: Vec<Row> = (0..100).map(|n| Row::email("x", "contact@b.example").record(&n.to_string())).collect();
    let found = exact(&[by_email("contact@b.example"), by_email("contact@b.example")], &[segment(0, &rows)], &Unwatched).unwrap();
    assert!(found.links.is_empty());
    assert_eq!(found.shared, [SharedKey { how: How::Email, key: "contact@b.example".to_owned(), rows: 100, recipients: 2 }]);
    let fewer = exact(&[by_email("contact@b.example")], &[segment(0, &rows[..99])], &Unwatched).unwrap().links;
    assert_eq!(fewer.len(), 99);
}

#[test]
fn of_two_keys_to_the_same_row_the_more_certain_is_kept() {
    let rows = [Row::email("Ana", "famille@b.example").record("1").phone("+33639980012"), Row::email("Bo", "famille@b.example").record("2")];
    let recipient = RecipientKeys { phone: Some("+33639980012".to_owned()), ..by_email("famille@b.example") };
    let links = exact(&[recipient], &[segment(0, &rows)], &Unwatched).unwrap().links;
    assert_eq!(rows_of(&links, 0), [(0, 0.999, How::Phone), (1, 0.4995, How::Email)]);
}

#[test]
fn cancelling_stops_between_segments() {
    let cancelled = Cancellable::default();
    cancelled.cancel();
    let segments = [segment(0, &[Row::email("Ana", "ana@b.example")])];
    assert!(matches!(exact(&[by_email("ana@b.example")], &segments, &cancelled), Err(LinkError::Cancelled)));
}

#[test]
fn the_answer_does_not_depend_on_how_the_table_is_cut_nor_in_which_order_its_parts_come() {
    let family = |n: u32| Row::email(["Ana", "Bo", "Cy"][n as usize % 3], "famille@b.example");
    let rows: Vec<Row> = (0..40).map(|n| if n % 4 == 0 { family(n) } else { Row::email("x", &format!("m{}@b.example", n % 30)) }).collect();
    let keys = [by_email("famille@b.example"), by_email("m5@b.example"), by_email("m7@b.example")];
    let whole = exact(&keys, &[segment(0, &rows)], &Unwatched).unwrap();
    assert_eq!(whole.links.iter().filter(|link| link.recipient == 0).count(), 10);
    for size in [1, 3, 7, 39] {
        let parts: Vec<Columns> = rows.chunks(size).zip((0..).step_by(size)).map(|(rows, first)| segment(first, rows)).collect();
        assert_eq!(exact(&keys, parts.as_slice(), &Unwatched).unwrap(), whole);
        let search = Search::of(&keys);
        let backwards: Vec<Hit> = parts.iter().rev().flat_map(|part| search.look(part)).collect();
        assert_eq!(search.conclude(backwards), whole);
    }
}

#[test]
fn a_key_with_the_same_hash_is_not_the_same_key() {
    let keys = [by_email("ana@b.example")];
    let mut search = Search::of(&keys);
    let part = segment(0, &[Row::email("Bo", "bo@b.example")]);
    let other = part.keys(0)[0].unwrap();
    search.wanted[0].places.insert(other.get(), 0);
    assert_eq!(search.look(&part), []);
}
