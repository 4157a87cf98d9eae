//! The values that are followed: what a message is sent to, and the name on it.

use crate::link::diff::means_the_same;
use crate::link::state::Table;
use crate::model::Field;
use crate::normalise;
use serde::{Deserialize, Serialize};

/// A value that may change while somebody stays in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Email,
    Phone,
    Name,
    Address,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Email, Self::Phone, Self::Name, Self::Address];

    /// Whether the state has it.
    pub(super) fn is_in(self, table: &Table) -> bool {
        match self {
            Self::Email => table.has(Field::Email),
            Self::Phone => table.has(Field::Phone),
            Self::Name => table.has(Field::LastName) || table.has(Field::Name),
            Self::Address => table.has(Field::Street) || table.has(Field::City),
        }
    }

    /// The value of a row, as written; cells that belong together with spaces and commas between them.
    pub(super) fn value(self, table: &Table, at: usize) -> String {
        let field = |field| table.field(at, field);
        let joined = |parts: &[&str], between: &str| parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between);
        match self {
            Self::Email => field(Field::Email).to_owned(),
            Self::Phone => field(Field::Phone).to_owned(),
            Self::Name if field(Field::LastName).is_empty() && !field(Field::Name).is_empty() => field(Field::Name).to_owned(),
            Self::Name => joined(&[field(Field::FirstName), field(Field::LastName)], " "),
            Self::Address => {
                let street = joined(&[field(Field::StreetNumber), field(Field::Street)], " ");
                let place = joined(&[field(Field::Postcode), field(Field::City)], " ");
                joined(&[&street, field(Field::AddressExtra), &place], ", ")
            }
        }
    }

    /// Whether two values mean the same.
    pub(super) fn is_same(self, one: &str, other: &str) -> bool {
        if one == other {
            return true;
        }
        match self {
            Self::Email => means_the_same(Some(Field::Email), one, other),
            Self::Phone => means_the_same(Some(Field::Phone), one, other),
            // Whether the last name stands first says nothing.
            Self::Name => sorted_words(one) == sorted_words(other),
            Self::Address => {
                let read = |text: &str| normalise::address("", text, "", "", "");
                read(one) == read(other)
            }
        }
    }
}

fn sorted_words(name: &str) -> Vec<String> {
    let mut words = normalise::words(name);
    words.sort_unstable();
    words
}
