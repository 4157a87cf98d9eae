//! Which formats there are, in the order in which they are asked.

use super::Format;
use super::csv::Csv;
use super::xlsx::Workbook;

/// Formats of tables. A workbook is asked first: it is recognised by its first bytes, whereas nearly any text can be read as a table.
pub fn table_formats() -> Vec<Box<dyn Format>> {
    vec![Box::new(Workbook), Box::new(Csv)]
}

/// Formats of messages.
pub fn message_formats() -> Vec<Box<dyn Format>> {
    Vec::new()
}
