//! Whether what was used on somebody stands in a row: the address, the number, the postal label. Not whether the row is that person.

use super::columns::{Record, Text};
use super::exact::How;
use super::found::{AddressLevel, EmailLevel, NameLevel, NumberLevel, Outcome};
use super::staged::Found;
use crate::model::{Channel, Field, Mapping};

/// Values of one person, or columns of one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// E-mail address.
    pub email: bool,
    /// Telephone number.
    pub phone: bool,
    /// Postal address, at least its street.
    pub address: bool,
}

impl Values {
    /// What a message on one of these channels reaches people by; without any, whatever there is.
    pub fn used_by(channels: impl IntoIterator<Item = Channel>) -> Self {
        let mut used = Self::default();
        for channel in channels {
            match channel {
                Channel::Email => used.email = true,
                Channel::Sms | Channel::Call => used.phone = true,
                Channel::Letter => used.address = true,
                Channel::Other => {}
            }
        }
        if used == Self::default() { Self { email: true, phone: true, address: true } } else { used }
    }

    /// Those a person has.
    pub fn of(person: &Record) -> Self {
        Self { email: person.code(Text::Local) != 0, phone: person.phone != 0, address: person.code(Text::Street) != 0 }
    }

    /// Those a table has columns for.
    pub fn held_by(mapping: &Mapping) -> Self {
        let has = |field| mapping.column(field).is_some();
        Self { email: has(Field::Email), phone: has(Field::Phone), address: has(Field::Street) }
    }

    /// Those in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { email: self.email && other.email, phone: self.phone && other.phone, address: self.address && other.address }
    }
}

/// Whether one of `values` (used on the person, known of the person, and held by the table) stands in the row.
///
/// Without any such value the person themselves is all there is to find, so the row counts. An e-mail address or number counts if it is the same; if it is
/// nearly so, only with the last name beside it, for otherwise it is the neighbour's. A postal address counts from the same street on. A row whose own
/// cell is empty holds no value and does not count.
pub fn stands(found: &Found, values: Values) -> bool {
    if values == Values::default() || (values.email && found.how == How::Email) || (values.phone && found.how == How::Phone) {
        return true;
    }
    // Found by another number, or by a reviewer, in a row that was compared with nobody: there is nothing to say against it.
    if found.compared.is_empty() {
        return found.how != How::Fields;
    }
    let fits = |level: NameLevel| matches!(level, NameLevel::Exact | NameLevel::Part | NameLevel::Close);
    let is_named = found.compared.iter().any(|bar| matches!(bar.outcome, Outcome::Name { last, .. } if fits(last)));
    found.compared.iter().any(|bar| match bar.outcome {
        Outcome::Email { level } => values.email && (level == EmailLevel::Exact || (level == EmailLevel::Close && is_named)),
        Outcome::Phone { level } => values.phone && (level == NumberLevel::Exact || (level == NumberLevel::Close && is_named)),
        Outcome::Address { level } => values.address && matches!(level, AddressLevel::Exact | AddressLevel::Close | AddressLevel::Street),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::found::{Bar, Label};
    use super::*;

    fn found(how: How, outcomes: &[Outcome]) -> Found {
        Found {
            person: 0,
            row: 0,
            probability: 0.97,
            given: 0.97,
            how,
            label: Label::Likely,
            explained: None,
            compared: outcomes.iter().map(|&outcome| Bar { outcome, bits: 1.0 }).collect(),
            runner_up: None,
            answer: None,
        }
    }

    const NAME: Outcome = Outcome::Name { last: NameLevel::Exact, first: NameLevel::Exact, is_swapped: false };
    const EMAIL: Values = Values { email: true, phone: false, address: false };

    #[test]
    fn a_person_found_with_another_address_is_there_but_what_was_used_is_not() {
        let moved = found(How::Fields, &[NAME, Outcome::Email { level: EmailLevel::Different }]);
        assert!(!stands(&moved, EMAIL));
        let slip = found(How::Fields, &[NAME, Outcome::Email { level: EmailLevel::Close }]);
        assert!(stands(&slip, EMAIL));
        let blank = found(How::Fields, &[NAME]);
        assert!(!stands(&blank, EMAIL), "an empty cell does not hold the address");
        assert!(stands(&blank, Values::default()), "nothing was used that could be there");
    }

    #[test]
    fn a_number_one_digit_off_is_a_slip_with_the_name_and_the_neighbours_without() {
        let near = Outcome::Phone { level: NumberLevel::Close };
        let sms = Values::used_by([Channel::Sms]);
        assert!(stands(&found(How::Fields, &[NAME, near]), sms));
        let first_only = Outcome::Name { last: NameLevel::Missing, first: NameLevel::Exact, is_swapped: false };
        assert!(!stands(&found(How::Fields, &[first_only, near]), sms));
    }

    #[test]
    fn a_letter_counts_from_the_same_street_on() {
        let at = |level| stands(&found(How::Fields, &[NAME, Outcome::Address { level }]), Values::used_by([Channel::Letter]));
        assert!(at(AddressLevel::Exact) && at(AddressLevel::Close) && at(AddressLevel::Street));
        assert!(!at(AddressLevel::Elsewhere) && !at(AddressLevel::Town));
    }

    #[test]
    fn found_by_a_number_that_was_not_used_the_address_decides() {
        assert!(stands(&found(How::Identifier, &[]), EMAIL));
        assert!(!stands(&found(How::Identifier, &[Outcome::Email { level: EmailLevel::Different }]), EMAIL));
        assert!(stands(&found(How::Phone, &[Outcome::Email { level: EmailLevel::Different }]), Values::used_by([Channel::Sms, Channel::Email])));
    }

    #[test]
    fn what_reaches_people_follows_from_the_channel() {
        assert_eq!(Values::used_by([Channel::Call]), Values { phone: true, ..Values::default() });
        assert_eq!(Values::used_by([Channel::Other]), Values { email: true, phone: true, address: true });
        assert_eq!(Values::used_by([]), Values::used_by([Channel::Other]));
    }
}
