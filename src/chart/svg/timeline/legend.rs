//! What the signs mean: only those the chart uses.

use super::super::super::palette;
use super::super::super::timeline::{Bar, LaneKind, MarkKind, Timeline, say};
use super::super::signs;
use super::super::text;
use super::super::writer::{Style, Writer, hex};
use super::marks::CROWD;
use crate::words::Words;

const SIZE: f64 = 10.0;
const LINE: f64 = 17.0;
const SWATCH: f64 = 24.0;

/// In the order they are explained.
const KINDS: [MarkKind; 11] = [
    MarkKind::Snapshot,
    MarkKind::View,
    MarkKind::Export,
    MarkKind::Send,
    MarkKind::Transfer,
    MarkKind::Message,
    MarkKind::Election,
    MarkKind::Request,
    MarkKind::Answer,
    MarkKind::Decision,
    MarkKind::Other,
];

/// Something the legend explains.
#[derive(Clone, Copy)]
enum Entry {
    Certain,
    Possible,
    Elsewhere,
    Open,
    Source,
    Density,
    Set95,
    Mark(MarkKind),
    Vague,
    Crowd,
}

/// Draws the legend from `y` down, wrapped between `left` and `right`; returns where it ends.
pub fn paint(out: &mut Writer, chart: &Timeline, (left, right): (f64, f64), y: f64, words: &Words) -> f64 {
    let entries = entries(chart);
    if entries.is_empty() {
        return y;
    }
    let (mut x, mut line) = (left, y);
    for entry in entries {
        let label = label(entry, words);
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

fn entries(chart: &Timeline) -> Vec<Entry> {
    let on = |kind: LaneKind| chart.lanes.iter().filter(move |lane| lane.kind == kind).flat_map(|lane| &lane.bars);
    let people: Vec<&Bar> = on(LaneKind::Person).collect();
    let is_partly = |bar: &&Bar| bar.certain != Some(bar.possible);
    let mut out = Vec::new();
    let mut add = |entry, is_used: bool| {
        if is_used {
            out.push(entry);
        }
    };
    add(Entry::Certain, people.iter().any(|bar| bar.gives_access && bar.certain.is_some()));
    add(Entry::Possible, people.iter().any(|bar| bar.gives_access && is_partly(bar)));
    add(Entry::Elsewhere, people.iter().any(|bar| !bar.gives_access));
    add(Entry::Open, people.iter().any(|bar| bar.has_open_end() || bar.has_open_start()));
    add(Entry::Source, on(LaneKind::Source).next().is_some());
    add(Entry::Density, chart.density.is_some());
    add(Entry::Set95, chart.density.is_some());
    let marks = || chart.lanes.iter().flat_map(|lane| &lane.marks);
    for kind in KINDS {
        add(Entry::Mark(kind), marks().any(|mark| mark.kind == kind));
    }
    add(Entry::Vague, marks().any(|mark| mark.from != mark.to && mark.kind != MarkKind::Message));
    add(Entry::Crowd, chart.lanes.iter().any(|lane| lane.marks.len() > CROWD));
    out
}

fn label(entry: Entry, words: &Words) -> String {
    words.text(match entry {
        Entry::Certain => "chart-legend-certain",
        Entry::Possible => "chart-legend-possible",
        Entry::Elsewhere => "chart-legend-elsewhere",
        Entry::Open => "chart-legend-open",
        Entry::Source => "chart-legend-source",
        Entry::Density => "chart-legend-density",
        Entry::Set95 => "chart-legend-set95",
        Entry::Vague => "chart-legend-vague",
        Entry::Crowd => "chart-legend-crowd",
        Entry::Mark(kind) => return say::mark_kind(kind, words),
    })
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
