//! The minimal model of domain.md §9: how many of the known recipients stand in the file, coverage against base rate. It is kept as the worked
//! example of why it matters how recipients were found; the reasoning itself is in [`super::attribute`].

/// ln LR of "taken from the file" against "not": P(`hits` of `known` | each is in it with probability `coverage`) over the same with `base_rate`.
///
/// Both rates in (0, 1). The base rate is how often somebody found in the same way is in the file anyway: its share of the population for an open
/// call, and far more for people looked for in its own circle.
pub fn ln_likelihood_ratio(known: u32, hits: u32, coverage: f64, base_rate: f64) -> f64 {
    let misses = f64::from(known.saturating_sub(hits));
    f64::from(hits) * libm::log(coverage / base_rate) + misses * libm::log((1.0 - coverage) / (1.0 - base_rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_of_twelve_are_worth_1e17_in_an_open_call_and_nothing_in_the_circle() {
        let open = libm::exp(ln_likelihood_ratio(12, 11, 0.95, 0.02));
        assert!((open / 1.4e17 - 1.0).abs() < 0.05, "{open:e}");
        let circle = libm::exp(ln_likelihood_ratio(12, 11, 0.95, 0.80));
        assert!((circle - 1.66).abs() < 0.01, "{circle}");
    }
}
