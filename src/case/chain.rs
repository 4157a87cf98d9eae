//! The action log: append-only, each entry chained to the one before by its hash.
//!
//! `hash_n = SHA256(hash_(n-1) || entry_n)`, `hash_0` = 32 zero bytes; an entry is canonical JSON (RFC 8785 without floats): keys sorted, no spaces,
//! only texts, integers and objects.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The program, as it signs what it writes.
pub(super) const APP: &str = concat!("sourcier ", env!("CARGO_PKG_VERSION"));

/// The hash before the first entry.
pub(super) const START: [u8; 32] = [0; 32];

/// What a log entry can hold. Keys are ASCII, so their byte order is the order RFC 8785 asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Integer(i64),
    Object(BTreeMap<&'static str, Value>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl<const N: usize> From<[(&'static str, Value); N]> for Value {
    fn from(fields: [(&'static str, Value); N]) -> Self {
        Self::Object(BTreeMap::from(fields))
    }
}

impl Value {
    /// The canonical text.
    pub(super) fn canonical(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => quote(text, out),
            Self::Integer(number) => out.push_str(&number.to_string()),
            Self::Object(fields) => {
                out.push('{');
                for (n, (key, value)) in fields.iter().enumerate() {
                    if n > 0 {
                        out.push(',');
                    }
                    quote(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// A JSON string as RFC 8785 writes it: short escapes where there are any, `\u00xx` for the other controls, everything else as it is.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => {
                // Writing to a text cannot fail.
                write!(out, "\\u{:04x}", u32::from(control)).ok();
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

/// The hash of an entry after the hash before it.
pub(super) fn link(previous: &[u8; 32], entry: &str) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(entry.as_bytes());
    hasher.finalize().into()
}

/// RFC 3339 UTC with whole seconds.
pub(super) fn written(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The time now, as it is written everywhere in the case.
pub(super) fn now() -> String {
    written(Timestamp::now())
}

/// One entry, as canonical JSON.
fn entry(app: &str, seq: i64, action: &str, actor: &str, at: &str, is_backwards: bool, data: Value) -> String {
    let mut fields = BTreeMap::from([
        ("action", action.into()),
        ("actor", actor.into()),
        ("app", app.into()),
        ("at", at.into()),
        ("data", data),
        ("seq", seq.into()),
    ]);
    if is_backwards {
        fields.insert("clock", "backwards".into());
    }
    Value::Object(fields).canonical()
}

/// Appends an entry and returns its number. `at` earlier than the entry before is written all the same, with a mark.
pub(super) fn append_at(connection: &Connection, at: &str, actor: &str, action: &str, data: Value) -> rusqlite::Result<i64> {
    let last: Option<(i64, String, [u8; 32])> = connection
        .prepare_cached("SELECT seq, entry, hash FROM audit ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (seq, is_backwards, previous) = match last {
        None => (1, false, START),
        // Times are written with a fixed width, so their text order is their order.
        Some((seq, before, hash)) => (seq + 1, time_of(&before).is_some_and(|before| at < before.as_str()), hash),
    };
    let entry = entry(APP, seq, action, actor, at, is_backwards, data);
    let hash = link(&previous, &entry);
    connection.prepare_cached("INSERT INTO audit (seq, entry, hash) VALUES (?1, ?2, ?3)")?.execute(params![seq, entry, hash])?;
    Ok(seq)
}

/// Appends an entry at the time of the system clock, by whoever the case says is working on it.
pub(super) fn append(connection: &Connection, action: &str, data: Value) -> rusqlite::Result<i64> {
    let actor = actor(connection)?;
    append_at(connection, &now(), &actor, action, data)
}

/// Who is working on the case.
pub(super) fn actor(connection: &Connection) -> rusqlite::Result<String> {
    let stored = connection.query_row("SELECT value FROM setting WHERE name = 'actor'", [], |row| row.get(0)).optional()?;
    Ok(stored.unwrap_or_else(|| "examiner".to_owned()))
}

/// The `at` of an entry.
fn time_of(entry: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(entry).ok()?;
    Some(value.get("at")?.as_str()?.to_owned())
}

/// Checks the newest entry against the one before it; a sentence if it does not fit.
pub(super) fn check_head(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let mut statement = connection.prepare("SELECT seq, entry, hash FROM audit ORDER BY seq DESC LIMIT 2")?;
    let last: Vec<(i64, String, [u8; 32])> = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
    let Some((seq, entry, hash)) = last.first() else {
        return Ok(Some("the action log is empty".to_owned()));
    };
    let previous = match last.get(1) {
        Some((before, _, hash)) if before + 1 == *seq => *hash,
        None if *seq == 1 => START,
        _ => return Ok(Some(format!("log entry {} is missing", seq - 1))),
    };
    Ok((link(&previous, entry) != *hash).then(|| format!("log entry {seq} does not fit its hash")))
}

/// Goes through the whole chain; one sentence for each entry that does not fit.
pub(super) fn check_all(connection: &Connection) -> rusqlite::Result<(u64, Vec<String>)> {
    let mut statement = connection.prepare("SELECT seq, entry, hash FROM audit ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let (mut expected, mut previous, mut count, mut problems) = (1, START, 0, Vec::new());
    while let Some(row) = rows.next()? {
        let (seq, entry, hash): (i64, String, [u8; 32]) = (row.get(0)?, row.get(1)?, row.get(2)?);
        match seq - expected {
            0 => {}
            1 => problems.push(format!("Log entry {expected} is missing: the entries before and after it are there.")),
            _ => problems.push(format!("Log entries {expected} to {} are missing.", seq - 1)),
        }
        if link(&previous, &entry) != hash {
            let what = if seq == expected {
                "it or its hash was changed after it was written"
            } else {
                "it cannot be chained to what stands before the gap"
            };
            problems.push(format!("Log entry {seq} does not fit its hash: {what}."));
        } else if serde_json::from_str::<serde_json::Value>(&entry).ok().and_then(|value| value.get("seq")?.as_i64()) != Some(seq) {
            problems.push(format!("Log entry {seq} carries another number inside."));
        }
        // Going on from the stored hash names the entry that was changed, not everything after it.
        (expected, previous, count) = (seq + 1, hash, count + 1);
    }
    if count == 0 {
        problems.push("The action log is empty; it should begin with the making of the case.".to_owned());
    }
    Ok((count, problems))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::evidence::hex;

    fn log() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        super::super::schema::migrate(&connection, 0).unwrap();
        connection
    }

    /// The vectors of formats.md; they carry the version they were computed with.
    #[test]
    fn the_published_test_vectors_come_out() {
        let (app, actor) = ("sourcier 0.1.0", "examiner-1");
        let first = entry(app, 1, "case.create", actor, "2026-11-22T00:27:25Z", false, [("title", "Case 014".into())].into());
        assert_eq!(
            first,
            r#"{"action":"case.create","actor":"examiner-1","app":"sourcier 0.1.0","at":"2026-11-22T00:27:25Z","data":{"title":"Case 014"},"seq":1}"#
        );
        let hash = link(&START, &first);
        assert_eq!(hex(&hash), "516f98f4be55709467017ec3559c1227accc78c6fc4f49b8eb4da4ea0f012d46");

        let sha256 = "2b3b8fc9542b2a60479e97bed6e3a4fdc8401ab6cf977775c7bc08a6bc239c92";
        let data = [("size", 25.into()), ("name", "mail 1.eml".into()), ("sha256", sha256.into())].into();
        let second = entry(app, 2, "evidence.import", actor, "2026-11-22T00:28:00Z", false, data);
        assert_eq!(
            second,
            r#"{"action":"evidence.import","actor":"examiner-1","app":"sourcier 0.1.0","at":"2026-11-22T00:28:00Z","data":{"name":"mail 1.eml","sha256":"2b3b8fc9542b2a60479e97bed6e3a4fdc8401ab6cf977775c7bc08a6bc239c92","size":25},"seq":2}"#
        );
        assert_eq!(hex(&link(&hash, &second)), "258793d64ca6edb1e2de28af70e25be82312a3ad6b97aa9becd98b7306e3d1a8");
    }

    #[test]
    fn the_stored_chain_is_the_one_that_was_computed() {
        let connection = log();
        for n in 0..3 {
            append_at(&connection, "2026-11-22T00:27:25Z", "examiner", "a", [("n", n.into())].into()).unwrap();
        }
        assert_eq!(check_head(&connection).unwrap(), None);
        assert_eq!(check_all(&connection).unwrap(), (3, vec![]));
    }

    #[test]
    fn a_clock_that_went_backwards_is_written_down_and_does_not_stop_the_log() {
        let connection = log();
        append_at(&connection, "2026-11-22T10:00:00Z", "examiner", "a", [].into()).unwrap();
        append_at(&connection, "2026-11-22T09:00:00Z", "examiner", "b", [].into()).unwrap();
        append_at(&connection, "2026-11-22T09:30:00Z", "examiner", "c", [].into()).unwrap();
        let entries: Vec<String> =
            (1..=3).map(|seq| connection.query_row("SELECT entry FROM audit WHERE seq = ?1", [seq], |row| row.get(0)).unwrap()).collect();
        assert!(!entries[0].contains("backwards"));
        assert!(entries[1].contains(r#""at":"2026-11-22T09:00:00Z","clock":"backwards","data":{}"#), "{}", entries[1]);
        assert!(!entries[2].contains("backwards"));
        assert_eq!(check_all(&connection).unwrap(), (3, vec![]));
    }

    #[test]
    fn texts_are_escaped_as_rfc_8785_says() {
        let value = Value::from("é \" \\ \u{1} \u{8} \t \n \u{c} \r \u{7f} \u{2028} 😀");
        assert_eq!(value.canonical(), "\"é \\\" \\\\ \\u0001 \\b \\t \\n \\f \\r \u{7f} \u{2028} 😀\"");
    }

    #[test]
    fn the_log_cannot_be_changed_or_shortened() {
        let connection = log();
        append_at(&connection, "2026-11-22T10:00:00Z", "examiner", "a", [].into()).unwrap();
        assert!(connection.execute("UPDATE audit SET entry = 'x'", []).is_err());
        assert!(connection.execute("DELETE FROM audit", []).is_err());
        assert_eq!(check_all(&connection).unwrap().0, 1);
    }

    #[test]
    fn a_changed_entry_and_a_missing_one_are_named() {
        let connection = log();
        for n in 0..5 {
            append_at(&connection, "2026-11-22T10:00:00Z", "examiner", "a", [("n", n.into())].into()).unwrap();
        }
        connection.execute_batch("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete").unwrap();
        connection.execute("UPDATE audit SET entry = replace(entry, '\"n\":2', '\"n\":9') WHERE seq = 3", []).unwrap();
        let (count, problems) = check_all(&connection).unwrap();
        assert_eq!(count, 5);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].starts_with("Log entry 3 "), "{problems:?}");
        connection.execute("DELETE FROM audit WHERE seq = 4", []).unwrap();
        let (_, problems) = check_all(&connection).unwrap();
        assert!(problems.iter().any(|p| p.starts_with("Log entry 4 is missing")), "{problems:?}");
    }
}
