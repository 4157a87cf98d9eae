//! A field for a day as documents give it.

use crate::model::dates::DateError;
use crate::model::{Language, UncertainDay};
use crate::words::Words;
use egui::{AsIdSalt, Key, TextEdit};

/// What the user did with a date field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateInput {
    /// Nothing yet.
    Unchanged,
    /// Wrote another date, or (`None`) emptied the field.
    Changed(Option<UncertainDay>),
}

/// A text that was refused, kept in the field until it is mended or taken back.
#[derive(Clone, Debug, Default)]
struct Draft {
    text: String,
    refusal: Option<String>,
}

/// A field that reads [`UncertainDay`]s: committed on Enter or when the user goes elsewhere. A text that is no date stays in the field with the
/// sentence that says why below it, and nothing is changed; Escape takes it back.
pub fn date_field(ui: &mut egui::Ui, salt: impl AsIdSalt, name: &str, current: Option<&UncertainDay>, width: f32, words: &Words) -> DateInput {
    let id = ui.scope_id().with(salt);
    let before = current.map_or_else(String::new, |day| shown(day, words));
    let before = before.as_str();
    let kept: Option<Draft> = ui.data(|data| data.get_temp(id));
    let was_typing = kept.as_ref().is_some_and(|draft| draft.refusal.is_none());
    let has_draft = kept.is_some();
    let mut draft = kept.unwrap_or_else(|| Draft { text: before.to_owned(), refusal: None });
    let refusal = draft.refusal.clone();
    ui.vertical(|ui| {
        let mut edit = TextEdit::singleline(&mut draft.text).id(id).desired_width(width);
        if refusal.is_some() {
            edit = edit.text_color(ui.visuals().error_fg_color);
        }
        let response = ui.add(edit).accessible_name(name);
        if let Some(sentence) = &refusal {
            ui.set_max_width(width.max(180.0));
            ui.colored_label(ui.visuals().error_fg_color, sentence);
        }
        let is_finished = response.lost_focus() || ((was_typing || response.changed()) && !response.has_focus());
        if !is_finished {
            if response.changed() {
                draft.refusal = None;
            }
            if response.has_focus() && (has_draft || response.changed()) {
                ui.data_mut(|data| data.insert_temp(id, draft));
            }
            return DateInput::Unchanged;
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) || draft.text.trim() == before {
            ui.data_mut(|data| data.remove_temp::<Draft>(id));
            return DateInput::Unchanged;
        }
        match draft.text.trim().parse::<UncertainDay>() {
            Ok(day) => {
                ui.data_mut(|data| data.remove_temp::<Draft>(id));
                DateInput::Changed(Some(day))
            }
            Err(DateError::Empty) => {
                ui.data_mut(|data| data.remove_temp::<Draft>(id));
                DateInput::Changed(None)
            }
            Err(error) => {
                draft.refusal = Some(sentence(&error, words));
                ui.data_mut(|data| data.insert_temp(id, draft));
                DateInput::Unchanged
            }
        }
    })
    .inner
}

/// What stands in the field: the words it was read from. A day that was never written by hand (2010-05-14) is shown as the language writes it.
fn shown(day: &UncertainDay, words: &Words) -> String {
    match day.day() {
        Some(exact) if words.language() == Language::Fr && day.raw == exact.to_string() => {
            format!("{:02}/{:02}/{}", exact.day(), exact.month(), exact.year())
        }
        _ => day.raw.clone(),
    }
}

/// Why a text is no day, in the language of the window.
fn sentence(error: &DateError, words: &Words) -> String {
    match error {
        DateError::Empty => words.text("rooms-date-empty"),
        DateError::Form { raw } => words.text_with("rooms-date-form", &crate::args! { "raw" => raw.as_str() }),
        DateError::NoSuchDay { raw } => words.text_with("rooms-date-none", &crate::args! { "raw" => raw.as_str() }),
    }
}
