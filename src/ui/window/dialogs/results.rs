//! Saving the results: into which folder. It is made if it is not there, and what is in it stays.

use super::super::app::in_the_way;
use super::super::jobs::Wake;
use super::super::picker::{Pick, Picker};
use super::{Answer, buttons, path_field};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::theme::tokens;
use crate::words::Words;
use egui::{Label, RichText, Ui};
use std::path::{Path, PathBuf};

/// The folder the results go to.
#[derive(Default)]
pub struct SaveResults {
    /// The case beside which a folder is yet to be proposed.
    case: Option<PathBuf>,
    path: String,
    picker: Picker,
    problem: Option<String>,
}

impl SaveResults {
    /// Proposes a folder beside the case.
    pub fn beside(case: &Path) -> Self {
        Self { case: Some(case.to_owned()), ..Self::default() }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, wake: &Wake) -> Option<Answer> {
        if let Some(case) = self.case.take() {
            let name = case.file_stem().map(|stem| words.text_with("frame-results-proposed", &crate::args! { "case" => stem.to_string_lossy() }));
            self.path = case.with_file_name(name.unwrap_or_default()).display().to_string();
        }
        ui.heading(words.text("frame-results-title"));
        ui.add(Label::new(RichText::new(words.text("frame-results-what")).color(tokens(ui).text_weak)).wrap());
        ui.add_space(6.0);
        if path_field(ui, &words.text("frame-results-folder"), "", &mut self.path, words).0 {
            self.picker.open(Pick::Folder, words.text("frame-results-title"), wake);
        }
        if let Some(path) = self.picker.take().and_then(|paths| paths.into_iter().next()) {
            self.path = path.display().to_string();
        }
        if let Some(problem) = &self.problem {
            ui.add_space(4.0);
            kit::note(ui, Tone::Bad, problem);
        }
        match buttons(ui, &words.text("window-export-save"), words) {
            Some(true) => {
                let folder = PathBuf::from(self.path.trim());
                self.problem = if self.path.trim().is_empty() {
                    Some(words.text("window-problem-no-path"))
                } else if folder.is_file() {
                    Some(words.text("frame-results-no-folder"))
                } else {
                    in_the_way(&folder).map(|name| words.text_with("frame-results-in-the-way", &crate::args! { "name" => name }))
                };
                self.problem.is_none().then_some(Answer::Results(folder))
            }
            Some(false) => Some(Answer::Dismiss),
            None => None,
        }
    }
}
