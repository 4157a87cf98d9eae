//! Shared errors: what the message shows, what each file has, side by side; how rare that is; and addresses that name a file.

use super::{Opens, part_title, remark, source_name};
use crate::analysis::CampaignAnalysis;
use crate::analysis::behind::Behind;
use crate::attribute::fingerprint::Quirk;
use crate::attribute::fingerprint::canary::CanaryReason;
use crate::chart::ChartTable;
use crate::model::{CampaignId, RecipientId, SourceId};
use crate::report::wording::{findings, prints};
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme;
use crate::ui::window::widgets::chart_tools::{ChartTools, chart_tools};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::{self, table};
use crate::words::format;
use egui::{Label, RichText, Sense};
use egui_extras::{Column, TableBuilder};

const COLUMNS: [&str; 6] = ["recipient", "shown", "file", "rival", "kind", "rarity"];
/// Two lines: a file's name and what stands in it.
const ROW: f32 = 42.0;
/// Rows in view before the table scrolls.
const ROWS: f32 = 7.0;

/// The view state.
#[derive(Default)]
pub struct QuirksView {
    made: Option<Made>,
}

/// Tables, and what they were made from.
struct Made {
    stamp: Stamp,
    campaign: CampaignId,
    lines: Vec<Line>,
    table: ChartTable,
    /// What fingerprints bear on.
    reach: Vec<String>,
    /// Addresses that name a file, and what each counts for.
    addresses: Vec<(RecipientId, String)>,
    /// Per file: how many say that they gave their address to it only, and who.
    given: Vec<(String, Vec<RecipientId>)>,
}

/// A shared error, in words.
struct Line {
    recipient: RecipientId,
    shown: String,
    file: (String, String),
    rival: (String, String),
    kind: String,
    rarity: String,
}

/// The sentence under the question: how many errors are shared, and with which file.
pub(super) fn answer(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> String {
    let said = findings::prints(&campaign.prints, ctx.case.contents(), ctx.words);
    said.into_iter().next().unwrap_or_else(|| ctx.words.text("origin-quirks-none"))
}

impl QuirksView {
    /// Draws it.
    pub(super) fn ui(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &RoomContext<'_>,
        campaign: &CampaignAnalysis,
        opens: &mut Option<Opens>,
        commands: &mut Vec<Command>,
    ) {
        if self.made.as_ref().is_none_or(|made| made.campaign != campaign.id || !made.stamp.holds(ctx)) {
            self.made = Some(Made::of(ctx, campaign));
        }
        let Some(made) = &self.made else { return };
        let words = ctx.words;
        ui.add(Label::new(words.text("origin-quirks-what")).wrap());
        for text in &made.reach {
            remark(ui, text);
        }
        if !made.lines.is_empty() {
            ui.add_space(4.0);
            let title = words.text("origin-quirks-title");
            chart_tools(ui, &ChartTools { title: &title, file: "quirks", table: &|| made.table.clone(), svg: None }, None, words, commands);
            lines(ui, ctx, made, commands);
            for standing in &campaign.prints.fingerprints.standings {
                let args = crate::args! {
                    "source" => source_name(&standing.source, ctx),
                    "matches" => widgets::number(words, standing.matches as usize),
                    "mismatches" => widgets::number(words, standing.mismatches as usize),
                };
                remark(ui, &words.text_with("origin-quirks-standing", &args));
            }
        }
        if !made.addresses.is_empty() || !made.given.is_empty() {
            ui.add_space(theme::GAP);
            part_title(ui, &words.text("origin-addresses-title"));
        }
        for (text, people) in &made.given {
            if ui.link(text.as_str()).clicked() {
                *opens = Some(Opens::People(Behind::These(people.clone())));
            }
        }
        for (id, text) in &made.addresses {
            if ui.link(text.as_str()).clicked() {
                commands.push(Command::Select(Selection::Recipient(id.clone())));
            }
        }
        if !made.addresses.is_empty() {
            remark(ui, &prints::caveat(words));
        }
    }
}

fn lines(ui: &mut egui::Ui, ctx: &RoomContext<'_>, made: &Made, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let wide = ((ui.available_width() - 54.0 - 88.0 - 66.0 - 6.0 * 8.0) / 3.0).clamp(110.0, 320.0);
    let column = |width: f32| Column::initial(width).at_least(50.0).resizable(true).clip(true);
    let height = ROW * ROWS.min(made.lines.len() as f32) + table::HEADER_HEIGHT + 8.0;
    egui::ScrollArea::horizontal().id_salt("quirks-across").auto_shrink([false, true]).show(ui, |ui| {
        ui.set_max_height(height);
        TableBuilder::new(ui)
            .id_salt("quirks")
            .striped(true)
            .sense(Sense::CLICK)
            .max_scroll_height(height)
            .auto_shrink([false, true])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(column(54.0))
            .columns(column(wide), 3)
            .column(column(88.0))
            .column(column(66.0))
            .header(table::HEADER_HEIGHT, |mut row| {
                for title in COLUMNS {
                    table::plain_header(&mut row, &words.text(&format!("origin-quirks-{title}")));
                }
            })
            .body(|body| {
                body.rows(ROW, made.lines.len(), |mut row| {
                    let Some(line) = made.lines.get(row.index()) else { return };
                    let is_selected = matches!(ctx.selection, Some(Selection::Recipient(id)) if *id == line.recipient);
                    row.set_selected(is_selected);
                    let mut is_clicked = false;
                    row.col(|ui| is_clicked |= table::row_name(ui, is_selected, line.recipient.as_str()));
                    row.col(|ui| raw(ui, "", &line.shown));
                    row.col(|ui| raw(ui, &line.file.0, &line.file.1));
                    row.col(|ui| raw(ui, &line.rival.0, &line.rival.1));
                    row.col(|ui| table::text_cell(ui, &line.kind));
                    row.col(|ui| table::text_cell(ui, &line.rarity));
                    if is_clicked || row.response().clicked() {
                        commands.push(Command::Select(Selection::Recipient(line.recipient.clone())));
                    }
                });
            });
    });
}

/// A text exactly as it is written, under the name of the file it stands in.
fn raw(ui: &mut egui::Ui, file: &str, text: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if file.is_empty() {
            ui.add_space(10.0);
        } else {
            ui.add(Label::new(RichText::new(file).small().weak()).truncate().selectable(false));
        }
        let text = if text.is_empty() { "—" } else { text };
        ui.add(Label::new(RichText::new(text).monospace().size(12.0)).truncate().selectable(false));
    });
}

impl Made {
    fn of(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> Self {
        let words = ctx.words;
        let lines: Vec<Line> = campaign.prints.fingerprints.quirks.iter().map(|quirk| Line::of(quirk, ctx)).collect();
        let row = |line: &Line| {
            let file = |(name, text): &(String, String)| {
                words.text_with("origin-quirks-cell", &crate::args! { "source" => name.as_str(), "text" => text.as_str() })
            };
            vec![line.recipient.to_string(), line.shown.clone(), file(&line.file), file(&line.rival), line.kind.clone(), line.rarity.clone()]
        };
        let table =
            ChartTable { header: COLUMNS.map(|title| words.text(&format!("origin-quirks-{title}"))).to_vec(), rows: lines.iter().map(row).collect() };
        let contents = ctx.case.contents();
        let mut given: std::collections::BTreeMap<&SourceId, Vec<RecipientId>> = std::collections::BTreeMap::new();
        let mut addresses = Vec::new();
        for flagged in &campaign.prints.canaries {
            let canary = &flagged.canary;
            if matches!(canary.reason, CanaryReason::GivenToOne { .. }) {
                given.entry(&canary.source).or_default().push(canary.recipient.clone());
            } else {
                addresses.push((canary.recipient.clone(), prints::flag(flagged, canary.recipient.as_str(), contents, words)));
            }
        }
        let say = |(source, people): (&SourceId, Vec<RecipientId>)| {
            let args = crate::args! {
                "n" => people.len() as u64,
                "count" => widgets::number(words, people.len()),
                "source" => source_name(source, ctx),
            };
            (words.text_with("origin-address-given", &args), people)
        };
        let given = given.into_iter().map(say).collect();
        let reach = prints::reach(&campaign.prints, contents, words);
        Self { stamp: Stamp::of(ctx), campaign: campaign.id.clone(), lines, table, reach, addresses, given }
    }
}

impl Line {
    fn of(quirk: &Quirk, ctx: &RoomContext<'_>) -> Self {
        let words = ctx.words;
        let rival = quirk.rivals.first();
        let rarity = match quirk.frequency {
            Some(frequency) if frequency > 0.0 => {
                let one_in = format::count((1.0 / frequency).round().max(1.0) as u64, words.language());
                words.text_with("origin-quirks-one-in", &crate::args! { "n" => one_in })
            }
            _ => "–".to_owned(),
        };
        Self {
            recipient: quirk.recipient.clone(),
            shown: quirk.rendered.clone(),
            file: (source_name(&quirk.source, ctx).to_owned(), quirk.written.clone()),
            rival: rival.map(|rival| (source_name(&rival.source, ctx).to_owned(), rival.written.clone())).unwrap_or_default(),
            kind: words.text_with(
                "origin-quirks-kind-in",
                &crate::args! { "kind" => prints::kind(quirk.kind, words), "field" => prints::field(quirk.field, words) },
            ),
            rarity,
        }
    }
}
