//! Giving a tag to what is chosen, or taking one off.

use super::{Answer, buttons};
use crate::model::Thing;
use crate::words::{Words, format};
use egui::{Key, TextEdit, Ui};

/// The tags of what is chosen.
pub struct TagForm {
    /// What is chosen.
    things: Vec<Thing>,
    /// A tag is taken off.
    is_removing: bool,
    /// Tags that can be chosen, with how many things have them.
    known: Vec<(String, usize)>,
    typed: String,
    is_new: bool,
}

impl TagForm {
    /// Asks for a tag.
    pub fn new(things: Vec<Thing>, is_removing: bool, known: Vec<(String, usize)>) -> Self {
        Self { things, is_removing, known, typed: String::new(), is_new: true }
    }

    /// Draws the dialog.
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        let id = if self.is_removing { "notes-tag-dialog-remove" } else { "notes-tag-dialog-add" };
        ui.heading(words.text_with(id, &crate::args! { "n" => self.things.len() }));
        ui.add_space(6.0);
        let mut chosen = None;
        if !self.is_removing {
            let label = ui.label(words.text("notes-tag-name"));
            let field = ui.add(TextEdit::singleline(&mut self.typed).desired_width(f32::INFINITY)).labelled_by(label.id);
            if std::mem::take(&mut self.is_new) {
                field.request_focus();
            }
            ui.add_space(4.0);
        }
        if !self.known.is_empty() {
            let id = if self.is_removing { "notes-tag-which" } else { "notes-tag-known" };
            ui.weak(words.text(id));
        }
        egui::ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                for (tag, count) in &self.known {
                    if ui.button(format!("{tag} · {}", format::count(*count as u64, words.language()))).clicked() {
                        chosen = Some(tag.clone());
                    }
                }
            });
        });
        let answer = |tag: String| Answer::Tag { things: self.things.clone(), tag, is_removing: self.is_removing };
        if let Some(tag) = chosen {
            return Some(answer(tag));
        }
        if self.is_removing {
            ui.add_space(10.0);
            let is_closed = ui.button(words.text("window-cancel")).clicked() || ui.input(|input| input.key_pressed(Key::Escape));
            return is_closed.then_some(Answer::Dismiss);
        }
        match buttons(ui, &words.text("notes-tag-add"), words) {
            Some(true) if !self.typed.trim().is_empty() => Some(answer(self.typed.clone())),
            Some(false) => Some(Answer::Dismiss),
            _ => None,
        }
    }
}
