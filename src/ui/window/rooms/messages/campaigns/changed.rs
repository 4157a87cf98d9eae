//! "What changed" between two waves or two messages: both texts side by side, and the changes as a list.

use super::prepared::{self, Compared};
use super::wave_text;
use crate::campaign::Family;
use crate::campaign::align::Change;
use crate::model::Contents;
use crate::ui::window::kit;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::table::header_text;
use crate::words::Words;
use egui::text::{LayoutJob, TextFormat};
use egui::{ComboBox, Grid, Label, Stroke, TextStyle, Ui};

/// What can stand on a side of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Index of a wave.
    Wave(usize),
    /// Index of a message of the case.
    Message(usize),
}

impl Side {
    /// The messages it stands for.
    pub fn messages(self, family: &Family) -> Vec<usize> {
        match self {
            Self::Wave(at) => family.waves.get(at).map(|wave| wave.messages.clone()).unwrap_or_default(),
            Self::Message(at) => vec![at],
        }
    }
}

/// Lets the user choose two waves, or the selected message.
pub fn sides(
    ui: &mut Ui,
    family: &Family,
    contents: &Contents,
    selected: Option<usize>,
    chosen: &mut (Option<Side>, Option<Side>),
    words: &Words,
) -> Option<(Side, Side)> {
    let mut choices: Vec<(Side, String)> = (0..family.waves.len()).map(|at| (Side::Wave(at), wave_text(family, at, words))).collect();
    if let Some(selected) = selected
        && family.messages.len() > 1
        && let Some(message) = contents.messages.get(selected)
    {
        choices.push((Side::Message(selected), words.text_with("campaign-view-selected", &crate::args! { "n" => message.id.0 })));
    }
    // A choice that is no longer offered (another message was selected) is given up.
    for side in [&mut chosen.0, &mut chosen.1] {
        *side = side.filter(|side| choices.iter().any(|(choice, _)| choice == side));
    }
    if choices.len() < 2 {
        ui.weak(words.text("campaign-view-changed-none"));
        return None;
    }
    let mut before = chosen.0.unwrap_or(choices[0].0);
    let mut after = chosen.1.unwrap_or(choices[1].0);
    ui.horizontal_wrapped(|ui| {
        for (id, side) in [("campaign-view-before", &mut before), ("campaign-view-after", &mut after)] {
            let name = words.text(id);
            ui.label(&name);
            let shown = choices.iter().find(|(choice, _)| *choice == *side).map(|(_, text)| text.clone()).unwrap_or_default();
            let response = ComboBox::from_id_salt(id).width(240.0).selected_text(&shown).show_ui(ui, |ui| {
                for (choice, text) in &choices {
                    ui.selectable_value(side, *choice, text);
                }
            });
            response.response.accessible_name(format!("{name} {shown}"));
        }
    });
    ui.separator();
    *chosen = (Some(before), Some(after));
    Some((before, after))
}

/// Draws both texts and the list.
pub fn ui(ui: &mut Ui, compared: &Compared, words: &Words) {
    if !compared.reasons.is_empty() {
        ui.add(Label::new(words.text_with("campaign-view-in-common", &crate::args! { "reasons" => compared.reasons.join(" · ") })).wrap());
    }
    let changed = compared.changes.iter().filter(|change| !matches!(change, Change::Equal(..))).count();
    if changed == 0 {
        kit::note(ui, kit::Tone::Neutral, &words.text("campaign-view-unchanged"));
    }
    ui.add_space(4.0);
    ui.columns(2, |columns| {
        for (at, id) in ["campaign-view-before", "campaign-view-after"].into_iter().enumerate() {
            let ui = &mut columns[at];
            kit::card(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(header_text(ui, &words.text(id)));
                ui.add(Label::new(layout(ui, &compared.changes, at == 0)).wrap());
            });
        }
    });
    if changed > 0 {
        ui.weak(words.text("campaign-view-changed-legend"));
        list(ui, &compared.changes, words);
    }
}

fn layout(ui: &Ui, changes: &[Change], is_before: bool) -> LayoutJob {
    let t = tokens(ui);
    let plain = TextFormat::simple(TextStyle::Body.resolve(ui.style()), t.text);
    let mut job = LayoutJob::default();
    for change in changes {
        match change {
            Change::Equal(before, after) => job.append(if is_before { before } else { after }, 0.0, plain.clone()),
            Change::Removed(text) if is_before => {
                job.append(text, 0.0, TextFormat { color: t.bad, background: t.bad_soft, strikethrough: Stroke::new(1.0, t.bad), ..plain.clone() });
            }
            Change::Added(text) if !is_before => {
                job.append(text, 0.0, TextFormat { color: t.good, background: t.good_soft, underline: Stroke::new(1.0, t.good), ..plain.clone() });
            }
            Change::Removed(_) | Change::Added(_) => {}
        }
    }
    job
}

/// The same as a table: what was there, what is there now.
fn list(ui: &mut Ui, changes: &[Change], words: &Words) {
    kit::section(ui, &words.text("campaign-view-changes"));
    let mut rows: Vec<(&str, &str)> = Vec::new();
    let mut changes = changes.iter().peekable();
    while let Some(change) = changes.next() {
        match change {
            Change::Equal(..) => {}
            Change::Added(text) => rows.push(("", text.trim())),
            Change::Removed(text) => {
                let added = changes.next_if(|next| matches!(next, Change::Added(_)));
                rows.push((text.trim(), added.map_or("", |added| if let Change::Added(text) = added { text.trim() } else { "" })));
            }
        }
    }
    Grid::new("changes").num_columns(3).striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
        for id in ["campaign-view-change", "campaign-view-before", "campaign-view-after"] {
            ui.label(header_text(ui, &words.text(id)));
        }
        ui.end_row();
        for (at, (before, after)) in rows.into_iter().enumerate() {
            ui.label(prepared::count(at + 1, words));
            for text in [before, after] {
                ui.scope(|ui| {
                    ui.set_max_width(330.0);
                    ui.add(Label::new(if text.is_empty() { "—" } else { text }).wrap());
                });
            }
            ui.end_row();
        }
    });
}
