//! Where the verdict changes its words: N₀, σ and the number of witnesses, each turned alone.
//!
//! How far the words are from changing is a number that passes through 0 where they do ([`Bands::room`](super::Bands::room)); its root is bracketed by
//! steps outwards from the present value and closed in by false position. A change and a change back within one step are not seen.

use super::bars::{has_circles, least_pool};
use super::leaders::{Leaders, Need};
use super::{Influence, Reading, Tipping};
use crate::attribute::AttributeError;
use crate::attribute::workbench::{Change, Workbench};
use crate::job::Progress;
use crate::model::RecipientId;

/// N₀ is looked at up to so many times the present one.
const POOL_RANGE: f64 = 100.0;

/// Steps of N₀ and σ, as factors.
const POOL_STEP: f64 = 3.0;
const SIGMA_STEP: f64 = 10.0;

/// From here on a circle is as good as unlimited.
const HIGHEST_SIGMA: f64 = 1e6;

/// How closely a tipping point is told, relative to its value.
const PRECISION: f64 = 1e-9;

/// All tipping points.
pub(super) fn tipping(bench: &Workbench, baseline: &Reading, influence: &[Influence], progress: &dyn Progress) -> Result<Tipping, AttributeError> {
    let seeker = Seeker { bench, baseline, leaders: Leaders { bench, baseline, progress } };
    Ok(Tipping { pool: seeker.pool()?, sigma: seeker.sigma()?, recipients: seeker.recipients(influence)? })
}

struct Seeker<'a> {
    bench: &'a Workbench,
    baseline: &'a Reading,
    leaders: Leaders<'a>,
}

impl Seeker<'_> {
    /// How far the words are from changing after `change`; 0 or less: they have. `known`: a log₁₀ LR each candidate does not exceed then.
    fn room(&self, change: &Change, known: &dyn Fn(usize) -> Option<f64>) -> Result<f64, AttributeError> {
        Ok(self.bench.bands().room(self.baseline, &self.leaders.ranked(change, Need::Words, known)?))
    }

    fn pool(&self) -> Result<Option<f64>, AttributeError> {
        let standing = &self.bench.standing;
        let now = self.bench.problem().pool.max(1.0);
        let room = |ln: f64| {
            let pool = libm::exp(ln);
            // R of nobody falls as N₀ rises, and none rises faster than N₀; to a declared file everybody may belong.
            let records = |k: usize| standing.weighed[k].whole().prepared.entries.len() as f64;
            let most = |k: usize| standing.log10_lr(k) + records(k) * libm::log10(pool / now).max(0.0);
            self.room(&Change::of_pool(pool), &|k| Some(most(k)))
        };
        let (low, high) = (libm::log(least_pool(self.bench).min(now)), libm::log(now * POOL_RANGE));
        Ok(nearest(libm::log(now), (low, high), libm::log(POOL_STEP), room)?.map(libm::exp))
    }

    fn sigma(&self) -> Result<Option<f64>, AttributeError> {
        let problem = self.bench.problem();
        if !has_circles(problem) {
            return Ok(None);
        }
        let strongest = problem.subjects.iter().filter_map(|subject| subject.circle).map(|circle| circle.sigma).fold(1.0, f64::max);
        let room = |ln: f64| self.room(&Change::of_sigma(libm::exp(ln)), &|_| None);
        let range = (0.0, libm::log(HIGHEST_SIGMA));
        Ok(nearest(libm::log(strongest.min(HIGHEST_SIGMA)), range, libm::log(SIGMA_STEP), room)?.map(libm::exp))
    }

    /// How few of the strongest witnesses must fall. Nothing can fall where nothing is said.
    fn recipients(&self, influence: &[Influence]) -> Result<Option<u32>, AttributeError> {
        let says_something = self.baseline.best.is_some() || self.baseline.band > 0 && self.baseline.log10_lr_vs_none > 0.0;
        if !says_something {
            return Ok(None);
        }
        let against_none = |of: &Influence| Some(self.baseline.log10_lr_vs_none - of.log10_lr_vs_none);
        let against_rival = |of: &Influence| of.log10_lr_vs_rival.zip(self.baseline.log10_lr_vs_rival).map(|(without, with)| with - without);
        let by_none = self.fewest(&witnesses(influence, against_none), None)?;
        let by_rival = self.fewest(&witnesses(influence, against_rival), by_none)?;
        Ok(by_none.into_iter().chain(by_rival).min())
    }

    /// How many of the first witnesses must fall, if fewer than `known`.
    fn fewest(&self, witnesses: &[&RecipientId], known: Option<u32>) -> Result<Option<u32>, AttributeError> {
        let room = |count: usize| self.room(&Change::without(witnesses[..count].iter().map(|id| (*id).clone())), &|_| None);
        let most = known.map_or(witnesses.len(), |known| (known as usize - 1).min(witnesses.len()));
        if most == 0 {
            return Ok(None);
        }
        let (mut low, mut high) = (0, most);
        let (mut of_low, mut of_high) = (self.bench.bands().room(self.baseline, &self.bench.standing.ranked(self.bench.problem(), &[])), room(most)?);
        if of_high > 0.0 {
            return Ok(None);
        }
        let mut side = 0;
        while high - low > 1 {
            let share = if of_low - of_high > 0.0 && of_low.is_finite() { of_low / (of_low - of_high) } else { 0.5 };
            let next = (low + ((high - low) as f64 * share).round() as usize).clamp(low + 1, high - 1);
            let of_next = room(next)?;
            if of_next > 0.0 {
                (low, of_low) = (next, of_next);
                of_high *= if side == 1 { 0.25 } else { 1.0 };
                side = 1;
            } else {
                (high, of_high) = (next, of_next);
                of_low *= if side == -1 { 0.25 } else { 1.0 };
                side = -1;
            }
        }
        Ok(Some(high as u32))
    }
}

/// Those who support the leading source, the strongest first.
fn witnesses(influence: &[Influence], worth: impl Fn(&Influence) -> Option<f64>) -> Vec<&RecipientId> {
    let mut found: Vec<(f64, &RecipientId)> =
        influence.iter().filter_map(|of| Some((worth(of)?, &of.recipient))).filter(|(worth, _)| *worth > 0.0).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    found.into_iter().map(|(_, id)| id).collect()
}

/// The root of `room` nearest to `now` within `range`, from the side where the words have changed.
fn nearest(now: f64, range: (f64, f64), step: f64, room: impl Fn(f64) -> Result<f64, AttributeError>) -> Result<Option<f64>, AttributeError> {
    let of_now = room(now)?;
    if of_now <= 0.0 {
        return Ok(Some(now));
    }
    let mut ends = [(now, of_now), (now, of_now)];
    loop {
        let mut roots = Vec::new();
        let mut is_over = true;
        for (end, limit) in ends.iter_mut().zip([range.0, range.1]) {
            if (limit - end.0).abs() < 1e-12 || (limit - end.0).signum() * (limit - now).signum() < 0.0 {
                continue;
            }
            is_over = false;
            let next = if limit < end.0 { (end.0 - step).max(limit) } else { (end.0 + step).min(limit) };
            let of_next = room(next)?;
            if of_next <= 0.0 {
                roots.push(root(*end, (next, of_next), &room)?);
            }
            *end = (next, of_next);
        }
        if is_over || !roots.is_empty() {
            return Ok(roots.into_iter().min_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()).then(a.total_cmp(b))));
        }
    }
}

/// Closes in on the root between `low` (room > 0) and `high` (no room): false position (Illinois), halving where that is slow.
fn root(mut low: (f64, f64), mut high: (f64, f64), room: impl Fn(f64) -> Result<f64, AttributeError>) -> Result<f64, AttributeError> {
    let mut side = 0;
    for round in 0..60 {
        let width = high.0 - low.0;
        if width.abs() <= PRECISION {
            break;
        }
        let share = low.1 / (low.1 - high.1);
        let share = if share.is_finite() && round % 5 < 4 { share } else { 0.5 };
        // Never so near an end that nothing is gained.
        let margin = 0.4 * PRECISION / width.abs();
        let next = low.0 + width * share.clamp(margin, 1.0 - margin);
        let of_next = room(next)?;
        if of_next > 0.0 {
            low = (next, of_next);
            high.1 *= if side == 1 { 0.5 } else { 1.0 };
            side = 1;
        } else {
            high = (next, of_next);
            low.1 *= if side == -1 { 0.5 } else { 1.0 };
            side = -1;
        }
    }
    Ok(high.0)
}
