//! The head of the review with its progress, and the screen at its end.

use super::desk::Desk;
use super::verdict;
use crate::link::review::Estimate;
use crate::model::Answer;
use crate::ui::window::command::Command;
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::inspector::link_detail;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets;
use egui::{ProgressBar, RichText, Ui};
use std::time::Duration;

/// The head: what this is, how far it is, where it can be left.
pub fn head(ui: &mut Ui, ctx: &RoomContext<'_>, desk: &Desk, commands: &mut Vec<Command>) {
    let words = ctx.words;
    ui.horizontal_wrapped(|ui| {
        let back = words.text("links-review-back");
        if ui.button(back).on_hover_text(Command::ToggleReview.tooltip(words)).clicked() {
            commands.push(Command::ToggleReview);
        }
        ui.label(RichText::new(words.text("links-review-title")).size(18.0).strong());
        if desk.current().is_some() {
            step(ui, ctx, Command::PreviousPair, Icon::Back, desk.place() > 0, commands);
            step(ui, ctx, Command::NextPair, Icon::Forward, true, commands);
        }
        ui.separator();
        widgets::show_boxes(ui);
        let mut hides = ctx.review.hides_scores;
        if ui.checkbox(&mut hides, Command::ToggleScore.text(words)).on_hover_text(Command::ToggleScore.tooltip(words)).clicked() {
            commands.push(Command::ToggleScore);
        }
    });
    if desk.total() == 0 {
        return;
    }
    let decided = desk.decided();
    let (place, total) = (widgets::number(words, desk.place() + 1), widgets::number(words, desk.total()));
    ui.horizontal(|ui| {
        if desk.current().is_some() {
            ui.label(RichText::new(words.text_with("links-review-place", &crate::args! { "place" => place, "total" => total.as_str() })).strong());
        }
        ui.weak(widgets::counted(words, "links-review-decided", decided));
        if let Some(left) = desk.time_left() {
            ui.weak(time_left(left, ctx));
        }
    });
    let share = decided as f32 / desk.total() as f32;
    let name = words.text_with("links-review-progress", &crate::args! { "n" => widgets::number(words, decided), "total" => total.as_str() });
    ui.add(ProgressBar::new(share).desired_height(6.0).fill(tokens(ui).accent))
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &name));
}

fn step(ui: &mut Ui, ctx: &RoomContext<'_>, command: Command, icon: Icon, is_enabled: bool, commands: &mut Vec<Command>) {
    if kit::icon_button(ui, icon, &command.text(ctx.words), is_enabled).clicked() {
        commands.push(command);
    }
}

/// « encore 6 min environ ».
fn time_left(left: Duration, ctx: &RoomContext<'_>) -> String {
    let minutes = left.as_secs().div_ceil(60);
    let id = if left < Duration::from_mins(1) { "links-review-seconds-left" } else { "links-review-minutes-left" };
    ctx.words.text_with(id, &crate::args! { "n" => minutes })
}

/// Nothing is left to ask: what was answered, what it says, where to go.
pub fn ui(ui: &mut Ui, ctx: &RoomContext<'_>, desk: &Desk, estimate: Option<&Estimate>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let open = desk.total() - desk.decided();
    egui::ScrollArea::vertical().id_salt("review end").auto_shrink([false, false]).show(ui, |ui| {
        ui.add_space((ui.available_height() * 0.12).clamp(12.0, 90.0));
        ui.vertical_centered(|ui| {
            icons::show(ui, 46.0, Icon::Check, tokens(ui).good);
            ui.add_space(6.0);
            let (title, next) = match (desk.total(), open) {
                (0, _) => ("links-review-nothing", "links-review-nothing-next"),
                (_, 0) => ("links-review-done", "links-review-done-next"),
                _ => ("links-review-skipped", "links-review-skipped-next"),
            };
            ui.label(RichText::new(words.text(title)).size(20.0).strong());
            ui.scope(|ui| {
                ui.set_max_width(560.0);
                ui.label(RichText::new(words.text(next)).color(tokens(ui).text_weak));
            });
            ui.add_space(8.0);
            for (answer, count) in Answer::ALL.into_iter().zip(desk.answers()).filter(|(_, count)| *count > 0) {
                let args = crate::args! { "answer" => link_detail::answer(answer, words), "count" => widgets::number(words, count) };
                ui.label(words.text_with("links-review-answered", &args));
            }
            ui.add_space(8.0);
            if kit::primary(ui, &words.text("links-review-back")).clicked() {
                commands.push(Command::ToggleReview);
            }
            if open > 0 && ui.button(words.text("links-review-see-skipped")).on_hover_text(Command::NextPair.tooltip(words)).clicked() {
                commands.push(Command::NextPair);
            }
            if desk.total() > 0 && ui.button(Command::PreviousPair.text(words)).on_hover_text(Command::PreviousPair.tooltip(words)).clicked() {
                commands.push(Command::PreviousPair);
            }
        });
        if let Some(estimate) = estimate {
            verdict::estimate(ui, ctx, estimate);
        }
    });
}
