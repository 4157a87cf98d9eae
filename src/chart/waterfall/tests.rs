//! Steps that add up, sentences that say so, numbers that never feign certainty.

use super::*;
use crate::chart::fixtures;
use crate::link::found::{AddressLevel, Label, NameLevel};
use crate::model::Language;
use proptest::prelude::*;

fn both() -> [Words; 2] {
    [Words::new(Language::Fr), Words::new(Language::En)]
}

fn example(words: &Words) -> Waterfall {
    let bars = fixtures::bars();
    let evidence = Evidence { prior_bits: -11.9, bars: &bars, household_bits: -0.6, rivals_bits: 0.0 };
    Waterfall::build(&evidence, &fixtures::sides(), words)
}

#[test]
fn each_step_begins_where_the_one_above_ends_and_the_last_is_their_sum() {
    let [words, _] = both();
    let chart = example(&words);
    let inner = &chart.steps[1..chart.steps.len() - 1];
    let mut total = chart.steps[0].to_bits;
    for step in inner {
        assert!((step.from_bits - total).abs() < 1e-12 && (step.to_bits - step.from_bits - step.bits).abs() < 1e-12, "{step:?}");
        total = step.to_bits;
    }
    let last = chart.steps.last().unwrap();
    assert!((last.to_bits - (-11.9 + 11.2 + 9.4 - 3.1 - 0.6)).abs() < 1e-9);
    assert!((last.probability - 0.9692).abs() < 5e-4, "5 bits are odds of 32 to 1: {}", last.probability);
}

#[test]
fn what_takes_nothing_away_has_no_step() {
    let [words, _] = both();
    let kinds: Vec<StepKind> = example(&words).steps.iter().map(|step| step.kind).collect();
    assert!(kinds.contains(&StepKind::Household) && !kinds.contains(&StepKind::Rivals));
}

#[test]
fn both_values_stand_beside_a_comparison() {
    let [words, _] = both();
    let chart = example(&words);
    assert_eq!((chart.steps[1].ours.as_str(), chart.steps[1].theirs.as_str()), ("Jeanne Exemple", "Jeannette EXEMPLE"));
    assert_eq!(chart.steps[2].theirs, "12 av. du Four 99120 ST VALMONT");
    assert!(chart.steps[0].ours.is_empty());
}

#[test]
fn the_description_says_for_and_against_in_one_sentence() {
    let [french, english] = both();
    let said = example(&french).description;
    assert!(said.contains("même nom, un prénom contenu dans l’autre, rare (+11,2\u{a0}bits)"), "{said}");
    assert!(said.contains("contre\u{a0}: civilités différentes (−3,1\u{a0}bits)"), "{said}");
    assert!(said.contains("1 chance sur 3\u{202f}800") && said.contains("97\u{a0}%"), "{said}");
    let said = example(&english).description;
    assert!(said.contains("same address (+9.4\u{a0}bits)") && said.contains("97%"), "{said}");
    assert_eq!(said.matches(". ").count(), 0, "one sentence: {said}");
}

#[test]
fn the_table_holds_every_step_with_its_numbers() {
    let [words, _] = both();
    let chart = example(&words);
    let table = chart.table(&words);
    assert_eq!(table.rows.len(), chart.steps.len());
    assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
    assert_eq!(table.rows[1][3..5], ["+11,2", "−0,7"]);
}

#[test]
fn every_outcome_and_label_has_words_in_both_languages() {
    let names = [
        NameLevel::Exact,
        NameLevel::Part,
        NameLevel::Nickname,
        NameLevel::Initial,
        NameLevel::Close,
        NameLevel::Near,
        NameLevel::Far,
        NameLevel::Different,
        NameLevel::Missing,
    ];
    let json = [
        ("address", "exact close street elsewhere place town different missing"),
        ("email", "exact local close different missing"),
        ("phone", "exact close different missing"),
        ("birth", "exact swapped close year different missing"),
        ("civility", "same different missing"),
        ("identifier", "exact close different missing"),
    ];
    let mut outcomes: Vec<Outcome> =
        names.iter().flat_map(|&last| names.iter().map(move |&first| Outcome::Name { last, first, is_swapped: last == first })).collect();
    for (comparison, levels) in json {
        for level in levels.split(' ') {
            outcomes.push(serde_json::from_value(serde_json::json!({ "comparison": comparison, "level": level })).unwrap());
        }
    }
    for words in both() {
        for outcome in &outcomes {
            for bits in [-4.0, 5.0, 11.0, 17.0] {
                let said = say::outcome(outcome, bits, &words);
                assert!(!said.contains('‹') && !said.is_empty(), "{outcome:?}: {said}");
            }
        }
        for label in [Label::Sure, Label::Likely, Label::Possible, Label::Household, Label::Ambiguous, Label::Weak] {
            assert!(!format!("{}{}", say::label(label, &words), say::label_meaning(label, &words)).contains('‹'));
        }
    }
}

#[test]
fn only_an_agreeing_name_is_called_rare_or_common() {
    let [words, _] = both();
    let name = |last, first| Outcome::Name { last, first, is_swapped: false };
    assert_eq!(say::outcome(&name(NameLevel::Exact, NameLevel::Exact), 15.0, &words), "même nom, même prénom, très rare");
    assert_eq!(say::outcome(&name(NameLevel::Exact, NameLevel::Exact), 6.0, &words), "même nom, même prénom, courant");
    assert_eq!(say::outcome(&name(NameLevel::Exact, NameLevel::Different), 2.0, &words), "même nom, prénoms différents");
    assert_eq!(say::outcome(&Outcome::Address { level: AddressLevel::Exact }, 15.0, &words), "même adresse");
}

#[test]
fn no_probability_is_rounded_to_certainty() {
    let [french, english] = both();
    assert_eq!(say::probability(0.999_99, &french), "plus de 99,9\u{a0}%");
    assert_eq!(say::probability(1.0, &english), "more than 99.9%");
    assert_eq!(say::probability(0.000_1, &english), "less than 0.1%");
    assert_eq!(say::probability(0.992, &english), "99.2%");
    assert_eq!(say::probability(0.62, &french), "62\u{a0}%");
    assert_eq!(say::chance(1.0 / 12_345.0, &french), "1 chance sur 12\u{202f}000");
    assert_eq!(say::chance(0.2, &english), "20%");
    assert_eq!(say::chance(0.0, &english), "less than 0.1%");
}

#[test]
fn bits_carry_their_sign_and_their_plural() {
    let [french, english] = both();
    assert_eq!(say::bits(11.24, &french), "+11,2\u{a0}bits");
    assert_eq!(say::bits(-1.0, &french), "−1,0\u{a0}bit");
    assert_eq!(say::bits(-0.01, &english), "0.0\u{a0}bits");
    assert_eq!(say::bits(1.0, &english), "+1.0\u{a0}bit");
}

proptest! {
    #[test]
    fn any_numbers_make_a_chart_without_panic(prior in -60.0..60.0_f64, bits in prop::collection::vec(-90.0..90.0_f64, 0..8), rivals in -90.0..0.0_f64) {
        let words = Words::new(Language::En);
        let bars: Vec<Bar> = bits.iter().map(|&bits| Bar { outcome: Outcome::Address { level: AddressLevel::Close }, bits }).collect();
        let evidence = Evidence { prior_bits: prior, bars: &bars, household_bits: 0.0, rivals_bits: rivals };
        let chart = Waterfall::build(&evidence, &Sides::default(), &words);
        let (least, greatest) = chart.span();
        prop_assert!(greatest > least);
        for step in &chart.steps {
            prop_assert!((0.0..=1.0).contains(&step.probability));
            prop_assert!(!say::explain(step, &words).contains('‹'));
        }
        prop_assert!(!crate::chart::svg::waterfall(&chart, &words).contains("NaN"));
    }
}
