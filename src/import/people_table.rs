//! Tables of people that are linked without a case: read once, in parts, each turned into comparison columns on any thread.
//!
//! Same formats, same mapping and same rejections as an import; nothing is stored.

use super::mapping::{DateOrders, Resolved, resolve};
use super::{ImportError, ReadOptions, Sheet, Sink, detect};
use crate::job::{Progress, Stage};
use crate::link::Places;
use crate::link::columns::{Builder, Columns};
use crate::model::{ImportKind, Mapping, Message, Rejection, Said};
use crate::said;
use crate::words::rejection;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

/// Rows handed over together.
const PART_ROWS: usize = 8_192;
/// Rows the mapping is decided on.
const LOOKED_AT: usize = 1_000;
/// Rejections and warnings kept; all are counted.
const KEPT: usize = 1_000;

/// Some rows of a table, with their numbers.
#[derive(Debug)]
pub struct Part {
    resolved: Arc<Resolved>,
    rows: Vec<(u32, Vec<String>)>,
}

impl Part {
    /// What the people in these rows are compared by.
    pub fn columns(&self) -> Columns {
        let mut builder = Builder::default();
        let places = Places::of(|field| self.resolved.columns.get(&field).copied(), self.resolved.dates.order);
        for (row, cells) in &self.rows {
            builder.push(*row, &places.particulars(cells));
        }
        builder.finish()
    }
}

/// What became of a table. Found = read + rejected.
#[derive(Clone, Debug, Default)]
pub struct PeopleTable {
    /// Rows handed over.
    pub rows: u64,
    /// Rows that could not be.
    pub rejected: u64,
    /// The first of those, with line and reason.
    pub rejections: Vec<Rejection>,
    /// What deserves a look.
    pub warnings: Vec<Rejection>,
    /// Which column holds which field.
    pub mapping: Mapping,
}

/// Reads a table of people and hands its rows over in parts, in order; `take` ends the reading by answering `Break`.
///
/// Rows are numbered from 0 after the header; a rejected row keeps its number.
///
/// # Errors
/// [`ImportError`] if the table as a whole cannot be used, names the columns it lacks, or the user stops it.
pub fn read_people(
    path: &Path,
    kind: ImportKind,
    mapping: &Mapping,
    take: &mut dyn FnMut(Part) -> ControlFlow<()>,
    progress: &dyn Progress,
) -> Result<PeopleTable, ImportError> {
    let format = detect(path, kind)?;
    progress.stage(Stage::Reading, &path.to_string_lossy());
    let mut file = std::fs::File::open(path).map_err(|source| ImportError::Read { path: path.to_owned(), source })?;
    let mut reader =
        Reader { kind, mapping, take, sheet: None, resolved: None, rows: Vec::new(), next: 0, told: PeopleTable::default(), failure: None };
    format.read(&mut file, &ReadOptions::default(), &mut reader, progress).map_err(|error| error.at(path))?;
    if reader.failure.is_none()
        && let ControlFlow::Break(()) = reader.hand_over()
    {
        // Nothing follows these rows, whether they were wanted or not.
        reader.rows.clear();
    }
    if let Some(failure) = reader.failure {
        return Err(failure.at(path));
    }
    if progress.is_cancelled() {
        return Err(ImportError::Cancelled);
    }
    if reader.sheet.is_none() {
        return Err(ImportError::Empty { path: path.to_owned() });
    }
    reader.told.mapping = reader.resolved.map(|resolved| resolved.mapping.clone()).unwrap_or_default();
    Ok(reader.told)
}

struct Reader<'a> {
    kind: ImportKind,
    mapping: &'a Mapping,
    take: &'a mut dyn FnMut(Part) -> ControlFlow<()>,
    sheet: Option<Sheet>,
    resolved: Option<Arc<Resolved>>,
    rows: Vec<(u32, Vec<String>)>,
    /// Number of the next row.
    next: u32,
    told: PeopleTable,
    failure: Option<ImportError>,
}

impl Reader<'_> {
    /// Decides the mapping, if that is still to be done, and hands the waiting rows over.
    fn hand_over(&mut self) -> ControlFlow<()> {
        if self.resolved.is_none() {
            let Some(sheet) = &self.sheet else { return ControlFlow::Break(()) };
            let sample: Vec<Vec<String>> = self.rows.iter().take(LOOKED_AT).map(|(_, cells)| cells.clone()).collect();
            match resolve(&sheet.header, &sample, self.kind, self.mapping, DateOrders::default()) {
                Ok(resolved) => {
                    self.told.warnings.extend(resolved.remarks.iter().map(|remark| rejection(None, remark.clone())));
                    self.resolved = Some(Arc::new(resolved));
                }
                Err(failure) => {
                    self.failure = Some(failure);
                    return ControlFlow::Break(());
                }
            }
        }
        let Some(resolved) = &self.resolved else { return ControlFlow::Break(()) };
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return ControlFlow::Continue(());
        }
        self.told.rows += rows.len() as u64;
        (self.take)(Part { resolved: Arc::clone(resolved), rows })
    }

    fn number(&mut self) -> Option<u32> {
        let number = self.next;
        if let Some(next) = number.checked_add(1) {
            self.next = next;
        } else {
            let what = said!("remarks-rows-many");
            self.failure = Some(ImportError::TooLarge { what, path: std::path::PathBuf::new() });
        }
        self.failure.is_none().then_some(number)
    }
}

impl Sink for Reader<'_> {
    fn message(&mut self, _message: Message) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()> {
        self.sheet = Some(sheet);
        ControlFlow::Continue(())
    }

    fn row(&mut self, _line: u64, cells: Vec<String>) -> ControlFlow<()> {
        let Some(number) = self.number() else { return ControlFlow::Break(()) };
        self.rows.push((number, cells));
        if self.rows.len() >= PART_ROWS { self.hand_over() } else { ControlFlow::Continue(()) }
    }

    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.told.rejected += 1;
        if self.told.rejections.len() < KEPT {
            self.told.rejections.push(rejection(line, reason));
        }
        if line.is_some() && self.number().is_none() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    fn warn(&mut self, line: Option<u64>, what: Said) {
        if self.told.warnings.len() < KEPT {
            self.told.warnings.push(rejection(line, what));
        }
    }
}
