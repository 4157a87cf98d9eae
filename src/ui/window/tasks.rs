//! Long work as it is shown: what it is busy with, how fast, how long it will still take, how to stop it, and how to try again what did not succeed.
//!
//! The strip shows the one that blocks most in a line, the journal shows all. Running them is [`super::jobs`]' work and the app's.

use super::command::offer::Offer;
use super::command::{Command, CommandState};
use super::jobs::JobProgress;
use super::kit::{self, Tone};
use super::theme::tokens;
use crate::job::Stage;
use crate::words::{Words, format};
use egui::{Align, Label, Layout, ProgressBar, RichText, Ui};

/// A running task.
pub struct Task<'a> {
    /// What it is.
    pub title: String,
    /// How far it is.
    pub progress: &'a JobProgress,
    /// Whether what it is busy with is not shown: a file may be called after somebody.
    pub hides_item: bool,
}

/// A task that was refused, failed or was stopped, and can be tried again.
#[derive(Clone, Debug)]
pub struct Failed {
    /// Id of what it is called.
    pub title_id: &'static str,
    /// What begins it again.
    pub again: Command,
}

/// Every task there is something to say about.
pub struct Tasks<'a> {
    /// Those that run, what blocks most first.
    pub running: Vec<Task<'a>>,
    /// The last one that did not succeed.
    pub failed: Option<&'a Failed>,
    /// What can be done now.
    pub state: &'a CommandState,
}

impl Task<'_> {
    /// What it is busy with, as far as it may be shown.
    fn item(&self, words: &Words) -> String {
        let Some((stage, item)) = self.progress.item() else { return String::new() };
        stage_text(stage, if self.hides_item { "" } else { &item }, words)
    }

    /// How far the stage is, in [0, 1]; `None` if nobody knows of how many.
    fn share(&self) -> Option<f32> {
        let (done, total) = self.progress.done();
        total.filter(|&total| total > 0).map(|total| (done as f32 / total as f32).clamp(0.0, 1.0))
    }

    /// « 12 000 par seconde · encore 40 s environ », as far as it is known.
    fn speed(&self, words: &Words) -> String {
        let (done, total) = self.progress.done();
        let Some(rate) = rate(done, self.progress.stage_elapsed().as_secs_f64()) else { return String::new() };
        let mut parts = vec![words.text_with("frame-tasks-rate", &crate::args! { "count" => format::count(rate.round() as u64, words.language()) })];
        if let Some(total) = total.filter(|&total| total > done) {
            parts.push(left_text((total - done) as f64 / rate, words));
        }
        parts.join(" · ")
    }
}

/// Items a second, once there is enough to judge by.
fn rate(done: u64, seconds: f64) -> Option<f64> {
    (done > 0 && seconds > 1.0).then(|| done as f64 / seconds).filter(|rate| *rate >= 1.0)
}

fn left_text(seconds: f64, words: &Words) -> String {
    if seconds < 90.0 {
        words.text_with("window-strip-left", &crate::args! { "s" => seconds.ceil() as u64 })
    } else {
        words.text_with("frame-tasks-minutes", &crate::args! { "n" => (seconds / 60.0).ceil() as u64 })
    }
}

/// One task on one line, with its Cancel.
pub fn line(ui: &mut Ui, task: &Task<'_>, offer: Offer<'_>, commands: &mut Vec<Command>) {
    let words = offer.words;
    ui.label(RichText::new(&task.title).strong());
    let item = task.item(words);
    if !item.is_empty() {
        ui.scope(|ui| {
            ui.set_max_width(280.0);
            ui.add(Label::new(RichText::new(item).color(tokens(ui).text_weak)).truncate());
        });
    }
    progress(ui, task, 120.0, words);
    ui.label(RichText::new(task.speed(words)).color(tokens(ui).text_weak));
    offer.button(ui, Command::CancelTask, false, commands);
}

fn progress(ui: &mut Ui, task: &Task<'_>, width: f32, words: &Words) {
    let (done, _) = task.progress.done();
    if let Some(share) = task.share() {
        let bar = ProgressBar::new(share).desired_width(width).desired_height(10.0).fill(tokens(ui).accent);
        ui.add(bar).on_hover_text(&task.title);
        ui.label(format::percent(f64::from(share), words.language()));
    } else if done > 0 {
        ui.label(format::count(done, words.language()));
    }
}

/// All tasks, for the journal.
pub fn list(ui: &mut Ui, tasks: &Tasks<'_>, words: &Words, commands: &mut Vec<Command>) {
    let offer = Offer { state: tasks.state, words };
    kit::section(ui, &words.text("frame-tasks"));
    if tasks.running.is_empty() && tasks.failed.is_none() {
        ui.weak(words.text("frame-tasks-none"));
    }
    for (at, task) in tasks.running.iter().enumerate() {
        ui.label(RichText::new(&task.title).strong());
        let item = task.item(words);
        if !item.is_empty() {
            ui.add(Label::new(RichText::new(item).color(tokens(ui).text_weak)).truncate());
        }
        ui.horizontal(|ui| {
            progress(ui, task, 220.0, words);
            ui.label(RichText::new(task.speed(words)).color(tokens(ui).text_weak));
            // Cancel stops what blocks most; the others follow once it is gone.
            if at == 0 {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| offer.button(ui, Command::CancelTask, false, commands));
            }
        });
    }
    if let Some(failed) = tasks.failed {
        kit::note(ui, Tone::Caution, &words.text_with("frame-tasks-failed", &crate::args! { "task" => words.text(failed.title_id) }));
        offer.button(ui, Command::Retry, false, commands);
    }
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
        Stage::Indexing => "search-stage-indexing",
        Stage::Searching => "search-stage-searching",
    };
    let name = words.text(id);
    if item.is_empty() { name } else { format!("{name} · {item}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_rate_is_said_once_there_is_enough_to_judge_by() {
        assert_eq!(rate(0, 10.0), None);
        assert_eq!(rate(5_000, 0.5), None);
        assert_eq!(rate(5_000, 10.0), Some(500.0));
        assert_eq!(rate(3, 10.0), None, "less than one a second says nothing");
    }

    #[test]
    fn time_left_is_in_seconds_first_and_then_in_minutes() {
        let words = Words::new(Language::Fr);
        assert!(left_text(40.2, &words).contains("41"));
        assert!(left_text(150.0, &words).contains('3'));
    }
}
