//! Shared errors: what the message shows, what each file has, side by side; how rare that is; and addresses that name a file.

use super::{part_title, remark, source_name};
use crate::analysis::{CampaignAnalysis, Reach};
use crate::attribute::fingerprint::canary::{CanaryReason, Flagged, Worth};
use crate::attribute::fingerprint::{Quirk, QuirkKind, Rendered};
use crate::chart::ChartTable;
use crate::model::{CampaignId, RecipientId};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme;
use crate::ui::window::widgets::chart_tools::{ChartTools, chart_tools};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::{self, table};
use crate::words::{Words, format};
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
    addresses: Vec<(RecipientId, String)>,
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

/// The sentence under the question: how many errors are shared, and with which file most.
pub(super) fn answer(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> String {
    let prints = &campaign.prints.fingerprints;
    let most = prints
        .standings
        .iter()
        .filter(|standing| standing.matches > 0)
        .max_by(|a, b| a.matches.cmp(&b.matches).then_with(|| b.source.cmp(&a.source)));
    match most {
        Some(standing) => {
            let args = crate::args! {
                "n" => prints.factors.len() as u64,
                "count" => widgets::number(ctx.words, prints.factors.len()),
                "matches" => widgets::number(ctx.words, standing.matches as usize),
                "source" => source_name(&standing.source, ctx),
            };
            ctx.words.text_with("origin-quirks-answer", &args)
        }
        None => ctx.words.text("origin-quirks-none"),
    }
}

impl QuirksView {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, commands: &mut Vec<Command>) {
        if self.made.as_ref().is_none_or(|made| made.campaign != campaign.id || !made.stamp.holds(ctx)) {
            self.made = Some(Made::of(ctx, campaign));
        }
        let Some(made) = &self.made else { return };
        let words = ctx.words;
        let prints = &campaign.prints;
        ui.add(Label::new(words.text("origin-quirks-what")).wrap());
        remark(
            ui,
            &words.text(match prints.reach {
                Reach::Nothing => "origin-quirks-reach-nothing",
                Reach::Shares => "origin-quirks-reach-shares",
                Reach::Everything => "origin-quirks-reach-everything",
            }),
        );
        for id in &prints.unreadable {
            kit::note(ui, Tone::Neutral, &words.text_with("origin-quirks-unreadable", &crate::args! { "source" => source_name(id, ctx) }));
        }
        if !made.lines.is_empty() {
            ui.add_space(4.0);
            let title = words.text("origin-quirks-title");
            chart_tools(ui, &ChartTools { title: &title, file: "quirks", table: &|| made.table.clone(), svg: None }, None, words, commands);
            lines(ui, ctx, made, commands);
            for standing in &prints.fingerprints.standings {
                let args = crate::args! {
                    "source" => source_name(&standing.source, ctx),
                    "matches" => widgets::number(words, standing.matches as usize),
                    "mismatches" => widgets::number(words, standing.mismatches as usize),
                };
                remark(ui, &words.text_with("origin-quirks-standing", &args));
            }
        }
        if !made.addresses.is_empty() {
            ui.add_space(theme::GAP);
            part_title(ui, &words.text("origin-addresses-title"));
            for (id, text) in &made.addresses {
                ui.horizontal_wrapped(|ui| {
                    if ui.link(id.as_str()).clicked() {
                        commands.push(Command::Select(Selection::Recipient(id.clone())));
                    }
                    ui.add(Label::new(text.as_str()).wrap());
                });
            }
        }
    }
}

fn lines(ui: &mut egui::Ui, ctx: &RoomContext<'_>, made: &Made, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let wide = ((ui.available_width() - 70.0 - 110.0 - 80.0 - 6.0 * 8.0) / 3.0).clamp(110.0, 320.0);
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
            .column(column(70.0))
            .columns(column(wide), 3)
            .column(column(110.0))
            .column(column(80.0))
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
        ui.add(Label::new(RichText::new(text).monospace()).truncate().selectable(false));
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
        let addresses = campaign.prints.canaries.iter().map(|flagged| (flagged.canary.recipient.clone(), address(flagged, ctx))).collect();
        Self { stamp: Stamp::of(ctx), campaign: campaign.id.clone(), lines, table, addresses }
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
            kind: words.text_with("origin-quirks-kind-in", &crate::args! { "kind" => kind(quirk.kind, words), "field" => field(quirk.field, words) }),
            rarity,
        }
    }
}

fn kind(kind: QuirkKind, words: &Words) -> String {
    words.text(match kind {
        QuirkKind::Spelling => "origin-quirk-spelling",
        QuirkKind::Tag => "origin-quirk-tag",
        QuirkKind::Cut => "origin-quirk-cut",
        QuirkKind::Order => "origin-quirk-order",
        QuirkKind::Civility => "origin-quirk-civility",
        QuirkKind::Punctuation => "origin-quirk-punctuation",
        QuirkKind::Accents => "origin-quirk-accents",
        QuirkKind::Capitals => "origin-quirk-capitals",
    })
}

fn field(field: Rendered, words: &Words) -> String {
    words.text(match field {
        Rendered::DisplayName => "origin-rendered-display-name",
        Rendered::Salutation => "origin-rendered-salutation",
        Rendered::NameLine => "origin-rendered-name-line",
        Rendered::ExtraLine => "origin-rendered-extra-line",
        Rendered::StreetLine => "origin-rendered-street-line",
        Rendered::PlaceLine => "origin-rendered-place-line",
        Rendered::Address => "origin-rendered-address",
    })
}

/// An address that names a file, and what it counts for.
fn address(flagged: &Flagged, ctx: &RoomContext<'_>) -> String {
    let (words, canary) = (ctx.words, &flagged.canary);
    let source = source_name(&canary.source, ctx);
    let why = match &canary.reason {
        CanaryReason::GivenToOne { .. } => words.text_with("origin-address-given", &crate::args! { "source" => source }),
        CanaryReason::Tag { tag, .. } => words.text_with("origin-address-tag", &crate::args! { "source" => source, "tag" => tag.as_str() }),
        CanaryReason::Alias { local, .. } => words.text_with("origin-address-alias", &crate::args! { "source" => source, "local" => local.as_str() }),
        CanaryReason::Seeded { column, value, .. } => {
            words.text_with("origin-address-seeded", &crate::args! { "source" => source, "column" => column.as_str(), "value" => value.as_str() })
        }
    };
    let worth = words.text(match flagged.worth {
        Worth::Statement { .. } => "origin-worth-statement",
        Worth::Said => "origin-worth-said",
        Worth::Ambiguous => "origin-worth-ambiguous",
        Worth::Shared => "origin-worth-shared",
        Worth::Absent => "origin-worth-absent",
        Worth::Silent => "origin-worth-silent",
        Worth::Unsure => "origin-worth-unsure",
    });
    format!("{why} {worth}")
}
