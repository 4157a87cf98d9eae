//! The timeline's table twin: everything the chart shows, one row each, in the order of the lanes.

use super::say;
use super::{Bar, Density, Lane, LaneKind, Mark, Timeline};
use crate::args;
use crate::attribute::{DateSpan, SpanSide};
use crate::chart::ChartTable;
use crate::model::Day;
use crate::words::{Words, format};

pub(super) fn table(chart: &Timeline, words: &Words) -> ChartTable {
    let header = ["what", "who", "from", "to", "certainty", "proof"].map(|id| words.text(&format!("chart-table-{id}"))).to_vec();
    let mut rows = Vec::new();
    for lane in &chart.lanes {
        rows.extend(lane.bars.iter().map(|bar| bar_row(lane, bar, words)));
        rows.extend(lane.marks.iter().map(|mark| mark_row(lane, mark, words)));
    }
    for (density, span) in chart.density.iter().flat_map(|density| density.set95.iter().map(move |span| (density, span))) {
        let certainty = words.text_with("chart-table-copy-certainty", &args! { "mass" => format::percent(span.mass, words.language()) });
        rows.push(vec![
            words.text("chart-table-copy"),
            density.label.clone(),
            day(span.from, words),
            day(span.to, words),
            certainty,
            limits(density, span, words),
        ]);
    }
    for undated in &chart.undated {
        let none = words.text("chart-undated");
        rows.push(vec![undated.label.clone(), String::new(), none.clone(), none, String::new(), String::new()]);
    }
    ChartTable { header, rows }
}

/// What the two ends of a span rest on.
fn limits(density: &Density, span: &DateSpan, words: &Words) -> String {
    let ends = density
        .limits
        .iter()
        .filter(|limit| (limit.side == SpanSide::From && limit.at == span.from) || (limit.side == SpanSide::To && limit.at == span.to));
    let ends: Vec<String> = std::iter::once(words.text("chart-table-analysis")).chain(ends.map(|limit| limit.sentence(words))).collect();
    ends.join(&words.text("chart-clause-join"))
}

fn day(day: Day, words: &Words) -> String {
    format::day(day, words.language())
}

fn bar_row(lane: &Lane, bar: &Bar, words: &Words) -> Vec<String> {
    let (from, to) = say::cells(&bar.span, words);
    let what = match lane.kind {
        LaneKind::Source => words.text("chart-table-source"),
        _ => bar.label.clone(),
    };
    let what = if bar.gives_access { what } else { words.text_with("chart-table-elsewhere", &args! { "post" => what }) };
    vec![what, lane.label.clone(), from, to, certainty(bar, words), bar.proof.clone()]
}

/// Which of its days are certain.
fn certainty(bar: &Bar, words: &Words) -> String {
    match bar.certain {
        None => words.text("chart-possible"),
        Some(days) if days == bar.possible && !bar.has_open_end() && !bar.has_open_start() => words.text("chart-certain"),
        Some((from, until)) => {
            let last = until.yesterday().unwrap_or(until);
            words.text_with("chart-certain-part", &args! { "days" => say::days(from, last, words) })
        }
    }
}

fn mark_row(lane: &Lane, mark: &Mark, words: &Words) -> Vec<String> {
    let kind = say::mark_kind(mark.kind, words);
    let is_named = matches!(lane.kind, LaneKind::Person | LaneKind::Source);
    let what = match lane.kind {
        LaneKind::Person => mark.label.clone(),
        _ => words.text_with("chart-table-mark", &args! { "kind" => kind, "label" => mark.label.as_str() }),
    };
    let who = if is_named { lane.label.clone() } else { String::new() };
    let is_span = lane.kind == LaneKind::Campaign;
    let certainty = words.text(if mark.from == mark.to || is_span { "chart-certain" } else { "chart-some-day-between" });
    vec![what, who, day(mark.from, words), day(mark.to, words), certainty, mark.proof.clone()]
}
