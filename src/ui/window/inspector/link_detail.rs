//! A link: what it is called and why, how near the next best record is, both records, what was decided. Also what the review shows of it.

use super::waterfall;
use crate::analysis::Link;
use crate::chart::sides::Sides;
use crate::chart::waterfall::{Evidence, Waterfall, say};
use crate::link::How;
use crate::model::{Answer, Decision, Label, Recipient, Snapshot};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{LinkKey, RoomContext};
use crate::ui::window::rooms::recipients::links;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::sides::{self, Scale, Titles};
use crate::words::{Words, format};
use egui::{RichText, Ui};

/// A gap smaller than this between the best record and the next is told as one that decides nothing.
const NARROW: f64 = 0.2;

/// A link with everything it is about.
pub struct Shown<'a> {
    /// Whose.
    pub recipient: &'a Recipient,
    /// The link.
    pub link: &'a Link,
    /// The state of the file it is in.
    pub snapshot: &'a Snapshot,
    /// The row as written, once it is there.
    pub row: Option<&'a [String]>,
}

impl Shown<'_> {
    /// Which link it is.
    pub fn key(&self) -> LinkKey {
        LinkKey { recipient: self.recipient.id.clone(), snapshot: self.link.snapshot, row: self.link.row }
    }

    fn sides(&self) -> Sides {
        Sides::of(self.recipient, self.snapshot, self.row.unwrap_or_default())
    }
}

/// Everything about a link, for the panel: label, waterfall, both records, decision.
pub fn ui(ui: &mut Ui, ctx: &RoomContext<'_>, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let decision = ctx.case.contents().decision(&shown.recipient.id, shown.link.snapshot, shown.link.row);
    if let Some(decision) = decision {
        decided(ui, decision, words);
    }
    score(ui, ctx, shown, commands);
    kit::section(ui, &words.text("links-both-records"));
    if shown.row.is_none() {
        ui.weak(words.text("window-loading"));
    } else {
        let (ours, theirs) = (words.text("links-table-ours"), words.text("links-table-theirs"));
        sides::sides(ui, &shown.sides().fields(), Titles { ours: &ours, theirs: &theirs }, Scale::Small, words);
    }
    if ctx.review.link.is_none_or(|link| *link != shown.key()) {
        let command = Command::ReviewLink(shown.key());
        if ui.button(command.text(words)).on_hover_text(command.tooltip(words)).clicked() {
            commands.push(command);
        }
    }
}

/// What the program thinks of a link, and why.
pub fn score(ui: &mut Ui, ctx: &RoomContext<'_>, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let label = links::label(shown.link);
    ui.horizontal_wrapped(|ui| {
        kit::badge(ui, tone(label), &say::label(label, words));
        ui.label(RichText::new(say::probability(shown.link.given, words)).strong());
    });
    ui.add(egui::Label::new(RichText::new(say::label_meaning(label, words)).color(tokens(ui).text_weak)).wrap());
    if let Some((row, p)) = links::runner_up(shown.link) {
        runner_up(ui, shown.link, row, p, words);
    }
    ui.add_space(4.0);
    match links::evidence(shown.link) {
        Some(evidence) => waterfall::ui(ui, &chart(&evidence, shown, words), words, commands),
        None => {
            ui.label(words.text(match shown.link.how {
                How::Email => "links-by-email",
                How::Phone => "links-by-phone",
                How::Identifier => "links-by-identifier",
                How::Fields | How::Review => "links-by-review",
            }));
        }
    }
}

fn chart(evidence: &Evidence<'_>, shown: &Shown<'_>, words: &Words) -> Waterfall {
    Waterfall::build(evidence, &shown.sides(), words)
}

/// The next best record and how far behind it is.
fn runner_up(ui: &mut Ui, link: &Link, row: u64, p: f64, words: &Words) {
    let is_narrow = link.given - p < NARROW;
    let args = crate::args! { "row" => format::count(row + 1, words.language()), "p" => say::probability(p, words) };
    if is_narrow {
        kit::note(ui, Tone::Caution, &words.text_with("links-runner-up-near", &args));
    } else {
        ui.add(egui::Label::new(RichText::new(words.text_with("links-runner-up", &args)).color(tokens(ui).text_weak)).wrap());
    }
}

/// What a reviewer said, when, and whether the score was hidden.
pub fn decided(ui: &mut Ui, decision: &Decision, words: &Words) {
    let answer = answer(decision.answer, words);
    let at = kit::instant(&decision.at.to_string(), words.language());
    let id = if decision.is_blind { "links-decided-blind" } else { "links-decided" };
    let tone = if decision.answer == Answer::Unsure { Tone::Neutral } else { Tone::Good };
    kit::note(ui, tone, &words.text_with(id, &crate::args! { "answer" => answer, "at" => at }));
    if !decision.note.is_empty() {
        ui.label(decision.note.as_str());
    }
}

/// An answer in words: « même personne ».
pub fn answer(answer: Answer, words: &Words) -> String {
    words.text(match answer {
        Answer::Same => "links-answer-same",
        Answer::Different => "links-answer-different",
        Answer::Household => "links-answer-household",
        Answer::Unsure => "links-answer-unsure",
    })
}

/// The sign a label is shown with; its word always stands there too.
fn tone(label: Label) -> Tone {
    match label {
        Label::Sure | Label::Likely => Tone::Good,
        Label::Possible | Label::Ambiguous => Tone::Caution,
        Label::Household | Label::Weak => Tone::Neutral,
    }
}
