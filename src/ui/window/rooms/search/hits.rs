//! What was found, group by group, and what was found in the rows of files.

use super::runs::{job, plain};
use super::{group_name, icon};
use crate::search::Group;
use crate::ui::window::command::Command;
use crate::ui::window::icons;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::notes::signs;
use crate::ui::window::room::{Room, RoomContext, Selection};
use crate::ui::window::searching::{GroupAnswer, HitAnswer, RowsAnswer};
use crate::ui::window::theme::{self, tokens};
use crate::ui::window::things;
use crate::words::format;
use egui::{Frame, Label, Margin, ProgressBar, RichText, Sense, TextStyle, Ui, UiBuilder, WidgetInfo};

/// The list of hits while it is drawn.
pub struct List<'a> {
    /// What the room reads.
    pub ctx: &'a RoomContext<'a>,
    /// The hit the arrows are at.
    pub at: usize,
    /// They have just moved.
    pub has_moved: bool,
    /// Enter was pressed.
    pub is_entered: bool,
    /// The group of which everything is to be shown.
    pub whole: Option<Group>,
}

impl List<'_> {
    /// Draws groups, then rows of files.
    pub fn ui(&mut self, ui: &mut Ui, groups: &[GroupAnswer], commands: &mut Vec<Command>) {
        let words = self.ctx.words;
        if groups.is_empty() {
            ui.label(words.text("search-nothing"));
            ui.add_space(6.0);
        }
        let mut number = 0;
        for group in groups {
            let name = group_name(group.group, self.ctx);
            ui.horizontal(|ui| {
                icons::show(ui, 18.0, icon(group.group), tokens(ui).text_weak);
                let count = format::count(group.count as u64, words.language());
                ui.label(RichText::new(words.text_with("search-group", &crate::args! { "group" => name.as_str(), "count" => count })).strong());
            });
            for hit in &group.hits {
                self.hit(ui, hit, number, commands);
                number += 1;
            }
            let more = group.count - group.hits.len();
            if more > 0 && self.ctx.search.question().whole != Some(group.group) {
                let text = words.text_with("search-more", &crate::args! { "n" => more, "group" => name.as_str() });
                if ui.button(text).clicked() {
                    self.whole = Some(group.group);
                }
            } else if more > 0 {
                ui.weak(words.text_with("search-too-many", &crate::args! { "n" => more }));
            }
            ui.add_space(theme::GAP);
        }
        self.rows(ui, commands);
    }

    fn hit(&self, ui: &mut Ui, hit: &HitAnswer, number: usize, commands: &mut Vec<Command>) {
        let words = self.ctx.words;
        let is_at = number == self.at;
        let spoken = words.text_with("search-hit", &crate::args! { "title" => plain(&hit.title), "snippet" => plain(&hit.snippet) });
        let response = clickable(ui, ("hit", number), is_at, &spoken, |ui| {
            ui.horizontal(|ui| {
                signs::cell_star(ui, &hit.thing, self.ctx.marks, words);
                ui.add(Label::new(job(ui, &hit.title, &TextStyle::Body, tokens(ui).text)).selectable(false).truncate());
                let room = ui.available_width() / 2.0;
                signs::cell_tags(ui, &hit.thing, self.ctx.marks, words, room);
                if hit.is_hidden {
                    kit::badge(ui, Tone::Neutral, &words.text("search-hidden"));
                }
            });
            if !hit.snippet.is_empty() {
                ui.add(Label::new(job(ui, &hit.snippet, &TextStyle::Small, tokens(ui).text_weak)).selectable(false).wrap());
            }
        });
        if is_at && self.has_moved {
            response.scroll_to_me(None);
        }
        if response.clicked() || (is_at && self.is_entered) {
            let Some(selection) = things::selection(&hit.thing, self.ctx.case.contents()) else { return };
            commands.push(match things::room(&hit.thing) {
                Some(room) => Command::Show(room, selection),
                None => Command::Select(selection),
            });
        }
    }

    /// The rows of files: looked through only when asked, and what came of it.
    fn rows(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let (words, search) = (self.ctx.words, self.ctx.search);
        if self.ctx.case.contents().snapshots.is_empty() {
            return;
        }
        ui.separator();
        if let Some(progress) = search.rows_progress() {
            ui.horizontal(|ui| {
                let (done, total) = progress.done();
                let what = progress.item().map(|(_, what)| what).unwrap_or_default();
                let share = total.filter(|total| *total > 0).map_or(0.0, |total| done as f32 / total as f32);
                ui.add(ProgressBar::new(share).desired_width(160.0));
                let done = format::count(done, words.language());
                ui.label(words.text_with("search-rows-progress", &crate::args! { "source" => what, "done" => done }));
                self.ctx.offer().button(ui, Command::CancelSearch, false, commands);
            });
            return;
        }
        match search.rows() {
            None => {
                ui.horizontal_wrapped(|ui| {
                    self.ctx.offer().button(ui, Command::SearchRows, false, commands);
                    ui.weak(words.text("search-rows-explained"));
                });
            }
            Some(rows) => rows.iter().for_each(|found| self.rows_of(ui, found, commands)),
        }
    }

    fn rows_of(&self, ui: &mut Ui, answer: &RowsAnswer, commands: &mut Vec<Command>) {
        let words = self.ctx.words;
        let count = |n| format::count(n, words.language());
        let found = &answer.found;
        let args =
            crate::args! { "n" => found.count, "title" => answer.title.as_str(), "count" => count(found.count), "searched" => count(found.searched) };
        let id = if found.is_sealed { "search-rows-sealed" } else { "search-rows-of" };
        ui.label(RichText::new(words.text_with(id, &args)).strong());
        for (n, row) in answer.rows.iter().enumerate() {
            let number = words.text_with("search-row", &crate::args! { "n" => count(row.row + 1) });
            let spoken = words.text_with("search-hit", &crate::args! { "title" => number.as_str(), "snippet" => plain(&row.cells) });
            let response = clickable(ui, ("row", row.snapshot, n), false, &spoken, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.add(Label::new(RichText::new(&number).small().color(tokens(ui).text_weak)).selectable(false));
                    ui.add(Label::new(job(ui, &row.cells, &TextStyle::Small, tokens(ui).text)).selectable(false).wrap());
                });
            });
            if response.clicked() {
                commands.push(Command::Show(Room::Sources, Selection::Row(row.snapshot, row.row)));
            }
        }
        if found.count > answer.rows.len() as u64 {
            ui.weak(words.text_with("search-too-many", &crate::args! { "n" => found.count - answer.rows.len() as u64 }));
        }
        ui.add_space(4.0);
    }
}

/// A piece of the list that is clicked as a whole and read out as one.
fn clickable(ui: &mut Ui, salt: impl egui::AsIdSalt, is_at: bool, spoken: &str, contents: impl FnOnce(&mut Ui)) -> egui::Response {
    let response = ui
        .scope_builder(UiBuilder::new().id_salt(salt).sense(Sense::click()), |ui| {
            let response = ui.response();
            let t = tokens(ui);
            let fill = match (is_at, response.hovered()) {
                (true, _) => t.accent_soft,
                (false, true) => t.sunken,
                (false, false) => t.surface,
            };
            Frame::new().fill(fill).corner_radius(theme::RADIUS_SMALL).inner_margin(Margin::symmetric(10, 5)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                contents(ui);
            });
        })
        .response;
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_at, spoken));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
