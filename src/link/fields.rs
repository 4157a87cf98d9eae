//! From the fields of a table to what a person is compared by: which field says what.

use super::columns::Particulars;
use crate::model::{DateOrder, Field};

/// Version of the canonical forms in [`super::columns::Columns`]. Raise it when they change, so that columns kept by earlier versions are made anew.
pub const FORM: u32 = 3;

impl<'a> Particulars<'a> {
    /// Those of a row of a table, by its fields; a field without a column is empty.
    pub fn of_fields(text: impl Fn(Field) -> &'a str, dates: DateOrder) -> Self {
        Self::in_order(PLACES.map(text), dates)
    }

    /// From the texts of the fields in the order of [`PLACES`].
    fn in_order(texts: [&'a str; PLACES.len()], dates: DateOrder) -> Self {
        let [name, first_name, last_name, civility, email, phone, street_number, street, address_extra, postcode, city, birth_date, identifier] =
            texts;
        Self {
            name,
            first_name,
            last_name,
            civility,
            email,
            phone,
            street_number,
            street,
            address_extra,
            postcode,
            city,
            birth_date,
            identifier,
            dates,
        }
    }
}

/// Where in a row each of these fields stands, and the order of its dates: looked up once for a table and not once a cell.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    places: [Option<usize>; PLACES.len()],
    dates: DateOrder,
}

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
    pub fn of(place: impl Fn(Field) -> Option<usize>, dates: DateOrder) -> Self {
        Self { places: PLACES.map(place), dates }
    }

    /// What a row says, trimmed.
    pub fn particulars<'a>(&self, cells: &'a [String]) -> Particulars<'a> {
        let texts = self.places.map(|place| place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim()));
        Particulars::in_order(texts, self.dates)
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
        let (by_places, by_fields) =
            (Places::of(place, DateOrder::MonthFirst).particulars(&cells), Particulars::of_fields(text, DateOrder::MonthFirst));
        assert_eq!(format!("{by_places:?}"), format!("{by_fields:?}"));
        assert!(format!("{by_places:?}").contains("\"12\""));
    }
}
