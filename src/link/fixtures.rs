//! Segments for the tests of linking.

use crate::model::Day;
use crate::model::dates::day_number;
use polars::prelude::{Column, DataFrame};

/// One row of a test table.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub name: &'static str,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub identifier: Option<String>,
    pub record: Option<String>,
    pub joined: [Option<Day>; 2],
    pub left: [Option<Day>; 2],
}

impl Row {
    pub fn email(name: &'static str, email: &str) -> Self {
        Self { name, email: Some(email.to_owned()), ..Self::default() }
    }

    pub fn record(self, record: &str) -> Self {
        Self { record: Some(record.to_owned()), ..self }
    }

    pub fn phone(self, phone: &str) -> Self {
        Self { phone: Some(phone.to_owned()), ..self }
    }

    pub fn joined(self, day: Day) -> Self {
        Self { joined: [Some(day); 2], ..self }
    }

    pub fn left(self, day: Day) -> Self {
        Self { left: [Some(day); 2], ..self }
    }
}

/// A segment whose first row has this number.
pub(super) fn segment(first: u32, rows: &[Row]) -> DataFrame {
    let texts = |name: &str, of: &dyn Fn(&Row) -> Option<String>| Column::new(name.into(), rows.iter().map(of).collect::<Vec<_>>());
    let days =
        |name: &str, of: &dyn Fn(&Row) -> Option<Day>| Column::new(name.into(), rows.iter().map(|row| of(row).map(day_number)).collect::<Vec<_>>());
    DataFrame::new_infer_height(vec![
        Column::new("row".into(), (first..first + rows.len() as u32).collect::<Vec<_>>()),
        texts("raw.0", &|row| Some(row.name.to_owned())),
        texts("key.email", &|row| row.email.clone()),
        texts("key.phone", &|row| row.phone.clone()),
        texts("key.identifier", &|row| row.identifier.clone()),
        texts("key.record", &|row| row.record.clone()),
        days("joined.earliest", &|row| row.joined[0]),
        days("joined.latest", &|row| row.joined[1]),
        days("left.earliest", &|row| row.left[0]),
        days("left.latest", &|row| row.left[1]),
    ])
    .unwrap()
}
