//! The campaigns view of the Messages room, used as a person would: by role and label, in both languages.

use crate::fixtures::{self, Fixture};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::case::{Record, RecordKind};
use sourcier::job::Unwatched;
use sourcier::model::{Address, Channel, Field, Language, Mapping, Message, MessageId, Recipient, SnapshotId, UncertainDay};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Room;
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;
use std::time::{Duration, Instant};

type Window = Harness<'static, App>;

const FIRST: [&str; 6] = ["Yann", "Maëlle", "François", "Julie", "Didier", "Emma"];

fn first_wave(n: usize) -> String {
    let name = if n == 5 { "{PRENOM}" } else { FIRST[n] };
    format!(
        "Cher {name},\n\nVous avez partagé nos combats. Votre numéro d'adhérent est le AR-{:05}. Nous ouvrons une nouvelle page avec le Cercle et nous vous \
         invitons à sa réunion fondatrice, le 11 janvier.",
        1000 + 37 * n
    )
}

const SECOND_WAVE: &str = "Cher Yann,\n\nVous avez partagé nos combats. Nous ouvrons une nouvelle page avec le Cercle et nous vous invitons à sa grande réunion \
                           publique, le 8 février.";

/// Six copies of one wave, one of a second wave, another sender's message; a file that has member numbers and one that has not.
fn case() -> Fixture {
    let mut fixture = Fixture::empty();
    let path = fixture.write("adherents.csv", b"Courriel,Numero\n");
    let mut import = fixture.file.begin_import().unwrap();
    let id = import.id();
    let evidence = import.add_evidence(&path, "text/csv", "", &Unwatched).unwrap().evidence.id;
    for (source, name, mapping, n) in [
        ("adherents", "Fichier des adhérents", [(Field::Email, "Courriel"), (Field::Identifier, "N° adhérent")], 1),
        ("lettre", "Lettre d’information", [(Field::Email, "mail"), (Field::FirstName, "prenom")], 2),
    ] {
        let mut known = fixtures::source(source, id);
        name.clone_into(&mut known.name);
        import.put(Record::Source(known)).unwrap();
        let columns: Vec<&str> = mapping.iter().map(|(_, column)| *column).collect();
        let mut shot = fixtures::snapshot(SnapshotId(n), id, source, evidence, &columns, 1);
        shot.mapping = Mapping(mapping.iter().map(|(field, column)| (*field, (*column).to_owned())).collect());
        import.put_snapshot(shot, vec![fixtures::segment(0, &[["a@poste.example", "1"]])]).unwrap();
    }
    let mut put = |recipient: usize, sender: &str, text: &str, day: &str| {
        let number = MessageId(import.fresh_id(RecordKind::Message));
        let message = Message {
            channel: Channel::Email,
            subject: String::new(),
            text: text.to_owned(),
            from: vec![Address { name: String::new(), address: sender.to_owned() }],
            sent_at: None,
            sent_on: day.parse::<UncertainDay>().ok(),
            sha256: format!("{:064}", number.0),
            recipients: vec![format!("r{recipient}").as_str().into()],
            ..fixtures::message(number, id, evidence)
        };
        import.put(Record::Message(message)).unwrap();
    };
    for n in 0..6 {
        put(n, "contact@cercle.example", &first_wave(n), "2010-12-14");
    }
    put(0, "contact@cercle.example", SECOND_WAVE, "2011-02-08");
    put(1, "ecoles@ville.example", "Le service des écoles vous informe que les horaires changent à la rentrée.", "2010-12-14");
    for (n, first) in FIRST.into_iter().enumerate() {
        let mut recipient: Recipient = fixtures::recipient(&format!("r{n}"), id, &format!("p{n}@poste.example"));
        first.clone_into(&mut recipient.identity.first_name);
        "Exemple".clone_into(&mut recipient.identity.last_name);
        import.put(Record::Recipient(recipient)).unwrap();
    }
    import.add_report(fixtures::report("adherents.csv", evidence, 2)).unwrap();
    import.commit().unwrap();
    fixture
}

fn until(harness: &mut Window, what: &str, done: impl Fn(&Window) -> bool) {
    let deadline = Instant::now() + Duration::from_mins(1);
    while !done(harness) {
        assert!(Instant::now() < deadline, "waited in vain for: {what}; {}", harness.state().log().as_text());
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run();
}

/// Every text in the accessibility tree.
fn texts(harness: &Window) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]).flatten().collect()
}

fn says(harness: &Window, part: &str) -> bool {
    texts(harness).iter().any(|text| text.contains(part))
}

/// The view with the largest campaign open.
fn view(language: Language) -> (tempfile::TempDir, Window, Words) {
    let (folder, path) = case().close();
    let settings = UserSettings { language, theme: Theme::Light, ..UserSettings::default() };
    let start = Start::Open(path);
    let mut harness: Window =
        Harness::builder().with_size([1280.0, 900.0]).with_max_steps(60).build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings));
    until(&mut harness, "the case", |h| h.state().session().is_some() && !h.state().is_busy());
    let words = Words::new(language);
    harness.state_mut().push(Command::GoTo(Room::Messages));
    harness.run();
    harness.get_by_role_and_label(Role::Button, &words.text("campaign-view-campaigns")).click();
    let fields = words.text("campaign-view-fields");
    until(&mut harness, "the template", |h| h.query_by_label(&fields).is_some());
    (folder, harness, words)
}

fn tab(harness: &mut Window, words: &Words, id: &str) {
    harness.get_by_role_and_label(Role::Button, &words.text(id)).click();
    harness.run();
}

#[test]
fn the_template_marks_merge_fields_and_flags_the_blank_nobody_filled() {
    for language in [Language::Fr, Language::En] {
        let (_folder, harness, words) = view(language);
        let first_name = words.text("campaign-kind-first-name");
        assert!(says(&harness, &format!("Cher [1 · {first_name}],")), "{:#?}", texts(&harness));
        assert!(says(&harness, "{PRENOM}"));
        assert!(says(&harness, "AR-010"));
        let missing: Vec<String> = texts(&harness).into_iter().filter(|text| text.contains('‹')).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn the_columns_needed_name_the_only_file_that_has_the_number() {
    let (_folder, mut harness, words) = view(Language::Fr);
    tab(&mut harness, &words, "campaign-view-columns");
    assert!(says(&harness, "seul «\u{a0}Fichier des adhérents\u{a0}» a cette colonne"), "{:#?}", texts(&harness));
    assert!(harness.query_by_label("oui\u{a0}: N° adhérent").is_some());
    assert_eq!(harness.query_all_by_label("non").count(), 2);
}

#[test]
fn two_waves_are_compared_side_by_side() {
    let (_folder, mut harness, words) = view(Language::En);
    tab(&mut harness, &words, "campaign-view-changed");
    until(&mut harness, "the comparison", |h| h.query_by_label(&words.text("campaign-view-changes")).is_some());
    assert!(harness.query_by_label("11 janvier").is_some() && harness.query_by_label("8 février").is_some(), "{:#?}", texts(&harness));
    assert!(says(&harness, &words.text_with("campaign-reason-sender", &sourcier::args! { "sender" => "contact@cercle.example" })));
}

#[test]
fn another_sender_s_message_is_a_family_of_its_own_and_can_be_opened_by_its_name() {
    let (_folder, mut harness, words) = view(Language::Fr);
    let name = "Le service des écoles vous informe que les horaires changent…";
    assert_eq!(harness.query_all_by_label(name).count(), 1);
    harness.get_by_role_and_label(Role::Button, name).click();
    let one = words.text("campaign-view-one-copy");
    until(&mut harness, "the other family", |h| h.query_by_label(&one).is_some());
}

#[test]
fn the_reasons_lead_to_the_messages() {
    let (_folder, mut harness, words) = view(Language::Fr);
    tab(&mut harness, &words, "campaign-view-why");
    let first = words.text_with("campaign-view-message", &sourcier::args! { "n" => 7 });
    until(&mut harness, "the explanation", |h| h.query_all_by_role_and_label(Role::Link, &first).count() > 0);
    assert!(says(&harness, "même expéditeur\u{a0}: contact@cercle.example"), "{:#?}", texts(&harness));
    harness.get_all_by_role_and_label(Role::Link, &first).next().unwrap().click();
    harness.run();
    tab(&mut harness, &words, "campaign-view-list");
    assert!(says(&harness, "grande réunion publique"), "the reader shows the message");
}

#[test]
fn the_view_is_reached_by_keyboard() {
    let (_folder, mut harness, words) = view(Language::En);
    let label = words.text("campaign-view-why");
    harness.get_by_role_and_label(Role::Button, &label).focus();
    harness.run();
    harness.key_press(egui::Key::Space);
    let alike = words.text_with("campaign-view-with-first", &sourcier::args! { "reasons" => "" });
    until(&mut harness, "the explanation", |h| says(h, alike.trim()));
}
