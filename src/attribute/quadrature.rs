//! Gauss–Legendre quadrature and the integral over the share π (method.md §2).
//!
//! The integrand `Π_i [π R_i + (1−π)]` is log-concave in π and, for long lists, thousands of times narrower than [½, 1]. So the peak is found first and
//! the nodes are laid over the part that carries the mass; for short lists that part is all of [½, 1] and the rule is exact for the polynomial.

/// Below the peak by this many nats the integrand no longer counts: e⁻⁴⁰ is beyond the last bit of a double.
const NEGLIGIBLE_NATS: f64 = 40.0;

/// Nodes and weights of the Gauss–Legendre rule on [−1, 1].
#[derive(Clone, Debug)]
pub struct GaussLegendre {
    nodes: Vec<(f64, f64)>,
}

impl GaussLegendre {
    /// The rule with `count` ≥ 1 nodes, exact for polynomials up to degree 2·count − 1. Roots of the Legendre polynomial by Newton's method.
    pub fn new(count: usize) -> Self {
        let n = count.max(1);
        let nodes = (0..n)
            .map(|index| {
                let mut x = libm::cos(std::f64::consts::PI * (index as f64 + 0.75) / (n as f64 + 0.5));
                let mut slope = 1.0;
                for _ in 0..64 {
                    let (value, derivative) = legendre(n, x);
                    slope = derivative;
                    let step = value / derivative;
                    x -= step;
                    if step.abs() < 1e-15 {
                        break;
                    }
                }
                (x, 2.0 / ((1.0 - x * x) * slope * slope))
            })
            .collect();
        Self { nodes }
    }

    /// Nodes and weights moved to `[low, high]`.
    pub fn on(&self, low: f64, high: f64) -> impl Iterator<Item = (f64, f64)> + '_ {
        let (middle, half) = (f64::midpoint(low, high), 0.5 * (high - low));
        self.nodes.iter().map(move |&(x, weight)| (half * x + middle, half * weight))
    }
}

/// The Legendre polynomial of degree `n` ≥ 1 and its derivative at `x` in (−1, 1).
fn legendre(n: usize, x: f64) -> (f64, f64) {
    let (mut before, mut value) = (1.0, x);
    for degree in 2..=n {
        let d = degree as f64;
        (before, value) = (value, ((2.0 * d - 1.0) * x * value - (d - 1.0) * before) / d);
    }
    (value, n as f64 * (x * value - before) / (x * x - 1.0))
}

/// The least share `H_k` claims: "at least half of the list comes from k", π ~ U(½, 1].
pub const HALF: f64 = 0.5;

/// `Π_i [π R_i + (1−π)]` as a function of π, with equal `R_i` counted together.
#[derive(Clone, Debug)]
pub struct ShareIntegrand {
    /// How many subjects have R = 0.
    pub misses: f64,
    /// (how many, R > 0). Counts need not be whole; see `attribute::basis`.
    pub hits: Vec<(f64, f64)>,
    /// π ~ U(least, 1]; [`HALF`] unless the prior itself is in question.
    pub least: f64,
}

impl Default for ShareIntegrand {
    fn default() -> Self {
        Self { misses: 0.0, hits: Vec::new(), least: HALF }
    }
}

impl ShareIntegrand {
    /// Natural log of the integrand at π in [0, 1]; −∞ at π = 1 if anybody has R = 0.
    pub fn ln(&self, share: f64) -> f64 {
        self.ln_of_misses(share) + self.ln_of_hits(share)
    }

    fn ln_of_misses(&self, share: f64) -> f64 {
        if self.misses > 0.0 { self.misses * libm::log(1.0 - share) } else { 0.0 }
    }

    fn ln_of_hits(&self, share: f64) -> f64 {
        let rest = 1.0 - share;
        self.hits.iter().map(|&(count, ratio)| count * libm::log(rest + share * ratio)).sum()
    }

    /// First and second derivative of [`Self::ln`] by π in [0, 1).
    fn derivatives(&self, share: f64) -> (f64, f64) {
        let rest = 1.0 - share;
        let (mut first, mut second) = (0.0, 0.0);
        if self.misses > 0.0 {
            first -= self.misses / rest;
            second -= self.misses / (rest * rest);
        }
        for &(count, ratio) in &self.hits {
            let slope = (ratio - 1.0) / (rest + share * ratio);
            first += count * slope;
            second -= count * slope * slope;
        }
        (first, second)
    }

    /// Where in [least, 1] the integrand is largest.
    pub fn mode(&self) -> f64 {
        self.mode_near(f64::midpoint(self.least, 1.0), 1e-13)
    }

    /// The same to within `precision`, looked for from `start` on.
    pub(super) fn mode_near(&self, start: f64, precision: f64) -> f64 {
        let (mut low, mut high) = (self.least, 1.0);
        if self.derivatives(low).0 <= 0.0 {
            return low;
        }
        if self.misses <= 0.0 && self.derivatives(high).0 >= 0.0 {
            return high;
        }
        let mut at = if start > low && start < high { start } else { f64::midpoint(low, high) };
        for _ in 0..100 {
            let (first, second) = self.derivatives(at);
            if first > 0.0 {
                low = at;
            } else {
                high = at;
            }
            let newton = at - first / second;
            let next = if newton > low && newton < high { newton } else { f64::midpoint(low, high) };
            if (next - at).abs() < precision {
                return next;
            }
            at = next;
        }
        at
    }

    /// ln ∫ over [least, 1] of the integrand times the density of π ~ U(least, 1], the peak being at `mode`.
    pub fn ln_integral(&self, rule: &GaussLegendre, mode: f64) -> f64 {
        let (peak, masses) = self.masses(rule, mode);
        peak + libm::log(masses.iter().map(|(_, mass)| mass).sum())
    }

    /// ln of the peak, and the nodes in π with the mass of each relative to it: what [`Self::ln_integral`] sums.
    pub(super) fn masses(&self, rule: &GaussLegendre, mode: f64) -> (f64, Vec<(f64, f64)>) {
        let peak = self.ln(mode);
        let (low, high) = self.support(mode, peak);
        let density = 1.0 / (1.0 - self.least);
        let mass = |(share, weight): (f64, f64), ln: f64| (share, weight * density * libm::exp(ln - peak));
        let masses = match self.hits_between(low, high, rule.nodes.len()) {
            None => rule.on(low, high).map(|node| mass(node, self.ln(node.0))).collect(),
            Some(hits) => rule.on(low, high).map(|node| mass(node, self.ln_of_misses(node.0) + hits.at(node.0))).collect(),
        };
        (peak, masses)
    }

    /// The part of the hits as a polynomial between two shares, where that takes fewer nodes than the `nodes` of the rule; `None` if it does not.
    ///
    /// Each ln (1 − π + π R) has its only singularity at 1/(1−R), which lies below 0 or above 1; so its Chebyshev interpolation gains a factor of ρ a
    /// node, ρ being that of the ellipse around the two shares that reaches it.
    fn hits_between(&self, low: f64, high: f64, nodes: usize) -> Option<Interpolated> {
        let (middle, half) = (f64::midpoint(low, high), 0.5 * (high - low));
        let far = middle.min(1.0 - middle) / half.max(f64::MIN_POSITIVE);
        if far <= 1.5 {
            return None;
        }
        let gain = libm::log(far + (far * far - 1.0).sqrt());
        let records: f64 = self.hits.iter().map(|hit| hit.0).sum();
        let wanted = (libm::log((records + 1.0) * 1e12) / gain).ceil() as usize + 2;
        (wanted + 10 < nodes).then(|| Interpolated::of(middle, half, wanted, |share| self.ln_of_hits(share)))
    }

    /// The part of [least, 1] that carries the mass.
    fn support(&self, mode: f64, peak: f64) -> (f64, f64) {
        (self.reach(mode, self.least, peak), self.reach(mode, 1.0, peak))
    }

    /// How far from the mode towards `limit` the integrand still counts.
    fn reach(&self, mode: f64, limit: f64, peak: f64) -> f64 {
        let room = (limit - mode).abs();
        if room == 0.0 {
            return limit;
        }
        let sign = if limit > mode { 1.0 } else { -1.0 };
        // A first guess from the curvature, or from the slope where the peak is cut off by an end of [½, 1].
        let (first, second) = self.derivatives(if mode < 1.0 { mode } else { 1.0 - 1e-12 });
        let by_curve = if second < 0.0 { 8.0 / (-second).sqrt() } else { room };
        let by_slope = if first == 0.0 { room } else { NEGLIGIBLE_NATS / first.abs() };
        let mut width = by_curve.min(by_slope).min(room);
        while width < room && peak - self.ln(mode + sign * width) < NEGLIGIBLE_NATS {
            width *= 1.5;
        }
        if width >= room { limit } else { mode + sign * width }
    }
}

/// A smooth function between two points, through Chebyshev nodes.
#[derive(Debug)]
struct Interpolated {
    /// (where, barycentric weight, value).
    nodes: Vec<(f64, f64, f64)>,
}

impl Interpolated {
    fn of(middle: f64, half: f64, count: usize, function: impl Fn(f64) -> f64) -> Self {
        let node = |index: usize| {
            let angle = (index as f64 + 0.5) * std::f64::consts::PI / count as f64;
            let at = middle + half * libm::cos(angle);
            (at, if index.is_multiple_of(2) { 1.0 } else { -1.0 } * libm::sin(angle), function(at))
        };
        Self { nodes: (0..count).map(node).collect() }
    }

    fn at(&self, x: f64) -> f64 {
        let (mut sum, mut total) = (0.0, 0.0);
        for &(at, weight, value) in &self.nodes {
            if x.to_bits() == at.to_bits() {
                return value;
            }
            let term = weight / (x - at);
            sum += term * value;
            total += term;
        }
        sum / total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_ratios_on_a_narrow_peak_are_integrated_as_if_each_node_were_summed() {
        let hits: Vec<(f64, f64)> = (0..40).map(|i| (200.0 + f64::from(i), libm::exp(0.2 * f64::from(i) - 1.0))).collect();
        let integrand = ShareIntegrand { misses: 1500.0, hits, ..ShareIntegrand::default() };
        let (rule, mode) = (GaussLegendre::new(40), integrand.mode());
        let (low, high) = integrand.support(mode, integrand.ln(mode));
        assert!(integrand.hits_between(low, high, 40).is_some());
        let plain: f64 = rule.on(low, high).map(|(share, weight)| weight * libm::exp(integrand.ln(share) - integrand.ln(mode))).sum();
        let plain = integrand.ln(mode) + libm::log(2.0 * plain);
        assert!((integrand.ln_integral(&rule, mode) - plain).abs() < 1e-10);
    }

    #[test]
    fn the_rule_is_exact_for_polynomials_up_to_its_degree() {
        let rule = GaussLegendre::new(5);
        for power in 0..10 {
            let sum: f64 = rule.on(0.0, 2.0).map(|(x, w)| w * x.powi(power)).sum();
            let exact = 2f64.powi(power + 1) / f64::from(power + 1);
            assert!((sum - exact).abs() < 1e-12 * exact, "x^{power}: {sum} for {exact}");
        }
    }

    #[test]
    fn the_share_integral_agrees_with_its_closed_form() {
        let rule = GaussLegendre::new(40);
        // Everybody a miss: 2 ∫ (1−π)^n = 2 (½)^(n+1) / (n+1). Everybody a hit of ratio R: 2 (R^(n+1) − ((1+R)/2)^(n+1)) / ((n+1)(R−1)).
        for n in [1.0, 12.0, 400.0, 12_500.0] {
            let none = ShareIntegrand { misses: n, ..ShareIntegrand::default() };
            let exact = std::f64::consts::LN_2 * -n - libm::log(n + 1.0);
            assert!((none.ln_integral(&rule, none.mode()) - exact).abs() < 1e-9, "misses {n}");
            let ratio: f64 = 30.0;
            let all = ShareIntegrand { hits: vec![(n, ratio)], ..ShareIntegrand::default() };
            let head = (n + 1.0) * libm::log(ratio);
            let tail = libm::log1p(-libm::exp((n + 1.0) * libm::log(f64::midpoint(1.0, ratio)) - head));
            let exact = std::f64::consts::LN_2 + head + tail - libm::log((n + 1.0) * (ratio - 1.0));
            assert!((all.ln_integral(&rule, all.mode()) - exact).abs() < 1e-8, "hits {n}");
        }
    }

    #[test]
    fn a_long_list_with_an_inner_peak_is_integrated_as_the_beta_function() {
        // (1−π)^a · π^b on all of [0, 1] is B(a+1, b+1); with b ≫ a the part below ½ is nothing. R → ∞ scaled out: (1−π+πR)/R → π.
        let rule = GaussLegendre::new(40);
        let (a, b, ratio) = (1500.0, 11_000.0, 1e14);
        let integrand = ShareIntegrand { misses: a, hits: vec![(b, ratio)], ..ShareIntegrand::default() };
        let ln = integrand.ln_integral(&rule, integrand.mode()) - b * libm::log(ratio);
        let exact = std::f64::consts::LN_2 + libm::lgamma(a + 1.0) + libm::lgamma(b + 1.0) - libm::lgamma(a + b + 2.0);
        assert!((ln - exact).abs() < 1e-6, "{ln} for {exact}");
    }
}
