//! From outcomes to probabilities: which row, if any, is this person?
//!
//! A person is at most one record of a table, so the rows compete: with prior share λ of people who stand in it and N rows, row j has
//! Wⱼ = λ/N · P(γⱼ | same) / P(γⱼ | not the same), and p = Wⱼ / (1 − λ + Σ W). "Not the same" is mostly a stranger and now and then somebody of the
//! household or a namesake: P(γ | not the same) = u · (1 + η/N · h/u + ν/N · s/u), with η people of the household and ν namesakes (beyond those that
//! counted names make likely anyway) expected in the table.

use super::columns::{Record, Text};
use super::compare::{Levels, Nearness, compare};
use super::strangers::{Around, Strangers};
use super::weights::{COMPARISONS, Counts, FIRST, LAST, MISSING, Packed, Weights, household_bits, namesake_bits, pack};
use super::words::Words;

/// Other people of a person's household expected in a table.
const HOUSEHOLD: f64 = 1.0;
/// Namesakes of a person expected in a table beyond those that would be there if first and last names were drawn independently. Set on simulated
/// incidents (`benches/linkage`, seed 1), where a recipient who is not in the table has one now and then.
const NAMESAKES: f64 = 0.2;
/// Pairs this many bits below the best of a person are forgotten: together they could not move a probability by a thousandth.
const FORGOTTEN_BITS: f64 = 24.0;
/// Pairs kept per person at most.
const KEPT: usize = 24;

/// A person and a row worth keeping.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// Place of the row among the kept ones.
    pub row: u32,
    pub packed: Packed,
    pub levels: Levels,
    /// log₂ u of every comparison.
    pub u_bits: [f32; COMPARISONS],
    /// log₂(1 + η/N · h/u + ν/N · s/u).
    pub household_bits: f64,
}

impl Pair {
    /// log₂ of P(γ | same) / P(γ | not the same).
    pub(super) fn bits(&self, table: &[[f64; 8]; COMPARISONS]) -> f64 {
        let mut bits = -self.household_bits;
        for (comparison, &level) in self.packed.iter().enumerate() {
            if level != MISSING {
                bits += table[comparison][level as usize] - f64::from(self.u_bits[comparison]);
            }
        }
        bits
    }
}

/// Compares a person with rows that meet them; the pairs worth keeping, in the order of the rows.
pub(super) fn pairs(
    words: &Words,
    records: &[Record],
    strangers: &Strangers<'_>,
    person: &Record,
    mut around: Around,
    candidates: &[u32],
    nearness: &mut Nearness,
) -> Vec<Pair> {
    let table = Weights::default().table();
    // Fetched together: they lie far apart, and waiting for them one by one would take longer than comparing them.
    let rows_of: Vec<Record> = candidates.iter().map(|&row| records[row as usize]).collect();
    let levels: Vec<Levels> = rows_of.iter().map(|row| compare(words, person, row, nearness)).collect();
    let at_address = levels.iter().filter(|levels| levels.address == super::found::AddressLevel::Exact).count() as u32;
    around.address = around.address.max(at_address);
    let rows = strangers.rows().max(1) as f64;
    let mut kept: Vec<(f64, Pair)> = Vec::new();
    let mut best = f64::NEG_INFINITY;
    for ((&row, record), levels) in candidates.iter().zip(&rows_of).zip(levels) {
        let packed = pack(&levels);
        let u_bits = strangers.bits(&packed, record, person, &around);
        let mut pair = Pair { row, packed, levels, u_bits, household_bits: 0.0 };
        // What household and namesakes take away only makes it worse.
        if pair.bits(&table) <= best - FORGOTTEN_BITS {
            continue;
        }
        let m_bits = [LAST, FIRST].map(|at| if packed[at] == MISSING { 0.0 } else { table[at][packed[at] as usize] });
        let household = HOUSEHOLD / rows * libm::exp2(household_bits(&packed, &u_bits));
        let namesake = NAMESAKES / rows * libm::exp2(namesake_bits(&packed, &u_bits, m_bits));
        pair.household_bits = libm::log2(1.0 + household + namesake);
        let bits = pair.bits(&table);
        if bits > best - FORGOTTEN_BITS {
            best = best.max(bits);
            kept.push((bits, pair));
        }
    }
    kept.retain(|(bits, _)| *bits > best - FORGOTTEN_BITS);
    if kept.len() > KEPT {
        kept.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.row.cmp(&b.1.row)));
        kept.truncate(KEPT);
        kept.sort_by_key(|(_, pair)| pair.row);
    }
    kept.into_iter().map(|(_, pair)| pair).collect()
}

/// Probabilities of one person's pairs.
#[derive(Clone, Debug, Default)]
pub(super) struct Posterior {
    /// log₂ of W / (1 − λ) of each pair: its odds if there were no other row.
    pub odds_bits: Vec<f64>,
    /// p of each pair.
    pub probabilities: Vec<f64>,
}

/// Weighs the pairs of one person against each other and against "not in the table". `is_free` leaves rows out that are taken.
pub(super) fn posterior(pairs: &[Pair], table: &[[f64; 8]; COMPARISONS], prior_bits: f64, is_free: impl Fn(u32) -> bool) -> Posterior {
    let odds_bits: Vec<f64> = pairs.iter().map(|pair| if is_free(pair.row) { prior_bits + pair.bits(table) } else { f64::NEG_INFINITY }).collect();
    let top = odds_bits.iter().copied().fold(0.0, f64::max);
    // Summed from the smallest, so that the order of the rows does not show in the last digit.
    let mut sorted = odds_bits.clone();
    sorted.sort_by(f64::total_cmp);
    let total = libm::exp2(-top) + sorted.iter().map(|bits| libm::exp2(bits - top)).sum::<f64>();
    let probabilities = odds_bits.iter().map(|bits| libm::exp2(bits - top) / total).collect();
    Posterior { odds_bits, probabilities }
}

/// What was learnt in the end.
pub(super) struct Fit {
    pub weights: Weights,
    pub share: f64,
    pub pairs: f64,
    pub steps: u32,
    pub has_converged: bool,
}

impl Fit {
    /// How probable it is that one of these rows is the person.
    pub(super) fn expected(&self, pairs: &[Pair], rows: u64) -> f64 {
        posterior(pairs, &self.weights.table(), prior_bits(self.share, rows), |_| true).probabilities.iter().sum()
    }
}

/// Expectation–maximisation over everybody's pairs: the share of people in the table, and m.
pub(super) fn fit(people: &[Vec<Pair>], rows: u64) -> Fit {
    let mut fit = Fit { weights: Weights::default(), share: 0.5, pairs: 0.0, steps: 0, has_converged: false };
    let asked = people.len() as f64;
    while fit.steps < 60 && !fit.has_converged {
        let table = fit.weights.table();
        let prior_bits = prior_bits(fit.share, rows);
        let mut counts = Counts::default();
        let mut expected = 0.0;
        for pairs in people {
            let posterior = posterior(pairs, &table, prior_bits, |_| true);
            for (pair, &p) in pairs.iter().zip(&posterior.probabilities) {
                if p > 1e-6 {
                    counts.add(&pair.packed, p);
                    expected += p;
                }
            }
        }
        // One person found and one not found stand beside the data, so that no share is ever 0 or 1.
        let share = even((expected + 1.0) / (asked + 2.0));
        let (weights, moved) = fit.weights.learn(&counts);
        fit.has_converged = moved < 1e-4 && (share - fit.share).abs() < 1e-4;
        (fit.weights, fit.share, fit.pairs) = (weights, share, expected);
        fit.steps += 1;
    }
    fit
}

/// Rounded to a billionth: sums over people in another order differ in their last digits, and no answer may depend on that.
pub(super) fn even(share: f64) -> f64 {
    (share * 1e9).round() / 1e9
}

/// log₂ of λ / N / (1 − λ).
pub(super) fn prior_bits(share: f64, rows: u64) -> f64 {
    libm::log2(share / (1.0 - share) / rows.max(1) as f64)
}

/// Whether two rows are one person entered twice: same name, and something in common that strangers do not share, and nothing against it.
pub(super) fn is_twice(words: &Words, a: &Record, b: &Record) -> bool {
    let same = |text: Text| a.code(text) == b.code(text);
    let given = |text: Text| a.code(text) != 0;
    let is_named = given(Text::Last) && same(Text::Last) && same(Text::First) && given(Text::First);
    let has_email = given(Text::Local) && same(Text::Domain) && words.get(a.code(Text::Local)) == words.get(b.code(Text::Local));
    let has_address = given(Text::Street) && same(Text::Street) && same(Text::Number) && same(Text::City);
    let is_born = a.birth != 0 && a.birth == b.birth;
    let has_phone = a.phone != 0 && a.phone == b.phone;
    let differs = (a.birth != 0 && b.birth != 0 && a.birth != b.birth) || (a.civility != 0 && b.civility != 0 && a.civility != b.civility);
    is_named && !differs && (has_email || has_address || is_born || has_phone)
}
