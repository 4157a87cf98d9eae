//! Recipient by recipient: how probable each origin is.

use super::source_name;
use crate::analysis::{CampaignAnalysis, RecipientAnalysis};
use crate::model::{CampaignId, RecipientId, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::rooms::recipients::name_of;
use crate::ui::window::widgets::list::{CellAt, Cells, Column, List, Made, Spec, TextCell, TextRows};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::table;
use crate::words::format;
use egui::vec2;
use std::sync::Arc;

/// Up to so many rows the list is as high as they are.
const FITTING: usize = 12;
/// Height of a longer one, bar and header included, in points.
const HEIGHT: f32 = 460.0;

/// The view state.
#[derive(Default)]
pub struct OriginsView {
    list: List,
    ids: Vec<RecipientId>,
    rows: Made<(Stamp, CampaignId), TextRows>,
}

impl OriginsView {
    /// Draws the table.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, commands: &mut Vec<Command>) {
        if self.rows.as_ref().is_none_or(|((stamp, of), ..)| *of != campaign.id || !stamp.holds(ctx)) {
            let (ids, rows) = texts(ctx, campaign);
            let rows = Arc::new(rows);
            self.ids = ids;
            self.rows = Some(((Stamp::of(ctx), campaign.id.clone()), Arc::clone(&rows), rows));
        }
        let Some((_, texts, rows)) = &self.rows else { return };
        let selected = match ctx.selection {
            Some(Selection::Recipient(id)) => self.ids.iter().position(|known| known == id),
            _ => None,
        };
        let spec = Spec::new("origins", ctx.words.text("origin-question-people"), rows).selecting(selected);
        let mut cells = ShareCells { texts, ids: &self.ids, ctx };
        // The page goes on below: a long list scrolls within a height of its own.
        let spec = Spec { natural: Some(0), fits: self.ids.len() <= FITTING, ..spec };
        let height = if spec.fits { 0.0 } else { HEIGHT };
        let mut opened = None;
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            if !spec.fits {
                ui.set_max_height(height);
            }
            opened = self.list.show(ui, ctx, &spec, |_, _| {}, &mut cells, commands);
        });
        if let Some(id) = opened.and_then(|row| self.ids.get(row)) {
            commands.push(Command::Select(Selection::Recipient(id.clone())));
        }
    }
}

/// Who received a message of the mailing, and how probable each origin is.
fn texts(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> (Vec<RecipientId>, TextRows) {
    let (contents, words) = (ctx.case.contents(), ctx.words);
    let members = campaign.members(contents);
    let sources = &campaign.attribution.origin_order;
    let mut columns =
        vec![Column::new("id", words.text("rooms-recipients-id"), 92.0), Column::new("name", words.text("rooms-recipients-name"), 190.0)];
    columns.extend(sources.iter().map(|source| Column::new(format!("from:{source}"), source_name(source, ctx), 150.0).passing()));
    columns.push(Column::new("none", words.text("rooms-none-of-the-files"), 150.0));
    let (mut ids, mut cells) = (Vec::new(), Vec::new());
    for known in ctx.analysis.map_or(&[][..], |analysis| &analysis.recipients) {
        let Some(recipient) = contents.recipient(&known.id).filter(|one| one.received && members.contains(&one.id)) else { continue };
        let shares = (0..=sources.len()).map(|column| {
            let p = probability(known, campaign, column);
            TextCell::number(format::percent(p, words.language()), Some(p))
        });
        cells.push([TextCell::new(known.id.as_str()), TextCell::new(name_of(recipient))].into_iter().chain(shares).collect());
        ids.push(known.id.clone());
    }
    let things = ids.iter().cloned().map(Thing::Recipient).collect();
    (ids, TextRows::new(columns, cells).of_things(things))
}

/// A probability is a number over a faint bar.
struct ShareCells<'a> {
    texts: &'a TextRows,
    ids: &'a [RecipientId],
    ctx: &'a RoomContext<'a>,
}

impl Cells for ShareCells<'_> {
    fn cell(&mut self, ui: &mut egui::Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        let Some(share) = self.texts.cell(at.row, at.column).number else { return false };
        share_cell(ui, share, at.text);
        true
    }

    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        self.ids.get(row).map(|id| about::recipient(id, self.ctx)).unwrap_or_default()
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
