//! Makes a sealed table of a table in the clear, without a case: what a controller hands over so that nobody has to see the file itself.

use super::mapping::{Resolved, resolve};
use super::sealed::{Sealer, is_sealed_header};
use super::{ImportError, ReadOptions, Sheet, Sink, detect};
use crate::job::{Progress, Stage};
use crate::model::{DateOrder, ImportKind, Mapping, Message, Rejection, Said, SealKey};
use crate::said;
use crate::words::rejection;
use std::ops::ControlFlow;
use std::path::Path;

/// Rows the mapping is decided on.
const LOOKED_AT: usize = 1_000;

/// A table of keyed hashes. Found = rows + rejections.
#[derive(Clone, Debug, Default)]
pub struct SealedTable {
    /// Its columns: `email_hmac`, `phone_hmac`, `identifier_hmac`, `record_hmac`, `joined`, `left`, as far as the table had them.
    pub columns: Vec<String>,
    /// Its rows, sorted, so that their order tells nothing.
    pub rows: Vec<Vec<String>>,
    /// Columns that are not in it, as written.
    pub left_out: Vec<String>,
    /// Cells left blank because what stood in them has no canonical form.
    pub unusable: u64,
    /// Rows that could not be read.
    pub rejections: Vec<Rejection>,
    /// What deserves a look.
    pub warnings: Vec<Rejection>,
    /// Which column of the table was read as what.
    pub mapping: Mapping,
}

/// Reads a table and keeps of each row the keyed hashes of its identifiers and its days.
///
/// # Errors
/// [`ImportError`] if the table cannot be used, has no column by which somebody could be found again, or holds hashes already.
pub fn seal_table(path: &Path, mapping: &Mapping, reading: &ReadOptions, key: &SealKey, progress: &dyn Progress) -> Result<SealedTable, ImportError> {
    let format = detect(path, ImportKind::Source)?;
    progress.stage(Stage::Reading, &path.file_name().unwrap_or_default().to_string_lossy());
    let file = std::fs::File::open(path).map_err(|source| ImportError::Read { path: path.to_owned(), source })?;
    let mut rows = Rows {
        key,
        mapping,
        dates: reading.dates,
        progress,
        sheet: None,
        waiting: Vec::new(),
        sealer: None,
        table: SealedTable::default(),
        failure: None,
    };
    format.read(&mut std::io::BufReader::new(file), reading, &mut rows, progress).map_err(|error| error.at(path))?;
    rows.decide();
    let Rows { sheet, sealer, mut table, failure, .. } = rows;
    if let Some(failure) = failure {
        return Err(failure.at(path));
    }
    if progress.is_cancelled() {
        return Err(ImportError::Cancelled);
    }
    let (Some(_), Some(sealer)) = (sheet, sealer) else { return Err(ImportError::Empty { path: path.to_owned() }) };
    table.columns = sealer.columns();
    table.left_out = sealer.left_out().to_vec();
    table.rows.sort_unstable();
    Ok(table)
}

struct Rows<'a> {
    key: &'a SealKey,
    mapping: &'a Mapping,
    /// Order of the numbers in days, if the user says it.
    dates: Option<DateOrder>,
    progress: &'a dyn Progress,
    sheet: Option<Sheet>,
    waiting: Vec<Vec<String>>,
    sealer: Option<Sealer>,
    table: SealedTable,
    failure: Option<ImportError>,
}

impl Rows<'_> {
    fn decide(&mut self) {
        if self.sealer.is_some() || self.failure.is_some() {
            return;
        }
        let Some(sheet) = &self.sheet else { return };
        match self.sealer_of(&sheet.header) {
            Ok((resolved, sealer)) => {
                self.table.warnings.extend(resolved.remarks.into_iter().map(|remark| rejection(None, remark)));
                self.table.mapping = resolved.mapping;
                self.sealer = Some(sealer);
                for row in std::mem::take(&mut self.waiting) {
                    self.take(&row);
                }
            }
            Err(failure) => self.failure = Some(failure),
        }
    }

    fn sealer_of(&self, header: &[String]) -> Result<(Resolved, Sealer), ImportError> {
        let refused = |what: Said| ImportError::Mapping { what, found: header.to_vec(), path: std::path::PathBuf::new() };
        if is_sealed_header(header) {
            return Err(refused(said!("remarks-hashes-already")));
        }
        let resolved = resolve(header, &self.waiting, ImportKind::Source, self.mapping, self.dates.into())?;
        let sealer = Sealer::sealing(header, &resolved, self.key).map_err(refused)?;
        Ok((resolved, sealer))
    }

    fn take(&mut self, cells: &[String]) {
        if let Some(sealer) = &self.sealer {
            let row = sealer.row(cells);
            self.table.unusable += sealer.unusable(cells, &row) as u64;
            self.table.rows.push(row);
        }
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.failure.is_some() || self.progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Sink for Rows<'_> {
    fn message(&mut self, _message: Message) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()> {
        self.sheet = Some(sheet);
        self.go_on()
    }

    fn row(&mut self, _line: u64, cells: Vec<String>) -> ControlFlow<()> {
        if self.sealer.is_some() {
            self.take(&cells);
        } else {
            self.waiting.push(cells);
            if self.waiting.len() >= LOOKED_AT {
                self.decide();
            }
        }
        self.go_on()
    }

    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.table.rejections.push(rejection(line, reason));
        self.go_on()
    }

    fn warn(&mut self, line: Option<u64>, what: Said) {
        self.table.warnings.push(rejection(line, what));
    }
}
