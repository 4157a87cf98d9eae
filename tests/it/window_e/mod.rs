//! Searching the case, and stars, tags and notes, as a person uses them: by role and label, in both languages.

use super::waiting::{Window, until};
use crate::fixtures::{self, Fixture};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use sourcier::model::{Contents, Language, Marks, Thing};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;

mod notes;
mod search;
mod shield;

fn window(start: Start, settings: UserSettings) -> Window {
    Harness::builder().with_size([1280.0, 720.0]).with_max_steps(60).build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings))
}

fn settings(language: Language) -> UserSettings {
    UserSettings { language, theme: Theme::Light, ..UserSettings::default() }
}

/// The small case, open and at rest.
fn small(language: Language) -> (tempfile::TempDir, Window) {
    open(Fixture::small(), language)
}

fn open(fixture: Fixture, language: Language) -> (tempfile::TempDir, Window) {
    let (folder, path) = fixture.close();
    let mut harness = window(Start::Open(path), settings(language));
    at_rest(&mut harness, "the case to open");
    (folder, harness)
}

fn at_rest(harness: &mut Window, what: &str) {
    until(harness, what, |h| h.state().session().is_some() && !h.state().is_busy());
}

fn contents(harness: &Window) -> Contents {
    harness.state().session().unwrap().case().contents().clone()
}

fn marks(harness: &Window) -> Marks {
    Marks::of(&contents(harness))
}

fn says(harness: &Window, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// The names of all buttons, in the order of the tree.
fn buttons(harness: &Window) -> Vec<String> {
    harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect()
}

fn press(harness: &mut Window, command: Command) {
    harness.state_mut().push(command);
    harness.run();
}

fn click(harness: &mut Window, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click_accesskit();
    harness.run();
}

fn each_language(mut test: impl FnMut(Language, Words)) {
    for language in [Language::Fr, Language::En] {
        test(language, Words::new(language));
    }
}
