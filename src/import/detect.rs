//! What a file is, from its content; the name is a hint only.

use super::formats::table_formats;
use super::look::{Look, look};
use super::{Format, Head, ImportError};
use crate::model::ImportKind;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// Bytes of a file that detection looks at.
const HEAD: u64 = 64 * 1024;

/// The format that reads this file as `kind`.
///
/// # Errors
/// [`ImportError::Missing`], [`ImportError::Empty`], [`ImportError::Read`], or [`ImportError::WrongKind`] with what the content looks like.
pub fn detect(path: &Path, kind: ImportKind) -> Result<Box<dyn Format>, ImportError> {
    let bytes = head(path)?;
    let found = look(&bytes);
    let formats = match kind {
        ImportKind::Messages => super::formats::message_formats(),
        _ => table_formats(),
    };
    let head = Head { bytes: &bytes, path };
    if let Some(format) = formats.into_iter().find(|format| format.accepts(head)) {
        return Ok(format);
    }
    Err(ImportError::WrongKind { found: found.noun().to_owned(), wanted: wanted(found, kind), path: path.to_owned() })
}

/// What a content looks like, as a noun with its article: "a PDF document", "a ZIP archive and no workbook", "a CSV table".
pub fn describe(head: &[u8]) -> String {
    look(head).noun().to_owned()
}

/// The first bytes of a file, at most 64 KiB.
///
/// # Errors
/// [`ImportError::Missing`], [`ImportError::Empty`] or [`ImportError::Read`].
pub fn head(path: &Path) -> Result<Vec<u8>, ImportError> {
    let failed = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => ImportError::Missing { path: path.to_owned() },
        _ => ImportError::Read { path: path.to_owned(), source },
    };
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.is_empty() { Err(ImportError::Empty { path: path.to_owned() }) } else { Ok(bytes) }
}

/// What is needed instead, with the remedy that fits what was found.
fn wanted(found: Look, kind: ImportKind) -> String {
    let needed = match kind {
        ImportKind::Messages => "messages are read from .eml, mbox and SMS backup (XML) files; letters from text and PDF files",
        ImportKind::Recipients => "recipients are read from CSV, TSV and XLSX tables",
        ImportKind::Source => "the state of a source is read from CSV, TSV and XLSX tables",
        ImportKind::Roster => "a roster is read from CSV, TSV and XLSX tables",
        ImportKind::Statements => "statements are read from CSV, TSV and XLSX tables",
        ImportKind::AccessLog => "an access log is read from CSV, TSV and XLSX tables",
        ImportKind::Events => "events are read from CSV, TSV and XLSX tables",
    };
    let remedy = match (kind, found) {
        (ImportKind::Messages, Look::Table(_) | Look::Workbook) => "; import it as recipients or as a source",
        (_, Look::Zip | Look::Compressed) => "; unpack it and import what is in it",
        (ImportKind::Messages, _) => "",
        (_, Look::Mail | Look::Mbox | Look::SmsBackup) => "; import it as messages",
        (_, Look::Case) => "; open it instead of importing it",
        (_, Look::OldOffice | Look::OfficeText | Look::Html | Look::Pdf | Look::Json | Look::Parquet | Look::Sqlite | Look::Xml | Look::Rtf) => {
            "; open it in the program it comes from and save the table as CSV or XLSX"
        }
        _ => "",
    };
    format!("{needed}{remedy}")
}
