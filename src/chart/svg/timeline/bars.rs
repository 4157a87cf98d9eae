//! Bars: certain days full, possible days hatched, an unknown end torn, another hat outlined; their texts where there is room.

use super::super::super::palette;
use super::super::super::timeline::{Bar, LaneKind};
use super::super::text;
use super::super::writer::{Style, Writer, hex};
use super::Plot;
use super::lanes::LanePlan;

const SIZE: f64 = 10.0;
/// Depth of the teeth of a torn end.
const TOOTH: f64 = 2.6;

pub fn paint(out: &mut Writer, plan: &LanePlan<'_>, plot: &Plot, top: f64, track: f64) {
    let is_source = plan.lane.kind == LaneKind::Source;
    let height = if is_source { 8.0 } else { 15.0 };
    let y_of = |at: usize| top + plan.tracks[at] as f64 * track + (track - height) / 2.0;
    for (at, bar) in plan.lane.bars.iter().enumerate() {
        out.group(&bar.detail);
        shape(out, bar, plot, (y_of(at), height), is_source);
        out.end();
    }
}

/// The texts of a lane's bars, drawn after everything they must stay readable on. A file's lane is already called by its name.
pub fn labels(out: &mut Writer, plan: &LanePlan<'_>, plot: &Plot, top: f64, track: f64) {
    if plan.lane.kind == LaneKind::Source {
        return;
    }
    for (at, bar) in plan.lane.bars.iter().enumerate() {
        let middle = top + (plan.tracks[at] as f64 + 0.5) * track;
        {
            // Free room to the right ends where the next bar of the track begins.
            let beside = plan
                .lane
                .bars
                .iter()
                .zip(&plan.tracks)
                .filter(|(other, other_track)| **other_track == plan.tracks[at] && other.possible.0 >= bar.possible.1);
            let free = beside.map(|(other, _)| plot.scale.x(other.possible.0)).fold(plot.right, f64::min);
            label(out, bar, plot, middle + SIZE * 0.33, free);
        }
    }
}

fn shape(out: &mut Writer, bar: &Bar, plot: &Plot, (y, height): (f64, f64), is_source: bool) {
    let (x1, x2) = (plot.scale.x(bar.possible.0), plot.scale.x(bar.possible.1));
    let x2 = x2.max(x1 + 2.0);
    let (colour, name) = match (is_source, bar.gives_access) {
        (true, _) => (palette::SOURCE, "source"),
        (false, true) => (palette::ACCESS, "access"),
        (false, false) => (palette::OTHER_POST, "elsewhere"),
    };
    let full = if bar.gives_access { colour } else { palette::OTHER_POST_LIGHT };
    let hatch = out.url(name);
    let is_wide = x2 - x1 > 4.0 * TOOTH;
    let mut points = vec![(x1, y), (x2, y)];
    if bar.has_open_end() && is_wide {
        points.extend(teeth(x2, y, height, -TOOTH));
    }
    points.extend([(x2, y + height), (x1, y + height)]);
    if bar.has_open_start() && is_wide {
        points.extend(teeth(x1, y, height, TOOTH).into_iter().rev());
    }
    let stroke = format!("stroke=\"{}\" stroke-width=\"0.9\" stroke-linejoin=\"round\"", hex(colour));
    out.polygon(&points, &hatch, &stroke);
    if let Some((from, until)) = bar.certain {
        let (c1, c2) = (plot.scale.x(from), plot.scale.x(until));
        out.rect((c1, y), ((c2 - c1).max(1.6), height), &hex(full), &stroke);
    }
}

/// The points of a torn side at `x`, from top to bottom; `depth` points into the bar.
fn teeth(x: f64, y: f64, height: f64, depth: f64) -> Vec<(f64, f64)> {
    let count = if height > 10.0 { 3.0 } else { 2.0 };
    let step = height / count / 2.0;
    let mut points = Vec::new();
    let mut at = y + step;
    let mut is_in = true;
    while at < y + height - step / 2.0 {
        points.push((if is_in { x + depth } else { x }, at));
        is_in = !is_in;
        at += step;
    }
    points
}

/// The text goes on the full part, else on the hatched part, else beside the bar, else cut on the larger part, else nowhere: the table has it.
fn label(out: &mut Writer, bar: &Bar, plot: &Plot, baseline: f64, free: f64) {
    let width = text::width(&bar.label, SIZE);
    // A bar may go on beyond what is shown; its text stays inside.
    let x = |day| plot.scale.x(day).clamp(plot.left, plot.right);
    let (x1, x2) = (x(bar.possible.0), x(bar.possible.1));
    let (c1, c2) = bar.certain.map_or((x1, x1), |(from, until)| (x(from), x(until)));
    let on_full = if bar.gives_access { Style::new(SIZE).colour(palette::PAPER) } else { Style::new(SIZE) };
    let plain = Style::new(SIZE);
    let pad = 5.0;
    if c2 - c1 >= width + 2.0 * pad {
        out.text((c1 + pad, baseline), &bar.label, on_full);
    } else if x2 - c2 >= width + 2.0 * pad {
        backing(out, c2 + pad, baseline, width);
        out.text((c2 + pad, baseline), &bar.label, plain);
    } else if free - x2 >= width + 2.0 * pad {
        out.text((x2 + pad, baseline), &bar.label, plain.halo());
    } else {
        let is_on_full = c2 - c1 >= x2 - c2;
        let (x, room) = if is_on_full { (c1, c2 - c1) } else { (c2, x2 - c2) };
        if room >= 34.0 {
            let label = text::fit(&bar.label, SIZE, room - 2.0 * pad);
            if !is_on_full {
                backing(out, x + pad, baseline, text::width(&label, SIZE));
            }
            out.text((x + pad, baseline), &label, if is_on_full { on_full } else { plain });
        }
    }
}

/// A quiet ground for a text that stands on hatching.
fn backing(out: &mut Writer, x: f64, baseline: f64, width: f64) {
    out.rect((x - 2.5, baseline - SIZE * 0.82), (width + 4.0, SIZE * 1.12), &hex(palette::PAPER), "rx=\"2\" fill-opacity=\"0.92\"");
}
