//! The tools above the chart: what is framed, the question, and the menu of everything else.

use super::TimelineRoom;
use super::edit;
use super::question::selected_days;
use super::view::Wanted;
use crate::chart::svg;
use crate::chart::timeline::clock::{self, Clock};
use crate::chart::timeline::seen::Seen;
use crate::chart::timeline::{LaneKind, Timeline};
use crate::model::Day;
use crate::report::tsv::tsv;
use crate::ui::window::command::{Command, Export};
use crate::ui::window::room::{RoomContext, Selection};
use egui::{Button, Label, RichText, Ui};

impl TimelineRoom {
    /// Draws the tools.
    pub(super) fn tools(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.selectable_value(&mut self.is_table, false, words.text("rooms-as-chart"));
            ui.selectable_value(&mut self.is_table, true, words.text("rooms-as-table"));
            if !self.is_table {
                ui.separator();
                self.presets(ui, ctx);
            }
            ui.separator();
            let mut is_asking = self.question.is_some();
            let ask = ui.toggle_value(&mut is_asking, words.text("timeline-ask")).on_hover_text(words.text("timeline-ask-tip"));
            if ask.clicked() {
                self.question = is_asking.then(Default::default);
            }
            ui.menu_button(words.text("timeline-more"), |ui| {
                ui.set_min_width(280.0);
                self.more(ui, ctx, commands);
            });
        });
    }

    fn presets(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>) {
        let Some(drawn) = &self.drawn else { return };
        let chart = &drawn.whole;
        let copy = chart.density.as_ref().and_then(|density| Some((density.set95.first()?.from, density.set95.last()?.to)));
        let selected = match ctx.selection {
            Some(Selection::Mark(target)) => selected_days(chart, target),
            _ => None,
        };
        if preset(ui, ctx, "all", true) {
            self.view.want(Wanted::All);
        }
        for (name, days) in [("copy", copy), ("mailing", mailing(chart)), ("selection", selected)] {
            if preset(ui, ctx, name, days.is_some())
                && let Some((first, last)) = days
            {
                self.view.around(first, last);
            }
        }
    }

    fn more(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        if !self.is_table {
            let moves = [
                ("rooms-timeline-zoom-in", Wanted::Zoom(0.5)),
                ("rooms-timeline-zoom-out", Wanted::Zoom(2.0)),
                ("rooms-timeline-earlier", Wanted::Shift(-0.25)),
                ("rooms-timeline-later", Wanted::Shift(0.25)),
            ];
            for (id, wanted) in moves {
                if ui.button(words.text(id)).clicked() {
                    self.view.want(wanted);
                }
            }
            ui.separator();
            ui.checkbox(&mut self.seen.is_folded, words.text("timeline-fold-gaps")).on_hover_text(words.text("timeline-fold-gaps-tip"));
            ui.separator();
        }
        ui.label(words.text("timeline-clock"));
        let zone = ctx.case.contents().incident.timezone.as_str();
        ui.radio_value(&mut self.clock, Clock::Local, words.text_with("timeline-clock-local", &crate::args! { "zone" => zone }));
        ui.radio_value(&mut self.clock, Clock::Utc, words.text("timeline-clock-utc"));
        ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
            ui.set_max_width(300.0);
            ui.add(Label::new(RichText::new(clock::what_it_changes(ctx.case.contents(), words)).small().weak()).wrap());
        });
        ui.separator();
        for (id, ending) in [("timeline-save-svg", "svg"), ("timeline-save-png", "png")] {
            if ui.button(words.text(id)).clicked()
                && let Some(chart) = self.as_shown(ctx)
            {
                let name = format!("{}.{ending}", words.text("timeline-file"));
                commands.push(Command::Export(Export::text(name, svg::timeline(&chart, words))));
            }
        }
        if ui.button(words.text("timeline-copy-table")).clicked()
            && let Some(chart) = self.as_shown(ctx)
        {
            commands.push(Command::Copy(tsv(&chart.table(words))));
        }
    }

    /// Exactly what is shown: the range in view, without what the legend leaves out, folded if it is.
    fn as_shown(&self, ctx: &RoomContext<'_>) -> Option<Timeline> {
        let drawn = self.drawn.as_ref()?;
        let range = if self.is_table { None } else { self.view.range(&drawn.chart) };
        Some(drawn.whole.seen(&Seen { range, ..self.seen.clone() }, ctx.words))
    }

    /// What can be done with what is selected, and how long it was between two things.
    pub(super) fn selected(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>) {
        let words = ctx.words;
        let Some(drawn) = &self.drawn else { return };
        let chart = &drawn.whole;
        let selected = match ctx.selection {
            Some(Selection::Mark(target)) => Some(target),
            _ => None,
        };
        let name = |target| chart.name_of(target).unwrap_or_default();
        if let Some(first) = &self.measured {
            let first = first.clone();
            ui.horizontal_wrapped(|ui| {
                match selected.filter(|second| **second != first) {
                    None => {
                        ui.label(words.text_with("timeline-measure-next", &crate::args! { "from" => name(&first) }));
                    }
                    Some(second) => {
                        let args = crate::args! { "from" => name(&first), "to" => name(second) };
                        ui.strong(words.text_with("timeline-measured", &args));
                        let lines = chart.elapsed(&first, second, words);
                        if lines.is_empty() {
                            ui.label(words.text("timeline-measure-unknown"));
                        }
                        let joint = words.text("timeline-elapsed-line");
                        for (what, length) in &lines {
                            ui.weak("·");
                            ui.label(if what.is_empty() { length.clone() } else { format!("{what}{joint}{length}") });
                        }
                    }
                }
                if ui.small_button(words.text("timeline-measure-stop")).clicked() {
                    self.measured = None;
                }
            });
            return;
        }
        let Some(target) = selected.filter(|target| chart.lanes_of(target).next().is_some()) else { return };
        let called = name(target);
        let mut is_edited = false;
        ui.horizontal(|ui| {
            ui.add(Label::new(RichText::new(called).strong()).truncate());
            if ui.button(words.text("timeline-measure")).on_hover_text(words.text("timeline-measure-tip")).clicked() {
                self.measured = Some(target.clone());
            }
            if edit::can_edit(target) {
                let command = ui.add_enabled(edit::is_writable(ctx), Button::new(words.text("timeline-edit")));
                is_edited = command.on_hover_text(words.text("timeline-edit-tip")).clicked();
            }
        });
        if is_edited {
            self.edit(target.clone());
        }
    }
}

/// First and last day of the mailings.
fn mailing(chart: &Timeline) -> Option<(Day, Day)> {
    let marks = chart.lanes.iter().filter(|lane| lane.kind == LaneKind::Campaign).flat_map(|lane| &lane.marks);
    marks.map(|mark| (mark.from, mark.to)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

fn preset(ui: &mut Ui, ctx: &RoomContext<'_>, name: &str, is_there: bool) -> bool {
    let text = ctx.words.text(&format!("timeline-preset-{name}"));
    let tip = ctx.words.text(&format!("timeline-preset-{name}-tip"));
    ui.add_enabled(is_there, Button::new(text)).on_hover_text(&tip).on_disabled_hover_text(&tip).clicked()
}
