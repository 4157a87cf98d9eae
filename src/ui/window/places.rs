//! What a place is called: its room, and what was selected there. For the menu of places.

use super::room::Selection;
use super::trail::Place;
use crate::case::Case;
use crate::chart::timeline::Target;
use crate::link::full_name;
use crate::words::Words;

/// « Destinataires · r12 Ana Exemple ».
pub fn name(place: &Place, case: Option<&Case>, words: &Words) -> String {
    let room = words.text(place.room.name_id());
    match place.selection.as_ref().zip(case).and_then(|(selection, case)| what(selection, case)) {
        Some(what) => words.text_with("frame-place", &crate::args! { "room" => room, "what" => what }),
        None => room,
    }
}

/// What is selected; `None` if it is not in the case any more.
fn what(selection: &Selection, case: &Case) -> Option<String> {
    let contents = case.contents();
    let source = |id: &str| {
        let found = contents.sources.iter().find(|it| it.id.as_str() == id)?;
        Some(if found.name.is_empty() { found.id.0.clone() } else { found.name.clone() })
    };
    let text = match selection {
        Selection::Evidence(id) => format!("E{id} {}", contents.evidence.iter().find(|it| it.id == *id)?.name),
        Selection::Message(id) => contents.messages.iter().find(|it| it.id == *id)?.subject.clone(),
        Selection::Recipient(id) => format!("{id} {}", full_name(&contents.recipients.iter().find(|it| it.id == *id)?.identity)),
        Selection::Person(id) => id.0.clone(),
        Selection::Row(id, row) => {
            let snapshot = contents.snapshots.iter().find(|it| it.id == *id)?;
            format!("{} {} · {}", source(snapshot.source.as_str())?, snapshot.label(), row + 1)
        }
        Selection::Note(id) => super::things::opening(contents.note(*id)?),
        Selection::Mark(target) => match target {
            Target::Post(id) => contents.posts.iter().find(|it| it.id == *id).map(|it| format!("{} {}", it.person, it.post))?,
            Target::Access(id) => contents.accesses.iter().find(|it| it.id == *id)?.person.0.clone(),
            Target::Snapshot(id) => {
                let snapshot = contents.snapshots.iter().find(|it| it.id == *id)?;
                format!("{} {}", source(snapshot.source.as_str())?, snapshot.label())
            }
            Target::Source(id) => source(id.as_str())?,
            Target::Campaign(id) => id.0.clone(),
            Target::Event(id) => contents.events.iter().find(|it| it.id == *id)?.title.clone(),
        },
    };
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
