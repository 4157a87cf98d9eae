//! The lists of the rooms: sorted, chosen from, counted, marked and copied, by role and label and by keyboard.

use super::stage::{Played, Stage};
use crate::waiting::PATIENCE;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::args;
use sourcier::case::Record;
use sourcier::model::Language;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::people::PeopleRoom;
use sourcier::ui::window::rooms::recipients::RecipientsRoom;
use std::time::Instant;

type Recipients<'a> = Harness<'a, Played<RecipientsRoom>>;

/// Names of people from top to bottom.
fn order<R>(harness: &Harness<'_, Played<R>>, names: &[&str]) -> Vec<String> {
    let mut found: Vec<(f32, String)> =
        names.iter().filter_map(|name| Some((harness.query_all_by_label(name).next()?.rect().top(), (*name).to_owned()))).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, name)| name).collect()
}

const PEOPLE: [&str; 3] = ["Chloé Inventée", "Hugo Imaginaire", "Nour Absente"];

fn title(harness: &mut Recipients<'_>, title: &str, modifiers: Modifiers) {
    let node = harness.get_by_role_and_label(Role::Button, title);
    if modifiers.is_none() {
        node.click();
    } else {
        node.click_modifiers(modifiers);
    }
    harness.run();
}

fn copied<R>(harness: &Harness<'_, Played<R>>) -> Option<String> {
    harness.state().commands.iter().rev().find_map(|command| match command {
        Command::Copy(text) => Some(text.clone()),
        _ => None,
    })
}

fn menu(harness: &mut Recipients<'_>, stage: &Stage, column: &str) {
    harness.get_by_label(&stage.text_with("list-facet-name", &args! { "column" => stage.text(column) })).click();
    harness.run();
}

#[test]
fn several_columns_sort_by_shift_and_click() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(RecipientsRoom::default());
    title(&mut harness, "Statut", Modifiers::NONE);
    title(&mut harness, "Nom", Modifiers::SHIFT);
    assert_eq!(order(&harness, &PEOPLE), PEOPLE, "who received first, then by name");
    title(&mut harness, "Nom", Modifiers::SHIFT);
    assert_eq!(order(&harness, &PEOPLE), ["Hugo Imaginaire", "Chloé Inventée", "Nour Absente"], "only the second column is turned round");
    title(&mut harness, "Nom", Modifiers::NONE);
    assert_eq!(order(&harness, &PEOPLE), PEOPLE, "a click alone sorts by that column alone");
}

#[test]
fn values_are_left_out_and_each_choice_is_a_chip_to_let_go_of() {
    for language in [Language::Fr, Language::En] {
        let stage = Stage::full(language);
        let mut harness = stage.play(RecipientsRoom::default());
        menu(&mut harness, &stage, "rooms-recipients-status");
        let control = stage.text("rooms-recipients-control");
        harness.get_by_label(&stage.text_with("list-exclude", &args! { "value" => control.as_str() })).click();
        harness.run();
        assert_eq!(order(&harness, &PEOPLE), PEOPLE[..2]);
        assert!(harness.query_by_label(&stage.text_with("rooms-shown-of", &args! { "shown" => "2", "total" => "3" })).is_some());
        harness.key_press(Key::Escape);
        harness.run();
        let chip = stage.text_with("list-chip-except", &args! { "column" => stage.text("rooms-recipients-status"), "value" => control.as_str() });
        assert!(harness.query_by_label(&chip).is_some(), "{chip}");
        harness.get_by_role_and_label(Role::Button, &stage.text_with("list-chip-remove", &args! { "chip" => chip.as_str() })).click();
        harness.run();
        assert_eq!(order(&harness, &PEOPLE), PEOPLE);
        assert!(harness.query_by_label(&chip).is_none());
    }
}

#[test]
fn columns_are_chosen_and_a_hidden_one_is_still_looked_through() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(RecipientsRoom::default());
    assert!(harness.query_by_label("E-mail").is_none());
    harness.get_by_role_and_label(Role::Button, &stage.text("list-columns-name")).click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "E-mail").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "Name").click();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Button, "Name").is_none());
    assert!(harness.query_by_label("Chloé Inventée").is_none());
    harness.get_by_role_and_label(Role::TextInput, "Filter").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Filter").type_text("inventee");
    harness.run();
    assert!(harness.query_by_label("r1").is_some() && harness.query_by_label("r2").is_none());
}

#[test]
fn the_keyboard_goes_through_the_rows_and_opens_them() {
    let stage = Stage::many(Language::En, 300);
    let mut harness = stage.play(RecipientsRoom::default());
    harness.get_by_role_and_label(Role::Grid, &stage.text("window-room-recipients")).focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::ArrowDown);
    harness.run();
    let selected = |harness: &Recipients<'_>| match harness.state().selected() {
        Some(Selection::Recipient(id)) => id.to_string(),
        other => panic!("{other:?}"),
    };
    let second = selected(&harness);
    let rows: Vec<_> =
        harness.get_all_by_role(Role::Row).filter(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with(&second))).collect();
    assert_eq!(rows.len(), 1, "the row the keyboard stands on is read out");
    drop(rows);
    harness.key_press(Key::End);
    harness.run();
    assert!(harness.query_by_label(&second).is_none(), "far away by now");
    harness.key_press(Key::Home);
    harness.run();
    assert!(harness.query_by_label(&second).is_some());
}

#[test]
fn marked_rows_are_copied_in_the_order_they_are_shown() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(RecipientsRoom::default());
    harness.get_by_label("r3").click();
    harness.run();
    harness.get_by_label("r1").click_modifiers(Modifiers::COMMAND);
    harness.run();
    let copy = stage.text("window-command-list-copy");
    harness.get_by_role_and_label(Role::Button, &copy).click();
    harness.run();
    let text = copied(&harness).expect("rows are copied");
    let first: Vec<&str> = text.lines().map(|line| line.split('\t').next().unwrap_or_default()).collect();
    assert_eq!(first, ["Identifiant", "r1", "r3"]);
    assert!(text.contains("Fichier des adhérents, "), "titles of two lines stand in one: {text}");
    // Shift marks everything between.
    harness.get_by_label("r1").click();
    harness.run();
    harness.get_by_label("r3").click_modifiers(Modifiers::SHIFT);
    harness.run();
    harness.get_by_role_and_label(Role::Button, &copy).click();
    harness.run();
    assert_eq!(copied(&harness).map(|text| text.lines().count()), Some(4));
}

#[test]
fn what_is_shown_is_exported_as_csv_and_as_a_workbook() {
    use calamine::Reader as _;
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(RecipientsRoom::default());
    menu(&mut harness, &stage, "rooms-recipients-status");
    harness.get_by_role_and_label(Role::CheckBox, "contrôle (1)").click();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    for id in ["window-command-list-csv", "window-command-list-xlsx"] {
        harness.get_by_role_and_label(Role::Button, &stage.text("list-export")).click();
        harness.run();
        harness.get_by_role_and_label(Role::Button, &stage.text(id)).click();
        harness.run();
    }
    let exports: Vec<_> =
        harness.state().commands.iter().filter_map(|command| if let Command::Export(export) = command { Some(export) } else { None }).collect();
    let [csv, xlsx] = exports[..] else { panic!("{exports:?}") };
    assert_eq!((csv.name.as_str(), xlsx.name.as_str()), ("destinataires.csv", "destinataires.xlsx"));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&csv.bytes[3..]);
    assert_eq!(&reader.headers().unwrap()[0], "Identifiant");
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.iter().map(|row| (&row[0], &row[1])).collect::<Vec<_>>(), [("r3", "Nour Absente")]);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(xlsx.bytes.clone())).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    assert_eq!(range.height(), 2);
    assert_eq!(range.get_value((1, 1)).unwrap().to_string(), "Nour Absente");
}

#[test]
fn the_table_of_frequencies_counts_and_a_click_keeps_only_that_value() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(RecipientsRoom::default());
    menu(&mut harness, &stage, "rooms-recipients-status");
    harness.get_by_role_and_label(Role::Button, &stage.text("list-count-values")).click();
    let deadline = Instant::now() + PATIENCE;
    while harness.query_by_label("66,7\u{a0}%").is_none() {
        assert!(Instant::now() < deadline, "the counts never came");
        harness.step();
        std::thread::yield_now();
    }
    harness.run();
    assert!(harness.query_by_label("33,3\u{a0}%").is_some());
    assert!(harness.query_by_label(&stage.text_with("list-frequency-values", &args! { "n" => 2, "count" => "2" })).is_some());
    harness.get_by_role_and_label(Role::Button, "contrôle").click();
    harness.run();
    assert_eq!(order(&harness, &PEOPLE), ["Nour Absente"]);
}

#[test]
fn a_view_is_saved_in_the_case_with_its_filters_and_is_there_again() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(RecipientsRoom::default());
    menu(&mut harness, &stage, "rooms-recipients-status");
    harness.get_by_role_and_label(Role::CheckBox, "control (1)").click();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_role_and_label(Role::Button, &stage.text("list-views")).click();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &stage.text("list-view-name")).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &stage.text("list-view-name")).type_text("Controls only");
    harness.run();
    harness.get_by_role_and_label(Role::Button, &stage.text("list-view-save")).click();
    harness.run();
    let written = harness.state().written();
    let [Record::Incident(incident)] = written[..] else { panic!("{written:?}") };
    let [saved] = &incident.views[..] else { panic!("{:?}", incident.views) };
    assert_eq!((saved.name.as_str(), saved.list.as_str()), ("Controls only", "recipients"));
    assert_eq!(saved.view.picks[0].included, ["control"], "in words that are the same in every language");
}

#[test]
fn people_cannot_be_ranked_by_what_the_documents_leave_open() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(PeopleRoom::default());
    harness.get_by_label(&stage.text("rooms-people-persons")).click();
    harness.run();
    let sorts = |title: &str| harness.query_all_by_role_and_label(Role::Button, title).count();
    assert_eq!(sorts(&stage.text("rooms-people-person")), 1, "the name sorts");
    assert_eq!(sorts("Fichier des adhérents"), 0, "opportunity does not");
}
