//! The steps of a case as a tree: what each one did, after which other one it was made, and where the case stands now.
//!
//! Nothing of the tree is stored twice. The history keeps every edit that was ever made, and the log says in which order edits were made, taken back
//! and made again; which step stands on which follows from the two. So a step that a newer edit put aside is never lost: the case can go back to it.
//!
//! Carrying steps out is not done here, see [`super::history`]; nor are they put into words.

use super::history::Inverse;
use super::{CaseError, Edit, Record, RecordKey};
use crate::model::ImportId;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// It holds.
    Done,
    /// It was taken back, and redoing leads to it.
    Undone,
    /// It was taken back and another step made instead. The case can go back to it.
    Aside,
}

/// What a step did to one record or import.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A record was put in (`before` is none), changed, or taken out (`after` is none).
    Record {
        /// As it was.
        before: Option<Box<Record>>,
        /// As it is since.
        after: Option<Box<Record>>,
    },
    /// Files came in.
    Import {
        /// With which import.
        import: ImportId,
        /// Their names, as the user gave them.
        files: Vec<String>,
    },
    /// An import was taken out of sight.
    Withdraw {
        /// Which one.
        import: ImportId,
        /// The names of its files.
        files: Vec<String>,
    },
    /// A withdrawn import was brought back.
    Restore {
        /// Which one.
        import: ImportId,
        /// The names of its files.
        files: Vec<String>,
    },
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number, from 1.
    pub seq: i64,
    /// When it was made, RFC 3339 UTC.
    pub at: String,
    /// The step it was made after; `None` if nothing had been done yet. Always a smaller number.
    pub after: Option<i64>,
    /// Where it stands now.
    pub state: StepState,
    /// What it did, the first [`Step::DEEDS`] of it.
    pub deeds: Arc<[Deed]>,
    /// How much it did in all.
    pub deed_count: usize,
}

impl Step {
    /// More deeds than this of one step are only counted.
    pub const DEEDS: usize = 3;
}

/// The tree, and up to where it has been read.
#[derive(Debug, Default)]
pub(super) struct Tree {
    steps: Vec<Step>,
    /// The newest step that holds.
    head: Option<i64>,
    /// The last log entry read.
    log: i64,
}

impl Tree {
    /// Every step, oldest first.
    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The newest step that holds.
    pub(super) fn head(&self) -> Option<i64> {
        self.head
    }

    /// Whether there is such a step.
    pub(super) fn has(&self, seq: i64) -> bool {
        self.at(seq).is_some()
    }

    fn at(&self, seq: i64) -> Option<usize> {
        self.steps.binary_search_by_key(&seq, |step| step.seq).ok()
    }

    fn after(&self, seq: i64) -> Option<i64> {
        self.at(seq).and_then(|at| self.steps[at].after)
    }

    /// The steps that hold when the case stands at `seq`, oldest first.
    pub(super) fn line_to(&self, seq: Option<i64>) -> Vec<i64> {
        let mut line: Vec<i64> = std::iter::successors(seq, |&seq| self.after(seq)).collect();
        line.reverse();
        line
    }

    /// The steps redoing leads through from `seq` on: those of the line the case is on, else what was done last there.
    pub(super) fn ahead_of(&self, seq: Option<i64>) -> Vec<i64> {
        let on_line = |step: &&Step| step.state != StepState::Aside;
        if seq.is_none_or(|seq| self.at(seq).is_some_and(|at| on_line(&&self.steps[at]))) {
            let from = seq.unwrap_or(0);
            return self.steps.iter().filter(on_line).map(|step| step.seq).filter(|&step| step > from).collect();
        }
        let newest_after = |seq: i64| self.steps.iter().rev().find(|step| step.after == Some(seq)).map(|step| step.seq);
        std::iter::successors(seq.and_then(newest_after), |&seq| newest_after(seq)).collect()
    }

    /// Reads what has been added since, and where every step stands now.
    pub(super) fn refresh(&mut self, connection: &Connection) -> Result<(), CaseError> {
        let mut made: BTreeMap<i64, Option<i64>> = BTreeMap::new();
        let sql = "SELECT seq, entry->>'$.action', entry->>'$.data.step' FROM audit
                   WHERE seq > ?1 AND entry->>'$.action' IN ('case.edit', 'import', 'case.undo', 'case.redo') ORDER BY seq";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([self.log])?;
        while let Some(row) = rows.next()? {
            let (log, action, step): (i64, String, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            self.log = log;
            let Some(step) = step else { continue };
            self.head = match action.as_str() {
                "case.undo" => made.get(&step).copied().unwrap_or_else(|| self.after(step)),
                "case.redo" => Some(step),
                _ => {
                    made.insert(step, self.head);
                    Some(step)
                }
            };
        }
        let last = self.steps.last().map_or(0, |step| step.seq);
        let sql = "SELECT h.seq, h.at, h.edit, h.inverse, a.entry->>'$.action' FROM history AS h JOIN audit AS a ON a.seq = h.log
                   WHERE h.seq > ?1 ORDER BY h.seq";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([last])?;
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            let edit: Edit = serde_json::from_str(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?;
            let inverse: Inverse = serde_json::from_str(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?)?;
            let is_import = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)? == "import";
            let (deeds, deed_count) = deeds(connection, &edit, &inverse, is_import)?;
            let after = made.get(&seq).copied().flatten();
            self.steps.push(Step { seq, at: row.get(1)?, after, state: StepState::Aside, deeds: deeds.into(), deed_count });
        }
        let mut statement = connection.prepare_cached("SELECT seq, state FROM history")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let state = match row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)? {
                "done" => StepState::Done,
                "undone" => StepState::Undone,
                _ => StepState::Aside,
            };
            if let Some(at) = self.at(row.get(0)?) {
                self.steps[at].state = state;
            }
        }
        Ok(())
    }
}

/// Writes down where every step stands: at most those up to `at` hold, `ahead` can be redone, the others are put aside.
pub(super) fn mark(connection: &Connection, ahead: &[i64]) -> Result<(), CaseError> {
    connection.execute("UPDATE history SET state = 'dropped' WHERE state = 'undone'", [])?;
    let mut statement = connection.prepare_cached("UPDATE history SET state = 'undone' WHERE seq = ?1")?;
    for seq in ahead {
        statement.execute([seq])?;
    }
    Ok(())
}

/// What an edit did, and how much in all.
fn deeds(connection: &Connection, edit: &Edit, inverse: &Inverse, is_import: bool) -> Result<(Vec<Deed>, usize), CaseError> {
    let mut before = BTreeMap::new();
    gather_before(inverse, &mut before);
    let mut after = Vec::new();
    gather_after(edit, &mut after);
    let count = after.len();
    let mut deeds = Vec::new();
    for what in after.into_iter().take(Step::DEEDS) {
        deeds.push(match what {
            After::Record(key, record) => Deed::Record {
                before: before.get(&key).copied().flatten().map(|it| Box::new(it.clone())),
                after: record.map(|it| Box::new(it.clone())),
            },
            After::Withdrawn(import) => Deed::Withdraw { import, files: files(connection, import)? },
            After::Restored(import) if is_import => Deed::Import { import, files: files(connection, import)? },
            After::Restored(import) => Deed::Restore { import, files: files(connection, import)? },
        });
    }
    Ok((deeds, count))
}

/// What an edit says of one thing.
enum After<'a> {
    Record(RecordKey, Option<&'a Record>),
    Withdrawn(ImportId),
    Restored(ImportId),
}

fn gather_after<'a>(edit: &'a Edit, found: &mut Vec<After<'a>>) {
    let mut note = |key: RecordKey, record| {
        // What was done last to a record is what the step did to it.
        match found.iter_mut().find(|it| matches!(it, After::Record(known, _) if *known == key)) {
            Some(known) => *known = After::Record(key, record),
            None => found.push(After::Record(key, record)),
        }
    };
    match edit {
        Edit::Put { record } => note(record.key(), Some(record.as_ref())),
        Edit::Remove { key } => note(key.clone(), None),
        Edit::Withdraw { import } => found.push(After::Withdrawn(*import)),
        Edit::Restore { import } => found.push(After::Restored(*import)),
        Edit::Batch { edits } => {
            for edit in edits {
                gather_after(edit, found);
            }
        }
    }
}

/// How records were before the step: the last word of the inverse is the first of the edit.
fn gather_before<'a>(inverse: &'a Inverse, found: &mut BTreeMap<RecordKey, Option<&'a Record>>) {
    match inverse {
        Inverse::Row { key, record, .. } => {
            found.insert(key.clone(), record.as_deref());
        }
        Inverse::Withdraw { .. } | Inverse::Restore { .. } => {}
        Inverse::Batch { steps } => {
            for step in steps {
                gather_before(step, found);
            }
        }
    }
}

fn files(connection: &Connection, import: ImportId) -> Result<Vec<String>, CaseError> {
    let mut statement = connection.prepare_cached("SELECT file FROM import_report WHERE import = ?1 ORDER BY id")?;
    let found = statement.query_map(params![import.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(found)
}
