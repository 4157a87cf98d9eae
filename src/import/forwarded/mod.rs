//! A mail as text: pasted from a mail program, or forwarded and printed. The lines above it say who sent it, when and to whom; nothing confirms them.
//!
//! The date is left as written: which day it is depends on the case's time zone, so [`sent`] reads it when the message comes in.

mod block;
mod sent;

pub(super) use sent::sent;

use super::eml::{self, whole_file};
use super::look::{Look, look};
use super::mail::{Warnings, address_list};
use super::remark::{coded, texts};
use super::{Format, Head, ImportError, Input, ReadOptions, Sink, mail};
use crate::job::Progress;
use crate::model::{Address, Arg, Channel, DateOrder, Message};
use crate::said;
use std::ops::ControlFlow;

/// Name of the format, as messages keep it.
pub(super) const NAME: &str = "mail-text";

/// Mails as text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Forwarded;

impl Format for Forwarded {
    fn name(&self) -> &'static str {
        NAME
    }

    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        let is_called_table = head.path.extension().is_some_and(|name| name.eq_ignore_ascii_case("csv") || name.eq_ignore_ascii_case("tsv"));
        let is_text = matches!(look(head.bytes), Look::Text | Look::Mail | Look::Mbox | Look::Table(_));
        if !is_text || is_called_table {
            return false;
        }
        let Some(block) = block::find(&mail::decode_text(head.bytes, None).text) else { return false };
        // A message in its original form begins with its headers, and may hold such lines further down.
        !eml::is_message_file(head) || (block.is_for_reading && !block.has_more_above)
    }

    fn read(&self, input: &mut dyn Input, options: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let slice = whole_file(input, progress)?;
        let mut warnings = Vec::new();
        if slice.is_cut {
            warnings.push(coded("message_cut", said!("remarks-message-cut-2")));
        }
        let decoded = mail::decode_text(&slice.bytes, options.encoding.as_deref());
        warnings.extend(decoded.doubt.map(|(code, sentence)| coded(code, sentence)));
        // Accepted by its beginning, so there is one.
        let Some(block) = block::find(&decoded.text) else { return Ok(()) };
        warnings.push(coded("read_from_text", said!("remarks-mail-text", line = block.line.to_string())));
        if block.has_more_above {
            warnings.push(coded("text_above", said!("remarks-mail-text-above", line = block.line.to_string())));
        }
        if let Some((day, order)) = sent::doubt(&block.date) {
            let text = Arg::quoted(&block.date);
            let doubt = match order {
                DateOrder::DayFirst => said!("remarks-mail-text-day-first", text = text, day = day),
                DateOrder::MonthFirst => said!("remarks-mail-text-month-first", text = text, day = day),
            };
            warnings.push(coded("date_order", doubt));
        }
        let mut said = Warnings::default();
        let message = Message {
            offset: slice.offset,
            length: slice.length,
            sha256: slice.sha256,
            format: NAME.to_owned(),
            channel: Channel::Email,
            from: people(&block.from, &mut said),
            to: people(&block.to, &mut said),
            cc: people(&block.cc, &mut said),
            date_raw: block.date,
            subject: block.subject,
            text: block.body,
            ..Message::default()
        };
        warnings.extend(said.into_said());
        let message = Message { warnings: texts(&warnings), said: warnings, ..message };
        // One message: whether the sink wants more makes no difference.
        match sink.message(message) {
            ControlFlow::Continue(()) | ControlFlow::Break(()) => Ok(()),
        }
    }
}

/// The people of a line; a name without an address is one too.
fn people(line: &str, warnings: &mut Warnings) -> Vec<Address> {
    let line = line.replace("[mailto:", "<").replace("<mailto:", "<").replace(']', ">");
    let mut found = Vec::new();
    for one in line.split(';').map(str::trim).filter(|one| !one.is_empty()) {
        if one.contains('@') {
            found.extend(address_list(one.as_bytes(), warnings));
        } else {
            found.push(Address { name: one.to_owned(), address: String::new() });
        }
    }
    found
}
