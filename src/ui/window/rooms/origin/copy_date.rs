//! When the chosen candidate was copied: density, 95 % set, and the witnesses of each edge.

use super::source_name;
use crate::analysis::CampaignAnalysis;
use crate::attribute::{CopyDate, SpanEdge, SpanSide};
use crate::chart::{ChartTable, scale};
use crate::model::dates::{day_from_number, day_number};
use crate::model::{Day, RecipientId, SourceId};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::ui::window::widgets::{self, empty, table};
use crate::words::{Words, format};
use egui::{Role, Stroke, WidgetInfo};
use egui_plot::{Bar, BarChart, GridInput, GridMark, Plot, Span};

/// Witnesses named per edge; the rest is counted.
const NAMED: usize = 12;

/// The view state.
#[derive(Default)]
pub struct CopyDateView {
    is_table: bool,
}

impl CopyDateView {
    /// Draws it.
    pub fn ui(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &RoomContext<'_>,
        campaign: &CampaignAnalysis,
        chosen: &mut Option<SourceId>,
        commands: &mut Vec<Command>,
    ) {
        let words = ctx.words;
        ui.horizontal_wrapped(|ui| {
            for score in &campaign.attribution.candidates {
                let is_chosen = chosen.as_ref() == Some(&score.id);
                if ui.selectable_label(is_chosen, source_name(&score.id, ctx)).clicked() {
                    *chosen = Some(score.id.clone());
                }
            }
        });
        ui.add_space(6.0);
        let Some(score) = campaign.attribution.candidates.iter().find(|score| Some(&score.id) == chosen.as_ref()) else { return };
        let Some(copy) = &score.copy_date else {
            empty::nothing_here(ui, &words.text("rooms-copy-undated"));
            return;
        };
        ui.horizontal_wrapped(|ui| {
            let title = words.text_with("rooms-copy-title", &crate::args! { "source" => source_name(&score.id, ctx) });
            kit::section(ui, &title);
            ui.add_space(8.0);
            ui.selectable_value(&mut self.is_table, false, words.text("rooms-as-chart"));
            ui.selectable_value(&mut self.is_table, true, words.text("rooms-as-table"));
        });
        ui.add(egui::Label::new(summary(copy, words)).wrap());
        if copy.is_contradictory {
            kit::note(ui, Tone::Caution, &words.text("rooms-copy-contradictory"));
        }
        ui.add_space(6.0);
        if self.is_table {
            table::chart_table(ui, ("copy-date", &score.id), &twin(copy, words), None);
        } else {
            chart(ui, copy, &score.id, words);
        }
        ui.add_space(10.0);
        kit::section(ui, &words.text("rooms-copy-edges"));
        for edge in &copy.edges {
            ui.add_space(4.0);
            edge_line(ui, ctx, edge, commands);
        }
    }
}

/// « Ensemble à 95 % : du … au … Jour le plus probable : … »
fn summary(copy: &CopyDate, words: &Words) -> String {
    let day = |day| format::day(day, words.language());
    let spans: Vec<String> = copy
        .set95
        .iter()
        .map(|span| words.text_with("rooms-timeline-span", &crate::args! { "from" => day(span.from), "to" => day(span.to) }))
        .collect();
    words.text_with("rooms-copy-summary", &crate::args! { "spans" => spans.join(", "), "mode" => day(copy.mode) })
}

/// The density as steps over the 95 % set.
fn chart(ui: &mut egui::Ui, copy: &CopyDate, id: &SourceId, words: &Words) {
    let (Some(first), Some(last)) = (copy.segments.first(), copy.segments.last()) else { return };
    let ink = ChartInk::of(ui);
    let number = |day: Day| f64::from(day_number(day));
    let top = copy.segments.iter().map(per_day).fold(0.0, f64::max);
    let bars: Vec<Bar> = copy
        .segments
        .iter()
        .map(|segment| {
            let (from, until) = (number(segment.from), number(segment.until));
            Bar::new(f64::midpoint(from, until), per_day(segment)).width(until - from).fill(ink.copy).stroke(Stroke::NONE)
        })
        .collect();
    let spans: Vec<(f64, f64)> = copy.set95.iter().map(|span| (number(span.from), number(span.to) + 1.0)).collect();
    let (from, until) = focus(&spans, number(first.from), number(last.until));
    let width = f64::from(ui.available_width());
    let describe = summary(copy, words);
    let (density_name, set_name) = (words.text("rooms-copy-density"), words.text("rooms-copy-set95"));
    let response = Plot::new(("copy-date-plot", id))
        .height(190.0)
        .show_axes([true, false])
        .show_grid([true, false])
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        .allow_zoom([true, false])
        .allow_drag([true, false])
        .allow_scroll([true, false])
        .allow_boxed_zoom(false)
        .default_x_bounds(from, until)
        .default_y_bounds(0.0, top * 1.25)
        .grid_color(ink.grid)
        .x_grid_spacer(move |input| marks(&input, width, words))
        .x_axis_formatter(move |mark, _| tick(mark, words))
        .show(ui, move |plot| {
            for (from, until) in spans {
                plot.span(Span::new(set_name.clone(), from..=until).fill(ink.copy_light).border_color(ink.copy));
            }
            plot.bar_chart(BarChart::new(density_name, bars).color(ink.copy).allow_hover(false));
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &describe));
}

/// The span to show first: the 95 % set with as much again on both sides, inside the days that are possible at all.
fn focus(spans: &[(f64, f64)], first: f64, last: f64) -> (f64, f64) {
    let (Some(&(from, _)), Some(&(_, until))) = (spans.first(), spans.last()) else { return (first, last) };
    let margin = (until - from).max(10.0);
    ((from - margin).max(first), (until + margin).min(last))
}

fn per_day(segment: &crate::attribute::DateSegment) -> f64 {
    segment.mass / f64::from((segment.until - segment.from).get_days().max(1))
}

/// Ticks on the first days of round units.
fn marks(input: &GridInput, width: f64, words: &Words) -> Vec<GridMark> {
    let (from, until) = (day_from_number(input.bounds.0.floor() as i32), day_from_number(input.bounds.1.ceil() as i32));
    let (Some(from), Some(until)) = (from, until) else { return Vec::new() };
    let ticks = scale::axis(from, until, width, 90.0, words).ticks;
    let step = ticks.windows(2).next().map_or(365.0, |pair| f64::from((pair[1].day - pair[0].day).get_days()));
    ticks.iter().map(|tick| GridMark { value: f64::from(day_number(tick.day)), step_size: step }).collect()
}

/// A tick is written with as much of its date as its step needs.
fn tick(mark: GridMark, words: &Words) -> String {
    let Some(day) = day_from_number(mark.value.round() as i32) else { return String::new() };
    if mark.step_size >= 360.0 {
        return day.year().to_string();
    }
    let month = words.text(&format!("chart-month-short-{}", day.month()));
    if mark.step_size >= 27.0 {
        words.text_with("chart-axis-month-year", &crate::args! { "month" => month, "year" => day.year().to_string() })
    } else {
        words.text_with("rooms-tick-day", &crate::args! { "day" => i64::from(day.day()), "month" => month })
    }
}

fn twin(copy: &CopyDate, words: &Words) -> ChartTable {
    let day = |day| format::day(day, words.language());
    let is_inside = |segment: &crate::attribute::DateSegment| copy.set95.iter().any(|span| span.from <= segment.from && segment.from <= span.to);
    let rows = copy.segments.iter().map(|segment| {
        let last = segment.until.yesterday().unwrap_or(segment.until);
        let mass = format::decimal(segment.mass * 100.0, 1, words.language());
        let inside = words.text(if is_inside(segment) { "common-yes" } else { "rooms-no" });
        vec![day(segment.from), day(last), words.text_with("rooms-percent", &crate::args! { "n" => mass }), inside]
    });
    ChartTable { header: ["from", "to", "mass", "inside"].map(|title| words.text(&format!("rooms-copy-{title}"))).to_vec(), rows: rows.collect() }
}

/// One edge of the set and who forbids going further.
fn edge_line(ui: &mut egui::Ui, ctx: &RoomContext<'_>, edge: &SpanEdge, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let day = format::day(edge.at, words.language());
    let word = match (edge.side, edge.witnesses.is_empty()) {
        (SpanSide::From, false) => "rooms-copy-not-before",
        (SpanSide::To, false) => "rooms-copy-not-after",
        (SpanSide::From, true) => "rooms-copy-from-window",
        (SpanSide::To, true) => "rooms-copy-to-window",
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(words.text_with(word, &crate::args! { "day" => day }));
        for id in edge.witnesses.iter().take(NAMED) {
            witness(ui, ctx, id, commands);
        }
        if edge.witnesses.len() > NAMED {
            ui.weak(widgets::counted(words, "rooms-copy-more-witnesses", edge.witnesses.len() - NAMED));
        }
    });
}

fn witness(ui: &mut egui::Ui, ctx: &RoomContext<'_>, id: &RecipientId, commands: &mut Vec<Command>) {
    let response = ui.link(id.as_str());
    if let Some(recipient) = ctx.case.contents().recipient(id) {
        let name = crate::ui::window::rooms::recipients::name_of(recipient);
        let word = if recipient.received { "rooms-recipients-received" } else { "rooms-recipients-control" };
        response.clone().on_hover_text(format!("{name} ({})", ctx.words.text(word)));
    }
    if response.clicked() {
        commands.push(Command::Select(Selection::Recipient(id.clone())));
    }
}
