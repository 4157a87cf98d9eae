//! From the fields of a table to what a person is compared by: which field says what.

use super::columns::Particulars;
use crate::model::Field;

/// Version of the canonical forms in [`super::columns::Columns`]. Raise it when they change, so that columns kept by earlier versions are made anew.
pub const FORM: u32 = 1;

impl<'a> Particulars<'a> {
    /// Those of a row of a table, by its fields; a field without a column is empty.
    pub fn of_fields(text: impl Fn(Field) -> &'a str) -> Self {
        Self {
            name: text(Field::Name),
            first_name: text(Field::FirstName),
            last_name: text(Field::LastName),
            civility: text(Field::Civility),
            email: text(Field::Email),
            phone: text(Field::Phone),
            street_number: text(Field::StreetNumber),
            street: text(Field::Street),
            address_extra: text(Field::AddressExtra),
            postcode: text(Field::Postcode),
            city: text(Field::City),
            birth_date: text(Field::BirthDate),
            identifier: text(Field::Identifier),
        }
    }
}
