//! Several rooms at once: panes split, hold what is shared, close, are remembered; by role and label, with mouse and keyboard.

use super::*;
use egui::{Key, Modifiers};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::panes::Side;
use sourcier::ui::window::panes::arranged::Arranged;
use sourcier::ui::window::room::{Room, Selection};

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// The tabs in the order of the tree, and which of them is in front.
fn tabs(harness: &Window) -> (Vec<String>, Vec<String>) {
    let named = |is_front: bool| {
        let tabs = harness.query_all_by_role(Role::Tab);
        let wanted = tabs.filter(|tab| !is_front || tab.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
        wanted.filter_map(|tab| tab.accesskit_node().label()).collect()
    };
    (named(false), named(true))
}

fn name(words: &Words, room: Room) -> String {
    words.text(room.name_id())
}

fn push(harness: &mut Window, commands: impl IntoIterator<Item = Command>) {
    for command in commands {
        harness.state_mut().push(command);
        harness.run();
    }
}

/// Messages beside the recipients, which are in front.
fn split(harness: &mut Window) {
    push(harness, [Command::GoTo(Room::Messages), Command::OpenBeside(Room::Recipients)]);
}

#[test]
fn the_keyboard_splits_moves_closes_and_goes_back_to_one_pane() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        push(&mut harness, [Command::GoTo(Room::Messages), Command::GoTo(Room::Timeline)]);
        assert_eq!(tabs(&harness).0, [""; 0], "one pane looks as if there were none");
        harness.key_press_modifiers(SHIFT, Key::O);
        harness.run();
        let [messages, timeline] = [Room::Messages, Room::Timeline].map(|room| name(&words, room));
        assert_eq!(tabs(&harness), (vec![timeline.clone(), messages.clone()], vec![messages.clone()]));
        harness.key_press_modifiers(SHIFT, Key::J);
        harness.run();
        assert_eq!(tabs(&harness).0.len(), 3);
        // What the rail leads to comes into the pane in front, and F6 goes round.
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num6);
        harness.run();
        let people = name(&words, Room::People);
        assert_eq!(tabs(&harness), (vec![timeline.clone(), messages.clone(), people.clone()], vec![people.clone()]));
        let mut round = Vec::new();
        for _ in 0..3 {
            harness.key_press(Key::F6);
            harness.run();
            round.extend(tabs(&harness).1);
            let focused = harness.query_all_by_role(Role::Tab).find(|tab| tab.accesskit_node().is_focused());
            assert_eq!(focused.and_then(|tab| tab.accesskit_node().label()).as_ref(), round.last(), "the next Tab leads into the pane");
        }
        assert_eq!(round, [timeline.clone(), messages.clone(), people.clone()]);
        harness.key_press_modifiers(SHIFT, Key::W);
        harness.run();
        assert_eq!(tabs(&harness), (vec![timeline, messages.clone()], vec![messages.clone()]));
        harness.key_press_modifiers(SHIFT, Key::S);
        harness.run();
        assert_eq!(tabs(&harness).0, [""; 0]);
        assert!(harness.get_by_role_and_label(Role::Button, &messages).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
    });
}

#[test]
fn both_rooms_are_there_and_what_is_clicked_in_one_is_selected_in_both() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        // Wide enough for the column that names a message.
        harness.set_size(egui::vec2(1720.0, 1000.0));
        split(&mut harness);
        let contents = harness.state().session().unwrap().case().contents().clone();
        let subject = contents.messages[0].subject.split(' ').next().unwrap().to_owned();
        let row = |h: &Window, text: &str| {
            let mut found = h.query_all_by_label_contains(text).map(|node| node.rect().center());
            found.find(|at| (200.0..1000.0).contains(&at.x))
        };
        until(&mut harness, "both lists", |h| row(h, &subject).is_some() && h.query_all_by_role(Role::Grid).count() == 2);
        let at = row(&harness, &subject).unwrap();
        harness.hover_at(at);
        harness.run();
        for pressed in [true, false] {
            harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        }
        harness.run();
        // The click brings its pane to the front, and the details follow.
        assert_eq!(tabs(&harness).1, [name(&words, Room::Messages)]);
        until(&mut harness, "the details", |h| h.query_all_by_label_contains(&subject).any(|node| node.rect().left() > 1400.0));
        // What is selected elsewhere is selected here.
        let recipient = contents.recipients[0].id.clone();
        push(&mut harness, [Command::Select(Selection::Recipient(recipient))]);
        assert_eq!(tabs(&harness).0.len(), 2);
        assert_eq!(tabs(&harness).1, [name(&words, Room::Messages)]);
    });
}

#[test]
fn a_room_that_is_open_beside_comes_to_the_front_and_is_shown_once() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    split(&mut harness);
    push(&mut harness, [Command::GoTo(Room::Messages), Command::OpenBeside(Room::Recipients), Command::OpenBeside(Room::Messages)]);
    let [messages, recipients] = [Room::Messages, Room::Recipients].map(|room| name(&words, room));
    assert_eq!(tabs(&harness), (vec![messages.clone(), recipients.clone()], vec![messages.clone()]));
    // Back and forward lead to panes that are open, and lose none.
    push(&mut harness, [Command::Back]);
    assert_eq!(tabs(&harness), (vec![messages, recipients.clone()], vec![recipients]));
}

#[test]
fn the_menu_of_the_rail_opens_a_room_beside_and_a_named_button_closes_it() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        let people = name(&words, Room::People);
        harness.get_by_role_and_label(Role::Button, &people).click_secondary();
        harness.run();
        let open = Command::OpenBeside(Room::People).text(&words);
        harness.get_by_role_and_label(Role::Button, &open).click();
        harness.run();
        assert_eq!(tabs(&harness), (vec![name(&words, Room::Overview), people.clone()], vec![people.clone()]));
        let close = words.text_with("panes-close-named", &sourcier::args! { "room" => people.as_str() });
        harness.get_by_role_and_label(Role::Button, &close).click();
        harness.run();
        assert_eq!(tabs(&harness).0, [""; 0]);
        assert!(harness.state().settings().panes.is_none());
    });
}

#[test]
fn panes_are_remembered_and_the_start_screen_hides_them_only() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    split(&mut harness);
    push(&mut harness, [Command::Split(Side::Below)]);
    let (before, _) = tabs(&harness);
    assert_eq!(before.len(), 3);
    push(&mut harness, [Command::GoTo(Room::Start)]);
    assert_eq!(tabs(&harness).0, [""; 0]);
    push(&mut harness, [Command::GoTo(Room::Recipients)]);
    assert_eq!(tabs(&harness), (before.clone(), vec![name(&words, Room::Recipients)]));
    let kept = harness.state().settings().clone();
    assert!(matches!(kept.panes, Some(Arranged::Row(_))));
    // Another start: what was in front is the room a case begins with.
    let (_other, mut again) = open(Fixture::small(), kept);
    again.run();
    let (after, front) = tabs(&again);
    assert_eq!(after.len(), before.len());
    assert_eq!(front, [name(&words, Room::Overview)]);
}

#[test]
fn keys_reach_the_list_of_the_pane_in_front() {
    let (_folder, mut harness) = small(Language::Fr);
    split(&mut harness);
    let copied = |harness: &mut Window| {
        harness.event(egui::Event::Copy);
        let mut found = None;
        for _ in 0..20 {
            harness.step();
            let commands = &harness.output().platform_output.commands;
            found = found.or_else(|| {
                commands.iter().find_map(|command| match command {
                    egui::OutputCommand::CopyText(text) => Some(text.clone()),
                    _ => None,
                })
            });
        }
        found.unwrap_or_default()
    };
    let contents = harness.state().session().unwrap().case().contents().clone();
    let (subject, recipient) = (contents.messages[0].subject.clone(), contents.recipients[0].id.to_string());
    until(&mut harness, "both lists", |h| h.query_all_by_role(Role::Grid).count() == 2 && !h.state().is_busy());
    let text = copied(&mut harness);
    assert!(text.contains(&recipient) && !text.contains(&subject), "{text}");
    push(&mut harness, [Command::NextPane]);
    let text = copied(&mut harness);
    assert!(text.contains(&subject), "{text}");
}
