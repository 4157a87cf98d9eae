//! The print painter: SVG with `<title>`, `<desc>`, `role="img"` and real text; coordinates to 1/100 pt, so the same chart gives the same bytes.
//!
//! Everything is written as presentation attributes: no style sheet that would leak into a page the picture is embedded in, no script, no link. Where
//! things go is decided in a module per chart; shapes of signs are in `signs`, widths of text in `text`, the syntax in `writer`.

mod density;
mod matrix;
mod shares;
mod signs;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod tornado;
mod waterfall;
mod writer;

use super::density::CopyDensity;
use super::matrix::Matrix;
use super::shares::Shares;
use super::timeline::Timeline;
use super::tornado::Tornado;
use super::waterfall::Waterfall;
use crate::words::Words;

/// The timeline as SVG.
pub fn timeline(chart: &Timeline, words: &Words) -> String {
    timeline::paint(chart, words)
}

/// The matrix as SVG. Beyond 200 rows, rows with the same cells are drawn as one with their count.
pub fn matrix(chart: &Matrix, words: &Words) -> String {
    matrix::paint(chart, words)
}

/// The waterfall of a link as SVG.
pub fn waterfall(chart: &Waterfall, words: &Words) -> String {
    waterfall::paint(chart, words)
}

/// The shares of a campaign as SVG.
pub fn shares(chart: &Shares, words: &Words) -> String {
    shares::paint(chart, words)
}

/// The copy date of a file as SVG, over the days worth looking at.
pub fn copy_density(chart: &CopyDensity, words: &Words) -> String {
    density::paint(chart, words)
}

/// What would change the answer as SVG.
pub fn tornado(chart: &Tornado, words: &Words) -> String {
    tornado::paint(chart, words)
}
