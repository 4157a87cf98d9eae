//! The question asked of the chart: who could open the file that day, or on the days of the copy. The answer is a table that can be copied.

use crate::chart::ChartTable;
use crate::chart::timeline::ask::{Answer, When};
use crate::chart::timeline::{Target, Timeline};
use crate::model::{Day, SourceId, UncertainDay};
use crate::report::tsv::tsv;
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::date_field::{DateInput, date_field};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::table;
use egui::{Color32, ComboBox, Label, RichText, Sense, TextStyle, Ui};
use egui_extras::{Column, TableBuilder};

/// Widths of the columns but for the reason, which takes what the others leave.
const WIDTHS: [f32; 3] = [64.0, 128.0, 160.0];

/// The open question.
#[derive(Default)]
pub struct Question {
    source: Option<SourceId>,
    when: Option<When>,
    /// A text that is a day, but not one day only.
    vague: Option<String>,
    found: Option<Found>,
    /// The field for the day, numbered: a day picked elsewhere shows in a new one.
    asked: u32,
}

/// The answer, and what it was made from.
struct Found {
    stamp: Stamp,
    when: When,
    source: SourceId,
    days: Vec<(Day, Day)>,
    answer: Answer,
    table: ChartTable,
}

impl Question {
    /// Asks about one day.
    pub fn pick(&mut self, day: Day) {
        self.when = Some(When::Day(day));
        self.vague = None;
        self.asked += 1;
    }

    /// The days asked about, to be shown on the chart.
    pub fn days(&self) -> &[(Day, Day)] {
        self.found.as_ref().map_or(&[], |found| &found.days)
    }

    /// Draws question and answer; false if it was closed.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, chart: &Timeline, commands: &mut Vec<Command>) -> bool {
        let words = ctx.words;
        let Some(source) = self.source(ctx, chart) else { return true };
        let mut is_open = true;
        ui.horizontal(|ui| {
            self.sources(ui, ctx, &source);
            let label = words.text("timeline-ask-day");
            ui.label(&label);
            let current = match &self.when {
                Some(When::Day(day)) => Some(UncertainDay::exact(*day)),
                _ => None,
            };
            if let DateInput::Changed(day) = date_field(ui, ("timeline-ask-day", self.asked), &label, current.as_ref(), 110.0, words) {
                self.typed(day.as_ref());
            }
            let has_copy = chart.days_of(&When::CopyDate, &source).is_some();
            let is_copy = self.when == Some(When::CopyDate);
            let copy = egui::Button::selectable(is_copy, words.text("timeline-ask-days-of-copy"));
            if ui.add_enabled(has_copy, copy).clicked() {
                (self.when, self.vague) = (Some(When::CopyDate), None);
                self.asked += 1;
            }
            if let Some(day) = selected_day(ctx, chart)
                && ui.button(words.text("timeline-ask-selected")).clicked()
            {
                self.pick(day);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                is_open = !kit::icon_button(ui, Icon::Close, &words.text("timeline-ask-close"), true).clicked();
            });
        });
        self.answer(ctx, chart, &source);
        if let Some(raw) = &self.vague {
            ui.colored_label(ui.visuals().error_fg_color, words.text_with("timeline-ask-vague", &crate::args! { "raw" => raw.as_str() }));
        }
        let Some(found) = &self.found else {
            ui.weak(words.text("timeline-ask-empty"));
            return is_open;
        };
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button(words.text("timeline-ask-copy")).on_hover_text(words.text("timeline-ask-copy-tip")).clicked() {
                    let copied = format!("{}\n{}\n{}", found.answer.title, found.answer.summary, tsv(&found.table));
                    commands.push(Command::Copy(copied));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(Label::new(RichText::new(&found.answer.title).size(15.0).strong()).truncate());
                });
            });
        });
        ui.add(Label::new(&found.answer.summary).wrap());
        let caution = Label::new(RichText::new(words.text("timeline-ask-caution")).weak().small()).truncate();
        ui.add(caution).on_hover_text(words.text("timeline-ask-caution-whole"));
        lines(ui, ctx, found, commands);
        is_open
    }

    fn typed(&mut self, day: Option<&UncertainDay>) {
        self.vague = None;
        match day.map(|day| (day, day.day())) {
            None => self.when = None,
            Some((_, Some(day))) => self.when = Some(When::Day(day)),
            Some((vague, None)) => self.vague = Some(vague.raw.clone()),
        }
    }

    /// The file asked about: the chosen one, else the one whose copy is dated, else the first with a post.
    fn source(&self, ctx: &RoomContext<'_>, chart: &Timeline) -> Option<SourceId> {
        let contents = ctx.case.contents();
        let is_there = |id: &SourceId| contents.source(id).is_some();
        let chosen = self.source.clone().filter(is_there);
        let dated = || chart.density.as_ref().and_then(|density| density.source.clone()).filter(is_there);
        let held = || contents.posts.iter().find_map(|post| post.source.clone()).filter(is_there);
        chosen.or_else(dated).or_else(held).or_else(|| contents.sources.first().map(|source| source.id.clone()))
    }

    fn sources(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, current: &SourceId) {
        let contents = ctx.case.contents();
        let name = |id: &SourceId| crate::chart::timeline::say::source_name(contents, id);
        let response = ComboBox::from_id_salt("timeline-ask-source")
            .width(150.0)
            .truncate()
            .selected_text(name(current))
            .show_ui(ui, |ui| {
                for source in &contents.sources {
                    if ui.selectable_label(source.id == *current, name(&source.id)).clicked() {
                        self.source = Some(source.id.clone());
                    }
                }
            })
            .response;
        response.accessible_name(ctx.words.text("timeline-ask-source"));
    }

    /// Answers anew when the question or the case has changed, never per frame.
    fn answer(&mut self, ctx: &RoomContext<'_>, chart: &Timeline, source: &SourceId) {
        let Some(when) = self.when.clone() else {
            self.found = None;
            return;
        };
        let Some(days) = chart.days_of(&when, source) else {
            self.found = None;
            return;
        };
        let is_same = |found: &Found| found.stamp.holds(ctx) && found.when == when && found.source == *source && found.days == days;
        if self.found.as_ref().is_some_and(is_same) {
            return;
        }
        let answer = Answer::of(source, &days, ctx.case.contents(), ctx.words);
        let table = answer.table(ctx.words);
        self.found = Some(Found { stamp: Stamp::of(ctx), when, source: source.clone(), days, answer, table });
    }
}

/// The day of what is selected, if it has one exact day.
fn selected_day(ctx: &RoomContext<'_>, chart: &Timeline) -> Option<Day> {
    let Some(Selection::Mark(target)) = ctx.selection else { return None };
    selected_days(chart, target).filter(|(first, last)| first == last).map(|(first, _)| first)
}

/// First and last day of something on the chart.
pub fn selected_days(chart: &Timeline, target: &Target) -> Option<(Day, Day)> {
    let bars = chart.lanes.iter().flat_map(|lane| &lane.bars).filter(|bar| bar.target == *target);
    let marks = chart.lanes.iter().flat_map(|lane| &lane.marks).filter(|mark| mark.target == *target);
    let days = bars.map(|bar| (bar.possible.0, bar.possible.1.yesterday().unwrap_or(bar.possible.1))).chain(marks.map(|mark| (mark.from, mark.to)));
    days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The answer line by line; reasons and documents are shown whole, on as many lines as they need.
fn lines(ui: &mut Ui, ctx: &RoomContext<'_>, found: &Found, commands: &mut Vec<Command>) {
    let selected = match ctx.selection {
        Some(Selection::Mark(target)) => Some(target),
        _ => None,
    };
    let [standing, who, proof] = WIDTHS;
    let reason = (ui.available_width() - standing - who - proof - 40.0).max(160.0);
    let widths = [standing, who, reason, proof];
    let font = TextStyle::Body.resolve(ui.style());
    let height = |text: &String, width: f32| ui.painter().layout(text.clone(), font.clone(), Color32::PLACEHOLDER, width - 4.0).size().y;
    let heights: Vec<f32> = found
        .table
        .rows
        .iter()
        .map(|row| row.iter().zip(widths).map(|(text, width)| height(text, width)).fold(table::ROW_HEIGHT - 8.0, f32::max) + 8.0)
        .collect();
    TableBuilder::new(ui)
        .id_salt("timeline-answer")
        .striped(true)
        .sense(Sense::CLICK)
        .auto_shrink([false, false])
        .min_scrolled_height(40.0)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::exact(standing))
        .column(Column::exact(who))
        .column(Column::exact(reason))
        .column(Column::remainder().clip(true))
        .header(table::HEADER_HEIGHT, |mut row| {
            for title in &found.table.header {
                table::plain_header(&mut row, title);
            }
        })
        .body(|body| {
            body.heterogeneous_rows(heights.into_iter(), |mut row| {
                let at = row.index();
                let line = &found.answer.lines[at];
                let is_selected = line.target.is_some() && line.target.as_ref() == selected;
                row.set_selected(is_selected);
                let mut is_clicked = false;
                for (column, text) in found.table.rows[at].iter().enumerate() {
                    row.col(|ui| match column {
                        0 => is_clicked |= table::row_name(ui, is_selected, text),
                        _ => {
                            ui.add(Label::new(text).wrap().selectable(false));
                        }
                    });
                }
                if (is_clicked || row.response().clicked())
                    && let Some(target) = &line.target
                {
                    commands.push(Command::Select(Selection::Mark(target.clone())));
                }
            });
        });
}
