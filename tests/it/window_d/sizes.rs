//! Rooms on small and large screens: what stands beside what, and that nothing lies over anything.

use crate::waiting::{small, until};
use egui::accesskit::Role;
use egui::{Rect, vec2};
use egui_kittest::kittest::Queryable as _;
use sourcier::model::Language;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::{Room, Selection};
use sourcier::words::Words;

#[test]
fn what_is_open_stands_beside_the_findings_where_there_is_room() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    harness.state_mut().push(Command::GoTo(Room::Overview));
    for (width, is_beside) in [(1280.0, false), (1920.0, true), (3840.0, true)] {
        harness.set_size(vec2(width, 1400.0));
        harness.run();
        let findings = harness.get_by_label(&words.text("window-overview-findings")).rect();
        let open = harness.get_by_label(&words.text("window-overview-open")).rect();
        let account = harness.get_by_label(&words.text("window-overview-account")).rect();
        assert_eq!(open.left() > findings.right(), is_beside, "{width}");
        assert_eq!(account.left() > open.right(), width > 3000.0, "{width}");
        assert!(findings.right().max(open.right()).max(account.right()) < width);
    }
}

#[test]
fn the_reader_never_lies_over_the_list() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    let message = harness.state().session().unwrap().case().contents().messages[0].id;
    harness.state_mut().push(Command::Show(Room::Messages, Selection::Message(message)));
    let tab = words.text("window-reader-original");
    let mut seen = Vec::new();
    for (width, height) in [(1280.0, 720.0), (1280.0, 380.0), (900.0, 380.0)] {
        harness.set_size(vec2(width, height));
        until(&mut harness, "the list", |h| h.query_by_role(Role::Grid).is_some());
        let list: Rect = harness.get_by_role(Role::Grid).rect();
        let reader = harness.query_by_role_and_label(Role::Button, &tab).map(|tab| tab.rect());
        assert!(reader.is_none_or(|reader| !reader.intersects(list)), "{width} × {height}: {reader:?} over {list:?}");
        seen.push(reader.map(|reader| reader.top() > list.bottom()));
    }
    assert_eq!(seen, [Some(true), Some(false), None], "below, beside, not at all");
}
