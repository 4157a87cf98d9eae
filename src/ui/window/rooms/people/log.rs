//! The access log: who opened, exported or sent which file.

use super::facts::Facts;
use super::posts::access_text;
use crate::case::Case;
use crate::chart::timeline::Target;
use crate::model::{AccessAction, AccessEvent, Language, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::list::{Cells, Column, Key, List, Rows, Spec};
use crate::words::{Words, format};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Every line, oldest first.
pub fn list(list: &mut List, ui: &mut egui::Ui, ctx: &RoomContext<'_>, facts: &Facts, commands: &mut Vec<Command>) {
    let accesses = &ctx.case.contents().accesses;
    let selected = match ctx.selection {
        Some(Selection::Mark(Target::Access(id))) => facts.accesses.iter().position(|&at| accesses[at].id == *id),
        _ => None,
    };
    let spec = Spec::new("access-log", ctx.words.text("rooms-people-log"), &facts.access_rows).selecting(selected);
    if let Some(row) = list.show(ui, ctx, &spec, |_, _| {}, &mut AccessCells { ctx, facts }, commands) {
        commands.push(Command::Select(Selection::Mark(Target::Access(accesses[facts.accesses[row]].id))));
    }
}

/// Numbers of the columns.
const TITLES: [&str; 6] = ["date", "person", "action", "file", "rows", "note"];
const WIDTHS: [f32; 6] = [130.0, 180.0, 110.0, 180.0, 70.0, 120.0];

/// The log as rows of a list.
pub struct AccessRows {
    case: Case,
    columns: Vec<Column>,
    accesses: Vec<usize>,
    /// What files are called, by their ids.
    files: BTreeMap<String, String>,
    actions: [(AccessAction, String); 4],
    language: Language,
}

impl AccessRows {
    /// The lines with these indices, in this order.
    pub fn new(ctx: &RoomContext<'_>, accesses: Vec<usize>) -> Self {
        let words = ctx.words;
        let column = |(id, width): (&'static str, f32)| {
            let column = Column::new(id, words.text(&format!("rooms-people-{id}")), width);
            match id {
                "date" => column.day(),
                "action" | "file" | "person" => column.choice(),
                "rows" => column.number(),
                _ => column.growing(),
            }
        };
        let sources = ctx.case.contents().sources.iter();
        Self {
            case: ctx.case.clone(),
            columns: TITLES.into_iter().zip(WIDTHS).map(column).collect(),
            accesses,
            files: sources.map(|source| (source.id.to_string(), access_text(Some(&source.id), ctx).unwrap_or_default())).collect(),
            actions: [AccessAction::View, AccessAction::Export, AccessAction::Send, AccessAction::Transfer].map(|it| (it, action_text(it, words))),
            language: words.language(),
        }
    }

    fn access(&self, row: usize) -> &AccessEvent {
        &self.case.contents().accesses[self.accesses[row]]
    }
}

impl Rows for AccessRows {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.accesses.len()
    }

    fn thing(&self, row: usize) -> Option<Thing> {
        Some(Thing::Access(self.access(row).id))
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let access = self.access(row);
        match TITLES[column] {
            "date" => format::uncertain_day(&access.at, self.language).into(),
            "person" => access.person.as_str().into(),
            "action" => self.actions.iter().find(|(action, _)| *action == access.action).map_or("", |(_, text)| text).into(),
            "file" => self.files.get(access.source.as_str()).map_or(access.source.as_str(), String::as_str).into(),
            "rows" => access.rows.map_or_else(|| "–".to_owned(), |rows| format::count(rows, self.language)).into(),
            _ => access.note.as_str().into(),
        }
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        let access = self.access(row);
        match TITLES[column] {
            "date" => Key::day(Some(&access.at)),
            "rows" => Key::number(access.rows.map(|rows| rows as f64)),
            "note" if access.note.is_empty() => Key::Missing,
            _ => Key::Text(self.text(row, column)),
        }
    }
}

struct AccessCells<'a> {
    ctx: &'a RoomContext<'a>,
    facts: &'a Facts,
}

impl Cells for AccessCells<'_> {
    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        about::person(&self.ctx.case.contents().accesses[self.facts.accesses[row]].person)
    }
}

/// What was done with the file.
fn action_text(action: AccessAction, words: &Words) -> String {
    words.text(match action {
        AccessAction::View => "rooms-action-view",
        AccessAction::Export => "rooms-action-export",
        AccessAction::Send => "rooms-action-send",
        AccessAction::Transfer => "rooms-action-transfer",
    })
}
