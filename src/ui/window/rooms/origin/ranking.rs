//! The ranking: every candidate file with what it captures, its share and how it stands against "none of the known files".

use super::source_name;
use crate::analysis::CampaignAnalysis;
use crate::attribute::CandidateScore;
use crate::chart::ChartTable;
use crate::model::SourceId;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::interval::{interval_bar, share_text};
use crate::ui::window::widgets::{self, table};
use crate::words::{Words, format};
use egui::Sense;
use egui_extras::{Column, TableBuilder};

const COLUMNS: [&str; 6] = ["candidate", "captured", "exclusive", "share", "lr", "chance"];

/// The view state.
#[derive(Default)]
pub struct RankingView {
    is_table: bool,
}

impl RankingView {
    /// Draws the ranking; says which candidate was chosen.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, chosen: Option<&SourceId>) -> Option<SourceId> {
        let words = ctx.words;
        ui.horizontal_wrapped(|ui| {
            kit::section(ui, &words.text("rooms-origin-ranking"));
            ui.add_space(8.0);
            ui.selectable_value(&mut self.is_table, false, words.text("rooms-as-chart"));
            ui.selectable_value(&mut self.is_table, true, words.text("rooms-as-table"));
        });
        ui.weak(words.text("rooms-origin-ranking-what"));
        ui.add_space(4.0);
        let candidates = &campaign.attribution.candidates;
        if self.is_table {
            let twin = twin(ctx, campaign);
            let selected = candidates.iter().position(|score| Some(&score.id) == chosen);
            let clicked = table::chart_table(ui, "ranking-table", &twin, selected)?;
            return candidates.get(clicked).map(|score| score.id.clone());
        }
        bars(ui, ctx, campaign, chosen)
    }
}

fn bars(ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, chosen: Option<&SourceId>) -> Option<SourceId> {
    let words = ctx.words;
    let candidates = &campaign.attribution.candidates;
    let mut clicked = None;
    let column = |width: f32| Column::initial(width).at_least(50.0).resizable(true).clip(true);
    egui::ScrollArea::horizontal().id_salt("ranking-across").auto_shrink([false, true]).show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("ranking")
            .striped(true)
            .sense(Sense::CLICK)
            .vscroll(false)
            .auto_shrink([false, true])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(column(210.0))
            .columns(column(96.0), 2)
            .column(column(270.0))
            .columns(column(130.0), 2)
            .header(table::HEADER_HEIGHT, |mut row| {
                for title in COLUMNS {
                    row.col(|ui| {
                        let text = table::header_text(ui, &words.text(&format!("rooms-origin-{title}")));
                        ui.add(egui::Label::new(text).truncate().selectable(false)).on_hover_text(words.text(&format!("rooms-origin-{title}-hint")));
                    });
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, candidates.len() + 1, |mut row| {
                    let Some(score) = candidates.get(row.index()) else {
                        row.col(|ui| table::text_cell(ui, &words.text("rooms-none-of-the-files")));
                        row.col(|ui| table::weak_cell(ui, "–"));
                        row.col(|ui| table::weak_cell(ui, "–"));
                        row.col(|ui| share(ui, campaign.attribution.unexplained, words));
                        row.col(|ui| table::weak_cell(ui, "–"));
                        row.col(|ui| table::weak_cell(ui, "–"));
                        return;
                    };
                    let is_chosen = Some(&score.id) == chosen;
                    row.set_selected(is_chosen);
                    let mut is_clicked = false;
                    row.col(|ui| is_clicked |= table::row_name(ui, is_chosen, source_name(&score.id, ctx)));
                    row.col(|ui| table::text_cell(ui, &captured(score, campaign, words)));
                    row.col(|ui| table::text_cell(ui, &widgets::number(words, score.exclusive)));
                    row.col(|ui| share(ui, score.share, words));
                    row.col(|ui| table::text_cell(ui, &log10_lr(score.log10_lr_vs_none, ctx)));
                    row.col(|ui| table::text_cell(ui, &chance(score, words)));
                    if is_clicked || row.response().clicked() {
                        clicked = Some(score.id.clone());
                    }
                });
            });
    });
    clicked
}

fn share(ui: &mut egui::Ui, share: crate::attribute::Share, words: &Words) {
    interval_bar(ui, share, 110.0, words);
    table::text_cell(ui, &share_text(share, words));
}

fn captured(score: &CandidateScore, campaign: &CampaignAnalysis, words: &Words) -> String {
    let (few, all) = (widgets::number(words, score.captured), widgets::number(words, campaign.recipients));
    words.text_with("rooms-shown-of", &crate::args! { "shown" => few, "total" => all })
}

/// log₁₀ of a likelihood ratio, capped both ways as the settings say: « ≥ 4,0 ».
pub fn log10_lr(value: f64, ctx: &RoomContext<'_>) -> String {
    let cap = libm::log10(ctx.settings.cap.max(1.0));
    let number = |value: f64| format::decimal(value, 1, ctx.words.language()).replace('-', "−");
    if value >= cap {
        ctx.words.text_with("rooms-at-least", &crate::args! { "n" => number(cap) })
    } else if value <= -cap {
        ctx.words.text_with("rooms-at-most", &crate::args! { "n" => number(-cap) })
    } else {
        number(value)
    }
}

fn chance(score: &CandidateScore, words: &Words) -> String {
    match score.hypergeometric_p {
        None => "–".to_owned(),
        Some(p) if p < 0.001 => words.text_with("rooms-less-than", &crate::args! { "n" => format::decimal(0.001, 3, words.language()) }),
        Some(p) => format::decimal(p, 3, words.language()),
    }
}

/// The same as a table.
fn twin(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> ChartTable {
    let words = ctx.words;
    let mut rows: Vec<Vec<String>> = campaign
        .attribution
        .candidates
        .iter()
        .map(|score| {
            vec![
                source_name(&score.id, ctx).to_owned(),
                captured(score, campaign, words),
                widgets::number(words, score.exclusive),
                share_text(score.share, words),
                log10_lr(score.log10_lr_vs_none, ctx),
                chance(score, words),
            ]
        })
        .collect();
    let dash = || "–".to_owned();
    let unexplained = share_text(campaign.attribution.unexplained, words);
    rows.push(vec![words.text("rooms-none-of-the-files"), dash(), dash(), unexplained, dash(), dash()]);
    ChartTable { header: COLUMNS.map(|title| words.text(&format!("rooms-origin-{title}"))).to_vec(), rows }
}
