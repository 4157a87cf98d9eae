//! Paints bars: certain days full, possible days hatched, another hat as an outline, an unknown end left open.

use crate::chart::timeline::{Bar, LaneKind};
use crate::ui::window::widgets::chart_ink::ChartInk;
use egui::epaint::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, FontId, Painter, Pos2, Rangef, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// Space between two lines of a hatching.
const HATCH: f32 = 5.0;
/// Size of the text on a bar.
const TEXT: f32 = 12.0;
/// Least width of a bar, so that a single day can be seen and hit.
pub const LEAST: f32 = 3.0;

/// Oblique lines over `rect`. They are anchored to the screen, so that neighbours run into each other.
pub fn hatch(painter: &Painter, rect: Rect, color: Color32) {
    let rect = rect.intersect(painter.clip_rect());
    if !rect.is_positive() {
        return;
    }
    let painter = painter.with_clip_rect(rect);
    let stroke = Stroke::new(1.2, color);
    let first = ((rect.left() + rect.top()) / HATCH).floor() as i32;
    let last = ((rect.right() + rect.bottom()) / HATCH).ceil() as i32;
    for line in first..=last {
        let sum = line as f32 * HATCH;
        painter.line_segment([pos2(sum - rect.top(), rect.top()), pos2(sum - rect.bottom(), rect.bottom())], stroke);
    }
}

/// The bar of a file is slimmer than that of a person, as on paper: both are full, and colour alone would tell them apart.
pub fn slim(rect: Rect, kind: LaneKind) -> Rect {
    if kind == LaneKind::Source { rect.shrink2(vec2(0.0, rect.height() * 0.15)) } else { rect }
}

/// One bar. `possible` and `certain` are where its days stand on the screen.
pub fn paint(painter: &Painter, bar: &Bar, kind: LaneKind, rect: Rect, certain: Option<Rangef>, is_selected: bool, ink: &ChartInk) {
    let (full, light) = match kind {
        LaneKind::Source => (ink.source, ink.source_light),
        _ if bar.gives_access => (ink.access, ink.access_light),
        _ => (ink.other, ink.paper),
    };
    let rect = slim(rect, kind);
    painter.rect_filled(rect, 2.0, light);
    if bar.gives_access {
        hatch(painter, rect, full.gamma_multiply(0.75));
    }
    let certain = certain.map(|range| Rect::from_x_y_ranges(range, rect.y_range()).intersect(rect));
    match certain {
        Some(days) if bar.gives_access => {
            painter.rect_filled(days, 2.0, full);
        }
        Some(days) => {
            painter.rect_filled(days, 2.0, ink.other_light);
            painter.rect_stroke(days, 2.0, Stroke::new(1.5, full), StrokeKind::Inside);
        }
        None => {}
    }
    outline(painter, bar, rect, Stroke::new(1.2, full), ink);
    if is_selected {
        painter.rect_stroke(rect.expand(2.5), 4.0, Stroke::new(2.0, ink.ink), StrokeKind::Outside);
    }
    label(painter, bar, rect, certain, ink);
}

/// The frame of a bar. A side on which nothing is known is left open and torn, never drawn as an end.
fn outline(painter: &Painter, bar: &Bar, rect: Rect, stroke: Stroke, ink: &ChartInk) {
    let rect = rect.shrink(0.6);
    painter.hline(rect.x_range(), rect.top(), stroke);
    painter.hline(rect.x_range(), rect.bottom(), stroke);
    for (is_open, x, way) in [(bar.has_open_start(), rect.left(), -1.0), (bar.has_open_end(), rect.right(), 1.0)] {
        if is_open {
            torn(painter, x, rect.y_range(), way, stroke, ink);
        } else {
            painter.vline(x, rect.y_range(), stroke);
        }
    }
}

/// A torn edge: teeth in the colour of the paper.
fn torn(painter: &Painter, x: f32, y: Rangef, way: f32, stroke: Stroke, ink: &ChartInk) {
    let teeth = 4;
    let step = y.span() / teeth as f32;
    let mut points: Vec<Pos2> = Vec::new();
    for tooth in 0..teeth {
        let top = y.min + tooth as f32 * step;
        painter.add(Shape::convex_polygon(
            vec![pos2(x + way, top), pos2(x - way * 5.0, top + step / 2.0), pos2(x + way, top + step)],
            ink.paper,
            Stroke::NONE,
        ));
        points.push(pos2(x, top));
        points.push(pos2(x - way * 5.0, top + step / 2.0));
    }
    points.push(pos2(x, y.max));
    painter.add(Shape::line(points, stroke));
}

/// The text of a bar, on the certain part if it fits there, else over hatching and frames on a ground of its own.
fn label(painter: &Painter, bar: &Bar, rect: Rect, certain: Option<Rect>, ink: &ChartInk) {
    let view = painter.clip_rect();
    let visible = rect.intersect(view).shrink2(vec2(6.0, 0.0));
    if bar.label.is_empty() || visible.width() < 18.0 {
        return;
    }
    let font = FontId::proportional(TEXT);
    let width = painter.layout_no_wrap(bar.label.clone(), font.clone(), ink.ink).size().x;
    let on_certain = certain.map(|days| days.intersect(view).shrink2(vec2(6.0, 0.0)));
    let (room, color, has_ground) = match on_certain {
        Some(days) if days.width() >= width || days.width() >= visible.width() * 0.6 => {
            (days, if bar.gives_access { ink.on_full } else { ink.ink }, false)
        }
        _ => (visible, ink.ink, true),
    };
    if room.width() < 18.0 {
        return;
    }
    let mut job = LayoutJob::simple_singleline(bar.label.clone(), font, color);
    job.wrap = TextWrapping::truncate_at_width(room.width());
    let galley = painter.layout_job(job);
    let at = Align2::LEFT_CENTER.anchor_size(room.left_center(), galley.size());
    if has_ground {
        painter.rect_filled(at.expand2(vec2(3.0, 0.0)), 2.0, ink.paper.gamma_multiply(0.88));
    }
    painter.galley(at.min, galley, color);
}

/// The sample of the legend: a bar whose end is not known.
pub fn open_sample(painter: &Painter, rect: Rect, stroke: Stroke, ink: &ChartInk) {
    painter.hline(rect.x_range(), rect.top() + 0.6, stroke);
    painter.hline(rect.x_range(), rect.bottom() - 0.6, stroke);
    painter.vline(rect.left() + 0.6, rect.y_range(), stroke);
    torn(painter, rect.right() - 1.0, rect.y_range(), 1.0, stroke, ink);
}
