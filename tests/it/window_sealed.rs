//! Sealing a file on the add desk, as a person would; and what the rooms say of it afterwards.

use super::waiting::{Window, type_into, until};
use crate::fixtures::Fixture;
use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable as _};
use sourcier::import::sealed::read_key;
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::model::{ImportKind, Language, Seal, SourceKind};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Room;
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;
use std::path::Path;

fn open(path: &Path, language: Language) -> Window {
    let settings = UserSettings { language, theme: Theme::Light, ..UserSettings::default() };
    let start = Start::Open(path.to_owned());
    let mut harness =
        Harness::builder().with_size([1280.0, 1000.0]).with_max_steps(40).build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings));
    until(&mut harness, "the case to open", |h| h.state().session().is_some() && !h.state().is_busy());
    harness
}

#[test]
fn a_file_is_sealed_on_the_desk_with_a_key_file_and_its_limits_in_sight() {
    for language in [Language::Fr, Language::En] {
        let fixture = Fixture::empty();
        let table = fixture.write("caisse-2010-01-15.csv", b"Nom;Courriel\nVance;ada@valmont.example\nRenier;bo@valmont.example\n");
        let key = fixture.write("echange.key", b"ardoise verger cinq loutres mardi boussole");
        let (_folder, path) = fixture.close();
        let words = Words::new(language);
        let mut harness = open(&path, language);
        harness.state_mut().push(Command::AddFiles(None));
        harness.run();
        type_into(&mut harness, &words.text("window-desk-type"), &table.display().to_string());
        harness.get_by_role_and_label(Role::Button, &words.text("window-desk-add")).click();
        until(&mut harness, "the preview", |h| h.query_by_label("bo@valmont.example").is_some());
        harness.get_by_role_and_label(Role::CheckBox, &words.text("sealed-field-hint")).click();
        harness.run();
        assert!(harness.query_by_label_contains(&words.text("sealed-limits")[..60]).is_some(), "the limits stand where it is chosen");
        let button = words.text_with("window-desk-import", &sourcier::args! { "n" => 1 });
        assert!(harness.query_by_label_contains(&words.text("sealed-problem-key")).is_some(), "nothing comes in without a key");
        type_into(&mut harness, &words.text("sealed-key-file"), &key.display().to_string());
        harness.get_by_role_and_label(Role::Button, &button).click();
        until(&mut harness, "the import", |h| h.state().session().is_some_and(|s| s.case().contents().snapshots.len() == 1));
        let contents = harness.state().session().unwrap().case().contents();
        assert_eq!(contents.sources[0].kind, SourceKind::Sealed);
        assert!(contents.evidence[0].is_withheld && contents.snapshots[0].is_sealed());
    }
}

#[test]
fn the_sources_room_says_what_a_sealed_file_does_not_show() {
    for language in [Language::Fr, Language::En] {
        let mut fixture = Fixture::empty();
        let table = fixture.write("caisse.csv", b"Courriel\nada@valmont.example\n");
        let seal = Seal { key: read_key(&fixture.write("echange.key", b"ardoise verger cinq loutres")).unwrap() };
        let request = Request { source: Some("caisse".into()), seal: Some(seal), ..Request::new(table, ImportKind::Source) };
        import(&mut fixture.file, &[request], &Unwatched).unwrap();
        let (_folder, path) = fixture.close();
        let words = Words::new(language);
        let mut harness = open(&path, language);
        harness.state_mut().push(Command::GoTo(Room::Sources));
        harness.run();
        for (tab, sentence) in [("profile", "sealed-cannot-profile"), ("changes", "sealed-cannot-changes"), ("history", "sealed-cannot-history")] {
            harness.get_by_label(&words.text(&format!("sources-tab-{tab}"))).click();
            harness.run();
            assert!(harness.query_by_label_contains(&words.text(sentence)).is_some(), "{tab}");
        }
    }
}
