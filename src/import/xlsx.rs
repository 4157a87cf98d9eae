//! Workbooks: XLSX, and what else calamine reads (XLS, XLSB, ODS).

use super::{Format, Head, ImportError, Input, ReadOptions, Sink};
use crate::job::Progress;

/// Workbooks of spreadsheet programs.
#[derive(Clone, Copy, Debug)]
pub struct Workbook;

impl Format for Workbook {
    fn name(&self) -> &'static str {
        "XLSX"
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        let _ = head;
        todo!()
    }

    fn read(&self, input: &mut dyn Input, options: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let _ = (input, options, sink, progress);
        todo!()
    }
}
