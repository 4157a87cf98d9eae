//! The register entry of one source: what it is said to be, as fields.

use super::{kind_text, name_of, put};
use crate::model::{Source, SourceKind};
use crate::ui::window::command::Command;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::date_field::{DateInput, date_field};
use crate::ui::window::widgets::text_field::committed_text;
use crate::words::{Words, format};
use egui::{ComboBox, Grid};

const WIDTH: f32 = 380.0;

/// A text field of the register: its word, how it is read and written.
struct TextField {
    word: &'static str,
    get: fn(&Source) -> &str,
    set: fn(&mut Source, String),
}

const TEXTS: [TextField; 5] = [
    TextField { word: "rooms-sources-name", get: |source| &source.name, set: |source, text| source.name = text },
    TextField { word: "rooms-sources-controller", get: |source| &source.controller, set: |source, text| source.controller = text },
    TextField { word: "rooms-sources-purpose", get: |source| &source.purpose, set: |source, text| source.purpose = text },
    TextField { word: "rooms-sources-legal-basis", get: |source| &source.legal_basis, set: |source, text| source.legal_basis = text },
    TextField { word: "rooms-sources-retention", get: |source| &source.retention, set: |source, text| source.retention = text },
];

/// The form of one source.
pub fn form(ui: &mut egui::Ui, ctx: &RoomContext<'_>, source: &Source, commands: &mut Vec<Command>) {
    let words = ctx.words;
    ui.heading(name_of(source));
    ui.weak(words.text_with("rooms-sources-id", &crate::args! { "id" => source.id.as_str() }));
    ui.add_space(6.0);
    Grid::new(("source-form", &source.id)).num_columns(2).spacing([16.0, 8.0]).show(ui, |ui| {
        for field in &TEXTS {
            let name = words.text(field.word);
            ui.label(name.as_str());
            if let Some(text) = committed_text(ui, (field.word, &source.id), &name, (field.get)(source), WIDTH) {
                let mut changed = source.clone();
                (field.set)(&mut changed, text.trim().to_owned());
                commands.push(put(changed));
            }
            ui.end_row();
        }
        kind(ui, source, words, commands);
        if source.kind == SourceKind::Declared {
            size(ui, source, words, commands);
            coverage(ui, source, words, commands);
        }
        first_known(ui, source, words, commands);
        if !source.columns.is_empty() {
            ui.label(words.text("rooms-sources-columns"));
            ui.label(source.columns.join(", "));
            ui.end_row();
        }
    });
}

fn kind(ui: &mut egui::Ui, source: &Source, words: &Words, commands: &mut Vec<Command>) {
    let name = words.text("rooms-sources-kind");
    ui.label(name.as_str());
    if let Some(seal) = &source.seal {
        // What is sealed stays so: the rows hold hashes, whatever one calls the source.
        let check = crate::normalise::seal::key_check(&seal.key);
        ui.label(format!("{} — {}", kind_text(source, words), words.text_with("sealed-register", &crate::args! { "check" => check })));
        ui.end_row();
        return;
    }
    let mut kind = source.kind;
    ComboBox::from_id_salt(("source-kind", &source.id))
        .width(180.0)
        .selected_text(kind_text(source, words))
        .show_ui(ui, |ui| {
            for choice in [SourceKind::Held, SourceKind::Declared, SourceKind::Sealed] {
                let text = kind_text(&Source { kind: choice, ..Source::default() }, words);
                ui.selectable_value(&mut kind, choice, text);
            }
        })
        .response
        .accessible_name(name);
    ui.end_row();
    if kind != source.kind {
        commands.push(put(Source { kind, ..source.clone() }));
    }
}

fn size(ui: &mut egui::Ui, source: &Source, words: &Words, commands: &mut Vec<Command>) {
    let name = words.text("rooms-sources-declared-size");
    ui.label(name.as_str());
    let current = source.size.map_or_else(String::new, |size| format::count(size, words.language()));
    checked(ui, ("source-size", &source.id), &name, &current, &words.text("rooms-sources-size-wrong"), |text| {
        let size = if text.is_empty() { None } else { Some(read_count(text)?) };
        if size != source.size {
            commands.push(put(Source { size, ..source.clone() }));
        }
        Some(())
    });
    ui.end_row();
}

fn coverage(ui: &mut egui::Ui, source: &Source, words: &Words, commands: &mut Vec<Command>) {
    let name = words.text("rooms-sources-coverage");
    ui.label(name.as_str());
    let current = source.coverage.map_or_else(String::new, |share| format::percent(share, words.language()));
    checked(ui, ("source-coverage", &source.id), &name, &current, &words.text("rooms-sources-coverage-wrong"), |text| {
        let coverage = if text.is_empty() { None } else { Some(read_share(text)?) };
        if coverage != source.coverage {
            commands.push(put(Source { coverage, ..source.clone() }));
        }
        Some(())
    });
    ui.end_row();
}

fn first_known(ui: &mut egui::Ui, source: &Source, words: &Words, commands: &mut Vec<Command>) {
    let name = words.text("rooms-sources-first-known");
    ui.label(name.as_str());
    let current = source.first_known.map(crate::model::UncertainDay::exact);
    if let DateInput::Changed(day) = date_field(ui, ("source-first-known", &source.id), &name, current.as_ref(), 180.0, words) {
        // The register knows a day; a vaguer date counts from the first day it can mean.
        let first_known = day.and_then(|day| day.earliest);
        commands.push(put(Source { first_known, ..source.clone() }));
    }
    ui.end_row();
}

/// A committed field whose text must be understood; if `take` cannot, the sentence stands below until the next try.
fn checked(ui: &mut egui::Ui, salt: impl egui::AsIdSalt, name: &str, current: &str, refusal: &str, take: impl FnOnce(&str) -> Option<()>) {
    let error_id = ui.scope_id().with((&salt, "refused"));
    ui.vertical(|ui| {
        if let Some(text) = committed_text(ui, &salt, name, current, 180.0) {
            let is_refused = take(text.trim()).is_none();
            ui.data_mut(|data| data.insert_temp(error_id, is_refused));
        }
        if ui.data(|data| data.get_temp(error_id)).unwrap_or(false) {
            ui.colored_label(ui.visuals().error_fg_color, refusal);
        }
    });
}

/// A whole number with whatever stands between its groups.
fn read_count(text: &str) -> Option<u64> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}')).collect();
    digits.parse().ok().filter(|&number| number > 0)
}

/// A share in (0, 1], written as a percentage or as a decimal number.
fn read_share(text: &str) -> Option<f64> {
    let number = text.trim_end_matches('%').trim().replace(',', ".");
    let number: f64 = number.parse().ok()?;
    let share = if text.contains('%') || number > 1.0 { number / 100.0 } else { number };
    (share > 0.0 && share <= 1.0).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_shares_are_read_as_people_write_them() {
        assert_eq!(read_count("12\u{202f}500"), Some(12_500));
        assert_eq!(read_count("12,500"), Some(12_500));
        assert_eq!(read_count("many"), None);
        assert_eq!(read_share("95\u{a0}%"), Some(0.95));
        assert_eq!(read_share("0,95"), Some(0.95));
        assert_eq!(read_share("0"), None);
        assert_eq!(read_share("150 %"), None);
    }
}
