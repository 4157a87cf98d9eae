//! The rail: every room with its icon, its name and how much is in it.

use super::command::offer::{Offer, keys_text};
use super::command::{Command, CommandState};
use super::icons::{self, Icon};
use super::kit;
use super::room::Room;
use super::session::Counts;
use super::theme::{self, tokens};
use crate::words::{Words, format};
use egui::{CornerRadius, RichText, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// Draws the rail.
pub fn ui(ui: &mut Ui, now: Room, counts: Option<&Counts>, state: &CommandState, words: &Words, commands: &mut Vec<Command>) {
    ui.add_space(6.0);
    for room in Room::ALL {
        let count = counts.and_then(|counts| count(counts, room)).filter(|&count| count > 0);
        if entry(ui, room, room == now, count, Offer { state, words }, commands) {
            commands.push(Command::GoTo(room));
        }
        if room == Room::Search {
            ui.add_space(4.0);
            ui.separator();
            ui.add_space(2.0);
        }
    }
    if state.has_case {
        ui.add_space(8.0);
        ui.vertical_centered_justified(|ui| {
            let add = Command::AddFiles(None);
            let why_not = add.why_not(state);
            let response = ui.add_enabled_ui(why_not.is_none(), |ui| kit::primary(ui, &add.text(words))).inner;
            let response = match why_not {
                Some(why) => response.on_disabled_hover_text(words.text(why)),
                None => response.on_hover_text(add.tooltip(words)),
            };
            if response.clicked() {
                commands.push(add);
            }
        });
    }
    ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
        ui.add_space(4.0);
        ui.add(egui::Label::new(RichText::new(words.text("window-offline")).small().color(tokens(ui).text_weak)).wrap())
            .on_hover_text(words.text("window-offline-tip"));
    });
}

/// How much is in a room, where that is one number.
fn count(counts: &Counts, room: Room) -> Option<usize> {
    match room {
        Room::Evidence => Some(counts.evidence),
        Room::Messages => Some(counts.messages),
        Room::Recipients => Some(counts.recipients),
        Room::Sources => Some(counts.sources),
        Room::People => Some(counts.people),
        Room::Start | Room::Search | Room::Overview | Room::Origin | Room::Timeline => None,
    }
}

/// One room. True when clicked.
fn entry(ui: &mut Ui, room: Room, is_now: bool, count: Option<usize>, offer: Offer<'_>, commands: &mut Vec<Command>) -> bool {
    let Offer { state, words } = offer;
    let why_not = Command::GoTo(room).why_not(state);
    let name = words.text(room.name_id());
    let number = count.map(|count| format::count(count as u64, words.language()));
    let is_enabled = why_not.is_none();
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), sense);
    // The count belongs to what is read out, not to the name a person looks for.
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, is_enabled, is_now, &name));
    let t = tokens(ui);
    if is_now || (is_enabled && (response.hovered() || response.has_focus())) {
        let fill = if is_now { t.accent_soft } else { t.line.gamma_multiply(0.6) };
        ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS_SMALL), fill);
    }
    if is_now {
        let mark = egui::Rect::from_min_size(rect.min + vec2(0.0, 8.0), vec2(3.0, rect.height() - 16.0));
        ui.painter().rect_filled(mark, CornerRadius::same(2), t.accent);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, CornerRadius::same(theme::RADIUS_SMALL), egui::Stroke::new(1.5, t.accent), egui::StrokeKind::Inside);
    }
    let ink = match (is_enabled, is_now) {
        (false, _) => t.unknown,
        (true, true) => t.accent,
        (true, false) => t.text,
    };
    let icon = egui::Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), vec2(18.0, 18.0));
    icons::paint(ui.painter(), icon, Icon::Room(room), ink);
    let body = TextStyle::Body.resolve(ui.style());
    ui.painter().text(pos2(rect.left() + 38.0, rect.center().y), egui::Align2::LEFT_CENTER, &name, body, ink);
    if let Some(number) = number {
        let small = TextStyle::Small.resolve(ui.style());
        ui.painter().text(pos2(rect.right() - 8.0, rect.center().y), egui::Align2::RIGHT_CENTER, number, small, t.text_weak);
    }
    let clicked = response.clicked();
    if room != Room::Start && state.has_case {
        offer.context_menu(&response, || vec![Command::GoTo(room), Command::OpenBeside(room)], commands);
    }
    let tip = if let Some(why) = why_not {
        words.text(why)
    } else {
        let command = Command::GoTo(room);
        let keys = command.shortcut().map(|keys| keys_text(ui, &keys, words)).unwrap_or_default();
        format!("{} ({keys})", command.tooltip(words))
    };
    response.on_hover_text(tip);
    clicked
}
