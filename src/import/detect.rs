//! What a file is, from its content; the name is a hint only.

use super::formats::table_formats;
use super::look::{Look, look};
use super::{Format, Head, ImportError};
use crate::case::Original;
use crate::model::{ImportKind, Said};
use crate::said;
use crate::words::english;
use std::io::Read as _;
use std::path::Path;

/// Bytes of a file that detection looks at.
const HEAD: u64 = 64 * 1024;

/// The format that reads this file as `kind`.
///
/// # Errors
/// [`ImportError::Missing`], [`ImportError::Empty`], [`ImportError::Read`], or [`ImportError::WrongKind`] with what the content looks like.
pub fn detect(path: &Path, kind: ImportKind) -> Result<Box<dyn Format>, ImportError> {
    detect_in(Original::File(path), kind)
}

/// The same of a file or a pasted text.
pub(super) fn detect_in(original: Original<'_>, kind: ImportKind) -> Result<Box<dyn Format>, ImportError> {
    let path = original.path();
    let bytes = head_of(original)?;
    let found = look(&bytes);
    let formats = match kind {
        ImportKind::Messages => super::formats::message_formats(),
        _ => table_formats(),
    };
    let head = Head { bytes: &bytes, path };
    if let Some(format) = formats.into_iter().find(|format| format.accepts(head)) {
        return Ok(format);
    }
    Err(ImportError::WrongKind { found: Said::new(found.noun()), wanted: wanted(found, kind), path: path.to_owned() })
}

/// What a content looks like, as a noun with its article: "a PDF document", "a ZIP archive and no workbook", "a CSV table".
pub fn describe(head: &[u8]) -> String {
    english(&Said::new(look(head).noun()))
}

/// The first bytes of a file, at most 64 KiB.
///
/// # Errors
/// [`ImportError::Missing`], [`ImportError::Empty`] or [`ImportError::Read`].
pub fn head(path: &Path) -> Result<Vec<u8>, ImportError> {
    head_of(Original::File(path))
}

/// Why a file could not be read.
pub(super) fn unreadable(path: &Path, source: std::io::Error) -> ImportError {
    match source.kind() {
        std::io::ErrorKind::NotFound => ImportError::Missing { path: path.to_owned() },
        _ => ImportError::Read { path: path.to_owned(), source },
    }
}

fn head_of(original: Original<'_>) -> Result<Vec<u8>, ImportError> {
    let path = original.path();
    let mut bytes = Vec::new();
    original.open().and_then(|file| file.take(HEAD).read_to_end(&mut bytes)).map_err(|source| unreadable(path, source))?;
    if bytes.is_empty() { Err(ImportError::Empty { path: path.to_owned() }) } else { Ok(bytes) }
}

/// What is needed instead, with the remedy that fits what was found.
fn wanted(found: Look, kind: ImportKind) -> Said {
    let needed = match kind {
        ImportKind::Messages => said!("remarks-wanted-messages"),
        ImportKind::Recipients => said!("remarks-wanted-recipients"),
        ImportKind::Source => said!("remarks-wanted-source"),
        ImportKind::Roster => said!("remarks-wanted-roster"),
        ImportKind::Statements => said!("remarks-wanted-statements"),
        ImportKind::AccessLog => said!("remarks-wanted-access-log"),
        ImportKind::Events => said!("remarks-wanted-events"),
    };
    let remedy = match (kind, found) {
        (ImportKind::Messages, Look::Table(_) | Look::Workbook) => "remarks-wanted-remedy-as-table",
        (_, Look::Zip | Look::Compressed) => "remarks-wanted-remedy-unpack",
        (ImportKind::Messages, _) => "",
        (_, Look::Mail | Look::Mbox | Look::SmsBackup) => "remarks-wanted-remedy-as-messages",
        (_, Look::Case) => "remarks-wanted-remedy-open",
        (_, Look::OldOffice | Look::OfficeText | Look::Html | Look::Pdf | Look::Json | Look::Parquet | Look::Sqlite | Look::Xml | Look::Rtf) => {
            "remarks-wanted-remedy-save-table"
        }
        _ => "",
    };
    if remedy.is_empty() { needed } else { said!("remarks-wanted-remedy", needed = needed, remedy = Said::new(remedy)) }
}
