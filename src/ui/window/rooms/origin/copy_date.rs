//! When the chosen candidate was copied: density, 95 % set, and the witnesses of each edge.

use super::texts::{self, Texts};
use super::{Opens, part_title, remark, source_name};
use crate::analysis::CampaignAnalysis;
use crate::analysis::behind::Behind;
use crate::attribute::{SpanSide, TwoCopies};
use crate::chart::density::{CopyDensity, Limit};
use crate::chart::{scale, svg};
use crate::model::dates::{day_from_number, day_number};
use crate::model::{Day, RecipientId, SourceId};
use crate::report::wording::findings;
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::ui::window::widgets::chart_tools::{ChartTools, chart_tools};
use crate::ui::window::widgets::{self, empty, table};
use crate::words::{Words, format};
use egui::{Label, Role, Stroke, WidgetInfo};
use egui_plot::{Bar, BarChart, GridInput, GridMark, LineStyle, Plot, Polygon, Span, VLine};

/// Witnesses named per edge; the rest is counted.
const NAMED: usize = 8;

/// The view state.
#[derive(Default)]
pub struct CopyDateView {
    is_table: bool,
}

impl CopyDateView {
    /// Draws it.
    #[expect(clippy::too_many_arguments, reason = "what it reads, what it chooses, what it asks for")]
    pub(super) fn ui(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &RoomContext<'_>,
        campaign: &CampaignAnalysis,
        texts: &Texts,
        chosen: &mut Option<SourceId>,
        opens: &mut Option<Opens>,
        commands: &mut Vec<Command>,
    ) {
        let words = ctx.words;
        if texts.ranks.len() > 1 {
            ui.horizontal_wrapped(|ui| {
                ui.weak(words.text("origin-copy-of"));
                for rank in &texts.ranks {
                    if ui.selectable_label(chosen.as_ref() == Some(&rank.id), source_name(&rank.id, ctx)).clicked() {
                        *chosen = Some(rank.id.clone());
                    }
                }
            });
            ui.add_space(4.0);
        }
        let Some(chart) = texts.densities.iter().find(|chart| Some(&chart.source) == chosen.as_ref()) else {
            empty::nothing_here(ui, &words.text("rooms-copy-undated"));
            return;
        };
        let tools =
            ChartTools { title: &chart.title, file: "copy-date", table: &|| chart.table(words), svg: Some(&|| svg::copy_density(chart, words)) };
        chart_tools(ui, &tools, Some(&mut self.is_table), words, commands);
        ui.add(Label::new(chart.description.as_str()).wrap());
        if chart.is_contradictory {
            kit::note(ui, Tone::Caution, &words.text("rooms-copy-contradictory"));
            let score = campaign.attribution.candidates.iter().find(|score| score.id == chart.source);
            if let Some(two) = score.and_then(|score| score.copy_date.as_ref()?.two_copies.as_ref()) {
                two_copies(ui, ctx, two, &chart.source, opens);
            }
        }
        ui.add_space(4.0);
        if self.is_table {
            ui.scope(|ui| {
                ui.set_max_height(260.0);
                table::chart_table(ui, ("copy-date", &chart.source), &chart.table(words), None);
            });
        } else {
            plot(ui, chart, words);
            remark(ui, &words.text("origin-copy-reading"));
        }
        ui.add_space(6.0);
        part_title(ui, &words.text("origin-copy-limits"));
        remark(ui, &words.text("origin-copy-limits-what"));
        for limit in &chart.limits {
            limit_line(ui, ctx, limit, opens, commands);
        }
    }
}

/// The density as steps over the 95 % set.
fn plot(ui: &mut egui::Ui, chart: &CopyDensity, words: &Words) {
    let ink = ChartInk::of(ui);
    let number = |day: Day| f64::from(day_number(day));
    let bar = |step: &crate::chart::density::Step| {
        let (from, until) = (number(step.from), number(step.until));
        Bar::new(f64::midpoint(from, until), step.per_day()).width(until - from).fill(ink.copy).stroke(Stroke::NONE)
    };
    let bars: Vec<Bar> = chart.steps.iter().map(bar).collect();
    let spans: Vec<(f64, f64)> = chart.spans.iter().map(|span| (number(span.from), number(span.to) + 1.0)).collect();
    let halves: Vec<(f64, f64)> = chart.spans50.iter().map(|span| (number(span.from), number(span.to) + 1.0)).collect();
    let half_name = words.text("origin-copy-set50");
    let ends: Vec<f64> = chart.limits.iter().map(|limit| number(limit.at) + f64::from(u8::from(limit.side == SpanSide::To))).collect();
    let (from, until) = (number(chart.focus.0), number(chart.focus.1));
    let top = chart.tallest();
    let width = f64::from(ui.available_width());
    let (density_name, set_name) = (words.text("rooms-copy-density"), words.text("rooms-copy-set95"));
    let limit_name = words.text("origin-copy-limits");
    let response = Plot::new(("copy-date-plot", &chart.source))
        .height(170.0)
        .show_axes([true, false])
        .show_grid([true, false])
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        .allow_zoom([true, false])
        .allow_drag([true, false])
        // The page scrolls under the pointer, not the chart.
        .allow_scroll([false, false])
        .allow_boxed_zoom(false)
        .default_x_bounds(from, until)
        .default_y_bounds(0.0, top * 1.15)
        .grid_color(ink.grid)
        .x_grid_spacer(move |input| marks(&input, width, words))
        .x_axis_formatter(move |mark, _| tick(mark, words))
        .show(ui, move |plot| {
            for (from, until) in spans {
                plot.span(Span::new(set_name.clone(), from..=until).fill(ink.copy_light).border_color(ink.copy));
            }
            plot.bar_chart(BarChart::new(density_name, bars).color(ink.copy).allow_hover(false));
            for (from, until) in halves {
                let corners = vec![[from, 0.0], [until, 0.0], [until, top * 0.03], [from, top * 0.03]];
                plot.polygon(Polygon::new(half_name.clone(), corners).fill_color(ink.ink).stroke(Stroke::NONE).allow_hover(false));
            }
            for end in ends {
                let dashes = LineStyle::Dashed { length: 5.0 };
                plot.vline(VLine::new(limit_name.clone(), end).color(ink.ink).width(1.0).style(dashes).allow_hover(false));
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &chart.description));
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

/// One edge of the set and whom days further out fit poorly.
fn limit_line(ui: &mut egui::Ui, ctx: &RoomContext<'_>, limit: &Limit, opens: &mut Option<Opens>, commands: &mut Vec<Command>) {
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(limit.text.as_str());
        for id in limit.witnesses.iter().take(NAMED) {
            witness(ui, ctx, id, commands);
        }
        if limit.witnesses.len() > NAMED && ui.link(widgets::counted(ctx.words, "rooms-copy-more-witnesses", limit.witnesses.len() - NAMED)).clicked()
        {
            *opens = Some(Opens::People(Behind::These(limit.witnesses.clone())));
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

/// Both days, who stood in the file on one and not on the other, and how much the second copy would explain.
fn two_copies(ui: &mut egui::Ui, ctx: &RoomContext<'_>, two: &TwoCopies, source: &SourceId, opens: &mut Option<Opens>) {
    let words = ctx.words;
    let day = |day| format::day(day, words.language());
    ui.add(Label::new(findings::two_copies(two, source, ctx.case.contents(), words)).wrap());
    for (at, other, people) in [(two.first, two.second, &two.only_first), (two.second, two.first, &two.only_second)] {
        let group = Behind::These(people.clone());
        let args = crate::args! {
            "people" => texts::behind(&group, people.len(), ctx),
            "day" => day(at),
            "other" => day(other),
        };
        if ui.link(words.text_with("origin-two-copies-only", &args)).clicked() {
            *opens = Some(Opens::People(group));
        }
    }
}
