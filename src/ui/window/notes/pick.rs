//! Choosing many rows of a list: Ctrl and a click adds a row to those chosen or takes it out, a plain click chooses it alone.

use crate::model::Thing;
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::things;
use egui::Response;

/// Whether a row is chosen together with others.
pub fn is_picked(selection: &Selection, ctx: &RoomContext<'_>) -> bool {
    ctx.picked.contains(&things::selected(selection))
}

/// What a click on a row asks for; `is_opened` if the name in it was clicked. A right click on a row that is not chosen chooses it, so that its menu is
/// about it.
pub fn clicked(row: &Response, is_opened: bool, selection: Selection, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    if row.secondary_clicked() && ctx.selection != Some(&selection) && !is_picked(&selection, ctx) {
        commands.push(Command::Select(selection));
    } else if is_opened || row.clicked() {
        let adds = row.ctx.input(|input| input.modifiers.command);
        commands.push(if adds { Command::Pick(toggled(&selection, ctx)) } else { Command::Select(selection) });
    }
}

fn toggled(selection: &Selection, ctx: &RoomContext<'_>) -> Vec<Thing> {
    let thing = things::selected(selection);
    let mut picked = ctx.picked.to_vec();
    if picked.is_empty() {
        // What is selected was chosen first, if it is of the same sort.
        let before = ctx.selection.map(things::selected);
        picked.extend(before.filter(|before| std::mem::discriminant(before) == std::mem::discriminant(&thing)));
    }
    match picked.iter().position(|it| *it == thing) {
        Some(at) => {
            picked.remove(at);
        }
        None => picked.push(thing),
    }
    picked
}
