//! What comparing two states found, ready to be drawn: only the rows that are shown are kept.

use crate::job::{Progress, Stage};
use crate::link::State;
use crate::link::diff::{Diff, diff};
use crate::model::Snapshot;
use crate::ui::window::rooms::sources::choice;
use crate::ui::window::rooms::sources::work::Stop;
use polars::prelude::{DataFrame, IdxCa, NamedFrom as _, PolarsResult, StringChunked};

/// The difference of two states with the texts of the rows in it.
pub struct Found {
    pub diff: Diff,
    pub added: Kept,
    pub removed: Kept,
    /// Who stands in each changed row, in the later state.
    pub who: Vec<String>,
    /// Changed values: index of the row and of the value in it.
    pub values: Vec<(u32, u32)>,
    /// Those of them that differ in more than the writing.
    pub real_values: Vec<(u32, u32)>,
}

impl Found {
    /// Compares two states and lets go of every row that is not shown.
    pub fn new(
        snapshots: &(Snapshot, Snapshot),
        segments: impl Fn(&Snapshot) -> Result<Vec<DataFrame>, Stop>,
        progress: &dyn Progress,
    ) -> Result<Self, Stop> {
        let (before, after) = snapshots;
        progress.stage(Stage::Reading, &before.label());
        let (one, other) = (segments(before)?, segments(after)?);
        progress.stage(Stage::Linking, &format!("{} → {}", before.label(), after.label()));
        let diff = diff(State::new(before, &one), State::new(after, &other), progress)?;
        let mut changed: Vec<u32> = diff.changed.iter().map(|row| row.after).collect();
        changed.sort_unstable();
        let rows = Kept::of(after, &other, &changed)?;
        let who = diff.changed.iter().map(|row| rows.who(after, row.after)).collect();
        let every = |keep: &dyn Fn(bool) -> bool| -> Vec<(u32, u32)> {
            let rows = (0..).zip(&diff.changed);
            rows.flat_map(|(at, row)| (0..).zip(&row.values).filter(|(_, value)| keep(value.is_only_writing)).map(move |(n, _)| (at, n))).collect()
        };
        let (values, real_values) = (every(&|_| true), every(&|is_only_writing| !is_only_writing));
        Ok(Self { added: Kept::of(after, &other, &diff.added)?, removed: Kept::of(before, &one, &diff.removed)?, who, values, real_values, diff })
    }
}

/// Some rows of a state, as written.
pub struct Kept {
    pub header: Vec<String>,
    /// Their numbers, ascending, from 0 after the header.
    pub numbers: Vec<u32>,
    columns: Vec<StringChunked>,
}

impl Kept {
    /// The rows with these numbers, which ascend.
    pub fn of(snapshot: &Snapshot, segments: &[DataFrame], wanted: &[u32]) -> PolarsResult<Self> {
        let mut numbers = Vec::with_capacity(wanted.len());
        let mut columns: Vec<Option<StringChunked>> = vec![None; snapshot.columns.len()];
        for segment in segments {
            let rows = segment.column("row")?.u32()?;
            let mut places: Vec<u32> = Vec::new();
            let mut left = wanted[numbers.len()..].iter().peekable();
            for (at, row) in (0..).zip(rows.iter().flatten()) {
                while left.next_if(|&&wanted| wanted < row).is_some() {}
                if left.next_if(|&&wanted| wanted == row).is_some() {
                    places.push(at);
                    numbers.push(row);
                }
            }
            let places = IdxCa::new("places".into(), places);
            for (at, column) in columns.iter_mut().enumerate() {
                let taken = segment.column(&format!("raw.{at}"))?.take(&places)?.str()?.clone();
                match column {
                    Some(column) => column.append(&taken)?,
                    None => *column = Some(taken),
                }
            }
        }
        let columns = columns.into_iter().map(|column| column.map(|column| column.rechunk().into_owned()).unwrap_or_default());
        Ok(Self { header: snapshot.columns.clone(), numbers, columns: columns.collect() })
    }

    /// Whose row it is that has this number: the name, or what stands for one.
    pub fn who(&self, snapshot: &Snapshot, row: u32) -> String {
        let place = self.numbers.binary_search(&row).ok();
        place.map(|at| choice::who(snapshot, |column| self.cell(at, column))).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// A cell as written.
    pub fn cell(&self, at: usize, column: usize) -> &str {
        self.columns.get(column).and_then(|column| column.get(at)).unwrap_or_default()
    }
}
