//! Linking people to the rows of a table: [`link`], the one entry to the probabilistic engine.
//!
//! Fellegi & Sunter (1969), "A Theory for Record Linkage", JASA 64(328); Winkler (2000), "Using the EM Algorithm for Weight Computation in the
//! Fellegi–Sunter Model of Record Linkage". What is different here is the question: not "which of all pairs match" but "which row, if any, is this
//! person"; see `score`, beside this file.

use super::LinkError;
use super::assign::assign;
use super::block::Rule;
use super::columns::{Columns, Record};
use super::compare::Nearness;
use super::explain::explain;
use super::found::{CappedBlock, Learnt, Linkage};
use super::index::Index;
use super::scan::{Scan, Table, scan};
use super::score::{Fit, Pair, fit, pairs, posterior, prior_bits};
use super::strangers::{Around, Strangers};
use super::weights::ENOUGH;
use crate::job::Progress;
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

/// Chunks read ahead of the ones being scanned, per thread.
const AHEAD: usize = 4;
/// Pairs that may be compared to find whoever shares no key with anybody.
const WORTH_IT: u64 = 10_000_000;

/// What is asked of the engine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Links of at least this probability are wanted, in [0, 1].
    pub threshold: f64,
    /// Whether a row can be one person only.
    pub is_one_to_one: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { threshold: 0.5, is_one_to_one: false }
    }
}

/// Finds the rows of a table that are the people asked about.
///
/// The table comes in `parts`, in the order of its rows; `open` turns a part into columns and runs on any thread. Memory depends on the people asked
/// about, not on the table; the answer does not depend on the number of threads, nor on how the table is cut.
///
/// # Errors
/// [`LinkError::Cancelled`], and whatever reading or opening a part fails with.
pub fn link<P: Send, E: From<LinkError> + Send>(
    people: &Columns,
    parts: impl Iterator<Item = Result<P, E>>,
    open: impl Fn(P) -> Result<Columns, E> + Sync,
    options: Options,
    progress: &dyn Progress,
) -> Result<Linkage, E> {
    let index = Index::of(people);
    let mut table = Table::default();
    read(&index, &mut table, parts, open, progress)?;
    let drawn = table.drawn();
    let people: Vec<Record> = people.records.iter().map(|record| record.recoded(|code| table.words.code(people.words.get(code)))).collect();
    let words = table.words.words();
    let strangers = Strangers::of(&table.frequencies, words, &table.records, &drawn, &people);
    let meetings = Meetings { index: &index, table: &table, strangers: &strangers, people: &people };
    let everybody: Vec<usize> = (0..people.len()).collect();
    let (mut compared, mut pairs) = meetings.compare(&everybody, false, progress)?;
    let rows = table.frequencies.rows;
    let mut found = fit(&pairs, rows);
    // In a small table, whoever met nobody convincing is compared with everybody: blocking is for speed, not for leaving people out.
    let is_left = |person: usize| found.expected(&pairs[person], rows) < 0.5 && !meetings.meets_too_many(person);
    let left: Vec<usize> = everybody.into_iter().filter(|&person| is_left(person)).collect();
    if !left.is_empty() && table.is_whole() && left.len() as u64 * rows <= WORTH_IT {
        let (more, whole) = meetings.compare(&left, true, progress)?;
        compared += more;
        for (person, of_person) in left.into_iter().zip(whole) {
            pairs[person] = of_person;
        }
        found = fit(&pairs, rows);
    }
    let links = conclude(&pairs, &table, &found, options);
    Ok(Linkage {
        rows,
        links,
        learnt: Learnt {
            share: found.share,
            pairs: found.pairs,
            is_learnt: found.pairs >= ENOUGH,
            steps: found.steps,
            has_converged: found.has_converged,
        },
        capped: capped(&index, &table, &people),
        pairs: compared,
    })
}

/// Scans all parts and takes them in, in order; while some are scanned, those before them are taken in.
fn read<P: Send, E: From<LinkError> + Send>(
    index: &Index,
    table: &mut Table,
    mut parts: impl Iterator<Item = Result<P, E>>,
    open: impl Fn(P) -> Result<Columns, E> + Sync,
    progress: &dyn Progress,
) -> Result<(), E> {
    let at_once = rayon::current_num_threads() * AHEAD;
    let mut waiting: Vec<Scan> = Vec::new();
    loop {
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled.into());
        }
        let batch: Vec<P> = parts.by_ref().take(at_once).collect::<Result<_, E>>()?;
        let is_last = batch.is_empty();
        let scan_all = || batch.into_par_iter().map(|part| Ok(scan(index, &open(part)?))).collect::<Result<Vec<Scan>, E>>();
        let take_all = || waiting.drain(..).for_each(|scan| table.take(index, scan));
        let (scans, ()) = rayon::join(scan_all, take_all);
        waiting = scans?;
        progress.advance(table.frequencies.rows, None);
        if is_last {
            return Ok(());
        }
    }
}

/// Everything a person can be compared with.
struct Meetings<'t> {
    index: &'t Index,
    table: &'t Table,
    strangers: &'t Strangers<'t>,
    people: &'t [Record],
}

impl Meetings<'_> {
    /// The pairs of people worth keeping, and how many were compared; with all rows, or only with those that share a key.
    fn compare(&self, people: &[usize], with_all: bool, progress: &dyn Progress) -> Result<(u64, Vec<Vec<Pair>>), LinkError> {
        let compared: Result<Vec<(u64, Vec<Pair>)>, LinkError> =
            people
                .into_par_iter()
                .map_init(Nearness::default, |nearness, &person| {
                    if progress.is_cancelled() { Err(LinkError::Cancelled) } else { Ok(self.of(person, with_all, nearness)) }
                })
                .collect();
        let (numbers, pairs): (Vec<u64>, Vec<Vec<Pair>>) = compared?.into_iter().unzip();
        Ok((numbers.iter().sum(), pairs))
    }

    /// Whether a value of this person stands on so many rows that they were left out.
    fn meets_too_many(&self, person: usize) -> bool {
        let buckets = self.index.of_person[person].iter().map(|&bucket| &self.index.buckets[bucket as usize]);
        buckets.into_iter().any(|bucket| bucket.rule.cap() > 0 && bucket.is_full())
    }

    /// The pairs of a person worth keeping, and how many were compared.
    fn of(&self, person: usize, with_all: bool, nearness: &mut Nearness) -> (u64, Vec<Pair>) {
        let mut candidates: Vec<u32> = if with_all { (0..self.table.rows.len() as u32).collect() } else { Vec::new() };
        let mut around = Around::default();
        for &bucket in &self.index.of_person[person] {
            let Some(held) = self.table.held.get(bucket as usize) else { break };
            candidates.extend_from_slice(&held.rows);
            let count = match self.index.buckets[bucket as usize].rule {
                Rule::Email => &mut around.email,
                Rule::Local => &mut around.local,
                Rule::Phone => &mut around.phone,
                Rule::Identifier => &mut around.identifier,
                Rule::House => &mut around.house,
                Rule::Street => &mut around.street,
                _ => continue,
            };
            *count = held.count;
        }
        candidates.sort_unstable();
        candidates.dedup();
        let words = self.table.words.words();
        let kept = pairs(words, &self.table.records, self.strangers, &self.people[person], around, &candidates, nearness);
        (candidates.len() as u64, kept)
    }
}

/// The links, weighed.
fn conclude(pairs: &[Vec<Pair>], table: &Table, fit: &Fit, options: Options) -> Vec<super::PersonLink> {
    let weights = fit.weights.table();
    let prior = prior_bits(fit.share, table.frequencies.rows);
    if options.is_one_to_one {
        return assign(pairs, table, &fit.weights, prior, options.threshold);
    }
    let of_person = |(person, pairs): (usize, &Vec<Pair>)| {
        let posterior = posterior(pairs, &weights, prior, |_| true);
        explain(person as u32, pairs, &posterior, table, &fit.weights, prior, options.threshold)
    };
    pairs.par_iter().enumerate().flat_map_iter(of_person).collect()
}

/// The blocks left out, in words.
fn capped(index: &Index, table: &Table, people: &[Record]) -> Vec<CappedBlock> {
    let words = table.words.words();
    let full = index.buckets.iter().zip(&table.held).filter(|(bucket, _)| bucket.rule.cap() > 0 && bucket.is_full());
    let mut capped: Vec<CappedBlock> = full
        .map(|(bucket, held)| CappedBlock {
            rule: bucket.rule.name().to_owned(),
            value: bucket.rule.shown(words, &people[bucket.people[0] as usize]),
            rows: u64::from(held.count),
            people: bucket.people.len() as u32,
        })
        .collect();
    capped.sort_unstable();
    capped
}
