//! Overview: the inquiry at a glance, what the findings support and with which cautions, what is still open, and numbers that reconcile.

mod chain;
mod open;

use crate::analysis::CampaignAnalysis;
use crate::model::{ImportReport, Language};
use crate::report::wording;
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{Room, RoomContext, RoomView};
use crate::ui::window::rooms::evidence::account_of;
use crate::ui::window::theme::{self, tokens};
use crate::words::format;
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};
use open::Question;

/// Pairs shown before the reader asks for all.
const PAIRS: usize = 3;
/// Widths of the columns, in points: what the findings support is prose, so its lines are not much longer than a page's.
const PROSE: f32 = 860.0;
const BESIDE: f32 = 620.0;
/// From this width on, what is open and what came in stand beside the findings.
const TWO: f32 = 1040.0;
const THREE: f32 = PROSE + 2.0 * BESIDE;

/// One campaign put into words.
struct Said {
    title: String,
    verdict: String,
    cautions: Vec<String>,
    pairs: Vec<String>,
}

/// What the sentences were made from.
type Key = (u64, Option<String>, Language);

/// View state: sentences are made when the analysis changes, not in every frame.
#[derive(Default)]
pub struct OverviewRoom {
    said: Vec<Said>,
    questions: Vec<Question>,
    chain: chain::Chain,
    made_from: Option<Key>,
}

impl RoomView for OverviewRoom {
    fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let contents = ctx.case.contents();
        if contents.messages.is_empty() && contents.recipients.is_empty() && contents.sources.is_empty() {
            let add = Command::AddFiles(None);
            let (title, next) = (words.text("window-overview-empty"), words.text("window-overview-empty-next"));
            if kit::empty(ui, Icon::Room(Room::Overview), &title, &next, &[&add.text(words)]).is_some() {
                commands.push(add);
            }
            return;
        }
        self.refresh(ctx);
        kit::room_for_scroll_bar(ui);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let title = if contents.incident.title.is_empty() { words.text("window-untitled") } else { contents.incident.title.clone() };
            ui.horizontal(|ui| {
                ui.heading(title);
                if ctx.is_analysing {
                    kit::badge(ui, Tone::Neutral, &words.text("window-overview-analysing"));
                }
            });
            ui.add_space(4.0);
            ui.set_max_width((THREE + 2.0 * theme::GAP).min(ui.available_width()));
            self.chain.ui(ui, words, commands);
            ui.add_space(theme::GAP);
            self.below(ui, ctx, commands);
        });
    }
}

impl OverviewRoom {
    /// Findings, what is open and the account: below each other, or side by side where there is room.
    fn below(&self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let width = ui.available_width();
        let beside = if width >= THREE { 2 } else { usize::from(width >= TWO) };
        if beside == 0 {
            self.findings(ui, ctx, commands);
            self.open(ui, ctx, commands);
            reconciliation(ui, &ctx.case.contents().imports, ctx, commands);
            ui.add_space(theme::GAP);
            return;
        }
        let prose = if beside == 1 { PROSE.min(width * 0.62) } else { PROSE };
        let narrow = ((width - prose) / beside as f32 - theme::GAP).min(BESIDE);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            column(ui, prose, |ui| self.findings(ui, ctx, commands));
            column(ui, narrow, |ui| {
                self.open(ui, ctx, commands);
                if beside == 1 {
                    reconciliation(ui, &ctx.case.contents().imports, ctx, commands);
                }
            });
            if beside == 2 {
                column(ui, narrow, |ui| reconciliation(ui, &ctx.case.contents().imports, ctx, commands));
            }
        });
    }

    fn findings(&self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if self.said.is_empty() {
            let id = if ctx.is_analysing { "window-overview-waiting" } else { "window-overview-no-analysis" };
            kit::note(ui, Tone::Neutral, &ctx.words.text(id));
        }
        for (at, said) in self.said.iter().enumerate() {
            ui.push_id(("campaign", at), |ui| campaign(ui, said, ctx, commands));
            ui.add_space(theme::GAP);
        }
    }

    fn open(&self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if self.questions.is_empty() {
            return;
        }
        kit::card(ui, |ui| {
            ui.set_width(ui.available_width());
            kit::section(ui, &ctx.words.text("window-overview-open"));
            for question in &self.questions {
                question.ui(ui, ctx.words, commands);
            }
        });
        ui.add_space(theme::GAP);
    }

    fn refresh(&mut self, ctx: &RoomContext<'_>) {
        let key = (ctx.case.revision(), ctx.analysis.map(|analysis| analysis.digest.clone()), ctx.words.language());
        if self.made_from.as_ref() == Some(&key) {
            return;
        }
        let contents = ctx.case.contents();
        let say = |campaign: &CampaignAnalysis| Said {
            title: campaign.title.clone(),
            verdict: wording::verdict(campaign, contents, ctx.settings, ctx.words),
            cautions: wording::cautions(campaign, contents, ctx.words),
            pairs: campaign.attribution.pairs.iter().map(|pair| wording::pair(pair, campaign, contents, ctx.settings, ctx.words)).collect(),
        };
        self.said = ctx.analysis.map(|analysis| analysis.campaigns.iter().map(say).collect()).unwrap_or_default();
        self.questions = open::questions(contents, ctx.analysis, ctx.words);
        self.chain = chain::Chain::of(contents, ctx.analysis, ctx.words);
        self.made_from = Some(key);
    }
}

/// A column of this width.
fn column(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.x = ui.global_style().spacing.item_spacing.x;
        content(ui);
    });
}

fn campaign(ui: &mut Ui, said: &Said, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(words.text("window-overview-findings")).small().color(tokens(ui).text_weak));
        ui.add(Label::new(RichText::new(&said.title).strong()).wrap());
        ui.add_space(4.0);
        ui.add(Label::new(RichText::new(&said.verdict).size(16.5)).wrap());
        ui.add_space(4.0);
        for caution in &said.cautions {
            kit::note(ui, Tone::Caution, caution);
        }
        if !said.pairs.is_empty() {
            ui.add_space(4.0);
            let count = format::count(said.pairs.len() as u64, words.language());
            let title = words.text_with("window-overview-pairs", &crate::args! { "n" => count });
            egui::CollapsingHeader::new(title).default_open(said.pairs.len() <= PAIRS).show(ui, |ui| {
                for pair in &said.pairs {
                    ui.add(Label::new(pair).wrap());
                    ui.add_space(2.0);
                }
            });
        }
        ui.horizontal(|ui| {
            for room in [Room::Origin, Room::Timeline] {
                let text = words.text_with("window-overview-go", &crate::args! { "room" => words.text(room.name_id()) });
                if ui.button(text).clicked() {
                    commands.push(Command::GoTo(room));
                }
            }
        });
    });
}

fn reconciliation(ui: &mut Ui, imports: &[ImportReport], ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let sum = |of: fn(&ImportReport) -> u64| imports.iter().map(of).sum::<u64>();
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::section(ui, &words.text("window-overview-account"));
        ui.add(Label::new(account_of(sum(|r| r.found), sum(|r| r.imported), sum(|r| r.duplicates), sum(ImportReport::rejected), words)).wrap());
        let holds = imports.iter().all(ImportReport::reconciles);
        let (tone, id) = if holds { (Tone::Good, "window-account-holds") } else { (Tone::Bad, "window-account-broken") };
        let files = words.text_with("window-overview-files", &crate::args! { "n" => imports.len() });
        ui.horizontal(|ui| {
            kit::badge(ui, tone, &words.text(id));
            ui.weak(files);
            if ui.link(words.text("window-go-evidence")).clicked() {
                commands.push(Command::GoTo(Room::Evidence));
            }
        });
    });
}
