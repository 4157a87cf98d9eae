//! Messages: a table of what was received, a reader with the text, the original bytes and the headers, and the campaigns they make up.
//!
//! Further copies of a message are counted beside it, never dropped: a switch shows them all.

mod campaigns;
mod listing;
mod reader;

use crate::model::ImportKind;
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::{Room, RoomContext, RoomView, Selection};
use crate::ui::window::widgets;
use crate::ui::window::widgets::list::{List, Made, Spec};
use crate::ui::window::widgets::stamp::Stamp;
use campaigns::Campaigns;
use listing::{Listing, MessageCells, SUBJECT};
use reader::Reader;
use std::sync::Arc;

/// From this height on, in points, the reader stands below the list.
const LOW: f32 = 320.0;
/// From this width on, in points, it stands beside the list where there is no room below.
const WIDE: f32 = 560.0;

/// What is shown of the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    List,
    Campaigns,
}

/// View state.
#[derive(Default)]
pub struct MessagesRoom {
    shown: Shown,
    campaigns: Campaigns,
    list: List,
    /// Whether further copies have rows of their own.
    shows_copies: bool,
    rows: Made<(Stamp, bool), Listing>,
    reader: Reader,
}

impl RoomView for MessagesRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let messages = &ctx.case.contents().messages;
        if messages.is_empty() {
            let add = Command::AddFiles(Some(ImportKind::Messages));
            let (title, next) = (words.text("window-messages-empty"), words.text("window-messages-empty-next"));
            if kit::empty(ui, Icon::Room(Room::Messages), &title, &next, &[&words.text("window-messages-add")]).is_some() {
                commands.push(add);
            }
            return;
        }
        let copies = messages.iter().filter(|message| message.duplicate_of.is_some()).count();
        ui.horizontal(|ui| {
            ui.heading(words.text("window-room-messages"));
            ui.add_space(10.0);
            for (shown, id) in [(Shown::List, "campaign-view-list"), (Shown::Campaigns, "campaign-view-campaigns")] {
                ui.selectable_value(&mut self.shown, shown, words.text(id));
            }
        });
        ui.add_space(4.0);
        if self.shown == Shown::Campaigns {
            self.campaigns.ui(ui, ctx, commands);
            return;
        }
        if let Some(Selection::Message(id)) = ctx.selection
            && let Ok(at) = messages.binary_search_by_key(id, |message| message.id)
        {
            let (width, height) = (ui.available_width(), ui.available_height());
            // Below the list, beside it where that would leave neither enough, and not at all in a small pane: there the inspector has the text.
            let panel = if height >= LOW {
                Some(egui::Panel::bottom("reader").default_size(height * 0.5).size_range(140.0..=height - 120.0))
            } else {
                (width >= WIDE).then(|| egui::Panel::right("reader-beside").default_size(width * 0.5).size_range(240.0..=width - 240.0))
            };
            if let Some(panel) = panel {
                panel.resizable(true).show(ui, |ui| self.reader.ui(ui, &messages[at], ctx, commands));
            }
        }
        self.list(ui, ctx, copies, commands);
    }
}

impl MessagesRoom {
    fn list(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, copies: usize, commands: &mut Vec<Command>) {
        let Self { list, shows_copies, rows, .. } = self;
        if rows.as_ref().is_none_or(|((stamp, with_copies), ..)| !stamp.holds(ctx) || with_copies != shows_copies) {
            let listing = Arc::new(Listing::new(ctx, *shows_copies));
            *rows = Some(((Stamp::of(ctx), *shows_copies), Arc::clone(&listing), listing));
        }
        let Some((_, listing, rows)) = rows else { return };
        let selected = match ctx.selection {
            Some(Selection::Message(id)) => listing.row_of(*id),
            _ => None,
        };
        let spec = Spec { name_column: SUBJECT, ..Spec::new("messages", ctx.words.text("window-room-messages"), rows).selecting(selected) };
        let lead = |ui: &mut egui::Ui, _: &mut Vec<Command>| {
            if copies > 0 {
                widgets::show_boxes(ui);
                ui.checkbox(shows_copies, widgets::counted(ctx.words, "window-messages-copies", copies));
            }
        };
        if let Some(row) = list.show(ui, ctx, &spec, lead, &mut MessageCells { ctx, listing }, commands) {
            commands.push(Command::Select(Selection::Message(listing.message(row).id)));
        }
    }
}
