//! Searching the case, and stars, tags and notes, as a person uses them: by role and label, in both languages.

use super::waiting::{Window, at_rest, buttons, each_language, says, settings, small, type_over, until, window};
use crate::fixtures;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::model::{Contents, Language, Marks, Thing};
use sourcier::ui::window::Start;
use sourcier::ui::window::command::Command;
use sourcier::words::Words;

mod notes;
mod search;
mod shield;

fn contents(harness: &Window) -> Contents {
    harness.state().session().unwrap().case().contents().clone()
}

fn marks(harness: &Window) -> Marks {
    Marks::of(&contents(harness))
}

fn press(harness: &mut Window, command: Command) {
    harness.state_mut().push(command);
    harness.run();
}

fn click(harness: &mut Window, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click_accesskit();
    harness.run();
}
