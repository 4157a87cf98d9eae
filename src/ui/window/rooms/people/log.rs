//! The access log: who opened, exported or sent which file.

use super::facts::Facts;
use super::posts::access_text;
use crate::chart::timeline::Target;
use crate::model::{AccessAction, Thing};
use crate::ui::window::command::Command;
use crate::ui::window::notes::{pick, signs};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::table;
use crate::words::{Words, format};
use egui::Sense;
use egui_extras::{Column, TableBuilder};

/// Every line, oldest first.
pub fn list(ui: &mut egui::Ui, ctx: &RoomContext<'_>, facts: &Facts, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let accesses = &ctx.case.contents().accesses;
    let column = |width: f32| Column::initial(width).at_least(50.0).resizable(true).clip(true);
    TableBuilder::new(ui)
        .id_salt("access-log")
        .striped(true)
        .sense(Sense::CLICK)
        .auto_shrink([false, false])
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(column(130.0))
        .column(column(180.0))
        .column(column(110.0))
        .column(column(180.0))
        .column(column(70.0))
        .column(Column::remainder().at_least(80.0).clip(true))
        .header(table::HEADER_HEIGHT, |mut row| {
            for title in ["date", "person", "action", "file"] {
                table::plain_header(&mut row, &words.text(&format!("rooms-people-{title}")));
            }
            table::number_header(&mut row, &words.text("rooms-people-rows"));
            table::plain_header(&mut row, &words.text("rooms-people-note"));
        })
        .body(|body| {
            body.rows(table::ROW_HEIGHT, facts.accesses.len(), |mut row| {
                let access = &accesses[facts.accesses[row.index()]];
                let selection = Selection::Mark(Target::Access(access.id));
                let is_selected = ctx.selection == Some(&selection);
                row.set_selected(is_selected || pick::is_picked(&selection, ctx));
                let mut is_clicked = false;
                let day = format::uncertain_day(&access.at, words.language());
                row.col(|ui| {
                    signs::cell_star(ui, &Thing::Access(access.id), ctx.marks, words);
                    is_clicked |= table::row_name(ui, is_selected, &day);
                });
                row.col(|ui| table::text_cell(ui, access.person.as_str()));
                row.col(|ui| table::text_cell(ui, &action_text(access.action, words)));
                row.col(|ui| table::text_cell(ui, &access_text(Some(&access.source), ctx).unwrap_or_default()));
                row.col(|ui| table::number_cell(ui, &access.rows.map_or_else(|| "–".to_owned(), |rows| format::count(rows, words.language()))));
                row.col(|ui| table::text_cell(ui, &access.note));
                pick::clicked(&row.response(), is_clicked, selection, ctx, commands);
            });
        });
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
