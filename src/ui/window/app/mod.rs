//! The app: owns the open case, the rooms and the dialogs, and carries out commands.

mod annotating;
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
use super::dialogs::{Answer, CaseSettings, Dialog, NewCase, OpenCase, SaveAs, SaveResults};
use super::errors;
use super::inspector::Inspector;
use super::jobs::{self, Wake};
use super::log::Log;
use super::palette::Palette;
use super::palette::items::Stock;
use super::panes::{Panes, Side};
use super::room::{Room, Selection};
use super::rooms::Rooms;
use super::searching::Searching;
use super::session::{News, Outcome, Session};
use super::settings::{TextSize, UserSettings};
use super::shield::Shield;
use super::spoken::Spoken;
use super::startup::Startup;
use super::tasks::Failed;
use super::theme;
use super::trail::{Place, Trail};
use super::widgets::list::ListDesk;
use crate::analysis::AnalysisError;
use crate::model::{ImportKind, Language, Thing};
use crate::ui::samples;
use crate::words::Words;
use egui::ViewportCommand;
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

    /// Carries out everything asked for in this frame.
    fn carry_out(&mut self, ctx: &egui::Context) {
        for command in std::mem::take(&mut self.commands) {
            // What is being written is not given up without asking.
            if self.is_writing() && leaves_the_case(&command) {
                self.dialog = Some(Dialog::Closing(Some(Box::new(command))));
                continue;
            }
            if let Some(why) = command.why_not(&self.command_state()) {
                self.log.info(self.words.text(why));
                continue;
            }
            self.one(ctx, command);
        }
    }

    fn one(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::NewCase => self.dialog = Some(Dialog::New(NewCase::default())),
            Command::OpenCase => self.dialog = Some(Dialog::Open(OpenCase::default())),
            Command::OpenPath(path) => self.open(path, None),
            Command::OpenSample(name) => self.open_sample(name),
            Command::CloseCase => {
                self.close_case();
                self.trail.restart(Room::Start);
            }
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Undo => self.with_session(Session::undo),
            Command::Redo => self.with_session(Session::redo),
            Command::GoToStep(step) => self.with_session(|session| session.go_to(step)),
            Command::ToggleHistory => self.toggle_history(),
            Command::Edit(edit) => self.with_session(|session| session.edit(edit)),
            Command::AddFiles(kind) => self.add_files(kind, Vec::new()),
            Command::PasteText => {
                self.rooms.evidence.paste(&self.words);
                self.go(Room::Evidence, None);
            }
            Command::Import(requests) => self.with_session(|session| session.import(requests)),
            Command::GoTo(room) => {
                if room == Room::Search {
                    self.rooms.search.focus();
                }
                self.go(room, None);
            }
            Command::Select(selection) => {
                if matches!(selection, Selection::Note(_)) {
                    self.show_details();
                }
                self.select(Some(selection));
            }
            Command::Show(room, selection) => self.go(room, Some(selection)),
            Command::Pick(things) => self.picked = things,
            Command::ToggleStar => self.toggle_star(),
            Command::AddTag => self.ask_tag(false),
            Command::RemoveTag => self.ask_tag(true),
            Command::WriteNote => self.write_note(),
            Command::EditNote(id) => self.edit_note(id),
            Command::ToggleNotes => self.toggle_notes(),
            Command::Ask(question) => self.searching.ask(question),
            Command::SearchRows => self.searching.ask_rows(),
            Command::CancelSearch => {
                self.searching.cancel();
            }
            Command::LeaveSearch => self.leave_search(),
            Command::Deselect => self.select(None),
            Command::Back => self.trail.back(),
            Command::Forward => self.trail.forward(),
            Command::Revisit(at) => self.trail.revisit(at),
            Command::Split(side) => self.split(side),
            Command::OpenBeside(room) => self.open_pane(room, Side::Beside),
            Command::FocusPane(room) => self.trail.stand_in(room),
            Command::NextPane => self.next_pane(),
            Command::ClosePane(room) => self.close_pane(room),
            Command::OnePane => self.panes.unsplit(),
            Command::ToggleReview => self.toggle_review(),
            Command::ReviewLink(link) => self.review_link(link),
            Command::Judge(answer) => self.judge(answer),
            Command::NextPair => self.rooms.recipients.step(true),
            Command::PreviousPair => self.rooms.recipients.step(false),
            Command::ToggleScore => {
                self.settings.hides_scores = !self.settings.hides_scores;
                self.keep_settings();
            }
            Command::Analyse => self.with_session(Session::analyse_again),
            Command::CancelTask => self.cancel(),
            Command::Retry => {
                if let Some(failed) = self.failed.take() {
                    self.commands.push(failed.again);
                }
            }
            Command::SetLanguage(language) => self.set_language(ctx, language),
            Command::SetTheme(theme) => {
                self.settings.theme = theme;
                theme::wear(ctx, theme);
                self.keep_settings();
            }
            Command::ToggleRail => {
                self.settings.has_rail = !self.settings.has_rail;
                self.keep_settings();
            }
            Command::ToggleInspector => {
                self.settings.has_inspector = !self.settings.has_inspector;
                self.keep_settings();
            }
            Command::SetTextSize(size) => self.set_text_size(ctx, size),
            Command::LargerText => self.set_text_size(ctx, self.settings.text_size.larger()),
            Command::SmallerText => self.set_text_size(ctx, self.settings.text_size.smaller()),
            Command::ShowPalette => self.show_palette(),
            Command::ToggleGuide => {
                self.settings.has_guide = !self.settings.has_guide;
                self.keep_settings();
            }
            Command::ToggleShield => self.toggle_shield(),
            Command::CheckConclusion => self.check_conclusion(),
            Command::ShowMessages => {
                self.log.seen();
                self.dialog = Some(Dialog::Messages);
            }
            Command::ShowShortcuts => self.dialog = Some(Dialog::Shortcuts(self.trail.now().room)),
            Command::ShowAbout => self.dialog = Some(Dialog::About),
            Command::Forget(path) => {
                self.settings.forget(&path);
                self.keep_settings();
            }
            Command::Copy(text) => {
                ctx.copy_text(text);
                self.log.info(self.words.text("window-log-copied"));
            }
            Command::List(ask) => self.lists.ask(ask),
            Command::CaseSettings => {
                let settings = self.session.as_ref().map(|session| CaseSettings::of(&session.case().contents().incident, &self.words));
                self.dialog = settings.map(|settings| Dialog::Settings(Box::new(settings)));
            }
            Command::SaveResults => {
                self.dialog = self.session.as_ref().map(|session| Dialog::Results(SaveResults::beside(session.path())));
            }
            Command::Export(export) => self.dialog = Some(Dialog::Export(SaveAs::of(export))),
        }
        self.panes.show(self.trail.now().room);
        ctx.request_repaint();
    }

    fn cancel(&mut self) {
        if let Some(opening) = &self.opening {
            opening.progress().cancel();
        } else if !self.is_writing() && self.searching.cancel() {
            // Looking through rows is what somebody waits for.
        } else if let Some(session) = &mut self.session {
            // An import says itself that it was stopped; an analysis is simply given up.
            if session.change_progress().is_none() {
                self.failed = Some(Failed { title_id: "window-task-analysis", again: Command::Analyse });
                self.log.info(self.words.text("window-error-cancelled"));
            }
            session.cancel();
        }
    }

    /// Whether something is on its way into the case.
    pub(super) fn is_writing(&self) -> bool {
        self.saving.is_some() || self.session.as_ref().is_some_and(|session| session.change_progress().is_some())
    }

    fn with_session(&mut self, act: impl FnOnce(&mut Session)) {
        if let Some(session) = &mut self.session {
            act(session);
        }
    }

    fn add_files(&mut self, kind: Option<ImportKind>, paths: Vec<PathBuf>) {
        self.rooms.evidence.open_desk(kind, paths);
        self.go(Room::Evidence, None);
    }

    fn go(&mut self, room: Room, selection: Option<Selection>) {
        let selection = selection.or_else(|| self.trail.now().selection.clone());
        if room != self.trail.now().room {
            self.picked.clear();
        }
        self.trail.go(Place { room, selection });
    }

    fn select(&mut self, selection: Option<Selection>) {
        let room = self.trail.now().room;
        // Choosing one thing lets go of many.
        self.picked.clear();
        self.trail.go(Place { room, selection });
    }

    fn set_text_size(&mut self, ctx: &egui::Context, size: TextSize) {
        self.settings.text_size = size;
        ctx.set_zoom_factor(size.factor());
        self.keep_settings();
    }

    /// The steps take the place of the details; where the panel is hidden it comes up for them.
    fn toggle_history(&mut self) {
        let is_shown = self.settings.has_inspector && self.settings.has_history;
        self.settings.has_history = !is_shown;
        self.settings.has_notes = false;
        self.settings.has_inspector = true;
        if self.trail.now().room == Room::Start {
            self.go(Room::Overview, None);
        }
        self.keep_settings();
    }

    /// Opens the form as it was left.
    fn check_conclusion(&mut self) {
        let Some(session) = &self.session else { return };
        let form = self.conclusion.take().or_else(|| {
            let planted = samples::planted(session.sample()?)?;
            Some(Box::new(Conclusion::new(session.case(), planted)))
        });
        self.dialog = form.map(Dialog::Conclusion);
    }

    fn show_palette(&mut self) {
        let stock = Stock { case: self.shown_case(), settings: &self.settings, is_shielded: self.shield.is_some(), words: &self.words };
        self.palette = Some(Palette::new(stock.items()));
    }

    fn set_language(&mut self, ctx: &egui::Context, language: Language) {
        self.settings.language = language;
        self.words = Arc::new(Words::new(language));
        Spoken::speak(ctx, &self.words);
        self.keep_settings();
    }

    fn keep_settings(&mut self) {
        if self.keeps_settings
            && let Err(error) = self.settings.save()
        {
            let text = errors::after(self.words.text("window-error-settings"), &error, &self.words);
            self.log.error(text);
        }
    }

    fn answer(&mut self, ctx: &egui::Context, answer: Answer) {
        if let Some(Dialog::Conclusion(form)) = self.dialog.take() {
            self.conclusion = Some(form);
        }
        match answer {
            Answer::Dismiss => {}
            Answer::Open { path, passphrase } => self.open(path, passphrase),
            Answer::Create { path, title, passphrase } => self.create(path, title, passphrase),
            Answer::Edit(edit) => self.commands.push(Command::Edit(edit)),
            Answer::Results(folder) => self.save_results(folder),
            Answer::Export { path, export } => self.export(&path, &export),
            Answer::Tag { things, tag, is_removing } => self.tag(&things, &tag, is_removing),
            Answer::CloseAnyway(Some(command)) => self.one(ctx, *command),
            Answer::CloseAnyway(None) => {
                self.is_closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}

/// Whether a command closes the open case.
fn leaves_the_case(command: &Command) -> bool {
    matches!(command, Command::NewCase | Command::OpenCase | Command::CloseCase | Command::OpenPath(_) | Command::OpenSample(_))
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
