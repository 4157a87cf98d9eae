//! Below the table: what came of the selected file, with the line and the reason of everything that was not taken over.

use super::{account, kind_text};
use crate::model::{EvidenceId, ImportReport, Rejection};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme;
use crate::words::{Words, format};
use egui::{ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

/// Draws the reports of a file.
pub fn ui(ui: &mut Ui, id: EvidenceId, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let reports: Vec<_> = contents.imports.iter().filter(|report| report.evidence == Some(id)).collect();
    ui.add_space(4.0);
    ScrollArea::vertical().auto_shrink([false, false]).id_salt("evidence detail").show(ui, |ui| {
        if reports.is_empty() {
            ui.weak(words.text("window-evidence-no-report"));
        }
        for (at, report) in reports.into_iter().enumerate() {
            ui.push_id(("report", at), |ui| one(ui, report, words));
        }
    });
}

/// One report: the account, then what was rejected and what deserves a look.
pub fn one(ui: &mut Ui, report: &ImportReport, words: &Words) {
    ui.horizontal_wrapped(|ui| {
        ui.strong(&report.file);
        kit::badge(ui, Tone::Neutral, &kind_text(report.kind, words));
        ui.weak(super::format_text(&report.format, words));
    });
    ui.horizontal_wrapped(|ui| {
        ui.label(account(report, words));
        if report.reconciles() {
            kit::badge(ui, Tone::Good, &words.text("window-account-holds"));
        } else {
            kit::badge(ui, Tone::Bad, &words.text("window-account-broken"));
        }
    });
    rejections(ui, "rejected", &words.text("window-evidence-rejections"), &report.rejections, words);
    rejections(ui, "warnings", &words.text("window-evidence-warnings"), &report.warnings, words);
    ui.add_space(6.0);
}

/// A list of lines and reasons; only what is in view is drawn.
pub fn rejections(ui: &mut Ui, salt: &str, title: &str, list: &[Rejection], words: &Words) {
    if list.is_empty() {
        return;
    }
    let count = format::count(list.len() as u64, words.language());
    kit::section(ui, &format!("{title} ({count})"));
    let height = (list.len() as f32 * (theme::ROW_HEIGHT + 6.0) + theme::HEADER_HEIGHT).min(220.0);
    TableBuilder::new(ui)
        .id_salt(salt)
        .striped(true)
        .cell_layout(kit::cell_layout())
        .max_scroll_height(height)
        .min_scrolled_height(height.min(120.0))
        .column(Column::exact(80.0))
        .column(Column::remainder().clip(true))
        .header(theme::HEADER_HEIGHT, |mut header| {
            header.col(|ui| {
                ui.strong(words.text("window-column-line"));
            });
            header.col(|ui| {
                ui.strong(words.text("window-column-reason"));
            });
        })
        .body(|body| {
            body.rows(theme::ROW_HEIGHT, list.len(), |mut row| {
                let rejection = &list[row.index()];
                row.col(|ui| {
                    ui.label(rejection.line.map_or_else(|| "—".to_owned(), |line| format::count(line, words.language())));
                });
                row.col(|ui| {
                    let reason = words.reason(rejection);
                    ui.add(egui::Label::new(&*reason).truncate()).on_hover_text(&*reason);
                });
            });
        });
}
