//! Which rows are marked, and where the keyboard stands.

/// Rows marked, as one bit each: marking a million of them costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    bits: Vec<u64>,
    count: usize,
    /// The row the keyboard stands on.
    pub cursor: Option<u32>,
    /// The row a range begins at.
    anchor: Option<u32>,
    /// Whether nobody has been told of the last change.
    is_untold: bool,
}

impl Marks {
    /// Whether a row is marked.
    pub fn has(&self, row: u32) -> bool {
        self.bits.get(row as usize / 64).is_some_and(|bits| bits >> (row % 64) & 1 == 1)
    }

    /// Whether it has changed since this was asked last.
    pub fn is_news(&mut self) -> bool {
        std::mem::take(&mut self.is_untold)
    }

    /// The rows marked, from the first on.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        (0..self.bits.len() as u32 * 64).filter(|&row| self.has(row))
    }

    /// Marks these rows, of which whoever asks knows already.
    pub fn known(rows: impl IntoIterator<Item = u32>) -> Self {
        let mut marks = Self::default();
        for row in rows {
            marks.set(row, true);
        }
        Self { is_untold: false, ..marks }
    }

    /// How many are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Lets go of all of them; the keyboard stays where it is.
    pub fn clear(&mut self) {
        self.is_untold |= self.count > 0;
        self.bits.clear();
        self.count = 0;
    }

    /// Marks this row and no other.
    pub fn only(&mut self, row: u32) {
        self.clear();
        self.set(row, true);
        (self.cursor, self.anchor) = (Some(row), Some(row));
    }

    /// Marks a row as well, or no longer.
    pub fn toggle(&mut self, row: u32) {
        self.set(row, !self.has(row));
        (self.cursor, self.anchor) = (Some(row), Some(row));
    }

    /// Marks every row between where the range began and this one, as they are shown.
    pub fn extend(&mut self, row: u32, order: &[u32]) {
        let place = |row: u32| order.iter().position(|&shown| shown == row);
        let anchor = self.anchor.filter(|&anchor| place(anchor).is_some()).unwrap_or(row);
        let (Some(one), Some(other)) = (place(anchor), place(row)) else { return };
        self.clear();
        for &row in &order[one.min(other)..=one.max(other)] {
            self.set(row, true);
        }
        (self.cursor, self.anchor) = (Some(row), Some(anchor));
    }

    /// Marks all of these.
    pub fn all(&mut self, order: &[u32]) {
        self.clear();
        for &row in order {
            self.set(row, true);
        }
    }

    fn set(&mut self, row: u32, is_marked: bool) {
        let (at, bit) = (row as usize / 64, 1_u64 << (row % 64));
        if at >= self.bits.len() {
            self.bits.resize(at + 1, 0);
        }
        if is_marked != (self.bits[at] & bit != 0) {
            self.bits[at] ^= bit;
            self.is_untold = true;
            self.count = if is_marked { self.count + 1 } else { self.count - 1 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_goes_over_the_rows_as_they_are_shown() {
        let order = [5, 3, 900, 1, 4];
        let mut marks = Marks::default();
        marks.only(3);
        marks.extend(1, &order);
        assert_eq!((0..1000).filter(|&row| marks.has(row)).collect::<Vec<_>>(), [1, 3, 900]);
        marks.extend(5, &order);
        assert_eq!((0..1000).filter(|&row| marks.has(row)).collect::<Vec<_>>(), [3, 5], "the range still begins where it began");
        marks.toggle(4);
        marks.toggle(5);
        assert_eq!((marks.has(4), marks.has(5), marks.count()), (true, false, 2));
        marks.all(&order);
        assert_eq!(marks.count(), 5);
    }
}
