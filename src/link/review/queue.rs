//! What to ask a reviewer, most useful first.

use super::{Answers, Item};
use crate::model::{Decision, Label};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Links that are drawn from each band of certain ones.
const SAMPLE: usize = 20;
/// From here up a link is taken for right, from the other down for wrong, so that only a sample is asked about.
const CERTAIN: (f64, f64) = (0.1, 0.9);
/// Where the certain ones are cut into bands that are sampled one by one.
const VERY_CERTAIN: f64 = 0.99;

/// Why a link is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Another row fits nearly as well.
    Ambiguous,
    /// The probability is far from both 0 and 1.
    Doubtful,
    /// Somebody at the same address with another name.
    Household,
    /// Drawn at random from those the program is certain of, so that its mistakes can be counted.
    Sample,
}

/// A link to ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Index into the items.
    pub item: usize,
    /// Why it is asked about.
    pub reason: Reason,
}

/// The links still to be asked about, most useful first: ambiguous and doubtful ones from p = ½ outwards, then members of households, then a random
/// sample of those the program is certain of (up to 20 with p ≥ 0.99, 20 with p in [0.9, 0.99) and 20 below 0.1).
///
/// Not asked: what was decided, "not enough information" included, and other rows where one of the same snapshot was decided to be the recipient. The
/// sample depends on the links and on `seed` alone, neither on their order nor on what was answered so far; so it comes to an end.
pub fn queue(items: &[Item], decisions: &[Decision], seed: u64) -> Vec<Question> {
    let answers = Answers::of(decisions);
    let mut uncertain: Vec<(f64, Reason, usize)> = Vec::new();
    let mut households: Vec<(f64, usize)> = Vec::new();
    let mut certain: [Vec<(u64, usize)>; 3] = Default::default();
    for (at, item) in items.iter().enumerate() {
        let distance = (item.probability - 0.5).abs();
        match item.label {
            Label::Ambiguous => uncertain.push((distance, Reason::Ambiguous, at)),
            Label::Household => households.push((distance, at)),
            _ if (CERTAIN.0..CERTAIN.1).contains(&item.probability) => uncertain.push((distance, Reason::Doubtful, at)),
            _ => {
                let band = usize::from(item.probability >= CERTAIN.1) + usize::from(item.probability >= VERY_CERTAIN);
                certain[band].push((draw(item, seed), at));
            }
        }
    }
    let place = |at: usize| (&items[at].recipient, items[at].snapshot, items[at].row);
    uncertain.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then_with(|| place(a.2).cmp(&place(b.2))));
    households.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| place(a.1).cmp(&place(b.1))));
    let mut sample: Vec<(u64, usize)> = Vec::new();
    for mut band in certain {
        band.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| place(a.1).cmp(&place(b.1))));
        sample.extend(band.into_iter().take(SAMPLE));
    }
    // The bands mixed: whoever stops early has seen some of each.
    sample.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| place(a.1).cmp(&place(b.1))));
    let uncertain = uncertain.into_iter().map(|(_, reason, item)| Question { item, reason });
    let households = households.into_iter().map(|(_, item)| Question { item, reason: Reason::Household });
    let sample = sample.into_iter().map(|(_, item)| Question { item, reason: Reason::Sample });
    let all = uncertain.chain(households).chain(sample);
    all.filter(|question| answers.on(&items[question.item]).is_none() && !answers.is_settled(&items[question.item])).collect()
}

/// A number that looks random, from the link itself.
fn draw(item: &Item, seed: u64) -> u64 {
    let mut hasher = Sha256::new();
    hasher.update(seed.to_le_bytes());
    hasher.update(item.snapshot.0.to_le_bytes());
    hasher.update(item.row.to_le_bytes());
    hasher.update(item.recipient.as_str());
    hasher.finalize().iter().take(8).fold(0, |number, &byte| number << 8 | u64::from(byte))
}
