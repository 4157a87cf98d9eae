//! Long work: what did not succeed can be tried again, errors are kept and can be copied.

use super::*;
use sourcier::import::Request;
use sourcier::model::ImportKind;
use sourcier::ui::window::command::Command;
use std::fmt::Write as _;
use std::time::Instant;

#[test]
fn an_import_that_was_refused_is_tried_again_once_the_file_is_mended() {
    each_language(|language, words| {
        let fixture = Fixture::empty();
        let table = fixture.write("vide.csv", b"");
        let (_folder, mut harness) = open(fixture, settings(language));
        let mut request = Request::new(table.clone(), ImportKind::Source);
        request.source = Some("vide".into());
        harness.state_mut().push(Command::Import(vec![request]));
        until(&mut harness, "the refusal", |h| h.state().log().unseen_errors() > 0);
        let told = words.text_with("frame-tasks-failed", &sourcier::args! { "task" => words.text("window-task-import") });
        assert!(says(&harness, &told), "the strip says what did not succeed");
        std::fs::write(&table, "Nom;Courriel\nAda Vance;ada@valmont.example\n").unwrap();
        harness.get_by_role_and_label(Role::Button, &Command::Retry.text(&words)).click();
        until(&mut harness, "the import", |h| h.state().session().is_some_and(|s| s.case().contents().snapshots.len() == 1));
        assert!(!says(&harness, &told), "it has succeeded now");
    });
}

#[test]
fn a_case_that_could_not_be_opened_can_be_tried_again() {
    let words = Words::new(Language::En);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("later.sourcier");
    let mut harness = window(Start::Open(path.clone()), settings(Language::En));
    until(&mut harness, "the error", |h| h.state().log().unseen_errors() == 1);
    sourcier::case::CaseFile::create(&path, None, &fixtures::incident()).unwrap().close().unwrap();
    harness.get_by_role_and_label(Role::Button, &Command::Retry.text(&words)).click();
    until(&mut harness, "the case", |h| h.state().session().is_some());
}

#[test]
fn the_journal_shows_the_tasks_and_copies_the_errors_alone() {
    let words = Words::new(Language::Fr);
    let mut harness = window(Start::Open("nowhere/at/all.sourcier".into()), settings(Language::Fr));
    until(&mut harness, "the error", |h| h.state().log().unseen_errors() == 1);
    harness.state_mut().push(Command::ShowMessages);
    harness.run();
    assert!(says(&harness, &words.text("frame-tasks")));
    // Once in the strip below and once in the list.
    assert_eq!(harness.query_all_by_label(&Command::Retry.text(&words)).count(), 2);
    harness.get_by_role_and_label(Role::Button, &words.text("frame-tasks-copy-errors")).click();
    harness.step();
    harness.step();
    assert!(harness.state().log().as_text().contains(&words.text("window-log-copied")));
}

/// The table is long, so that its import is under way for much longer than it takes to ask; it is given up at the end.
#[test]
fn leaving_the_case_while_files_come_in_asks_first() {
    let words = Words::new(Language::Fr);
    let fixture = Fixture::empty();
    let mut long = String::from("Nom;Courriel\n");
    for n in 0..150_000 {
        writeln!(long, "Vance {n};n{n}@valmont.example").unwrap();
    }
    let table = fixture.write("long.csv", long.as_bytes());
    let (_folder, mut harness) = open(fixture, settings(Language::Fr));
    let mut request = Request::new(table, ImportKind::Source);
    request.source = Some("long".into());
    harness.state_mut().push(Command::Import(vec![request]));
    let cancel = Command::CancelTask.text(&words);
    let deadline = Instant::now() + PATIENCE;
    while harness.query_by_label(&cancel).is_none() {
        assert!(Instant::now() < deadline, "the import begins");
        harness.step();
    }
    harness.state_mut().push(Command::CloseCase);
    harness.run_steps(3);
    assert!(says(&harness, &words.text("window-closing-text")) && harness.state().session().is_some());
    harness.get_by_role_and_label(Role::Button, &words.text("window-closing-stay")).click();
    harness.run_steps(3);
    assert!(harness.state().session().is_some(), "nothing was closed");
    harness.state_mut().push(Command::CloseCase);
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, &words.text("window-closing-close")).click();
    until(&mut harness, "the case to close", |h| h.state().session().is_none());
}
