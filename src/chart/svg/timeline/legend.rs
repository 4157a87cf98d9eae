//! What the signs mean: only those the chart uses.

use super::super::super::palette;
use super::super::super::timeline::Timeline;
use super::super::super::timeline::legend::{Entry, entries};
use super::super::signs;
use super::super::text;
use super::super::writer::{Style, Writer, hex};
use crate::words::Words;

const SIZE: f64 = 10.0;
const LINE: f64 = 17.0;
const SWATCH: f64 = 24.0;

/// Draws the legend from `y` down, wrapped between `left` and `right`; returns where it ends.
pub fn paint(out: &mut Writer, chart: &Timeline, (left, right): (f64, f64), y: f64, words: &Words) -> f64 {
    let entries = entries(chart);
    if entries.is_empty() {
        return y;
    }
    let (mut x, mut line) = (left, y);
    for entry in entries {
        let label = entry.label(words);
        let swatch = match entry {
            Entry::Mark(_) => 14.0,
            Entry::Crowd => 0.0,
            _ => SWATCH,
        };
        let width = swatch + 6.0 + text::width(&label, SIZE);
        if x > left && x + width > right {
            x = left;
            line += LINE;
        }
        draw(out, entry, (x, line), swatch);
        out.text((x + swatch + 5.0, line + SIZE * 0.33), &label, Style::new(SIZE));
        x += width + 14.0;
    }
    line + LINE - 4.0
}

fn draw(out: &mut Writer, entry: Entry, (x, y): (f64, f64), width: f64) {
    let stroke = |colour| format!("stroke=\"{}\" stroke-width=\"0.9\" stroke-linejoin=\"round\"", hex(colour));
    let (at, size) = ((x, y - 5.0), (width, 10.0));
    match entry {
        Entry::Certain => out.rect(at, size, &hex(palette::ACCESS), &stroke(palette::ACCESS)),
        Entry::Possible => {
            let fill = out.url("access");
            out.rect(at, size, &fill, &stroke(palette::ACCESS));
        }
        Entry::Elsewhere => out.rect(at, size, &hex(palette::OTHER_POST_LIGHT), &stroke(palette::OTHER_POST)),
        Entry::Open => {
            let fill = out.url("access");
            let (right, t) = (x + width, 2.5);
            let points = [(x, y - 5.0), (right, y - 5.0), (right - t, y - 2.5), (right, y), (right - t, y + 2.5), (right, y + 5.0), (x, y + 5.0)];
            out.polygon(&points, &fill, &stroke(palette::ACCESS));
        }
        Entry::Source => out.rect((x, y - 4.0), (width, 8.0), &hex(palette::SOURCE), &stroke(palette::SOURCE)),
        Entry::Density => {
            let steps = [
                (x, y + 5.0),
                (x, y + 2.0),
                (x + 7.0, y + 2.0),
                (x + 7.0, y - 5.0),
                (x + 15.0, y - 5.0),
                (x + 15.0, y),
                (x + width, y),
                (x + width, y + 5.0),
            ];
            out.polygon(&steps, &hex(palette::COPY), "fill-opacity=\"0.75\"");
        }
        Entry::Set95 => {
            out.rect(at, size, &hex(palette::COPY_LIGHT), "");
            for x in [x, x + width] {
                out.segment((x, y - 5.0), (x, y + 5.0), palette::COPY, 0.8, "stroke-dasharray=\"3 2\"");
            }
        }
        Entry::Vague => {
            out.segment((x, y), (x + width, y), palette::EVENT, 1.2, "");
            for x in [x, x + width] {
                out.segment((x, y - 3.0), (x, y + 3.0), palette::EVENT, 1.2, "");
            }
        }
        Entry::Crowd => {}
        Entry::Mark(kind) => signs::mark(out, kind, (x + width / 2.0, y)),
    }
}
