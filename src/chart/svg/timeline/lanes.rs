//! Lanes: how high each is, its label, its stripe, and what stands on it.

use super::super::super::palette;
use super::super::super::timeline::{Lane, LaneKind, Timeline};
use super::super::text;
use super::super::writer::{Anchor, Style, Writer, hex};
use super::marks::{self, Placed};
use super::{MARGIN, Plot, WIDTH, bars};
use crate::words::Words;

/// Size of a lane's label.
pub const LABEL: f64 = 11.5;
const PAD: f64 = 5.0;
const ROW: f64 = 13.5;
const LABEL_LINE: f64 = 12.5;

/// A lane with everything on it in its place.
pub struct LanePlan<'a> {
    pub lane: &'a Lane,
    pub tracks: Vec<usize>,
    pub marks: Vec<Placed<'a>>,
    label: Vec<String>,
    mark_rows: usize,
    /// Whether it is the first of its kind: a stronger line above it.
    opens_group: bool,
}

impl LanePlan<'_> {
    fn track_height(&self) -> f64 {
        if self.lane.kind == LaneKind::Source { 11.0 } else { 18.0 }
    }

    fn bars_height(&self) -> f64 {
        let count = self.tracks.iter().max().map_or(0, |&top| top + 1);
        count as f64 * self.track_height()
    }

    fn content(&self) -> f64 {
        self.bars_height() + self.mark_rows as f64 * ROW
    }

    /// Where the bars begin in a lane that begins at `top`.
    fn start(&self, top: f64) -> f64 {
        top + (self.height() - self.content()) / 2.0
    }

    pub fn height(&self) -> f64 {
        (self.content() + 2.0 * PAD).max(self.label.len() as f64 * LABEL_LINE + 2.0 * PAD)
    }
}

pub fn plan<'a>(chart: &'a Timeline, plot: &Plot, words: &Words) -> Vec<LanePlan<'a>> {
    let room = plot.left - MARGIN - 8.0;
    let mut before = None;
    chart
        .lanes
        .iter()
        .map(|lane| {
            let (marks, mark_rows) = marks::place(lane, plot, words);
            let opens_group = before.replace(lane.kind) != Some(lane.kind);
            LanePlan { lane, tracks: lane.tracks(), marks, label: text::wrap(&lane.label, LABEL, room, 2), mark_rows, opens_group }
        })
        .collect()
}

/// Every other lane is tinted; groups are kept apart by a line.
pub fn backgrounds(out: &mut Writer, plans: &[LanePlan<'_>], mut y: f64, plot: &Plot) {
    for (at, plan) in plans.iter().enumerate() {
        if at % 2 == 0 {
            out.rect((plot.left, y), (plot.right - plot.left, plan.height()), &hex(palette::STRIPE), "");
        }
        if plan.opens_group && at > 0 {
            out.segment((MARGIN, y), (WIDTH - MARGIN, y), palette::INK_SOFT, 0.5, "");
        }
        y += plan.height();
    }
}

/// The lane's name.
pub fn name(out: &mut Writer, plan: &LanePlan<'_>, plot: &Plot, top: f64) {
    let middle = top + plan.height() / 2.0;
    let mut y = middle - (plan.label.len() as f64 - 1.0) * LABEL_LINE / 2.0 + LABEL * 0.33;
    for line in &plan.label {
        out.text((plot.left - 8.0, y), line, Style::new(LABEL).anchor(Anchor::End));
        y += LABEL_LINE;
    }
}

/// Its bars.
pub fn paint(out: &mut Writer, plan: &LanePlan<'_>, plot: &Plot, top: f64) {
    bars::paint(out, plan, plot, plan.start(top), plan.track_height());
}

/// Texts and signs, over everything else.
pub fn paint_over(out: &mut Writer, plan: &LanePlan<'_>, plot: &Plot, top: f64) {
    let start = plan.start(top);
    bars::labels(out, plan, plot, start, plan.track_height());
    let marks_top = start + plan.bars_height();
    for placed in &plan.marks {
        marks::paint(out, placed, marks_top + ROW * (placed.row as f64 + 0.5));
    }
}
