//! Which span of time is in view, and what changes it.
//!
//! The span is kept in moments (day numbers; parts of days count), so that it stays when gaps are folded or the chart changes; zooming and moving are
//! reckoned in places, as they are drawn.

use crate::chart::timeline::Timeline;
use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};

/// Shortest span that can be zoomed to, in days.
const SHORTEST: f64 = 4.0;

/// The visible span.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// What the last frame showed, in moments.
    shown: Option<(f64, f64)>,
    /// What the next frame shall do, if somebody asked.
    wanted: Option<Wanted>,
    /// The whole chart, and how wide it is drawn, that the view was fitted to.
    whole: Option<(Day, Day, f64)>,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wanted {
    /// Everything.
    All,
    /// This span, in moments.
    Span(f64, f64),
    /// As many times as long, around the middle.
    Zoom(f64),
    /// Moved by a share of what is shown.
    Shift(f64),
}

impl View {
    /// Asks for another span in the next frame.
    pub fn want(&mut self, wanted: Wanted) {
        self.wanted = Some(wanted);
    }

    /// Asks for the days from `first` to `last` with as much again on both sides, at least a fortnight.
    pub fn around(&mut self, first: Day, last: Day) {
        let (from, until) = (f64::from(day_number(first)), f64::from(day_number(last)) + 1.0);
        let margin = (until - from).max(14.0);
        self.wanted = Some(Wanted::Span(from - margin, until + margin));
    }

    /// The span to set in this frame, in places, if any: a new chart is shown whole, unless somebody was looking at a part of it.
    pub fn take_wanted(&mut self, chart: &Timeline) -> Option<(f64, f64)> {
        let whole = span(chart);
        let key = (chart.from, chart.until, whole.1 - whole.0);
        if self.whole != Some(key) {
            let was_whole = self.whole.zip(self.shown).is_none_or(|((from, until, _), shown)| {
                shown.0 <= f64::from(day_number(from)) + 0.5 && f64::from(day_number(until)) - 0.5 <= shown.1
            });
            self.whole = Some(key);
            let kept = self.shown.filter(|_| !was_whole);
            self.wanted = self.wanted.or(Some(kept.map_or(Wanted::All, |(from, until)| Wanted::Span(from, until))));
        }
        let place = |(from, until): (f64, f64)| (chart.folds.place(from), chart.folds.place(until));
        let wanted = self.wanted.take()?;
        let found = match (wanted, self.shown) {
            (Wanted::All, _) | (Wanted::Zoom(_) | Wanted::Shift(_), None) => whole,
            (Wanted::Span(from, until), _) => place((from, until)),
            (Wanted::Zoom(factor), Some(shown)) => {
                let (from, until) = place(shown);
                let (middle, half) = (f64::midpoint(from, until), (until - from) * factor / 2.0);
                (middle - half, middle + half)
            }
            (Wanted::Shift(share), Some(shown)) => {
                let (from, until) = place(shown);
                let by = (until - from) * share;
                (from + by, until + by)
            }
        };
        Some(clamp(found, whole))
    }

    /// Notes what was shown, in places; a view that left the chart or became too narrow is brought back in the next frame. True if so.
    pub fn settle(&mut self, chart: &Timeline, shown: (f64, f64)) -> bool {
        let kept = clamp(shown, span(chart));
        let moments = (chart.folds.moment(kept.0), chart.folds.moment(kept.1));
        self.shown = Some(moments);
        let has_left = (kept.0 - shown.0).abs() > 1e-6 || (kept.1 - shown.1).abs() > 1e-6;
        if has_left && self.wanted.is_none() {
            self.wanted = Some(Wanted::Span(moments.0, moments.1));
        }
        has_left || self.wanted.is_some()
    }

    /// First and last moment in view.
    pub fn shown(&self) -> Option<(f64, f64)> {
        self.shown
    }

    /// The days in view, `[from, until)`; `None` if that is everything.
    pub fn range(&self, chart: &Timeline) -> Option<(Day, Day)> {
        let (from, until) = self.shown?;
        let (from, until) = (day_from_number(from.floor() as i32)?, day_from_number(until.ceil() as i32)?);
        (chart.from < from || until < chart.until).then_some((from.max(chart.from), until.min(chart.until)))
    }
}

/// The whole chart in places.
pub fn span(chart: &Timeline) -> (f64, f64) {
    let place = |day| chart.folds.place(f64::from(day_number(day)));
    let from = place(chart.from);
    (from, place(chart.until).max(from + SHORTEST))
}

/// The view, no shorter than [`SHORTEST`], no longer than the chart, inside the chart.
fn clamp((from, until): (f64, f64), (first, end): (f64, f64)) -> (f64, f64) {
    let length = (until - from).clamp(SHORTEST.min(end - first), end - first);
    let middle = f64::midpoint(from, until);
    let from = (middle - length / 2.0).clamp(first, end - length);
    (from, from + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;
    use crate::chart::timeline::seen::Seen;
    use crate::model::Language;
    use crate::words::Words;

    fn chart() -> Timeline {
        Timeline::build(&fixtures::contents(), None, &Words::new(Language::Fr))
    }

    #[test]
    fn a_view_never_leaves_the_chart_and_never_grows_beyond_it() {
        assert_eq!(clamp((-50.0, 50.0), (0.0, 1000.0)), (0.0, 100.0));
        assert_eq!(clamp((950.0, 1050.0), (0.0, 1000.0)), (900.0, 1000.0));
        assert_eq!(clamp((-5000.0, 5000.0), (0.0, 1000.0)), (0.0, 1000.0));
        assert_eq!(clamp((500.0, 500.5), (0.0, 1000.0)), (498.25, 502.25));
    }

    #[test]
    fn zooming_in_and_out_again_comes_back() {
        let chart = chart();
        let mut view = View::default();
        let whole = view.take_wanted(&chart).unwrap();
        view.settle(&chart, whole);
        view.want(Wanted::Zoom(0.5));
        let near = view.take_wanted(&chart).unwrap();
        assert!((near.1 - near.0 - (whole.1 - whole.0) / 2.0).abs() < 1e-9);
        view.settle(&chart, near);
        assert!(view.range(&chart).is_some());
        view.want(Wanted::Zoom(2.0));
        assert_eq!(view.take_wanted(&chart), Some(whole));
        view.settle(&chart, whole);
        assert_eq!(view.range(&chart), None);
    }

    #[test]
    fn a_chart_that_changes_is_shown_whole_only_if_it_was() {
        let (small, words) = (chart(), Words::new(Language::Fr));
        let mut contents = fixtures::contents();
        contents.events[0].at = Some(fixtures::exact(1999, 1, 1));
        let large = Timeline::build(&contents, None, &words).seen(&Seen { is_folded: true, ..Seen::default() }, &words);
        let mut view = View::default();
        let whole = view.take_wanted(&small).unwrap();
        view.settle(&small, whole);
        assert_eq!(view.take_wanted(&large), Some(span(&large)));
        view.settle(&large, span(&large));
        view.around(Day::constant(2010, 5, 14), Day::constant(2010, 5, 14));
        let near = view.take_wanted(&large).unwrap();
        view.settle(&large, near);
        let kept = view.take_wanted(&small).unwrap();
        assert!((kept.1 - kept.0 - 29.0).abs() < 1e-6, "still the day with a fortnight on both sides: {kept:?}");
    }
}
