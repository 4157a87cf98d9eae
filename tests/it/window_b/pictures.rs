//! Painted charts as pictures: the timeline in both themes and languages, the the charts of the origin.
//!
//! They need a graphics adapter, of which a software one will do (Mesa's llvmpipe: `libgl1-mesa-dri` and `libegl1`, or `mesa-vulkan-drivers`). Without
//! one they say so and compare nothing.

use super::stage::{Played, Stage};
use egui::{Role, Theme, vec2};
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
        for what in ["Zoom in", "Zoom in", "Later"] {
            harness.get_by_label("More").click();
            harness.run();
            harness.get_by_label(what).click();
            harness.run();
        }
        harness.remove_cursor();
        harness.run();
        harness.snapshot("timeline_en_dark_zoomed");
    }
}

/// The room with one question open, scrolled to its chart.
fn question<'a>(stage: &'a Stage, asked: &str, until: &str, look: Theme) -> Harness<'a, Played<OriginRoom>> {
    let mut harness = stage.play_in(OriginRoom::default(), vec2(720.0, 520.0), look);
    for question in ["which", asked] {
        harness.get_by_role_and_label(Role::Button, &stage.text(&format!("origin-question-{question}"))).click_accesskit();
        harness.run();
    }
    harness.get_by_label(&stage.text(until)).scroll_to_me();
    harness.run();
    harness.remove_cursor();
    harness.run();
    harness
}

#[test]
fn density_of_the_copy_date() {
    if can_draw() {
        let stage = Stage::full(Language::Fr);
        question(&stage, "when", "origin-copy-reading", Theme::Light).snapshot("copy_date_fr_light");
    }
}

#[test]
fn tornado_of_what_would_change_the_answer() {
    if can_draw() {
        let stage = Stage::full(Language::En);
        question(&stage, "change", "origin-tornado-reading", Theme::Dark).snapshot("tornado_en_dark");
    }
}

#[test]
fn shares_of_all_files() {
    if can_draw() {
        let stage = Stage::full(Language::Fr);
        let mut harness = stage.play_in(OriginRoom::default(), vec2(720.0, 420.0), Theme::Light);
        harness.get_by_label(&stage.text("origin-shares-reading")).scroll_to_me();
        harness.run();
        harness.remove_cursor();
        harness.run();
        harness.snapshot("shares_fr_light");
    }
}
