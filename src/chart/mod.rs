//! Charts as data: lanes, bars, marks, densities and cells in their own coordinates, with a sentence that describes them and a table twin.
//!
//! Two painters draw the same data: `ui` with `egui_plot`, and [`svg`] for print. Nothing is computed twice, and no painter knows the case.

pub mod density;
#[cfg(test)]
pub(crate) mod fixtures;
pub mod folds;
pub mod matrix;
pub mod palette;
pub mod scale;
pub mod shares;
pub mod sides;
pub mod svg;
mod table;
pub mod timeline;
pub mod tornado;
pub mod waterfall;

pub use table::ChartTable;
