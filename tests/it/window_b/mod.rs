//! The rooms Recipients, Sources, People, Origin and Timeline, used by role and label in both languages, and the painted timeline as pictures.

mod findings;
mod lists;
mod many;
mod million;
mod origin;
mod origin_board;
mod people;
pub mod pictures;
mod recipients;
mod sources;
mod stage;
mod timeline;
mod timeline_pace;

use egui_kittest::kittest::NodeT as _;
use sourcier::model::Language;
use sourcier::ui::window::rooms;
use stage::Stage;

/// Every text in the accessibility tree.
fn texts<S>(harness: &egui_kittest::Harness<'_, S>) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]).flatten().collect()
}

#[test]
fn no_room_shows_a_text_that_is_missing() {
    for language in [Language::Fr, Language::En] {
        for stage in [Stage::empty(language), Stage::unanalysed(language), Stage::full(language)] {
            let mut shown = texts(&stage.play(rooms::recipients::RecipientsRoom::default()));
            shown.extend(texts(&stage.play(rooms::sources::SourcesRoom::default())));
            shown.extend(texts(&stage.play(rooms::people::PeopleRoom::default())));
            shown.extend(texts(&stage.play(rooms::origin::OriginRoom::default())));
            shown.extend(texts(&stage.play(rooms::timeline::TimelineRoom::default())));
            assert!(shown.len() > 10);
            let missing: Vec<_> = shown.iter().filter(|text| text.contains('‹')).collect();
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
        }
    }
}
