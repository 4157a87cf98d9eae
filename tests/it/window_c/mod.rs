//! The review of links in the whole window, as a person would do it: with keys, by role and label, in both languages.

use super::waiting::{Window, until};
use crate::fixtures::Fixture;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use sourcier::args;
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::model::{Answer, Decision, ImportKind, Language};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::{LinkKey, Room};
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;

mod waterfall;

/// A members' file in which a couple shares an address, and recipients of whom one may be either of them and one is nowhere.
fn members() -> Fixture {
    let mut fixture = Fixture::empty();
    let file = fixture.write(
        "membres-2010-01-15.csv",
        "Nom;Prénom;Adresse;Code postal;Ville;Courriel\n\
         EXEMPLE;Jeanne;12 av. du Four;99120;VALMONT;foyer@post.example\n\
         EXEMPLE;Julien;12 av. du Four;99120;VALMONT;foyer@post.example\n\
         Inventé;Chloé;3 rue Haute;99120;Valmont;chloe@post.example\n\
         Fictif;Hugo;8 place Basse;99120;Valmont;hugo@post.example\n\
         Modèle;Nour;1 rue du Puits;99120;Valmont;nour@post.example\n"
            .as_bytes(),
    );
    let people = fixture.write(
        "destinataires.csv",
        "Identifiant;Nom;Prénom;Adresse;Code postal;Ville;Courriel\n\
         r1;Exemple;J.;12 avenue du Four;99120;Valmont;foyer@post.example\n\
         r2;Invente;Chloë;3 rue Haute;99120;Valmont;chloe@post.example\n\
         r3;Fictif;Hugo;;99120;Valmont;hugo@post.example\n\
         r4;Ailleurs;Ana;40 quai Neuf;98000;Portvieux;ana@autre.example\n"
            .as_bytes(),
    );
    let mut source = Request::new(file, ImportKind::Source);
    source.source = Some("membres".into());
    let mut recipients = Request::new(people, ImportKind::Recipients);
    recipients.campaign = Some("rentree".into());
    recipients.sent_at = Some("2010-09-08".to_owned());
    import(&mut fixture.file, &[source, recipients], &Unwatched).unwrap();
    fixture
}

fn window(fixture: Fixture, language: Language, hides_scores: bool) -> (tempfile::TempDir, Window) {
    let (folder, path) = fixture.close();
    let settings = UserSettings { language, theme: Theme::Light, hides_scores, ..UserSettings::default() };
    let build = move |cc: &mut eframe::CreationContext<'_>| App::with_settings(&cc.egui_ctx, Start::Open(path), settings);
    let mut harness = Harness::builder().with_size([1280.0, 720.0]).with_max_steps(60).build_eframe(build);
    until(&mut harness, "the case to open", |h| h.state().session().is_some_and(|session| session.analysis().is_some()) && !h.state().is_busy());
    (folder, harness)
}

fn decisions(harness: &Window) -> Vec<Decision> {
    harness.state().session().unwrap().case().contents().decisions.clone()
}

/// Opens the review from the keyboard and waits for both sides of the first pair.
fn review(harness: &mut Window, words: &Words) {
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    shown(harness, words);
}

/// Waits until the answers can be given.
fn shown(harness: &mut Window, words: &Words) {
    let label = Command::Judge(Answer::Same).text(words);
    until(harness, "a pair", |h| answer_buttons(h, &label).any(|is_enabled| is_enabled));
}

fn answer_buttons<'h>(harness: &'h Window, label: &'h str) -> impl Iterator<Item = bool> + 'h {
    let named = harness.query_all_by_role(Role::Button).filter(move |node| node.accesskit_node().label().is_some_and(|text| text.starts_with(label)));
    named.map(|node| !node.accesskit_node().is_disabled())
}

fn press(harness: &mut Window, key: Key, decided: usize) {
    harness.key_press(key);
    until(harness, "the decision", |h| decisions(h).len() == decided && !h.state().is_busy());
}

fn says(harness: &Window, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// Whether the pair under review is one of this recipient.
fn is_about(harness: &Window, words: &Words, recipient: &str) -> bool {
    says(harness, &words.text_with("links-review-recipient", &args! { "id" => recipient }))
}

fn each_language(mut test: impl FnMut(Language, Words)) {
    for language in [Language::Fr, Language::En] {
        test(language, Words::new(language));
    }
}

fn toggled(harness: &Window, name: &str) -> Option<egui::accesskit::Toggled> {
    harness.get_by_role_and_label(Role::CheckBox, name).accesskit_node().toggled()
}

#[test]
fn a_key_decides_and_the_next_pair_comes() {
    each_language(|language, words| {
        let (_folder, mut harness) = window(members(), language, true);
        review(&mut harness, &words);
        assert!(is_about(&harness, &words, "r1"), "the doubtful pairs come first");
        press(&mut harness, Key::Y, 1);
        let [decision] = &decisions(&harness)[..] else { panic!("one decision") };
        assert_eq!((decision.recipient.as_str(), decision.answer, decision.is_blind), ("r1", Answer::Same, true));
        assert!(decision.shown.is_some() && decision.label.is_some(), "what the program thought is kept: {decision:?}");
        shown(&mut harness, &words);
        press(&mut harness, Key::N, 2);
        shown(&mut harness, &words);
        press(&mut harness, Key::H, 3);
        let answers: Vec<Answer> = decisions(&harness).iter().map(|decision| decision.answer).collect();
        assert_eq!(answers, [Answer::Same, Answer::Different, Answer::Household]);
    });
}

#[test]
fn the_space_bar_says_that_there_is_not_enough_information() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = window(members(), Language::Fr, true);
    review(&mut harness, &words);
    press(&mut harness, Key::Space, 1);
    assert_eq!(decisions(&harness)[0].answer, Answer::Unsure);
}

#[test]
fn a_button_decides_as_its_key_does() {
    let words = Words::new(Language::En);
    let (_folder, mut harness) = window(members(), Language::En, true);
    review(&mut harness, &words);
    let label = Command::Judge(Answer::Household).text(&words);
    let is_it = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|text| text.starts_with(&label));
    harness.query_all_by_role(Role::Button).find(is_it).unwrap().click();
    until(&mut harness, "the decision", |h| decisions(h).len() == 1);
    assert_eq!(decisions(&harness)[0].answer, Answer::Household);
}

#[test]
fn the_score_is_hidden_until_the_pair_is_decided() {
    each_language(|language, words| {
        let (_folder, mut harness) = window(members(), language, true);
        review(&mut harness, &words);
        let (hidden, elsewhere) = (words.text("links-hidden"), words.text("links-hidden-here"));
        assert!(says(&harness, &hidden) && says(&harness, &elsewhere), "in the room and in the panel");
        for id in ["sure", "likely", "possible", "ambiguous", "weak", "household"] {
            assert!(!says(&harness, &words.text(&format!("links-label-{id}-meaning"))), "{id}");
        }
        assert!(!says(&harness, &words.text("links-reason-doubtful")), "the reason would give it away");
        press(&mut harness, Key::Y, 1);
        shown(&mut harness, &words);
        harness.key_press(Key::K);
        shown(&mut harness, &words);
        assert!(!says(&harness, &hidden) && !says(&harness, &elsewhere));
        let given = words.text_with("links-review-given", &args! { "answer" => words.text("links-answer-same") });
        assert!(says(&harness, &given), "{given}");
    });
}

#[test]
fn whoever_wants_sees_the_score_at_once_and_the_decision_says_so() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = window(members(), Language::Fr, true);
    review(&mut harness, &words);
    let name = Command::ToggleScore.text(&words);
    assert_eq!(toggled(&harness, &name), Some(egui::accesskit::Toggled::True));
    harness.key_press(Key::S);
    harness.run();
    assert_eq!(toggled(&harness, &name), Some(egui::accesskit::Toggled::False));
    assert!(!says(&harness, &words.text("links-hidden")));
    // Hiding it again does not unsee it.
    harness.key_press(Key::S);
    harness.run();
    assert!(says(&harness, &words.text("links-hidden")));
    press(&mut harness, Key::N, 1);
    assert!(!decisions(&harness)[0].is_blind);
}

#[test]
fn undoing_a_decision_leads_back_to_its_pair() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = window(members(), Language::Fr, true);
    review(&mut harness, &words);
    assert!(is_about(&harness, &words, "r1"));
    press(&mut harness, Key::Y, 1);
    shown(&mut harness, &words);
    assert!(!is_about(&harness, &words, "r1"), "one row being the recipient settles the other");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    until(&mut harness, "the undo", |h| decisions(h).is_empty() && !h.state().is_busy());
    shown(&mut harness, &words);
    assert!(is_about(&harness, &words, "r1"));
    assert!(says(&harness, &words.text("links-hidden")), "undecided again");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    until(&mut harness, "the redo", |h| decisions(h).len() == 1 && !h.state().is_busy());
}

#[test]
fn when_everything_is_decided_the_review_closes_with_what_the_answers_say() {
    each_language(|language, words| {
        let (_folder, mut harness) = window(members(), language, true);
        review(&mut harness, &words);
        let done = words.text("links-review-done");
        let mut decided = 0;
        while !says(&harness, &done) {
            decided += 1;
            assert!(decided < 10, "the queue comes to an end");
            press(&mut harness, Key::Y, decided);
            until(&mut harness, "the next pair or the end", |h| {
                says(h, &done) || answer_buttons(h, &Command::Judge(Answer::Same).text(&words)).any(|is| is)
            });
        }
        let answer = words.text("links-answer-same");
        assert!(says(&harness, &words.text_with("links-review-answered", &args! { "answer" => answer, "count" => decided.to_string() })));
        assert!(says(&harness, &words.text("links-estimate-precision")) && says(&harness, &words.text("links-estimate-recall")));
        // No key decides anything any more, and undo leads back.
        harness.key_press(Key::N);
        harness.run();
        assert_eq!(decisions(&harness).len(), decided);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        until(&mut harness, "the undo", |h| decisions(h).len() == decided - 1 && !h.state().is_busy());
        shown(&mut harness, &words);
    });
}

#[test]
fn without_links_there_is_nothing_to_review() {
    let words = Words::new(Language::Fr);
    let mut fixture = Fixture::empty();
    let people = fixture.write("destinataires.csv", "Nom;Courriel\nAna Ailleurs;ana@autre.example\n".as_bytes());
    let mut request = Request::new(people, ImportKind::Recipients);
    request.sent_at = Some("2010-09-08".to_owned());
    import(&mut fixture.file, &[request], &Unwatched).unwrap();
    let (_folder, mut harness) = window(fixture, Language::Fr, true);
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    harness.run();
    harness.get_by_role_and_label(Role::Button, &Command::ToggleReview.text(&words)).click();
    until(&mut harness, "the empty queue", |h| says(h, &words.text("links-review-nothing")));
    harness.key_press(Key::Y);
    harness.run();
    assert!(decisions(&harness).is_empty());
}

#[test]
fn letters_do_nothing_outside_the_review_and_are_text_in_a_field() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = window(members(), Language::Fr, true);
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    harness.run();
    let before = harness.state().log().as_text();
    for key in [Key::Y, Key::N, Key::H, Key::U, Key::J, Key::K, Key::S, Key::Space] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(harness.state().log().as_text(), before, "nobody is told why not");
    let filter = words.text("rooms-filter");
    harness.get_by_role_and_label(Role::TextInput, &filter).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &filter).type_text("hugo");
    harness.key_press(Key::Y);
    harness.run();
    assert_eq!(harness.get_by_role_and_label(Role::TextInput, &filter).value().as_deref(), Some("hugo"));
    assert!(decisions(&harness).is_empty() && harness.query_by_label("Hugo Fictif").is_some());
}

#[test]
fn pairs_are_leafed_through_without_deciding_and_the_end_offers_those_left_aside() {
    let words = Words::new(Language::En);
    let (_folder, mut harness) = window(members(), Language::En, true);
    review(&mut harness, &words);
    let skipped = words.text("links-review-skipped");
    for _ in 0..10 {
        if says(&harness, &skipped) {
            break;
        }
        harness.key_press(Key::J);
        until(&mut harness, "the next pair or the end", |h| {
            says(h, &skipped) || answer_buttons(h, &Command::Judge(Answer::Same).text(&words)).any(|is| is)
        });
    }
    harness.get_by_role_and_label(Role::Button, &words.text("links-review-see-skipped")).click();
    shown(&mut harness, &words);
    assert!(is_about(&harness, &words, "r1") && decisions(&harness).is_empty());
}

#[test]
fn a_link_is_reviewed_from_the_panel_and_the_decision_stands_there() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = window(members(), Language::Fr, true);
    let link = harness.state().session().unwrap().analysis().unwrap().recipients[2].links[0].clone();
    harness.state_mut().push(Command::ReviewLink(LinkKey { recipient: "r3".into(), snapshot: link.snapshot, row: link.row }));
    shown(&mut harness, &words);
    assert!(is_about(&harness, &words, "r3"));
    press(&mut harness, Key::U, 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    harness.run();
    harness.get_by_label("r3").click();
    harness.run();
    until(&mut harness, "the decision in the panel", |h| says(h, &words.text("links-answer-unsure")));
}

#[test]
fn recipients_are_filtered_by_what_their_link_is_called() {
    each_language(|language, words| {
        let (_folder, mut harness) = window(members(), language, true);
        harness.state_mut().push(Command::GoTo(Room::Recipients));
        harness.run();
        assert!(harness.query_by_label("Ana Ailleurs").is_some() && harness.query_by_label("Hugo Fictif").is_some());
        let facet = |id: &str, count: &str| words.text_with("rooms-facet", &args! { "name" => words.text(id), "count" => count });
        let open = |harness: &mut Window, column: &str| {
            harness.get_by_label(&words.text_with("list-facet-name", &args! { "column" => words.text(column) })).click();
            harness.run();
        };
        assert!(harness.query_by_label(&words.text_with("list-facet-name", &args! { "column" => words.text("rooms-recipients-decided") })).is_none());
        open(&mut harness, "rooms-recipients-link");
        harness.get_by_label(&facet("links-label-not-found", "1")).click();
        harness.run();
        assert!(harness.query_by_label("Ana Ailleurs").is_some() && harness.query_by_label("Hugo Fictif").is_none());
        assert!(harness.query_by_label(&words.text_with("rooms-shown-of", &args! { "shown" => "1", "total" => "4" })).is_some());
        harness.get_by_label(&facet("links-label-not-found", "1")).click();
        harness.key_press(Key::Escape);
        harness.run();
        review(&mut harness, &words);
        press(&mut harness, Key::Y, 1);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
        harness.run();
        open(&mut harness, "rooms-recipients-decided");
        harness.get_by_label(&facet("list-yes", "1")).click();
        harness.run();
        assert!(harness.query_by_label("Hugo Fictif").is_none() && harness.query_by_label("J. Exemple").is_some());
    });
}

#[test]
fn every_action_of_the_review_stands_in_the_menu_with_its_key() {
    each_language(|language, words| {
        let (_folder, mut harness) = window(members(), language, true);
        harness.get_by_role_and_label(Role::Button, &words.text("window-menu-review")).click();
        harness.run();
        let judge = |answer| Command::Judge(answer).text(&words);
        for name in Answer::ALL.map(judge).into_iter().chain([Command::NextPair.text(&words), Command::PreviousPair.text(&words)]) {
            let node = harness.query_all_by_label_contains(&name).find(|node| node.accesskit_node().role() == Role::Button);
            assert!(node.is_some_and(|node| node.accesskit_node().is_disabled()), "{name}: no pair is on screen");
        }
        assert_eq!(toggled(&harness, &Command::ToggleReview.text(&words)), Some(egui::accesskit::Toggled::False));
    });
}
