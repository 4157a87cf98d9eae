//! What can be done with one thing of the case: the entries of its context menu.

use super::Command;
use crate::chart::timeline::Target;
use crate::model::{EvidenceId, MessageId, PersonId, RecipientId, SourceId};
use crate::ui::window::room::{LinkKey, Room, RoomContext, Selection};

/// What can be written beside whatever is chosen.
fn marking() -> [Command; 4] {
    [Command::ToggleStar, Command::AddTag, Command::RemoveTag, Command::WriteNote]
}

/// What can be done with a recipient.
pub fn recipient(id: &RecipientId, ctx: &RoomContext<'_>) -> Vec<Command> {
    let mut all = vec![Command::Select(Selection::Recipient(id.clone()))];
    let links = ctx.analysis.and_then(|analysis| analysis.recipients.iter().find(|it| it.id == *id)).map(|it| it.links.as_slice());
    if let Some(link) = links.and_then(<[_]>::first) {
        all.push(Command::ReviewLink(LinkKey { recipient: id.clone(), snapshot: link.snapshot, row: link.row }));
    }
    if let Some(recipient) = ctx.case.contents().recipients.iter().find(|it| it.id == *id) {
        let key = [&recipient.identity.email, &recipient.identity.phone].into_iter().find(|key| !key.is_empty());
        all.extend(key.map(|key| Command::Copy(key.clone())));
    }
    all.extend(marking());
    all
}

/// What can be done with a message.
pub fn message(id: MessageId, ctx: &RoomContext<'_>) -> Vec<Command> {
    let mut all = vec![Command::Show(Room::Messages, Selection::Message(id))];
    if let Some(message) = ctx.case.contents().messages.iter().find(|it| it.id == id) {
        all.push(Command::Show(Room::Evidence, Selection::Evidence(message.evidence)));
        all.push(Command::Copy(message.subject.clone()));
    }
    all.extend(marking());
    all
}

/// What can be done with a piece of evidence.
pub fn evidence(id: EvidenceId, ctx: &RoomContext<'_>) -> Vec<Command> {
    let mut all = vec![Command::Select(Selection::Evidence(id))];
    if let Some(evidence) = ctx.case.contents().evidence.iter().find(|it| it.id == id) {
        all.push(Command::Copy(evidence.sha256.clone()));
    }
    all.extend(marking());
    all
}

/// What can be done with a person.
pub fn person(id: &PersonId) -> Vec<Command> {
    let selection = Selection::Person(id.clone());
    let mut all = vec![Command::Show(Room::People, selection.clone()), Command::Show(Room::Timeline, selection), Command::Copy(id.0.clone())];
    all.extend(marking());
    all
}

/// What can be done with a source.
pub fn source(id: &SourceId) -> Vec<Command> {
    let selection = Selection::Mark(Target::Source(id.clone()));
    let mut all = vec![Command::Show(Room::Sources, selection.clone()), Command::Show(Room::Origin, selection)];
    all.extend(marking());
    all
}
