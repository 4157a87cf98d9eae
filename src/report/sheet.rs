//! A table that leaves the window: as text for the clipboard, as CSV, as a workbook. What is written is what was shown.
//!
//! Cells hold what strangers wrote, and spreadsheets take some texts for formulas. In a workbook texts are stored as texts; elsewhere those are guarded as
//! in `links.csv` (formats.md §6).

use super::links::guard;
use crate::model::Language;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// What is in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, as shown.
    Text(String),
    /// A number to calculate with.
    Number(f64),
}

/// A table: titles, and rows as long as the titles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Titles of the columns.
    pub header: Vec<String>,
    /// Line by line.
    pub rows: Vec<Vec<Value>>,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// A workbook has room for a million rows and no more.
    #[error("A workbook holds at most 1 048 575 rows below its titles, and this table has {0}")]
    TooLong(usize),
    /// The workbook could not be made.
    #[error("The workbook could not be made")]
    Workbook(#[from] XlsxError),
    /// The text could not be made.
    #[error("The CSV file could not be made")]
    Csv(#[from] csv::Error),
}

/// Rows of a workbook below its titles.
pub const MOST: usize = 1_048_575;

impl Sheet {
    /// As text to paste: cells between tabs, one row a line.
    pub fn tsv(&self, language: Language) -> String {
        let line = |cells: &mut dyn Iterator<Item = String>| cells.map(|cell| cell.replace(['\t', '\n', '\r'], " ")).collect::<Vec<_>>().join("\t");
        let mut text = line(&mut self.header.iter().cloned());
        for row in &self.rows {
            text.push('\n');
            text.push_str(&line(&mut row.iter().map(|value| match value {
                Value::Text(text) => guard(text),
                Value::Number(number) => number_text(*number, language),
            })));
        }
        text.push('\n');
        text
    }

    /// As a CSV file that a spreadsheet of this language opens by itself: marked as UTF-8; between cells a semicolon where the comma is for decimals.
    pub fn csv(&self, language: Language) -> Result<Vec<u8>, SheetError> {
        let between = if language == Language::Fr { b';' } else { b',' };
        let mut writer = csv::WriterBuilder::new().delimiter(between).terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
        writer.write_record(self.header.iter().map(|title| guard(title)))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|value| match value {
                Value::Text(text) => guard(text),
                Value::Number(number) => number_text(*number, language),
            }))?;
        }
        writer.into_inner().map_err(|error| SheetError::Csv(error.into_error().into()))
    }

    /// As a workbook with one sheet: titles in bold that stay in view and can be filtered by. The same table gives the same bytes.
    pub fn xlsx(&self) -> Result<Vec<u8>, SheetError> {
        if self.rows.len() > MOST {
            return Err(SheetError::TooLong(self.rows.len()));
        }
        let mut book = Workbook::new();
        // When it was made is not part of what it says.
        book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
        let sheet = book.add_worksheet();
        let bold = Format::new().set_bold();
        let mut widths: Vec<usize> = self.header.iter().map(|title| title.chars().count() + 3).collect();
        for (column, title) in (0..).zip(&self.header) {
            sheet.write_string_with_format(0, column, title, &bold)?;
        }
        for (at, row) in (1..).zip(&self.rows) {
            for (column, value) in (0..).zip(row) {
                match value {
                    Value::Text(text) if text.is_empty() => {}
                    Value::Text(text) => {
                        // More than a cell can hold is cut rather than refused.
                        let cut: String = text.chars().take(32_000).collect();
                        if let Some(width) = widths.get_mut(usize::from(column)) {
                            *width = (*width).max(cut.chars().count()).min(60);
                        }
                        sheet.write_string(at, column, cut)?;
                    }
                    Value::Number(number) => {
                        sheet.write_number(at, column, *number)?;
                    }
                }
            }
        }
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, width as f64)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        if let Some(last) = self.header.len().checked_sub(1) {
            sheet.autofilter(0, 0, self.rows.len() as u32, last as u16)?;
        }
        Ok(book.save_to_buffer()?)
    }
}

fn number_text(number: f64, language: Language) -> String {
    // The shortest text that is read back as the same number; whole numbers have no point.
    let text = format!("{number}");
    if language == Language::Fr { text.replace('.', ",") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let text = |text: &str| Value::Text(text.to_owned());
        Sheet {
            header: ["Nom", "Total"].map(str::to_owned).into(),
            rows: vec![
                vec![text("Chloé; « Inventée »"), Value::Number(12.5)],
                vec![text("=HYPERLINK(\"x\")"), Value::Number(-3.0)],
                vec![text("+33 6 12 34 56 78"), text("two\nlines")],
                vec![text("@cmd"), text("-2+3|x")],
                vec![text("="), text("")],
            ],
        }
    }

    #[test]
    fn pasted_rows_keep_their_cells_whatever_is_in_them() {
        let text = sheet().tsv(Language::Fr);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            ["Nom\tTotal", "Chloé; « Inventée »\t12,5", "'=HYPERLINK(\"x\")\t-3", "'+33 6 12 34 56 78\ttwo lines", "'@cmd\t'-2+3|x", "'=\t"]
        );
    }

    #[test]
    fn csv_is_read_back_and_no_text_is_a_formula() {
        for (language, between, number) in [(Language::Fr, b';', "12,5"), (Language::En, b',', "12.5")] {
            let bytes = sheet().csv(language).unwrap();
            assert!(bytes.starts_with("\u{feff}".as_bytes()));
            let mut reader = csv::ReaderBuilder::new().delimiter(between).from_reader(&bytes[3..]);
            let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            assert_eq!(rows[0], ["Chloé; « Inventée »", number]);
            assert_eq!(rows[1], ["'=HYPERLINK(\"x\")", "-3"], "a number is none");
            assert_eq!(rows[2], ["'+33 6 12 34 56 78", "two\nlines"]);
            assert_eq!(rows[3], ["'@cmd", "'-2+3|x"]);
        }
    }

    #[test]
    fn a_workbook_is_read_back_with_texts_as_texts_and_is_the_same_each_time() {
        use calamine::{Data, Reader as _, Xlsx};
        let bytes = sheet().xlsx().unwrap();
        assert_eq!(bytes, sheet().xlsx().unwrap());
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).unwrap();
        assert_eq!(range.get_value((1, 1)), Some(&Data::Float(12.5)));
        assert_eq!(range.get_value((2, 0)), Some(&Data::String("=HYPERLINK(\"x\")".to_owned())), "as it was, and no formula");
        assert_eq!(range.get_value((3, 0)), Some(&Data::String("+33 6 12 34 56 78".to_owned())));
        assert!(book.worksheet_formula(&name).unwrap().is_empty());
    }
}
