//! Steps that can be taken back: each edit with the exact state it replaced, kept in the file so that undo survives closing.

use super::chain::{self, Value};
use super::steps::{self, Tree};
use super::store::count;
use super::{CaseError, Edit, HistoryEntry, Record, RecordKey, layers, records};
use crate::model::{Contents, ImportId};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// What takes a step back.
///
/// Not an [`Edit`]: an edit says what a person wants ("write this record"), an inverse which stored row was how before, so that it is exact even where a
/// record stands in several layers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "inverse", rename_all = "kebab-case")]
pub(super) enum Inverse {
    /// One layer of a record as it was; `None` = it was not there.
    Row { key: RecordKey, layer: i64, record: Option<Box<Record>> },
    /// Take an import out of sight.
    Withdraw { import: ImportId },
    /// Bring it back.
    Restore { import: ImportId },
    /// Several, in this order.
    Batch { steps: Vec<Inverse> },
}

/// What a step changed in the contents that show.
#[derive(Debug, Default)]
pub(super) struct Touched {
    keys: BTreeSet<RecordKey>,
    /// Whole imports came or went.
    everything: bool,
}

/// The same, read from the database and ready to be shown.
#[derive(Debug)]
pub(super) enum Update {
    Records { shown: Vec<Record>, hidden: Vec<RecordKey> },
    Everything(Box<Contents>),
}

impl Touched {
    /// Reads what shows now, inside the transaction that changed it.
    pub(super) fn read(self, connection: &Connection) -> Result<Update, CaseError> {
        if self.everything {
            return Ok(Update::Everything(Box::new(layers::contents(connection)?)));
        }
        let (mut shown, mut hidden) = (Vec::new(), Vec::new());
        for key in self.keys {
            match layers::visible(connection, &key)? {
                Some((_, record)) => shown.push(record),
                None => hidden.push(key),
            }
        }
        Ok(Update::Records { shown, hidden })
    }
}

impl Update {
    /// Brings the contents up to date, once the change is permanent.
    pub(super) fn apply(self, contents: &mut std::sync::Arc<Contents>) {
        match self {
            Self::Everything(new) => *contents = std::sync::Arc::new(*new),
            Self::Records { shown, hidden } => {
                let contents = std::sync::Arc::make_mut(contents);
                records::show(contents, shown);
                for key in &hidden {
                    records::hide(contents, key);
                }
            }
        }
    }
}

/// Carries an edit out and says how to take it back.
fn carry_out(connection: &Connection, edit: &Edit, touched: &mut Touched) -> Result<Inverse, CaseError> {
    match edit {
        Edit::Put { record } => {
            let key = record.key();
            let (layer, before) = match layers::visible(connection, &key)? {
                // An edit changes the record where it shows, so that it goes and comes with its import.
                Some((layer, before)) => (layer, Some(Box::new(before))),
                None => (record.import().0, None),
            };
            if layers::is_withdrawn(connection, ImportId(layer))? != Some(false) {
                return Err(CaseError::NoSuchRecord { what: format!("Import {layer}") });
            }
            // Nothing shows, but a row of the same layer may be there all the same only if its import is withdrawn, which was just excluded.
            layers::write(connection, record, layer)?;
            touched.keys.insert(key.clone());
            let mut steps = vec![Inverse::Row { key, layer, record: before }];
            for earlier in layers::earlier(connection, record)? {
                take_out(connection, &earlier, &mut steps, touched)?;
            }
            Ok(if steps.len() == 1 { steps.remove(0) } else { Inverse::Batch { steps } })
        }
        Edit::Remove { key } => {
            if *key == RecordKey::Incident {
                return Err(CaseError::BadRecord {
                    what: "A case without its incident".to_owned(),
                    why: "it can be changed, but not removed".to_owned(),
                });
            }
            let mut steps = Vec::new();
            take_out(connection, key, &mut steps, touched)?;
            if steps.is_empty() {
                return Err(CaseError::NoSuchRecord { what: capitalised(&key.to_string()) });
            }
            Ok(Inverse::Batch { steps })
        }
        Edit::Withdraw { import } => {
            set_withdrawn(connection, *import, true)?;
            touched.everything = true;
            Ok(Inverse::Restore { import: *import })
        }
        Edit::Restore { import } => {
            set_withdrawn(connection, *import, false)?;
            touched.everything = true;
            Ok(Inverse::Withdraw { import: *import })
        }
        Edit::Batch { edits } => {
            let mut steps = edits.iter().map(|edit| carry_out(connection, edit, touched)).collect::<Result<Vec<_>, _>>()?;
            steps.reverse();
            Ok(Inverse::Batch { steps })
        }
    }
}

/// Takes every layer of a record out that stands, and adds what brings them back.
fn take_out(connection: &Connection, key: &RecordKey, steps: &mut Vec<Inverse>, touched: &mut Touched) -> Result<(), CaseError> {
    for (layer, record) in layers::standing(connection, key)? {
        layers::erase(connection, key, layer)?;
        steps.push(Inverse::Row { key: key.clone(), layer, record: Some(Box::new(record)) });
    }
    touched.keys.insert(key.clone());
    Ok(())
}

fn take_back(connection: &Connection, inverse: &Inverse, touched: &mut Touched) -> Result<(), CaseError> {
    match inverse {
        Inverse::Row { key, layer, record } => {
            match record {
                Some(record) => layers::write(connection, record, *layer)?,
                None => layers::erase(connection, key, *layer)?,
            }
            touched.keys.insert(key.clone());
        }
        Inverse::Withdraw { import } => {
            set_withdrawn(connection, *import, true)?;
            touched.everything = true;
        }
        Inverse::Restore { import } => {
            set_withdrawn(connection, *import, false)?;
            touched.everything = true;
        }
        Inverse::Batch { steps } => {
            for step in steps {
                take_back(connection, step, touched)?;
            }
        }
    }
    Ok(())
}

fn set_withdrawn(connection: &Connection, import: ImportId, withdrawn: bool) -> Result<(), CaseError> {
    let is_there = import.0 > 0 && layers::is_withdrawn(connection, import)? == Some(!withdrawn);
    if !is_there {
        let state = if withdrawn { "Import" } else { "Withdrawn import" };
        return Err(CaseError::NoSuchRecord { what: format!("{state} {import}") });
    }
    connection.execute("UPDATE import SET withdrawn = ?2 WHERE id = ?1", params![import.0, withdrawn])?;
    Ok(())
}

/// Makes an edit as the newest step: the steps undone before it are put aside.
pub(super) fn apply(connection: &Connection, edit: &Edit) -> Result<Update, CaseError> {
    let mut touched = Touched::default();
    let inverse = carry_out(connection, edit, &mut touched)?;
    push(connection, edit, &inverse, |step, json| ("case.edit", summary(edit, step, json)))?;
    touched.read(connection)
}

/// Writes an import, already carried out, as the newest step. Its redo is to restore it, its undo to withdraw it.
pub(super) fn push_import(connection: &Connection, import: ImportId, files: usize, records: i64) -> Result<(), CaseError> {
    push(connection, &Edit::Restore { import }, &Inverse::Withdraw { import }, |step, _| {
        ("import", [("files", count(files).into()), ("import", import.0.into()), ("records", records.into()), ("step", step.into())].into())
    })
}

fn push(connection: &Connection, edit: &Edit, inverse: &Inverse, entry: impl FnOnce(i64, &str) -> (&'static str, Value)) -> Result<(), CaseError> {
    let seq: i64 = connection.query_row("SELECT coalesce(max(seq), 0) + 1 FROM history", [], |row| row.get(0))?;
    connection.execute("UPDATE history SET state = 'dropped' WHERE state = 'undone'", [])?;
    let json = serde_json::to_string(edit)?;
    let (action, data) = entry(seq, &json);
    let log = chain::append(connection, action, data)?;
    connection.execute(
        "INSERT INTO history (seq, at, edit, inverse, state, log) VALUES (?1, ?2, ?3, ?4, 'done', ?5)",
        params![seq, chain::now(), json, serde_json::to_string(inverse)?, log],
    )?;
    Ok(())
}

/// What the log says of a step: what was done to which record, and the digest of the whole edit, which stands in the history. The log can then be
/// shown to somebody without showing them the people it is about.
fn summary(edit: &Edit, seq: i64, json: &str) -> Value {
    let (what, on) = match edit {
        Edit::Put { record } => ("put", record.key().to_string()),
        Edit::Remove { key } => ("remove", key.to_string()),
        Edit::Withdraw { import } => ("withdraw", format!("import {import}")),
        Edit::Restore { import } => ("restore", format!("import {import}")),
        Edit::Batch { edits } => ("batch", format!("{} edits", edits.len())),
    };
    [("edit", what.into()), ("on", on.into()), ("sha256", digest(json).into()), ("step", seq.into())].into()
}

/// Lowercase hex SHA-256 of an edit as it stands in the history.
pub(super) fn digest(json: &str) -> String {
    super::evidence::hex(&Sha256::digest(json.as_bytes()))
}

/// Takes the newest step back that is not undone yet.
pub(super) fn undo(connection: &Connection) -> Result<Option<(HistoryEntry, Update)>, CaseError> {
    let mut touched = Touched::default();
    let Some(entry) = undo_newest(connection, &mut touched)? else { return Ok(None) };
    Ok(Some((entry, touched.read(connection)?)))
}

fn undo_newest(connection: &Connection, touched: &mut Touched) -> Result<Option<HistoryEntry>, CaseError> {
    let newest = "SELECT seq, at, edit, inverse FROM history WHERE state = 'done' ORDER BY seq DESC LIMIT 1";
    let Some((mut entry, inverse)) = step(connection, newest)? else { return Ok(None) };
    take_back(connection, &inverse, touched)?;
    connection.execute("UPDATE history SET state = 'undone' WHERE seq = ?1", [entry.seq])?;
    chain::append(connection, "case.undo", [("step", entry.seq.into())].into())?;
    entry.is_undone = true;
    Ok(Some(entry))
}

/// Makes the step undone last again.
pub(super) fn redo(connection: &Connection) -> Result<Option<(HistoryEntry, Update)>, CaseError> {
    let oldest: Option<i64> = connection.query_row("SELECT min(seq) FROM history WHERE state = 'undone'", [], |row| row.get(0))?;
    let Some(oldest) = oldest else { return Ok(None) };
    let mut touched = Touched::default();
    let Some(entry) = redo_one(connection, oldest, &mut touched)? else { return Ok(None) };
    Ok(Some((entry, touched.read(connection)?)))
}

/// Makes a step again that was taken back. Only right where it was made first: after the same steps.
fn redo_one(connection: &Connection, seq: i64, touched: &mut Touched) -> Result<Option<HistoryEntry>, CaseError> {
    let one = format!("SELECT seq, at, edit, inverse FROM history WHERE seq = {seq}");
    let Some((entry, _)) = step(connection, &one)? else { return Ok(None) };
    let inverse = carry_out(connection, &entry.edit, touched)?;
    connection.execute("UPDATE history SET state = 'done', inverse = ?2 WHERE seq = ?1", params![entry.seq, serde_json::to_string(&inverse)?])?;
    chain::append(connection, "case.redo", [("step", entry.seq.into())].into())?;
    Ok(Some(entry))
}

/// Brings the case to where it stood right after a step (`None` = before the first): takes back what does not lead there, makes again what does.
/// The tree must be the one of this moment.
pub(super) fn go_to(connection: &Connection, tree: &Tree, target: Option<i64>) -> Result<Update, CaseError> {
    let mut touched = Touched::default();
    let (here, there) = (tree.line_to(tree.head()), tree.line_to(target));
    let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let ahead = tree.ahead_of(target);
    for _ in shared..here.len() {
        undo_newest(connection, &mut touched)?;
    }
    for &seq in &there[shared..] {
        redo_one(connection, seq, &mut touched)?;
    }
    steps::mark(connection, &ahead)?;
    touched.read(connection)
}

fn step(connection: &Connection, sql: &str) -> Result<Option<(HistoryEntry, Inverse)>, CaseError> {
    let found: Option<(i64, String, String, String)> =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).optional()?;
    let Some((seq, at, edit, inverse)) = found else { return Ok(None) };
    Ok(Some((HistoryEntry { seq, at, edit: serde_json::from_str(&edit)?, is_undone: false }, serde_json::from_str(&inverse)?)))
}

/// Every step that is done or can be redone, oldest first.
pub(super) fn all(connection: &Connection) -> Result<Vec<HistoryEntry>, CaseError> {
    let mut statement = connection.prepare("SELECT seq, at, edit, state = 'undone' FROM history WHERE state <> 'dropped' ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(HistoryEntry {
            seq: row.get(0)?,
            at: row.get(1)?,
            edit: serde_json::from_str(&row.get::<_, String>(2)?)?,
            is_undone: row.get(3)?,
        });
    }
    Ok(found)
}

/// Who wrote a record as it shows, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// As the log names them.
    pub actor: String,
    /// RFC 3339 UTC.
    pub at: String,
}

/// The newest step that stands and wrote the record, as the log tells it; `None` if the record does not show.
pub(super) fn written(connection: &Connection, key: &RecordKey) -> Result<Option<Written>, CaseError> {
    let Some((layer, _)) = layers::visible(connection, key)? else { return Ok(None) };
    let sql = "SELECT h.edit, a.entry->>'actor', a.entry->>'at' FROM history AS h JOIN audit AS a ON a.seq = h.log
               WHERE h.state = 'done' ORDER BY h.seq DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let edit: Edit = serde_json::from_str(&row.get::<_, String>(0)?)?;
        if writes(&edit, key, ImportId(layer)) {
            return Ok(Some(Written { actor: row.get(1)?, at: row.get(2)? }));
        }
    }
    Ok(None)
}

/// Whether an edit writes the record, or brings in the import it shows in.
fn writes(edit: &Edit, key: &RecordKey, layer: ImportId) -> bool {
    match edit {
        Edit::Put { record } => record.key() == *key,
        Edit::Restore { import } => *import == layer,
        Edit::Batch { edits } => edits.iter().any(|edit| writes(edit, key, layer)),
        Edit::Remove { .. } | Edit::Withdraw { .. } => false,
    }
}

/// With a capital first letter, as errors begin.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
