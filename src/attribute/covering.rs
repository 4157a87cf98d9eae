//! The fewest sources that together hold every subject any of them holds (method.md §2, reading aids).

use super::Attribution;

/// Beyond this many candidates the smallest set is approached by taking the most useful source again and again.
const MOST_EXACT: usize = 16;

/// Every smallest set of candidates that holds everybody held by any, as indices in order; `held[k][i]`: candidate k holds subject i.
///
/// The set with the first candidates comes first, so put the best supported first; at most [`Attribution::MOST_COVERINGS`] of them. Beyond
/// [`MOST_EXACT`] candidates one set is given, which may not be the smallest.
pub(super) fn coverings(held: &[Vec<bool>]) -> Vec<Vec<usize>> {
    let subjects = held.first().map_or(0, Vec::len);
    if held.len() > MOST_EXACT {
        return vec![greedy(held, subjects)];
    }
    let mut patterns: Vec<u32> =
        (0..subjects).map(|i| held.iter().enumerate().fold(0, |bits, (k, of_k)| bits | u32::from(of_k[i]) << k)).filter(|bits| *bits != 0).collect();
    patterns.sort_unstable();
    patterns.dedup();
    let mut sets: Vec<u32> = Vec::new();
    let mut fewest = u32::MAX;
    for set in (0..1u32 << held.len()).filter(|set| patterns.iter().all(|bits| bits & set != 0)) {
        if set.count_ones() < fewest {
            fewest = set.count_ones();
            sets.clear();
        }
        if set.count_ones() == fewest {
            sets.push(set);
        }
    }
    sets.sort_by_key(|set| std::cmp::Reverse(set.reverse_bits()));
    sets.truncate(Attribution::MOST_COVERINGS);
    sets.into_iter().filter(|set| *set != 0).map(|set| (0..held.len()).filter(|k| set >> k & 1 == 1).collect()).collect()
}

fn greedy(held: &[Vec<bool>], subjects: usize) -> Vec<usize> {
    let mut open: Vec<bool> = (0..subjects).map(|i| held.iter().any(|of_k| of_k[i])).collect();
    let mut taken = Vec::new();
    while open.contains(&true) {
        let adds = |k: &usize| held[*k].iter().zip(&open).filter(|(holds, open)| **holds && **open).count();
        let Some(best) = (0..held.len()).max_by_key(|k| (adds(k), std::cmp::Reverse(*k))) else { break };
        for (open, holds) in open.iter_mut().zip(&held[best]) {
            *open &= !holds;
        }
        taken.push(best);
    }
    taken.sort_unstable();
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(rows: &[&str]) -> Vec<Vec<bool>> {
        rows.iter().map(|row| row.chars().map(|c| c == '1').collect()).collect()
    }

    #[test]
    fn the_smallest_set_beats_the_greedy_choice() {
        // Greedy would take the four-subject file and then need both halves.
        assert_eq!(coverings(&held(&["011110", "111000", "000111"])), [[1, 2]]);
    }

    #[test]
    fn people_in_no_file_ask_for_none_and_of_equals_the_first_comes_first() {
        assert_eq!(coverings(&held(&["1100", "1100"])), [[0], [1]]);
        assert_eq!(coverings(&held(&["1100", "0011", "1000", "0111"])), [[0, 1], [0, 3], [2, 3]]);
        assert!(coverings(&held(&["000", "000"])).is_empty());
        assert!(coverings(&[]).is_empty());
    }

    #[test]
    fn many_files_are_covered_too() {
        let rows: Vec<Vec<bool>> = (0..20).map(|k| (0..20).map(|i| i == k || k == 3 && i < 10).collect()).collect();
        assert_eq!(coverings(&rows), [[3, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]]);
    }
}
