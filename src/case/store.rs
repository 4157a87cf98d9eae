//! The one connection to the file, shared by the case and all its views.
//!
//! SQLite is asked for exclusive access, so there can only be one connection; a lock lets background work read through it. It is held for one piece of
//! data at a time, never for a whole import, so that the window stays awake meanwhile.

use super::cipher::{self, RawKey};
use super::error::is_damage;
use super::{CaseError, Damage};
use crate::model::SnapshotId;
use polars::frame::DataFrame;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// See the module.
pub(super) struct Store {
    path: PathBuf,
    /// `None` once the case is closed.
    connection: Mutex<Option<Connection>>,
    /// The segment read last: rows are mostly asked for one after the other.
    last_segment: Mutex<Option<(SnapshotId, i64, DataFrame)>>,
}

impl Store {
    pub(super) fn new(path: PathBuf, connection: Connection) -> Self {
        Self { path, connection: Mutex::new(Some(connection)), last_segment: Mutex::new(None) }
    }

    /// Where the file is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads from the database.
    pub(super) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, CaseError>) -> Result<T, CaseError> {
        let guard = self.guard();
        let connection = guard.as_ref().ok_or_else(|| CaseError::Closed { path: self.path.clone() })?;
        work(connection).map_err(|error| self.explain(error))
    }

    /// One change: a transaction of its own.
    pub(super) fn change<T>(&self, work: impl FnOnce(&Connection) -> Result<T, CaseError>) -> Result<T, CaseError> {
        self.read(|connection| in_transaction(connection, work))
    }

    /// Begins a transaction that spans several calls of [`Self::within`].
    pub(super) fn begin(&self) -> Result<(), CaseError> {
        self.read(|connection| Ok(connection.execute_batch("BEGIN IMMEDIATE")?))
    }

    /// Part of a transaction begun earlier.
    pub(super) fn within<T>(&self, work: impl FnOnce(&Connection) -> Result<T, CaseError>) -> Result<T, CaseError> {
        self.read(|connection| {
            // After a full disk SQLite may have rolled back by itself. Going on would then write for good what belongs together.
            if connection.is_autocommit() {
                return Err(CaseError::Damaged { what: Damage::Interrupted, path: self.path.clone() });
            }
            work(connection)
        })
    }

    /// Ends a transaction begun earlier, if it is still there.
    pub(super) fn roll_back(&self) {
        // What cannot be rolled back now is rolled back when the file is opened next.
        self.read(|connection| if connection.is_autocommit() { Ok(()) } else { Ok(connection.execute_batch("ROLLBACK")?) }).ok();
    }

    /// Takes the connection away; from now on reading says that the case is closed.
    pub(super) fn take(&self) -> Option<Connection> {
        self.guard().take()
    }

    /// Puts a connection back in after [`Self::take`].
    pub(super) fn put_back(&self, connection: Connection) {
        *self.guard() = Some(connection);
    }

    /// The segment read last, for its owner to look at and to replace.
    pub(super) fn last_segment(&self) -> MutexGuard<'_, Option<(SnapshotId, i64, DataFrame)>> {
        self.last_segment.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who panicked while reading has not changed anything; a transaction left open is noticed by [`Self::within`].
    fn guard(&self) -> MutexGuard<'_, Option<Connection>> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says that the file is damaged where the database says so in its own words.
    fn explain(&self, error: CaseError) -> CaseError {
        match error {
            CaseError::Database(error) if is_damage(&error) => {
                CaseError::Damaged { what: Damage::Database(error.to_string()), path: self.path.clone() }
            }
            other => other,
        }
    }
}

/// Runs `work` in a transaction: all of it or nothing.
pub(super) fn in_transaction<T>(connection: &Connection, work: impl FnOnce(&Connection) -> Result<T, CaseError>) -> Result<T, CaseError> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let done = work(connection).and_then(|done| {
        connection.execute_batch("COMMIT")?;
        Ok(done)
    });
    if done.is_err() && !connection.is_autocommit() {
        // The first error is the one to tell.
        connection.execute_batch("ROLLBACK").ok();
    }
    done
}

/// Opens the database file and hands over the key. Nothing is read yet.
pub(super) fn connect(path: &Path, key: Option<&RawKey>, salt: Option<&[u8; 16]>) -> rusqlite::Result<Connection> {
    // No URI: a file may be called `file:x?mode=memory`. SQLite was built to read URIs, so the path is absolute, see `absolute`.
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if let Some(key) = key {
        cipher::set_key(&connection, c"main", key, salt)?;
    }
    // Log lines of SQLCipher would go to the terminal and into the results.
    pragma(&connection, "cipher_log_level", "NONE")?;
    // Statements are few; the cache keeps those of an import.
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// The settings of formats.md that write nothing. They come before the first read: whether the file is a case is not known yet.
pub(super) fn guard_settings(connection: &Connection) -> rusqlite::Result<()> {
    for (name, value) in [
        ("locking_mode", "EXCLUSIVE"),
        ("synchronous", "FULL"),
        ("foreign_keys", "ON"),
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("mmap_size", "0"),
        ("secure_delete", "ON"),
    ] {
        pragma(connection, name, value)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// Sets a pragma, whether or not it answers.
pub(super) fn pragma(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection.pragma_update_and_check(None, name, value, |_| Ok(())).or_else(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        other => Err(other),
    })
}

/// A count as SQLite stores it.
pub(super) fn count(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}

/// Leaves the write-ahead log behind, so that only one file is left.
pub(super) fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.flush_prepared_statement_cache();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    pragma(connection, "journal_mode", "DELETE")
}
