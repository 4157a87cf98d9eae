//! What surrounds the rooms, used as a person would: commands, palette, history, places, text size; by role and label, in both languages.

use super::waiting::{PATIENCE, Window, until};
use crate::fixtures::{self, Fixture};
use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use sourcier::model::Language;
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;

mod first_minutes;
mod history;
mod lists;
mod palette;
mod panes;
mod places;
mod shield;
mod tasks;

fn window(start: Start, settings: UserSettings) -> Window {
    Harness::builder().with_size([1280.0, 720.0]).with_max_steps(60).build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings))
}

fn settings(language: Language) -> UserSettings {
    UserSettings { language, theme: Theme::Light, ..UserSettings::default() }
}

/// The small case, open and at rest.
fn small(language: Language) -> (tempfile::TempDir, Window) {
    open(Fixture::small(), settings(language))
}

fn open(fixture: Fixture, settings: UserSettings) -> (tempfile::TempDir, Window) {
    let (folder, path) = fixture.close();
    let mut harness = window(Start::Open(path), settings);
    until(&mut harness, "the case to open", |h| h.state().session().is_some() && !h.state().is_busy());
    (folder, harness)
}

fn says(harness: &Window, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// The names of all buttons, in the order of the tree.
fn buttons(harness: &Window) -> Vec<String> {
    harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect()
}

fn each_language(mut test: impl FnMut(Language, Words)) {
    for language in [Language::Fr, Language::En] {
        test(language, Words::new(language));
    }
}

/// Sets the first recipient aside, or back.
fn set_aside(harness: &mut Window, is_set_aside: bool) {
    let mut recipient = harness.state().session().unwrap().case().contents().recipients[0].clone();
    recipient.is_set_aside = is_set_aside;
    let edit = fixtures::put(sourcier::case::Record::Recipient(recipient));
    harness.state_mut().push(sourcier::ui::window::command::Command::Edit(edit));
    until(harness, "the edit", |h| h.state().session().unwrap().case().contents().recipients[0].is_set_aside == is_set_aside && !h.state().is_busy());
}
