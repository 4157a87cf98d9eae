//! The rows of a source as table segments with their canonical keys.
//!
//! The columns are those documented at [`crate::case::Case::segments`]; with them goes what linking compares ([`crate::link::columns`]). Rows are canonicalised in chunks on all cores, and a segment is handed on as soon as
//! it is full: the memory in use is that of one segment and one chunk, however long the table is.

use super::mapping::Resolved;
use super::records::{Cells, date_error};
use crate::case::{CaseError, SnapshotWriter};
use crate::link::Places;
use crate::link::categories::{Candidate, candidates};
use crate::link::columns::{self, Columns, Record, Text};
use crate::link::marks::Mark;
use crate::model::dates::day_number;
use crate::model::{Arg, Field, Rejection, Said};
use crate::normalise;
use crate::said;
use crate::words::rejection;
use polars::chunked_array::builder::{ChunkedBuilder as _, PrimitiveChunkedBuilder, StringChunkedBuilder};
use polars::error::{PolarsError, PolarsResult};
use polars::frame::DataFrame;
use polars::prelude::{Column, Int32Type, IntoSeries as _, UInt32Type};
use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;

/// Rows per segment: four row groups. Smaller ones would cost time, larger ones memory.
pub const SEGMENT_ROWS: usize = 262_144;
/// Rows canonicalised together, and on one core.
const CHUNK_ROWS: usize = 16_384;
const PIECE_ROWS: usize = 1_024;
/// Warnings told one by one; the rest are counted.
const WARNINGS_TOLD: usize = 1_000;

/// Where full segments go.
pub trait Shelf {
    /// Takes the next segment.
    fn put(&mut self, segment: DataFrame, columns: Columns) -> Result<(), CaseError>;
}

/// Nowhere: for a look at what would be told.
pub struct Nowhere;

impl Shelf for Nowhere {
    fn put(&mut self, _segment: DataFrame, _columns: Columns) -> Result<(), CaseError> {
        Ok(())
    }
}

impl Shelf for SnapshotWriter {
    fn put(&mut self, segment: DataFrame, columns: Columns) -> Result<(), CaseError> {
        self.push_with(&segment, &columns)
    }
}

/// Takes rows one by one and packs them into segments.
pub struct Builder<S: Shelf> {
    shelf: S,
    resolved: Resolved,
    chunk: Vec<Numbered>,
    open: Segment,
    told: SourceTable,
    /// Number of the next row.
    next: u32,
    untold: u64,
    /// Rows nobody can be found in.
    nobody: u64,
    columns: usize,
    segment_rows: usize,
    /// Cells are keyed hashes already: they are keys as they stand, and there is nothing linking could compare.
    is_sealed: bool,
}

/// What is told of a finished table.
#[derive(Debug, Default)]
pub struct SourceTable {
    /// Rows in all segments together.
    pub rows: u64,
    /// Values that could not be read, with their line. The rows are taken over.
    pub warnings: Vec<Rejection>,
}

impl<S: Shelf> Builder<S> {
    /// For a table of `columns` columns.
    pub fn new(resolved: &Resolved, columns: usize, shelf: S) -> Self {
        Self {
            shelf,
            resolved: resolved.clone(),
            chunk: Vec::new(),
            open: Segment::new(columns, &candidates(columns, |field| resolved.columns.get(&field).copied())),
            told: SourceTable::default(),
            next: 0,
            untold: 0,
            nobody: 0,
            columns,
            segment_rows: SEGMENT_ROWS,
            is_sealed: false,
        }
    }

    /// The same for rows of keyed hashes, as [`super::sealed::Sealer`] makes them.
    pub fn sealed(resolved: &Resolved, columns: usize, shelf: S) -> Self {
        Self { is_sealed: true, open: Segment::new(columns, &[]), ..Self::new(resolved, columns, shelf) }
    }

    /// Takes a row. `line` is only quoted in warnings.
    ///
    /// # Errors
    /// If the table has more rows than can be numbered (2³²), or a segment cannot be stored.
    pub fn push(&mut self, line: u64, cells: Vec<String>) -> Result<(), CaseError> {
        self.chunk.push(Numbered { row: self.next, line, cells });
        self.skip()?;
        // A chunk ends where its segment ends.
        let is_full = self.chunk.len() >= CHUNK_ROWS || self.open.height + self.chunk.len() >= self.segment_rows;
        if is_full { self.pack() } else { Ok(()) }
    }

    /// Counts a row that was rejected, so that the rows after it keep their number.
    ///
    /// # Errors
    /// As [`Builder::push`].
    pub fn skip(&mut self) -> Result<(), CaseError> {
        self.next = self.next.checked_add(1).ok_or_else(|| PolarsError::ComputeError("a table cannot have more than 4,294,967,295 rows".into()))?;
        Ok(())
    }

    /// Hands the last segment on; what is to be told, and the shelf.
    ///
    /// # Errors
    /// If the segment cannot be stored.
    pub fn finish(mut self) -> Result<(SourceTable, S), CaseError> {
        self.pack()?;
        if self.open.height > 0 {
            let (segment, columns) = self.open.finish()?;
            self.shelf.put(segment, columns)?;
        }
        if self.untold > 0 {
            self.told.warnings.push(rejection(None, said!("remarks-further-dates", n = self.untold)));
        }
        if self.nobody > 0 {
            self.told.warnings.push(rejection(None, said!("remarks-rows-nobody", n = self.nobody)));
        }
        Ok((self.told, self.shelf))
    }

    fn pack(&mut self) -> Result<(), CaseError> {
        let (resolved, width, is_sealed) = (&self.resolved, self.columns, self.is_sealed);
        // A column that was none in the rows so far will be none.
        let categories = self.open.linkage.candidates();
        let piece = |rows| if is_sealed { Piece::sealed(rows, resolved) } else { Piece::of(rows, resolved, width, &categories) };
        let pieces: Vec<Piece> = self.chunk.par_chunks(PIECE_ROWS).map(piece).collect();
        for piece in &pieces {
            self.open.linkage.append(&piece.columns);
        }
        for (row, keys) in self.chunk.drain(..).zip(pieces.into_iter().flat_map(|piece| piece.keys)) {
            for reason in keys.warnings.iter().cloned() {
                if self.told.warnings.len() < WARNINGS_TOLD {
                    self.told.warnings.push(rejection(Some(row.line), reason));
                } else {
                    self.untold += 1;
                }
            }
            self.open.push(&row, &keys);
            self.nobody += u64::from(keys.names_nobody);
            self.told.rows += 1;
        }
        if self.open.height >= self.segment_rows {
            let next = Segment::new(self.columns, &self.open.linkage.candidates());
            let full = std::mem::replace(&mut self.open, next);
            let (segment, columns) = full.finish()?;
            self.shelf.put(segment, columns)?;
        }
        Ok(())
    }
}

struct Numbered {
    row: u32,
    line: u64,
    cells: Vec<String>,
}

/// What is computed from some rows on one core.
struct Piece {
    columns: Columns,
    keys: Vec<Keys>,
}

impl Piece {
    fn of(rows: &[Numbered], resolved: &Resolved, width: usize, categories: &[Candidate]) -> Self {
        let mut builder = columns::Builder::with_categories(categories);
        let places = Places::of(|field| resolved.columns.get(&field).copied(), resolved.dates.order);
        let mut keys = Vec::with_capacity(rows.len());
        for row in rows {
            let of_row = Keys::of(Cells::new(resolved, &row.cells), resolved);
            // A row that is too short ends in empty cells.
            let cells: Vec<&str> = (0..width).map(|at| row.cells.get(at).map_or("", String::as_str)).collect();
            let days = [of_row.joined[0], of_row.joined[1], of_row.left[0], of_row.left[1]];
            builder.push_marked(row.row, &places.particulars(&row.cells), &Mark { record: of_row.record.as_deref(), days, cells: &cells });
            keys.push(of_row);
        }
        let columns = builder.finish();
        for ((keys, row), record) in keys.iter_mut().zip(rows).zip(&columns.records) {
            keys.take(Cells::new(resolved, &row.cells), &columns, record);
        }
        Self { columns, keys }
    }

    /// Rows of keyed hashes.
    fn sealed(rows: &[Numbered], resolved: &Resolved) -> Self {
        let mut builder = columns::Builder::default();
        let keys = rows.iter().map(|row| Keys::sealed(Cells::new(resolved, &row.cells), resolved));
        let keys: Vec<Keys> = keys.collect();
        for (row, of_row) in rows.iter().zip(&keys) {
            let hashes = [&of_row.email, &of_row.phone, &of_row.identifier].map(|hash| hash.as_deref().unwrap_or_default());
            let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
            let days = [of_row.joined[0], of_row.joined[1], of_row.left[0], of_row.left[1]];
            builder.push_sealed(row.row, hashes, &Mark { record: of_row.record.as_deref(), days, cells: &cells });
        }
        Self { columns: builder.finish(), keys }
    }
}

/// What is computed from one row.
#[derive(Default)]
struct Keys {
    email: Option<String>,
    phone: Option<String>,
    identifier: Option<String>,
    record: Option<String>,
    joined: [Option<i32>; 2],
    left: [Option<i32>; 2],
    /// Nothing in the row tells whose it is.
    names_nobody: bool,
    warnings: Vec<Said>,
}

impl Keys {
    /// Record number and days.
    fn of(cells: Cells<'_>, resolved: &Resolved) -> Self {
        let mut keys = Self { record: normalise::identifier(cells.text(Field::RecordId)), ..Self::default() };
        keys.read_days(cells, resolved);
        keys
    }

    /// The cells are the keys.
    fn sealed(cells: Cells<'_>, resolved: &Resolved) -> Self {
        let key = |field: Field| Some(cells.text(field).to_owned()).filter(|text| !text.is_empty());
        let [email, phone, identifier, record] = [Field::Email, Field::Phone, Field::Identifier, Field::RecordId].map(key);
        let names_nobody = email.is_none() && phone.is_none() && identifier.is_none();
        let mut keys = Self { email, phone, identifier, record, names_nobody, ..Self::default() };
        keys.read_days(cells, resolved);
        keys
    }

    fn read_days(&mut self, cells: Cells<'_>, resolved: &Resolved) {
        self.joined = self.days(cells, Field::Joined, resolved);
        self.left = self.days(cells, Field::Left, resolved);
        if let (Some(joined), Some(left)) = (self.joined[0], self.left[1])
            && left < joined
        {
            let (joined, left) = (cells.text(Field::Joined), cells.text(Field::Left));
            self.warnings.push(said!("remarks-left-before", end = left, start = joined));
        }
    }

    /// The rest: what is in the columns is not computed a second time.
    fn take(&mut self, cells: Cells<'_>, columns: &Columns, of_row: &Record) {
        let [local, domain, identifier] = [Text::Local, Text::Domain, Text::Identifier].map(|text| columns.text(of_row, text));
        self.email = (!local.is_empty()).then(|| format!("{local}@{domain}"));
        self.phone = (of_row.phone != 0).then(|| format!("+{}", of_row.phone));
        self.identifier = (!identifier.is_empty()).then(|| identifier.to_owned());
        let is_blank = |field: Field| cells.text(field).is_empty();
        self.names_nobody = !of_row.has_key() && [Field::Name, Field::LastName, Field::Street].into_iter().all(is_blank);
    }

    /// First and last day a cell can mean; null with a warning if it is no date.
    fn days(&mut self, cells: Cells<'_>, field: Field, resolved: &Resolved) -> [Option<i32>; 2] {
        let text = cells.text(field);
        if text.is_empty() {
            return [None; 2];
        }
        match resolved.dates.order.read(text) {
            Ok(day) => [day.earliest.map(day_number), day.latest.map(day_number)],
            Err(error) => {
                let column = resolved.mapping.column(field).unwrap_or_default();
                self.warnings.push(said!("remarks-date-without", column = Arg::quoted(column), error = date_error(&error)));
                [None; 2]
            }
        }
    }
}

/// A segment in the making.
struct Segment {
    height: usize,
    row: PrimitiveChunkedBuilder<UInt32Type>,
    raw: Vec<StringChunkedBuilder>,
    keys: [StringChunkedBuilder; 4],
    days: [PrimitiveChunkedBuilder<Int32Type>; 4],
    linkage: columns::Builder,
}

impl Segment {
    fn new(columns: usize, categories: &[Candidate]) -> Self {
        Self {
            height: 0,
            row: PrimitiveChunkedBuilder::new("row".into(), 0),
            raw: (0..columns).map(|n| StringChunkedBuilder::new(format!("raw.{n}").into(), 0)).collect(),
            keys: ["key.email", "key.phone", "key.identifier", "key.record"].map(|name| StringChunkedBuilder::new(name.into(), 0)),
            days: ["joined.earliest", "joined.latest", "left.earliest", "left.latest"].map(|name| PrimitiveChunkedBuilder::new(name.into(), 0)),
            linkage: columns::Builder::with_categories(categories),
        }
    }

    fn push(&mut self, row: &Numbered, keys: &Keys) {
        self.height += 1;
        self.row.append_value(row.row);
        for (at, column) in self.raw.iter_mut().enumerate() {
            column.append_value(row.cells.get(at).map_or("", String::as_str));
        }
        for (column, key) in self.keys.iter_mut().zip([&keys.email, &keys.phone, &keys.identifier, &keys.record]) {
            column.append_option(key.as_deref());
        }
        for (column, day) in self.days.iter_mut().zip(keys.joined.into_iter().chain(keys.left)) {
            column.append_option(day);
        }
    }

    fn finish(self) -> PolarsResult<(DataFrame, Columns)> {
        let mut columns: Vec<Column> = vec![self.row.finish().into_series().into()];
        columns.extend(self.raw.into_iter().chain(self.keys).map(|column| column.finish().into_series().into()));
        columns.extend(self.days.into_iter().map(|column| column.finish().into_series().into()));
        Ok((DataFrame::new(self.height, columns)?, self.linkage.finish()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::{DateOrders, resolve};
    use crate::model::{ImportKind, Mapping};

    impl Shelf for Vec<DataFrame> {
        fn put(&mut self, segment: DataFrame, columns: Columns) -> Result<(), CaseError> {
            assert!(segment.column("row").unwrap().u32().unwrap().into_no_null_iter().eq(columns.rows));
            self.push(segment);
            Ok(())
        }
    }

    fn builder(segment_rows: usize) -> Builder<Vec<DataFrame>> {
        let header: Vec<String> = ["Courriel", "Tél.", "N° adhérent", "Date d'adhésion", "Date de sortie"].map(str::to_owned).into();
        let resolved = resolve(&header, &[], ImportKind::Source, &Mapping::default(), DateOrders::default()).unwrap();
        Builder { segment_rows, ..Builder::new(&resolved, header.len(), Vec::new()) }
    }

    fn row(cells: [&str; 5]) -> Vec<String> {
        cells.map(str::to_owned).into()
    }

    #[test]
    fn a_row_keeps_what_was_written_beside_its_keys() {
        let mut builder = builder(10);
        builder.push(2, row([" Anna+x@Exemple.TEST", "06 39 98 00 12", "00 123", "15/01/2010", "2010-05"])).unwrap();
        let (table, segments) = builder.finish().unwrap();
        let frame = &segments[0];
        let text = |name: &str| frame.column(name).unwrap().str().unwrap().get(0).map(str::to_owned);
        let day = |name: &str| frame.column(name).unwrap().i32().unwrap().get(0);
        assert_eq!(text("raw.0").as_deref(), Some(" Anna+x@Exemple.TEST"));
        assert_eq!(text("key.email").as_deref(), Some("anna@exemple.test"));
        assert_eq!(text("key.phone").as_deref(), Some("+33639980012"));
        assert_eq!(text("raw.2").as_deref(), Some("00 123"));
        assert_eq!(text("key.identifier").as_deref(), Some("00123"));
        assert_eq!(text("key.record"), None);
        assert_eq!((day("joined.earliest"), day("joined.latest")), (Some(14_624), Some(14_624)));
        assert_eq!((day("left.earliest"), day("left.latest")), (Some(14_730), Some(14_760)));
        assert_eq!(table.warnings, []);
    }

    #[test]
    fn a_day_that_does_not_exist_is_null_with_its_line_and_the_row_stays() {
        let mut builder = builder(10);
        builder.push(7, row(["a@exemple.test", "", "", "30/02/2010", ""])).unwrap();
        let (table, segments) = builder.finish().unwrap();
        assert_eq!(table.rows, 1);
        assert_eq!(segments[0].column("joined.earliest").unwrap().i32().unwrap().get(0), None);
        assert_eq!(table.warnings[0].line, Some(7));
        assert!(table.warnings[0].reason.contains("30/02/2010") && table.warnings[0].reason.contains("calendar"), "{:?}", table.warnings);
    }

    #[test]
    fn rows_are_cut_into_segments_and_rejected_ones_keep_their_numbers_free() {
        let mut builder = builder(2);
        for line in 2..7 {
            if line == 3 {
                builder.skip().unwrap();
            }
            builder.push(line, row(["a@exemple.test", "", "", "", ""])).unwrap();
        }
        let (table, segments) = builder.finish().unwrap();
        let numbers: Vec<Vec<u32>> = segments.iter().map(|frame| frame.column("row").unwrap().u32().unwrap().into_no_null_iter().collect()).collect();
        assert_eq!(numbers, [vec![0, 2], vec![3, 4], vec![5]]);
        assert_eq!(table.rows, 5);
    }

    #[test]
    fn a_table_without_rows_has_no_segment() {
        let (table, segments) = builder(2).finish().unwrap();
        assert_eq!((table.rows, segments.len()), (0, 0));
    }
}
