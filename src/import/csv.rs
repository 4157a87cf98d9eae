//! CSV and TSV.

use super::{Format, Head, ImportError, Input, ReadOptions, Sink};
use crate::job::Progress;

/// Text tables with separated cells.
#[derive(Clone, Copy, Debug)]
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "CSV"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
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
