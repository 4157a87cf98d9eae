//! Workbooks: XLSX as a stream, and XLSB, ODS and XLS sheet by sheet.
//!
//! Cells become text (dates ISO 8601, numbers without what floating point adds); of a formula its stored value is taken and said to be one. calamine is
//! fed hostile files here: every part is counted before it opens one, and a panic of its own is an error about the file.

mod archive;
mod cell;
mod rows;
mod why;

use super::look::{Look, look};
use super::{Format, Head, ImportError, Input, ReadOptions, Sheet, Sink};
use crate::job::Progress;
use crate::model::{Arg, Said};
use crate::said;
use archive::{Kind, broken};
use calamine::{Data, DataRef, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use cell::Cell;
use rows::{Rows, column_name};
use std::io::{BufReader, Read, Seek};
use std::marker::PhantomData;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use why::Explain;

/// Rows between two looks at whether to stop.
const ROWS_PER_CHECK: u64 = 4096;

/// MIME type of the format that is named after.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Workbooks of spreadsheet programs.
#[derive(Clone, Copy, Debug)]
pub struct Workbook;

impl Format for Workbook {
    fn name(&self) -> &'static str {
        "XLSX"
    }

    fn media_type(&self) -> &'static str {
        MEDIA_TYPE
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let has = |name: &str| memchr::memmem::find(head.bytes, &utf16(name)).is_some();
        match look(head.bytes) {
            Look::Workbook => true,
            // Mails of Outlook and documents of Word come in the same container.
            Look::OldOffice => !has("__substg1.0_") && !has("__nameid_version1.0") && !has("WordDocument"),
            _ => false,
        }
    }

    fn read(&self, input: &mut dyn Input, options: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let parts = archive::inspect(input, progress)?;
        let input = BufReader::new(input);
        let options = options.sheet.as_deref();
        match parts.kind {
            Kind::Xlsx => {
                let book = guard(|| Xlsx::new(input))?;
                Reading { book, kind: parts.kind, has_formulas: parts.has_formulas }.run(options, sink, progress)
            }
            Kind::Xlsb => {
                let book = Whole { book: guard(|| Xlsb::new(input))?, input: PhantomData };
                Reading { book, kind: parts.kind, has_formulas: parts.has_formulas }.run(options, sink, progress)
            }
            Kind::Ods => {
                let book = Whole { book: guard(|| Ods::new(input))?, input: PhantomData };
                Reading { book, kind: parts.kind, has_formulas: parts.has_formulas }.run(options, sink, progress)
            }
            Kind::Xls => {
                let book = Whole { book: guard(|| Xls::new(input))?, input: PhantomData };
                Reading { book, kind: parts.kind, has_formulas: parts.has_formulas }.run(options, sink, progress)
            }
        }
    }
}

/// Names of the sheets that can be read, in order.
///
/// # Errors
/// As [`Format::read`].
pub fn sheet_names(input: &mut dyn Input, progress: &dyn Progress) -> Result<Vec<String>, ImportError> {
    let parts = archive::inspect(input, progress)?;
    let input = BufReader::new(input);
    let names = |sheets: Vec<Listed>| sheets.into_iter().map(|sheet| sheet.name).collect();
    Ok(match parts.kind {
        Kind::Xlsx => names(listed(&guard(|| Xlsx::new(input))?)),
        Kind::Xlsb => names(listed(&guard(|| Xlsb::new(input))?)),
        Kind::Ods => names(listed(&guard(|| Ods::new(input))?)),
        Kind::Xls => names(listed(&guard(|| Xls::new(input))?)),
    })
}

/// Runs what may panic on a hostile file.
fn guard<T, E: Explain>(read: impl FnOnce() -> Result<T, E>) -> Result<T, ImportError> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(error.explain()),
        Err(_panic) => Err(broken(said!("remarks-workbook-broken"))),
    }
}

/// A sheet with rows and columns.
struct Listed {
    name: String,
    is_hidden: bool,
}

impl Listed {
    /// How it is named in a sentence.
    fn said(&self) -> Arg {
        let name = said!("remarks-guillemets", text = &self.name);
        if self.is_hidden { Arg::from(said!("remarks-sheet-hidden", name = name)) } else { name.into() }
    }
}

fn listed<RS: Read + Seek>(book: &impl Reader<RS>) -> Vec<Listed> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|sheet| Listed { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible }).collect()
}

/// Cells of a sheet in order, whatever the format.
trait Book {
    fn sheets(&self) -> Vec<Listed>;
    /// Hands over every cell with row and column from 0, until `take` breaks.
    fn cells(&mut self, sheet: &str, take: &mut dyn FnMut(u32, u32, Cell) -> ControlFlow<()>) -> Result<(), ImportError>;
    /// Hands over the place of every formula and whether a value is stored with it.
    fn formulas(&mut self, sheet: &str, take: &mut dyn FnMut(u32, u32, bool)) -> Result<(), ImportError>;
}

impl<RS: Read + Seek> Book for Xlsx<RS> {
    fn sheets(&self) -> Vec<Listed> {
        listed(self)
    }

    fn cells(&mut self, sheet: &str, take: &mut dyn FnMut(u32, u32, Cell) -> ControlFlow<()>) -> Result<(), ImportError> {
        let mut reader = guard(|| self.worksheet_cells_reader(sheet))?;
        let digits: Vec<usize> =
            reader.styles().iter().map(|style| style.number_format.as_ref().map_or(0, |format| cell::least_digits(&format.format_code))).collect();
        while let Some((found, style)) = guard(|| reader.next_cell_with_style_id())? {
            let (row, column) = found.get_position();
            let value: DataRef<'_> = found.get_value().clone();
            if take(row, column, Cell::from_stream(value, digits.get(style).copied().unwrap_or(0))).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn formulas(&mut self, sheet: &str, take: &mut dyn FnMut(u32, u32, bool)) -> Result<(), ImportError> {
        let mut reader = guard(|| self.worksheet_cells_reader(sheet))?;
        while let Some(found) = guard(|| reader.next_cell_with_formula_metadata())? {
            if found.formula.is_some() {
                take(found.pos.0, found.pos.1, found.value != DataRef::Empty);
            }
        }
        Ok(())
    }
}

/// A workbook whose sheets are read whole.
struct Whole<RS, B> {
    book: B,
    input: PhantomData<RS>,
}

impl<RS: Read + Seek, B: Reader<RS, Error: Explain>> Book for Whole<RS, B> {
    fn sheets(&self) -> Vec<Listed> {
        listed(&self.book)
    }

    fn cells(&mut self, sheet: &str, take: &mut dyn FnMut(u32, u32, Cell) -> ControlFlow<()>) -> Result<(), ImportError> {
        let range: Range<Data> = guard(|| self.book.worksheet_range(sheet))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, cells) in (top..).zip(range.rows()) {
            for (column, value) in (left..).zip(cells) {
                if take(row, column, Cell::from_range(value)).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn formulas(&mut self, sheet: &str, take: &mut dyn FnMut(u32, u32, bool)) -> Result<(), ImportError> {
        let range = guard(|| self.book.worksheet_formula(sheet))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, cells) in (top..).zip(range.rows()) {
            for (column, _) in (left..).zip(cells).filter(|(_, formula)| !formula.is_empty()) {
                take(row, column, true);
            }
        }
        Ok(())
    }
}

struct Reading<B> {
    book: B,
    kind: Kind,
    has_formulas: bool,
}

impl<B: Book> Reading<B> {
    fn run(mut self, wanted: Option<&str>, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let sheets = self.book.sheets();
        let chosen = self.choose(&sheets, wanted)?;
        let others: Vec<Arg> = sheets.iter().filter(|sheet| sheet.name != chosen).map(Listed::said).collect();
        if !others.is_empty() && wanted.is_none() {
            sink.warn(None, said!("remarks-sheets", chosen = chosen.as_str(), others = others));
        }
        if self.has_formulas {
            self.tell_formulas(&chosen, sink)?;
        }
        let sheet = Sheet { name: chosen.clone(), format: format!("{}, sheet « {chosen} »", self.kind.name()), header: Vec::new() };
        let mut rows = Rows::new(sink, sheet);
        let (mut current, mut cells, mut count, mut is_cancelled) = (0u32, Vec::new(), 0u64, false);
        let mut has_ended = false;
        self.book.cells(&chosen, &mut |row, column, cell| {
            if row != current {
                count += 1;
                if count.is_multiple_of(ROWS_PER_CHECK) {
                    is_cancelled = progress.is_cancelled();
                    progress.advance(u64::from(row), None);
                }
                let done = std::mem::take(&mut cells);
                if is_cancelled || rows.row(u64::from(current) + 1, done).is_break() {
                    has_ended = true;
                    return ControlFlow::Break(());
                }
                current = row;
            }
            cells.push((column, cell));
            ControlFlow::Continue(())
        })?;
        if is_cancelled {
            return Err(ImportError::Cancelled);
        }
        // Whether the sink has had enough makes no difference at the end.
        if !has_ended && rows.row(u64::from(current) + 1, cells).is_continue() {
            let _at_end = rows.finish();
        }
        Ok(())
    }

    /// The sheet that is asked for, or the first one with anything in it.
    fn choose(&mut self, sheets: &[Listed], wanted: Option<&str>) -> Result<String, ImportError> {
        if let Some(wanted) = wanted {
            if sheets.iter().any(|sheet| sheet.name == wanted) {
                return Ok(wanted.to_owned());
            }
            let names: Vec<Said> = sheets.iter().map(|sheet| said!("remarks-guillemets", text = &sheet.name)).collect();
            return Err(broken(said!("remarks-sheet-missing", wanted = Arg::quoted(wanted), names = names)));
        }
        for sheet in sheets {
            let mut has_cells = false;
            self.book.cells(&sheet.name, &mut |_, _, cell| {
                has_cells = !cell.is_blank();
                if has_cells { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
            if has_cells {
                return Ok(sheet.name.clone());
            }
        }
        Err(broken(said!("remarks-workbook-empty")))
    }

    fn tell_formulas(&mut self, sheet: &str, sink: &mut dyn Sink) -> Result<(), ImportError> {
        let (mut stored, mut missing) = ((0u64, None), (0u64, None));
        self.book.formulas(sheet, &mut |row, column, has_value| {
            let (count, first) = if has_value { &mut stored } else { &mut missing };
            *count += 1;
            first.get_or_insert((row, column));
        })?;
        if let (count, Some((row, column))) = stored {
            let place = format!("{}{}", column_name(column), row + 1);
            sink.warn(Some(u64::from(row) + 1), said!("remarks-formulas", count = count, place = place));
        }
        if let (count, Some((row, column))) = missing {
            let place = format!("{}{}", column_name(column), row + 1);
            sink.warn(Some(u64::from(row) + 1), said!("remarks-formulas-empty", count = count, place = place));
        }
        Ok(())
    }
}
