//! What stands beside the thing that is selected, above its details: its star and tags, its notes, and where it is cited.

use super::{card, signs};
use crate::case::annotate;
use crate::model::Thing;
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme::tokens;
use crate::ui::window::things;
use egui::{Button, RichText, Ui};
use std::collections::BTreeSet;

/// So many notes are named, the newest; the panel has all of them.
const NEWEST: usize = 4;

/// Star, tags, and the ways to write beside what is selected or chosen in a list.
pub fn head(ui: &mut Ui, selection: &Selection, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let thing = things::selected(selection);
    let targets: &[Thing] = if ctx.picked.is_empty() { std::slice::from_ref(&thing) } else { ctx.picked };
    if targets.len() > 1 {
        ui.label(RichText::new(words.text_with("notes-picked", &crate::args! { "n" => targets.len() })).strong());
    }
    let offer = ctx.offer();
    ui.horizontal_wrapped(|ui| {
        let command = Command::ToggleStar;
        let is_enabled = command.why_not(&ctx.state).is_none();
        let star = signs::star_button(ui, ctx.state.are_starred, is_enabled, &command.text(words));
        if offer.explained(star, &command).clicked() {
            commands.push(command);
        }
        let tags: BTreeSet<&str> = targets.iter().flat_map(|thing| ctx.marks.tags_of(thing)).map(String::as_str).collect();
        for tag in tags {
            // A click on a tag takes it off; the sign says so.
            let name = words.text_with("notes-tag-remove", &crate::args! { "tag" => tag });
            let button = ui.add_enabled(is_enabled, Button::new(RichText::new(format!("{tag} ×")).small()).small());
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_enabled, &name));
            if button.on_hover_text(&name).clicked() {
                commands.extend(annotate::remove_tag(ctx.case.contents(), targets, tag).map(Command::Edit));
            }
        }
        for command in [Command::AddTag, Command::WriteNote] {
            let is_enabled = command.why_not(&ctx.state).is_none();
            let button = ui.add_enabled(is_enabled, Button::new(RichText::new(command.text(words)).small()).small());
            if offer.explained(button, &command).clicked() {
                commands.push(command);
            }
        }
    });
    written(ui, selection, ctx, commands);
    ui.add_space(2.0);
    ui.separator();
}

/// Notes about what is selected, and notes that cite it.
fn written(ui: &mut Ui, selection: &Selection, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let (words, contents) = (ctx.words, ctx.case.contents());
    let Some(marked) = ctx.marks.get(&things::selected(selection)) else { return };
    for (title, notes) in [("notes-of-thing", &marked.notes), ("notes-cited-in", &marked.cited_in)] {
        if notes.is_empty() {
            continue;
        }
        ui.label(RichText::new(words.text(title)).small().color(tokens(ui).text_weak));
        for note in notes.iter().rev().take(NEWEST).filter_map(|id| contents.note(*id)) {
            card::go_link(ui, &things::opening(note), &Thing::Note(note.id), ctx, commands);
        }
        if notes.len() > NEWEST {
            ui.weak(words.text_with("notes-about-more", &crate::args! { "n" => notes.len() - NEWEST }));
        }
    }
}

/// A note that is selected.
pub fn note(ui: &mut Ui, id: crate::model::NoteId, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) -> bool {
    let Some(note) = ctx.case.contents().note(id) else { return false };
    ui.label(RichText::new(ctx.words.text_with("notes-thing-note", &crate::args! { "n" => id.0 })).small().color(tokens(ui).text_weak));
    ui.add_space(2.0);
    card::ui(ui, note, ctx, commands);
    true
}
