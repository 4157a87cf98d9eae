//! The fewest sources that together hold every subject any of them holds (method.md §2, reading aids).

/// Beyond this many candidates the smallest set is approached by taking the most useful source again and again.
const MOST_EXACT: usize = 16;

/// Indices of the candidates in the smallest set that holds everybody held by any; `held[k][i]`: candidate k holds subject i.
///
/// Of several smallest sets the one with the first candidates is taken, so put the best supported first.
pub(super) fn covering(held: &[Vec<bool>]) -> Vec<usize> {
    let subjects = held.first().map_or(0, Vec::len);
    if held.len() > MOST_EXACT {
        return greedy(held, subjects);
    }
    let mut patterns: Vec<u32> =
        (0..subjects).map(|i| held.iter().enumerate().fold(0, |bits, (k, of_k)| bits | u32::from(of_k[i]) << k)).filter(|bits| *bits != 0).collect();
    patterns.sort_unstable();
    patterns.dedup();
    let key = |set: u32| (set.count_ones(), std::cmp::Reverse(set.reverse_bits()));
    let best = (0..1u32 << held.len()).filter(|set| patterns.iter().all(|bits| bits & set != 0)).min_by_key(|set| key(*set)).unwrap_or(0);
    (0..held.len()).filter(|k| best >> k & 1 == 1).collect()
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
        assert_eq!(covering(&held(&["011110", "111000", "000111"])), [1, 2]);
    }

    #[test]
    fn people_in_no_file_ask_for_none_and_the_first_of_equals_is_taken() {
        assert_eq!(covering(&held(&["1100", "1100"])), [0]);
        assert!(covering(&held(&["000", "000"])).is_empty());
        assert!(covering(&[]).is_empty());
    }

    #[test]
    fn many_files_are_covered_too() {
        let rows: Vec<Vec<bool>> = (0..20).map(|k| (0..20).map(|i| i == k || k == 3 && i < 10).collect()).collect();
        assert_eq!(covering(&rows), [3, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    }
}
