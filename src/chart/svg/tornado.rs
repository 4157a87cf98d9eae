//! The tornado on paper: one bar per assumption from end to end over the answer as it is; what changes the words of the answer is hatched and says so.

use super::super::palette;
use super::super::tornado::{End, Tornado, TornadoBar, say};
use super::text;
use super::writer::{Anchor, Style, Writer, hex};
use crate::args;
use crate::words::Words;

/// Width of the picture in points: readable when set across a page.
const WIDTH: f64 = 720.0;
const MARGIN: f64 = 16.0;
/// Room for names.
const LABELS: f64 = 230.0;
/// Room for values beside a bar, on both sides.
const VALUES: f64 = 86.0;
const ROW: f64 = 30.0;
const BAR: f64 = 13.0;
const LABEL: f64 = 10.5;
const SMALL: f64 = 9.0;

pub(super) fn paint(chart: &Tornado, words: &Words) -> String {
    let mut out = Writer::new("to");
    out.hatch("changes", palette::COPY, palette::COPY_LIGHT);
    let (least, most) = chart.span();
    let (left, right) = (MARGIN + LABELS + VALUES, WIDTH - MARGIN - VALUES);
    let x = |value: f64| left + ((value - least) / (most - least)).clamp(0.0, 1.0) * (right - left);
    out.text((MARGIN, 28.0), &chart.title, Style::new(15.0).bold());
    let mut y = 38.0;
    for line in text::wrap(&chart.description, LABEL, WIDTH - 2.0 * MARGIN, 5) {
        y += 13.0;
        out.text((MARGIN, y - 4.0), &line, Style::new(LABEL).colour(palette::INK_SOFT));
    }
    let soft = Style::new(SMALL).colour(palette::INK_SOFT);
    y += 14.0;
    let as_is = words.text_with("origin-tornado-as-is-at", &args! { "lr" => say::log10(chart.baseline, words) });
    out.text((x(chart.baseline), y), &as_is, soft.anchor(Anchor::Middle));
    let top = y + 6.0;
    let bottom = top + ROW * chart.bars.len() as f64;
    for at in (0..chart.bars.len()).step_by(2) {
        out.rect((MARGIN, top + ROW * at as f64), (WIDTH - 2.0 * MARGIN, ROW), &hex(palette::STRIPE), "");
    }
    out.segment((x(0.0), top), (x(0.0), bottom), palette::INK_SOFT, 0.8, "stroke-dasharray=\"2 2\"");
    for (at, bar) in chart.bars.iter().enumerate() {
        row(&mut out, chart, bar, top + ROW * (at as f64 + 0.5), &x, words);
    }
    out.segment((x(chart.baseline), top), (x(chart.baseline), bottom), palette::INK, 1.2, "");
    out.segment((MARGIN, bottom), (WIDTH - MARGIN, bottom), palette::INK_SOFT, 0.8, "");
    // The baseline's own text stands above; here only what is far enough from it.
    out.text((x(0.0), bottom + 12.0), &words.text("origin-tornado-even"), soft.anchor(Anchor::Middle));
    let mut y = bottom + 20.0;
    for line in text::wrap(&words.text("origin-tornado-reading"), SMALL, WIDTH - 2.0 * MARGIN, 3) {
        y += 11.0;
        out.text((MARGIN, y), &line, soft);
    }
    out.finish(WIDTH, y + MARGIN, &chart.title, &chart.description, super::timeline::language(words))
}

fn row(out: &mut Writer, chart: &Tornado, bar: &TornadoBar, middle: f64, x: &impl Fn(f64) -> f64, words: &Words) {
    out.group(&say::spoken(bar, words));
    out.text((MARGIN + 4.0, middle + LABEL * 0.33), &text::fit(&bar.name, LABEL, LABELS - 12.0), Style::new(LABEL));
    let (fill, rim) = if bar.changes_words() { (out.url("changes"), palette::COPY) } else { (hex(palette::ACCESS), palette::ACCESS) };
    let stroke = format!("stroke=\"{}\" stroke-width=\"0.9\"", hex(rim));
    let (least, most) = bar.span(chart.baseline);
    out.rect((x(least), middle - BAR / 2.0), ((x(most) - x(least)).max(1.0), BAR), &fill, &stroke);
    // The value that gives the left end stands at the left, whichever way it was turned.
    let value_at = |end: &End| end.log10_lr.unwrap_or(chart.baseline);
    let (left, right) = if value_at(&bar.low) <= value_at(&bar.high) { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    let style = |end: &End| if end.changes_words { Style::new(SMALL).bold() } else { Style::new(SMALL).colour(palette::INK_SOFT) };
    // "As it is" is the line all bars share.
    let label = |end: &End| if end.is_as_is { String::new() } else { text::fit(&end.value, SMALL, VALUES - 8.0) };
    out.text((x(least) - 4.0, middle + SMALL * 0.33), &label(left), style(left).anchor(Anchor::End));
    out.text((x(most) + 4.0, middle + SMALL * 0.33), &label(right), style(right));
    out.end();
}
