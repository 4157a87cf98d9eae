//! Search: a question over the whole case, its answers grouped by room, or a list of terms as a table. `/` opens it, Esc leaves it.
//!
//! The room shows a question and an [`Answer`]; asking is a command, and answering is the work of [`crate::ui::window::searching`].

mod hits;
mod mistakes;
mod runs;
mod terms;

use crate::search::Group;
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, RoomView};
use crate::ui::window::searching::{Answer, Question};
use crate::ui::window::tasks;
use crate::ui::window::theme::tokens;
use crate::words::format;
use egui::{Event, Id, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui};

/// The name of the field for words.
const FIELD: &str = "search words";

/// View state.
#[derive(Default)]
pub struct SearchRoom {
    question: Question,
    list: String,
    /// Number of the hit the arrows are at, from the top.
    at: usize,
    /// What was asked last; nothing before the first frame.
    asked: Option<Question>,
    wants_focus: bool,
    last_frame: Option<u64>,
}

impl RoomView for SearchRoom {
    fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        // Whoever comes here wants to type.
        let frame = ui.ctx().cumulative_frame_nr();
        self.wants_focus |= ctx.lists.is_front() && self.last_frame.is_none_or(|last| last + 2 < frame);
        self.last_frame = Some(frame);
        // What lies over the room is closed first, and keys are for the pane in front.
        let is_covered = !ctx.lists.is_front() || ui.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ui);
        if !is_covered && ui.input(|input| input.key_pressed(Key::Escape)) {
            commands.push(Command::LeaveSearch);
        }
        // Keys that are typed elsewhere, in a note beside the room for instance, are not for the hits.
        let is_here = !is_covered && ui.memory(|memory| memory.focused().is_none_or(|id| id == Id::unique(FIELD)));
        ui.horizontal(|ui| {
            ui.heading(words.text("window-room-search"));
            ui.add_space(10.0);
            for (is_list, id) in [(false, "search-mode-words"), (true, "search-mode-list")] {
                if ui.selectable_label(self.question.is_list == is_list, words.text(id)).clicked() && self.question.is_list != is_list {
                    self.turn(is_list);
                }
            }
        });
        ui.add_space(2.0);
        let (mut up, mut down, mut is_entered) = (0, 0, false);
        if is_here && !self.question.is_list {
            self.pasted_list(ui);
            (up, down, is_entered) = moves(ui);
        }
        if self.question.is_list {
            self.list_field(ui, ctx);
        } else {
            self.words_field(ui, ctx);
        }
        ui.add_space(4.0);
        if self.asked.as_ref() != Some(&self.question) {
            self.asked = Some(self.question.clone());
            commands.push(Command::Ask(self.question.clone()));
        }
        state_line(ui, ctx);
        if let Some(why) = ctx.search.failed() {
            let why = if why.is_empty() { words.text("window-error-defect") } else { why.to_owned() };
            kit::note(ui, Tone::Bad, &why);
        }
        match ctx.search.answer() {
            None | Some(Answer::Nothing) => explain(ui, ctx, self.question.is_list),
            Some(Answer::Mistake(mistake)) => kit::note(ui, Tone::Caution, &mistakes::text(mistake, words)),
            Some(Answer::Terms(rows)) => {
                if let Some(term) = terms::ui(ui, rows, ctx, commands) {
                    self.question = Question { text: term, ..Question::default() };
                    self.at = 0;
                }
            }
            Some(Answer::Hits(groups)) => {
                let count: usize = groups.iter().map(|group| group.hits.len()).sum();
                self.at = (self.at + down).saturating_sub(up).min(count.saturating_sub(1));
                let mut list = hits::List { ctx, at: self.at, has_moved: up + down > 0, is_entered, whole: None };
                kit::room_for_scroll_bar(ui);
                ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| list.ui(ui, groups, commands));
                if list.whole.is_some() {
                    self.question.whole = list.whole;
                }
            }
        }
    }
}

impl SearchRoom {
    /// The next frame puts the cursor into the field.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    fn turn(&mut self, is_list: bool) {
        let text = if is_list { self.list.clone() } else { String::new() };
        if !is_list {
            self.list.clone_from(&self.question.text);
        }
        self.question = Question { text, is_list, whole: None };
        self.wants_focus = true;
        self.at = 0;
    }

    /// Several lines pasted into the field for words are a list.
    fn pasted_list(&mut self, ui: &Ui) {
        let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
        let pasted = ui.input_mut(|input| {
            let at = input.events.iter().position(|event| matches!(event, Event::Paste(text) if lines(text) > 1))?;
            match input.events.remove(at) {
                Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        if let Some(text) = pasted {
            self.question = Question { text, is_list: true, whole: None };
            self.wants_focus = true;
        }
    }

    fn words_field(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>) {
        let field = TextEdit::singleline(&mut self.question.text).hint_text(ctx.words.text("search-hint")).desired_width(f32::INFINITY);
        let field = ui.add(field.id(Id::unique(FIELD)).margin(egui::Margin::symmetric(10, 7)));
        let field = field.accessible_name(ctx.words.text("search-field"));
        if field.changed() {
            self.question.whole = None;
            self.at = 0;
        }
        if std::mem::take(&mut self.wants_focus) {
            field.request_focus();
        }
    }

    fn list_field(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>) {
        ScrollArea::vertical().id_salt("terms typed").max_height(120.0).show(ui, |ui| {
            let field = TextEdit::multiline(&mut self.question.text).desired_rows(4).desired_width(f32::INFINITY);
            let field = ui.add(field.hint_text(ctx.words.text("search-list-hint"))).accessible_name(ctx.words.text("search-list-field"));
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
        });
    }
}

/// How many things were found, or how far the search is.
fn state_line(ui: &mut Ui, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    let text = match (ctx.search.progress().filter(|_| !ctx.search.is_current()), ctx.search.answer()) {
        (Some(progress), _) => match (progress.item(), progress.done()) {
            (Some((stage, _)), (done, Some(total))) => {
                let count = |n| format::count(n, words.language());
                let args = crate::args! { "stage" => tasks::stage_text(stage, "", words), "done" => count(done), "total" => count(total) };
                words.text_with("search-progress", &args)
            }
            (Some((stage, _)), _) => tasks::stage_text(stage, "", words),
            (None, _) => String::new(),
        },
        (None, Some(Answer::Hits(groups))) => {
            let total: usize = groups.iter().map(|group| group.count).sum();
            let count = format::count(total as u64, words.language());
            words.text_with("search-found", &crate::args! { "n" => total, "count" => count })
        }
        (None, Some(Answer::Terms(rows))) => {
            let without = rows.iter().filter(|row| row.total() == 0).count();
            words.text_with("search-terms-found", &crate::args! { "n" => rows.len(), "without" => without })
        }
        _ => String::new(),
    };
    // The line keeps its place whether or not something stands in it.
    ui.label(RichText::new(if text.is_empty() { " ".to_owned() } else { text }).color(tokens(ui).text_weak));
}

/// The keys that move through the hits, taken before the field sees them.
fn moves(ui: &Ui) -> (usize, usize, bool) {
    ui.input_mut(|input| {
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        (up, down, input.consume_key(Modifiers::NONE, Key::Enter))
    })
}

/// What can be asked, and of what.
fn explain(ui: &mut Ui, ctx: &RoomContext<'_>, is_list: bool) {
    let words = ctx.words;
    if is_list {
        ui.add(egui::Label::new(RichText::new(words.text("search-list-explained")).color(tokens(ui).text_weak)).wrap());
        return;
    }
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.strong(words.text("search-help"));
        ui.add_space(2.0);
        egui::Grid::new("search help").num_columns(2).spacing([18.0, 5.0]).show(ui, |ui| {
            for n in ["words", "phrase", "or", "not", "beginning", "address", "number"] {
                ui.label(RichText::new(words.text(&format!("search-help-{n}"))).monospace());
                ui.add(egui::Label::new(words.text(&format!("search-help-{n}-tip"))).wrap());
                ui.end_row();
            }
        });
        ui.add_space(4.0);
        ui.add(egui::Label::new(RichText::new(words.text("search-help-what")).color(tokens(ui).text_weak)).wrap());
    });
}

/// What a group is called: its room.
pub(super) fn group_name(group: Group, ctx: &RoomContext<'_>) -> String {
    match room(group) {
        Some(room) => ctx.words.text(room.name_id()),
        None => ctx.words.text("notes-title"),
    }
}

fn room(group: Group) -> Option<crate::ui::window::room::Room> {
    use crate::ui::window::room::Room;
    Some(match group {
        Group::Messages => Room::Messages,
        Group::Recipients => Room::Recipients,
        Group::Evidence => Room::Evidence,
        Group::Sources => Room::Sources,
        Group::People => Room::People,
        Group::Origin => Room::Origin,
        Group::Events => Room::Timeline,
        Group::Notes => return None,
    })
}

/// The icon of a group.
fn icon(group: Group) -> Icon {
    room(group).map_or(Icon::Panel, Icon::Room)
}
