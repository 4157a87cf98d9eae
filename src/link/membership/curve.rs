//! Sums of validities over time, as [`SizeCurve`]s.

use crate::attribute::{Edge, SizeCurve, Validity};
use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};
use std::collections::BTreeMap;

/// Steps a ramp is cut into.
const STEPS: i64 = 16;
/// What one person counts. Whole numbers, so that the order of people does not show in the last digits.
pub(super) const ONE: i64 = 1 << 20;

/// Adds up validities.
#[derive(Default)]
pub(super) struct Sum {
    before: i64,
    known: BTreeMap<Day, i64>,
    /// Gaps with the same limits are one ramp.
    ramps: BTreeMap<(Day, Day), i64>,
}

impl Sum {
    /// Adds somebody who counts `weight`, in parts of [`ONE`].
    pub fn add(&mut self, validity: Validity, weight: i64) {
        if is_never(validity) {
            return;
        }
        match validity.start {
            Edge::Open => self.before += weight,
            edge => self.step(edge, weight),
        }
        self.step(validity.end, -weight);
    }

    fn step(&mut self, edge: Edge, weight: i64) {
        match edge {
            Edge::Open => {}
            Edge::Known(day) => *self.known.entry(day).or_default() += weight,
            Edge::Ramp { after, by } => *self.ramps.entry((after, by)).or_default() += weight,
        }
    }

    /// The curve.
    pub fn curve(self) -> SizeCurve {
        let mut steps: BTreeMap<Day, i64> = self.known;
        for ((after, by), weight) in self.ramps {
            let (from, days) = (day_number(after), i64::from(day_number(by) - day_number(after)));
            let count = STEPS.min(days).max(1);
            let mut done = 0;
            for step in 1..=count {
                // A step is taken on the first day on which the ramp has come that far.
                let offset = (days * step + count - 1) / count;
                let reached = weight * step / count;
                *steps.entry(day_from_number(from + offset as i32).unwrap_or(by)).or_default() += reached - done;
                done = reached;
            }
        }
        let size = |parts: i64| parts.max(0) as f64 / ONE as f64;
        let mut level = self.before;
        let knots = steps.into_iter().filter(|(_, change)| *change != 0).map(|(day, change)| {
            level += change;
            (day, size(level))
        });
        SizeCurve { knots: knots.collect(), before: size(self.before) }
    }
}

/// Out before it was in: such a record counts on no day.
fn is_never(validity: Validity) -> bool {
    let first_in = match validity.start {
        Edge::Open => return false,
        Edge::Known(day) => day,
        Edge::Ramp { after, .. } => after,
    };
    match validity.end {
        Edge::Open => false,
        Edge::Known(day) | Edge::Ramp { by: day, .. } => day <= first_in,
    }
}
