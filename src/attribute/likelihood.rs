//! `f_k(i, T)` and `f_0(i)` of method.md §2, as the ratio R = `f_k` / `f_0`.
//!
//! The weight w(i) stands in `f_k` and in `f_0` alike and cancels, so what a circle changes is the two denominators. Readings chosen where the method
//! leaves room:
//! - *In h's circle*: a record of h at any time, or any subject if h is only declared. Others found in an unlimited circle count as found by open call
//!   and are named; in a circle of finite σ they are simply its rarer finds (w = 1) and need no exception.
//! - *The circle's own file*: its overlap with itself is `N_h` on the day of the first send whatever T, so that people found in h's circle never
//!   support h against the background: there R = m·v(T) ≤ 1.
//! - *Declared sources*: m is their coverage, but without a statement never more than `N_k/N₀`, which is the share of the pool they can hold; a larger
//!   coverage would turn ignorance into support. A statement for it, exclusive or not, lifts that subject's m to max(coverage, ρ).
//! - *Exclusive statements* for k: `φ_ik` = ρ and 1 − ρ for every other source and the background. Others say nothing against the rest: φ = 1.
//! - *Slices* of a file are weighed as the file is, on their own members and sizes; in the circle of their own file they count as large as the file.
//! - *Fingerprints* multiply φ once per subject and source, relative to the background; see [`super::fingerprint`].

use super::{Circle, Problem, SizeCurve, Slice, Validity};
use crate::model::dates::day_number;

/// f = φ · m · v · w / (N + (σ−1)·overlap), the density of one subject in one source; with σ = ∞ its limit φ · m · v · w̃ / overlap, where w̃ is 1 for
/// members of the circle and 0 for others. `weight` is σ for members of the circle and 1 for others (ignored for σ = ∞). For the background m·v = 1,
/// `size` = N₀ and `overlap` = `N_h`.
pub fn density(phi: f64, membership: f64, weight: f64, size: f64, sigma: f64, overlap: f64) -> f64 {
    if sigma.is_infinite() { phi * membership / overlap.max(1.0) } else { phi * membership * weight / (size + (sigma - 1.0) * overlap).max(1.0) }
}

/// The different ways in which the subjects were found, each with its two denominators.
#[derive(Debug)]
pub(super) struct Channels {
    /// Each way once, in an order that depends on the content alone; the first is open call.
    ways: Vec<Option<Circle>>,
    /// The way of each subject.
    pub of_subject: Vec<usize>,
    /// Subjects named as outside their circle.
    pub outside: Vec<usize>,
}

impl Channels {
    /// Reads how the subjects were found. On a complete list nobody was "found": σ = 1 for all.
    pub fn of(problem: &Problem) -> Self {
        let usable = |circle: &Circle| !problem.is_complete_list && circle.sigma > 1.0 && circle.candidate < problem.candidates.len();
        let mut records: Vec<Option<Vec<bool>>> = vec![None; problem.candidates.len()];
        let mut outside = Vec::new();
        let mut found = Vec::with_capacity(problem.subjects.len());
        for (index, subject) in problem.subjects.iter().enumerate() {
            let way = subject.circle.filter(usable).filter(|circle| {
                let inside =
                    circle.sigma.is_finite() || records[circle.candidate].get_or_insert_with(|| possible_records(problem, circle.candidate))[index];
                if !inside {
                    outside.push(index);
                }
                inside
            });
            found.push(way);
        }
        // Open call first, then by strength, size and name, so that the order does not depend on who was found first.
        let key = |way: &Option<Circle>| {
            way.map(|circle| (circle.sigma.to_bits(), circle_size(problem, circle.candidate).to_bits(), &problem.candidates[circle.candidate].id))
        };
        let mut ways: Vec<Option<Circle>> = vec![None];
        ways.extend(found.iter().filter(|way| way.is_some()));
        ways.sort_by(|a, b| key(a).cmp(&key(b)));
        ways.dedup();
        let of_subject = found.iter().map(|way| ways.binary_search_by(|known| key(known).cmp(&key(way))).unwrap_or(0)).collect();
        Self { ways, of_subject, outside }
    }

    /// Whether subject `index` counts as found by open call.
    pub fn is_open_call(&self, index: usize) -> bool {
        self.of_subject[index] == 0
    }

    /// `f_0`'s denominator over `f_k`'s for each way and candidate `k` (or only a slice of it), as a curve over days:
    /// R = (`φ_k/φ_0`) · m · v(T) · scale(T).
    pub fn scales(&self, problem: &Problem, k: usize, slice: Option<&Slice>) -> Vec<Scale> {
        self.ways.iter().map(|way| Scale::of(problem, k, slice, *way)).collect()
    }
}

/// For each subject whether they are a record of `h`: for certain or, if `h` is declared, as far as anybody knows.
fn possible_records(problem: &Problem, h: usize) -> Vec<bool> {
    let candidate = &problem.candidates[h];
    let mut known = vec![candidate.coverage.is_some(); problem.subjects.len()];
    for member in &candidate.members {
        if let Some(known) = known.get_mut(member.subject) {
            *known |= member.probability > 0.0;
        }
    }
    known
}

/// `N_h` on the day of the first send.
fn circle_size(problem: &Problem, h: usize) -> f64 {
    overlap(problem, h, h).map_or(&problem.candidates[h].size, |curve| curve).on(problem.first_send).max(1.0)
}

/// `f_0`'s denominator over `f_k`'s on each day, for one way of being found.
#[derive(Debug)]
pub(super) struct Scale {
    numerator: f64,
    sigma: f64,
    size: DayCurve,
    overlap: Option<DayCurve>,
    /// In the circle's own file: how many of those who were in it on the day of the first send were in on each day, if known.
    own: Option<DayCurve>,
}

impl Scale {
    fn of(problem: &Problem, k: usize, slice: Option<&Slice>, way: Option<Circle>) -> Self {
        // Within the circle's own file a slice is no smaller than the file: members found there say nothing for a part of it either.
        let slice = slice.filter(|_| way.is_none_or(|circle| circle.candidate != k));
        let size = DayCurve::of(slice.map_or(&problem.candidates[k].size, |slice| &slice.size));
        let Some(Circle { candidate: h, sigma }) = way else {
            return Self { numerator: problem.pool.max(1.0), sigma: 1.0, size, overlap: None, own: None };
        };
        let circle_size = circle_size(problem, h);
        let shared = match overlap(problem, k, h) {
            // The circle itself: with the smaller S_h(T) ∩ S_h, recipients who happen to be old members would speak for h, out of mere luck.
            _ if k == h => DayCurve { knots: Vec::new(), before: circle_size },
            // How much of it lies in a slice is not known: the largest it can be, as below.
            Some(curve) if slice.is_some() => DayCurve::of(curve).least(&size),
            Some(curve) => DayCurve::of(curve),
            // Unknown: the largest it can be, which gives the file the least support.
            None => size.capped(circle_size),
        };
        let numerator = if sigma.is_infinite() { circle_size } else { problem.pool.max(1.0) + (sigma - 1.0) * circle_size };
        let own = overlap(problem, k, h).filter(|_| k == h).map(DayCurve::of);
        Self { numerator, sigma, size, overlap: Some(shared), own }
    }

    /// The value on a day.
    pub fn on(&self, day: i32) -> f64 {
        self.numerator * self.of_file(day)
    }

    /// Its part that does not depend on N₀.
    pub fn of_file(&self, day: i32) -> f64 {
        let shared = self.overlap.as_ref().map_or(0.0, |curve| curve.on(day));
        density(1.0, 1.0, 1.0, self.size.on(day), self.sigma, shared)
    }

    /// The value on a day for the shares of sources: in the circle's own file too the method's formula as it stands. If it is taken as given that some
    /// of the list comes from there, it matters which of the members found in the circle were in on the day of the copy.
    pub fn of_share_on(&self, day: i32) -> f64 {
        match &self.own {
            Some(own) if own.on(day) > 0.0 => self.numerator * density(1.0, 1.0, 1.0, self.size.on(day), self.sigma, own.on(day)),
            _ => self.on(day),
        }
    }

    /// Days on which the value changes.
    pub fn knots(&self) -> impl Iterator<Item = i32> + '_ {
        let size = self.size.knots.iter().map(|knot| knot.0);
        size.chain(self.overlap.iter().flat_map(|curve| curve.knots.iter().map(|knot| knot.0)))
    }
}

/// |`S_l` ∩ `S_h`| over time, if it was given.
fn overlap(problem: &Problem, l: usize, h: usize) -> Option<&SizeCurve> {
    problem.overlaps.get(l)?.get(h)
}

/// A [`SizeCurve`] by day number.
#[derive(Clone, Debug)]
pub(super) struct DayCurve {
    knots: Vec<(i32, f64)>,
    before: f64,
}

impl DayCurve {
    pub fn of(curve: &SizeCurve) -> Self {
        Self { knots: curve.knots.iter().map(|&(day, size)| (day_number(day), size)).collect(), before: curve.before }
    }

    fn capped(&self, most: f64) -> Self {
        Self { knots: self.knots.iter().map(|&(day, size)| (day, size.min(most))).collect(), before: self.before.min(most) }
    }

    /// The smaller of two curves on every day.
    fn least(&self, other: &Self) -> Self {
        let mut days: Vec<i32> = self.knots.iter().chain(&other.knots).map(|knot| knot.0).collect();
        days.sort_unstable();
        days.dedup();
        let knots = days.into_iter().map(|day| (day, self.on(day).min(other.on(day)))).collect();
        Self { knots, before: self.before.min(other.before) }
    }

    pub fn on(&self, day: i32) -> f64 {
        match self.knots.partition_point(|&(from, _)| from <= day) {
            0 => self.before,
            n => self.knots[n - 1].1,
        }
    }

    pub fn largest(&self) -> f64 {
        self.knots.iter().fold(self.before, |most, knot| most.max(knot.1))
    }
}

/// One subject as a possible record of one candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    /// Index into the subjects.
    pub subject: usize,
    /// m.
    pub probability: f64,
    /// (`φ_k/φ_0`) · m.
    pub factor: f64,
    /// v.
    pub validity: Validity,
}

/// The subjects that may be records of candidate `k`, in the subjects' order.
pub(super) fn entries(problem: &Problem, k: usize) -> Vec<Entry> {
    let candidate = &problem.candidates[k];
    let members: Vec<(usize, f64, Validity)> = match candidate.coverage {
        None => candidate
            .members
            .iter()
            .filter(|member| member.subject < problem.subjects.len() && member.probability > 0.0)
            .map(|member| (member.subject, member.probability.min(1.0), member.validity))
            .collect(),
        Some(coverage) => {
            let most = (candidate.size.on(problem.first_send) / problem.pool.max(1.0)).min(1.0);
            let unstated = coverage.clamp(0.0, most);
            let mut linked = vec![None; problem.subjects.len()];
            for member in candidate.members.iter().filter(|member| member.subject < problem.subjects.len()) {
                linked[member.subject] = Some(member);
            }
            (0..problem.subjects.len())
                .map(|i| {
                    let stated = problem.subjects[i].stated.filter(|stated| stated.candidate == k);
                    let mut probability = linked[i].map_or(unstated, |member| member.probability.max(unstated));
                    if let Some(stated) = stated {
                        probability = probability.max(coverage).max(reliability(stated.reliability));
                    }
                    (i, probability.min(1.0), linked[i].map(|member| member.validity).unwrap_or_default())
                })
                .filter(|member| member.1 > 0.0)
                .collect()
        }
    };
    let with_phi = |(subject, probability, validity): (usize, f64, Validity)| {
        let odds = odds_of_statement(problem, k, subject);
        let print = problem.prints.get(k).and_then(|of_k| of_k.get(subject)).copied().unwrap_or(1.0);
        Entry { subject, probability, factor: odds * print * probability, validity }
    };
    let mut entries: Vec<Entry> = members.into_iter().map(with_phi).collect();
    entries.sort_by_key(|entry| entry.subject);
    entries.dedup_by_key(|entry| entry.subject);
    entries
}

/// `φ_k/φ_0` of what a subject stated: ρ/(1−ρ) if they gave the address to `k` alone.
pub(super) fn odds_of_statement(problem: &Problem, k: usize, subject: usize) -> f64 {
    match problem.subjects[subject].stated {
        Some(stated) if stated.is_exclusive && stated.candidate == k => {
            let rho = reliability(stated.reliability);
            rho / (1.0 - rho)
        }
        _ => 1.0,
    }
}

/// ρ kept inside (0, 1): no statement is beyond doubt.
fn reliability(rho: f64) -> f64 {
    rho.clamp(1e-6, 1.0 - 1e-6)
}
