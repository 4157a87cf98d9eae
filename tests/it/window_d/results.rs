//! Saving the results from the window: the same files as `sourcier run` writes, nothing overwritten, nobody named from behind the shield.

use crate::waiting::{at_rest, each_language, says, small, type_over, until};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use sourcier::report::bundle;
use sourcier::ui::window::command::Command;
use sourcier::words::Words;

#[test]
fn the_results_are_the_files_of_the_command_line_and_stand_where_they_were_asked_for() {
    each_language(|language, words| {
        let (folder, mut harness) = small(language);
        let into = folder.path().join("résultats");
        harness.state_mut().push(Command::SaveResults);
        harness.run();
        type_over(&mut harness, &words.text("frame-results-folder"), &into.display().to_string());
        harness.get_by_role_and_label(Role::Button, &words.text("window-export-save")).click();
        until(&mut harness, "the results", |h| h.state().log().as_text().contains(&saved(&words, &into)));
        let session = harness.state().session().unwrap();
        let made = bundle::files(session.case().contents(), session.analysis().unwrap(), &words).unwrap();
        assert_eq!(made.len(), bundle::NAMES.len());
        for (name, bytes) in made {
            assert!(std::fs::read(into.join(name)).unwrap() == bytes, "{name}");
        }
        assert!(std::fs::read_to_string(into.join("summary.txt")).unwrap().lines().count() > 5);
        assert_eq!(std::fs::read_dir(&into).unwrap().count(), bundle::NAMES.len() + 1, "nothing else is left there");
        // The guided path knows.
        let step = super::step(&words, "frame-guide-dossier", "frame-guide-done");
        assert!(harness.query_by_role_and_label(Role::Button, &step).is_some());
    });
}

fn saved(words: &Words, into: &std::path::Path) -> String {
    words.text_with("frame-results-saved", &sourcier::args! { "path" => into.display().to_string() })
}

#[test]
fn a_folder_with_results_in_it_is_left_as_it_is() {
    each_language(|language, words| {
        let (folder, mut harness) = small(language);
        let there = folder.path().join("links.csv");
        std::fs::write(&there, "mine").unwrap();
        harness.state_mut().push(Command::SaveResults);
        harness.run();
        type_over(&mut harness, &words.text("frame-results-folder"), &folder.path().display().to_string());
        harness.get_by_role_and_label(Role::Button, &words.text("window-export-save")).click();
        harness.run();
        assert!(says(&harness, &words.text_with("frame-results-in-the-way", &sourcier::args! { "name" => "links.csv" })));
        assert_eq!(std::fs::read_to_string(&there).unwrap(), "mine");
        assert!(!folder.path().join("results.json").exists());
    });
}

#[test]
fn behind_the_shield_and_before_an_answer_nothing_is_saved() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        harness.state_mut().push(Command::ToggleShield);
        at_rest(&mut harness, "the shield");
        harness.state_mut().push(Command::SaveResults);
        harness.run();
        assert!(harness.query_by_label(&words.text("frame-results-folder")).is_none());
        assert!(harness.state().log().as_text().contains(&words.text("frame-results-why-shielded")));
    });
    let empty = crate::waiting::open(crate::fixtures::Fixture::empty(), crate::waiting::settings(sourcier::model::Language::Fr));
    let (_folder, mut harness) = empty;
    harness.state_mut().push(Command::SaveResults);
    harness.run();
    let why = Words::new(sourcier::model::Language::Fr).text("frame-results-why-no-answer");
    assert!(harness.state().log().as_text().contains(&why));
}
