//! The table of a list of terms: how often each was found in every room. Terms without a hit stay, with 0.

use super::group_name;
use crate::chart::ChartTable;
use crate::report::tsv;
use crate::search::Group;
use crate::search::terms::{Reading, TermRow};
use crate::ui::window::command::Command;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::{self, tokens};
use crate::ui::window::widgets::table::{HEADER_HEIGHT, ROW_HEIGHT, header_text, plain_header, row_name};
use crate::words::format;
use egui::{Align, Layout, RichText, Sense, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

/// What the terms need at least.
const TERM_WIDTH: f32 = 170.0;

/// Draws the table. The term that was clicked is asked alone.
pub fn ui(ui: &mut Ui, rows: &[TermRow], ctx: &RoomContext<'_>, commands: &mut Vec<Command>) -> Option<String> {
    let words = ctx.words;
    // Groups in which nothing was found for any term would only take room.
    let groups: Vec<usize> = (0..Group::ALL.len()).filter(|&at| rows.iter().any(|row| row.counts[at] > 0)).collect();
    ui.horizontal(|ui| {
        let copy = ui.button(words.text("search-terms-copy")).on_hover_text(words.text("search-terms-copy-tip"));
        if copy.clicked() {
            commands.push(Command::Copy(tsv::tsv(&table(rows, ctx))));
        }
        ui.weak(words.text("search-terms-explained"));
    });
    ui.add_space(4.0);
    let mut clicked = None;
    // The total is never out of sight.
    let width = ((ui.available_width() - TERM_WIDTH) / (groups.len() + 1) as f32 - 8.0).clamp(56.0, 104.0);
    kit::table_space(ui, |ui| {
        let mut builder = TableBuilder::new(ui)
            .id_salt(("terms", groups.len()))
            .striped(true)
            .sense(Sense::CLICK)
            .auto_shrink([false, false])
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::remainder().at_least(120.0).clip(true));
        builder = builder.columns(Column::exact(width).clip(true), groups.len() + 1);
        builder
            .header(HEADER_HEIGHT, |mut header| {
                plain_header(&mut header, &words.text("search-terms-term"));
                for &at in &groups {
                    number_title(&mut header, &group_name(Group::ALL[at], ctx));
                }
                number_title(&mut header, &words.text("search-terms-total"));
            })
            .body(|body| {
                body.rows(ROW_HEIGHT, rows.len(), |mut row| {
                    let found = &rows[row.index()];
                    let mut is_clicked = false;
                    row.col(|ui| {
                        is_clicked = row_name(ui, false, &found.term);
                        if let Some(id) = reading(found.reading) {
                            ui.add(egui::Label::new(RichText::new(words.text(id)).small().color(tokens(ui).caution)).truncate());
                        }
                    });
                    for count in groups.iter().map(|&at| found.counts[at]).chain([found.total()]) {
                        row.col(|ui| {
                            let ink = if count == 0 { theme::tokens(ui).text_weak } else { theme::tokens(ui).text };
                            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                                let text = RichText::new(format::count(count as u64, words.language())).color(ink);
                                ui.add(egui::Label::new(text).selectable(false));
                            });
                        });
                    }
                    if is_clicked || row.response().clicked() {
                        clicked = Some(found.term.clone());
                    }
                });
            });
    });
    clicked
}

/// The title of a column of numbers, flush right like them.
fn number_title(row: &mut TableRow<'_, '_>, title: &str) {
    row.col(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(egui::Label::new(header_text(ui, title)).truncate().selectable(false));
        });
    });
}

/// The whole table, every group in it.
fn table(rows: &[TermRow], ctx: &RoomContext<'_>) -> ChartTable {
    let words = ctx.words;
    let groups = Group::ALL.into_iter().map(|group| group_name(group, ctx));
    let header = std::iter::once(words.text("search-terms-term")).chain(groups).chain([words.text("search-terms-total")]).collect();
    let line =
        |row: &TermRow| std::iter::once(row.term.clone()).chain(row.counts.iter().map(usize::to_string)).chain([row.total().to_string()]).collect();
    ChartTable { header, rows: rows.iter().map(line).collect() }
}

fn reading(reading: Reading) -> Option<&'static str> {
    match reading {
        Reading::Question => None,
        Reading::Words => Some("search-terms-literal"),
        Reading::Nothing => Some("search-terms-nothing"),
    }
}
