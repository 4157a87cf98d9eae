//! The room Overview.

use crate::ui::window::command::Command;
use crate::ui::window::kit;
use crate::ui::window::room::{RoomContext, RoomView};

/// View state.
#[derive(Default)]
pub struct OverviewRoom {}

impl RoomView for OverviewRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, _commands: &mut Vec<Command>) {
        kit::room_title(ui, &ctx.words.text("window-room-overview"), "");
    }
}
