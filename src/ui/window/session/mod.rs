//! An open case: its file, the changes on their way into it, its analysis and its charts.
//!
//! The file moves to a thread for every change and comes back with the result; meanwhile further changes queue up and everybody goes on reading the
//! [`Case`] as it was. After a change the analysis runs again in the background, and old results stay until new ones arrive. What a thread answers
//! can only reach the session that started it: its job handle is dropped with the session.

mod change;
mod counts;

pub use change::{ChangeError, Outcome, Steps};
pub use counts::Counts;

use super::jobs::{Job, JobProgress, Poll, Wake};
use crate::analysis::{Analysis, AnalysisError, Settings, analyse};
use crate::case::{Case, CaseError, CaseFile, Edit};
use crate::chart::folds::Folds;
use crate::chart::matrix::Matrix;
use crate::chart::timeline::Timeline;
use crate::import::Request;
use crate::model::{Day, Language, Marks};
use crate::words::Words;
use change::{Change, Finished, carry_out};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The analysis waits this long after a change, so that a series of edits is analysed once.
const SETTLE: Duration = Duration::from_millis(250);

/// What a picture of the case was made from.
#[derive(Clone, Debug, PartialEq)]
struct ChartKey {
    revision: u64,
    analysis: Option<String>,
    language: Language,
}

struct Charts {
    timeline: Timeline,
    matrix: Option<Matrix>,
}

/// News from the background, for the app to tell the user.
pub enum News {
    /// A change was made or refused.
    Change(Result<Outcome, ChangeError>),
    /// The analysis finished.
    Analysed,
    /// The analysis stopped.
    AnalysisFailed(Option<AnalysisError>),
    /// The file could not be given back; the case must be opened again.
    Lost,
}

/// An open case.
pub struct Session {
    case: Case,
    path: PathBuf,
    is_read_only: bool,
    /// A sample lives in a temporary folder that goes with the session.
    _folder: Option<tempfile::TempDir>,
    sample: Option<String>,
    file: Option<CaseFile>,
    queue: VecDeque<Change>,
    change: Option<Job<Option<Finished>>>,
    /// The import that is under way, or was refused: it can be tried again.
    importing: Option<Vec<Request>>,
    steps: Steps,
    counts: Counts,
    marks: Marks,
    settings: Settings,
    analysis: Option<Arc<Analysis>>,
    analysis_job: Option<(u64, Job<Result<Analysis, AnalysisError>>)>,
    analysed: Option<u64>,
    stored: Option<String>,
    changed_at: Instant,
    charts: Charts,
    charts_of: Option<ChartKey>,
    charts_job: Option<(ChartKey, Job<Charts>)>,
    wake: Wake,
}

impl Session {
    /// Takes over an opened file.
    pub fn new(mut file: CaseFile, folder: Option<tempfile::TempDir>, sample: Option<String>, wake: Wake) -> Self {
        let case = file.case().clone();
        let steps = Steps::of(&mut file);
        let epoch = Day::constant(1970, 1, 1);
        let timeline = Timeline {
            title: String::new(),
            description: String::new(),
            from: epoch,
            until: epoch,
            lanes: Vec::new(),
            density: None,
            undated: Vec::new(),
            folds: Folds::default(),
            is_part: false,
            note: String::new(),
        };
        Self {
            counts: Counts::of(&case),
            marks: Marks::of(case.contents()),
            path: file.path().to_owned(),
            is_read_only: file.is_read_only(),
            case,
            _folder: folder,
            sample,
            file: Some(file),
            queue: VecDeque::new(),
            change: None,
            importing: None,
            steps,
            settings: Settings::default(),
            analysis: None,
            analysis_job: None,
            analysed: None,
            stored: None,
            changed_at: Instant::now().checked_sub(SETTLE).unwrap_or_else(Instant::now),
            charts: Charts { timeline, matrix: None },
            charts_of: None,
            charts_job: None,
            wake,
        }
    }

    /// The case, to read.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// Where its file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the sample incident, if it is one.
    pub fn sample(&self) -> Option<&str> {
        self.sample.as_deref()
    }

    /// Whether it cannot be changed.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Which steps there are.
    pub fn steps(&self) -> &Steps {
        &self.steps
    }

    /// How many there are of everything.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Stars, tags and notes of everything.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The last finished analysis.
    pub fn analysis(&self) -> Option<&Analysis> {
        self.analysis.as_deref()
    }

    /// The same, to be handed to a thread.
    pub fn shared_analysis(&self) -> Option<Arc<Analysis>> {
        self.analysis.clone()
    }

    /// Whether an analysis is running or about to.
    pub fn is_analysing(&self) -> bool {
        self.analysis_job.is_some() || (self.analysed != Some(self.case.revision()) && !self.is_empty())
    }

    /// The settings of the analysis.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The last timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.charts.timeline
    }

    /// The last matrix.
    pub fn matrix(&self) -> Option<&Matrix> {
        self.charts.matrix.as_ref()
    }

    /// Whether nothing has been put in yet.
    pub fn is_empty(&self) -> bool {
        let contents = self.case.contents();
        contents.messages.is_empty() && contents.recipients.is_empty() && contents.sources.is_empty()
    }

    /// The change at work, if it takes long enough to be shown.
    pub fn change_progress(&self) -> Option<&Arc<JobProgress>> {
        self.change.as_ref().map(Job::progress).filter(|progress| progress.item().is_some())
    }

    /// The analysis at work.
    pub fn analysis_progress(&self) -> Option<&Arc<JobProgress>> {
        self.analysis_job.as_ref().map(|(_, job)| job.progress())
    }

    /// Whether a change is under way or waiting: closing now would have to wait for it.
    pub fn is_changing(&self) -> bool {
        self.change.is_some() || !self.queue.is_empty()
    }

    /// What the change that was refused last wanted to import, once.
    pub fn take_refused(&mut self) -> Option<Vec<Request>> {
        self.importing.take()
    }

    /// Makes a change.
    pub fn edit(&mut self, edit: Edit) {
        self.push(Change::Edit(edit));
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.push(Change::Undo);
    }

    /// Makes it again.
    pub fn redo(&mut self) {
        self.push(Change::Redo);
    }

    /// Goes to where the case stood after a step; `None` = before the first.
    pub fn go_to(&mut self, step: Option<i64>) {
        self.push(Change::GoTo(step));
    }

    /// Imports files in one transaction.
    pub fn import(&mut self, requests: Vec<Request>) {
        self.push(Change::Import(requests));
    }

    /// Analyses again, whether or not anything changed.
    pub fn analyse_again(&mut self) {
        self.analysis_job = None;
        self.analysed = None;
    }

    /// Stops what is running: an import first, else the analysis.
    pub fn cancel(&mut self) {
        if let Some(job) = &self.change {
            job.progress().cancel();
        } else if let Some((revision, _)) = self.analysis_job.take() {
            // Not tried again until the case changes or the user asks.
            self.analysed = Some(revision);
        }
    }

    fn push(&mut self, change: Change) {
        self.queue.push_back(change);
        self.start_change();
    }

    fn start_change(&mut self) {
        if self.change.is_some() || self.file.is_none() {
            return;
        }
        let Some(change) = self.queue.pop_front() else { return };
        let Some(file) = self.file.take() else { return };
        self.importing = match &change {
            Change::Import(requests) => Some(requests.clone()),
            _ => None,
        };
        // The file waits in a box the thread empties, so that it is not lost if the system gives no thread.
        let slot = Arc::new(std::sync::Mutex::new(Some((file, change))));
        let taken = Arc::clone(&slot);
        let job = Job::start("case change", Arc::clone(&self.wake), move |progress| {
            let (mut file, change) = taken.lock().ok()?.take()?;
            // A defect rolls the transaction back when it unwinds; the file itself stays good.
            let result = catch_unwind(AssertUnwindSafe(|| carry_out(&mut file, change, progress))).unwrap_or(Err(ChangeError::Defect));
            let steps = Steps::of(&mut file);
            Some(Finished { file, result, steps })
        });
        match job {
            Ok(job) => self.change = Some(job),
            Err(_) => {
                if let Some((file, change)) = slot.lock().ok().and_then(|mut slot| slot.take()) {
                    self.file = Some(file);
                    self.queue.push_front(change);
                }
            }
        }
    }

    /// Collects what the threads have finished and starts what is due. Never waits.
    pub fn tend(&mut self, language: Language) -> Vec<News> {
        let mut news = Vec::new();
        self.collect_change(&mut news);
        self.start_change();
        self.tend_analysis(&mut news);
        self.tend_charts(language);
        news
    }

    fn collect_change(&mut self, news: &mut Vec<News>) {
        let Some(job) = &self.change else { return };
        match job.poll() {
            Poll::Running => return,
            Poll::Lost | Poll::Done(None) => news.push(News::Lost),
            Poll::Done(Some(Finished { file, result, steps })) => {
                if file.case().revision() != self.case.revision() {
                    self.case = file.case().clone();
                    self.counts = Counts::of(&self.case);
                    self.marks = Marks::of(self.case.contents());
                    self.changed_at = Instant::now();
                }
                self.steps = steps;
                self.file = Some(file);
                news.push(News::Change(result));
            }
        }
        self.change = None;
    }

    fn tend_analysis(&mut self, news: &mut Vec<News>) {
        let revision = self.case.revision();
        if let Some((of, job)) = self.analysis_job.take() {
            match job.poll() {
                // An analysis of a case that has changed since is given up.
                Poll::Running if of == revision => self.analysis_job = Some((of, job)),
                Poll::Running => {}
                Poll::Lost => {
                    self.analysed = Some(of);
                    news.push(News::AnalysisFailed(None));
                }
                Poll::Done(Err(error)) => {
                    self.analysed = Some(of);
                    news.push(News::AnalysisFailed(Some(error)));
                }
                Poll::Done(Ok(analysis)) => {
                    self.analysed = Some(of);
                    self.store(&analysis);
                    self.analysis = Some(Arc::new(analysis));
                    news.push(News::Analysed);
                }
            }
        }
        let is_due = self.analysed != Some(revision) && self.analysis_job.is_none() && self.change.is_none() && !self.is_empty();
        if is_due && self.changed_at.elapsed() >= SETTLE {
            let (case, settings) = (self.case.clone(), self.settings.clone());
            let job = Job::start("analysis", Arc::clone(&self.wake), move |progress| analyse(&case, &settings, progress));
            self.analysis_job = job.ok().map(|job| (revision, job));
        }
        if self.is_empty() && self.analysis.is_some() {
            self.analysis = None;
        }
    }

    /// How long until an analysis is due, if one waits for the case to settle.
    pub fn due_in(&self) -> Option<Duration> {
        let waits = self.analysed != Some(self.case.revision()) && self.analysis_job.is_none() && !self.is_empty();
        waits.then(|| SETTLE.saturating_sub(self.changed_at.elapsed()))
    }

    fn store(&mut self, analysis: &Analysis) {
        if self.is_read_only || self.stored.as_deref() == Some(&analysis.digest) {
            return;
        }
        self.stored = Some(analysis.digest.clone());
        // The cache saves time on the next opening; if it cannot be written, nothing is lost.
        if let Ok(json) = serde_json::to_string(analysis) {
            self.push(Change::StoreAnalysis { digest: analysis.digest.clone(), json });
        }
    }

    fn tend_charts(&mut self, language: Language) {
        let key = ChartKey { revision: self.case.revision(), analysis: self.analysis.as_ref().map(|a| a.digest.clone()), language };
        if let Some((of, job)) = self.charts_job.take() {
            match job.poll() {
                Poll::Running if of == key => self.charts_job = Some((of, job)),
                Poll::Running => {}
                Poll::Lost => self.charts_of = Some(of),
                Poll::Done(charts) => {
                    self.charts = charts;
                    self.charts_of = Some(of);
                }
            }
        }
        if self.charts_of.as_ref() != Some(&key) && self.charts_job.is_none() {
            let (case, analysis) = (self.case.clone(), self.analysis.clone());
            let job = Job::start("charts", Arc::clone(&self.wake), move |_| {
                let words = Words::new(language);
                let timeline = Timeline::build(case.contents(), analysis.as_deref(), &words);
                let matrix = analysis.as_deref().map(|analysis| Matrix::build(case.contents(), analysis, &words));
                Charts { timeline, matrix }
            });
            self.charts_job = job.ok().map(|job| (key, job));
        }
    }

    /// Closes the case: what is being written is finished first, what only reads is given up.
    ///
    /// # Errors
    /// If the file cannot be closed cleanly; what was acknowledged is in it all the same.
    pub fn close(mut self) -> Result<(), CaseError> {
        self.analysis_job = None;
        self.charts_job = None;
        if let Some(job) = self.change.take() {
            job.progress().cancel();
            self.file = job.wait().flatten().map(|finished| finished.file);
        }
        // Only edits are worth writing now; an import not begun is given up with the window.
        let mut file = self.file.take();
        for change in std::mem::take(&mut self.queue) {
            if let (Some(file), Change::Edit(_)) = (file.as_mut(), &change) {
                carry_out(file, change, &crate::job::Unwatched).ok();
            }
        }
        file.map_or(Ok(()), CaseFile::close)
    }
}
