//! Icons, drawn with strokes: no font, no image, the same on every machine.
//!
//! Coordinates are in a square of side 1. Icons are decoration; the word stands beside them or in the accessible name.

use super::room::Room;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Icon {
    Room(Room),
    Back,
    Forward,
    Next,
    Down,
    Close,
    Warning,
    Check,
    Lock,
    Panel,
    Search,
    Eye,
    Dots,
}

/// Draws `icon` into `rect`.
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, colour: Color32) {
    let side = rect.width().min(rect.height());
    let rect = Rect::from_center_size(rect.center(), egui::Vec2::splat(side));
    let stroke = Stroke::new((side / 12.0).max(1.3), colour);
    let at = |x: f32, y: f32| rect.lerp_inside(egui::vec2(x, y));
    let line = |points: &[(f32, f32)]| {
        painter.add(Shape::line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke));
    };
    let closed = |points: &[(f32, f32)]| {
        painter.add(Shape::closed_line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke));
    };
    let ring = |x: f32, y: f32, r: f32| {
        painter.circle_stroke(at(x, y), r * side, stroke);
    };
    let dot = |x: f32, y: f32, r: f32| {
        painter.circle_filled(at(x, y), r * side, colour);
    };
    match icon {
        Icon::Room(Room::Start) => {
            line(&[(0.08, 0.5), (0.5, 0.12), (0.92, 0.5)]);
            line(&[(0.2, 0.42), (0.2, 0.88), (0.8, 0.88), (0.8, 0.42)]);
        }
        Icon::Room(Room::Overview) => {
            ring(0.2, 0.5, 0.11);
            ring(0.8, 0.2, 0.11);
            ring(0.8, 0.8, 0.11);
            line(&[(0.3, 0.44), (0.7, 0.25)]);
            line(&[(0.3, 0.56), (0.7, 0.75)]);
        }
        Icon::Room(Room::Evidence) => {
            closed(&[(0.2, 0.1), (0.6, 0.1), (0.82, 0.32), (0.82, 0.9), (0.2, 0.9)]);
            line(&[(0.35, 0.5), (0.66, 0.5)]);
            line(&[(0.35, 0.7), (0.66, 0.7)]);
        }
        Icon::Room(Room::Messages) => {
            closed(&[(0.08, 0.22), (0.92, 0.22), (0.92, 0.8), (0.08, 0.8)]);
            line(&[(0.08, 0.24), (0.5, 0.56), (0.92, 0.24)]);
        }
        Icon::Room(Room::Recipients) => {
            for row in 0..3 {
                for column in 0..3 {
                    let (x, y) = (0.2 + 0.3 * column as f32, 0.2 + 0.3 * row as f32);
                    if (row + column) % 2 == 0 { dot(x, y, 0.1) } else { ring(x, y, 0.08) }
                }
            }
        }
        Icon::Room(Room::Sources) => {
            for y in [0.2, 0.5, 0.8] {
                closed(&[(0.12, y - 0.11), (0.88, y - 0.11), (0.88, y + 0.11), (0.12, y + 0.11)]);
                dot(0.26, y, 0.04);
            }
        }
        Icon::Room(Room::People) => {
            ring(0.5, 0.3, 0.18);
            let arc = (0..=12).map(|step| {
                let angle = std::f32::consts::PI * (1.0 + step as f32 / 12.0);
                at(0.5 + 0.36 * angle.cos(), 0.92 + 0.36 * angle.sin())
            });
            painter.add(Shape::line(arc.collect::<Vec<Pos2>>(), stroke));
        }
        Icon::Room(Room::Origin) => {
            ring(0.5, 0.5, 0.38);
            ring(0.5, 0.5, 0.18);
            dot(0.5, 0.5, 0.05);
        }
        Icon::Room(Room::Timeline) => {
            line(&[(0.08, 0.9), (0.92, 0.9)]);
            let bar = Stroke::new(side / 7.0, colour);
            painter.line_segment([at(0.1, 0.2), at(0.55, 0.2)], bar);
            painter.line_segment([at(0.35, 0.45), at(0.9, 0.45)], bar);
            painter.line_segment([at(0.2, 0.7), at(0.5, 0.7)], bar);
        }
        Icon::Back => line(&[(0.62, 0.2), (0.32, 0.5), (0.62, 0.8)]),
        Icon::Forward | Icon::Next => line(&[(0.38, 0.2), (0.68, 0.5), (0.38, 0.8)]),
        Icon::Down => line(&[(0.2, 0.36), (0.5, 0.66), (0.8, 0.36)]),
        Icon::Close => {
            line(&[(0.25, 0.25), (0.75, 0.75)]);
            line(&[(0.75, 0.25), (0.25, 0.75)]);
        }
        Icon::Warning => {
            closed(&[(0.5, 0.12), (0.92, 0.86), (0.08, 0.86)]);
            line(&[(0.5, 0.4), (0.5, 0.62)]);
            dot(0.5, 0.74, 0.05);
        }
        Icon::Check => line(&[(0.18, 0.55), (0.42, 0.78), (0.84, 0.24)]),
        Icon::Lock => {
            closed(&[(0.2, 0.45), (0.8, 0.45), (0.8, 0.9), (0.2, 0.9)]);
            let arc = (0..=12).map(|step| {
                let angle = std::f32::consts::PI * (1.0 + step as f32 / 12.0);
                at(0.5 + 0.2 * angle.cos(), 0.36 + 0.22 * angle.sin())
            });
            painter.add(Shape::line(std::iter::once(at(0.3, 0.45)).chain(arc).chain(std::iter::once(at(0.7, 0.45))).collect::<Vec<Pos2>>(), stroke));
        }
        Icon::Eye => {
            let half = |sign: f32| {
                (0..=8).map(move |step| (0.08 + 0.105 * step as f32, 0.5 + sign * 0.3 * (step as f32 / 8.0 * std::f32::consts::PI).sin()))
            };
            line(&half(-1.0).collect::<Vec<_>>());
            line(&half(1.0).collect::<Vec<_>>());
            dot(0.5, 0.5, 0.13);
        }
        Icon::Dots => {
            for x in [0.2, 0.5, 0.8] {
                dot(x, 0.5, 0.08);
            }
        }
        Icon::Search => {
            ring(0.42, 0.42, 0.28);
            line(&[(0.63, 0.63), (0.88, 0.88)]);
        }
        Icon::Panel => {
            closed(&[(0.1, 0.18), (0.9, 0.18), (0.9, 0.82), (0.1, 0.82)]);
            line(&[(0.62, 0.18), (0.62, 0.82)]);
        }
    }
}

/// Takes a square of `side` points and draws `icon` in it.
pub fn show(ui: &mut egui::Ui, side: f32, icon: Icon, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(side), egui::Sense::hover());
    paint(ui.painter(), Rect::from_min_max(rect.min + pos2(1.0, 1.0).to_vec2(), rect.max - pos2(1.0, 1.0).to_vec2()), icon, colour);
}
