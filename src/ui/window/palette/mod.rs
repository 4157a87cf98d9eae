//! The palette: type some letters of a command, a room, a person or a file, and press Enter.
//!
//! What is offered and in which order is decided in [`items`]; commands say themselves whether they can be carried out and why not.

pub mod fuzzy;
pub mod items;

use super::command::CommandState;
use super::command::offer::keys_text;
use super::icons::{self, Icon};
use super::kit;
use super::theme::{self, tokens};
use crate::words::Words;
use egui::{Align, Align2, Id, Key, Layout, Modal, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};
use items::Item;

/// The open palette.
pub struct Palette {
    query: String,
    items: Vec<Item>,
    /// For which query, and what answers it.
    answered: Option<(String, Vec<usize>)>,
    at: usize,
}

/// What came of a frame.
pub enum Choice {
    /// The palette stays.
    Open,
    /// It closes.
    Closed,
    /// It closes, and this was chosen.
    Chosen(Box<Item>),
}

const WIDTH: f32 = 620.0;
const ROW: f32 = 30.0;

impl Palette {
    /// The palette over these items.
    pub fn new(items: Vec<Item>) -> Self {
        Self { query: String::new(), items, answered: None, at: 0 }
    }

    /// Draws the palette.
    pub fn ui(&mut self, ctx: &egui::Context, state: &CommandState, recent: &[String], words: &Words) -> Choice {
        let frame = egui::Frame::window(&ctx.global_style());
        let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 56.0));
        let mut choice = Choice::Open;
        let response = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ctx, |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
            let up = ui.input_mut(|input| input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowUp));
            let down = ui.input_mut(|input| input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowDown));
            let is_entered = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Enter));
            let name = words.text("frame-palette");
            let field = TextEdit::singleline(&mut self.query).hint_text(words.text("frame-palette-hint")).desired_width(f32::INFINITY);
            let field = ui.add(field.margin(egui::Margin::symmetric(10, 7))).accessible_name(name);
            if !field.has_focus() {
                field.request_focus();
            }
            if self.answered.as_ref().is_none_or(|(query, _)| *query != self.query) {
                self.answered = Some((self.query.clone(), items::answer(&self.items, &self.query, state, recent)));
                self.at = 0;
            }
            let found = self.answered.as_ref().map(|(_, found)| found.as_slice()).unwrap_or_default();
            let last = found.len().saturating_sub(1);
            let moved = up + down > 0;
            self.at = (self.at + down).saturating_sub(up).min(last);
            ui.add_space(6.0);
            if found.is_empty() {
                ui.label(RichText::new(words.text("frame-palette-none")).color(tokens(ui).text_weak));
            }
            kit::room_for_scroll_bar(ui);
            let height = (ui.ctx().content_rect().height() - 210.0).clamp(120.0, 420.0);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (n, &item) in found.iter().enumerate() {
                    let response = row(ui, &self.items[item], n == self.at, state, words);
                    if moved && n == self.at {
                        response.scroll_to_me(None);
                    }
                    let is_off = self.items[item].command.why_not(state).is_some();
                    if !is_off && (response.clicked() || (is_entered && n == self.at)) {
                        choice = Choice::Chosen(Box::new(self.items[item].clone()));
                    }
                }
            });
            ui.add_space(6.0);
            ui.label(RichText::new(words.text("frame-palette-keys")).small().color(tokens(ui).text_weak));
        });
        if response.should_close() && matches!(choice, Choice::Open) { Choice::Closed } else { choice }
    }
}

/// One item: its name, where it stands, its keys; greyed with the reason if it cannot be carried out now.
fn row(ui: &mut Ui, item: &Item, is_at: bool, state: &CommandState, words: &Words) -> egui::Response {
    let why_not = item.command.why_not(state).map(|why| words.text(why));
    let is_enabled = why_not.is_none();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), if is_enabled { Sense::click() } else { Sense::hover() });
    // Who hears the palette hears the kind of thing, and the reason.
    let spoken = match &why_not {
        Some(why) => format!("{} — {} — {why}", item.text, item.group),
        None => format!("{} — {}", item.text, item.group),
    };
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, is_enabled, is_at, &spoken));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let t = tokens(ui);
    if is_at || (is_enabled && response.hovered()) {
        let fill = if is_at { t.accent_soft } else { t.sunken };
        ui.painter().rect_filled(rect, theme::RADIUS_SMALL, fill);
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)), |ui| {
        let side = match (&why_not, item.command.shortcut()) {
            (Some(why), _) => RichText::new(why).small().color(t.text_weak),
            (None, Some(keys)) => RichText::new(keys_text(ui.ctx(), &keys, words)).color(t.text_weak),
            (None, None) => RichText::new(String::new()),
        };
        ui.add(egui::Label::new(side).selectable(false));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let ink = if is_enabled { t.text } else { t.text_weak };
            if item.command.is_on(state) == Some(true) {
                icons::show(ui, 14.0, Icon::Check, t.accent);
            }
            ui.add(egui::Label::new(RichText::new(&item.text).color(ink)).selectable(false).truncate());
            ui.add(egui::Label::new(RichText::new(&item.group).small().color(t.text_weak)).selectable(false).truncate());
        });
    });
    response
}
