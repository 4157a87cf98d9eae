//! How wide the columns of a list are drawn: as chosen, a little narrower where that spares scrolling sideways, wider where room is left.

use super::List;
use super::contract::Rows;

/// A column nobody has sized gives up so much of its width at most, so that all of them can be seen.
const GIVES: f32 = 0.3;
/// No column is made narrower than this, in points.
const LEAST: f32 = 44.0;

/// One column to be drawn.
#[derive(Clone, Copy)]
struct Wanted {
    width: f32,
    /// Whether its width was chosen by the user.
    is_chosen: bool,
    grows: bool,
}

impl List {
    /// Numbers of the columns shown with their widths, and whether they need to be scrolled sideways.
    pub(super) fn widths(&self, rows: &dyn Rows, available: f32) -> (Vec<(usize, f32)>, bool) {
        let shown = self.shown_columns(rows);
        let wanted = shown.iter().map(|&at| {
            let column = &rows.columns()[at];
            Wanted { width: self.width(column), is_chosen: self.layout.widths.contains_key(&*column.id), grows: column.grows }
        });
        let widths = fitted(&wanted.collect::<Vec<_>>(), available);
        let is_wide = widths.iter().sum::<f32>() > available + 0.5;
        (shown.into_iter().zip(widths).collect(), is_wide)
    }
}

fn fitted(columns: &[Wanted], available: f32) -> Vec<f32> {
    let needed: f32 = columns.iter().map(|column| column.width).sum();
    let gives = |column: &Wanted| if column.is_chosen { 0.0 } else { (column.width * GIVES).min(column.width - LEAST).max(0.0) };
    let most: f32 = columns.iter().map(gives).sum();
    let missing = needed - available;
    if missing > 0.0 {
        // If it would not be enough, texts are better read in full.
        let part = if missing <= most { missing / most } else { 0.0 };
        return columns.iter().map(|column| column.width - gives(column) * part).collect();
    }
    let growing = columns.iter().position(|column| column.grows);
    columns.iter().enumerate().map(|(at, column)| if Some(at) == growing { column.width - missing } else { column.width }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(widths: &[(f32, bool)]) -> Vec<Wanted> {
        widths.iter().map(|&(width, is_chosen)| Wanted { width, is_chosen, grows: false }).collect()
    }

    #[test]
    fn columns_give_way_together_so_that_all_can_be_seen() {
        let fitted = fitted(&columns(&[(100.0, false), (200.0, false)]), 270.0);
        assert!((fitted[0] - 90.0).abs() < 0.01 && (fitted[1] - 180.0).abs() < 0.01, "{fitted:?}");
    }

    #[test]
    fn a_width_that_was_chosen_stays() {
        let fitted = fitted(&columns(&[(100.0, true), (200.0, false)]), 270.0);
        assert!((fitted[0] - 100.0).abs() < 0.01 && (fitted[1] - 170.0).abs() < 0.01, "{fitted:?}");
    }

    #[test]
    fn where_giving_way_would_not_be_enough_nothing_is_squeezed() {
        assert_eq!(fitted(&columns(&[(100.0, false), (200.0, false)]), 180.0), [100.0, 200.0]);
    }

    #[test]
    fn what_is_left_goes_to_the_column_that_grows() {
        let mut columns = columns(&[(100.0, false), (200.0, false)]);
        columns[0].grows = true;
        assert_eq!(fitted(&columns, 350.0), [150.0, 200.0]);
    }
}
