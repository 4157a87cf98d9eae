//! The timeline: who had access when, against the copy date.
//!
//! What is shown comes from [`crate::chart::timeline`]; `egui_plot` keeps the visible span and turns pointer, wheel and keys into zooming and panning
//! along time; lanes, bars and signs are painted here. The same as a table is one click away.

mod bars;
mod canvas;
mod lanes;
mod legend;
mod signs;
mod view;

use crate::chart::ChartTable;
use crate::chart::timeline::Target;
use crate::model::ImportKind;
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::{empty, table};
use view::View;

/// The room.
#[derive(Default)]
pub struct TimelineRoom {
    view: View,
    is_table: bool,
    twin: Option<Twin>,
}

/// The table twin, with what a click on each row selects. Made when the case changes.
struct Twin {
    stamp: Stamp,
    table: ChartTable,
    targets: Vec<Option<Target>>,
}

impl RoomView for TimelineRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let chart = ctx.timeline;
        if chart.lanes.is_empty() && chart.undated.is_empty() {
            let (title, advice) = (words.text("rooms-timeline-empty"), words.text("rooms-timeline-empty-next"));
            let add = words.text("rooms-timeline-add");
            empty::empty_state(ui, &title, &advice, Some((&add, Command::AddFiles(Some(ImportKind::Roster)))), commands);
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.selectable_value(&mut self.is_table, false, words.text("rooms-as-chart"));
            ui.selectable_value(&mut self.is_table, true, words.text("rooms-as-table"));
            if !self.is_table {
                ui.separator();
                self.view.buttons(ui, words);
            }
        });
        if self.is_table {
            ui.add_space(4.0);
            self.table(ui, ctx, commands);
            return;
        }
        ui.add(egui::Label::new(egui::RichText::new(chart.description.as_str()).weak()).wrap());
        legend::show(ui, chart, words);
        ui.add_space(4.0);
        tray(ui, ctx, commands);
        if let Some(target) = canvas::show(ui, ctx, &mut self.view) {
            commands.push(Command::Select(Selection::Mark(target)));
        }
    }
}

impl TimelineRoom {
    fn table(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if self.twin.as_ref().is_none_or(|twin| !twin.stamp.holds(ctx)) {
            self.twin = Some(Twin { stamp: Stamp::of(ctx), table: ctx.timeline.table(ctx.words), targets: targets(ctx) });
        }
        let Some(twin) = &self.twin else { return };
        let selected = match ctx.selection {
            Some(Selection::Mark(target)) => twin.targets.iter().position(|row| row.as_ref() == Some(target)),
            _ => None,
        };
        if let Some(row) = table::chart_table(ui, "timeline-table", &twin.table, selected)
            && let Some(Some(target)) = twin.targets.get(row)
        {
            commands.push(Command::Select(Selection::Mark(target.clone())));
        }
    }
}

/// What each row of the table twin stands for: bars then marks of every lane, the copy date, then what has no date.
fn targets(ctx: &RoomContext<'_>) -> Vec<Option<Target>> {
    let chart = ctx.timeline;
    let mut out = Vec::new();
    for lane in &chart.lanes {
        out.extend(lane.bars.iter().map(|bar| Some(bar.target.clone())));
        out.extend(lane.marks.iter().map(|mark| Some(mark.target.clone())));
    }
    out.extend(chart.density.iter().flat_map(|density| density.set95.iter().map(|_| None)));
    out.extend(chart.undated.iter().map(|undated| Some(undated.target.clone())));
    out
}

/// What has no date, below the chart.
fn tray(ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    if ctx.timeline.undated.is_empty() {
        return;
    }
    egui::Panel::bottom("timeline-tray").resizable(false).show(ui, |ui| {
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.weak(ctx.words.text("chart-tray"));
            for undated in &ctx.timeline.undated {
                let selection = Selection::Mark(undated.target.clone());
                if ui.selectable_label(ctx.selection == Some(&selection), undated.label.as_str()).clicked() {
                    commands.push(Command::Select(selection));
                }
            }
        });
    });
}
