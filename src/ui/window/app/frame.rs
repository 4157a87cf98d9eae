//! The frame: where the menu, the rail, the room, the inspector and the strip stand; keys, dropped files, the window's title.

use super::App;
use super::middle::{Middle, READING};
use super::opening::Opening;
use super::seen::{Beside, Seen, room_context};
use crate::ui::window::command::{Command, ListAsk};
use crate::ui::window::dialogs::Dialog;
use crate::ui::window::guide;
use crate::ui::window::history;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::menu::{self, MenuContext};
use crate::ui::window::palette::Choice;
use crate::ui::window::places;
use crate::ui::window::rail;
use crate::ui::window::room::{Room, RoomContext, Selection};
use crate::ui::window::rooms::start::{self, StartContext};
use crate::ui::window::searching::Searching;
use crate::ui::window::session::Session;
use crate::ui::window::shield::Shield;
use crate::ui::window::strip;
use crate::ui::window::tasks::{Task, Tasks};
use crate::ui::window::theme::tokens;
use crate::ui::window::trail::Place;
use crate::words::Words;
use egui::{CentralPanel, Frame, Margin, Panel, Ui, ViewportCommand};
use std::sync::Arc;

impl App {
    /// Draws everything.
    pub(super) fn draw(&mut self, ui: &mut Ui) {
        let words = Arc::clone(&self.words);
        let state = self.command_state();
        let mut commands = Vec::new();
        self.lists.begin();
        let t = tokens(ui);
        self.panes.show(self.trail.now().room);
        let now = self.trail.now().clone();
        let title = self.session.as_ref().map(|session| self.may_show(&session.case().contents().incident.title).into_owned());
        let masked_log = self.shield.is_some().then(|| self.log.shown_as(|text| self.may_show(text).into_owned()));
        let link = self.link_under_review();
        let review = self.review_view(link.as_ref());
        // While links are reviewed the inspector follows the pair; where one was before is not forgotten for it.
        let followed = link.as_ref().filter(|_| state.is_reviewing).map(|link| Selection::Recipient(link.recipient.clone()));

        let running = running(self.opening.as_ref(), self.session.as_ref(), &self.searching, self.shield.is_some(), &words);
        let tasks = Tasks { running, failed: self.failed.as_ref(), state: &state };

        let bar = Frame::new().fill(t.sunken).inner_margin(Margin::symmetric(8, 4));
        Panel::top("menu").frame(bar).show(ui, |ui| {
            let places = || {
                let (places, now) = self.trail.places();
                let case = self.shown_case();
                let name = |place: &Place| match self.veiled() {
                    Some(shown) => places::name(&Place { selection: place.selection.as_ref().map(|it| shown.selection(it)), ..*place }, case, &words),
                    None => places::name(place, case, &words),
                };
                (places.into_iter().map(name).collect(), now)
            };
            let ctx = MenuContext { state, title: title.as_deref(), places: &places, words: &words };
            menu::ui(ui, &ctx, &mut commands);
        });
        let strip = Frame::new().fill(t.sunken).inner_margin(Margin::symmetric(10, 4));
        Panel::bottom("strip").frame(strip).show(ui, |ui| {
            strip::ui(ui, &tasks, masked_log.as_ref().unwrap_or(&self.log), &words, &mut commands);
        });
        let seen = self.session.as_ref().and_then(|session| Seen::of(session, self.shield.as_ref()));
        let selection = match self.shield.as_ref().and_then(Shield::shown) {
            Some(shown) => now.selection.as_ref().map(|selection| shown.selection(selection)),
            None => now.selection.clone(),
        };
        let mut has_rail = self.settings.has_rail;
        let rail = Frame::new().fill(t.sunken).inner_margin(Margin::symmetric(8, 6));
        let width = self.settings.rail_width;
        Panel::left("rail").frame(rail).default_size(width).size_range(150.0..=280.0).show_collapsible(ui, &mut has_rail, |ui| {
            self.settings.rail_width = panel_width(ui, 8.0);
            rail::ui(ui, now.room, self.session.as_ref().map(Session::counts), &state, &words, &mut commands);
        });
        if has_rail != self.settings.has_rail {
            commands.push(Command::ToggleRail);
        }
        if let Some(session) = self.session.as_ref().filter(|_| self.settings.has_guide && now.room != Room::Start) {
            self.visited.extend(self.panes.visible());
            let path = Frame::new().fill(t.surface).inner_margin(Margin::symmetric(10, 3));
            Panel::top("guide").frame(path).show(ui, |ui| {
                let steps = guide::steps(session.case().contents(), session.analysis(), &self.visited, self.has_saved);
                guide::ui(ui, now.room, &steps, &words, &mut commands);
            });
        }
        if self.session.is_some() && now.room != Room::Start {
            let mut has_inspector = self.settings.has_inspector;
            let inspector = Frame::new().fill(t.surface).inner_margin(Margin::symmetric(14, 10));
            let width = self.settings.inspector_width;
            Panel::right("inspector").frame(inspector).default_size(width).size_range(220.0..=560.0).show_collapsible(ui, &mut has_inspector, |ui| {
                self.settings.inspector_width = panel_width(ui, 14.0);
                // A panel without contents would shrink and stay small.
                ui.take_available_width();
                if let Some(seen) = &seen {
                    let beside = Beside { picked: &self.picked, search: &self.searching, lists: &self.lists };
                    let ctx = room_context(seen, followed.as_ref().or(selection.as_ref()), review, beside, state, &words);
                    side_tabs(ui, &ctx, &mut commands);
                    if self.settings.has_history {
                        history::ui(ui, seen.steps, &ctx, &mut commands);
                    } else if self.settings.has_notes {
                        self.rooms.notes.ui(ui, &ctx, &mut commands);
                    } else {
                        self.inspector.ui(ui, &ctx, &mut commands);
                    }
                }
            });
            if has_inspector != self.settings.has_inspector {
                commands.push(Command::ToggleInspector);
            }
        }
        // Panes have their own margins and reach the edge.
        let is_split = seen.is_some() && now.room != Room::Start && self.panes.is_split();
        let margin = if is_split { Margin::ZERO } else { Margin::symmetric(18, 12) };
        let room = Frame::new().fill(t.canvas).inner_margin(margin);
        CentralPanel::default().frame(room).show(ui, |ui| {
            if self.session.is_some() && now.room != Room::Start {
                let beside = Beside { picked: &self.picked, search: &self.searching, lists: &self.lists };
                let failed = self.shield.as_ref().and_then(Shield::failed);
                let middle = Middle { seen: seen.as_ref(), failed, selection: selection.as_ref(), review, beside, state, words: &words };
                middle.ui(ui, &mut self.rooms, &mut self.panes, now.room, &mut commands);
            } else {
                ui.set_max_width(READING.min(ui.available_width()));
                let ctx = StartContext {
                    settings: &self.settings,
                    open: title.as_deref(),
                    is_sample: state.is_sample,
                    is_shielded: state.is_shielded,
                    is_busy: self.opening.is_some(),
                    words: &words,
                };
                start::ui(ui, &ctx, &mut commands);
            }
        });
        self.drop_hint(ui);
        if let Some(mut dialog) = self.dialog.take() {
            let answer = dialog.ui(ui, masked_log.as_ref().unwrap_or(&self.log), &tasks, &words, &self.wake, &mut commands);
            self.dialog = Some(dialog);
            if let Some(answer) = answer {
                let ctx = ui.ctx().clone();
                self.answer(&ctx, answer);
                ui.request_repaint();
            }
        }
        if let Some(mut palette) = self.palette.take() {
            match palette.ui(ui, &state, &self.settings.recent_commands, &words) {
                Choice::Open => self.palette = Some(palette),
                Choice::Closed => {}
                Choice::Chosen(item) => {
                    if let Some(name) = &item.name {
                        self.settings.remember_command(name);
                        self.keep_settings();
                    }
                    commands.push(item.command);
                }
            }
        }
        // Rooms behind the shield speak of labels.
        let unmasked = commands.into_iter().map(|command| match self.shield.as_ref().and_then(Shield::shown) {
            Some(shown) => shown.unmasked(command),
            None => command,
        });
        self.commands.extend(unmasked);
        self.keep_panes(ui);
        if let Some(lists) = self.lists.changed() {
            self.settings.lists = lists;
            self.keep_settings();
        }
    }

    /// Shortcuts. A dialog keeps the keyboard to itself; text fields keep what they need for editing.
    pub(super) fn keys(&mut self, ctx: &egui::Context) {
        // Whatever is open: whoever looks up hides people first.
        if let Some(keys) = Command::ToggleShield.shortcut()
            && ctx.input_mut(|input| input.consume_shortcut(&keys))
        {
            self.commands.push(Command::ToggleShield);
            return;
        }
        if self.dialog.is_some() || self.palette.is_some() {
            return;
        }
        let is_writing = ctx.text_edit_focused();
        // The system's own key for copying comes as an event. Text somebody has selected goes first.
        let is_copied = ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy)));
        if is_copied && !is_writing && self.lists.has_list() && !ctx.plugin::<egui::text_selection::LabelSelectionState>().lock().has_selection() {
            self.commands.push(Command::List(ListAsk::Copy));
        }
        let has_focus = ctx.memory(|memory| memory.focused().is_some());
        let state = self.command_state();
        for command in Command::with_keys() {
            // The integration closes the window on Ctrl+Q by itself.
            if matches!(command, Command::Quit) {
                continue;
            }
            let Some(keys) = command.shortcut() else { continue };
            let is_letter = keys.modifiers.is_none() && (keys.logical_key.name().chars().count() == 1 || keys.logical_key == egui::Key::Slash);
            let is_function_key = keys.modifiers.is_none() && !is_letter;
            // A letter is a command only where it can be carried out; elsewhere it does nothing, and in a text field it is text.
            if is_letter && (is_writing || command.why_not(&state).is_some()) {
                continue;
            }
            let edits_text = matches!(command, Command::Undo | Command::Redo | Command::List(ListAsk::MarkAll))
                || (keys.conflicts_with_text_editing() && !is_function_key);
            if is_writing && edits_text {
                continue;
            }
            // A key that is held down decides once.
            let is_held = |event: &egui::Event| matches!(event, egui::Event::Key { key, repeat: true, .. } if *key == keys.logical_key);
            if matches!(command, Command::Judge(_)) && ctx.input(|input| input.events.iter().any(is_held)) {
                continue;
            }
            let other = command.other_key().filter(|other| !has_focus || !other.modifiers.is_none());
            if ctx.input_mut(|input| input.consume_shortcut(&keys) || other.is_some_and(|other| input.consume_shortcut(&other))) {
                // What opens a field for text is not its first letter.
                if is_letter {
                    ctx.input_mut(|input| input.events.retain(|event| !matches!(event, egui::Event::Text(text) if text == "/")));
                }
                self.commands.push(command);
                break;
            }
        }
    }

    /// Files dropped anywhere go to the desk.
    pub(super) fn dropped(&mut self, ctx: &egui::Context) {
        let paths: Vec<_> = ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if paths.is_empty() || self.dialog.is_some() {
            return;
        }
        let is_case = |path: &std::path::Path| path.extension().is_some_and(|extension| extension == "sourcier");
        match (self.session.as_ref(), paths.as_slice()) {
            (_, [path]) if is_case(path) => self.commands.push(Command::OpenPath(path.clone())),
            (Some(session), _) if !session.is_read_only() => self.add_files(None, paths),
            (Some(_), _) => self.log.error(self.words.text("window-why-read-only")),
            (None, _) => self.log.error(self.words.text("window-why-no-case-for-files")),
        }
    }

    /// While files hover over the window it says what dropping them will do.
    fn drop_hint(&self, ui: &Ui) {
        if ui.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let id = if self.session.is_some() { "window-drop-here" } else { "window-drop-case" };
        let rect = ui.content_rect();
        let painter = ui.layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop hint")));
        let t = tokens(ui);
        painter.rect_filled(rect, 0, t.accent_soft.gamma_multiply(0.92));
        let font = egui::TextStyle::Heading.resolve(ui.style());
        painter.text(rect.center(), egui::Align2::CENTER_CENTER, self.words.text(id), font, t.text);
    }

    /// Closing while something is written asks first.
    pub(super) fn guard_closing(&mut self, ctx: &egui::Context) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        if is_asked && !self.is_closing && self.is_writing() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.dialog = Some(Dialog::Closing(None));
        }
    }

    /// The window is called after the case.
    pub(super) fn title(&mut self, ctx: &egui::Context) {
        let title = match self.session.as_ref().map(|session| session.case().contents().incident.title.as_str()) {
            Some(title) if !title.is_empty() => format!("{} — Sourcier", self.may_show(title)),
            _ => "Sourcier".to_owned(),
        };
        if title != self.window_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }
}

/// Everything that runs, what blocks most first.
fn running<'a>(opening: Option<&'a Opening>, session: Option<&'a Session>, search: &'a Searching, hides_item: bool, words: &Words) -> Vec<Task<'a>> {
    let opening = opening.map(|opening| (opening.title_id(), opening.progress()));
    let change = session.and_then(Session::change_progress).map(|progress| ("window-task-import", progress));
    let analysis = session.and_then(Session::analysis_progress).map(|progress| ("window-task-analysis", progress));
    let rows = search.rows_progress().map(|progress| ("search-task-rows", progress));
    let all = opening.into_iter().chain(change).chain(rows).chain(analysis);
    all.map(|(title, progress)| Task { title: words.text(title), progress, hides_item }).collect()
}

/// How wide a panel is with its margins, to be remembered.
fn panel_width(ui: &Ui, margin: f32) -> f32 {
    (ui.max_rect().width() + 2.0 * margin).round()
}

/// What the panel on the right shows: what is selected, or the steps of the case.
fn side_tabs(ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let (has_history, has_notes) = (ctx.state.has_history, ctx.state.has_notes);
        // Each switch brings its own up and leads back to the details.
        let back = if has_history { Command::ToggleHistory } else { Command::ToggleNotes };
        for (id, is_shown, command) in [
            ("frame-details", !has_history && !has_notes, back),
            ("frame-history", has_history, Command::ToggleHistory),
            ("notes-title", has_notes, Command::ToggleNotes),
        ] {
            if ui.selectable_label(is_shown, ctx.words.text(id)).clicked() && !is_shown {
                commands.push(command);
            }
        }
        if !has_history && !has_notes && ctx.selection.is_some() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if kit::icon_button(ui, Icon::Close, &Command::Deselect.text(ctx.words), true).clicked() {
                    commands.push(Command::Deselect);
                }
            });
        }
    });
    ui.separator();
}
