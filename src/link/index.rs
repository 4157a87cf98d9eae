//! The people asked about, by their blocking keys, and what a table holds under each.

use super::block::{Keys, Known, Rule};
use super::columns::Columns;
use std::sync::atomic::{AtomicI32, Ordering};

/// A blocking key somebody has.
#[derive(Debug)]
pub(super) struct Bucket {
    pub rule: Rule,
    /// Who has it; sorted.
    pub people: Vec<u32>,
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
    /// How many more rows each bucket may hold, after all seen so far by any thread; below 0 once there was one too many. Never less than there will be
    /// in the end, so a bucket once full stays full, whichever rows were seen first. Apart from the buckets, so that all of it stays near.
    room: Vec<AtomicI32>,
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
            room: Vec::new(),
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
            let rule = of_key[0].0;
            index.buckets.push(Bucket { rule, people });
            index.room.push(AtomicI32::new(if rule.cap() == 0 { -1 } else { i32::try_from(rule.cap()).unwrap_or(i32::MAX) }));
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

    /// Whether more rows of a bucket are of no use.
    pub(super) fn is_full(&self, bucket: u32) -> bool {
        self.room[bucket as usize].load(Ordering::Relaxed) < 0
    }

    /// Sees another row of a bucket, whatever its place in the table; whether it is of no use.
    pub(super) fn see(&self, bucket: u32) -> bool {
        self.is_full(bucket) || self.room[bucket as usize].fetch_sub(1, Ordering::Relaxed) <= 0
    }

    /// The buckets whose rows were left out because there are too many.
    pub(super) fn capped(&self) -> impl Iterator<Item = (u32, &Bucket)> {
        (0..).zip(&self.buckets).filter(|(at, bucket)| bucket.rule.cap() > 0 && self.is_full(*at))
    }
}
