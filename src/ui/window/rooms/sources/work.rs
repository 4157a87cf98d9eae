//! [`Work`]: a comparison computed in the background and kept until the case changes, with its progress, its failure and its cancelling on screen.

use crate::case::CaseError;
use crate::link::LinkError;
use crate::ui::window::errors;
use crate::ui::window::jobs::{self, Fetched, JobProgress};
use crate::ui::window::kit::{self, Tone};
use crate::words::Words;
use egui::{ProgressBar, Ui};

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The rows could not be read.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// They could not be compared.
    #[error(transparent)]
    Link(#[from] LinkError),
}

impl From<polars::error::PolarsError> for Stop {
    fn from(error: polars::error::PolarsError) -> Self {
        Self::Link(error.into())
    }
}

/// A result under a key, computed once per key on a thread.
pub struct Work<K, T>(Fetched<K, Result<T, Stop>>);

impl<K, T> Default for Work<K, T> {
    fn default() -> Self {
        Self(Fetched::default())
    }
}

impl<K: PartialEq, T: Send + 'static> Work<K, T> {
    /// The result under `key`; until it is there, draws how far the work is and a way to stop it.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, key: K, work: impl FnOnce(&JobProgress) -> Result<T, Stop> + Send + 'static) -> Option<&T> {
        let wake = jobs::repaint(ui.ctx());
        self.0.watch(key, &wake, work);
        if let Some(progress) = self.0.progress() {
            running(ui, progress, words);
            return None;
        }
        // A second question, because the first one borrows for as long as the answer lives.
        if matches!(self.0.value(), Some(Ok(_))) {
            return self.0.value().and_then(|value| value.as_ref().ok());
        }
        let is_again = match self.0.value() {
            Some(Err(Stop::Link(LinkError::Cancelled) | Stop::Case(CaseError::Cancelled))) => {
                ui.weak(words.text("sources-stopped"));
                ui.button(words.text("sources-again")).clicked()
            }
            Some(Err(error)) => {
                kit::note(ui, Tone::Bad, &errors::render(error, words));
                ui.button(words.text("sources-again")).clicked()
            }
            _ => {
                kit::note(ui, Tone::Bad, &words.text("window-error-defect"));
                false
            }
        };
        if is_again {
            self.0.forget();
            ui.request_repaint();
        }
        None
    }
}

fn running(ui: &mut Ui, progress: &JobProgress, words: &Words) {
    ui.horizontal(|ui| {
        let (done, total) = progress.done();
        let share = total.filter(|&total| total > 0).map_or(0.0, |total| done as f32 / total as f32);
        let name = words.text("sources-running");
        ui.add(ProgressBar::new(share.clamp(0.0, 1.0)).desired_width(220.0).text(name));
        if ui.button(words.text("sources-stop")).clicked() {
            progress.cancel();
        }
    });
}
