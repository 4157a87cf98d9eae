//! The signs of the matrix: each presence has its own shape, so that it reads without colour.

use super::chart_ink::ChartInk;
use crate::chart::matrix::Presence;
use crate::words::Words;
use egui::{Align2, Color32, Painter, Pos2, Rect, Stroke, vec2};

/// What a presence is called.
pub fn presence_text(presence: Presence, words: &Words) -> String {
    words.text(match presence {
        Presence::Present => "rooms-presence-present",
        Presence::Absent => "rooms-presence-absent",
        Presence::Unknown => "rooms-presence-unknown",
        Presence::OtherDetails => "rooms-presence-other",
    })
}

/// Paints a presence: a full disc, a ring, a question mark, a half disc.
pub fn presence(painter: &Painter, center: Pos2, kind: Presence, ink: &ChartInk) {
    let radius = 5.0;
    let color = presence_color(kind, ink);
    match kind {
        Presence::Present => {
            painter.circle_filled(center, radius, color);
        }
        Presence::Absent => {
            painter.circle_stroke(center, radius - 0.75, Stroke::new(1.5, color));
        }
        Presence::Unknown => {
            painter.text(center, Align2::CENTER_CENTER, "?", egui::FontId::proportional(13.0), color);
        }
        Presence::OtherDetails => {
            let left = Rect::from_min_max(center - vec2(radius, radius), center + vec2(0.0, radius));
            painter.with_clip_rect(left.intersect(painter.clip_rect())).circle_filled(center, radius, color);
            painter.circle_stroke(center, radius - 0.75, Stroke::new(1.5, color));
        }
    }
}

fn presence_color(kind: Presence, ink: &ChartInk) -> Color32 {
    match kind {
        Presence::Present => ink.access,
        Presence::OtherDetails => ink.copy,
        Presence::Absent | Presence::Unknown => ink.soft,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::window::black_and_white::{all_differ, painted};

    #[test]
    fn no_two_signs_of_the_matrix_are_told_apart_by_colour_alone() {
        let all = [Presence::Present, Presence::Absent, Presence::Unknown, Presence::OtherDetails];
        let seen = all.map(|kind| (format!("{kind:?}"), painted(|ui, at| presence(ui.painter(), at, kind, &ChartInk::of(ui)))));
        all_differ(&seen);
    }
}
