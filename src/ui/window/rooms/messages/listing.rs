//! The messages as rows of a list, oldest first.

use crate::case::Case;
use crate::model::{Channel, Language, Message, MessageId, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::inspector::addresses;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::list::{CellAt, Cells, Column, Key, Rows};
use crate::words::{Words, format};
use egui::{RichText, Ui};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Numbers of the columns.
const DATE: usize = 0;
const FROM: usize = 1;
const TO: usize = 2;
/// The column that opens a message.
pub const SUBJECT: usize = 3;
const CHANNEL: usize = 4;
const COPIES: usize = 5;

/// The rows.
pub struct Listing {
    case: Case,
    columns: Vec<Column>,
    /// Indices of messages, oldest first, with how many copies there are of each.
    shown: Vec<(u32, u32)>,
    channels: BTreeMap<Channel, String>,
    no_subject: String,
    language: Language,
}

impl Listing {
    /// The rows for what the room looks at now; further copies have rows of their own if they are wanted.
    pub fn new(ctx: &RoomContext<'_>, shows_copies: bool) -> Self {
        let words = ctx.words;
        let messages = &ctx.case.contents().messages;
        let mut copies: BTreeMap<MessageId, u32> = BTreeMap::new();
        for message in messages {
            *copies.entry(message.duplicate_of.unwrap_or(message.id)).or_default() += 1;
        }
        let wanted = (0..).zip(messages).filter(|(_, message)| shows_copies || message.duplicate_of.is_none());
        let count = |message: &Message| if message.duplicate_of.is_none() { copies.get(&message.id).copied().unwrap_or(1) } else { 1 };
        let mut shown: Vec<(u32, u32)> = wanted.map(|(at, message)| (at, count(message))).collect();
        shown.sort_by_key(|&(at, _)| (instant(&messages[at as usize]), at));
        let columns = vec![
            Column::new("date", words.text("window-field-date"), 92.0).day(),
            Column::new("from", words.text("window-field-from"), 160.0),
            Column::new("to", words.text("window-field-to"), 150.0),
            Column::new("subject", words.text("window-column-subject"), 200.0).growing(),
            Column::new("channel", words.text("window-desk-channel"), 76.0).choice(),
            Column::new("copies", words.text("window-column-copies"), 70.0).number(),
        ];
        let channels = [Channel::Email, Channel::Sms, Channel::Letter, Channel::Call, Channel::Other].map(|it| (it, channel(it, words)));
        Self {
            case: ctx.case.clone(),
            columns,
            shown,
            channels: channels.into(),
            no_subject: words.text("window-no-subject"),
            language: words.language(),
        }
    }

    /// The message of a row.
    pub fn message(&self, row: usize) -> &Message {
        &self.case.contents().messages[self.shown[row].0 as usize]
    }

    /// The row of a message.
    pub fn row_of(&self, id: MessageId) -> Option<usize> {
        (0..self.shown.len()).find(|&row| self.message(row).id == id)
    }
}

impl Rows for Listing {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.shown.len()
    }

    fn thing(&self, row: usize) -> Option<Thing> {
        Some(Thing::Message(self.message(row).id))
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let message = self.message(row);
        match column {
            DATE => message.sent_on.as_ref().map_or(Cow::Borrowed(&*message.date_raw), |day| kit::short_day(day, self.language).into()),
            FROM => addresses(&message.from).into(),
            TO => addresses(if message.delivered_to.is_empty() { &message.to } else { &message.delivered_to }).into(),
            SUBJECT if message.subject.is_empty() => self.no_subject.as_str().into(),
            SUBJECT => message.subject.as_str().into(),
            CHANNEL => self.channels.get(&message.channel).map_or("", String::as_str).into(),
            _ => match self.shown[row].1 {
                1 => "".into(),
                copies => format!("× {}", format::count(u64::from(copies), self.language)).into(),
            },
        }
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        let message = self.message(row);
        match column {
            DATE => Key::number(instant(message).map(|at| at as f64)),
            SUBJECT if message.subject.is_empty() => Key::Missing,
            COPIES => Key::Number(f64::from(self.shown[row].1)),
            _ => match self.text(row, column) {
                text if text.is_empty() => Key::Missing,
                text => Key::Text(text),
            },
        }
    }

    fn value(&self, row: usize, column: usize) -> Cow<'_, str> {
        match column {
            CHANNEL => format!("{:?}", self.message(row).channel).to_lowercase().into(),
            COPIES => self.shown[row].1.to_string().into(),
            _ => self.text(row, column),
        }
    }

    fn label<'a>(&'a self, column: usize, value: &'a str) -> Cow<'a, str> {
        let channel = self.channels.iter().find(|(channel, _)| column == CHANNEL && format!("{channel:?}").to_lowercase() == value);
        channel.map_or(Cow::Borrowed(value), |(_, name)| name.as_str().into())
    }

    fn also(&self, row: usize) -> Cow<'_, str> {
        self.message(row).text.as_str().into()
    }
}

/// Seconds since 1970, for sorting only; a message known by its day counts from its beginning.
fn instant(message: &Message) -> Option<i64> {
    let day = || message.sent_on.as_ref().and_then(|day| day.earliest).map(|day| i64::from(crate::model::dates::day_number(day)) * 86_400);
    message.sent_at.map(jiff::Timestamp::as_second).or_else(day)
}

/// Further copies stand in italics.
pub struct MessageCells<'a> {
    /// What the room reads.
    pub ctx: &'a RoomContext<'a>,
    /// The rows.
    pub listing: &'a Listing,
}

impl Cells for MessageCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        if self.listing.message(at.row).duplicate_of.is_none() {
            return false;
        }
        ui.add(egui::Label::new(RichText::new(at.text).italics()).truncate().selectable(false));
        true
    }

    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        about::message(self.listing.message(row).id, self.ctx)
    }
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
