//! One state of a file as the comparisons of sources read it: header, reading of its columns, rows. Not for comparing anything.

use super::membership::edges::Limits;
use crate::model::dates::day_from_number;
use crate::model::{DateOrder, Field, Mapping, Snapshot};
use polars::prelude::{ChunkedArray, DataFrame, Int32Chunked, PolarsDataType, PolarsResult, StringChunked, UInt32Chunked};

/// A state of a source: its header, how its columns were read, and its rows.
#[derive(Clone, Copy, Debug)]
pub struct State<'a> {
    /// Column names, in order, as written.
    pub columns: &'a [String],
    /// Which column holds which field.
    pub mapping: &'a Mapping,
    /// The order of the numbers in its days.
    pub dates: DateOrder,
    /// Its rows, see [`crate::case::Case::segments`].
    pub segments: &'a [DataFrame],
}

impl<'a> State<'a> {
    /// A snapshot with its rows.
    pub fn new(snapshot: &'a Snapshot, segments: &'a [DataFrame]) -> Self {
        Self { columns: &snapshot.columns, mapping: &snapshot.mapping, dates: snapshot.dates, segments }
    }

    /// Place of the column that holds `field`, from 0; of columns of the same name the first.
    pub fn column_of(&self, field: Field) -> Option<usize> {
        let name = self.mapping.column(field)?;
        self.columns.iter().position(|column| column == name)
    }

    /// The field a column was read as.
    pub fn field_of(&self, column: usize) -> Option<Field> {
        let fields = self.mapping.0.keys().copied();
        fields.into_iter().find(|field| self.column_of(*field) == Some(column))
    }
}

/// The rows of a state one after the other, whatever segments they are stored in. `at` counts from 0 without gaps, row numbers may have some.
pub(super) struct Table {
    segments: Vec<Segment>,
    /// Place of the first row of every segment.
    starts: Vec<usize>,
    height: usize,
    /// Place of the column of every field there is.
    places: Vec<(Field, usize)>,
    dates: DateOrder,
}

/// The columns of a segment, each in one piece.
struct Segment {
    row: UInt32Chunked,
    raw: Vec<StringChunked>,
    /// E-mail address, telephone number, identifier, record number.
    keys: [StringChunked; 4],
    /// Joined earliest and latest, left earliest and latest.
    days: [Int32Chunked; 4],
}

/// The canonical keys of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Email,
    Phone,
    Identifier,
    Record,
}

impl Table {
    pub fn of(state: State<'_>) -> PolarsResult<Self> {
        let (mut segments, mut starts, mut height) = (Vec::new(), Vec::new(), 0);
        for frame in state.segments {
            starts.push(height);
            height += frame.height();
            segments.push(Segment::of(frame, state.columns.len())?);
        }
        let places = state.mapping.0.keys().filter_map(|field| Some((*field, state.column_of(*field)?))).collect();
        Ok(Self { segments, starts, height, places, dates: state.dates })
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.height
    }

    fn place(&self, at: usize) -> (&Segment, usize) {
        let segment = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        (&self.segments[segment], at - self.starts[segment])
    }

    /// The number of a row in its snapshot.
    pub fn row(&self, at: usize) -> u32 {
        let (segment, at) = self.place(at);
        segment.row.get(at).unwrap_or_default()
    }

    /// A cell as written.
    pub fn cell(&self, at: usize, column: usize) -> &str {
        let (segment, at) = self.place(at);
        segment.raw.get(column).and_then(|column| column.get(at)).unwrap_or_default()
    }

    /// The cell of a field, trimmed; empty if the field has no column.
    pub fn field(&self, at: usize, field: Field) -> &str {
        let place = self.places.iter().find(|(of, _)| *of == field);
        place.map_or("", |&(_, column)| self.cell(at, column).trim())
    }

    /// The order of the numbers in its days as written.
    pub fn dates(&self) -> DateOrder {
        self.dates
    }

    /// Whether a column holds the field.
    pub fn has(&self, field: Field) -> bool {
        self.places.iter().any(|(of, _)| *of == field)
    }

    /// A canonical key of a row.
    pub fn key(&self, at: usize, key: Key) -> Option<&str> {
        let (segment, at) = self.place(at);
        segment.keys[key as usize].get(at)
    }

    /// When the row says somebody joined and left; `None` if it does not.
    pub fn days(&self, at: usize) -> (Option<Limits>, Option<Limits>) {
        let (segment, at) = self.place(at);
        let day = |column: usize| segment.days[column].get(at).and_then(day_from_number);
        let limits = |first: usize| Some((day(first), day(first + 1))).filter(|limits| *limits != (None, None));
        (limits(0), limits(2))
    }
}

impl Segment {
    fn of(frame: &DataFrame, columns: usize) -> PolarsResult<Self> {
        let text = |name: &str| -> PolarsResult<StringChunked> { Ok(whole(frame.column(name)?.str()?)) };
        let days = |name: &str| -> PolarsResult<Int32Chunked> { Ok(whole(frame.column(name)?.i32()?)) };
        let raw: PolarsResult<Vec<StringChunked>> = (0..columns).map(|n| text(&format!("raw.{n}"))).collect();
        Ok(Self {
            row: whole(frame.column("row")?.u32()?),
            raw: raw?,
            keys: [text("key.email")?, text("key.phone")?, text("key.identifier")?, text("key.record")?],
            days: [days("joined.earliest")?, days("joined.latest")?, days("left.earliest")?, days("left.latest")?],
        })
    }
}

/// In one chunk: cells are looked up by their place.
fn whole<T: PolarsDataType>(column: &ChunkedArray<T>) -> ChunkedArray<T> {
    column.rechunk().into_owned()
}
