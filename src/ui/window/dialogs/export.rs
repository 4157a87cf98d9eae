//! Saving an export: where to, by typed path or by the desktop's picker. A file that is there already is only replaced if the picker asked about it.

use super::super::command::Export;
use super::super::jobs::Wake;
use super::super::picker::{Pick, Picker};
use super::{Answer, buttons, path_field, problem};
use crate::words::Words;
use egui::Ui;
use std::path::PathBuf;

/// An export on its way to a file.
pub struct SaveAs {
    export: Export,
    path: String,
    picker: Picker,
    problem: Option<&'static str>,
}

impl SaveAs {
    /// Asks where `export` goes.
    pub fn of(export: Export) -> Self {
        Self { export, path: String::new(), picker: Picker::default(), problem: None }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words, wake: &Wake) -> Option<Answer> {
        ui.heading(words.text("window-export-title"));
        ui.add_space(6.0);
        if path_field(ui, &words.text("window-export-path"), &self.export.name, &mut self.path, words).0 {
            self.picker.open(Pick::Export(self.export.name.clone()), words.text("window-export-title"), wake);
        }
        if let Some(path) = self.picker.take().and_then(|paths| paths.into_iter().next()) {
            return Some(Answer::Export { path, export: self.export.clone() });
        }
        problem(ui, self.problem, words);
        match buttons(ui, &words.text("window-export-save"), words) {
            Some(true) => {
                let path = PathBuf::from(self.path.trim());
                self.problem = if self.path.trim().is_empty() {
                    Some("window-problem-no-path")
                } else if path.exists() {
                    Some("window-problem-exists")
                } else {
                    None
                };
                self.problem.is_none().then(|| Answer::Export { path, export: self.export.clone() })
            }
            Some(false) => Some(Answer::Dismiss),
            None => None,
        }
    }
}
