//! What people write beside the things of a case: stars, tags and notes, and what a note cites. Nothing here bears on an answer.

use super::{
    AccessId, AnnotationId, CampaignId, Contents, EventId, EvidenceId, ImportId, MessageId, NoteId, PersonId, PostId, RecipientId, RivalId,
    SnapshotId, SourceId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Any one thing of a case that can be starred, tagged, noted and cited.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "to", content = "id", rename_all = "kebab-case")]
pub enum Thing {
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A message.
    Message(MessageId),
    /// A mailing.
    Campaign(CampaignId),
    /// A recipient or control.
    Recipient(RecipientId),
    /// A candidate file.
    Source(SourceId),
    /// A dated state of one.
    Snapshot(SnapshotId),
    /// A person of the roster.
    Person(PersonId),
    /// A roster entry.
    Post(PostId),
    /// A line of an access log.
    Access(AccessId),
    /// An event.
    Event(EventId),
    /// An answer to a rival explanation.
    Rival(RivalId),
    /// A row of a dated state, from 0 after the header.
    Row(SnapshotId, u64),
    /// A note: it can be tagged and cited like anything else.
    Note(NoteId),
}

/// The star and the tags of one thing. Of each thing at most one stands: a newer one takes its place, and undoing that brings the older one back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Row number.
    pub id: AnnotationId,
    /// The import it came in with; 0 = by hand.
    pub import: ImportId,
    /// What it is about.
    pub about: Thing,
    /// Whether it bears a star.
    #[serde(default)]
    pub is_starred: bool,
    /// Its tags, as they were first written, in the order of their folded forms.
    #[serde(default)]
    pub tags: Vec<String>,
}

impl Annotation {
    /// Whether it says nothing any more.
    pub fn is_empty(&self) -> bool {
        !self.is_starred && self.tags.is_empty()
    }
}

/// A note, about one thing, several, or the case as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Row number.
    pub id: NoteId,
    /// The import it came in with; 0 = by hand.
    pub import: ImportId,
    /// What it is about, sorted; nothing = the case as a whole.
    #[serde(default)]
    pub about: Vec<Thing>,
    /// What it says. `[2]` stands for the second of `cites`.
    pub text: String,
    /// What it cites, in the order of the numbers in the text.
    #[serde(default)]
    pub cites: Vec<Thing>,
    /// When it was last written, as its writer's clock said.
    #[serde(default)]
    pub written_at: Option<jiff::Timestamp>,
}

/// A piece of the text of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// A number that stands for something cited, from 1, with what it stands for.
    Cite(usize, &'a Thing),
}

impl Note {
    /// Its text with the numbers that cite something taken out of it.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut found = Vec::new();
        let mut done = 0;
        for (start, end, number) in numbers(&self.text) {
            let Some(thing) = number.checked_sub(1).and_then(|at| self.cites.get(at)) else { continue };
            if done < start {
                found.push(Piece::Text(&self.text[done..start]));
            }
            found.push(Piece::Cite(number, thing));
            done = end;
        }
        if done < self.text.len() {
            found.push(Piece::Text(&self.text[done..]));
        }
        found
    }

    /// The number that cites `thing`, which is cited from now on.
    pub fn cite(&mut self, thing: &Thing) -> usize {
        let at = self.cites.iter().position(|it| it == thing).unwrap_or_else(|| {
            self.cites.push(thing.clone());
            self.cites.len() - 1
        });
        at + 1
    }

    /// Forgets what the text does not cite any more, and numbers the rest in the order in which the text has it.
    pub fn settle(&mut self) {
        let mut kept: Vec<Thing> = Vec::new();
        let mut text = String::with_capacity(self.text.len());
        for piece in self.pieces() {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Cite(_, thing) => {
                    let at = kept.iter().position(|it| it == thing).unwrap_or_else(|| {
                        kept.push(thing.clone());
                        kept.len() - 1
                    });
                    text.extend(["[", &(at + 1).to_string(), "]"]);
                }
            }
        }
        self.text = text.trim().to_owned();
        self.cites = kept;
        self.about.sort();
        self.about.dedup();
    }
}

/// Every `[12]` of a text: where it begins and ends, and its number.
fn numbers(text: &str) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('[') {
        let rest = &text[start + 1..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if rest[digits..].starts_with(']')
            && let Ok(number) = rest[..digits].parse()
        {
            found.push((start, start + digits + 2, number));
        }
    }
    found
}

/// What stands beside one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Whether it bears a star.
    pub is_starred: bool,
    /// Its tags.
    pub tags: Vec<String>,
    /// Notes about it, oldest first.
    pub notes: Vec<NoteId>,
    /// Notes that cite it, oldest first.
    pub cited_in: Vec<NoteId>,
}

/// What stands beside everything, gathered once per state of the case: lists ask for many things at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    of: BTreeMap<Thing, Marked>,
    tags: BTreeMap<String, usize>,
}

impl Marks {
    /// Gathers them.
    pub fn of(contents: &Contents) -> Self {
        let mut marks = Self::default();
        // An import brought back may bring an older one with it; the newest stands.
        for annotation in &contents.annotations {
            let marked = marks.of.entry(annotation.about.clone()).or_default();
            marked.is_starred = annotation.is_starred;
            marked.tags.clone_from(&annotation.tags);
        }
        for note in &contents.notes {
            for thing in &note.about {
                marks.of.entry(thing.clone()).or_default().notes.push(note.id);
            }
            for thing in &note.cites {
                marks.of.entry(thing.clone()).or_default().cited_in.push(note.id);
            }
        }
        for tag in marks.of.values().flat_map(|marked| &marked.tags) {
            *marks.tags.entry(tag.clone()).or_default() += 1;
        }
        marks
    }

    /// What stands beside a thing; `None` if nothing does.
    pub fn get(&self, thing: &Thing) -> Option<&Marked> {
        self.of.get(thing)
    }

    /// Whether a thing bears a star.
    pub fn is_starred(&self, thing: &Thing) -> bool {
        self.get(thing).is_some_and(|marked| marked.is_starred)
    }

    /// The tags of a thing.
    pub fn tags_of(&self, thing: &Thing) -> &[String] {
        self.get(thing).map_or(&[], |marked| &marked.tags)
    }

    /// Every tag, and how many things have it.
    pub fn tags(&self) -> impl Iterator<Item = (&str, usize)> {
        self.tags.iter().map(|(tag, count)| (tag.as_str(), *count))
    }

    /// Whether nothing is starred.
    pub fn has_stars(&self) -> bool {
        self.of.values().any(|marked| marked.is_starred)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn note(text: &str, cites: &[i64]) -> Note {
        let cites = cites.iter().map(|id| Thing::Evidence(EvidenceId(*id))).collect();
        Note { text: text.to_owned(), cites, ..Note::default() }
    }

    #[test]
    fn numbers_stand_for_what_is_cited_and_other_brackets_are_text() {
        let note = note("Voir [2], puis [1] ; [3], [x] et [] restent.", &[7, 8]);
        let cited: Vec<_> =
            note.pieces().into_iter().filter_map(|piece| if let Piece::Cite(n, thing) = piece { Some((n, thing.clone())) } else { None }).collect();
        assert_eq!(cited, [(2, Thing::Evidence(EvidenceId(8))), (1, Thing::Evidence(EvidenceId(7)))]);
        assert_eq!(note.pieces().last(), Some(&Piece::Text(" ; [3], [x] et [] restent.")));
    }

    #[test]
    fn settling_numbers_what_is_cited_in_the_order_of_the_text_and_forgets_the_rest() {
        let mut note = note("  Voir [3] et [1], encore [3]. ", &[7, 8, 9]);
        note.settle();
        assert_eq!(note.text, "Voir [1] et [2], encore [1].");
        assert_eq!(note.cites, [Thing::Evidence(EvidenceId(9)), Thing::Evidence(EvidenceId(7))]);
        assert_eq!(note.cite(&Thing::Evidence(EvidenceId(7))), 2);
        assert_eq!(note.cite(&Thing::Message(MessageId(1))), 3);
    }

    proptest! {
        #[test]
        fn settling_twice_is_settling_once(text in r"[a\[\]0-9é ]{0,40}", cites in prop::collection::vec(1_i64..4, 0..4)) {
            let mut once = note(&text, &cites);
            once.settle();
            let mut twice = once.clone();
            twice.settle();
            prop_assert_eq!(once, twice);
        }
    }

    #[test]
    fn what_a_thing_is_stands_in_its_stored_form() {
        let things = [Thing::Message(MessageId(3)), Thing::Person("Ana Exemple".into()), Thing::Note(NoteId(1))];
        let stored = serde_json::json!([{ "to": "message", "id": 3 }, { "to": "person", "id": "Ana Exemple" }, { "to": "note", "id": 1 }]);
        assert_eq!(serde_json::to_value(things).unwrap(), stored);
    }
}
