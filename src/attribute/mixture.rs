//! The list as a mixture of all sources and the background: rows of R = `f_k` / `f_0`, grouped, and their shares by expectation–maximisation (§2).

use super::likelihood::Channels;
use super::segments::Stay;
use super::weighing::Weighed;
use std::collections::BTreeMap;

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
}

impl Groups {
    pub fn of(weighed: &[&Weighed], channels: &Channels) -> Self {
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
        let mut distinct: Vec<&Vec<u32>> = keys.iter().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let of_subject: Vec<usize> = keys.iter().map(|key| distinct.binary_search(&key).unwrap_or(0)).collect();
        let mut sizes = vec![0; distinct.len()];
        let mut records = vec![vec![None; distinct.len()]; weighed.len()];
        let mut of_channel = vec![0; distinct.len()];
        for (subject, &group) in of_subject.iter().enumerate() {
            sizes[group] += 1;
            of_channel[group] = channels.of_subject[subject];
            for (of_group, of_record) in records.iter_mut().zip(&of_record) {
                of_group[group] = of_record[subject];
            }
        }
        Self { of_subject, sizes, channels: of_channel, records }
    }

    /// R of every group in candidate `k` (which is `weighed`) if it was copied in `segment`.
    pub fn column(&self, k: usize, weighed: &Weighed, segment: usize) -> Vec<f64> {
        let prepared = &weighed.prepared;
        let span = prepared.segments[segment];
        let ratio = |(group, record): (usize, &Option<usize>)| {
            record.map_or(0.0, |record| {
                let track = &prepared.subjects;
                track.classes[track.records[record].0].factor * track.validity(record, span) * prepared.scales[segment][self.channels[group]]
            })
        };
        self.records[k].iter().enumerate().map(ratio).collect()
    }
}

/// Groups whose rows are (to a thousandth) the same for the copy dates at hand.
#[derive(Debug)]
pub(super) struct Rows {
    /// How many subjects, and R per candidate with the background's 1 last.
    pub kinds: Vec<(u32, Vec<f64>)>,
    /// Row of each group.
    pub of_group: Vec<usize>,
    /// How many sources, the background counted.
    width: usize,
}

impl Rows {
    pub fn of(groups: &Groups, columns: &[Vec<f64>]) -> Self {
        let mut found: BTreeMap<Vec<i32>, usize> = BTreeMap::new();
        let mut kinds: Vec<(u32, Vec<f64>)> = Vec::new();
        let mut of_group = Vec::with_capacity(groups.sizes.len());
        // ln R to a thousandth, computed once per distinct value.
        let mut logs: BTreeMap<u64, i32> = BTreeMap::new();
        let mut coarse = |ratio: f64| {
            if ratio > 0.0 { *logs.entry(ratio.to_bits()).or_insert_with(|| (libm::log(ratio) * 1000.0).round() as i32) } else { i32::MIN }
        };
        for (group, &size) in groups.sizes.iter().enumerate() {
            let key: Vec<i32> = columns.iter().map(|column| coarse(column[group])).collect();
            let row = *found.entry(key).or_insert_with(|| {
                kinds.push((0, columns.iter().map(|column| column[group]).chain([1.0]).collect()));
                kinds.len() - 1
            });
            kinds[row].0 += size;
            of_group.push(row);
        }
        Self { kinds, of_group, width: columns.len() + 1 }
    }

    /// Shares of the highest likelihood by expectation–maximisation from equal shares: one per candidate and the background last.
    pub fn likeliest_shares(&self) -> Vec<f64> {
        let width = self.width;
        let total: f64 = self.kinds.iter().map(|row| f64::from(row.0)).sum();
        let mut shares = vec![1.0 / width as f64; width];
        if total == 0.0 {
            return shares;
        }
        for _ in 0..500 {
            let mut next = vec![0.0; width];
            for (count, ratios) in &self.kinds {
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
