//! From days to the screen and back: the plot's transform, with gaps folded.

use crate::chart::folds::Folds;
use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};
use egui::{Rangef, Rect, pos2};
use egui_plot::PlotTransform;

/// Where things stand in this frame.
pub struct Sight<'a> {
    transform: PlotTransform,
    folds: &'a Folds,
}

impl<'a> Sight<'a> {
    /// What a plot shows, on a chart with `folds`.
    pub fn new(transform: PlotTransform, folds: &'a Folds) -> Self {
        Self { transform, folds }
    }

    /// The rectangle of the plot.
    pub fn frame(&self) -> Rect {
        *self.transform.frame()
    }

    /// Where the beginning of `day` stands.
    pub fn x(&self, day: Day) -> f32 {
        self.transform.position_from_point_x(self.folds.place(f64::from(day_number(day))))
    }

    /// Where `[from, until)` stands.
    pub fn span(&self, from: Day, until: Day) -> Rangef {
        Rangef::new(self.x(from), self.x(until))
    }

    /// Where the days from `first` to `last` stand, both included, never thinner than can be seen.
    pub fn days(&self, first: Day, last: Day) -> Rangef {
        let left = self.x(first);
        Rangef::new(left, self.x(last.tomorrow().unwrap_or(last)).max(left + 2.0))
    }

    /// The moment that stands at `x`, in day numbers.
    pub fn moment(&self, x: f32) -> f64 {
        self.folds.moment(self.transform.value_from_position(pos2(x, self.frame().center().y)).x)
    }

    /// The day at `x`.
    pub fn day(&self, x: f32) -> Option<Day> {
        day_from_number(self.moment(x).floor() as i32)
    }

    /// First and last place in view.
    pub fn places(&self) -> (f64, f64) {
        (self.transform.bounds().min()[0], self.transform.bounds().max()[0])
    }

    /// First day in view, and the first one after.
    pub fn view(&self) -> Option<(Day, Day)> {
        let (from, until) = self.places();
        Some((day_from_number(self.folds.moment(from).floor() as i32)?, day_from_number(self.folds.moment(until).ceil() as i32)?))
    }

    /// The folds.
    pub fn folds(&self) -> &'a Folds {
        self.folds
    }
}
