//! The steps of the case in plain sentences: seen, gone back to, never lost.

use super::*;
use egui::{Key, Modifiers};
use sourcier::ui::window::command::Command;

fn is_aside(harness: &Window) -> bool {
    harness.state().session().unwrap().case().contents().recipients[0].is_set_aside
}

/// The step that is shown as here.
fn here(harness: &Window, words: &Words) -> String {
    let here = words.text("frame-history-here");
    let found: Vec<_> = buttons(harness).into_iter().filter(|name| name.ends_with(&here)).collect();
    assert_eq!(found.len(), 1, "one place is here: {found:?}");
    found[0].clone()
}

#[test]
fn the_history_says_in_plain_sentences_what_was_done_and_leads_back() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        set_aside(&mut harness, true);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::H);
        harness.run();
        let field = words.text("frame-history-field-is-set-aside");
        let (yes, no) = (words.text("frame-history-yes"), words.text("frame-history-no"));
        let told = here(&harness, &words);
        assert!(told.contains(&field) && told.contains(&yes) && told.contains(&no), "{told}");
        // The import stands below it; a click on it brings the case back to where it was.
        let import = buttons(&harness).into_iter().find(|name| name.contains("membres.csv")).unwrap();
        harness.get_by_role_and_label(Role::Button, &import).click();
        until(&mut harness, "the step back", |h| !is_aside(h) && !h.state().is_busy());
        assert!(here(&harness, &words).contains("membres.csv"));
        let undone = buttons(&harness).into_iter().find(|name| name.ends_with(&words.text("frame-history-undone"))).unwrap();
        harness.get_by_role_and_label(Role::Button, &undone).click();
        until(&mut harness, "the step forward", |h| is_aside(h) && !h.state().is_busy());
    });
}

#[test]
fn what_was_undone_and_done_differently_is_put_aside_and_can_be_gone_back_to_after_closing() {
    let words = Words::new(Language::Fr);
    let (folder, mut harness) = small(Language::Fr);
    set_aside(&mut harness, true);
    harness.state_mut().push(Command::Undo);
    until(&mut harness, "the undo", |h| !is_aside(h) && !h.state().is_busy());
    let source = harness.state().session().unwrap().case().contents().sources[0].clone();
    let changed = sourcier::model::Source { purpose: "autre chose".to_owned(), ..source };
    harness.state_mut().push(Command::Edit(fixtures::put(sourcier::case::Record::Source(changed))));
    until(&mut harness, "the other edit", |h| {
        h.state().session().unwrap().case().contents().sources[0].purpose == "autre chose" && !h.state().is_busy()
    });
    let told = words.text_with("frame-history-log-aside", &sourcier::args! { "n" => 1 });
    assert!(harness.state().log().as_text().contains(&told), "{}", harness.state().log().as_text());
    let path = harness.state().session().unwrap().path().to_owned();
    harness.state_mut().push(Command::CloseCase);
    harness.run();
    drop(harness);
    let mut harness = window(Start::Open(path), UserSettings { has_history: true, ..settings(Language::Fr) });
    until(&mut harness, "the case to open", |h| h.state().session().is_some() && !h.state().is_busy());
    let branch = words.text_with("frame-history-aside", &sourcier::args! { "n" => 1 });
    harness.get_by_label(&branch).click();
    harness.run();
    let put_aside = words.text("frame-history-aside-one");
    let step = buttons(&harness).into_iter().find(|name| name.ends_with(&put_aside)).unwrap();
    harness.get_by_role_and_label(Role::Button, &step).click();
    until(&mut harness, "the step put aside", |h| is_aside(h) && !h.state().is_busy());
    assert_ne!(harness.state().session().unwrap().case().contents().sources[0].purpose, "autre chose");
    drop(folder);
}

#[test]
fn before_the_first_step_the_case_is_empty_and_everything_can_be_made_again() {
    let words = Words::new(Language::En);
    let (_folder, mut harness) = small(Language::En);
    let recipients = harness.state().session().unwrap().case().contents().recipients.len();
    harness.state_mut().push(Command::GoToStep(None));
    until(&mut harness, "the beginning", |h| h.state().session().unwrap().case().contents().recipients.is_empty() && !h.state().is_busy());
    harness.state_mut().push(Command::ToggleHistory);
    harness.run();
    assert!(here(&harness, &words).starts_with(&words.text("frame-history-beginning")));
    let last = harness.state().session().unwrap().steps().list().last().unwrap().seq;
    harness.state_mut().push(Command::GoToStep(Some(last)));
    until(&mut harness, "the end", |h| h.state().session().unwrap().case().contents().recipients.len() == recipients && !h.state().is_busy());
}
