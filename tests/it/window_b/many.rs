//! Long lists.

use super::stage::Stage;
use super::texts;
use egui::Role;
use egui_kittest::kittest::Queryable as _;
use sourcier::model::Language;
use sourcier::ui::window::rooms::recipients::RecipientsRoom;

#[test]
fn a_frame_draws_only_the_rows_in_view_however_long_the_list() {
    let drawn = |count: usize| {
        let stage = Stage::many(Language::En, count);
        let harness = stage.play(RecipientsRoom::default());
        texts(&harness).len()
    };
    let (short, long) = (drawn(100), drawn(2_000));
    assert!(short > 100, "{short}");
    assert!(long.abs_diff(short) < 20, "{short} texts for a hundred rows, {long} for two thousand");
}

#[test]
fn a_long_list_is_sorted_by_name_and_turned_round() {
    let stage = Stage::many(Language::En, 300);
    let mut harness = stage.play(RecipientsRoom::default());
    assert!(harness.query_by_label("Personne 299").is_none(), "out of view");
    for _ in 0..2 {
        harness.get_by_role_and_label(Role::Button, "Name").click();
        harness.run();
    }
    assert!(harness.query_by_label("Personne 299").is_some(), "the last comes first, and numbers count as numbers");
    assert!(harness.query_by_label("Chloé Inventée").is_none());
}
