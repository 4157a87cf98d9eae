//! What to ask next: what would tell the two leading propositions apart best, and a neutral questionnaire to send out and read back.

use super::{remark, source_name};
use crate::analysis::CampaignAnalysis;
use crate::attribute::sensitivity::{Ask, Prospect, Question};
use crate::chart::tornado::say::log10;
use crate::model::{ImportKind, RecipientId};
use crate::report::questionnaire::{Questionnaire, hint, table};
use crate::report::wording::sensitivity;
use crate::ui::window::command::{Command, Export};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::rooms::recipients::name_of;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets;
use crate::words::{Words, format};
use egui::{CornerRadius, Label, Rect, RichText, Role, Sense, WidgetInfo, vec2};

/// Questions shown before the reader asks for all.
const SHOWN: usize = 5;

/// The view state.
#[derive(Default)]
pub struct NextView {
    shows_all: bool,
}

impl NextView {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let Some(found) = &campaign.sensitivity else { return };
        let leading = source_name(&found.baseline.leading, ctx).to_owned();
        let none = words.text("origin-outside");
        let other = found.contested_by.as_ref().map_or(none.as_str(), |id| source_name(id, ctx));
        ui.add(Label::new(words.text_with("origin-next-what", &crate::args! { "source" => leading, "other" => other })).wrap());
        remark(ui, &words.text("origin-next-bits"));
        let count = if self.shows_all { found.questions.len() } else { SHOWN.min(found.questions.len()) };
        for question in &found.questions[..count] {
            ui.add_space(4.0);
            one(ui, ctx, question, commands);
        }
        if let Some(more) = found.questions.len().checked_sub(SHOWN).filter(|more| *more > 0 && !self.shows_all)
            && ui.button(widgets::counted(words, "origin-next-more", more)).clicked()
        {
            self.shows_all = true;
        }
        ui.add_space(8.0);
        questionnaire(ui, ctx, &found.questions, commands);
    }
}

fn one(ui: &mut egui::Ui, ctx: &RoomContext<'_>, question: &Question, commands: &mut Vec<Command>) {
    let words = ctx.words;
    ui.horizontal_top(|ui| {
        bits(ui, question.bits, words);
        ui.vertical(|ui| {
            let text = sensitivity::ask(&question.ask, ctx.case.contents(), words);
            match whom(&question.ask) {
                Some(id) => {
                    let name = ctx.case.contents().recipient(id).map(name_of).unwrap_or_default();
                    if ui.link(text).on_hover_text(name).clicked() {
                        commands.push(Command::Select(Selection::Recipient(id.clone())));
                    }
                }
                None => {
                    ui.add(Label::new(text).wrap());
                }
            }
            let answers: Vec<String> = question.answers.iter().map(|prospect| after(prospect, question, ctx)).collect();
            remark(ui, &answers.join(" · "));
        });
    });
}

/// How much an answer is expected to tell, from nothing to everything, as a small bar with its number.
fn bits(ui: &mut egui::Ui, bits: f64, words: &Words) {
    ui.vertical(|ui| {
        ui.set_width(64.0);
        let text = words.text_with("origin-next-bit", &crate::args! { "n" => format::decimal(bits, 2, words.language()) });
        let (rect, response) = ui.allocate_exact_size(vec2(60.0, 8.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &text));
        let t = tokens(ui);
        ui.painter().rect_filled(rect, CornerRadius::same(2), t.line);
        let share = bits.clamp(0.0, 1.0) as f32;
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height())), CornerRadius::same(2), t.accent);
        ui.add(Label::new(RichText::new(text).small().weak()).selectable(false));
    });
}

/// Whom it is asked of, if it is somebody of the case.
fn whom(ask: &Ask) -> Option<&RecipientId> {
    match ask {
        Ask::Control { .. } => None,
        Ask::Membership { recipient, .. } | Ask::Presence { recipient, .. } | Ask::Statement { recipient, .. } => Some(recipient),
    }
}

/// What the numbers would say after an answer: « oui : 6,5 ».
fn after(prospect: &Prospect, question: &Question, ctx: &RoomContext<'_>) -> String {
    let reply = sensitivity::reply(prospect.reply, &question.ask, ctx.case.contents(), ctx.words);
    ctx.words.text_with("origin-reply-after", &crate::args! { "reply" => reply, "lr" => log10(prospect.log10_lr, ctx.words) })
}

/// The questionnaire for everybody the questions name, to save, and the way back for its answers.
fn questionnaire(ui: &mut egui::Ui, ctx: &RoomContext<'_>, questions: &[Question], commands: &mut Vec<Command>) {
    let words = ctx.words;
    let people: Vec<RecipientId> = questions.iter().filter_map(|question| whom(&question.ask)).cloned().collect();
    ui.horizontal_wrapped(|ui| {
        let response = ui.add_enabled(!people.is_empty(), egui::Button::new(words.text("origin-next-export")));
        let response = response.on_hover_text(words.text("origin-next-export-tip")).on_disabled_hover_text(words.text("origin-next-export-nobody"));
        if response.clicked() {
            let asked = Questionnaire::new(ctx.case.contents(), &people);
            // Writing to memory fails only when there is none left.
            if let Ok(bytes) = table(&asked, words) {
                commands.push(Command::Export(Export { name: words.text("origin-next-file"), bytes }));
            }
        }
        if ui.button(words.text("origin-next-import")).on_hover_text(hint(words)).clicked() {
            commands.push(Command::AddFiles(Some(ImportKind::Statements)));
        }
    });
    remark(ui, &words.text("origin-next-neutral"));
}
