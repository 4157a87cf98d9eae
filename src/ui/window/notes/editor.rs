//! Writing a note: its text, and picking what it cites – what is selected, or anything by its name after `[[`.

use crate::case::annotate;
use crate::model::{Contents, Note, Thing};
use crate::normalise::fold;
use crate::search::Documents;
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use crate::ui::window::things;
use crate::ui::window::widgets::text_field;
use crate::words::Words;
use egui::text_edit::TextEditState;
use egui::{Id, Key, Modifiers, RichText, TextEdit, Ui};

/// So many things are offered at a time.
const OFFERED: usize = 6;
/// So many of the things a note is about are named.
const NAMED: usize = 2;

/// A note being written.
pub struct Draft {
    /// As it stands.
    pub note: Note,
    picker: Option<Picker>,
    /// The character the next citation goes to.
    cursor: usize,
    is_new: bool,
}

/// Everything that can be cited, by name.
struct Picker {
    query: String,
    things: Vec<(Thing, String, String)>,
}

impl Picker {
    fn new(contents: &Contents, words: &Words) -> Self {
        let name = |thing: Thing| {
            let name = things::name(&thing, contents, words);
            let folded = fold(&name);
            (thing, name, folded)
        };
        Self { query: String::new(), things: Documents::new(contents).things().into_iter().map(name).collect() }
    }
}

impl Draft {
    /// Begins with a note.
    pub fn new(note: Note) -> Self {
        let cursor = note.text.chars().count();
        Self { note, picker: None, cursor, is_new: true }
    }

    /// The note, written now.
    pub fn dated(self) -> Note {
        Note { written_at: Some(jiff::Timestamp::now()), ..self.note }
    }

    /// Draws the editor. True when it is done with.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) -> bool {
        let (words, contents) = (ctx.words, ctx.case.contents());
        kit::tight_card(ui, |ui| {
            self.about(ui, ctx);
            let id = Id::unique("note draft");
            let field = TextEdit::multiline(&mut self.note.text).id(id).desired_rows(6).desired_width(f32::INFINITY);
            let field = ui.add(field.hint_text(words.text("notes-editor-hint"))).accessible_name(words.text("notes-editor"));
            if std::mem::take(&mut self.is_new) {
                field.request_focus();
            }
            if let Some(range) = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range()) {
                self.cursor = usize::from(range.primary.index);
            }
            if field.changed() && self.picker.is_none() && self.before_cursor().ends_with("[[") {
                self.picker = Some(Picker::new(contents, words));
            }
            let is_sent = field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            let is_done = ui
                .horizontal(|ui| {
                    let is_saved = kit::primary(ui, &words.text("notes-save")).on_hover_text(words.text("notes-save-tip")).clicked();
                    let is_dropped = ui.button(words.text("window-cancel")).clicked();
                    if is_saved || is_sent {
                        let note = Note { written_at: Some(jiff::Timestamp::now()), ..self.note.clone() };
                        commands.extend(annotate::write_note(contents, note).map(Command::Edit));
                    }
                    is_saved || is_sent || is_dropped
                })
                .inner;
            self.citing(ui, ctx);
            for (at, thing) in self.note.cites.iter().enumerate() {
                let text = format!("[{}] {}", at + 1, things::name(thing, contents, words));
                ui.add(egui::Label::new(RichText::new(text).small().color(tokens(ui).text_weak)).truncate());
            }
            is_done
        })
    }

    fn about(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>) {
        let words = ctx.words;
        let weak = tokens(ui).text_weak;
        if self.note.about.is_empty() {
            ui.label(RichText::new(words.text("notes-about-case")).small().color(weak));
            return;
        }
        ui.label(RichText::new(words.text("notes-about")).small().color(weak));
        let mut dropped = None;
        for (at, thing) in self.note.about.iter().enumerate().take(NAMED) {
            ui.horizontal(|ui| {
                let name = things::name(thing, ctx.case.contents(), words);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let tip = words.text_with("notes-about-drop", &crate::args! { "thing" => name.as_str() });
                    if kit::icon_button(ui, Icon::Close, &tip, true).clicked() {
                        dropped = Some(at);
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(egui::Label::new(name).truncate()));
                });
            });
        }
        if self.note.about.len() > NAMED {
            ui.weak(words.text_with("notes-about-more", &crate::args! { "n" => self.note.about.len() - NAMED }));
        }
        if let Some(at) = dropped {
            self.note.about.remove(at);
        }
    }

    /// The ways to cite.
    fn citing(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>) {
        let (words, contents) = (ctx.words, ctx.case.contents());
        let selected = ctx.selection.map(things::selected).filter(|thing| *thing != Thing::Note(self.note.id));
        ui.horizontal_wrapped(|ui| {
            let tip = selected.as_ref().map_or_else(|| words.text("notes-cite-selection-none"), |thing| things::name(thing, contents, words));
            let button = ui.add_enabled(selected.is_some(), egui::Button::new(words.text("notes-cite-selection")));
            if button.on_hover_text(&tip).on_disabled_hover_text(&tip).clicked()
                && let Some(thing) = &selected
            {
                self.cite(thing);
            }
            let is_open = self.picker.is_some();
            if ui.add(egui::Button::new(words.text("notes-cite")).selected(is_open)).on_hover_text(words.text("notes-cite-tip")).clicked() {
                self.picker = if is_open { None } else { Some(Picker::new(contents, words)) };
            }
        });
        let Some(picker) = &mut self.picker else { return };
        text_field::filter_field(ui, &words.text("notes-cite-filter"), &mut picker.query, ui.available_width());
        let query = fold(&picker.query);
        let mut chosen = None;
        for (thing, name, _) in picker.things.iter().filter(|(_, _, folded)| folded.contains(&query)).take(OFFERED) {
            if ui.add(egui::Button::new(name.as_str()).frame(false).wrap_mode(egui::TextWrapMode::Truncate)).clicked() {
                chosen = Some(thing.clone());
            }
        }
        if let Some(thing) = chosen {
            self.cite(&thing);
            self.picker = None;
            ui.memory_mut(|memory| memory.request_focus(Id::unique("note draft")));
        }
    }

    fn before_cursor(&self) -> &str {
        let end = self.note.text.char_indices().nth(self.cursor).map_or(self.note.text.len(), |(at, _)| at);
        &self.note.text[..end]
    }

    /// Puts the number of a thing where one is writing, in the place of `[[` if that was typed.
    fn cite(&mut self, thing: &Thing) {
        let number = self.note.cite(thing);
        let before = self.before_cursor();
        let end = before.len();
        let start = before.strip_suffix("[[").map_or(end, str::len);
        let gap = if self.note.text[..start].is_empty() || self.note.text[..start].ends_with(char::is_whitespace) { "" } else { " " };
        let sign = format!("{gap}[{number}]");
        self.note.text.replace_range(start..end, &sign);
        self.cursor = self.note.text[..start].chars().count() + sign.chars().count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EvidenceId;

    #[test]
    fn a_citation_stands_where_one_writes_and_in_the_place_of_the_brackets() {
        let mut draft = Draft::new(Note { text: "Été :[[ fin".to_owned(), ..Note::default() });
        draft.cursor = 7;
        draft.cite(&Thing::Evidence(EvidenceId(7)));
        assert_eq!(draft.note.text, "Été : [1] fin");
        assert_eq!(draft.before_cursor(), "Été : [1]");
        draft.cursor = draft.note.text.chars().count();
        draft.cite(&Thing::Evidence(EvidenceId(8)));
        draft.cite(&Thing::Evidence(EvidenceId(7)));
        assert_eq!(draft.note.text, "Été : [1] fin [2] [1]");
    }
}
