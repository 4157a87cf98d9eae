//! Origin, below the first questions: what would change the answer, shared errors, rival explanations, what to ask next.

use super::stage::{Played, Stage};
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sourcier::args;
use sourcier::case::Record;
use sourcier::chart::tornado::Tornado;
use sourcier::model::{ImportKind, Language, RecipientId, Reference, Standing};
use sourcier::report::questionnaire::{Questionnaire, table};
use sourcier::report::wording;
use sourcier::report::wording::rivals::standing;
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Selection;
use sourcier::ui::window::rooms::origin::OriginRoom;
use sourcier::words::Words;

const BOTH: [Language; 2] = [Language::Fr, Language::En];

/// Tall enough for a page with a long question open.
fn play<'a>(stage: &'a Stage, question: &str) -> Harness<'a, Played<OriginRoom>> {
    let mut harness = stage.play_in(OriginRoom::default(), egui::vec2(1240.0, 2400.0), egui::Theme::Light);
    press(&mut harness, Role::Button, &stage.text("origin-question-which"));
    press(&mut harness, Role::Button, &stage.text(&format!("origin-question-{question}")));
    harness
}

fn press(harness: &mut Harness<'_, Played<OriginRoom>>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

#[test]
fn what_would_change_the_answer_is_a_sentence_a_chart_and_a_table_with_the_same_numbers() {
    for language in BOTH {
        let stage = Stage::full(language);
        let words = Words::new(language);
        let mut harness = play(&stage, "change");
        let sensitivity = stage.campaign().sensitivity.as_ref().unwrap();
        for (is_against_rival, choice) in [(true, "Liste électorale de Valmont".to_owned()), (false, words.text("origin-outside"))] {
            press(&mut harness, Role::Button, &choice);
            let sentence = wording::sensitivity::summary(sensitivity, stage.campaign(), stage.contents(), &words);
            let chart = Tornado::build(sensitivity, is_against_rival, sentence, stage.contents(), &words).unwrap();
            let of = |what: &str| words.text_with("origin-chart-of", &args! { "what" => words.text(what), "title" => chart.title.as_str() });
            assert!(harness.query_by_role_and_label(Role::Figure, &chart.description).is_some(), "{}", chart.description);
            press(&mut harness, Role::Button, &of("rooms-as-table"));
            for row in chart.table(&words).rows {
                assert!(row.iter().filter(|cell| !cell.is_empty()).all(|cell| harness.query_all_by_label(cell).next().is_some()), "{row:?}");
            }
            press(&mut harness, Role::Button, &of("origin-chart-svg"));
            let Some(Command::Export(export)) = harness.state().commands.last() else { panic!("exported") };
            assert_eq!(export.bytes, sourcier::chart::svg::tornado(&chart, &words).as_bytes());
            press(&mut harness, Role::Button, &of("rooms-as-chart"));
        }
    }
}

#[test]
fn a_bar_about_a_recipient_selects_them_and_so_does_a_line_of_what_each_weighs() {
    let stage = Stage::full(Language::En);
    let mut harness = play(&stage, "change");
    press(&mut harness, Role::Link, "Without recipient r1");
    assert_eq!(harness.state().selected(), Some(&Selection::Recipient("r1".into())));
    press(&mut harness, Role::Button, "r2");
    assert_eq!(harness.state().selected(), Some(&Selection::Recipient("r2".into())));
    assert!(harness.query_by_label("5.4").is_some(), "against the rival, without r2");
}

#[test]
fn a_shared_error_shows_both_raw_strings_side_by_side() {
    for language in BOTH {
        let stage = Stage::full(language);
        let words = Words::new(language);
        let mut harness = play(&stage, "quirks");
        let (message, file, rival) = ("Chlóe Invnetée", "Invnetée;Chlóe", "INVENTEE Chloé");
        let top = |label: &str| harness.get_by_label(label).rect();
        assert!(top(message).right() <= top(file).left() && top(file).right() <= top(rival).left(), "side by side");
        assert!((top(file).center().y - top(rival).center().y).abs() < 1.0, "on one line");
        let rarity = words.text_with("origin-quirks-one-in", &args! { "n" => sourcier::words::format::count(1000, language) });
        assert!(harness.query_by_label(&rarity).is_some(), "{rarity}");
        let flagged = &stage.campaign().prints.canaries[0];
        let address = wording::prints::flag(flagged, flagged.canary.recipient.as_str(), stage.contents(), &words);
        assert!(harness.query_by_role_and_label(Role::Link, &address).is_some(), "an address that names a file is told: {address}");
        press(&mut harness, Role::Button, "r1");
        assert_eq!(harness.state().selected(), Some(&Selection::Recipient("r1".into())));
    }
}

#[test]
fn every_rival_explanation_is_on_the_board_and_an_answer_becomes_one_edit() {
    for language in BOTH {
        let stage = Stage::full(language);
        let words = Words::new(language);
        let mut harness = play(&stage, "rivals");
        let open = words.text_with("origin-rivals-answer", &args! { "n" => 8, "count" => "8", "all" => "8" });
        assert!(harness.query_by_label(&open).is_some(), "{open}");
        let name = sourcier::analysis::rivals::Catalogue::current().entries[0].texts(language).name.clone();
        press(&mut harness, Role::Button, &name);
        let of = |id: &str| words.text_with(id, &args! { "name" => name.as_str() });
        press(&mut harness, Role::ComboBox, &of("origin-rivals-standing-of"));
        press(&mut harness, Role::Button, &standing(Standing::SpokenAgainst, &words));
        let field = of("origin-rivals-why-of");
        harness.get_by_role_and_label(Role::TextInput, &field).focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, &field).type_text("vu");
        harness.run();
        harness.key_press(egui::Key::Enter);
        harness.run();
        let written = harness.state().written();
        let rivals: Vec<_> = written.iter().filter_map(|record| if let Record::Rival(rival) = record { Some(rival) } else { None }).collect();
        assert_eq!(rivals.len(), 2, "one edit for each change");
        assert_eq!(
            (rivals[0].standing, rivals[0].kind.as_str(), rivals[0].campaign.as_str()),
            (Standing::SpokenAgainst, "electoral-roll", "rentree")
        );
        assert_eq!(rivals[1].text, "vu");
    }
}

#[test]
fn an_answer_cites_what_is_selected_and_somebody_may_add_an_explanation() {
    let stage = Stage::full(Language::En).selecting(Selection::Recipient("r2".into()));
    let mut harness = play(&stage, "rivals");
    press(&mut harness, Role::Button, "Electoral roll");
    press(&mut harness, Role::Button, &stage.text("origin-rivals-cite"));
    let field = stage.text("origin-rivals-own");
    harness.get_by_role_and_label(Role::TextInput, &field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &field).type_text("A union's file");
    harness.run();
    press(&mut harness, Role::Button, &stage.text("origin-rivals-add"));
    let written = harness.state().written();
    let [Record::Rival(cited), Record::Rival(added)] = &written[..] else { panic!("{written:?}") };
    assert_eq!(cited.references, [Reference::Recipient("r2".into())]);
    assert_eq!((added.title.as_str(), added.kind.as_str(), added.standing), ("A union's file", "own-1", Standing::Open));
}

#[test]
fn what_to_ask_next_leads_to_a_neutral_questionnaire() {
    for language in BOTH {
        let stage = Stage::full(language);
        let words = Words::new(language);
        let mut harness = play(&stage, "next");
        let found = stage.campaign().sensitivity.as_ref().unwrap();
        let best = wording::sensitivity::next_question(found, stage.contents(), &words);
        assert!(harness.query_by_label(&best).is_some(), "under the heading: {best}");
        for question in &found.questions {
            let text = wording::sensitivity::ask(&question.ask, stage.contents(), &words);
            assert!(harness.query_by_label(&text).is_some(), "{text}");
        }
        press(&mut harness, Role::Button, &words.text("origin-next-export"));
        let Some(Command::Export(export)) = harness.state().commands.last() else { panic!("exported") };
        let people: [RecipientId; 1] = ["r2".into()];
        let asked = Questionnaire::new(stage.contents(), &people);
        assert_eq!(export.bytes, table(&asked, &words).unwrap(), "everybody a question names, and nobody else");
        press(&mut harness, Role::Button, &words.text("origin-next-import"));
        assert!(matches!(harness.state().commands.last(), Some(Command::AddFiles(Some(ImportKind::Statements)))));
    }
}

#[test]
fn a_slice_of_a_file_is_shown_as_a_candidate_of_its_own() {
    let stage = Stage::full(Language::En);
    let harness = stage.play_in(OriginRoom::default(), egui::vec2(1240.0, 2400.0), egui::Theme::Light);
    let score = &stage.campaign().attribution.candidates[0];
    let (words, settings) = (Words::new(Language::En), sourcier::analysis::Settings::default());
    let used = wording::findings::slice(&score.slices[0], score, stage.contents(), &settings, &words);
    assert!(harness.query_by_label(&used).is_some(), "{used}");
    assert!(harness.query_by_label("Ville = Valmont").is_some() && harness.query_by_label("83%").is_some());
}

#[test]
fn two_copies_are_told_with_who_stood_in_the_file_on_either_day() {
    let stage = Stage::torn(Language::En);
    let mut harness = play(&stage, "when");
    let two = stage.campaign().attribution.candidates[0].copy_date.as_ref().unwrap().two_copies.clone().unwrap();
    let sentence = wording::findings::two_copies(&two, &"adherents".into(), stage.contents(), &Words::new(Language::En));
    assert!(harness.query_by_label(&sentence).is_some(), "{sentence}");
    let only = stage.text_with("origin-two-copies-only", &args! { "people" => "1 person", "day" => "2 April 2010", "other" => "1 March 2009" });
    press(&mut harness, Role::Link, &only);
    assert!(harness.query_by_label("Chloé Inventée").is_some());
    assert!(harness.query_by_label("Hugo Imaginaire").is_none());
}

#[test]
fn a_ratio_leads_to_the_comparison_it_comes_from() {
    let stage = Stage::full(Language::En);
    let mut harness = stage.play_in(OriginRoom::default(), egui::vec2(1240.0, 2400.0), egui::Theme::Light);
    let name = stage.text_with("origin-lr-of", &args! { "source" => "Fichier des adhérents", "lr" => "≥\u{a0}4.0" });
    press(&mut harness, Role::Link, &name);
    let title = stage.text("origin-pair-second");
    assert_eq!(harness.get_by_role_and_label(Role::ComboBox, &title).value().as_deref(), Some("none of the known files"));
}

#[test]
fn a_trial_says_that_it_is_one_and_is_put_back_at_once() {
    let stage = Stage::full(Language::En);
    let mut harness = play(&stage, "change");
    assert!(harness.query_by_label(&stage.text("origin-whatif-trial")).is_some());
    harness.get_by_role_and_label(Role::Button, &stage.text("origin-whatif-start")).click();
    let without = stage.text_with("origin-turned-source", &args! { "source" => "Liste électorale de Valmont" });
    for _ in 0..1000 {
        harness.step();
        if harness.query_by_role_and_label(Role::CheckBox, &without).is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.get_by_role_and_label(Role::CheckBox, &without).click();
    let (reset, header) = (stage.text("origin-whatif-reset"), stage.text("origin-whatif-then"));
    for _ in 0..1000 {
        harness.step();
        if harness.query_by_label(&header).is_some() && harness.query_by_label(&reset).is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(harness.query_by_label(&header).is_some(), "the trial has an answer beside the one that stands");
    harness.get_by_role_and_label(Role::Button, &reset).click();
    harness.run_steps(8);
    assert!(harness.query_by_label(&reset).is_none());
    assert!(harness.state().commands.is_empty(), "nothing of a trial is written");
}
