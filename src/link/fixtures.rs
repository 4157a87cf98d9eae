//! Segments for the tests of linking.

use super::columns::{Builder, Columns, Particulars};
use super::marks::Mark;
use crate::model::Day;
use crate::model::dates::day_number;

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
pub(super) fn segment(first: u32, rows: &[Row]) -> Columns {
    let mut builder = Builder::default();
    for (number, row) in (first..).zip(rows) {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (email, phone, identifier) = (text(&row.email), text(&row.phone), text(&row.identifier));
        let person = Particulars { email: &email, phone: &phone, identifier: &identifier, ..Particulars::default() };
        let [joined, left] = [row.joined, row.left].map(|days| days.map(|day| day.map(day_number)));
        let days = [joined[0], joined[1], left[0], left[1]];
        builder.push_marked(number, &person, &Mark { record: row.record.as_deref(), days, cells: &[row.name] });
    }
    builder.finish()
}
