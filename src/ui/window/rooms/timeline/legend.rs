//! The legend: what the signs and fillings that are on this chart mean.

use super::{bars, signs};
use crate::chart::timeline::{LaneKind, MarkKind, Timeline};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::words::Words;
use egui::{FontId, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, pos2, vec2};

const SAMPLE: egui::Vec2 = vec2(26.0, 13.0);

/// A filling that is on the chart.
#[derive(Clone, Copy)]
enum Filling {
    Certain,
    Possible,
    Elsewhere,
    Source,
    Copy,
}

/// Draws the legend of what `chart` really shows.
pub fn show(ui: &mut egui::Ui, chart: &Timeline, words: &Words) {
    let ink = ChartInk::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 3.0);
        for (filling, word) in fillings(chart) {
            let rect = item(ui, SAMPLE, &words.text(word), &ink);
            sample(ui, filling, rect, &ink);
        }
        for kind in kinds(chart) {
            let rect = item(ui, vec2(15.0, 14.0), &words.text(kind_word(kind)), &ink);
            signs::paint(ui.painter(), kind, rect.center(), &ink);
        }
    });
}

/// A sample and its word, never apart; gives back where to paint the sample.
fn item(ui: &mut egui::Ui, sample: egui::Vec2, word: &str, ink: &ChartInk) -> Rect {
    let galley = ui.painter().layout_no_wrap(word.to_owned(), FontId::proportional(12.5), ink.ink);
    let size = vec2(sample.x + 6.0 + galley.size().x, galley.size().y.max(sample.y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    ui.painter().galley(pos2(rect.left() + sample.x + 6.0, rect.center().y - galley.size().y / 2.0), galley, ink.ink);
    Rect::from_min_size(pos2(rect.left(), rect.center().y - sample.y / 2.0), sample)
}

fn fillings(chart: &Timeline) -> Vec<(Filling, &'static str)> {
    let bars = |kind: LaneKind| chart.lanes.iter().filter(move |lane| lane.kind == kind).flat_map(|lane| &lane.bars);
    let persons = || bars(LaneKind::Person);
    let all = [
        (persons().any(|bar| bar.gives_access && bar.certain.is_some()), Filling::Certain, "chart-legend-certain"),
        (persons().any(|bar| bar.gives_access && bar.certain != Some(bar.possible)), Filling::Possible, "chart-legend-possible"),
        (persons().any(|bar| !bar.gives_access), Filling::Elsewhere, "chart-legend-elsewhere"),
        (bars(LaneKind::Source).next().is_some(), Filling::Source, "chart-legend-source"),
        (chart.density.is_some(), Filling::Copy, "chart-legend-set95"),
    ];
    all.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, filling, word)| (filling, word)).collect()
}

fn kinds(chart: &Timeline) -> Vec<MarkKind> {
    let all = [
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
    all.into_iter().filter(|kind| chart.lanes.iter().any(|lane| lane.marks.iter().any(|mark| mark.kind == *kind))).collect()
}

/// The word of a kind of mark, the same as on paper.
fn kind_word(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Snapshot => "chart-mark-snapshot",
        MarkKind::View => "chart-mark-view",
        MarkKind::Export => "chart-mark-export",
        MarkKind::Send => "chart-mark-send",
        MarkKind::Transfer => "chart-mark-transfer",
        MarkKind::Message => "chart-mark-message",
        MarkKind::Election => "chart-mark-election",
        MarkKind::Request => "chart-mark-request",
        MarkKind::Answer => "chart-mark-answer",
        MarkKind::Decision => "chart-mark-decision",
        MarkKind::Other => "chart-mark-other",
    }
}

fn sample(ui: &egui::Ui, filling: Filling, rect: Rect, ink: &ChartInk) {
    let painter = ui.painter();
    match filling {
        Filling::Certain => {
            painter.rect_filled(rect, 2.0, ink.access);
        }
        Filling::Possible => {
            painter.rect_filled(rect, 2.0, ink.access_light);
            bars::hatch(painter, rect, ink.access.gamma_multiply(0.75));
            painter.rect_stroke(rect, 2.0, Stroke::new(1.2, ink.access), StrokeKind::Inside);
        }
        Filling::Elsewhere => {
            painter.rect(rect, 2.0, ink.other_light, Stroke::new(1.5, ink.other), StrokeKind::Inside);
        }
        Filling::Source => {
            painter.rect_filled(rect, 2.0, ink.source);
        }
        Filling::Copy => {
            painter.rect_filled(rect, 0.0, ink.copy_light);
            for x in [rect.left(), rect.right()] {
                painter.vline(x, rect.y_range(), Stroke::new(1.2, ink.copy));
            }
        }
    }
}
