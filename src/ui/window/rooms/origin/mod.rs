//! Origin: which file the list was taken from, for and against, when it was copied, and what would change the answer.
//!
//! One page to be read from top to bottom: the answer in a sentence, its cautions, then questions that open. Everything shown is a finding of the
//! analysis, put into words by [`crate::report::wording`] and drawn from charts as data; nothing is computed here. Every number opens what it stands on:
//! the list of the people it counts (`behind`), or the comparison it comes from.

mod behind;
mod change;
mod copy_date;
mod facts;
mod next;
mod pair;
mod quirks;
mod ranking;
mod recipients;
mod rivals;
mod shares;
mod slices;
mod texts;
mod weighing;
mod what_if;

use crate::analysis::behind::Behind;
use crate::analysis::{Analysis, CampaignAnalysis};
use crate::chart::timeline::Target;
use crate::model::{CampaignId, ImportKind, SourceId};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::theme;
use crate::ui::window::widgets::empty;
use crate::ui::window::widgets::question::question;
use egui::{Align, ComboBox, Label, RichText, ScrollArea};
use texts::Texts;

/// The questions, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    Which,
    Pair,
    When,
    Quirks,
    Change,
    Rivals,
    Next,
    People,
}

impl Question {
    const ALL: [Self; 8] = [Self::Which, Self::Pair, Self::When, Self::Quirks, Self::Change, Self::Rivals, Self::Next, Self::People];

    fn title_id(self) -> &'static str {
        match self {
            Self::Which => "origin-question-which",
            Self::Pair => "origin-question-pair",
            Self::When => "origin-question-when",
            Self::Quirks => "origin-question-quirks",
            Self::Change => "origin-question-change",
            Self::Rivals => "origin-question-rivals",
            Self::Next => "origin-question-next",
            Self::People => "origin-question-people",
        }
    }
}

/// One side of a comparison: the list comes from this file, or from none of the known ones.
type Proposition = Option<SourceId>;

/// What a click on a number opens.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Opens {
    /// The list of the people it counts, in place of the page.
    People(Behind),
    /// The comparison it comes from.
    Pair(Proposition, Proposition),
}

/// The room.
pub struct OriginRoom {
    campaign: Option<CampaignId>,
    /// The candidate whose details are shown; the best supported one until another is chosen.
    chosen: Option<SourceId>,
    /// Which questions are open, in the order of [`Question::ALL`].
    open: [bool; Question::ALL.len()],
    /// The question to bring into view.
    jump: Option<Question>,
    /// Whose list is shown instead of the page, behind which number.
    behind: Option<Behind>,
    texts: Option<Texts>,
    list: behind::BehindView,
    shares: shares::SharesView,
    pair: pair::PairView,
    copy_date: copy_date::CopyDateView,
    quirks: quirks::QuirksView,
    change: change::ChangeView,
    rivals: rivals::RivalsView,
    next: next::NextView,
    recipients: recipients::OriginsView,
}

impl Default for OriginRoom {
    fn default() -> Self {
        Self {
            campaign: None,
            chosen: None,
            open: Question::ALL.map(|question| question == Question::Which),
            jump: None,
            behind: None,
            texts: None,
            list: behind::BehindView::default(),
            shares: shares::SharesView::default(),
            pair: pair::PairView::default(),
            copy_date: copy_date::CopyDateView::default(),
            quirks: quirks::QuirksView::default(),
            change: change::ChangeView::default(),
            rivals: rivals::RivalsView::default(),
            next: next::NextView::default(),
            recipients: recipients::OriginsView::default(),
        }
    }
}

impl RoomView for OriginRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let Some(analysis) = ctx.analysis.filter(|analysis| !analysis.campaigns.is_empty()) else {
            nothing_yet(ui, ctx, commands);
            return;
        };
        let chosen = self.campaign.as_ref().and_then(|id| analysis.campaigns.iter().find(|campaign| campaign.id == *id));
        let Some(campaign) = chosen.or(analysis.campaigns.first()) else { return };
        self.choose_candidate(campaign, ctx);
        if self.texts.as_ref().is_none_or(|texts| !texts.holds(ctx, &campaign.id)) {
            self.texts = Some(Texts::new(ctx, analysis, campaign));
        }
        self.head(ui, ctx, analysis, campaign);
        if let (Some(behind), Some(texts)) = (&self.behind, &self.texts) {
            if self.list.ui(ui, ctx, texts, behind, commands) {
                self.behind = None;
            }
            return;
        }
        if let Some(opens) = self.page(ui, ctx, campaign, commands) {
            match opens {
                Opens::People(behind) => self.behind = Some(behind),
                Opens::Pair(first, second) => {
                    self.pair.choose(first, second);
                    self.open[Question::Pair as usize] = true;
                    self.jump = Some(Question::Pair);
                }
            }
            ui.request_repaint();
        }
    }
}

impl OriginRoom {
    fn choose_candidate(&mut self, campaign: &CampaignAnalysis, ctx: &RoomContext<'_>) {
        let is_candidate = |id: &SourceId| campaign.attribution.candidates.iter().any(|score| score.id == *id);
        if let Some(Selection::Mark(Target::Source(id))) = ctx.selection
            && is_candidate(id)
        {
            self.chosen = Some(id.clone());
        }
        if !self.chosen.as_ref().is_some_and(is_candidate) {
            self.chosen = campaign.verdict.best.clone().or_else(|| campaign.attribution.candidates.first().map(|score| score.id.clone()));
        }
    }

    /// The mailing, where there are several, and whether the analysis is running.
    fn head(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, analysis: &Analysis, campaign: &CampaignAnalysis) {
        if analysis.campaigns.len() < 2 && !ctx.is_analysing {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if analysis.campaigns.len() > 1 {
                self.campaign_choice(ui, ctx, &analysis.campaigns, campaign);
            }
            if ctx.is_analysing {
                ui.weak(ctx.words.text("rooms-analysing"));
            }
        });
        ui.add_space(4.0);
    }

    fn campaign_choice(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaigns: &[CampaignAnalysis], shown: &CampaignAnalysis) {
        let name = ctx.words.text("rooms-campaign");
        ui.weak(&name);
        ComboBox::from_id_salt("origin-campaign")
            .width(300.0)
            .truncate()
            .selected_text(shown.title.as_str())
            .show_ui(ui, |ui| {
                for campaign in campaigns {
                    if ui.selectable_label(campaign.id == shown.id, campaign.title.as_str()).clicked() {
                        self.campaign = Some(campaign.id.clone());
                        self.behind = None;
                    }
                }
            })
            .response
            .accessible_name(name);
    }

    /// The answer, its cautions, and the questions. Says what a click opened.
    fn page(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, commands: &mut Vec<Command>) -> Option<Opens> {
        let words = ctx.words;
        let mut opens = None;
        let Self { chosen, open, jump, texts: Some(texts), shares, pair, copy_date, quirks, change, rivals, next, recipients, .. } = self else {
            return None;
        };
        kit::room_for_scroll_bar(ui);
        ScrollArea::vertical().id_salt("origin").auto_shrink([false, false]).show(ui, |ui| {
            answer(ui, ctx, texts);
            for asked in Question::ALL {
                if !texts.has(asked) {
                    continue;
                }
                ui.add_space(theme::GAP);
                let title = words.text(asked.title_id());
                let said = texts.answer(asked, chosen.as_ref());
                let part = ui.push_id(asked.title_id(), |ui| {
                    question(ui, &mut open[asked as usize], &title, &said, |ui| match asked {
                        Question::Which => {
                            if let Some(id) = ranking::ui(ui, ctx, texts, chosen.as_ref(), &mut opens, commands) {
                                commands.push(Command::Select(Selection::Mark(Target::Source(id.clone()))));
                                *chosen = Some(id);
                            }
                            ui.add_space(theme::GAP);
                            weighing::ui(ui, ctx, chosen.as_ref(), texts, &mut opens);
                            ui.add_space(theme::GAP);
                            shares.ui(ui, ctx, texts, &mut opens, commands);
                            slices::ui(ui, ctx, campaign, chosen.as_ref(), commands);
                        }
                        Question::Pair => pair.ui(ui, ctx, campaign, texts, &mut opens),
                        Question::When => copy_date.ui(ui, ctx, campaign, texts, chosen, &mut opens, commands),
                        Question::Quirks => quirks.ui(ui, ctx, campaign, &mut opens, commands),
                        Question::Change => change.ui(ui, ctx, campaign, commands),
                        Question::Rivals => rivals.ui(ui, ctx, texts, commands),
                        Question::Next => next.ui(ui, ctx, campaign, commands),
                        Question::People => recipients.ui(ui, ctx, campaign, commands),
                    });
                });
                if *jump == Some(asked) {
                    part.response.scroll_to_me(Some(Align::TOP));
                    *jump = None;
                }
            }
            ui.add_space(theme::GAP);
        });
        opens
    }
}

/// The answer in one sentence, what must be said beside it, and the verdict in full.
fn answer(ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts) {
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(ctx.words.text("origin-answer")).small().color(theme::tokens(ui).text_weak));
        if !texts.headline.is_empty() {
            ui.add(Label::new(RichText::new(texts.headline.as_str()).size(18.0).strong()).wrap());
        }
        for caution in &texts.cautions {
            ui.add_space(2.0);
            kit::note(ui, Tone::Caution, caution);
        }
        ui.add_space(4.0);
        ui.add(Label::new(texts.verdict.as_str()).wrap());
    });
}

fn nothing_yet(ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let (words, contents) = (ctx.words, ctx.case.contents());
    let title = words.text("rooms-origin-empty");
    let (advice, action) = if ctx.is_analysing {
        ("rooms-analysing", None)
    } else if contents.recipients.is_empty() {
        ("rooms-origin-needs-recipients", Some(("rooms-recipients-add", Command::AddFiles(Some(ImportKind::Recipients)))))
    } else if contents.sources.is_empty() {
        ("rooms-origin-needs-sources", Some(("rooms-sources-add", Command::AddFiles(Some(ImportKind::Source)))))
    } else {
        ("rooms-origin-ready", Some(("rooms-origin-analyse", Command::Analyse)))
    };
    let action = action.map(|(word, command)| (words.text(word), command));
    let action = action.as_ref().map(|(text, command)| (text.as_str(), command.clone()));
    empty::empty_state(ui, &title, &words.text(advice), action, commands);
}

/// What a candidate is called.
fn source_name<'a>(id: &'a SourceId, ctx: &RoomContext<'a>) -> &'a str {
    ctx.case.contents().source(id).map(|source| source.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(id.as_str())
}

/// A number that opens what it stands on: `text` is what stands on the page, `name` says what it counts. Nothing behind it, no link.
fn number_link(ui: &mut egui::Ui, text: &str, name: &str, is_empty: bool) -> bool {
    if is_empty {
        ui.add(Label::new(text).selectable(false)).on_hover_text(name);
        return false;
    }
    let response = ui.link(text).on_hover_text(name);
    let is_clicked = response.clicked();
    response.accessible_name(name);
    is_clicked
}

/// The title of a part of an open question.
fn part_title(ui: &mut egui::Ui, title: &str) {
    ui.add(Label::new(RichText::new(title).size(15.0).strong()).wrap());
}

/// A remark of second rank that wraps.
fn remark(ui: &mut egui::Ui, text: &str) {
    ui.add(Label::new(RichText::new(text).small().weak()).wrap());
}
