//! Where each lane, bar and mark stands from top to bottom. Nothing here depends on the visible span.

use crate::chart::timeline::{Lane, Timeline};

/// Height of a bar.
pub const BAR: f32 = 20.0;
/// Space between two tracks.
const TRACK_GAP: f32 = 3.0;
/// Height of the line of marks.
const MARKS: f32 = 20.0;
/// Space above and below what is on a lane.
const PADDING: f32 = 5.0;
/// Least height of a lane.
const LEAST: f32 = 30.0;

/// One lane on the canvas, from the top of the first.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// What is on it.
    pub lane: &'a Lane,
    /// Its top edge.
    pub top: f32,
    /// Its height.
    pub height: f32,
    /// The track of each bar.
    pub tracks: Vec<usize>,
    /// The middle of its line of marks, from its top.
    pub marks: f32,
}

impl Row<'_> {
    /// The top of a bar on `track`, from the top of the lane.
    pub fn bar_top(track: usize) -> f32 {
        PADDING + track as f32 * (BAR + TRACK_GAP)
    }
}

/// Every lane from top to bottom, and the height of them all.
pub fn rows(chart: &Timeline) -> (Vec<Row<'_>>, f32) {
    let mut top = 0.0;
    let mut out = Vec::new();
    for lane in &chart.lanes {
        let tracks = lane.tracks();
        let count = tracks.iter().max().map_or(0, |last| last + 1);
        let bars = count as f32 * (BAR + TRACK_GAP);
        let marks = if lane.marks.is_empty() { 0.0 } else { MARKS };
        let height = (bars + marks + 2.0 * PADDING - if count > 0 && marks == 0.0 { TRACK_GAP } else { 0.0 }).max(LEAST);
        let middle = if count == 0 { height / 2.0 } else { PADDING + bars + MARKS / 2.0 - 1.0 };
        out.push(Row { lane, top, height, tracks, marks: middle });
        top += height;
    }
    (out, top)
}
