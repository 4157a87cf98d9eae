//! The strip below: what is running, how far it is, how to stop it or try it again, and what was said last.

use super::command::Command;
use super::command::offer::Offer;
use super::log::{Level, Log};
use super::tasks::{self, Tasks};
use super::theme::tokens;
use crate::words::Words;
use egui::{RichText, Ui};

/// Draws the strip.
pub fn ui(ui: &mut Ui, tasks: &Tasks<'_>, log: &Log, words: &Words, commands: &mut Vec<Command>) {
    let offer = Offer { state: tasks.state, words };
    ui.horizontal(|ui| {
        ui.set_height(26.0);
        if let Some(task) = tasks.running.first() {
            tasks::line(ui, task, offer, commands);
            ui.separator();
        } else if let Some(failed) = tasks.failed {
            let text = words.text_with("frame-tasks-failed", &crate::args! { "task" => words.text(failed.title_id) });
            ui.label(RichText::new(text).color(tokens(ui).caution));
            offer.button(ui, Command::Retry, false, commands);
            ui.separator();
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let label = match log.unseen_errors() {
                0 => words.text("window-strip-messages"),
                count => words.text_with("window-strip-errors", &crate::args! { "n" => count }),
            };
            let mut text = RichText::new(label);
            if log.unseen_errors() > 0 {
                text = text.color(tokens(ui).bad).strong();
            }
            let list = ui.add(egui::Button::new(text).small());
            if offer.explained(list, &Command::ShowMessages).clicked() {
                commands.push(Command::ShowMessages);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| last(ui, log, words));
        });
    });
}

fn last(ui: &mut Ui, log: &Log, words: &Words) {
    let t = tokens(ui);
    let (text, ink) = match log.last() {
        Some(entry) if entry.level == Level::Error => (entry.text.replace('\n', " "), t.bad),
        Some(entry) => (entry.text.replace('\n', " "), t.text_weak),
        None => (words.text("window-strip-ready"), t.text_weak),
    };
    ui.add(egui::Label::new(RichText::new(&text).color(ink)).truncate());
}
