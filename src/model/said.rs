//! On the bottom floor: a sentence that is kept as what it says and with which values, so that it can be said in any language.
//!
//! How it reads is written in the text files of [`crate::words`]; here is only what is stored.

use super::{Day, Field};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sentence: which text, and what stands in its blanks. Made with [`said!`](crate::said).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The text's id, `remarks-…`.
    pub id: String,
    /// What stands in its blanks.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

/// What stands in a blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A number, written as the language writes numbers.
    Number(u64),
    /// A text that reads alike in every language.
    Text(String),
    /// A text that is quoted from a file, in the quotation marks of the language.
    Quoted {
        /// What is quoted.
        quoted: String,
    },
    /// The name of a field of a table.
    Field {
        /// Which field.
        field: Field,
    },
    /// A day, written as the language writes days.
    Day {
        /// Which day.
        day: Day,
    },
    /// Another sentence or part of one.
    Said(Said),
    /// Several things, with commas between them.
    List(Vec<Arg>),
}

impl Said {
    /// The text `id`, its blanks still empty.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), args: BTreeMap::new() }
    }

    /// The same with one blank filled in.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

impl Arg {
    /// A text quoted from a file.
    pub fn quoted(text: impl Into<String>) -> Self {
        Self::Quoted { quoted: text.into() }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(u64::from(number))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<Field> for Arg {
    fn from(field: Field) -> Self {
        Self::Field { field }
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Self::Day { day }
    }
}

impl From<Said> for Arg {
    fn from(said: Said) -> Self {
        Self::Said(said)
    }
}

impl<T: Into<Arg>> From<Vec<T>> for Arg {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

/// A sentence of the text files: `said!("remarks-row-short", found = 3usize, width = 4usize)`.
#[macro_export]
macro_rules! said {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::model::Said::new($id)$(.with(stringify!($name), $value))*
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_reads_back() {
        let said = said!(
            "remarks-any",
            n = 3usize,
            text = "a",
            cell = Arg::quoted("b"),
            which = Field::Email,
            inner = said!("remarks-other"),
            list = vec![Arg::quoted("c"), Arg::from(Field::Phone)]
        );
        let json = serde_json::to_string(&said).unwrap();
        assert_eq!(serde_json::from_str::<Said>(&json).unwrap(), said, "{json}");
    }
}
