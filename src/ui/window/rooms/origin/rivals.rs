//! The board of rival explanations: each with what it would predict, what the case can say, and an answer to be given. An open one stays a caution.

use super::texts::Texts;
use crate::analysis::rivals::{Line, Side};
use crate::case::{Edit, Record};
use crate::model::{CampaignId, Contents, Reference, Rival, RivalId, RivalKind, Standing};
use crate::report::wording::rivals as wording;
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::question::fold;
use crate::ui::window::widgets::text_field::committed_text;
use crate::words::Words;
use egui::{ComboBox, Label, RichText, TextEdit};

/// One explanation in words, with what its answer is made of.
pub struct RivalLine {
    kind: RivalKind,
    name: String,
    claim: String,
    /// What it predicts, what would speak for it and against it, what to ask: title and text. Empty for an explanation somebody added.
    details: Vec<(String, String)>,
    hints: Vec<(Side, String)>,
    /// As it stands, or blank; id 0 = not yet written.
    answer: Rival,
}

impl RivalLine {
    /// The line in words.
    pub fn of(line: &Line<'_>, campaign: &CampaignId, ctx: &RoomContext<'_>) -> Self {
        let words = ctx.words;
        let texts = line.entry().map(|entry| entry.texts(words.language()));
        let details = texts.map_or_else(Vec::new, |texts| {
            let all =
                [("predicts", &texts.predicts), ("speaks-for", &texts.speaks_for), ("speaks-against", &texts.speaks_against), ("ask", &texts.ask)];
            all.map(|(id, text)| (words.text(&format!("origin-rival-{id}")), text.clone())).to_vec()
        });
        let blank = || Rival { campaign: campaign.clone(), kind: line.kind.clone(), ..Rival::default() };
        Self {
            kind: line.kind.clone(),
            name: line.name(words.language()).to_owned(),
            claim: texts.map(|texts| texts.claim.clone()).unwrap_or_default(),
            details,
            hints: line.hints.iter().map(|hint| (hint.side(), wording::hint(hint, ctx.case.contents(), ctx.settings, words))).collect(),
            answer: line.answer.cloned().unwrap_or_else(blank),
        }
    }
}

/// The view state.
#[derive(Default)]
pub struct RivalsView {
    /// Which explanations are open.
    open: std::collections::BTreeSet<RivalKind>,
    title: String,
}

/// The sentence under the question: how many have no answer yet.
pub(super) fn answer(lines: &[RivalLine], words: &Words) -> String {
    let open = lines.iter().filter(|line| line.answer.standing == Standing::Open).count();
    let args = crate::args! {
        "n" => open as u64,
        "count" => crate::ui::window::widgets::number(words, open),
        "all" => crate::ui::window::widgets::number(words, lines.len()),
    };
    words.text_with("origin-rivals-answer", &args)
}

impl RivalsView {
    /// Draws the board.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, commands: &mut Vec<Command>) {
        let words = ctx.words;
        ui.add(Label::new(words.text("origin-rivals-what")).wrap());
        for line in &texts.rivals {
            ui.add_space(2.0);
            let mut is_open = self.open.contains(&line.kind);
            ui.push_id(line.kind.as_str(), |ui| {
                ui.horizontal(|ui| {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        kit::badge(ui, tone(line.answer.standing), &wording::standing(line.answer.standing, words));
                        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| fold(ui, &mut is_open, &line.name));
                    });
                });
                if is_open {
                    ui.indent("details", |ui| details(ui, ctx, line, commands));
                }
            });
            if is_open {
                self.open.insert(line.kind.clone());
            } else {
                self.open.remove(&line.kind);
            }
        }
        ui.add_space(6.0);
        self.add(ui, ctx, texts, commands);
    }

    /// An explanation of one's own.
    fn add(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, commands: &mut Vec<Command>) {
        let words = ctx.words;
        ui.horizontal_wrapped(|ui| {
            let name = words.text("origin-rivals-own");
            ui.add(TextEdit::singleline(&mut self.title).hint_text(name.clone()).desired_width(280.0)).accessible_name(name);
            let has_title = !self.title.trim().is_empty();
            if ui.add_enabled(has_title, egui::Button::new(words.text("origin-rivals-add"))).clicked() {
                let kind = crate::analysis::rivals::fresh_kind(ctx.case.contents());
                let title = std::mem::take(&mut self.title).trim().to_owned();
                commands.push(put(Rival { campaign: texts.campaign().clone(), kind, title, ..Rival::default() }));
            }
        });
    }
}

fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Open | Standing::Possible => Tone::Caution,
        Standing::SpokenAgainst => Tone::Good,
        Standing::DoesNotApply => Tone::Neutral,
    }
}

fn details(ui: &mut egui::Ui, ctx: &RoomContext<'_>, line: &RivalLine, commands: &mut Vec<Command>) {
    let words = ctx.words;
    if !line.claim.is_empty() {
        ui.add(Label::new(line.claim.as_str()).wrap());
    }
    for (title, text) in &line.details {
        kit::field(ui, title, text);
    }
    if !line.hints.is_empty() {
        ui.label(RichText::new(words.text("origin-rivals-case-says")).strong());
        for (side, text) in &line.hints {
            ui.horizontal_top(|ui| {
                let tone = if *side == Side::Neither { Tone::Neutral } else { Tone::Caution };
                kit::badge(ui, tone, &wording::side(*side, words));
                ui.add(Label::new(text.as_str()).wrap());
            });
        }
    }
    ui.add_space(4.0);
    editor(ui, ctx, line, commands);
    ui.add_space(6.0);
}

/// The answer: where the question stands, why, and what it rests on. Each change is one step of the history.
fn editor(ui: &mut egui::Ui, ctx: &RoomContext<'_>, line: &RivalLine, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let of = |id: &str| words.text_with(id, &crate::args! { "name" => line.name.as_str() });
    ui.horizontal_wrapped(|ui| {
        ui.weak(words.text("origin-rivals-standing"));
        ComboBox::from_id_salt("standing")
            .width(300.0)
            .selected_text(wording::standing(line.answer.standing, words))
            .show_ui(ui, |ui| {
                for standing in Standing::ALL {
                    let is_it = standing == line.answer.standing;
                    if ui.selectable_label(is_it, wording::standing(standing, words)).clicked() && !is_it {
                        commands.push(put(Rival { standing, ..line.answer.clone() }));
                    }
                }
            })
            .response
            .accessible_name(of("origin-rivals-standing-of"));
    });
    ui.weak(words.text("origin-rivals-why"));
    let width = (ui.available_width() - 12.0).max(160.0);
    if let Some(text) = committed_text(ui, "why", &of("origin-rivals-why-of"), &line.answer.text, width) {
        commands.push(put(Rival { text, ..line.answer.clone() }));
    }
    ui.horizontal_wrapped(|ui| {
        for reference in &line.answer.references {
            let text = wording::reference(reference, words);
            if ui.link(&text).clicked() {
                commands.push(Command::Select(selected(reference)));
            }
            let remove = words.text_with("origin-rivals-uncite", &crate::args! { "reference" => text });
            if kit::icon_button(ui, crate::ui::window::icons::Icon::Close, &remove, true).clicked() {
                let references = line.answer.references.iter().filter(|other| *other != reference).cloned().collect();
                commands.push(put(Rival { references, ..line.answer.clone() }));
            }
        }
        let cited = ctx.selection.and_then(|selection| reference(selection, ctx.case.contents()));
        let is_new = cited.as_ref().is_some_and(|cited| !line.answer.references.contains(cited));
        let response = ui.add_enabled(is_new, egui::Button::new(words.text("origin-rivals-cite")));
        if response.on_hover_text(words.text("origin-rivals-cite-tip")).on_disabled_hover_text(words.text("origin-rivals-cite-tip")).clicked() {
            let mut references = line.answer.references.clone();
            references.extend(cited);
            references.sort();
            commands.push(put(Rival { references, ..line.answer.clone() }));
        }
    });
}

/// What is selected, as something an answer can point to.
fn reference(selection: &Selection, contents: &Contents) -> Option<Reference> {
    match selection {
        Selection::Evidence(id) => Some(Reference::Evidence(*id)),
        Selection::Message(id) => Some(Reference::Message(*id)),
        Selection::Recipient(id) => contents.recipient(id).map(|_| Reference::Recipient(id.clone())),
        Selection::Person(_) | Selection::Mark(_) | Selection::Row(..) | Selection::Note(_) => None,
    }
}

fn selected(reference: &Reference) -> Selection {
    match reference {
        Reference::Evidence(id) => Selection::Evidence(*id),
        Reference::Message(id) => Selection::Message(*id),
        Reference::Recipient(id) => Selection::Recipient(id.clone()),
    }
}

/// The command that writes an answer; by hand, whatever it came in with before.
fn put(rival: Rival) -> Command {
    let id = if rival.import.0 == 0 { rival.id } else { RivalId(0) };
    let rival = Rival { id, import: crate::model::ImportId(0), ..rival };
    Command::Edit(Edit::Put { record: Box::new(Record::Rival(rival)) })
}
