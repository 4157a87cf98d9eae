//! Making and opening the database file: the sequence of formats.md §1, up to a connection that can be trusted.

use super::cipher::RawKey;
use super::error::is_damage;
use super::key::{self, Kind};
use super::lock::CaseLock;
use super::{CaseError, Damage, OtherFile, chain, schema, store};
use crate::model::Incident;
use rusqlite::{Connection, params};
use secrecy::SecretString;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What opens an encrypted case.
#[derive(Clone, Copy)]
pub(super) enum Unlock<'a> {
    Passphrase(&'a SecretString),
    RecoverySheet(&'a SecretString),
}

/// A database file that was opened, with its lock.
pub(super) struct Opened {
    pub(super) lock: CaseLock,
    pub(super) connection: Connection,
    /// Absolute, so that a later change of folder does not matter.
    pub(super) path: PathBuf,
    pub(super) key: Option<RawKey>,
    pub(super) is_read_only: bool,
}

impl Opened {
    /// What it means that the first page could not be read.
    fn refused(&self, error: rusqlite::Error) -> CaseError {
        let path = self.path.clone();
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) if self.key.is_some() => CaseError::WrongPassphrase { path },
            Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => {
                CaseError::Damaged { what: Damage::Database(error.to_string()), path }
            }
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => CaseError::InUse { path },
            _ => error.into(),
        }
    }
}

fn absolute(path: &Path) -> Result<PathBuf, CaseError> {
    std::path::absolute(path).map_err(|source| CaseError::Io { path: path.to_owned(), source })
}

/// Makes a new database with its tables and the first entry of its log.
pub(super) fn create(path: &Path, passphrase: Option<&SecretString>, incident: &Incident) -> Result<Opened, CaseError> {
    let path = absolute(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(CaseError::Exists { path });
    }
    let lock = CaseLock::take(&path)?;
    let key = passphrase.map(|passphrase| {
        let salt = key::fresh_salt()?;
        Ok::<_, CaseError>((key::derive(passphrase, &salt)?, salt))
    });
    let key = key.transpose()?;
    touch(&path)?;
    let made = make(&path, key.as_ref(), incident);
    match made {
        Ok(connection) => Ok(Opened { lock, connection, path, key: key.map(|(key, _)| key), is_read_only: false }),
        Err(error) => {
            // Nothing was there before and nothing usable is there now.
            std::fs::remove_file(&path).ok();
            Err(error)
        }
    }
}

/// Makes the empty file, for nobody else to read.
pub(super) fn touch(path: &Path) -> Result<(), CaseError> {
    let mut options = std::fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(CaseError::Exists { path: path.to_owned() }),
        Err(source) => Err(CaseError::Io { path: path.to_owned(), source }),
    }
}

fn make(path: &Path, key: Option<&(RawKey, [u8; 16])>, incident: &Incident) -> Result<Connection, CaseError> {
    let connection = store::connect(path, key.map(|(key, _)| key), key.map(|(_, salt)| salt))?;
    store::guard_settings(&connection)?;
    store::pragma(&connection, "journal_mode", "WAL")?;
    store::in_transaction(&connection, |connection| {
        schema::migrate(connection, 0)?;
        let now = chain::now();
        connection.execute("INSERT INTO setting (name, value) VALUES ('actor', 'examiner')", [])?;
        connection.execute("INSERT INTO import (id, at, actor) VALUES (0, ?1, 'examiner')", [&now])?;
        connection.execute("INSERT INTO incident (id, import, record) VALUES (1, 0, ?1)", params![serde_json::to_string(incident)?])?;
        chain::append(connection, "case.create", [("title", incident.title.as_str().into())].into())?;
        Ok(())
    })?;
    Ok(connection)
}

/// Opens a database, up to the point where its contents can be read.
pub(super) fn open(path: &Path, unlock: Option<Unlock<'_>>) -> Result<Opened, CaseError> {
    let opened = unlocked(path, unlock)?;
    check(&opened)?;
    let Opened { lock, connection, path, key, .. } = opened;
    let version = schema::version(&connection)?;
    let is_read_only = version > schema::VERSION;
    if is_read_only {
        store::pragma(&connection, "query_only", "ON")?;
    } else {
        store::pragma(&connection, "journal_mode", "WAL")?;
    }
    if let Some(what) = quick_check(&connection)?.into_iter().next() {
        return Err(CaseError::Damaged { what: Damage::Database(what), path });
    }
    if !is_read_only {
        if version < schema::VERSION {
            store::in_transaction(&connection, |connection| {
                schema::migrate(connection, version)?;
                let steps = [("from", i64::from(version).into()), ("to", i64::from(schema::VERSION).into())];
                chain::append(connection, "case.migrate", steps.into())?;
                Ok(())
            })?;
        }
        if let Some(what) = chain::check_head(&connection)? {
            return Err(CaseError::Damaged { what: Damage::Log(what), path });
        }
    }
    Ok(Opened { lock, connection, path, key, is_read_only })
}

/// Takes the lock, connects and hands over the key; nothing has been read but the first bytes.
pub(super) fn unlocked(path: &Path, unlock: Option<Unlock<'_>>) -> Result<Opened, CaseError> {
    let path = absolute(path)?;
    let kind = Kind::of(&path)?;
    if matches!(kind, Kind::Encrypted(_)) && unlock.is_none() {
        return Err(CaseError::PassphraseNeeded { path });
    }
    let lock = CaseLock::take(&path)?;
    let key = match (kind, unlock) {
        (Kind::Encrypted(salt), Some(Unlock::Passphrase(passphrase))) => Some(key::derive(passphrase, &salt)?),
        (Kind::Encrypted(_), Some(Unlock::RecoverySheet(sheet))) => Some(key::from_recovery_sheet(sheet)?),
        _ => None,
    };
    let connection = store::connect(&path, key.as_ref(), None)?;
    let opened = Opened { lock, connection, path, key, is_read_only: false };
    // Some settings make SQLite read the first page.
    store::guard_settings(&opened.connection).map_err(|error| opened.refused(error))?;
    Ok(opened)
}

/// The first read: the key fits, and it is a case.
pub(super) fn check(opened: &Opened) -> Result<(), CaseError> {
    let path = || opened.path.clone();
    opened.connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(|error| opened.refused(error))?;
    let application: i32 = opened.connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != schema::APPLICATION_ID {
        return Err(CaseError::NotACase { found: OtherFile::OtherDatabase, path: path() });
    }
    if let Some((stated, actual)) = lengths(&opened.connection, &opened.path)?
        && actual < stated
    {
        return Err(CaseError::Damaged { what: Damage::Cut { stated, actual }, path: path() });
    }
    Ok(())
}

/// How long the file should be and how long it is; `None` while changes still stand in the log beside it.
pub(super) fn lengths(connection: &Connection, path: &Path) -> Result<Option<(u64, u64)>, CaseError> {
    let mut name = OsString::from(path);
    name.push("-wal");
    if std::fs::metadata(name).is_ok() {
        return Ok(None);
    }
    let stated: i64 = connection.query_row("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", [], |row| row.get(0))?;
    let actual = std::fs::metadata(path).map_err(|source| CaseError::Io { path: path.to_owned(), source })?.len();
    Ok(Some((stated.unsigned_abs(), actual)))
}

/// What the database itself finds wrong with its file, looked at quickly.
fn quick_check(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    own_check(connection, "PRAGMA quick_check(100)")
}

/// What the database itself finds wrong with its file, indexes included.
pub(super) fn integrity_check(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    own_check(connection, "PRAGMA integrity_check(100)")
}

fn own_check(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut look = || {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let line: String = row.get(0)?;
            if line != "ok" {
                found.push(line);
            }
        }
        Ok(())
    };
    match look() {
        // The check itself stumbles over the damage.
        Err(error) if is_damage(&error) => found.push(error.to_string()),
        other => other?,
    }
    Ok(found)
}
