//! Rows of a sheet: finds the header, then hands over each row with as many cells as the header.

use super::super::tally::Tally;
use super::super::{Sheet, Sink};
use super::cell::Cell;
use crate::model::Arg;
use crate::said;
use std::ops::ControlFlow;

/// Rows with a single filled cell that may stand above the header as titles.
const MAX_TITLE_ROWS: usize = 10;

/// Takes cells row by row, in the order of the sheet.
pub struct Rows<'a> {
    sink: &'a mut dyn Sink,
    sheet: Sheet,
    state: State,
    errors: Tally,
}

enum State {
    /// Rows of one filled cell, which are titles if a wider row follows and a table of one column if not.
    Titles(Vec<(u64, Vec<(u32, Cell)>)>),
    /// Column of the first header cell, and how many there are.
    Body { first: u32, width: usize },
}

impl<'a> Rows<'a> {
    /// `sheet.header` is found in the rows.
    pub fn new(sink: &'a mut dyn Sink, sheet: Sheet) -> Self {
        Self { sink, sheet, state: State::Titles(Vec::new()), errors: Tally::default() }
    }

    /// The filled and empty cells of row `line` (from 1), with their columns (from 0).
    pub fn row(&mut self, line: u64, mut cells: Vec<(u32, Cell)>) -> ControlFlow<()> {
        cells.retain(|(_, cell)| !cell.is_blank());
        if cells.is_empty() {
            return ControlFlow::Continue(());
        }
        match &mut self.state {
            State::Body { .. } => self.body(line, cells),
            State::Titles(titles) if cells.len() == 1 && titles.len() <= MAX_TITLE_ROWS => {
                titles.push((line, cells));
                ControlFlow::Continue(())
            }
            State::Titles(titles) => {
                let titles = std::mem::take(titles);
                if titles.len() > MAX_TITLE_ROWS {
                    self.one_column(titles)?;
                    return self.body(line, cells);
                }
                for (line, title) in titles {
                    let words = title.iter().map(|(_, cell)| shown(cell)).collect::<String>();
                    self.sink.warn(Some(line), said!("remarks-title", words = Arg::quoted(words)));
                }
                self.header(&cells)
            }
        }
    }

    /// The sheet has ended.
    pub fn finish(mut self) -> ControlFlow<()> {
        if let State::Titles(titles) = &mut self.state {
            let titles = std::mem::take(titles);
            self.one_column(titles)?;
        }
        self.errors.close(self.sink, |n| said!("remarks-further-errors", n = n));
        ControlFlow::Continue(())
    }

    fn one_column(&mut self, rows: Vec<(u64, Vec<(u32, Cell)>)>) -> ControlFlow<()> {
        let mut rows = rows.into_iter();
        if let Some((_, header)) = rows.next() {
            self.header(&header)?;
        }
        rows.try_for_each(|(line, cells)| self.body(line, cells))
    }

    fn header(&mut self, cells: &[(u32, Cell)]) -> ControlFlow<()> {
        let first = cells.iter().map(|(column, _)| *column).min().unwrap_or(0);
        let last = cells.iter().map(|(column, _)| *column).max().unwrap_or(0);
        let width = (last - first) as usize + 1;
        self.state = State::Body { first, width };
        self.sheet.header = vec![String::new(); width];
        for (column, cell) in cells {
            shown(cell).trim().clone_into(&mut self.sheet.header[(column - first) as usize]);
        }
        self.sink.sheet(self.sheet.clone())
    }

    fn body(&mut self, line: u64, cells: Vec<(u32, Cell)>) -> ControlFlow<()> {
        let State::Body { first, width } = self.state else { return ControlFlow::Continue(()) };
        let mut row = vec![String::new(); width];
        for (column, cell) in cells {
            let place = column.checked_sub(first).map(|place| place as usize).filter(|place| *place < width);
            match (place, cell) {
                (None, cell) => {
                    let what = said!("remarks-row-outside", column = column_name(column), cell = Arg::quoted(shown(&cell)));
                    return self.sink.reject(Some(line), what);
                }
                (Some(_), Cell::Error(error)) => {
                    if self.errors.tell() {
                        let what = said!("remarks-cell-error", place = format!("{}{line}", column_name(column)), error = error);
                        self.sink.warn(Some(line), what);
                    }
                }
                (Some(place), Cell::Text(text)) => row[place] = text,
                (Some(_), Cell::Empty) => {}
            }
        }
        self.sink.row(line, row)
    }
}

fn shown(cell: &Cell) -> &str {
    match cell {
        Cell::Empty => "",
        Cell::Text(text) | Cell::Error(text) => text,
    }
}

/// `A`, `B`… `Z`, `AA`…
pub fn column_name(column: u32) -> String {
    let (mut name, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        rest -= 1;
        name.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    name.iter().rev().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        let names: Vec<_> = [0, 25, 26, 701, 702, 16_383].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
