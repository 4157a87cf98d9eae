//! Cuts a stream of UTF-8 into records: the rules of crate `csv` (a test holds the two against each other), with what it does not give.
//!
//! Line numbers are those of the file, however lines end and whatever quoted cells hold; a quote that is never closed is an error that names its line
//! and not one endless cell; and no cell is held beyond its limit.

use std::io::{self, BufRead};

/// Longest cell, in bytes of UTF-8 (formats.md §8).
pub const MAX_CELL: usize = 1 << 20;
/// Most cells in a record.
pub const MAX_COLUMNS: usize = 16_384;

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The line of the file it begins in, from 1.
    pub line: u64,
    /// Its cells, quotes taken off.
    pub cells: Vec<String>,
    /// Text follows a closing quote: the sign of a quote that was not meant to open a cell.
    pub has_stray_quote: bool,
}

/// Why a stream cannot be cut further.
#[derive(Debug)]
pub enum SplitError {
    /// Reading failed.
    Read(io::Error),
    /// The quote that opens in this line is never closed.
    Unclosed {
        /// See above.
        line: u64,
    },
    /// A cell of the record that begins in this line is over [`MAX_CELL`].
    CellTooLong {
        /// See above.
        line: u64,
        /// The line of a quote that opens the cell, if one does.
        quote: Option<u64>,
    },
    /// The record that begins in this line has more than [`MAX_COLUMNS`] cells.
    TooManyCells {
        /// See above.
        line: u64,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    QuoteInQuoted,
}

/// Cuts records off a stream.
pub struct Splitter<R> {
    input: R,
    separator: u8,
    line: u64,
    after_return: bool,
}

impl<R: BufRead> Splitter<R> {
    /// Reads `input`, whose first line is line `line` of the file.
    pub fn new(input: R, separator: u8, line: u64) -> Self {
        Self { input, separator, line, after_return: false }
    }

    /// The stream that is cut.
    pub fn input(&self) -> &R {
        &self.input
    }

    /// The next record; empty lines are none.
    pub fn read(&mut self) -> Result<Option<Record>, SplitError> {
        if !self.skip_empty_lines()? {
            return Ok(None);
        }
        let mut record = Record { line: self.line, ..Record::default() };
        let (mut cell, mut state, mut quote_line) = (Vec::new(), State::Start, self.line);
        loop {
            let buffer = self.input.fill_buf().map_err(SplitError::Read)?;
            if buffer.is_empty() {
                if state == State::Quoted {
                    return Err(SplitError::Unclosed { line: quote_line });
                }
                record.cells.push(text(cell));
                return Ok(Some(record));
            }
            let mut at = 0;
            let mut is_complete = false;
            while at < buffer.len() && !is_complete {
                let rest = &buffer[at..];
                let byte = rest[0];
                match state {
                    State::Quoted => {
                        let end = memchr::memchr(b'"', rest).unwrap_or(rest.len());
                        cell.extend_from_slice(&rest[..end]);
                        for newline in memchr::memchr2_iter(b'\n', b'\r', &rest[..end]) {
                            let is_second = rest[newline] == b'\n' && if newline == 0 { self.after_return } else { rest[newline - 1] == b'\r' };
                            self.line += u64::from(!is_second);
                        }
                        self.after_return = if end == 0 { false } else { rest[end - 1] == b'\r' };
                        at += end;
                        if end < rest.len() {
                            at += 1;
                            self.after_return = false;
                            state = State::QuoteInQuoted;
                        }
                    }
                    State::QuoteInQuoted if byte == b'"' => {
                        cell.push(b'"');
                        at += 1;
                        state = State::Quoted;
                    }
                    State::Start if byte == b'"' => {
                        quote_line = self.line;
                        at += 1;
                        state = State::Quoted;
                    }
                    _ if byte == self.separator => {
                        record.cells.push(text(std::mem::take(&mut cell)));
                        if record.cells.len() >= MAX_COLUMNS {
                            return Err(SplitError::TooManyCells { line: record.line });
                        }
                        at += 1;
                        state = State::Start;
                    }
                    _ if byte == b'\n' || byte == b'\r' => {
                        record.cells.push(text(std::mem::take(&mut cell)));
                        self.line += 1;
                        self.after_return = byte == b'\r';
                        at += 1;
                        is_complete = true;
                    }
                    _ => {
                        record.has_stray_quote |= state == State::QuoteInQuoted;
                        state = State::Plain;
                        let end = memchr::memchr3(self.separator, b'\n', b'\r', rest).unwrap_or(rest.len());
                        cell.extend_from_slice(&rest[..end]);
                        at += end;
                    }
                }
                if cell.len() > MAX_CELL {
                    let quote = matches!(state, State::Quoted | State::QuoteInQuoted).then_some(quote_line);
                    return Err(SplitError::CellTooLong { line: record.line, quote });
                }
            }
            self.input.consume(at);
            if is_complete {
                return Ok(Some(record));
            }
        }
    }

    /// Goes to the next byte that is no line end; false at the end of the stream.
    fn skip_empty_lines(&mut self) -> Result<bool, SplitError> {
        loop {
            let buffer = self.input.fill_buf().map_err(SplitError::Read)?;
            if buffer.is_empty() {
                return Ok(false);
            }
            let mut skipped = 0;
            for byte in buffer {
                match byte {
                    b'\n' if self.after_return => self.after_return = false,
                    b'\n' | b'\r' => {
                        self.line += 1;
                        self.after_return = *byte == b'\r';
                    }
                    _ => {
                        self.after_return = false;
                        self.input.consume(skipped);
                        return Ok(true);
                    }
                }
                skipped += 1;
            }
            self.input.consume(skipped);
        }
    }
}

fn text(bytes: Vec<u8>) -> String {
    // The stream is UTF-8 and is only cut at ASCII bytes, so this never loses anything.
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str, separator: u8) -> Result<Vec<Record>, SplitError> {
        let mut splitter = Splitter::new(text.as_bytes(), separator, 1);
        let mut records = Vec::new();
        while let Some(record) = splitter.read()? {
            records.push(record);
        }
        Ok(records)
    }

    #[test]
    fn lines_are_those_of_the_file_whatever_quoted_cells_hold() {
        let text = "a;b\r\n\r\n\"x\r\ny\";1\r\nz;2\n\n\"u\rv\nw\";3\nlast;4";
        let lines: Vec<_> = all(text, b';').unwrap().into_iter().map(|record| (record.line, record.cells[1].clone())).collect();
        let expected = [(1, "b"), (3, "1"), (5, "2"), (7, "3"), (10, "4")].map(|(line, cell)| (line, cell.to_owned()));
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_quote_never_closed_is_named_by_the_line_it_opens_in() {
        assert!(matches!(all("a;b\nc;d\ne;\"f\ng;h\n", b';'), Err(SplitError::Unclosed { line: 3 })));
        assert!(matches!(all("a;b\n\"c\nd\";\"f\ng;h\n", b';'), Err(SplitError::Unclosed { line: 3 })));
    }

    #[test]
    fn a_cell_over_the_limit_ends_the_reading_before_it_fills_the_memory() {
        let long = format!("a;b\nc;\"{}", "x\n".repeat(MAX_CELL));
        assert!(matches!(all(&long, b';'), Err(SplitError::CellTooLong { line: 2, quote: Some(2) })));
        let wide = ";".repeat(MAX_COLUMNS + 1);
        assert!(matches!(all(&wide, b';'), Err(SplitError::TooManyCells { line: 1 })));
    }

    #[test]
    fn text_after_a_closing_quote_is_kept_and_noticed() {
        let records = all("\"Le\" Bon;x\n\"a\"\"b\";y\n", b';').unwrap();
        assert_eq!((records[0].cells[0].as_str(), records[0].has_stray_quote), ("Le Bon", true));
        assert_eq!((records[1].cells[0].as_str(), records[1].has_stray_quote), ("a\"b", false));
    }

    proptest! {
        #[test]
        fn records_are_those_of_crate_csv(text in "[ab;,\"\n\ré]{0,60}") {
            if let Ok(records) = all(&text, b';') {
                let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
                let expected: Vec<Vec<String>> = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
                let found: Vec<Vec<String>> = records.into_iter().map(|record| record.cells).collect();
                prop_assert_eq!(found, expected);
            }
        }

        #[test]
        fn cutting_does_not_depend_on_how_the_stream_is_buffered(text in "[ab;\"\n\ré]{0,60}", size in 1usize..5) {
            let mut small = Splitter::new(io::BufReader::with_capacity(size, text.as_bytes()), b';', 1);
            let mut records = Vec::new();
            let outcome = loop {
                match small.read() {
                    Ok(Some(record)) => records.push(record),
                    Ok(None) => break true,
                    Err(_) => break false,
                }
            };
            match all(&text, b';') {
                Ok(expected) => prop_assert!(outcome && expected == records),
                Err(_) => prop_assert!(!outcome),
            }
        }
    }
}
