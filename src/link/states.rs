//! States of files for the tests of comparisons: headers are names of fields (`email`) or anything else, cells are as written.

use super::state::State;
use crate::model::dates::day_number;
use crate::model::{DateOrder, Day, Field, Mapping, UncertainDay};
use crate::normalise;
use polars::prelude::{Column, DataFrame};

/// A state that owns what a [`State`] borrows.
#[derive(Clone, Debug)]
pub(super) struct Owned {
    columns: Vec<String>,
    mapping: Mapping,
    segments: Vec<DataFrame>,
}

impl Owned {
    pub fn state(&self) -> State<'_> {
        State { columns: &self.columns, mapping: &self.mapping, dates: DateOrder::DayFirst, segments: &self.segments }
    }
}

/// A state of one segment whose rows are numbered from 0. The header has commas between its names.
pub(super) fn state<R: AsRef<[C]>, C: AsRef<str>>(header: &str, rows: &[R]) -> Owned {
    state_in(header, rows, usize::MAX)
}

/// The same in segments of so many rows.
pub(super) fn state_in<R: AsRef<[C]>, C: AsRef<str>>(header: &str, rows: &[R], segment: usize) -> Owned {
    let columns: Vec<String> = header.split(',').map(|name| name.trim().to_owned()).collect();
    let mapping = Mapping(columns.iter().filter_map(|name| Some((name.parse::<Field>().ok()?, name.clone()))).collect());
    let place = |field: Field| columns.iter().position(|name| name == field.key());
    let one = |rows: &[R], first: usize| {
        let cells = |at: usize| rows.iter().map(|row| row.as_ref().get(at).map_or("", AsRef::as_ref).to_owned()).collect::<Vec<String>>();
        let key = |name: &str, field: Field, canonical: &dyn Fn(&str) -> Option<String>| {
            let keys: Vec<Option<String>> =
                place(field).map_or_else(|| vec![None; rows.len()], |at| cells(at).iter().map(|cell| canonical(cell)).collect());
            Column::new(name.into(), keys)
        };
        let days = |name: &str, field: Field, of: &dyn Fn(&UncertainDay) -> Option<Day>| {
            let read = |cell: &String| cell.parse::<UncertainDay>().ok().as_ref().and_then(of).map(day_number);
            let days: Vec<Option<i32>> = place(field).map_or_else(|| vec![None; rows.len()], |at| cells(at).iter().map(read).collect());
            Column::new(name.into(), days)
        };
        let mut frame = vec![Column::new("row".into(), (first as u32..(first + rows.len()) as u32).collect::<Vec<_>>())];
        frame.extend((0..columns.len()).map(|at| Column::new(format!("raw.{at}").into(), cells(at))));
        frame.extend([
            key("key.email", Field::Email, &|text| normalise::email(text).map(|email| email.key)),
            key("key.phone", Field::Phone, &normalise::phone),
            key("key.identifier", Field::Identifier, &normalise::identifier),
            key("key.record", Field::RecordId, &normalise::identifier),
            days("joined.earliest", Field::Joined, &|day| day.earliest),
            days("joined.latest", Field::Joined, &|day| day.latest),
            days("left.earliest", Field::Left, &|day| day.earliest),
            days("left.latest", Field::Left, &|day| day.latest),
        ]);
        DataFrame::new_infer_height(frame).unwrap()
    };
    let segment = segment.min(rows.len().max(1));
    let mut segments: Vec<DataFrame> = rows.chunks(segment).enumerate().map(|(n, chunk)| one(chunk, n * segment)).collect();
    if segments.is_empty() {
        segments.push(one(&[], 0));
    }
    Owned { columns, mapping, segments }
}
