//! The ranking: every candidate file with whom it holds, whom it does not, who was not mailed, and how it stands against "none of the known files".

use super::texts::{self, Texts, log10_lr};
use super::{Opens, number_link, source_name};
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

const COLUMNS: [&str; 7] = ["file", "in", "out", "only", "controls", "support", "lr"];
/// Two lines: names and words of support wrap.
const ROW: f32 = 40.0;
/// The same for titles.
const HEADER: f32 = 38.0;

/// One file's line.
pub struct Rank {
    /// Which.
    pub id: SourceId,
    name: String,
    /// Whom each of the four numbers counts, and how many they are; `None` = its rows are not held, so that nobody knows.
    counts: [(Behind, Option<usize>); 4],
    support: String,
    lr: String,
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
                let count = Some(roll.count(&group)).filter(|count| *count > 0 || roll.is_held(id));
                (group, count)
            }),
            support: wording::support(score.log10_lr_vs_none, campaign, ctx.settings, ctx.words),
            lr: log10_lr(score.log10_lr_vs_none, ctx),
        }
    }
}

/// Draws the ranking; says which candidate was chosen. What a clicked number opens is put into `opens`.
pub(super) fn ui(
    ui: &mut egui::Ui,
    ctx: &RoomContext<'_>,
    texts: &Texts,
    chosen: Option<&SourceId>,
    opens: &mut Option<Opens>,
    commands: &mut Vec<Command>,
) -> Option<SourceId> {
    let words = ctx.words;
    let title = words.text("origin-ranking");
    let tools = ChartTools { title: &title, file: "origin-ranking", table: &|| twin(texts, words), svg: None };
    chart_tools(ui, &tools, None, words, commands);
    ui.add(Label::new(RichText::new(words.text("origin-ranking-what")).weak()).wrap());
    ui.add_space(2.0);
    let clicked = lines(ui, ctx, texts, chosen, opens);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let nobody = texts.roll.count(&Behind::Nowhere);
        let text = widgets::counted(words, "origin-covering-nobody", nobody);
        if nobody == 0 {
            ui.label(text);
        } else if ui.link(text).clicked() {
            *opens = Some(Opens::People(Behind::Nowhere));
        }
        ui.add(Label::new(texts.covering.as_str()).wrap());
    });
    clicked
}

fn lines(ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, chosen: Option<&SourceId>, opens: &mut Option<Opens>) -> Option<SourceId> {
    let words = ctx.words;
    let mut clicked = None;
    let column = |width: f32| Column::initial(width).at_least(46.0).resizable(true).clip(true);
    // Names take what the numbers leave.
    let name = (ui.available_width() - 4.0 * 68.0 - 190.0 - 58.0 - 7.0 * 8.0).clamp(130.0, 420.0);
    egui::ScrollArea::horizontal().id_salt("ranking-across").auto_shrink([false, true]).show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("ranking")
            .striped(true)
            .sense(Sense::CLICK)
            .vscroll(false)
            .auto_shrink([false, true])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(column(name))
            .columns(column(68.0), 4)
            .column(column(190.0))
            .column(column(58.0))
            .header(HEADER, |mut row| {
                for title in COLUMNS {
                    row.col(|ui| {
                        let text = table::header_text(ui, &words.text(&format!("origin-column-{title}")));
                        let response = ui.add(Label::new(text).wrap().selectable(false));
                        if title != "file" {
                            response.on_hover_text(words.text(&format!("origin-column-{title}-tip")));
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(ROW, texts.ranks.len(), |mut row| {
                    let Some(rank) = texts.ranks.get(row.index()) else { return };
                    let is_chosen = Some(&rank.id) == chosen;
                    row.set_selected(is_chosen);
                    let mut is_clicked = false;
                    row.col(|ui| {
                        ui.spacing_mut().button_padding = egui::vec2(2.0, 1.0);
                        let name = egui::Button::selectable(is_chosen, rank.name.as_str()).frame_when_inactive(false).frame(false).wrap();
                        is_clicked |= ui.add(name).clicked();
                    });
                    for (group, count) in &rank.counts {
                        row.col(|ui| {
                            let Some(count) = *count else {
                                let unknown = words.text("origin-unknown");
                                ui.weak("?").on_hover_text(&unknown).widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &unknown));
                                return;
                            };
                            let name = texts::behind(group, count, ctx);
                            if number_link(ui, &widgets::number(words, count), &name, count == 0) {
                                *opens = Some(Opens::People(group.clone()));
                            }
                        });
                    }
                    row.col(|ui| {
                        ui.add(Label::new(RichText::new(rank.support.as_str()).size(13.0)).wrap().selectable(false));
                    });
                    row.col(|ui| {
                        if number_link(
                            ui,
                            &rank.lr,
                            &words.text_with("origin-lr-of", &crate::args! { "source" => rank.name.as_str(), "lr" => rank.lr.as_str() }),
                            false,
                        ) {
                            *opens = Some(Opens::Pair(Some(rank.id.clone()), None));
                        }
                    });
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
        let counts = rank.counts.iter().map(|(_, count)| count.map_or_else(|| "?".to_owned(), |count| widgets::number(words, count)));
        let rest = [&rank.support, &rank.lr].map(String::clone);
        std::iter::once(rank.name.clone()).chain(counts).chain(rest).collect()
    };
    ChartTable { header: COLUMNS.map(|title| words.text(&format!("origin-column-{title}"))).to_vec(), rows: texts.ranks.iter().map(row).collect() }
}
