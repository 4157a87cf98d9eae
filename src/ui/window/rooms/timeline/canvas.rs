//! The canvas: axis, copy date, lanes and gutter, and what the pointer is over.

use super::lanes::{self, Row};
use super::view::View;
use super::{bars, signs};
use crate::chart::scale;
use crate::chart::timeline::{Density, LaneKind, Mark, Target, Timeline};
use crate::model::dates::{day_from_number, day_number};
use crate::model::{Day, UncertainDay};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::words::{Words, format};
use egui::{Align2, EventFilter, FontId, Key, Label, Painter, Pos2, Rangef, Rect, Role, Sense, Shape, Stroke, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{Plot, PlotTransform};

/// Width of the lane names.
const GUTTER: f32 = 176.0;
/// Height of the axis: two lines of text.
const AXIS: f32 = 36.0;
/// Height of the strip that shows the copy-date density in full.
const DENSITY: f32 = 44.0;
/// Room a tick's text needs.
const TICK: f64 = 52.0;
const TEXT: f32 = 12.0;

/// Something the pointer can be over.
struct Hit<'a> {
    rect: Rect,
    detail: &'a str,
    target: &'a Target,
}

/// Draws the chart; says what was clicked.
pub fn show(ui: &mut egui::Ui, ctx: &RoomContext<'_>, view: &mut View) -> Option<Target> {
    let chart = ctx.timeline;
    let ink = ChartInk::of(ui);
    let (rows, height) = lanes::rows(chart);
    let strip = if chart.density.is_some() { DENSITY } else { 0.0 };
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), AXIS + strip), Sense::hover());
    ui.painter().rect_filled(head, 0.0, ink.paper);
    let mut clicked = None;
    let mut transform = None;
    egui::ScrollArea::vertical().id_salt("timeline-lanes").auto_shrink([false, false]).show(ui, |ui| {
        // The lanes fill what there is, so that the grid never ends in the air.
        let height = height.max(ui.available_height() - 2.0);
        ui.horizontal_top(|ui| {
            let (gutter, _) = ui.allocate_exact_size(vec2(GUTTER.min(ui.available_width() * 0.4), height), Sense::hover());
            let response = plot(ui, chart, view, height);
            let plotted = response.transform;
            let response = response.response;
            let description = chart.description.as_str();
            response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, description));
            keys(ui, &response, view);
            let painter = ui.painter().with_clip_rect(plotted.frame().intersect(ui.clip_rect()));
            let all = ui.painter().with_clip_rect(gutter.union(*plotted.frame()).intersect(ui.clip_rect()));
            stripes(&all, &rows, gutter.left(), &plotted, &ink);
            grid(&painter, chart, &plotted, &ink, ctx.words);
            copy_date(&painter, chart, &plotted, plotted.frame().y_range(), 0.10, &ink);
            gutter_labels(ui, &rows, gutter, &ink);
            let hits = contents(&painter, ctx, &rows, &plotted, &ink);
            clicked = point_at(&response, &hits);
            transform = Some((plotted, gutter));
        });
    });
    let (plotted, gutter) = transform?;
    let painter = ui.painter().with_clip_rect(head.intersect(ui.clip_rect()));
    axis(&painter, chart, &plotted, head, gutter, &ink, ctx.words);
    if let Some(density) = &chart.density {
        density_strip(ui, density, &plotted, Rect::from_min_max(pos2(head.left(), head.top() + AXIS), head.max), gutter, &ink, ctx.words);
    }
    let bounds = plotted.bounds();
    if view.settle(chart.from, chart.until, (bounds.min()[0], bounds.max()[0])) {
        ui.request_repaint();
    }
    clicked
}

/// The plot that owns the visible span. Up and down it does not move.
fn plot(ui: &mut egui::Ui, chart: &Timeline, view: &mut View, height: f32) -> egui_plot::PlotResponse<()> {
    let wanted = view.take_wanted(chart.from, chart.until);
    Plot::new("timeline")
        .height(height)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_zoom([true, false])
        .allow_drag([true, false])
        .allow_scroll([true, false])
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(vec2(0.0, 0.0))
        .show(ui, move |plot_ui| {
            plot_ui.set_plot_bounds_y(0.0..=1.0);
            if let Some((from, until)) = wanted {
                plot_ui.set_plot_bounds_x(from..=until);
            }
        })
}

/// With the focus on the chart: left and right move, plus and minus zoom.
fn keys(ui: &egui::Ui, response: &egui::Response, view: &mut View) {
    if !response.has_focus() {
        return;
    }
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(response.id, EventFilter { horizontal_arrows: true, ..EventFilter::default() });
    });
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::ArrowLeft) {
        view.shift(-0.1);
    }
    if pressed(Key::ArrowRight) {
        view.shift(0.1);
    }
    if pressed(Key::Plus) || pressed(Key::Equals) {
        view.zoom(0.8);
    }
    if pressed(Key::Minus) {
        view.zoom(1.25);
    }
}

fn x(transform: &PlotTransform, day: Day) -> f32 {
    transform.position_from_point_x(f64::from(day_number(day)))
}

/// Every other lane on a ground of its own, with a line between people, files and the rest.
fn stripes(painter: &Painter, rows: &[Row<'_>], left: f32, transform: &PlotTransform, ink: &ChartInk) {
    let frame = transform.frame();
    painter.rect_filled(Rect::from_min_max(pos2(left, frame.top()), frame.max), 0.0, ink.paper);
    for (at, row) in rows.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(left, frame.top() + row.top), vec2(frame.right() - left, row.height));
        if at % 2 == 1 {
            painter.rect_filled(rect, 0.0, ink.stripe);
        }
        if at > 0 && rows[at - 1].lane.kind != row.lane.kind {
            painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, ink.soft.gamma_multiply(0.6)));
        }
    }
}

/// The axis for what is in view.
fn visible_axis(chart: &Timeline, transform: &PlotTransform, words: &Words) -> (Day, Day, scale::Axis) {
    let (first, last) = (transform.bounds().min()[0], transform.bounds().max()[0]);
    let from = day_from_number(first.floor() as i32).unwrap_or(chart.from);
    let until = day_from_number(last.ceil() as i32).unwrap_or(chart.until);
    (from, until, scale::axis(from, until, f64::from(transform.frame().width()), TICK, words))
}

fn grid(painter: &Painter, chart: &Timeline, transform: &PlotTransform, ink: &ChartInk, words: &Words) {
    let (.., axis) = visible_axis(chart, transform, words);
    for tick in &axis.ticks {
        painter.vline(x(transform, tick.day), transform.frame().y_range(), Stroke::new(1.0, ink.grid));
    }
}

/// The time axis above the lanes: the finer row below, what it lies in above.
fn axis(painter: &Painter, chart: &Timeline, transform: &PlotTransform, head: Rect, gutter: Rect, ink: &ChartInk, words: &Words) {
    let (from, until, axis) = visible_axis(chart, transform, words);
    let frame = transform.frame();
    let band = Rect::from_min_max(pos2(gutter.right(), head.top()), pos2(frame.right(), head.top() + AXIS));
    let painter = painter.with_clip_rect(band.intersect(painter.clip_rect()));
    let font = FontId::proportional(TEXT);
    for stretch in &axis.stretches {
        let left = x(transform, stretch.from.max(from)).max(band.left());
        let right = x(transform, stretch.until.min(until)).min(band.right());
        painter.vline(x(transform, stretch.from), Rangef::new(band.top(), band.bottom()), Stroke::new(1.0, ink.soft));
        let galley = painter.layout_no_wrap(stretch.label.clone(), font.clone(), ink.ink);
        if galley.size().x + 8.0 <= right - left {
            painter.galley(pos2(left + 5.0, band.top() + 1.0), galley, ink.ink);
        }
    }
    for tick in &axis.ticks {
        let at = x(transform, tick.day);
        painter.vline(at, Rangef::new(band.bottom() - 5.0, band.bottom()), Stroke::new(1.0, ink.soft));
        painter.text(pos2(at + 4.0, band.bottom() - 2.0), Align2::LEFT_BOTTOM, &tick.label, font.clone(), ink.soft);
    }
    painter.hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, ink.soft));
}

/// The 95 % set shaded over `y`, its edges dashed, and the density as a wash inside it.
fn copy_date(painter: &Painter, chart: &Timeline, transform: &PlotTransform, y: Rangef, wash: f32, ink: &ChartInk) {
    let Some(density) = &chart.density else { return };
    for span in &density.set95 {
        let right = x(transform, span.to.tomorrow().unwrap_or(span.to));
        let rect = Rect::from_x_y_ranges(x(transform, span.from)..=right.max(x(transform, span.from) + 2.0), y);
        painter.rect_filled(rect, 0.0, ink.copy.gamma_multiply(wash));
        for edge in [rect.left(), rect.right()] {
            painter.extend(Shape::dashed_line(&[pos2(edge, y.min), pos2(edge, y.max)], Stroke::new(1.2, ink.copy), 5.0, 4.0));
        }
    }
    for (segment, height) in density.segments.iter().zip(density.heights()) {
        let rect = Rect::from_x_y_ranges(x(transform, segment.from)..=x(transform, segment.until), y);
        painter.rect_filled(rect, 0.0, ink.copy.gamma_multiply(wash * height as f32));
    }
}

/// The strip under the axis: the copy-date density as steps.
fn density_strip(ui: &mut egui::Ui, density: &Density, transform: &PlotTransform, strip: Rect, gutter: Rect, ink: &ChartInk, words: &Words) {
    let band = Rect::from_min_max(pos2(gutter.right(), strip.top()), pos2(transform.frame().right(), strip.bottom()));
    let painter = ui.painter().with_clip_rect(band.intersect(ui.clip_rect()));
    for span in &density.set95 {
        let left = x(transform, span.from);
        let right = x(transform, span.to.tomorrow().unwrap_or(span.to)).max(left + 2.0);
        painter.rect_filled(Rect::from_x_y_ranges(left..=right, band.y_range()), 0.0, ink.copy_light);
    }
    let base = band.bottom() - 1.0;
    for (segment, height) in density.segments.iter().zip(density.heights()) {
        let left = x(transform, segment.from);
        let right = x(transform, segment.until).max(left + 1.0);
        let top = base - height as f32 * (band.height() - 6.0);
        painter.rect_filled(Rect::from_min_max(pos2(left, top), pos2(right, base)), 0.0, ink.copy);
    }
    painter.hline(band.x_range(), base, Stroke::new(1.0, ink.soft));
    let caption = words.text_with("rooms-timeline-copy-of", &crate::args! { "source" => density.label.as_str() });
    let place = Rect::from_min_max(pos2(gutter.left() + 6.0, strip.top()), pos2(gutter.right() - 6.0, strip.bottom()));
    name(ui, place, &caption, ink.copy);
    let spans = density.set95.iter().map(|span| {
        let day = |day| format::uncertain_day(&UncertainDay::exact(day), words.language());
        words.text_with("rooms-timeline-span", &crate::args! { "from" => day(span.from), "to" => day(span.to) })
    });
    let detail = words.text_with("rooms-timeline-set95", &crate::args! { "spans" => spans.collect::<Vec<_>>().join(", ") });
    let response = ui.interact(band, ui.scope_id().with("density"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &detail));
    response.on_hover_text_at_pointer(detail);
}

/// A text in two lines at most, cut if need be, with its place in the accessibility tree.
fn name(ui: &mut egui::Ui, rect: Rect, text: &str, color: egui::Color32) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        let label = Label::new(egui::RichText::new(text).size(TEXT + 1.0).color(color)).selectable(false);
        if rect.height() > 34.0 { ui.add(label.wrap()) } else { ui.add(label.truncate()) }.on_hover_text(text);
    });
}

fn gutter_labels(ui: &mut egui::Ui, rows: &[Row<'_>], gutter: Rect, ink: &ChartInk) {
    for row in rows {
        let rect = Rect::from_min_size(pos2(gutter.left() + 6.0, gutter.top() + row.top), vec2(gutter.width() - 12.0, row.height));
        if rect.intersects(ui.clip_rect()) {
            name(ui, rect, &row.lane.label, ink.ink);
        }
    }
    let line = ui.painter().clone();
    line.vline(gutter.right(), gutter.y_range(), Stroke::new(1.0, ink.soft));
}

/// Bars and marks in view; gives back where they are.
fn contents<'a>(painter: &Painter, ctx: &RoomContext<'a>, rows: &[Row<'a>], transform: &PlotTransform, ink: &ChartInk) -> Vec<Hit<'a>> {
    let view = painter.clip_rect();
    let top = transform.frame().top();
    let mut hits = Vec::new();
    for row in rows {
        let lane = Rangef::new(top + row.top, top + row.top + row.height);
        if !lane.intersects(view.y_range()) {
            continue;
        }
        for (bar, &track) in row.lane.bars.iter().zip(&row.tracks) {
            let left = x(transform, bar.possible.0);
            let right = x(transform, bar.possible.1).max(left + bars::LEAST);
            let y = lane.min + Row::bar_top(track);
            let rect = Rect::from_min_max(pos2(left, y), pos2(right, y + lanes::BAR));
            if !rect.intersects(view) {
                continue;
            }
            let certain = bar.certain.map(|(from, until)| Rangef::new(x(transform, from), x(transform, until).max(x(transform, from) + bars::LEAST)));
            bars::paint(painter, bar, row.lane.kind, rect, certain, is_selected(ctx, &bar.target), ink);
            hits.push(Hit { rect, detail: &bar.detail, target: &bar.target });
        }
        marks(painter, ctx, row, lane.min + row.marks, transform, ink, &mut hits);
    }
    hits
}

fn is_selected(ctx: &RoomContext<'_>, target: &Target) -> bool {
    matches!(ctx.selection, Some(Selection::Mark(selected)) if selected == target)
}

/// The marks of one lane, on their own line: a vague date as a range, a text where there is room.
fn marks<'a>(painter: &Painter, ctx: &RoomContext<'a>, row: &Row<'a>, y: f32, transform: &PlotTransform, ink: &ChartInk, hits: &mut Vec<Hit<'a>>) {
    let view = painter.clip_rect();
    let place = |mark: &Mark| {
        let left = x(transform, mark.from);
        let right = x(transform, mark.to.tomorrow().unwrap_or(mark.to));
        (left, right, f32::midpoint(left, right))
    };
    let mut drawn: Vec<&Mark> = row.lane.marks.iter().collect();
    drawn.sort_by_key(|mark| (mark.from, mark.to));
    let mut free_from = view.left();
    for (at, mark) in drawn.iter().enumerate() {
        let (left, right, middle) = place(mark);
        if right < view.left() - 200.0 || left > view.right() + 20.0 {
            continue;
        }
        if right - left > 4.0 * signs::HALF {
            range(painter, row.lane.kind, mark, Rangef::new(left, right), y, ink);
        }
        let center = pos2(middle, y);
        if is_selected(ctx, &mark.target) {
            painter.circle_stroke(center, signs::HALF + 5.0, Stroke::new(2.0, ink.ink));
        }
        signs::paint(painter, mark.kind, center, ink);
        let sign = Rect::from_center_size(center, vec2(14.0, 16.0));
        let whole = if right - left > 14.0 { sign.union(Rect::from_x_y_ranges(left..=right, Rangef::new(y - 5.0, y + 5.0))) } else { sign };
        hits.push(Hit { rect: whole, detail: &mark.detail, target: &mark.target });
        let next = drawn.get(at + 1).map_or(view.right(), |next| place(next).2.min(place(next).0) - signs::HALF - 3.0);
        let before = at.checked_sub(1).map_or(view.left(), |last| place(drawn[last]).1.max(place(drawn[last]).2 + signs::HALF).max(free_from));
        let text_left = right.max(middle + signs::HALF) + 5.0;
        let right_room = Rangef::new(text_left, next.min(view.right()));
        let left_room = Rangef::new(before + 6.0, left.min(middle - signs::HALF) - 5.0);
        free_from = text(painter, &mark.label, right_room, left_room, y, ink);
    }
}

/// The days a mark may be on, or (a mailing) lasted: a line with ends, dashed where the day is not known.
fn range(painter: &Painter, kind: LaneKind, mark: &Mark, days: Rangef, y: f32, ink: &ChartInk) {
    let stroke = Stroke::new(1.5, signs::color(mark.kind, ink));
    if kind == LaneKind::Campaign {
        painter.hline(days, y, stroke);
    } else {
        painter.extend(Shape::dashed_line(&[pos2(days.min, y), pos2(days.max, y)], stroke, 4.0, 3.0));
    }
    for end in [days.min, days.max] {
        painter.vline(end, y - 4.0..=y + 4.0, stroke);
    }
}

/// A mark's text: after its sign if it fits there, before it if it only fits there, else cut. Gives back where it ends.
fn text(painter: &Painter, label: &str, right: Rangef, left: Rangef, y: f32, ink: &ChartInk) -> f32 {
    let mut job = egui::text::LayoutJob::simple_singleline(label.to_owned(), FontId::proportional(TEXT), ink.ink);
    let whole = painter.layout_job(job.clone()).size();
    if whole.x > right.span() && whole.x <= left.span() {
        painter.galley(pos2(left.max - whole.x, y - whole.y / 2.0), painter.layout_job(job), ink.ink);
        return right.min;
    }
    if label.is_empty() || right.span() < 30.0 {
        return right.min;
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(right.span());
    let galley = painter.layout_job(job);
    let size = galley.size();
    painter.galley(pos2(right.min, y - size.y / 2.0), galley, ink.ink);
    right.min + size.x
}

/// What the pointer is over gets its sentence; says what was clicked.
fn point_at(response: &egui::Response, hits: &[Hit<'_>]) -> Option<Target> {
    let pointer: Pos2 = response.hover_pos()?;
    // What was drawn last lies on top.
    let hit = hits.iter().rev().find(|hit| hit.rect.expand(2.0).contains(pointer))?;
    let response = response.clone().on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text_at_pointer(hit.detail);
    response.clicked().then(|| hit.target.clone())
}
