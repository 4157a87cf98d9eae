//! What is pasted: a mail with the lines a mail program shows above it, a text message, rows of a spreadsheet. Kept as evidence, read, and never on the disk.

use crate::fixtures::{Fixture, files_in};
use crate::waiting::{Window, until};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::import::{Recipients, Request, import, preview};
use sourcier::job::Unwatched;
use sourcier::model::{Channel, ImportKind, Language, Message};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;
use std::io::Read as _;
use std::sync::Arc;

const FORWARDED: &str = "Bonjour, voici ce que j'ai reçu.\n\n---------- Message transféré ---------\nDe : Ville de Valmont <maire@valmont.example>\n\
                         Date : lun. 3 sept. 2018 à 08:12\nObjet : Votre logement\nÀ : Ada Vance <ada@poste.example>\n\nMadame,\nvotre immeuble…\n";
const OUTLOOK: &str = "From: Ville de Valmont <maire@valmont.example>\nSent: Monday, September 3, 2018 8:12 AM\nTo: Ada Vance <ada@poste.example>\n\
                       Subject: Votre logement\n\nMadame,\nvotre immeuble…\n";
const SMS: &str = "Chers parents, la Région aide vos enfants : regionvalmont.example STOP 36000";

fn pasted(text: &str) -> Request {
    Request { text: Some(Arc::from(text.as_bytes())), ..Request::new("texte collé 1.txt", ImportKind::Messages) }
}

fn only(fixture: &Fixture) -> Message {
    let contents = fixture.file.case().contents();
    assert_eq!(contents.messages.len(), 1);
    contents.messages[0].clone()
}

#[test]
fn a_pasted_mail_says_who_sent_it_when_and_to_whom_and_is_kept_byte_for_byte() {
    for text in [FORWARDED, OUTLOOK] {
        let mut fixture = Fixture::empty();
        let seen = preview(&pasted(text)).unwrap();
        assert_eq!(seen.rows[0][1..], ["maire@valmont.example", "ada@poste.example", "Votre logement"]);
        import(&mut fixture.file, &[pasted(text)], &Unwatched).unwrap();
        let message = only(&fixture);
        assert_eq!((message.channel, message.subject.as_str()), (Channel::Email, "Votre logement"));
        assert_eq!(message.from[0].address, "maire@valmont.example");
        assert_eq!(message.sent_at.map(|at| at.to_string()).as_deref(), Some("2018-09-03T06:12:00Z"));
        assert_eq!(message.text, "Madame,\nvotre immeuble…");
        assert!(message.warnings.iter().any(|warning| warning.contains("no header of transport confirms them")), "{:?}", message.warnings);
        let is_above_told = message.warnings.iter().any(|warning| warning.contains("above line 4"));
        assert_eq!(is_above_told, text == FORWARDED, "{:?}", message.warnings);
        let case = fixture.file.case();
        let who = &case.contents().recipients[0].identity;
        assert_eq!((who.name.as_str(), who.email.as_str()), ("Ada Vance", "ada@poste.example"));
        let evidence = &case.contents().evidence[0];
        assert_eq!(evidence.name, "texte collé 1.txt");
        let mut kept = String::new();
        case.open_evidence(evidence.id).unwrap().read_to_string(&mut kept).unwrap();
        assert_eq!(kept, text);
        // Nothing but the case: what was pasted is in no other file.
        let names = files_in(fixture.folder.path());
        assert!(names.iter().all(|name| name.starts_with("case.sourcier")), "{names:?}");
    }
}

#[test]
fn a_pasted_text_message_goes_to_the_number_that_is_said() {
    let mut fixture = Fixture::empty();
    let said = Request {
        channel: Some(Channel::Sms),
        sent_at: Some("2021-06-17 18:05".into()),
        sender: Some("REGION".into()),
        recipients: Recipients::Listed(vec!["06 39 98 00 12".into()]),
        ..pasted(SMS)
    };
    import(&mut fixture.file, &[said], &Unwatched).unwrap();
    let message = only(&fixture);
    assert_eq!((message.channel, message.text.as_str()), (Channel::Sms, SMS));
    assert_eq!(message.from[0].name, "REGION");
    assert_eq!(message.sent_at.map(|at| at.to_string()).as_deref(), Some("2021-06-17T16:05:00Z"));
    assert_eq!(fixture.file.case().contents().recipients[0].identity.phone, "06 39 98 00 12");
}

#[test]
fn a_date_that_could_be_two_is_told_and_the_one_the_user_says_holds() {
    let text = OUTLOOK.replace("Monday, September 3, 2018 8:12 AM", "03/09/2018 08:12");
    let seen = preview(&pasted(&text)).unwrap();
    assert!(seen.warnings.iter().any(|warning| warning.reason.contains("the day first")), "{:?}", seen.warnings);
    let mut fixture = Fixture::empty();
    import(&mut fixture.file, &[Request { sent_at: Some("2018-03-09 08:12".into()), ..pasted(&text) }], &Unwatched).unwrap();
    assert_eq!(only(&fixture).sent_at.map(|at| at.to_string()).as_deref(), Some("2018-03-09T07:12:00Z"));
    // A date nobody can read is said, and kept as it was written.
    let mut fixture = Fixture::empty();
    import(&mut fixture.file, &[pasted(&text.replace("03/09/2018 08:12", "avant-hier"))], &Unwatched).unwrap();
    let message = only(&fixture);
    assert_eq!((message.sent_on.is_none(), message.date_raw.as_str()), (true, "avant-hier"));
    assert!(message.warnings.iter().any(|warning| warning.contains("could not be read")), "{:?}", message.warnings);
}

#[test]
fn a_message_in_its_original_form_is_never_read_as_a_pasted_one() {
    let fixture = Fixture::empty();
    let original =
        format!("Message-ID: <1@poste.example>\nFrom: bo@poste.example\nTo: ada@poste.example\nDate: Tue, 4 Sep 2018 08:00:00 +0200\n\n{OUTLOOK}");
    let path = fixture.write("forward.eml", original.as_bytes());
    assert_eq!(preview(&Request::new(path, ImportKind::Messages)).unwrap().format, "eml");
}

fn desk(fixture: Fixture) -> (tempfile::TempDir, Window) {
    let (folder, path) = fixture.close();
    let settings = UserSettings { language: Language::Fr, theme: Theme::Light, ..UserSettings::default() };
    let mut harness = Harness::builder()
        .with_size([1280.0, 860.0])
        .with_max_steps(40)
        .build_eframe(move |cc| App::with_settings(&cc.egui_ctx, Start::Open(path), settings));
    until(&mut harness, "the case to open", |h| h.state().session().is_some() && !h.state().is_busy());
    (folder, harness)
}

#[test]
fn pasting_among_the_evidence_puts_the_text_on_the_desk_and_from_there_into_the_case() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = desk(Fixture::empty());
    let label = words.text("window-desk-pasted");
    harness.state_mut().push(Command::AddFiles(None));
    harness.run();
    // With the keys where no field has the focus …
    harness.event(egui::Event::Paste(FORWARDED.to_owned()));
    harness.run();
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, &label);
    assert_eq!(field.value().as_deref(), Some(FORWARDED));
    until(&mut harness, "the preview", |h| h.query_by_label("maire@valmont.example").is_some());
    // … and by the command, which gives room for a text that must not stay empty.
    harness.state_mut().push(Command::PasteText);
    harness.run();
    harness.run();
    assert!(harness.query_by_label_contains(&words.text("window-problem-no-text")).is_some());
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, &label);
    assert!(field.accesskit_node().is_focused(), "the text is typed or pasted next");
    field.type_text("Nom\tCourriel\nZoé Brun\tzoe@poste.example\n");
    harness.run();
    let import = words.text_with("window-desk-import", &sourcier::args! { "n" => 2 });
    until(&mut harness, "both to be looked into", |h| {
        h.query_by_role_and_label(Role::Button, &import).is_some_and(|node| !node.accesskit_node().is_disabled())
    });
    harness.get_by_role_and_label(Role::Button, &import).click();
    let done = words.text_with("window-desk-done", &sourcier::args! { "n" => 2 });
    until(&mut harness, "the import", |h| h.query_by_label(&done).is_some());
    let contents = harness.state().session().unwrap().case().contents();
    assert_eq!(contents.evidence.len(), 2);
    assert_eq!(contents.recipients.len(), 2, "the rows of the spreadsheet came in as recipients");
    assert!(contents.messages.iter().any(|message| message.subject == "Votre logement"));
}

#[test]
fn what_cannot_be_read_is_set_aside_and_the_rest_comes_in() {
    let words = Words::new(Language::Fr);
    let fixture = Fixture::empty();
    let folder = fixture.folder.path().join("reçu");
    std::fs::create_dir_all(folder.join("messages")).unwrap();
    std::fs::write(folder.join("messages/m.txt"), FORWARDED).unwrap();
    std::fs::write(folder.join("membres-2018-01-01.csv"), "").unwrap();
    let (_folder, mut harness) = desk(fixture);
    harness.state_mut().push(Command::AddFiles(None));
    harness.run();
    let path = words.text("window-desk-type");
    harness.get_by_role_and_label(Role::TextInput, &path).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &path).type_text(&folder.display().to_string());
    harness.run();
    harness.get_by_role_and_label(Role::Button, &words.text("window-desk-add")).click();
    let aside = words.text_with("window-desk-set-aside", &sourcier::args! { "n" => 1 });
    until(&mut harness, "the empty file to be found so", |h| h.query_by_role_and_label(Role::Button, &aside).is_some());
    let both = words.text_with("window-desk-import", &sourcier::args! { "n" => 2 });
    assert!(harness.get_by_role_and_label(Role::Button, &both).accesskit_node().is_disabled(), "nothing comes in half");
    harness.get_by_role_and_label(Role::Button, &aside).click();
    let one = words.text_with("window-desk-import", &sourcier::args! { "n" => 1 });
    until(&mut harness, "the other to be left", |h| {
        h.query_by_role_and_label(Role::Button, &one).is_some_and(|node| !node.accesskit_node().is_disabled())
    });
    harness.get_by_role_and_label(Role::Button, &one).click();
    let done = words.text_with("window-desk-done", &sourcier::args! { "n" => 1 });
    until(&mut harness, "the import", |h| h.query_by_label(&done).is_some());
    assert_eq!(harness.state().session().unwrap().case().contents().messages[0].subject, "Votre logement");
}
