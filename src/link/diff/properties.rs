//! What holds of every difference.

use super::*;
use crate::job::Unwatched;
use crate::link::states::{Owned, state};
use proptest::prelude::*;

const HEADER: &str = "record_id,first_name,last_name,email,phone,birth_date,street,postcode,note";

/// Few values, so that rows share them and contradict each other.
fn any_row() -> impl Strategy<Value = Vec<String>> {
    let one_of = |values: &'static [&'static str]| proptest::sample::select(values).prop_map(str::to_owned);
    (
        one_of(&["", "1", "2", "3", "4", "5", "6"]),
        one_of(&["", "Ana", "Bo", "ANA", "Ana-Bo"]),
        one_of(&["", "Dupont", "Martel", "DUPONT"]),
        one_of(&["", "a@x.example", "b@x.example", "A@x.example", "nous@x.example"]),
        one_of(&["", "0639980012", "+33 6 39 98 00 12", "0199001234"]),
        one_of(&["", "01/02/1970", "1970-02-01", "1980"]),
        one_of(&["", "1 rue A", "2 rue B"]),
        one_of(&["", "35000"]),
        one_of(&["", "x", "y", "Ω"]),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i)| vec![a, b, c, d, e, f, g, h, i])
}

fn any_state() -> impl Strategy<Value = Owned> {
    proptest::collection::vec(any_row(), 0..12).prop_map(|rows| state(HEADER, &rows))
}

fn of(before: &Owned, after: &Owned) -> Diff {
    diff(before.state(), after.state(), &Unwatched).unwrap()
}

/// The same difference seen from the other end.
fn mirrored(found: Diff) -> Diff {
    let turned = |value: ChangedValue| ChangedValue { before: value.after, after: value.before, ..value };
    let row = |row: ChangedRow| ChangedRow { before: row.after, after: row.before, by: row.by, values: row.values.into_iter().map(turned).collect() };
    let mut changed: Vec<ChangedRow> = found.changed.into_iter().map(row).collect();
    changed.sort_by_key(|row| row.before);
    let mut alike: Vec<AlikeRows> = found.alike.into_iter().map(|rows| AlikeRows { before: rows.after, after: rows.before }).collect();
    alike.sort_by(|a, b| a.before.cmp(&b.before));
    Diff {
        columns: found.columns.into_iter().map(|column| PairedColumn { before: column.after, after: column.before, ..column }).collect(),
        lost_columns: found.new_columns,
        new_columns: found.lost_columns,
        added: found.removed,
        removed: found.added,
        changed,
        alike,
        ..found
    }
}

proptest! {
    #[test]
    fn a_state_does_not_differ_from_itself(one in any_state()) {
        let found = of(&one, &one);
        let rows: u64 = one.state().segments.iter().map(|segment| segment.height() as u64).sum();
        prop_assert_eq!(found.unchanged, rows);
        prop_assert!(found.added.is_empty() && found.removed.is_empty() && found.changed.is_empty() && found.alike.is_empty());
    }

    #[test]
    fn seen_from_the_other_end_what_came_is_what_went(one in any_state(), other in any_state()) {
        prop_assert_eq!(mirrored(of(&one, &other)), of(&other, &one));
    }

    #[test]
    fn every_row_stands_in_one_place(one in any_state(), other in any_state()) {
        let found = of(&one, &other);
        let mut before: Vec<u32> = found.removed.clone();
        before.extend(found.changed.iter().map(|row| row.before));
        before.extend(found.alike.iter().flat_map(|rows| &rows.before));
        let told = before.len();
        before.sort_unstable();
        before.dedup();
        prop_assert_eq!(before.len(), told);
        let rows: usize = one.state().segments.iter().map(polars::prelude::DataFrame::height).sum();
        prop_assert_eq!(told as u64 + found.unchanged, rows as u64);
    }

    #[test]
    fn any_text_in_any_cell_is_compared(texts in proptest::collection::vec(proptest::collection::vec("\\PC{0,12}", 9), 0..6)) {
        let one = state(HEADER, &texts);
        prop_assert_eq!(of(&one, &one).unchanged, texts.len() as u64);
    }
}
