//! The columns the list must have had, against the columns of each source.

use super::prepared::Opened;
use super::template::field_name;
use crate::campaign::columns::{Answer, Because};
use crate::campaign::say;
use crate::model::Contents;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::rooms::messages::listing;
use crate::ui::window::widgets::table::header_text;
use crate::words::Words;
use egui::{Grid, Label, ScrollArea, Ui};

/// Draws it.
pub fn ui(ui: &mut Ui, opened: &Opened, contents: &Contents, words: &Words) {
    let requirements = &opened.requirements;
    ui.weak(words.text("campaign-view-columns-hint"));
    for sentence in &opened.conclusions {
        ui.add_space(4.0);
        kit::note(ui, Tone::Neutral, sentence);
    }
    ui.add_space(6.0);
    if requirements.needs.is_empty() {
        ui.weak(words.text("campaign-view-columns-none"));
    } else {
        ScrollArea::horizontal().id_salt("columns-across").auto_shrink([false, true]).show(ui, |ui| {
            Grid::new("columns").striped(true).spacing([18.0, 6.0]).show(ui, |ui| table(ui, opened, contents, words));
        });
    }
    for &at in &requirements.untold {
        if let Some(field) = opened.alignment.fields.get(at) {
            ui.add_space(4.0);
            ui.weak(words.text_with("campaign-view-columns-untold", &crate::args! { "field" => field_name(at, field, words) }));
        }
    }
}

fn table(ui: &mut Ui, opened: &Opened, contents: &Contents, words: &Words) {
    let requirements = &opened.requirements;
    for id in ["campaign-view-columns-need", "campaign-view-columns-because"] {
        ui.label(header_text(ui, &words.text(id)));
    }
    for source in &requirements.sources {
        let name = contents.source(&source.source).map_or(source.source.as_str(), |known| known.name.as_str());
        let name = if name.is_empty() { source.source.as_str() } else { name };
        ui.scope(|ui| {
            ui.set_max_width(170.0);
            ui.add(Label::new(header_text(ui, name)).wrap());
        });
    }
    ui.end_row();
    for (at, need) in requirements.needs.iter().enumerate() {
        ui.scope(|ui| {
            ui.set_max_width(200.0);
            ui.add(Label::new(say::column(need.field, words)).wrap());
        });
        let because: Vec<String> = need.because.iter().map(|because| reason(*because, opened, words)).collect();
        ui.weak(because.join(", "));
        for source in &requirements.sources {
            match &source.answers[at] {
                Answer::Has(columns) => ui.label(words.text_with("campaign-view-columns-has", &crate::args! { "columns" => columns.join(", ") })),
                Answer::HasNot => ui.label(words.text("campaign-view-columns-has-not")),
                Answer::Unknown => ui.weak(words.text("campaign-view-columns-unknown")),
            };
        }
        ui.end_row();
    }
}

fn reason(because: Because, opened: &Opened, words: &Words) -> String {
    match because {
        Because::Channel(channel) => {
            words.text_with("campaign-view-columns-channel", &crate::args! { "channel" => listing::channel(channel, words) })
        }
        Because::MergeField(at) => opened.alignment.fields.get(at).map(|field| field_name(at, field, words)).unwrap_or_default(),
    }
}
