//! Where each lane, bar and mark stands from top to bottom. Nothing here depends on the visible span.

use crate::chart::timeline::{Lane, MarkKind, Timeline};

/// Height of a bar.
pub const BAR: f32 = 20.0;
/// Space between two tracks.
const TRACK_GAP: f32 = 3.0;
/// Height of a line of marks.
const MARKS: f32 = 20.0;
/// The same on a crowded lane, which has one for each kind.
const CROWDED: f32 = 15.0;
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
    /// The middle of its first line of marks, from its top.
    pub marks: f32,
    /// The kinds of a crowded lane, each on a line of its own; empty if all marks are on one line.
    pub kinds: Vec<MarkKind>,
    /// The longest range of a mark, in days: how far before the view one that reaches into it can begin.
    pub longest: i32,
}

impl Row<'_> {
    /// The top of a bar on `track`, from the top of the lane.
    pub fn bar_top(track: usize) -> f32 {
        PADDING + track as f32 * (BAR + TRACK_GAP)
    }

    /// The middle of the line marks of `kind` stand on, from the top of the lane.
    pub fn line_of(&self, kind: MarkKind) -> f32 {
        let line = self.kinds.iter().position(|other| *other == kind).unwrap_or_default();
        self.marks + line as f32 * CROWDED
    }
}

/// What of a lane takes a look at every mark: found once for a chart, not in every frame.
#[derive(Clone, Debug)]
pub struct Measure {
    tracks: Vec<usize>,
    kinds: Vec<MarkKind>,
    longest: i32,
}

/// The measures of every lane.
pub fn measure(chart: &Timeline) -> Vec<Measure> {
    let of = |lane: &Lane| Measure {
        tracks: lane.tracks(),
        kinds: if lane.is_crowded() { lane.kinds() } else { Vec::new() },
        longest: lane.marks.iter().map(|mark| (mark.to - mark.from).get_days()).max().unwrap_or_default(),
    };
    chart.lanes.iter().map(of).collect()
}

/// Every lane from top to bottom, and the height of them all.
pub fn rows<'a>(chart: &'a Timeline, measures: &[Measure]) -> (Vec<Row<'a>>, f32) {
    let mut top = 0.0;
    let mut out = Vec::new();
    for (lane, measure) in chart.lanes.iter().zip(measures) {
        let Measure { tracks, kinds, longest } = measure.clone();
        let count = tracks.iter().max().map_or(0, |last| last + 1);
        let bars = count as f32 * (BAR + TRACK_GAP);
        let marks = match (lane.marks.is_empty(), kinds.len()) {
            (true, _) => 0.0,
            (false, 0) => MARKS,
            (false, lines) => lines as f32 * CROWDED + 4.0,
        };
        let height = (bars + marks + 2.0 * PADDING - if count > 0 && marks == 0.0 { TRACK_GAP } else { 0.0 }).max(LEAST);
        let middle = match (count, kinds.len()) {
            (0, 0) => height / 2.0,
            (_, 0) => PADDING + bars + MARKS / 2.0 - 1.0,
            (_, lines) => (height - PADDING - lines as f32 * CROWDED).max(PADDING + bars) + CROWDED / 2.0,
        };
        out.push(Row { lane, top, height, tracks, marks: middle, kinds, longest });
        top += height;
    }
    (out, top)
}
