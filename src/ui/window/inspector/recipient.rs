//! A recipient: who, how found, in which rows of which files, and from which file they probably come.

use super::link_detail::{self, Shown};
use super::{RawRow, gone, link, raw_row, title, wake};
use crate::analysis::{Link, RecipientAnalysis};
use crate::chart::waterfall::say;
use crate::link::How;
use crate::model::{FoundBy, Recipient, RecipientId, SnapshotId};
use crate::report::wording;
use crate::ui::window::command::Command;
use crate::ui::window::errors;
use crate::ui::window::jobs::Fetched;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::words::{Words, format};
use egui::Ui;

/// Draws a recipient.
pub fn ui(
    ui: &mut Ui,
    id: &RecipientId,
    ctx: &RoomContext<'_>,
    fetched: &mut Fetched<(u64, SnapshotId, u64), RawRow>,
    chosen: &mut usize,
    commands: &mut Vec<Command>,
) {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let Some(recipient) = contents.recipient(id) else { return gone(ui, words) };
    let who = &recipient.identity;
    let name = match (who.name.is_empty(), who.first_name.is_empty() && who.last_name.is_empty()) {
        (false, _) => who.name.clone(),
        (true, false) => format!("{} {}", who.first_name, who.last_name).trim().to_owned(),
        (true, true) => [&who.email, &who.phone, &who.identifier].into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default(),
    };
    let sort = words.text(if recipient.received { "window-inspector-recipient" } else { "window-inspector-control" });
    title(ui, &format!("{sort} {id}"), &name);
    if recipient.is_set_aside {
        kit::note(ui, Tone::Neutral, &words.text("window-inspector-set-aside"));
    }
    let address = [&who.street_number, &who.street, &who.address_extra, &who.postcode, &who.city, &who.country];
    let address: Vec<_> = address.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    for (label, value) in [
        ("window-field-email", who.email.clone()),
        ("window-field-phone", who.phone.clone()),
        ("window-field-address", address.join(" ")),
        ("window-field-identifier", who.identifier.clone()),
        ("window-field-rendered", recipient.rendered_name.clone()),
    ] {
        if !value.is_empty() {
            kit::field(ui, &words.text(label), &value);
        }
    }
    kit::field(ui, &words.text("window-field-found-by"), &found_by(&recipient.found_by, ctx));
    let sent = recipient.sent_on.as_ref().map(|day| format::uncertain_day(day, words.language()));
    kit::field(ui, &words.text("window-field-sent"), &sent.unwrap_or_default());
    if let Some(evidence) = contents.evidence.iter().find(|evidence| evidence.id == recipient.evidence) {
        link(ui, &format!("E{} · {}", evidence.id, evidence.name), Selection::Evidence(evidence.id), commands);
    }
    for message in contents.messages.iter().filter(|message| message.recipients.contains(id)).take(20) {
        let subject = if message.subject.is_empty() { words.text("window-no-subject") } else { message.subject.clone() };
        link(ui, &subject, Selection::Message(message.id), commands);
    }
    for statement in contents.statements.iter().filter(|statement| &statement.recipient == id) {
        kit::note(ui, Tone::Neutral, &wording::statement(statement, contents, words));
    }

    kit::section(ui, &words.text("window-inspector-why"));
    if ctx.review.is_score_hidden {
        kit::note(ui, Tone::Neutral, &words.text("links-hidden-here"));
        return;
    }
    let Some(analysis) = ctx.analysis else {
        ui.weak(words.text("window-inspector-not-analysed"));
        return;
    };
    let Some(found) = analysis.recipients.iter().find(|recipient| &recipient.id == id) else {
        ui.weak(words.text("window-inspector-not-analysed"));
        return;
    };
    origins(ui, found, ctx);
    if found.links.is_empty() && found.refused.is_empty() {
        kit::note(ui, Tone::Neutral, &words.text("window-inspector-no-link"));
        return;
    }
    rows(ui, recipient, found, ctx, fetched, chosen, commands);
}

fn origins(ui: &mut Ui, found: &RecipientAnalysis, ctx: &RoomContext<'_>) {
    let (words, language) = (ctx.words, ctx.words.language());
    if !found.key.is_empty() {
        kit::field(ui, &words.text("window-field-key"), &found.key);
    }
    if found.origins.is_empty() {
        return;
    }
    egui::Grid::new("origins").num_columns(2).spacing([14.0, 3.0]).show(ui, |ui| {
        for (source, share) in &found.origins {
            ui.label(source_name(ctx, source));
            ui.label(format::percent(*share, language));
            ui.end_row();
        }
        ui.label(words.text("window-inspector-none"));
        ui.label(format::percent(found.none, language));
        ui.end_row();
    });
}

/// The rows they were found in: one is shown, the others are chosen. While links are reviewed it is the one under review.
fn rows(
    ui: &mut Ui,
    recipient: &Recipient,
    found: &RecipientAnalysis,
    ctx: &RoomContext<'_>,
    fetched: &mut Fetched<(u64, SnapshotId, u64), RawRow>,
    chosen: &mut usize,
    commands: &mut Vec<Command>,
) {
    let (words, language) = (ctx.words, ctx.words.language());
    let contents = ctx.case.contents();
    let mut links: Vec<&Link> = found.links.iter().chain(&found.refused).collect();
    // What counts as being in a file first, then what only resembles them.
    links.sort_by_key(|link| !link.is_present);
    let reviewed = ctx.review.link.filter(|reviewed| reviewed.recipient == recipient.id);
    let under_review = reviewed.and_then(|it| links.iter().position(|link| link.snapshot == it.snapshot && link.row == it.row));
    *chosen = under_review.unwrap_or(*chosen).min(links.len().saturating_sub(1));
    ui.add_space(6.0);
    for (at, link) in links.iter().enumerate() {
        let snapshot = contents.snapshots.iter().find(|snapshot| snapshot.id == link.snapshot);
        let text = words.text_with(
            "window-inspector-link",
            &crate::args! {
                "source" => source_name(ctx, &link.source),
                "snapshot" => snapshot.map(crate::model::Snapshot::label).unwrap_or_default(),
                "row" => format::count(link.row + 1, language),
                "how" => how_linked(link.how, words),
                "p" => match link.answer {
                    Some(answer) => link_detail::answer(answer, words),
                    None => say::probability(link.given, words),
                },
            },
        );
        let response = ui.add_enabled(under_review.is_none() || at == *chosen, egui::Button::selectable(at == *chosen, text).wrap());
        if response.clicked() {
            *chosen = at;
        }
    }
    let Some(link) = links.get(*chosen) else { return };
    let Some(snapshot) = contents.snapshots.iter().find(|snapshot| snapshot.id == link.snapshot) else { return };
    let (case, id, row, language) = (ctx.case.clone(), link.snapshot, link.row, words.language());
    let key = (ctx.case.revision(), id, row);
    let cells = fetched.get(key, &wake(ui), move || case.row(id, row).map_err(|error| errors::render(&error, &Words::new(language))));
    ui.add_space(6.0);
    let row = cells.and_then(|cells| cells.as_ref().ok()).map(Vec::as_slice);
    link_detail::ui(ui, ctx, &Shown { recipient, link, snapshot, row }, commands);
    kit::section(ui, &words.text("window-inspector-raw"));
    raw_row(ui, &snapshot.columns, cells, words);
}

fn source_name(ctx: &RoomContext<'_>, id: &crate::model::SourceId) -> String {
    ctx.case.contents().source(id).filter(|source| !source.name.is_empty()).map_or_else(|| id.to_string(), |source| source.name.clone())
}

/// By what somebody was found in a row, in words.
pub fn how_linked(how: How, words: &Words) -> String {
    words.text(match how {
        How::Email => "window-how-email",
        How::Phone => "window-how-phone",
        How::Identifier => "window-how-identifier",
        How::Fields => "window-how-fields",
        How::Review => "window-how-review",
    })
}

/// How somebody was found, in words.
pub fn found_by(found_by: &FoundBy, ctx: &RoomContext<'_>) -> String {
    match found_by {
        FoundBy::OpenCall => ctx.words.text("window-found-open-call"),
        FoundBy::CompleteList => ctx.words.text("window-found-complete-list"),
        FoundBy::Circle(source) => ctx.words.text_with("window-found-circle", &crate::args! { "source" => source_name(ctx, source) }),
    }
}
