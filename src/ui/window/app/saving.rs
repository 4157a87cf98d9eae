//! What leaves the case by the window: an export as one file, the results as several in a folder. Nothing that is there already is overwritten.

use super::App;
use crate::report::{bundle, summary};
use crate::ui::window::command::Export;
use crate::ui::window::errors;
use crate::ui::window::jobs::{Job, Poll};
use crate::ui::window::picture;
use crate::words::Words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The summary a person reads, beside the files of [`bundle`].
const SUMMARY: &str = "summary.txt";

/// Results on their way into a folder; the sentence if they did not get there.
pub(super) struct Saving {
    folder: PathBuf,
    job: Job<Result<(), String>>,
}

/// The first of the files that is in the folder already.
pub fn in_the_way(folder: &Path) -> Option<&'static str> {
    bundle::NAMES.into_iter().chain([SUMMARY]).find(|name| folder.join(name).exists())
}

impl App {
    /// Writes an export; the strip says where it went, or why it did not.
    pub(super) fn export(&mut self, path: &Path, export: &Export) {
        let args = crate::args! { "path" => path.display().to_string() };
        let drawn = || picture::png(&String::from_utf8_lossy(&export.bytes)).map_err(std::io::Error::other);
        let bytes = if export.is_picture() { drawn() } else { Ok(export.bytes.clone()) };
        match bytes.and_then(|bytes| std::fs::write(path, bytes)) {
            Ok(()) => self.log.info(self.words.text_with("window-log-exported", &args)),
            Err(error) => {
                let text = errors::after(self.words.text_with("window-error-export", &args), &error, &self.words);
                self.log.error(text);
            }
        }
    }

    /// Begins to write the results into a folder, on a thread.
    pub(super) fn save_results(&mut self, folder: PathBuf) {
        let Some(session) = &self.session else { return };
        let Some(analysis) = session.shared_analysis() else { return };
        let (case, words, into) = (session.case().clone(), Arc::clone(&self.words), folder.clone());
        let job = Job::start("results", Arc::clone(&self.wake), move |_| {
            let mut files = bundle::files(case.contents(), &analysis, &words).map_err(|error| errors::render(&error, &words))?;
            files.push((SUMMARY, summary::summary(case.contents(), &analysis, &words).into_bytes()));
            write(&into, &files, &words)
        });
        match job {
            Ok(job) => self.saving = Some(Saving { folder, job }),
            Err(error) => {
                let text = errors::after(self.words.text("errors-no-thread"), &error, &self.words);
                self.log.error(text);
            }
        }
    }

    /// Collects what became of it.
    pub(super) fn tend_saving(&mut self) {
        let Some(saving) = self.saving.take() else { return };
        let args = crate::args! { "path" => saving.folder.display().to_string() };
        match saving.job.poll() {
            Poll::Running => self.saving = Some(saving),
            Poll::Done(Ok(())) => {
                self.has_saved = true;
                self.log.info(self.words.text_with("frame-results-saved", &args));
            }
            Poll::Done(Err(why)) => self.log.error(why),
            Poll::Lost => self.log.error(self.words.text("window-error-defect")),
        }
    }
}

/// Writes all files beside their place first, so that a full disk leaves no half of them behind.
fn write(folder: &Path, files: &[(&str, Vec<u8>)], words: &Words) -> Result<(), String> {
    let failed = |error: std::io::Error| {
        errors::after(words.text_with("window-error-export", &crate::args! { "path" => folder.display().to_string() }), &error, words)
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    if let Some(name) = in_the_way(folder) {
        return Err(words.text_with("frame-results-in-the-way", &crate::args! { "name" => name }));
    }
    let bench = tempfile::Builder::new().prefix(".sourcier-").tempdir_in(folder).map_err(failed)?;
    for (name, bytes) in files {
        std::fs::write(bench.path().join(name), bytes).map_err(failed)?;
    }
    files.iter().try_for_each(|(name, _)| std::fs::rename(bench.path().join(name), folder.join(name))).map_err(failed)
}
