//! A note as it is read: what it is about, its text with links to what it cites, its tags, and when it was written.

use super::signs;
use crate::case::annotate;
use crate::model::{Note, Piece, Thing};
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use crate::ui::window::things;
use egui::{Label, RichText, Ui};

/// Draws a note.
pub fn ui(ui: &mut Ui, note: &Note, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let (words, contents) = (ctx.words, ctx.case.contents());
    let thing = Thing::Note(note.id);
    ui.horizontal(|ui| {
        let is_starred = ctx.marks.is_starred(&thing);
        let is_writable = Command::WriteNote.why_not(&ctx.state).is_none();
        let name = words.text_with("notes-star-note", &crate::args! { "n" => note.id.0 });
        if signs::star_button(ui, is_starred, is_writable, &name).on_hover_text(&name).clicked() {
            commands.extend(annotate::star(contents, std::slice::from_ref(&thing), !is_starred).map(Command::Edit));
        }
        let at = note.written_at.map(|at| kit::instant(&at.to_string(), words.language())).unwrap_or_default();
        ui.label(RichText::new(words.text_with("notes-card", &crate::args! { "n" => note.id.0, "at" => at })).small().color(tokens(ui).text_weak));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if kit::icon_button(ui, Icon::Close, &words.text("notes-remove"), is_writable).clicked() {
                commands.push(Command::Edit(annotate::remove_note(contents, note.id)));
            }
        });
    });
    if note.about.is_empty() {
        ui.label(RichText::new(words.text("notes-about-case")).small().color(tokens(ui).text_weak));
    } else {
        ui.label(RichText::new(words.text("notes-about")).small().color(tokens(ui).text_weak));
        for thing in note.about.iter().take(4) {
            go_link(ui, &things::name(thing, contents, words), thing, ctx, commands);
        }
        if note.about.len() > 4 {
            ui.weak(words.text_with("notes-about-more", &crate::args! { "n" => note.about.len() - 4 }));
        }
    }
    ui.add_space(3.0);
    text(ui, note, ctx, commands);
    for (at, thing) in note.cites.iter().enumerate() {
        let name = things::name(thing, contents, words);
        go_link(ui, &format!("[{}] {name}", at + 1), thing, ctx, commands);
    }
    ui.horizontal_wrapped(|ui| {
        for tag in ctx.marks.tags_of(&thing) {
            signs::chip(ui, tag);
        }
        let is_writable = Command::WriteNote.why_not(&ctx.state).is_none();
        if ui.add_enabled(is_writable, egui::Button::new(RichText::new(words.text("notes-change")).small()).small()).clicked() {
            commands.push(Command::EditNote(note.id));
        }
    });
}

/// The text, its citations as links.
fn text(ui: &mut Ui, note: &Note, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 2.0);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            for piece in note.pieces() {
                match piece {
                    Piece::Text(text) => {
                        ui.add(Label::new(text).wrap());
                    }
                    Piece::Cite(number, thing) => {
                        let name = things::name(thing, ctx.case.contents(), ctx.words);
                        if ui.link(format!("[{number}]")).on_hover_text(name).clicked() {
                            go(thing, ctx, commands);
                        }
                    }
                }
            }
        });
    });
}

/// A link that goes to a thing.
pub fn go_link(ui: &mut Ui, text: &str, thing: &Thing, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let link = ui.add(egui::Link::new(text)).on_hover_text(ctx.words.text("notes-go-tip"));
    if link.clicked() {
        go(thing, ctx, commands);
    }
}

/// Goes to where a thing is at home; a note is only selected.
pub fn go(thing: &Thing, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let Some(selection) = things::selection(thing, ctx.case.contents()) else { return };
    commands.push(match things::room(thing) {
        Some(room) => Command::Show(room, selection),
        None => Command::Select(selection),
    });
}
