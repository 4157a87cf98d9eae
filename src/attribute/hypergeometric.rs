//! P(X ≥ x) when a list is drawn by chance alone: a reading aid (method.md §2), never an input of the reasoning.

/// P(X ≥ `hits`) for `draws` people drawn without replacement from `pool`, of whom `marked` stand in the file.
///
/// The pool is taken to hold at least the file and the list. 1 if `hits` is 0; 0 if it cannot be.
pub fn upper_tail(hits: u64, draws: u64, marked: u64, pool: u64) -> f64 {
    let pool = pool.max(marked).max(draws);
    let least = (draws + marked).saturating_sub(pool);
    let most = draws.min(marked);
    if hits <= least {
        return 1.0;
    }
    if hits > most {
        return 0.0;
    }
    let (n, k, all) = (draws as f64, marked as f64, pool as f64);
    // P(x+1) / P(x).
    let step = |x: f64| (k - x) * (n - x) / ((x + 1.0) * (all - k - n + x + 1.0));
    let choose = |n: f64, k: f64| libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
    let chance = |x: f64| libm::exp(choose(k, x) + choose(all - k, n - x) - choose(all, n));
    if hits as f64 > n * k / all {
        let mut term = chance(hits as f64);
        let mut sum = term;
        for x in hits..most {
            term *= step(x as f64);
            sum += term;
            if term < sum * 1e-17 {
                break;
            }
        }
        return sum.min(1.0);
    }
    let mut term = chance((hits - 1) as f64);
    let mut sum = term;
    for x in (least..hits - 1).rev() {
        term /= step(x as f64);
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    (1.0 - sum).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_that_of_an_urn_by_hand() {
        // 3 of 5 marked, 2 drawn: P(0) = 1/10, P(1) = 6/10, P(2) = 3/10.
        assert!((upper_tail(2, 2, 3, 5) - 0.3).abs() < 1e-12);
        assert!((upper_tail(1, 2, 3, 5) - 0.9).abs() < 1e-12);
        assert!((upper_tail(0, 2, 3, 5) - 1.0).abs() < 1e-12);
        assert!(upper_tail(3, 2, 3, 5) < 1e-300);
    }

    #[test]
    fn a_list_that_must_hit_has_no_surprise() {
        assert!((upper_tail(12_500, 12_500, 60_000, 60_000) - 1.0).abs() < 1e-12);
        assert!((upper_tail(3, 10, 10, 4) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_large_tail_and_its_complement_sum_to_one() {
        let (n, k, all) = (400, 900, 5000);
        let exact: f64 = (0..=400)
            .filter(|x| *x >= 70)
            .map(|x: u32| {
                let c = |n: f64, k: f64| libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
                let x = f64::from(x);
                libm::exp(c(900.0, x) + c(4100.0, 400.0 - x) - c(5000.0, 400.0))
            })
            .sum();
        assert!((upper_tail(70, n, k, all) - exact).abs() < 1e-9);
    }
}
