//! The bounds of the verbal scale and the rule of the verdict, as numbers; the words themselves are not known on this floor.

use super::Reading;
use crate::model::SourceId;

/// When which word is used. Handed in by the caller, since words are not the business of the mathematics.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// log₁₀ of the smallest ratio of each band, rising; the first is 0.
    pub bounds: Vec<f64>,
    /// log₁₀ of the highest ratio that is shown.
    pub cap: f64,
    /// Steps the words are lowered by, for want of controls.
    pub steps: usize,
    /// log₁₀ LR from which a source counts as supported, and from which the leading pair is no longer too close to call.
    pub supported: f64,
}

impl Bands {
    /// Index of the band that is shown for `log10_lr`, whichever of the two propositions it favours. 0 = no support for one over the other.
    pub fn band(&self, log10_lr: f64) -> usize {
        let size = if log10_lr.is_nan() { 0.0 } else { log10_lr.abs().min(self.cap) };
        // The same hair of tolerance as where the words are chosen.
        let above = self.bounds.iter().filter(|bound| **bound <= size + 1e-9).count();
        above.max(1).saturating_sub(1 + self.steps)
    }

    /// How far the numbers are from other words than those of `baseline`, log₁₀: above 0 while they say the same, 0 or less once they do not. It is
    /// continuous in the numbers but for a change of the leading source that nothing said depends on.
    pub(super) fn room(&self, baseline: &Reading, ranked: &[(&SourceId, f64)]) -> f64 {
        let Some(reading) = self.read_ranked(ranked) else { return f64::NEG_INFINITY };
        let mut room = self.room_of_band(baseline.log10_lr_vs_none, baseline.band, reading.log10_lr_vs_none);
        let mut gap = reading.log10_lr_vs_rival;
        if let Some(best) = &baseline.best {
            // Of the source that was named, whether it still leads or not.
            let own = ranked.iter().find(|(id, _)| *id == best).map_or(f64::NEG_INFINITY, |(_, score)| *score);
            let others = ranked.iter().filter(|(id, _)| *id != best).map(|(_, score)| *score).reduce(f64::max);
            gap = others.map(|other| own - other);
            room = room.min(own - self.supported);
            room = gap.map_or(room, |gap| room.min(gap - self.supported));
        } else {
            let unsupported = self.supported - reading.log10_lr_vs_none;
            room = room.min(gap.map_or(unsupported, |gap| unsupported.max(self.supported - gap)));
        }
        match (baseline.log10_lr_vs_rival.zip(baseline.rival_band), gap) {
            (Some((then, band)), Some(gap)) => room.min(self.room_of_band(then, band, gap)),
            (None, None) => room,
            _ => room.min(0.0),
        }
    }

    /// How far `now` is from another band than `band`, that of `then`.
    fn room_of_band(&self, then: f64, band: usize, now: f64) -> f64 {
        let size = if band > 0 && then < 0.0 { -now } else { now };
        let bound = |above: usize| self.bounds.get(above).copied().filter(|bound| *bound <= self.cap + 1e-9).map(|bound| bound - 1e-9);
        let upper = bound(band + self.steps + 1);
        if band > 0 {
            let lower = self.bounds.get(band + self.steps).map_or(0.0, |bound| bound - 1e-9);
            (size - lower).min(upper.map_or(f64::INFINITY, |upper| upper - size))
        } else {
            upper.map_or(f64::INFINITY, |upper| upper - size.abs())
        }
    }

    /// Reads the numbers of all sources, given as (id, log₁₀ LR against none) in any order; `None` if there is none.
    pub fn read(&self, scores: &[(&SourceId, f64)]) -> Option<Reading> {
        let mut ranked = scores.to_vec();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        self.read_ranked(&ranked)
    }

    /// The same of sources that stand in their order already, the best supported first.
    pub fn read_ranked(&self, ranked: &[(&SourceId, f64)]) -> Option<Reading> {
        let (leading, vs_none) = *ranked.first()?;
        let rival = ranked.get(1);
        let vs_rival = rival.map(|(_, score)| vs_none - score);
        let is_best = vs_none >= self.supported && vs_rival.is_none_or(|gap| gap >= self.supported);
        Some(Reading {
            best: is_best.then(|| leading.clone()),
            leading: leading.clone(),
            rival: rival.map(|(id, _)| (*id).clone()),
            log10_lr_vs_none: vs_none,
            log10_lr_vs_rival: vs_rival,
            band: self.band(vs_none),
            rival_band: vs_rival.map(|gap| self.band(gap)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands(steps: usize) -> Bands {
        Bands { bounds: [1.0, 2.0, 10.0, 100.0, 1e3, 1e4, 1e6].map(f64::log10).to_vec(), cap: 4.0, steps, supported: 1.0 }
    }

    #[test]
    fn a_band_is_capped_turned_round_and_lowered() {
        let of = |log10_lr, steps| bands(steps).band(log10_lr);
        assert_eq!([of(0.0, 0), of(0.31, 0), of(1.0, 0), of(3.5, 0), of(60.0, 0)], [0, 1, 2, 4, 5]);
        assert_eq!([of(60.0, 1), of(-2.5, 1), of(0.5, 1), of(f64::NAN, 0)], [4, 2, 0, 0]);
    }

    #[test]
    fn the_verdict_names_a_source_only_if_it_is_supported_and_told_apart() {
        let (a, b): (SourceId, SourceId) = ("a".into(), "b".into());
        let best = |x, y| bands(0).read(&[(&b, y), (&a, x)]).unwrap().best;
        assert_eq!(best(5.0, 1.0), Some("a".into()));
        assert_eq!(best(1.0, 5.0), Some("b".into()));
        assert_eq!(best(5.0, 4.5), None, "too close to call");
        assert_eq!(best(0.9, -3.0), None, "not supported");
        let equals = bands(0).read(&[(&b, 2.0), (&a, 2.0)]).unwrap();
        assert_eq!((equals.leading.as_str(), equals.log10_lr_vs_rival), ("a", Some(0.0)));
        assert_eq!(bands(0).read(&[]), None);
    }
}
