//! Exact links: equal canonical e-mail address, telephone number or identifier. Not for names or postal addresses: those are never exact.

use super::columns::{Columns, Keys, Text, hash_of_email, hash_of_identifier, hash_of_phone};
use super::frequency::ByHash;
use super::words::mix;
use super::{LinkError, Segments};
use crate::job::Progress;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::num::NonZeroU64;

/// Probability of a link by a key that one person only has.
const UNIQUE: f64 = 0.999;
/// Less certain links are none: a key of a hundred people is a letter box, not a person.
const LEAST: f64 = 0.01;

/// Canonical keys of one recipient; see [`crate::normalise`].
///
/// Only the keys given are linked by: hand over the one the message travelled by, where the day a *value* came into a file matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "one per key")]
pub struct RecipientKeys {
    pub email: Option<String>,
    pub phone: Option<String>,
    pub identifier: Option<String>,
}

/// By what a recipient was found in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// An equal e-mail address.
    Email,
    /// An equal telephone number.
    Phone,
    /// An equal other number.
    Identifier,
    /// Everything the row says, name and address above all.
    Fields,
    /// A reviewer who looked at the row.
    Review,
}

impl How {
    /// Those by an equal key.
    const KEYS: [Self; 3] = [Self::Email, Self::Phone, Self::Identifier];

    fn key(self, keys: &RecipientKeys) -> Option<&str> {
        match self {
            Self::Email => keys.email.as_deref(),
            Self::Phone => keys.phone.as_deref(),
            Self::Identifier => keys.identifier.as_deref(),
            Self::Fields | Self::Review => None,
        }
    }
}

/// A recipient found in a row of a snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct RowLink {
    /// Index into the recipients.
    pub recipient: u32,
    /// Row of the snapshot, from 0 after the header.
    pub row: u32,
    /// mᵢₖ from the observed uniqueness of the key.
    pub probability: f64,
    /// By which key.
    pub how: How,
}

/// A key of the recipients that so many people of a snapshot share that it names none of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SharedKey {
    /// Which key.
    pub how: How,
    /// Its canonical value.
    pub key: String,
    /// In how many rows it stands.
    pub rows: u32,
    /// How many recipients have it.
    pub recipients: u32,
}

/// What was found, and what was left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exact {
    /// Sorted by recipient, then row; one per recipient and row.
    pub links: Vec<RowLink>,
    /// Keys left out as shared, sorted.
    pub shared: Vec<SharedKey>,
}

/// Finds every recipient in the rows of one snapshot. Sorted by recipient, then row.
///
/// # Errors
/// [`LinkError::Cancelled`], and whatever reading a part fails with.
pub fn exact(recipients: &[RecipientKeys], segments: &(impl Segments + ?Sized), progress: &dyn Progress) -> Result<Exact, LinkError> {
    let search = Search::of(recipients);
    let parts = (0..segments.count())
        .into_par_iter()
        .map(|n| if progress.is_cancelled() { Err(LinkError::Cancelled) } else { Ok(search.look(&segments.read(n)?)) });
    let hits: Vec<Vec<Hit>> = parts.collect::<Result<_, LinkError>>()?;
    Ok(search.conclude(hits.concat()))
}

/// Looks for the keys of recipients in parts of a table, in any order and on any thread: [`Search::look`] at every part, then
/// [`Search::conclude`] once.
///
/// A key that stands on rows of c different people links with p = 0.999 / c, and not at all below 0.01. Rows are of different people if their record
/// numbers differ; where there is none, if their keys differ or the words in them that hold no digit (names, towns) do. So rows entered twice count
/// once, and a household's common address counts its members. Of several keys that find the same row the most certain is kept.
pub struct Search<'a> {
    wanted: [Wanted<'a>; How::KEYS.len()],
}

/// A row that holds a key that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Which sort of key, and which key of that sort.
    kind: u8,
    key: u32,
    row: u32,
    /// Equal for rows of one person.
    who: u64,
}

impl<'a> Search<'a> {
    /// For the keys of these recipients.
    pub fn of(recipients: &'a [RecipientKeys]) -> Self {
        Self { wanted: How::KEYS.map(|how| Wanted::of(recipients, how)) }
    }

    /// The rows of a part, which must be marked, that hold a key.
    pub fn look(&self, part: &Columns) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.wanted.iter().all(|wanted| wanted.keys.is_empty()) {
            return hits;
        }
        for (at, row) in part.rows.iter().enumerate() {
            let keys = part.keys(at);
            for ((kind, wanted), key) in (0..).zip(&self.wanted).zip(keys) {
                if let Some(key) = key.and_then(|key| wanted.place(key))
                    && wanted.is_in(key, part, at)
                {
                    hits.push(Hit { kind, key, row: *row, who: who(part, at, keys) });
                }
            }
        }
        hits
    }

    /// What the rows found in all parts say together.
    pub fn conclude(&self, mut hits: Vec<Hit>) -> Exact {
        hits.sort_unstable();
        let mut found = Exact::default();
        for of_key in hits.chunk_by(|a, b| (a.kind, a.key) == (b.kind, b.key)) {
            let wanted = &self.wanted[usize::from(of_key[0].kind)];
            let (how, key) = (wanted.how, of_key[0].key as usize);
            let owners = &wanted.owners[key];
            let mut people: Vec<u64> = of_key.iter().map(|hit| hit.who).collect();
            people.sort_unstable();
            people.dedup();
            let probability = UNIQUE / people.len() as f64;
            if probability < LEAST {
                let key = wanted.keys[key].to_owned();
                found.shared.push(SharedKey { how, key, rows: of_key.len() as u32, recipients: owners.len() as u32 });
                continue;
            }
            let pairs = owners.iter().flat_map(|&recipient| of_key.iter().map(move |hit| (recipient, hit.row)));
            found.links.extend(pairs.map(|(recipient, row)| RowLink { recipient, row, probability, how }));
        }
        found.links.sort_by(|a, b| {
            (a.recipient, a.row).cmp(&(b.recipient, b.row)).then_with(|| b.probability.total_cmp(&a.probability)).then_with(|| a.how.cmp(&b.how))
        });
        found.links.dedup_by_key(|link| (link.recipient, link.row));
        found.shared.sort_unstable();
        found
    }
}

/// The distinct keys of one sort that are looked for, sorted, and whose each is.
struct Wanted<'a> {
    how: How,
    keys: Vec<&'a str>,
    owners: Vec<Vec<u32>>,
    /// Hash of a key → its place among `keys`.
    places: ByHash<u32>,
}

impl<'a> Wanted<'a> {
    fn of(recipients: &'a [RecipientKeys], how: How) -> Self {
        let mut owners: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (index, keys) in recipients.iter().enumerate() {
            if let Some(key) = how.key(keys) {
                owners.entry(key).or_default().push(index as u32);
            }
        }
        let (keys, owners): (Vec<&str>, Vec<Vec<u32>>) = owners.into_iter().unzip();
        let places = (0..).zip(&keys).filter_map(|(at, key)| Some((hashed(how, key)?.get(), at))).collect();
        Self { how, keys, owners, places }
    }

    fn place(&self, key: NonZeroU64) -> Option<u32> {
        self.places.get(&key.get()).copied()
    }

    /// Whether it is the very key that stands in the row, and not only its hash.
    fn is_in(&self, key: u32, part: &Columns, at: usize) -> bool {
        let (key, record) = (self.keys[key as usize], &part.records[at]);
        match self.how {
            How::Email => key.rsplit_once('@') == Some((part.text(record, Text::Local), part.text(record, Text::Domain))),
            How::Identifier => key == part.text(record, Text::Identifier),
            How::Phone => number(key) == Some(record.phone),
            How::Fields | How::Review => false,
        }
    }
}

/// The digits of a telephone number in E.164.
fn number(key: &str) -> Option<u64> {
    key.strip_prefix('+')?.parse().ok()
}

/// Hash of a canonical key, as [`Columns::keys`] gives it.
fn hashed(how: How, key: &str) -> Option<NonZeroU64> {
    match how {
        How::Email => key.rsplit_once('@').map(|(local, domain)| hash_of_email(local, domain)),
        How::Phone => number(key).map(hash_of_phone),
        How::Identifier => Some(hash_of_identifier(key)),
        How::Fields | How::Review => None,
    }
}

/// Equal for rows of one person.
fn who(part: &Columns, at: usize, keys: Keys) -> u64 {
    part.marks.record(at).map_or_else(
        || keys.iter().fold(part.marks.cells.get(at).copied().unwrap_or_default(), |state, key| mix(state, key.map_or(0, NonZeroU64::get))),
        |record| mix(record, 0),
    )
}

#[cfg(test)]
mod tests;
