//! The palette: everything can be found and done from the keyboard.

use super::*;
use egui::{Key, Modifiers};
use sourcier::ui::window::command::{Command, CommandState, catalogue};
use sourcier::ui::window::room::Room;

fn ask(harness: &mut Window, words: &Words, query: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    let name = words.text("frame-palette");
    harness.get_by_role_and_label(Role::TextInput, &name).type_text(query);
    harness.run();
}

#[test]
fn a_room_is_found_without_its_accents_and_opened_with_enter() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    ask(&mut harness, &words, "synthese");
    harness.key_press(Key::Enter);
    harness.run();
    let label = words.text("window-room-overview");
    let now = harness.get_by_role_and_label(Role::Button, &label);
    assert_eq!(now.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    assert!(harness.query_by_role_and_label(Role::TextInput, &words.text("frame-palette")).is_none(), "it closes");
}

#[test]
fn a_command_that_cannot_be_carried_out_says_why_and_stays() {
    each_language(|language, words| {
        let mut harness = window(Start::Empty, settings(language));
        harness.run();
        ask(&mut harness, &words, &Command::Analyse.text(&words));
        let why = words.text("window-why-no-case");
        let row = harness.query_all_by_role(Role::Button).find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(&Command::Analyse.text(&words)) && label.contains(&why))
        });
        assert!(row.unwrap().accesskit_node().is_disabled());
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.query_by_role_and_label(Role::TextInput, &words.text("frame-palette")).is_some(), "nothing was done");
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.query_by_role_and_label(Role::TextInput, &words.text("frame-palette")).is_none());
    });
}

#[test]
fn what_was_chosen_comes_first_the_next_time() {
    let words = Words::new(Language::En);
    let (_folder, mut harness) = small(Language::En);
    ask(&mut harness, &words, "timeline");
    harness.key_press(Key::Enter);
    harness.run();
    ask(&mut harness, &words, "");
    let rows: Vec<_> = buttons(&harness).into_iter().filter(|name| name.contains(" — ")).collect();
    assert!(rows[0].starts_with(&Command::GoTo(Room::Timeline).text(&words)), "{rows:?}");
}

#[test]
fn a_recipient_is_jumped_to_by_some_letters_of_the_name() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    let recipient = harness.state().session().unwrap().case().contents().recipients[0].clone();
    let name = sourcier::link::full_name(&recipient.identity);
    let query = if name.is_empty() { recipient.id.0.clone() } else { name.to_uppercase() };
    ask(&mut harness, &words, &query);
    harness.key_press(Key::Enter);
    harness.run();
    let label = words.text("window-room-recipients");
    let now = harness.get_by_role_and_label(Role::Button, &label);
    assert_eq!(now.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    // The panel shows who was jumped to.
    assert!(says(&harness, &words.text("window-inspector-recipient")));
}

#[test]
fn the_arrows_choose_among_what_is_found() {
    let words = Words::new(Language::En);
    let mut harness = window(Start::Empty, settings(Language::En));
    harness.run();
    ask(&mut harness, &words, "theme");
    let chosen = |harness: &Window| {
        let on = |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
        harness
            .query_all_by_role(Role::Button)
            .filter(|node| node.accesskit_node().label().is_some_and(|it| it.contains(" — ")))
            .find(on)
            .map(|node| node.accesskit_node().label().unwrap())
    };
    let first = chosen(&harness).unwrap();
    harness.key_press(Key::ArrowDown);
    harness.run();
    let second = chosen(&harness).unwrap();
    assert_ne!(first, second);
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(chosen(&harness).unwrap(), first);
}

#[test]
fn every_command_of_the_menus_has_its_texts_and_its_reasons_in_both_languages() {
    let states = [CommandState::default(), CommandState { has_case: true, ..CommandState::default() }];
    each_language(|_, words| {
        for command in catalogue::all() {
            let mut texts = vec![command.text(&words), command.tooltip(&words)];
            texts.extend(states.iter().filter_map(|state| command.why_not(state)).map(|why| words.text(why)));
            assert!(texts.iter().all(|text| !text.is_empty() && !text.contains('‹')), "{command:?}: {texts:?}");
        }
        for (title, _) in catalogue::titled() {
            assert!(words.has(title), "{title}");
        }
    });
}

#[test]
fn the_menus_hold_what_the_catalogue_says() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    harness.get_by_role_and_label(Role::Button, &words.text("window-menu-edit")).click();
    harness.run();
    let undo = Command::Undo.text(&words);
    assert!(buttons(&harness).iter().any(|name| name.starts_with(&undo)), "{:?}", buttons(&harness));
}
