//! The lock beside an open case, `NAME.sourcier.lock`: one case, one program at a time.

use super::CaseError;
use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// Held while the case is open; the file goes when it is dropped.
#[derive(Debug)]
pub(super) struct CaseLock {
    path: PathBuf,
    /// The lock lasts as long as this handle.
    _file: File,
}

impl CaseLock {
    /// Takes the lock of the case at `case`.
    pub(super) fn take(case: &Path) -> Result<Self, CaseError> {
        let mut name = OsString::from(case);
        name.push(".lock");
        let path = PathBuf::from(name);
        let failed = |source| CaseError::Io { path: path.clone(), source };
        // The program that held the lock removes the file when it closes. If that happens between opening and locking, the lock is on a file nobody
        // else can find any more: begin again.
        for _ in 0..16 {
            let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(CaseError::InUse { path: case.to_owned() }),
                Err(TryLockError::Error(source)) => return Err(failed(source)),
            }
            if is_still_there(&file, &path) {
                return Ok(Self { path, _file: file });
            }
        }
        Err(CaseError::InUse { path: case.to_owned() })
    }
}

impl Drop for CaseLock {
    fn drop(&mut self) {
        // A lock file left behind locks nobody out: what counts is the lock, which ends with the handle.
        std::fs::remove_file(&self.path).ok();
    }
}

/// Whether `path` still names the file that was locked.
#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// Elsewhere a file that is open cannot be replaced under its name.
#[cfg(not(unix))]
fn is_still_there(_file: &File, path: &Path) -> bool {
    path.exists()
}
