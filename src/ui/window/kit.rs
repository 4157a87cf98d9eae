//! Small pieces every room is built from: cards, badges, empty rooms, titles, pairs of name and value.
//!
//! They know tokens and nothing of the case.

use super::icons::{self, Icon};
use super::theme::{self, tokens};
use crate::model::{Language, UncertainDay};
use egui::{Button, Color32, CornerRadius, Frame, Margin, Response, RichText, Sense, Stroke, Ui, WidgetInfo, vec2};

/// A card: a surface with a thin line and room to breathe.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    padded_card(ui, theme::PADDING, contents)
}

/// A card of a list of several, which must fit on a page.
pub fn tight_card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    padded_card(ui, theme::PADDING_TIGHT, contents)
}

fn padded_card<R>(ui: &mut Ui, padding: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let t = tokens(ui);
    Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(theme::PADDING as i8, padding as i8))
        // Columns justify what is in them; text in a card stays ragged.
        .show(ui, |ui| ui.vertical(contents).inner)
        .inner
}

/// What a note is about: decides its colour and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tone {
    Neutral,
    Good,
    Caution,
    Bad,
}

impl Tone {
    /// Text and ground of the tone.
    pub fn colours(self, ui: &Ui) -> (Color32, Color32) {
        let t = tokens(ui);
        match self {
            Self::Neutral => (t.text_weak, t.sunken),
            Self::Good => (t.good, t.good_soft),
            Self::Caution => (t.caution, t.caution_soft),
            Self::Bad => (t.bad, t.bad_soft),
        }
    }
}

/// A full-width note with a sign, for cautions and errors. The text can be selected and copied.
pub fn note(ui: &mut Ui, tone: Tone, text: &str) {
    let (ink, ground) = tone.colours(ui);
    // A refusal bears the sign of a caution; its frame tells them apart where colours do not.
    let frame = if tone == Tone::Bad { Stroke::new(1.5, ink) } else { Stroke::NONE };
    let around = Frame::new().fill(ground).stroke(frame).corner_radius(CornerRadius::same(theme::RADIUS_SMALL));
    around.inner_margin(Margin::symmetric(10, 7)).show(ui, |ui| {
        // A note is as wide as its column, whatever it says.
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let icon = match tone {
                Tone::Good => Icon::Check,
                Tone::Neutral => Icon::Next,
                Tone::Caution | Tone::Bad => Icon::Warning,
            };
            icons::show(ui, 17.0, icon, ink);
            ui.add(egui::Label::new(RichText::new(text).color(tokens(ui).text)).wrap());
        });
    });
}

/// A small word on a ground of its own.
pub fn badge(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    let (ink, ground) = tone.colours(ui);
    Frame::new()
        .fill(ground)
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(7, 1))
        .show(ui, |ui| ui.add(egui::Label::new(RichText::new(text).small().color(ink)).extend()))
        .response
}

/// The title of a room, with a line below it that says what the room is for.
pub fn room_title(ui: &mut Ui, title: &str, purpose: &str) {
    ui.heading(title);
    if !purpose.is_empty() {
        ui.label(RichText::new(purpose).color(tokens(ui).text_weak));
    }
    ui.add_space(theme::GAP);
}

/// The title of a part of a room.
pub fn section(ui: &mut Ui, title: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(title).size(16.0).strong());
}

/// An empty room: what would be here, and the buttons that bring it. Says which button was pressed.
pub fn empty(ui: &mut Ui, icon: Icon, title: &str, next: &str, actions: &[&str]) -> Option<usize> {
    let mut pressed = None;
    ui.add_space((ui.available_height() * 0.22).clamp(20.0, 160.0));
    ui.vertical_centered(|ui| {
        icons::show(ui, 46.0, icon, tokens(ui).text_weak);
        ui.add_space(8.0);
        ui.label(RichText::new(title).size(18.0).strong());
        ui.scope(|ui| {
            ui.set_max_width(520.0);
            ui.label(RichText::new(next).color(tokens(ui).text_weak));
        });
        ui.add_space(8.0);
        for (at, action) in actions.iter().enumerate() {
            let response = if at == 0 { primary(ui, action) } else { ui.button(*action) };
            if response.clicked() {
                pressed = Some(at);
            }
        }
    });
    pressed
}

/// The main button of a place.
pub fn primary(ui: &mut Ui, text: &str) -> Response {
    let t = tokens(ui);
    ui.add(Button::new(RichText::new(text).color(t.on_accent)).fill(t.accent).stroke(Stroke::NONE))
}

/// A square button with a drawn icon; `name` is its accessible name and tooltip.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, is_enabled: bool) -> Response {
    bare_icon_button(ui, icon, name, is_enabled).on_hover_text(name)
}

/// The same without a tooltip: whoever draws it explains it.
pub fn bare_icon_button(ui: &mut Ui, icon: Icon, name: &str, is_enabled: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, 26.0), if is_enabled { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, is_enabled, name));
    let t = tokens(ui);
    let ink = if is_enabled { t.text } else { t.unknown };
    if is_enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS_SMALL), t.accent_soft);
    }
    icons::paint(ui.painter(), rect.shrink(5.0), icon, ink);
    response
}

/// A name and its value, for the inspector and details: the value wraps and can be selected.
pub fn field(ui: &mut Ui, name: &str, value: &str) {
    ui.label(RichText::new(name).small().color(tokens(ui).text_weak));
    ui.add(egui::Label::new(if value.is_empty() { "—" } else { value }).wrap());
    ui.add_space(3.0);
}

/// A day as short as tables need it: « 14/12/2010 », "2010-12-14"; a vague one as it was written.
pub fn short_day(day: &UncertainDay, language: Language) -> String {
    match (day.day(), language) {
        (Some(day), Language::Fr) => day.strftime("%d/%m/%Y").to_string(),
        (Some(day), Language::En) => day.to_string(),
        (None, _) => day.raw.clone(),
    }
}

/// An RFC 3339 instant in UTC, to the minute: « 22/11/2026 08:53 UTC ». A text that is none stays as it is.
pub fn instant(text: &str, language: Language) -> String {
    let Ok(at) = text.parse::<jiff::Timestamp>() else { return text.to_owned() };
    let form = match language {
        Language::Fr => "%d/%m/%Y %H:%M UTC",
        Language::En => "%Y-%m-%d %H:%M UTC",
    };
    at.strftime(form).to_string()
}

/// Gives scroll bars a strip of their own, so that they never lie over what is scrolled, and lets them be seen before the pointer comes near: that
/// there is more is no secret. Call before the scroll area.
pub fn room_for_scroll_bar(ui: &mut Ui) {
    let scroll = &mut ui.spacing_mut().scroll;
    scroll.floating_allocated_width = 10.0;
    scroll.floating_width = 4.0;
    scroll.dormant_handle_opacity = 0.4;
}

/// A table's surroundings: rows stand close together, and its lines end with it.
pub fn table_space(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    egui::CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        contents(ui);
    });
}

/// How cells are laid out: in a row, centred vertically.
pub fn cell_layout() -> egui::Layout {
    egui::Layout::left_to_right(egui::Align::Center)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::window::black_and_white::{all_differ, painted};

    /// Notes that say the same in different tones; badges are words and carry none of their meaning by tone.
    #[test]
    fn no_two_tones_of_a_note_are_told_apart_by_colour_alone() {
        let all = [Tone::Neutral, Tone::Good, Tone::Caution, Tone::Bad];
        all_differ(&all.map(|tone| (format!("{tone:?}"), painted(|ui, _| note(ui, tone, "Ada")))));
    }
}
