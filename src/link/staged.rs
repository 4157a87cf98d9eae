//! The two stages put together: links by an equal key, and links by everything a row says about a person.
//!
//! An equal key links as surely as the key is unique, whatever else the row says: what was used on somebody stands there. Where several people share the
//! key, the rest of the row tells them apart.

use super::exact::{How, RowLink};
use super::found::{Bar, Label, PersonLink};
use crate::model::Answer;
use serde::{Deserialize, Serialize};

/// Links by everything a row says are listed from this probability on.
const LISTED: f64 = 0.05;
/// From here on somebody is linked.
const LINKED: f64 = 0.5;

/// What a probability stands on: `prior_bits` + every bar + `household_bits` + `rivals_bits` = log₂(p / (1 − p)).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explained {
    /// log₂ of the odds before looking.
    pub prior_bits: f64,
    /// What each comparison adds.
    pub bars: Vec<Bar>,
    /// What the chance that it is somebody of the same household takes away (0 or less).
    pub household_bits: f64,
    /// What other rows that fit as well take away (0 or less).
    pub rivals_bits: f64,
}

impl Explained {
    /// Weight of evidence in bits: the sum of the bars, without prior, household and rivals.
    pub fn weight_bits(&self) -> f64 {
        self.bars.iter().map(|bar| bar.bits).sum()
    }

    /// The sum, in bits.
    pub fn total_bits(&self) -> f64 {
        self.prior_bits + self.weight_bits() + self.household_bits + self.rivals_bits
    }
}

/// A person found in a row of one snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Index into the people asked about.
    pub person: u32,
    /// Row of the snapshot, from 0 after the header.
    pub row: u32,
    /// mᵢₖ of this row: the program's, unless a reviewer decided.
    pub probability: f64,
    /// What the program gave by itself.
    pub given: f64,
    /// By what.
    pub how: How,
    /// What the program calls it.
    pub label: Label,
    /// What the probability stands on; `None` for an equal key alone.
    pub explained: Option<Explained>,
    /// What was compared, where it was, whether or not the probability stands on it.
    pub compared: Vec<Bar>,
    /// Next best row and its probability.
    pub runner_up: Option<(u32, f64)>,
    /// What a reviewer said.
    pub answer: Option<Answer>,
}

/// Puts the links of both stages to one snapshot together; one per person and row, sorted by both.
///
/// - A row found by an equal key keeps the key's probability, or the other stage's if that is higher.
/// - Where a key is shared and the other stage knows which of its rows is the person (p ≥ 0.5), the other rows get what that stage gives them, or go.
/// - A row found by the other stage alone is listed from p = 0.05 on, one of a household also below, unless the person is found elsewhere.
///
/// `exact` is sorted by recipient, `probable` by person.
pub fn staged(exact: &[RowLink], probable: Vec<PersonLink>) -> Vec<Found> {
    let mut found = Vec::new();
    let (mut exact, mut probable) = (exact, probable.into_iter().peekable());
    loop {
        let next = [exact.first().map(|link| link.recipient), probable.peek().map(|link| link.person)];
        let Some(person) = next.into_iter().flatten().min() else { return found };
        let (by_key, rest) = exact.split_at(exact.partition_point(|link| link.recipient <= person));
        exact = rest;
        let mut by_fields = Vec::new();
        while let Some(link) = probable.next_if(|link| link.person == person) {
            by_fields.push(link);
        }
        of_person(by_key, by_fields, &mut found);
    }
}

fn of_person(by_key: &[RowLink], by_fields: Vec<PersonLink>, out: &mut Vec<Found>) {
    let from = out.len();
    let other = |row: u32| by_fields.iter().find(|link| link.row == row);
    let is_told_apart = by_key.iter().any(|key| other(key.row).is_some_and(|link| link.probability >= LINKED && link.probability > key.probability));
    for key in by_key {
        let fields = other(key.row);
        let is_open = is_told_apart && key.probability < LINKED;
        let found = match fields {
            Some(fields) if is_open || fields.probability >= key.probability => by(fields.clone(), key.how),
            None if is_open => continue,
            fields => Found { compared: fields.map(|fields| fields.bars.clone()).unwrap_or_default(), ..by_key_alone(key) },
        };
        out.push(found);
    }
    let is_found = out[from..].iter().map(|found| found.probability).chain(by_fields.iter().map(|link| link.probability)).any(|p| p >= LINKED);
    for fields in by_fields {
        let is_listed = fields.probability >= LISTED || (fields.label == Label::Household && !is_found);
        if is_listed && by_key.iter().all(|key| key.row != fields.row) {
            out.push(by(fields, How::Fields));
        }
    }
    out[from..].sort_by_key(|found| found.row);
}

fn by(link: PersonLink, how: How) -> Found {
    let PersonLink { person, row, probability, label, prior_bits, bars, household_bits, rivals_bits, runner_up } = link;
    let explained = Some(Explained { prior_bits, bars: bars.clone(), household_bits, rivals_bits });
    Found { person, row, probability, given: probability, how, label, explained, compared: bars, runner_up, answer: None }
}

fn by_key_alone(key: &RowLink) -> Found {
    let label = match key.probability {
        p if p >= 0.99 => Label::Sure,
        p if p >= 0.1 => Label::Ambiguous,
        _ => Label::Weak,
    };
    let RowLink { recipient, row, probability, how } = *key;
    Found {
        person: recipient,
        row,
        probability,
        given: probability,
        how,
        label,
        explained: None,
        compared: Vec::new(),
        runner_up: None,
        answer: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(person: u32, row: u32, probability: f64) -> RowLink {
        RowLink { recipient: person, row, probability, how: How::Email }
    }

    fn fields(person: u32, row: u32, probability: f64) -> PersonLink {
        let label = if probability >= 0.99 { Label::Sure } else { Label::Possible };
        let (bars, runner_up) = (Vec::new(), None);
        PersonLink { person, row, probability, label, prior_bits: -9.0, bars, household_bits: 0.0, rivals_bits: 0.0, runner_up }
    }

    fn seen(found: &[Found]) -> Vec<(u32, u32, f64, How)> {
        found.iter().map(|found| (found.person, found.row, found.probability, found.how)).collect()
    }

    #[test]
    fn a_key_of_one_person_stays_whatever_the_rest_of_the_row_says() {
        let found = staged(&[key(0, 3, 0.999)], vec![fields(0, 3, 0.2), fields(1, 4, 0.9)]);
        assert_eq!(seen(&found), [(0, 3, 0.999, How::Email), (1, 4, 0.9, How::Fields)]);
        assert_eq!(found[0].explained, None, "the bars do not add up to what is shown");
        assert!(found[1].explained.is_some());
    }

    #[test]
    fn the_rest_of_the_row_tells_people_who_share_a_key_apart() {
        let family = [key(0, 1, 0.333), key(0, 2, 0.333), key(0, 3, 0.333)];
        assert_eq!(seen(&staged(&family, vec![fields(0, 2, 0.97), fields(0, 3, 0.02)])), [(0, 2, 0.97, How::Email), (0, 3, 0.02, How::Email)]);
        let unknown = staged(&family, vec![fields(0, 2, 0.3)]);
        assert_eq!(seen(&unknown), [(0, 1, 0.333, How::Email), (0, 2, 0.333, How::Email), (0, 3, 0.333, How::Email)]);
        assert_eq!(unknown[0].label, Label::Ambiguous);
    }

    #[test]
    fn a_household_is_listed_only_where_the_person_is_not_found() {
        let home = |person| PersonLink { label: Label::Household, ..fields(person, 9, 0.01) };
        let found = staged(&[], vec![home(0), fields(1, 8, 0.95), home(1), fields(2, 7, 0.02)]);
        assert_eq!(seen(&found), [(0, 9, 0.01, How::Fields), (1, 8, 0.95, How::Fields)]);
    }
}
