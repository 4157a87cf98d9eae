//! What decisions do to links: a reviewer's word stands above the program's.

use crate::link::exact::How;
use crate::link::staged::{Explained, Found};
use crate::model::{Answer, Decision, Label, RecipientId, SnapshotId};
use std::collections::BTreeMap;

/// What stands below this is as good as certain, so that odds stay finite.
const NEARLY: f64 = 1e-9;

/// What was decided about the rows of one snapshot, by person (an index) and row.
pub type Rulings = BTreeMap<(u32, u32), Answer>;

/// The decisions about one snapshot. `person` gives the index of a recipient; decisions about others, and about rows beyond 2³², are left out.
pub fn rulings(decisions: &[Decision], snapshot: SnapshotId, person: impl Fn(&RecipientId) -> Option<u32>) -> Rulings {
    let here = decisions.iter().filter(|decision| decision.snapshot == snapshot);
    // Sorted by id: the newest stays.
    here.filter_map(|it| Some(((person(&it.recipient)?, u32::try_from(it.row).ok()?), it.answer))).collect()
}

/// Applies the decisions to the links of one snapshot: those that stand, and those taken out, each sorted by person and row.
///
/// - *same*: the row is the person with p = 1, found or not; every other row of the person in this snapshot goes.
/// - *different*, *household*: the row goes. What is left is weighed without it, p / (1 − p of what went): if it is not this row, the others gain.
/// - *not enough information*: nothing changes.
pub fn overrule(found: Vec<Found>, rulings: &Rulings) -> (Vec<Found>, Vec<Found>) {
    if rulings.is_empty() {
        return (found, Vec::new());
    }
    let mut people: BTreeMap<u32, Vec<Found>> = BTreeMap::new();
    for &(person, _) in rulings.keys() {
        people.entry(person).or_default();
    }
    for link in found {
        people.entry(link.person).or_default().push(link);
    }
    let (mut kept, mut out) = (Vec::new(), Vec::new());
    for (person, mut links) in people {
        let own = rulings.range((person, 0)..=(person, u32::MAX)).map(|(&(_, row), &answer)| (row, answer));
        for (row, answer) in own {
            match links.iter_mut().find(|link| link.row == row) {
                Some(link) => link.answer = Some(answer),
                None if answer == Answer::Same => links.push(unfound(person, row)),
                None => {}
            }
        }
        links.sort_by_key(|link| link.row);
        let is_settled = links.iter().any(|link| link.answer == Some(Answer::Same));
        let stands = |link: &Found| link.answer.and_then(Answer::is_same).unwrap_or(!is_settled);
        let (mut stay, go): (Vec<Found>, Vec<Found>) = links.into_iter().partition(stands);
        if is_settled {
            for link in stay.iter_mut().filter(|link| link.answer == Some(Answer::Same)) {
                link.probability = 1.0;
            }
        } else {
            weigh_anew(&mut stay, &go);
        }
        kept.extend(stay);
        out.extend(go);
    }
    (kept, out)
}

/// A row the program had not linked.
fn unfound(person: u32, row: u32) -> Found {
    Found {
        person,
        row,
        probability: 1.0,
        given: 0.0,
        how: How::Review,
        label: Label::Weak,
        explained: None,
        compared: Vec::new(),
        runner_up: None,
        answer: Some(Answer::Same),
    }
}

/// The rows of a person compete only where their probabilities were weighed against each other.
fn weigh_anew(stay: &mut [Found], go: &[Found]) {
    let gone: f64 = go.iter().filter(|link| link.explained.is_some()).map(|link| link.probability).sum();
    if gone <= 0.0 {
        return;
    }
    let left = (1.0 - gone).max(NEARLY);
    for link in stay {
        let Some(explained) = &mut link.explained else { continue };
        link.probability = (link.probability / left).min(1.0 - NEARLY);
        link.label = relabelled(link.label, link.probability);
        *explained = without_rivals(explained, link.probability);
        link.runner_up = link.runner_up.filter(|(row, _)| go.iter().all(|gone| gone.row != *row));
    }
}

/// The same with fewer rivals, so that it adds up to `probability`.
fn without_rivals(explained: &Explained, probability: f64) -> Explained {
    let odds_bits = libm::log2(probability / (1.0 - probability));
    let rivals_bits = odds_bits - (explained.total_bits() - explained.rivals_bits);
    Explained { rivals_bits: rivals_bits.min(0.0), ..explained.clone() }
}

fn relabelled(label: Label, probability: f64) -> Label {
    match (label, probability) {
        (_, p) if p >= 0.99 => Label::Sure,
        (_, p) if p >= 0.9 => Label::Likely,
        (_, p) if p >= 0.5 => Label::Possible,
        (Label::Household, _) => Label::Household,
        _ => Label::Weak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Odds of 12 without rivals.
    fn found(person: u32, row: u32, probability: f64) -> Found {
        let (alone, odds_bits) = (libm::log2(12.0), libm::log2(probability / (1.0 - probability)));
        let explained = Explained { prior_bits: alone, bars: Vec::new(), household_bits: 0.0, rivals_bits: odds_bits - alone };
        Found { probability, given: probability, how: How::Fields, label: Label::Ambiguous, explained: Some(explained), ..unfound(person, row) }
    }

    fn fresh(person: u32, row: u32, probability: f64) -> Found {
        Found { answer: None, ..found(person, row, probability) }
    }

    fn ruled(found: Vec<Found>, rulings: &[((u32, u32), Answer)]) -> (Vec<(u32, f64)>, Vec<u32>) {
        let (kept, out) = overrule(found, &rulings.iter().copied().collect());
        (kept.iter().map(|link| (link.row, link.probability)).collect(), out.iter().map(|link| link.row).collect())
    }

    #[test]
    fn the_row_that_is_the_person_is_certain_and_the_others_fall_away() {
        let links = vec![fresh(0, 1, 0.6), fresh(0, 2, 0.3), fresh(1, 2, 0.7)];
        assert_eq!(ruled(links, &[((0, 2), Answer::Same)]), (vec![(2, 1.0), (2, 0.7)], vec![1]));
    }

    #[test]
    fn a_row_nobody_had_found_can_be_the_person() {
        let (kept, _) = overrule(Vec::new(), &Rulings::from([((0, 5), Answer::Same)]));
        assert_eq!((kept[0].row, kept[0].how, kept[0].given.to_bits()), (5, How::Review, 0.0_f64.to_bits()));
        assert_eq!(ruled(Vec::new(), &[((0, 5), Answer::Different)]), (vec![], vec![]));
    }

    /// Two rows with p = 0.48 each and 0.04 for neither: without the first, 0.48 / 0.52 = 0.923.
    #[test]
    fn without_a_row_that_is_somebody_else_the_others_are_weighed_anew() {
        let (kept, out) = overrule(vec![fresh(0, 1, 0.48), fresh(0, 2, 0.48)], &Rulings::from([((0, 1), Answer::Household)]));
        assert_eq!((out[0].row, out[0].answer), (1, Some(Answer::Household)));
        assert!((kept[0].probability - 0.48 / 0.52).abs() < 1e-12);
        assert_eq!(kept[0].label, Label::Likely);
        assert!((kept[0].given - 0.48).abs() < 1e-12, "what the program gave stays known");
        let explained = kept[0].explained.as_ref().unwrap();
        assert!((explained.total_bits() - libm::log2(12.0)).abs() < 1e-9, "the waterfall still adds up, and nobody else takes anything away");
    }

    #[test]
    fn not_enough_information_changes_nothing() {
        assert_eq!(ruled(vec![fresh(0, 1, 0.6), fresh(0, 2, 0.3)], &[((0, 1), Answer::Unsure)]), (vec![(1, 0.6), (2, 0.3)], vec![]));
    }

    #[test]
    fn rows_found_by_an_equal_key_do_not_compete() {
        let by_key = |row| Found { explained: None, how: How::Email, ..fresh(0, row, 0.999) };
        assert_eq!(ruled(vec![by_key(1), by_key(2)], &[((0, 1), Answer::Different)]), (vec![(2, 0.999)], vec![1]));
    }
}
