//! What would change the answer: the tornado with its sentence, and what each recipient weighs.

use super::remark;
use super::what_if::WhatIfView;
use crate::analysis::CampaignAnalysis;
use crate::attribute::sensitivity::{Sensitivity, Turned};
use crate::chart::ChartTable;
use crate::chart::svg;
use crate::chart::timeline::Target;
use crate::chart::tornado::{End, Tornado, TornadoBar, say};
use crate::report::wording;
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::rooms::recipients::name_of;
use crate::ui::window::theme;
use crate::ui::window::widgets::chart_ink::{ChartInk, hatch};
use crate::ui::window::widgets::chart_tools::{ChartTools, chart_tools};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::table;
use crate::words::Words;
use egui::{Align2, CornerRadius, FontId, Label, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, pos2, vec2};

const ROW: f32 = 27.0;
/// Room for values beside a bar, on both sides.
const VALUES: f32 = 92.0;

/// The view state.
#[derive(Default)]
pub struct ChangeView {
    is_table: bool,
    is_against_none: bool,
    made: Option<Made>,
    what_if: WhatIfView,
}

/// Charts, and what they were made from.
struct Made {
    stamp: Stamp,
    campaign: crate::model::CampaignId,
    against_none: Option<Tornado>,
    against_rival: Option<Tornado>,
    influence: ChartTable,
}

impl ChangeView {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, commands: &mut Vec<Command>) {
        let Some(sensitivity) = &campaign.sensitivity else { return };
        if self.made.as_ref().is_none_or(|made| made.campaign != campaign.id || !made.stamp.holds(ctx)) {
            self.made = Some(Made::of(ctx, campaign, sensitivity));
        }
        let Self { is_table, is_against_none, made: Some(made), what_if } = self else { return };
        let words = ctx.words;
        if let (Some(_), Some(rival)) = (&made.against_none, &made.against_rival) {
            ui.horizontal_wrapped(|ui| {
                ui.weak(words.text("origin-change-against"));
                let rival = rival.against.as_ref().map(|id| super::source_name(id, ctx)).unwrap_or_default();
                ui.selectable_value(is_against_none, false, rival);
                ui.selectable_value(is_against_none, true, words.text("origin-outside"));
            });
        }
        let (first, second) = if *is_against_none { (&made.against_none, &made.against_rival) } else { (&made.against_rival, &made.against_none) };
        let Some(chart) = first.as_ref().or(second.as_ref()) else { return };
        let tools = ChartTools { title: &chart.title, file: "tornado", table: &|| chart.table(words), svg: Some(&|| svg::tornado(chart, words)) };
        chart_tools(ui, &tools, Some(is_table), words, commands);
        if *is_table {
            let clicked = table::chart_table(ui, "tornado-table", &chart.table(words), None);
            // The first row is the answer as it is.
            if let Some(bar) = clicked.and_then(|at| chart.bars.get(at.checked_sub(1)?)) {
                commands.extend(selection(bar));
            }
        } else {
            let response = ui.scope(|ui| bars(ui, chart, words, commands)).response;
            response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &chart.description));
            remark(ui, &words.text("origin-tornado-reading"));
        }
        ui.add_space(theme::GAP);
        let title = words.text("origin-influence-title");
        let tools = ChartTools { title: &title, file: "influence", table: &|| made.influence.clone(), svg: None };
        chart_tools(ui, &tools, None, words, commands);
        remark(ui, &words.text("origin-influence-what"));
        let clicked = ui
            .scope(|ui| {
                ui.set_max_height(220.0);
                table::chart_table(ui, "influence", &made.influence, None)
            })
            .inner;
        if let Some(id) = clicked.and_then(|at| made.influence.rows.get(at)?.first()) {
            commands.push(Command::Select(Selection::Recipient(id.as_str().into())));
        }
        ui.add_space(theme::GAP);
        what_if.ui(ui, ctx, campaign, sensitivity);
    }
}

impl Made {
    fn of(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, sensitivity: &Sensitivity) -> Self {
        let (contents, words) = (ctx.case.contents(), ctx.words);
        let sentence = wording::sensitivity::summary(sensitivity, campaign, contents, words);
        let mut influence: Vec<_> = sensitivity.influence.iter().collect();
        // Whoever's absence moves the nearer comparison most comes first.
        let as_is = &sensitivity.baseline;
        let moves = |one: &crate::attribute::sensitivity::Influence| {
            let rival = one.log10_lr_vs_rival.zip(as_is.log10_lr_vs_rival).map(|(then, now)| (then - now).abs());
            rival.unwrap_or_else(|| (one.log10_lr_vs_none - as_is.log10_lr_vs_none).abs())
        };
        influence.sort_by(|a, b| moves(b).total_cmp(&moves(a)).then_with(|| a.recipient.cmp(&b.recipient)));
        let rows = influence.into_iter().map(|one| {
            let rival = one.log10_lr_vs_rival.map_or_else(|| "–".to_owned(), |value| say::log10(value, words));
            vec![
                one.recipient.to_string(),
                contents.recipient(&one.recipient).map(name_of).unwrap_or_default(),
                say::log10(one.log10_lr_vs_none, words),
                rival,
            ]
        });
        let header = ["rooms-recipients-id", "rooms-recipients-name", "origin-influence-none", "origin-influence-rival"].map(|id| words.text(id));
        Self {
            stamp: Stamp::of(ctx),
            campaign: campaign.id.clone(),
            against_none: Tornado::build(sensitivity, false, sentence.clone(), contents, words),
            against_rival: Tornado::build(sensitivity, true, sentence, contents, words),
            influence: ChartTable { header: header.to_vec(), rows: rows.collect() },
        }
    }
}

/// What a bar is about, if it can be selected.
fn selection(bar: &TornadoBar) -> Option<Command> {
    match &bar.turned {
        Turned::WithoutRecipient(id) => Some(Command::Select(Selection::Recipient(id.clone()))),
        Turned::WithoutSource(id) => Some(Command::Select(Selection::Mark(Target::Source(id.clone())))),
        Turned::Pool | Turned::Sigma | Turned::SharePrior | Turned::WithoutFingerprints => None,
    }
}

fn bars(ui: &mut egui::Ui, chart: &Tornado, words: &Words, commands: &mut Vec<Command>) {
    let ink = ChartInk::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let names = (ui.available_width() * 0.34).clamp(150.0, 300.0);
    let (least, most) = chart.span();
    let plot = |ui: &egui::Ui| (ui.available_width() - 2.0 * VALUES).max(80.0);
    let x_in =
        |rect: Rect, value: f64| rect.left() + VALUES + (rect.width() - 2.0 * VALUES) * ((value - least) / (most - least)).clamp(0.0, 1.0) as f32;
    // The two numbers every bar is read against stand above.
    ui.horizontal(|ui| {
        ui.add_space(names + ui.spacing().item_spacing.x);
        let (rect, _) = ui.allocate_exact_size(vec2(plot(ui) + 2.0 * VALUES, 18.0), Sense::hover());
        let text = words.text_with("origin-tornado-as-is-at", &crate::args! { "lr" => say::log10(chart.baseline, words) });
        ui.painter().text(pos2(x_in(rect, chart.baseline), rect.center().y), Align2::CENTER_CENTER, text, FontId::proportional(12.0), ink.ink);
    });
    for bar in &chart.bars {
        ui.horizontal(|ui| {
            ui.set_height(ROW);
            ui.allocate_ui_with_layout(vec2(names, ROW), egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(names);
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                match selection(bar) {
                    Some(command) => {
                        if ui.link(bar.name.as_str()).on_hover_text(bar.name.as_str()).clicked() {
                            commands.push(command);
                        }
                    }
                    None => {
                        ui.add(Label::new(bar.name.as_str()).truncate());
                    }
                }
            });
            let (rect, response) = ui.allocate_exact_size(vec2(plot(ui) + 2.0 * VALUES, ROW), Sense::hover());
            paint(ui, rect, chart, bar, &ink, &x_in);
            let spoken = say::spoken(bar, words);
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
            response.on_hover_text(&spoken);
        });
    }
    ui.horizontal(|ui| {
        ui.add_space(names + ui.spacing().item_spacing.x);
        let (rect, _) = ui.allocate_exact_size(vec2(plot(ui) + 2.0 * VALUES, 18.0), Sense::hover());
        let text = words.text("origin-tornado-even");
        ui.painter().text(pos2(x_in(rect, 0.0), rect.center().y), Align2::CENTER_CENTER, text, FontId::proportional(11.5), ink.soft);
    });
}

fn paint(ui: &egui::Ui, rect: Rect, chart: &Tornado, bar: &TornadoBar, ink: &ChartInk, x_in: &impl Fn(Rect, f64) -> f32) {
    let painter = ui.painter();
    let x = |value: f64| x_in(rect, value);
    painter.vline(x(0.0), rect.y_range(), Stroke::new(1.0, ink.grid));
    let (least, most) = bar.span(chart.baseline);
    let body = Rect::from_min_max(pos2(x(least), rect.top() + 7.0), pos2(x(most).max(x(least) + 1.5), rect.bottom() - 7.0));
    if bar.changes_words() {
        painter.rect_filled(body, CornerRadius::ZERO, ink.copy_light);
        hatch(painter, body, ink.copy);
        painter.rect_stroke(body, CornerRadius::ZERO, Stroke::new(1.2, ink.copy), StrokeKind::Inside);
    } else {
        painter.rect_filled(body, CornerRadius::ZERO, ink.access);
    }
    painter.vline(x(chart.baseline), rect.y_range(), Stroke::new(1.5, ink.ink));
    // The value that gives the left end stands at the left, whichever way it was turned.
    let value_at = |end: &End| end.log10_lr.unwrap_or(chart.baseline);
    let (left, right) = if value_at(&bar.low) <= value_at(&bar.high) { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    // "As it is" is the line all bars share.
    for (end, at, align) in [(left, body.left() - 5.0, Align2::RIGHT_CENTER), (right, body.right() + 5.0, Align2::LEFT_CENTER)] {
        if end.is_as_is {
            continue;
        }
        let colour = if end.changes_words { ink.copy } else { ink.soft };
        painter.text(pos2(at, rect.center().y), align, &end.value, FontId::proportional(12.0), colour);
    }
}
