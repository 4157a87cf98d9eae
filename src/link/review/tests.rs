//! Hand-worked numbers for the queue and the estimate.

use super::*;
use crate::model::{DecisionId, ImportId};

fn item(recipient: &str, row: u64, probability: f64, label: Label) -> Item {
    Item { recipient: recipient.into(), snapshot: SnapshotId(1), row, probability, label }
}

fn decide(item: &Item, answer: Answer) -> Decision {
    Decision {
        id: DecisionId(0),
        import: ImportId(0),
        recipient: item.recipient.clone(),
        snapshot: item.snapshot,
        row: item.row,
        answer,
        at: jiff::Timestamp::UNIX_EPOCH,
        shown: Some(item.probability),
        label: Some(item.label),
        is_blind: false,
        note: String::new(),
    }
}

/// `count` links of people called `name1`, `name2`…
fn many(name: &str, count: u64, probability: f64, label: Label) -> Vec<Item> {
    (0..count).map(|row| item(&format!("{name}{row}"), row, probability, label)).collect()
}

fn asked(items: &[Item], decisions: &[Decision]) -> Vec<(String, u64, Reason)> {
    queue(items, decisions, 7).iter().map(|q| (items[q.item].recipient.0.clone(), items[q.item].row, q.reason)).collect()
}

#[test]
fn doubt_is_asked_first_from_one_half_outwards_then_households_then_a_sample_of_the_certain() {
    let items = [
        item("sure", 0, 0.999, Label::Sure),
        item("likely", 1, 0.85, Label::Possible),
        item("home", 2, 0.02, Label::Household),
        item("twins", 3, 0.48, Label::Ambiguous),
        item("twins", 4, 0.47, Label::Ambiguous),
        item("doubt", 5, 0.6, Label::Possible),
    ];
    let expected = [
        ("twins", 3, Reason::Ambiguous),
        ("twins", 4, Reason::Ambiguous),
        ("doubt", 5, Reason::Doubtful),
        ("likely", 1, Reason::Doubtful),
        ("home", 2, Reason::Household),
        ("sure", 0, Reason::Sample),
    ];
    assert_eq!(asked(&items, &[]), expected.map(|(name, row, reason)| (name.to_owned(), row, reason)));
}

#[test]
fn what_was_decided_is_not_asked_again_and_the_one_right_row_settles_the_others() {
    let items = [
        item("a", 0, 0.5, Label::Possible),
        item("b", 1, 0.5, Label::Possible),
        item("c", 2, 0.48, Label::Ambiguous),
        item("c", 3, 0.48, Label::Ambiguous),
        item("d", 4, 0.48, Label::Ambiguous),
        item("d", 5, 0.48, Label::Ambiguous),
    ];
    let decisions = [decide(&items[0], Answer::Unsure), decide(&items[2], Answer::Same), decide(&items[4], Answer::Different)];
    let rows: Vec<u64> = asked(&items, &decisions).into_iter().map(|(_, row, _)| row).collect();
    assert_eq!(rows, [1, 5]);
}

#[test]
fn of_the_certain_a_fixed_number_of_each_band_is_asked_whatever_was_answered() {
    let mut items = many("sure", 300, 0.999, Label::Sure);
    items.extend(many("likely", 300, 0.95, Label::Likely));
    items.extend(many("weak", 5, 0.02, Label::Weak));
    let first = queue(&items, &[], 7);
    let of = |p: f64, of: &[Question]| of.iter().filter(|q| (items[q.item].probability - p).abs() < 1e-9).count();
    assert_eq!((of(0.999, &first), of(0.95, &first), of(0.02, &first)), (20, 20, 5));
    let answered: Vec<Decision> = first.iter().take(10).map(|q| decide(&items[q.item], Answer::Same)).collect();
    assert_eq!(queue(&items, &answered, 7), first[10..]);
    assert_ne!(queue(&items, &[], 8), first, "another seed draws others");
}

#[test]
fn the_order_of_the_links_does_not_change_what_is_asked() {
    let mut items = many("sure", 50, 0.999, Label::Sure);
    items.extend(many("twin", 9, 0.48, Label::Ambiguous));
    let forth = asked(&items, &[]);
    items.reverse();
    assert_eq!(asked(&items, &[]), forth);
}

fn near(measure: Option<Measure>, mean: f64, lo: f64, hi: f64) {
    let Some(measure) = measure else { panic!("nothing was estimated") };
    let close = |a: f64, b: f64| (a - b).abs() < 0.02;
    assert!(close(measure.mean, mean) && close(measure.lo, lo) && close(measure.hi, hi), "{measure:?} instead of {mean} [{lo}; {hi}]");
}

/// Jeffreys: 18 of 20 right is Beta(18.5, 2.5) with mean 0.881 and 95 % interval [0.712; 0.974] (Brown, Cai & `DasGupta` 2001); 10 000 links are as good as
/// infinitely many.
#[test]
fn one_stratum_gives_the_interval_of_jeffreys() {
    let items = many("likely", 10_000, 0.95, Label::Likely);
    let answer = |n: usize| if n < 18 { Answer::Same } else { Answer::Different };
    let decisions: Vec<Decision> = items.iter().take(20).enumerate().map(|(n, item)| decide(item, answer(n))).collect();
    let found = estimate(&items, &decisions, 7);
    near(found.precision, 0.881, 0.712, 0.974);
    near(found.recall, 1.0, 1.0, 1.0);
    assert_eq!((found.decided, found.unchecked().count()), (20, 0));
}

/// 100 links, all decided, 90 right; 20 below one half, all decided, 10 right: precision 0.9, recall 90/100, and nothing uncertain about it.
#[test]
fn what_is_decided_to_the_end_is_certain() {
    let (above, below) = (many("above", 100, 0.95, Label::Likely), many("below", 20, 0.2, Label::Weak));
    let mut decisions: Vec<Decision> =
        above.iter().enumerate().map(|(n, item)| decide(item, if n < 90 { Answer::Same } else { Answer::Household })).collect();
    decisions.extend(below.iter().enumerate().map(|(n, item)| decide(item, if n < 10 { Answer::Same } else { Answer::Different })));
    let found = estimate(&[above, below].concat(), &decisions, 7);
    near(found.precision, 0.9, 0.9, 0.9);
    near(found.recall, 0.9, 0.9, 0.9);
}

/// 9000 links of which 100 of 100 were right and 1000 of which 50 of 100 were: (9000 · 100.5/101 + 1000 · 50.5/101) / 10 000 = 0.9455.
#[test]
fn strata_weigh_by_their_size_and_not_by_how_many_were_asked() {
    let (sure, doubt) = (many("sure", 9000, 0.999, Label::Sure), many("doubt", 1000, 0.6, Label::Possible));
    let mut decisions: Vec<Decision> = sure.iter().take(100).map(|item| decide(item, Answer::Same)).collect();
    decisions.extend(doubt.iter().take(100).enumerate().map(|(n, item)| decide(item, if n < 50 { Answer::Same } else { Answer::Different })));
    let found = estimate(&[sure, doubt].concat(), &decisions, 7);
    near(found.precision, 0.9455, 0.926, 0.956);
}

#[test]
fn without_a_decision_nothing_is_known_and_that_is_said() {
    let mut items = many("sure", 500, 0.999, Label::Sure);
    items.extend(many("likely", 500, 0.95, Label::Likely));
    items.extend(many("doubt", 500, 0.6, Label::Possible));
    let found = estimate(&items, &[], 7);
    near(found.precision, 0.5, 0.0, 1.0);
    assert_eq!(found.unchecked().count(), 3);
    let unsure: Vec<Decision> = items.iter().take(3).map(|item| decide(item, Answer::Unsure)).collect();
    let found = estimate(&items, &unsure, 7);
    assert_eq!((found.unsure, found.decided, found.unchecked().count()), (3, 0, 3));
    assert_eq!(estimate(&[], &[], 7), Estimate::default());
}

#[test]
fn ambiguous_links_are_a_stratum_of_their_own() {
    let items = [many("plain", 10, 0.6, Label::Possible), many("twin", 10, 0.6, Label::Ambiguous)].concat();
    let found = estimate(&items, &[], 7);
    let strata: Vec<_> = found.strata.iter().map(|stratum| (stratum.from, stratum.to, stratum.group, stratum.links)).collect();
    assert_eq!(strata, [(0.5, 0.7, Group::Plain, 10), (0.5, 0.7, Group::Ambiguous, 10)]);
}

/// Drawn from shares that are known: the interval holds the truth about as often as it says.
#[test]
fn the_interval_holds_the_truth_about_as_often_as_it_says() {
    let mut sampler = crate::attribute::sampler::Sampler::new(11);
    let mut held = 0;
    for round in 0..40 {
        let items =
            [many("sure", 400, 0.999, Label::Sure), many("likely", 200, 0.95, Label::Likely), many("doubt", 100, 0.6, Label::Possible)].concat();
        let truth: Vec<bool> = items.iter().map(|item| sampler.uniform() < if item.probability < 0.7 { 0.4 } else { 0.95 }).collect();
        let picked: Vec<usize> = (0..items.len()).filter(|_| sampler.uniform() < 0.15).collect();
        let decisions: Vec<Decision> =
            picked.iter().map(|&at| decide(&items[at], if truth[at] { Answer::Same } else { Answer::Different })).collect();
        let share = truth.iter().filter(|right| **right).count() as f64 / truth.len() as f64;
        let precision = estimate(&items, &decisions, round).precision.unwrap();
        held += u32::from(precision.lo <= share && share <= precision.hi);
    }
    assert!(held >= 35, "{held} of 40");
}
