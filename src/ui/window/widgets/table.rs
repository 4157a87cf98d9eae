//! Tables: headers, cells that keep their line, and the table twin of a chart.

use crate::chart::ChartTable;
use crate::ui::window::theme;
use egui::{Align, Label, Layout, Sense, TextWrapMode, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

/// Height of a header.
pub const HEADER_HEIGHT: f32 = theme::HEADER_HEIGHT;
/// Height of a row that holds text only.
pub const ROW_HEIGHT: f32 = theme::ROW_HEIGHT;

/// A header cell.
pub fn plain_header(row: &mut TableRow<'_, '_>, title: &str) {
    row.col(|ui| {
        ui.add(Label::new(header_text(ui, title)).truncate().selectable(false));
    });
}

/// How titles of columns are set.
pub fn header_text(ui: &egui::Ui, title: &str) -> egui::RichText {
    egui::RichText::new(title).size(13.0).color(theme::tokens(ui).text_weak)
}

/// A text that stays on its line; what does not fit is shown on hover.
pub fn text_cell(ui: &mut egui::Ui, text: &str) {
    ui.add(Label::new(text).truncate().selectable(false));
}

/// The same in the quiet colour.
pub fn weak_cell(ui: &mut egui::Ui, text: &str) {
    ui.add(Label::new(egui::RichText::new(text).weak()).truncate().selectable(false));
}

/// A number, flush right.
pub fn number_cell(ui: &mut egui::Ui, text: &str) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add(Label::new(text).truncate().selectable(false));
    });
}

/// The name of a row, which selects it by click or key. True when clicked.
pub fn row_name(ui: &mut egui::Ui, is_selected: bool, text: &str) -> bool {
    ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    ui.spacing_mut().button_padding = vec2(2.0, 1.0);
    ui.add(egui::Button::selectable(is_selected, text).frame_when_inactive(false).frame(false)).clicked()
}

/// The table twin of a chart: what it shows, to be read line by line. Rows are drawn as they come into view; says which one was clicked.
pub fn chart_table(ui: &mut egui::Ui, salt: impl egui::AsIdSalt, table: &ChartTable, selected: Option<usize>) -> Option<usize> {
    let width = (ui.available_width() / table.header.len().max(1) as f32 - 8.0).clamp(90.0, 360.0);
    sized_table(ui, salt, table, selected, &vec![width; table.header.len()])
}

/// The same with a width for each column.
pub fn sized_table(ui: &mut egui::Ui, salt: impl egui::AsIdSalt, table: &ChartTable, selected: Option<usize>, widths: &[f32]) -> Option<usize> {
    let columns = table.header.len();
    let mut clicked = None;
    egui::ScrollArea::horizontal().id_salt((&salt, "across")).auto_shrink([false, true]).show(ui, |ui| {
        let mut builder = TableBuilder::new(ui)
            .id_salt((&salt, columns))
            .striped(true)
            .sense(Sense::CLICK)
            .auto_shrink([false, true])
            .cell_layout(Layout::left_to_right(Align::Center));
        for at in 0..columns {
            let width = widths.get(at).copied().unwrap_or(120.0);
            builder = builder.column(Column::initial(width).at_least(44.0).resizable(true).clip(true));
        }
        builder
            .header(HEADER_HEIGHT, |mut row| {
                for title in &table.header {
                    plain_header(&mut row, title);
                }
            })
            .body(|body| {
                body.rows(ROW_HEIGHT, table.rows.len(), |mut row| {
                    let at = row.index();
                    let is_selected = selected == Some(at);
                    row.set_selected(is_selected);
                    let mut is_clicked = false;
                    for (column, text) in table.rows[at].iter().enumerate() {
                        row.col(|ui| match column {
                            0 => is_clicked |= row_name(ui, is_selected, text),
                            _ => text_cell(ui, text),
                        });
                    }
                    if is_clicked || row.response().clicked() {
                        clicked = Some(at);
                    }
                });
            });
    });
    clicked
}
