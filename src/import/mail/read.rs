//! From the bytes of a message to [`Message`]s: one, or those it encloses where somebody forwarded them.

use super::date::{self, MailDate};
use super::header::Block;
use super::mime::{self, Enclosed};
use super::{Warnings, address, body, delivery, encoded_word, forward, kept};
use crate::import::remark::{coded, texts};
use crate::import::slice;
use crate::model::{Address, Channel, Message, Said, UncertainDay};
use crate::said;
use jiff::Timestamp;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How often an enclosed message may enclose another.
const FORWARD_LIMIT: usize = 8;

/// Where the bytes of a message come from.
#[derive(Clone, Debug)]
pub(in crate::import) struct Origin {
    /// `eml` or `mbox`.
    pub(in crate::import) format: &'static str,
    /// First byte in the file.
    pub(in crate::import) offset: u64,
    /// Bytes in the file.
    pub(in crate::import) length: u64,
    /// Digest of those bytes.
    pub(in crate::import) sha256: String,
    /// Whether the bytes handed over are those of the file, so that an enclosed message has a place in it too. False if lines were unquoted.
    pub(in crate::import) is_verbatim: bool,
    /// The present, for dates that cannot be.
    pub(in crate::import) now: Timestamp,
    /// What is already known to be wrong with it.
    pub(in crate::import) warnings: Vec<Said>,
}

/// Reads one message. Never fails: what cannot be read is said in the warnings.
pub(in crate::import) fn read(bytes: &[u8], origin: &Origin) -> Vec<Message> {
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        let mut messages = Vec::new();
        unwrap(bytes, origin, 0, &mut messages);
        messages
    }));
    match attempt {
        Ok(messages) if !messages.is_empty() => messages,
        _ => {
            let said = [&origin.warnings[..], &[coded("unreadable", said!("remarks-unreadable"))]].concat();
            vec![Message { warnings: texts(&said), said, ..empty(origin) }]
        }
    }
}

fn empty(origin: &Origin) -> Message {
    Message {
        offset: origin.offset,
        length: origin.length,
        sha256: origin.sha256.clone(),
        format: origin.format.to_owned(),
        channel: Channel::Email,
        ..Message::default()
    }
}

/// Reads a message, or in its place those it encloses.
fn unwrap(bytes: &[u8], origin: &Origin, depth: usize, messages: &mut Vec<Message>) {
    let mut warnings = Warnings::default();
    let block = Block::read(bytes, &mut warnings);
    let content = mime::walk(bytes, &block, &mut warnings);
    if content.enclosed.is_empty() || depth >= FORWARD_LIMIT {
        messages.push(message(&block, content, bytes, origin, warnings));
        return;
    }
    let forwarder = block.first("from").map(encoded_word::header_text).unwrap_or_default();
    for Enclosed { bytes: inner, place } in &content.enclosed {
        let mut origin = origin.clone();
        origin.warnings.push(coded("forwarded", said!("remarks-forwarded", forwarder = &forwarder)));
        match place {
            Some(place) if origin.is_verbatim => {
                origin.offset += place.start as u64;
                origin.length = place.len() as u64;
                origin.sha256 = slice::sha256(inner);
            }
            _ if content.enclosed.len() > 1 => {
                origin.warnings.push(coded("enclosed_encoded", said!("remarks-enclosed-encoded")));
                origin.sha256 = slice::sha256(inner);
                origin.is_verbatim = false;
            }
            _ => origin.is_verbatim = false,
        }
        unwrap(inner, &origin, depth + 1, messages);
    }
}

fn message(block: &Block<'_>, content: mime::Content<'_>, bytes: &[u8], origin: &Origin, mut warnings: Warnings) -> Message {
    if block.fields.is_empty() {
        warnings.add("headers_missing", said!("remarks-headers-missing"));
    } else if !block.is_closed && block.body >= bytes.len() {
        warnings.add("truncated", said!("remarks-truncated"));
    }
    let mut addresses = |name: &str| -> Vec<Address> {
        let mut list: Vec<Address> = block.all(name).flat_map(|raw| address::list(raw, &mut warnings)).collect();
        list.truncate(address::ADDRESS_LIMIT);
        list
    };
    let (from, to, cc) = (addresses("from"), addresses("to"), addresses("cc"));
    let delivered_to = delivery::delivered_to(block, &mut warnings);
    if from.is_empty() && !block.fields.is_empty() {
        warnings.add("from_missing", said!("remarks-from-missing"));
    }
    let (subject, is_8bit) = block.first("subject").map(encoded_word::unfold).unwrap_or_default();
    if is_8bit {
        warnings.add("header_8bit", said!("remarks-header-8bit"));
    }
    let subject = encoded_word::decode(&subject).into_owned();
    let date_raw = block.first("date").map(|raw| encoded_word::unfold(raw).0).unwrap_or_default();
    let (sent_at, sent_on) = sent(&date_raw, origin.now, &mut warnings);
    let (text, links) = body::text(content.pieces, &mut warnings);
    if forward::is_inline(&subject, &text) {
        warnings.add("forwarded_inline", said!("remarks-forwarded-inline"));
    }
    let message_id = block.first("message-id").map(encoded_word::header_text).unwrap_or_default();
    let said: Vec<Said> = origin.warnings.iter().cloned().chain(warnings.into_said()).collect();
    Message {
        message_id: bare_id(&message_id).to_owned(),
        sent_at,
        sent_on,
        date_raw,
        from,
        to,
        cc,
        delivered_to,
        subject,
        text,
        headers: kept::kept(block, &links),
        has_list_unsubscribe: block.first("list-unsubscribe").is_some_and(|raw| !raw.trim_ascii().is_empty()),
        attachments: content.attachments,
        warnings: texts(&said),
        said,
        ..empty(origin)
    }
}

/// The instant, or the day where no zone is given.
fn sent(raw: &str, now: Timestamp, warnings: &mut Warnings) -> (Option<Timestamp>, Option<UncertainDay>) {
    match date::read(raw) {
        Some(MailDate::Instant(instant)) if date::in_trusted_range(instant, now) => (Some(instant), None),
        Some(MailDate::Local(day, _))
            if day.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).is_ok_and(|noon| date::in_trusted_range(noon.timestamp(), now)) =>
        {
            warnings.add("date_without_zone", said!("remarks-date-without-zone"));
            (None, Some(UncertainDay { raw: raw.to_owned(), ..UncertainDay::exact(day) }))
        }
        Some(_) => {
            warnings.add("date_out_of_range", said!("remarks-date-out-of-range"));
            (None, None)
        }
        None if raw.is_empty() => {
            warnings.add("date_missing", said!("remarks-date-missing"));
            (None, None)
        }
        None => {
            warnings.add("date_unreadable", said!("remarks-date-unreadable"));
            (None, None)
        }
    }
}

/// Without the angle brackets.
fn bare_id(text: &str) -> &str {
    let id = text.split_once('<').map_or(text, |(_, rest)| rest);
    id.split_once('>').map_or(id, |(id, _)| id).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    fn read_text(text: &str) -> Vec<Message> {
        let origin = Origin {
            format: "eml",
            offset: 0,
            length: text.len() as u64,
            sha256: slice::sha256(text.as_bytes()),
            is_verbatim: true,
            now: "2026-01-01T00:00:00Z".parse().unwrap(),
            warnings: Vec::new(),
        };
        read(text.as_bytes(), &origin)
    }

    #[test]
    fn an_enclosed_message_is_what_was_received_and_its_bytes_have_a_place() {
        let inner = "From: parti@p.example\nDelivered-To: anna@x.example\nDate: Tue, 4 Sep 2018 08:00:00 +0200\nSubject: Lettre\n\nBonjour\n";
        let outer = format!(
            "From: Anna <anna@x.example>\nTo: desk@y.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nvoir\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
        );
        let messages = read_text(&outer);
        let [message] = messages.as_slice() else { panic!("{messages:?}") };
        assert_eq!(message.delivered_to[0].address, "anna@x.example");
        assert_eq!(message.from[0].address, "parti@p.example");
        assert!(message.warnings[0].starts_with("forwarded: Enclosed in a message from Anna <anna@x.example>"));
        let (start, length) = (message.offset as usize, message.length as usize);
        assert_eq!(&outer[start..start + length], inner);
        assert_eq!(message.sha256, slice::sha256(inner.as_bytes()));
    }

    #[test]
    fn a_message_enclosing_itself_for_ever_ends() {
        let mut text = String::new();
        for depth in 0..200 {
            write!(text, "Subject: {depth}\nContent-Type: message/rfc822\n\n").unwrap();
        }
        let messages = read_text(&text);
        assert_eq!(messages.len(), 1);
    }

    #[test]
    fn dates_that_cannot_be_are_kept_as_text() {
        let [message] = <[Message; 1]>::try_from(read_text("From: a@x.example\nDate: Tue, 4 Sep 2098 08:00:00 +0200\n\nx")).unwrap();
        assert_eq!((message.sent_at, message.sent_on), (None, None));
        assert_eq!(message.date_raw, "Tue, 4 Sep 2098 08:00:00 +0200");
        assert!(message.warnings[0].starts_with("date_out_of_range"));
    }

    #[test]
    fn a_date_without_a_zone_gives_the_day() {
        let [message] = <[Message; 1]>::try_from(read_text("From: a@x.example\nDate: Tue, 4 Sep 2018 23:30:00\n\nx")).unwrap();
        assert_eq!(message.sent_at, None);
        assert_eq!(message.sent_on.and_then(|day| day.day()), Some(jiff::civil::date(2018, 9, 4)));
        assert!(message.warnings[0].starts_with("date_without_zone"));
    }
}
