//! File pickers of the desktop, on a thread of their own. Where there is no portal they answer nothing, and the typed path beside them still works.

use super::jobs::{Job, Poll, Wake};
use std::path::PathBuf;
use std::sync::Arc;

/// A picker that is open.
#[derive(Default)]
pub struct Picker(Option<Job<Vec<PathBuf>>>);

/// What is picked.
#[derive(Clone, Debug)]
pub enum Pick {
    /// A case to open.
    Case,
    /// A place for a new case, with a proposed file name.
    NewCase(String),
    /// A place for a file that is exported, with a proposed file name.
    Export(String),
    /// A folder to write into.
    Folder,
    /// Files to import.
    Files,
}

impl Picker {
    /// Opens the picker, unless one is open.
    pub fn open(&mut self, pick: Pick, title: String, wake: &Wake) {
        if self.0.is_some() {
            return;
        }
        self.0 = Job::start("file picker", Arc::clone(wake), move |_| {
            let dialog = rfd::FileDialog::new().set_title(title);
            match pick {
                Pick::Case => dialog.add_filter("Sourcier", &["sourcier"]).pick_file().into_iter().collect(),
                Pick::NewCase(name) => dialog.add_filter("Sourcier", &["sourcier"]).set_file_name(name).save_file().into_iter().collect(),
                Pick::Export(name) => dialog.set_file_name(name).save_file().into_iter().collect(),
                Pick::Folder => dialog.pick_folder().into_iter().collect(),
                Pick::Files => dialog.pick_files().unwrap_or_default(),
            }
        })
        .ok();
    }

    /// What was picked, once; an empty list if the user picked nothing or there is no picker.
    pub fn take(&mut self) -> Option<Vec<PathBuf>> {
        let answer = match self.0.as_ref()?.poll() {
            Poll::Running => return None,
            Poll::Done(paths) => paths,
            Poll::Lost => Vec::new(),
        };
        self.0 = None;
        Some(answer)
    }

    /// Whether one is open.
    pub fn is_open(&self) -> bool {
        self.0.is_some()
    }
}
