//! Painted charts as pictures: the timeline in both themes and languages, the density of the copy date.
//!
//! They need a graphics adapter, of which a software one will do (Mesa's llvmpipe: `libgl1-mesa-dri` and `libegl1`, or `mesa-vulkan-drivers`). Without
//! one they say so and compare nothing.

use super::stage::Stage;
use egui::{Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sourcier::model::Language;
use sourcier::ui::window::rooms::origin::OriginRoom;
use sourcier::ui::window::rooms::timeline::TimelineRoom;

/// Whether pictures can be drawn here.
pub fn can_draw() -> bool {
    let drawn = std::panic::catch_unwind(|| {
        let mut harness = Harness::new_ui(|ui| {
            ui.label("x");
        });
        harness.render().is_ok()
    });
    let is_there = drawn.unwrap_or(false);
    if !is_there {
        eprintln!("skipped: no graphics adapter, not even a software one; install mesa-vulkan-drivers");
    }
    is_there
}

#[test]
fn timeline_in_french_by_day() {
    if can_draw() {
        let stage = Stage::full(Language::Fr);
        stage.play_in(TimelineRoom::default(), vec2(820.0, 520.0), Theme::Light).snapshot("timeline_fr_light");
    }
}

#[test]
fn timeline_in_english_by_night_zoomed_in() {
    if can_draw() {
        let stage = Stage::full(Language::En);
        let mut harness = stage.play_in(TimelineRoom::default(), vec2(820.0, 520.0), Theme::Dark);
        for _ in 0..2 {
            harness.get_by_label("Zoom in").click();
            harness.run();
        }
        harness.get_by_label("Later").click();
        harness.run();
        harness.remove_cursor();
        harness.run();
        harness.snapshot("timeline_en_dark_zoomed");
    }
}

#[test]
fn density_of_the_copy_date() {
    if can_draw() {
        let stage = Stage::full(Language::Fr);
        let mut harness = stage.play_in(OriginRoom::default(), vec2(760.0, 820.0), Theme::Light);
        for question in ["which", "when"] {
            harness.get_by_label(&stage.text(&format!("origin-question-{question}"))).click();
            harness.run();
        }
        harness.remove_cursor();
        harness.run();
        harness.snapshot("copy_date_fr_light");
    }
}
