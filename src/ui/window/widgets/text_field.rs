//! A field whose text is handed back once, when the user has finished with it.

use egui::{AsIdSalt, Key, TextEdit};

/// A one-line field that shows `current`. What was typed comes back when the user presses Enter or goes elsewhere, and only if it is different:
/// one committed field is one step of the history. Escape takes the typing back. `name` is what a screen reader says.
pub fn committed_text(ui: &mut egui::Ui, salt: impl AsIdSalt, name: &str, current: &str, width: f32) -> Option<String> {
    let id = ui.scope_id().with(salt);
    let kept: Option<String> = ui.data(|data| data.get_temp(id));
    let was_typing = kept.is_some();
    let mut draft = kept.unwrap_or_else(|| current.to_owned());
    let response = ui.add(TextEdit::singleline(&mut draft).id(id).desired_width(width)).accessible_name(name);
    // A row that was scrolled away never sees its focus go: what was typed there still counts.
    let is_finished = response.lost_focus() || ((was_typing || response.changed()) && !response.has_focus());
    if is_finished {
        ui.data_mut(|data| data.remove_temp::<String>(id));
        let is_cancelled = ui.input(|input| input.key_pressed(Key::Escape));
        return (!is_cancelled && draft != current).then_some(draft);
    }
    if response.has_focus() && (was_typing || response.changed()) {
        ui.data_mut(|data| data.insert_temp(id, draft));
    }
    None
}

/// The filter field of a list, with its name as hint; true when the text changed.
pub fn filter_field(ui: &mut egui::Ui, name: &str, filter: &mut String, width: f32) -> bool {
    ui.add(TextEdit::singleline(filter).hint_text(name.to_owned()).desired_width(width)).accessible_name(name).changed()
}
