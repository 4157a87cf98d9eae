//! The matrix on paper: columns with turned titles, one row per person, or per pattern when there are too many to print.

use super::super::matrix::{Matrix, MatrixColumn, MatrixRow, Presence, presence, status};
use super::super::palette;
use super::super::timeline::say;
use super::signs;
use super::text;
use super::writer::{Anchor, Style, Writer, hex};
use crate::args;
use crate::words::{Words, format};
use std::collections::BTreeMap;

const MARGIN: f64 = 16.0;
const ROW: f64 = 16.0;
const COLUMN: f64 = 30.0;
/// Between the columns of two sources.
const GAP: f64 = 10.0;
const LABEL: f64 = 10.5;
const HEAD: f64 = 10.5;
/// Widest name shown.
const NAME: f64 = 240.0;
/// Longest column title, along its slant.
const TITLE: f64 = 170.0;
/// Beyond this, rows with the same cells are one.
pub const ROWS: usize = 200;
/// Sine and cosine of the slant of column titles, 55°.
const SLANT: f64 = 55.0;
const SIN: f64 = 0.819_152;
const COS: f64 = 0.573_576;

/// A row as it is drawn: somebody, or everybody with the same cells.
struct Line<'a> {
    label: String,
    received: bool,
    cells: &'a [Presence],
    is_group: bool,
}

pub(super) fn paint(chart: &Matrix, words: &Words) -> String {
    let mut out = Writer::new("mx");
    let (lines, rest) = lines(chart, words);
    let is_grouped = chart.rows.len() > ROWS;
    let name = lines.iter().map(|line| text::width(&line.label, LABEL)).fold(110.0, f64::max).min(NAME);
    let left = MARGIN + 16.0 + name + 14.0;
    let columns = column_positions(&chart.columns, left);
    let right = columns.last().map_or(left, |x| x + COLUMN / 2.0);
    let titles: Vec<[String; 2]> = chart.columns.iter().map(|column| title(column, words)).collect();
    let longest = titles.iter().flatten().map(|title| text::width(title, HEAD)).fold(40.0, f64::max);
    // The title and its sentence need room of their own, and so do slanted titles and the legend.
    let width = (right + longest * COS + 24.0).max(640.0) + MARGIN;

    out.text((MARGIN, 28.0), &chart.title, Style::new(16.0).bold());
    let mut y = 38.0;
    let mut sentences = vec![chart.description.clone()];
    if is_grouped {
        sentences.push(words.text("chart-matrix-grouped"));
    }
    for line in text::wrap(&sentences.join(" "), 10.5, width - 2.0 * MARGIN, 4) {
        y += 13.0;
        out.text((MARGIN, y - 4.0), &line, Style::new(10.5).colour(palette::INK_SOFT));
    }
    let top = y + longest * SIN + 22.0;
    for (x, titles) in columns.iter().zip(&titles) {
        head(&mut out, *x, top - 8.0, titles);
    }
    let height = lines.len() as f64 * ROW;
    for (at, line) in lines.iter().enumerate() {
        row(&mut out, line, &columns, (MARGIN, left, right), top + at as f64 * ROW, at, words);
    }
    source_lines(&mut out, chart, &columns, (top, top + height));
    let mut y = top + height;
    out.segment((MARGIN, y), (right, y), palette::INK_SOFT, 0.8, "");
    if rest > 0 {
        y += ROW;
        let count = format::count(rest as u64, words.language());
        out.text(
            (MARGIN + 16.0, y - 4.0),
            &words.text_with("chart-matrix-rest", &args! { "n" => rest, "count" => count }),
            Style::new(LABEL).italic(),
        );
    }
    y += ROW;
    out.text((MARGIN + 16.0, y - 4.0), &words.text("chart-matrix-present"), Style::new(LABEL).bold());
    for (x, column) in columns.iter().zip(&chart.columns).filter(|(_, column)| column.id.is_some()) {
        let count = format::count(column.present as u64, words.language());
        out.text((*x, y - 4.0), &count, Style::new(LABEL).bold().anchor(Anchor::Middle));
    }
    y = legend(&mut out, chart, width - MARGIN, y + 18.0, words);
    out.finish(width, y + 8.0, &chart.title, &chart.description, super::timeline::language(words))
}

/// The middle of each column: columns of one source stand together.
fn column_positions(columns: &[MatrixColumn], left: f64) -> Vec<f64> {
    let mut x = left;
    let mut before: Option<&str> = None;
    let mut out = Vec::new();
    for column in columns {
        if before.is_some_and(|before| before != column.source) {
            x += GAP;
        }
        before = Some(&column.source);
        out.push(x + COLUMN / 2.0);
        x += COLUMN;
    }
    out
}

fn title(column: &MatrixColumn, words: &Words) -> [String; 2] {
    let state = if column.id.is_none() { words.text("chart-matrix-no-state") } else { column.snapshot.clone() };
    [text::fit(&column.source, HEAD, TITLE), text::fit(&state, HEAD, TITLE)]
}

/// A slanted title in two lines: the file, and its state.
fn head(out: &mut Writer, x: f64, y: f64, [source, state]: &[String; 2]) {
    let style = Style::new(HEAD);
    out.text_turned((x - 2.0, y), source, style.bold(), -SLANT);
    // The second line stands under the first one, across the slant.
    let below = HEAD * 1.1;
    out.text_turned((x - 2.0 + below * SIN, y + below * COS), state, style.colour(palette::INK_SOFT), -SLANT);
}

fn row(out: &mut Writer, line: &Line<'_>, columns: &[f64], (margin, left, right): (f64, f64, f64), y: f64, at: usize, words: &Words) {
    let status = status(line.received, words);
    let cells = line.cells.iter().map(|&cell| presence(cell, words)).collect::<Vec<_>>();
    out.group(&format!("{}, {status} : {}", line.label, cells.join(", ")));
    if at.is_multiple_of(2) {
        out.rect((margin, y), (right - margin, ROW), &hex(palette::STRIPE), "");
    }
    let middle = y + ROW / 2.0;
    received(out, line.received, (margin + 7.0, middle));
    let style = if line.received { Style::new(LABEL) } else { Style::new(LABEL).italic() };
    let style = if line.is_group { style.bold() } else { style };
    out.text((margin + 18.0, middle + LABEL * 0.33), &text::fit(&line.label, LABEL, left - margin - 30.0), style);
    for (x, &cell) in columns.iter().zip(line.cells) {
        signs::presence(out, cell, (*x, middle));
    }
    out.end();
}

/// An envelope for who received; an empty dashed one for a control.
fn received(out: &mut Writer, received: bool, (x, y): (f64, f64)) {
    let colour = hex(if received { palette::MESSAGE } else { palette::INK_SOFT });
    let dash = if received { "" } else { " stroke-dasharray=\"1.8 1.4\"" };
    out.rect((x - 4.6, y - 3.2), (9.2, 6.4), &hex(palette::PAPER), &format!("stroke=\"{colour}\" stroke-width=\"1.1\"{dash}"));
    if received {
        let point = |x: f64, y: f64| format!("{},{}", super::writer::number(x), super::writer::number(y));
        let data = format!("M{} L{} L{}", point(x - 4.6, y - 3.2), point(x, y + 0.8), point(x + 4.6, y - 3.2));
        out.path(&data, "none", &format!("stroke=\"{colour}\" stroke-width=\"1.1\""));
    }
}

/// A line between two sources' columns.
fn source_lines(out: &mut Writer, chart: &Matrix, columns: &[f64], (top, bottom): (f64, f64)) {
    for (at, pair) in chart.columns.windows(2).enumerate() {
        if pair[0].source != pair[1].source {
            let x = f64::midpoint(columns[at], columns[at + 1]);
            out.segment((x, top), (x, bottom), palette::INK_SOFT, 0.5, "");
        }
    }
    out.segment((MARGIN, top), (columns.last().map_or(MARGIN, |x| x + COLUMN / 2.0), top), palette::INK_SOFT, 0.8, "");
}

/// The rows to draw, and how many people stand in patterns that are left out.
fn lines<'a>(chart: &'a Matrix, words: &Words) -> (Vec<Line<'a>>, usize) {
    if chart.rows.len() <= ROWS {
        let line = |row: &'a MatrixRow| Line { label: row.label.clone(), received: row.received, cells: &row.cells, is_group: false };
        return (chart.rows.iter().map(line).collect(), 0);
    }
    let mut patterns: BTreeMap<(bool, Vec<u8>), (usize, &MatrixRow)> = BTreeMap::new();
    for row in &chart.rows {
        let key = (!row.received, row.cells.iter().map(|&cell| cell as u8).collect());
        patterns.entry(key).and_modify(|(count, _)| *count += 1).or_insert((1, row));
    }
    // Who received first, then the most frequent; the map has settled ties.
    let mut groups: Vec<_> = patterns.into_iter().map(|((is_control, _), group)| (is_control, group)).collect();
    groups.sort_by_key(|&(is_control, (count, _))| (is_control, std::cmp::Reverse(count)));
    let rest = groups.split_off(groups.len().min(ROWS)).into_iter().map(|(_, (count, _))| count).sum();
    let line = |(is_control, (count, row)): (bool, (usize, &'a MatrixRow))| {
        let label = match (count, is_control) {
            (1, _) => row.label.clone(),
            (_, true) => say::counted("chart-matrix-controls", count, words),
            (_, false) => say::counted("chart-matrix-recipients", count, words),
        };
        Line { label, received: row.received, cells: &row.cells, is_group: count > 1 }
    };
    (groups.into_iter().map(line).collect(), rest)
}

/// The four cells and the two kinds of people, wrapped; returns where it ends.
fn legend(out: &mut Writer, chart: &Matrix, right: f64, y: f64, words: &Words) -> f64 {
    let (mut x, mut line) = (MARGIN, y);
    let mut entries: Vec<(Option<Presence>, bool, String)> = Vec::new();
    for cell in [Presence::Present, Presence::Absent, Presence::OtherDetails, Presence::Unknown] {
        if chart.rows.iter().any(|row| row.cells.contains(&cell)) {
            entries.push((Some(cell), true, presence(cell, words)));
        }
    }
    for is_received in [true, false] {
        if chart.rows.iter().any(|row| row.received == is_received) {
            entries.push((None, is_received, status(is_received, words)));
        }
    }
    for (cell, is_received, label) in entries {
        let width = 18.0 + text::width(&label, LABEL) + 16.0;
        if x > MARGIN && x + width - 16.0 > right {
            x = MARGIN;
            line += 17.0;
        }
        match cell {
            Some(cell) => signs::presence(out, cell, (x + 7.0, line)),
            None => received(out, is_received, (x + 7.0, line)),
        }
        out.text((x + 17.0, line + LABEL * 0.33), &label, Style::new(LABEL));
        x += width;
    }
    line + 14.0
}
