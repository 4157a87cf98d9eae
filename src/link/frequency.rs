//! How common the values of a table are: counted, not drawn.

use super::columns::{Columns, Text};
use super::words::hash;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Counts of the values whose frequency decides what an agreement is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Frequencies {
    /// Rows of the table.
    pub rows: u64,
    /// Rows that hold each text.
    filled: [u64; Text::COUNT],
    /// Rows that hold a telephone number.
    pub phones: u64,
    /// By place in [`COUNTED`]: hash of a value → rows that hold it.
    counts: [ByHash<u32>; COUNTED.len()],
}

/// Something known by a hash.
pub(super) type ByHash<T> = HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// A hash that is its own hash.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Texts whose values are counted.
const COUNTED: [Text; 4] = [Text::Last, Text::First, Text::Postcode, Text::City];

impl Frequencies {
    /// Those of a chunk of rows.
    pub(super) fn of(columns: &Columns) -> Self {
        let mut found = Self { rows: columns.len() as u64, ..Self::default() };
        let mut counts = vec![[0_u32; COUNTED.len()]; columns.words.len()];
        for record in &columns.records {
            for (filled, code) in found.filled.iter_mut().zip(record.words) {
                *filled += u64::from(code != 0);
            }
            for (at, text) in COUNTED.iter().enumerate() {
                counts[record.code(*text) as usize][at] += 1;
            }
            found.phones += u64::from(record.phone != 0);
        }
        for (code, of_code) in counts.iter().enumerate().skip(1) {
            for (at, &count) in of_code.iter().enumerate().filter(|(_, count)| **count > 0) {
                *found.counts[at].entry(hash(columns.words.get(code as u32))).or_default() += count;
            }
        }
        found
    }

    /// Adds the counts of further rows.
    pub(super) fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.phones += other.phones;
        for (filled, more) in self.filled.iter_mut().zip(other.filled) {
            *filled += more;
        }
        for (counts, more) in self.counts.iter_mut().zip(&other.counts) {
            #[expect(clippy::iter_over_hash_type, reason = "sums do not depend on the order")]
            for (value, count) in more {
                *counts.entry(*value).or_default() += count;
            }
        }
    }

    /// Rows that hold this text at all.
    pub(super) fn filled(&self, text: Text) -> u64 {
        self.filled[text as usize]
    }

    /// Share of the filled rows that hold this value; the value counts once itself if it is nowhere. Only for [`COUNTED`] texts.
    pub(super) fn share(&self, text: Text, value: &str) -> f64 {
        let count = COUNTED.iter().position(|counted| *counted == text).and_then(|at| self.counts[at].get(&hash(value))).copied().unwrap_or(0);
        // A value seen once may be the very person's; half a row stands for the strangers it may also be.
        (f64::from(count) - 0.5).max(0.5) / self.filled(text).max(1) as f64
    }
}
