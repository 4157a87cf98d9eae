//! A look into a file on the desk: what was understood, which column is read as which field, the first rows, what would be rejected.

use super::item::Item;
use super::{detail, reading};
use crate::import::{Preview, mapping};
use crate::model::{DateOrder, Field, ImportKind};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::theme::{self, tokens};
use crate::words::{Words, format};
use egui::{ComboBox, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

/// Rows of the preview in view; the others are scrolled to.
const HEIGHT: f32 = 240.0;
/// Width of a column of the preview.
const COLUMN: f32 = 150.0;

/// What the user chose for a column.
struct Choice {
    column: String,
    /// What it was read as.
    before: Option<Field>,
    /// `None` = kept, not read.
    field: Option<Field>,
}

/// Draws the preview. Choosing another column makes a new one.
pub fn ui(ui: &mut Ui, item: &mut Item, words: &Words) {
    kit::section(ui, &words.text("window-peek-title"));
    let Some(look) = item.seen() else {
        ui.weak(words.text("window-loading"));
        return;
    };
    if let Some(problem) = &look.problem {
        kit::note(ui, Tone::Bad, problem);
    }
    let mut dates = item.reading.dates;
    let chosen = look.preview.as_ref().and_then(|seen| understood(ui, seen, item, &mut dates, words));
    let is_turned = dates != item.reading.dates;
    if let Some(Choice { column, before, field }) = chosen {
        item.mapping.0.retain(|of, name| *name != column && Some(*of) != field);
        match (field, before) {
            (Some(field), _) => drop(item.mapping.0.insert(field, column)),
            // Else the same column would be proposed again.
            (None, Some(before)) => drop(item.mapping.0.insert(before, String::new())),
            (None, None) => {}
        }
        item.touch();
    }
    if is_turned {
        item.reading.dates = dates;
        item.touch();
    }
    if item.kind != ImportKind::Messages {
        reading::ui(ui, item, words);
    }
}

/// The preview itself. A column for which another field was chosen comes back.
fn understood(ui: &mut Ui, seen: &Preview, item: &Item, dates: &mut Option<DateOrder>, words: &Words) -> Option<Choice> {
    let kind = item.kind;
    let count = |n: u64| format::count(n, words.language());
    ui.horizontal_wrapped(|ui| {
        ui.label(super::format_text(&seen.format, words));
        let id = if seen.is_complete { "window-peek-all" } else { "window-peek-some" };
        ui.weak(words.text_with(id, &crate::args! { "n" => seen.seen, "count" => count(seen.seen) }));
        if item.is_looking() {
            ui.weak(words.text("window-loading"));
        }
    });
    reading::dates(ui, seen, dates, words);
    ui.add_space(4.0);
    let chosen = if seen.header.is_empty() { None } else { rows(ui, seen, kind, words) };
    if !seen.remarks.is_empty() {
        kit::section(ui, &words.text("window-peek-why"));
        for remark in &seen.remarks {
            ui.add(egui::Label::new(RichText::new(words.said(remark)).color(tokens(ui).text_weak)).wrap());
        }
    }
    detail::rejections(ui, "peek rejected", &words.text("window-evidence-rejections"), &seen.rejections, words);
    detail::rejections(ui, "peek warnings", &words.text("window-evidence-warnings"), &seen.warnings, words);
    chosen
}

fn rows(ui: &mut Ui, seen: &Preview, kind: ImportKind, words: &Words) -> Option<Choice> {
    let mut chosen = None;
    let is_table = kind != ImportKind::Messages;
    let header = if is_table { theme::HEADER_HEIGHT * 2.0 } else { theme::HEADER_HEIGHT };
    ScrollArea::horizontal().id_salt("peek").auto_shrink([false, true]).show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("peek rows")
            .striped(true)
            .cell_layout(kit::cell_layout())
            .vscroll(true)
            .max_scroll_height(HEIGHT)
            .min_scrolled_height(HEIGHT.min(seen.rows.len() as f32 * (theme::ROW_HEIGHT + 6.0)))
            .columns(Column::exact(COLUMN).clip(true), seen.header.len())
            .header(header, |mut row| {
                for (at, column) in seen.header.iter().enumerate() {
                    row.col(|ui| {
                        ui.vertical(|ui| {
                            let head = if is_table { column.clone() } else { head(column, words) };
                            ui.add(egui::Label::new(RichText::new(&head).strong()).truncate()).on_hover_text(&head);
                            if is_table && let Some(choice) = field_choice(ui, at, column, seen, kind, words) {
                                chosen = Some(choice);
                            }
                        });
                    });
                }
            })
            .body(|body| {
                body.rows(theme::ROW_HEIGHT, seen.rows.len(), |mut row| {
                    let cells = &seen.rows[row.index()];
                    for at in 0..seen.header.len() {
                        row.col(|ui| {
                            let cell = cells.get(at).map_or("", String::as_str);
                            // Messages begin with the instant they were sent; a date nobody could read stays as it was written.
                            let cell = if is_table || at > 0 { cell.to_owned() } else { kit::instant(cell, words.language()) };
                            ui.add(egui::Label::new(cell.replace(['\n', '\r'], " ")).truncate());
                        });
                    }
                });
            });
    });
    chosen
}

/// What the import calls a part of a message, in words.
fn head(column: &str, words: &Words) -> String {
    words.text(match column {
        "date" => "window-field-date",
        "from" => "window-field-from",
        "to" => "window-field-to",
        "subject" => "window-column-subject",
        other => return other.to_owned(),
    })
}

/// Which field the column is read as. `Some` when the user chose another one.
fn field_choice(ui: &mut Ui, at: usize, column: &str, seen: &Preview, kind: ImportKind, words: &Words) -> Option<Choice> {
    let now = seen.mapping.0.iter().find(|(_, name)| *name == column).map(|(field, _)| *field);
    let text = now.map_or_else(|| words.text("window-map-none"), |field| field_text(field, words));
    let mut chosen = now;
    let combo = ComboBox::from_id_salt(("field", at)).selected_text(text).width(COLUMN - 12.0).truncate().show_ui(ui, |ui| {
        if ui.selectable_label(now.is_none(), words.text("window-map-none")).clicked() {
            chosen = None;
        }
        for field in mapping::fields(kind) {
            if ui.selectable_label(now == Some(field), field_text(field, words)).clicked() {
                chosen = Some(field);
            }
        }
    });
    combo.response.accessible_name(words.text_with("window-map-column", &crate::args! { "column" => column }));
    (chosen != now).then(|| Choice { column: column.to_owned(), before: now, field: chosen })
}

/// A field in words.
pub fn field_text(field: Field, words: &Words) -> String {
    words.text(&format!("rooms-field-{}", field.key().replace('_', "-")))
}
