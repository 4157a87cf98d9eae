//! Rows on their way to the clipboard or a file: the marked ones, or all that are shown; the columns that are shown, in their order.

use super::List;
use super::arrange::Arranged;
use super::contract::{Key, Kind, Rows, Spec};
use crate::model::Language;
use crate::report::sheet::{Sheet, SheetError, Value};
use crate::ui::window::command::{Command, Export, ListAsk};
use crate::ui::window::errors;
use crate::ui::window::jobs::{self, Job, Poll};
use crate::ui::window::room::RoomContext;
use egui::Ui;
use std::sync::Arc;

/// No more rows than this are written between two frames.
const AT_ONCE: usize = 2_000;

/// What is being written.
#[derive(Default)]
pub struct Sharing {
    job: Option<Job<Result<Command, SheetError>>>,
    /// Why the last one came to nothing.
    failed: Option<String>,
}

impl Sharing {
    /// Hands on what has been written.
    pub fn tend(&mut self, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Running) | None => return,
            Some(Poll::Done(done)) => self.take(done, ctx, commands),
            Some(Poll::Lost) => self.failed = Some(ctx.words.text("window-error-defect")),
        }
        self.job = None;
    }

    fn take(&mut self, done: Result<Command, SheetError>, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        match done {
            Ok(command) => commands.push(command),
            Err(error) => self.failed = Some(errors::render(&error, ctx.words)),
        }
    }

    /// Why the last one came to nothing, until something else is asked for.
    pub fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }
}

/// Everything that writing needs, so that it can be done on a thread.
struct Order {
    rows: Arc<dyn Rows>,
    columns: Vec<usize>,
    numbers: Vec<u32>,
    name: String,
    ask: ListAsk,
    language: Language,
}

impl List {
    /// Copies or exports.
    pub(super) fn share(&mut self, ui: &Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, ask: ListAsk, commands: &mut Vec<Command>) {
        let Some(arranged) = self.arranged() else { return };
        let order = Order {
            rows: Arc::clone(spec.rows),
            columns: self.shown_columns(spec.rows.as_ref()),
            numbers: self.chosen(&arranged),
            name: spec.name.clone(),
            ask,
            language: ctx.words.language(),
        };
        self.sharing.failed = None;
        if order.numbers.len() <= AT_ONCE {
            self.sharing.take(order.written(), ctx, commands);
        } else {
            self.sharing.job = Job::start("list-export", jobs::repaint(ui.ctx()), move |_| order.written()).ok();
        }
    }

    /// The marked rows in the order they are shown, or all that are shown. One marked row alone is the one that was clicked last: only copying takes it.
    fn chosen(&self, arranged: &Arranged) -> Vec<u32> {
        let marked: Vec<u32> = arranged.order.iter().copied().filter(|&row| self.marks.has(row)).collect();
        if marked.len() > 1 { marked } else { arranged.order.clone() }
    }
}

impl Order {
    fn written(&self) -> Result<Command, SheetError> {
        let sheet = self.sheet();
        let named = |ending: &str| {
            let name: String = self.name.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect();
            format!("{}.{ending}", name.to_lowercase())
        };
        Ok(match self.ask {
            ListAsk::Csv => Command::Export(Export { name: named("csv"), bytes: sheet.csv(self.language)? }),
            ListAsk::Xlsx => Command::Export(Export { name: named("xlsx"), bytes: sheet.xlsx()? }),
            _ => Command::Copy(sheet.tsv(self.language)),
        })
    }

    fn sheet(&self) -> Sheet {
        let titles = self.columns.iter().map(|&column| self.rows.columns()[column].full_title());
        let value = |row: usize, column: usize| match self.rows.key(row, column) {
            // The clipboard gets numbers as they are read, files as they are calculated with.
            Key::Number(number) if self.rows.columns()[column].kind == Kind::Number && self.ask != ListAsk::Copy => Value::Number(number),
            _ => Value::Text(self.rows.copied(row, column).into_owned()),
        };
        let row = |&row: &u32| self.columns.iter().map(|&column| value(row as usize, column)).collect();
        Sheet { header: titles.collect(), rows: self.numbers.iter().map(row).collect() }
    }
}
