//! Origin: which file the list was taken from, for and against, when it was copied, pair by pair and recipient by recipient.
//!
//! Everything shown is a finding of the analysis, put into words by [`crate::report::wording`]; nothing is computed here.

mod copy_date;
mod pairs;
mod ranking;
mod recipients;
mod texts;
mod weighing;

use crate::analysis::CampaignAnalysis;
use crate::chart::timeline::Target;
use crate::model::{CampaignId, ImportKind, SourceId};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::widgets::empty;
use egui::ComboBox;
use texts::Texts;

/// What the room shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Files,
    CopyDate,
    Pairs,
    Recipients,
}

/// The room.
#[derive(Default)]
pub struct OriginRoom {
    tab: Tab,
    campaign: Option<CampaignId>,
    /// The candidate whose details are shown; the best supported one until another is chosen.
    chosen: Option<SourceId>,
    texts: Option<Texts>,
    ranking: ranking::RankingView,
    copy_date: copy_date::CopyDateView,
    recipients: recipients::OriginsView,
}

impl RoomView for OriginRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let Some(analysis) = ctx.analysis.filter(|analysis| !analysis.campaigns.is_empty()) else {
            nothing_yet(ui, ctx, commands);
            return;
        };
        let chosen = self.campaign.as_ref().and_then(|id| analysis.campaigns.iter().find(|campaign| campaign.id == *id));
        let Some(campaign) = chosen.or(analysis.campaigns.first()) else { return };
        self.choose_candidate(campaign, ctx);
        ui.horizontal_wrapped(|ui| {
            if analysis.campaigns.len() > 1 {
                self.campaign_choice(ui, ctx, &analysis.campaigns, campaign);
                ui.separator();
            }
            for (tab, word) in [
                (Tab::Files, "rooms-origin-files"),
                (Tab::CopyDate, "rooms-origin-copy-date"),
                (Tab::Pairs, "rooms-origin-pairs"),
                (Tab::Recipients, "rooms-origin-recipients"),
            ] {
                ui.selectable_value(&mut self.tab, tab, words.text(word));
            }
            if ctx.is_analysing {
                ui.weak(words.text("rooms-analysing"));
            }
        });
        ui.separator();
        if self.texts.as_ref().is_none_or(|texts| !texts.holds(ctx, &campaign.id)) {
            self.texts = Some(Texts::new(ctx, campaign));
        }
        let Self { tab, chosen, texts: Some(texts), ranking, copy_date, recipients, .. } = self else { return };
        match tab {
            Tab::Recipients => recipients.ui(ui, ctx, campaign, commands),
            Tab::Files | Tab::CopyDate | Tab::Pairs => {
                egui::ScrollArea::vertical().id_salt("origin").auto_shrink([false, false]).show(ui, |ui| {
                    // Text runs up to the scroll bar otherwise.
                    ui.set_max_width(ui.available_width() - 8.0);
                    match tab {
                        Tab::Files => {
                            verdict(ui, texts);
                            ui.add_space(10.0);
                            if let Some(id) = ranking.ui(ui, ctx, campaign, chosen.as_ref()) {
                                commands.push(Command::Select(Selection::Mark(Target::Source(id.clone()))));
                                *chosen = Some(id);
                            }
                            ui.add_space(10.0);
                            weighing::ui(ui, ctx, campaign, chosen.as_ref(), texts);
                        }
                        Tab::CopyDate => copy_date.ui(ui, ctx, campaign, chosen, commands),
                        _ => pairs::ui(ui, ctx, texts),
                    }
                });
            }
        }
    }
}

impl OriginRoom {
    fn choose_candidate(&mut self, campaign: &CampaignAnalysis, ctx: &RoomContext<'_>) {
        if let Some(Selection::Mark(Target::Source(id))) = ctx.selection
            && campaign.attribution.candidates.iter().any(|score| score.id == *id)
        {
            self.chosen = Some(id.clone());
        }
        let is_there = self.chosen.as_ref().is_some_and(|id| campaign.attribution.candidates.iter().any(|score| score.id == *id));
        if !is_there {
            self.chosen = campaign.verdict.best.clone().or_else(|| campaign.attribution.candidates.first().map(|score| score.id.clone()));
        }
    }

    fn campaign_choice(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaigns: &[CampaignAnalysis], shown: &CampaignAnalysis) {
        let name = ctx.words.text("rooms-campaign");
        ComboBox::from_id_salt("origin-campaign")
            .width(220.0)
            .truncate()
            .selected_text(shown.title.as_str())
            .show_ui(ui, |ui| {
                for campaign in campaigns {
                    if ui.selectable_label(campaign.id == shown.id, campaign.title.as_str()).clicked() {
                        self.campaign = Some(campaign.id.clone());
                    }
                }
            })
            .response
            .accessible_name(name);
    }
}

/// The verdict sentence and what must be said beside it.
fn verdict(ui: &mut egui::Ui, texts: &Texts) {
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(egui::Label::new(egui::RichText::new(texts.verdict.as_str()).size(16.5)).wrap());
    });
    for caution in &texts.cautions {
        ui.add_space(2.0);
        kit::note(ui, Tone::Caution, caution);
    }
}

/// Why there is nothing to weigh, and what to do about it.
fn nothing_yet(ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let contents = ctx.case.contents();
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
