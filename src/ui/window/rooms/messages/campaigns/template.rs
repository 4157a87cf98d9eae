//! The template of a wave: the constant text with its merge fields marked, what each is, and the blanks nobody filled.

use super::prepared::{self, Opened};
use crate::campaign::align::{MergeField, Piece};
use crate::campaign::say;
use crate::model::Contents;
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::Selection;
use crate::ui::window::theme::{self, tokens};
use crate::words::Words;
use egui::text::{LayoutJob, TextFormat};
use egui::{Grid, Label, Stroke, TextStyle, Ui};

/// Values shown of a field, and copies named.
const EXAMPLES: usize = 4;

/// Draws it.
pub fn ui(ui: &mut Ui, opened: &Opened, contents: &Contents, words: &Words, commands: &mut Vec<Command>) {
    let alignment = &opened.alignment;
    let count = |n: usize| prepared::count(n, words);
    let args = crate::args! { "n" => alignment.aligned.len(), "copies" => count(alignment.aligned.len()), "fields" => count(alignment.fields.len()), "k" => alignment.fields.len() };
    ui.weak(words.text_with(if alignment.aligned.len() > 1 { "campaign-view-aligned" } else { "campaign-view-one-copy" }, &args));
    if alignment.unread > 0 {
        kit::note(ui, Tone::Neutral, &words.text_with("campaign-view-unread", &crate::args! { "copies" => count(alignment.unread) }));
    }
    ui.add_space(4.0);
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        for pieces in [&alignment.subject, &alignment.body] {
            if !pieces.is_empty() {
                ui.add(Label::new(layout(ui, pieces, &alignment.fields, words)).wrap());
                ui.add_space(4.0);
            }
        }
    });
    for unfilled in &alignment.unfilled {
        ui.add_space(4.0);
        let args = crate::args! {
            "written" => unfilled.written.as_str(), "kind" => say::kind(unfilled.kind, words),
            "n" => unfilled.copies.len(), "copies" => count(unfilled.copies.len()),
        };
        kit::note(ui, Tone::Caution, &words.text_with("campaign-view-unfilled", &args));
        copies(ui, &unfilled.copies, opened, contents, words, commands);
    }
    if !alignment.fields.is_empty() {
        fields(ui, &alignment.fields, words);
    }
    if !alignment.left_out.is_empty() {
        ui.add_space(theme::GAP);
        let left_out = alignment.left_out.len();
        kit::note(ui, Tone::Neutral, &words.text_with("campaign-view-left-out", &crate::args! { "n" => left_out, "copies" => count(left_out) }));
        copies(ui, &alignment.left_out, opened, contents, words, commands);
    }
}

/// A name for a merge field that tells it from the others: its number in the template and what it holds.
pub fn field_name(at: usize, field: &MergeField, words: &Words) -> String {
    words.text_with("campaign-view-field", &crate::args! { "number" => prepared::count(at + 1, words), "kind" => say::kind(field.kind, words) })
}

fn layout(ui: &Ui, pieces: &[Piece], fields: &[MergeField], words: &Words) -> LayoutJob {
    let t = tokens(ui);
    let plain = TextFormat::simple(TextStyle::Body.resolve(ui.style()), t.text);
    let marked = |ink, ground| TextFormat { color: ink, background: ground, underline: Stroke::new(1.0, ink), ..plain.clone() };
    let mut job = LayoutJob::default();
    for piece in pieces {
        match piece {
            Piece::Constant(text) => job.append(text, 0.0, plain.clone()),
            Piece::Field(at) => {
                let name = fields.get(*at).map(|field| field_name(*at, field, words)).unwrap_or_default();
                job.append(&format!("[{name}]"), 0.0, marked(t.accent, t.accent_soft));
            }
            Piece::Blank(text, _) => job.append(text, 0.0, marked(t.caution, t.caution_soft)),
            Piece::Deviation(text) => job.append(text, 0.0, TextFormat { color: t.text_weak, italics: true, ..plain.clone() }),
        }
    }
    job
}

fn fields(ui: &mut Ui, fields: &[MergeField], words: &Words) {
    kit::section(ui, &words.text("campaign-view-fields"));
    Grid::new("merge-fields").num_columns(4).striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
        for id in ["campaign-view-fields-field", "campaign-view-fields-basis", "campaign-view-fields-values", "campaign-view-fields-examples"] {
            ui.label(crate::ui::window::widgets::table::header_text(ui, &words.text(id)));
        }
        ui.end_row();
        for (at, field) in fields.iter().enumerate() {
            ui.label(field_name(at, field, words));
            ui.scope(|ui| {
                ui.set_max_width(230.0);
                ui.add(Label::new(say::basis(field.basis, words)).wrap());
            });
            let args = crate::args! {
                "distinct" => prepared::count(field.distinct, words), "n" => field.distinct,
                "empty" => prepared::count(field.empty.len(), words), "k" => field.empty.len(),
            };
            ui.label(words.text_with("campaign-view-fields-count", &args));
            let mut examples: Vec<&str> = Vec::new();
            for (_, value) in field.values.iter().filter(|(_, value)| !value.is_empty()) {
                if examples.len() < EXAMPLES && !examples.contains(&value.as_str()) {
                    examples.push(value);
                }
            }
            let more = if field.distinct > examples.len() { "…" } else { "" };
            ui.scope(|ui| {
                ui.set_max_width(360.0);
                ui.add(Label::new(format!("{}{more}", examples.join(" · "))).wrap());
            });
            ui.end_row();
        }
    });
}

/// Links to the first of some copies.
fn copies(ui: &mut Ui, of: &[usize], opened: &Opened, contents: &Contents, words: &Words, commands: &mut Vec<Command>) {
    let messages = of.iter().filter_map(|&copy| contents.messages.get(*opened.copies.get(copy)?));
    ui.horizontal_wrapped(|ui| {
        for message in messages.take(EXAMPLES) {
            if ui.link(words.text_with("campaign-view-message", &crate::args! { "n" => message.id.0 })).clicked() {
                commands.push(Command::Select(Selection::Message(message.id)));
            }
        }
        if of.len() > EXAMPLES {
            ui.weak("…");
        }
    });
}
