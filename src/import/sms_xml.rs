//! Backups of SMS and MMS in XML, as written by SMS Backup & Restore. One element is one message.
//!
//! The file does not say whose telephone it is: of a received message it names the sender only, and for an MMS the addressed numbers. Messages the
//! owner sent are read too, so that they can be shown and counted; [`is_received`] tells them apart.

use super::cursor::ByteCursor;
use super::elements::{Element, Elements, End};
use super::remark::coded;
use super::xml_text::Attributes;
use super::{Format, Head, ImportError, Input, ReadOptions, Sink, mail, xml_error};
use crate::job::Progress;
use crate::model::{Address, Channel, Message, Said};
use crate::said;
use crate::words::english;
use jiff::Timestamp;
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::path::PathBuf;

/// The header that says which way a message went: `received`, `sent`, `draft`, `outbox`, `failed`, `queued` or `unknown`.
const DIRECTION: &str = "(direction)";

/// Stands in a backup where the telephone did not know its own number.
const OWN_NUMBER: &str = "insert-address-token";

/// Whether the owner of the telephone received this message. True for messages of other formats, which say nothing of the kind.
pub fn is_received(message: &Message) -> bool {
    message.headers.iter().all(|(name, value)| name != DIRECTION || value == "received" || value == "unknown")
}

/// The format SMS XML.
#[derive(Clone, Copy, Debug)]
pub(super) struct SmsXml;

impl Format for SmsXml {
    fn name(&self) -> &'static str {
        "sms-xml"
    }

    fn media_type(&self) -> &'static str {
        "application/xml"
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        let text = head.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head.bytes).trim_ascii_start();
        text.starts_with(b"<")
            && memmem::find_iter(text, b"<smses").any(|at| matches!(text.get(at + 6), None | Some(b' ' | b'\t' | b'\r' | b'\n' | b'>' | b'/')))
    }

    fn read(&self, input: &mut dyn Input, _: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let read = |source| ImportError::Read { path: PathBuf::new(), source };
        let mut cursor = ByteCursor::new(input).map_err(read)?;
        let size = cursor.size().map_err(read)?;
        if size == 0 {
            return Err(ImportError::Empty { path: PathBuf::new() });
        }
        let now = Timestamp::now();
        let mut elements = Elements::new(cursor);
        let mut index = 0;
        while let Some(element) = elements.next()? {
            if progress.is_cancelled() {
                return Err(ImportError::Cancelled);
            }
            progress.advance(elements.offset(), Some(size));
            let flow = match message(&element, now) {
                Ok(message) => sink.message(Message { index, ..message }),
                Err(reason) => sink.reject(Some(index + 1), reason),
            };
            index += 1;
            if flow.is_break() {
                return Ok(());
            }
        }
        let root = elements.root.unwrap_or_default();
        if !root.starts_with("<smses") {
            return Err(ImportError::WrongKind {
                found: said!("remarks-look-other-xml"),
                wanted: said!("remarks-wanted-smses"),
                path: PathBuf::new(),
            });
        }
        if !elements.is_closed {
            sink.warn(None, said!("remarks-smses-cut"));
        }
        let announced = Attributes::of_tag(&root).get("count").and_then(|count| count.parse::<u64>().ok());
        if let Some(announced) = announced.filter(|&announced| announced != index) {
            sink.warn(None, said!("remarks-smses-count", announced = announced, found = index));
        }
        Ok(())
    }
}

/// An element as a message, or why it is none.
fn message(element: &Element, now: Timestamp) -> Result<Message, Said> {
    let mut draft = Draft { now, ..Draft::default() };
    let text = String::from_utf8_lossy(&element.slice.bytes);
    if matches!(text, std::borrow::Cow::Owned(_)) {
        draft.warn("charset_damaged", said!("remarks-charset-damaged"));
    }
    match element.end {
        End::Whole => {}
        End::Cut => draft.warn("truncated", said!("remarks-truncated-2")),
        End::Damaged => draft.warn("damaged", said!("remarks-damaged")),
    }
    if element.slice.is_cut {
        draft.warn("message_cut", said!("remarks-message-cut"));
    }
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let attributes = Attributes::read(&tag);
                draft.has_lone_surrogate |= attributes.has_lone_surrogate;
                match tag.name().as_ref() {
                    "sms" => draft.sms(&attributes),
                    "mms" => draft.mms(&attributes),
                    "part" => draft.part(&attributes),
                    "addr" => draft.address(&attributes),
                    _ => {}
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                let sentence = match xml_error::why(&error) {
                    Some(why) => said!("remarks-not-well-formed-why", why = why),
                    None => said!("remarks-not-well-formed", error = error.to_string()),
                };
                draft.warn("damaged", sentence);
                break;
            }
        }
    }
    draft.finish(element)
}

/// A message being put together.
#[derive(Default)]
struct Draft {
    kind: Option<Kind>,
    now: Timestamp,
    message: Message,
    /// Numbers of an MMS by their part in it: from 137, cc 130, bcc 129, to 151.
    numbers: Vec<(u16, String)>,
    party: Vec<Address>,
    is_received: bool,
    has_lone_surrogate: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sms,
    Mms,
}

impl Draft {
    fn warn(&mut self, code: &str, sentence: Said) {
        let said = coded(code, sentence);
        self.message.warnings.push(english(&said));
        self.message.said.push(said);
    }

    fn sms(&mut self, attributes: &Attributes) {
        self.start(Kind::Sms, attributes, "type");
        attributes.get("body").unwrap_or_default().clone_into(&mut self.message.text);
        attributes.get("subject").unwrap_or_default().clone_into(&mut self.message.subject);
        if attributes.is_null("body") {
            self.warn("text_missing", said!("remarks-text-missing"));
        }
    }

    fn mms(&mut self, attributes: &Attributes) {
        self.start(Kind::Mms, attributes, "msg_box");
        attributes.get("sub").unwrap_or_default().clone_into(&mut self.message.subject);
        attributes.get("m_id").unwrap_or_default().clone_into(&mut self.message.message_id);
    }

    fn start(&mut self, kind: Kind, attributes: &Attributes, direction: &str) {
        self.kind = Some(kind);
        let direction = match attributes.get(direction) {
            Some("1") => "received",
            Some("2") => "sent",
            Some("3") => "draft",
            Some("4") => "outbox",
            Some("5") => "failed",
            Some("6") => "queued",
            _ => "unknown",
        };
        self.is_received = matches!(direction, "received" | "unknown");
        if direction == "unknown" {
            self.warn("direction_unknown", said!("remarks-direction-unknown"));
        }
        self.message.headers.push((DIRECTION.to_owned(), direction.to_owned()));
        for name in ["service_center", "date_sent", "readable_date", "sub_id", "sim_slot", "creator", "m_type", "tr_id", "ct_t"] {
            if let Some(value) = attributes.get(name) {
                self.message.headers.push((name.to_owned(), value.to_owned()));
            }
        }
        let name = attributes.get("contact_name").filter(|name| *name != "(Unknown)").unwrap_or_default();
        let numbers: Vec<&str> =
            attributes.get("address").unwrap_or_default().split('~').map(str::trim).filter(|number| !number.is_empty()).collect();
        // The contact's name belongs to the number only where there is one.
        let name = if numbers.len() == 1 { name } else { "" };
        self.party = numbers.iter().map(|number| Address { name: name.to_owned(), address: (*number).to_owned() }).collect();
        self.date(attributes.get("date").unwrap_or_default());
    }

    /// Milliseconds since 1970; for MMS some versions write seconds.
    fn date(&mut self, raw: &str) {
        raw.clone_into(&mut self.message.date_raw);
        let instant = raw.parse::<i64>().ok().filter(|&number| number > 0).and_then(|number| {
            // A number below this is 1973 in milliseconds and 5138 in seconds: no telephone kept SMS then.
            if number < 100_000_000_000 { Timestamp::from_second(number).ok() } else { Timestamp::from_millisecond(number).ok() }
        });
        match instant {
            Some(instant) if mail::in_trusted_range(instant, self.now) => self.message.sent_at = Some(instant),
            Some(_) => self.warn("date_out_of_range", said!("remarks-date-out-of-range")),
            None if raw.is_empty() => self.warn("date_missing", said!("remarks-date-missing")),
            None => self.warn("date_unreadable", said!("remarks-date-unreadable")),
        }
    }

    fn part(&mut self, attributes: &Attributes) {
        let kind = attributes.get("ct").unwrap_or_default();
        if kind == "application/smil" {
            return;
        }
        if kind == "text/plain" || kind.is_empty() {
            if let Some(text) = attributes.get("text") {
                if !self.message.text.is_empty() {
                    self.message.text.push('\n');
                }
                self.message.text.push_str(text);
            }
            return;
        }
        let name = ["cl", "name", "fn"].into_iter().find_map(|name| attributes.get(name).filter(|name| !name.is_empty()));
        self.message.attachments.push(name.map_or_else(|| format!("({kind})"), str::to_owned));
    }

    fn address(&mut self, attributes: &Attributes) {
        let number = attributes.get("address").unwrap_or_default();
        if let Some(part) = attributes.get("type").and_then(|part| part.parse().ok())
            && !number.is_empty()
        {
            self.numbers.push((part, number.to_owned()));
        }
    }

    fn finish(mut self, element: &Element) -> Result<Message, Said> {
        let kind = self.kind.ok_or_else(|| {
            let name: String =
                String::from_utf8_lossy(&element.slice.bytes).chars().skip(1).take_while(|c| c.is_alphanumeric() || *c == '_').take(40).collect();
            match element.end {
                End::Whole => said!("remarks-element-other", name = name),
                End::Cut | End::Damaged => said!("remarks-element-damaged", name = name),
            }
        })?;
        if self.message.date_raw.is_empty() && self.party.is_empty() && self.numbers.is_empty() && self.message.text.is_empty() {
            return Err(said!("remarks-message-empty"));
        }
        if self.has_lone_surrogate {
            self.warn("text_damaged", said!("remarks-text-damaged"));
        }
        let numbers = std::mem::take(&mut self.numbers);
        let party = std::mem::take(&mut self.party);
        let with = |part: u16| -> Vec<Address> {
            let named = |number: &String| party.iter().find(|known| known.address == *number).map(|known| known.name.clone()).unwrap_or_default();
            let of_part = numbers.iter().filter(|(known, number)| *known == part && number != OWN_NUMBER);
            of_part.map(|(_, number)| Address { name: named(number), address: number.clone() }).collect()
        };
        let message = &mut self.message;
        match (kind, self.is_received) {
            (Kind::Sms, true) => message.from = party,
            (Kind::Sms, false) => message.to = party,
            (Kind::Mms, is_received) => {
                (message.from, message.to, message.cc) = (with(137), with(151), with(130));
                if is_received {
                    if message.from.is_empty() {
                        message.from.clone_from(&party);
                    }
                    // One addressed number is the owner's; of several nobody can tell which.
                    let addressed: Vec<Address> = message.to.iter().chain(&message.cc).cloned().collect();
                    if let [owner] = addressed.as_slice() {
                        message.delivered_to = vec![owner.clone()];
                    }
                } else if message.to.is_empty() {
                    message.to.clone_from(&party);
                }
                message.headers.extend(with(129).into_iter().map(|hidden| ("bcc".to_owned(), hidden.address)));
            }
        }
        if message.from.is_empty() && self.is_received {
            self.warn("from_missing", said!("remarks-from-missing"));
        }
        let slice = &element.slice;
        Ok(Message {
            offset: slice.offset,
            length: slice.length,
            sha256: slice.sha256.clone(),
            format: "sms-xml".to_owned(),
            channel: Channel::Sms,
            ..self.message
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(element: &str) -> Result<Message, Said> {
        let mut input = std::io::Cursor::new(format!("<smses>{element}</smses>").into_bytes());
        let mut elements = Elements::new(ByteCursor::new(&mut input).unwrap());
        let element = elements.next().unwrap().unwrap();
        message(&element, "2026-01-01T00:00:00Z".parse().unwrap())
    }

    #[test]
    fn emoji_in_surrogate_pairs_are_put_together() {
        let message =
            read("<sms address=\"38105\" date=\"1536040800000\" type=\"1\" body=\"Bonne rentr\u{e9}e &#55357;&#56832; !&#10;STOP &amp; fin\" />")
                .unwrap();
        assert_eq!(message.text, "Bonne rentrée 😀 !\nSTOP & fin");
        assert_eq!(message.sent_at, Some("2018-09-04T06:00:00Z".parse().unwrap()));
        assert_eq!(message.from[0].address, "38105");
        assert!(is_received(&message));
        assert!(message.warnings.is_empty(), "{:?}", message.warnings);
    }

    #[test]
    fn half_a_surrogate_pair_is_shown_and_said() {
        let message = read("<sms address=\"1\" date=\"1536040800000\" type=\"1\" body=\"a&#55357;b\" />").unwrap();
        assert_eq!(message.text, "a\u{fffd}b");
        assert!(message.warnings[0].starts_with("text_damaged"));
    }

    #[test]
    fn null_is_nothing_and_sent_messages_are_told_apart() {
        let message = read(
            "<sms address=\"+33639980012\" date=\"1536040800000\" type=\"2\" subject=\"null\" body=\"Qui êtes-vous ?\" contact_name=\"(Unknown)\" />",
        )
        .unwrap();
        assert_eq!(message.subject, "");
        assert!(message.from.is_empty());
        assert_eq!(message.to, [Address { name: String::new(), address: "+33639980012".to_owned() }]);
        assert!(!is_received(&message));
    }

    #[test]
    fn an_mms_names_its_parties_by_type_and_its_date_may_be_in_seconds() {
        let message = read(
            "<mms date=\"1536040800\" msg_box=\"1\" address=\"+33639980012\" sub=\"null\" m_id=\"abc\" contact_name=\"Région\"><parts>\
             <part seq=\"-1\" ct=\"application/smil\" text=\"&lt;smil/&gt;\"/><part seq=\"0\" ct=\"text/plain\" text=\"Bonne rentrée\"/>\
             <part seq=\"0\" ct=\"image/jpeg\" cl=\"photo.jpg\" data=\"QUJD\"/></parts><addrs><addr address=\"+33639980012\" type=\"137\"/>\
             <addr address=\"+33639980099\" type=\"151\"/></addrs></mms>",
        )
        .unwrap();
        assert_eq!(message.sent_at, Some("2018-09-04T06:00:00Z".parse().unwrap()));
        assert_eq!(message.from, [Address { name: "Région".to_owned(), address: "+33639980012".to_owned() }]);
        assert_eq!(message.delivered_to[0].address, "+33639980099");
        assert_eq!(message.text, "Bonne rentrée");
        assert_eq!(message.attachments, ["photo.jpg"]);
        assert_eq!(message.message_id, "abc");
    }

    #[test]
    fn an_mms_to_several_does_not_say_whose_telephone_it_is() {
        let message = read(
            "<mms date=\"1536040800000\" msg_box=\"1\" address=\"a~b\"><addrs><addr address=\"+33639980012\" type=\"137\"/><addr address=\"+33639980001\" \
             type=\"151\"/><addr address=\"+33639980002\" type=\"130\"/><addr address=\"+33639980003\" type=\"129\"/></addrs></mms>",
        )
        .unwrap();
        assert!(message.delivered_to.is_empty());
        assert_eq!(message.cc[0].address, "+33639980002");
        assert!(message.headers.contains(&("bcc".to_owned(), "+33639980003".to_owned())));
    }

    #[test]
    fn what_is_no_message_has_a_reason() {
        assert!(english(&read("<call number=\"1\"/>").unwrap_err()).contains("<call>"));
        assert!(read("<sms />").is_err());
    }
}
