//! Exact links: equal canonical e-mail address, telephone number or identifier. Not for names or postal addresses: those are never exact.

use super::{LinkError, Part, Segments};
use crate::job::Progress;
use polars::prelude::{Column, DataFrame, DataType, IntoLazy as _, PolarsResult, StringChunked, col};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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

    fn column(self) -> &'static str {
        match self {
            // Not by a key; never joined by.
            Self::Fields | Self::Review => "",
            Self::Email => "key.email",
            Self::Phone => "key.phone",
            Self::Identifier => "key.identifier",
        }
    }

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
pub fn exact(recipients: &[RecipientKeys], segments: &(impl Segments + ?Sized), progress: &dyn Progress) -> Result<Vec<RowLink>, LinkError> {
    exact_counted(recipients, segments, progress).map(|found| found.links)
}

/// The same, with the keys that were left out because too many people share them.
///
/// A key that stands on rows of c different people links with p = 0.999 / c, and not at all below 0.01. Rows are of different people if their record
/// numbers differ; where there is none, if their keys differ or the words in them that hold no digit (names, towns) do. So rows entered twice count
/// once, and a household's common address counts its members. Of several keys that find the same row the most certain is kept.
///
/// One segment is held at a time; only where a key stands on several rows is it read whole.
pub fn exact_counted(recipients: &[RecipientKeys], segments: &(impl Segments + ?Sized), progress: &dyn Progress) -> Result<Exact, LinkError> {
    let wanted = How::KEYS.map(|how| Wanted::of(recipients, how));
    let mut hits: [Vec<Hit>; How::KEYS.len()] = Default::default();
    if wanted.iter().any(|wanted| !wanted.keys.is_empty()) {
        for number in 0..segments.count() {
            if progress.is_cancelled() {
                return Err(LinkError::Cancelled);
            }
            let segment = segments.read(number, Part::Keys)?;
            for (hits, wanted) in hits.iter_mut().zip(&wanted) {
                // Joined by distinct keys, so that a key many recipients share with many rows does not multiply.
                if !wanted.keys.is_empty() {
                    hits.extend(join(&wanted.keys, wanted.how, &segment, number)?);
                }
            }
            progress.advance(number as u64 + 1, Some(segments.count() as u64));
        }
    }
    let mut found = Exact::default();
    let mut crowds: Vec<Crowd> = Vec::new();
    for (hits, wanted) in hits.iter_mut().zip(&wanted) {
        hits.sort_unstable();
        for of_key in hits.chunk_by(|a, b| a.key == b.key) {
            crowds.push(Crowd { hits: of_key, seen: BTreeSet::new(), wanted });
        }
    }
    count_people(&mut crowds, segments, progress)?;
    for Crowd { hits, seen, wanted } in &crowds {
        let (how, key) = (wanted.how, wanted.keys[hits[0].key as usize]);
        let owners = &wanted.owners[hits[0].key as usize];
        let probability = UNIQUE / seen.len().max(1) as f64;
        if probability < LEAST {
            found.shared.push(SharedKey { how, key: key.to_owned(), rows: hits.len() as u32, recipients: owners.len() as u32 });
            continue;
        }
        let pairs = owners.iter().flat_map(|&recipient| hits.iter().map(move |hit| (recipient, hit.row)));
        found.links.extend(pairs.map(|(recipient, row)| RowLink { recipient, row, probability, how }));
    }
    found.links.sort_by(|a, b| {
        (a.recipient, a.row).cmp(&(b.recipient, b.row)).then_with(|| b.probability.total_cmp(&a.probability)).then_with(|| a.how.cmp(&b.how))
    });
    found.links.dedup_by_key(|link| (link.recipient, link.row));
    found.shared.sort_unstable();
    Ok(found)
}

/// The distinct keys of one sort that are looked for, sorted, and whose each is.
struct Wanted<'a> {
    how: How,
    keys: Vec<&'a str>,
    owners: Vec<Vec<u32>>,
}

impl<'a> Wanted<'a> {
    fn of(recipients: &'a [RecipientKeys], how: How) -> Self {
        let mut owners: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (index, keys) in recipients.iter().enumerate() {
            if let Some(key) = how.key(keys) {
                owners.entry(key).or_default().push(index as u32);
            }
        }
        let (keys, owners) = owners.into_iter().unzip();
        Self { how, keys, owners }
    }
}

/// Equal for rows of one person.
type Who = (Option<String>, Vec<String>);

/// The rows one key stands on, and the people they are of as far as they were looked at.
struct Crowd<'a> {
    hits: &'a [Hit],
    seen: BTreeSet<Who>,
    wanted: &'a Wanted<'a>,
}

/// A row that holds a key: index of the key, number of the segment, place in it, number of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    key: u32,
    segment: u32,
    at: u32,
    row: u32,
}

fn join(keys: &[&str], how: How, segment: &DataFrame, number: usize) -> PolarsResult<Vec<Hit>> {
    let indices: Vec<u32> = (0..keys.len() as u32).collect();
    let wanted = DataFrame::new_infer_height(vec![Column::new("key".into(), keys), Column::new("index".into(), indices)])?;
    let rows = segment.clone().lazy().select([col("row"), col(how.column()).alias("key")]).with_row_index("at", None);
    let joined =
        rows.inner_join(wanted.lazy(), col("key"), col("key")).select([col("index"), col("at").cast(DataType::UInt32), col("row")]).collect()?;
    let [index, at, row] = ["index", "at", "row"].map(|name| joined.column(name));
    let (index, at, row) = (index?.u32()?, at?.u32()?, row?.u32()?);
    let triples = index.iter().zip(at.iter()).zip(row.iter());
    Ok(triples.filter_map(|((index, at), row)| Some(Hit { key: index?, segment: number as u32, at: at?, row: row? })).collect())
}

/// Looks who the rows are that share a key; counting stops where the answer no longer matters.
fn count_people(crowds: &mut [Crowd<'_>], segments: &(impl Segments + ?Sized), progress: &dyn Progress) -> Result<(), LinkError> {
    let enough = (UNIQUE / LEAST) as usize + 1;
    // Whoever has a key alone is one person, whoever it is.
    let mut open: Vec<&mut Crowd<'_>> = crowds.iter_mut().filter(|crowd| crowd.hits.len() > 1).collect();
    let needed: BTreeSet<u32> = open.iter().flat_map(|crowd| crowd.hits.iter().map(|hit| hit.segment)).collect();
    for number in needed {
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled);
        }
        open.retain(|crowd| crowd.seen.len() < enough);
        let has_hits = |crowd: &&mut Crowd<'_>| crowd.hits.iter().any(|hit| hit.segment == number);
        if !open.iter().any(has_hits) {
            continue;
        }
        let segment = segments.read(number as usize, Part::Whole)?;
        let texts = Texts::of(&segment)?;
        for crowd in &mut open {
            let from = crowd.hits.partition_point(|hit| hit.segment < number);
            for hit in crowd.hits[from..].iter().take_while(|hit| hit.segment == number) {
                if crowd.seen.len() >= enough {
                    break;
                }
                crowd.seen.insert(texts.who(hit.at as usize));
            }
        }
    }
    Ok(())
}

/// The texts of a segment that tell people apart.
struct Texts<'a> {
    record: &'a StringChunked,
    keys: [&'a StringChunked; 3],
    raw: Vec<&'a StringChunked>,
}

impl<'a> Texts<'a> {
    fn of(segment: &'a DataFrame) -> PolarsResult<Self> {
        let text = |name: &str| segment.column(name)?.str();
        let raw = segment.columns().iter().filter(|column| column.name().starts_with("raw."));
        Ok(Self {
            record: text("key.record")?,
            keys: [text("key.email")?, text("key.phone")?, text("key.identifier")?],
            raw: raw.map(|column| column.str()).collect::<PolarsResult<_>>()?,
        })
    }

    /// Equal for rows of one person.
    fn who(&self, at: usize) -> Who {
        if let Some(record) = self.record.get(at) {
            return (Some(record.to_owned()), Vec::new());
        }
        let keys = self.keys.iter().map(|column| column.get(at).unwrap_or_default().to_owned());
        let is_wordy = |text: &&str| !text.contains(|c: char| c.is_ascii_digit() || c == '@');
        let words = self.raw.iter().filter_map(|column| column.get(at)).filter(is_wordy).map(crate::normalise::fold);
        (None, keys.chain(words).collect())
    }
}

#[cfg(test)]
mod tests;
