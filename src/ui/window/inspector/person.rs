//! A person of the roster with posts and recorded accesses; a post, a line of a log, an event.

use super::{link, title};
use crate::chart::timeline::say;
use crate::model::{AccessAction, AccessEvent, Certainty, Event, EventKind, PersonId, Post, UncertainDay};
use crate::report::wording;
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::words::{Words, format};
use egui::Ui;

/// Draws a person.
pub fn ui(ui: &mut Ui, id: &PersonId, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let contents = ctx.case.contents();
    title(ui, &words.text("window-inspector-person"), id.as_str());
    if let Some(analysis) = ctx.analysis {
        for campaign in &analysis.campaigns {
            let Some(best) = &campaign.verdict.best else { continue };
            let opportunity = campaign.opportunity.iter().find(|o| &o.source == best);
            let Some(found) = opportunity.and_then(|o| o.people.iter().find(|p| p.person.as_ref() == Some(id))) else { continue };
            kit::section(ui, &words.text("window-inspector-opportunity"));
            kit::field(ui, &words.text("window-field-certain"), &format::percent(found.certain, words.language()));
            kit::field(ui, &words.text("window-field-possible"), &format::percent(found.possible, words.language()));
            for reason in &found.reasons {
                kit::note(ui, Tone::Neutral, &wording::reason(reason, contents, words));
            }
        }
    }
    for one in contents.posts.iter().filter(|post| &post.person == id) {
        ui.separator();
        post_fields(ui, one, ctx, commands);
    }
    for one in contents.accesses.iter().filter(|access| &access.person == id).take(50) {
        ui.separator();
        access_fields(ui, one, ctx);
    }
}

/// A post.
pub fn post(ui: &mut Ui, post: &Post, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let name = if post.post.is_empty() { post.person.as_str() } else { &post.post };
    title(ui, &ctx.words.text("window-inspector-post"), name);
    kit::field(ui, &ctx.words.text("window-inspector-person"), post.person.as_str());
    post_facts(ui, post, ctx, commands);
    link(ui, &ctx.words.text("window-inspector-all-of-person"), Selection::Person(post.person.clone()), commands);
}

fn post_fields(ui: &mut Ui, post: &Post, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    kit::field(ui, &words.text("window-field-post"), &post.post);
    post_facts(ui, post, ctx, commands);
}

/// Where it was, from when to when, what it gave access to, and what says so.
fn post_facts(ui: &mut Ui, post: &Post, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    kit::field(ui, &words.text("window-field-body"), &post.body);
    kit::field(ui, &words.text("window-field-from-day"), &day(post.from.as_ref(), words));
    kit::field(ui, &words.text("window-field-to-day"), &day(post.to.as_ref(), words));
    let access = match &post.source {
        Some(source) => {
            let certainty = words.text(match post.certainty {
                Certainty::Certain => "window-certainty-certain",
                Certainty::Possible => "window-certainty-possible",
            });
            format!("{} · {certainty}", say::source_name(ctx.case.contents(), source))
        }
        None => words.text("window-no-access"),
    };
    kit::field(ui, &words.text("window-field-access"), &access);
    kit::field(ui, &words.text("window-field-proof"), &post.proof);
    if let Some(corrected) = say::corrected(post, words) {
        kit::note(ui, kit::Tone::Caution, &corrected);
    }
    if let Some(evidence) = post.evidence.and_then(|id| ctx.case.contents().evidence.iter().find(|evidence| evidence.id == id)) {
        link(ui, &format!("E{} · {}", evidence.id, evidence.name), Selection::Evidence(evidence.id), commands);
    }
}

/// A line of an access log.
pub fn access(ui: &mut Ui, access: &AccessEvent, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    title(ui, &ctx.words.text("window-inspector-access"), access.person.as_str());
    access_fields(ui, access, ctx);
    link(ui, &ctx.words.text("window-inspector-all-of-person"), Selection::Person(access.person.clone()), commands);
}

fn access_fields(ui: &mut Ui, access: &AccessEvent, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    let action = words.text(match access.action {
        AccessAction::View => "window-action-view",
        AccessAction::Export => "window-action-export",
        AccessAction::Send => "window-action-send",
        AccessAction::Transfer => "window-action-transfer",
    });
    kit::field(ui, &words.text("window-field-action"), &format!("{action} · {}", say::source_name(ctx.case.contents(), &access.source)));
    kit::field(ui, &words.text("window-field-date"), &format::uncertain_day(&access.at, words.language()));
    if let Some(rows) = access.rows {
        kit::field(ui, &words.text("window-field-rows"), &format::count(rows, words.language()));
    }
    if !access.note.is_empty() {
        kit::field(ui, &words.text("window-field-note"), &access.note);
    }
}

/// An event.
pub fn event(ui: &mut Ui, event: &Event, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    let kind = words.text(match event.kind {
        EventKind::Election => "window-event-election",
        EventKind::Request => "window-event-request",
        EventKind::Answer => "window-event-answer",
        EventKind::Decision => "window-event-decision",
        EventKind::Other => "window-event-other",
    });
    title(ui, &kind, &event.title);
    kit::field(ui, &words.text("window-field-date"), &day(event.at.as_ref(), words));
    if !event.note.is_empty() {
        kit::field(ui, &words.text("window-field-note"), &event.note);
    }
}

/// A day, or that it is not known: an open end is not today.
fn day(day: Option<&UncertainDay>, words: &Words) -> String {
    day.map_or_else(|| words.text("window-day-unknown"), |day| format::uncertain_day(day, words.language()))
}
