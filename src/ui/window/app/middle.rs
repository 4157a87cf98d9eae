//! The middle of the window while a case is open: one room, or several in panes.

use super::seen::{Beside, Seen, room_context};
use crate::ui::window::command::{Command, CommandState};
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::panes::{Docking, Panes};
use crate::ui::window::room::{ReviewView, Room, Selection};
use crate::ui::window::rooms::Rooms;
use crate::words::Words;
use egui::{Id, Ui, UiBuilder};

/// Rooms that are read rather than searched are no wider, in points: on a very large screen their lines would run out of sight.
pub(super) const READING: f32 = 1240.0;

/// What the rooms are drawn from.
pub(super) struct Middle<'a> {
    /// `None` while the shield is up and its view is not ready.
    pub(super) seen: Option<&'a Seen<'a>>,
    /// Why the shield's view will not be ready.
    pub(super) failed: Option<&'a str>,
    pub(super) selection: Option<&'a Selection>,
    pub(super) review: ReviewView<'a>,
    pub(super) beside: Beside<'a>,
    pub(super) state: CommandState,
    pub(super) words: &'a Words,
}

impl Middle<'_> {
    /// Draws the room that is in front, and those beside it.
    pub(super) fn ui(&self, ui: &mut Ui, rooms: &mut Rooms, panes: &mut Panes, now: Room, commands: &mut Vec<Command>) {
        let lists = self.beside.lists;
        if !panes.is_split() || self.seen.is_none() {
            return self.room(ui, rooms, now, commands);
        }
        let mut draw = |ui: &mut Ui, room, is_front| {
            lists.enter(is_front);
            self.room(ui, rooms, room, commands);
        };
        let happened = panes.ui(ui, Docking::new(self.words, &mut draw));
        lists.enter(true);
        // Before what was asked in the pane: it is asked of the pane then in front.
        if let Some(room) = happened.front {
            commands.insert(0, Command::FocusPane(room));
        }
        if let Some(room) = happened.closed {
            commands.push(Command::ClosePane(Some(room)));
        }
    }

    fn room(&self, ui: &mut Ui, rooms: &mut Rooms, room: Room, commands: &mut Vec<Command>) {
        let words = self.words;
        if let (Some(seen), Some(view)) = (self.seen, rooms.view(room)) {
            let ctx = room_context(seen, self.selection, self.review, self.beside, self.state, words);
            // The same in whatever pane it stands, so that nothing scrolls back when panes change.
            let place = UiBuilder::new().scope_id(Id::unique(("room", room as u8)));
            ui.scope_builder(place, |ui| {
                if room == Room::Origin {
                    ui.set_max_width(READING.min(ui.available_width()));
                }
                view.ui(ui, &ctx, commands);
            });
        } else {
            // The shield is up and the veiled view is not ready: nothing is better than too much.
            let next = self
                .failed
                .map_or_else(|| words.text("frame-shield-rising-next"), |why| words.text_with("frame-shield-failed", &crate::args! { "why" => why }));
            kit::empty(ui, Icon::Shield, &words.text("frame-shield-rising"), &next, &[]);
        }
    }
}
