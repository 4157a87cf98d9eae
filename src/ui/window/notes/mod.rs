//! Stars, tags and notes: the panel of all notes with its editor, what stands beside the thing that is selected, and the signs lists show.
//!
//! What is typed is a draft until it is saved, in the panel, so that it stays while one looks for what it shall cite. Closing the case saves it.

pub mod beside;
mod card;
mod editor;
pub mod filter;
pub mod signs;

use super::command::Command;
use super::kit;
use super::room::RoomContext;
use super::theme::{self, tokens};
use super::widgets::text_field;
use crate::case::{Edit, annotate};
use crate::model::{Contents, Note, NoteId, Thing};
use crate::normalise::fold;
use crate::words::format;
use editor::Draft;
use egui::{Label, RichText, ScrollArea, Ui};
use std::collections::BTreeMap;

/// The panel's state. Made anew with the rooms when the case changes, and put aside while the shield is up.
#[derive(Default)]
pub struct NotesPanel {
    filter: String,
    tag: Option<String>,
    draft: Option<Draft>,
}

impl NotesPanel {
    /// Begins a note about these things. A draft that says something is saved first.
    pub fn begin(&mut self, about: Vec<Thing>, contents: &Contents) -> Option<Edit> {
        let kept = self.finish(contents);
        self.draft = Some(Draft::new(Note { about, ..Note::default() }));
        kept
    }

    /// Changes a note.
    pub fn change(&mut self, id: NoteId, contents: &Contents) -> Option<Edit> {
        let kept = self.finish(contents);
        self.draft = contents.note(id).cloned().map(Draft::new);
        kept
    }

    /// What saves the draft; it is closed. `None` if there is nothing to save.
    pub fn finish(&mut self, contents: &Contents) -> Option<Edit> {
        let draft = self.draft.take()?;
        // A note emptied by hand is taken out by whoever presses Save, not by going elsewhere.
        if draft.note.text.trim().is_empty() { None } else { annotate::write_note(contents, draft.dated()) }
    }

    /// Draws the panel.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        kit::room_for_scroll_bar(ui);
        // The editor scrolls with the rest, so that in a low window all of it can be reached.
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| self.contents(ui, ctx, commands));
    }

    fn contents(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        if let Some(draft) = &mut self.draft {
            if draft.ui(ui, ctx, commands) {
                self.draft = None;
            }
            ui.add_space(theme::GAP);
        } else {
            ui.horizontal(|ui| ctx.offer().button(ui, Command::WriteNote, true, commands));
        }
        let contents = ctx.case.contents();
        if contents.notes.is_empty() {
            if self.draft.is_none() {
                ui.add_space(6.0);
                ui.add(Label::new(RichText::new(words.text("notes-empty")).color(tokens(ui).text_weak)).wrap());
            }
            return;
        }
        text_field::filter_field(ui, &words.text("notes-filter-text"), &mut self.filter, ui.available_width());
        let tags = tags(ctx);
        // A tag that is gone keeps nothing out.
        self.tag.take_if(|tag| !tags.contains_key(tag.as_str()));
        if !tags.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.weak(words.text("notes-tags"));
                for (tag, count) in tags {
                    let is_chosen = self.tag.as_deref() == Some(tag);
                    let text = format!("{tag} · {}", format::count(count as u64, words.language()));
                    if ui.selectable_label(is_chosen, text).clicked() {
                        self.tag = (!is_chosen).then(|| tag.to_owned());
                    }
                }
            });
        }
        let shown = self.shown(ctx);
        let args = crate::args! {
            "shown" => format::count(shown.len() as u64, words.language()), "total" => format::count(contents.notes.len() as u64, words.language()),
        };
        ui.weak(words.text_with("rooms-shown-of", &args));
        for note in shown {
            ui.push_id(note.id.0, |ui| kit::tight_card(ui, |ui| card::ui(ui, note, ctx, commands)));
            ui.add_space(2.0);
        }
    }

    /// The notes that are shown, newest first.
    fn shown<'a>(&self, ctx: &RoomContext<'a>) -> Vec<&'a Note> {
        let filter = fold(&self.filter);
        let keeps = |note: &&Note| {
            (filter.is_empty() || fold(&note.text).contains(&filter))
                && self.tag.as_ref().is_none_or(|tag| tags_of(note, ctx).contains(&tag.as_str()))
        };
        let mut shown: Vec<&Note> = ctx.case.contents().notes.iter().filter(keeps).collect();
        shown.sort_by_key(|note| std::cmp::Reverse((note.written_at, note.id)));
        shown
    }
}

fn tags_of<'a>(note: &Note, ctx: &RoomContext<'a>) -> Vec<&'a str> {
    let own = ctx.marks.tags_of(&Thing::Note(note.id)).iter();
    let mut tags: Vec<&str> = own.chain(note.about.iter().flat_map(|thing| ctx.marks.tags_of(thing))).map(String::as_str).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// The tags notes can be chosen by, their own and those of what they are about, with how many notes each leaves.
fn tags<'a>(ctx: &RoomContext<'a>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for note in &ctx.case.contents().notes {
        for tag in tags_of(note, ctx) {
            *counts.entry(tag).or_default() += 1;
        }
    }
    counts
}
