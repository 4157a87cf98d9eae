//! Recipients.

use super::stage::Stage;
use egui::Role;
use egui_kittest::kittest::Queryable as _;
use sourcier::args;
use sourcier::case::Record;
use sourcier::model::{FoundBy, ImportKind, Language};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::recipients::RecipientsRoom;

#[test]
fn typing_in_the_filter_hides_other_recipients() {
    for (language, filter) in [(Language::Fr, "Filtrer"), (Language::En, "Filter")] {
        let stage = Stage::full(language);
        let mut harness = stage.play(RecipientsRoom::default());
        assert!(harness.query_by_label("Hugo Imaginaire").is_some());
        harness.get_by_role_and_label(Role::TextInput, filter).focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, filter).type_text("chloe");
        harness.run();
        assert!(harness.query_by_label("Chloé Inventée").is_some(), "accents do not matter");
        assert!(harness.query_by_label("Hugo Imaginaire").is_none());
    }
}

#[test]
fn choosing_how_somebody_was_found_asks_to_write_just_that() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(RecipientsRoom::default());
    let name = stage.text_with("rooms-recipients-found-by-of", &args! { "id" => "r2" });
    harness.get_by_role_and_label(Role::ComboBox, &name).click();
    harness.run();
    let circle = stage.text_with("rooms-found-circle", &args! { "source" => "Fichier des adhérents" });
    harness.get_by_label(&circle).click();
    harness.run();
    let written = harness.state().written();
    let [Record::Recipient(recipient)] = written[..] else { panic!("{written:?}") };
    assert_eq!((recipient.id.as_str(), &recipient.found_by), ("r2", &FoundBy::Circle("adherents".into())));
    assert_eq!(recipient.identity.name, "Hugo Imaginaire");
}

#[test]
fn setting_somebody_aside_asks_to_write_it() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(RecipientsRoom::default());
    harness.get_by_role_and_label(Role::CheckBox, "Set r1 aside").click();
    harness.run();
    let written = harness.state().written();
    let [Record::Recipient(recipient)] = written[..] else { panic!("{written:?}") };
    assert!(recipient.is_set_aside && recipient.id.as_str() == "r1");
}

#[test]
fn clicking_a_recipient_selects_it_and_every_cell_says_what_it_shows() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(RecipientsRoom::default());
    harness.get_by_label("r1").click();
    harness.run();
    assert_eq!(harness.state().selected(), Some(&Selection::Recipient("r1".into())));
    // The sign and the legend say the same words.
    let labels = |text: &str| harness.get_all_by_label(text).count();
    assert!(labels("present") >= 3, "r1 twice, r2 once");
    assert!(labels("other details") >= 2, "r2 once, and the legend");
}

#[test]
fn a_facet_keeps_only_its_rows_and_says_how_many_there_are() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(RecipientsRoom::default());
    harness.get_by_label(&stage.text_with("list-facet-name", &args! { "column" => "Statut" })).click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "contrôle (1)").click();
    harness.run();
    assert!(harness.query_by_label("Nour Absente").is_some());
    assert!(harness.query_by_label("Chloé Inventée").is_none());
    assert!(harness.query_by_label("1 sur 3").is_some());
}

#[test]
fn before_the_analysis_the_list_is_there_and_says_what_will_come() {
    let stage = Stage::unanalysed(Language::Fr);
    let harness = stage.play(RecipientsRoom::default());
    assert!(harness.query_by_label("Chloé Inventée").is_some());
    assert!(harness.query_by_label(&stage.text("rooms-recipients-no-matrix")).is_some());
}

#[test]
fn an_empty_room_offers_to_add_recipients() {
    let stage = Stage::empty(Language::Fr);
    let mut harness = stage.play(RecipientsRoom::default());
    harness.get_by_role_and_label(Role::Button, &stage.text("rooms-recipients-add")).click();
    harness.run();
    assert!(matches!(harness.state().commands[..], [Command::AddFiles(Some(ImportKind::Recipients))]));
}
