//! Checking a case from outside in: the database's own check, the log's chain, every digest, every table.
//!
//! Nothing is repaired and nothing is written. What cannot be read is a finding like any other, and the check goes on behind it, so that the report
//! says how much of the case is still sound.

mod bytes;
mod linkage;
mod records;

use crate::case::key::Kind;
use crate::case::open::{self, Unlock};
use crate::case::records::Table;
use crate::case::store::{self, Store};
use crate::case::{Case, CaseError, chain, schema};
use crate::job::{Progress, Stage, Unwatched};
use rusqlite::{Connection, Row};
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::path::Path;

/// Lines of the database's own check that are worth reading.
const SHOWN: usize = 10;

/// What a check of a case found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// What is wrong and where, one sentence each; empty if the case is sound.
    pub problems: Vec<String>,
    /// What could not be checked and is not wrong by itself, for instance a file kept outside the case that is not there at the moment.
    pub notes: Vec<String>,
    /// Pieces of evidence looked at.
    pub evidence: u64,
    /// Bytes of evidence read.
    pub bytes: u64,
    /// Entries of the action log.
    pub log_entries: u64,
    /// Segments of tables read.
    pub segments: u64,
    /// Records read, in all their layers.
    pub records: u64,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Checks the case at `path`: every digest, chunk sizes, the log's chain, segments, records, and the database's own check.
///
/// # Errors
/// [`CaseError`] if the file cannot be opened at all: not a case, wrong passphrase, in use, or [`CaseError::Damaged`] from the first page on.
pub fn verify(path: &Path, passphrase: Option<&SecretString>) -> Result<VerifyReport, CaseError> {
    let opened = open::unlocked(path, passphrase.map(Unlock::Passphrase))?;
    open::check(&opened)?;
    store::pragma(&opened.connection, "query_only", "ON")?;
    let is_newer = schema::version(&opened.connection)? > schema::VERSION;
    let open::Opened { lock: _lock, connection, path, key, .. } = opened;
    let reconnect = || {
        let connection = store::connect(&path, key.as_ref(), None)?;
        store::guard_settings(&connection)?;
        store::pragma(&connection, "query_only", "ON")?;
        Ok(connection)
    };
    let store = Store::new(path.clone(), connection);
    let report = Check { store: &store, reconnect: key.is_some().then_some(&reconnect), progress: &Unwatched, report: VerifyReport::default() };
    let report = report.run(key.is_some());
    match report {
        // What does not fit may be what the newer version added.
        Ok(report) if is_newer && !report.is_sound() => Err(CaseError::TooNew { path: store.path().to_owned() }),
        other => other,
    }
}

impl Case {
    /// Checks the open case as [`verify`] does. It reads in small steps, so that the case can be worked on meanwhile.
    pub fn verify(&self, progress: &dyn Progress) -> Result<VerifyReport, CaseError> {
        let is_encrypted = matches!(Kind::of(self.store.path())?, Kind::Encrypted(_));
        let mut check = Check { store: &self.store, reconnect: None, progress, report: VerifyReport::default() };
        if is_encrypted {
            check.pages()?;
            if !check.report.is_sound() {
                // Reading a damaged page would make SQLCipher refuse every page after it, also to the window.
                check.report.notes.push("The rest was not looked at while the case is open; close it and run `sourcier verify` on it.".to_owned());
                return Ok(check.report);
            }
        }
        check.run(false)
    }
}

type Reconnect<'a> = &'a dyn Fn() -> Result<Connection, CaseError>;

struct Check<'a> {
    store: &'a Store,
    /// After one damaged page SQLCipher refuses every page; a new connection sees the others again.
    reconnect: Option<Reconnect<'a>>,
    progress: &'a dyn Progress,
    report: VerifyReport,
}

/// What the log says of a piece of evidence: its digest and the entry's number.
type Logged = BTreeMap<i64, (String, i64)>;

impl Check<'_> {
    fn run(mut self, is_encrypted: bool) -> Result<VerifyReport, CaseError> {
        if is_encrypted {
            self.section("The encrypted file", Self::pages)?;
        }
        self.section("The database's own check", Self::database)?;
        self.section("The action log", Self::log)?;
        let mut logged = Logged::new();
        self.section("The action log", |it| {
            logged = it.logged()?;
            Ok(())
        })?;
        self.section("The list of evidence", |it| it.evidence(&logged))?;
        self.section("The list of table segments", Self::segments)?;
        // A file of an older version is looked at as it is.
        let version = self.read(|c| Ok(schema::version(c)?))?;
        if version >= 2 {
            self.section("What linking compares", Self::linkage)?;
        }
        for table in Table::ALL.into_iter().filter(|table| table.since() <= version) {
            self.section(&format!("The table {}", table.name()), |it| it.records(table))?;
        }
        self.section("The accounts of the imports", Self::reports)?;
        self.section("The history", Self::history)?;
        Ok(self.report)
    }

    /// One part of the check: what keeps it from going on is a finding, unless the user stopped it or the case was closed.
    fn section(&mut self, what: &str, work: impl FnOnce(&mut Self) -> Result<(), CaseError>) -> Result<(), CaseError> {
        if self.progress.is_cancelled() {
            return Err(CaseError::Cancelled);
        }
        self.progress.stage(Stage::Verifying, what);
        match work(self) {
            Ok(()) => Ok(()),
            Err(error @ (CaseError::Cancelled | CaseError::Closed { .. })) => Err(error),
            Err(error) => {
                self.problem(format!("{what} cannot be read: {}.", reason(&error)));
                Ok(())
            }
        }
    }

    /// Reads from the database, with a new connection after damage.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, CaseError>) -> Result<T, CaseError> {
        let read = self.store.read(work);
        if matches!(read, Err(CaseError::Damaged { .. })) {
            self.heal();
        }
        read
    }

    fn heal(&self) {
        if let Some(reconnect) = self.reconnect {
            // The old one goes first: it holds the file for itself.
            drop(self.store.take());
            if let Ok(connection) = reconnect() {
                self.store.put_back(connection);
            }
        }
    }

    fn problem(&mut self, sentence: String) {
        if !self.report.problems.contains(&sentence) {
            self.report.problems.push(sentence);
        }
    }

    /// The check value of every encrypted page.
    fn pages(&mut self) -> Result<(), CaseError> {
        for line in self.read(|c| lines(c, "PRAGMA cipher_integrity_check"))? {
            self.problem(format!("The encrypted file is damaged: {line}."));
        }
        Ok(())
    }

    fn database(&mut self) -> Result<(), CaseError> {
        // Damaged pages that are encrypted are named already; what the database stumbles over behind them says nothing more.
        let own = if self.report.is_sound() { self.read(|c| Ok(open::integrity_check(c)?))? } else { Vec::new() };
        let lines: Vec<&str> = own.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("***")).collect();
        for line in lines.iter().take(SHOWN) {
            self.problem(format!("The database finds its file damaged: {line}."));
        }
        if lines.len() > SHOWN {
            self.problem(format!("The database finds {} more such places.", lines.len() - SHOWN));
        }
        if let Some((stated, actual)) = self.read(|c| open::lengths(c, self.store.path()))?
            && stated != actual
        {
            self.problem(format!("The file has {actual} bytes instead of {stated}."));
        }
        let mut found = Vec::new();
        let orphans = self.read(|c| {
            let mut statement = c.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check")?;
            let found = statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<Result<Vec<(String, Option<i64>, String)>, _>>()?;
            Ok(found)
        })?;
        for (table, row, parent) in orphans {
            let row = row.map_or_else(String::new, |row| format!(" {row}"));
            found.push(format!("A row{row} of the table {table} refers to a row of {parent} that is not there."));
        }
        for trigger in ["audit_no_update", "audit_no_delete"] {
            let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?1 AND tbl_name = 'audit')";
            if !self.read(|c| Ok(c.query_row(sql, [trigger], |row| row.get::<_, bool>(0))?))? {
                found.push(format!("The guard {trigger} of the action log was taken away: the log could be changed."));
            }
        }
        for sentence in found {
            self.problem(sentence);
        }
        Ok(())
    }

    fn log(&mut self) -> Result<(), CaseError> {
        let (count, problems) = self.read(|c| Ok(chain::check_all(c)?))?;
        self.report.log_entries = count;
        for sentence in problems {
            self.problem(sentence);
        }
        Ok(())
    }

    /// What the log says came in.
    fn logged(&self) -> Result<Logged, CaseError> {
        self.read(|c| {
            let sql = "SELECT seq, entry->>'$.data.evidence', entry->>'$.data.sha256' FROM audit
                       WHERE json_valid(entry) AND entry->>'$.action' = 'evidence.import'";
            let mut statement = c.prepare(sql)?;
            let mut rows = statement.query([])?;
            let mut found = Logged::new();
            while let Some(row) = rows.next()? {
                if let (Ok(evidence), Ok(sha256)) = (row.get(1), row.get(2)) {
                    found.insert(evidence, (sha256, row.get(0)?));
                }
            }
            Ok(found)
        })
    }

    /// Every row of a query that can be read; the first one that cannot is a finding.
    fn all<T>(&mut self, sql: &str, read: impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>, CaseError> {
        let (found, stopped) = self.store.read(|c| {
            let mut statement = c.prepare(sql)?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            loop {
                match rows.next() {
                    Ok(None) => return Ok((found, None)),
                    Ok(Some(row)) => match read(row) {
                        Ok(row) => found.push(row),
                        Err(error) => return Ok((found, Some(error))),
                    },
                    Err(error) => return Ok((found, Some(error))),
                }
            }
        })?;
        if let Some(error) = stopped {
            self.heal();
            let after = found.len();
            self.problem(format!("A table cannot be read to its end: {error} (after {after} rows of: {sql})."));
        }
        Ok(found)
    }
}

/// The first column of every row.
fn lines(connection: &Connection, sql: &str) -> Result<Vec<String>, CaseError> {
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// An error and its causes in one line.
fn reason(error: &CaseError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
