//! One row, one person: links where no row may be given twice.

use super::PersonLink;
use super::explain::explain;
use super::score::{Pair, posterior};
use super::table::Table;
use super::weights::Weights;
use std::collections::BTreeSet;

/// The links of all people if every row is one person's at most.
///
/// The best supported pair of all takes its row first, then the best of those left, and so on; what is left to choose from is then weighed anew, so
/// a row that somebody else fits better no longer speaks against the right one.
pub(super) fn assign(people: &[Vec<Pair>], table: &Table, weights: &Weights, prior_bits: f64, threshold: f64) -> Vec<PersonLink> {
    let looked_up = weights.table();
    let mut order: Vec<(f64, u32, u32)> = Vec::new();
    for (person, pairs) in people.iter().enumerate() {
        order.extend(pairs.iter().map(|pair| (pair.bits(&looked_up), person as u32, pair.row)));
    }
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    let mut row_of: Vec<Option<u32>> = vec![None; people.len()];
    for (_, person, row) in order {
        if row_of[person as usize].is_none() && taken.insert(row) {
            row_of[person as usize] = Some(row);
        }
    }
    let of_person = |(person, pairs): (usize, &Vec<Pair>)| {
        let own = row_of[person];
        let posterior = posterior(pairs, &looked_up, prior_bits, |row| own == Some(row) || !taken.contains(&row));
        let mut links = explain(person as u32, pairs, &posterior, table, weights, prior_bits, threshold);
        links.retain(|link| own.is_some_and(|own| table.rows[own as usize] == link.row));
        links
    };
    people.iter().enumerate().flat_map(of_person).collect()
}
