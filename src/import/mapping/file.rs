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
        let sentence = match line.and_then(|line| why(text, line)) {
            Some(why) => said!("remarks-mapping-file-why", why = why),
            None => said!("remarks-mapping-file", error = error.message()),
        };
        broken(sentence, line)
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

/// What is wrong with a line that TOML stumbles over, as far as people make such mistakes.
fn why(text: &str, line: u64) -> Option<Said> {
    let written = text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?)?.trim();
    let Some((key, value)) = written.split_once('=') else {
        return (!written.is_empty() && !written.starts_with(['[', '#'])).then(|| said!("remarks-mapping-no-equals", text = Arg::quoted(written)));
    };
    let (key, value) = (key.trim(), value.trim());
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        None if !value.starts_with(['[', '{']) => Some(said!("remarks-mapping-bare", text = Arg::quoted(value))),
        Some(quote) if value.matches(quote).count() == 1 => Some(said!("remarks-mapping-open", text = Arg::quoted(value))),
        _ => {
            let is_key = |other: &str| other.split_once('=').is_some_and(|(name, _)| name.trim() == key);
            let is_twice = text.lines().filter(|other| is_key(other)).count() > 1;
            is_twice.then(|| said!("remarks-mapping-twice", key = Arg::quoted(key)))
        }
    }
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
    fn what_people_write_wrong_is_said_and_what_is_odd_stays_a_detail() {
        let said = |text: &str| from_toml(text).unwrap_err().to_string();
        assert!(said("email: Courriel").contains("there is no \"=\" in"), "{}", said("email: Courriel"));
        assert!(said("email = Courriel").contains("quotation marks"), "{}", said("email = Courriel"));
        assert!(said("email = \"Courriel").contains("never closed"), "{}", said("email = \"Courriel"));
        assert!(said("email = \"a\"\nemail = \"b\"").contains("twice"), "{}", said("email = \"a\"\nemail = \"b\""));
        assert!(said("email = \"a\" b").contains("technical detail: "), "{}", said("email = \"a\" b"));
    }

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
