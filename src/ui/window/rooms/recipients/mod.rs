//! Recipients: the witness matrix, recipients and controls against the snapshots of every source; and the review of links, in its place.
//!
//! The rows are made in `listing` when the case or the analysis changes; which are shown and in which order is the list's work.

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
use crate::ui::window::widgets::list::{List, Made, Spec};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::{self, empty, signs};
use cells::MatrixCells;
use egui::{Sense, vec2};
use listing::Listing;
use review::Review;
use std::sync::Arc;

const ROW_HEIGHT: f32 = 28.0;

/// The room.
#[derive(Default)]
pub struct RecipientsRoom {
    has_words_for_signs: bool,
    list: List,
    rows: Made<Stamp, Listing>,
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
        if ctx.matrix.is_none() {
            ui.weak(words.text(if ctx.is_analysing { "rooms-analysing" } else { "rooms-recipients-no-matrix" }));
        }
        let Self { has_words_for_signs, list, rows, .. } = self;
        if rows.as_ref().is_none_or(|(stamp, ..)| !stamp.holds(ctx)) {
            let listing = Arc::new(Listing::new(ctx));
            *rows = Some((Stamp::of(ctx), Arc::clone(&listing), listing));
        }
        let Some((_, listing, rows)) = rows else { return };
        let selected = match ctx.selection {
            Some(Selection::Recipient(id)) => listing.row_of(id),
            _ => None,
        };
        let spec = Spec {
            row_height: ROW_HEIGHT,
            natural: Some(0),
            ..Spec::new("recipients", words.text("window-room-recipients"), rows).selecting(selected)
        };
        let mut cells = MatrixCells { ctx, listing, has_words: *has_words_for_signs };
        if let Some(row) = list.show(ui, ctx, &spec, |_, _| {}, &mut cells, commands) {
            commands.push(Command::Select(Selection::Recipient(listing.recipient(row).id.clone())));
        }
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
}

/// The command that writes a changed recipient.
fn put(recipient: Recipient) -> Command {
    Command::Edit(Edit::Put { record: Box::new(Record::Recipient(recipient)) })
}
