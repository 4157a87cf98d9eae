//! Ten thousand marks: nothing of them is lost, what is off the screen is not drawn, and, run by hand, how long a frame takes.
//!
//! `cargo test --test it timeline_pace -- --ignored --nocapture` prints the figures of `benches/README.md`; no test asserts a time.

use super::stage::{Played, Stage};
use egui::{Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sourcier::model::Language;
use sourcier::ui::window::rooms::timeline::TimelineRoom;
use std::time::{Duration, Instant};

const MARKS: u32 = 10_000;

/// Shapes of the last frame.
fn shapes(harness: &Harness<'_, Played<TimelineRoom>>) -> usize {
    harness.output().shapes.len()
}

#[test]
fn ten_thousand_marks_are_drawn_as_a_few_thousand_shapes_and_all_are_in_the_table() {
    let stage = Stage::logged(Language::En, MARKS);
    let mut harness = stage.play_in(TimelineRoom::default(), vec2(1240.0, 720.0), egui::Theme::Light);
    assert!(stage.timeline().lanes.iter().map(|lane| lane.marks.len()).sum::<usize>() > MARKS as usize);
    let whole = shapes(&harness);
    assert!(whole < MARKS as usize / 2, "marks that touch are one sign, and lanes off the screen are left out: {whole}");
    harness.get_by_role_and_label(Role::Button, &stage.text("timeline-preset-copy")).click();
    harness.run();
    assert!(shapes(&harness) < MARKS as usize / 2, "marks beside the view are left out: {}", shapes(&harness));
    harness.get_by_role_and_label(Role::Button, &stage.text("rooms-as-table")).click();
    harness.run();
    assert!(stage.timeline().table(&sourcier::words::Words::new(Language::En)).rows.len() > MARKS as usize);
}

/// Median and slowest of `frames` frames, each drawn and cut into triangles, while the view moves a little.
fn pace(harness: &mut Harness<'_, Played<TimelineRoom>>, frames: usize) -> (Duration, Duration) {
    let middle = harness.get_by_role(Role::Figure).rect().intersect(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1240.0, 560.0))).center();
    let mut times = Vec::new();
    for frame in 0..frames {
        harness.event(egui::Event::PointerMoved(middle + vec2((frame % 40) as f32, 0.0)));
        let start = Instant::now();
        harness.step();
        let shapes = harness.output().shapes.clone();
        let triangles = harness.ctx.tessellate(shapes, 1.0);
        times.push(start.elapsed());
        assert!(!triangles.is_empty());
    }
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() - 1])
}

#[test]
#[ignore = "measures; its figures stand in benches/README.md"]
fn how_long_a_frame_of_ten_thousand_marks_takes() {
    for count in [100, 1_000, MARKS, 50_000] {
        let stage = Stage::logged(Language::En, count);
        let mut harness = stage.play_in(TimelineRoom::default(), vec2(1240.0, 720.0), egui::Theme::Light);
        let whole = pace(&mut harness, 200);
        let all = shapes(&harness);
        harness.get_by_role_and_label(Role::Button, &stage.text("timeline-preset-copy")).click();
        harness.run();
        let near = pace(&mut harness, 200);
        println!("{count} marks: everything {whole:?} ({all} shapes); around the copy date {near:?} ({} shapes)", shapes(&harness));
    }
}
