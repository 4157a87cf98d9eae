//! The timeline on paper: title, copy-date strip, lanes, axis, legend, tray of what has no date.

mod bars;
mod lanes;
mod legend;
mod marks;

use super::super::palette;
use super::super::scale::{self, Scale};
use super::super::timeline::{Density, Timeline, elapsed, say};
use super::text;
use super::writer::{Anchor, Style, Writer, hex, number};
use crate::attribute::SpanSide;
use crate::model::{Day, Language};
use crate::words::Words;
use lanes::LanePlan;

/// Width of the picture in points: readable when set across a page.
const WIDTH: f64 = 800.0;
const MARGIN: f64 = 16.0;
const STRIP: f64 = 46.0;
/// Beyond this the axis is repeated above the lanes.
const TALL: f64 = 420.0;
/// Lines of the tray; the rest is in the table.
const TRAY: usize = 12;

/// Where the plot stands.
struct Plot {
    scale: Scale,
    left: f64,
    right: f64,
}

pub(super) fn paint(chart: &Timeline, words: &Words) -> String {
    let mut out = Writer::new("tl");
    out.hatch("access", palette::ACCESS, palette::ACCESS_LIGHT);
    out.hatch("elsewhere", palette::OTHER_POST, palette::PAPER);
    out.hatch("source", palette::SOURCE, palette::SOURCE_LIGHT);

    let labels = chart.lanes.iter().map(|lane| text::width(&lane.label, lanes::LABEL)).fold(70.0, f64::max);
    let left = MARGIN + labels.min(150.0) + 12.0;
    let right = WIDTH - MARGIN;
    let plot = Plot { scale: Scale::folded(chart.from, chart.until, left, right, &chart.folds), left, right };

    out.text((MARGIN, 28.0), &chart.title, Style::new(16.0).bold());
    let mut y = 38.0;
    let subtitle = say::copy_date(chart, words).unwrap_or_default();
    for line in text::wrap(&subtitle, 10.5, WIDTH - 2.0 * MARGIN, 3).iter().filter(|line| !line.is_empty()) {
        y += 13.0;
        out.text((MARGIN, y - 4.0), line, Style::new(10.5).colour(palette::INK_SOFT));
    }
    for line in text::wrap(&chart.note, 10.5, WIDTH - 2.0 * MARGIN, 3).iter().filter(|line| !line.is_empty()) {
        y += 13.0;
        out.text((MARGIN, y - 4.0), line, Style::new(10.5).colour(palette::INK_SOFT).italic());
    }
    y += 6.0;
    if chart.lanes.is_empty() {
        out.text((MARGIN, y + 12.0), &chart.description, Style::new(10.5).italic());
        let height = tray(&mut out, chart, y + 22.0, words) + MARGIN;
        return out.finish(WIDTH, height, &chart.title, &chart.description, language(words));
    }

    let plans = lanes::plan(chart, &plot, words);
    let lanes_height: f64 = plans.iter().map(LanePlan::height).sum();
    let is_tall = lanes_height > TALL;
    let axis = scale::folded_axis(chart.from, chart.until, &chart.folds, right - left, 38.0, words);
    let axis_height = if axis.stretches.is_empty() { 16.0 } else { 29.0 };
    if is_tall {
        axis_labels(&mut out, &axis, &plot, y, words);
        y += axis_height;
    }
    let top = y;
    let strip = if chart.density.is_some() { STRIP } else { 0.0 };
    let bottom = top + strip + lanes_height;

    lanes::backgrounds(&mut out, &plans, top + strip, &plot);
    grid(&mut out, &axis, &plot, (top, bottom));
    folds(&mut out, chart, &plot, (top, bottom), words);
    if chart.density.is_some() {
        density_caption(&mut out, &plot, top, words);
    }
    let tops: Vec<f64> = plans
        .iter()
        .scan(top + strip, |next, plan| {
            let top = *next;
            *next += plan.height();
            Some(top)
        })
        .collect();
    for (plan, top) in plans.iter().zip(&tops) {
        lanes::name(&mut out, plan, &plot, *top);
    }
    if chart.is_part {
        out.clip("part", (left, top), (right - left, bottom - top));
    }
    if let Some(density) = &chart.density {
        set95(&mut out, density, &plot, (top, bottom));
        density_strip(&mut out, density, &plot, top, words);
    }
    for (plan, top) in plans.iter().zip(&tops) {
        lanes::paint(&mut out, plan, &plot, *top);
    }
    if let Some(density) = &chart.density {
        set95_edges(&mut out, density, &plot, (top, bottom), words);
    }
    for (plan, top) in plans.iter().zip(&tops) {
        lanes::paint_over(&mut out, plan, &plot, *top);
    }
    if chart.is_part {
        out.end();
    }
    let frame = format!("stroke=\"{}\" stroke-width=\"0.8\"", hex(palette::INK_SOFT));
    out.rect((left, top), (right - left, bottom - top), "none", &frame);
    axis_labels(&mut out, &axis, &plot, bottom, words);
    y = bottom + axis_height + 14.0;
    y = legend::paint(&mut out, chart, (MARGIN, WIDTH - MARGIN), y, words);
    y = tray(&mut out, chart, y, words);
    out.finish(WIDTH, y + MARGIN - 6.0, &chart.title, &chart.description, language(words))
}

/// The language of the picture's texts, for `xml:lang`.
pub(super) fn language(words: &Words) -> &'static str {
    match words.language() {
        Language::Fr => "fr",
        Language::En => "en",
    }
}

fn grid(out: &mut Writer, axis: &scale::Axis, plot: &Plot, (top, bottom): (f64, f64)) {
    for tick in &axis.ticks {
        let x = plot.scale.x(tick.day);
        let is_coarse = axis.stretches.iter().any(|stretch| stretch.from == tick.day);
        let colour = if is_coarse { [0xbd; 3] } else { palette::GRID };
        out.segment((x, top), (x, bottom), colour, 0.7, "");
    }
}

/// One or two rows of text under (or above) the plot, from `y` down. Texts that would leave their stretch are left out.
fn axis_labels(out: &mut Writer, axis: &scale::Axis, plot: &Plot, y: f64, words: &Words) {
    let style = Style::new(10.0).colour(palette::INK_SOFT);
    for (at, tick) in axis.ticks.iter().enumerate() {
        let x = plot.scale.x(tick.day);
        let end = axis.ticks.get(at + 1).map_or(plot.right, |next| plot.scale.x(next.day));
        out.segment((x, y), (x, y + 4.0), palette::INK_SOFT, 0.7, "");
        if x + 3.0 + text::width(&tick.label, 10.0) <= end + 2.0 {
            out.text((x + 3.0, y + 11.5), &tick.label, style);
        }
    }
    for stretch in &axis.stretches {
        let (x, end) = (plot.scale.x(stretch.from), plot.scale.x(stretch.until));
        let short = scale::month_year_short(stretch, words);
        let label = [&stretch.label, &short].into_iter().find(|label| x + 3.0 + text::width(label, 10.5) <= end);
        if x > plot.left + 0.5 {
            out.segment((x, y), (x, y + 26.0), palette::INK_SOFT, 0.7, "");
        }
        if let Some(label) = label {
            out.text((x + 3.0, y + 24.5), label, Style::new(10.5).bold());
        }
    }
}

/// A span of days as coordinates, never thinner than can be seen.
fn stretch(plot: &Plot, from: Day, to: Day) -> (f64, f64) {
    let (x1, x2) = (plot.scale.x(from), plot.scale.x(to.tomorrow().unwrap_or(to)));
    if x2 - x1 >= 2.0 {
        (x1, x2)
    } else {
        let middle = f64::midpoint(x1, x2);
        (middle - 1.0, middle + 1.0)
    }
}

fn set95(out: &mut Writer, density: &Density, plot: &Plot, (top, bottom): (f64, f64)) {
    for span in &density.set95 {
        let (x1, x2) = stretch(plot, span.from, span.to);
        out.rect((x1, top), (x2 - x1, bottom - top), &hex(palette::COPY_LIGHT), "fill-opacity=\"0.85\"");
    }
}

/// The ends of the set, each with who forbids going further.
fn set95_edges(out: &mut Writer, density: &Density, plot: &Plot, (top, bottom): (f64, f64), words: &Words) {
    for span in &density.set95 {
        let (x1, x2) = stretch(plot, span.from, span.to);
        for (x, side, at) in [(x1, SpanSide::From, span.from), (x2, SpanSide::To, span.to)] {
            let limit = density.limits.iter().find(|limit| limit.side == side && limit.at == at);
            if let Some(limit) = limit {
                out.group(&limit.sentence(words));
            }
            out.segment((x, top), (x, bottom), palette::COPY, 0.8, "stroke-dasharray=\"3 2\"");
            if limit.is_some() {
                out.end();
            }
        }
    }
}

/// Stretches drawn short: a band between two lines, with how long it is.
fn folds(out: &mut Writer, chart: &Timeline, plot: &Plot, (top, bottom): (f64, f64), words: &Words) {
    for fold in chart.folds.list() {
        let (x1, x2) = (plot.scale.x(fold.from), plot.scale.x(fold.until));
        out.group(&words.text_with("timeline-fold", &crate::args! { "length" => elapsed::length(fold.from, fold.until, words) }));
        out.rect((x1, top), (x2 - x1, bottom - top), &hex(palette::GRID), "");
        for x in [x1, x2] {
            let mut points = Vec::new();
            let mut y = top;
            while y < bottom {
                points.extend([format!("{},{}", number(x - 1.6), number(y)), format!("{},{}", number(x + 1.6), number((y + 4.0).min(bottom)))]);
                y += 8.0;
            }
            let soft = hex(palette::INK_SOFT);
            out.path(&format!("M{}", points.join(" L")), "none", &format!("stroke=\"{soft}\" stroke-width=\"0.8\""));
        }
        out.end();
    }
}

/// What the strip of the density is, beside it.
fn density_caption(out: &mut Writer, plot: &Plot, top: f64, words: &Words) {
    let caption = text::wrap(&words.text("chart-legend-density"), 10.0, plot.left - MARGIN - 10.0, 2);
    for (line, row) in caption.iter().zip(0_u8..) {
        out.text((plot.left - 8.0, top + 20.0 + 12.0 * f64::from(row)), line, Style::new(10.0).colour(palette::COPY).anchor(Anchor::End));
    }
}

/// The density as a step area over its own baseline.
fn density_strip(out: &mut Writer, density: &Density, plot: &Plot, top: f64, words: &Words) {
    let base = top + STRIP;
    out.group(&words.text("chart-legend-density"));
    let mut data = String::new();
    let mut end = plot.left;
    for (segment, height) in density.segments.iter().zip(density.heights()) {
        let (x1, x2) = (plot.scale.x(segment.from), plot.scale.x(segment.until));
        let y = number(base - height * (STRIP - 7.0));
        let start = if data.is_empty() { format!("M{},{}", number(x1), number(base)) } else { format!("L{},{}", number(x1), number(base)) };
        data.extend([start, format!(" L{},{y} L{},{y} L{},{} ", number(x1), number(x2), number(x2), number(base))]);
        end = x2;
    }
    if !data.is_empty() && end >= plot.left {
        let colour = hex(palette::COPY);
        out.path(&format!("{data}Z"), &colour, &format!("fill-opacity=\"0.75\" stroke=\"{colour}\" stroke-width=\"0.8\" stroke-linejoin=\"round\""));
    }
    out.end();
    out.segment((plot.left, base), (plot.right, base), palette::INK_SOFT, 0.8, "");
}

/// What has no date, in a box under the chart.
fn tray(out: &mut Writer, chart: &Timeline, y: f64, words: &Words) -> f64 {
    if chart.undated.is_empty() {
        return y;
    }
    let shown = &chart.undated[..chart.undated.len().min(TRAY)];
    let more = chart.undated.len() - shown.len();
    let lines = shown.len() + usize::from(more > 0);
    let height = 22.0 + lines as f64 * 13.5;
    let (top, border) = (y + 6.0, format!("stroke=\"{}\" stroke-width=\"0.8\" stroke-dasharray=\"3 2\"", hex(palette::INK_SOFT)));
    out.rect((MARGIN, top), (WIDTH - 2.0 * MARGIN, height), &hex(palette::STRIPE), &border);
    out.text((MARGIN + 10.0, top + 15.0), &words.text("chart-tray"), Style::new(10.5).bold());
    let mut line = top + 15.0;
    for undated in shown {
        line += 13.5;
        out.text((MARGIN + 10.0, line), &text::fit(&undated.label, 10.5, WIDTH - 2.0 * MARGIN - 20.0), Style::new(10.5));
    }
    if more > 0 {
        out.text((MARGIN + 10.0, line + 13.5), &say::counted("chart-tray-more", more, words), Style::new(10.5).italic());
    }
    top + height + 6.0
}
