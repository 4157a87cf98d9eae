//! Looking through the rows of files, which are in no index: segment by segment, so that memory follows one segment and not the file.

use super::SearchError;
use super::matcher::Haystack;
use super::query::Query;
use crate::case::Case;
use crate::job::{Progress, Stage};
use crate::model::{Snapshot, SnapshotId};
use polars::frame::DataFrame;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

/// Rows that are kept of each state of a file; all are counted.
pub const KEPT: usize = 100;
/// Rows between two looks at whether to stop.
const AT_A_TIME: usize = 16_384;

/// What was found in one state of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsFound {
    /// Which state.
    pub snapshot: SnapshotId,
    /// How many rows were looked at.
    pub searched: u64,
    /// How many answer the question.
    pub count: u64,
    /// The first of them, from 0 after the header.
    pub rows: Vec<u64>,
    /// It holds keyed hashes, in which no word can be found.
    pub is_sealed: bool,
}

/// Looks through the rows of every state of every file. A question is put to each row as a whole, so its words may stand in different cells.
///
/// # Errors
/// [`SearchError::Cancelled`], and what reading the case fails with.
pub fn rows(case: &Case, query: &Query, progress: &dyn Progress) -> Result<Vec<RowsFound>, SearchError> {
    case.contents().snapshots.iter().map(|snapshot| in_snapshot(case, snapshot, query, progress)).collect()
}

fn in_snapshot(case: &Case, snapshot: &Snapshot, query: &Query, progress: &dyn Progress) -> Result<RowsFound, SearchError> {
    let mut found = RowsFound { snapshot: snapshot.id, searched: 0, count: 0, rows: Vec::new(), is_sealed: snapshot.is_sealed() };
    if found.is_sealed {
        return Ok(found);
    }
    progress.stage(Stage::Searching, snapshot.source.as_str());
    let names: Vec<String> = std::iter::once("row".to_owned()).chain((0..snapshot.columns.len()).map(|n| format!("raw.{n}"))).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for n in 0..case.segment_count(snapshot.id)? {
        let frame = case.segment_columns(snapshot.id, n, &names)?;
        for from in (0..frame.height()).step_by(AT_A_TIME) {
            progress.advance(found.searched, Some(snapshot.rows));
            if progress.is_cancelled() {
                return Err(SearchError::Cancelled);
            }
            let until = (from + AT_A_TIME).min(frame.height());
            let hits = matching(&frame, from, until, query)?;
            found.count += hits.len() as u64;
            let room = KEPT.saturating_sub(found.rows.len());
            found.rows.extend(hits.into_iter().take(room));
            found.searched += (until - from) as u64;
        }
    }
    progress.advance(found.searched, Some(snapshot.rows));
    Ok(found)
}

/// The numbers of the rows of a part of a frame that answer the question, in order.
fn matching(frame: &DataFrame, from: usize, until: usize, query: &Query) -> Result<Vec<u64>, SearchError> {
    let failed = |error: polars::error::PolarsError| SearchError::Case(error.into());
    let numbers = frame.column("row").and_then(|column| Ok(column.u32()?.clone())).map_err(failed)?;
    let cells = frame.columns().iter().filter(|column| column.name().starts_with("raw."));
    let cells: Vec<_> = cells.map(|column| column.str().cloned()).collect::<Result<_, _>>().map_err(failed)?;
    let answers = |at: &usize| {
        let row: Vec<&str> = cells.iter().filter_map(|column| column.get(*at)).filter(|cell| !cell.is_empty()).collect();
        query.matches(&Haystack::new(&row.join("\n")))
    };
    let hits: Vec<usize> = (from..until).into_par_iter().filter(answers).collect();
    Ok(hits.into_iter().filter_map(|at| numbers.get(at)).map(u64::from).collect())
}
