//! The search as the window runs it: the index, the question that was asked, and the answer as it may be shown.
//!
//! The index is made from the session's own case, on a thread; titles and snippets are made from what is shown, so that with the witness shield up a
//! question finds people and the answer names nobody. Rooms are handed [`Answer`]s and never the case behind them.

mod answer;

pub use answer::{Answer, GroupAnswer, HitAnswer, RowAnswer, RowsAnswer};

use super::errors;
use super::jobs::{Job, JobProgress, Poll, Wake};
use super::session::Session;
use super::shield::Shown;
use crate::model::Language;
use crate::search::{Group, Index, SearchError};
use crate::words::Words;
use std::sync::Arc;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// As typed.
    pub text: String,
    /// Whether it is a list of terms, one a line.
    pub is_list: bool,
    /// The group of which everything is shown.
    pub whole: Option<Group>,
}

/// What an answer was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    question: Question,
    revision: u64,
    /// The revision of what is shown instead, with the shield up.
    shown: Option<u64>,
    language: Language,
}

/// The index on its way back, and the answer.
struct Finished {
    index: Option<(u64, Index)>,
    answer: Result<Answer, SearchError>,
}

/// What came of looking through rows.
type RowsResult = Result<Vec<RowsAnswer>, SearchError>;

/// See the module.
#[derive(Default)]
pub struct Searching {
    question: Question,
    /// Somebody looks at the room: the index is kept up to date.
    pub is_open: bool,
    index: Option<(u64, Index)>,
    job: Option<(Key, Job<Finished>)>,
    answered: Option<(Key, Answer)>,
    /// For which question the last attempt failed, and why.
    failed: Option<(Key, String)>,
    rows_wanted: bool,
    rows_job: Option<(Key, Job<RowsResult>)>,
    rows: Option<(Key, Vec<RowsAnswer>)>,
}

impl Searching {
    /// Asks something else.
    pub fn ask(&mut self, question: Question) {
        if question.text != self.question.text || question.is_list != self.question.is_list {
            self.rows = None;
            self.rows_job = None;
        }
        self.question = question;
    }

    /// Looks through the rows of files too.
    pub fn ask_rows(&mut self) {
        self.rows_wanted = true;
    }

    /// Forgets question and answers, but not the index: what is shown has changed from names to labels, or back.
    pub fn forget(&mut self) {
        *self = Self { index: self.index.take(), ..Self::default() };
    }

    /// What was asked.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The last answer; while a new one is on its way the old one stays.
    pub fn answer(&self) -> Option<&Answer> {
        self.answered.as_ref().map(|(_, answer)| answer)
    }

    /// Whether it is the answer to what is asked now.
    pub fn is_current(&self) -> bool {
        self.job.is_none() && self.answered.as_ref().is_some_and(|(key, _)| key.question == self.question)
    }

    /// Why there is none.
    pub fn failed(&self) -> Option<&str> {
        self.failed.as_ref().map(|(_, why)| why.as_str())
    }

    /// How many things the index has.
    pub fn size(&self) -> Option<usize> {
        self.index.as_ref().map(|(_, index)| index.len())
    }

    /// What was found in rows, if they were looked through for this question.
    pub fn rows(&self) -> Option<&[RowsAnswer]> {
        self.rows.as_ref().map(|(_, rows)| rows.as_slice())
    }

    /// How far looking through rows is.
    pub fn rows_progress(&self) -> Option<&Arc<JobProgress>> {
        self.rows_job.as_ref().map(|(_, job)| job.progress())
    }

    /// How far the index is, while it takes long enough to be shown.
    pub fn progress(&self) -> Option<&Arc<JobProgress>> {
        self.job.as_ref().map(|(_, job)| job.progress())
    }

    /// Whether anything is at work.
    pub fn is_busy(&self) -> bool {
        self.job.is_some() || self.rows_job.is_some()
    }

    /// Stops looking through rows. True if that was at work.
    pub fn cancel(&mut self) -> bool {
        self.rows_job.take().is_some()
    }

    /// Collects what threads have finished and starts what is due.
    pub fn tend(&mut self, session: &Session, shown: Option<&Shown>, is_shielded: bool, language: Language, wake: &Wake) {
        // Nothing is shown before the veiled view is ready.
        if is_shielded && shown.is_none() {
            return;
        }
        let key =
            Key { question: self.question.clone(), revision: session.case().revision(), shown: shown.map(|shown| shown.case.revision()), language };
        self.collect(&key);
        self.collect_rows(&key);
        let is_answered = self.answered.as_ref().is_some_and(|(of, _)| *of == key) || self.failed.as_ref().is_some_and(|(of, _)| *of == key);
        if self.job.is_none() && !is_answered && self.is_open {
            let (case, face) = (session.case().clone(), shown.map(Shown::face));
            let (index, asked) = (self.index.take(), key.clone());
            let work = move |progress: &JobProgress| answer::work(index, &case, face.as_ref(), &asked.question, language, progress);
            self.job = Job::start("search", Arc::clone(wake), work).ok().map(|job| (key.clone(), job));
        }
        if std::mem::take(&mut self.rows_wanted) && self.rows_job.is_none() && !self.question.is_list {
            let (case, face, text) = (session.case().clone(), shown.map(Shown::face), self.question.text.clone());
            let work = move |progress: &JobProgress| answer::rows(&case, face.as_ref(), &text, language, progress);
            self.rows_job = Job::start("search rows", Arc::clone(wake), work).ok().map(|job| (key, job));
        }
    }

    fn collect(&mut self, key: &Key) {
        let Some((of, job)) = self.job.take() else { return };
        match job.poll() {
            Poll::Running => {
                // An answer nobody waits for any more is given up; the index comes back with it.
                if of != *key {
                    job.progress().cancel();
                }
                self.job = Some((of, job));
            }
            Poll::Done(Finished { index, answer }) => {
                self.index = index;
                match answer {
                    Ok(answer) => {
                        self.failed = None;
                        // What was made for another face of the case must not be shown.
                        if of.shown == key.shown || (of.shown.is_some() && key.shown.is_some()) {
                            self.answered = Some((of, answer));
                        }
                    }
                    Err(SearchError::Cancelled) => {}
                    Err(error) => self.failed = Some((of, told(&error, key.language))),
                }
            }
            Poll::Lost => self.failed = Some((of, String::new())),
        }
    }

    fn collect_rows(&mut self, key: &Key) {
        // Rows of a case that has changed since are not what they say.
        let holds = |of: &Key| of.revision == key.revision && of.shown == key.shown && of.question.text == key.question.text;
        self.rows.take_if(|(of, _)| !holds(of));
        let Some((of, job)) = self.rows_job.take() else { return };
        match job.poll() {
            Poll::Running if holds(&of) => self.rows_job = Some((of, job)),
            Poll::Done(Ok(rows)) if holds(&of) => self.rows = Some((of, rows)),
            Poll::Running | Poll::Done(Ok(_) | Err(SearchError::Cancelled)) => {}
            Poll::Done(Err(error)) => self.failed = Some((of, told(&error, key.language))),
            Poll::Lost => self.failed = Some((of, String::new())),
        }
    }
}

fn told(error: &SearchError, language: Language) -> String {
    errors::render(error, &Words::new(language))
}
