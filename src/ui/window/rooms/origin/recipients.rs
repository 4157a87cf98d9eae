//! Recipient by recipient: how probable each origin is.

use super::source_name;
use crate::analysis::{CampaignAnalysis, RecipientAnalysis};
use crate::model::CampaignId;
use crate::normalise::fold;
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::rooms::recipients::name_of;
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::table::{self, Sort};
use crate::ui::window::widgets::{self, text_field};
use crate::words::format;
use egui::Sense;
use egui_extras::{Column, TableBuilder};
use std::cmp::Ordering;

/// The view state.
#[derive(Default)]
pub struct OriginsView {
    filter: String,
    sort: Sort,
    list: Option<List>,
}

/// Who is shown, in order. Made when an input changes.
struct List {
    stamp: Stamp,
    campaign: CampaignId,
    filter: String,
    sort: Sort,
    total: usize,
    /// Index into the analysed recipients, and the name.
    rows: Vec<(usize, String)>,
}

impl OriginsView {
    /// Draws the table.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let Some(analysis) = ctx.analysis else { return };
        let is_current = |list: &List| list.campaign == campaign.id && list.filter == self.filter && list.sort == self.sort && list.stamp.holds(ctx);
        if !self.list.as_ref().is_some_and(is_current) {
            self.list = Some(self.make(ctx, campaign));
        }
        let Some(list) = &self.list else { return };
        ui.horizontal_wrapped(|ui| {
            text_field::filter_field(ui, &words.text("rooms-filter"), &mut self.filter, 220.0);
            let (few, all) = (widgets::number(words, list.rows.len()), widgets::number(words, list.total));
            ui.label(words.text_with("rooms-shown-of", &crate::args! { "shown" => few, "total" => all }));
        });
        ui.add_space(4.0);
        let sources = &campaign.attribution.origin_order;
        let sort = &mut self.sort;
        let column = |width: f32| Column::initial(width).at_least(50.0).resizable(true).clip(true);
        egui::ScrollArea::horizontal().id_salt("origins-across").auto_shrink([false, false]).show(ui, |ui| {
            TableBuilder::new(ui)
                .id_salt(("origins", sources.len()))
                .striped(true)
                .sense(Sense::CLICK)
                .auto_shrink([false, false])
                .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
                .column(column(92.0))
                .column(column(190.0))
                .columns(column(150.0), sources.len() + 1)
                .header(table::HEADER_HEIGHT, |mut row| {
                    table::sort_header(&mut row, &words.text("rooms-recipients-id"), 0, sort);
                    table::sort_header(&mut row, &words.text("rooms-recipients-name"), 1, sort);
                    for (at, source) in sources.iter().enumerate() {
                        table::sort_header(&mut row, source_name(source, ctx), at + 2, sort);
                    }
                    table::sort_header(&mut row, &words.text("rooms-none-of-the-files"), sources.len() + 2, sort);
                })
                .body(|body| {
                    body.rows(table::ROW_HEIGHT, list.rows.len(), |mut row| {
                        let (at, name) = &list.rows[row.index()];
                        let Some(known) = analysis.recipients.get(*at) else { return };
                        let is_selected = matches!(ctx.selection, Some(Selection::Recipient(id)) if *id == known.id);
                        row.set_selected(is_selected);
                        let mut is_clicked = false;
                        row.col(|ui| is_clicked |= table::row_name(ui, is_selected, known.id.as_str()));
                        row.col(|ui| table::text_cell(ui, name));
                        for column in 0..=sources.len() {
                            let p = probability(known, campaign, column);
                            row.col(|ui| share_cell(ui, p, &format::percent(p, words.language())));
                        }
                        if is_clicked || row.response().clicked() {
                            commands.push(Command::Select(Selection::Recipient(known.id.clone())));
                        }
                    });
                });
        });
    }

    fn make(&self, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> List {
        let contents = ctx.case.contents();
        let analysed = ctx.analysis.map_or(&[][..], |analysis| &analysis.recipients);
        let members = campaign.members(contents);
        let filter = fold(&self.filter);
        let mut total = 0;
        let mut rows: Vec<(usize, String)> = Vec::new();
        for (at, known) in analysed.iter().enumerate() {
            let Some(recipient) = contents.recipient(&known.id).filter(|one| one.received && members.contains(&one.id)) else { continue };
            total += 1;
            let name = name_of(recipient);
            if filter.is_empty() || fold(&format!("{} {name}", known.id)).contains(&filter) {
                rows.push((at, name));
            }
        }
        let sort = self.sort;
        let by = |(a, name): &(usize, String), (b, other): &(usize, String)| -> Ordering {
            match sort.column {
                0 => a.cmp(b),
                1 => name.cmp(other),
                column => probability(&analysed[*b], campaign, column - 2).total_cmp(&probability(&analysed[*a], campaign, column - 2)),
            }
        };
        if sort.column == 1 {
            rows.sort_by_cached_key(|(at, name)| (fold(name), *at));
            if sort.is_descending {
                rows.reverse();
            }
        } else {
            rows.sort_by(|a, b| if sort.is_descending { by(b, a) } else { by(a, b) });
        }
        List { stamp: Stamp::of(ctx), campaign: campaign.id.clone(), filter: self.filter.clone(), sort, total, rows }
    }
}

/// Probability of the origin in `column`, in the order of the candidates; the last column is "none".
fn probability(known: &RecipientAnalysis, campaign: &CampaignAnalysis, column: usize) -> f64 {
    match campaign.attribution.origin_order.get(column) {
        Some(source) => known.origins.iter().find(|(id, _)| id == source).map_or(0.0, |(_, p)| *p),
        None => known.none,
    }
}

/// A probability as a number over a faint bar.
fn share_cell(ui: &mut egui::Ui, share: f64, text: &str) {
    let rect = ui.max_rect();
    let bar = egui::Rect::from_min_size(rect.min, egui::vec2(rect.width() * share.clamp(0.0, 1.0) as f32, rect.height()));
    ui.painter().rect_filled(bar.shrink2(egui::vec2(0.0, 3.0)), 2.0, crate::ui::window::theme::tokens(ui).accent_soft);
    table::text_cell(ui, text);
}
