//! What the tests of the whole window share: the window, waiting for it, and what one does in it.

use crate::fixtures::Fixture;
use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use sourcier::model::Language;
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;
use std::time::{Duration, Instant};

/// The whole window.
pub type Window = Harness<'static, App>;

/// How long anything may take on a busy machine before it counts as not coming.
pub const PATIENCE: Duration = Duration::from_mins(2);

/// Steps until `done`, then lets everything settle (which also checks names and glyphs).
pub fn until(harness: &mut Window, what: &str, done: impl Fn(&Window) -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !done(harness) {
        assert!(Instant::now() < deadline, "waited in vain for: {what}; {}", harness.state().log().as_text());
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run();
}

/// A window of the size most screens have room for.
pub fn window(start: Start, settings: UserSettings) -> Window {
    Harness::builder().with_size([1280.0, 720.0]).with_max_steps(60).build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings))
}

/// Settings of somebody who has chosen nothing but a language.
pub fn settings(language: Language) -> UserSettings {
    UserSettings { language, theme: Theme::Light, ..UserSettings::default() }
}

/// The small case, open and at rest.
pub fn small(language: Language) -> (tempfile::TempDir, Window) {
    open(Fixture::small(), settings(language))
}

/// A case, open and at rest.
pub fn open(fixture: Fixture, settings: UserSettings) -> (tempfile::TempDir, Window) {
    let (folder, path) = fixture.close();
    let mut harness = window(Start::Open(path), settings);
    at_rest(&mut harness, "the case to open");
    (folder, harness)
}

/// Steps until a case is open and nothing is being worked out.
pub fn at_rest(harness: &mut Window, what: &str) {
    until(harness, what, |h| h.state().session().is_some() && !h.state().is_busy());
}

/// Whether anything in the window says this, among other things.
pub fn says(harness: &Window, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// The names of all buttons, in the order of the tree.
pub fn buttons(harness: &Window) -> Vec<String> {
    harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect()
}

/// Goes to a field and types.
pub fn type_into(harness: &mut Window, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run();
}

/// Goes to a field and types instead of what stood there.
pub fn type_over(harness: &mut Window, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run();
}

/// The same in French and in English.
pub fn each_language(mut test: impl FnMut(Language, Words)) {
    for language in [Language::Fr, Language::En] {
        test(language, Words::new(language));
    }
}
