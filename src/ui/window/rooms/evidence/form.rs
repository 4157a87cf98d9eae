//! What the user says about a file on the desk: its kind, how it was obtained, and what that kind needs.

use super::item::{Found, Item};
use super::{kind_text, seal};
use crate::model::{Channel, ImportKind};
use crate::ui::window::room::RoomContext;
use crate::words::Words;
use egui::{ComboBox, Grid, TextEdit, Ui};

/// Width of the fields.
const FIELD: f32 = 340.0;

/// Draws the form.
pub fn ui(ui: &mut Ui, item: &mut Item, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    ui.strong(item.name());
    pasted(ui, item, words);
    Grid::new("form").num_columns(2).spacing([14.0, 6.0]).show(ui, |ui| {
        let before = item.kind;
        choice(ui, "kind", &words.text("window-desk-kind"), &kind_text(item.kind, words), |ui| {
            for kind in ImportKind::ALL {
                ui.selectable_value(&mut item.kind, kind, kind_text(kind, words));
            }
        });
        if item.kind != before {
            if let Some(pasted) = &mut item.pasted {
                pasted.is_kind_open = false;
            }
            item.mapping.0.clear();
            item.touch();
        }
        text(ui, &words.text("window-field-method"), &words.text("window-desk-method-hint"), &mut item.method);
        match item.kind {
            ImportKind::Source => {
                source(ui, item, ctx);
                seal::ui(ui, item, ctx);
            }
            ImportKind::Messages => {
                found(ui, item, ctx);
                message(ui, item, words);
            }
            ImportKind::Recipients => found(ui, item, ctx),
            ImportKind::Roster | ImportKind::Statements | ImportKind::AccessLog | ImportKind::Events => {}
        }
    });
    if item.kind == ImportKind::Source {
        seal::notes(ui, item, ctx);
    }
}

/// The text itself, if it was pasted: it can be set right until it comes in.
fn pasted(ui: &mut Ui, item: &mut Item, words: &Words) {
    let Some(pasted) = &mut item.pasted else { return };
    let label = ui.label(words.text("window-desk-pasted"));
    let field = TextEdit::multiline(&mut pasted.text).hint_text(words.text("window-desk-pasted-hint")).desired_rows(7).desired_width(f32::INFINITY);
    let field = egui::ScrollArea::vertical().id_salt("pasted text").max_height(180.0).show(ui, |ui| ui.add(field)).inner.labelled_by(label.id);
    if std::mem::take(&mut pasted.wants_focus) {
        field.request_focus();
        // What is on the clipboard comes as if it were pasted by hand.
        ui.ctx().send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    }
    if field.changed() {
        item.retyped();
    }
    ui.add_space(4.0);
}

fn source(ui: &mut Ui, item: &mut Item, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    source_field(ui, "source", &words.text("window-desk-source"), &words.text("window-desk-source-hint"), &mut item.source, ctx);
    text(ui, &words.text("window-desk-as-of"), &words.text("window-desk-as-of-hint"), &mut item.as_of);
}

/// A source id: typed, or taken from those of the case.
fn source_field(ui: &mut Ui, salt: &str, name: &str, hint: &str, value: &mut String, ctx: &RoomContext<'_>) {
    let label = ui.label(name);
    ui.horizontal(|ui| {
        ui.add(TextEdit::singleline(value).hint_text(hint).desired_width(180.0)).labelled_by(label.id);
        let known = &ctx.case.contents().sources;
        if !known.is_empty() {
            let response = ComboBox::from_id_salt(salt).selected_text(ctx.words.text("window-desk-known-sources")).show_ui(ui, |ui| {
                for source in known {
                    let text = if source.name.is_empty() { source.id.to_string() } else { format!("{} ({})", source.name, source.id) };
                    if ui.selectable_label(*value == source.id.0, text).clicked() {
                        value.clone_from(&source.id.0);
                    }
                }
            });
            response.response.accessible_name(ctx.words.text("window-desk-known-sources"));
        }
    });
    ui.end_row();
}

fn found(ui: &mut Ui, item: &mut Item, ctx: &RoomContext<'_>) {
    let words = ctx.words;
    let text_of = |found: Found| {
        words.text(match found {
            Found::OpenCall => "window-desk-found-open-call",
            Found::CompleteList => "window-desk-found-complete-list",
            Found::Circle => "window-desk-found-circle",
        })
    };
    choice(ui, "found", &words.text("window-field-found-by"), &text_of(item.found), |ui| {
        for found in [Found::OpenCall, Found::CompleteList, Found::Circle] {
            ui.selectable_value(&mut item.found, found, text_of(found));
        }
    });
    if item.found == Found::Circle {
        source_field(ui, "circle", &words.text("window-desk-circle"), &words.text("window-desk-source-hint"), &mut item.circle, ctx);
        text(ui, &words.text("window-desk-sigma"), &words.text("window-desk-sigma-hint"), &mut item.sigma);
    }
    text(ui, &words.text("window-desk-campaign"), &words.text("window-desk-campaign-hint"), &mut item.campaign);
}

/// What letters and other documents do not say themselves.
fn message(ui: &mut Ui, item: &mut Item, words: &Words) {
    text(ui, &words.text("window-desk-sent-at"), &words.text("window-desk-if-missing"), &mut item.sent_at);
    text(ui, &words.text("window-desk-sender"), &words.text("window-desk-if-missing"), &mut item.sender);
    let text_of = |channel: Option<Channel>| {
        words.text(match channel {
            None => "window-channel-detect",
            Some(Channel::Email) => "window-channel-email",
            Some(Channel::Sms) => "window-channel-sms",
            Some(Channel::Letter) => "window-channel-letter",
            Some(Channel::Call) => "window-channel-call",
            Some(Channel::Other) => "window-channel-other",
        })
    };
    choice(ui, "channel", &words.text("window-desk-channel"), &text_of(item.channel), |ui| {
        for channel in [None, Some(Channel::Email), Some(Channel::Sms), Some(Channel::Letter), Some(Channel::Call), Some(Channel::Other)] {
            ui.selectable_value(&mut item.channel, channel, text_of(channel));
        }
    });
    text(ui, &words.text("window-desk-recipients"), &words.text("window-desk-recipients-hint"), &mut item.recipients);
}

fn text(ui: &mut Ui, name: &str, hint: &str, value: &mut String) {
    let label = ui.label(name);
    ui.add(TextEdit::singleline(value).hint_text(hint).desired_width(FIELD)).labelled_by(label.id);
    ui.end_row();
}

/// A choice as a row of a form; what is chosen is cut where it is longer than a field.
pub fn choice(ui: &mut Ui, salt: &str, name: &str, now: &str, menu: impl FnOnce(&mut Ui)) {
    let label = ui.label(name);
    let response = ComboBox::from_id_salt(salt).selected_text(now).width(FIELD).truncate().show_ui(ui, |ui| menu(ui));
    response.response.labelled_by(label.id).on_hover_text(now);
    ui.end_row();
}
