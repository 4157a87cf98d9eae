//! Stars and tags as lists and panels show them: a drawn star that reads without colour, and small chips.

use crate::model::{Marks, Thing};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::theme::tokens;
use crate::words::Words;
use egui::{Painter, Pos2, Response, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

/// What a chip is wider than its text, with the gap to the next.
const CHIP_MARGIN: f32 = 18.0;

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

/// In a cell: the tags of a thing and how many notes it has, as far as there is room; what there is no room for is counted and read on hover.
pub fn cell_tags(ui: &mut Ui, thing: &Thing, marks: &Marks, words: &Words, room: f32) {
    let Some(marked) = marks.get(thing) else { return };
    let mut chips: Vec<(Tone, String)> = marked.tags.iter().map(|tag| (Tone::Neutral, tag.clone())).collect();
    if !marked.notes.is_empty() {
        chips.push((Tone::Good, words.text_with("notes-count", &crate::args! { "n" => marked.notes.len() })));
    }
    let font = egui::TextStyle::Small.resolve(ui.style());
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::BLACK).size().x + CHIP_MARGIN;
    let widths: Vec<f32> = chips.iter().map(|(_, text)| width(text)).collect();
    let shown = fitting(&widths, room, width("+9"));
    let rest = (shown < chips.len()).then(|| (Tone::Neutral, format!("+{}", chips.len() - shown)));
    let in_full = chips.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(", ");
    let mut drawn: Vec<(Tone, String)> = chips.into_iter().take(shown).chain(rest).collect();
    if ui.layout().prefer_right_to_left() {
        drawn.reverse();
    }
    for (tone, text) in drawn {
        let chip = kit::badge(ui, tone, &text);
        if text.starts_with('+') {
            chip.on_hover_text(&in_full);
        }
    }
}

/// How many of these fit into `room` with a sign of the width `more` behind them, if not all do.
fn fitting(widths: &[f32], room: f32, more: f32) -> usize {
    let all: f32 = widths.iter().sum();
    if all <= room {
        return widths.len();
    }
    let mut left = room - more;
    widths
        .iter()
        .take_while(|width| {
            left -= **width;
            left >= 0.0
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::{fitting, star_button};
    use crate::ui::window::black_and_white::{all_differ, painted};

    #[test]
    fn a_star_that_is_given_is_told_from_one_that_is_not_without_colour() {
        all_differ(&[true, false].map(|is_starred| (is_starred.to_string(), painted(|ui, _| drop(star_button(ui, is_starred, true, "star"))))));
    }

    #[test]
    fn what_fits_is_shown_and_the_rest_leaves_room_for_its_number() {
        assert_eq!(fitting(&[40.0, 30.0], 70.0, 20.0), 2);
        assert_eq!(fitting(&[40.0, 30.0], 69.0, 20.0), 1, "40 and the number");
        assert_eq!(fitting(&[40.0, 30.0], 59.0, 20.0), 0, "the number alone");
        assert_eq!(fitting(&[], 0.0, 20.0), 0);
    }
}
