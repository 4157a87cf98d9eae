//! Small dialogs over the window: a new case, opening one, its passphrase, shortcuts, messages, about, closing during work.
//!
//! A dialog collects what is needed and answers once; the app acts on the answer. Beside every picker stands a field for a typed path, so that all
//! of it works where the desktop has no picker, and from the keyboard.

mod export;
mod notices;
mod results;
mod settings;
mod tags;

pub use export::SaveAs;
pub use results::SaveResults;
pub use settings::CaseSettings;
pub use tags::TagForm;

use super::command::{Command, Export};
use super::conclusion::Conclusion;
use super::jobs::Wake;
use super::kit::{self, Tone};
use super::log::Log;
use super::picker::{Pick, Picker};
use super::room::Room;
use super::tasks::Tasks;
use super::theme::tokens;
use crate::case::Edit;
use crate::model::Thing;
use crate::words::Words;
use egui::{Id, Key, Modal, RichText, TextEdit, Ui};
use secrecy::SecretString;
use std::path::PathBuf;
use zeroize::Zeroizing;

/// The dialog that is open.
pub enum Dialog {
    /// Make a case.
    New(NewCase),
    /// Open a case.
    Open(OpenCase),
    /// Ask for a passphrase.
    Passphrase(Passphrase),
    /// Save an export.
    Export(SaveAs),
    /// Save the results.
    Results(SaveResults),
    /// What is assumed about the incident as a whole.
    Settings(Box<CaseSettings>),
    /// A tag to give or to take off.
    Tags(TagForm),
    /// The keys, those of this room first.
    Shortcuts(Room),
    /// A conclusion about a sample.
    Conclusion(Box<Conclusion>),
    /// What this program is.
    About,
    /// Messages and errors.
    Messages,
    /// Leaving while something is written: the program, or by this command the case.
    Closing(Option<Box<Command>>),
}

/// What a dialog answers.
pub enum Answer {
    /// Make a case here.
    Create {
        /// Where.
        path: PathBuf,
        /// What it is called.
        title: String,
        /// Encrypted with this, or not at all.
        passphrase: Option<SecretString>,
    },
    /// Open this case.
    Open {
        /// Which.
        path: PathBuf,
        /// Its passphrase, if it was asked for.
        passphrase: Option<SecretString>,
    },
    /// Write this file.
    Export {
        /// Where.
        path: PathBuf,
        /// What.
        export: Export,
    },
    /// Make this change.
    Edit(Edit),
    /// Write the results into this folder.
    Results(PathBuf),
    /// Give things a tag, or take it off.
    Tag {
        /// Which things.
        things: Vec<Thing>,
        /// Which tag.
        tag: String,
        /// It is taken off.
        is_removing: bool,
    },
    /// Nothing; the dialog closes.
    Dismiss,
    /// Leave although something is being written: the program, or by this command the case.
    CloseAnyway(Option<Box<Command>>),
}

/// A new case.
#[derive(Default)]
pub struct NewCase {
    /// Its first field has had the focus.
    has_focus: bool,
    title: String,
    path: String,
    passphrase: Zeroizing<String>,
    again: Zeroizing<String>,
    picker: Picker,
    problem: Option<&'static str>,
}

/// Opening a case.
#[derive(Default)]
pub struct OpenCase {
    /// Its first field has had the focus.
    has_focus: bool,
    path: String,
    picker: Picker,
    problem: Option<&'static str>,
}

/// The passphrase of a case.
pub struct Passphrase {
    /// Its first field has had the focus.
    has_focus: bool,
    path: PathBuf,
    typed: Zeroizing<String>,
    was_wrong: bool,
}

impl Passphrase {
    /// Asks for the passphrase of the case at `path`.
    pub fn of(path: PathBuf, was_wrong: bool) -> Self {
        Self { has_focus: false, path, typed: Zeroizing::default(), was_wrong }
    }
}

impl Dialog {
    /// Draws the dialog. `Some` closes it.
    pub fn ui(
        &mut self,
        ctx: &egui::Context,
        log: &Log,
        tasks: &Tasks<'_>,
        words: &Words,
        wake: &Wake,
        commands: &mut Vec<Command>,
    ) -> Option<Answer> {
        let width = match self {
            Self::Messages => 640.0,
            Self::Shortcuts(_) => 760.0,
            Self::Conclusion(_) => 560.0,
            _ => 500.0,
        };
        let frame = egui::Frame::window(&ctx.global_style());
        let response = Modal::new(Id::unique("dialog")).frame(frame).show(ctx, |ui| {
            ui.set_width(width);
            match self {
                Self::New(dialog) => dialog.ui(ui, words, wake),
                Self::Open(dialog) => dialog.ui(ui, words, wake),
                Self::Passphrase(dialog) => dialog.ui(ui, words),
                Self::Export(dialog) => dialog.ui(ui, words, wake),
                Self::Settings(dialog) => dialog.ui(ui, words),
                Self::Results(dialog) => dialog.ui(ui, words, wake),
                Self::Tags(form) => form.ui(ui, words),
                Self::Shortcuts(room) => notices::shortcuts(ui, *room, words),
                Self::Conclusion(form) => form.ui(ui, words).then_some(Answer::Dismiss),
                Self::About => notices::about(ui, words),
                Self::Messages => notices::messages(ui, log, tasks, words, commands),
                Self::Closing(command) => notices::closing(ui, command.as_deref(), words),
            }
        });
        let is_dismissed = response.should_close();
        response.inner.or(is_dismissed.then_some(Answer::Dismiss))
    }
}

impl NewCase {
    fn ui(&mut self, ui: &mut Ui, words: &Words, wake: &Wake) -> Option<Answer> {
        ui.heading(words.text("window-new-title"));
        ui.add_space(6.0);
        let label = ui.label(words.text("window-new-name"));
        let name = ui.add(TextEdit::singleline(&mut self.title).desired_width(f32::INFINITY)).labelled_by(label.id);
        focus_once(ui, &name, &mut self.has_focus);
        ui.add_space(6.0);
        let proposal = file_name(&self.title, words);
        if path_field(ui, &words.text("window-new-path"), &proposal, &mut self.path, words).0 {
            self.picker.open(Pick::NewCase(proposal), words.text("window-new-title"), wake);
        }
        if let Some(path) = self.picker.take().and_then(|paths| paths.into_iter().next()) {
            self.path = path.display().to_string();
        }
        ui.add_space(6.0);
        let label = ui.label(words.text("window-passphrase"));
        ui.add(TextEdit::singleline(&mut *self.passphrase).password(true).desired_width(f32::INFINITY)).labelled_by(label.id);
        if self.passphrase.is_empty() {
            kit::note(ui, Tone::Caution, &words.text("window-new-no-passphrase"));
        } else {
            let label = ui.label(words.text("window-passphrase-again"));
            ui.add(TextEdit::singleline(&mut *self.again).password(true).desired_width(f32::INFINITY)).labelled_by(label.id);
            kit::note(ui, Tone::Neutral, &words.text("window-new-with-passphrase"));
        }
        problem(ui, self.problem, words);
        match buttons(ui, &words.text("window-new-create"), words) {
            Some(true) => {
                self.problem = if self.path.trim().is_empty() {
                    Some("window-problem-no-path")
                } else if !self.passphrase.is_empty() && *self.passphrase != *self.again {
                    Some("window-problem-passphrases-differ")
                } else {
                    None
                };
                self.problem.is_none().then(|| Answer::Create {
                    path: with_extension(self.path.trim()),
                    title: if self.title.trim().is_empty() { words.text("window-untitled") } else { self.title.trim().to_owned() },
                    passphrase: (!self.passphrase.is_empty()).then(|| SecretString::from(self.passphrase.to_string())),
                })
            }
            Some(false) => Some(Answer::Dismiss),
            None => None,
        }
    }
}

impl OpenCase {
    fn ui(&mut self, ui: &mut Ui, words: &Words, wake: &Wake) -> Option<Answer> {
        ui.heading(words.text("window-open-title"));
        ui.add_space(6.0);
        let (wants_picker, field) = path_field(ui, &words.text("window-open-path"), "", &mut self.path, words);
        focus_once(ui, &field, &mut self.has_focus);
        if wants_picker {
            self.picker.open(Pick::Case, words.text("window-open-title"), wake);
        }
        if let Some(path) = self.picker.take().and_then(|paths| paths.into_iter().next()) {
            return Some(Answer::Open { path, passphrase: None });
        }
        problem(ui, self.problem, words);
        match buttons(ui, &words.text("window-open-open"), words) {
            Some(true) if self.path.trim().is_empty() => {
                self.problem = Some("window-problem-no-path");
                None
            }
            Some(true) => Some(Answer::Open { path: PathBuf::from(self.path.trim()), passphrase: None }),
            Some(false) => Some(Answer::Dismiss),
            None => None,
        }
    }
}

impl Passphrase {
    fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        ui.heading(words.text("window-passphrase-title"));
        ui.add(egui::Label::new(RichText::new(self.path.display().to_string()).color(tokens(ui).text_weak)).truncate());
        ui.add_space(6.0);
        let label = ui.label(words.text("window-passphrase"));
        let field = ui.add(TextEdit::singleline(&mut *self.typed).password(true).desired_width(f32::INFINITY)).labelled_by(label.id);
        focus_once(ui, &field, &mut self.has_focus);
        if self.was_wrong {
            problem(ui, Some("window-error-wrong-passphrase"), words);
        }
        let answer = buttons(ui, &words.text("window-open-open"), words);
        match answer {
            Some(true) if !self.typed.is_empty() => {
                Some(Answer::Open { path: self.path.clone(), passphrase: Some(SecretString::from(self.typed.to_string())) })
            }
            Some(false) => Some(Answer::Dismiss),
            _ => None,
        }
    }
}

/// The first field of a dialog has the focus from its first frame on, whatever had it before.
fn focus_once(ui: &Ui, field: &egui::Response, has_focus: &mut bool) {
    // The click that opened the dialog takes the focus away again in the frame it comes in.
    if !*has_focus && field.has_focus() && !ui.input(|input| input.pointer.any_click()) {
        *has_focus = true;
    } else if !*has_focus {
        field.request_focus();
        ui.ctx().request_repaint();
    }
}

/// A field for a path, with a button for the picker beside it. True when the picker is asked for.
fn path_field(ui: &mut Ui, name: &str, hint: &str, path: &mut String, words: &Words) -> (bool, egui::Response) {
    let label = ui.label(name);
    ui.horizontal(|ui| {
        let choose = words.text("window-choose");
        let width = ui.available_width() - 110.0;
        let field = ui.add(TextEdit::singleline(path).hint_text(hint).desired_width(width)).labelled_by(label.id);
        (ui.button(choose).on_hover_text(words.text("window-choose-tip")).clicked(), field)
    })
    .inner
}

fn problem(ui: &mut Ui, problem: Option<&'static str>, words: &Words) {
    if let Some(id) = problem {
        ui.add_space(4.0);
        kit::note(ui, Tone::Bad, &words.text(id));
    }
}

/// The main button and Cancel; Enter is the main button. `Some(true)` = main.
fn buttons(ui: &mut Ui, main: &str, words: &Words) -> Option<bool> {
    ui.add_space(10.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if kit::primary(ui, main).clicked() || ui.input(|input| input.key_pressed(Key::Enter)) {
                answer = Some(true);
            }
            if ui.button(words.text("window-cancel")).clicked() {
                answer = Some(false);
            }
        });
    });
    answer
}

/// A file name made of the title: letters and digits stay, the rest becomes hyphens.
fn file_name(title: &str, words: &Words) -> String {
    let name: String = title.trim().chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let name = name.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    format!("{}.sourcier", if name.is_empty() { words.text("window-untitled-file") } else { name })
}

/// The typed path, with `.sourcier` at its end.
fn with_extension(path: &str) -> PathBuf {
    let path = PathBuf::from(path);
    if path.extension().is_some_and(|extension| extension == "sourcier") {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".sourcier");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_title_becomes_a_plain_file_name() {
        let words = Words::new(Language::Fr);
        assert_eq!(file_name("Lettre aux locataires / 2014", &words), "lettre-aux-locataires-2014.sourcier");
        assert!(file_name(" // ", &words).ends_with(".sourcier"));
    }

    #[test]
    fn the_extension_is_added_once() {
        assert_eq!(with_extension("a/b"), PathBuf::from("a/b.sourcier"));
        assert_eq!(with_extension("a/b.v2"), PathBuf::from("a/b.v2.sourcier"));
        assert_eq!(with_extension("a/b.sourcier"), PathBuf::from("a/b.sourcier"));
    }
}
