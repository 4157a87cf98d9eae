//! Which pairs are compared at all: those that share at least one blocking key. Equality only, never a similarity, so that cost stays linear.
//!
//! Each rule turns a record into keys; two records meet if a key of the same rule is equal. A rule whose value is missing gives none. Which rules are
//! worth their cost was measured on `benches/linkage`: leaving one out loses recall, and those that lost none are not here.

use super::columns::{Columns, Record, Text};
use super::frequency::AsItIs;
use super::sound::sound;
use super::words::{Words, hash, mix};
use std::collections::HashSet;
use std::hash::BuildHasherDefault;

/// A way for two records to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// Whole e-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Other number.
    Identifier,
    /// E-mail address before the @.
    Local,
    /// A last and a first name, in either order.
    Name,
    /// Sound of a last and of a first name, in either order.
    Sound,
    /// Sound of a last name, and town (postcode where none is given).
    LastTown,
    /// House number and street.
    House,
    /// First name, initial of the last name, and postcode.
    FirstPlace,
    /// Date of birth and sound of the first name.
    BirthFirst,
    /// First name and the first four letters of the last.
    Beginning,
    /// Last name and initial of the first, for whoever gives no more.
    Initial,
    /// Street and town; only counted, for the weight of living in the same street.
    Street,
}

impl Rule {
    /// What it is called in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Identifier => "identifier",
            Self::Local => "email-local-part",
            Self::Name => "last+first",
            Self::Sound => "last-sound+first-sound",
            Self::LastTown => "last-sound+city",
            Self::House => "number+street",
            Self::FirstPlace => "first+last-initial+postcode",
            Self::BirthFirst => "birth+first-sound",
            Self::Beginning => "first+last-beginning",
            Self::Initial => "last+first-initial",
            Self::Street => "street+city",
        }
    }

    /// Rows one value may stand on before its pairs are left out; 0 if it is only counted.
    ///
    /// Exact keys of a person may be common before they say nothing; a weak key that is common would only bring strangers, and whoever it could have
    /// brought comes through another rule or could not be told from them.
    pub fn cap(self) -> u32 {
        match self {
            Self::Email | Self::Phone | Self::Identifier => 2_000,
            Self::Name => 5_000,
            Self::Local | Self::Sound | Self::LastTown | Self::House | Self::BirthFirst => 1_000,
            Self::FirstPlace => 500,
            Self::Beginning | Self::Initial => 200,
            Self::Street => 0,
        }
    }
}

/// Hashes of one canonical name and its parts.
#[derive(Clone, Debug, Default)]
pub(super) struct NameKeys {
    /// Whole, then each part of a compound one; at most four.
    parts: [Part; 4],
    count: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Part {
    whole: u64,
    sound: u64,
    beginning: u64,
    initial: u64,
    /// Whether anybody asked about has such a name, or one that sounds like it. Most rows of a large table bear names nobody asked about has: they are
    /// done with here.
    is_whole_known: bool,
    is_sound_known: bool,
}

impl Part {
    fn of(name: &str, known: Option<&Known>) -> Self {
        let at = |count: usize| name.char_indices().nth(count).map_or(name.len(), |(at, _)| at);
        let (whole, sound) = (hash(name), hash(&sound(name)));
        let is_known = |hash: u64| known.is_none_or(|known| known.0.contains(&hash));
        Self {
            whole,
            sound,
            beginning: hash(&name[..at(4)]),
            initial: hash(&name[..at(1)]),
            is_whole_known: is_known(whole),
            is_sound_known: is_known(sound),
        }
    }
}

/// Hashes of the names, their sounds and the streets of the people asked about.
#[derive(Clone, Debug, Default)]
pub(super) struct Known(HashSet<u64, BuildHasherDefault<AsItIs>>);

impl Known {
    pub(super) fn of(people: &Columns) -> Self {
        let mut known = HashSet::default();
        for record in &people.records {
            for text in [Text::Last, Text::First] {
                let keys = NameKeys::of(people.text(record, text), None);
                known.extend(keys.parts().iter().flat_map(|part| [part.whole, part.sound]));
            }
            known.insert(hash(people.text(record, Text::Street)));
        }
        Self(known)
    }
}

impl NameKeys {
    fn of(name: &str, known: Option<&Known>) -> Self {
        let mut keys = Self::default();
        if name.is_empty() {
            return keys;
        }
        // A compound name meets by each of its parts, and whole once it is written in one word: `jean-pierre`, `jeanpierre`.
        let whole: String = name.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
        let parts = name.split('-').filter(|part| part.len() > 1).map(|part| part.rsplit(' ').next().unwrap_or(part));
        let is_compound = name.contains(['-', ' ']);
        for part in std::iter::once(whole.as_str()).chain(parts.filter(|_| is_compound)).take(4) {
            keys.parts[keys.count] = Part::of(part, known);
            keys.count += 1;
        }
        keys
    }

    fn parts(&self) -> &[Part] {
        &self.parts[..self.count]
    }
}

/// Makes the keys of records that share a dictionary; what belongs to a name is computed once.
pub(super) struct Keys<'w> {
    words: &'w Words,
    /// What the people asked about have; keys nobody can share are left out.
    known: Option<&'w Known>,
    /// Hash of every word, by code: made in one go, in the order in which they lie.
    hashes: Vec<u64>,
    /// By code; place 0 of `names` is the empty name.
    places: Vec<u32>,
    /// Where the parts of each name begin and how many there are; together they take little room, so that they stay near.
    names: Vec<(u32, u32)>,
    parts: Vec<Part>,
}

impl<'w> Keys<'w> {
    pub(super) fn new(words: &'w Words, known: Option<&'w Known>) -> Self {
        Self { words, known, hashes: words.iter().map(hash).collect(), places: vec![0; words.len()], names: vec![(0, 0)], parts: Vec::new() }
    }

    /// Where the parts of a name are.
    fn name(&mut self, code: u32) -> std::ops::Range<usize> {
        if code == 0 {
            return 0..0;
        }
        let place = &mut self.places[code as usize];
        if *place == 0 {
            *place = self.names.len() as u32;
            let keys = NameKeys::of(self.words.get(code), self.known);
            self.names.push((self.parts.len() as u32, keys.count as u32));
            self.parts.extend_from_slice(keys.parts());
        }
        let (start, count) = self.names[*place as usize];
        start as usize..(start + count) as usize
    }

    /// Hands every key of a record to `meet`; a key may come twice. Gives a digest of what the record says, the same wherever it stands.
    pub(super) fn of(&mut self, record: &Record, mut meet: impl FnMut(Rule, u64)) -> u64 {
        let (last, first) = (self.name(record.code(Text::Last)), self.name(record.code(Text::First)));
        let (lasts, firsts) = (&self.parts[last], &self.parts[first]);
        let (words, hashes) = (self.words, &self.hashes);
        let text = |text: Text| Some(record.code(text)).filter(|code| *code != 0).map(|code| hashes[code as usize]);
        let mut key = |rule: Rule, a: u64, b: u64| meet(rule, mix(mix(rule as u64 + 1, a), b));
        let local = text(Text::Local);
        if let Some(local) = local {
            key(Rule::Email, local, text(Text::Domain).unwrap_or(0));
            if words.get(record.code(Text::Local)).len() > 4 {
                key(Rule::Local, local, 0);
            }
        }
        if record.phone != 0 {
            key(Rule::Phone, record.phone, 0);
        }
        if let Some(identifier) = text(Text::Identifier) {
            key(Rule::Identifier, identifier, 0);
        }
        let (postcode, city) = (text(Text::Postcode), text(Text::City));
        if let Some(street) = text(Text::Street)
            && self.known.is_none_or(|known| known.0.contains(&street))
        {
            if let Some(number) = text(Text::Number) {
                key(Rule::House, number, street);
            }
            if let Some(city) = city.or(postcode) {
                key(Rule::Street, street, city);
            }
        }
        for first in firsts {
            for last in lasts {
                if first.is_sound_known && last.is_sound_known {
                    key(Rule::Sound, last.sound.min(first.sound), last.sound.max(first.sound));
                }
                if !first.is_whole_known {
                    continue;
                }
                if last.is_whole_known {
                    key(Rule::Name, last.whole.min(first.whole), last.whole.max(first.whole));
                }
                key(Rule::Beginning, first.whole, last.beginning);
                if let Some(postcode) = postcode {
                    key(Rule::FirstPlace, first.whole ^ last.initial.rotate_left(7), postcode);
                }
            }
            if record.birth != 0 && first.is_sound_known {
                key(Rule::BirthFirst, first.sound, u64::from(record.birth));
            }
        }
        for last in lasts {
            if last.is_whole_known {
                match firsts.first() {
                    Some(first) => key(Rule::Initial, last.whole, first.initial),
                    None => key(Rule::Name, last.whole, 0),
                }
            }
            if last.is_sound_known
                && let Some(city) = city.or(postcode)
            {
                key(Rule::LastTown, last.sound, city);
            }
        }
        let names = lasts.iter().chain(firsts).fold(0, |state, part| mix(state, part.whole));
        mix(mix(names, local.unwrap_or(0)), record.phone ^ u64::from(record.birth) << 40)
    }
}

impl Rule {
    /// The value of this rule for a record, in words.
    pub(super) fn shown(self, words: &Words, record: &Record) -> String {
        let texts: &[Text] = match self {
            Self::Email => &[Text::Local, Text::Domain],
            Self::Phone => return format!("+{}", record.phone),
            Self::Identifier => &[Text::Identifier],
            Self::Local => &[Text::Local],
            Self::Name | Self::Sound | Self::Beginning | Self::Initial => &[Text::Last, Text::First],
            Self::LastTown => &[Text::Last, Text::City],
            Self::House => &[Text::Number, Text::Street],
            Self::FirstPlace => &[Text::First, Text::Last, Text::Postcode],
            Self::BirthFirst => &[Text::First],
            Self::Street => &[Text::Street, Text::City],
        };
        let values: Vec<&str> = texts.iter().map(|text| words.get(record.code(*text))).filter(|value| !value.is_empty()).collect();
        values.join(if self == Self::Email { "@" } else { " " })
    }
}
