//! The people asked about, by their blocking keys, and what a table holds under each.

use super::block::{Keys, Known, Rule};
use super::columns::Columns;
use std::sync::atomic::{AtomicU32, Ordering};

/// A blocking key somebody has.
#[derive(Debug)]
pub(super) struct Bucket {
    pub rule: Rule,
    /// Who has it; sorted.
    pub people: Vec<u32>,
    /// Rows seen to have it so far, by any thread, but for those after one too many. Never more than there are, so once it is above the cap it will
    /// be in the end, whichever rows were seen first.
    seen: AtomicU32,
}

/// Where a blocking key stands in the table.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    /// On how many rows.
    pub count: u32,
    /// Those rows, as places among the kept ones; empty if there are too many.
    pub rows: Vec<u32>,
}

/// Finds the bucket of a key, quickly where there is none: nearly always.
#[derive(Debug)]
pub(super) struct Index {
    /// A bit for every hash that may be there.
    filter: Vec<u64>,
    /// Key and bucket + 1, in open addressing.
    table: Vec<(u64, u32)>,
    pub buckets: Vec<Bucket>,
    /// The buckets of each person, sorted.
    pub of_person: Vec<Vec<u32>>,
    /// The names and streets they have.
    pub known: Known,
}

impl Index {
    pub(super) fn of(people: &Columns) -> Self {
        let mut keys = Keys::new(&people.words, None);
        let mut met: Vec<(Rule, u64, u32)> = Vec::new();
        for (person, record) in people.records.iter().enumerate() {
            let _digest = keys.of(record, |rule, key| met.push((rule, key, person as u32)));
        }
        met.sort_unstable();
        met.dedup();
        let mut index = Self {
            filter: vec![0; (met.len() * 16).next_power_of_two().max(1 << 12) / 64],
            table: vec![(0, 0); (met.len() * 2).next_power_of_two().max(1 << 10)],
            buckets: Vec::new(),
            of_person: vec![Vec::new(); people.len()],
            known: Known::of(people),
        };
        for of_key in met.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let bucket = index.buckets.len() as u32;
            index.insert(of_key[0].1, bucket);
            let people: Vec<u32> = of_key.iter().map(|(_, _, person)| *person).collect();
            for &person in &people {
                index.of_person[person as usize].push(bucket);
            }
            index.buckets.push(Bucket { rule: of_key[0].0, people, seen: AtomicU32::new(0) });
        }
        index
    }

    fn insert(&mut self, key: u64, bucket: u32) {
        let bits = self.filter.len() as u64 * 64 - 1;
        let bit = (key >> 20) & bits;
        self.filter[(bit / 64) as usize] |= 1 << (bit % 64);
        let mask = self.table.len() - 1;
        let mut at = key as usize & mask;
        while self.table[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.table[at] = (key, bucket + 1);
    }

    /// The bucket of a key.
    pub(super) fn bucket(&self, key: u64) -> Option<u32> {
        let bits = self.filter.len() as u64 * 64 - 1;
        let bit = (key >> 20) & bits;
        if self.filter[(bit / 64) as usize] >> (bit % 64) & 1 == 0 {
            return None;
        }
        let mask = self.table.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match self.table[at] {
                (_, 0) => return None,
                (known, bucket) if known == key => return Some(bucket - 1),
                _ => at = (at + 1) & mask,
            }
        }
    }
}

impl Bucket {
    /// Whether more rows are of no use.
    pub(super) fn is_full(&self) -> bool {
        self.seen.load(Ordering::Relaxed) > self.rule.cap() || self.rule.cap() == 0
    }

    /// Sees another row, whatever its place in the table; whether it is of no use.
    pub(super) fn see(&self) -> bool {
        self.is_full() || self.seen.fetch_add(1, Ordering::Relaxed) >= self.rule.cap()
    }

    /// Takes another row in, or lets go of all of them if that is one too many.
    ///
    /// Rows may be seen on other threads at that moment; whether they still hand over rows of this key changes nothing, since all are let go.
    pub(super) fn add(&self, held: &mut Held, row: Option<u32>) {
        held.count += 1;
        if self.rule.cap() == 0 {
            return;
        }
        if held.count > self.rule.cap() || self.is_full() {
            held.rows = Vec::new();
        } else if let Some(row) = row {
            held.rows.push(row);
        }
    }
}
