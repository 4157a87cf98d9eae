//! Timeline.

use super::stage::Stage;
use egui::Role;
use egui_kittest::kittest::Queryable as _;
use sourcier::chart::timeline::Target;
use sourcier::model::{EventId, Language};
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::timeline::TimelineRoom;

#[test]
fn the_chart_is_described_in_a_sentence_and_names_its_lanes() {
    for language in [Language::Fr, Language::En] {
        let stage = Stage::full(language);
        let harness = stage.play(TimelineRoom::default());
        let description = stage.timeline().description.clone();
        assert!(description.len() > 40, "{description}");
        assert!(harness.query_by_role_and_label(Role::Figure, &description).is_some());
        assert!(harness.query_all_by_label("Béatrice Modèle").next().is_some());
    }
}

#[test]
fn the_table_twin_has_a_row_for_everything_on_the_chart() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(TimelineRoom::default());
    harness.get_by_label("Table").click();
    harness.run();
    let table = stage.timeline().table(&sourcier::words::Words::new(Language::En));
    assert!(table.rows.len() >= 14, "{}", table.rows.len());
    for title in &table.header {
        assert!(harness.query_by_label(title).is_some(), "{title}");
    }
    let row = table.rows.iter().find(|row| row[0].contains("Réponse")).unwrap();
    harness.get_by_role_and_label(Role::Button, &row[0]).click();
    harness.run();
    assert_eq!(harness.state().selected(), Some(&Selection::Mark(Target::Event(EventId(3)))));
}

#[test]
fn what_has_no_date_lies_in_the_tray_and_can_be_selected() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(TimelineRoom::default());
    assert!(harness.query_by_label("Sans date").is_some());
    let undated = stage.timeline().undated.iter().find(|undated| undated.target == Target::Event(EventId(3))).unwrap();
    harness.get_by_label(&undated.label).click();
    harness.run();
    assert_eq!(harness.state().selected(), Some(&Selection::Mark(Target::Event(EventId(3)))));
}

#[test]
fn clicking_a_bar_selects_its_post() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(TimelineRoom::default());
    let figure = harness.get_by_role_and_label(Role::Figure, &stage.timeline().description).rect();
    let lane = harness.get_by_label("Béatrice Modèle").rect().center().y;
    // Her post is open at both sides of the middle of the chart.
    harness.hover_at(egui::pos2(figure.center().x, lane));
    harness.run();
    harness.drag_at(egui::pos2(figure.center().x, lane));
    harness.drop_at(egui::pos2(figure.center().x, lane));
    harness.run();
    let selected = harness.state().selected();
    assert!(matches!(selected, Some(Selection::Mark(Target::Post(id))) if id.0 == 3), "{selected:?}");
}

#[test]
fn an_empty_chart_says_what_to_do_next() {
    let stage = Stage::empty(Language::En);
    let harness = stage.play(TimelineRoom::default());
    assert!(harness.query_by_label(&stage.text("rooms-timeline-empty")).is_some());
    assert!(harness.query_by_label(&stage.text("rooms-timeline-add")).is_some());
}
