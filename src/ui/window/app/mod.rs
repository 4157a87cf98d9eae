//! The app: owns the open case, the rooms and the dialogs; commands are carried out in `doing`.

mod annotating;
mod doing;
mod frame;
mod middle;
mod opening;
mod paned;
mod review;
mod saving;
mod seen;
mod shielded;

use super::command::{Command, CommandState};
use super::conclusion::Conclusion;
use super::dialogs::Dialog;
use super::errors;
use super::inspector::Inspector;
use super::jobs::{self, Wake};
use super::log::Log;
use super::palette::Palette;
use super::panes::Panes;
use super::room::Room;
use super::rooms::Rooms;
use super::searching::Searching;
use super::session::{News, Outcome, Session};
use super::settings::UserSettings;
use super::shield::Shield;
use super::spoken::Spoken;
use super::startup::Startup;
use super::tasks::Failed;
use super::theme;
use super::trail::Trail;
use super::widgets::list::ListDesk;
use crate::analysis::AnalysisError;
use crate::model::Thing;
use crate::words::Words;
use opening::Opening;
use saving::Saving;
pub use saving::in_the_way;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What the window begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// The start screen.
    Empty,
    /// This case.
    Open(PathBuf),
    /// This sample incident.
    Sample(String),
}

/// The window's state.
pub struct App {
    words: Arc<Words>,
    settings: UserSettings,
    /// Tests do not touch the settings of whoever runs them.
    keeps_settings: bool,
    session: Option<Session>,
    opening: Option<Opening>,
    rooms: Rooms,
    inspector: Inspector,
    trail: Trail,
    panes: Panes,
    startup: Startup,
    log: Log,
    dialog: Option<Dialog>,
    palette: Option<Palette>,
    /// What was stated about the open sample, while its form is closed.
    conclusion: Option<Box<Conclusion>>,
    /// The last task that did not succeed.
    failed: Option<Failed>,
    /// Up while people are hidden.
    shield: Option<Shield>,
    /// The views of the rooms as they were before it went up: what is typed and chosen there may name people.
    rooms_behind: Option<Rooms>,
    lists: ListDesk,
    /// The rooms somebody has looked at since the case was opened.
    visited: BTreeSet<Room>,
    /// Results on their way into a folder, and whether any of this case got there since it was opened.
    saving: Option<Saving>,
    has_saved: bool,
    /// The rows chosen in a list.
    picked: Vec<Thing>,
    searching: Searching,
    commands: Vec<Command>,
    window_title: String,
    wake: Wake,
    is_closing: bool,
}

impl App {
    /// The app as a user starts it, with the user's settings.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Self {
        let mut app = Self::with_settings(&cc.egui_ctx, start, UserSettings::load());
        app.keeps_settings = true;
        app
    }

    /// The app with given settings, which it never stores: for tests and pictures.
    pub fn with_settings(ctx: &egui::Context, start: Start, settings: UserSettings) -> Self {
        theme::install(ctx);
        theme::wear(ctx, settings.theme);
        ctx.set_zoom_factor(settings.text_size.factor());
        let words = Arc::new(Words::new(settings.language));
        Spoken::speak(ctx, &words);
        // Our own commands do it, so that the choice is remembered.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let mut commands = Vec::new();
        match start {
            Start::Empty => {}
            Start::Open(path) => commands.push(Command::OpenPath(path)),
            Start::Sample(name) => commands.push(Command::OpenSample(name)),
        }
        Self {
            words,
            keeps_settings: false,
            session: None,
            opening: None,
            rooms: Rooms::default(),
            inspector: Inspector::default(),
            trail: Trail::default(),
            panes: Panes::new(settings.panes.as_ref()),
            startup: Startup::default(),
            log: Log::default(),
            dialog: None,
            palette: None,
            conclusion: None,
            failed: None,
            shield: settings.is_shielded.then(Shield::default),
            rooms_behind: None,
            lists: ListDesk::new(settings.lists.clone()),
            visited: BTreeSet::new(),
            saving: None,
            has_saved: false,
            picked: Vec::new(),
            searching: Searching::default(),
            commands,
            window_title: String::new(),
            wake: jobs::repaint(ctx),
            is_closing: false,
            settings,
        }
    }

    /// The open case.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What the window would remember of its user.
    pub fn settings(&self) -> &UserSettings {
        &self.settings
    }

    /// What was told so far.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Asks for something, as a menu would.
    pub fn push(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Whether anything runs in the background.
    pub fn is_busy(&self) -> bool {
        self.opening.is_some()
            || self.searching.is_busy()
            || self.session.as_ref().is_some_and(|session| session.is_changing() || session.is_analysing())
    }

    fn command_state(&self) -> CommandState {
        let session = self.session.as_ref();
        let (targets, are_starred, have_tags) = session.map(|session| self.target_marks(session.marks())).unwrap_or_default();
        CommandState {
            targets,
            are_starred,
            have_tags,
            has_case: session.is_some(),
            is_writable: session.is_some_and(|session| !session.is_read_only()),
            can_undo: session.is_some_and(|session| session.steps().can_undo()),
            can_redo: session.is_some_and(|session| session.steps().can_redo()),
            is_busy: self.opening.is_some()
                || self.searching.rows_progress().is_some()
                || session.is_some_and(|session| session.change_progress().is_some() || session.analysis_progress().is_some()),
            can_retry: self.failed.is_some(),
            can_go_back: self.trail.can_go_back(),
            can_go_forward: self.trail.can_go_forward(),
            panes: self.panes.count(),
            is_reviewing: self.is_reviewing(),
            has_pair: self.is_reviewing() && self.rooms.recipients.is_pair_shown(),
            hides_scores: self.settings.hides_scores,
            has_list: self.lists.has_list(),
            has_rail: self.settings.has_rail,
            has_inspector: self.settings.has_inspector,
            has_history: self.settings.has_inspector && self.settings.has_history,
            has_notes: self.settings.has_inspector && self.settings.has_notes && !self.settings.has_history,
            has_guide: self.settings.has_guide,
            is_shielded: self.shield.is_some(),
            has_answer: session.is_some_and(|session| session.analysis().is_some() && !session.is_analysing()),
            is_sample: session.is_some_and(|session| session.sample().is_some()),
            language: self.words.language(),
            theme: self.settings.theme,
            text_size: self.settings.text_size,
        }
    }

    /// Collects what threads have finished. Draws nothing.
    fn tend(&mut self, ctx: &egui::Context) {
        self.tend_opening();
        self.tend_saving();
        let is_searching = self.is_seen(Room::Search);
        let Some(session) = &mut self.session else { return };
        let news = session.tend(self.words.language());
        if let Some(shield) = &mut self.shield {
            shield.tend(session, self.words.language(), &self.wake);
        }
        self.searching.is_open = is_searching;
        let shown = self.shield.as_ref().and_then(Shield::shown);
        self.searching.tend(session, shown, self.shield.is_some(), self.words.language(), &self.wake);
        if let Some(wait) = session.due_in() {
            ctx.request_repaint_after(wait);
        }
        let is_settled = !session.is_changing();
        if is_settled && news.iter().any(|news| matches!(news, News::Change(_))) {
            self.rooms.recipients.settle();
        }
        for news in news {
            self.tell(news);
        }
    }

    fn tell(&mut self, news: News) {
        let words = Arc::clone(&self.words);
        match news {
            News::Change(Ok(Outcome::Imported(reports))) => {
                let (found, rejected) = reports.iter().fold((0, 0), |(f, r), report| (f + report.found, r + report.rejected()));
                let args = crate::args! { "files" => reports.len(), "found" => found, "rejected" => rejected };
                self.log.info(words.text_with("window-log-imported", &args));
                self.rooms.evidence.imported(Ok(reports));
                self.failed = None;
            }
            News::Change(Ok(Outcome::Made { aside })) if aside > 0 => {
                self.log.info(words.text_with("frame-history-log-aside", &crate::args! { "n" => aside }));
            }
            News::Change(Ok(Outcome::Changed | Outcome::Made { .. } | Outcome::Quiet)) => {}
            News::Change(Err(error)) => {
                let text = errors::render(&error, &words);
                self.rooms.evidence.imported(Err(text.clone()));
                let refused = self.session.as_mut().and_then(Session::take_refused);
                if let Some(requests) = refused {
                    self.failed = Some(Failed { title_id: "window-task-import", again: Command::Import(requests) });
                }
                self.log.error(text);
            }
            News::Analysed => {
                self.failed.take_if(|failed| matches!(failed.again, Command::Analyse));
                self.log.info(words.text("window-log-analysed"));
            }
            News::AnalysisFailed(why) => {
                self.failed = Some(Failed { title_id: "window-task-analysis", again: Command::Analyse });
                match why {
                    Some(AnalysisError::Attribute(_)) => self.log.info(words.text("window-error-cancelled")),
                    Some(error) => self.log.error(errors::render(&error, &words)),
                    None => self.log.error(words.text("window-error-defect")),
                }
            }
            News::Lost => {
                self.log.error(words.text("window-error-lost"));
                self.session = None;
                self.trail.restart(Room::Start);
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.tend(ctx);
        self.keys(ctx);
        self.dropped(ctx);
        self.guard_closing(ctx);
        self.carry_out(ctx);
        self.title(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.startup.tend(ui.ctx(), self.session.is_some());
        self.draw(ui);
        theme::focus_ring(ui);
        if !self.commands.is_empty() {
            ui.request_repaint();
        }
    }

    fn on_exit(&mut self) {
        self.keep_settings();
        self.close_case();
    }
}
