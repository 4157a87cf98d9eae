//! Carries out commands, one after the other, and what dialogs answer.

use super::super::command::Command;
use super::super::conclusion::Conclusion;
use super::super::dialogs::{Answer, CaseSettings, Dialog, NewCase, OpenCase, SaveAs, SaveResults};
use super::super::errors;
use super::super::palette::Palette;
use super::super::palette::items::Stock;
use super::super::panes::Side;
use super::super::room::{Room, Selection};
use super::super::session::Session;
use super::super::settings::TextSize;
use super::super::spoken::Spoken;
use super::super::tasks::Failed;
use super::super::theme;
use super::super::trail::Place;
use super::App;
use crate::model::{ImportKind, Language};
use crate::ui::samples;
use crate::words::Words;
use egui::ViewportCommand;
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// Carries out everything asked for in this frame.
    pub(super) fn carry_out(&mut self, ctx: &egui::Context) {
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

    pub(super) fn one(&mut self, ctx: &egui::Context, command: Command) {
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

    pub(super) fn cancel(&mut self) {
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

    pub(super) fn with_session(&mut self, act: impl FnOnce(&mut Session)) {
        if let Some(session) = &mut self.session {
            act(session);
        }
    }

    pub(super) fn add_files(&mut self, kind: Option<ImportKind>, paths: Vec<PathBuf>) {
        self.rooms.evidence.open_desk(kind, paths);
        self.go(Room::Evidence, None);
    }

    pub(super) fn go(&mut self, room: Room, selection: Option<Selection>) {
        let selection = selection.or_else(|| self.trail.now().selection.clone());
        if room != self.trail.now().room {
            self.picked.clear();
        }
        self.trail.go(Place { room, selection });
    }

    pub(super) fn select(&mut self, selection: Option<Selection>) {
        let room = self.trail.now().room;
        // Choosing one thing lets go of many.
        self.picked.clear();
        self.trail.go(Place { room, selection });
    }

    pub(super) fn set_text_size(&mut self, ctx: &egui::Context, size: TextSize) {
        self.settings.text_size = size;
        ctx.set_zoom_factor(size.factor());
        self.keep_settings();
    }

    /// The steps take the place of the details; where the panel is hidden it comes up for them.
    pub(super) fn toggle_history(&mut self) {
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
    pub(super) fn check_conclusion(&mut self) {
        let Some(session) = &self.session else { return };
        let form = self.conclusion.take().or_else(|| {
            let planted = samples::planted(session.sample()?)?;
            Some(Box::new(Conclusion::new(session.case(), planted)))
        });
        self.dialog = form.map(Dialog::Conclusion);
    }

    pub(super) fn show_palette(&mut self) {
        let stock = Stock { case: self.shown_case(), settings: &self.settings, is_shielded: self.shield.is_some(), words: &self.words };
        self.palette = Some(Palette::new(stock.items()));
    }

    pub(super) fn set_language(&mut self, ctx: &egui::Context, language: Language) {
        self.settings.language = language;
        self.words = Arc::new(Words::new(language));
        Spoken::speak(ctx, &self.words);
        self.keep_settings();
    }

    pub(super) fn keep_settings(&mut self) {
        if self.keeps_settings
            && let Err(error) = self.settings.save()
        {
            let text = errors::after(self.words.text("window-error-settings"), &error, &self.words);
            self.log.error(text);
        }
    }

    pub(super) fn answer(&mut self, ctx: &egui::Context, answer: Answer) {
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
