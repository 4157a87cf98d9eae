//! A message: from whom to whom, its headers, the first bytes of its original; and a whole mailing.

use super::{gone, link, title, wake};
use crate::model::{Address, CampaignId, Message, MessageId};
use crate::ui::window::command::Command;
use crate::ui::window::errors;
use crate::ui::window::jobs::Fetched;
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{Room, RoomContext, Selection};
use crate::words::{Words, format};
use egui::{RichText, Ui};

/// Bytes of the original shown here; the reader in the room shows more.
const SHOWN: u64 = 2048;

/// Draws a message.
pub fn ui(
    ui: &mut Ui,
    id: MessageId,
    ctx: &RoomContext<'_>,
    fetched: &mut Fetched<(u64, MessageId), Result<Vec<u8>, String>>,
    commands: &mut Vec<Command>,
) {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let Ok(at) = contents.messages.binary_search_by_key(&id, |message| message.id) else { return gone(ui, words) };
    let message = &contents.messages[at];
    let subject = if message.subject.is_empty() { words.text("window-no-subject") } else { message.subject.clone() };
    title(ui, &words.text("window-inspector-message"), &subject);
    if let Some(original) = message.duplicate_of {
        kit::note(ui, Tone::Neutral, &words.text("window-inspector-copy-of"));
        link(ui, &words.text("window-inspector-first-copy"), Selection::Message(original), commands);
    }
    for warning in words.remarks_of(message) {
        kit::note(ui, Tone::Caution, &warning);
    }
    for (label, value) in [
        ("window-field-date", date(message, words)),
        ("window-field-from", addresses(&message.from)),
        ("window-field-to", addresses(&message.to)),
        ("window-field-cc", addresses(&message.cc)),
        ("window-field-delivered", addresses(&message.delivered_to)),
        ("window-field-message-id", message.message_id.clone()),
        ("window-field-attachments", message.attachments.join(", ")),
    ] {
        if !value.is_empty() {
            kit::field(ui, &words.text(label), &value);
        }
    }
    kit::field(ui, &words.text("window-field-found-by"), &super::recipient::found_by(&message.found_by, ctx));
    if let Some(evidence) = contents.evidence.iter().find(|evidence| evidence.id == message.evidence) {
        link(ui, &format!("E{} · {}", evidence.id, evidence.name), Selection::Evidence(evidence.id), commands);
    }
    kit::section(ui, &words.text("window-inspector-reached"));
    if message.recipients.is_empty() {
        ui.weak(words.text("window-inspector-reached-nobody"));
    }
    for recipient in message.recipients.iter().take(30) {
        let key = contents.recipient(recipient).map(|r| [&r.identity.email, &r.identity.phone, &r.identity.name]);
        let key = key.and_then(|keys| keys.into_iter().find(|text| !text.is_empty()).cloned()).unwrap_or_default();
        link(ui, &format!("{recipient} · {key}"), Selection::Recipient(recipient.clone()), commands);
    }
    if message.recipients.len() > 30 {
        let more = format::count((message.recipients.len() - 30) as u64, words.language());
        ui.weak(words.text_with("window-and-more", &crate::args! { "n" => more }));
    }
    if !message.headers.is_empty() {
        kit::section(ui, &words.text("window-inspector-headers"));
        for (name, value) in &message.headers {
            kit::field(ui, name, value);
        }
    }
    kit::section(ui, &words.text("window-inspector-bytes"));
    let (case, evidence, offset, length) = (ctx.case.clone(), message.evidence, message.offset, message.length);
    let language = words.language();
    let bytes = fetched.get((ctx.case.revision(), id), &wake(ui), move || {
        case.evidence_bytes(evidence, offset, length.min(SHOWN)).map_err(|error| errors::render(&error, &Words::new(language)))
    });
    match bytes {
        None => {
            ui.weak(words.text("window-loading"));
        }
        Some(Err(error)) => kit::note(ui, Tone::Bad, error),
        Some(Ok(bytes)) => {
            ui.add(egui::Label::new(RichText::new(escaped(bytes)).monospace().size(11.5)).wrap());
        }
    }
}

/// A whole mailing.
pub fn campaign(ui: &mut Ui, id: &CampaignId, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
    let words = ctx.words;
    let contents = ctx.case.contents();
    let messages: Vec<_> = contents.messages.iter().filter(|message| &message.campaign == id && message.duplicate_of.is_none()).collect();
    let name = messages.iter().map(|message| message.subject.as_str()).find(|subject| !subject.is_empty()).unwrap_or(id.as_str());
    title(ui, &words.text("window-inspector-campaign"), name);
    let count = |n: usize| format::count(n as u64, words.language());
    kit::field(ui, &words.text("window-room-messages"), &count(messages.len()));
    let reached = contents.recipients.iter().filter(|r| &r.campaign == id && r.received).count();
    kit::field(ui, &words.text("window-field-reached"), &count(reached));
    for message in messages.iter().take(30) {
        link(ui, &format!("{} · {}", date(message, words), addresses(&message.from)), Selection::Message(message.id), commands);
    }
    if ui.button(words.text("window-go-messages")).clicked() {
        commands.push(Command::GoTo(Room::Messages));
    }
}

/// When it was sent, as precisely as known.
pub fn date(message: &Message, words: &Words) -> String {
    match &message.sent_on {
        Some(day) => format::uncertain_day(day, words.language()),
        None => message.date_raw.clone(),
    }
}

/// Names and addresses, as written.
pub fn addresses(addresses: &[Address]) -> String {
    let one = |address: &Address| match (address.name.is_empty(), address.address.is_empty()) {
        (true, _) => address.address.clone(),
        (false, true) => address.name.clone(),
        (false, false) => format!("{} <{}>", address.name, address.address),
    };
    addresses.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Bytes as text: printable ASCII, line ends and tabs as they are, every other byte as `\xNN`.
pub fn escaped(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' | b'\t' | b' '..=b'~' => out.push(char::from(byte)),
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => {}
            other => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                out.push_str("\\x");
                out.push(char::from(HEX[usize::from(other >> 4)]));
                out.push(char::from(HEX[usize::from(other & 15)]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_outside_ascii_are_shown_by_number() {
        assert_eq!(escaped("Été\r\n\tx\0".as_bytes()), "\\xc3\\x89t\\xc3\\xa9\n\tx\\x00");
    }

    #[test]
    fn an_address_without_a_name_stands_alone() {
        let named = Address { name: "Ana".into(), address: "ana@ville.example".into() };
        let bare = Address { name: String::new(), address: "0639980001".into() };
        assert_eq!(addresses(&[named, bare]), "Ana <ana@ville.example>, 0639980001");
    }
}
