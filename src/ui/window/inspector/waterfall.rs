//! The waterfall of a link, drawn with strokes: a line of words and a bar per step, so that it reads in a narrow panel. Its table is one click away.

use crate::chart::waterfall::{Step, Waterfall, say};
use crate::report::waterfall::{waterfall_csv, waterfall_json};
use crate::ui::window::command::Command;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::chart_ink::{ChartInk, hatch};
use crate::ui::window::widgets::table;
use crate::words::Words;
use egui::{Align, CornerRadius, Label, Layout, Painter, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Height of a bar.
const BAR: f32 = 13.0;
/// Where a chart is wide enough for values beside each other.
const WIDE: f32 = 460.0;

/// Draws the chart with its switches: as a table, and copying its numbers.
pub fn ui(ui: &mut Ui, chart: &Waterfall, words: &Words, commands: &mut Vec<Command>) {
    let id = ui.scope_id().with("waterfall as table");
    let mut is_table: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.add(Label::new(RichText::new(chart.title.as_str()).size(16.0).strong()).wrap());
    if is_table {
        table::chart_table(ui, "waterfall table", &chart.table(words), None);
    } else {
        let response = ui.scope(|ui| steps(ui, chart, words)).response;
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &chart.description));
    }
    ui.horizontal_wrapped(|ui| {
        let small = |text: String| egui::Button::new(RichText::new(text).small());
        if ui.add(small(words.text(if is_table { "rooms-as-chart" } else { "rooms-as-table" }))).clicked() {
            is_table = !is_table;
        }
        // A chart with numbers that cannot be written is not one we make; then there is nothing to copy.
        if ui.add(small(words.text("links-copy-csv"))).on_hover_text(words.text("links-copy-csv-tip")).clicked()
            && let Ok(csv) = waterfall_csv(chart)
        {
            commands.push(Command::Copy(String::from_utf8_lossy(&csv).into_owned()));
        }
        if ui.add(small(words.text("links-copy-json"))).on_hover_text(words.text("links-copy-json-tip")).clicked()
            && let Ok(json) = waterfall_json(chart)
        {
            commands.push(Command::Copy(json));
        }
    });
    let tip = RichText::new(words.text("links-bits-tip")).small().underline().color(tokens(ui).text_weak);
    ui.add(Label::new(tip).sense(Sense::hover())).on_hover_text(words.text("links-what-is-a-bit"));
    ui.data_mut(|data| data.insert_temp(id, is_table));
}

fn steps(ui: &mut Ui, chart: &Waterfall, words: &Words) {
    let (least, greatest) = chart.span();
    let ink = ChartInk::of(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    for step in &chart.steps {
        one(ui, step, (least, greatest), &ink, words);
    }
}

/// One step: what was seen and what it adds, both values, the bar.
fn one(ui: &mut Ui, step: &Step, (least, greatest): (f64, f64), ink: &ChartInk, words: &Words) {
    let t = tokens(ui);
    let total = say::total(step, words);
    let added = say::bits(step.bits, words);
    let spoken =
        words.text_with("links-step-spoken", &crate::args! { "what" => step.text.as_str(), "bits" => added.as_str(), "p" => total.as_str() });
    let group = ui.scope(|ui| {
        ui.horizontal_top(|ui| {
            let number = RichText::new(if step.is_end() { total.as_str() } else { added.as_str() }).strong();
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.add(Label::new(number).extend());
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    let text = RichText::new(step.text.as_str());
                    ui.add(Label::new(if step.is_end() { text.strong() } else { text }).wrap());
                });
            });
        });
        values(ui, step);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
        let x = |bits: f64| rect.left() + 1.0 + (rect.width() - 2.0) * (((bits - least) / (greatest - least)).clamp(0.0, 1.0) as f32);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(2), ink.stripe);
        let (from, to) = (x(step.from_bits), x(step.to_bits));
        let bar = Rect::from_min_max(pos2(from.min(to), rect.top() + 1.0), pos2(from.max(to).max(from.min(to) + 1.5), rect.bottom() - 1.0));
        paint_bar(painter, bar, step, ink);
        // Even odds.
        painter.vline(x(0.0), rect.y_range(), Stroke::new(1.0, t.text_weak));
    });
    let response = group.response.interact(Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_ui(|ui| {
        ui.label(say::explain(step, words));
        if !step.is_end() {
            ui.weak(words.text_with("links-total-so-far", &crate::args! { "bits" => say::bits(step.to_bits, words), "p" => total.as_str() }));
        }
    });
    ui.add_space(4.0);
}

/// Both values under what was seen of them, one under the other in a narrow panel.
fn values(ui: &mut Ui, step: &Step) {
    if step.ours.is_empty() && step.theirs.is_empty() {
        return;
    }
    let weak = tokens(ui).text_weak;
    let text = |value: &str| RichText::new(if value.is_empty() { "—" } else { value }).small().color(weak);
    if ui.available_width() >= WIDE {
        ui.columns(2, |sides| {
            sides[0].add(Label::new(text(&step.ours)).wrap());
            sides[1].add(Label::new(text(&step.theirs)).wrap());
        });
    } else {
        ui.add(Label::new(text(&step.ours)).wrap());
        ui.add(Label::new(text(&step.theirs)).wrap());
    }
}

/// For: full. Against: hatched. The ends: an outline.
fn paint_bar(painter: &Painter, bar: Rect, step: &Step, ink: &ChartInk) {
    if step.is_end() {
        painter.rect(bar, CornerRadius::ZERO, ink.other_light, Stroke::new(1.2, ink.event), StrokeKind::Inside);
    } else if step.bits < 0.0 {
        painter.rect_filled(bar, CornerRadius::ZERO, ink.copy_light);
        hatch(painter, bar, ink.copy);
        painter.rect_stroke(bar, CornerRadius::ZERO, Stroke::new(1.2, ink.copy), StrokeKind::Inside);
    } else {
        painter.rect_filled(bar, CornerRadius::ZERO, ink.access);
    }
}
