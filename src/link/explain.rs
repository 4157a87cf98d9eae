//! A link in full: its bars, its label, its runner-up.

use super::found::{Bar, Label, PersonLink};
use super::score::{Pair, Posterior, is_twice};
use super::table::Table;
use super::weights::{Weights, outcomes};

/// Two rows less than this far apart are hard to tell from each other: a factor of 8.
const GAP_BITS: f64 = 3.0;

/// The links of one person: the best row, if it reaches the threshold, and every further one that does.
///
/// Rows that are one person entered twice count as one; the first of them stands for all.
pub(super) fn explain(
    person: u32,
    pairs: &[Pair],
    posterior: &Posterior,
    table: &Table,
    weights: &Weights,
    prior_bits: f64,
    threshold: f64,
) -> Vec<PersonLink> {
    let groups = groups(pairs, posterior, table);
    let mut links: Vec<PersonLink> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        if group.probability < threshold || group.probability <= 0.0 {
            break;
        }
        let rival = if place == 0 { groups.get(1) } else { groups.first() };
        let pair = &pairs[group.best];
        let bars: Vec<Bar> = outcomes(&pair.levels)
            .into_iter()
            .map(|(outcome, parts)| {
                let bits = parts.iter().map(|&at| weights.bits(at, pair.packed[at]) - f64::from(pair.u_bits[at])).sum();
                Bar { outcome, bits }
            })
            .collect();
        let sum: f64 = prior_bits + bars.iter().map(|bar| bar.bits).sum::<f64>() - pair.household_bits;
        let odds_bits = log_odds(group.probability);
        links.push(PersonLink {
            person,
            row: table.rows[pair.row as usize],
            probability: group.probability,
            label: label(group, rival, pair),
            prior_bits,
            bars,
            household_bits: -pair.household_bits,
            rivals_bits: odds_bits - sum,
            runner_up: rival.map(|rival| (table.rows[pairs[rival.best].row as usize], rival.probability)),
        });
    }
    links
}

/// log₂ of p / (1 − p), kept finite.
fn log_odds(p: f64) -> f64 {
    let p = p.clamp(1e-15, 1.0 - 1e-15);
    libm::log2(p / (1.0 - p))
}

/// Rows that are one person.
struct Group {
    /// Place of its best pair.
    best: usize,
    probability: f64,
    odds_bits: f64,
}

/// The rows of a person, those of one person entered twice together; the most probable first.
fn groups(pairs: &[Pair], posterior: &Posterior, table: &Table) -> Vec<Group> {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by(|&a, &b| posterior.probabilities[b].total_cmp(&posterior.probabilities[a]).then(pairs[a].row.cmp(&pairs[b].row)));
    let mut groups: Vec<Group> = Vec::new();
    for at in order {
        let record = &table.records[pairs[at].row as usize];
        let probability = posterior.probabilities[at];
        if let Some(same) = groups.iter_mut().find(|group| is_twice(table.words.words(), &table.records[pairs[group.best].row as usize], record)) {
            same.probability = (same.probability + probability).min(1.0);
        } else {
            groups.push(Group { best: at, probability, odds_bits: posterior.odds_bits[at] });
        }
    }
    groups.sort_by(|a, b| b.probability.total_cmp(&a.probability).then(pairs[a.best].row.cmp(&pairs[b.best].row)));
    groups
}

fn label(group: &Group, rival: Option<&Group>, pair: &Pair) -> Label {
    if rival.is_some_and(|rival| (group.odds_bits - rival.odds_bits).abs() < GAP_BITS && rival.probability > 0.05) {
        return Label::Ambiguous;
    }
    match group.probability {
        p if p >= 0.99 => Label::Sure,
        p if p >= 0.9 => Label::Likely,
        p if p >= 0.5 => Label::Possible,
        // The chance that it is somebody of the household outweighs the chance of a stranger.
        _ if pair.household_bits > 1.0 => Label::Household,
        _ => Label::Weak,
    }
}
