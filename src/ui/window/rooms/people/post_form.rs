//! The form of one post. Each field left after a change is one step of the history.

use super::posts::{access_text, certainty_text};
use crate::case::{Edit, Record, RecordKey};
use crate::chart::timeline::say;
use crate::model::{Certainty, Post, UncertainDay};
use crate::ui::window::command::Command;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::date_field::{DateInput, date_field};
use crate::ui::window::widgets::text_field::committed_text;
use egui::{ComboBox, Grid};

const WIDTH: f32 = 230.0;

/// A field of a post that holds a text.
type TextOf = (&'static str, fn(&Post) -> &str, fn(&mut Post, String));
/// A field of a post that holds a day.
type DayOf = (&'static str, fn(&Post) -> Option<&UncertainDay>, fn(&mut Post, Option<UncertainDay>));

const PERSON: TextOf = ("rooms-people-person", |post| post.person.as_str(), |post, text| post.person = text.into());
const TITLE: TextOf = ("rooms-people-post", |post| &post.post, |post, text| post.post = text);
const BODY: TextOf = ("rooms-people-body", |post| &post.body, |post, text| post.body = text);
const PROOF: TextOf = ("rooms-people-proof", |post| &post.proof, |post, text| post.proof = text);
const FROM: DayOf = ("rooms-people-from", |post| post.from.as_ref(), |post, day| post.set_from(day));
const TO: DayOf = ("rooms-people-to", |post| post.to.as_ref(), |post, day| post.set_to(day));
const PROOF_DATE: DayOf = ("rooms-people-proof-date", |post| post.proof_date.as_ref(), |post, day| post.proof_date = day);

/// Draws the form.
pub fn form(ui: &mut egui::Ui, ctx: &RoomContext<'_>, post: &Post, has_two_hats: bool, commands: &mut Vec<Command>) {
    let words = ctx.words;
    ui.horizontal_wrapped(|ui| {
        ui.heading(post.person.as_str());
        if has_two_hats {
            ui.weak(words.text("rooms-people-two-hats-hint"));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(words.text("rooms-people-remove")).clicked() {
                commands.push(Command::Edit(Edit::Remove { key: RecordKey::Post(post.id.0) }));
            }
        });
    });
    ui.add_space(4.0);
    Grid::new(("post-form", post.id)).num_columns(4).spacing([14.0, 7.0]).show(ui, |ui| {
        text(ui, ctx, post, PERSON, commands);
        text(ui, ctx, post, TITLE, commands);
        ui.end_row();
        text(ui, ctx, post, BODY, commands);
        access(ui, ctx, post, commands);
        ui.end_row();
        day(ui, ctx, post, FROM, commands);
        day(ui, ctx, post, TO, commands);
        ui.end_row();
        text(ui, ctx, post, PROOF, commands);
        day(ui, ctx, post, PROOF_DATE, commands);
        ui.end_row();
        certainty(ui, ctx, post, commands);
        ui.end_row();
    });
    if let Some(corrected) = say::corrected(post, words) {
        kit::note(ui, Tone::Caution, &corrected);
    }
    ui.weak(words.text("rooms-people-open-end"));
}

fn put(post: Post) -> Command {
    Command::Edit(Edit::Put { record: Box::new(Record::Post(post)) })
}

fn text(ui: &mut egui::Ui, ctx: &RoomContext<'_>, post: &Post, (word, get, set): TextOf, commands: &mut Vec<Command>) {
    let name = ctx.words.text(word);
    ui.label(name.as_str());
    if let Some(text) = committed_text(ui, (word, post.id), &name, get(post), WIDTH) {
        let text = text.trim();
        // Nobody cannot hold a post: an emptied name is left as it was.
        if !(word == PERSON.0 && text.is_empty()) && text != get(post) {
            let mut changed = post.clone();
            set(&mut changed, text.to_owned());
            commands.push(put(changed));
        }
    }
}

fn day(ui: &mut egui::Ui, ctx: &RoomContext<'_>, post: &Post, (word, get, set): DayOf, commands: &mut Vec<Command>) {
    let name = ctx.words.text(word);
    ui.label(name.as_str());
    if let DateInput::Changed(day) = date_field(ui, (word, post.id), &name, get(post), WIDTH, ctx.words) {
        let mut changed = post.clone();
        set(&mut changed, day);
        commands.push(put(changed));
    }
}

fn access(ui: &mut egui::Ui, ctx: &RoomContext<'_>, post: &Post, commands: &mut Vec<Command>) {
    let name = ctx.words.text("rooms-people-access");
    ui.label(name.as_str());
    let none = ctx.words.text("rooms-people-no-access");
    let mut source = post.source.clone();
    let selected = access_text(source.as_ref(), ctx).unwrap_or_else(|| none.clone());
    ComboBox::from_id_salt(("post-access", post.id))
        .width(WIDTH)
        .truncate()
        .selected_text(selected)
        .show_ui(ui, |ui| {
            ui.selectable_value(&mut source, None, none);
            for candidate in &ctx.case.contents().sources {
                let text = access_text(Some(&candidate.id), ctx).unwrap_or_default();
                ui.selectable_value(&mut source, Some(candidate.id.clone()), text);
            }
        })
        .response
        .accessible_name(name);
    if source != post.source {
        commands.push(put(Post { source, ..post.clone() }));
    }
}

fn certainty(ui: &mut egui::Ui, ctx: &RoomContext<'_>, post: &Post, commands: &mut Vec<Command>) {
    let name = ctx.words.text("rooms-people-certainty");
    ui.label(name.as_str());
    let mut certainty = post.certainty;
    ComboBox::from_id_salt(("post-certainty", post.id))
        .width(WIDTH)
        .selected_text(certainty_text(certainty, ctx.words))
        .show_ui(ui, |ui| {
            for choice in [Certainty::Certain, Certainty::Possible] {
                ui.selectable_value(&mut certainty, choice, certainty_text(choice, ctx.words));
            }
        })
        .response
        .accessible_name(name);
    if certainty != post.certainty {
        commands.push(put(Post { certainty, ..post.clone() }));
    }
}
