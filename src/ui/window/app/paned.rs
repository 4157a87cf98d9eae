//! Panes as commands reach them, and as the settings keep them. How they are arranged and drawn is [`crate::ui::window::panes`]' work.

use super::App;
use crate::ui::window::panes::Side;
use crate::ui::window::panes::arranged::Arranged;
use crate::ui::window::room::Room;

impl App {
    /// Whether `room` can be seen, in front or beside.
    pub(super) fn is_seen(&self, room: Room) -> bool {
        let now = self.trail.now().room;
        now == room || (now != Room::Start && self.panes.visible().contains(&room))
    }

    /// Opens a pane with the room looked at last that has none; if there is no such, with the first of the rail that has none.
    pub(super) fn split(&mut self, side: Side) {
        let (places, now) = self.trail.places();
        let before = places.iter().take(now).rev().map(|place| place.room);
        let room = before.chain(Room::ALL.into_iter().skip(2)).chain([Room::Search]).find(|room| *room != Room::Start && !self.panes.has(*room));
        if let Some(room) = room {
            self.open_pane(room, side);
        }
    }

    pub(super) fn open_pane(&mut self, room: Room, side: Side) {
        self.panes.open(room, side);
        self.go(room, None);
    }

    pub(super) fn next_pane(&mut self) {
        if let Some(room) = self.panes.advance() {
            self.trail.stand_in(room);
        }
    }

    pub(super) fn close_pane(&mut self, room: Option<Room>) {
        let closed = room.or_else(|| self.panes.in_front());
        if let Some(room) = closed.and_then(|room| self.panes.close(room))
            && self.trail.now().room != Room::Start
        {
            self.trail.stand_in(room);
        }
    }

    /// Remembers how panes are arranged, once nobody drags them any more.
    pub(super) fn keep_panes(&mut self, ui: &egui::Ui) {
        if ui.input(|input| input.pointer.any_down()) {
            return;
        }
        let now = Arranged::of(&self.panes);
        if now != self.settings.panes {
            self.settings.panes = now;
            self.keep_settings();
        }
    }
}
