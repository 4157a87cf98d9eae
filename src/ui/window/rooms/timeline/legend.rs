//! The legend: what the signs and fillings of this chart mean, each a switch that leaves it out.

use super::{bars, signs};
use crate::chart::timeline::legend::Entry;
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::words::Words;
use egui::{FontId, Rect, Role, Sense, Shape, Stroke, StrokeKind, WidgetInfo, pos2, vec2};
use std::collections::BTreeSet;

const SAMPLE: egui::Vec2 = vec2(24.0, 12.0);
const SIGN: egui::Vec2 = vec2(14.0, 14.0);
const TEXT: f32 = 12.0;

/// Draws the legend; true if something was switched.
pub fn show(ui: &mut egui::Ui, entries: &[Entry], hidden: &mut BTreeSet<Entry>, words: &Words) -> bool {
    let ink = ChartInk::of(ui);
    let mut has_changed = false;
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
            for entry in entries {
                if item(ui, *entry, hidden.contains(entry), &ink, words) {
                    has_changed = true;
                    if !hidden.remove(entry) {
                        hidden.insert(*entry);
                    }
                }
            }
            if !hidden.is_empty() && ui.link(egui::RichText::new(words.text("timeline-legend-all")).size(TEXT)).clicked() {
                hidden.clear();
                has_changed = true;
            }
        });
    });
    has_changed
}

/// A sample and its word, never apart. True when clicked.
fn item(ui: &mut egui::Ui, entry: Entry, is_hidden: bool, ink: &ChartInk, words: &Words) -> bool {
    let word = entry.label(words);
    let sample = match entry {
        Entry::Mark(_) => SIGN,
        Entry::Crowd => vec2(0.0, SIGN.y),
        _ => SAMPLE,
    };
    let color = if is_hidden { ink.soft } else { ink.ink };
    let galley = ui.painter().layout_no_wrap(word.clone(), FontId::proportional(TEXT), color);
    let gap = if sample.x > 0.0 { 5.0 } else { 0.0 };
    let size = vec2(sample.x + gap + galley.size().x, galley.size().y.max(sample.y) + 2.0);
    let sense = if entry.can_hide() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| {
        if entry.can_hide() { WidgetInfo::selected(Role::CheckBox, true, !is_hidden, &word) } else { WidgetInfo::labeled(Role::Label, true, &word) }
    });
    if response.hovered() && entry.can_hide() || response.has_focus() {
        ui.painter().rect_filled(rect.expand2(vec2(3.0, 1.0)), 3.0, ink.grid);
    }
    let at = Rect::from_min_size(pos2(rect.left(), rect.center().y - sample.y / 2.0), sample);
    let mut painter = ui.painter().clone();
    if is_hidden {
        painter.multiply_opacity(0.35);
    }
    draw(&painter, entry, at, ink);
    let text = pos2(rect.left() + sample.x + gap, rect.center().y - galley.size().y / 2.0);
    let line = Rect::from_min_size(text, galley.size());
    ui.painter().galley(text, galley, color);
    if is_hidden {
        ui.painter().hline(line.x_range(), line.center().y + 1.0, Stroke::new(1.0, ink.soft));
    }
    if entry.can_hide() { response.on_hover_text(words.text("timeline-legend-tip")).clicked() } else { false }
}

fn draw(painter: &egui::Painter, entry: Entry, rect: Rect, ink: &ChartInk) {
    match entry {
        Entry::Certain => {
            painter.rect_filled(rect, 2.0, ink.access);
        }
        Entry::Possible | Entry::Open => {
            painter.rect_filled(rect, 2.0, ink.access_light);
            bars::hatch(painter, rect, ink.access.gamma_multiply(0.75));
            let stroke = Stroke::new(1.2, ink.access);
            if entry == Entry::Open {
                bars::open_sample(painter, rect, stroke, ink);
            } else {
                painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Inside);
            }
        }
        Entry::Elsewhere => {
            painter.rect(rect, 2.0, ink.other_light, Stroke::new(1.5, ink.other), StrokeKind::Inside);
        }
        Entry::Source => {
            painter.rect_filled(bars::slim(rect, crate::chart::timeline::LaneKind::Source), 2.0, ink.source);
        }
        Entry::Density => {
            let step = |from: f32, until: f32, height: f32| {
                let x = |share: f32| rect.left() + share * rect.width();
                let top = rect.bottom() - height * rect.height();
                painter.rect_filled(Rect::from_min_max(pos2(x(from), top), pos2(x(until), rect.bottom())), 0.0, ink.copy);
            };
            step(0.0, 0.3, 0.3);
            step(0.3, 0.65, 1.0);
            step(0.65, 1.0, 0.5);
        }
        Entry::Set95 => {
            painter.rect_filled(rect, 0.0, ink.copy_light);
            for x in [rect.left(), rect.right()] {
                painter.extend(Shape::dashed_line(&[pos2(x, rect.top()), pos2(x, rect.bottom())], Stroke::new(1.2, ink.copy), 3.0, 2.0));
            }
        }
        Entry::Vague => {
            let stroke = Stroke::new(1.5, ink.event);
            painter.extend(Shape::dashed_line(&[rect.left_center(), rect.right_center()], stroke, 4.0, 3.0));
            for x in [rect.left(), rect.right()] {
                painter.vline(x, rect.center().y - 4.0..=rect.center().y + 4.0, stroke);
            }
        }
        Entry::Mark(kind) => signs::paint(painter, kind, rect.center(), ink),
        Entry::Crowd => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::timeline::MarkKind;
    use crate::ui::window::black_and_white::{all_differ, painted};

    /// Whatever the legend tells apart looks different without any colour, and without its word.
    #[test]
    fn no_two_samples_of_the_legend_are_told_apart_by_colour_alone() {
        let kinds = [
            MarkKind::Snapshot,
            MarkKind::View,
            MarkKind::Export,
            MarkKind::Send,
            MarkKind::Transfer,
            MarkKind::Message,
            MarkKind::Election,
            MarkKind::Request,
            MarkKind::Answer,
            MarkKind::Decision,
            MarkKind::Other,
        ];
        let fillings = [Entry::Certain, Entry::Possible, Entry::Elsewhere, Entry::Open, Entry::Source, Entry::Density, Entry::Set95, Entry::Vague];
        let sample = |entry| painted(|ui, at| draw(ui.painter(), entry, Rect::from_min_size(at, SAMPLE), &ChartInk::of(ui)));
        let all = fillings.into_iter().chain(kinds.map(Entry::Mark));
        all_differ(&all.map(|entry| (format!("{entry:?}"), sample(entry))).collect::<Vec<_>>());
    }
}
