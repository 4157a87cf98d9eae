//! The timeline: who had access when, against the copy date.
//!
//! What is shown comes from [`crate::chart::timeline`]; `egui_plot` keeps the visible span and turns pointer, wheel and keys into zooming and panning
//! along time; lanes, bars and signs are painted here. The same as a table is one click away, and so is what is shown as a picture.

mod bars;
mod canvas;
mod content;
mod edit;
mod head;
mod lanes;
mod legend;
mod question;
mod sight;
mod signs;
mod strip;
mod tools;
mod view;

use crate::chart::ChartTable;
use crate::chart::timeline::clock::Clock;
use crate::chart::timeline::legend::Entry;
use crate::chart::timeline::seen::Seen;
use crate::chart::timeline::{Target, Timeline, say};
use crate::model::ImportKind;
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::{empty, table};
use canvas::{Canvas, Deed, Scene};
use question::Question;
use view::View;

/// The room.
#[derive(Default)]
pub struct TimelineRoom {
    view: View,
    canvas: Canvas,
    is_table: bool,
    /// What the legend leaves out, and whether long gaps are folded.
    seen: Seen,
    clock: Clock,
    drawn: Option<Drawn>,
    twin: Option<Twin>,
    /// How often the chart was made.
    number: u64,
    /// The question asked of the chart, while it is open.
    question: Option<Question>,
    /// Where a measurement begins.
    measured: Option<Target>,
    /// Whose dates are being corrected, and whether the window was just opened.
    editing: Option<(Target, bool)>,
}

/// The chart as it is seen. Made when the case, the legend, the folds or the clock change.
struct Drawn {
    stamp: Stamp,
    /// Where the chart it was made from lies in memory: a new one is made while the old one still stands.
    source: (usize, usize),
    seen: Seen,
    clock: Clock,
    /// Everything there is, on the clock chosen.
    whole: Timeline,
    chart: Timeline,
    /// What was measured of its lanes, and its marks as ticks of the overview.
    measures: Vec<lanes::Measure>,
    ticks: Vec<strip::Tick>,
    /// The legend of everything there is.
    entries: Vec<Entry>,
    /// Which it is; grows each time it is made anew.
    number: u64,
}

/// The table twin, with what a click on each row selects. Made when what is seen changes.
struct Twin {
    number: u64,
    table: ChartTable,
    targets: Vec<Option<Target>>,
}

/// Below this height, in points, chart and answer do without the legend.
const LOW: f32 = 620.0;

impl RoomView for TimelineRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        if ctx.timeline.lanes.is_empty() && ctx.timeline.undated.is_empty() {
            let (title, advice) = (words.text("rooms-timeline-empty"), words.text("rooms-timeline-empty-next"));
            let add = words.text("rooms-timeline-add");
            empty::empty_state(ui, &title, &advice, Some((&add, Command::AddFiles(Some(ImportKind::Roster)))), commands);
            return;
        }
        self.prepare(ctx);
        self.tools(ui, ctx, commands);
        let Some(drawn) = &self.drawn else { return };
        // The first thing to know in a line; the whole description on hover and for screen readers. The answer to a question takes its room.
        if self.question.is_none() {
            let first = say::copy_date(&drawn.chart, words).unwrap_or_else(|| drawn.chart.description.clone());
            ui.add(egui::Label::new(egui::RichText::new(first).weak()).truncate()).on_hover_text(&drawn.chart.description);
        }
        if !drawn.chart.note.is_empty() {
            ui.add(egui::Label::new(egui::RichText::new(&drawn.chart.note).weak().italics()).wrap());
        }
        if self.question.is_none() || self.measured.is_some() {
            self.selected(ui, ctx);
        }
        let Some(drawn) = &self.drawn else { return };
        // In a low window the answer to a question takes the legend's room, unless something is left out that must be seen to be.
        let is_low = ui.available_height() < LOW && self.question.is_some() && self.seen.hidden.is_empty();
        if !is_low && legend::show(ui, &drawn.entries, &mut self.seen.hidden, words) {
            ui.request_repaint();
        }
        ui.add_space(2.0);
        self.asking(ui, ctx, commands);
        if self.is_table {
            self.table(ui, ctx, commands);
        } else {
            // While a question is open its answer takes this room; the table has what has no date, too.
            if self.question.is_none() {
                tray(ui, ctx, commands);
            }
            self.chart(ui, ctx, commands);
        }
        self.correcting(ui, ctx, commands);
    }
}

impl TimelineRoom {
    /// Makes the chart anew if anything it is made from has changed.
    fn prepare(&mut self, ctx: &RoomContext<'_>) {
        let source = (ctx.timeline.lanes.as_ptr() as usize, ctx.timeline.undated.as_ptr() as usize);
        let is_same = |drawn: &Drawn| drawn.source == source && drawn.stamp.holds(ctx) && drawn.clock == self.clock;
        let kept = self.drawn.take().filter(is_same);
        if kept.as_ref().is_some_and(|drawn| drawn.seen == self.seen) {
            self.drawn = kept;
            return;
        }
        self.number += 1;
        let whole = match (kept, self.clock) {
            (Some(kept), _) => kept.whole,
            (None, Clock::Local) => ctx.timeline.clone(),
            (None, Clock::Utc) => Timeline::build_on(ctx.case.contents(), ctx.analysis, Clock::Utc, ctx.words),
        };
        let entries = whole.legend();
        // What is left out and no longer there could not be brought back from the legend.
        self.seen.hidden.retain(|entry| entries.contains(entry));
        let chart = whole.seen(&self.seen, ctx.words);
        let (measures, ticks) = (lanes::measure(&chart), strip::ticks(&chart));
        let (stamp, seen, number) = (Stamp::of(ctx), self.seen.clone(), self.number);
        self.drawn = Some(Drawn { stamp, source, seen, clock: self.clock, whole, chart, measures, ticks, entries, number });
    }

    fn asking(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let (Some(question), Some(drawn)) = (&mut self.question, &self.drawn) else { return };
        let mut is_open = true;
        let room = ui.available_height();
        let most = (room - 190.0).max(110.0);
        let panel = egui::Panel::bottom("timeline-question").resizable(true).default_size((room * 0.55).min(most)).min_size(90.0).max_size(most);
        panel.show(ui, |ui| {
            // A panel is as tall as what is in it: it keeps its height before there is an answer.
            ui.set_min_height(ui.available_height());
            ui.add_space(4.0);
            is_open = question.ui(ui, ctx, &drawn.whole, commands);
        });
        if !is_open {
            self.question = None;
        }
    }

    fn chart(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let Self { view, canvas, drawn, question, measured, seen, .. } = self;
        let Some(drawn) = drawn else { return };
        let chart = &drawn.chart;
        let gutter = canvas::gutter_width(ui);
        egui::Panel::bottom("timeline-strip").resizable(false).show_separator_line(false).show(ui, |ui| {
            strip::show(ui, chart, &drawn.ticks, view, gutter, ctx.words);
        });
        if chart.lanes.is_empty() {
            empty::nothing_here(ui, &ctx.words.text("timeline-nothing-left"));
            return;
        }
        let mut marked: Vec<&Target> = measured.iter().collect();
        let mut person = None;
        match ctx.selection {
            Some(Selection::Mark(target)) => marked.push(target),
            Some(Selection::Person(id)) => person = Some(id.as_str()),
            _ => {}
        }
        // With days left out the ends of bars are not the ends of posts.
        let is_whole = !seen.hidden.contains(&Entry::Certain) && !seen.hidden.contains(&Entry::Possible);
        let can_edit = edit::is_writable(ctx) && is_whole;
        let asked = question.as_ref().map_or(&[][..], Question::days);
        let scene = Scene { chart, measures: &drawn.measures, marked: &marked, person, asked, can_edit, words: ctx.words };
        if let Some(deed) = canvas.show(ui, &scene, view) {
            self.carry_out(deed, ctx, commands);
        }
    }

    fn carry_out(&mut self, deed: Deed, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let selected = match ctx.selection {
            Some(Selection::Mark(target)) => Some(target),
            _ => None,
        };
        match deed {
            Deed::Click { target, with_shift } => self.choose(target, with_shift, ctx, commands),
            Deed::Edit(target) => {
                let Some(target) = target.or_else(|| selected.cloned()) else { return };
                if selected != Some(&target) {
                    commands.push(Command::Select(Selection::Mark(target.clone())));
                }
                if edit::is_writable(ctx) {
                    self.edit(target);
                }
            }
            Deed::Day(day) => {
                if let Some(question) = &mut self.question {
                    question.pick(day);
                }
            }
            Deed::Moved { post, end, day } => commands.extend(edit::moved(ctx, post, end, day)),
            Deed::Step(is_forward) => {
                let Some(drawn) = &self.drawn else { return };
                if let Some(target) = step(&drawn.chart, selected, is_forward) {
                    commands.push(Command::Select(Selection::Mark(target)));
                }
            }
        }
    }

    /// Selects something; with Shift, measures to it from what was selected.
    fn choose(&mut self, target: Target, with_shift: bool, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if let Some(Selection::Mark(before)) = ctx.selection
            && with_shift
            && *before != target
        {
            self.measured = Some(before.clone());
        }
        commands.push(Command::Select(Selection::Mark(target)));
    }

    fn edit(&mut self, target: Target) {
        self.editing = Some((target, true));
    }

    fn correcting(&mut self, ui: &egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let Some((target, is_new)) = self.editing.take() else { return };
        let what = self.drawn.as_ref().and_then(|drawn| drawn.whole.name_of(&target)).unwrap_or_default();
        if edit::is_writable(ctx) && edit::window(ui, ctx, &target, &what, is_new, commands) {
            // The click that opened it takes the focus from its first field until it is over.
            let is_opening = is_new && ui.input(|input| input.pointer.any_click() || input.pointer.any_down());
            self.editing = Some((target, is_opening));
        }
    }

    fn table(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let Some(drawn) = &self.drawn else { return };
        if self.twin.as_ref().is_none_or(|twin| twin.number != drawn.number) {
            self.twin = Some(Twin { number: drawn.number, table: drawn.chart.table(ctx.words), targets: targets(&drawn.chart) });
        }
        let Some(twin) = &self.twin else { return };
        let selected = match ctx.selection {
            Some(Selection::Mark(target)) => twin.targets.iter().position(|row| row.as_ref() == Some(target)),
            _ => None,
        };
        if let Some(row) = table::chart_table(ui, "timeline-table", &twin.table, selected)
            && let Some(Some(target)) = twin.targets.get(row)
        {
            let (target, with_shift) = (target.clone(), ui.input(|input| input.modifiers.shift));
            self.choose(target, with_shift, ctx, commands);
        }
    }
}

/// Everything that can be selected, in the order of the lanes and in each by time.
fn in_order(chart: &Timeline) -> Vec<&Target> {
    let mut out: Vec<&Target> = Vec::new();
    for lane in &chart.lanes {
        let bars = lane.bars.iter().map(|bar| (bar.possible.0, &bar.target));
        let mut things: Vec<_> = bars.chain(lane.marks.iter().map(|mark| (mark.from, &mark.target))).collect();
        things.sort_by_key(|(day, _)| *day);
        // A line of the log stands on the lane of its person and on that of its file; it is one thing.
        out.extend(things.into_iter().map(|(_, target)| target));
    }
    let mut seen = std::collections::HashSet::new();
    out.retain(|target| seen.insert(*target));
    out
}

/// The thing after what is selected, or before it; the first if nothing is.
fn step(chart: &Timeline, selected: Option<&Target>, is_forward: bool) -> Option<Target> {
    let all = in_order(chart);
    let at = selected.and_then(|target| all.iter().position(|other| *other == target));
    let next = match (at, is_forward) {
        (None, _) => 0,
        (Some(at), true) => (at + 1).min(all.len().saturating_sub(1)),
        (Some(at), false) => at.saturating_sub(1),
    };
    all.get(next).map(|target| (*target).clone())
}

/// What each row of the table twin stands for: bars then marks of every lane, the copy date, then what has no date.
fn targets(chart: &Timeline) -> Vec<Option<Target>> {
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
        egui::ScrollArea::vertical().id_salt("timeline-tray-scroll").max_height(62.0).show(ui, |ui| {
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
    });
}
