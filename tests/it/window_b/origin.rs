//! Origin.

use super::stage::Stage;
use egui::Role;
use egui_kittest::kittest::Queryable as _;
use sourcier::args;
use sourcier::chart::timeline::Target;
use sourcier::model::Language;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::origin::OriginRoom;

#[test]
fn clicking_a_candidate_shows_what_speaks_for_and_against_it() {
    for language in [Language::Fr, Language::En] {
        let stage = Stage::full(language);
        let mut harness = stage.play(OriginRoom::default());
        let weighing = |source: &str| stage.text_with("rooms-origin-weighing", &args! { "source" => source });
        assert!(harness.query_by_label(&weighing("Fichier des adhérents")).is_some(), "the best supported one first");
        harness.get_by_role_and_label(Role::Button, "Liste électorale de Valmont").click();
        harness.run();
        assert!(harness.query_by_label(&weighing("Liste électorale de Valmont")).is_some());
        assert_eq!(harness.state().selected(), Some(&Selection::Mark(Target::Source("electeurs".into()))));
    }
}

#[test]
fn a_ratio_beyond_the_cap_is_shown_as_at_least() {
    let stage = Stage::full(Language::Fr);
    let harness = stage.play(OriginRoom::default());
    assert!(harness.query_by_label("≥\u{a0}4,0").is_some());
    assert!(harness.query_by_label("5,3").is_none());
}

#[test]
fn the_ranking_and_the_copy_date_have_their_tables() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(OriginRoom::default());
    harness.get_by_label("Table").click();
    harness.run();
    assert!(harness.query_by_label("81% (65% to 97%)").is_some());
    harness.get_by_label("Copy date").click();
    harness.run();
    harness.get_by_label("Table").click();
    harness.run();
    assert!(harness.query_by_label("77.0%").is_some());
    assert!(harness.query_by_role_and_label(Role::Button, "2 April 2010").is_some());
}

#[test]
fn each_edge_of_the_copy_date_names_its_witnesses() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(OriginRoom::default());
    harness.get_by_label("Copy date").click();
    harness.run();
    assert!(harness.query_by_label("Not before 20 February 2010, because of").is_some());
    harness.get_by_role_and_label(Role::Link, "r3").click();
    harness.run();
    assert_eq!(harness.state().selected(), Some(&Selection::Recipient("r3".into())));
}

#[test]
fn every_recipient_has_the_probability_of_each_origin() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(OriginRoom::default());
    harness.get_by_label("Par destinataire").click();
    harness.run();
    assert!(harness.query_by_label("97\u{a0}%").is_some());
    assert!(harness.query_by_label("70\u{a0}%").is_some());
    assert!(harness.query_by_label("Nour Absente").is_none(), "controls have no origin");
}

#[test]
fn without_an_analysis_the_room_says_what_is_missing() {
    let empty = Stage::empty(Language::Fr);
    let harness = empty.play(OriginRoom::default());
    assert!(harness.query_by_label(&empty.text("rooms-origin-needs-recipients")).is_some());
    let ready = Stage::unanalysed(Language::Fr);
    let mut harness = ready.play(OriginRoom::default());
    harness.get_by_role_and_label(Role::Button, "Analyser").click();
    harness.run();
    assert!(matches!(harness.state().commands[..], [Command::Analyse]));
}
