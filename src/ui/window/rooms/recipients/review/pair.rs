//! The pair on the desk: both records, large and aligned, the answers with their keys, and the score once it may be seen.

use super::desk::Entry;
use crate::chart::sides::Sides;
use crate::link::review::Reason;
use crate::model::{Answer, Recipient, Snapshot};
use crate::ui::window::command::Command;
use crate::ui::window::command::offer::keys_text;
use crate::ui::window::inspector::link_detail::{self, Shown};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::rooms::recipients::links;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::sides::{self, Scale, Titles};
use crate::words::format;
use egui::{Button, Grid, Label, RichText, Stroke, Ui, vec2};

/// What is seen of a pair.
pub struct Seen<'a> {
    /// Which.
    pub entry: &'a Entry,
    /// What was decided about it.
    pub answer: Option<Answer>,
    /// The row, once it was read.
    pub row: Option<&'a Result<Vec<String>, String>>,
    /// Whether the score is hidden.
    pub is_hidden: bool,
}

/// Draws a pair; true once both sides are on screen.
pub fn ui(ui: &mut Ui, ctx: &RoomContext<'_>, seen: &Seen<'_>, is_row_open: &mut bool, commands: &mut Vec<Command>) -> bool {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let link = &seen.entry.link;
    let snapshot = contents.snapshots.iter().find(|snapshot| snapshot.id == link.snapshot);
    let (Some(recipient), Some(snapshot)) = (contents.recipient(&link.recipient), snapshot) else {
        kit::note(ui, Tone::Caution, &words.text("links-review-gone"));
        return false;
    };
    let row = match seen.row {
        Some(Ok(row)) => Some(row.as_slice()),
        Some(Err(error)) => {
            kit::note(ui, Tone::Bad, error);
            None
        }
        None => None,
    };
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width());
        let fields = Sides::of(recipient, snapshot, row.unwrap_or_default()).fields();
        let (ours, theirs) = (our_title(ctx, recipient), their_title(ctx, snapshot, link.row));
        sides::sides(ui, &fields, Titles { ours: &ours, theirs: &theirs }, Scale::Large, words);
        match row {
            Some(row) => whole_row(ui, ctx, snapshot, row, is_row_open),
            None => {
                ui.weak(words.text("window-loading"));
            }
        }
    });
    ui.add_space(8.0);
    if seen.is_hidden {
        ui.weak(words.text("links-hidden"));
    } else if let Some((_, link)) = ctx.analysis.and_then(|analysis| links::find(analysis, link)) {
        kit::card(ui, |ui| {
            ui.set_width(ui.available_width());
            if let Some(reason) = seen.entry.reason {
                ui.weak(words.text(reason_id(reason)));
            }
            link_detail::score(ui, ctx, &Shown { recipient, link, snapshot, row }, commands);
        });
    }
    row.is_some()
}

/// « Destinataire r12 ».
fn our_title(ctx: &RoomContext<'_>, recipient: &Recipient) -> String {
    let id = if recipient.received { "links-review-recipient" } else { "links-review-control" };
    ctx.words.text_with(id, &crate::args! { "id" => recipient.id.as_str() })
}

/// « Fichier des adhérents, état du 15 janvier 2010, ligne 1 204 ».
fn their_title(ctx: &RoomContext<'_>, snapshot: &Snapshot, row: u64) -> String {
    let source = ctx.case.contents().source(&snapshot.source);
    let name = source.map(|source| source.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(snapshot.source.as_str());
    let language = ctx.words.language();
    let state = match &snapshot.as_of {
        Some(day) => ctx.words.text_with("links-review-as-of", &crate::args! { "day" => format::uncertain_day(day, language) }),
        None => ctx.words.text_with("links-review-undated", &crate::args! { "evidence" => snapshot.evidence.to_string() }),
    };
    let args = crate::args! { "source" => name, "snapshot" => state, "row" => format::count(row + 1, language) };
    ctx.words.text_with("links-review-row", &args)
}

/// Everything the row says, folded away until it is asked for.
fn whole_row(ui: &mut Ui, ctx: &RoomContext<'_>, snapshot: &Snapshot, row: &[String], is_open: &mut bool) {
    let response = egui::CollapsingHeader::new(ctx.words.text("links-review-whole-row")).open(Some(*is_open)).show(ui, |ui| {
        Grid::new("whole row").num_columns(2).spacing([16.0, 3.0]).show(ui, |ui| {
            for (at, column) in snapshot.columns.iter().enumerate() {
                ui.weak(column);
                ui.add(Label::new(row.get(at).map_or("", String::as_str)).wrap());
                ui.end_row();
            }
        });
    });
    if response.header_response.clicked() {
        *is_open = !*is_open;
    }
}

/// The four answers, each with its key, always in view. The one given is marked.
pub fn answers(ui: &mut Ui, ctx: &RoomContext<'_>, seen: &Seen<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let is_ready = matches!(seen.row, Some(Ok(_))) && ctx.case.contents().recipient(&seen.entry.link.recipient).is_some();
    let t = tokens(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding = vec2(14.0, 8.0);
        for answer in Answer::ALL {
            let command = Command::Judge(answer);
            let keys = command.shortcut().map(|keys| keys_text(ui.ctx(), &keys, words)).unwrap_or_default();
            let is_given = seen.answer == Some(answer);
            let mut button = Button::new(RichText::new(command.text(words)).size(16.0)).shortcut_text(keys).selected(is_given);
            if is_given {
                button = button.stroke(Stroke::new(2.0, t.accent));
            }
            if ui.add_enabled(is_ready, button).on_hover_text(command.tooltip(words)).clicked() {
                commands.push(command);
            }
        }
    });
    if let Some(answer) = seen.answer {
        let args = crate::args! { "answer" => link_detail::answer(answer, words) };
        ui.weak(words.text_with("links-review-given", &args));
    }
}

/// Why a pair is asked about.
fn reason_id(reason: Reason) -> &'static str {
    match reason {
        Reason::Ambiguous => "links-reason-ambiguous",
        Reason::Doubtful => "links-reason-doubtful",
        Reason::Household => "links-reason-household",
        Reason::Sample => "links-reason-sample",
    }
}
