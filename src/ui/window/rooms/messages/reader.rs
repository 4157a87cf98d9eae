//! The reader: what a message says, the bytes it was read from, and its headers with what they mean.

use crate::model::{Message, MessageId};
use crate::ui::window::command::Command;
use crate::ui::window::errors;
use crate::ui::window::inspector::{addresses, escaped, message_date};
use crate::ui::window::jobs::{self, Fetched};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use crate::words::{Words, format};
use egui::{Grid, Label, RichText, ScrollArea, Ui};

/// Bytes of the original that are shown at once; a longer one says so.
const SHOWN: u64 = 512 * 1024;

/// What is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Text,
    Original,
    Headers,
}

/// View state of the reader.
#[derive(Default)]
pub struct Reader {
    tab: Tab,
    /// Lines of the original, escaped.
    original: Fetched<(u64, MessageId), Result<Vec<String>, String>>,
}

impl Reader {
    /// Draws a message.
    pub fn ui(&mut self, ui: &mut Ui, message: &Message, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            for (tab, id) in [(Tab::Text, "window-reader-text"), (Tab::Original, "window-reader-original"), (Tab::Headers, "window-reader-headers")] {
                ui.selectable_value(&mut self.tab, tab, words.text(id));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.small_button(words.text("window-reader-copy")).clicked() {
                    commands.push(Command::Copy(message.text.clone()));
                }
                let line = format!("{} · {}", message_date(message, words), addresses(&message.from));
                ui.add(Label::new(RichText::new(line).color(tokens(ui).text_weak)).truncate());
            });
        });
        ui.separator();
        match self.tab {
            Tab::Text => text(ui, message, words),
            Tab::Original => self.bytes(ui, message, ctx),
            Tab::Headers => headers(ui, message, words),
        }
    }

    fn bytes(&mut self, ui: &mut Ui, message: &Message, ctx: &RoomContext<'_>) {
        let words = ctx.words;
        let (case, evidence, offset, length) = (ctx.case.clone(), message.evidence, message.offset, message.length);
        let language = words.language();
        let wake = jobs::repaint(ui.ctx());
        let lines = self.original.get((ctx.case.revision(), message.id), &wake, move || {
            let bytes = case.evidence_bytes(evidence, offset, length.min(SHOWN));
            let lines = |bytes: Vec<u8>| escaped(&bytes).lines().map(str::to_owned).collect();
            bytes.map(lines).map_err(|error| errors::render(&error, &Words::new(language)))
        });
        let count = |n: u64| format::count(n, language);
        let args = crate::args! { "n" => message.evidence.0, "from" => count(message.offset), "bytes" => count(message.length) };
        ui.weak(words.text_with("window-reader-where", &args));
        if message.length > SHOWN {
            ui.weak(words.text_with("window-reader-cut", &crate::args! { "bytes" => count(SHOWN) }));
        }
        match lines {
            None => {
                ui.weak(words.text("window-loading"));
            }
            Some(Err(error)) => kit::note(ui, Tone::Bad, error),
            Some(Ok(lines)) => {
                let height = ui.text_style_height(&egui::TextStyle::Monospace);
                ScrollArea::both().auto_shrink([false, false]).id_salt("original").show_rows(ui, height, lines.len(), |ui, range| {
                    for line in &lines[range] {
                        ui.add(Label::new(RichText::new(line).monospace()).extend());
                    }
                });
            }
        }
    }
}

fn text(ui: &mut Ui, message: &Message, words: &Words) {
    ScrollArea::vertical().auto_shrink([false, false]).id_salt("text").show(ui, |ui| {
        if !message.subject.is_empty() {
            ui.add(Label::new(RichText::new(&message.subject).size(17.0).strong()).wrap());
        }
        for warning in words.remarks_of(message) {
            kit::note(ui, Tone::Caution, &warning);
        }
        if message.text.trim().is_empty() {
            ui.weak(words.text("window-reader-no-text"));
        } else {
            ui.add(Label::new(&message.text).wrap());
        }
        if !message.attachments.is_empty() {
            kit::section(ui, &words.text("window-field-attachments"));
            for name in &message.attachments {
                ui.label(name);
            }
        }
    });
}

/// Headers the program can explain; the others are shown without.
const EXPLAINED: [&str; 14] = [
    "authentication-results",
    "cc",
    "date",
    "delivered-to",
    "dkim-signature",
    "from",
    "list-unsubscribe",
    "message-id",
    "received",
    "reply-to",
    "return-path",
    "to",
    "x-mailer",
    "x-original-to",
];

fn headers(ui: &mut Ui, message: &Message, words: &Words) {
    ScrollArea::vertical().auto_shrink([false, false]).id_salt("headers").show(ui, |ui| {
        if !message.has_list_unsubscribe && !matches!(message.format.as_str(), "letter" | "mail-text" | "sms-xml") {
            kit::note(ui, Tone::Neutral, &words.text("window-reader-no-unsubscribe"));
        }
        if message.headers.is_empty() {
            ui.weak(words.text("window-reader-no-headers"));
            return;
        }
        Grid::new("headers").num_columns(2).striped(true).spacing([16.0, 6.0]).show(ui, |ui| {
            for (name, value) in &message.headers {
                ui.vertical(|ui| {
                    ui.label(RichText::new(name).strong());
                    let key = name.to_ascii_lowercase();
                    if EXPLAINED.contains(&key.as_str()) {
                        ui.scope(|ui| {
                            ui.set_max_width(210.0);
                            let meaning = words.text(&format!("window-header-{key}"));
                            ui.add(Label::new(RichText::new(meaning).small().color(tokens(ui).text_weak)).wrap());
                        });
                    }
                });
                ui.add(Label::new(RichText::new(value).monospace()).wrap());
                ui.end_row();
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn every_explained_header_has_its_words() {
        let words = Words::new(Language::En);
        for header in EXPLAINED {
            assert!(words.has(&format!("window-header-{header}")), "{header}");
        }
    }
}
