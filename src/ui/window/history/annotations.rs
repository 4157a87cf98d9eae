//! A step that starred, tagged or noted something, in a plain sentence.

use crate::case::Record;
use crate::model::{Annotation, Contents, Note};
use crate::ui::window::things;
use crate::words::Words;

/// What was done to a star, tags or a note; `None` if the records are of another kind.
pub fn sentence(before: Option<&Record>, after: Option<&Record>, contents: &Contents, words: &Words) -> Option<String> {
    let annotation = |record: Option<&Record>| if let Some(Record::Annotation(it)) = record { Some(it.clone()) } else { None };
    let note = |record: Option<&Record>| if let Some(Record::Note(it)) = record { Some(it.clone()) } else { None };
    let (old, new) = (annotation(before), annotation(after));
    if old.is_some() || new.is_some() {
        return Some(marked(old.as_ref(), new.as_ref(), contents, words));
    }
    let (old, new) = (note(before), note(after));
    let id = match (&old, &new) {
        (None, Some(_)) => "notes-history-note-added",
        (Some(_), Some(_)) => "notes-history-note-changed",
        (Some(_), None) => "notes-history-note-removed",
        (None, None) => return None,
    };
    Some(words.text_with(id, &crate::args! { "text" => new.or(old).as_ref().map(|note: &Note| things::opening(note)).unwrap_or_default() }))
}

fn marked(old: Option<&Annotation>, new: Option<&Annotation>, contents: &Contents, words: &Words) -> String {
    let about = new.or(old).map(|it| things::name(&it.about, contents, words)).unwrap_or_default();
    let was_starred = old.is_some_and(|it| it.is_starred);
    let is_starred = new.is_some_and(|it| it.is_starred);
    let (old, new) = (old.map_or(&[][..], |it| &it.tags), new.map_or(&[][..], |it| &it.tags));
    let mut parts = Vec::new();
    if was_starred != is_starred {
        let id = if is_starred { "notes-history-star-added" } else { "notes-history-star-removed" };
        parts.push(words.text(id));
    }
    for (id, tags, others) in [("notes-history-tag-added", new, old), ("notes-history-tag-removed", old, new)] {
        for tag in tags.iter().filter(|tag| !others.contains(tag)) {
            parts.push(words.text_with(id, &crate::args! { "tag" => tag.as_str() }));
        }
    }
    if parts.is_empty() {
        parts.push(words.text("frame-history-nothing"));
    }
    words.text_with("notes-history-marked", &crate::args! { "what" => parts.join(", "), "thing" => about })
}
