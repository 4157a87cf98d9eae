//! What surrounds the rooms, used as a person would: commands, palette, history, places, text size; by role and label, in both languages.

use super::waiting::{PATIENCE, Window, at_rest, buttons, each_language, open, says, settings, small, type_into, until, window};
use crate::fixtures::{self, Fixture};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::model::Language;
use sourcier::ui::window::Start;
use sourcier::ui::window::settings::UserSettings;
use sourcier::words::Words;

mod dragging;
mod first_minutes;
mod history;
mod lists;
mod palette;
mod panes;
mod places;
mod results;
mod shield;
mod sizes;
mod tasks;

/// A step of the guided path as it is read out.
fn step(words: &Words, name: &str, state: &str) -> String {
    words.text_with("frame-guide-step", &sourcier::args! { "name" => words.text(name), "state" => words.text(state) })
}

/// Sets the first recipient aside, or back.
fn set_aside(harness: &mut Window, is_set_aside: bool) {
    let mut recipient = harness.state().session().unwrap().case().contents().recipients[0].clone();
    recipient.is_set_aside = is_set_aside;
    let edit = fixtures::put(sourcier::case::Record::Recipient(recipient));
    harness.state_mut().push(sourcier::ui::window::command::Command::Edit(edit));
    until(harness, "the edit", |h| h.state().session().unwrap().case().contents().recipients[0].is_set_aside == is_set_aside && !h.state().is_busy());
}
