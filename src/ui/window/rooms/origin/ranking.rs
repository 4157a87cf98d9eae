//! The ranking: every candidate file with whom it holds, whom it does not, who was not mailed, and how it stands against "none of the known files".

use super::texts::{self, Texts, log10_lr};
use super::{number_link, source_name};
use crate::analysis::CampaignAnalysis;
use crate::analysis::behind::{Behind, Roll};
use crate::attribute::CandidateScore;
use crate::chart::ChartTable;
use crate::model::SourceId;
use crate::report::wording;
use crate::ui::window::command::Command;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::chart_tools::{ChartTools, chart_tools};
use crate::ui::window::widgets::{self, table};
use crate::words::Words;
use egui::{Label, RichText, Sense};
use egui_extras::{Column, TableBuilder};

const COLUMNS: [&str; 8] = ["file", "in", "out", "only", "controls", "support", "lr", "chance"];

/// One file's line.
pub struct Rank {
    /// Which.
    pub id: SourceId,
    name: String,
    /// Whom each of the four numbers counts, and how many they are.
    counts: [(Behind, usize); 4],
    support: String,
    lr: String,
    chance: String,
}

impl Rank {
    /// The line of `score`.
    pub fn of(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, roll: &Roll, score: &CandidateScore) -> Self {
        let id = &score.id;
        let groups = [Behind::In(id.clone()), Behind::NotIn(id.clone()), Behind::OnlyIn(id.clone()), Behind::Controls(id.clone())];
        Self {
            id: id.clone(),
            name: source_name(id, ctx).to_owned(),
            counts: groups.map(|group| {
                let count = roll.count(&group);
                (group, count)
            }),
            support: wording::support(score.log10_lr_vs_none, campaign, ctx.settings, ctx.words),
            lr: log10_lr(score.log10_lr_vs_none, ctx),
            chance: score.hypergeometric_p.map_or_else(|| "–".to_owned(), |p| texts::chance(p, ctx.words)),
        }
    }
}

/// Draws the ranking; says which candidate was chosen. A number that was clicked is put into `behind`.
pub fn ui(
    ui: &mut egui::Ui,
    ctx: &RoomContext<'_>,
    texts: &Texts,
    chosen: Option<&SourceId>,
    behind: &mut Option<Behind>,
    commands: &mut Vec<Command>,
) -> Option<SourceId> {
    let words = ctx.words;
    let title = words.text("origin-ranking");
    let tools = ChartTools { title: &title, file: "origin-ranking", table: &|| twin(texts, words), svg: None };
    chart_tools(ui, &tools, None, words, commands);
    ui.add(Label::new(RichText::new(words.text("origin-ranking-what")).weak()).wrap());
    ui.add_space(2.0);
    let clicked = lines(ui, ctx, texts, chosen, behind);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let nobody = texts.roll.count(&Behind::Nowhere);
        let text = widgets::counted(words, "origin-covering-nobody", nobody);
        if nobody == 0 {
            ui.label(text);
        } else if ui.link(text).clicked() {
            *behind = Some(Behind::Nowhere);
        }
        ui.label(texts.covering.as_str());
    });
    clicked
}

fn lines(ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, chosen: Option<&SourceId>, behind: &mut Option<Behind>) -> Option<SourceId> {
    let words = ctx.words;
    let mut clicked = None;
    let column = |width: f32| Column::initial(width).at_least(46.0).resizable(true).clip(true);
    // Names take what the numbers leave.
    let name = (ui.available_width() - 4.0 * 74.0 - 150.0 - 58.0 - 74.0 - 8.0 * 8.0).clamp(150.0, 420.0);
    egui::ScrollArea::horizontal().id_salt("ranking-across").auto_shrink([false, true]).show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("ranking")
            .striped(true)
            .sense(Sense::CLICK)
            .vscroll(false)
            .auto_shrink([false, true])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(column(name))
            .columns(column(74.0), 4)
            .column(column(150.0))
            .column(column(58.0))
            .column(column(74.0))
            .header(table::HEADER_HEIGHT, |mut row| {
                for title in COLUMNS {
                    row.col(|ui| {
                        let text = table::header_text(ui, &words.text(&format!("origin-column-{title}")));
                        let response = ui.add(Label::new(text).truncate().selectable(false));
                        if title != "file" {
                            response.on_hover_text(words.text(&format!("origin-column-{title}-tip")));
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, texts.ranks.len(), |mut row| {
                    let Some(rank) = texts.ranks.get(row.index()) else { return };
                    let is_chosen = Some(&rank.id) == chosen;
                    row.set_selected(is_chosen);
                    let mut is_clicked = false;
                    row.col(|ui| is_clicked |= table::row_name(ui, is_chosen, &rank.name));
                    for (group, count) in &rank.counts {
                        row.col(|ui| {
                            let name = texts::behind(group, *count, ctx);
                            if number_link(ui, &widgets::number(words, *count), &name, *count == 0) {
                                *behind = Some(group.clone());
                            }
                        });
                    }
                    row.col(|ui| table::text_cell(ui, &rank.support));
                    row.col(|ui| table::text_cell(ui, &rank.lr));
                    row.col(|ui| table::text_cell(ui, &rank.chance));
                    if is_clicked || row.response().clicked() {
                        clicked = Some(rank.id.clone());
                    }
                });
            });
    });
    clicked
}

/// The same as a table.
fn twin(texts: &Texts, words: &Words) -> ChartTable {
    let row = |rank: &Rank| {
        let counts = rank.counts.iter().map(|(_, count)| widgets::number(words, *count));
        let rest = [&rank.support, &rank.lr, &rank.chance].map(String::clone);
        std::iter::once(rank.name.clone()).chain(counts).chain(rest).collect()
    };
    ChartTable { header: COLUMNS.map(|title| words.text(&format!("origin-column-{title}"))).to_vec(), rows: texts.ranks.iter().map(row).collect() }
}
