//! Things of a case as people see them: what they are called, what is selected when one is looked at, and in which room.

use super::kit;
use super::room::{Room, Selection};
use crate::campaign::rivals::Catalogue;
use crate::chart::timeline::Target;
use crate::link::full_name;
use crate::model::{Contents, Message, Note, Snapshot, Thing};
use crate::words::{Words, format};

/// A note is called by so many of its first characters.
const OPENING: usize = 48;

/// What is selected when one looks at a thing. An answer to a rival explanation is looked at with its mailing.
pub fn selection(thing: &Thing, contents: &Contents) -> Option<Selection> {
    Some(match thing {
        Thing::Evidence(id) => Selection::Evidence(*id),
        Thing::Message(id) => Selection::Message(*id),
        Thing::Campaign(id) => Selection::Mark(Target::Campaign(id.clone())),
        Thing::Recipient(id) => Selection::Recipient(id.clone()),
        Thing::Source(id) => Selection::Mark(Target::Source(id.clone())),
        Thing::Snapshot(id) => Selection::Mark(Target::Snapshot(*id)),
        Thing::Person(id) => Selection::Person(id.clone()),
        Thing::Post(id) => Selection::Mark(Target::Post(*id)),
        Thing::Access(id) => Selection::Mark(Target::Access(*id)),
        Thing::Event(id) => Selection::Mark(Target::Event(*id)),
        Thing::Rival(id) => Selection::Mark(Target::Campaign(contents.rivals.iter().find(|it| it.id == *id)?.campaign.clone())),
        Thing::Row(snapshot, row) => Selection::Row(*snapshot, *row),
        Thing::Note(id) => Selection::Note(*id),
    })
}

/// The thing that is selected.
pub fn selected(selection: &Selection) -> Thing {
    match selection {
        Selection::Evidence(id) => Thing::Evidence(*id),
        Selection::Message(id) => Thing::Message(*id),
        Selection::Recipient(id) => Thing::Recipient(id.clone()),
        Selection::Person(id) => Thing::Person(id.clone()),
        Selection::Row(snapshot, row) => Thing::Row(*snapshot, *row),
        Selection::Note(id) => Thing::Note(*id),
        Selection::Mark(target) => match target {
            Target::Post(id) => Thing::Post(*id),
            Target::Access(id) => Thing::Access(*id),
            Target::Snapshot(id) => Thing::Snapshot(*id),
            Target::Source(id) => Thing::Source(id.clone()),
            Target::Campaign(id) => Thing::Campaign(id.clone()),
            Target::Event(id) => Thing::Event(*id),
        },
    }
}

/// The room a thing is at home in; none for a note, which stands beside all of them.
pub fn room(thing: &Thing) -> Option<Room> {
    Some(match thing {
        Thing::Evidence(_) => Room::Evidence,
        Thing::Message(_) | Thing::Campaign(_) => Room::Messages,
        Thing::Recipient(_) => Room::Recipients,
        Thing::Source(_) | Thing::Snapshot(_) | Thing::Row(..) => Room::Sources,
        Thing::Person(_) | Thing::Post(_) | Thing::Access(_) => Room::People,
        Thing::Event(_) => Room::Timeline,
        Thing::Rival(_) => Room::Origin,
        Thing::Note(_) => return None,
    })
}

/// What a thing is called, with what sort of thing it is: « Pièce E7 · membres.csv ». One that is gone is called so.
pub fn name(thing: &Thing, contents: &Contents, words: &Words) -> String {
    let text = |id: &str| words.text(id);
    let (sort, own) = match thing {
        Thing::Evidence(id) => {
            let found = contents.evidence.iter().find(|it| it.id == *id);
            (words.text_with("window-inspector-evidence", &crate::args! { "n" => id.0 }), found.map(|it| it.name.clone()))
        }
        Thing::Message(id) => {
            let found = contents.messages.iter().find(|it| it.id == *id);
            (text("window-inspector-message"), found.map(|it| message(it, words)))
        }
        Thing::Campaign(id) => {
            let is_there = contents.messages.iter().any(|it| it.campaign == *id) || contents.recipients.iter().any(|it| it.campaign == *id);
            (text("window-inspector-campaign"), is_there.then(|| id.0.clone()))
        }
        Thing::Recipient(id) => {
            let found = contents.recipient(id);
            (text("window-inspector-recipient"), found.map(|it| format!("{} {}", it.id, full_name(&it.identity)).trim().to_owned()))
        }
        Thing::Source(id) => (text("window-inspector-source"), source(id.as_str(), contents)),
        Thing::Snapshot(id) => {
            let found = contents.snapshots.iter().find(|it| it.id == *id);
            (text("window-inspector-snapshot"), found.map(|it| state(it, contents, words)))
        }
        Thing::Row(id, row) => {
            let found = contents.snapshots.iter().find(|it| it.id == *id && *row < it.rows);
            let number = format::count(row.saturating_add(1), words.language());
            (words.text_with("window-inspector-row", &crate::args! { "n" => number }), found.map(|it| state(it, contents, words)))
        }
        Thing::Person(id) => {
            let is_there = contents.posts.iter().any(|it| it.person == *id) || contents.accesses.iter().any(|it| it.person == *id);
            (text("window-inspector-person"), is_there.then(|| id.0.clone()))
        }
        Thing::Post(id) => {
            let found = contents.posts.iter().find(|it| it.id == *id);
            (text("window-inspector-post"), found.map(|it| format!("{}, {}", it.person, it.post).trim_end_matches(", ").to_owned()))
        }
        Thing::Access(id) => {
            let found = contents.accesses.iter().find(|it| it.id == *id);
            let called = |it: &crate::model::AccessEvent| format!("{}, {}", it.person, format::uncertain_day(&it.at, words.language()));
            (text("window-inspector-access"), found.map(called))
        }
        Thing::Event(id) => (text("notes-thing-event"), contents.events.iter().find(|it| it.id == *id).map(|it| it.title.clone())),
        Thing::Rival(id) => {
            let found = contents.rivals.iter().find(|it| it.id == *id);
            let called = |it: &crate::model::Rival| match Catalogue::current().entry(&it.kind) {
                Some(entry) => entry.texts(words.language()).name.clone(),
                None => it.title.clone(),
            };
            (text("notes-thing-rival"), found.map(called))
        }
        Thing::Note(id) => (words.text_with("notes-thing-note", &crate::args! { "n" => id.0 }), contents.note(*id).map(opening)),
    };
    match own {
        Some(own) if own.is_empty() => sort,
        Some(own) => format!("{sort} · {own}"),
        None => words.text_with("notes-thing-gone", &crate::args! { "thing" => sort }),
    }
}

/// A dated state of a file: which file, and of which day.
fn state(snapshot: &Snapshot, contents: &Contents, words: &Words) -> String {
    let day = snapshot.as_of.as_ref().map_or_else(|| snapshot.label(), |day| format::uncertain_day(day, words.language()));
    format!("{} · {day}", source(snapshot.source.as_str(), contents).unwrap_or_else(|| snapshot.source.0.clone()))
}

/// Subject, day and who received it: of one mailing there are many.
fn message(message: &Message, words: &Words) -> String {
    let subject = if message.subject.is_empty() { words.text("window-no-subject") } else { message.subject.clone() };
    let day = message.sent_on.as_ref().map(|day| kit::short_day(day, words.language())).unwrap_or_default();
    let to = if message.delivered_to.is_empty() { &message.to } else { &message.delivered_to };
    let who = to.first().map_or("", |to| if to.address.is_empty() { to.name.as_str() } else { to.address.as_str() });
    [subject.as_str(), &day, who].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The first words of a note.
pub fn opening(note: &Note) -> String {
    let line = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(OPENING) {
        None => line,
        Some((at, _)) => {
            let cut = line[..at].rfind(' ').unwrap_or(at);
            format!("{}…", &line[..cut])
        }
    }
}

fn source(id: &str, contents: &Contents) -> Option<String> {
    let found = contents.sources.iter().find(|source| source.id.as_str() == id)?;
    Some(if found.name.is_empty() { found.id.0.clone() } else { found.name.clone() })
}
