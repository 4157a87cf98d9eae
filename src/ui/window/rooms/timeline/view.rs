//! Which span of time is in view, and the buttons that change it.

use crate::model::Day;
use crate::model::dates::day_number;
use crate::words::Words;

/// Shortest span that can be zoomed to, in days.
const SHORTEST: f64 = 4.0;

/// The visible span, in days since 1970-01-01.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// What the last frame showed.
    shown: Option<(f64, f64)>,
    /// What the next frame shall show, if a button or key asked.
    wanted: Option<(f64, f64)>,
    /// The whole chart the view was fitted to.
    whole: Option<(Day, Day)>,
}

impl View {
    /// The span to set in this frame, if any: a new chart is shown whole.
    pub fn take_wanted(&mut self, from: Day, until: Day) -> Option<(f64, f64)> {
        if self.whole != Some((from, until)) {
            self.whole = Some((from, until));
            self.wanted = Some(span(from, until));
        }
        self.wanted.take()
    }

    /// Notes what was shown; a view that left the chart or became too narrow is brought back in the next frame. True if so.
    pub fn settle(&mut self, from: Day, until: Day, shown: (f64, f64)) -> bool {
        let whole = span(from, until);
        let kept = clamp(shown, whole);
        self.shown = Some(kept);
        let has_left = (kept.0 - shown.0).abs() > 1e-6 || (kept.1 - shown.1).abs() > 1e-6;
        if has_left {
            self.wanted = Some(kept);
        }
        has_left
    }

    /// Fit, zoom and move, for those who do not use the wheel.
    pub fn buttons(&mut self, ui: &mut egui::Ui, words: &Words) {
        if ui.button(words.text("rooms-timeline-fit")).clicked() {
            self.wanted = self.whole.map(|(from, until)| span(from, until));
        }
        if ui.button(words.text("rooms-timeline-zoom-in")).clicked() {
            self.zoom(0.5);
        }
        if ui.button(words.text("rooms-timeline-zoom-out")).clicked() {
            self.zoom(2.0);
        }
        if ui.button(words.text("rooms-timeline-earlier")).clicked() {
            self.shift(-0.25);
        }
        if ui.button(words.text("rooms-timeline-later")).clicked() {
            self.shift(0.25);
        }
    }

    /// Makes the span `factor` times as long around its middle.
    pub fn zoom(&mut self, factor: f64) {
        let (Some((from, until)), Some((first, end))) = (self.shown, self.whole) else { return };
        let (middle, half) = (f64::midpoint(from, until), (until - from) * factor / 2.0);
        self.wanted = Some(clamp((middle - half, middle + half), span(first, end)));
    }

    /// Moves by a share of what is shown.
    pub fn shift(&mut self, share: f64) {
        let (Some((from, until)), Some((first, end))) = (self.shown, self.whole) else { return };
        let by = (until - from) * share;
        self.wanted = Some(clamp((from + by, until + by), span(first, end)));
    }
}

fn span(from: Day, until: Day) -> (f64, f64) {
    let from = f64::from(day_number(from));
    (from, f64::from(day_number(until)).max(from + SHORTEST))
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

    #[test]
    fn a_view_never_leaves_the_chart_and_never_grows_beyond_it() {
        assert_eq!(clamp((-50.0, 50.0), (0.0, 1000.0)), (0.0, 100.0));
        assert_eq!(clamp((950.0, 1050.0), (0.0, 1000.0)), (900.0, 1000.0));
        assert_eq!(clamp((-5000.0, 5000.0), (0.0, 1000.0)), (0.0, 1000.0));
        assert_eq!(clamp((500.0, 500.5), (0.0, 1000.0)), (498.25, 502.25));
    }

    #[test]
    fn zooming_in_and_out_again_comes_back() {
        let (from, until) = (Day::constant(2010, 1, 1), Day::constant(2012, 1, 1));
        let mut view = View::default();
        let whole = view.take_wanted(from, until).unwrap();
        view.settle(from, until, whole);
        view.zoom(0.5);
        let near = view.take_wanted(from, until).unwrap();
        assert!((near.1 - near.0 - (whole.1 - whole.0) / 2.0).abs() < 1e-9);
        view.settle(from, until, near);
        view.zoom(2.0);
        assert_eq!(view.take_wanted(from, until), Some(whole));
    }
}
