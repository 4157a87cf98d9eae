//! Stars, tags and notes as edits: what is to be written so that many things are marked in one step. New records have row number 0, see
//! [`super::CaseFile::numbered`].

use super::{Edit, Record, RecordKey};
use crate::model::{Annotation, AnnotationId, Contents, ImportId, Note, NoteId, Thing};
use crate::normalise::fold;

/// Gives things a star, or takes it away; `None` if that changes nothing.
pub fn star(contents: &Contents, things: &[Thing], is_starred: bool) -> Option<Edit> {
    each(contents, things, |annotation| annotation.is_starred = is_starred)
}

/// Gives things a tag; `None` if that changes nothing. A tag that is there in another spelling keeps the one it has.
pub fn add_tag(contents: &Contents, things: &[Thing], tag: &str) -> Option<Edit> {
    let tag = known_tag(contents, &clean_tag(tag)?);
    each(contents, things, |annotation| {
        if !annotation.tags.iter().any(|it| fold(it) == fold(&tag)) {
            annotation.tags.push(tag.clone());
            annotation.tags.sort_by_cached_key(|tag| fold(tag));
        }
    })
}

/// Takes a tag from things; `None` if none has it.
pub fn remove_tag(contents: &Contents, things: &[Thing], tag: &str) -> Option<Edit> {
    let folded = fold(tag);
    each(contents, things, |annotation| annotation.tags.retain(|tag| fold(tag) != folded))
}

/// Writes a note down, new or changed; one that says nothing is taken out. `None` if that changes nothing.
pub fn write_note(contents: &Contents, mut note: Note) -> Option<Edit> {
    note.settle();
    let before = contents.notes.iter().find(|it| it.id == note.id);
    if note.text.is_empty() {
        return before.map(|before| remove_note(contents, before.id));
    }
    if before.is_some_and(|it| Note { written_at: note.written_at, ..it.clone() } == note) {
        return None;
    }
    Some(Edit::Put { record: Box::new(Record::Note(note)) })
}

/// Takes a note out, with the star and the tags it has.
pub fn remove_note(contents: &Contents, id: NoteId) -> Edit {
    let mut edits = vec![Edit::Remove { key: RecordKey::Note(id.0) }];
    edits.extend(contents.annotations.iter().filter(|it| it.about == Thing::Note(id)).map(|it| Edit::Remove { key: RecordKey::Annotation(it.id.0) }));
    if edits.len() == 1 { edits.remove(0) } else { Edit::Batch { edits } }
}

/// A tag without white space around it, in one line; `None` if nothing is left.
fn clean_tag(tag: &str) -> Option<String> {
    let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
    let tag = tag.trim_matches(['#', ',', ';']).trim().to_owned();
    (!fold(&tag).is_empty()).then_some(tag)
}

fn known_tag(contents: &Contents, tag: &str) -> String {
    let folded = fold(tag);
    let mut known = contents.annotations.iter().flat_map(|it| &it.tags);
    known.find(|it| fold(it) == folded).cloned().unwrap_or_else(|| tag.to_owned())
}

fn each(contents: &Contents, things: &[Thing], change: impl Fn(&mut Annotation)) -> Option<Edit> {
    let mut edits = Vec::new();
    let mut things: Vec<&Thing> = things.iter().collect();
    things.sort();
    things.dedup();
    for thing in things {
        let before = contents.annotation(thing);
        let mut after = before.cloned().unwrap_or_else(|| Annotation {
            id: AnnotationId(0),
            import: ImportId(0),
            about: thing.clone(),
            is_starred: false,
            tags: Vec::new(),
        });
        change(&mut after);
        match before {
            Some(before) if *before == after => {}
            Some(before) if after.is_empty() => edits.push(Edit::Remove { key: RecordKey::Annotation(before.id.0) }),
            None if after.is_empty() => {}
            _ => edits.push(Edit::Put { record: Box::new(Record::Annotation(after)) }),
        }
    }
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::Batch { edits }),
    }
}
