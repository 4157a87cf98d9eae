//! How far a list is scrolled. Places are kept in double precision and rows are placed from the edge of the view, so that the millionth row keeps its place
//! where single precision would no longer tell points apart (16.7 million of them, 600 000 rows).

use crate::ui::window::theme::tokens;
use egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Width of the bar.
pub const BAR: f32 = 12.0;

/// See the module.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scroll {
    top: f64,
    /// Where in the handle it is held.
    held: f32,
}

/// The rows in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InView {
    /// The first one, which may begin above the view.
    pub first: usize,
    /// One past the last.
    pub end: usize,
    /// Where the first begins, from the top of the view: 0 or less.
    pub offset: f32,
}

impl Scroll {
    /// Moves by so many points.
    pub fn by(&mut self, points: f64) {
        self.top += points;
    }

    /// To the beginning.
    pub fn home(&mut self) {
        self.top = 0.0;
    }

    /// So that this row is in view.
    pub fn show(&mut self, place: usize, row: f32, view: f32) {
        let (top, row, view) = (place as f64 * f64::from(row), f64::from(row), f64::from(view));
        self.top = self.top.clamp((top + row - view).min(top), top);
    }

    /// Which rows are in view, of so many of this height; scrolled too far, it comes back.
    pub fn in_view(&mut self, rows: usize, row: f32, view: f32) -> InView {
        let row = f64::from(row);
        self.top = self.top.clamp(0.0, (rows as f64 * row - f64::from(view)).max(0.0)).round();
        let first = (self.top / row).floor();
        let end = ((self.top + f64::from(view)) / row).ceil() as usize;
        InView { first: first as usize, end: end.min(rows), offset: (first * row - self.top) as f32 }
    }

    /// The bar beside the view.
    pub fn bar(&mut self, ui: &mut Ui, track: Rect, rows: usize, row: f32, name: &str) {
        let total = rows as f64 * f64::from(row);
        let view = f64::from(track.height());
        let length = (f64::from(track.height()) * view / total).max(28.0) as f32;
        let (room, furthest) = (track.height() - length, total - view);
        let share = if furthest > 0.0 { (self.top / furthest) as f32 } else { 0.0 };
        let handle = Rect::from_min_size(pos2(track.left(), track.top() + room * share), vec2(track.width(), length));
        let response = ui.interact(track, ui.scope_id().with("list bar"), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo { value: Some(f64::from(share)), ..WidgetInfo::labeled(Role::ScrollBar, true, name) });
        if let Some(pointer) = response.interact_pointer_pos() {
            if response.is_pointer_button_down_on() && ui.input(|input| input.pointer.any_pressed()) {
                self.held = if handle.contains(pointer) { pointer.y - handle.top() } else { length * 0.5 };
            }
            if room > 0.0 {
                self.top = f64::from((pointer.y - self.held - track.top()) / room).clamp(0.0, 1.0) * furthest;
            }
        }
        let t = tokens(ui);
        let ink = if response.hovered() || response.dragged() { t.text_weak } else { t.unknown };
        ui.painter().rect_filled(handle.shrink2(vec2(3.0, 1.0)), CornerRadius::same(3), ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_million_rows_ends_where_the_view_ends() {
        let mut scroll = Scroll::default();
        scroll.by(f64::INFINITY);
        let seen = scroll.in_view(1_000_000, 28.0, 500.0);
        assert_eq!(seen.end, 1_000_000);
        let bottom = seen.offset + (seen.end - seen.first) as f32 * 28.0;
        assert!((bottom - 500.0).abs() < 1e-3, "{seen:?}");
        scroll.by(-1.0);
        let one_up = scroll.in_view(1_000_000, 28.0, 500.0);
        assert!((one_up.offset - seen.offset - 1.0).abs() < 1e-3, "one point is one point: {seen:?} {one_up:?}");
    }

    #[test]
    fn showing_a_row_scrolls_no_further_than_needed() {
        let mut scroll = Scroll::default();
        scroll.show(10, 20.0, 100.0);
        assert_eq!(scroll.in_view(1000, 20.0, 100.0), InView { first: 6, end: 11, offset: 0.0 });
        scroll.show(8, 20.0, 100.0);
        assert_eq!(scroll.in_view(1000, 20.0, 100.0).first, 6);
        scroll.show(2, 20.0, 100.0);
        assert_eq!(scroll.in_view(1000, 20.0, 100.0).first, 2);
        assert_eq!(scroll.in_view(3, 20.0, 100.0), InView { first: 0, end: 3, offset: 0.0 }, "a list that has become short");
    }
}
