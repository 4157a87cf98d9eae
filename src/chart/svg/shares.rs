//! Shares on paper: one row per file with its bar, a whisker for the 95 % interval, and the numbers at the right.

use super::super::palette;
use super::super::shares::{self, ShareBar, Shares};
use super::text;
use super::writer::{Anchor, Style, Writer, hex};
use crate::words::{Words, format};

/// Width of the picture in points: readable when set across a page.
const WIDTH: f64 = 720.0;
const MARGIN: f64 = 16.0;
/// Room for names.
const LABELS: f64 = 220.0;
/// Room for numbers.
const NUMBERS: f64 = 130.0;
const ROW: f64 = 30.0;
const BAR: f64 = 15.0;
/// Half the height of a whisker's end.
const END: f64 = 5.0;
const LABEL: f64 = 10.5;
const SMALL: f64 = 9.0;

pub(super) fn paint(chart: &Shares, words: &Words) -> String {
    let mut out = Writer::new("sh");
    out.hatch("unexplained", palette::OTHER_POST, palette::OTHER_POST_LIGHT);
    let (left, right) = (MARGIN + LABELS, WIDTH - MARGIN - NUMBERS);
    let x = |share: f64| left + share.clamp(0.0, 1.0) * (right - left);
    out.text((MARGIN, 28.0), &chart.title, Style::new(16.0).bold());
    let mut y = 38.0;
    for line in text::wrap(&chart.description, LABEL, WIDTH - 2.0 * MARGIN, 4) {
        y += 13.0;
        out.text((MARGIN, y - 4.0), &line, Style::new(LABEL).colour(palette::INK_SOFT));
    }
    let top = y + 8.0;
    let bottom = top + ROW * chart.bars.len() as f64;
    for at in (0..chart.bars.len()).step_by(2) {
        out.rect((MARGIN, top + ROW * at as f64), (WIDTH - 2.0 * MARGIN, ROW), &hex(palette::STRIPE), "");
    }
    for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
        out.segment((x(tick), top), (x(tick), bottom), palette::GRID, 0.8, "");
        let label = format::percent(tick, words.language());
        out.text((x(tick), bottom + 12.0), &label, Style::new(SMALL).colour(palette::INK_SOFT).anchor(Anchor::Middle));
    }
    for (at, bar) in chart.bars.iter().enumerate() {
        row(&mut out, bar, top + ROW * (at as f64 + 0.5), &x, words);
    }
    out.segment((MARGIN, bottom), (WIDTH - MARGIN, bottom), palette::INK_SOFT, 0.8, "");
    let note = words.text("origin-shares-reading");
    let mut y = bottom + 18.0;
    for line in text::wrap(&note, SMALL, WIDTH - 2.0 * MARGIN, 2) {
        y += 11.0;
        out.text((MARGIN, y), &line, Style::new(SMALL).colour(palette::INK_SOFT));
    }
    out.finish(WIDTH, y + MARGIN, &chart.title, &chart.description, super::timeline::language(words))
}

fn row(out: &mut Writer, bar: &ShareBar, middle: f64, x: &impl Fn(f64) -> f64, words: &Words) {
    let numbers = shares::text(bar.share, words);
    out.group(&format!("{} {numbers}", bar.name));
    let style = if bar.source.is_some() { Style::new(LABEL) } else { Style::new(LABEL).italic() };
    out.text((MARGIN + 4.0, middle + LABEL * 0.33), &text::fit(&bar.name, LABEL, LABELS - 12.0), style);
    let (fill, rim) = if bar.source.is_some() { (hex(palette::ACCESS), palette::ACCESS) } else { (out.url("unexplained"), palette::OTHER_POST) };
    let stroke = format!("stroke=\"{}\" stroke-width=\"0.9\"", hex(rim));
    out.rect((x(0.0), middle - BAR / 2.0), ((x(bar.share.mean) - x(0.0)).max(0.8), BAR), &fill, &stroke);
    // A pale rim keeps the whisker apart from the bar it lies on.
    for (colour, width) in [(palette::PAPER, 3.4), (palette::INK, 1.4)] {
        out.segment((x(bar.share.lo), middle), (x(bar.share.hi), middle), colour, width, "");
        for end in [bar.share.lo, bar.share.hi] {
            out.segment((x(end), middle - END), (x(end), middle + END), colour, width, "");
        }
    }
    if bar.share.hi50 > bar.share.lo50 {
        out.segment((x(bar.share.lo50), middle), (x(bar.share.hi50), middle), palette::INK, 4.0, "");
    }
    out.text((WIDTH - MARGIN - 2.0, middle + LABEL * 0.33), &numbers, Style::new(LABEL).anchor(Anchor::End));
    out.end();
}
