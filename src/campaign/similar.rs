//! Near-duplicate texts: MinHash bands find candidates, the exact Jaccard index decides, the union of pairs makes clusters.
//!
//! Works on distinct comparable texts in a canonical order, so neither the order of messages nor how often one was imported matters. A text is compared with
//! a few *seats* per band: the first text of each cluster and its clear variants. Work grows with the number of texts, not with its square.

use super::CampaignError;
use super::shingles::{Sketch, hash_of};
use super::unions::Unions;
use crate::job::Progress;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Texts that are sketched at once, by all threads; progress is told in between.
const CHUNK: usize = 2_048;
/// Seats in one band. A band that more texts share says little: common words of very short texts.
const SEATS: usize = 24;
/// Bands two texts must share to be compared: of 32, texts of index ½ share 8 on average, and fewer than two once in a thousand times.
const BANDS: usize = 2;
/// Seats a text is compared with at most, those with most bands in common first.
const COMPARED: usize = 32;
/// Likeness under which a text that joins a cluster is a clear variant and gets a seat of its own; 1 is just alike, 2 the same.
const VARIANT: f64 = 1.6;

/// Clusters of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    /// Per text: its cluster, numbered in the order of their first texts.
    pub of: Vec<usize>,
    /// Per cluster: its first text.
    pub leaders: Vec<usize>,
}

/// The canonical order of texts: by hash, then by letters. Spreads like texts, so that no cluster depends on the alphabet.
pub fn canonical(texts: &mut [String]) {
    texts.sort_by_cached_key(|text| (hash_of(text), text.clone()));
}

/// Clusters distinct texts given in canonical order.
pub fn cluster(texts: &[&str], progress: &dyn Progress) -> Result<Clusters, CampaignError> {
    let mut seats: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut sketches: HashMap<usize, Sketch> = HashMap::new();
    let mut unions = Unions::new(texts.len());
    for (chunk, part) in texts.chunks(CHUNK).enumerate() {
        if progress.is_cancelled() {
            return Err(CampaignError::Cancelled);
        }
        progress.advance((chunk * CHUNK) as u64, Some(texts.len() as u64));
        let prepared: Vec<(Sketch, Vec<u64>)> = part
            .par_iter()
            .map(|text| {
                let sketch = Sketch::of(text);
                let bands = sketch.bands();
                (sketch, bands)
            })
            .collect();
        for (offset, (sketch, bands)) in prepared.into_iter().enumerate() {
            let at = chunk * CHUNK + offset;
            let best = join(at, &sketch, &bands, &seats, &sketches, &mut unions);
            if best < VARIANT {
                for band in bands {
                    let sitting = seats.entry(band).or_default();
                    if sitting.len() < SEATS {
                        sitting.push(at);
                    }
                }
                sketches.insert(at, sketch);
            }
        }
    }
    Ok(numbered(texts.len(), &mut unions))
}

/// Compares a text with the seats it shares most bands with and joins every cluster it is like; the best likeness found, 0 if none.
fn join(at: usize, sketch: &Sketch, bands: &[u64], seats: &HashMap<u64, Vec<usize>>, sketches: &HashMap<usize, Sketch>, unions: &mut Unions) -> f64 {
    let mut met: Vec<usize> = bands.iter().filter_map(|band| seats.get(band)).flatten().copied().collect();
    met.sort_unstable();
    let mut shared: Vec<(Reverse<usize>, usize)> =
        met.chunk_by(|a, b| a == b).filter(|run| run.len() >= BANDS).map(|run| (Reverse(run.len()), run[0])).collect();
    shared.sort_unstable();
    let mut best = 0.0_f64;
    for (_, seat) in shared.into_iter().take(COMPARED) {
        if unions.find(seat) == unions.find(at) {
            continue;
        }
        let Some(other) = sketches.get(&seat) else { continue };
        let likeness = sketch.likeness(other);
        if likeness >= 1.0 {
            unions.union(at, seat);
            best = best.max(likeness);
        }
    }
    best
}

fn numbered(count: usize, unions: &mut Unions) -> Clusters {
    let mut clusters = Clusters::default();
    let mut number: HashMap<usize, usize> = HashMap::new();
    for at in 0..count {
        let root = unions.find(at);
        let next = number.len();
        let cluster = *number.entry(root).or_insert(next);
        if cluster == next {
            clusters.leaders.push(at);
        }
        clusters.of.push(cluster);
    }
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::{Cancellable, Unwatched};
    use proptest::prelude::*;

    /// A text of `length` words that belong to `topic` alone.
    fn prose(topic: usize, length: usize) -> Vec<String> {
        (0..length).map(|n| format!("t{topic}m{}", n * n % 97)).collect()
    }

    fn clustered(mut texts: Vec<String>) -> Vec<Vec<String>> {
        texts.sort();
        texts.dedup();
        canonical(&mut texts);
        let found = cluster(&texts.iter().map(String::as_str).collect::<Vec<_>>(), &Unwatched).unwrap();
        let mut clusters = vec![Vec::new(); found.leaders.len()];
        for (text, cluster) in texts.into_iter().zip(found.of) {
            clusters[cluster].push(text);
        }
        for cluster in &mut clusters {
            cluster.sort();
        }
        clusters.sort();
        clusters
    }

    #[test]
    fn copies_with_merge_fields_are_one_cluster_and_other_texts_are_not() {
        let mut texts = Vec::new();
        for topic in 0..20 {
            for copy in 0..30 {
                let mut words = prose(topic, 60);
                words[1] = format!("prenom{copy}");
                words[40] = format!("numero{}", copy * 7);
                texts.push(words.join(" "));
            }
        }
        let clusters = clustered(texts);
        assert_eq!(clusters.len(), 20);
        assert!(clusters.iter().all(|cluster| cluster.len() == 30));
    }

    #[test]
    fn short_messages_are_compared_by_their_characters() {
        let sms = |name: &str| format!("bonne rentree {name} travaillez bien soyez fiers de votre region");
        let texts = vec![sms("lea"), sms("maxence"), "votre colis est arrive retirez le au bureau de poste avant samedi".to_owned()];
        assert_eq!(clustered(texts).len(), 2);
    }

    #[test]
    fn a_chain_of_clear_variants_is_one_cluster() {
        let versions: Vec<String> = (0..5)
            .map(|version| {
                let mut words = prose(1, 80);
                for word in words.iter_mut().take(version * 12) {
                    word.push('x');
                }
                words.join(" ")
            })
            .collect();
        assert_eq!(clustered(versions).len(), 1);
    }

    #[test]
    fn grouping_can_be_stopped() {
        let progress = Cancellable::default();
        progress.cancel();
        assert_eq!(cluster(&["a"], &progress), Err(CampaignError::Cancelled));
    }

    proptest! {
        #[test]
        fn clusters_do_not_depend_on_the_order_of_texts(texts in proptest::collection::vec("[a-c]{1,3}( [a-c]{1,3}){0,30}", 0..12), turn in 0..12_usize) {
            let mut turned = texts.clone();
            turned.rotate_left(turn % texts.len().max(1));
            turned.extend(texts.first().cloned());
            prop_assert_eq!(clustered(texts), clustered(turned));
        }
    }
}
