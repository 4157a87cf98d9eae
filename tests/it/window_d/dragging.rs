//! What is dragged with a pointer: tabs and borders of panes, which change nothing in the case, and ends of bars, which are one step of its file.

use super::*;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use sourcier::case::{CaseFile, Record};
use sourcier::chart::timeline::Target;
use sourcier::model::{Day, Post, UncertainDay};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::panes::arranged::Arranged;
use sourcier::ui::window::room::Room;
use std::path::Path;

/// Presses at `from`, moves in small steps and lets go at `to`.
fn drag(harness: &mut Window, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.step();
    for step in 1..=8 {
        harness.hover_at(from + (to - from) * (step as f32 / 8.0));
        harness.step();
    }
    harness.drop_at(to);
    harness.run();
}

fn tab(harness: &Window, words: &Words, room: Room) -> Rect {
    harness.get_by_role_and_label(Role::Tab, &words.text(room.name_id())).rect()
}

/// Where a room is drawn. The one in front says so.
fn pane(harness: &Window, words: &Words, room: Room) -> Rect {
    let name = words.text(room.name_id());
    let in_front = words.text_with("panes-active", &sourcier::args! { "room" => name.as_str() });
    let panes = harness.query_all_by_role(Role::TabPanel);
    let mut named = panes.filter(|node| node.accesskit_node().label().is_some_and(|label| label == name || label == in_front));
    named.next().unwrap().rect()
}

fn arranged(harness: &Window) -> Arranged {
    harness.state().settings().panes.clone().unwrap()
}

fn room(room: Room) -> Arranged {
    Arranged::Room(format!("{room:?}").to_lowercase())
}

/// A pane with one tab.
fn alone(it: Room) -> Arranged {
    Arranged::Tabs(0, vec![room(it)])
}

/// The rooms of a row or a column, and the share of the first in both.
fn shares(arranged: &Arranged) -> (Vec<Arranged>, f32) {
    let (Arranged::Row(parts) | Arranged::Column(parts)) = arranged else { panic!("{arranged:?}") };
    let sum: f32 = parts.iter().map(|(share, _)| share).sum();
    (parts.iter().map(|(_, it)| it.clone()).collect(), parts[0].0 / sum)
}

/// What stands in the case, and how many steps led there.
fn case_of(harness: &Window) -> (sourcier::model::Contents, usize) {
    let session = harness.state().session().unwrap();
    (session.case().contents().clone(), session.steps().list().len())
}

#[test]
fn a_dragged_tab_splits_a_pane_a_dragged_border_shares_the_room_and_both_are_remembered() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    harness.set_size(vec2(1600.0, 1000.0));
    for command in [Command::GoTo(Room::Messages), Command::OpenBeside(Room::Recipients)] {
        harness.state_mut().push(command);
        harness.run();
    }
    at_rest(&mut harness, "the case to be at rest");
    let before = case_of(&harness);
    let [messages, recipients] = [Room::Messages, Room::Recipients];
    assert_eq!(shares(&arranged(&harness)).0, [alone(messages), alone(recipients)]);

    // Onto the bar of the other: both behind one another, what was dragged in front.
    let (from, to) =
        (tab(&harness, &words, recipients).left_center() + vec2(30.0, 0.0), tab(&harness, &words, messages).right_center() + vec2(20.0, 0.0));
    drag(&mut harness, from, to);
    assert_eq!(arranged(&harness), Arranged::Tabs(1, vec![room(messages), room(recipients)]));

    // Into the lower half of the pane it is in: the pane splits there.
    let whole = pane(&harness, &words, recipients);
    let from = tab(&harness, &words, recipients).left_center() + vec2(30.0, 0.0);
    drag(&mut harness, from, pos2(whole.center().x, whole.bottom() - whole.height() * 0.2));
    assert!(matches!(arranged(&harness), Arranged::Column(_)), "{:?}", arranged(&harness));
    assert_eq!(shares(&arranged(&harness)), (vec![alone(messages), alone(recipients)], 0.5));
    assert!(pane(&harness, &words, messages).bottom() < tab(&harness, &words, recipients).top() + 1.0, "it stands below, as it was asked for");

    // The border between them, up by a fifth of the height.
    let (above, below) = (pane(&harness, &words, messages), tab(&harness, &words, recipients));
    let border = pos2(above.center().x, f32::midpoint(above.bottom(), below.top()));
    drag(&mut harness, border, border - vec2(0.0, whole.height() * 0.2));
    let share = shares(&arranged(&harness)).1;
    assert!((0.26..0.34).contains(&share), "{share}");
    let risen = above.bottom() - pane(&harness, &words, messages).bottom();
    assert!((risen - whole.height() * 0.2).abs() < 8.0, "the border went with the pointer: {risen}");

    // Nothing of it is a step of the case.
    assert_eq!(case_of(&harness), before);
    assert!(!harness.state().session().unwrap().is_changing());

    // Written to a file and read by another start.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let kept = arranged(&harness);
    harness.state().settings().save_to(&file).unwrap();
    let (_other, mut again) = open(Fixture::small(), UserSettings::load_from(&file));
    again.set_size(vec2(1600.0, 1000.0));
    again.state_mut().push(Command::GoTo(messages));
    again.run();
    let (tops, kept_tops) = ([messages, recipients].map(|it| pane(&again, &words, it)), [messages, recipients].map(|it| pane(&harness, &words, it)));
    for (now, then) in tops.into_iter().zip(kept_tops) {
        assert!((now.top() - then.top()).abs() < 4.0 && (now.bottom() - then.bottom()).abs() < 4.0, "{now:?} {then:?}");
    }
    assert_eq!(shares(&arranged(&again)).0, shares(&kept).0);
}

#[test]
fn handles_that_egui_draws_itself_speak_the_language_of_the_window() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        let spoken = |h: &Window, role: Role| -> Vec<String> { h.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect() };
        let width = words.text("panes-edge-width");
        assert!(spoken(&harness, Role::Splitter).contains(&width), "rail and details can be made wider");
        // More tabs than fit: the arrows of their bar.
        let tabs = [Room::Messages, Room::Recipients, Room::Sources, Room::People, Room::Origin, Room::Timeline, Room::Evidence];
        let kept = Arranged::Tabs(0, tabs.into_iter().map(room).collect());
        let (_other, mut narrow) = open(Fixture::small(), UserSettings { panes: Some(kept), ..settings(language) });
        narrow.run();
        for h in [&harness, &narrow] {
            for label in buttons(h).into_iter().chain(spoken(h, Role::Splitter)) {
                assert!(!label.contains("Scroll tabs") && !label.contains("Resize"), "{label}");
            }
        }
        narrow.get_by_role_and_label(Role::Button, &words.text("panes-tabs-right")).click();
        narrow.run();
        assert!(narrow.query_by_role_and_label(Role::Button, &words.text("panes-tabs-left")).is_some());
        // Another language, without a new start.
        let other = if language == Language::Fr { Language::En } else { Language::Fr };
        harness.state_mut().push(Command::SetLanguage(other));
        harness.run();
        assert!(spoken(&harness, Role::Splitter).contains(&Words::new(other).text("panes-edge-width")));
    });
}

/// The first post as it stands in the case file on disk, and whether a step can be made again.
fn on_disk(path: &Path) -> (Post, usize) {
    let file = CaseFile::open(path, None).unwrap();
    let post = file.case().contents().posts[0].clone();
    let steps = file.history().unwrap().len();
    file.close().unwrap();
    (post, steps)
}

#[test]
fn a_dragged_end_of_a_bar_is_one_step_of_the_case_file_that_is_undone_and_offered_again_after_closing() {
    let words = Words::new(Language::Fr);
    let mut fixture = Fixture::small();
    let mut post = fixture.file.case().contents().posts[0].clone();
    post.to = Some(UncertainDay::exact(Day::constant(2012, 6, 30)));
    fixture.file.apply(fixtures::put(Record::Post(post.clone()))).unwrap();
    let (_folder, path) = fixture.close();
    let (before, steps) = on_disk(&path);
    assert_eq!(before, post);

    let show = |path: &Path| {
        let mut harness = window(Start::Open(path.to_owned()), settings(Language::Fr));
        at_rest(&mut harness, "the case to open");
        harness.state_mut().push(Command::GoTo(Room::Timeline));
        until(&mut harness, "the chart", |h| h.query_by_role(Role::Figure).is_some() && !h.state().is_busy());
        harness
    };
    let end_of = |harness: &Window| -> (Pos2, Vec2) {
        let chart = harness.state().session().unwrap().timeline();
        let bar = chart.lanes.iter().flat_map(|lane| &lane.bars).find(|bar| bar.target == Target::Post(post.id)).unwrap();
        let figure = harness.get_by_role_and_label(Role::Figure, &chart.description).rect();
        let day = figure.width() / (chart.until - chart.from).get_days() as f32;
        let lane = harness.get_by_label(post.person.as_str()).rect().center().y;
        (pos2(figure.left() + day * (bar.possible.1 - chart.from).get_days() as f32, lane), vec2(day, 0.0))
    };
    let mut harness = show(&path);
    let (end, day) = end_of(&harness);
    drag(&mut harness, end, end - day * 100.0);
    let last = |h: &Window| h.state().session().unwrap().case().contents().posts[0].to.as_ref().and_then(UncertainDay::day);
    until(&mut harness, "the step", |h| last(h) != Some(Day::constant(2012, 6, 30)) && !h.state().is_busy());
    let moved = last(&harness).unwrap();
    assert!((98..=102).contains(&(Day::constant(2012, 6, 30) - moved).get_days()), "a hundred days, to the dot: {moved}");
    drop(harness);
    let (now, after) = on_disk(&path);
    assert_eq!(now, Post { to: Some(UncertainDay::exact(moved)), ..before.clone() }, "the file says it, and nothing else has changed");
    assert_eq!(after, steps + 1, "one step");

    let mut harness = show(&path);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    until(&mut harness, "the undo", |h| last(h) == Some(Day::constant(2012, 6, 30)) && !h.state().is_busy());
    drop(harness);
    assert_eq!(on_disk(&path).0, before, "the old value");

    let mut harness = show(&path);
    assert_eq!(last(&harness), Some(Day::constant(2012, 6, 30)));
    let edit = words.text("window-menu-edit");
    harness.get_by_role_and_label(Role::Button, &edit).click();
    harness.run();
    let redo = words.text("window-command-redo");
    let mut found = harness.query_all_by_label_contains(&redo);
    assert!(found.any(|node| !node.accesskit_node().is_disabled()), "the step is still offered");
    drop(found);
    harness.key_press(egui::Key::Escape);
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, egui::Key::Z);
    until(&mut harness, "the redo", |h| last(h) == Some(moved));
}
