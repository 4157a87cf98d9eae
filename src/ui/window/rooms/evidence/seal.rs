//! What the user says about sealing a file on the desk: the tick, the key file, and the sentence about what the seal hides and what not.

use super::item::Item;
use crate::model::{Seal, SourceId};
use crate::normalise::seal::key_check;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use egui::{TextEdit, Ui};

/// The seal of the source the file is a state of, if it has one.
fn known<'a>(item: &Item, ctx: &'a RoomContext<'_>) -> Option<&'a Seal> {
    ctx.case.contents().source(&SourceId(item.source.trim().to_owned()))?.seal.as_ref()
}

/// Two lines of the form.
pub fn ui(ui: &mut Ui, item: &mut Item, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    if known(item, ctx).is_some() {
        item.is_sealed = false;
        return;
    }
    ui.label(words.text("sealed-field"));
    ui.checkbox(&mut item.is_sealed, words.text("sealed-field-hint"));
    ui.end_row();
    if item.is_sealed {
        let label = ui.label(words.text("sealed-key-file"));
        let field = TextEdit::singleline(&mut item.key_file).hint_text(words.text("sealed-key-file-hint")).desired_width(340.0);
        if ui.add(field).labelled_by(label.id).changed() {
            item.read_key();
        }
        ui.end_row();
    }
}

/// What must be known before it is imported.
pub fn notes(ui: &mut Ui, item: &Item, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    if let Some(seal) = known(item, ctx) {
        kit::note(ui, Tone::Caution, &words.text_with("sealed-known", &crate::args! { "check" => key_check(&seal.key) }));
    }
    if item.is_sealed {
        match &item.seal {
            Ok(seal) => {
                kit::note(ui, Tone::Good, &words.text_with("sealed-key-read", &crate::args! { "check" => key_check(&seal.key) }));
            }
            Err(Some(problem)) => kit::note(ui, Tone::Bad, &words.said(problem)),
            Err(None) => {}
        }
        kit::note(ui, Tone::Caution, &words.text("sealed-limits"));
    } else if item.is_hashed() && known(item, ctx).is_none() {
        kit::note(ui, Tone::Bad, &words.text("sealed-hashed-table"));
    }
}
