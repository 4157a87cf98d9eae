//! Sums of ln(1 − π + π R) over thousands of different R, by interpolation in ln R.
//!
//! As a function of x = ln R the summand has its nearest singularities at a distance of π (3.14…) from the real line, whatever the share. So on a
//! stretch of two nats its interpolation through 16 Chebyshev nodes is off by less than 10⁻¹², and the sum over all records of a stretch is a sum over 16
//! nodes: each record only adds its Lagrange coefficients to the nodes' weights, once, for every share and every day. What a day does to all of them
//! alike (the size of the file, a censored gap) moves all nodes together.

/// Nodes a stretch.
pub(super) const NODES: usize = 16;

/// Length of a stretch in ln R.
const STRETCH: f64 = 2.0;

/// Stretches stand at multiples of their length, so that nothing depends on what else is there.
fn stretch(ln_ratio: f64) -> i32 {
    libm::floor(ln_ratio / STRETCH) as i32
}

/// The Chebyshev nodes of a stretch.
struct Nodes {
    /// Where they stand, from −1 to 1, and the weight of each in the barycentric formula.
    places: [(f64, f64); NODES],
}

impl Nodes {
    fn new() -> Self {
        let angle = |index: usize| (index as f64 + 0.5) * std::f64::consts::PI / NODES as f64;
        let sign = |index: usize| if index.is_multiple_of(2) { 1.0 } else { -1.0 };
        Self { places: std::array::from_fn(|index| (libm::cos(angle(index)), sign(index) * libm::sin(angle(index)))) }
    }

    /// ln R of a node.
    fn at(&self, stretch: i32, index: usize) -> f64 {
        (f64::from(stretch) + 0.5 + 0.5 * self.places[index].0) * STRETCH
    }

    /// The Lagrange coefficients of a point of `stretch`; they sum to 1.
    fn coefficients(&self, stretch: i32, ln_ratio: f64) -> [f64; NODES] {
        let mut terms = [0.0; NODES];
        for (index, term) in terms.iter_mut().enumerate() {
            let distance = ln_ratio - self.at(stretch, index);
            if distance.abs() < f64::MIN_POSITIVE {
                return std::array::from_fn(|other| if other == index { 1.0 } else { 0.0 });
            }
            *term = self.places[index].1 / distance;
        }
        let total: f64 = terms.iter().sum();
        terms.map(|term| term / total)
    }
}

/// Ratios written as weights of a few nodes.
#[derive(Debug)]
pub(super) struct Basis {
    /// R of every node.
    pub ratios: Vec<f64>,
    /// Of each ratio given: its first node and its coefficients.
    pub of_ratio: Vec<(usize, [f64; NODES])>,
}

impl Basis {
    /// For these ratios, all > 0.
    pub fn of(ratios: impl Iterator<Item = f64>) -> Self {
        let logs: Vec<f64> = ratios.map(libm::log).collect();
        let mut stretches: Vec<i32> = logs.iter().map(|ln_ratio| stretch(*ln_ratio)).collect();
        stretches.sort_unstable();
        stretches.dedup();
        let place = |of: i32| stretches.binary_search(&of).unwrap_or(0) * NODES;
        let nodes = Nodes::new();
        let of_ratio = logs.iter().map(|&ln_ratio| (place(stretch(ln_ratio)), nodes.coefficients(stretch(ln_ratio), ln_ratio))).collect();
        let ratios = stretches.iter().flat_map(|&of| (0..NODES).map(move |index| (of, index))).map(|(of, index)| libm::exp(nodes.at(of, index)));
        Self { ratios: ratios.collect(), of_ratio }
    }

    /// Adds `count` records of the ratio numbered `ratio` to the nodes' weights.
    pub fn add(&self, weights: &mut [f64], ratio: usize, count: f64) {
        let (first, coefficients) = &self.of_ratio[ratio];
        for (weight, coefficient) in weights[*first..*first + NODES].iter_mut().zip(coefficients) {
            *weight += count * coefficient;
        }
    }
}

/// (how many, R > 0), written as fewer such pairs.
pub(super) fn gathered(hits: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let basis = Basis::of(hits.iter().map(|hit| hit.1));
    let mut weights = vec![0.0; basis.ratios.len()];
    for (ratio, hit) in hits.iter().enumerate() {
        basis.add(&mut weights, ratio, hit.0);
    }
    weights.into_iter().zip(basis.ratios).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_over_thousands_of_ratios_is_that_over_the_nodes() {
        let hits: Vec<(f64, f64)> = (0..5000).map(|i| (1.0, libm::exp(-9.0 + 21.0 * f64::from(i) / 5000.0))).collect();
        let few = gathered(&hits);
        assert!(few.len() < 200);
        for share in [0.25, 0.5, 0.75, 0.999, 1.0] {
            let sum = |hits: &[(f64, f64)]| hits.iter().map(|(count, ratio)| count * libm::log(1.0 - share + share * ratio)).sum::<f64>();
            assert!((sum(&hits) - sum(&few)).abs() < 1e-8, "{share}: {} for {}", sum(&few), sum(&hits));
        }
    }

    #[test]
    fn a_ratio_that_is_a_node_is_itself() {
        let ratio = libm::exp(Nodes::new().at(3, 5));
        let few = gathered(&[(7.0, ratio)]);
        let sum: f64 = few.iter().map(|hit| hit.0).sum();
        assert!((sum - 7.0).abs() < 1e-12 && few.iter().any(|hit| (hit.0 - 7.0).abs() < 1e-9));
    }
}
