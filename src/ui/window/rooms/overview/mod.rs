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
use egui::{Label, RichText, ScrollArea, Ui};
use open::Question;

/// Pairs shown before the reader asks for all.
const PAIRS: usize = 3;

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
            self.chain.ui(ui, words, commands);
            ui.add_space(theme::GAP);
            if self.said.is_empty() {
                let id = if ctx.is_analysing { "window-overview-waiting" } else { "window-overview-no-analysis" };
                kit::note(ui, Tone::Neutral, &words.text(id));
            }
            for (at, said) in self.said.iter().enumerate() {
                ui.push_id(("campaign", at), |ui| campaign(ui, said, ctx, commands));
                ui.add_space(theme::GAP);
            }
            if !self.questions.is_empty() {
                kit::card(ui, |ui| {
                    ui.set_width(ui.available_width());
                    kit::section(ui, &words.text("window-overview-open"));
                    for question in &self.questions {
                        question.ui(ui, words, commands);
                    }
                });
                ui.add_space(theme::GAP);
            }
            reconciliation(ui, &contents.imports, ctx, commands);
            ui.add_space(theme::GAP);
        });
    }
}

impl OverviewRoom {
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
        ui.horizontal_wrapped(|ui| {
            ui.label(account_of(sum(|r| r.found), sum(|r| r.imported), sum(|r| r.duplicates), sum(ImportReport::rejected), words));
            let holds = imports.iter().all(ImportReport::reconciles);
            let (tone, id) = if holds { (Tone::Good, "window-account-holds") } else { (Tone::Bad, "window-account-broken") };
            kit::badge(ui, tone, &words.text(id));
        });
        let files = words.text_with("window-overview-files", &crate::args! { "n" => imports.len() });
        ui.horizontal(|ui| {
            ui.weak(files);
            if ui.link(words.text("window-go-evidence")).clicked() {
                commands.push(Command::GoTo(Room::Evidence));
            }
        });
    });
}
