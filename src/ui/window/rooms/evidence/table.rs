//! The evidence as rows of a list, by number.

use super::kind_text;
use crate::case::Case;
use crate::model::{Evidence, EvidenceId, ImportKind, Language, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::kit;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::list::{CellAt, Cells, Column, Key, List, Made, Rows, Spec};
use crate::ui::window::widgets::stamp::Stamp;
use crate::words::{Words, format};
use egui::{Align, Label, Layout, RichText, Ui};
use std::borrow::Cow;
use std::sync::Arc;

/// Numbers of the columns.
const NUMBER: usize = 0;
const NAME: usize = 1;
const KIND: usize = 2;
const FOUND: usize = 3;
const REJECTED: usize = 4;
const SIZE: usize = 5;
const ACQUIRED: usize = 6;
const METHOD: usize = 7;
const DIGEST: usize = 8;

/// View state of the table.
#[derive(Default)]
pub struct Listing {
    list: List,
    rows: Made<Stamp, Files>,
}

impl Listing {
    /// Draws the list.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let Self { list, rows } = self;
        if rows.as_ref().is_none_or(|(stamp, ..)| !stamp.holds(ctx)) {
            let files = Arc::new(Files::new(ctx));
            *rows = Some((Stamp::of(ctx), Arc::clone(&files), files));
        }
        let Some((_, files, rows)) = rows else { return };
        let selected = match ctx.selection {
            Some(Selection::Evidence(id)) => files.row_of(*id),
            _ => None,
        };
        let spec = Spec { name_column: NAME, ..Spec::new("evidence", ctx.words.text("window-room-evidence"), rows).selecting(selected) };
        if let Some(row) = list.show(ui, ctx, &spec, |_, _| {}, &mut FileCells { ctx, files }, commands) {
            commands.push(Command::Select(Selection::Evidence(files.file(row).id)));
        }
    }
}

/// The rows: the files of the case, with the account of what came in with each.
struct Files {
    case: Case,
    columns: Vec<Column>,
    accounts: Vec<Account>,
    language: Language,
}

/// What an import made of a file.
struct Account {
    kind: Option<ImportKind>,
    kind_text: String,
    found: u64,
    rejected: u64,
    size: String,
}

impl Files {
    fn new(ctx: &RoomContext<'_>) -> Self {
        let words = ctx.words;
        let title = |id: &str| words.text(&format!("window-column-{id}"));
        let columns = vec![
            Column::new("number", title("number"), 52.0),
            Column::new("name", title("name"), 168.0),
            Column::new("kind", title("kind"), 118.0).choice(),
            Column::new("found", title("found"), 74.0).number(),
            Column::new("rejected", title("rejected"), 74.0).number(),
            Column::new("size", title("size"), 78.0).number(),
            Column::new("acquired", title("acquired"), 90.0).day(),
            Column::new("method", title("method"), 130.0).choice(),
            Column::new("digest", title("digest"), 120.0).growing(),
        ];
        let contents = ctx.case.contents();
        let account = |evidence: &Evidence| {
            let reports = || contents.imports.iter().filter(|report| report.evidence == Some(evidence.id));
            let kind = reports().map(|report| report.kind).next();
            Account {
                kind,
                kind_text: kind.map(|kind| kind_text(kind, words)).unwrap_or_default(),
                found: reports().map(|report| report.found).sum(),
                rejected: reports().map(crate::model::ImportReport::rejected).sum(),
                size: size_text(evidence.size, words),
            }
        };
        let accounts = contents.evidence.iter().map(account).collect();
        Self { case: ctx.case.clone(), columns, accounts, language: words.language() }
    }

    fn file(&self, row: usize) -> &Evidence {
        &self.case.contents().evidence[row]
    }

    fn row_of(&self, id: EvidenceId) -> Option<usize> {
        self.case.contents().evidence.iter().position(|evidence| evidence.id == id)
    }
}

impl Rows for Files {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.accounts.len()
    }

    fn thing(&self, row: usize) -> Option<Thing> {
        Some(Thing::Evidence(self.file(row).id))
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let (file, account) = (self.file(row), &self.accounts[row]);
        match column {
            NUMBER => format!("E{}", file.id).into(),
            NAME => file.name.as_str().into(),
            KIND => account.kind_text.as_str().into(),
            FOUND => format::count(account.found, self.language).into(),
            REJECTED => format::count(account.rejected, self.language).into(),
            SIZE => account.size.as_str().into(),
            // The day is enough in a cell.
            ACQUIRED => kit::instant(&file.acquired_at, self.language).split(' ').next().unwrap_or_default().to_owned().into(),
            METHOD => file.method.as_str().into(),
            _ => file.sha256.get(..12).unwrap_or(&file.sha256).into(),
        }
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        let (file, account) = (self.file(row), &self.accounts[row]);
        match column {
            NUMBER => Key::Number(file.id.0 as f64),
            FOUND => Key::Number(account.found as f64),
            REJECTED => Key::Number(account.rejected as f64),
            SIZE => Key::Number(file.size as f64),
            ACQUIRED => Key::number(file.acquired_at.parse::<jiff::Timestamp>().ok().map(|at| at.as_second() as f64)),
            _ => match self.text(row, column) {
                text if text.is_empty() => Key::Missing,
                text => Key::Text(text),
            },
        }
    }

    fn value(&self, row: usize, column: usize) -> Cow<'_, str> {
        match column {
            KIND => self.accounts[row].kind.map(|kind| format!("{kind:?}").to_lowercase()).unwrap_or_default().into(),
            _ => self.text(row, column),
        }
    }

    fn label<'a>(&'a self, column: usize, value: &'a str) -> Cow<'a, str> {
        let is_it = |account: &&Account| account.kind.is_some_and(|kind| format!("{kind:?}").to_lowercase() == value);
        let account = self.accounts.iter().find(|account| column == KIND && is_it(account));
        account.map_or(Cow::Borrowed(value), |account| account.kind_text.as_str().into())
    }

    fn copied(&self, row: usize, column: usize) -> Cow<'_, str> {
        match column {
            ACQUIRED => kit::instant(&self.file(row).acquired_at, self.language).into(),
            DIGEST => self.file(row).sha256.as_str().into(),
            _ => self.text(row, column),
        }
    }

    fn also(&self, row: usize) -> Cow<'_, str> {
        self.file(row).sha256.as_str().into()
    }
}

/// What is more than text.
struct FileCells<'a> {
    ctx: &'a RoomContext<'a>,
    files: &'a Files,
}

impl Cells for FileCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        match at.column {
            REJECTED if self.files.accounts[at.row].rejected > 0 => {
                let ink = tokens(ui).caution;
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add(Label::new(RichText::new(at.text).color(ink)).truncate().selectable(false));
                });
            }
            ACQUIRED | DIGEST => {
                let text = RichText::new(at.text);
                let text = if at.column == DIGEST { text.monospace() } else { text };
                let in_full = self.files.copied(at.row, at.column);
                ui.add(Label::new(text).truncate().selectable(false)).on_hover_text(in_full);
            }
            _ => return false,
        }
        true
    }

    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        about::evidence(self.files.file(row).id, self.ctx)
    }
}

/// A size in the unit a person uses.
pub fn size_text(bytes: u64, words: &Words) -> String {
    let language = words.language();
    let (id, number) = match bytes {
        0..1000 => ("window-unit-b", format::count(bytes, language)),
        1000..1_000_000 => ("window-unit-kb", format::decimal(bytes as f64 / 1e3, 1, language)),
        _ => ("window-unit-mb", format::decimal(bytes as f64 / 1e6, 1, language)),
    };
    words.text_with(id, &crate::args! { "n" => number })
}
