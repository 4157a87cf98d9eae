//! Sources.

use super::stage::{Played, Stage};
use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sourcier::case::Record;
use sourcier::chart::timeline::Target;
use sourcier::model::Language;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::sources::SourcesRoom;
use std::time::{Duration, Instant};

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

/// Opens a tab of the room and waits until the comparison behind it is there.
fn open(harness: &mut Harness<'_, Played<SourcesRoom>>, tab: &str, sign: &str) {
    harness.get_by_role_and_label(Role::Button, tab).click();
    wait_for(harness, sign);
}

fn wait_for(harness: &mut Harness<'_, Played<SourcesRoom>>, sign: &str) {
    let until = Instant::now() + Duration::from_secs(30);
    harness.step();
    while harness.query_all_by_label_contains(sign).next().is_none() {
        assert!(Instant::now() < until, "{sign:?} never came");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
}

fn has(harness: &Harness<'_, Played<SourcesRoom>>, text: &str) -> bool {
    harness.query_all_by_label(text).next().is_some()
}

fn copied(harness: &Harness<'_, Played<SourcesRoom>>) -> String {
    let copy = harness.state().commands.iter().rev().find_map(|command| match command {
        Command::Copy(text) => Some(text.clone()),
        _ => None,
    });
    copy.expect("something was copied")
}

#[test]
fn overlaps_are_a_table_of_every_file_against_every_other() {
    for language in [Language::Fr, Language::En] {
        let stage = Stage::compared(language);
        let mut harness = stage.play(SourcesRoom::default());
        let percent = if language == Language::Fr { "3 (75\u{a0}%)" } else { "3 (75%)" };
        open(&mut harness, &stage.text("sources-tab-overlaps"), percent);
        assert!(has(&harness, &stage.text("sources-overlaps-what")));
        assert!(has(&harness, &stage.text("sources-overlaps-declared")), "what cannot be computed is said");
        harness.get_by_role_and_label(Role::Button, &stage.text("sources-overlaps-ever")).click();
        let ever = if language == Language::Fr { "4 (80\u{a0}%)" } else { "4 (80%)" };
        wait_for(&mut harness, ever);
        harness.get_by_role_and_label(Role::Button, &stage.text("window-command-list-copy")).click();
        harness.run();
        assert!(
            copied(&harness).contains(&format!("Fichier des adhérents\t5\t5\t{}\t{ever}\n", stage.text("sources-overlaps-declared"))),
            "{}",
            copied(&harness)
        );
    }
}

#[test]
fn a_click_on_a_file_of_the_matrix_selects_it() {
    let stage = Stage::compared(Language::En);
    let mut harness = stage.play(SourcesRoom::default());
    open(&mut harness, &stage.text("sources-tab-overlaps"), "3 (75%)");
    // Once as a column and once as a row.
    harness.get_all_by_role_and_label(Role::Button, "Lettre publique").last().unwrap().click();
    harness.run();
    assert_eq!(harness.state().selected(), Some(&Selection::Mark(Target::Source("lettre".into()))));
    harness.get_by_role_and_label(Role::Button, &stage.text("sources-tab-profile")).click();
    wait_for(&mut harness, "5 (100%)");
}

#[test]
fn the_columns_of_a_state_are_profiled() {
    let stage = Stage::compared(Language::En);
    let mut harness = stage.play(SourcesRoom::default());
    open(&mut harness, &stage.text("sources-tab-profile"), "4 (100%)");
    for text in ["e-mail addresses", "names", "Valmont (3) · Brive (1)"] {
        assert!(has(&harness, text), "{text}");
    }
    harness.get_by_role_and_label(Role::ComboBox, &stage.text("sources-choose-state")).click();
    harness.run();
    harness.get_by_label("15 January 2010 · E1 adherents-1.csv").click();
    wait_for(&mut harness, "Valmont (4)");
}

#[test]
fn two_states_are_compared_with_the_old_value_beside_the_new_one() {
    let stage = Stage::compared(Language::En);
    let mut harness = stage.play(SourcesRoom::default());
    open(&mut harness, &stage.text("sources-tab-changes"), "2 changed rows");
    for text in ["1 came", "1 left", "1 unchanged", "Chloé Inventée", "CHLOÉ INVENTÉE", "r3@post.example", "nour@post.example", "writing"] {
        assert!(has(&harness, text), "{text}");
    }
    harness.get_by_role_and_label(Role::CheckBox, "Hide 1 value that is only written differently").click();
    harness.run();
    assert!(!has(&harness, "writing") && has(&harness, "nour@post.example"));
    harness.get_by_role_and_label(Role::Button, &stage.text("window-command-list-copy")).click();
    harness.run();
    assert_eq!(
        copied(&harness),
        "Who\tField\tBefore\tAfter\tWhat changes\n\
         Nour Absente\te-mail\tr3@post.example\tnour@post.example\tvalue\n\
         Nour Absente\ttown\tValmont\tBrive\tvalue\n"
    );
    harness.get_by_role_and_label(Role::Button, "1 left").click();
    harness.run();
    assert!(has(&harness, "Ida Passée") && !has(&harness, "Hugo Nouveau"));
    harness.get_by_role_and_label(Role::Button, "1 came").click();
    harness.run();
    assert!(has(&harness, "Hugo Nouveau"));
}

#[test]
fn the_states_compared_can_be_chosen_and_one_state_is_not_compared_with_itself() {
    let stage = Stage::compared(Language::En);
    let mut harness = stage.play(SourcesRoom::default());
    open(&mut harness, &stage.text("sources-tab-changes"), "2 changed rows");
    harness.get_by_role_and_label(Role::ComboBox, "Before").click();
    harness.run();
    harness.get_by_label("2 November 2010 · E2 adherents-2.csv").click();
    wait_for(&mut harness, &stage.text("sources-changes-same"));
    harness.get_by_role_and_label(Role::ComboBox, "After").click();
    harness.run();
    harness.get_by_label("15 January 2010 · E1 adherents-1.csv").click();
    wait_for(&mut harness, "2 changed rows");
    harness.get_by_role_and_label(Role::Button, "1 left").click();
    harness.run();
    assert!(has(&harness, "Hugo Nouveau"), "the other way round, who came is who left");
}

#[test]
fn values_that_changed_are_told_with_the_days_they_stood_in_the_file() {
    let stage = Stage::compared(Language::En);
    let mut harness = stage.play(SourcesRoom::default());
    open(&mut harness, &stage.text("sources-tab-history"), "nour@post.example");
    for text in ["Nour Absente", "r3@post.example", "unknown"] {
        assert!(has(&harness, text), "{text}");
    }
    assert!(has(&harness, "2010-01-16 – 2010-11-02"), "the new value began between the states");
    assert!(has(&harness, "2010-01-15 – 2010-11-01"), "the old one ended there");
    harness.get_by_role_and_label(Role::Button, &stage.text("window-command-list-copy")).click();
    harness.run();
    assert!(copied(&harness).contains("between 16 January 2010 and 2 November 2010"), "{}", copied(&harness));
}

#[test]
fn a_file_without_states_says_why_there_is_nothing_to_compare() {
    let stage = Stage::compared(Language::Fr).selecting(Selection::Mark(Target::Source("electeurs".into())));
    let mut harness = stage.play(SourcesRoom::default());
    for (tab, why) in [
        ("sources-tab-profile", "sources-no-state"),
        ("sources-tab-changes", "sources-changes-needs-two"),
        ("sources-tab-history", "sources-no-state"),
    ] {
        open(&mut harness, &stage.text(tab), &stage.text(why));
    }
}

#[test]
fn long_lists_are_paged_through_by_keyboard() {
    let stage = Stage::long(Language::En, 400);
    let mut harness = stage.play(SourcesRoom::default());
    open(&mut harness, &stage.text("sources-tab-changes"), "400 came");
    harness.get_by_role_and_label(Role::Button, "400 came").click();
    wait_for(&mut harness, "n000@post.example");
    assert!(!has(&harness, "n399@post.example"), "only what is in view is drawn");
    harness.key_press(Key::End);
    wait_for(&mut harness, "n399@post.example");
    assert!(!has(&harness, "n000@post.example"));
    harness.key_press(Key::PageUp);
    harness.run();
    assert!(!has(&harness, "n399@post.example"));
    harness.key_press(Key::Home);
    wait_for(&mut harness, "n000@post.example");
}
