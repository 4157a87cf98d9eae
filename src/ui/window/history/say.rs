//! A step of the case in a plain sentence: what was put in, changed, taken out, imported or decided, and what the old value was.

use super::annotations;
use crate::campaign::rivals::Catalogue;
use crate::case::{Deed, Record, Step};
use crate::model::{Contents, Language, Rival};
use crate::ui::window::inspector::link_detail;
use crate::ui::window::kit;
use crate::ui::window::things;
use crate::words::{Words, format};
use serde_json::Value;

/// What a step did: its first deed in full, the others counted.
pub fn sentence(step: &Step, contents: &Contents, words: &Words) -> String {
    let Some(first) = step.deeds.first() else { return words.text("frame-history-nothing") };
    let text = deed(first, contents, words);
    match step.deed_count.saturating_sub(1) {
        0 => text,
        more => words.text_with("frame-history-and-more", &crate::args! { "text" => text, "n" => more }),
    }
}

/// When it was made, in the time zone of this computer: « 14:05 » today, else with the day.
pub fn when(step: &Step, now: &jiff::Zoned, language: Language) -> String {
    let Ok(at) = step.at.parse::<jiff::Timestamp>() else { return step.at.clone() };
    let at = at.to_zoned(now.time_zone().clone());
    let time = at.strftime("%H:%M").to_string();
    if at.date() == now.date() {
        return time;
    }
    let day = match language {
        Language::Fr => at.strftime("%d/%m/%Y"),
        Language::En => at.strftime("%Y-%m-%d"),
    };
    format!("{day} {time}")
}

fn deed(deed: &Deed, contents: &Contents, words: &Words) -> String {
    match deed {
        Deed::Import { files, .. } => about_files("frame-history-import", files, words),
        Deed::Withdraw { files, .. } => about_files("frame-history-withdraw", files, words),
        Deed::Restore { files, .. } => about_files("frame-history-restore", files, words),
        Deed::Record { after: Some(after), .. } if matches!(after.as_ref(), Record::Decision(_)) => decision(after, contents, words),
        Deed::Record { before, after } if let Some(text) = annotations::sentence(before.as_deref(), after.as_deref(), contents, words) => text,
        Deed::Record { before: None, after: Some(after) } => named("added", after, contents, words),
        Deed::Record { before: Some(before), after: None } => named("removed", before, contents, words),
        Deed::Record { before: Some(before), after: Some(after) } => changed(before, after, contents, words),
        Deed::Record { before: None, after: None } => words.text("frame-history-nothing"),
    }
}

fn about_files(id: &str, files: &[String], words: &Words) -> String {
    let name = files.first().map_or("—", String::as_str);
    words.text_with(id, &crate::args! { "file" => name, "n" => files.len(), "more" => files.len().saturating_sub(1) })
}

/// « Fonction ajoutée : trésorière, Ana Exemple ».
fn named(act: &str, record: &Record, contents: &Contents, words: &Words) -> String {
    words.text_with(&format!("frame-history-{}-{act}", kind(record)), &crate::args! { "name" => name(record, contents, words) })
}

fn decision(record: &Record, contents: &Contents, words: &Words) -> String {
    let Record::Decision(decision) = record else { return String::new() };
    let source = contents.snapshots.iter().find(|it| it.id == decision.snapshot).map(|it| source_name(it.source.as_str(), contents));
    let args = crate::args! {
        "recipient" => decision.recipient.as_str(), "row" => decision.row + 1, "source" => source.unwrap_or_default(),
        "answer" => link_detail::answer(decision.answer, words),
    };
    words.text_with("frame-history-decision", &args)
}

/// A change: the field and both its values if it is one, else the names of the fields.
fn changed(before: &Record, after: &Record, contents: &Contents, words: &Words) -> String {
    let fields = differing(before, after);
    let what = named("changed", after, contents, words);
    let known: Vec<_> = fields.iter().filter_map(|(key, old, new)| Some((field_text(key, words)?, old, new))).collect();
    match known.as_slice() {
        [] => what,
        [(field, old, new)] if fields.len() == 1 => {
            let args = crate::args! {
                "what" => what, "field" => field.as_str(), "old" => value_text(old, words), "new" => value_text(new, words),
            };
            words.text_with("frame-history-from-to", &args)
        }
        several => {
            let names = several.iter().map(|(field, _, _)| field.as_str()).collect::<Vec<_>>().join(", ");
            words.text_with("frame-history-fields", &crate::args! { "what" => what, "fields" => names })
        }
    }
}

/// The fields in which two states of a record differ, in the order of the record.
fn differing(before: &Record, after: &Record) -> Vec<(String, Value, Value)> {
    let whole =
        |record: &Record| serde_json::to_value(record).ok().and_then(|mut value| value.get_mut("record").map(Value::take)).unwrap_or_default();
    let (old, new) = (whole(before), whole(after));
    let (Value::Object(mut old), Value::Object(new)) = (old, new) else { return Vec::new() };
    let mut found = Vec::new();
    for (key, value) in new {
        let earlier = old.shift_remove(&key).unwrap_or_default();
        if earlier != value {
            found.push((key, earlier, value));
        }
    }
    found.extend(old.into_iter().map(|(key, earlier)| (key, earlier, Value::Null)));
    found
}

fn field_text(key: &str, words: &Words) -> Option<String> {
    let id = format!("frame-history-field-{}", key.replace('_', "-"));
    words.has(&id).then(|| words.text(&id))
}

/// A value as a person wrote it; a dash if there is none.
fn value_text(value: &Value, words: &Words) -> String {
    let text = match value {
        Value::String(text) => day_text(text, words),
        Value::Bool(true) => words.text("frame-history-yes"),
        Value::Bool(false) => words.text("frame-history-no"),
        Value::Number(number) => number.as_u64().map_or_else(|| number.to_string(), |number| format::count(number, words.language())),
        // A vague day is kept with what was written.
        Value::Object(fields) => day_text(fields.get("raw").and_then(Value::as_str).unwrap_or_default(), words),
        Value::Null | Value::Array(_) => String::new(),
    };
    if text.is_empty() { "—".to_owned() } else { text }
}

/// A whole day as the language writes it; any other text as it is.
fn day_text(text: &str, words: &Words) -> String {
    let is_day = text.len() == "2010-05-14".len() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = is_day.then(|| text.parse::<crate::model::Day>().ok()).flatten();
    day.map_or_else(|| text.to_owned(), |day| format::day(day, words.language()))
}

/// Part of the ids of the sentences about a kind of record.
fn kind(record: &Record) -> &'static str {
    match record {
        Record::Incident(_) => "incident",
        Record::Message(_) => "message",
        Record::Recipient(_) => "recipient",
        Record::Source(_) => "source",
        Record::Snapshot(_) => "snapshot",
        Record::Statement(_) => "statement",
        Record::Post(_) => "post",
        Record::Access(_) => "access",
        Record::Event(_) => "event",
        Record::Decision(_) => "decision",
        Record::Rival(_) => "rival",
        Record::Annotation(_) => "annotation",
        Record::Note(_) => "note",
    }
}

fn name(record: &Record, contents: &Contents, words: &Words) -> String {
    let day = |day: &Option<crate::model::UncertainDay>| day.as_ref().map(|day| kit::short_day(day, words.language())).unwrap_or_default();
    let parts: Vec<String> = match record {
        Record::Incident(incident) => vec![incident.title.clone()],
        Record::Message(message) => vec![message.subject.clone()],
        Record::Recipient(recipient) => vec![recipient.id.0.clone(), crate::link::full_name(&recipient.identity)],
        Record::Source(source) => vec![if source.name.is_empty() { source.id.0.clone() } else { source.name.clone() }],
        Record::Snapshot(snapshot) => vec![source_name(snapshot.source.as_str(), contents), day(&snapshot.as_of)],
        Record::Statement(statement) => vec![statement.recipient.0.clone(), source_name(statement.source.as_str(), contents)],
        Record::Post(post) => vec![post.person.0.clone(), post.post.clone()],
        Record::Access(access) => vec![access.person.0.clone(), source_name(access.source.as_str(), contents)],
        Record::Event(event) => vec![event.title.clone()],
        Record::Decision(decision) => vec![decision.recipient.0.clone()],
        Record::Rival(rival) => vec![rival_name(rival, words)],
        Record::Annotation(annotation) => vec![things::name(&annotation.about, contents, words)],
        Record::Note(note) => vec![things::opening(note)],
    };
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "—".to_owned() } else { parts.join(" · ") }
}

fn rival_name(rival: &Rival, words: &Words) -> String {
    match Catalogue::current().entry(&rival.kind) {
        Some(entry) => entry.texts(words.language()).name.clone(),
        None => rival.title.clone(),
    }
}

fn source_name(id: &str, contents: &Contents) -> String {
    contents
        .sources
        .iter()
        .find(|source| source.id.as_str() == id && !source.name.is_empty())
        .map_or_else(|| id.to_owned(), |source| source.name.clone())
}
