//! The signs of marks: each kind has its own shape, the same as on paper (see [`crate::chart::svg`]).

use crate::chart::timeline::MarkKind;
use crate::ui::window::widgets::chart_ink::ChartInk;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// Half the width of a sign.
pub const HALF: f32 = 5.0;

/// The colour of a kind of mark.
pub fn color(kind: MarkKind, ink: &ChartInk) -> Color32 {
    match kind {
        MarkKind::Snapshot => ink.source,
        MarkKind::View => ink.access,
        MarkKind::Export | MarkKind::Send | MarkKind::Transfer => ink.export,
        MarkKind::Message => ink.message,
        MarkKind::Election | MarkKind::Request | MarkKind::Answer | MarkKind::Decision | MarkKind::Other => ink.event,
    }
}

/// The sign of `kind` around `at`.
pub fn paint(painter: &Painter, kind: MarkKind, at: Pos2, ink: &ChartInk) {
    let h = HALF;
    let color = color(kind, ink);
    let rim = Stroke::new(0.8, ink.paper);
    let line = Stroke::new(1.5, color);
    let point = |x: f32, y: f32| pos2(at.x + x * h, at.y + y * h);
    let filled = |points: &[(f32, f32)]| {
        painter.add(Shape::convex_polygon(points.iter().map(|&(x, y)| point(x, y)).collect(), color, rim));
    };
    match kind {
        MarkKind::Snapshot => filled(&[(-0.8, -1.0), (0.2, -1.0), (0.8, -0.4), (0.8, 1.0), (-0.8, 1.0)]),
        MarkKind::View => {
            painter.circle(at, h * 0.85, ink.paper, line);
            painter.circle_filled(at, h * 0.35, color);
        }
        MarkKind::Export => {
            filled(&[(-1.0, -0.9), (1.0, -0.9), (0.0, 0.55)]);
            painter.line_segment([point(-1.0, 0.95), point(1.0, 0.95)], line);
        }
        MarkKind::Send => filled(&[(-0.8, -1.0), (1.0, 0.0), (-0.8, 1.0)]),
        MarkKind::Transfer => filled(&[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)]),
        MarkKind::Message => {
            let sheet = Rect::from_center_size(at, vec2(h * 2.4, h * 1.6));
            painter.rect(sheet, 0.0, ink.paper, line, StrokeKind::Middle);
            painter.add(Shape::line(vec![sheet.left_top(), point(0.0, 0.2), sheet.right_top()], line));
        }
        MarkKind::Election => {
            painter.rect(Rect::from_center_size(at, vec2(h * 1.8, h * 1.8)), 0.0, color, rim, StrokeKind::Middle);
            painter.line_segment([point(-0.5, -0.3), point(0.5, -0.3)], Stroke::new(1.3, ink.paper));
        }
        MarkKind::Request | MarkKind::Answer => {
            let fill = if kind == MarkKind::Request { ink.paper } else { color };
            painter.add(Shape::convex_polygon(vec![point(0.0, -1.0), point(1.0, 0.8), point(-1.0, 0.8)], fill, line));
        }
        MarkKind::Decision => filled(&[(-1.1, 0.0), (-0.55, -0.95), (0.55, -0.95), (1.1, 0.0), (0.55, 0.95), (-0.55, 0.95)]),
        MarkKind::Other => {
            painter.circle(at, h * 0.75, ink.paper, line);
        }
    }
}
