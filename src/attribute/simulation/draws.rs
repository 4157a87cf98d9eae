//! Everything random in a simulated incident, out of one stream of uniform numbers. For tests only.

use crate::attribute::errors::PRIOR;
use crate::attribute::sampler::Sampler;

/// A stream of draws.
pub struct Draws(Sampler);

impl Draws {
    pub fn new(seed: u64) -> Self {
        Self(Sampler::new(seed))
    }

    /// Uniform on (0, 1).
    pub fn unit(&mut self) -> f64 {
        self.0.uniform()
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    pub fn below(&mut self, end: usize) -> usize {
        ((self.unit() * end as f64) as usize).min(end - 1)
    }

    pub fn days_below(&mut self, end: i32) -> i32 {
        ((self.unit() * f64::from(end)) as i32).min(end - 1)
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Exponential with the given mean.
    pub fn waiting(&mut self, mean: f64) -> f64 {
        -mean * libm::log(self.unit())
    }

    /// From 1 to `most`, each order of magnitude alike.
    pub fn log_between(&mut self, least: f64, most: f64) -> f64 {
        libm::exp(self.between(libm::log(least), libm::log(most)))
    }

    /// How often a file is wrong, from the model's prior.
    pub fn error(&mut self) -> f64 {
        let [a, b] = PRIOR;
        self.0.beta(a, b)
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
