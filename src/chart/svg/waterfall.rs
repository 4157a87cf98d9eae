//! The waterfall on paper: one row per step with both values, bars on a scale of bits, the probability at the right.

use super::super::palette::{self, Rgb};
use super::super::waterfall::{Step, StepKind, Waterfall, say};
use super::text;
use super::writer::{Anchor, Style, Writer, hex};
use crate::args;
use crate::words::Words;

/// Width of the picture in points: readable when set across a page.
const WIDTH: f64 = 720.0;
const MARGIN: f64 = 16.0;
/// Room for what a step says.
const LABELS: f64 = 290.0;
/// Room for the probability.
const NUMBERS: f64 = 104.0;
/// Room for a bar's own number, inside the plot at both ends.
const INSIDE: f64 = 40.0;
/// Height of a row, and of one with both values under what it says.
const ROW: f64 = 30.0;
const TALL_ROW: f64 = 44.0;
const BAR: f64 = 15.0;
const LABEL: f64 = 10.5;
const SMALL: f64 = 9.0;

/// Maps bits to the plot.
struct Scale {
    least: f64,
    greatest: f64,
    left: f64,
    right: f64,
}

impl Scale {
    fn x(&self, bits: f64) -> f64 {
        let share = (bits - self.least) / (self.greatest - self.least);
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }
}

pub(super) fn paint(chart: &Waterfall, words: &Words) -> String {
    let mut out = Writer::new("wf");
    out.hatch("against", palette::COPY, palette::COPY_LIGHT);
    let (least, greatest) = chart.span();
    let plot = (MARGIN + LABELS, WIDTH - MARGIN - NUMBERS);
    let scale = Scale { least, greatest, left: plot.0 + INSIDE, right: plot.1 - INSIDE };

    out.text((MARGIN, 28.0), &chart.title, Style::new(16.0).bold());
    let mut y = 38.0;
    for line in text::wrap(&chart.description, LABEL, WIDTH - 2.0 * MARGIN, 4) {
        y += 13.0;
        out.text((MARGIN, y - 4.0), &line, Style::new(LABEL).colour(palette::INK_SOFT));
    }
    let head = Style::new(SMALL).colour(palette::INK_SOFT);
    y += 14.0;
    out.text((plot.0, y), &words.text("links-axis-less"), head);
    out.text((plot.1, y), &words.text("links-axis-more"), head.anchor(Anchor::End));
    out.text((WIDTH - MARGIN, y), &words.text("links-table-probability"), head.anchor(Anchor::End));
    let top = y + 6.0;
    let bottom = top + chart.steps.iter().map(height).sum::<f64>();
    let mut row_top = top;
    for (at, step) in chart.steps.iter().enumerate() {
        if at.is_multiple_of(2) {
            out.rect((MARGIN, row_top), (WIDTH - 2.0 * MARGIN, height(step)), &hex(palette::STRIPE), "");
        }
        row_top += height(step);
    }
    out.segment((scale.x(0.0), top), (scale.x(0.0), bottom), palette::INK_SOFT, 0.8, "");
    let mut row_top = top;
    for (at, step) in chart.steps.iter().enumerate() {
        let middle = row_top + height(step) / 2.0;
        row(&mut out, step, &scale, middle, words);
        row_top += height(step);
        if let Some(next) = chart.steps.get(at + 1) {
            let x = scale.x(step.to_bits);
            let below = row_top + height(next) / 2.0;
            out.segment((x, middle + BAR / 2.0), (x, below - BAR / 2.0), palette::INK_SOFT, 0.6, "stroke-dasharray=\"2 2\"");
        }
    }
    out.segment((MARGIN, bottom), (WIDTH - MARGIN, bottom), palette::INK_SOFT, 0.8, "");
    out.text((scale.x(0.0), bottom + 12.0), &words.text("links-axis-even"), head.anchor(Anchor::Middle));
    y = bottom + 16.0;
    for line in text::wrap(&words.text("links-what-is-a-bit"), SMALL, WIDTH - 2.0 * MARGIN, 3) {
        y += 11.0;
        out.text((MARGIN, y), &line, head);
    }
    out.finish(WIDTH, y + MARGIN, &chart.title, &chart.description, super::timeline::language(words))
}

fn row(out: &mut Writer, step: &Step, scale: &Scale, middle: f64, words: &Words) {
    let total = say::total(step, words);
    let added = say::bits(step.bits, words);
    out.group(&words.text_with("links-step-spoken", &args! { "what" => step.text.as_str(), "bits" => added, "p" => total.as_str() }));
    let style = if step.is_end() { Style::new(LABEL).bold() } else { Style::new(LABEL) };
    let has_values = has_values(step);
    let baseline = if has_values { middle - 9.0 } else { middle + LABEL * 0.33 };
    out.text((MARGIN + 4.0, baseline), &text::fit(&step.text, LABEL, LABELS - 12.0), style);
    if has_values {
        // One under the other, so that the eye can go from letter to letter.
        for (value, down) in [(&step.ours, 3.0), (&step.theirs, 14.0)] {
            let value = if value.is_empty() { "—" } else { value };
            let style = Style::new(SMALL).colour(palette::INK_SOFT);
            out.text((MARGIN + 4.0, middle + down), &text::fit(value, SMALL, LABELS - 12.0), style);
        }
    }

    let (from, to) = (scale.x(step.from_bits), scale.x(step.to_bits));
    let (left, right) = (from.min(to), from.max(to));
    let (fill, rim): (String, Rgb) = match step.kind {
        StepKind::Prior | StepKind::Posterior => (hex(palette::OTHER_POST_LIGHT), palette::EVENT),
        _ if step.bits < 0.0 => (out.url("against"), palette::COPY),
        _ => (hex(palette::ACCESS), palette::ACCESS),
    };
    let stroke = format!("stroke=\"{}\" stroke-width=\"0.9\"", hex(rim));
    out.rect((left, middle - BAR / 2.0), ((right - left).max(0.8), BAR), &fill, &stroke);
    let number = Style::new(LABEL).bold().halo();
    let text = say::signed(step.bits, words);
    if to < from {
        out.text((left - 4.0, middle + LABEL * 0.33), &text, number.anchor(Anchor::End));
    } else {
        out.text((right + 4.0, middle + LABEL * 0.33), &text, number);
    }
    out.text((WIDTH - MARGIN - 2.0, middle + LABEL * 0.33), &total, style.anchor(Anchor::End));
    out.end();
}

fn has_values(step: &Step) -> bool {
    !step.ours.is_empty() || !step.theirs.is_empty()
}

fn height(step: &Step) -> f64 {
    if has_values(step) { TALL_ROW } else { ROW }
}
