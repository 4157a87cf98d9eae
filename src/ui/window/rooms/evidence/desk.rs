//! The add desk: files are chosen, typed or dropped; each says what it is and shows what is in it; all come in by one transaction or not at all.

use super::folder::{self, LeftOut};
use super::item::{Item, State};
use super::{detail, form, kind_text, peek};
use crate::model::{ImportKind, ImportReport};
use crate::ui::window::command::Command;
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::jobs;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::picker::{Pick, Picker};
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::{self, tokens};
use crate::words::Words;
use egui::{Key, RichText, ScrollArea, TextEdit, Ui};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Files looked into at the same time: a folder may hold hundreds.
const LOOKS: usize = 4;

/// View state of the desk.
#[derive(Default)]
pub struct Desk {
    items: Vec<Item>,
    current: usize,
    /// What files are added as, if the user came here from a room that needs a certain kind.
    kind: Option<ImportKind>,
    typed: String,
    picker: Picker,
    problem: Option<String>,
    is_importing: bool,
    done: Option<Vec<ImportReport>>,
    /// Folders that could not be read, and what there was too much of.
    left_out: Vec<LeftOut>,
    /// Texts pasted since the desk was opened, to number them.
    pasted: usize,
}

impl Desk {
    /// Puts files on the desk.
    pub fn add(&mut self, kind: Option<ImportKind>, paths: Vec<PathBuf>) {
        if kind.is_some() {
            self.kind = kind;
        }
        self.done = None;
        self.problem = None;
        self.left_out.clear();
        for path in paths {
            if self.items.iter().any(|item| item.path == path) {
                continue;
            }
            if path.is_dir() {
                // A folder stands for the files in it and in its folders.
                let found = folder::files(&path);
                let known: BTreeSet<PathBuf> = self.items.iter().map(|item| item.path.clone()).collect();
                self.items.extend(found.files.into_iter().filter(|path| !known.contains(path)).map(|path| Item::new(path, self.kind)));
                self.left_out.extend(found.left_out);
            } else {
                self.items.push(Item::new(path, self.kind));
            }
            self.current = self.items.len().saturating_sub(1);
        }
    }

    /// Puts a text on the desk that was pasted, or room for one.
    pub fn paste(&mut self, text: String, words: &Words) {
        self.done = None;
        self.pasted += 1;
        let name = words.text_with("window-desk-pasted-name", &crate::args! { "n" => self.pasted });
        self.items.push(Item::pasted(name, text, self.kind));
        self.current = self.items.len() - 1;
    }

    /// An import has ended.
    pub fn imported(&mut self, result: Result<Vec<ImportReport>, String>) {
        if !std::mem::take(&mut self.is_importing) {
            return;
        }
        match result {
            Ok(reports) => {
                self.items.clear();
                self.current = 0;
                self.kind = None;
                self.done = Some(reports);
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Draws the desk. True when the user leaves it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) -> bool {
        let words = ctx.words;
        let wake = jobs::repaint(ui.ctx());
        let mut looking = self.items.iter().filter(|item| item.is_looking()).count();
        for item in &mut self.items {
            let was_looking = item.is_looking();
            item.tend(looking < LOOKS, &wake, words);
            looking = looking + usize::from(item.is_looking()) - usize::from(was_looking);
        }
        if looking < LOOKS && self.items.iter().any(Item::is_waiting) {
            ui.request_repaint();
        }
        if let Some(paths) = self.picker.take() {
            self.add(None, paths);
        }
        if !self.is_importing
            && let Some(text) = pasted(ui)
        {
            self.paste(text, words);
        }
        let mut is_left = false;
        ui.horizontal(|ui| {
            ui.heading(words.text("window-desk-title"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                is_left = ui.button(words.text("window-desk-leave")).clicked();
            });
        });
        self.chooser(ui, words, &wake, commands);
        if let Some(reports) = &self.done {
            return done(ui, reports, words) || is_left;
        }
        if self.items.is_empty() {
            ui.add_space(theme::GAP);
            kit::empty(
                ui,
                Icon::Room(crate::ui::window::room::Room::Evidence),
                &words.text("window-desk-empty"),
                &words.text("window-desk-empty-next"),
                &[],
            );
            return is_left;
        }
        egui::Panel::bottom("desk actions").show_separator_line(false).show(ui, |ui| self.actions(ui, words, commands));
        egui::Panel::left("desk files").default_size(230.0).size_range(160.0..=360.0).show(ui, |ui| self.files(ui, words));
        let room = egui::Frame::new().inner_margin(egui::Margin { left: 14, ..egui::Margin::ZERO });
        egui::CentralPanel::default().frame(room).show(ui, |ui| {
            if self.is_importing {
                ui.disable();
            }
            ScrollArea::vertical().auto_shrink([false, false]).id_salt("desk item").show(ui, |ui| {
                self.current = self.current.min(self.items.len() - 1);
                let current = self.current;
                let item = &mut self.items[current];
                ui.push_id(("item", current), |ui| {
                    form::ui(ui, item, ctx);
                    ui.add_space(theme::GAP);
                    peek::ui(ui, item, words);
                });
            });
        });
        is_left
    }

    fn chooser(&mut self, ui: &mut Ui, words: &Words, wake: &jobs::Wake, commands: &mut Vec<Command>) {
        ui.horizontal(|ui| {
            if kit::primary(ui, &words.text("window-desk-choose")).on_hover_text(words.text("window-choose-tip")).clicked() {
                self.picker.open(Pick::Files, words.text("window-desk-title"), wake);
            }
            let paste = Command::PasteText;
            if ui.button(paste.text(words)).on_hover_text(paste.tooltip(words)).clicked() {
                commands.push(paste);
            }
            let label = ui.label(words.text("window-desk-type"));
            let width = (ui.available_width() - 100.0).max(120.0);
            let field = ui.add(TextEdit::singleline(&mut self.typed).desired_width(width)).labelled_by(label.id);
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let is_clicked = ui.add_enabled(!self.typed.trim().is_empty(), egui::Button::new(words.text("window-desk-add"))).clicked();
            if (is_entered || is_clicked) && !self.typed.trim().is_empty() {
                let path = PathBuf::from(self.typed.trim());
                self.typed.clear();
                self.add(None, vec![path]);
            }
        });
        ui.weak(words.text("window-desk-drop"));
        ui.add_space(4.0);
    }

    fn files(&mut self, ui: &mut Ui, words: &Words) {
        let mut removed = None;
        ScrollArea::vertical().auto_shrink([false, false]).id_salt("desk files").show(ui, |ui| {
            for (at, item) in self.items.iter().enumerate() {
                ui.horizontal(|ui| {
                    let t = tokens(ui);
                    let state = item.state();
                    let (icon, ink) = match state {
                        State::Ready => (Icon::Check, t.good),
                        State::Looking => (Icon::Next, t.text_weak),
                        State::Incomplete | State::Unusable => (Icon::Warning, t.caution),
                    };
                    icons::show(ui, 16.0, icon, ink);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let name = words.text_with("window-desk-remove", &crate::args! { "file" => item.name() });
                        if kit::icon_button(ui, Icon::Close, &name, !self.is_importing).clicked() {
                            removed = Some(at);
                        }
                        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                            let button = egui::Button::selectable(at == self.current, item.name()).wrap();
                            if ui.add(button).on_hover_text(item.path.display().to_string()).clicked() {
                                self.current = at;
                            }
                            let about = words.text_with(state.id(), &crate::args! { "kind" => kind_text(item.kind, words) });
                            // Under the letters of the name, which has a margin as a button.
                            let left = ui.spacing().button_padding.x as i8;
                            egui::Frame::new().inner_margin(egui::Margin { left, ..egui::Margin::ZERO }).show(ui, |ui| {
                                ui.add(egui::Label::new(RichText::new(about).small().color(t.text_weak)).truncate());
                            });
                        });
                    });
                });
            }
        });
        if let Some(at) = removed {
            self.items.remove(at);
            // What was said of it goes with it.
            self.problem = None;
            self.current = self.current.min(self.items.len().saturating_sub(1));
        }
    }

    fn actions(&mut self, ui: &mut Ui, words: &Words, commands: &mut Vec<Command>) {
        ui.add_space(6.0);
        if let Some(problem) = &self.problem {
            kit::note(ui, Tone::Bad, problem);
        }
        let missing = self.items.iter().find_map(|item| item.request().err().map(|problem| (item.name(), problem)));
        if let Some((name, problem)) = &missing {
            kit::note(ui, Tone::Caution, &format!("{name} — {}", words.text(problem)));
        }
        for left_out in &self.left_out {
            kit::note(ui, Tone::Caution, &left_out.text(words));
        }
        let unusable = self.items.iter().filter(|item| item.state() == State::Unusable).count();
        if unusable > 0 && !self.is_importing {
            kit::note(ui, Tone::Caution, &words.text_with("window-desk-unusable", &crate::args! { "n" => unusable }));
        }
        ui.horizontal(|ui| {
            let text = words.text_with("window-desk-import", &crate::args! { "n" => self.items.len() });
            let can_import = missing.is_none() && unusable == 0 && !self.is_importing;
            let import = ui.add_enabled_ui(can_import, |ui| kit::primary(ui, &text)).inner;
            if import.on_hover_text(words.text("window-command-import-tip")).clicked() {
                self.problem = None;
                self.is_importing = true;
                commands.push(Command::Import(self.items.iter().filter_map(|item| item.request().ok()).collect()));
            }
            if unusable > 0 && !self.is_importing {
                let text = words.text_with("window-desk-set-aside", &crate::args! { "n" => unusable });
                if ui.button(text).on_hover_text(words.text("window-desk-set-aside-tip")).clicked() {
                    self.items.retain(|item| item.state() != State::Unusable);
                    self.current = self.current.min(self.items.len().saturating_sub(1));
                    self.problem = None;
                }
            }
            if self.is_importing {
                ui.label(RichText::new(words.text("window-desk-importing")).color(tokens(ui).text_weak));
            } else {
                ui.weak(words.text("window-desk-all-or-none"));
            }
        });
    }
}

/// A text pasted where no field takes it.
fn pasted(ui: &Ui) -> Option<String> {
    if ui.memory(|memory| memory.focused().is_some()) {
        return None;
    }
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => None,
        })
    })
}

/// What came of the import. True when the user goes to the evidence.
fn done(ui: &mut Ui, reports: &[ImportReport], words: &Words) -> bool {
    let mut is_left = false;
    kit::note(ui, Tone::Good, &words.text_with("window-desk-done", &crate::args! { "n" => reports.len() }));
    ui.add_space(4.0);
    if ui.button(words.text("window-desk-see")).clicked() {
        is_left = true;
    }
    ScrollArea::vertical().auto_shrink([false, false]).id_salt("desk done").show(ui, |ui| {
        for (at, report) in reports.iter().enumerate() {
            ui.push_id(("done", at), |ui| {
                ui.add_space(4.0);
                kit::card(ui, |ui| {
                    ui.set_width(ui.available_width());
                    detail::one(ui, report, words);
                });
            });
        }
    });
    is_left
}
