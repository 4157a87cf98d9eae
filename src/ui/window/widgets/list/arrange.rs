//! Which rows are shown and in which order, with the counts beside the choices. Worked out once per change of rows or settings; of long lists on a
//! thread, while the window goes on.

use super::contract::{Key, Kind, Rows};
use crate::job::{Progress, Unwatched};
use crate::normalise::{Collation, fold};
use crate::ui::window::jobs::{self, Job, Poll};
use rayon::prelude::*;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Lists no longer than this are arranged between two frames.
const AT_ONCE: usize = 4_000;

/// Rows with what has been worked out about them so far.
pub struct Prepared {
    pub rows: Arc<dyn Rows>,
    /// What the filter looks at, once somebody filters.
    folded: OnceLock<Vec<Box<str>>>,
    /// What a column is sorted by, once somebody sorts by it: a number for each row, NaN where nothing is known.
    keys: Mutex<BTreeMap<usize, Arc<Vec<f64>>>>,
}

/// What is asked of a column, by its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub column: usize,
    pub included: BTreeSet<String>,
    pub excluded: BTreeSet<String>,
}

impl Asked {
    fn admits(&self, value: &str) -> bool {
        (self.included.is_empty() || self.included.contains(value)) && !self.excluded.contains(value)
    }
}

/// What is to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Columns with whether the last comes first; what counts most first.
    pub sort: Vec<(usize, bool)>,
    pub asked: Vec<Asked>,
    /// Folded.
    pub filter: String,
    /// Columns whose values are counted.
    pub counted: Vec<usize>,
    /// Of these rows only, where something is asked of their stars, tags and notes.
    pub among: Option<Arc<BTreeSet<u32>>>,
}

/// A value and how many rows have it, of those that everything asked of other columns lets through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub value: String,
    pub count: usize,
    /// The first row that has it.
    pub first: u32,
}

/// How many rows have a value, and the first that has it.
type Tally = HashMap<String, (usize, u32)>;

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arranged {
    /// Numbers of the rows shown, in order.
    pub order: Vec<u32>,
    /// By column.
    pub counts: BTreeMap<usize, Vec<Counted>>,
}

impl Prepared {
    pub fn new(rows: Arc<dyn Rows>) -> Self {
        Self { rows, folded: OnceLock::new(), keys: Mutex::default() }
    }

    fn folded(&self) -> &[Box<str>] {
        self.folded.get_or_init(|| {
            let columns = self.rows.columns().len();
            let all = |row: usize| {
                let cells = (0..columns).map(|column| self.rows.text(row, column));
                let joined = cells.chain([self.rows.also(row)]).collect::<Vec<Cow<'_, str>>>().join("\n");
                fold(&joined).into_boxed_str()
            };
            (0..self.rows.len()).into_par_iter().map(all).collect()
        })
    }

    fn keys(&self, column: usize) -> Arc<Vec<f64>> {
        let known = self.keys.lock().unwrap_or_else(PoisonError::into_inner).get(&column).cloned();
        known.unwrap_or_else(|| {
            let keys = Arc::new(self.ranked(column));
            self.keys.lock().unwrap_or_else(PoisonError::into_inner).insert(column, Arc::clone(&keys));
            keys
        })
    }

    /// Texts are put in order once, so that sorting compares numbers only.
    fn ranked(&self, column: usize) -> Vec<f64> {
        let mut keys = vec![f64::NAN; self.rows.len()];
        let mut numbers: HashMap<Cow<'_, str>, u32> = HashMap::new();
        let mut texts: Vec<(u32, u32)> = Vec::new();
        for (row, place) in (0..).zip(&mut keys) {
            match self.rows.key(row as usize, column) {
                Key::Missing => {}
                Key::Number(number) => *place = number,
                Key::Text(text) => {
                    let next = numbers.len() as u32;
                    texts.push((row, *numbers.entry(text).or_insert(next)));
                }
            }
        }
        let mut distinct: Vec<(Cow<'_, str>, u32)> = numbers.into_iter().collect();
        let collation = Collation::new();
        distinct.par_sort_unstable_by(|a, b| collation.compare(&a.0, &b.0));
        let mut ranks = vec![0.0; distinct.len()];
        for (rank, (_, number)) in distinct.iter().enumerate() {
            // Texts among numbers come after them.
            ranks[*number as usize] = 1e12 + rank as f64;
        }
        for (row, number) in texts {
            keys[row as usize] = ranks[number as usize];
        }
        keys
    }

    fn order_of_values(&self, column: usize, counted: &mut [Counted]) {
        let collation = Collation::new();
        let key = |counted: &Counted| self.rows.key(counted.first as usize, column);
        counted.sort_by(|a, b| compare_keys(&key(a), &key(b), &collation).then_with(|| collation.compare(&a.value, &b.value)));
    }
}

/// Numbers before texts, what is missing last.
fn compare_keys(one: &Key<'_>, other: &Key<'_>, collation: &Collation) -> Ordering {
    let rank = |key: &Key<'_>| match key {
        Key::Number(_) => 0,
        Key::Text(_) => 1,
        Key::Missing => 2,
    };
    match (one, other) {
        (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
        (Key::Text(a), Key::Text(b)) => collation.compare(a, b),
        _ => rank(one).cmp(&rank(other)),
    }
}

/// Filters, counts and sorts. `None` if somebody wants something else by now.
pub fn arrange(prepared: &Prepared, wanted: &Wanted, progress: &dyn Progress) -> Option<Arranged> {
    let rows = &*prepared.rows;
    let folded = (!wanted.filter.is_empty()).then(|| prepared.folded());
    let mut counts: Vec<(usize, Tally)> = wanted.counted.iter().map(|&column| (column, HashMap::new())).collect();
    let mut order = Vec::new();
    for row in 0..rows.len() as u32 {
        let at = row as usize;
        if at.is_multiple_of(4096) && progress.is_cancelled() {
            return None;
        }
        if wanted.among.as_ref().is_some_and(|among| !among.contains(&row)) {
            continue;
        }
        if folded.is_some_and(|folded| !folded[at].contains(&wanted.filter)) {
            continue;
        }
        let mut refusals = wanted.asked.iter().filter(|asked| !asked.admits(&rows.value(at, asked.column)));
        let refusal = refusals.next().map(|asked| asked.column);
        if refusals.next().is_some() {
            continue;
        }
        // A value counts as if nothing were asked of its own column: so much would come back if it were let in.
        for (column, found) in counts.iter_mut().filter(|(column, _)| refusal.is_none_or(|refusal| refusal == *column)) {
            let value = rows.value(at, *column);
            match found.get_mut(&*value) {
                Some((count, _)) => *count += 1,
                None => drop(found.insert(value.into_owned(), (1, row))),
            }
        }
        if refusal.is_none() {
            order.push(row);
        }
    }
    let keys: Vec<(Arc<Vec<f64>>, bool)> = wanted.sort.iter().map(|&(column, is_descending)| (prepared.keys(column), is_descending)).collect();
    if progress.is_cancelled() {
        return None;
    }
    let has_last = (0..rows.len()).rev().take(4).any(|row| rows.is_last(row));
    if !keys.is_empty() {
        // Stable: equal rows stay in the order they have without sorting.
        order.par_sort_by(|&a, &b| {
            let last = if has_last { rows.is_last(a as usize).cmp(&rows.is_last(b as usize)) } else { Ordering::Equal };
            keys.iter().fold(last, |order, (keys, is_descending)| order.then_with(|| by_key(keys[a as usize], keys[b as usize], *is_descending)))
        });
    }
    let counts = counts.into_iter().map(|(column, found)| {
        let mut counted: Vec<Counted> = found.into_iter().map(|(value, (count, first))| Counted { value, count, first }).collect();
        prepared.order_of_values(column, &mut counted);
        (column, counted)
    });
    Some(Arranged { order, counts: counts.collect() })
}

fn by_key(one: f64, other: f64, is_descending: bool) -> Ordering {
    match (one.is_nan(), other.is_nan()) {
        (false, false) if is_descending => other.total_cmp(&one),
        (false, false) => one.total_cmp(&other),
        (one, other) => one.cmp(&other),
    }
}

/// Keeps the arrangement up to date.
#[derive(Default)]
pub struct Arranger {
    prepared: Option<Arc<Prepared>>,
    wanted: Wanted,
    arranged: Option<Arc<Arranged>>,
    job: Option<Job<Option<Arranged>>>,
}

impl Arranger {
    /// Looks whether rows or wishes have changed. True if a new arrangement is there.
    pub fn tend(&mut self, ctx: &egui::Context, rows: &Arc<dyn Rows>, wanted: Wanted) -> bool {
        let is_same = self.prepared.as_ref().is_some_and(|prepared| Arc::ptr_eq(&prepared.rows, rows));
        if !is_same {
            self.prepared = Some(Arc::new(Prepared::new(Arc::clone(rows))));
            // Its numbers are those of other rows.
            self.arranged = None;
        }
        let Some(prepared) = &self.prepared else { return false };
        let mut is_new = false;
        if !is_same || self.wanted != wanted {
            self.wanted = wanted;
            self.job = None;
            if rows.len() <= AT_ONCE {
                self.arranged = arrange(prepared, &self.wanted, &Unwatched).map(Arc::new);
                is_new = true;
            } else {
                let (prepared, wanted) = (Arc::clone(prepared), self.wanted.clone());
                self.job = Job::start("list", jobs::repaint(ctx), move |progress| arrange(&prepared, &wanted, progress)).ok();
            }
        }
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Done(arranged)) => {
                self.arranged = arranged.map(Arc::new).or(self.arranged.take());
                self.job = None;
                is_new = true;
            }
            Some(Poll::Lost) => self.job = None,
            Some(Poll::Running) | None => {}
        }
        is_new
    }

    /// What is shown; while something else is worked out still the old one. `None` before the first.
    pub fn arranged(&self) -> Option<Arc<Arranged>> {
        self.arranged.clone()
    }

    /// Whether something is being worked out.
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// The rows with what is known of them, and what is wanted of them.
    pub fn question(&self) -> Option<(Arc<Prepared>, Wanted)> {
        self.prepared.clone().map(|prepared| (prepared, self.wanted.clone()))
    }
}

/// Numbers of the columns that can be chosen by from the bar.
pub fn facets(rows: &dyn Rows) -> Vec<usize> {
    rows.columns().iter().enumerate().filter(|(_, column)| column.kind == Kind::Choice).map(|(at, _)| at).collect()
}
