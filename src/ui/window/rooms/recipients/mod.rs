//! Recipients: the witness matrix, recipients and controls against the snapshots of every source.
//!
//! What is shown and in which order is worked out in `listing` when an input changes; drawing a frame only touches the rows in view.

mod cells;
mod listing;

pub use listing::name_of;

use crate::case::{Edit, Record};
use crate::chart::matrix::Presence;
use crate::model::{ImportKind, Recipient};
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::ui::window::widgets::{self, empty, facet, signs, text_field};
use egui::{Sense, vec2};
use egui_extras::{Column, TableBuilder};
use listing::{Listing, Wanted};

/// Columns beside those of the matrix; they have the first numbers when it comes to sorting.
const FIXED_COLUMNS: usize = 6;
/// Two lines: the source and its snapshot.
const HEADER_HEIGHT: f32 = 40.0;
const ROW_HEIGHT: f32 = 28.0;

/// The room.
#[derive(Default)]
pub struct RecipientsRoom {
    wanted: Wanted,
    has_words_for_signs: bool,
    listing: Option<Listing>,
    /// What was selected in the last frame: a selection made elsewhere brings its row into view.
    selected_before: Option<Selection>,
}

impl RoomView for RecipientsRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        if ctx.case.contents().recipients.is_empty() {
            let (title, advice) = (words.text("rooms-recipients-empty"), words.text("rooms-recipients-empty-next"));
            let add = words.text("rooms-recipients-add");
            empty::empty_state(ui, &title, &advice, Some((&add, Command::AddFiles(Some(ImportKind::Recipients)))), commands);
            return;
        }
        self.toolbar(ui, ctx);
        let listing = match self.listing.take() {
            Some(listing) if listing.is_current(ctx, &self.wanted) => listing,
            Some(listing) => listing.renewed(ctx, &self.wanted),
            None => Listing::new(ctx, &self.wanted),
        };
        let listing = self.listing.insert(listing);
        ui.horizontal_wrapped(|ui| {
            let shown = widgets::number(words, listing.shown.len());
            let total = widgets::number(words, listing.entries.len());
            ui.label(words.text_with("rooms-shown-of", &crate::args! { "shown" => shown, "total" => total }));
            ui.separator();
            facet::facet(ui, &words.text("rooms-recipients-status"), &listing.status, &mut self.wanted.status);
            ui.separator();
            facet::facet(ui, &words.text("rooms-recipients-found-by"), &listing.found_by, &mut self.wanted.found_by);
        });
        if ctx.matrix.is_none() {
            ui.weak(words.text(if ctx.is_analysing { "rooms-analysing" } else { "rooms-recipients-no-matrix" }));
        }
        ui.add_space(4.0);
        if listing.shown.is_empty() {
            empty::nothing_here(ui, &words.text("rooms-nothing-matches"));
            return;
        }
        self.table(ui, ctx, commands);
    }
}

impl RecipientsRoom {
    fn toolbar(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>) {
        let words = ctx.words;
        ui.horizontal_wrapped(|ui| {
            text_field::filter_field(ui, &words.text("rooms-filter"), &mut self.wanted.filter, 220.0);
            ui.separator();
            for kind in [Presence::Present, Presence::OtherDetails, Presence::Absent, Presence::Unknown] {
                let (rect, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
                signs::presence(ui.painter(), rect.center(), kind, &ChartInk::of(ui));
                ui.label(signs::presence_text(kind, words));
                ui.add_space(4.0);
            }
            ui.separator();
            widgets::show_boxes(ui);
            ui.checkbox(&mut self.has_words_for_signs, words.text("rooms-recipients-in-words"));
        });
    }

    fn table(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let Self { wanted, has_words_for_signs, listing: Some(listing), selected_before } = self else { return };
        let columns = ctx.matrix.map_or(&[][..], |matrix| &matrix.columns);
        let column = |width: f32| Column::initial(width).at_least(44.0).resizable(true).clip(true);
        let scroll_to = listing.row_to_show(ctx, selected_before);
        egui::ScrollArea::horizontal().id_salt("recipients-across").auto_shrink([false, false]).show(ui, |ui| {
            let mut builder = TableBuilder::new(ui)
                .id_salt(("recipients", columns.len()))
                .striped(true)
                .sense(Sense::CLICK)
                .auto_shrink([false, false])
                .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
                .column(column(84.0))
                .column(column(160.0))
                .columns(column(96.0), columns.len())
                .column(column(84.0))
                .column(column(176.0))
                .column(column(190.0))
                .column(column(70.0));
            if let Some(row) = scroll_to {
                builder = builder.scroll_to_row(row, Some(egui::Align::Center));
            }
            builder.header(HEADER_HEIGHT, |mut row| cells::header(&mut row, ctx, columns, &mut wanted.sort)).body(|body| {
                body.rows(ROW_HEIGHT, listing.shown.len(), |mut row| {
                    let entry = &listing.entries[listing.shown[row.index()] as usize];
                    cells::row(&mut row, ctx, entry, columns.len(), *has_words_for_signs, commands);
                });
            });
        });
        if let Some(Command::Select(selection)) = commands.last() {
            *selected_before = Some(selection.clone());
        }
    }
}

/// The command that writes a changed recipient.
fn put(recipient: Recipient) -> Command {
    Command::Edit(Edit::Put { record: Box::new(Record::Recipient(recipient)) })
}
