//! Opening and making cases, in the background: key derivation takes its time, and so does building a sample.

use super::App;
use crate::case::{CaseError, CaseFile};
use crate::model::Incident;
use crate::ui::samples;
use crate::ui::window::command::Command;
use crate::ui::window::dialogs::{Dialog, Passphrase};
use crate::ui::window::errors;
use crate::ui::window::jobs::{Job, JobProgress, Poll};
use crate::ui::window::room::Room;
use crate::ui::window::session::Session;
use crate::ui::window::tasks::Failed;
use secrecy::SecretString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What came of opening.
type Opened = Result<(CaseFile, Option<tempfile::TempDir>, bool), Refused>;

/// Why nothing was opened.
enum Refused {
    /// The case refused.
    Case(CaseError),
    /// A sample could not be built.
    Sample(anyhow::Error),
}

/// A case being opened or made.
pub struct Opening {
    path: PathBuf,
    is_sample: bool,
    had_passphrase: bool,
    title_id: &'static str,
    job: Job<Opened>,
}

impl Opening {
    /// How far it is.
    pub fn progress(&self) -> &Arc<JobProgress> {
        self.job.progress()
    }

    /// Id of what the strip says.
    pub fn title_id(&self) -> &'static str {
        self.title_id
    }
}

impl App {
    pub(super) fn open(&mut self, path: PathBuf, passphrase: Option<SecretString>) {
        // The same file cannot be open twice. Any other stays open until this one is there: what is refused must not cost the case one is in.
        let is_same =
            |open: &Path| open == path || std::fs::canonicalize(open).ok().is_some_and(|open| std::fs::canonicalize(&path).ok() == Some(open));
        if self.session.as_ref().is_some_and(|session| is_same(session.path())) {
            self.close_case();
        }
        let had_passphrase = passphrase.is_some();
        let at = path.clone();
        self.begin(path, false, had_passphrase, "window-task-opening", move |_| {
            let is_encrypted = CaseFile::is_encrypted(&at).map_err(Refused::Case)?;
            if is_encrypted && passphrase.is_none() {
                return Err(Refused::Case(CaseError::PassphraseNeeded { path: at }));
            }
            let file = CaseFile::open(&at, passphrase.as_ref()).map_err(Refused::Case)?;
            Ok((file, None, is_encrypted))
        });
    }

    pub(super) fn create(&mut self, path: PathBuf, title: String, passphrase: Option<SecretString>) {
        let incident = Incident { title, language: self.words.language(), ..Incident::default() };
        let at = path.clone();
        self.begin(path, false, passphrase.is_some(), "window-task-creating", move |_| {
            let file = CaseFile::create(&at, passphrase.as_ref(), &incident).map_err(Refused::Case)?;
            Ok((file, None, passphrase.is_some()))
        });
    }

    pub(super) fn open_sample(&mut self, name: String) {
        self.begin(PathBuf::from(&name), true, false, "window-task-sample", move |progress| {
            let folder = tempfile::Builder::new().prefix("sourcier-").tempdir().map_err(|error| Refused::Sample(error.into()))?;
            let path = samples::build(&name, folder.path(), progress).map_err(Refused::Sample)?;
            let file = CaseFile::open(&path, None).map_err(Refused::Case)?;
            Ok((file, Some(folder), false))
        });
    }

    fn begin(
        &mut self,
        path: PathBuf,
        is_sample: bool,
        had_passphrase: bool,
        title_id: &'static str,
        work: impl FnOnce(&JobProgress) -> Opened + Send + 'static,
    ) {
        match Job::start("opening", Arc::clone(&self.wake), work) {
            Ok(job) => self.opening = Some(Opening { path, is_sample, had_passphrase, title_id, job }),
            Err(error) => {
                let text = errors::after(self.words.text("errors-no-thread"), &error, &self.words);
                self.log.error(text);
            }
        }
    }

    /// Takes over a case that has finished opening.
    pub(super) fn tend_opening(&mut self) {
        let Some(opening) = self.opening.take() else { return };
        match opening.job.poll() {
            Poll::Running => self.opening = Some(opening),
            Poll::Lost => self.log.error(self.words.text("window-error-defect")),
            Poll::Done(Ok((file, folder, is_encrypted))) => {
                let sample = opening.is_sample.then(|| opening.path.to_string_lossy().into_owned());
                self.opened(file, folder, is_encrypted, sample);
            }
            Poll::Done(Err(refused)) => self.refused(refused, &opening),
        }
    }

    fn opened(&mut self, file: CaseFile, folder: Option<tempfile::TempDir>, is_encrypted: bool, sample: Option<String>) {
        self.close_case();
        let title = file.case().contents().incident.title.clone();
        if sample.is_none() {
            // The title of a protected case must not stand in plain text beside it.
            let shown = if is_encrypted { String::new() } else { title.clone() };
            let path = std::path::absolute(file.path()).unwrap_or_else(|_| file.path().to_owned());
            self.settings.remember(&path, &shown);
            self.keep_settings();
        }
        let session = Session::new(file, folder, sample, Arc::clone(&self.wake));
        if session.is_read_only() {
            self.log.error(self.words.text("window-error-read-only"));
        }
        self.failed = None;
        self.log.info(self.words.text_with("window-log-opened", &crate::args! { "title" => title }));
        self.forget_rooms();
        self.trail.restart(if session.is_empty() { Room::Evidence } else { Room::Overview });
        self.session = Some(session);
    }

    fn refused(&mut self, refused: Refused, opening: &Opening) {
        match refused {
            Refused::Case(CaseError::PassphraseNeeded { .. }) => self.ask_passphrase(&opening.path, false),
            Refused::Case(CaseError::WrongPassphrase { .. }) if opening.had_passphrase => self.ask_passphrase(&opening.path, true),
            Refused::Case(error) => {
                self.failed = Some(Failed { title_id: opening.title_id, again: Command::OpenPath(opening.path.clone()) });
                let text = errors::render(&error, &self.words);
                self.log.error(text);
            }
            Refused::Sample(error) => {
                let name = opening.path.to_string_lossy().into_owned();
                self.failed = Some(Failed { title_id: opening.title_id, again: Command::OpenSample(name) });
                let text = errors::after(self.words.text("errors-sample"), error.as_ref(), &self.words);
                self.log.error(text);
            }
        }
        if self.session.is_none() {
            self.trail.restart(Room::Start);
        }
    }

    fn ask_passphrase(&mut self, path: &Path, was_wrong: bool) {
        self.dialog = Some(Dialog::Passphrase(Passphrase::of(path.to_owned(), was_wrong)));
    }

    /// Closes the open case; waits for a change that is being written.
    pub(super) fn close_case(&mut self) {
        self.keep_draft();
        self.forget_rooms();
        self.conclusion = None;
        self.visited.clear();
        self.has_saved = false;
        if let Some(session) = self.session.take()
            && let Err(error) = session.close()
        {
            let text = errors::render(&error, &self.words);
            self.log.error(text);
        }
    }
}
