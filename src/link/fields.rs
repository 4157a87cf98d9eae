//! From the fields of a table to what a person is compared by: which field says what.

use super::columns::Particulars;
use crate::model::Field;

/// Version of the canonical forms in [`super::columns::Columns`]. Raise it when they change, so that columns kept by earlier versions are made anew.
pub const FORM: u32 = 3;

impl<'a> Particulars<'a> {
    /// Those of a row of a table, by its fields; a field without a column is empty.
    pub fn of_fields(text: impl Fn(Field) -> &'a str) -> Self {
        Self::in_order(PLACES.map(text))
    }

    /// From the texts of the fields in the order of [`PLACES`].
    fn in_order(texts: [&'a str; PLACES.len()]) -> Self {
        let [name, first_name, last_name, civility, email, phone, street_number, street, address_extra, postcode, city, birth_date, identifier] =
            texts;
        Self { name, first_name, last_name, civility, email, phone, street_number, street, address_extra, postcode, city, birth_date, identifier }
    }
}

/// Where in a row each of these fields stands: looked up once for a table and not once a cell.
#[derive(Clone, Copy, Debug)]
pub struct Places([Option<usize>; PLACES.len()]);

/// In the order of [`Places`].
const PLACES: [Field; 13] = [
    Field::Name,
    Field::FirstName,
    Field::LastName,
    Field::Civility,
    Field::Email,
    Field::Phone,
    Field::StreetNumber,
    Field::Street,
    Field::AddressExtra,
    Field::Postcode,
    Field::City,
    Field::BirthDate,
    Field::Identifier,
];

impl Places {
    /// Those of a table; `None` for a field without a column.
    pub fn of(place: impl Fn(Field) -> Option<usize>) -> Self {
        Self(PLACES.map(place))
    }

    /// What a row says, trimmed.
    pub fn particulars<'a>(&self, cells: &'a [String]) -> Particulars<'a> {
        Particulars::in_order(self.0.map(|place| place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_read_by_places_is_a_row_read_by_fields() {
        let cells: Vec<String> = (0..PLACES.len()).map(|n| format!(" {n} ")).collect();
        let place = |field: Field| PLACES.iter().position(|known| *known == field);
        let text = |field: Field| place(field).map_or("", |at| cells[at].trim());
        let (by_places, by_fields) = (Places::of(place).particulars(&cells), Particulars::of_fields(text));
        assert_eq!(format!("{by_places:?}"), format!("{by_fields:?}"));
        assert!(format!("{by_places:?}").contains("\"12\""));
    }
}
