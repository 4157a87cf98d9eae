//! Stars and tags as lists and panels show them: a drawn star that reads without colour, and small chips.

use crate::model::{Marks, Thing};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::theme::tokens;
use crate::words::Words;
use egui::{Painter, Pos2, Response, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

/// More tags than this of one row are counted: what the row is about needs the room.
const CHIPS: usize = 1;

/// Paints a star; hollow if `is_full` is false.
pub fn paint_star(painter: &Painter, center: Pos2, radius: f32, is_full: bool, colour: egui::Color32) {
    let point = |n: usize, radius: f32| {
        let angle = std::f32::consts::PI * (n as f32 / 5.0 - 0.5);
        pos2(center.x + radius * angle.cos(), center.y + radius * angle.sin())
    };
    let points: Vec<Pos2> = (0..10).map(|n| point(n, if n % 2 == 0 { radius } else { radius * 0.45 })).collect();
    if is_full {
        // A star is not convex: its middle and its five points are.
        painter.add(Shape::convex_polygon(points.iter().skip(1).step_by(2).copied().collect(), colour, Stroke::NONE));
        for n in (0..10).step_by(2) {
            painter.add(Shape::convex_polygon(vec![points[(n + 9) % 10], points[n], points[n + 1]], colour, Stroke::NONE));
        }
    }
    painter.add(Shape::closed_line(points, Stroke::new(1.2, colour)));
}

/// A button that is a star.
pub fn star_button(ui: &mut Ui, is_starred: bool, is_enabled: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, 26.0), if is_enabled { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, is_enabled, is_starred, name));
    let t = tokens(ui);
    if is_enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, crate::ui::window::theme::RADIUS_SMALL, t.accent_soft);
    }
    let ink = if is_starred { t.caution } else { t.text_weak };
    paint_star(ui.painter(), rect.center(), 8.5, is_starred, ink);
    response
}

/// A tag.
pub fn chip(ui: &mut Ui, tag: &str) -> Response {
    kit::badge(ui, Tone::Neutral, tag)
}

/// In a cell, before its text: the star of a thing, if it bears one.
pub fn cell_star(ui: &mut Ui, thing: &Thing, marks: &Marks, words: &Words) {
    if marks.is_starred(thing) {
        let (rect, response) = ui.allocate_exact_size(vec2(15.0, 15.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, words.text("notes-starred")));
        paint_star(ui.painter(), rect.center(), 6.5, true, tokens(ui).caution);
    }
}

/// In a cell: the first tag of a thing, how many more, and whether there are notes.
pub fn cell_tags(ui: &mut Ui, thing: &Thing, marks: &Marks, words: &Words) {
    let Some(marked) = marks.get(thing) else { return };
    for tag in marked.tags.iter().take(CHIPS) {
        chip(ui, tag);
    }
    if marked.tags.len() > CHIPS {
        chip(ui, &format!("+{}", marked.tags.len() - CHIPS)).on_hover_text(marked.tags.join(", "));
    }
    if !marked.notes.is_empty() {
        let text = words.text_with("notes-count", &crate::args! { "n" => marked.notes.len() });
        kit::badge(ui, Tone::Good, &text);
    }
}
