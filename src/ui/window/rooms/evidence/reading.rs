//! How a table on the desk is read: what was detected, and encoding, separator, sheet and order of dates where the user overrules it.

use super::form::choice;
use super::item::Item;
use crate::import::Preview;
use crate::import::mapping::OrderBy;
use crate::model::DateOrder;
use crate::ui::window::theme::tokens;
use crate::words::Words;
use egui::{CollapsingHeader, ComboBox, Grid, RichText, Ui};

/// Encoding, separator and sheet, folded away as long as detection is right.
pub fn ui(ui: &mut Ui, item: &mut Item, words: &Words) {
    let before = item.reading.clone();
    let (is_refused, sheets) = item.seen().map_or((false, Vec::new()), |look| {
        let sheets = look.preview.iter().flat_map(|seen| &seen.sheets).filter(|sheet| !sheet.is_empty()).cloned().collect();
        (look.problem.is_some(), sheets)
    });
    let is_overruled = before.encoding.is_some() || before.separator.is_some() || before.sheet.is_some();
    let open = is_refused || is_overruled || sheets.len() > 1;
    CollapsingHeader::new(words.text("window-desk-reading")).id_salt(("reading", open)).default_open(open).show(ui, |ui| {
        Grid::new("reading").num_columns(2).spacing([14.0, 6.0]).show(ui, |ui| fields(ui, item, &sheets, words));
    });
    if item.reading != before {
        item.touch();
    }
}

fn fields(ui: &mut Ui, item: &mut Item, sheets: &[String], words: &Words) {
    let detected = words.text("window-desk-detected");
    let encoding = item.reading.encoding.clone().unwrap_or_else(|| detected.clone());
    choice(ui, "encoding", &words.text("window-desk-encoding"), &encoding, |ui| {
        ui.selectable_value(&mut item.reading.encoding, None, &detected);
        for label in ["utf-8", "windows-1252", "iso-8859-15", "utf-16le", "cp850", "macintosh"] {
            ui.selectable_value(&mut item.reading.encoding, Some(label.to_owned()), label);
        }
    });
    let separators =
        [(b';', "window-separator-semicolon"), (b',', "window-separator-comma"), (b'\t', "window-separator-tab"), (b'|', "window-separator-bar")];
    let now = separators.iter().find(|(byte, _)| Some(*byte) == item.reading.separator).map_or_else(|| detected.clone(), |(_, id)| words.text(id));
    choice(ui, "separator", &words.text("window-desk-separator"), &now, |ui| {
        ui.selectable_value(&mut item.reading.separator, None, &detected);
        for (byte, id) in separators {
            ui.selectable_value(&mut item.reading.separator, Some(byte), words.text(id));
        }
    });
    if sheets.len() > 1 {
        let now = item.reading.sheet.clone().unwrap_or_else(|| detected.clone());
        choice(ui, "sheet", &words.text("window-field-sheet"), &now, |ui| {
            ui.selectable_value(&mut item.reading.sheet, None, &detected);
            for sheet in sheets {
                ui.selectable_value(&mut item.reading.sheet, Some(sheet.clone()), sheet);
            }
        });
    }
}

/// Which number of a day is the month, how that is known, and the choice. Nothing where no day in figures stands in a column that is read.
pub fn dates(ui: &mut Ui, seen: &Preview, chosen: &mut Option<DateOrder>, words: &Words) {
    let id = match seen.dates.by {
        OrderBy::NoDays if chosen.is_none() => return,
        OrderBy::NoDays | OrderBy::Chosen => "window-peek-dates-chosen",
        OrderBy::Values => "window-peek-dates-values",
        OrderBy::Supposed => "window-peek-dates-supposed",
        OrderBy::Mixed => "window-peek-dates-mixed",
    };
    let text_of = |order: DateOrder| {
        words.text(match order {
            DateOrder::DayFirst => "window-dates-day-first",
            DateOrder::MonthFirst => "window-dates-month-first",
        })
    };
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(words.text("window-desk-dates"));
        let combo = ComboBox::from_id_salt("dates").selected_text(text_of(chosen.unwrap_or(seen.dates.order))).show_ui(ui, |ui| {
            ui.selectable_value(chosen, None, words.text("window-desk-detected"));
            for order in DateOrder::ALL {
                ui.selectable_value(chosen, Some(order), text_of(order));
            }
        });
        combo.response.labelled_by(label.id);
        let why = words.text_with(id, &crate::args! { "example" => seen.dates.example.as_str() });
        let is_doubtful = matches!(seen.dates.by, OrderBy::Supposed | OrderBy::Mixed);
        let ink = if is_doubtful { tokens(ui).caution } else { tokens(ui).text_weak };
        ui.add(egui::Label::new(RichText::new(why).color(ink)).wrap());
    });
}
