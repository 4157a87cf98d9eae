//! Everything found in the table so far: the rows some bucket still has use for, and where each bucket stands.
//!
//! A bucket that turns out to stand on too many rows lets go of all of them. So what was scanned waits with its own words, and only rows still wanted then
//! are copied: of five million rows a third meets somebody at first, and a few in a hundred do in the end.

use super::columns::{Columns, Record};
use super::frequency::Frequencies;
use super::index::{Held, Index};
use super::scan::{DRAWN, DRAWN_TEXTS, Drawn, SMALL, Scan};
use super::words::Interner;

/// Rows that wait before they are gone through.
const WAITING: usize = 1 << 18;

/// Everything found so far.
#[derive(Default)]
pub(super) struct Table {
    /// Rows that met somebody, in order.
    pub rows: Vec<u32>,
    /// Their records, with codes of `words`.
    pub records: Vec<Record>,
    pub words: Interner,
    /// Where each bucket of the index stands.
    pub held: Vec<Held>,
    pub frequencies: Frequencies,
    drawn: Vec<Drawn>,
    /// Rows behind those of `rows`, each chunk with words of its own.
    waiting: Vec<Columns>,
    /// How many they are.
    wait: usize,
}

impl Table {
    /// Whether every row is kept.
    pub(super) fn is_whole(&self) -> bool {
        // Of a larger table all may be kept by accident; which are depends on what was seen first.
        self.frequencies.rows == self.rows.len() as u64 && self.rows.last().is_none_or(|last| *last < SMALL)
    }

    /// Takes in the next chunk.
    pub(super) fn take(&mut self, index: &Index, scan: Scan) {
        self.held.resize(index.buckets.len(), Held::default());
        let first = (self.rows.len() + self.wait) as u32;
        for (held, count) in self.held.iter_mut().zip(&scan.counts) {
            held.count += count;
        }
        for (bucket, place) in scan.hits {
            self.held[bucket as usize].rows.push(first + place);
        }
        self.wait += scan.kept.len();
        self.waiting.push(scan.kept);
        if self.wait >= WAITING {
            self.settle(index);
        }
        self.frequencies.add(&scan.frequencies);
        self.drawn.extend(scan.drawn);
        if self.drawn.len() > 4 * DRAWN {
            self.draw();
        }
    }

    /// That all chunks are in.
    pub(super) fn close(&mut self, index: &Index) {
        self.held.resize(index.buckets.len(), Held::default());
        self.settle(index);
    }

    /// Copies the waiting rows that are still of use, and lets go of earlier ones that no longer are.
    fn settle(&mut self, index: &Index) {
        // New place of each row, plus 1; 0 for rows nobody has use for.
        let mut places = vec![0_u32; self.rows.len() + self.wait];
        for (bucket, held) in (0..).zip(&mut self.held) {
            if index.is_full(bucket) {
                held.rows = Vec::new();
            }
            for row in &held.rows {
                places[*row as usize] = 1;
            }
        }
        let old = self.rows.len();
        let waiting = std::mem::take(&mut self.waiting);
        for (wanted, row) in places.iter_mut().zip(self.rows.iter().chain(waiting.iter().flat_map(|chunk| &chunk.rows))) {
            *wanted |= u32::from(*row < SMALL);
        }
        let mut next = 0;
        for place in places.iter_mut().filter(|place| **place != 0) {
            next += 1;
            *place = next;
        }
        let mut flags = places.iter();
        self.rows.retain(|_| flags.next().is_some_and(|place| *place != 0));
        let mut flags = places.iter();
        self.records.retain(|_| flags.next().is_some_and(|place| *place != 0));
        let mut behind = places[old..].iter();
        for chunk in &waiting {
            self.copy(chunk, behind.by_ref().take(chunk.len()).map(|place| *place != 0));
        }
        self.wait = 0;
        for held in &mut self.held {
            for row in &mut held.rows {
                *row = places[*row as usize] - 1;
            }
        }
    }

    /// Copies the rows of a chunk that are wanted.
    fn copy(&mut self, chunk: &Columns, wanted: impl Iterator<Item = bool>) {
        let mut codes = vec![u32::MAX; chunk.words.len()];
        for ((row, record), _) in chunk.rows.iter().zip(&chunk.records).zip(wanted).filter(|(_, is_wanted)| *is_wanted) {
            let mut recoded = *record;
            for (place, word) in recoded.words.iter_mut().enumerate() {
                let known = &mut codes[*word as usize];
                if *known == u32::MAX {
                    *known = self.words.code_at(place, chunk.words.get(*word));
                }
                *word = *known;
            }
            self.rows.push(*row);
            self.records.push(recoded);
        }
    }

    fn draw(&mut self) {
        self.drawn.sort_unstable();
        self.drawn.truncate(DRAWN);
    }

    /// Rows drawn evenly from the table, with no more of them than strangers are compared by.
    pub(super) fn drawn(&mut self) -> Vec<Record> {
        self.draw();
        let mut records = Vec::new();
        for Drawn { texts, phone, .. } in std::mem::take(&mut self.drawn) {
            let mut record = Record { phone, ..Record::default() };
            for (text, word) in DRAWN_TEXTS.iter().zip(&texts) {
                record.words[*text as usize] = self.words.code(word);
            }
            records.push(record);
        }
        records
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Builder, Columns, Particulars};
    use super::super::scan::scan;
    use super::*;

    /// Rows behind those that are kept whoever they meet: namesakes beyond every cap, and one row with the very address.
    fn parts() -> Vec<Columns> {
        let part = |first: u32| {
            let mut builder = Builder::default();
            for row in first..first + 3_000 {
                let email = if row == SMALL + 4_500 { "jean@exemple.test" } else { "" };
                builder.push(row, &Particulars { last_name: "Martin", first_name: "Jean", email, ..Particulars::default() });
            }
            builder.finish()
        };
        [SMALL, SMALL + 3_000, SMALL + 6_000].map(part).into()
    }

    fn people() -> Columns {
        let mut builder = Builder::default();
        builder.push(0, &Particulars { last_name: "Martin", first_name: "Jean", email: "jean@exemple.test", ..Particulars::default() });
        builder.finish()
    }

    /// What every bucket stands on: rows counted, and the rows held with their e-mail addresses.
    fn held(table: &Table) -> Vec<(u32, Vec<(u32, String)>)> {
        let row = |at: &u32| {
            (table.rows[*at as usize], table.words.words().get(table.records[*at as usize].code(crate::link::columns::Text::Local)).to_owned())
        };
        table.held.iter().map(|held| (held.count, held.rows.iter().map(row).collect())).collect()
    }

    #[test]
    fn rows_nobody_has_use_for_are_let_go_whenever_they_are_gone_through() {
        let (people, parts) = (people(), parts());
        let mut found = Vec::new();
        for settles_each_time in [false, true] {
            let index = Index::of(&people);
            let mut table = Table::default();
            for part in &parts {
                table.take(&index, scan(&index, part));
                if settles_each_time {
                    table.settle(&index);
                }
            }
            table.close(&index);
            assert_eq!(table.rows, [SMALL + 4_500], "of nine thousand namesakes nobody is of use but by the address");
            assert_eq!(table.frequencies.rows, 9_000);
            found.push(held(&table));
        }
        assert_eq!(found[0], found[1]);
        let row = (SMALL + 4_500, "jean".to_owned());
        assert!(found[0].contains(&(1, vec![row])), "{:?}", found[0]);
        assert!(found[0].contains(&(9_000, Vec::new())), "what was left out is counted: {:?}", found[0]);
    }
}
