//! A room that is not there yet says so.

use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::{Room, RoomContext, RoomView};

/// Only its name.
pub struct Unfurnished(pub Room);

impl RoomView for Unfurnished {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, _commands: &mut Vec<Command>) {
        let title = ctx.words.text(self.0.name_id());
        kit::empty(ui, Icon::Room(self.0), &title, &ctx.words.text("window-room-missing"), &[]);
    }
}
