//! What a case refuses, in the language of who reads it: what happened, and what can be done.

use super::Told;
use crate::case::{CaseError, Damage, OtherFile, SheetFault};
use crate::model::Arg;
use crate::said;
use rusqlite::ErrorCode;

/// What is said of a refusal of the case.
pub fn told(error: &CaseError) -> Told {
    match error {
        CaseError::NotACase { found, .. } => Told::said(said!("window-error-not-a-case")).and(other_file(*found)),
        CaseError::PassphraseNeeded { .. } => Told::said(said!("window-error-passphrase-needed")),
        CaseError::WrongPassphrase { .. } => Told::said(said!("window-error-wrong-passphrase")),
        CaseError::EmptyPassphrase => Told::said(said!("errors-case-empty-passphrase")),
        CaseError::BadRecoveryKey { what } => Told::said(said!("errors-case-recovery-key")).and(sheet_fault(*what)),
        CaseError::InUse { .. } => Told::said(said!("window-error-in-use")),
        CaseError::Exists { .. } => Told::said(said!("window-error-exists")),
        CaseError::Veiled => Told::said(said!("frame-shield-original")),
        CaseError::ReadOnly { .. } => Told::said(said!("window-error-read-only")),
        CaseError::TooNew { .. } => Told::said(said!("errors-case-too-new")),
        CaseError::Closed { .. } => Told::said(said!("errors-case-closed")),
        CaseError::Damaged { what, .. } => damaged(what),
        CaseError::NoSuchRecord { what } => Told::said(said!("errors-case-no-such")).detail(what),
        CaseError::BadRecord { what, why } => Told::said(said!("errors-case-bad-record")).detail(format!("{what}: {why}")),
        CaseError::SealedBefore { file, evidence } => {
            Told::said(said!("errors-case-sealed-before", file = Arg::quoted(file), id = evidence.to_string()))
        }
        CaseError::Withheld { .. } => Told::said(said!("errors-case-withheld")),
        CaseError::Altered { .. } => Told::said(said!("errors-case-altered")),
        CaseError::Unreconciled { file, found, imported, duplicates, rejected } => Told::said(said!(
            "errors-case-unreconciled",
            file = Arg::quoted(file),
            found = *found,
            imported = *imported,
            duplicates = *duplicates,
            rejected = *rejected
        )),
        // Of these the cause says more.
        CaseError::Io { .. } => Told::said(said!("errors-case-io")),
        CaseError::Database(_) => Told::said(said!("errors-case-database")),
        CaseError::Record(_) => Told::said(said!("errors-case-record")),
        CaseError::Table(_) => Told::said(said!("errors-case-table")),
        CaseError::Cancelled => Told::said(said!("window-error-cancelled")),
    }
}

/// What is said of a refusal of the database; its own words stand behind.
pub fn database(error: &rusqlite::Error) -> Told {
    let said = error.sqlite_error_code().and_then(|code| {
        Some(match code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => said!("errors-system-busy"),
            ErrorCode::DiskFull => said!("errors-system-full"),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => said!("errors-database-read-only"),
            ErrorCode::CannotOpen => said!("errors-database-closed"),
            ErrorCode::SystemIoFailure => said!("errors-system-device"),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => said!("errors-database-damaged"),
            ErrorCode::OutOfMemory => said!("errors-system-memory"),
            ErrorCode::TooBig => said!("errors-database-big"),
            ErrorCode::OperationInterrupted | ErrorCode::OperationAborted => said!("errors-system-interrupted"),
            _ => return None,
        })
    });
    Told { said: said.into_iter().collect(), details: vec![error.to_string()] }
}

fn other_file(found: OtherFile) -> crate::model::Said {
    match found {
        OtherFile::Folder => said!("errors-file-folder"),
        OtherFile::Empty => said!("errors-file-empty"),
        OtherFile::OtherDatabase => said!("errors-file-database"),
        OtherFile::Png => said!("errors-file-png"),
        OtherFile::Pdf => said!("errors-file-pdf"),
        OtherFile::Zip => said!("errors-file-zip"),
        OtherFile::Text => said!("errors-file-text"),
        OtherFile::Unknown => said!("errors-file-unknown"),
    }
}

fn sheet_fault(fault: SheetFault) -> crate::model::Said {
    match fault {
        SheetFault::Character => said!("errors-sheet-character"),
        SheetFault::Groups => said!("errors-sheet-groups"),
        SheetFault::Check => said!("errors-sheet-check"),
    }
}

fn damaged(what: &Damage) -> Told {
    let damaged = Told::said(said!("errors-case-damaged"));
    match what {
        Damage::Cut { stated, actual } => damaged.and(said!("errors-damage-cut", actual = *actual, stated = *stated)),
        // Nothing of the case itself is damaged.
        Damage::Interrupted => Told::said(said!("errors-damage-interrupted")),
        Damage::Evidence { id, what } => damaged.and(said!("errors-damage-evidence", id = id.to_string())).detail(what),
        Damage::Record(what) => damaged.and(said!("errors-damage-record")).detail(what),
        Damage::Log(what) => damaged.and(said!("errors-damage-log")).detail(what),
        Damage::Database(what) => damaged.and(said!("errors-damage-database")).detail(what),
    }
}
