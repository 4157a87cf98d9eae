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
use crate::words::format;
use campaigns::Campaigns;
use egui::TextEdit;
use listing::Listing;
use reader::Reader;

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
    listing: Listing,
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
            if self.shown == Shown::Campaigns {
                return;
            }
            ui.add_space(10.0);
            let label = ui.label(words.text("window-filter"));
            ui.add(TextEdit::singleline(&mut self.listing.filter).desired_width(200.0)).labelled_by(label.id);
            if copies > 0 {
                let text = words.text_with("window-messages-copies", &crate::args! { "n" => format::count(copies as u64, words.language()) });
                ui.checkbox(&mut self.listing.shows_copies, text);
            }
            self.listing.marked.ui(ui, ctx.marks, words);
            self.listing.refresh(ctx);
            let args = crate::args! {
                "shown" => format::count(self.listing.len() as u64, words.language()), "total" => format::count(messages.len() as u64, words.language()),
            };
            ui.weak(words.text_with("window-shown-of", &args));
        });
        ui.add_space(4.0);
        if self.shown == Shown::Campaigns {
            self.campaigns.ui(ui, ctx, commands);
            return;
        }
        if let Some(Selection::Message(id)) = ctx.selection
            && let Ok(at) = messages.binary_search_by_key(id, |message| message.id)
        {
            let height = ui.available_height();
            egui::Panel::bottom("reader").resizable(true).default_size(height * 0.5).size_range(140.0..=(height - 120.0).max(160.0)).show(ui, |ui| {
                self.reader.ui(ui, &messages[at], ctx, commands);
            });
        }
        kit::table_space(ui, |ui| self.listing.ui(ui, ctx, commands));
    }
}
