//! Mapping files: TOML lines `field = "Column"`, as `--mapping` reads them and the window saves them.

use super::super::ImportError;
use super::nearest;
use crate::model::{Arg, Field, Mapping, Said};
use crate::said;
use std::path::{Path, PathBuf};

/// Reads a mapping file.
///
/// # Errors
/// [`ImportError::Missing`], [`ImportError::Read`], or [`ImportError::Broken`] with the line: an unknown field is answered with the nearest known one.
pub fn read_file(path: &Path) -> Result<Mapping, ImportError> {
    let text = std::fs::read_to_string(path).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => ImportError::Missing { path: path.to_owned() },
        _ => ImportError::Read { path: path.to_owned(), source },
    })?;
    from_toml(&text).map_err(|error| error.at(path))
}

/// Reads the text of a mapping file.
///
/// # Errors
/// [`ImportError::Broken`] without a path.
pub fn from_toml(text: &str) -> Result<Mapping, ImportError> {
    let broken = |what: Said, line| ImportError::Broken { what, line, path: PathBuf::new() };
    let table: toml::Table = text.trim_start_matches('\u{FEFF}').parse().map_err(|error: toml::de::Error| {
        let line = error.span().map(|span| line_at(text, span.start));
        broken(said!("remarks-mapping-file", error = error.message()), line)
    })?;
    let mut mapping = Mapping::default();
    for (key, value) in &table {
        let line = line_of(text, key);
        let Ok(field) = key.parse::<Field>() else {
            let what = match nearest(key, Field::ALL.into_iter().map(Field::key)) {
                Some(known) => said!("remarks-mapping-near", key = Arg::quoted(key), known = known),
                None => said!("remarks-mapping-unknown", key = Arg::quoted(key)),
            };
            return Err(broken(what, line));
        };
        let toml::Value::String(column) = value else {
            return Err(broken(said!("remarks-mapping-column", key = key), line));
        };
        mapping.0.insert(field, column.clone());
    }
    Ok(mapping)
}

/// The text of a mapping file; [`from_toml`] reads the same mapping back.
pub fn to_toml(mapping: &Mapping) -> String {
    let lines: Vec<String> = mapping.0.iter().map(|(field, column)| format!("{} = {}\n", field.key(), toml::Value::String(column.clone()))).collect();
    lines.concat()
}

fn line_at(text: &str, byte: usize) -> u64 {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() as u64 + 1
}

/// The line a key stands in.
fn line_of(text: &str, key: &str) -> Option<u64> {
    let is_key = |line: &str| {
        let name = line.split('=').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        name == key || line.trim().trim_matches(['[', ']']) == key
    };
    text.lines().zip(1..).find(|(line, _)| is_key(line)).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mapping_file_reads_what_it_writes() {
        let mapping = Mapping([(Field::Email, "Courriel \"pro\"".to_owned()), (Field::Joined, "Date d'adhésion".to_owned())].into());
        assert_eq!(from_toml(&to_toml(&mapping)).unwrap(), mapping);
    }

    #[test]
    fn an_unknown_field_is_named_with_its_line_and_the_nearest_known_one() {
        let error = from_toml("# table\nphone = \"Tel\"\nemial = \"Courriel\"\n").unwrap_err();
        assert_eq!(error.to_string(), "\"emial\" is not a known field; did you mean email? (line 3)");
    }

    #[test]
    fn what_is_no_mapping_file_is_said_with_its_line() {
        let error = from_toml("email = \"a\"\nphone = Tel\n").unwrap_err();
        assert!(matches!(error, ImportError::Broken { line: Some(2), .. }), "{error}");
        let error = from_toml("email = 3\n").unwrap_err();
        assert!(error.to_string().contains("email = \"Column\""), "{error}");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}") {
            let _read = from_toml(&text);
        }
    }
}
