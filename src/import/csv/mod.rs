//! CSV and TSV: text tables with separated cells.
//!
//! Encoding, separator and header are detected on the content and can be forced; every cell stays text. Fields are counted row by row: a short row is
//! filled up with a warning, a long one is rejected, neither in silence. What the columns mean is not decided here; see [`super::mapping`].

mod decode;
mod dialect;
mod encoding;
mod french;
mod split;

use super::tally::Tally;
use super::{Format, Head, ImportError, Input, ReadOptions, Sheet, Sink, look};
use crate::job::Progress;
use crate::model::{Arg, Said};
use crate::said;
use decode::Utf8;
use dialect::Dialect;
use encoding::{Charset, Choice};
use split::{MAX_CELL, MAX_COLUMNS, Record, SplitError, Splitter};
use std::io::{Read as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::PathBuf;

pub use dialect::judge;
pub use encoding::choose;

/// Rows between two looks at whether to stop.
const ROWS_PER_CHECK: u64 = 4096;

/// Text tables with separated cells.
#[derive(Clone, Copy, Debug)]
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "CSV"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        look::look(head.bytes).may_be_table()
    }

    fn read(&self, input: &mut dyn Input, options: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let failed = |source| ImportError::Read { path: PathBuf::new(), source };
        let total = input.seek(SeekFrom::End(0)).map_err(failed)?;
        if total == 0 {
            return Err(ImportError::Empty { path: PathBuf::new() });
        }
        let choice = encoding::choose(input, options.encoding.as_deref(), progress)?;
        let dialect = dialect::detect(&mut Utf8::new(input, choice.charset), options.separator).map_err(failed)?;
        input.rewind().map_err(failed)?;
        let mut text = Utf8::new(input, choice.charset);
        let mut line = 1;
        if dialect.has_separator_line {
            skip_line(&mut text).map_err(failed)?;
            line = 2;
        }
        let splitter = Splitter::new(text, dialect.separator, line);
        match (Reading { splitter, choice, dialect, total, sink, progress }).run() {
            Ok(_) => Ok(()),
            Err(Stop::Broken(error)) => Err(explain(error)),
            Err(Stop::Import(error)) => Err(error),
        }
    }
}

fn skip_line(text: &mut Utf8<'_>) -> std::io::Result<()> {
    for byte in text.bytes() {
        if byte? == b'\n' {
            break;
        }
    }
    Ok(())
}

enum Stop {
    Broken(SplitError),
    Import(ImportError),
}

impl From<SplitError> for Stop {
    fn from(error: SplitError) -> Self {
        Self::Broken(error)
    }
}

fn explain(error: SplitError) -> ImportError {
    let path = PathBuf::new();
    let broken = |what: Said, line| ImportError::Broken { what, line: Some(line), path: PathBuf::new() };
    match error {
        SplitError::Read(source) => ImportError::Read { path, source },
        SplitError::Unclosed { line } | SplitError::CellTooLong { quote: Some(line), .. } => broken(said!("remarks-quote-open"), line),
        SplitError::CellTooLong { line, quote: None } => {
            ImportError::TooLarge { what: said!("remarks-cell-long", line = line.to_string(), size = (MAX_CELL / 1024).to_string()), path }
        }
        SplitError::TooManyCells { line } => {
            ImportError::TooLarge { what: said!("remarks-cells-many", line = line.to_string(), most = MAX_COLUMNS.to_string()), path }
        }
    }
}

struct Reading<'a, 'b> {
    splitter: Splitter<Utf8<'a>>,
    choice: Choice,
    dialect: Dialect,
    total: u64,
    sink: &'b mut dyn Sink,
    progress: &'b dyn Progress,
}

impl Reading<'_, '_> {
    /// Reads it all; `Break` if the sink has seen enough.
    fn run(mut self) -> Result<ControlFlow<()>, Stop> {
        for _ in 0..self.dialect.title_rows {
            if let Some(title) = self.splitter.read()? {
                let words = title.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default().to_owned();
                self.sink.warn(Some(title.line), said!("remarks-title", words = Arg::quoted(words)));
            }
        }
        let Some(header) = self.splitter.read()? else {
            return Err(Stop::Import(ImportError::Broken { what: said!("remarks-nothing-but-empty"), line: None, path: PathBuf::new() }));
        };
        let names: Vec<String> = header.cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let width = names.len();
        if self.sink.sheet(Sheet { name: String::new(), format: self.format(), header: names }).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        self.rows(width)
    }

    fn format(&self) -> String {
        let encoding = self.choice.charset.name();
        match self.dialect.separator {
            b'\t' => format!("TSV, {encoding}"),
            separator => format!("CSV, {encoding}, « {} »", char::from(separator)),
        }
    }

    fn rows(&mut self, width: usize) -> Result<ControlFlow<()>, Stop> {
        let (mut short, mut stray, mut lossy) = (Tally::default(), Tally::default(), Tally::default());
        let mut count = 0u64;
        // Empty rows are only known to be a tail once the file has ended.
        let mut empty: Vec<u64> = Vec::new();
        loop {
            if count.is_multiple_of(ROWS_PER_CHECK) {
                if self.progress.is_cancelled() {
                    return Err(Stop::Import(ImportError::Cancelled));
                }
                self.progress.advance(self.splitter.input().bytes_read(), Some(self.total));
            }
            count += 1;
            let Some(record) = self.splitter.read()? else { break };
            let Record { line, mut cells, has_stray_quote } = record;
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                empty.push(line);
                continue;
            }
            for line in empty.drain(..) {
                if self.sink.reject(Some(line), said!("remarks-row-empty")).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            let flow = if let Some(reason) = self.refusal(&cells, width) {
                self.sink.reject(Some(line), reason)
            } else {
                if cells.len() < width && short.tell() {
                    let found = cells.len();
                    self.sink.warn(Some(line), said!("remarks-row-short", found = found, width = width));
                }
                if has_stray_quote && stray.tell() {
                    self.sink.warn(Some(line), said!("remarks-quote-stray"));
                }
                if self.choice.may_be_lossy && cells.iter().any(|cell| cell.contains('\u{FFFD}')) && lossy.tell() {
                    let what = said!("remarks-characters", encoding = self.choice.charset.name());
                    self.sink.warn(Some(line), what);
                }
                cells.resize(width, String::new());
                self.sink.row(line, cells)
            };
            if flow.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        if let [first, .., last] = empty[..] {
            self.sink.warn(Some(first), said!("remarks-tail", rows = empty.len(), last = last.to_string()));
        } else if let [only] = empty[..] {
            self.sink.warn(Some(only), said!("remarks-tail-one"));
        }
        short.close(self.sink, |n| said!("remarks-further-short", n = n));
        stray.close(self.sink, |n| said!("remarks-further-stray", n = n));
        lossy.close(self.sink, |n| said!("remarks-further-characters", n = n));
        self.progress.advance(self.total, Some(self.total));
        Ok(ControlFlow::Continue(()))
    }

    /// Why a row cannot be taken over.
    fn refusal(&self, cells: &[String], width: usize) -> Option<Said> {
        if cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            let found = cells.len();
            let separator = match self.dialect.separator {
                b'\t' => Arg::from(said!("remarks-tab")),
                other => said!("remarks-guillemets", text = char::from(other).to_string()).into(),
            };
            return Some(said!("remarks-row-long", found = found, width = width, separator = separator));
        }
        // Only possible where the encoding was forced.
        cells.iter().any(|cell| cell.contains('\0')).then(|| said!("remarks-row-nul"))
    }
}

impl Charset {
    /// Decodes a beginning of a file, as far as it goes.
    pub fn decode_head(self, bytes: &[u8]) -> String {
        let mut text = String::new();
        let mut input = std::io::Cursor::new(bytes);
        // Reading from memory into a string only fails on bytes that are no UTF-8, which the decoder never gives.
        Utf8::new(&mut input, self).read_to_string(&mut text).map(|_| text).unwrap_or_default()
    }
}
