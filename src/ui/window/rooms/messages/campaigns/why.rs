//! Why the messages of a family are together: its texts and waves, and what ties one text to another.

use super::prepared::{self, Why};
use super::wave_text;
use crate::campaign::Family;
use crate::model::{Contents, MessageId};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::Selection;
use crate::words::Words;
use egui::{Label, Ui};

/// Draws it.
pub fn ui(ui: &mut Ui, why: &Why, family: &Family, contents: &Contents, words: &Words, commands: &mut Vec<Command>) {
    if let Some(stated) = &family.stated {
        kit::note(ui, Tone::Neutral, &words.text_with("campaign-view-stated", &crate::args! { "campaign" => stated.as_str() }));
    }
    kit::section(ui, &words.text("campaign-view-waves"));
    for (at, wave) in family.waves.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.label(wave_text(family, at, words));
            if let Some(message) = wave.messages.first().and_then(|&first| contents.messages.get(first)) {
                link(ui, message.id, words, commands);
                ui.add(Label::new(prepared::title(message, words)).truncate());
            }
        });
        for line in why.waves.get(at).into_iter().flatten() {
            ui.indent(("why", at), |ui| ui.add(Label::new(egui::RichText::new(line).weak()).wrap()));
        }
    }
    if why.ties.is_empty() {
        return;
    }
    kit::section(ui, &words.text("campaign-view-ties"));
    ui.weak(words.text("campaign-view-ties-hint"));
    for &(a, b, ref reasons) in &why.ties {
        ui.horizontal_wrapped(|ui| {
            link(ui, a, words, commands);
            ui.label("–");
            link(ui, b, words, commands);
            ui.label(reasons);
        });
    }
}

fn link(ui: &mut Ui, message: MessageId, words: &Words, commands: &mut Vec<Command>) {
    if ui.link(words.text_with("campaign-view-message", &crate::args! { "n" => message.0 })).clicked() {
        commands.push(Command::Select(Selection::Message(message)));
    }
}
