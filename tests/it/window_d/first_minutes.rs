//! The first minutes: the guided path, the shortcuts of the room, empty rooms that lead on, and a conclusion held against the planted answer.

use super::*;
use egui::Key;
use sourcier::ui::samples;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Room;

#[test]
fn the_guided_path_of_an_empty_case_says_what_is_missing_and_leads_to_the_desk() {
    each_language(|language, words| {
        let (_folder, mut harness) = open(Fixture::empty(), settings(language));
        let messages = step(&words, "window-room-messages", "frame-guide-missing");
        harness.get_by_role_and_label(Role::Button, &step(&words, "window-room-origin", "frame-guide-waiting"));
        assert!(says(&harness, &words.text("frame-guide-no-messages")), "what to do next stands there");
        harness.get_by_role_and_label(Role::Button, &messages).click();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, &words.text("window-desk-type"));
    });
}

#[test]
fn the_path_can_be_hidden_and_comes_back() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    let dossier = step(&words, "frame-guide-dossier", "frame-guide-unsaved");
    assert!(harness.query_by_role_and_label(Role::Button, &dossier).is_some());
    harness.get_by_role_and_label(Role::Button, &Command::ToggleGuide.text(&words)).click();
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Button, &dossier).is_none());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::G);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Button, &dossier).is_some());
}

#[test]
fn an_empty_room_says_what_to_do_next() {
    each_language(|language, words| {
        let (_folder, mut harness) = open(Fixture::empty(), settings(language));
        for room in Room::ALL.into_iter().skip(1) {
            harness.state_mut().push(Command::GoTo(room));
            harness.run();
            let before = buttons(&harness);
            let chrome = |name: &String| Room::ALL.iter().any(|room| *name == words.text(room.name_id()));
            // Beside the frame's own buttons there is at least one that leads on.
            let add = [words.text("window-command-add"), words.text("rooms-origin-add"), words.text("window-messages-add")];
            let leads_on = before.iter().filter(|name| !chrome(name)).any(|name| add.contains(name) || name.ends_with('…'));
            assert!(leads_on, "{room:?}: {before:?}");
        }
    });
}

#[test]
fn f1_shows_the_keys_of_this_room_first_on_one_page() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        for (room, has_own) in [(Room::Recipients, true), (Room::Timeline, true), (Room::People, false)] {
            harness.state_mut().push(Command::GoTo(room));
            harness.run();
            harness.key_press(Key::F1);
            harness.run();
            let title = words.text_with("frame-keys-here", &sourcier::args! { "room" => words.text(room.name_id()) });
            assert_eq!(says(&harness, &title), has_own, "{room:?}");
            let close = words.text("window-close");
            let bottom = harness.get_by_role_and_label(Role::Button, &close).rect().bottom();
            let title = words.text("window-shortcuts-title");
            let top = harness.query_all_by_label(&title).next().unwrap().rect().top();
            assert!(top >= 0.0 && bottom <= 720.0, "{room:?}: it stands on one page, {top}..{bottom}");
            harness.key_press(Key::Escape);
            harness.run();
        }
    });
}

#[test]
fn a_conclusion_about_a_sample_is_compared_and_the_answer_shown_only_when_asked_for() {
    let words = Words::new(Language::Fr);
    let mut harness = window(Start::Sample("ecole".to_owned()), settings(Language::Fr));
    until(&mut harness, "the sample", |h| h.state().session().is_some_and(|s| s.analysis().is_some()) && !h.state().is_busy());
    assert!(samples::planted("ecole").unwrap().source.is_none());
    harness.state_mut().push(Command::CheckConclusion);
    harness.run();
    let compare = words.text("frame-conclusion-compare");
    harness.get_by_role_and_label(Role::Button, &compare).click();
    harness.run();
    assert!(says(&harness, &words.text("frame-conclusion-source-unstated")));
    harness.get_by_role_and_label(Role::ComboBox, &words.text("frame-conclusion-source")).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, &words.text("frame-conclusion-none")).click();
    harness.run();
    assert!(!says(&harness, &words.text("frame-conclusion-source-unstated")), "a comparison of something else does not stay");
    harness.get_by_role_and_label(Role::Button, &compare).click();
    harness.run();
    assert!(says(&harness, &words.text("frame-conclusion-source-right")));
    assert!(!says(&harness, &words.text("frame-conclusion-answer-none")), "nobody has asked for it");
    harness.get_by_role_and_label(Role::Button, &words.text("frame-conclusion-show")).click();
    harness.run();
    assert!(says(&harness, &words.text("frame-conclusion-answer-none")));
    // Closed and opened again, what was stated still stands.
    harness.get_by_role_and_label(Role::Button, &words.text("window-close")).click();
    harness.run();
    harness.state_mut().push(Command::CheckConclusion);
    harness.run();
    assert!(says(&harness, &words.text("frame-conclusion-source-right")));
}

#[test]
fn a_case_of_ones_own_has_no_planted_answer() {
    let words = Words::new(Language::En);
    let (_folder, mut harness) = small(Language::En);
    harness.state_mut().push(Command::CheckConclusion);
    harness.run();
    assert!(harness.state().log().as_text().contains(&words.text("window-why-no-sample")));
}
