//! Which row of one state of a file is which row of another: one to one, by what rows are recognised by.
//!
//! Not for saying what changed in a row, see [`super::diff`], and not for finding recipients: rows of one file are looked for in the same file.

mod group;
mod numbers;
pub mod who;

use self::group::Group;
use self::numbers::Numbers;
use self::who::{Costly, Mark, Side};
use super::LinkError;
use super::diff::PairedBy;
use crate::job::Progress;

/// Rows that share a key more often than this on one side share it with others than themselves: it names no person any more.
const PERSONAL: usize = 4;

/// Two rows that are one, as places in their sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub before: u32,
    pub after: u32,
    pub by: PairedBy,
}

/// Rows of both sides of which nothing says which is which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Untold {
    pub before: Vec<u32>,
    pub after: Vec<u32>,
}

/// What was paired, and what was not.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairing {
    /// Sorted by the row before.
    pub pairs: Vec<Pair>,
    /// Rows only of the one side and only of the other, ascending.
    pub removed: Vec<u32>,
    pub added: Vec<u32>,
    /// In the order of their first row before.
    pub untold: Vec<Untold>,
    pub numbers: Numbers,
}

/// Pairs the rows of two sides.
///
/// Stage by stage, each on what the stages before left: identical rows, record number, identifier, e-mail address, telephone number, names with birth
/// date, names with address. Where several rows share a key, identical ones and then those of the same names are paired; one left on each side is paired
/// if the key is a person's; several of the same names are left open. Rows with different numbers of the file are never one, unless the numbers turn out
/// to count lines. A telephone number pairs nobody with different first names: households share it.
///
/// Swapping the sides swaps the result.
pub(super) fn pair(before: &Side<'_>, after: &Side<'_>, progress: &dyn Progress) -> Result<Pairing, LinkError> {
    let numbers = Numbers::of(before, after);
    let mut desk = Desk {
        sides: [before, after],
        partner: [vec![None; before.len()], vec![None; after.len()]],
        untold_in: [vec![None; before.len()], vec![None; after.len()]],
        groups: 0,
        costly: [None, None],
        numbers,
        pairs: Vec::new(),
    };
    let stages = PairedBy::STAGES;
    for (done, by) in stages.into_iter().enumerate() {
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled);
        }
        progress.advance(done as u64, Some(stages.len() as u64));
        desk.stage(by);
    }
    Ok(desk.finish())
}

/// The work in hand. Index 0 is before, 1 is after.
struct Desk<'a> {
    sides: [&'a Side<'a>; 2],
    partner: [Vec<Option<u32>>; 2],
    /// The first group in which a row could not be told from another.
    untold_in: [Vec<Option<u32>>; 2],
    groups: u32,
    /// Keys that have to be computed, once for all stages: of the rows that were open then.
    costly: [Option<Vec<(u32, Costly)>>; 2],
    numbers: Numbers,
    pairs: Vec<Pair>,
}

impl Desk<'_> {
    fn is_open(&self, side: usize, at: u32) -> bool {
        self.partner[side][at as usize].is_none()
    }

    fn open(&self, side: usize) -> Vec<u32> {
        (0..self.sides[side].len() as u32).filter(|&at| self.is_open(side, at)).collect()
    }

    /// Every row with its key in this stage: key, side, place. Rows that are paired already count too, except where keys have to be computed.
    fn keyed(&mut self, by: PairedBy) -> Vec<(Mark, usize, u32)> {
        let mut keyed = Vec::new();
        for side in 0..2 {
            let rows = self.sides[side];
            if matches!(by, PairedBy::NamesAndBirth | PairedBy::NamesAndAddress) {
                if self.costly[side].is_none() {
                    let open = self.open(side);
                    let costly = rows.costly(&open);
                    self.costly[side] = Some(open.into_iter().zip(costly).collect());
                }
                let key = |costly: &Costly| if by == PairedBy::NamesAndBirth { costly.names_and_birth } else { costly.names_and_address };
                let computed = self.costly[side].iter().flatten().filter(|(at, _)| self.is_open(side, *at));
                keyed.extend(computed.filter_map(|(at, costly)| Some((key(costly)?, side, *at))));
                continue;
            }
            for (at, keys) in (0..).zip(&rows.keys) {
                let key = match by {
                    PairedBy::Content => keys.content.map(|content| who::mark((content, self.numbers.of_row(keys)))),
                    PairedBy::Record => keys.record.filter(|_| self.numbers.has_records),
                    PairedBy::Identifier => keys.identifier.filter(|_| self.numbers.has_identifiers),
                    PairedBy::Email => keys.email,
                    _ => keys.phone,
                };
                keyed.extend(key.map(|key| (key, side, at)));
            }
        }
        keyed.sort_unstable();
        keyed
    }

    fn stage(&mut self, by: PairedBy) {
        let is_over = (0..2).any(|side| self.partner[side].iter().all(Option::is_some));
        if is_over {
            return;
        }
        for of_key in self.keyed(by).chunk_by(|a, b| a.0 == b.0) {
            let of_side = |side: usize| of_key.iter().filter(move |(_, of, _)| *of == side).map(|(_, _, at)| *at);
            let is_open = |side: usize, at: u32| {
                self.sides[side].steps.step();
                self.is_open(side, at)
            };
            let rows: [Vec<u32>; 2] = [0, 1].map(|side| of_side(side).filter(|&at| is_open(side, at)).collect());
            if rows.iter().any(Vec::is_empty) {
                continue;
            }
            let is_personal = (0..2).all(|side| of_side(side).count() <= PERSONAL);
            let found = Group { sides: self.sides, numbers: self.numbers, by, is_personal }.pair(rows);
            for (before, after) in found.pairs {
                self.partner[0][before as usize] = Some(after);
                self.partner[1][after as usize] = Some(before);
                self.pairs.push(Pair { before, after, by });
            }
            for rows in found.untold {
                for (side, of_side) in rows.iter().enumerate() {
                    for &at in of_side {
                        self.untold_in[side][at as usize].get_or_insert(self.groups);
                    }
                }
                self.groups += 1;
            }
        }
    }

    fn finish(mut self) -> Pairing {
        let mut untold = vec![Untold::default(); self.groups as usize];
        for side in 0..2 {
            for at in self.open(side) {
                if let Some(group) = self.untold_in[side][at as usize] {
                    let group = &mut untold[group as usize];
                    if side == 0 { &mut group.before } else { &mut group.after }.push(at);
                }
            }
        }
        // What is left of a group on one side only is plainly there or not there.
        untold.retain(|group| !group.before.is_empty() && !group.after.is_empty());
        untold.sort_by(|a, b| a.before.cmp(&b.before));
        let mut is_untold = [0, 1].map(|side| vec![false; self.sides[side].len()]);
        for group in &untold {
            for (side, rows) in [&group.before, &group.after].into_iter().enumerate() {
                for &at in rows {
                    is_untold[side][at as usize] = true;
                }
            }
        }
        let [removed, added] = [0, 1].map(|side| self.open(side).into_iter().filter(|&at| !is_untold[side][at as usize]).collect());
        self.pairs.sort_unstable_by_key(|pair| pair.before);
        Pairing { pairs: self.pairs, removed, added, untold, numbers: self.numbers }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Unwatched;
    use crate::link::state::Table;
    use crate::link::states::state;

    /// Pairs found in two states, and rows looked at for it.
    fn paired(header: &str, before: &[[String; 5]], after: &[[String; 5]]) -> (usize, u64) {
        let states = [state(header, before), state(header, after)];
        let tables = [0, 1].map(|at| Table::of(states[at].state()).unwrap());
        let sides = [0, 1].map(|at| Side::of(&tables[at], |_| None, &Unwatched).unwrap());
        let found = pair(&sides[0], &sides[1], &Unwatched).unwrap();
        (found.pairs.len(), sides.iter().map(|side| side.steps.taken()).sum())
    }

    fn steps_grow_with_the_rows(header: &str, row: impl Fn(usize) -> [String; 5]) {
        let steps = |count: usize| {
            let rows: Vec<[String; 5]> = (0..count).map(&row).collect();
            let (pairs, steps) = paired(header, &rows, &rows[5..]);
            assert_eq!(pairs, count - 5);
            steps
        };
        let (fewer, more) = (steps(500), steps(4_000));
        assert!(fewer >= 500, "{fewer}");
        // Eight times the rows: a square would be 64 times the steps.
        assert!(more <= 10 * fewer, "{fewer} and {more}");
    }

    #[test]
    fn rows_with_numbers_are_not_compared_all_with_all() {
        let row = |n: usize| [n.to_string(), format!("Nom{}", n % 50), format!("Prenom{}", n % 37), format!("m{n}@a.example"), "Valmont".to_owned()];
        steps_grow_with_the_rows("record_id,last_name,first_name,email,city", row);
    }

    /// The slowest kind: no number and no address of any sort, so that names and postal addresses have to be read.
    #[test]
    fn rows_with_postal_addresses_are_not_compared_all_with_all() {
        let address = |n: usize| [format!("{} rue des Tilleuls", n % 900), format!("{}", 35_000 + n % 90)];
        let row = |n: usize| {
            let [street, postcode] = address(n);
            [format!("Nom{n} Prenom{}", n % 37), street, postcode, n.to_string(), String::new()]
        };
        steps_grow_with_the_rows("name,street,postcode,note,more", row);
    }

    /// Everybody shares one telephone number and bears one of a few names.
    #[test]
    fn rows_that_share_one_number_are_not_compared_all_with_all() {
        let row = |n: usize| [format!("Nom{n}"), format!("Prenom{}", n % 37), "06 39 98 00 12".to_owned(), String::new(), String::new()];
        steps_grow_with_the_rows("last_name,first_name,phone,note,more", row);
    }
}
