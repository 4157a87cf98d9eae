//! The witness matrix: recipients × source snapshots.

use super::ChartTable;
use crate::analysis::Analysis;
use crate::model::{Contents, RecipientId, SnapshotId};
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// Recipients (rows) against source snapshots (columns).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// Title.
    pub title: String,
    /// What it shows, in one sentence.
    pub description: String,
    /// Columns: snapshots by source, oldest first; declared sources have one column without a snapshot.
    pub columns: Vec<MatrixColumn>,
    /// Rows: recipients and controls by id.
    pub rows: Vec<MatrixRow>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatrixColumn {
    /// Source name.
    pub source: String,
    /// Snapshot label, empty for a declared source.
    pub snapshot: String,
    /// Which snapshot.
    pub id: Option<SnapshotId>,
    /// How many rows are present in it.
    pub present: usize,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// Who.
    pub id: RecipientId,
    /// Name or key.
    pub label: String,
    /// False for a control.
    pub received: bool,
    /// How they were found, in words.
    pub found_by: String,
    /// One per column.
    pub cells: Vec<Presence>,
}

/// Whether somebody is in a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// The value used is in it.
    Present,
    /// It is not.
    Absent,
    /// It cannot be known (declared source).
    Unknown,
    /// The person is in it with other details.
    OtherDetails,
}

impl Matrix {
    /// Builds the matrix. Rows are in the order of the recipients' ids.
    pub fn build(contents: &Contents, analysis: &Analysis, words: &Words) -> Self {
        let _ = (contents, analysis, words);
        todo!()
    }

    /// The same as a table.
    pub fn table(&self, words: &Words) -> ChartTable {
        let _ = words;
        todo!()
    }
}
