//! Small widgets the rooms share.
//!
//! They know texts, numbers and shapes, never the case: what they show is handed in, what the user did comes back as a value. Marks that carry
//! meaning are painted shapes with a text beside them or in the accessibility tree, so that no font and no colour is needed to read them.

pub mod chart_ink;
pub mod chart_tools;
pub mod date_field;
pub mod empty;
pub mod list;
pub mod question;
pub mod sides;
pub mod signs;
pub mod stamp;
pub mod table;
pub mod text_field;

use crate::ui::window::theme::tokens;
use crate::words::{Words, format};

/// The text `id` for a number: `$n` chooses the plural, `$count` is the number as the language writes it.
pub fn counted(words: &Words, id: &str, number: usize) -> String {
    let count = format::count(number as u64, words.language());
    words.text_with(id, &crate::args! { "n" => number as u64, "count" => count })
}

/// A number as the language writes it.
pub fn number(words: &Words, number: usize) -> String {
    format::count(number as u64, words.language())
}

/// Gives the empty boxes that follow a frame that can be seen.
pub fn show_boxes(ui: &mut egui::Ui) {
    let frame = egui::Stroke::new(1.0, tokens(ui).text_weak);
    let inactive = &mut ui.visuals_mut().widgets.inactive;
    inactive.bg_stroke = frame;
}
