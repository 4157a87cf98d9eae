//! A question as the heading of a part of a room, with its answer in one sentence; it opens to show the details.

use crate::ui::window::icons::{self, Icon};
use crate::ui::window::kit;
use crate::ui::window::theme::tokens;
use egui::{Label, Rect, RichText, Role, Sense, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2};

/// Draws the heading, the answer and, if open, `details`. A click on the heading, or Enter or Space when it has the focus, opens and closes it.
pub fn question(ui: &mut Ui, is_open: &mut bool, title: &str, answer: &str, details: impl FnOnce(&mut Ui)) {
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, is_open, title, RichText::new(title).size(16.5).strong());
        if !answer.is_empty() {
            ui.add(Label::new(RichText::new(answer).color(tokens(ui).text)).wrap());
        }
        if *is_open {
            ui.add_space(4.0);
            ui.separator();
            ui.add_space(2.0);
            details(ui);
        }
    });
}

/// A heading of second rank that opens and closes what the caller draws under it.
pub fn fold(ui: &mut Ui, is_open: &mut bool, title: &str) {
    heading(ui, is_open, title, RichText::new(title));
}

fn heading(ui: &mut Ui, is_open: &mut bool, title: &str, text: RichText) {
    let t = tokens(ui);
    let galley = WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Wrap), ui.available_width() - 26.0, TextStyle::Body);
    let size = vec2(ui.available_width(), galley.size().y.max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    let is_expanded = *is_open;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_expanded));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 2.0)), 6.0, t.accent_soft);
    }
    let icon = if *is_open { Icon::Down } else { Icon::Next };
    let square = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(14.0, 14.0));
    icons::paint(ui.painter(), square, icon, t.accent);
    ui.painter().galley(pos2(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0), galley, t.text);
    if response.clicked() {
        *is_open = !*is_open;
    }
}
