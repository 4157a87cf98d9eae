//! Slices of the chosen file as candidates of their own: « seulement Ville = Valmont ».

use super::{remark, source_name};
use crate::analysis::CampaignAnalysis;
use crate::attribute::SliceScore;
use crate::chart::ChartTable;
use crate::chart::tornado::say::log10;
use crate::model::SourceId;
use crate::report::wording::findings;
use crate::ui::window::command::Command;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme;
use crate::ui::window::widgets::chart_tools::{ChartTools, chart_tools};
use crate::ui::window::widgets::{self, table};
use crate::words::{Words, format};
use egui::Label;

const COLUMNS: [&str; 6] = ["slice", "size", "captured", "lr", "weight", "mailed"];
/// Slices shown; the rest is in the copied table.
const SHOWN: usize = 8;

/// Draws what was tried; nothing if nothing was.
pub(super) fn ui(ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, chosen: Option<&SourceId>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let Some(score) = campaign.attribution.candidates.iter().find(|score| Some(&score.id) == chosen) else { return };
    if score.slices.is_empty() {
        return;
    }
    ui.add_space(theme::GAP);
    let title = words.text_with("origin-slices-title", &crate::args! { "source" => source_name(&score.id, ctx) });
    let tools = ChartTools { title: &title, file: "slices", table: &|| twin(&score.slices, words), svg: None };
    chart_tools(ui, &tools, None, words, commands);
    match score.slice() {
        Some(slice) => {
            ui.add(Label::new(findings::slice(slice, score, ctx.case.contents(), ctx.settings, words)).wrap());
            remark(ui, &words.text("origin-slices-used"));
        }
        None => {
            ui.label(words.text("origin-slices-whole"));
        }
    }
    remark(ui, &words.text("origin-slices-what"));
    let shown = &score.slices[..score.slices.len().min(SHOWN)];
    // Column and value need room; the numbers beside them do not.
    let narrow = (ui.available_width() / 8.0).clamp(60.0, 110.0);
    table::sized_table(ui, ("slices", &score.id), &twin(shown, words), None, &[2.5 * narrow, narrow, narrow, narrow, narrow, narrow]);
}

fn twin(slices: &[SliceScore], words: &Words) -> ChartTable {
    let percent = |share: f64| format::percent(share, words.language());
    let row = |slice: &SliceScore| {
        vec![
            words.text_with("origin-slice", &crate::args! { "field" => slice.field.as_str(), "value" => slice.value.as_str() }),
            format::count(slice.size.round().max(0.0) as u64, words.language()),
            widgets::number(words, slice.captured),
            log10(slice.log10_lr, words),
            percent(slice.weight),
            slice.reverse_coverage.map_or_else(|| "–".to_owned(), percent),
        ]
    };
    ChartTable { header: COLUMNS.map(|title| words.text(&format!("origin-slices-{title}"))).to_vec(), rows: slices.iter().map(row).collect() }
}
