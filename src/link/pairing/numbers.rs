//! Whether the numbers of a file name its records, or only count its lines.

use super::who::{Keys, Mark, Side};
use std::cmp::Ordering;

/// Witnesses it takes to doubt a number.
const ENOUGH: u32 = 3;

/// Which numbers of the file hold from one state to the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Numbers {
    pub has_records: bool,
    pub has_identifiers: bool,
    /// Both states have record numbers and they contradict who the rows are: they count lines, or were given anew.
    pub are_records_broken: bool,
    /// The same for the other numbers.
    pub are_identifiers_broken: bool,
}

impl Numbers {
    /// Asks the rows that are recognised without any number: by an e-mail address or telephone number that one row only has on each side, or by being the
    /// same but for the number. If most of them have another number than before, the numbers name nobody.
    pub fn of(before: &Side<'_>, after: &Side<'_>) -> Self {
        let has = |of: fn(&Keys) -> Option<Mark>| [before, after].iter().all(|side| side.keys.iter().any(|keys| of(keys).is_some()));
        let mut numbers = Self { has_records: has(|keys| keys.record), has_identifiers: has(|keys| keys.identifier), ..Self::default() };
        if !numbers.has_records && !numbers.has_identifiers {
            return numbers;
        }
        let (mut records, mut identifiers) = (Count::default(), Count::default());
        let recognised: [fn(&Keys) -> Option<Mark>; 3] = [|keys| keys.email, |keys| keys.phone, |keys| keys.content];
        for of in recognised {
            for (one, other) in once_on_both(before, after, of) {
                let (one, other) = (&before.keys[one as usize], &after.keys[other as usize]);
                records.add(one.record, other.record);
                identifiers.add(one.identifier, other.identifier);
            }
        }
        if records.is_broken() {
            (numbers.has_records, numbers.are_records_broken) = (false, true);
        }
        if identifiers.is_broken() {
            (numbers.has_identifiers, numbers.are_identifiers_broken) = (false, true);
        }
        numbers
    }

    /// The numbers of a row, as far as they hold.
    pub fn of_row(self, keys: &Keys) -> (Option<Mark>, Option<Mark>) {
        (keys.record.filter(|_| self.has_records), keys.identifier.filter(|_| self.has_identifiers))
    }

    /// Whether the numbers of two rows allow them to be one.
    pub fn allow(self, one: &Keys, other: &Keys) -> bool {
        let agree = |one: Option<Mark>, other: Option<Mark>| one.zip(other).is_none_or(|(one, other)| one == other);
        let (one, other) = (self.of_row(one), self.of_row(other));
        agree(one.0, other.0) && agree(one.1, other.1)
    }
}

#[derive(Default)]
struct Count {
    same: u32,
    different: u32,
}

impl Count {
    fn add(&mut self, one: Option<Mark>, other: Option<Mark>) {
        match one.zip(other) {
            Some((one, other)) if one == other => self.same += 1,
            Some(_) => self.different += 1,
            None => {}
        }
    }

    fn is_broken(&self) -> bool {
        self.same + self.different >= ENOUGH && self.different > self.same
    }
}

/// Rows with a key that stands once on each side.
fn once_on_both(before: &Side<'_>, after: &Side<'_>, of: fn(&Keys) -> Option<Mark>) -> Vec<(u32, u32)> {
    let once = |side: &Side<'_>| {
        let mut keyed: Vec<(Mark, u32)> = (0..).zip(&side.keys).filter_map(|(at, keys)| Some((of(keys)?, at))).collect();
        keyed.sort_unstable();
        let single = keyed.chunk_by(|a, b| a.0 == b.0).filter(|of_key| of_key.len() == 1).map(|of_key| of_key[0]);
        single.collect::<Vec<_>>()
    };
    let (before, after) = (once(before), once(after));
    let (mut lefts, mut rights) = (before.iter().peekable(), after.iter().peekable());
    let mut both = Vec::new();
    while let (Some(left), Some(right)) = (lefts.peek(), rights.peek()) {
        match left.0.cmp(&right.0) {
            Ordering::Less => drop(lefts.next()),
            Ordering::Greater => drop(rights.next()),
            Ordering::Equal => {
                both.push((left.1, right.1));
                lefts.next();
                rights.next();
            }
        }
    }
    both
}
