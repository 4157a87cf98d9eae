//! Exact links: equal canonical e-mail address, telephone number or identifier. Not for names or postal addresses: those are never exact.

use super::LinkError;
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
#[expect(missing_docs, reason = "one per key")]
pub enum How {
    Email,
    Phone,
    Identifier,
}

impl How {
    const ALL: [Self; 3] = [Self::Email, Self::Phone, Self::Identifier];

    fn column(self) -> &'static str {
        match self {
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// Finds every recipient in the rows of one snapshot, given as its segments (see [`crate::case::Case::segments`]). Sorted by recipient, then row.
pub fn exact(recipients: &[RecipientKeys], segments: &[DataFrame], progress: &dyn Progress) -> Result<Vec<RowLink>, LinkError> {
    exact_counted(recipients, segments, progress).map(|found| found.links)
}

/// The same, with the keys that were left out because too many people share them.
///
/// A key that stands on rows of c different people links with p = 0.999 / c, and not at all below 0.01. Rows are of different people if their record
/// numbers differ; where there is none, if their keys differ or the words in them that hold no digit (names, towns) do. So rows entered twice count
/// once, and a household's common address counts its members. Of several keys that find the same row the most certain is kept.
pub fn exact_counted(recipients: &[RecipientKeys], segments: &[DataFrame], progress: &dyn Progress) -> Result<Exact, LinkError> {
    let mut found = Exact::default();
    let total = (How::ALL.len() * segments.len()) as u64;
    for (step, how) in How::ALL.into_iter().enumerate() {
        let mut owners: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (index, keys) in recipients.iter().enumerate() {
            if let Some(key) = how.key(keys) {
                owners.entry(key).or_default().push(index as u32);
            }
        }
        // Joined by distinct keys, so that a key many recipients share with many rows does not multiply.
        let keys: Vec<&str> = owners.keys().copied().collect();
        let mut hits: Vec<Hit> = Vec::new();
        for (number, segment) in segments.iter().enumerate() {
            if progress.is_cancelled() {
                return Err(LinkError::Cancelled);
            }
            if !keys.is_empty() {
                hits.extend(join(&keys, how, segment, number)?);
            }
            progress.advance((step * segments.len() + number + 1) as u64, Some(total));
        }
        hits.sort_unstable();
        for of_key in hits.chunk_by(|a, b| a.key == b.key) {
            let key = keys[of_key[0].key as usize];
            let owners = &owners[key];
            let probability = UNIQUE / people(of_key, segments)? as f64;
            if probability < LEAST {
                found.shared.push(SharedKey { how, key: key.to_owned(), rows: of_key.len() as u32, recipients: owners.len() as u32 });
                continue;
            }
            let pairs = owners.iter().flat_map(|&recipient| of_key.iter().map(move |hit| (recipient, hit.row)));
            found.links.extend(pairs.map(|(recipient, row)| RowLink { recipient, row, probability, how }));
        }
    }
    found.links.sort_by(|a, b| {
        (a.recipient, a.row).cmp(&(b.recipient, b.row)).then_with(|| b.probability.total_cmp(&a.probability)).then_with(|| a.how.cmp(&b.how))
    });
    found.links.dedup_by_key(|link| (link.recipient, link.row));
    found.shared.sort_unstable();
    Ok(found)
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

/// How many different people rows that share a key are; counting stops where the answer no longer matters.
fn people(hits: &[Hit], segments: &[DataFrame]) -> PolarsResult<usize> {
    if hits.len() == 1 {
        return Ok(1);
    }
    let enough = (UNIQUE / LEAST) as usize + 1;
    let mut seen = BTreeSet::new();
    for of_segment in hits.chunk_by(|a, b| a.segment == b.segment) {
        let texts = Texts::of(&segments[of_segment[0].segment as usize])?;
        for hit in of_segment {
            seen.insert(texts.who(hit.at as usize));
            if seen.len() >= enough {
                return Ok(seen.len());
            }
        }
    }
    Ok(seen.len())
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
    fn who(&self, at: usize) -> (Option<String>, Vec<String>) {
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
