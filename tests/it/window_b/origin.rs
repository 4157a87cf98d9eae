//! Origin.

use super::stage::{Played, Stage};
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sourcier::args;
use sourcier::chart::density::CopyDensity;
use sourcier::chart::shares::Shares;
use sourcier::chart::timeline::Target;
use sourcier::model::Language;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::{Room, Selection};
use sourcier::ui::window::rooms::origin::OriginRoom;
use sourcier::words::{Args, Words};

const BOTH: [Language; 2] = [Language::Fr, Language::En];

/// Tall enough for a page with every question open.
fn play(stage: &Stage) -> Harness<'_, Played<OriginRoom>> {
    stage.play_in(OriginRoom::default(), egui::vec2(1240.0, 2400.0), egui::Theme::Light)
}

fn press(harness: &mut Harness<'_, Played<OriginRoom>>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

fn open(harness: &mut Harness<'_, Played<OriginRoom>>, stage: &Stage, question: &str) {
    press(harness, Role::Button, &stage.text(&format!("origin-question-{question}")));
}

/// The same as the room writes a count.
fn counted<'a>(n: u64) -> Args<'a> {
    args! { "n" => n, "count" => n.to_string(), "source" => "Fichier des adhérents", "other" => "Liste électorale de Valmont" }
}

#[test]
fn the_page_begins_with_the_answer_and_asks_its_questions_in_order() {
    for language in BOTH {
        let stage = Stage::full(language);
        let harness = play(&stage);
        let mut above = harness.get_by_label(&stage.text("origin-answer")).rect().top();
        for question in ["which", "pair", "when", "quirks", "change", "rivals", "next", "people"] {
            let title = stage.text(&format!("origin-question-{question}"));
            let top = harness.get_by_role_and_label(Role::Button, &title).rect().top();
            assert!(top > above, "{question} comes later");
            above = top;
        }
        let args = args! { "source" => "Fichier des adhérents", "captured" => "2", "all" => "2", "share" => "" };
        let answer = stage.text_with("origin-answer-which", &args);
        let stem = answer.split(['\u{a0}', ';', '.']).next().unwrap_or_default().to_owned();
        assert!(harness.query_all_by_label_contains(&stem).next().is_some(), "the answer is there before anything is opened: {stem}");
    }
}

#[test]
fn a_question_opens_and_closes_by_the_keyboard() {
    let stage = Stage::full(Language::En);
    let mut harness = play(&stage);
    let title = stage.text("origin-copy-limits");
    assert!(harness.query_by_label(&title).is_none());
    harness.get_by_role_and_label(Role::Button, &stage.text("origin-question-when")).focus();
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert!(harness.query_by_label(&title).is_some());
    harness.key_press(egui::Key::Space);
    harness.run();
    assert!(harness.query_by_label(&title).is_none());
}

#[test]
fn clicking_a_candidate_shows_what_speaks_for_and_against_it() {
    for language in BOTH {
        let stage = Stage::full(language);
        let mut harness = play(&stage);
        let weighing = |source: &str| stage.text_with("origin-weighing", &args! { "source" => source });
        assert!(harness.query_by_label(&weighing("Fichier des adhérents")).is_some(), "the best supported one first");
        press(&mut harness, Role::Button, "Liste électorale de Valmont");
        assert!(harness.query_by_label(&weighing("Liste électorale de Valmont")).is_some());
        assert_eq!(harness.state().selected(), Some(&Selection::Mark(Target::Source("electeurs".into()))));
    }
}

#[test]
fn a_ratio_beyond_the_cap_is_shown_as_at_least() {
    let stage = Stage::full(Language::Fr);
    let harness = play(&stage);
    let name = stage.text_with("origin-lr-of", &args! { "source" => "Fichier des adhérents", "lr" => "≥\u{a0}4,0" });
    assert!(harness.query_by_role_and_label(Role::Link, &name).is_some(), "{name}");
    assert!(harness.query_all_by_label_contains("5,3").next().is_none());
}

#[test]
fn every_number_of_the_ranking_opens_the_people_it_counts_and_there_is_a_way_back() {
    for language in BOTH {
        let stage = Stage::full(language);
        let mut harness = play(&stage);
        let inside = stage.text_with("origin-behind-controls", &counted(1));
        let links: Vec<_> = harness.query_all_by_role_and_label(Role::Link, &inside).collect();
        assert!(!links.is_empty(), "{inside}");
        links[0].click();
        harness.run();
        assert!(harness.query_by_label(&inside).is_some(), "the list says what it counts");
        assert!(harness.query_by_label("Nour Absente").is_some());
        assert!(harness.query_by_label("Hugo Imaginaire").is_none(), "who is not counted is not listed");
        press(&mut harness, Role::Button, "r3");
        assert_eq!(harness.state().selected(), Some(&Selection::Recipient("r3".into())));
        press(&mut harness, Role::Button, &stage.text("origin-behind-room"));
        assert!(matches!(harness.state().commands.last(), Some(Command::GoTo(Room::Recipients))));
        press(&mut harness, Role::Button, &stage.text("origin-behind-back"));
        assert!(harness.query_by_label(&stage.text("origin-ranking")).is_some());
    }
}

#[test]
fn escape_goes_back_from_a_list_too() {
    let stage = Stage::full(Language::En);
    let mut harness = play(&stage);
    let inside = stage.text_with("origin-behind-in", &counted(2));
    harness.query_all_by_role_and_label(Role::Link, &inside).next().unwrap().click();
    harness.run();
    assert!(harness.query_by_label("Hugo Imaginaire").is_some());
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert!(harness.query_by_label(&stage.text("origin-ranking")).is_some());
}

#[test]
fn shares_are_a_chart_and_a_table_with_the_same_numbers() {
    for language in BOTH {
        let stage = Stage::full(language);
        let words = Words::new(language);
        let mut harness = play(&stage);
        let chart = Shares::build(stage.campaign(), stage.contents(), &words);
        assert!(harness.query_by_role_and_label(Role::Figure, &chart.description).is_some(), "{}", chart.description);
        let of = |what: &str| words.text_with("origin-chart-of", &args! { "what" => words.text(what), "title" => chart.title.as_str() });
        press(&mut harness, Role::Button, &of("rooms-as-table"));
        for row in chart.table(&words).rows {
            assert!(harness.query_all_by_label(&row[0]).next().is_some(), "{row:?}");
            assert!(row[1..].iter().all(|cell| harness.query_all_by_label(cell).next().is_some()), "{row:?}");
        }
        press(&mut harness, Role::Button, &of("origin-chart-copy"));
        let Some(Command::Copy(text)) = harness.state().commands.last() else { panic!("copied") };
        assert_eq!(*text, sourcier::report::tsv::tsv(&chart.table(&words)));
        press(&mut harness, Role::Button, &of("origin-chart-svg"));
        let Some(Command::Export(export)) = harness.state().commands.last() else { panic!("exported") };
        assert_eq!(export.bytes, sourcier::chart::svg::shares(&chart, &words).as_bytes());
    }
}

#[test]
fn the_copy_date_is_a_chart_and_a_table_with_the_same_numbers() {
    for language in BOTH {
        let stage = Stage::full(language);
        let words = Words::new(language);
        let mut harness = play(&stage);
        open(&mut harness, &stage, "when");
        let copy = stage.campaign().attribution.candidates[0].copy_date.clone().unwrap();
        let chart = CopyDensity::build(&copy, &"adherents".into(), stage.contents(), &words).unwrap();
        assert!(harness.query_by_role_and_label(Role::Figure, &chart.description).is_some(), "{}", chart.description);
        let of = |what: &str| words.text_with("origin-chart-of", &args! { "what" => words.text(what), "title" => chart.title.as_str() });
        press(&mut harness, Role::Button, &of("rooms-as-table"));
        for row in chart.table(&words).rows {
            assert!(harness.query_by_role_and_label(Role::Button, &row[0]).is_some(), "{row:?}");
            assert!(harness.query_all_by_label(&row[2]).next().is_some(), "{row:?}");
        }
        press(&mut harness, Role::Button, &of("origin-chart-svg"));
        let Some(Command::Export(export)) = harness.state().commands.last() else { panic!("exported") };
        assert_eq!(export.bytes, sourcier::chart::svg::copy_density(&chart, &words).as_bytes());
    }
}

#[test]
fn each_edge_of_the_copy_date_names_its_witnesses() {
    let stage = Stage::full(Language::En);
    let mut harness = play(&stage);
    open(&mut harness, &stage, "when");
    assert!(harness.query_by_label("The 95% set begins on 20 February 2010; earlier days fit poorly with what the file says of").is_some());
    press(&mut harness, Role::Link, "r3");
    assert_eq!(harness.state().selected(), Some(&Selection::Recipient("r3".into())));
}

#[test]
fn any_two_propositions_are_compared_in_both_directions() {
    for language in BOTH {
        let stage = Stage::full(language);
        let words = Words::new(language);
        let mut harness = play(&stage);
        open(&mut harness, &stage, "pair");
        let (campaign, contents, settings) = (stage.campaign(), stage.contents(), &sourcier::analysis::Settings::default());
        let pair = sourcier::report::wording::pair(&campaign.attribution.pairs[0], campaign, contents, settings, &words);
        assert!(harness.query_by_label(&pair).is_some(), "{pair}");
        // The roll is declared, its rows are not held: nobody is said not to be in it.
        let unheld = stage.text_with("origin-pair-unheld", &sourcier::args! { "source" => "Liste électorale de Valmont" });
        assert!(harness.query_by_label(&unheld).is_some(), "{unheld}");
        let first_only = stage.text_with("origin-behind-first-only", &counted(2));
        assert!(harness.query_by_label(&first_only).is_none(), "{first_only}");
        press(&mut harness, Role::Button, &stage.text("origin-pair-turn"));
        assert!(harness.query_by_label(&pair).is_some(), "the better supported one is still named first");
        let name = stage.text("origin-pair-first");
        let first = harness.get_by_role_and_label(Role::ComboBox, &name);
        assert_eq!(first.value().as_deref(), Some("Liste électorale de Valmont"));
    }
}

#[test]
fn a_file_is_compared_with_none_of_the_files_too() {
    let stage = Stage::full(Language::En);
    let words = Words::new(Language::En);
    let mut harness = play(&stage);
    open(&mut harness, &stage, "pair");
    press(&mut harness, Role::ComboBox, &stage.text("origin-pair-second"));
    harness.query_all_by_role_and_label(Role::Button, &stage.text("origin-pair-none")).next().unwrap().click();
    harness.run();
    let (campaign, contents, settings) = (stage.campaign(), stage.contents(), &sourcier::analysis::Settings::default());
    let score = &campaign.attribution.candidates[0];
    let sentence = sourcier::report::wording::against_none(&score.id, score.log10_lr_vs_none, campaign, contents, settings, &words);
    assert!(harness.query_by_label(&sentence).is_some(), "{sentence}");
}

#[test]
fn every_recipient_has_the_probability_of_each_origin() {
    let stage = Stage::full(Language::Fr);
    let mut harness = play(&stage);
    open(&mut harness, &stage, "people");
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
