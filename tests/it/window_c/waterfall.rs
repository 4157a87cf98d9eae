//! The waterfall and the two records as the window draws them: by role and label, and as pictures.

use crate::window_b::pictures::can_draw;
use egui::accesskit::Role;
use egui::{Theme, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use sourcier::chart::sides::Sides;
use sourcier::chart::waterfall::{Evidence, Waterfall};
use sourcier::link::found::{AddressLevel, CivilityLevel, NameLevel};
use sourcier::link::{Bar, Outcome};
use sourcier::model::{Identity, Language};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::inspector::waterfall;
use sourcier::ui::window::theme;
use sourcier::ui::window::widgets::sides::{self, Scale, Titles};
use sourcier::words::Words;

fn records() -> Sides {
    let ours = Identity {
        civility: "Mme".to_owned(),
        first_name: "Jeanne".to_owned(),
        last_name: "Exemple".to_owned(),
        street_number: "12".to_owned(),
        street: "avenue du Four".to_owned(),
        postcode: "99120".to_owned(),
        city: "Saint-Valmont".to_owned(),
        phone: "06 39 98 12 34".to_owned(),
        ..Identity::default()
    };
    let theirs = Identity {
        civility: "M.".to_owned(),
        first_name: "Jeannette".to_owned(),
        last_name: "EXEMPLE".to_owned(),
        street: "12 bis av. du Four".to_owned(),
        postcode: "99120".to_owned(),
        city: "ST VALMONT".to_owned(),
        email: "j.exemple@post.example".to_owned(),
        ..Identity::default()
    };
    Sides { ours, theirs }
}

fn chart(words: &Words) -> Waterfall {
    let bars = [
        Bar { outcome: Outcome::Name { last: NameLevel::Exact, first: NameLevel::Part, is_swapped: false }, bits: 11.2 },
        Bar { outcome: Outcome::Address { level: AddressLevel::Close }, bits: 9.4 },
        Bar { outcome: Outcome::Civility { level: CivilityLevel::Different }, bits: -3.1 },
    ];
    Waterfall::build(&Evidence { prior_bits: -11.9, bars: &bars, household_bits: -0.6, rivals_bits: -1.2 }, &records(), words)
}

/// The chart in a panel of this width, with what it asks for.
fn drawn(language: Language, width: f32, look: Theme) -> Harness<'static, Vec<Command>> {
    let words = Words::new(language);
    let chart = chart(&words);
    let draw = move |ui: &mut egui::Ui, commands: &mut Vec<Command>| {
        egui::CentralPanel::default().show(ui, |ui| waterfall::ui(ui, &chart, &words, commands));
    };
    let mut harness = Harness::builder()
        .with_size(vec2(width, if width < 400.0 { 620.0 } else { 420.0 }))
        .with_theme(look)
        .with_context_setup(theme::install)
        .build_ui_state(draw, Vec::new());
    harness.run();
    harness
}

#[test]
fn every_step_is_read_out_with_its_bits_and_where_it_leads() {
    let harness = drawn(Language::Fr, 300.0, Theme::Light);
    for text in [
        "Même nom, un prénom contenu dans l’autre, rare\u{a0}: +11,2\u{a0}bits, soit 38\u{a0}% en tout",
        "Civilités différentes\u{a0}: −3,1\u{a0}bits, soit 98\u{a0}% en tout",
        "En tout\u{a0}: +3,8\u{a0}bits, soit 93\u{a0}% en tout",
    ] {
        assert_eq!(harness.query_all_by_label(text).count(), 1, "{text}");
    }
    let image = harness.get_by_role(Role::Image);
    assert_eq!(image.accesskit_node().label(), Some(chart(&Words::new(Language::Fr)).description), "the whole in one sentence");
}

#[test]
fn the_chart_has_its_table_and_its_numbers_can_be_copied() {
    let words = Words::new(Language::En);
    let mut harness = drawn(Language::En, 700.0, Theme::Light);
    harness.get_by_role_and_label(Role::Button, &words.text("rooms-as-table")).click();
    harness.run();
    assert!(harness.query_by_label("12 bis av. du Four 99120 ST VALMONT").is_some());
    for id in ["links-copy-csv", "links-copy-json"] {
        harness.get_by_role_and_label(Role::Button, &words.text(id)).click();
        harness.run();
    }
    let [Command::Copy(csv), Command::Copy(json)] = &harness.state()[..] else { panic!("{:?}", harness.state()) };
    assert!(csv.contains("civility,\"Different titles (Mr, Mrs)\",Mme,M.,-3.1000,") && json.contains("\"comparison\": \"civility\""));
}

#[test]
fn what_differs_is_said_in_words_beside_the_sign() {
    for language in [Language::Fr, Language::En] {
        let words = Words::new(language);
        let said: Vec<String> =
            ["same", "alike", "different", "only-ours", "only-theirs"].map(|id| words.text(&format!("links-agreement-{id}"))).into();
        for scale in [Scale::Large, Scale::Small] {
            let fields = records().fields();
            let words = Words::new(language);
            let mut harness = Harness::builder().with_size(vec2(760.0, 500.0)).with_context_setup(theme::install).build_ui(move |ui| {
                sides::sides(ui, &fields, Titles { ours: "A", theirs: "B" }, scale, &words);
            });
            harness.run();
            let count = |text: &str| harness.query_all_by_label(text).count();
            assert_eq!(said.iter().map(|text| count(text)).collect::<Vec<_>>(), [1, 2, 3, 1, 1], "{scale:?}");
        }
    }
}

#[test]
fn waterfall_in_a_narrow_panel_in_french_by_day() {
    if can_draw() {
        drawn(Language::Fr, 300.0, Theme::Light).snapshot("waterfall_fr_light_narrow");
    }
}

#[test]
fn waterfall_in_the_room_in_english_by_night() {
    if can_draw() {
        drawn(Language::En, 700.0, Theme::Dark).snapshot("waterfall_en_dark_wide");
    }
}
