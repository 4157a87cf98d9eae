//! The copy date on paper: density in steps over a time axis, the 95 % set shaded, and under it one sentence for each of its ends.

use super::super::density::CopyDensity;
use super::super::palette;
use super::super::scale::{self, Scale};
use super::text;
use super::writer::{Anchor, Style, Writer, hex, number};
use crate::words::Words;

/// Width of the picture in points: readable when set across a page.
const WIDTH: f64 = 720.0;
const MARGIN: f64 = 16.0;
const PLOT: f64 = 150.0;
const LABEL: f64 = 10.5;
const SMALL: f64 = 9.0;
/// Sentences about ends of the set; the rest is in the window.
const SENTENCES: usize = 8;

pub(super) fn paint(chart: &CopyDensity, words: &Words) -> String {
    let mut out = Writer::new("cd");
    let (left, right) = (MARGIN, WIDTH - MARGIN);
    let (from, until) = chart.focus;
    let scale = Scale::new(from, until, left, right);
    out.text((MARGIN, 28.0), &chart.title, Style::new(16.0).bold());
    let mut y = 38.0;
    for line in text::wrap(&chart.description, LABEL, right - left, 4) {
        y += 13.0;
        out.text((MARGIN, y - 4.0), &line, Style::new(LABEL).colour(palette::INK_SOFT));
    }
    let (top, base) = (y + 10.0, y + 10.0 + PLOT);
    let after = |day: crate::model::Day| scale.x(day.tomorrow().unwrap_or(day));
    for span in &chart.spans {
        let (x1, x2) = (scale.x(span.from), after(span.to));
        out.rect((x1, top), (x2 - x1, base - top), &hex(palette::COPY_LIGHT), "");
    }
    steps(&mut out, chart, &scale, (top, base), words);
    for span in &chart.spans {
        for x in [scale.x(span.from), after(span.to)] {
            out.segment((x, top), (x, base), palette::COPY, 0.9, "stroke-dasharray=\"3 2\"");
        }
    }
    for span in &chart.spans50 {
        let (x1, x2) = (scale.x(span.from), after(span.to));
        out.rect((x1, base - 4.0), (x2 - x1, 4.0), &hex(palette::INK), "");
    }
    out.segment((left, base), (right, base), palette::INK_SOFT, 0.8, "");
    let axis = scale::axis(from, until, right - left, 44.0, words);
    let soft = Style::new(SMALL).colour(palette::INK_SOFT);
    for tick in &axis.ticks {
        let x = scale.x(tick.day);
        out.segment((x, base), (x, base + 4.0), palette::INK_SOFT, 0.8, "");
        if x < right - 20.0 {
            out.text((x, base + 14.0), &tick.label, soft.anchor(Anchor::Middle));
        }
    }
    y = base + 14.0;
    if !axis.stretches.is_empty() {
        y += 12.0;
        for stretch in &axis.stretches {
            let (x1, x2) = (scale.x(stretch.from), scale.x(stretch.until));
            let label = text::fit(&scale::month_year_short(stretch, words), SMALL, x2 - x1 - 4.0);
            out.text((f64::midpoint(x1, x2), y), &label, soft.anchor(Anchor::Middle));
        }
    }
    y += 8.0;
    for limit in chart.limits.iter().take(SENTENCES) {
        for line in text::wrap(&limit.sentence(words), LABEL, right - left, 2) {
            y += 13.0;
            out.text((MARGIN, y), &line, Style::new(LABEL));
        }
    }
    y += 6.0;
    for line in text::wrap(&words.text("origin-copy-reading"), SMALL, right - left, 3) {
        y += 11.0;
        out.text((MARGIN, y), &line, soft);
    }
    out.finish(WIDTH, y + MARGIN, &chart.title, &chart.description, super::timeline::language(words))
}

/// The density as a step area; the tallest step leaves room above.
fn steps(out: &mut Writer, chart: &CopyDensity, scale: &Scale, (top, base): (f64, f64), words: &Words) {
    let tallest = chart.tallest();
    if tallest <= 0.0 {
        return;
    }
    out.group(&words.text("rooms-copy-density"));
    let (from, until) = chart.focus;
    let colour = hex(palette::COPY);
    let mut data = String::new();
    for step in chart.steps.iter().filter(|step| step.until > from && step.from < until) {
        let (x1, x2) = (number(scale.x(step.from)), number(scale.x(step.until)));
        let y = number(base - step.per_day() / tallest * (base - top) * 0.9);
        let base = number(base);
        let start = if data.is_empty() { "M" } else { "L" };
        data.extend([start, &format!("{x1},{base} L{x1},{y} L{x2},{y} L{x2},{base} ")]);
    }
    if !data.is_empty() {
        out.path(&format!("{data}Z"), &colour, &format!("fill-opacity=\"0.8\" stroke=\"{colour}\" stroke-width=\"0.6\" stroke-linejoin=\"round\""));
    }
    out.end();
}
