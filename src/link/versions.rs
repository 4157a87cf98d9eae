//! Value versions: somebody stays in a file while an address, a number or a name changes (old address → new address), and when each stood there.
//!
//! Pure; built on the pairing of rows that [`super::diff`] uses and on the rules of validity of [`super::membership`]. Not for how two states differ.

mod dated;
mod kind;

#[cfg(test)]
mod tests;

pub use kind::Kind;

use super::LinkError;
use super::membership::edges::{Dates, States, validity};
use super::pairing::pair;
use super::pairing::who::Side;
use super::state::{State, Table};
use crate::attribute::Edge;
use crate::job::Progress;
use crate::model::Day;
use crate::model::dates::{Bound, Interval};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A state of a source with its day.
#[derive(Clone, Copy, Debug)]
pub struct DatedState<'a> {
    /// First and last day whose state it can show; `None` if unknown.
    pub as_of: Option<(Day, Day)>,
    /// Header, reading and rows.
    pub state: State<'a>,
}

/// A value and when it stood in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// As written where it was seen last; empty if the cells were.
    pub value: String,
    /// When it stood there. An end is never taken for today: what is unknown is open.
    pub when: Interval,
    /// Where it stands: index of the state and row number, in order of time.
    pub rows: Vec<(u32, u32)>,
}

/// The values one person had in a file, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    /// What changed.
    pub kind: Kind,
    /// At least two, in order of time; neighbours differ in more than the writing.
    pub values: Vec<Version>,
}

/// Finds everybody whose e-mail address, telephone number, name or postal address changed, between dated states or between dated rows of one state.
///
/// Between states: a row is followed from state to state, over gaps too; the old value ends and the new one begins in the days between the last state
/// that shows the one and the first that shows the other. Before the first value stands the day of joining, after the last the day of leaving, if the
/// rows say them. States that lack the column say nothing. Undated states say nothing about when.
///
/// Between rows: several rows of one person in one state, each with a day of joining or leaving, are versions by those days. The newest state that has
/// such rows of a person is asked.
///
/// Sorted by where the first value stands, then by kind.
///
/// # Errors
/// [`LinkError::Table`] if a column is missing in a segment, [`LinkError::Cancelled`].
pub fn versions(states: &[DatedState<'_>], progress: &dyn Progress) -> Result<Vec<Versions>, LinkError> {
    let tables: Vec<Table> = states.iter().map(|dated| Table::of(dated.state)).collect::<Result<_, _>>()?;
    let mut order: Vec<usize> = (0..states.len()).filter(|&at| states[at].as_of.is_some()).collect();
    order.sort_by_key(|&at| (states[at].as_of, at));
    let chains = chains(&tables, &order, progress)?;
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let has = |at: usize| kind.is_in(&tables[at]);
        let dates = States::of(states.iter().enumerate().map(|(at, dated)| dated.as_of.filter(|_| has(at))));
        for chain in chains.iter().filter(|chain| chain.len() > 1) {
            let seen: Vec<(u32, u32)> = chain.iter().copied().filter(|(state, _)| has(*state as usize)).collect();
            found.extend(of_chain(kind, &seen, &tables, &dates));
        }
    }
    let undated = (0..states.len()).filter(|&at| states[at].as_of.is_none());
    let newest_first: Vec<usize> = order.iter().rev().copied().chain(undated).collect();
    let mut known = BTreeSet::new();
    for at in newest_first {
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled);
        }
        found.extend(dated::versions(&tables[at], at as u32, &mut known));
    }
    found.sort_by(|a, b| (&a.values[0].rows, a.kind).cmp(&(&b.values[0].rows, b.kind)));
    Ok(found)
}

/// The rows of somebody: state and place, in order of time.
pub(super) type Chain = Vec<(u32, u32)>;

/// Follows every row through the states in this order. Every row is in one chain.
pub(super) fn chains(tables: &[Table], order: &[usize], progress: &dyn Progress) -> Result<Vec<Chain>, LinkError> {
    let mut chains: Vec<Chain> = Vec::new();
    for (done, &state) in order.iter().enumerate() {
        progress.advance(done as u64, Some(order.len() as u64));
        // Everybody seen so far by the row seen last, so that a state that skips them does not end them.
        let last = chains.iter().filter_map(|chain| chain.last().copied()).collect();
        let known = Side::among(tables.iter().collect(), last);
        let here = Side::of(&tables[state], |_| None, progress)?;
        let pairing = pair(&known, &here, progress)?;
        for pair in &pairing.pairs {
            chains[pair.before as usize].push((state as u32, pair.after));
        }
        let mut new: Vec<u32> = pairing.untold.into_iter().flat_map(|group| group.after).chain(pairing.added).collect();
        new.sort_unstable();
        chains.extend(new.into_iter().map(|at| vec![(state as u32, at)]));
    }
    Ok(chains)
}

/// The versions of one kind of value in a chain; `None` if it never changed.
fn of_chain(kind: Kind, chain: &[(u32, u32)], tables: &[Table], states: &States) -> Option<Versions> {
    let value = |&(state, at): &(u32, u32)| kind.value(&tables[state as usize], at as usize);
    let runs: Vec<&[(u32, u32)]> = chain.chunk_by(|a, b| kind.is_same(&value(a), &value(b))).collect();
    if runs.len() < 2 {
        return None;
    }
    let last = runs.len() - 1;
    let version = |(n, run): (usize, &&[(u32, u32)])| {
        let mut present = vec![false; states.len()];
        let mut dates = Dates::default();
        for &(state, at) in *run {
            if let Some(of) = states.of_snapshot(state as usize) {
                present[of] = true;
            }
            let (joined, left) = tables[state as usize].days(at as usize);
            // A day of joining speaks for the first value only, a day of leaving for the last.
            dates.add(states.rank(state as usize), (joined.filter(|_| n == 0), left.filter(|_| n == last)));
        }
        let validity = validity(&present, states, &dates);
        let rows = run.iter().map(|&(state, at)| (state, tables[state as usize].row(at as usize)));
        Version {
            value: run.last().map(value).unwrap_or_default(),
            when: Interval { from: bound(validity.start), until: bound(validity.end) },
            rows: rows.collect(),
        }
    };
    Some(Versions { kind, values: runs.iter().enumerate().map(version).collect() })
}

/// A limit of validity as the end of a half-open interval.
fn bound(edge: Edge) -> Bound {
    match edge {
        Edge::Open => Bound::Open,
        Edge::Known(day) => Bound::Known(day),
        Edge::Ramp { after, by } => Bound::between(after.tomorrow().ok(), Some(by)),
    }
}
