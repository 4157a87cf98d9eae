//! The strip below: what is running, how far it is, how to stop it, and what was said last.

use super::command::Command;
use super::jobs::JobProgress;
use super::log::{Level, Log};
use super::theme::tokens;
use crate::job::Stage;
use crate::words::{Words, format};
use egui::{ProgressBar, RichText, Ui, vec2};

/// A running task, as the strip shows it.
pub struct Task<'a> {
    /// What it is.
    pub title: String,
    /// How far it is.
    pub progress: &'a JobProgress,
    /// Whether what it is busy with is not shown: a file may be called after somebody.
    pub hides_item: bool,
}

/// Draws the strip.
pub fn ui(ui: &mut Ui, task: Option<&Task<'_>>, log: &Log, words: &Words, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_height(26.0);
        if let Some(task) = task {
            running(ui, task, words, commands);
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
            let list = ui.add(egui::Button::new(text).small()).on_hover_text(Command::ShowMessages.tooltip(words));
            if list.clicked() {
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

fn running(ui: &mut Ui, task: &Task<'_>, words: &Words, commands: &mut Vec<Command>) {
    let (done, total) = task.progress.done();
    let share = total.filter(|&total| total > 0).map(|total| (done as f32 / total as f32).clamp(0.0, 1.0));
    ui.label(RichText::new(&task.title).strong());
    let item = |item: String| if task.hides_item { String::new() } else { item };
    let text = task.progress.item().map(|(stage, name)| stage_text(stage, &item(name), words)).unwrap_or_default();
    if !text.is_empty() {
        ui.scope(|ui| {
            ui.set_max_width(300.0);
            ui.add(egui::Label::new(RichText::new(text).color(tokens(ui).text_weak)).truncate());
        });
    }
    if let Some(share) = share {
        let bar = ProgressBar::new(share).desired_width(150.0).desired_height(10.0).fill(tokens(ui).accent);
        let response = ui.add(bar);
        response.on_hover_text(&task.title);
        ui.label(format::percent(f64::from(share), words.language()));
        if let Some(left) = time_left(task.progress, f64::from(share)) {
            ui.label(RichText::new(words.text_with("window-strip-left", &crate::args! { "s" => left })).color(tokens(ui).text_weak));
        }
    } else if done > 0 {
        ui.label(format::count(done, words.language()));
    }
    let cancel = ui.add(egui::Button::new(Command::CancelTask.text(words)).small().min_size(vec2(70.0, 20.0)));
    if cancel.on_hover_text(Command::CancelTask.tooltip(words)).clicked() {
        commands.push(Command::CancelTask);
    }
}

/// Seconds left, once there is enough to judge by.
fn time_left(progress: &JobProgress, share: f64) -> Option<u64> {
    let elapsed = progress.elapsed().as_secs_f64();
    (elapsed > 2.0 && share > 0.02).then(|| (elapsed / share - elapsed).ceil() as u64)
}

/// What a stage is called, with its item.
pub fn stage_text(stage: Stage, item: &str, words: &Words) -> String {
    let id = match stage {
        Stage::Reading => "window-stage-reading",
        Stage::Normalising => "window-stage-normalising",
        Stage::Linking => "window-stage-linking",
        Stage::Attributing => "window-stage-attributing",
        Stage::Dating => "window-stage-dating",
        Stage::Writing => "window-stage-writing",
        Stage::Verifying => "window-stage-verifying",
    };
    let name = words.text(id);
    if item.is_empty() { name } else { format!("{name} · {item}") }
}
