//! The files an answer leaves the case as: made in one place, for the command line and for the window.

use super::{import_report, links, results};
use crate::analysis::Analysis;
use crate::chart::matrix::Matrix;
use crate::chart::svg;
use crate::chart::timeline::Timeline;
use crate::model::Contents;
use crate::words::Words;

/// What they are called, in the order they are made.
pub const NAMES: [&str; 5] = ["results.json", "links.csv", "import-report.json", "timeline.svg", "matrix.svg"];

/// Why they could not be made: only if there is no memory left.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// JSON.
    #[error("The results cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// CSV.
    #[error("The links cannot be written as CSV")]
    Csv(#[from] csv::Error),
}

/// Each file with its bytes, in the order of [`NAMES`]. Charts speak the language of `words`; the rest is for scripts.
///
/// # Errors
/// [`BundleError`].
pub fn files(contents: &Contents, analysis: &Analysis, words: &Words) -> Result<Vec<(&'static str, Vec<u8>)>, BundleError> {
    let bytes = [
        json(&results::results(contents, analysis))?,
        links::links_csv(contents, analysis)?,
        json(&import_report::import_report(contents))?,
        svg::timeline(&Timeline::build(contents, Some(analysis), words), words).into_bytes(),
        svg::matrix(&Matrix::build(contents, analysis, words), words).into_bytes(),
    ];
    Ok(NAMES.into_iter().zip(bytes).collect())
}

/// JSON as it is written to files: indented, with a line break at the end.
///
/// # Errors
/// If a value cannot be written as JSON.
pub fn json(value: &serde_json::Value) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
