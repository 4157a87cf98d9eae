//! What of a case can be searched: one document per thing, put together from its records.

use crate::link::full_name;
use crate::model::{Address, Contents, Message, MessageId, PersonId, RecipientId, Statement, Thing};
use std::collections::{BTreeMap, BTreeSet};

/// Where things are at home: results are grouped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Messages and mailings.
    Messages,
    /// Recipients and what they said.
    Recipients,
    /// Files as received.
    Evidence,
    /// Candidate files and their states.
    Sources,
    /// People of the roster, with posts and accesses.
    People,
    /// Answers to rival explanations.
    Origin,
    /// Events.
    Events,
    /// Notes.
    Notes,
}

impl Group {
    /// Every group, in the order of the rooms.
    pub const ALL: [Self; 8] =
        [Self::Evidence, Self::Messages, Self::Recipients, Self::Sources, Self::People, Self::Origin, Self::Events, Self::Notes];

    /// Where a thing is at home.
    pub fn of(thing: &Thing) -> Self {
        match thing {
            Thing::Evidence(_) => Self::Evidence,
            Thing::Message(_) | Thing::Campaign(_) => Self::Messages,
            Thing::Recipient(_) => Self::Recipients,
            Thing::Source(_) | Thing::Snapshot(_) | Thing::Row(..) => Self::Sources,
            Thing::Person(_) | Thing::Post(_) | Thing::Access(_) => Self::People,
            Thing::Event(_) => Self::Events,
            Thing::Rival(_) => Self::Origin,
            Thing::Note(_) => Self::Notes,
        }
    }
}

/// What is searched of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Names, addresses and numbers beside it.
    pub who: String,
    /// Everything else it says.
    pub text: String,
}

impl Document {
    fn add(&mut self, part: &str) {
        line(&mut self.text, part);
    }

    fn add_who(&mut self, part: &str) {
        line(&mut self.who, part);
    }
}

/// One part a line.
fn line(text: &mut String, part: &str) {
    let part = part.trim();
    if !part.is_empty() {
        if !text.is_empty() {
            // A sign that is no word, so that a snippet does not run one part into the next.
            text.push_str("\n· ");
        }
        text.push_str(part);
    }
}

/// A case, with what belongs together found once.
pub struct Documents<'a> {
    contents: &'a Contents,
    copies: BTreeMap<MessageId, Vec<&'a Message>>,
    statements: BTreeMap<&'a RecipientId, Vec<&'a Statement>>,
    posts: BTreeMap<&'a PersonId, Vec<usize>>,
    accesses: BTreeMap<&'a PersonId, Vec<usize>>,
    tags: BTreeMap<&'a Thing, &'a [String]>,
}

impl<'a> Documents<'a> {
    /// The documents of a case.
    pub fn new(contents: &'a Contents) -> Self {
        let mut documents = Self {
            contents,
            copies: BTreeMap::new(),
            statements: BTreeMap::new(),
            posts: BTreeMap::new(),
            accesses: BTreeMap::new(),
            tags: contents.annotations.iter().map(|it| (&it.about, it.tags.as_slice())).collect(),
        };
        for message in &contents.messages {
            if let Some(first) = message.duplicate_of {
                documents.copies.entry(first).or_default().push(message);
            }
        }
        for statement in &contents.statements {
            documents.statements.entry(&statement.recipient).or_default().push(statement);
        }
        for (at, post) in contents.posts.iter().enumerate() {
            documents.posts.entry(&post.person).or_default().push(at);
        }
        for (at, access) in contents.accesses.iter().enumerate() {
            documents.accesses.entry(&access.person).or_default().push(at);
        }
        documents
    }

    /// Everything that has a document, in a fixed order. Further copies of a message are searched with the first one.
    pub fn things(&self) -> Vec<Thing> {
        let c = self.contents;
        let mut all: Vec<Thing> = c.evidence.iter().map(|it| Thing::Evidence(it.id)).collect();
        all.extend(c.messages.iter().filter(|it| it.duplicate_of.is_none()).map(|it| Thing::Message(it.id)));
        let campaigns: BTreeSet<_> = c.messages.iter().map(|it| &it.campaign).chain(c.recipients.iter().map(|it| &it.campaign)).collect();
        all.extend(campaigns.into_iter().filter(|id| !id.0.is_empty()).map(|id| Thing::Campaign(id.clone())));
        all.extend(c.recipients.iter().map(|it| Thing::Recipient(it.id.clone())));
        all.extend(c.sources.iter().map(|it| Thing::Source(it.id.clone())));
        all.extend(c.snapshots.iter().map(|it| Thing::Snapshot(it.id)));
        let people: BTreeSet<_> = self.posts.keys().chain(self.accesses.keys()).collect();
        all.extend(people.into_iter().filter(|id| !id.0.is_empty()).map(|id| Thing::Person((*id).clone())));
        all.extend(c.events.iter().map(|it| Thing::Event(it.id)));
        all.extend(c.rivals.iter().map(|it| Thing::Rival(it.id)));
        all.extend(c.notes.iter().map(|it| Thing::Note(it.id)));
        all
    }

    /// The document of a thing; `None` if it is not there.
    pub fn get(&self, thing: &Thing) -> Option<Document> {
        let mut document = self.bare(thing)?;
        for tag in self.tags.get(thing).copied().unwrap_or_default() {
            document.add(tag);
        }
        Some(document)
    }

    fn bare(&self, thing: &Thing) -> Option<Document> {
        let c = self.contents;
        let mut it = Document::default();
        match thing {
            Thing::Evidence(id) => {
                let found = c.evidence.iter().find(|evidence| evidence.id == *id)?;
                it.title = format!("E{id} {}", found.name);
                it.add(&found.method);
                it.add(&found.media_type);
            }
            Thing::Message(id) => {
                let at = c.messages.binary_search_by_key(id, |message| message.id).ok()?;
                self.message(&c.messages[at], &mut it);
            }
            Thing::Campaign(id) => id.0.clone_into(&mut it.title),
            Thing::Recipient(id) => self.recipient(id, &mut it)?,
            Thing::Source(id) => {
                let source = c.source(id)?;
                it.title = if source.name.is_empty() { source.id.0.clone() } else { source.name.clone() };
                for part in [&source.id.0, &source.controller, &source.purpose, &source.legal_basis, &source.retention] {
                    it.add(part);
                }
                it.add(&source.columns.join(", "));
            }
            Thing::Snapshot(id) => {
                let at = c.snapshots.binary_search_by_key(id, |snapshot| snapshot.id).ok()?;
                let snapshot = &c.snapshots[at];
                it.title = format!("{} {}", snapshot.source, snapshot.label());
                it.add(snapshot.sheet.as_deref().unwrap_or_default());
                it.add(&snapshot.columns.join(", "));
            }
            Thing::Person(id) => self.person(id, &mut it)?,
            Thing::Event(id) => {
                let event = c.events.iter().find(|event| event.id == *id)?;
                event.title.clone_into(&mut it.title);
                it.add(event.at.as_ref().map_or("", |day| day.raw.as_str()));
                it.add(&event.note);
            }
            Thing::Rival(id) => {
                let rival = c.rivals.iter().find(|rival| rival.id == *id)?;
                it.title = if rival.title.is_empty() { rival.kind.0.clone() } else { rival.title.clone() };
                it.add(&rival.text);
            }
            Thing::Note(id) => c.note(*id)?.text.clone_into(&mut it.text),
            // They are searched with their person; rows are looked through when somebody asks.
            Thing::Post(_) | Thing::Access(_) | Thing::Row(..) => return None,
        }
        Some(it)
    }

    fn message(&self, first: &Message, it: &mut Document) {
        first.subject.clone_into(&mut it.title);
        it.add(&first.text);
        let copies = self.copies.get(&first.id).map(Vec::as_slice).unwrap_or_default();
        let mut seen = BTreeSet::new();
        for message in std::iter::once(first).chain(copies.iter().copied()) {
            for address in message.from.iter().chain(&message.to).chain(&message.cc).chain(&message.delivered_to) {
                if seen.insert(address) {
                    it.add_who(&called(address));
                }
            }
            for attachment in &message.attachments {
                it.add(attachment);
            }
            it.add(&message.date_raw);
            for (name, value) in &message.headers {
                it.add(&format!("{name}: {value}"));
            }
        }
    }

    fn recipient(&self, id: &RecipientId, it: &mut Document) -> Option<()> {
        let recipient = self.contents.recipient(id)?;
        let identity = &recipient.identity;
        it.title = format!("{id} {}", full_name(identity));
        for part in [&identity.email, &identity.phone, &identity.identifier, &recipient.rendered_name] {
            it.add_who(part);
        }
        let street = [&identity.street_number, &identity.street, &identity.address_extra, &identity.postcode, &identity.city, &identity.country];
        it.add_who(&street.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" "));
        it.add_who(&identity.birth_date);
        for statement in self.statements.get(id).map(Vec::as_slice).unwrap_or_default() {
            it.add(&statement.given_as);
            it.add(&statement.note);
        }
        Some(())
    }

    fn person(&self, id: &PersonId, it: &mut Document) -> Option<()> {
        let (posts, accesses) = (self.posts.get(id), self.accesses.get(id));
        posts.or(accesses)?;
        id.0.clone_into(&mut it.title);
        for &at in posts.map(Vec::as_slice).unwrap_or_default() {
            let post = &self.contents.posts[at];
            it.add(&[post.post.as_str(), post.body.as_str()].join(", "));
            it.add(&post.proof);
        }
        for &at in accesses.map(Vec::as_slice).unwrap_or_default() {
            it.add(&self.contents.accesses[at].note);
        }
        Some(())
    }
}

fn called(address: &Address) -> String {
    match (address.name.trim(), address.address.trim()) {
        (name, "") => name.to_owned(),
        ("", address) => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    }
}
