//! The overview strip: the whole chart on one line, with the part in view as a window that can be dragged, or stretched by its edges.
//!
//! Window and edges can be reached by Tab; with the focus on one of them the arrow keys move it.

use super::view::{self, View, Wanted};
use crate::chart::timeline::{LaneKind, MarkKind, Timeline, say};
use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};
use crate::ui::window::theme;
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::words::Words;
use egui::{CursorIcon, EventFilter, FontId, Id, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeSet;

/// Height of the strip.
const HEIGHT: f32 = 30.0;
/// How far from an edge of the window a press takes hold of it.
const GRIP: f32 = 5.0;
/// How far one press of an arrow key goes: this share of what is shown.
const STEP: f64 = 0.1;

/// Which part was taken hold of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    From,
    Until,
    Window,
}

/// A mark on the strip; marks of one kind on one day are one.
pub type Tick = (Day, MarkKind);

/// The ticks of a chart: ten thousand marks are a few thousand at most.
pub fn ticks(chart: &Timeline) -> Vec<Tick> {
    let all: BTreeSet<Tick> = chart.lanes.iter().flat_map(|lane| &lane.marks).map(|mark| (mark.from, mark.kind)).collect();
    all.into_iter().collect()
}

/// Draws the strip, its plot `gutter` from the left so that it stands under the chart.
pub fn show(ui: &mut Ui, chart: &Timeline, ticks: &[Tick], view: &mut View, gutter: f32, words: &Words) {
    let ink = ChartInk::of(ui);
    let (all, back) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let name = words.text("timeline-strip");
    back.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    let strip = Rect::from_min_max(pos2((all.left() + gutter).min(all.right() - 60.0), all.top() + 2.0), all.max - vec2(1.0, 2.0));
    let whole = view::span(chart);
    let x = |place: f64| strip.left() + ((place - whole.0) / (whole.1 - whole.0)) as f32 * strip.width();
    let moment = |x: f32| chart.folds.moment(whole.0 + f64::from((x - strip.left()) / strip.width()) * (whole.1 - whole.0));
    let place = |day: Day| x(chart.folds.place(f64::from(day_number(day))));
    paint(ui, chart, ticks, strip, &place, &ink);
    let Some((from, until)) = view.shown() else { return };
    let (left, right) = (x(chart.folds.place(from)).max(strip.left()), x(chart.folds.place(until)).min(strip.right()));
    let window = Rect::from_min_max(pos2(left, strip.top()), pos2(right.max(left + 3.0), strip.bottom()));
    // What is out of view lies under a veil; thin where contrast is strong, so that its years can still be read.
    let veil = if theme::is_contrast(theme::tokens(ui)) { 0.35 } else { 0.65 };
    for outside in [Rect::from_min_max(strip.min, pos2(left, strip.bottom())), Rect::from_min_max(pos2(right, strip.top()), strip.max)] {
        if outside.is_positive() {
            ui.painter().rect_filled(outside, 0.0, ink.paper.gamma_multiply(veil));
        }
    }
    ui.painter().rect_stroke(window, 2.0, Stroke::new(1.5, ink.ink), StrokeKind::Inside);

    let last = |moment: f64| day_from_number(moment.ceil() as i32 - 1).unwrap_or(chart.until);
    let days = (day_from_number(from.floor() as i32).unwrap_or(chart.from), last(until));
    let spoken = words.text_with("timeline-strip-window", &crate::args! { "days" => say::days(days.0, days.1, words) });
    let id = |part: &str| ui.scope_id().with(("timeline-strip", part));
    let body = ui.interact(window, id("window"), Sense::click_and_drag()).on_hover_cursor(CursorIcon::Grab).on_hover_text(&spoken);
    body.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, &spoken));
    let grip = |at: f32| Rect::from_x_y_ranges(at - GRIP..=at + GRIP, strip.y_range());
    let edge = |ui: &Ui, at: f32, part: &str, value: f64, label: &str| {
        let response = ui.interact(grip(at), id(part), Sense::click_and_drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
        response.widget_info(|| WidgetInfo::slider(true, value, label));
        response
    };
    let first = edge(ui, left, "from", from, &words.text("timeline-strip-from"));
    let end = edge(ui, right, "until", until, &words.text("timeline-strip-to"));
    for (response, at) in [(&first, left), (&end, right)] {
        let is_held = response.hovered() || response.dragged() || response.has_focus();
        let thick = if is_held { 5.0 } else { 3.0 };
        ui.painter().rect_filled(Rect::from_center_size(pos2(at, strip.center().y), vec2(thick, strip.height() * 0.6)), 1.5, ink.ink);
    }
    for (response, part) in [(first, Part::From), (end, Part::Until), (body, Part::Window)] {
        moved(ui, &response, part, (from, until), &moment, view);
    }
    if back.clicked()
        && let Some(pointer) = back.interact_pointer_pos()
        && strip.contains(pointer)
    {
        let (at, half) = (moment(pointer.x), (until - from) / 2.0);
        view.want(Wanted::Span(at - half, at + half));
    }
}

/// What a drag or an arrow key does to the part in view.
fn moved(ui: &Ui, response: &Response, part: Part, (from, until): (f64, f64), moment: &dyn Fn(f32) -> f64, view: &mut View) {
    let length = until - from;
    let put = |part, at: f64, view: &mut View| match part {
        Part::From => view.want(Wanted::Span(at.min(until - 1.0), until)),
        Part::Until => view.want(Wanted::Span(from, at.max(from + 1.0))),
        Part::Window => view.want(Wanted::Span(at, at + length)),
    };
    let start = if part == Part::Until { until } else { from };
    // Where the pointer took hold, so that nothing jumps.
    let held: Id = response.id.with("held");
    if response.drag_started()
        && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
    {
        ui.data_mut(|data| data.insert_temp(held, moment(pointer.x) - start));
    }
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let offset: f64 = ui.data(|data| data.get_temp(held)).unwrap_or_default();
        put(part, moment(pointer.x) - offset, view);
    }
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, EventFilter { horizontal_arrows: true, ..EventFilter::default() }));
        let by = ui.input(|input| f64::from(i8::from(input.key_pressed(Key::ArrowRight)) - i8::from(input.key_pressed(Key::ArrowLeft))));
        if by != 0.0 {
            put(part, start + by * length * STEP, view);
        }
    }
}

/// Posts as a grey stack, marks as ticks, the copy date as a band.
fn paint(ui: &Ui, chart: &Timeline, ticks: &[Tick], strip: Rect, place: &dyn Fn(Day) -> f32, ink: &ChartInk) {
    let painter = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
    painter.rect_filled(strip, 2.0, ink.paper);
    let bars: Vec<_> = chart.lanes.iter().filter(|lane| lane.kind == LaneKind::Person).flat_map(|lane| &lane.bars).collect();
    let step = ((strip.height() - 10.0) / bars.len().max(1) as f32).min(3.0);
    for (at, bar) in bars.iter().enumerate() {
        let y = strip.top() + 3.0 + step * at as f32;
        let color = if bar.gives_access { ink.access } else { ink.other };
        let rect = |from, until| Rect::from_min_max(pos2(place(from), y), pos2(place(until).max(place(from) + 1.0), y + (step * 0.8).max(0.7)));
        painter.rect_filled(rect(bar.possible.0, bar.possible.1), 0.0, color.gamma_multiply(0.35));
        if let Some((from, until)) = bar.certain {
            painter.rect_filled(rect(from, until), 0.0, color.gamma_multiply(0.8));
        }
    }
    if let Some(density) = &chart.density {
        for span in &density.set95 {
            let left = place(span.from);
            let right = place(span.to.tomorrow().unwrap_or(span.to)).max(left + 2.0);
            painter.rect_filled(Rect::from_x_y_ranges(left..=right, strip.y_range()), 0.0, ink.copy.gamma_multiply(0.55));
        }
    }
    let mut last = f32::NEG_INFINITY;
    for (day, kind) in ticks {
        let x = place(*day);
        if x - last >= 1.0 {
            painter.vline(x, strip.bottom() - 6.0..=strip.bottom() - 1.0, Stroke::new(1.0, super::signs::color(*kind, ink)));
            last = x;
        }
    }
    for fold in chart.folds.list() {
        let rect = Rect::from_x_y_ranges(place(fold.from)..=place(fold.until), strip.y_range());
        painter.rect_filled(rect, 0.0, ink.soft.gamma_multiply(0.25));
    }
    painter.rect_stroke(strip, 2.0, Stroke::new(1.0, ink.grid), StrokeKind::Inside);
    let years = (chart.from.year().to_string(), chart.until.year().to_string());
    let font = FontId::proportional(10.0);
    painter.text(strip.left_bottom() + vec2(4.0, -7.0), egui::Align2::LEFT_BOTTOM, years.0, font.clone(), ink.soft);
    painter.text(strip.right_bottom() + vec2(-4.0, -7.0), egui::Align2::RIGHT_BOTTOM, years.1, font, ink.soft);
}
