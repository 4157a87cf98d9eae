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
use super::scan::{Scan, scan};
use super::score::{Fit, Pair, fit, pairs, posterior, prior_bits};
use super::strangers::{Around, Strangers};
use super::table::Table;
use super::weights::ENOUGH;
use crate::job::Progress;
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    parts: impl Iterator<Item = Result<P, E>> + Send,
    open: impl Fn(P) -> Result<Columns, E> + Sync,
    options: Options,
    progress: &dyn Progress,
) -> Result<Linkage, E> {
    let index = Index::of(people);
    let mut table = Table::default();
    read(&index, &mut table, parts, open, progress)?;
    table.close(&index);
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

/// Scans all parts, each on the thread that is free, and takes them in, in order: whoever has scanned the part that comes next takes it in.
fn read<P: Send, E: From<LinkError> + Send>(
    index: &Index,
    table: &mut Table,
    parts: impl Iterator<Item = Result<P, E>> + Send,
    open: impl Fn(P) -> Result<Columns, E> + Sync,
    progress: &dyn Progress,
) -> Result<(), E> {
    let parts = Mutex::new(parts.enumerate().fuse());
    let waiting: Mutex<BTreeMap<usize, Scan>> = Mutex::default();
    let taking = Mutex::new(Taking { table, next: 0 });
    let failed: Mutex<Option<E>> = Mutex::new(None);
    let fail = |error: E| {
        locked(&failed).get_or_insert(error);
    };
    let work = |_: rayon::BroadcastContext<'_>| {
        while locked(&failed).is_none() {
            if progress.is_cancelled() {
                return fail(LinkError::Cancelled.into());
            }
            let Some((number, part)) = locked(&parts).next() else { return };
            match part.and_then(&open) {
                Ok(columns) => {
                    let scan = scan(index, &columns);
                    drop(columns);
                    locked(&waiting).insert(number, scan);
                }
                Err(error) => return fail(error),
            }
            // Somebody who takes parts in already will find this one, or whoever comes next will.
            if let Ok(mut taking) = taking.try_lock() {
                taking.take_all(index, &waiting);
                progress.advance(taking.table.frequencies.rows, None);
            }
        }
    };
    rayon::broadcast(work);
    locked(&taking).take_all(index, &waiting);
    failed.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The table, and how far it is.
struct Taking<'t> {
    table: &'t mut Table,
    /// The part that comes next.
    next: usize,
}

impl Taking<'_> {
    /// Takes in the parts that are due.
    fn take_all(&mut self, index: &Index, waiting: &Mutex<BTreeMap<usize, Scan>>) {
        loop {
            let Some(scan) = locked(waiting).remove(&self.next) else { return };
            self.table.take(index, scan);
            self.next += 1;
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
        let is_capped = |bucket: u32| self.index.buckets[bucket as usize].rule.cap() > 0 && self.index.is_full(bucket);
        self.index.of_person[person].iter().any(|&bucket| is_capped(bucket))
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
    let mut capped: Vec<CappedBlock> = (index.capped())
        .map(|(at, bucket)| CappedBlock {
            rule: bucket.rule.name().to_owned(),
            value: bucket.rule.shown(words, &people[bucket.people[0] as usize]),
            rows: u64::from(table.held[at as usize].count),
            people: bucket.people.len() as u32,
        })
        .collect();
    capped.sort_unstable();
    capped
}
