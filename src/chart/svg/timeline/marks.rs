//! Marks: their signs, and where their texts go without covering each other.
//!
//! Crowded lanes collapse marks of one kind that would touch into one sign with their number; texts that find no room are left to the table twin.

use super::super::super::timeline::{Lane, LaneKind, Mark, MarkKind, crowd};
use super::super::signs::{self, HALF};
use super::super::text;
use super::super::writer::{Anchor, Style, Writer};
use super::Plot;
use crate::words::Words;
use std::borrow::Cow;

const SIZE: f64 = 9.5;
/// Signs closer than this are collapsed then.
const TOUCH: f64 = 10.0;
/// A text longer than this is cut.
const LONGEST: f64 = 190.0;

/// One sign and its text.
pub struct Placed<'a> {
    kind: MarkKind,
    /// Extent of the days it can mean.
    from: f64,
    to: f64,
    /// Row on the lane, from 0.
    pub row: usize,
    label: Option<(String, f64, Anchor)>,
    detail: Cow<'a, str>,
}

pub fn place<'a>(lane: &'a Lane, plot: &Plot, words: &Words) -> (Vec<Placed<'a>>, usize) {
    let most = match lane.kind {
        LaneKind::Campaign | LaneKind::Events => 5,
        LaneKind::Person | LaneKind::Source => 2,
    };
    if lane.is_crowded() {
        return crowd(lane, plot, words);
    }
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut placed = Vec::new();
    let extents: Vec<_> = lane.marks.iter().map(|mark| extent(mark, plot)).collect();
    for (at, (mark, &(from, to))) in lane.marks.iter().zip(&extents).enumerate() {
        let sign = (from - HALF - 1.5, to + HALF + 1.5);
        let label = text::fit(&mark.label, SIZE, LONGEST);
        let width = text::width(&label, SIZE);
        // Signs that are still to come keep their place in the last row.
        let coming = extents[at + 1..].iter().map(|next| next.0).fold(f64::INFINITY, f64::min);
        let spot = (0..most).find_map(|row| {
            let is_last = row + 1 == most;
            let right = (sign.0, sign.1 + 3.0 + width);
            let left = (sign.0 - 3.0 - width, sign.1);
            let is_free = |span: (f64, f64)| taken.get(row).is_none_or(|spans| spans.iter().all(|&(a, b)| span.1 <= a || b <= span.0));
            if right.1 <= plot.right && is_free(right) && !(is_last && coming < right.1) {
                Some((row, right, Some((label.clone(), sign.1 + 2.0, Anchor::Start))))
            } else if left.0 >= plot.left && is_free(left) {
                Some((row, left, Some((label.clone(), sign.0 - 2.0, Anchor::End))))
            } else {
                None
            }
        });
        let (row, span, label) = spot.unwrap_or_else(|| {
            let is_free = |row: usize| taken.get(row).is_none_or(|spans| spans.iter().all(|&(a, b)| sign.1 <= a || b <= sign.0));
            ((0..most).find(|&row| is_free(row)).unwrap_or(most - 1), sign, None)
        });
        while taken.len() <= row {
            taken.push(Vec::new());
        }
        taken[row].push(span);
        let label = label.filter(|(text, ..)| !text.is_empty());
        placed.push(Placed { kind: mark.kind, from, to, row, label, detail: mark.detail.as_str().into() });
    }
    (placed, taken.len())
}

/// A crowded lane: a row for each kind, signs that would touch drawn as one, no texts.
fn crowd<'a>(lane: &'a Lane, plot: &Plot, words: &Words) -> (Vec<Placed<'a>>, usize) {
    let kinds = lane.kinds();
    let placed = crowd::clusters(&lane.marks, TOUCH, |mark| extent(mark, plot)).into_iter().map(|cluster| {
        let kind = cluster.kind();
        let detail = crowd::detail(&cluster, words);
        let middle = f64::midpoint(cluster.from, cluster.to);
        let (from, to) = if cluster.marks.len() == 1 { (cluster.from, cluster.to) } else { (middle, middle) };
        let row = kinds.iter().take_while(|other| **other < kind).count();
        Placed { kind, from, to, row, label: None, detail }
    });
    (placed.collect(), kinds.len())
}

/// Where a mark stands: one point for one day, else the days it can be.
fn extent(mark: &Mark, plot: &Plot) -> (f64, f64) {
    if mark.from == mark.to {
        let x = plot.scale.middle(mark.from);
        return (x, x);
    }
    (plot.scale.x(mark.from), plot.scale.x(mark.to.tomorrow().unwrap_or(mark.to)))
}

pub fn paint(out: &mut Writer, placed: &Placed<'_>, y: f64) {
    out.group(&placed.detail);
    let colour = signs::mark_colour(placed.kind);
    let x = f64::midpoint(placed.from, placed.to);
    if placed.to - placed.from > 2.0 {
        out.segment((placed.from, y), (placed.to, y), colour, 1.2, "");
        for end in [placed.from, placed.to] {
            out.segment((end, y - 3.0), (end, y + 3.0), colour, 1.2, "");
        }
    }
    signs::mark(out, placed.kind, (x, y));
    if let Some((label, x, anchor)) = &placed.label {
        out.text((*x, y + SIZE * 0.33), label, Style::new(SIZE).anchor(*anchor).halo());
    }
    out.end();
}
