//! The shares of all files together, as bars with their 95 % intervals. A bar opens the list of whom its file holds.

use super::texts::{self, Texts};
use super::{Opens, number_link};
use crate::analysis::behind::Behind;
use crate::chart::shares::{self, ShareBar};
use crate::chart::svg;
use crate::ui::window::command::Command;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::chart_ink::{ChartInk, hatch};
use crate::ui::window::widgets::chart_tools::{ChartTools, chart_tools};
use crate::ui::window::widgets::table;
use crate::words::{Words, format};
use egui::{Align2, CornerRadius, FontId, Label, Rect, RichText, Role, Sense, Stroke, StrokeKind, WidgetInfo, pos2, vec2};

const ROW: f32 = 28.0;
const NUMBERS: f32 = 150.0;

/// The view state.
#[derive(Default)]
pub struct SharesView {
    is_table: bool,
}

impl SharesView {
    /// Draws the chart or its table.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, opens: &mut Option<Opens>, commands: &mut Vec<Command>) {
        let (words, chart) = (ctx.words, &texts.shares);
        let tools = ChartTools { title: &chart.title, file: "shares", table: &|| chart.table(words), svg: Some(&|| svg::shares(chart, words)) };
        chart_tools(ui, &tools, Some(&mut self.is_table), words, commands);
        if self.is_table {
            if let Some(bar) = table::chart_table(ui, "shares-table", &chart.table(words), None).and_then(|at| chart.bars.get(at)) {
                *opens = Some(Opens::People(behind_of(bar)));
            }
            return;
        }
        let response = ui.scope(|ui| bars(ui, ctx, texts, opens)).response;
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &chart.description));
        ui.add(Label::new(RichText::new(words.text("origin-shares-reading")).small().weak()).wrap());
    }
}

fn behind_of(bar: &ShareBar) -> Behind {
    bar.source.clone().map_or(Behind::Nowhere, Behind::In)
}

fn bars(ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, opens: &mut Option<Opens>) {
    let ink = ChartInk::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let names = (ui.available_width() * 0.32).clamp(130.0, 300.0);
    for bar in &texts.shares.bars {
        ui.horizontal(|ui| {
            ui.set_height(ROW);
            ui.allocate_ui_with_layout(vec2(names, ROW), egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(names);
                let text = RichText::new(bar.name.as_str());
                ui.add(Label::new(if bar.source.is_some() { text } else { text.italics() }).truncate().selectable(false));
            });
            let width = (ui.available_width() - NUMBERS - 8.0).max(80.0);
            let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
            paint(ui, rect, bar, &ink);
            let group = behind_of(bar);
            let count = texts.roll.count(&group);
            let text = shares::text(bar.share, ctx.words);
            // What is seen comes first in the name, then what a click opens.
            let name = format!("{text} · {}", texts::behind(&group, count, ctx));
            if number_link(ui, &text, &name, count == 0) {
                *opens = Some(Opens::People(group));
            }
        });
    }
    axis(ui, names, ctx.words, &ink);
}

/// One bar with its whisker, on a track from 0 to 100 %.
fn paint(ui: &egui::Ui, rect: Rect, bar: &ShareBar, ink: &ChartInk) {
    let painter = ui.painter();
    let x = |share: f64| rect.left() + rect.width() * share.clamp(0.0, 1.0) as f32;
    for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
        painter.vline(x(tick), rect.y_range(), Stroke::new(1.0, ink.grid));
    }
    let body = Rect::from_min_max(pos2(rect.left(), rect.top() + 7.0), pos2(x(bar.share.mean).max(rect.left() + 1.5), rect.bottom() - 7.0));
    if bar.source.is_some() {
        painter.rect_filled(body, CornerRadius::ZERO, ink.access);
    } else {
        painter.rect_filled(body, CornerRadius::ZERO, ink.other_light);
        hatch(painter, body, ink.other);
        painter.rect_stroke(body, CornerRadius::ZERO, Stroke::new(1.0, ink.other), StrokeKind::Inside);
    }
    // A rim in the colour of the ground keeps the whisker apart from the bar it lies on.
    let middle = rect.center().y;
    for stroke in [Stroke::new(3.6, ink.paper), Stroke::new(1.5, ink.ink)] {
        painter.hline(x(bar.share.lo)..=x(bar.share.hi), middle, stroke);
        for end in [bar.share.lo, bar.share.hi] {
            painter.vline(x(end), middle - 5.0..=middle + 5.0, stroke);
        }
    }
    // The inner half of the interval is thicker.
    if bar.share.hi50 > bar.share.lo50 {
        painter.hline(x(bar.share.lo50)..=x(bar.share.hi50), middle, Stroke::new(4.0, ink.ink));
    }
}

/// 0 to 100 % under the bars.
fn axis(ui: &mut egui::Ui, names: f32, words: &Words, ink: &ChartInk) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let left = rect.left() + names + ui.spacing().item_spacing.x;
    let width = (rect.right() - left - NUMBERS - 8.0).max(80.0);
    for (tick, align) in [(0.0, Align2::LEFT_TOP), (0.5, Align2::CENTER_TOP), (1.0, Align2::RIGHT_TOP)] {
        let at = pos2(left + width * tick as f32, rect.top());
        ui.painter().text(at, align, format::percent(tick, words.language()), FontId::proportional(11.5), ink.soft);
    }
}
