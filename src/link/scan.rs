//! Going once through a table: which rows meet somebody asked about, and how common every value is.
//!
//! A chunk of rows is scanned on any thread; what it found is then taken into the [`Table`](super::table::Table), in the order of the rows, so that the
//! result is the same whatever the number of threads. Only rows that meet somebody are kept: memory depends on the people asked about, not on the table.

use super::block::Keys;
use super::columns::{Columns, Text};
use super::frequency::Frequencies;
use super::index::Index;

/// Rows drawn from the table to see how alike strangers are.
pub(super) const DRAWN: usize = 1_024;
/// So many first rows are kept whoever they meet: in a small table, whoever meets nobody can then be compared with everybody.
pub(super) const SMALL: u32 = 50_000;

/// What one chunk of rows holds.
pub(super) struct Scan {
    /// Rows that have each bucket's key.
    pub counts: Vec<u32>,
    /// Bucket and row (as a place in `kept`), in the order of the rows; none of buckets that were full by then.
    pub hits: Vec<(u32, u32)>,
    /// The rows that met somebody.
    pub kept: Columns,
    pub frequencies: Frequencies,
    pub drawn: Vec<Drawn>,
}

/// A row drawn from the table: those with the smallest digests are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Drawn {
    digest: u64,
    /// In the order of [`DRAWN_TEXTS`].
    pub texts: [String; DRAWN_TEXTS.len()],
    pub phone: u64,
}

/// What is kept of a drawn row, beside its telephone number.
pub(super) const DRAWN_TEXTS: [Text; 5] = [Text::Last, Text::First, Text::Local, Text::Domain, Text::Identifier];

/// Scans a chunk of rows.
pub(super) fn scan(index: &Index, columns: &Columns) -> Scan {
    let mut keys = Keys::new(&columns.words, Some(&index.known));
    let mut counts = vec![0; index.buckets.len()];
    // Bucket and row, as a place among the columns.
    let mut hits: Vec<(u32, u32)> = Vec::new();
    let mut met: Vec<u32> = Vec::new();
    let mut drawn: Vec<(u64, usize)> = Vec::new();
    let mut limit = u64::MAX;
    for (at, record) in columns.records.iter().enumerate() {
        met.clear();
        // The digest is that of the content, so that the draw below is the same for the same table in any order.
        let digest = keys.of(record, |_, key| met.extend(index.bucket(key)));
        met.sort_unstable();
        met.dedup();
        for &bucket in &met {
            counts[bucket as usize] += 1;
            if !index.see(bucket) {
                hits.push((bucket, at as u32));
            }
        }
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
    let (hits, kept) = keep(index, columns, hits);
    Scan { counts, hits, kept, frequencies: Frequencies::of(columns), drawn: drawn.into_iter().map(whole).collect() }
}

/// Copies the rows that are of use to a bucket that is not full by now.
fn keep(index: &Index, columns: &Columns, hits: Vec<(u32, u32)>) -> (Vec<(u32, u32)>, Columns) {
    let mut kept = Columns::default();
    // Code among the kept words of each word of the chunk; 0 until it is wanted.
    let mut codes = vec![0; columns.words.len()];
    let mut take = |at: u32| {
        kept.rows.push(columns.rows[at as usize]);
        kept.records.push(columns.records[at as usize].recoded(|code| {
            let known = &mut codes[code as usize];
            if *known == 0 && code != 0 {
                *known = kept.words.add(columns.words.get(code));
            }
            *known
        }));
        kept.rows.len() as u32 - 1
    };
    // The first rows of a table are kept whoever they meet, at the places they have.
    let small = columns.rows.partition_point(|row| *row < SMALL) as u32;
    let mut last = (u32::MAX, 0);
    for at in 0..small {
        take(at);
    }
    let place = |(bucket, at): (u32, u32)| {
        if at >= small && last.0 != at {
            last = (at, take(at));
        }
        (bucket, if at < small { at } else { last.1 })
    };
    let hits = hits.into_iter().filter(|(bucket, _)| !index.is_full(*bucket)).map(place).collect();
    (hits, kept)
}
