//! Complete lists: the likelihood of the set (method.md §3). Everybody who was mailed is known, so those who were not mailed count too.
//!
//! Members of k on day T were mailed with probability s, the rest of the pool with probability b, both ~ U(0, 1):
//! `ln L_k(T)` = ln B(r+1, `N_k`−r+1) + ln B(n−r+1, N₀−`N_k`−(n−r)+1), against H₀: ln B(n+1, N₀−n+1).
//!
//! Counts that cannot be are brought to the nearest that can: `N_k` ≥ r, and the pool holds every file and everybody mailed outside it,
//! N₀ ≥ `N_k` + (n−r) and N₀ ≥ n, for every candidate and day, so that all are measured on one pool. `H_k` is claimed only where members were mailed more
//! often than others, r/`N_k` > (n−r)/(N₀−`N_k`). Where they were not, the formula would read avoidance as support; there the likelihood is multiplied by
//! 2·P(s > b | data) (1 on the border, then falling; normal approximation) and never exceeds H₀'s, so no day without over-representation supports `H_k`.

/// ln B(a, b), a and b > 0.
fn ln_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

/// ln L₀: `mailed` people out of a pool of `pool` ≥ `mailed`.
pub fn ln_likelihood_of_none(mailed: f64, pool: f64) -> f64 {
    ln_beta(mailed + 1.0, pool - mailed + 1.0)
}

/// `ln L_k`(T): of `mailed` people `hits` stood in a file of `size` inside a pool of `pool`. All are expected counts, hence real numbers;
/// `hits` ≤ `mailed`, and the counts are made possible as described above.
pub fn ln_likelihood(hits: f64, size: f64, mailed: f64, pool: f64) -> f64 {
    let size = size.max(hits);
    let others = mailed - hits;
    let rest = (pool - size).max(others);
    let formula = ln_beta(hits + 1.0, size - hits + 1.0) + ln_beta(others + 1.0, rest - others + 1.0);
    if hits * rest > others * size {
        return formula;
    }
    // Posterior means and variances of s and b.
    let moments = |r: f64, n: f64| {
        let mean = (r + 1.0) / (n + 2.0);
        (mean, mean * (1.0 - mean) / (n + 3.0))
    };
    let ((s, s_var), (b, b_var)) = (moments(hits, size), moments(others, rest));
    let z = ((b - s) / (s_var + b_var).sqrt()).max(0.0);
    (formula + ln_twice_upper_tail(z)).min(ln_likelihood_of_none(mailed, size + rest))
}

/// ln 2·P(Z > z) for a standard normal Z and z ≥ 0.
fn ln_twice_upper_tail(z: f64) -> f64 {
    if z < 25.0 {
        return libm::log(libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2));
    }
    // erfc underflows further out; there the first term of its expansion is enough.
    -0.5 * z * z - libm::log(z) + 0.5 * libm::log(2.0 / std::f64::consts::PI)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_set_likelihood_is_that_of_the_binomials_by_hand() {
        // 1 of 2 members and 0 of 2 others mailed: B(2,2)·B(1,3) = 1/6 · 1/3; nobody's file: B(2,4) = 1/20.
        assert!((ln_likelihood(1.0, 2.0, 1.0, 4.0) - libm::log(1.0 / 18.0)).abs() < 1e-12);
        assert!((ln_likelihood_of_none(1.0, 4.0) - libm::log(1.0 / 20.0)).abs() < 1e-12);
    }

    #[test]
    fn a_file_whose_members_were_avoided_is_never_supported() {
        for hits in [0.0, 10.0, 50.0, 99.0] {
            assert!(ln_likelihood(hits, 5000.0, 1000.0, 20_000.0) <= ln_likelihood_of_none(1000.0, 20_000.0), "{hits}");
        }
        assert!(ln_likelihood(900.0, 5000.0, 1000.0, 20_000.0) > ln_likelihood_of_none(1000.0, 20_000.0) + 100.0);
    }

    #[test]
    fn impossible_counts_stay_finite() {
        assert!(ln_likelihood(12.0, 3.0, 12.0, 5.0).is_finite());
        assert!(ln_likelihood(0.0, 0.0, 12.0, 5.0).is_finite());
        assert!(ln_likelihood(0.0, 90_000.0, 12_500.0, 100_000.0).is_finite());
    }
}
