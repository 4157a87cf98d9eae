//! The cells of the witness matrix.

use super::listing::{Entry, found_by_text};
use super::{FIXED_COLUMNS, put};
use crate::chart::matrix::{MatrixColumn, Presence};
use crate::model::{FoundBy, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::notes::{pick, signs as marks};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::ui::window::widgets::table::{self, Sort};
use crate::ui::window::widgets::{self, signs};
use crate::words::format;
use egui::{ComboBox, Role, Sense, WidgetInfo, vec2};
use egui_extras::TableRow;

/// Titles of the columns that are always there, in the order of their numbers.
const TITLES: [&str; FIXED_COLUMNS] = ["id", "name", "link", "status", "found-by", "origin", "set-aside"];
/// How many of them stand before the matrix: it is what one comes here to see.
const BEFORE: usize = 2;

/// The header: who, one column per snapshot, then the rest.
pub fn header(row: &mut TableRow<'_, '_>, ctx: &RoomContext<'_>, columns: &[MatrixColumn], sort: &mut Sort) {
    for (column, title) in TITLES.into_iter().enumerate().take(BEFORE) {
        table::sort_header(row, &ctx.words.text(&format!("rooms-recipients-{title}")), column, sort);
    }
    for (at, column) in columns.iter().enumerate() {
        let present = widgets::counted(ctx.words, "rooms-recipients-column-present", column.present);
        row.col(|ui| {
            let number = FIXED_COLUMNS + at;
            let is_declared = column.snapshot.is_empty();
            let second = if is_declared { ctx.words.text("rooms-sources-declared") } else { column.snapshot.clone() };
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.spacing_mut().button_padding = vec2(0.0, 0.0);
                ui.spacing_mut().interact_size.y = 17.0;
                ui.add(egui::Label::new(table::header_text(ui, &column.source)).truncate().selectable(false));
                let response = ui.add(egui::Button::new(egui::RichText::new(second.as_str()).size(13.0)).frame(false).truncate());
                if response.clicked() {
                    *sort = Sort { column: number, is_descending: sort.column == number && !sort.is_descending };
                }
                response.on_hover_text(format!("{}, {second}\n{present}", column.source));
            });
        });
    }
    for (column, title) in TITLES.into_iter().enumerate().skip(BEFORE) {
        table::sort_header(row, &ctx.words.text(&format!("rooms-recipients-{title}")), column, sort);
    }
}

/// One recipient.
pub fn row(row: &mut TableRow<'_, '_>, ctx: &RoomContext<'_>, entry: &Entry, columns: usize, has_words_for_signs: bool, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let recipient = &ctx.case.contents().recipients[entry.recipient];
    let is_selected = matches!(ctx.selection, Some(Selection::Recipient(id)) if *id == recipient.id);
    let selection = Selection::Recipient(recipient.id.clone());
    row.set_selected(is_selected || pick::is_picked(&selection, ctx));
    let thing = Thing::Recipient(recipient.id.clone());
    let mut is_opened = false;
    row.col(|ui| {
        marks::cell_star(ui, &thing, ctx.marks, words);
        is_opened = table::row_name(ui, is_selected, recipient.id.as_str());
    });
    row.col(|ui| {
        // The name comes first; what does not fit behind it stands in the details.
        if ctx.marks.get(&thing).is_some() {
            ui.add(egui::Label::new(&entry.name).selectable(false).extend());
            marks::cell_tags(ui, &thing, ctx.marks, words);
        } else {
            table::text_cell(ui, &entry.name);
        }
    });
    let cells = entry.matrix_row.and_then(|at| Some(ctx.matrix?.rows.get(at)?.cells.as_slice())).unwrap_or_default();
    for at in 0..columns {
        row.col(|ui| presence_cell(ui, ctx, entry, cells.get(at).copied(), at, has_words_for_signs));
    }
    row.col(|ui| link_cell(ui, ctx, entry));
    row.col(|ui| table::text_cell(ui, &words.text(if recipient.received { "rooms-recipients-received" } else { "rooms-recipients-control" })));
    row.col(|ui| {
        let mut found_by = recipient.found_by.clone();
        let name = words.text_with("rooms-recipients-found-by-of", &crate::args! { "id" => recipient.id.as_str() });
        let selected = found_by_text(&recipient.found_by, ctx);
        let width = ui.available_width() - 8.0;
        ui.spacing_mut().interact_size.y = 22.0;
        ui.spacing_mut().button_padding.y = 1.0;
        ComboBox::from_id_salt(("found-by", &recipient.id))
            .width(width)
            .truncate()
            .selected_text(selected)
            .show_ui(ui, |ui| {
                let circles = ctx.case.contents().sources.iter().map(|source| FoundBy::Circle(source.id.clone()));
                for choice in [FoundBy::OpenCall, FoundBy::CompleteList].into_iter().chain(circles) {
                    let text = found_by_text(&choice, ctx);
                    ui.selectable_value(&mut found_by, choice, text);
                }
            })
            .response
            .accessible_name(name);
        if found_by != recipient.found_by {
            let mut changed = recipient.clone();
            changed.found_by = found_by;
            commands.push(put(changed));
        }
    });
    row.col(|ui| match &entry.origin {
        Some((name, p)) => {
            let p = format::percent(*p, words.language());
            table::text_cell(ui, &words.text_with("rooms-recipients-origin-value", &crate::args! { "name" => name.as_str(), "p" => p }));
        }
        None => table::weak_cell(ui, "–"),
    });
    row.col(|ui| {
        widgets::show_boxes(ui);
        let mut is_set_aside = recipient.is_set_aside;
        let name = words.text_with("rooms-recipients-set-aside-of", &crate::args! { "id" => recipient.id.as_str() });
        let response = ui.checkbox(&mut is_set_aside, "").accessible_name(name).on_hover_text(words.text("rooms-recipients-set-aside-hint"));
        if response.changed() {
            let mut changed = recipient.clone();
            changed.is_set_aside = is_set_aside;
            commands.push(put(changed));
        }
    });
    pick::clicked(&row.response(), is_opened, selection, ctx, commands);
    ctx.offer().context_menu(&row.response(), || about::recipient(&recipient.id, ctx), commands);
}

/// What the best link is called; a tick for one a reviewer has decided about.
fn link_cell(ui: &mut egui::Ui, ctx: &RoomContext<'_>, entry: &Entry) {
    let words = ctx.words;
    let Some(standing) = entry.standing else {
        table::weak_cell(ui, "–");
        return;
    };
    if entry.is_decided {
        let (rect, response) = ui.allocate_exact_size(vec2(13.0, 13.0), Sense::hover());
        icons::paint(ui.painter(), rect, Icon::Check, tokens(ui).good);
        let text = words.text("links-label-decided");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        response.on_hover_text(text);
    }
    table::text_cell(ui, &words.text(&format!("links-label-{}", standing.key())));
}

fn presence_cell(ui: &mut egui::Ui, ctx: &RoomContext<'_>, entry: &Entry, cell: Option<Presence>, column: usize, has_words: bool) {
    let Some(kind) = cell else {
        table::weak_cell(ui, "–");
        return;
    };
    let text = signs::presence_text(kind, ctx.words);
    let size = vec2(14.0, ui.available_height().min(18.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    signs::presence(ui.painter(), rect.center(), kind, &ChartInk::of(ui));
    if has_words {
        table::text_cell(ui, &text);
        return;
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    response.on_hover_ui(|ui| {
        let Some(column) = ctx.matrix.and_then(|matrix| matrix.columns.get(column)) else { return };
        ui.label(ctx.words.text_with(
            "rooms-recipients-cell",
            &crate::args! {
                "name" => entry.name.as_str(), "presence" => text.as_str(), "source" => column.source.as_str(), "snapshot" => column.snapshot.as_str(),
                "dated" => if column.snapshot.is_empty() { "no" } else { "yes" },
            },
        ));
    });
}
