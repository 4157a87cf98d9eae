//! Gathers what a format reads, until it can be put into the case.

use crate::import::{Sheet, Sink};
use crate::job::Progress;
use crate::model::{Message, Rejection, Said};
use crate::words::rejection;
use std::ops::ControlFlow;

/// Rejections and warnings of one file.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// What was not taken over.
    pub rejections: Vec<Rejection>,
    /// What deserves a look.
    pub warnings: Vec<Rejection>,
}

impl Notes {
    /// Something is not taken over.
    pub fn reject(&mut self, line: Option<u64>, what: Said) {
        self.rejections.push(rejection(line, what));
    }

    /// Something deserves a look.
    pub fn warn(&mut self, line: Option<u64>, what: Said) {
        self.warnings.push(rejection(line, what));
    }
}

/// Everything a format read, in memory. Source tables are streamed instead, see [`super::source`].
pub struct Gathered<'p> {
    /// Messages, in order.
    pub messages: Vec<Message>,
    /// The table's head, if it is a table.
    pub sheet: Option<Sheet>,
    /// Rows with their lines.
    pub rows: Vec<(u64, Vec<String>)>,
    /// What went wrong.
    pub notes: Notes,
    progress: &'p dyn Progress,
}

impl<'p> Gathered<'p> {
    /// Nothing yet.
    pub fn new(progress: &'p dyn Progress) -> Self {
        Self { messages: Vec::new(), sheet: None, rows: Vec::new(), notes: Notes::default(), progress }
    }

    /// Whether the file held nothing at all.
    pub fn is_barren(&self) -> bool {
        self.messages.is_empty() && self.sheet.is_none() && self.notes.rejections.is_empty()
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Sink for Gathered<'_> {
    fn message(&mut self, message: Message) -> ControlFlow<()> {
        self.messages.push(message);
        self.go_on()
    }

    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()> {
        self.sheet = Some(sheet);
        self.go_on()
    }

    fn row(&mut self, line: u64, cells: Vec<String>) -> ControlFlow<()> {
        self.rows.push((line, cells));
        self.go_on()
    }

    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.notes.reject(line, reason);
        self.go_on()
    }

    fn warn(&mut self, line: Option<u64>, what: Said) {
        self.notes.warn(line, what);
    }
}
