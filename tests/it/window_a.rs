//! The window's frame and the rooms Start, Overview, Evidence and Messages, used as a person would: by role and label, in both languages.

use super::waiting::{Window, until};
use crate::fixtures::{self, Fixture};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::model::{ImportKind, Language, MessageId};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::{Room, Selection};
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;
use std::path::Path;

use egui::accesskit::Role;

fn window(start: Start, language: Language) -> Window {
    let settings = UserSettings { language, theme: Theme::Light, ..UserSettings::default() };
    Harness::builder().with_size([1280.0, 720.0]).with_max_steps(40).build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings))
}

fn open(path: &Path, language: Language) -> Window {
    let mut harness = window(Start::Open(path.to_owned()), language);
    until(&mut harness, "the case to open", |h| h.state().session().is_some() && !h.state().is_busy());
    harness
}

fn small(language: Language) -> (tempfile::TempDir, Window) {
    let (folder, path) = Fixture::small().close();
    let harness = open(&path, language);
    (folder, harness)
}

fn go(harness: &mut Window, room: Room) {
    harness.state_mut().push(Command::GoTo(room));
    harness.run();
}

fn each_language(mut test: impl FnMut(Language, Words)) {
    for language in [Language::Fr, Language::En] {
        test(language, Words::new(language));
    }
}

#[test]
fn the_start_screen_offers_samples_new_and_open_and_no_room_without_a_case() {
    each_language(|language, words| {
        let mut harness = window(Start::Empty, language);
        harness.run();
        for sample in sourcier::ui::samples::list() {
            let title = words.text(&format!("window-sample-{}", sample.name));
            harness.get_by_role_and_label(Role::Button, &words.text_with("window-start-open-sample-name", &sourcier::args! { "title" => title }));
        }
        harness.get_by_role_and_label(Role::Button, &Command::NewCase.text(&words));
        let label = words.text("window-room-origin");
        let origin = harness.get_by_role_and_label(Role::Button, &label);
        assert!(origin.accesskit_node().is_disabled());
    });
}

#[test]
fn a_new_case_is_made_from_a_typed_path_and_leads_to_the_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::new(Language::Fr);
    let mut harness = window(Start::Empty, Language::Fr);
    harness.run();
    harness.get_by_role_and_label(Role::Button, &Command::NewCase.text(&words)).click();
    harness.run();
    let path = folder.path().join("essai");
    harness.get_by_role_and_label(Role::TextInput, &words.text("window-new-name")).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &words.text("window-new-name")).type_text("Essai");
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &words.text("window-new-path")).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &words.text("window-new-path")).type_text(&path.display().to_string());
    harness.run();
    // Without a passphrase the plain warning stands there.
    harness.get_by_label_contains(&words.text("window-new-no-passphrase"));
    harness.get_by_role_and_label(Role::Button, &words.text("window-new-create")).click();
    until(&mut harness, "the new case", |h| h.state().session().is_some());
    assert!(folder.path().join("essai.sourcier").is_file());
    harness.get_by_label_contains(&words.text("window-evidence-empty"));
}

#[test]
fn two_passphrases_that_differ_make_no_case() {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::new(Language::En);
    let mut harness = window(Start::Empty, Language::En);
    harness.state_mut().push(Command::NewCase);
    harness.run();
    for (label, text) in [
        ("window-new-path", folder.path().join("a.sourcier").display().to_string()),
        ("window-passphrase", "four words in English".to_owned()),
        ("window-passphrase-again", "four other words".to_owned()),
    ] {
        let label = words.text(label);
        let role = if label == words.text("window-new-path") { Role::TextInput } else { Role::PasswordInput };
        harness.get_by_role_and_label(role, &label).focus();
        harness.run();
        harness.get_by_role_and_label(role, &label).type_text(&text);
        harness.run();
    }
    harness.get_by_role_and_label(Role::Button, &words.text("window-new-create")).click();
    harness.run();
    harness.get_by_label_contains(&words.text("window-problem-passphrases-differ"));
    assert!(fixtures::files_in(folder.path()).is_empty());
}

#[test]
fn every_room_can_be_reached_by_its_button_and_by_its_keys() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        for room in Room::ALL.into_iter().skip(1) {
            harness.get_by_role_and_label(Role::Button, &words.text(room.name_id())).click();
            harness.run();
            let label = words.text(room.name_id());
            let now = harness.get_by_role_and_label(Role::Button, &label);
            assert_eq!(now.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True), "{room:?}");
        }
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
        harness.run();
        let label = words.text("window-room-evidence");
        let evidence = harness.get_by_role_and_label(Role::Button, &label);
        assert_eq!(evidence.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
        harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
        harness.run();
        let label = words.text("window-room-timeline");
        let timeline = harness.get_by_role_and_label(Role::Button, &label);
        assert_eq!(timeline.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True), "back is where one was before");
    });
}

#[test]
fn the_language_changes_while_the_window_is_open() {
    let (_folder, mut harness) = small(Language::Fr);
    assert!(harness.query_by_role_and_label(Role::Button, "Synthèse").is_some());
    harness.state_mut().push(Command::SetLanguage(Language::En));
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Button, "Overview").is_some());
    assert!(harness.query_by_role_and_label(Role::Button, "Synthèse").is_none());
}

#[test]
fn the_overview_shows_the_chain_and_numbers_that_reconcile() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        go(&mut harness, Room::Overview);
        let account = harness.state().session().unwrap().case().contents().imports[0].clone();
        assert!(account.reconciles());
        let text = sourcier::ui::window::rooms::evidence::account(&account, &words);
        assert!(harness.query_all_by_label_contains(&text).count() >= 1, "{text}");
        let recipients = words.text("window-room-recipients");
        assert!(
            harness.query_all_by_label_contains(&format!("{recipients}{}2", if language == Language::Fr { "\u{a0}: " } else { ": " })).count() >= 1
        );
    });
}

#[test]
fn the_evidence_table_lists_files_and_the_inspector_shows_the_digest() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        go(&mut harness, Room::Evidence);
        let digest = harness.state().session().unwrap().case().contents().evidence[0].sha256.clone();
        harness.get_by_role_and_label(Role::Button, "membres.csv").click();
        harness.run();
        harness.get_by_label(&digest);
        harness.get_by_role_and_label(Role::TextInput, &words.text("rooms-filter")).focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, &words.text("rooms-filter")).type_text("nothing like it");
        harness.run();
        assert!(harness.query_by_role_and_label(Role::Button, "membres.csv").is_none());
    });
}

#[test]
fn what_was_wrong_with_a_file_is_said_in_the_language_of_the_window() {
    each_language(|language, _| {
        let mut fixture = Fixture::small();
        let table = fixture.write("bad.csv", crate::remarks::BAD_TABLE.as_bytes());
        let message = fixture.write("bad.eml", crate::remarks::BAD_MESSAGE.as_bytes());
        let requests = [Request::new(table, ImportKind::Source), Request::new(message, ImportKind::Messages)];
        import(&mut fixture.file, &requests, &Unwatched).unwrap();
        let (_folder, path) = fixture.close();
        let mut harness = open(&path, language);
        go(&mut harness, Room::Evidence);
        let (long, no_sender, empty) = match language {
            Language::Fr => ("La ligne a 4 cellules et l’en-tête 3", "Le message ne nomme pas d’expéditeur", "La ligne est vide"),
            Language::En => ("The row has 4 cells and the header 3", "The message names no sender", "The row is empty"),
        };
        harness.get_by_role_and_label(Role::Button, "bad.csv").click();
        until(&mut harness, "the rejected rows", |h| h.query_all_by_label_contains(long).next().is_some());
        assert!(harness.query_all_by_label_contains(empty).next().is_some());
        harness.get_by_role_and_label(Role::Button, "bad.eml").click();
        until(&mut harness, "the remarks", |h| h.query_all_by_label_contains(no_sender).next().is_some());
        // What an older version stored has only its English sentence.
        harness.get_by_role_and_label(Role::Button, "membres.csv").click();
        until(&mut harness, "the old record", |h| h.query_all_by_label_contains("The quote is never closed").next().is_some());
    });
}

#[test]
fn a_file_typed_on_the_desk_is_previewed_and_imported() {
    let fixture = Fixture::empty();
    let table = fixture.write(
        "adherents-2010-01-15.csv",
        "Nom;Courriel;Entrée\nAda Vance;ada@valmont.example;01/02/2009\nBo Renier;bo@valmont.example;03/04/2009\n".as_bytes(),
    );
    let (_folder, path) = fixture.close();
    let words = Words::new(Language::Fr);
    let mut harness = open(&path, Language::Fr);
    harness.state_mut().push(Command::AddFiles(None));
    harness.run();
    let field = words.text("window-desk-type");
    harness.get_by_role_and_label(Role::TextInput, &field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &field).type_text(&table.display().to_string());
    harness.run();
    harness.get_by_role_and_label(Role::Button, &words.text("window-desk-add")).click();
    until(&mut harness, "the preview", |h| h.query_by_label("bo@valmont.example").is_some());
    // The name proposed what it is and of which day.
    let label = words.text("window-desk-as-of");
    let as_of = harness.get_by_role_and_label(Role::TextInput, &label);
    assert_eq!(as_of.value().as_deref(), Some("2010-01-15"));
    harness.get_by_role_and_label(Role::Button, &words.text_with("window-desk-import", &sourcier::args! { "n" => 1 })).click();
    until(&mut harness, "the import", |h| h.state().session().is_some_and(|s| s.case().contents().snapshots.len() == 1));
    harness.get_by_role_and_label(Role::Button, &words.text("window-desk-see"));
    assert_eq!(harness.state().session().unwrap().case().contents().snapshots[0].rows, 2);
}

#[test]
fn a_refused_import_is_told_and_leaves_the_case_as_it_was() {
    let fixture = Fixture::empty();
    let empty = fixture.write("vide.csv", b"");
    let (_folder, path) = fixture.close();
    let mut harness = open(&path, Language::Fr);
    let mut request = Request::new(empty, ImportKind::Source);
    request.source = Some("vide".into());
    harness.state_mut().push(Command::Import(vec![request]));
    until(&mut harness, "the refusal", |h| h.state().log().unseen_errors() > 0);
    assert!(harness.state().session().unwrap().case().contents().evidence.is_empty());
}

#[test]
fn an_edit_can_be_undone_from_the_keyboard_and_made_again() {
    let (_folder, mut harness) = small(Language::Fr);
    let mut recipient = harness.state().session().unwrap().case().contents().recipients[0].clone();
    recipient.is_set_aside = true;
    let is_aside = |h: &Window| h.state().session().unwrap().case().contents().recipients[0].is_set_aside;
    harness.state_mut().push(Command::Edit(fixtures::put(sourcier::case::Record::Recipient(recipient))));
    until(&mut harness, "the edit", is_aside);
    until(&mut harness, "rest", |h| !h.state().is_busy());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    until(&mut harness, "the undo", |h| !is_aside(h));
    harness.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, egui::Key::Z);
    until(&mut harness, "the redo", is_aside);
}

#[test]
fn the_reader_shows_text_original_bytes_and_headers() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        let id: MessageId = harness.state().session().unwrap().case().contents().messages[0].id;
        go(&mut harness, Room::Messages);
        harness.state_mut().push(Command::Select(Selection::Message(id)));
        harness.run();
        harness.get_by_label_contains(&words.text("window-reader-no-text"));
        let headers = words.text("window-reader-headers");
        harness.get_by_role_and_label(Role::Button, &headers).click();
        harness.run();
        assert!(harness.query_all_by_label("Subject").count() >= 1);
        harness.get_by_role_and_label(Role::Button, &words.text("window-reader-original")).click();
        until(&mut harness, "the bytes", |h| h.query_all_by_label_contains("E1").count() >= 1);
    });
}

#[test]
fn a_wrong_passphrase_is_asked_for_again_and_a_right_one_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.sourcier");
    let passphrase = secrecy::SecretString::from("correct horse");
    sourcier::case::CaseFile::create(&path, Some(&passphrase), &fixtures::incident()).unwrap().close().unwrap();
    let words = Words::new(Language::Fr);
    let mut harness = window(Start::Open(path), Language::Fr);
    let label = words.text("window-passphrase");
    until(&mut harness, "the question", |h| h.query_by_role_and_label(Role::PasswordInput, &label).is_some());
    let answer = |harness: &mut Window, text: &str| {
        harness.get_by_role_and_label(Role::PasswordInput, &label).focus();
        harness.run();
        harness.get_by_role_and_label(Role::PasswordInput, &label).type_text(text);
        harness.run();
        harness.get_by_role_and_label(Role::Button, &words.text("window-open-open")).click();
        harness.step();
    };
    answer(&mut harness, "wrong horse");
    until(&mut harness, "the refusal", |h| h.query_by_label_contains(&words.text("window-error-wrong-passphrase")).is_some());
    answer(&mut harness, "correct horse");
    until(&mut harness, "the case", |h| h.state().session().is_some());
}

#[test]
fn errors_stay_in_a_list_that_can_be_copied() {
    let words = Words::new(Language::En);
    let mut harness = window(Start::Open("nowhere/at/all.sourcier".into()), Language::En);
    until(&mut harness, "the error", |h| h.state().log().unseen_errors() == 1);
    harness.get_by_role_and_label(Role::Button, &words.text_with("window-strip-errors", &sourcier::args! { "n" => 1 })).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, &words.text("window-messages-copy")).click();
    harness.step();
    harness.step();
    let copied = harness.output().platform_output.commands.iter().any(|command| matches!(command, egui::OutputCommand::CopyText(_)));
    assert!(copied || harness.state().log().as_text().contains(&words.text("window-log-copied")));
}

#[test]
fn a_column_the_user_does_not_want_read_is_not_proposed_again() {
    use sourcier::model::{Field, Mapping};
    let header = ["Nom", "Courriel"].map(str::to_owned);
    let rows = [["Ada Vance", "ada@valmont.example"].map(str::to_owned).to_vec()];
    let any = sourcier::import::mapping::DateOrders::default();
    let proposed = sourcier::import::mapping::resolve(&header, &rows, ImportKind::Source, &Mapping::default(), any).unwrap();
    assert_eq!(proposed.mapping.column(Field::Name), Some("Nom"));
    let unwanted = Mapping([(Field::Name, String::new())].into());
    let resolved = sourcier::import::mapping::resolve(&header, &rows, ImportKind::Source, &unwanted, any).unwrap();
    assert_eq!(resolved.mapping.column(Field::Name), None);
    assert_eq!(resolved.mapping.column(Field::Email), Some("Courriel"));
}

#[test]
fn a_sample_opens_is_analysed_and_says_what_the_findings_support() {
    let mut harness = window(Start::Sample("ecole".to_owned()), Language::Fr);
    until(&mut harness, "the sample's analysis", |h| {
        h.state().session().is_some_and(|session| session.analysis().is_some() && session.matrix().is_some()) && !h.state().is_busy()
    });
    let words = Words::new(Language::Fr);
    let session = harness.state().session().unwrap();
    let campaign = session.analysis().unwrap().campaigns[0].clone();
    let verdict = sourcier::report::wording::verdict(&campaign, session.case().contents(), session.settings(), &words);
    let linked = session.analysis().unwrap().recipients.iter().find(|recipient| !recipient.links.is_empty()).unwrap().clone();
    let link = linked.links[0].clone();
    let row = session.case().row(link.snapshot, link.row).unwrap();
    harness.get_by_label(&verdict);
    // Why somebody is linked: the row as it was written, with the names of its columns.
    harness.state_mut().push(Command::Select(Selection::Recipient(linked.id)));
    let cell = row.into_iter().max_by_key(String::len).unwrap();
    until(&mut harness, "the raw row", |h| h.query_all_by_label(&cell).count() >= 1);
}
