//! Going once through a table: which rows meet somebody asked about, and how common every value is.
//!
//! A chunk of rows is scanned on any thread; what it found is then taken in, in the order of the rows, so that the result is the same whatever the
//! number of threads. Only rows that meet somebody are kept: memory depends on the people asked about, not on the table.

use super::block::Keys;
use super::columns::{Columns, Record, Text};
use super::frequency::Frequencies;
use super::index::{Held, Index};
use super::words::Interner;

/// Rows drawn from the table to see how alike strangers are.
const DRAWN: usize = 1_024;
/// So many first rows are kept whoever they meet: in a small table, whoever meets nobody can then be compared with everybody.
const SMALL: u32 = 50_000;

/// What one chunk of rows holds.
pub(super) struct Scan {
    /// Bucket and row (as a place in `kept`, or none where the bucket is full), in the order of the rows.
    hits: Vec<(u32, Option<u32>)>,
    /// The rows that met somebody.
    kept: Columns,
    frequencies: Frequencies,
    drawn: Vec<Drawn>,
}

/// A row drawn from the table: those with the smallest digests are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Drawn {
    digest: u64,
    /// In the order of [`DRAWN_TEXTS`].
    texts: [String; DRAWN_TEXTS.len()],
    phone: u64,
}

/// What is kept of a drawn row, beside its telephone number.
const DRAWN_TEXTS: [Text; 5] = [Text::Last, Text::First, Text::Local, Text::Domain, Text::Identifier];

/// Scans a chunk of rows.
pub(super) fn scan(index: &Index, columns: &Columns) -> Scan {
    let mut keys = Keys::new(&columns.words, Some(&index.known));
    let mut hits = Vec::new();
    let mut kept = Columns::default();
    let mut drawn: Vec<(u64, usize)> = Vec::new();
    let mut limit = u64::MAX;
    // Buckets met, and whether another row is of no use to them.
    let mut met: Vec<(u32, bool)> = Vec::new();
    // Code among the kept words of each word of the chunk; 0 until it is wanted.
    let mut codes = vec![0; columns.words.len()];
    for (at, record) in columns.records.iter().enumerate() {
        met.clear();
        // The digest is that of the content, so that the draw below is the same for the same table in any order.
        let digest = keys.of(record, |_, key| met.extend(index.bucket(key).map(|bucket| (bucket, true))));
        met.sort_unstable();
        met.dedup();
        for (bucket, is_full) in &mut met {
            *is_full = index.buckets[*bucket as usize].see();
        }
        let is_kept = columns.rows[at] < SMALL || met.iter().any(|(_, is_full)| !is_full);
        let place = is_kept.then_some(kept.rows.len() as u32);
        if is_kept {
            kept.rows.push(columns.rows[at]);
            kept.records.push(record.recoded(|code| {
                let known = &mut codes[code as usize];
                if *known == 0 && code != 0 {
                    *known = kept.words.add(columns.words.get(code));
                }
                *known
            }));
        }
        hits.extend(met.iter().map(|&(bucket, is_full)| (bucket, place.filter(|_| !is_full))));
        if digest < limit {
            drawn.push((digest, at));
            if drawn.len() >= 4 * DRAWN {
                drawn.sort_unstable();
                drawn.truncate(DRAWN);
                limit = drawn[DRAWN - 1].0;
            }
        }
    }
    drawn.sort_unstable();
    drawn.truncate(DRAWN);
    let whole = |(digest, at): (u64, usize)| {
        let record = &columns.records[at];
        Drawn { digest, texts: DRAWN_TEXTS.map(|text| columns.text(record, text).to_owned()), phone: record.phone }
    };
    Scan { hits, kept, frequencies: Frequencies::of(columns), drawn: drawn.into_iter().map(whole).collect() }
}

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
        let first = self.rows.len() as u32;
        for (bucket, place) in scan.hits {
            index.buckets[bucket as usize].add(&mut self.held[bucket as usize], place.map(|place| first + place));
        }
        let mut codes = vec![u32::MAX; scan.kept.words.len()];
        self.rows.extend_from_slice(&scan.kept.rows);
        for record in &scan.kept.records {
            let mut recoded = *record;
            for (place, word) in recoded.words.iter_mut().enumerate() {
                let known = &mut codes[*word as usize];
                if *known == u32::MAX {
                    *known = self.words.code_at(place, scan.kept.words.get(*word));
                }
                *word = *known;
            }
            self.records.push(recoded);
        }
        self.frequencies.add(&scan.frequencies);
        self.drawn.extend(scan.drawn);
        if self.drawn.len() > 4 * DRAWN {
            self.draw();
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
