//! Long stretches of time in which nothing begins, ends or happens, drawn short: a scale in pieces that both painters share.
//!
//! Outside the folds a day is one day wide; inside it is narrower, never nothing. So order is kept and every place is one moment again.

use crate::model::Day;
use crate::model::dates::day_number;
use serde::{Deserialize, Serialize};

/// A stretch shorter than this is never folded, in days.
const SHORTEST: i32 = 180;
/// A stretch is folded if it is at least this share of the whole.
const SHARE: i32 = 8;
/// Days kept as they are beside what stands at the ends of a stretch: this share of the whole, within limits.
const MARGIN_SHARE: i32 = 40;
const MARGIN: (i32, i32) = (15, 90);
/// How wide a fold is drawn: this share of what is not folded.
const WIDTH: f64 = 0.035;

/// A stretch drawn short.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fold {
    /// First day drawn short.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// How wide the stretch is drawn, in days outside folds.
    pub width: f64,
}

impl Fold {
    /// How many days it holds.
    pub fn days(&self) -> i32 {
        day_number(self.until) - day_number(self.from)
    }
}

/// The folds of a chart, in order and apart; none: time is drawn evenly.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Folds(Vec<Fold>);

impl Folds {
    /// Folds every long stretch of `[from, until)` between two of `days`, on which something begins, ends or happens.
    pub fn of(days: impl IntoIterator<Item = Day>, from: Day, until: Day) -> Self {
        let (first, end) = (day_number(from), day_number(until));
        let whole = end - first;
        let margin = (whole / MARGIN_SHARE).clamp(MARGIN.0, MARGIN.1);
        let mut days: Vec<i32> = days.into_iter().map(day_number).filter(|day| first < *day && *day < end).collect();
        days.sort_unstable();
        days.dedup();
        let long = |pair: &&[i32]| pair[1] - pair[0] >= SHORTEST.max(whole / SHARE) + 2 * margin;
        let stretches: Vec<(i32, i32)> = days.windows(2).filter(long).map(|pair| (pair[0] + margin, pair[1] - margin)).collect();
        let rest = whole - stretches.iter().map(|(from, until)| until - from).sum::<i32>();
        let width = (f64::from(rest) * WIDTH).max(1.0);
        let fold = |&(from, until): &(i32, i32)| {
            let (from, until) = (crate::model::dates::day_from_number(from)?, crate::model::dates::day_from_number(until)?);
            Some(Fold { from, until, width })
        };
        Self(stretches.iter().filter(|(from, until)| f64::from(until - from) > 2.0 * width).filter_map(fold).collect())
    }

    /// Every fold, in order.
    pub fn list(&self) -> &[Fold] {
        &self.0
    }

    /// Whether nothing is folded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fold that holds `day`.
    pub fn at(&self, day: Day) -> Option<&Fold> {
        self.0.iter().find(|fold| fold.from <= day && day < fold.until)
    }

    /// Where a moment stands (a day number; parts of days count), in days as they are drawn.
    pub fn place(&self, moment: f64) -> f64 {
        let mut shift = 0.0;
        for fold in &self.0 {
            let (from, length) = (f64::from(day_number(fold.from)), f64::from(fold.days()));
            if moment <= from {
                break;
            }
            let inside = (moment - from).min(length);
            shift += inside * (1.0 - fold.width / length);
        }
        moment - shift
    }

    /// The moment that stands at `place`: the inverse of [`Folds::place`].
    pub fn moment(&self, place: f64) -> f64 {
        let mut shift = 0.0;
        for fold in &self.0 {
            let (from, length) = (f64::from(day_number(fold.from)), f64::from(fold.days()));
            if place + shift <= from {
                break;
            }
            let inside = (place + shift - from).min(fold.width);
            shift += inside * (length / fold.width - 1.0);
        }
        place + shift
    }

    /// How wide `[from, until)` is drawn, in days outside folds.
    pub fn width(&self, from: Day, until: Day) -> f64 {
        self.place(f64::from(day_number(until))) - self.place(f64::from(day_number(from)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dates::day_from_number;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn number(day: Day) -> f64 {
        f64::from(day_number(day))
    }

    /// Ten years with something in the first and in the last month only.
    fn folded() -> Folds {
        Folds::of([date(2000, 2, 1), date(2009, 12, 1)], date(2000, 1, 1), date(2010, 1, 1))
    }

    #[test]
    fn a_long_gap_is_one_fold_with_room_beside_what_stands_at_its_ends() {
        let folds = folded();
        assert_eq!(folds.list().len(), 1);
        let fold = folds.list()[0];
        // The whole is 3 653 days; a fortieth of it, held at 90 days, stays on both sides.
        assert_eq!((fold.from, fold.until), (date(2000, 5, 1), date(2009, 9, 2)));
        let rest = 3653 - fold.days();
        assert!((fold.width - f64::from(rest) * 0.035).abs() < 1e-9);
        assert!((folds.width(date(2000, 1, 1), date(2010, 1, 1)) - (f64::from(rest) + fold.width)).abs() < 1e-6);
        assert!(folds.at(date(2005, 1, 1)).is_some() && folds.at(fold.until).is_none());
    }

    #[test]
    fn outside_folds_a_day_is_a_day_wide() {
        let folds = folded();
        assert!((folds.width(date(2000, 2, 1), date(2000, 2, 2)) - 1.0).abs() < 1e-9);
        assert!((folds.width(date(2009, 12, 1), date(2009, 12, 11)) - 10.0).abs() < 1e-6);
        assert!((folds.place(number(date(2000, 2, 1))) - number(date(2000, 2, 1))).abs() < 1e-9);
    }

    #[test]
    fn short_gaps_and_charts_without_anything_are_not_folded() {
        let monthly = (1..=12).map(|month| date(2009, month, 1));
        assert!(Folds::of(monthly, date(2009, 1, 1), date(2010, 1, 1)).is_empty());
        assert!(Folds::of([], date(2000, 1, 1), date(2010, 1, 1)).is_empty());
        assert!(Folds::of([date(2005, 1, 1)], date(2000, 1, 1), date(2010, 1, 1)).is_empty());
        assert!(Folds::of([Day::MIN, Day::MAX], Day::MIN, Day::MAX).is_empty(), "the ends themselves are the edge of the chart");
    }

    proptest! {
        #[test]
        fn the_scale_is_monotone_and_invertible(mut days in prop::collection::vec(0_i32..20_000, 0..30), at in 0.0..20_000.0_f64, step in 0.001..500.0_f64) {
            days.sort_unstable();
            let (from, until) = (day_from_number(0).unwrap(), day_from_number(20_001).unwrap());
            let folds = Folds::of(days.into_iter().filter_map(day_from_number), from, until);
            let place = folds.place(at);
            prop_assert!(folds.place(at + step) > place);
            prop_assert!((folds.moment(place) - at).abs() < 1e-6, "{} {}", folds.moment(place), at);
            prop_assert!(folds.list().windows(2).all(|pair| pair[0].until <= pair[1].from));
            prop_assert!(folds.list().iter().all(|fold| fold.width < f64::from(fold.days())));
        }
    }
}
