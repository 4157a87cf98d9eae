//! Stars, tags and notes as commands reach them: what they are given to, and the panel of notes.

use super::App;
use crate::case::{Edit, annotate};
use crate::model::{Contents, Marks, NoteId, Thing};
use crate::ui::window::dialogs::{Dialog, TagForm};
use crate::ui::window::room::Room;
use crate::ui::window::session::Session;
use crate::ui::window::things;
use std::collections::BTreeMap;

impl App {
    /// What a star or a tag is given to: the rows chosen in a list, else what is selected.
    pub(super) fn targets(&self) -> Vec<Thing> {
        if !self.picked.is_empty() {
            return self.picked.clone();
        }
        self.trail.now().selection.as_ref().map(things::selected).into_iter().collect()
    }

    /// Changes the case as `make` says, if that changes anything.
    fn annotate(&mut self, make: impl FnOnce(&Contents) -> Option<Edit>) {
        let Some(session) = &mut self.session else { return };
        if let Some(edit) = make(session.case().contents()) {
            session.edit(edit);
        }
    }

    pub(super) fn toggle_star(&mut self) {
        let targets = self.targets();
        let are_starred = self.session.as_ref().is_some_and(|session| targets.iter().all(|thing| session.marks().is_starred(thing)));
        self.annotate(|contents| annotate::star(contents, &targets, !are_starred));
    }

    pub(super) fn ask_tag(&mut self, is_removing: bool) {
        let Some(marks) = self.session.as_ref().map(Session::marks) else { return };
        let things = self.targets();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        if is_removing {
            for tag in things.iter().flat_map(|thing| marks.tags_of(thing)) {
                *known.entry(tag.clone()).or_default() += 1;
            }
        } else {
            known = marks.tags().map(|(tag, count)| (tag.to_owned(), count)).collect();
        }
        self.dialog = Some(Dialog::Tags(TagForm::new(things, is_removing, known.into_iter().collect())));
    }

    pub(super) fn tag(&mut self, things: &[Thing], tag: &str, is_removing: bool) {
        self.annotate(|contents| if is_removing { annotate::remove_tag(contents, things, tag) } else { annotate::add_tag(contents, things, tag) });
    }

    pub(super) fn write_note(&mut self) {
        let targets = self.targets();
        let Some(session) = &mut self.session else { return };
        if let Some(edit) = self.rooms.notes.begin(targets, session.case().contents()) {
            session.edit(edit);
        }
        self.show_notes();
    }

    pub(super) fn edit_note(&mut self, id: NoteId) {
        let Some(session) = &mut self.session else { return };
        if let Some(edit) = self.rooms.notes.change(id, session.case().contents()) {
            session.edit(edit);
        }
        self.show_notes();
    }

    /// What is being written is not lost with the case: it is saved. With the shield up it waits behind it.
    pub(super) fn keep_draft(&mut self) {
        let Some(session) = self.session.as_mut().filter(|session| !session.is_read_only()) else { return };
        let rooms = self.rooms_behind.as_mut().unwrap_or(&mut self.rooms);
        if let Some(edit) = rooms.notes.finish(session.case().contents()) {
            session.edit(edit);
        }
    }

    /// The notes take the place of the details; where the panel is hidden it comes up for them.
    fn show_notes(&mut self) {
        self.settings.has_notes = true;
        self.settings.has_history = false;
        self.settings.has_inspector = true;
        if self.trail.now().room == Room::Start {
            self.go(Room::Overview, None);
        }
        self.keep_settings();
    }

    pub(super) fn toggle_notes(&mut self) {
        if self.settings.has_inspector && self.settings.has_notes {
            self.settings.has_notes = false;
            self.keep_settings();
        } else {
            self.show_notes();
        }
    }

    /// The details, in which a note that was chosen is read.
    pub(super) fn show_details(&mut self) {
        self.settings.has_notes = false;
        self.settings.has_history = false;
        self.settings.has_inspector = true;
    }

    /// Whether all, and whether any, of what is chosen bears a star or tag.
    pub(super) fn target_marks(&self, marks: &Marks) -> (usize, bool, bool) {
        let selected = self.trail.now().selection.as_ref().map(things::selected);
        let targets = if self.picked.is_empty() { selected.as_slice() } else { &self.picked };
        let are_starred = !targets.is_empty() && targets.iter().all(|thing| marks.is_starred(thing));
        (targets.len(), are_starred, targets.iter().any(|thing| !marks.tags_of(thing).is_empty()))
    }

    /// Back to where one was before searching.
    pub(super) fn leave_search(&mut self) {
        while self.trail.now().room == Room::Search && self.trail.can_go_back() {
            self.trail.back();
        }
        if self.trail.now().room == Room::Search {
            self.go(if self.session.is_some() { Room::Overview } else { Room::Start }, None);
        }
    }
}
