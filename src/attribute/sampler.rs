//! Seeded draws from the distributions the reasoning needs: the same seed gives the same numbers on every machine, as only `libm` is used.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// A stream of draws.
#[derive(Debug)]
pub(crate) struct Sampler(ChaCha8Rng);

impl Sampler {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Uniform on (0, 1), neither end included.
    pub fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    /// Standard normal, by Box and Muller.
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(self.uniform())).sqrt();
        radius * libm::cos(2.0 * std::f64::consts::PI * self.uniform())
    }

    /// Gamma with `shape` > 0 and scale 1. Marsaglia & Tsang (2000), ACM TOMS 26(3), 363–372.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let boost = libm::pow(self.uniform(), 1.0 / shape);
            return self.gamma(shape + 1.0) * boost;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v <= 0.0 {
                continue;
            }
            let v = v * v * v;
            if libm::log(self.uniform()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return d * v;
            }
        }
    }

    /// Beta; both parameters > 0.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let x = self.gamma(a);
        x / (x + self.gamma(b))
    }

    /// Dirichlet; all of `shapes` > 0.
    pub fn dirichlet(&mut self, shapes: &[f64]) -> Vec<f64> {
        let draws: Vec<f64> = shapes.iter().map(|shape| self.gamma(*shape).max(f64::MIN_POSITIVE)).collect();
        let total: f64 = draws.iter().sum();
        draws.into_iter().map(|draw| draw / total).collect()
    }

    /// Binomial: successes in `trials` of probability `p`. Long runs are halved at an order statistic, which is Beta (Devroye 1986, X.4.3).
    pub fn binomial(&mut self, mut trials: u32, mut p: f64) -> u32 {
        let mut successes = 0;
        while trials > 24 {
            if p <= 0.0 {
                return successes;
            }
            if p >= 1.0 {
                return successes + trials;
            }
            let middle = trials.div_ceil(2);
            let cut = self.beta(f64::from(middle), f64::from(trials + 1 - middle));
            if p < cut {
                trials = middle - 1;
                p /= cut;
            } else {
                successes += middle;
                trials -= middle;
                p = (p - cut) / (1.0 - cut);
            }
        }
        (0..trials).fold(successes, |sum, _| sum + u32::from(self.uniform() < p))
    }

    /// Index drawn with the given probabilities, which sum to 1.
    pub fn pick(&mut self, probabilities: &[f64]) -> usize {
        let mut left = self.uniform();
        for (index, p) in probabilities.iter().enumerate() {
            left -= p;
            if left < 0.0 {
                return index;
            }
        }
        // Rounding: the last one that can be.
        probabilities.iter().rposition(|p| *p > 0.0).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_and_variance(draws: &[f64]) -> (f64, f64) {
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        (mean, draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / draws.len() as f64)
    }

    #[test]
    fn draws_have_the_moments_of_their_distribution() {
        let mut sampler = Sampler::new(7);
        for shape in [0.5, 3.0, 400.0] {
            let draws: Vec<f64> = (0..4000).map(|_| sampler.gamma(shape)).collect();
            let (mean, variance) = mean_and_variance(&draws);
            assert!((mean / shape - 1.0).abs() < 0.1, "gamma({shape}) has mean {mean}");
            assert!((variance / shape - 1.0).abs() < 0.15, "gamma({shape}) has variance {variance}");
        }
        for (trials, p) in [(10, 0.3), (12_500, 0.9), (12_500, 1e-4)] {
            let draws: Vec<f64> = (0..3000).map(|_| f64::from(sampler.binomial(trials, p))).collect();
            let (mean, variance) = mean_and_variance(&draws);
            let (exact, spread) = (f64::from(trials) * p, f64::from(trials) * p * (1.0 - p));
            assert!((mean - exact).abs() < 4.0 * (spread / 3000.0).sqrt(), "binomial({trials}, {p}) has mean {mean}");
            assert!((variance / spread - 1.0).abs() < 0.15, "binomial({trials}, {p}) has variance {variance}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_draws() {
        let draws = |seed| (0..20).map(|_| Sampler::new(seed).gamma(2.5).to_bits()).collect::<Vec<_>>();
        assert_eq!(draws(1), draws(1));
        assert_ne!(draws(1), draws(2));
    }

    #[test]
    fn a_certain_outcome_is_always_picked() {
        let mut sampler = Sampler::new(3);
        assert!((0..100).all(|_| sampler.pick(&[0.0, 1.0, 0.0]) == 1));
        assert_eq!(sampler.binomial(500, 1.0), 500);
        assert_eq!(sampler.binomial(500, 0.0), 0);
    }
}
