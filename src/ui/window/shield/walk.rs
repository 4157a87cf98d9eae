//! Records with people replaced by labels. It works on their stored form, so that a field added tomorrow is covered: every text is searched for people
//! unless its name says that it is an id, a day or one of a few fixed words.

use super::mask::{Kind, Mask};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Fields that never name anybody and that other things are found by.
const FIXED: [&str; 41] = [
    "id",
    "kind",
    "edit",
    "state",
    "status",
    "source",
    "campaign",
    "channel",
    "certainty",
    "action",
    "format",
    "found_by",
    "label",
    "answer",
    "language",
    "timezone",
    "sha256",
    "digest",
    "media_type",
    "earliest",
    "latest",
    "raw",
    "date_raw",
    "joined",
    "left",
    "acquired_at",
    "sent_at",
    "at",
    "from_day",
    "until",
    "first_known",
    "mapping",
    "columns",
    "field",
    "given",
    "how",
    "favoured",
    "against",
    "level",
    "side",
    "what",
];

/// A value with everybody in it masked.
///
/// # Errors
/// If what comes out is no such value any more; it must then not be shown at all.
pub fn masked<T: Serialize + DeserializeOwned>(value: &T, mask: &Mask) -> Result<T, serde_json::Error> {
    let mut json = serde_json::to_value(value)?;
    walk("", &mut json, mask);
    serde_json::from_value(json)
}

fn walk(key: &str, value: &mut Value, mask: &Mask) {
    match value {
        Value::String(text) => *text = string(key, text, mask),
        // What a saved view looks for may be part of a name, which no mask would know.
        Value::Array(items) if key == "views" => items.clear(),
        Value::Array(items) if key == "headers" => items.iter_mut().for_each(|item| header(item, mask)),
        Value::Array(items) => {
            for item in items {
                walk(key, item, mask);
            }
        }
        Value::Object(fields) if key == "identity" => identity(fields, mask),
        Value::Object(fields) if is_address(fields) => address(fields, mask),
        Value::Object(fields) => {
            let named: Vec<String> = fields.keys().filter(|key| mask.whole(key).is_some()).cloned().collect();
            for old in named {
                if let (Some(new), Some(value)) = (mask.whole(&old), fields.shift_remove(&old)) {
                    fields.insert(new.to_owned(), value);
                }
            }
            for (key, value) in fields.iter_mut() {
                walk(key, value, mask);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Headers of messages that hold ids of messages: those often begin with who wrote them, and lead to who has them.
const ID_HEADERS: [&str; 7] = ["message-id", "in-reply-to", "references", "resent-message-id", "content-id", "x-message-id", "original-message-id"];

/// A header, as its name and its text.
fn header(item: &mut Value, mask: &Mask) {
    match item {
        Value::Array(pair) => {
            if let [Value::String(name), Value::String(text)] = pair.as_mut_slice() {
                *text = if ID_HEADERS.iter().any(|id| name.eq_ignore_ascii_case(id)) {
                    let ids: Vec<String> = text.split_whitespace().map(|id| message_id(id, mask)).collect();
                    ids.join(" ")
                } else {
                    mask.scrub(text)
                };
            } else {
                for it in pair.iter_mut() {
                    walk("headers", it, mask);
                }
            }
        }
        other => walk("headers", other, mask),
    }
}

fn message_id(id: &str, mask: &Mask) -> String {
    mask.label(Kind::Identifier, id.trim_matches(['<', '>']))
}

fn string(key: &str, text: &str, mask: &Mask) -> String {
    if let Some(label) = mask.whole(text) {
        return label.to_owned();
    }
    match key {
        _ if FIXED.contains(&key) || mask.is_kept(text) => text.to_owned(),
        "message_id" => message_id(text, mask),
        "person" | "rendered_name" | "rendered" => mask.label(Kind::Name, text),
        // The key somebody is recognised by: an address, a number, or whatever names them.
        "key" if text.contains('@') => mask.label(Kind::Email, text),
        "key" if text.starts_with('+') => mask.label(Kind::Phone, text),
        // The secret of sealed files is a key too; nothing shows it, and it would not be one any more.
        "key" if is_secret(text) => text.to_owned(),
        "key" => mask.label(Kind::Identifier, text),
        _ => mask.scrub(text),
    }
}

/// Whether a text is the stored secret of sealed files rather than what somebody is known by.
fn is_secret(text: &str) -> bool {
    text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'='))
}

/// A name and an address or number, as messages have them.
fn is_address(fields: &Map<String, Value>) -> bool {
    fields.len() == 2 && fields.contains_key("name") && fields.contains_key("address")
}

fn address(fields: &mut Map<String, Value>, mask: &Mask) {
    for (key, value) in fields.iter_mut() {
        if let Value::String(text) = value {
            let kind = match key.as_str() {
                "name" => Kind::Name,
                _ if text.contains('@') => Kind::Email,
                _ => Kind::Phone,
            };
            *text = mask.label(kind, text);
        }
    }
}

/// Whoever is known by first and last name gets one label for both, the same as under the whole name.
fn identity(fields: &mut Map<String, Value>, mask: &Mask) {
    let text = |fields: &Map<String, Value>, key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
    let whole = [text(fields, "first_name"), text(fields, "last_name")].join(" ").trim().to_owned();
    for (key, value) in fields.iter_mut() {
        let Value::String(text) = value else { continue };
        let kind = match key.as_str() {
            "name" => Kind::Name,
            "first_name" => {
                text.clear();
                continue;
            }
            "last_name" => {
                *text = mask.label(Kind::Name, &whole);
                continue;
            }
            "email" => Kind::Email,
            "phone" => Kind::Phone,
            "street_number" | "street" | "address_extra" => Kind::Address,
            "birth_date" => Kind::Birth,
            "identifier" => Kind::Identifier,
            "civility" | "postcode" | "city" | "country" => continue,
            _ => Kind::Value,
        };
        *text = mask.label(kind, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Arg, Contents, Language, Rejection};
    use crate::said;
    use crate::words::{Words, rejection, texts};

    #[test]
    fn what_a_remark_quotes_is_masked_in_every_language() {
        let words = Words::new(Language::Fr);
        let mask = Mask::new(&Contents::default(), [7; 32], &words);
        let place = said!("remarks-in-column", column = Arg::quoted("adresse cmarchetti@exemple.test"));
        let said = said!(
            "remarks-not-understood",
            place = place,
            text = Arg::quoted("c.marchetti@exemple.test"),
            known = vec!["0639980012", "d.marchetti@exemple.test"]
        );
        let note = rejection(Some(3), said);
        let hidden: Rejection = masked(&note, &mask).unwrap();
        for text in [hidden.reason.clone(), words.reason(&hidden).into_owned()] {
            for secret in ["archetti", "0639980012"] {
                assert!(!text.contains(secret), "{text}");
            }
        }
        assert_eq!(hidden.said.map(|said| said.id), note.said.map(|said| said.id));
    }

    /// A plain text under a fixed name would be left as it is.
    #[test]
    fn no_blank_of_a_remark_has_the_name_of_something_that_never_names_anybody() {
        // What stands here is a quotation, a field, another sentence, the columns of keyed hashes, or a digest.
        let harmless = ["what", "field", "columns", "source", "label", "given", "sha256"];
        for (id, text) in texts(Language::En).into_iter().chain(texts(Language::Fr)).filter(|(id, _)| id.starts_with("remarks-")) {
            for piece in text.split('$').skip(1) {
                let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                assert!(!FIXED.contains(&name.as_str()) || harmless.contains(&name.as_str()), "{id}: {name}");
            }
        }
    }
}
