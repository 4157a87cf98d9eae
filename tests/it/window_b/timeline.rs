//! Timeline.

use super::stage::{Played, Stage};
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::case::Record;
use sourcier::chart::timeline::Target;
use sourcier::chart::timeline::ask::When;
use sourcier::model::{EventId, Language, Post, PostId};
use sourcier::ui::window::command::Command;
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

/// A harness with the question open.
fn asking(stage: &Stage) -> Harness<'_, Played<TimelineRoom>> {
    // Tall enough for the whole answer: rows out of view are not drawn.
    let mut harness = stage.play_in(TimelineRoom::default(), egui::vec2(1240.0, 1300.0), egui::Theme::Light);
    harness.get_by_role_and_label(Role::Button, &stage.text("timeline-ask")).click();
    harness.run();
    harness
}

fn press(harness: &mut Harness<'_, Played<TimelineRoom>>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

fn says(harness: &Harness<'_, Played<TimelineRoom>>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn the_days_of_the_copy_are_asked_about_and_the_answer_names_everybody_with_reason_and_proof() {
    for language in [Language::Fr, Language::En] {
        let stage = Stage::full(language);
        let mut harness = asking(&stage);
        assert!(says(&harness, &stage.text("timeline-ask-empty")));
        press(&mut harness, Role::Button, &stage.text("timeline-ask-days-of-copy"));
        let words = sourcier::words::Words::new(language);
        let answer = stage.timeline().ask(&When::CopyDate, &"adherents".into(), stage.contents(), &words).unwrap();
        assert!(says(&harness, &answer.title) && says(&harness, &answer.summary));
        assert!(answer.lines.len() > 2);
        for line in &answer.lines {
            assert!(says(&harness, &line.who) && says(&harness, &line.reason), "{line:?}");
            assert!(line.proof.is_empty() || says(&harness, &line.proof), "{line:?}");
        }
        assert!(says(&harness, &stage.text("timeline-ask-others")), "unknown others are always a line");
        press(&mut harness, Role::Button, &stage.text("timeline-ask-copy"));
        let copied = harness.state().commands.iter().find_map(|command| match command {
            Command::Copy(text) => Some(text.clone()),
            _ => None,
        });
        assert!(copied.unwrap().contains(&answer.lines[0].reason));
    }
}

#[test]
fn a_day_written_in_the_field_is_asked_about_and_a_vague_one_is_refused() {
    let stage = Stage::full(Language::Fr);
    let mut harness = asking(&stage);
    let write = |harness: &mut Harness<'_, Played<TimelineRoom>>, text: &str| {
        harness.get_by_role_and_label(Role::TextInput, &stage.text("timeline-ask-day")).focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, &stage.text("timeline-ask-day")).type_text(text);
        harness.key_press(Key::Enter);
        harness.run();
    };
    write(&mut harness, "mai 2010");
    assert!(says(&harness, "mai 2010 peut en être plusieurs"));
    write(&mut harness, "14/05/2010");
    assert!(says(&harness, "le 14 mai 2010"), "the question in full");
    press(&mut harness, Role::Button, &stage.text("timeline-ask-close"));
    assert!(!says(&harness, "le 14 mai 2010"));
}

#[test]
fn a_click_on_the_axis_picks_the_day_asked_about() {
    let stage = Stage::full(Language::En);
    let mut harness = asking(&stage);
    let head = harness.get_by_role_and_label(Role::Group, &stage.timeline().title).rect();
    let at = egui::pos2(head.center().x, head.top() + 8.0);
    harness.hover_at(at);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    assert!(!says(&harness, &stage.text("timeline-ask-empty")));
    assert!(harness.query_all_by_label_contains("Who could open").next().is_some());
}

#[test]
fn the_legend_leaves_out_what_is_switched_off_and_brings_it_back() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(TimelineRoom::default());
    let lane = stage.text("chart-lane-events");
    assert!(says(&harness, &lane));
    for word in ["chart-mark-election", "chart-mark-request", "chart-mark-answer", "chart-mark-decision", "chart-mark-other"] {
        let word = stage.text(word);
        let there = harness.query_by_role_and_label(Role::CheckBox, &word).is_some();
        if there {
            press(&mut harness, Role::CheckBox, &word);
        }
    }
    assert!(harness.query_by_label(&lane).is_none(), "nothing is left on the lane of events");
    assert!(says(&harness, "Masqué par la légende"));
    // The table twin shows the same.
    press(&mut harness, Role::Button, &stage.text("rooms-as-table"));
    assert!(!says(&harness, &format!("{}\u{a0}:", stage.text("chart-mark-election"))));
    press(&mut harness, Role::Link, &stage.text("timeline-legend-all"));
    press(&mut harness, Role::Button, &stage.text("rooms-as-chart"));
    assert!(says(&harness, &lane));
}

#[test]
fn each_end_of_the_copy_date_says_who_limits_it() {
    let stage = Stage::full(Language::En);
    let harness = stage.play(TimelineRoom::default());
    let density = stage.timeline().density.as_ref().unwrap();
    assert!(density.limits.len() >= 2);
    let words = sourcier::words::Words::new(Language::En);
    for limit in &density.limits {
        assert!(harness.query_by_role_and_label(Role::Label, &limit.sentence(&words)).is_some(), "{}", limit.text);
    }
    let table = stage.timeline().table(&words);
    assert!(table.rows.iter().any(|row| row[5].contains(&density.limits[0].sentence(&words))));
}

#[test]
fn the_overview_moves_the_part_in_view_by_keys_and_presets_set_it() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(TimelineRoom::default());
    let from = stage.text("timeline-strip-from");
    let first =
        |harness: &Harness<'_, Played<TimelineRoom>>| harness.get_by_role_and_label(Role::Slider, &from).accesskit_node().numeric_value().unwrap();
    let whole = first(&harness);
    press(&mut harness, Role::Button, &stage.text("timeline-preset-copy"));
    harness.run();
    let near = first(&harness);
    assert!(near > whole + 30.0, "{whole} {near}");
    harness.get_by_role_and_label(Role::Slider, &from).focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(first(&harness) < near, "one step earlier");
    press(&mut harness, Role::Button, &stage.text("timeline-preset-all"));
    harness.run();
    assert!((first(&harness) - whole).abs() < 1e-6);
}

#[test]
fn dragging_the_window_of_the_overview_moves_the_view() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(TimelineRoom::default());
    press(&mut harness, Role::Button, &stage.text("timeline-preset-copy"));
    harness.run();
    let body = harness.get_by_role(Role::ScrollBar).rect().center();
    harness.drag_at(body);
    harness.step();
    harness.hover_at(body - egui::vec2(60.0, 0.0));
    harness.step();
    harness.drop_at(body - egui::vec2(60.0, 0.0));
    harness.run();
    let moved = harness.get_by_role(Role::ScrollBar).rect().center();
    assert!((body.x - moved.x - 60.0).abs() < 3.0, "{body:?} {moved:?}");
}

#[test]
fn the_time_between_two_things_is_said_in_words() {
    let stage = Stage::full(Language::Fr).selecting(Selection::Mark(Target::Event(EventId(1))));
    let mut harness = stage.play(TimelineRoom::default());
    press(&mut harness, Role::Button, &stage.text("timeline-measure"));
    assert!(says(&harness, "choisissez la seconde chose"));
    press(&mut harness, Role::Button, &stage.text("timeline-measure-stop"));
    assert!(harness.query_by_role_and_label(Role::Button, &stage.text("timeline-measure")).is_some());
}

#[test]
fn a_shift_click_measures_from_what_was_selected() {
    let stage = Stage::full(Language::Fr).selecting(Selection::Mark(Target::Post(PostId(1))));
    let mut harness = stage.play(TimelineRoom::default());
    let figure = harness.get_by_role_and_label(Role::Figure, &stage.timeline().description).rect();
    let lane = harness.get_by_label("Béatrice Modèle").rect().center().y;
    let at = egui::pos2(figure.center().x, lane);
    harness.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    harness.hover_at(at);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    assert!(matches!(harness.state().selected(), Some(Selection::Mark(Target::Post(id))) if id.0 == 3));
    // The stage does not carry the selection out; the room knows where the measurement begins.
    assert!(says(&harness, "choisissez la seconde chose"));
}

#[test]
fn dragging_the_end_of_a_post_is_one_step_of_the_history() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(TimelineRoom::default());
    let before = stage.contents().posts.iter().find(|post| post.id == PostId(1)).unwrap();
    let chart = stage.timeline();
    let bar = chart.lanes.iter().flat_map(|lane| &lane.bars).find(|bar| bar.target == Target::Post(PostId(1))).unwrap();
    let figure = harness.get_by_role_and_label(Role::Figure, &chart.description).rect();
    let share = f64::from((bar.possible.1 - chart.from).get_days()) / f64::from((chart.until - chart.from).get_days());
    let day = figure.width() / (chart.until - chart.from).get_days() as f32;
    // Her lane is the first, and her post with access on its first track.
    let end = egui::pos2(figure.left() + share as f32 * figure.width(), figure.top() + 15.0);
    let there = end - egui::vec2(60.0 * day, 0.0);
    harness.hover_at(end);
    harness.run();
    harness.drag_at(end);
    harness.step();
    for step in 1..=6 {
        harness.hover_at(end - egui::vec2(10.0 * day * step as f32, 0.0));
        harness.step();
    }
    assert!(harness.state().written().is_empty(), "nothing is written before the button is released");
    harness.drop_at(there);
    harness.run();
    let written = harness.state().written();
    assert_eq!(written.len(), 1, "one step");
    let Record::Post(post) = written[0] else { panic!("{written:?}") };
    let (old, new) = (before.to.as_ref().unwrap().day().unwrap(), post.to.as_ref().unwrap().day().unwrap());
    let moved = (old - new).get_days();
    assert!((59..=61).contains(&moved), "sixty days, to the dot: {old} {new}");
    assert_eq!(Post { to: before.to.clone(), ..post.clone() }, *before, "nothing else has changed");
}

#[test]
fn the_dates_of_a_post_are_corrected_by_keys() {
    let stage = Stage::full(Language::Fr).selecting(Selection::Mark(Target::Post(PostId(1))));
    let mut harness = stage.play(TimelineRoom::default());
    harness.get_by_role_and_label(Role::Figure, &stage.timeline().description).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let field = stage.text("timeline-edit-to");
    harness.get_by_role_and_label(Role::TextInput, &field).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, &field).type_text("30/06/2010");
    harness.key_press(Key::Enter);
    harness.run();
    let written = harness.state().written();
    assert_eq!(written.len(), 1, "{written:?}");
    assert!(matches!(written[0], Record::Post(post) if post.to.as_ref().unwrap().day() == Some(jiff::civil::date(2010, 6, 30))));
    press(&mut harness, Role::Button, &stage.text("timeline-edit-done"));
    assert!(harness.query_by_role_and_label(Role::TextInput, &field).is_none());
}

#[test]
fn a_double_click_opens_the_dates_of_what_it_is_on() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(TimelineRoom::default());
    let figure = harness.get_by_role_and_label(Role::Figure, &stage.timeline().description).rect();
    let lane = harness.get_by_label("Béatrice Modèle").rect().center().y;
    let at = egui::pos2(figure.center().x, lane);
    harness.ctx.options_mut(|options| options.input_options.max_double_click_delay = 60.0);
    harness.hover_at(at);
    harness.run();
    for _ in 0..2 {
        harness.drag_at(at);
        harness.drop_at(at);
    }
    harness.run();
    harness.run();
    let from = stage.text("timeline-edit-from");
    assert!(harness.get_by_role_and_label(Role::TextInput, &from).accesskit_node().is_focused(), "the day is typed next");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::TextInput, &from).is_none(), "Escape closes what lies on top");
}

#[test]
fn arrow_keys_select_one_thing_after_the_other() {
    let stage = Stage::full(Language::En).selecting(Selection::Mark(Target::Post(PostId(1))));
    let mut harness = stage.play(TimelineRoom::default());
    harness.get_by_role_and_label(Role::Figure, &stage.timeline().description).focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    let selected = harness.state().selected().cloned();
    assert!(matches!(&selected, Some(Selection::Mark(target)) if *target != Target::Post(PostId(1))), "{selected:?}");
}

#[test]
fn what_is_shown_is_saved_with_its_range_and_what_is_left_out() {
    let stage = Stage::full(Language::Fr);
    let mut harness = stage.play(TimelineRoom::default());
    press(&mut harness, Role::Button, &stage.text("timeline-preset-copy"));
    press(&mut harness, Role::CheckBox, &stage.text("chart-mark-view"));
    for (id, name) in [("timeline-save-svg", "chronologie.svg"), ("timeline-save-png", "chronologie.png")] {
        press(&mut harness, Role::Button, &stage.text("timeline-more"));
        press(&mut harness, Role::Button, &stage.text(id));
        let saved = harness.state().commands.iter().rev().find_map(|command| match command {
            Command::Export(export) => Some(export.clone()),
            _ => None,
        });
        let saved = saved.unwrap();
        assert_eq!(saved.name, name);
        assert_eq!(saved.is_picture(), name == "chronologie.png");
        let text = String::from_utf8_lossy(&saved.bytes);
        assert!(text.contains("Partie montrée") && text.contains("Masqué par la légende\u{a0}: Consultation"), "{text}");
    }
}

#[test]
fn the_clock_says_what_it_changes_and_long_gaps_are_folded_on_demand() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play(TimelineRoom::default());
    press(&mut harness, Role::Button, &stage.text("timeline-more"));
    assert!(harness.query_by_label_contains("Posts, logs and events are days").is_some());
    harness.get_by_role_and_label(Role::RadioButton, "UTC").click();
    harness.run();
    assert!(harness.query_by_role(Role::Figure).is_some());
}
