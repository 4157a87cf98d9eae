//! The list as a mixture of all sources and the background: rows of R = `f_k` / `f_0`, grouped, and their shares by expectation–maximisation (§2).

use super::Problem;
use super::errors::{Cell, EITHER, Errors};
use super::likelihood::{Channels, odds_of_statement};
use super::segments::Stay;
use super::weighing::Weighed;
use std::collections::HashMap;

/// Subjects whose rows are the same on every day, grouped. Candidates stand in the order of the `weighed` slice it was made from.
#[derive(Debug)]
pub(super) struct Groups {
    /// Group of each subject.
    pub of_subject: Vec<usize>,
    /// How many subjects each group has.
    pub sizes: Vec<u32>,
    channels: Vec<usize>,
    /// Per candidate and group a record that stands for the group; `None` if the group is in none.
    records: Vec<Vec<Option<usize>>>,
    /// Per candidate and group `φ_k/φ_0` of what they stated; 0 for candidates that are only declared, where nobody can be missed.
    stated: Vec<Vec<f64>>,
    /// Per group the candidate in whose circle its people were found without being records of it.
    outside: Vec<Option<usize>>,
    /// Per candidate whether we hold it.
    pub is_held: Vec<bool>,
}

impl Groups {
    /// What is expected of each candidate before anything is seen.
    pub fn expected_errors(&self) -> Vec<Errors> {
        self.is_held.iter().map(|is_held| if *is_held { Errors::EXPECTED } else { Errors::NONE }).collect()
    }

    pub fn of(problem: &Problem, order: &[usize], weighed: &[&Weighed], channels: &Channels) -> Self {
        let subjects = channels.of_subject.len();
        // Per subject: the way of being found, then per candidate a number for (class, stay), 0 for no record. Numbers follow the content, so the
        // groups come in the same order whatever the order of the subjects.
        let mut keys: Vec<Vec<u32>> = channels.of_subject.iter().map(|channel| vec![*channel as u32]).collect();
        let mut of_record: Vec<Vec<Option<usize>>> = Vec::new();
        for candidate in weighed {
            let prepared = &candidate.prepared;
            let mut kinds: Vec<(usize, Stay)> = prepared.subjects.records.clone();
            kinds.sort_unstable();
            kinds.dedup();
            let mut records = vec![None; subjects];
            for (record, entry) in prepared.entries.iter().enumerate() {
                records[entry.subject] = Some(record);
            }
            for (key, record) in keys.iter_mut().zip(&records) {
                key.push(record.map_or(0, |record: usize| 1 + kinds.binary_search(&prepared.subjects.records[record]).unwrap_or(0) as u32));
            }
            of_record.push(records);
        }
        // What somebody not found in a file stated about it matters too: of each subject the candidate they gave the address to alone, and how sure.
        let odds: Vec<Option<(usize, u64)>> = (0..subjects).map(|subject| stated_alone(problem, order, subject)).collect();
        let mut kinds: Vec<Option<(usize, u64)>> = odds.clone();
        kinds.sort_unstable();
        kinds.dedup();
        let mut outside: Vec<Option<usize>> = vec![None; subjects];
        for &subject in &channels.outside {
            let circle = problem.subjects[subject].circle.map(|circle| circle.candidate);
            outside[subject] = order.iter().position(|k| Some(*k) == circle);
        }
        for (subject, key) in keys.iter_mut().enumerate() {
            key.push(kinds.binary_search(&odds[subject]).unwrap_or(0) as u32);
            key.push(outside[subject].map_or(0, |rank| 1 + rank as u32));
        }
        let mut distinct: Vec<&Vec<u32>> = keys.iter().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let of_subject: Vec<usize> = keys.iter().map(|key| distinct.binary_search(&key).unwrap_or(0)).collect();
        let mut sizes = vec![0; distinct.len()];
        let mut records = vec![vec![None; distinct.len()]; weighed.len()];
        let mut of_channel = vec![0; distinct.len()];
        let mut of_outside = vec![None; distinct.len()];
        let is_held = |rank: usize| problem.candidates[order[rank]].coverage.is_none();
        let mut stated: Vec<Vec<f64>> = (0..weighed.len()).map(|rank| vec![f64::from(u8::from(is_held(rank))); distinct.len()]).collect();
        for (subject, &group) in of_subject.iter().enumerate() {
            sizes[group] += 1;
            of_channel[group] = channels.of_subject[subject];
            of_outside[group] = outside[subject];
            if let Some((rank, odds)) = odds[subject].filter(|(rank, _)| is_held(*rank)) {
                stated[rank][group] = f64::from_bits(odds);
            }
            for (of_group, of_record) in records.iter_mut().zip(&of_record) {
                of_group[group] = of_record[subject];
            }
        }
        Self { of_subject, sizes, channels: of_channel, records, stated, outside: of_outside, is_held: (0..weighed.len()).map(is_held).collect() }
    }

    /// What every group is to candidate `k` (which is `weighed`) if it was copied in `segment`.
    pub fn column(&self, k: usize, weighed: &Weighed, segment: usize) -> Vec<Cell> {
        let prepared = &weighed.prepared;
        let track = &prepared.subjects;
        let cell = |(group, record): (usize, &Option<usize>)| {
            let stated = self.stated[k][group];
            let scale = prepared.share_scales[segment][self.channels[group]];
            // Found in its circle but not in it: one of those that were missed.
            let held = if self.outside[group] == Some(k) { 1.0 } else { 1.0 / scale.max(1.0) };
            let Some(record) = *record else { return Cell { missed: stated, held, ..Cell::default() } };
            let (class, stay) = track.records[record];
            let class = &track.classes[class];
            let all = class.factor * scale;
            let is_dated = stay.from > i32::MIN || stay.until < i32::MAX || class.start.is_some() || class.end.is_some();
            Cell {
                valid: all * track.validity(record, prepared.segments[segment]),
                any: if is_dated { EITHER * all } else { all },
                missed: stated * (1.0 - class.probability),
                held,
            }
        };
        self.records[k].iter().enumerate().map(cell).collect()
    }
}

/// The candidate (by its place in `order`) a subject says they gave the address to alone, with `φ_k/φ_0` as bits.
fn stated_alone(problem: &Problem, order: &[usize], subject: usize) -> Option<(usize, u64)> {
    let stated = problem.subjects[subject].stated.filter(|stated| stated.is_exclusive)?;
    let rank = order.iter().position(|k| *k == stated.candidate)?;
    Some((rank, odds_of_statement(problem, stated.candidate, subject).to_bits()))
}

/// Groups whose rows are (to a thousandth) the same for the copy dates at hand.
#[derive(Debug)]
pub(super) struct Rows {
    /// How many subjects.
    pub counts: Vec<u32>,
    /// Per row and candidate.
    pub cells: Vec<Vec<Cell>>,
    /// Row of each group.
    pub of_group: Vec<usize>,
    /// How many sources, the background counted.
    pub width: usize,
}

impl Rows {
    pub fn of(groups: &Groups, columns: &[Vec<Cell>]) -> Self {
        // Only looked up, never gone through.
        let mut found: HashMap<Vec<[i32; 4]>, usize> = HashMap::new();
        let (mut counts, mut cells): (Vec<u32>, Vec<Vec<Cell>>) = (Vec::new(), Vec::new());
        let mut of_group = Vec::with_capacity(groups.sizes.len());
        // ln to a thousandth.
        let coarse = |ratio: f64| if ratio > 0.0 { (libm::log(ratio) * 1000.0).round() as i32 } else { i32::MIN };
        let mut key: Vec<[i32; 4]> = Vec::with_capacity(columns.len());
        for (group, &size) in groups.sizes.iter().enumerate() {
            key.clear();
            key.extend(columns.iter().map(|column| [column[group].valid, column[group].any, column[group].missed, column[group].held].map(coarse)));
            let row = found.get(&key).copied().unwrap_or_else(|| {
                counts.push(0);
                cells.push(columns.iter().map(|column| column[group]).collect());
                found.insert(key.clone(), counts.len() - 1);
                counts.len() - 1
            });
            counts[row] += size;
            of_group.push(row);
        }
        Self { counts, cells, of_group, width: columns.len() + 1 }
    }

    /// R per row and candidate under these errors, the background's 1 last in each row.
    pub fn ratios(&self, errors: &[Errors]) -> Vec<f64> {
        let mut ratios = Vec::with_capacity(self.cells.len() * self.width);
        for cells in &self.cells {
            ratios.extend(cells.iter().zip(errors).map(|(cell, errors)| cell.ratio(*errors)));
            ratios.push(1.0);
        }
        ratios
    }

    /// Shares of the highest likelihood by expectation–maximisation from equal shares: one per candidate and the background last.
    pub fn likeliest_shares(&self, errors: &[Errors]) -> Vec<f64> {
        let width = self.width;
        let total: f64 = self.counts.iter().map(|count| f64::from(*count)).sum();
        let mut shares = vec![1.0 / width as f64; width];
        if total == 0.0 {
            return shares;
        }
        let ratios = self.ratios(errors);
        for _ in 0..500 {
            let mut next = vec![0.0; width];
            for (count, ratios) in self.counts.iter().zip(ratios.chunks_exact(width)) {
                let mixed = mix(&shares, ratios);
                for ((sum, share), ratio) in next.iter_mut().zip(&shares).zip(ratios) {
                    *sum += f64::from(*count) * share * ratio / mixed;
                }
            }
            let change = next.iter().zip(&shares).map(|(sum, share)| (sum / total - share).abs()).fold(0.0, f64::max);
            shares = next.into_iter().map(|sum| sum / total).collect();
            if change < 1e-7 {
                break;
            }
        }
        shares
    }
}

/// `Σ_l π_l R_l`, kept above 0.
pub(super) fn mix(shares: &[f64], ratios: &[f64]) -> f64 {
    shares.iter().zip(ratios).map(|(share, ratio)| share * ratio).sum::<f64>().max(f64::MIN_POSITIVE)
}
