//! The table of messages: filtered and sorted when its inputs change, drawn row by row in view.

use crate::model::{Channel, Language, Message, MessageId, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::inspector::addresses;
use crate::ui::window::kit;
use crate::ui::window::notes::filter::MarkFilter;
use crate::ui::window::notes::{pick, signs};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::theme;
use crate::words::{Words, format};
use egui::{RichText, Sense};
use egui_extras::{Column, TableBuilder};
use std::collections::BTreeMap;

/// A column that can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    #[default]
    Date,
    From,
    To,
    Subject,
    Channel,
    Copies,
}

/// One message, as the table shows it.
struct Row {
    id: MessageId,
    /// Sorts by the instant if known, else by the first day it can be.
    at: (Option<i64>, MessageId),
    date: String,
    from: String,
    to: String,
    subject: String,
    channel: String,
    copies: usize,
    is_copy: bool,
}

/// What the rows were made from.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    language: Language,
    filter: String,
    shows_copies: bool,
    marked: MarkFilter,
    by: By,
    is_descending: bool,
}

/// View state of the table.
#[derive(Default)]
pub struct Listing {
    /// What is looked for.
    pub filter: String,
    /// Whether further copies have rows of their own.
    pub shows_copies: bool,
    /// What must stand beside a message.
    pub marked: MarkFilter,
    by: By,
    is_descending: bool,
    rows: Vec<Row>,
    made_from: Option<Key>,
    selected_before: Option<Selection>,
}

impl Listing {
    /// Rows after filtering.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Makes the rows again if anything they depend on has changed.
    pub fn refresh(&mut self, ctx: &RoomContext<'_>) {
        let key = Key {
            revision: ctx.case.revision(),
            language: ctx.words.language(),
            filter: self.filter.trim().to_lowercase(),
            shows_copies: self.shows_copies,
            marked: self.marked.clone(),
            by: self.by,
            is_descending: self.is_descending,
        };
        if self.made_from.as_ref() == Some(&key) {
            return;
        }
        self.rows = rows(&ctx.case.contents().messages, &key, ctx.words);
        self.rows.retain(|row| key.marked.keeps(&Thing::Message(row.id), ctx.marks));
        match self.by {
            By::Date => self.rows.sort_by_key(|row| row.at),
            By::From => self.rows.sort_by_cached_key(|row| row.from.to_lowercase()),
            By::To => self.rows.sort_by_cached_key(|row| row.to.to_lowercase()),
            By::Subject => self.rows.sort_by_cached_key(|row| row.subject.to_lowercase()),
            By::Channel => self.rows.sort_by(|a, b| a.channel.cmp(&b.channel)),
            By::Copies => self.rows.sort_by_key(|row| row.copies),
        }
        if self.is_descending {
            self.rows.reverse();
        }
        self.made_from = Some(key);
    }

    /// Draws the table.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        if self.rows.is_empty() {
            ui.weak(words.text("window-nothing-matches"));
            return;
        }
        let heads = [
            ("window-field-date", By::Date),
            ("window-field-from", By::From),
            ("window-field-to", By::To),
            ("window-column-subject", By::Subject),
            ("window-desk-channel", By::Channel),
            ("window-column-copies", By::Copies),
        ];
        let hint = words.text("window-sort-hint");
        let no_subject = words.text("window-no-subject");
        let rows = &self.rows;
        let mut sort = None;
        let mut table = TableBuilder::new(ui)
            .id_salt("messages")
            .striped(true)
            .sense(Sense::click())
            .resizable(true)
            .auto_shrink([false, false])
            .cell_layout(kit::cell_layout())
            .column(Column::initial(92.0).at_least(70.0).clip(true))
            .column(Column::initial(160.0).at_least(70.0).clip(true))
            .column(Column::initial(150.0).at_least(70.0).clip(true))
            .column(Column::remainder().at_least(120.0).clip(true))
            .column(Column::initial(64.0).at_least(50.0).clip(true))
            .column(Column::exact(66.0));
        // A selection made elsewhere brings its row into view.
        if self.selected_before.as_ref() != ctx.selection {
            if let Some(Selection::Message(id)) = ctx.selection
                && let Some(at) = rows.iter().position(|row| row.id == *id)
            {
                table = table.scroll_to_row(at, None);
            }
            self.selected_before = ctx.selection.cloned();
        }
        table
            .header(theme::HEADER_HEIGHT, |mut header| {
                for (title, by) in heads {
                    header.col(|ui| {
                        let sorted = (self.by == by).then_some(!self.is_descending);
                        if kit::sort_header(ui, &words.text(title), sorted, &hint) {
                            sort = Some(by);
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(theme::ROW_HEIGHT, rows.len(), |mut table_row| {
                    let row = &rows[table_row.index()];
                    let selection = Selection::Message(row.id);
                    table_row.set_selected(ctx.selection == Some(&selection) || pick::is_picked(&selection, ctx));
                    let mut is_opened = false;
                    table_row.col(|ui| text(ui, &row.date));
                    table_row.col(|ui| text(ui, &row.from));
                    table_row.col(|ui| text(ui, &row.to));
                    table_row.col(|ui| {
                        let subject = if row.subject.is_empty() { &no_subject } else { &row.subject };
                        let mut shown = RichText::new(subject);
                        if row.is_copy {
                            shown = shown.italics();
                        }
                        signs::cell_star(ui, &Thing::Message(row.id), ctx.marks, words);
                        // A subject cut short is still read on hover; a tag would not be seen at all behind a long one.
                        signs::cell_tags(ui, &Thing::Message(row.id), ctx.marks, words);
                        is_opened = ui.link(shown).clicked();
                    });
                    table_row.col(|ui| text(ui, &row.channel));
                    table_row.col(|ui| {
                        if row.copies > 1 {
                            text(ui, &format!("× {}", format::count(row.copies as u64, words.language())));
                        }
                    });
                    pick::clicked(&table_row.response(), is_opened, selection, ctx, commands);
                    ctx.offer().context_menu(&table_row.response(), || about::message(row.id, ctx), commands);
                });
            });
        if let Some(by) = sort {
            self.is_descending = self.by == by && !self.is_descending;
            self.by = by;
        }
    }
}

fn text(ui: &mut egui::Ui, text: &str) {
    ui.add(egui::Label::new(text).selectable(false).truncate());
}

fn rows(messages: &[Message], key: &Key, words: &Words) -> Vec<Row> {
    let mut copies: BTreeMap<MessageId, usize> = BTreeMap::new();
    for message in messages {
        *copies.entry(message.duplicate_of.unwrap_or(message.id)).or_default() += 1;
    }
    let mut rows = Vec::new();
    for message in messages.iter().filter(|message| key.shows_copies || message.duplicate_of.is_none()) {
        let to = if message.delivered_to.is_empty() { &message.to } else { &message.delivered_to };
        let row = Row {
            id: message.id,
            at: (instant(message), message.id),
            date: message.sent_on.as_ref().map_or_else(|| message.date_raw.clone(), |day| kit::short_day(day, words.language())),
            from: addresses(&message.from),
            to: addresses(to),
            subject: message.subject.clone(),
            channel: channel(message.channel, words),
            copies: if message.duplicate_of.is_none() { copies.get(&message.id).copied().unwrap_or(1) } else { 1 },
            is_copy: message.duplicate_of.is_some(),
        };
        let matches = |text: &str| text.to_lowercase().contains(&key.filter);
        if key.filter.is_empty() || [&row.from, &row.to, &row.subject, &row.date].into_iter().any(|text| matches(text)) || matches(&message.text) {
            rows.push(row);
        }
    }
    rows
}

/// Seconds since 1970, for sorting only; a message known by its day counts from its beginning.
fn instant(message: &Message) -> Option<i64> {
    let day = || message.sent_on.as_ref().and_then(|day| day.earliest).map(|day| i64::from(crate::model::dates::day_number(day)) * 86_400);
    message.sent_at.map(jiff::Timestamp::as_second).or_else(day)
}

/// A channel in one word.
pub fn channel(channel: Channel, words: &Words) -> String {
    words.text(match channel {
        Channel::Email => "window-channel-email",
        Channel::Sms => "window-channel-sms",
        Channel::Letter => "window-channel-letter",
        Channel::Call => "window-channel-call",
        Channel::Other => "window-channel-other",
    })
}
