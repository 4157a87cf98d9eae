//! A list of a million rows: every row keeps its place, and what a frame costs. The cost is printed and judged by nobody here: run it with
//! `cargo test --test it window_b::million::what_a_frame_costs -- --ignored --nocapture`, see benches/README.md.

use super::stage::{Played, Stage};
use crate::waiting::PATIENCE;
use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sourcier::model::Language;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::{RoomContext, RoomView};
use sourcier::ui::window::widgets::list::{self, Column, List, Plain, Rows, Spec};
use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

const COUNT: usize = 1_000_000;

/// Rows that are made as they are read.
struct Numbers(Vec<Column>);

impl Rows for Numbers {
    fn columns(&self) -> &[Column] {
        &self.0
    }

    fn len(&self) -> usize {
        COUNT
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        match column {
            0 => format!("row {}", row + 1).into(),
            1 => ["Valmont", "Brive", "Morvencourt"][row % 3].into(),
            _ => format!("{} {}", column, row.wrapping_mul(2_654_435_761) % 100_000).into(),
        }
    }

    fn key(&self, row: usize, column: usize) -> list::Key<'_> {
        match column {
            0 => list::Key::Number(row as f64),
            _ => list::Key::Text(self.text(row, column)),
        }
    }
}

struct Million {
    list: List,
    rows: Arc<dyn Rows>,
    /// Nothing is drawn before: while rows are worked out the window does not come to rest.
    is_shown: bool,
}

impl RoomView for Million {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if !self.is_shown {
            return;
        }
        let spec = Spec::new("million", "million", &self.rows);
        self.list.show(ui, ctx, &spec, |_, _| {}, &mut Plain, commands);
    }
}

fn million() -> Million {
    let others = (2..8).map(|n| Column::new(format!("c{n}"), format!("Column {n}"), 110.0));
    let columns = [Column::new("row", "Row", 120.0), Column::new("town", "Town", 110.0).choice()].into_iter().chain(others);
    Million { list: List::default(), rows: Arc::new(Numbers(columns.collect())), is_shown: false }
}

fn ready(stage: &Stage) -> Harness<'_, Played<Million>> {
    let mut harness = stage.play(million());
    harness.state_mut().room.is_shown = true;
    let deadline = Instant::now() + PATIENCE;
    while harness.query_by_label("row 1").is_none() {
        assert!(Instant::now() < deadline, "the rows never came");
        harness.step();
        std::thread::yield_now();
    }
    harness
}

#[test]
fn the_last_rows_of_a_million_stand_where_they_belong() {
    let stage = Stage::empty(Language::En);
    let mut harness = ready(&stage);
    harness.key_press(Key::End);
    harness.run();
    let top = |harness: &Harness<'_, Played<Million>>, row: usize| harness.get_by_label(&format!("row {row}")).rect().top();
    let steps: Vec<f32> = (COUNT - 8..COUNT).map(|row| top(&harness, row + 1) - top(&harness, row)).collect();
    assert!(steps.iter().all(|step| (step - steps[0]).abs() < 0.01 && *step > 20.0), "{steps:?}");
    let before = top(&harness, COUNT - 3);
    harness.hover_at(harness.get_by_label(&format!("row {}", COUNT - 3)).rect().center());
    harness.run();
    wheel(&mut harness, 3.0);
    for _ in 0..30 {
        harness.step();
    }
    let moved = top(&harness, COUNT - 3) - before;
    assert!((moved - 3.0).abs() < 0.6, "three points are three points: {moved}");
}

fn wheel(harness: &mut Harness<'_, Played<Million>>, points: f32) {
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
}

#[test]
#[ignore = "measures; prints and judges nothing"]
fn what_a_frame_costs() {
    let stage = Stage::empty(Language::En);
    let mut harness = ready(&stage);
    harness.hover_at(egui::pos2(300.0, 300.0));
    harness.step();
    for (what, points) in [("at rest", 0.0), ("scrolled slowly", -9.0), ("scrolled by pages", -900.0), ("thrown through", -400_000.0)] {
        let mut millis: Vec<f64> = Vec::new();
        for _ in 0..600 {
            if points != 0.0 {
                wheel(&mut harness, points);
            }
            let begun = Instant::now();
            harness.step();
            let shapes = harness.output().shapes.clone();
            std::hint::black_box(harness.ctx.tessellate(shapes, 1.0));
            millis.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        millis.sort_by(f64::total_cmp);
        println!("{what}: p50 {:.1} ms, p99 {:.1} ms, most {:.1} ms", millis[300], millis[594], millis[599]);
    }
    for (title, keys) in [("Row", "numbers"), ("Column 5", "texts")] {
        let begun = Instant::now();
        harness.get_by_label(title).click();
        harness.step();
        harness.get_by_label(title).click();
        let mut longest = Duration::ZERO;
        harness.step();
        while harness.query_by_role(egui::Role::ProgressIndicator).is_some() {
            let frame = Instant::now();
            harness.step();
            longest = longest.max(frame.elapsed());
        }
        println!("sorted by {keys}: {:.1} s, the longest frame meanwhile {:.1} ms", begun.elapsed().as_secs_f64(), longest.as_secs_f64() * 1e3);
    }
}
