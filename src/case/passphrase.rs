//! Adding, changing and removing the passphrase of a case.
//!
//! Changing it encrypts every page again in place. Adding or removing it writes a second file beside the first and takes its place; the space of the
//! first one on the disk may still hold what it held until something else is written there.

use super::cipher::{self, RawKey};
use super::key::{self, Kind};
use super::{CaseError, CaseFile, chain, open, schema, store};
use rusqlite::Connection;
use secrecy::SecretString;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

impl CaseFile {
    /// Sets, changes or (`None`) removes the passphrase. The recovery sheet changes with it.
    pub fn set_passphrase(&mut self, passphrase: Option<&SecretString>) -> Result<(), CaseError> {
        self.writable()?;
        let path = self.path().to_owned();
        let new = match (passphrase, Kind::of(&path)?) {
            (None, Kind::Plain) => return Ok(()),
            (None, Kind::Encrypted(_)) => None,
            (Some(passphrase), Kind::Encrypted(salt)) => Some((key::derive(passphrase, &salt)?, salt)),
            (Some(passphrase), Kind::Plain) => {
                let salt = key::fresh_salt()?;
                Some((key::derive(passphrase, &salt)?, salt))
            }
        };
        let action = match (&self.key, &new) {
            (Some(_), Some(_)) => "passphrase.change",
            (None, _) => "passphrase.add",
            (Some(_), None) => "passphrase.remove",
        };
        self.store().change(|connection| Ok(chain::append(connection, action, [].into())?))?;
        let connection = self.store().take().ok_or_else(|| CaseError::Closed { path: path.clone() })?;
        if let (Some(_), Some((key, _))) = (&self.key, &new) {
            let changed = rekey(&connection, key);
            self.store().put_back(connection);
            changed?;
        } else {
            let written = rewrite(&connection, &path, new.as_ref());
            match written.and_then(|beside| replace(connection, &beside, &path)) {
                Ok(()) => {}
                Err(error) => {
                    // The old file is as it was; go on with it.
                    let connection = reopen(&path, self.key.as_ref())?;
                    self.store().put_back(connection);
                    return Err(error);
                }
            }
            let connection = reopen(&path, new.as_ref().map(|(key, _)| key))?;
            self.store().put_back(connection);
        }
        self.key = new.map(|(key, _)| key);
        Ok(())
    }
}

fn rekey(connection: &Connection, key: &RawKey) -> Result<(), CaseError> {
    // Pages are rewritten in place, which the write-ahead log does not allow.
    store::settle(connection)?;
    let changed = cipher::change_key(connection, key);
    store::pragma(connection, "journal_mode", "WAL")?;
    Ok(changed?)
}

/// Writes the whole database into a file beside it, with the new key or without one.
fn rewrite(connection: &Connection, path: &Path, key: Option<&(RawKey, [u8; 16])>) -> Result<PathBuf, CaseError> {
    let mut name = OsString::from(path);
    name.push(".new");
    let beside = PathBuf::from(name);
    // A leftover of an attempt that was killed; the lock says that nobody is at it now.
    std::fs::remove_file(&beside).ok();
    open::touch(&beside)?;
    let written = export(connection, &beside, key);
    if written.is_err() {
        std::fs::remove_file(&beside).ok();
    }
    written.map(|()| beside)
}

fn export(connection: &Connection, beside: &Path, key: Option<&(RawKey, [u8; 16])>) -> Result<(), CaseError> {
    store::settle(connection)?;
    // An empty key: the new file begins without one, whatever the open file has; the real key never becomes SQL text.
    connection.execute("ATTACH DATABASE ?1 AS beside KEY ''", [attachable(beside)?])?;
    if let Some((key, salt)) = key {
        cipher::set_key(connection, c"beside", key, Some(salt))?;
    }
    connection.query_row("SELECT sqlcipher_export('beside')", [], |_| Ok(()))?;
    connection.pragma_update(Some("beside"), "application_id", schema::APPLICATION_ID)?;
    connection.pragma_update(Some("beside"), "user_version", schema::version(connection)?)?;
    connection.execute_batch("DETACH DATABASE beside")?;
    Ok(())
}

/// A path as SQLite takes it: as text where it is text, else its bytes.
fn attachable(path: &Path) -> Result<rusqlite::types::Value, CaseError> {
    match path.to_str() {
        Some(text) => Ok(rusqlite::types::Value::Text(text.to_owned())),
        None if cfg!(unix) => Ok(rusqlite::types::Value::Blob(path.as_os_str().as_encoded_bytes().to_vec())),
        None => Err(CaseError::Io { path: path.to_owned(), source: std::io::Error::other("its name is not Unicode") }),
    }
}

/// Puts the new file in the place of the old one.
fn replace(connection: Connection, beside: &Path, path: &Path) -> Result<(), CaseError> {
    let failed = |source| CaseError::Io { path: beside.to_owned(), source };
    let done = connection.close().map_err(|(_connection, error)| CaseError::from(error)).and_then(|()| {
        // On the disk before it takes the name: a power cut leaves one of the two, whole.
        std::fs::File::open(beside).and_then(|file| file.sync_all()).map_err(failed)?;
        std::fs::rename(beside, path).map_err(failed)
    });
    if done.is_err() {
        std::fs::remove_file(beside).ok();
    }
    done
}

/// Opens the file again under the lock that is still held.
fn reopen(path: &Path, key: Option<&RawKey>) -> Result<Connection, CaseError> {
    let connection = store::connect(path, key, None)?;
    store::guard_settings(&connection)?;
    store::pragma(&connection, "journal_mode", "WAL")?;
    Ok(connection)
}
