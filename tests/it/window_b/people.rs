//! People.

use super::stage::Stage;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use sourcier::args;
use sourcier::case::{Edit, Record, RecordKey};
use sourcier::chart::timeline::Target;
use sourcier::model::{Language, PostId};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::people::PeopleRoom;

fn treasurer(language: Language) -> Stage {
    Stage::full(language).selecting(Selection::Mark(Target::Post(PostId(1))))
}

#[test]
fn a_wrong_date_shows_the_sentence_and_writes_nothing() {
    for (language, name) in [(Language::Fr, "Au"), (Language::En, "To")] {
        let stage = treasurer(language);
        let mut harness = stage.play(PeopleRoom::default());
        harness.get_by_role_and_label(Role::TextInput, name).focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        harness.get_by_role_and_label(Role::TextInput, name).type_text("30/02/2010");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().written().is_empty());
        let sentence = stage.text_with("rooms-date-none", &args! { "raw" => "30/02/2010" });
        assert!(harness.query_by_label(&sentence).is_some(), "{sentence}");
    }
}

#[test]
fn a_vague_date_is_written_as_it_was_typed() {
    let stage = treasurer(Language::En);
    let mut harness = stage.play(PeopleRoom::default());
    harness.get_by_role_and_label(Role::TextInput, "To").focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, "To").type_text("2010-06~");
    harness.key_press(Key::Enter);
    harness.run();
    let written = harness.state().written();
    let [Record::Post(post)] = written[..] else { panic!("{written:?}") };
    let to = post.to.as_ref().unwrap();
    assert_eq!((post.id, to.raw.as_str(), to.approximate), (PostId(1), "2010-06~", true));
}

#[test]
fn an_emptied_end_is_unknown_and_never_today() {
    let stage = treasurer(Language::En);
    let mut harness = stage.play(PeopleRoom::default());
    harness.get_by_role_and_label(Role::TextInput, "To").focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.key_press(Key::Backspace);
    harness.key_press(Key::Enter);
    harness.run();
    let written = harness.state().written();
    let [Record::Post(post)] = written[..] else { panic!("{written:?}") };
    assert_eq!(post.to, None);
}

#[test]
fn a_post_can_be_added_and_taken_out() {
    let stage = treasurer(Language::Fr);
    let mut harness = stage.play(PeopleRoom::default());
    let name = stage.text("rooms-people-new-name");
    harness.get_by_role_and_label(Role::TextInput, &name).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &name).type_text("Inès Nouvelle");
    harness.run();
    harness.get_by_role_and_label(Role::Button, &stage.text("rooms-people-add")).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, &stage.text("rooms-people-remove")).click();
    harness.run();
    let played = harness.state();
    let written = played.written();
    let [Record::Post(post)] = written[..] else { panic!("{written:?}") };
    assert_eq!((post.person.as_str(), post.id), ("Inès Nouvelle", PostId(0)), "number 0: the app gives one");
    assert!(matches!(played.commands.last(), Some(Command::Edit(Edit::Remove { key: RecordKey::Post(1) }))));
}

#[test]
fn two_hats_are_pointed_out_in_the_form() {
    let stage = treasurer(Language::Fr);
    let harness = stage.play(PeopleRoom::default());
    assert!(harness.query_by_label(&stage.text("rooms-people-two-hats-hint")).is_some());
}

#[test]
fn people_are_in_order_of_name_with_opportunity_according_to_documents() {
    for language in [Language::Fr, Language::En] {
        let stage = Stage::full(language);
        let mut harness = stage.play(PeopleRoom::default());
        harness.get_by_label(&stage.text("rooms-people-persons")).click();
        harness.run();
        assert!(harness.query_by_label(&stage.text("rooms-people-opportunity")).is_some());
        let others = stage.text("rooms-people-others");
        let rows = ["Ana Exemple", "Béatrice Modèle", "Zoé Fictive", others.as_str()];
        let tops: Vec<f32> = rows.iter().map(|name| harness.get_by_role_and_label(Role::Button, name).rect().top()).collect();
        assert!(tops.is_sorted(), "by name, unknown others last: {tops:?}");
        let percent = |share| sourcier::words::format::percent(share, language);
        let pair = stage.text_with("rooms-people-pair", &args! { "certain" => percent(0.31), "possible" => percent(1.0) });
        assert!(harness.query_by_label(&pair).is_some(), "{pair}");
    }
}

#[test]
fn the_access_log_shows_who_did_what_and_a_click_selects_the_line() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(PeopleRoom::default());
    harness.get_by_label("Access log").click();
    harness.run();
    assert!(harness.query_by_label("export").is_some());
    assert!(harness.query_by_label("4,180").is_some());
    harness.get_by_role_and_label(Role::Button, "14 May 2010").click();
    harness.run();
    assert!(matches!(harness.state().selected(), Some(Selection::Mark(Target::Access(_)))));
}

#[test]
fn an_empty_room_offers_the_roster() {
    let stage = Stage::empty(Language::Fr);
    let harness = stage.play(PeopleRoom::default());
    assert!(harness.query_by_label(&stage.text("rooms-people-nobody")).is_some());
    assert!(harness.query_by_role_and_label(Role::Button, &stage.text("rooms-people-import")).is_some());
}
