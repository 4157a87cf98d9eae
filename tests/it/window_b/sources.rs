//! Sources.

use super::stage::Stage;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use sourcier::case::Record;
use sourcier::chart::timeline::Target;
use sourcier::model::Language;
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::sources::SourcesRoom;

#[test]
fn a_field_left_after_a_change_is_one_command() {
    for (language, name) in [(Language::Fr, "Finalité"), (Language::En, "Purpose")] {
        let stage = Stage::full(language);
        let mut harness = stage.play(SourcesRoom::default());
        harness.get_by_role_and_label(Role::TextInput, name).focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, name).type_text("gestion");
        harness.run();
        assert!(harness.state().written().is_empty(), "nothing is written while typing");
        harness.key_press(Key::Enter);
        harness.run();
        let written = harness.state().written();
        let [Record::Source(source)] = written[..] else { panic!("{written:?}") };
        assert_eq!((source.id.as_str(), source.purpose.as_str()), ("adherents", "gestion"));
    }
}

#[test]
fn escape_takes_the_typing_back() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(SourcesRoom::default());
    harness.get_by_role_and_label(Role::TextInput, "Purpose").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Purpose").type_text("oops");
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().written().is_empty());
    assert_eq!(harness.get_by_role_and_label(Role::TextInput, "Purpose").value().unwrap_or_default(), "");
}

#[test]
fn a_declared_size_that_is_no_number_is_refused_in_a_sentence() {
    let stage = Stage::full(Language::En).selecting(Selection::Mark(Target::Source("electeurs".into())));
    let mut harness = stage.play(SourcesRoom::default());
    let name = stage.text("rooms-sources-declared-size");
    harness.get_by_role_and_label(Role::TextInput, &name).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &name).type_text("about");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().written().is_empty());
    assert!(harness.query_by_label(&stage.text("rooms-sources-size-wrong")).is_some());
}

#[test]
fn choosing_a_source_shows_its_register_and_its_states() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(SourcesRoom::default());
    harness.get_by_role_and_label(Role::Button, "Liste électorale de Valmont").click();
    harness.run();
    assert_eq!(harness.state().selected(), Some(&Selection::Mark(Target::Source("electeurs".into()))));
    assert!(harness.query_by_label(&stage.text("rooms-sources-no-states-declared")).is_some());
}

#[test]
fn an_empty_room_says_what_to_do_next() {
    let stage = Stage::empty(Language::En);
    let harness = stage.play(SourcesRoom::default());
    assert!(harness.query_by_label(&stage.text("rooms-sources-empty")).is_some());
    assert!(harness.query_by_label(&stage.text("rooms-sources-add")).is_some());
}
