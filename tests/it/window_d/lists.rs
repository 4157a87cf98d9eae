//! Lists in the whole window: keys of the menu, what survives a restart, and what the witness shield hides.

use super::*;
use crate::fixtures::Fixture;
use egui::{Key, Modifiers};
use sourcier::ui::window::command::{Command, ListAsk};
use sourcier::ui::window::room::Room;

fn open(path: &std::path::Path) -> Window {
    let mut harness = window(Start::Open(path.to_owned()), settings(Language::Fr));
    until(&mut harness, "the case to open", |h| h.state().session().is_some() && !h.state().is_busy());
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    harness.run();
    harness
}

fn press(harness: &mut Window, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

#[test]
fn a_saved_view_survives_a_restart_and_is_hidden_behind_the_shield() {
    let words = Words::new(Language::Fr);
    let (_folder, path) = Fixture::small().close();
    let mut harness = open(&path);
    let (one, other) = {
        let recipients = &harness.state().session().unwrap().case().contents().recipients;
        (recipients[0].id.to_string(), recipients[1].id.to_string())
    };
    type_into(&mut harness, &words.text("rooms-filter"), &one);
    assert!(harness.query_by_label(&other).is_none());
    press(&mut harness, Role::Button, &words.text("list-views"));
    type_into(&mut harness, &words.text("list-view-name"), "La première");
    press(&mut harness, Role::Button, &words.text("list-view-save"));
    until(&mut harness, "the view", |h| h.state().session().unwrap().case().contents().incident.views.len() == 1 && !h.state().is_busy());
    drop(harness);

    let mut harness = open(&path);
    assert!(harness.query_by_label(&other).is_some(), "a list begins without filters");
    press(&mut harness, Role::Button, &words.text("list-views"));
    press(&mut harness, Role::Button, "La première");
    assert!(harness.query_by_label(&one).is_some() && harness.query_by_label(&other).is_none());
    // What a view looks for may be part of a name.
    harness.key_press(Key::F8);
    until(&mut harness, "the shield", |h| h.state().is_shielded());
    assert!(harness.state().shown().unwrap().case.contents().incident.views.is_empty());
    assert_eq!(harness.state().session().unwrap().case().contents().incident.views.len(), 1, "and stays in the case");
}

#[test]
fn rows_are_marked_and_copied_by_the_keys_of_the_menu() {
    let words = Words::new(Language::Fr);
    let (_folder, path) = Fixture::small().close();
    let mut harness = open(&path);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert!(harness.query_by_label(&words.text_with("list-marked", &sourcier::args! { "n" => 3, "count" => "3" })).is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::C);
    until(&mut harness, "the copy", |h| h.state().log().as_text().contains(&words.text("window-log-copied")));
    // In a room without a list the command says so.
    harness.state_mut().push(Command::GoTo(Room::Overview));
    harness.run();
    harness.state_mut().push(Command::List(ListAsk::Csv));
    until(&mut harness, "the reason", |h| h.state().log().as_text().contains(&words.text("window-why-no-list")));
}

#[test]
fn an_export_is_written_where_it_was_asked_for() {
    let words = Words::new(Language::Fr);
    let (folder, path) = Fixture::small().close();
    let mut harness = open(&path);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    until(&mut harness, "the dialog", |h| h.query_by_label(&words.text("window-export-title")).is_some());
    let file = folder.path().join("liste.csv");
    type_into(&mut harness, &words.text("window-export-path"), &file.display().to_string());
    press(&mut harness, Role::Button, &words.text("window-export-save"));
    until(&mut harness, "the file", |_| file.is_file());
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), 4, "titles and three people: {text}");
}

#[test]
fn behind_the_shield_an_export_names_nobody() {
    let words = Words::new(Language::Fr);
    let (folder, path) = Fixture::small().close();
    let mut harness = open(&path);
    let name = harness.state().session().unwrap().case().contents().recipients[0].rendered_name.replace("Mme ", "");
    let export = |harness: &mut Window, file: &std::path::Path| {
        harness.state_mut().push(Command::List(ListAsk::Csv));
        until(harness, "the dialog", |h| h.query_by_label(&words.text("window-export-title")).is_some());
        type_into(harness, &words.text("window-export-path"), &file.display().to_string());
        press(harness, Role::Button, &words.text("window-export-save"));
        until(harness, "the file", |_| file.is_file());
        std::fs::read_to_string(file).unwrap()
    };
    let open = export(&mut harness, &folder.path().join("open.csv"));
    assert!(!name.is_empty() && open.to_lowercase().contains(&name.to_lowercase()), "{name}: {open}");
    harness.key_press(Key::F8);
    until(&mut harness, "the shield", |h| h.state().is_shielded());
    let veiled = export(&mut harness, &folder.path().join("veiled.csv"));
    assert_eq!(veiled.lines().count(), open.lines().count());
    assert!(!veiled.to_lowercase().contains(&name.to_lowercase()), "{veiled}");
}
