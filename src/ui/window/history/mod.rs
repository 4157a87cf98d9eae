//! The steps of the case, newest first, in the place of the inspector: what was done and when, where the case stands, and what was put aside.
//!
//! A click brings the case to where it stood after a step. Steps that were made instead of others do not push those out: they stand under the step they
//! were made after, folded.

mod annotations;
pub mod say;

use super::command::Command;
use super::kit;
use super::room::RoomContext;
use super::session::Steps;
use super::theme::{self, tokens};
use crate::case::{Step, StepState};
use egui::{Align, CollapsingHeader, Label, Layout, RichText, ScrollArea, Sense, Ui, WidgetInfo};

/// Draws the panel.
pub fn ui(ui: &mut Ui, steps: &Steps, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let offer = ctx.offer();
    ui.horizontal(|ui| {
        offer.button(ui, Command::Undo, false, commands);
        offer.button(ui, Command::Redo, false, commands);
    });
    ui.add_space(2.0);
    kit::room_for_scroll_bar(ui);
    let now = jiff::Zoned::now();
    let here = steps.here().map(|step| step.seq);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let on_line = |step: &&Step| step.state != StepState::Aside;
        for step in steps.list().iter().rev().filter(on_line) {
            entry(ui, Some(step), here == Some(step.seq), ctx, &now, commands);
            // Under a step stands what was once made after it, before something else was.
            aside(ui, Some(step.seq), steps, ctx, &now, commands);
        }
        entry(ui, None, here.is_none(), ctx, &now, commands);
        aside(ui, None, steps, ctx, &now, commands);
        ui.add_space(theme::GAP);
        ui.add(Label::new(RichText::new(words.text("frame-history-explained")).small().color(tokens(ui).text_weak)).wrap());
    });
}

/// The steps put aside that were made after `seq`, and everything made after those.
fn aside(ui: &mut Ui, seq: Option<i64>, steps: &Steps, ctx: &RoomContext<'_>, now: &jiff::Zoned, commands: &mut Vec<Command>) {
    let mut branch: Vec<&Step> = Vec::new();
    for step in steps.list().iter().filter(|step| step.state == StepState::Aside) {
        if step.after == seq || branch.iter().any(|earlier| Some(earlier.seq) == step.after) {
            branch.push(step);
        }
    }
    if branch.is_empty() {
        return;
    }
    let title = ctx.words.text_with("frame-history-aside", &crate::args! { "n" => branch.len() });
    CollapsingHeader::new(RichText::new(title).small()).id_salt(("aside", seq)).show(ui, |ui| {
        for step in branch.into_iter().rev() {
            entry(ui, Some(step), false, ctx, now, commands);
        }
    });
}

/// One step (`None` = the empty case before the first), as a button that leads there.
fn entry(ui: &mut Ui, step: Option<&Step>, is_here: bool, ctx: &RoomContext<'_>, now: &jiff::Zoned, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let command = Command::GoToStep(step.map(|step| step.seq));
    let text = step.map_or_else(|| words.text("frame-history-beginning"), |step| say::sentence(step, ctx.case.contents(), words));
    let time = step.map(|step| say::when(step, now, words.language())).unwrap_or_default();
    let state = match (is_here, step.map(|step| step.state)) {
        (true, _) => words.text("frame-history-here"),
        (false, Some(StepState::Undone)) => words.text("frame-history-undone"),
        (false, Some(StepState::Aside)) => words.text("frame-history-aside-one"),
        (false, _) => String::new(),
    };
    let why_not = command.why_not(&ctx.state);
    let is_enabled = why_not.is_none() && !is_here;
    let t = tokens(ui);
    let is_faded = step.is_some_and(|step| step.state != StepState::Done);
    let ink = if is_faded { t.text_weak } else { t.text };
    let spoken = [text.as_str(), time.as_str(), state.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(8, 5)).corner_radius(theme::RADIUS_SMALL);
    let frame = if is_here { frame.fill(t.accent_soft) } else { frame };
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if !time.is_empty() || !state.is_empty() {
            ui.horizontal(|ui| {
                ui.add(Label::new(RichText::new(&time).small().color(t.text_weak)).selectable(false));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let tone = if is_here { t.accent } else { t.text_weak };
                    ui.add(Label::new(RichText::new(&state).small().color(tone)).selectable(false));
                });
            });
        }
        ui.add(Label::new(RichText::new(&text).color(ink)).selectable(false).wrap());
    });
    let id = ui.scope_id().with(("step", step.map(|step| step.seq)));
    let response = ui.interact(inner.response.rect, id, if is_enabled { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, is_enabled, is_here, &spoken));
    if is_enabled && (response.hovered() || response.has_focus()) {
        let stroke = egui::Stroke::new(1.0, t.accent);
        ui.painter().rect_stroke(response.rect, theme::RADIUS_SMALL, stroke, egui::StrokeKind::Inside);
    }
    let tip = why_not.map_or_else(|| command.tooltip(words), |why| words.text(why));
    if !is_here && response.on_hover_text(tip).clicked() {
        commands.push(command);
    }
}
