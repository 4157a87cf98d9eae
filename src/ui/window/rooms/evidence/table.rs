//! The table of evidence: filtered and sorted when its inputs change, drawn row by row in view.

use super::kind_text;
use crate::model::{Contents, EvidenceId, ImportKind, Language, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::kit;
use crate::ui::window::notes::filter::MarkFilter;
use crate::ui::window::notes::{pick, signs};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme::{self, tokens};
use crate::words::{Words, format};
use egui::{RichText, ScrollArea, Sense, TextEdit};
use egui_extras::{Column, TableBuilder};

/// A column that can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    #[default]
    Number,
    Name,
    Kind,
    Size,
    Acquired,
    Found,
    Rejected,
}

/// One file, as the table shows it.
struct Row {
    id: EvidenceId,
    name: String,
    kind: Option<ImportKind>,
    kind_text: String,
    size: u64,
    acquired: String,
    method: String,
    digest: String,
    found: u64,
    rejected: u64,
}

/// What the rows were made from.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    language: Language,
    filter: String,
    marked: MarkFilter,
    by: By,
    is_descending: bool,
}

/// View state of the table.
#[derive(Default)]
pub struct Listing {
    filter: String,
    marked: MarkFilter,
    by: By,
    is_descending: bool,
    rows: Vec<Row>,
    made_from: Option<Key>,
}

/// Width the columns need; below it the table scrolls sideways.
const WIDTH: f32 = 860.0;

impl Listing {
    /// Draws filter and table.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        ui.horizontal(|ui| {
            let label = ui.label(words.text("window-filter"));
            ui.add(TextEdit::singleline(&mut self.filter).desired_width(220.0)).labelled_by(label.id);
            self.marked.ui(ui, ctx.marks, words);
            self.refresh(ctx);
            let total = ctx.case.contents().evidence.len();
            let args = crate::args! {
                "shown" => format::count(self.rows.len() as u64, words.language()), "total" => format::count(total as u64, words.language()),
            };
            ui.weak(words.text_with("window-shown-of", &args));
        });
        ui.add_space(4.0);
        kit::table_space(ui, |ui| {
            ScrollArea::horizontal().auto_shrink([false, false]).show(ui, |ui| {
                ui.set_min_width(WIDTH);
                self.table(ui, ctx, commands);
            });
        });
    }

    fn refresh(&mut self, ctx: &RoomContext<'_>) {
        let key = Key {
            revision: ctx.case.revision(),
            language: ctx.words.language(),
            filter: self.filter.trim().to_lowercase(),
            marked: self.marked.clone(),
            by: self.by,
            is_descending: self.is_descending,
        };
        if self.made_from.as_ref() == Some(&key) {
            return;
        }
        self.rows = rows(ctx.case.contents(), ctx.words);
        if !key.filter.is_empty() {
            self.rows.retain(|row| {
                let digest = row.digest.starts_with(&key.filter);
                digest || [&row.name, &row.kind_text, &row.method].into_iter().any(|text| text.to_lowercase().contains(&key.filter))
            });
        }
        self.rows.retain(|row| key.marked.keeps(&Thing::Evidence(row.id), ctx.marks));
        match self.by {
            By::Number => self.rows.sort_by_key(|row| row.id),
            By::Name => self.rows.sort_by_cached_key(|row| row.name.to_lowercase()),
            By::Kind => self.rows.sort_by_key(|row| row.kind),
            By::Size => self.rows.sort_by_key(|row| row.size),
            By::Acquired => self.rows.sort_by(|a, b| a.acquired.cmp(&b.acquired)),
            By::Found => self.rows.sort_by_key(|row| row.found),
            By::Rejected => self.rows.sort_by_key(|row| row.rejected),
        }
        if self.is_descending {
            self.rows.reverse();
        }
        self.made_from = Some(key);
    }

    fn table(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let heads = [
            ("window-column-number", Some(By::Number)),
            ("window-column-name", Some(By::Name)),
            ("window-column-kind", Some(By::Kind)),
            ("window-column-found", Some(By::Found)),
            ("window-column-rejected", Some(By::Rejected)),
            ("window-column-size", Some(By::Size)),
            ("window-column-acquired", Some(By::Acquired)),
            ("window-column-method", None),
            ("window-column-digest", None),
        ];
        let hint = words.text("window-sort-hint");
        let rows = &self.rows;
        let mut sort = None;
        TableBuilder::new(ui)
            .id_salt("evidence")
            .striped(true)
            .sense(Sense::click())
            .resizable(true)
            .cell_layout(kit::cell_layout())
            .column(Column::initial(52.0).at_least(40.0))
            .column(Column::initial(168.0).at_least(80.0).clip(true))
            .column(Column::initial(122.0).at_least(60.0).clip(true))
            .column(Column::initial(70.0).at_least(50.0))
            .column(Column::initial(70.0).at_least(50.0))
            .column(Column::initial(74.0).at_least(50.0))
            .column(Column::initial(80.0).at_least(60.0).clip(true))
            .column(Column::initial(120.0).at_least(60.0).clip(true))
            .column(Column::remainder().at_least(80.0).clip(true))
            .header(theme::HEADER_HEIGHT, |mut header| {
                for (title, by) in heads {
                    header.col(|ui| match by {
                        Some(by) => {
                            let sorted = (self.by == by).then_some(!self.is_descending);
                            if kit::sort_header(ui, &words.text(title), sorted, &hint) {
                                sort = Some(by);
                            }
                        }
                        None => {
                            ui.strong(words.text(title));
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(theme::ROW_HEIGHT, rows.len(), |mut table_row| {
                    let row = &rows[table_row.index()];
                    let selection = Selection::Evidence(row.id);
                    table_row.set_selected(ctx.selection == Some(&selection) || pick::is_picked(&selection, ctx));
                    let count = |n: u64| format::count(n, words.language());
                    let acquired = kit::instant(&row.acquired, words.language());
                    table_row.col(|ui| {
                        ui.label(format!("E{}", row.id));
                    });
                    // The name is the way in for keyboard and screen reader; a click anywhere on the row does the same.
                    let mut is_opened = false;
                    table_row.col(|ui| {
                        signs::cell_star(ui, &Thing::Evidence(row.id), ctx.marks, words);
                        signs::cell_tags(ui, &Thing::Evidence(row.id), ctx.marks, words);
                        is_opened = ui.link(&row.name).clicked();
                    });
                    table_row.col(|ui| {
                        ui.label(&row.kind_text);
                    });
                    table_row.col(|ui| {
                        ui.label(count(row.found));
                    });
                    table_row.col(|ui| {
                        let ink = if row.rejected > 0 { tokens(ui).caution } else { tokens(ui).text };
                        ui.label(RichText::new(count(row.rejected)).color(ink));
                    });
                    table_row.col(|ui| {
                        ui.label(size_text(row.size, words));
                    });
                    table_row.col(|ui| {
                        ui.label(acquired.split(' ').next().unwrap_or_default()).on_hover_text(&acquired);
                    });
                    table_row.col(|ui| {
                        ui.label(&row.method);
                    });
                    table_row.col(|ui| {
                        ui.label(RichText::new(row.digest.get(..12).unwrap_or(&row.digest)).monospace()).on_hover_text(&row.digest);
                    });
                    pick::clicked(&table_row.response(), is_opened, selection, ctx, commands);
                    ctx.offer().context_menu(&table_row.response(), || about::evidence(row.id, ctx), commands);
                });
            });
        if let Some(by) = sort {
            self.is_descending = self.by == by && !self.is_descending;
            self.by = by;
        }
    }
}

fn rows(contents: &Contents, words: &Words) -> Vec<Row> {
    let row = |evidence: &crate::model::Evidence| {
        let reports = || contents.imports.iter().filter(|report| report.evidence == Some(evidence.id));
        let kind = reports().map(|report| report.kind).next();
        Row {
            id: evidence.id,
            name: evidence.name.clone(),
            kind,
            kind_text: kind.map(|kind| kind_text(kind, words)).unwrap_or_default(),
            size: evidence.size,
            acquired: evidence.acquired_at.clone(),
            method: evidence.method.clone(),
            digest: evidence.sha256.clone(),
            found: reports().map(|report| report.found).sum(),
            rejected: reports().map(crate::model::ImportReport::rejected).sum(),
        }
    };
    contents.evidence.iter().map(row).collect()
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
