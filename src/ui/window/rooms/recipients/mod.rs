//! Recipients: the witness matrix, recipients and controls against the snapshots of every source; and the review of links, in its place.
//!
//! What is shown and in which order is worked out in `listing` when an input changes; drawing a frame only touches the rows in view.

mod cells;
pub mod links;
mod listing;
mod review;

pub use listing::name_of;

use crate::case::{Edit, Record};
use crate::chart::matrix::Presence;
use crate::model::{Answer, ImportKind, Recipient};
use crate::ui::window::command::Command;
use crate::ui::window::room::{LinkKey, RoomContext, RoomView, Selection};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::ui::window::widgets::{self, empty, facet, signs, text_field};
use egui::{Sense, vec2};
use egui_extras::{Column, TableBuilder};
use listing::{Listing, Wanted};
use review::Review;

/// Columns beside those of the matrix; they have the first numbers when it comes to sorting.
const FIXED_COLUMNS: usize = 7;
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
    review: Option<Review>,
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
        if let Some(review) = &mut self.review {
            review.ui(ui, ctx, commands);
            return;
        }
        self.toolbar(ui, ctx, commands);
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
            if !listing.links.is_empty() {
                ui.separator();
                facet::facet(ui, &words.text("links-facet"), &listing.links, &mut self.wanted.link);
            }
            self.wanted.marked.ui(ui, ctx.marks, words);
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
    /// Whether links are being reviewed instead of listed.
    pub fn is_reviewing(&self) -> bool {
        self.review.is_some()
    }

    /// Begins to review, or goes on, with this link if one is given.
    pub fn start_review(&mut self, link: Option<LinkKey>) {
        match (&mut self.review, link) {
            (Some(review), Some(link)) => review.show(link),
            (Some(_), None) => {}
            (None, link) => self.review = Some(Review::beginning_with(link)),
        }
    }

    /// Back to the list.
    pub fn stop_review(&mut self) {
        self.review = None;
    }

    /// The pair under review.
    pub fn pair(&self) -> Option<&LinkKey> {
        self.review.as_ref()?.current()
    }

    /// Whether both sides of it are on screen, so that it can be decided.
    pub fn is_pair_shown(&self) -> bool {
        self.review.as_ref().is_some_and(|review| review.pair().is_some())
    }

    /// Whether it is decided.
    pub fn is_pair_decided(&self) -> bool {
        self.review.as_ref().is_some_and(Review::is_decided)
    }

    /// To the next pair, or to the one before.
    pub fn step(&mut self, is_forward: bool) {
        if let Some(review) = &mut self.review {
            review.step(is_forward);
        }
    }

    /// Decides about the pair under review: the edit that writes it. `None` if nobody has seen the pair yet.
    pub fn judge(&mut self, answer: Answer, hides_scores: bool) -> Option<Edit> {
        self.review.as_mut()?.judge(answer, hides_scores)
    }

    /// Nothing the reviewer did is on its way into the case any more.
    pub fn settle(&mut self) {
        if let Some(review) = &mut self.review {
            review.settle();
        }
    }

    fn toolbar(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        ui.horizontal_wrapped(|ui| {
            text_field::filter_field(ui, &words.text("rooms-filter"), &mut self.wanted.filter, 220.0);
            if ui.button(Command::ToggleReview.text(words)).on_hover_text(Command::ToggleReview.tooltip(words)).clicked() {
                commands.push(Command::ToggleReview);
            }
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
        let Self { wanted, has_words_for_signs, listing: Some(listing), selected_before, .. } = self else { return };
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
                .column(column(92.0))
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
