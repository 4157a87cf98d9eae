//! Checking a case from outside in: the database's own check, the log's chain, every digest, every table.
//!
//! Nothing is repaired and nothing is written. What cannot be read is a finding like any other, and the check goes on behind it, so that the report
//! says how much of the case is still sound.

use super::evidence::{self, CHUNK};
use super::key::Kind;
use super::open::{self, Unlock};
use super::records::Table;
use super::store::{self, Store, count};
use super::{Case, CaseError, chain, history, schema, segments};
use crate::job::{Progress, Stage, Unwatched};
use crate::model::{EvidenceId, ImportReport, SnapshotId};
use rusqlite::{Connection, Row};
use secrecy::SecretString;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::Read as _;
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
        for table in Table::ALL {
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

    fn evidence(&mut self, logged: &Logged) -> Result<(), CaseError> {
        let sql = "SELECT id, original_name, sha256, size, embedded FROM evidence ORDER BY id";
        let rows: Vec<(i64, Vec<u8>, String, i64, bool)> =
            self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
        for (id, name, sha256, size, is_embedded) in rows {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let name = format!("Evidence E{id} '{}'", String::from_utf8_lossy(&name));
            self.report.evidence += 1;
            match logged.get(&id) {
                Some((digest, seq)) if *digest != sha256 => {
                    self.problem(format!("{name}: its digest is not the one that log entry {seq} states."));
                }
                Some(_) => {}
                None => self.problem(format!("{name}: the log says nothing of its coming in.")),
            }
            if is_embedded {
                self.chunks(EvidenceId(id), &name, &sha256, size.unsigned_abs())?;
            } else {
                self.outside(EvidenceId(id), &name, &sha256)?;
            }
        }
        for (id, (_, seq)) in logged {
            let is_there = self.read(|c| Ok(c.query_row("SELECT EXISTS (SELECT 1 FROM evidence WHERE id = ?1)", [id], |row| row.get::<_, bool>(0))?));
            if matches!(is_there, Ok(false)) {
                self.problem(format!("Evidence E{id} is missing: log entry {seq} says that it came in."));
            }
        }
        Ok(())
    }

    /// Evidence inside the case: chunks without gaps, of full size but the last, with the digest stated.
    fn chunks(&mut self, id: EvidenceId, name: &str, sha256: &str, size: u64) -> Result<(), CaseError> {
        let (mut hasher, mut done, full) = (Sha256::new(), 0_u64, CHUNK as u64);
        if size > evidence::EMBEDDED_LIMIT {
            // The size itself is what is damaged: nothing goes through as many steps as it says.
            self.problem(format!("{name}: its stated size of {size} bytes is more than a case holds of one file."));
            return Ok(());
        }
        let chunks = size.div_ceil(full);
        for n in 0..chunks {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let expected = (size - n * full).min(full);
            match self.read(|c| evidence::chunk(c, id, count(n))) {
                Ok(Some(bytes)) => {
                    if bytes.len() as u64 != expected {
                        self.problem(format!("{name}: chunk {n} has {} bytes instead of {expected}.", bytes.len()));
                    }
                    hasher.update(&bytes);
                    done += bytes.len() as u64;
                }
                Ok(None) => self.problem(format!("{name}: chunk {n} is missing.")),
                Err(error @ CaseError::Closed { .. }) => return Err(error),
                Err(error) => self.problem(format!("{name}: chunk {n} cannot be read: {}.", reason(&error))),
            }
            self.progress.advance(done, Some(size));
        }
        self.report.bytes += done;
        // Chunks that cannot even be counted have been named above.
        let extra = "SELECT count(*) FROM evidence_chunk WHERE evidence = ?1 AND (n < 0 OR n >= ?2)";
        let extra: i64 = self.read(|c| Ok(c.query_row(extra, [id.0, count(chunks)], |row| row.get(0))?)).unwrap_or(0);
        if extra > 0 {
            self.problem(format!("{name}: it has more chunks than its size of {size} bytes allows."));
        }
        if evidence::hex(&hasher.finalize()) != sha256 {
            self.problem(format!("{name}: its bytes no longer have the digest they came in with."));
        }
        Ok(())
    }

    /// Evidence too large for the case: the file where it was, if it is there.
    fn outside(&mut self, id: EvidenceId, name: &str, sha256: &str) -> Result<(), CaseError> {
        let path = self.read(|c| evidence::source_path(c, id))?.unwrap_or_default();
        let Ok(mut file) = std::fs::File::open(&path) else {
            self.report.notes.push(format!("{name} is kept outside the case and is not where it was; its digest could not be checked."));
            return Ok(());
        };
        let (mut hasher, mut buffer) = (Sha256::new(), vec![0; CHUNK]);
        loop {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            let read = file.read(&mut buffer).map_err(|source| CaseError::Io { path: path.clone(), source })?;
            if read == 0 {
                break;
            }
            hasher.update(&buffer[..read]);
            self.report.bytes += read as u64;
        }
        if evidence::hex(&hasher.finalize()) != sha256 {
            self.problem(format!("{name}: the file outside the case no longer has the digest it came in with."));
        }
        Ok(())
    }

    fn segments(&mut self) -> Result<(), CaseError> {
        let sql = "SELECT snapshot, n, row_count, sha256, size FROM segment ORDER BY snapshot, n";
        let rows: Vec<(i64, i64, i64, String, i64)> = self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
        let mut heights: BTreeMap<i64, i64> = BTreeMap::new();
        for (snapshot, n, row_count, sha256, size) in rows {
            if self.progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            self.report.segments += 1;
            *heights.entry(snapshot).or_default() += row_count;
            let name = format!("Snapshot {snapshot}, segment {n}");
            let bytes = match self.read(|c| segments::bytes(c, SnapshotId(snapshot), n)) {
                Ok(bytes) => bytes,
                Err(error @ CaseError::Closed { .. }) => return Err(error),
                Err(error) => {
                    self.problem(format!("{name} cannot be read: {}.", reason(&error)));
                    continue;
                }
            };
            if count(bytes.len()) != size || evidence::hex(&Sha256::digest(&bytes)) != sha256 {
                self.problem(format!("{name}: its bytes no longer have the digest they were written with."));
                // The table reader is not asked about bytes that are known to be wrong.
                continue;
            }
            match segments::decode(bytes) {
                Ok(frame) if count(frame.height()) == row_count => {}
                Ok(frame) => self.problem(format!("{name} has {} rows instead of {row_count}.", frame.height())),
                Err(error) => self.problem(format!("{name} cannot be read: {error}.")),
            }
        }
        let sql = "SELECT DISTINCT id, \"rows\" FROM snapshot ORDER BY id";
        for (snapshot, rows) in self.all::<(i64, i64)>(sql, |row| Ok((row.get(0)?, row.get(1)?)))? {
            let height = heights.get(&snapshot).copied();
            if height.is_some_and(|height| height != rows) || (height.is_none() && rows > 0) {
                self.problem(format!("Snapshot {snapshot} says it has {rows} rows, its segments have {}.", height.unwrap_or(0)));
            }
        }
        Ok(())
    }

    fn records(&mut self, table: Table) -> Result<(), CaseError> {
        let sql = format!("SELECT CAST(id AS TEXT), record FROM {} ORDER BY id, import", table.name());
        for (id, json) in self.all::<(String, String)>(&sql, |row| Ok((row.get(0)?, row.get(1)?)))? {
            self.report.records += 1;
            match table.read(&json) {
                Ok(record) if table == Table::Incident || record.key().id() == value(table, &id) => {}
                Ok(record) => self.problem(format!("The {} {id} says inside that it is the {}.", table.name(), record.key())),
                Err(error) => self.problem(format!("The {} {id} cannot be read: {}.", table.name(), reason(&error))),
            }
        }
        Ok(())
    }

    fn reports(&mut self) -> Result<(), CaseError> {
        for (import, json) in
            self.all::<(i64, String)>("SELECT import, record FROM import_report ORDER BY id", |row| Ok((row.get(0)?, row.get(1)?)))?
        {
            match serde_json::from_str::<ImportReport>(&json) {
                Ok(report) if report.reconciles() => {}
                Ok(report) => self.problem(format!("The account of '{}' (import {import}) does not add up.", report.file)),
                Err(error) => self.problem(format!("An account of import {import} cannot be read: {error}.")),
            }
        }
        Ok(())
    }

    /// Each step against what the log says of it.
    fn history(&mut self) -> Result<(), CaseError> {
        let sql = "SELECT h.seq, h.edit, h.log, a.entry->>'$.data.sha256' FROM history AS h
                   LEFT JOIN audit AS a ON a.seq = h.log AND json_valid(a.entry) ORDER BY h.seq";
        let rows: Vec<(i64, String, i64, Option<String>)> = self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        for (seq, edit, log, sha256) in rows {
            if sha256.is_some_and(|sha256| sha256 != history::digest(&edit)) {
                self.problem(format!("Step {seq} of the history is not what log entry {log} says of it."));
            }
        }
        Ok(())
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

/// The id column of a table as it is compared.
fn value(table: Table, id: &str) -> rusqlite::types::Value {
    match table {
        Table::Recipient | Table::Source => rusqlite::types::Value::Text(id.to_owned()),
        _ => id.parse().map_or_else(|_| rusqlite::types::Value::Text(id.to_owned()), rusqlite::types::Value::Integer),
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
