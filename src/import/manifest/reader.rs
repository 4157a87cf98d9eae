//! Reads TOML tables key by key, so that every complaint names the line, the key and the nearest key that is known.

use crate::import::mapping::nearest;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong with a manifest or mapping file, and where.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// The file cannot be read.
    #[error("The manifest could not be read")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Something in it is wrong.
    #[error("Line {line}: {what}")]
    Wrong {
        /// From 1.
        line: usize,
        /// A sentence with key and remedy.
        what: String,
        /// Which file.
        path: PathBuf,
    },
}

/// A TOML document being read.
pub struct Document<'a> {
    path: &'a Path,
    text: &'a str,
}

impl<'a> Document<'a> {
    /// The text of the file at `path`.
    pub fn new(path: &'a Path, text: &'a str) -> Self {
        Self { path, text }
    }

    /// Its top table.
    pub fn root(&self) -> Result<Spanned<DeTable<'a>>, ManifestError> {
        DeTable::parse(self.text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            self.wrong(&span, error.message().to_owned())
        })
    }

    /// A complaint about what stands at `span`.
    pub fn wrong(&self, span: &Range<usize>, what: String) -> ManifestError {
        let before = self.text.get(..span.start).unwrap_or_default();
        ManifestError::Wrong { line: before.matches('\n').count() + 1, what, path: self.path.to_owned() }
    }

    /// Where relative paths start.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// One table of the document with the keys it may have.
pub struct Keys<'d, 't> {
    document: &'d Document<'d>,
    name: &'t str,
    table: &'t DeTable<'d>,
    span: Range<usize>,
}

impl<'d, 't> Keys<'d, 't> {
    /// The table `name` (as people write it: `[[sources]]`), after checking that it has only `known` keys.
    pub fn new(document: &'d Document<'d>, name: &'t str, table: &'t DeTable<'d>, span: Range<usize>, known: &[&str]) -> Result<Self, ManifestError> {
        for key in table.keys() {
            let key_name: &str = key.get_ref();
            if !known.contains(&key_name) {
                let hint = nearest(key_name, known.iter().copied())
                    .map_or_else(|| format!("known keys are {}", known.join(", ")), |near| format!("did you mean {near:?}?"));
                return Err(document.wrong(&key.span(), format!("{name} has no key {key_name:?}; {hint}")));
            }
        }
        Ok(Self { document, name, table, span })
    }

    /// The value of `key` with its place.
    pub fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'d>>> {
        self.table.get(key)
    }

    /// A complaint about the value of `key`.
    pub fn wrong(&self, key: &str, what: impl std::fmt::Display) -> ManifestError {
        let span = self.get(key).map_or_else(|| self.span.clone(), Spanned::span);
        self.document.wrong(&span, format!("{key} in {}: {what}", self.name))
    }

    /// A text; dates and numbers written without quotes are taken as text too.
    pub fn text(&self, key: &str) -> Result<Option<String>, ManifestError> {
        let Some(value) = self.get(key) else { return Ok(None) };
        match value.get_ref() {
            DeValue::String(text) => Ok(Some(text.to_string())),
            DeValue::Datetime(date) => Ok(Some(date.to_string())),
            DeValue::Integer(number) => Ok(Some(number.as_str().to_owned())),
            other => Err(self.wrong(key, format!("a text is needed, not {}", kind(other)))),
        }
    }

    /// A text that must be there.
    pub fn needed(&self, key: &str) -> Result<String, ManifestError> {
        self.text(key)?.ok_or_else(|| self.document.wrong(&self.span, format!("{} needs the key {key:?}", self.name)))
    }

    /// A number; a decimal comma in quotes is understood.
    pub fn number(&self, key: &str) -> Result<Option<f64>, ManifestError> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let text = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            DeValue::String(text) => text.replace(',', "."),
            other => return Err(self.wrong(key, format!("a number is needed, not {}", kind(other)))),
        };
        let number: Option<f64> = text.replace(['_', ' '], "").parse().ok().filter(|number: &f64| number.is_finite());
        number.map(Some).ok_or_else(|| self.wrong(key, format!("{text:?} is not a number")))
    }

    /// A whole number from 0 on.
    pub fn count(&self, key: &str) -> Result<Option<u64>, ManifestError> {
        match self.number(key)? {
            None => Ok(None),
            Some(number) if number >= 0.0 && number.fract() == 0.0 && number < 9e15 => Ok(Some(number as u64)),
            Some(number) => Err(self.wrong(key, format!("{number} is not a whole number of people"))),
        }
    }

    /// Yes or no.
    pub fn flag(&self, key: &str) -> Result<Option<bool>, ManifestError> {
        let Some(value) = self.get(key) else { return Ok(None) };
        match value.get_ref() {
            DeValue::Boolean(flag) => Ok(Some(*flag)),
            other => Err(self.wrong(key, format!("true or false is needed, not {}", kind(other)))),
        }
    }

    /// Something read from a text with `FromStr`.
    pub fn parsed<T: std::str::FromStr>(&self, key: &str) -> Result<Option<T>, ManifestError>
    where
        T::Err: std::fmt::Display,
    {
        self.text(key)?.map(|text| text.parse().map_err(|error| self.wrong(key, error))).transpose()
    }

    /// A list of texts; a single text is a list of one.
    pub fn texts(&self, key: &str) -> Result<Vec<String>, ManifestError> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        match value.get_ref() {
            DeValue::String(text) => Ok(vec![text.to_string()]),
            DeValue::Array(items) => items
                .iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned).ok_or_else(|| self.wrong(key, "a list of texts is needed")))
                .collect(),
            other => Err(self.wrong(key, format!("a list of texts is needed, not {}", kind(other)))),
        }
    }

    /// The tables under `key`: `[[key]]` any number of times, or `[key]` once.
    pub fn tables(&self, key: &str) -> Result<Vec<(&'t DeTable<'d>, Range<usize>)>, ManifestError> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        let table = |value: &'t Spanned<DeValue<'d>>| value.get_ref().as_table().map(|table| (table, value.span()));
        match value.get_ref() {
            DeValue::Table(_) => Ok(table(value).into_iter().collect()),
            DeValue::Array(items) => {
                items.iter().map(|item| table(item).ok_or_else(|| self.wrong(key, format!("a table is needed; write [[{key}]]")))).collect()
            }
            other => Err(self.wrong(key, format!("a table is needed, not {}; write [[{key}]]", kind(other)))),
        }
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
