//! The trait behind which every file format stands.

use super::ImportError;
use crate::job::Progress;
use crate::model::{DateOrder, Message, Said};
use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::path::Path;

/// Bytes of a file: an original on disk or evidence read back from the case.
pub trait Input: Read + Seek {}
impl<T: Read + Seek> Input for T {}

/// The beginning of a file, for detection. The name is a hint only.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The first bytes, at most 64 KiB.
    pub bytes: &'a [u8],
    /// The file's name.
    pub path: &'a Path,
}

/// How the bytes are to be read, where detection is to be overruled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Encoding label (WHATWG, plus `cp850` and `macintosh`).
    pub encoding: Option<String>,
    /// Field separator.
    pub separator: Option<u8>,
    /// Sheet of a workbook; `None` = the first with rows.
    pub sheet: Option<String>,
    /// Order of the numbers in days; `None` = as the values say, the day first if they do not.
    pub dates: Option<DateOrder>,
}

/// A table is about to follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty if the format has none.
    pub name: String,
    /// Detected format, encoding and separator, in words.
    pub format: String,
    /// Column names, as written.
    pub header: Vec<String>,
}

/// Takes what a format reads. Answering `Break` ends the reading without an error (a preview that has seen enough).
pub trait Sink {
    /// A message. Its `offset`, `length` and `sha256` name its slice of the file; ids are filled in later.
    fn message(&mut self, message: Message) -> ControlFlow<()>;
    /// A table begins.
    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()>;
    /// A row of the table: `line` in the file from 1 (XLSX: the sheet's row), exactly as many cells as the header.
    fn row(&mut self, line: u64, cells: Vec<String>) -> ControlFlow<()>;
    /// Something found that cannot be taken over.
    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()>;
    /// Something taken over that deserves a look.
    fn warn(&mut self, line: Option<u64>, what: Said);
}

/// A file format.
pub trait Format: Send + Sync {
    /// Shown in the import desk and quoted in the dossier.
    fn name(&self) -> &'static str;

    /// MIME type of what it reads.
    fn media_type(&self) -> &'static str;

    /// Whether the content looks like this format.
    fn accepts(&self, head: Head<'_>) -> bool;

    /// Reads it all, in order, in constant memory where the format allows.
    ///
    /// # Errors
    /// [`ImportError`] if the file as a whole cannot be used; single items go to [`Sink::reject`]. The path in errors is left empty by formats and
    /// filled in by the caller.
    fn read(&self, input: &mut dyn Input, options: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError>;
}
