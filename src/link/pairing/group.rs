//! The rows that share one key: which of them belong together.

use super::numbers::Numbers;
use super::who::{Mark, Names, Side};
use crate::link::diff::PairedBy;

/// A key and who is asked about it.
pub(super) struct Group<'a> {
    pub sides: [&'a Side<'a>; 2],
    pub numbers: Numbers,
    pub by: PairedBy,
    /// Few enough rows have the key for it to be one person's, or one household's.
    pub is_personal: bool,
}

/// What became of the rows.
#[derive(Default)]
pub(super) struct Found {
    pub pairs: Vec<(u32, u32)>,
    /// Rows of both sides that look alike.
    pub untold: Vec<[Vec<u32>; 2]>,
}

/// The rows of one key that are still open, by side.
type Rows = [Vec<u32>; 2];

impl Group<'_> {
    /// Pairs the rows of both sides.
    pub fn pair(&self, mut rows: Rows) -> Found {
        let mut found = Found::default();
        if self.by == PairedBy::Content {
            // Identical rows: whichever is which, nothing changed.
            found.pairs = rows[0].iter().copied().zip(rows[1].iter().copied()).collect();
            return found;
        }
        self.drop_strangers(&mut rows);
        if let [[one], [other]] = [&rows[0][..], &rows[1][..]] {
            if self.may_be_one(*one, *other) && (self.is_personal || self.have_same_names(*one, *other)) {
                found.pairs.push((*one, *other));
            }
            return found;
        }
        self.identical(&mut rows, &mut found);
        if rows.iter().any(Vec::is_empty) {
            return found;
        }
        self.by_names(rows, &mut found);
        found
    }

    /// Leaves out the rows whose numbers belong to nobody on the other side.
    fn drop_strangers(&self, rows: &mut Rows) {
        let of = |side: usize, at: &u32| self.numbers.of_row(&self.sides[side].keys[*at as usize]);
        for number in [|(record, _): (Option<Mark>, Option<Mark>)| record, |(_, identifier)| identifier] {
            let there = [0, 1].map(|side| {
                let mut numbers: Vec<Option<Mark>> = rows[side].iter().map(|at| number(of(side, at))).collect();
                numbers.sort_unstable();
                numbers
            });
            for (side, of_side) in rows.iter_mut().enumerate() {
                let other = &there[1 - side];
                let is_free = other.first().is_some_and(Option::is_none);
                of_side.retain(|at| {
                    let number = number(of(side, at));
                    number.is_none() || is_free || other.binary_search(&number).is_ok()
                });
            }
        }
    }

    fn may_be_one(&self, one: u32, other: u32) -> bool {
        let [before, after] = self.sides;
        if !self.numbers.allow(&before.keys[one as usize], &after.keys[other as usize]) {
            return false;
        }
        // A household shares a telephone number: another first name is somebody else.
        self.by != PairedBy::Phone || share_first_name(&before.names(one), &after.names(other))
    }

    fn have_same_names(&self, one: u32, other: u32) -> bool {
        let [before, after] = self.sides;
        before.names(one).whole.is_some_and(|names| after.names(other).whole == Some(names))
    }

    /// Pairs rows that are the same in every cell.
    fn identical(&self, rows: &mut Rows, found: &mut Found) {
        let keyed = |side: usize, rows: &[u32]| {
            let keys = |at: &u32| &self.sides[side].keys[*at as usize];
            let mut keyed: Vec<_> = rows.iter().map(|at| (keys(at).content.map(|content| (content, self.numbers.of_row(keys(at)))), *at)).collect();
            keyed.sort_unstable();
            keyed
        };
        let (one, other) = (keyed(0, &rows[0]), keyed(1, &rows[1]));
        for (one, other) in runs(&one, &other) {
            if one[0].0.is_some() {
                found.pairs.extend(one.iter().zip(other).map(|(one, other)| (one.1, other.1)));
            }
        }
        take(rows, &found.pairs);
    }

    /// Pairs rows of the same names; one left on each side is a change of name if the key is a person's.
    fn by_names(&self, mut rows: Rows, found: &mut Found) {
        let keyed = |side: usize, rows: &[u32]| {
            let mut keyed: Vec<(Option<Mark>, u32)> = rows.iter().map(|&at| (self.sides[side].names(at).whole, at)).collect();
            keyed.sort_unstable();
            keyed
        };
        let (one, other) = (keyed(0, &rows[0]), keyed(1, &rows[1]));
        let mut pairs = Vec::new();
        let mut alike = Vec::new();
        for (one, other) in runs(&one, &other) {
            match (one, other) {
                ([(Some(_), one)], [(_, other)]) if self.may_be_one(*one, *other) => pairs.push((*one, *other)),
                // Rows without a name are only alike if the key is somebody's.
                _ if self.is_personal || one[0].0.is_some() => {
                    alike.push([one, other].map(|rows| rows.iter().map(|(_, at)| *at).collect::<Vec<_>>()));
                }
                _ => {}
            }
        }
        take(&mut rows, &pairs);
        if let [[one], [other]] = [&rows[0][..], &rows[1][..]] {
            if self.is_personal && self.may_be_one(*one, *other) {
                pairs.push((*one, *other));
            }
        } else {
            found.untold.extend(alike);
        }
        found.pairs.extend(pairs);
    }
}

/// Whether first names do not speak against one person.
fn share_first_name(one: &Names, other: &Names) -> bool {
    one.first.is_empty() || other.first.is_empty() || one.first.iter().any(|name| other.first.contains(name))
}

/// Takes paired rows out.
fn take(rows: &mut Rows, pairs: &[(u32, u32)]) {
    let mut taken: [Vec<u32>; 2] = [pairs.iter().map(|pair| pair.0).collect(), pairs.iter().map(|pair| pair.1).collect()];
    for (rows, taken) in rows.iter_mut().zip(&mut taken) {
        taken.sort_unstable();
        rows.retain(|at| taken.binary_search(at).is_err());
    }
}

/// Rows of one key.
type Run<'a, K> = &'a [(K, u32)];

/// The runs of equal keys that stand on both sides; both are sorted.
fn runs<'a, K: Ord>(one: &'a [(K, u32)], other: &'a [(K, u32)]) -> Vec<(Run<'a, K>, Run<'a, K>)> {
    let mut right = other.chunk_by(|a, b| a.0 == b.0).peekable();
    let mut both = Vec::new();
    for left in one.chunk_by(|a, b| a.0 == b.0) {
        while right.next_if(|run| run[0].0 < left[0].0).is_some() {}
        if let Some(run) = right.next_if(|run| run[0].0 == left[0].0) {
            both.push((left, run));
        }
    }
    both
}
