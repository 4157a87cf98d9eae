//! Shared quirks: a text of the message that one file gives and another does not, and how rare it is.

use super::compare::{Compared, Telling};
use super::letters::without_accents;
use super::pieces::is_civility;
use super::rule::Rendered;
use super::weigh::Frequencies;
use super::{FittedRule, Row};
use crate::model::{RecipientId, SnapshotId, SourceId};
use crate::normalise::{fold, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What makes the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuirkKind {
    /// Other letters: a typing error, an old surname.
    Spelling,
    /// The tag of an e-mail address.
    Tag,
    /// Shorter or longer.
    Cut,
    /// Other order of words.
    Order,
    /// With or without a civility, or another one.
    Civility,
    /// Hyphens, apostrophes, spaces.
    Punctuation,
    /// Accents.
    Accents,
    /// Capitals.
    Capitals,
}

/// A text of the message that a source gives and a rival does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quirk {
    /// What makes the difference to the first rival.
    pub kind: QuirkKind,
    /// Where it is shown.
    pub field: Rendered,
    /// Whose message.
    pub recipient: RecipientId,
    /// The file that shares it.
    pub source: SourceId,
    /// See `source`.
    pub snapshot: SnapshotId,
    /// Row of the snapshot, from 0 after the header.
    pub row: u64,
    /// As rendered in the message, untouched.
    pub rendered: String,
    /// As written in the file: the cells, untouched, in the order they are rendered.
    pub written: String,
    /// The files that do not share it, by id.
    pub rivals: Vec<Rival>,
    /// Folded words of the message that the first rival does not give; only for another spelling.
    pub words: Vec<String>,
    /// Share of the rows of the rival file that hold the rarest of those words: of several rivals the largest. `None` if it is not another spelling or
    /// the file was not counted.
    pub frequency: Option<f64>,
    /// Share of the source's discriminating recipients with a quirk of this kind.
    pub share: f64,
}

impl Quirk {
    /// By what the list is sorted: the frequency of the words if known, else how often such a difference occurs.
    pub fn rarity(&self) -> f64 {
        self.frequency.unwrap_or(self.share)
    }
}

/// A file that does not share a quirk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rival {
    /// Which.
    pub source: SourceId,
    /// See `source`.
    pub snapshot: SnapshotId,
    /// Row of the snapshot, from 0 after the header.
    pub row: u64,
    /// As written in the file.
    pub written: String,
    /// What a message made from it would have shown.
    pub would_show: String,
    /// Share of its rows that hold the rarest word the message shows and it does not give; `None` if it is not another spelling or it was not counted.
    #[serde(default)]
    pub frequency: Option<f64>,
}

/// The cells of a row that a field is made of, untouched, in the order they are rendered.
pub(super) fn written(rules: &[FittedRule], field: Rendered, row: &Row) -> String {
    let fitted = rules.iter().find(|fitted| fitted.field == field && fitted.source == row.source);
    fitted.map(|fitted| fitted.rule.cells(&row.written)).unwrap_or_default()
}

/// All shared quirks, rarest first.
pub(super) fn quirks(compared: &[Compared<'_>], rules: &[FittedRule], sources: &[&SourceId], frequencies: &Frequencies<'_>) -> Vec<Quirk> {
    let cells = |field: Rendered, row: &Row| written(rules, field, row);
    let mut quirks = Vec::new();
    let mut telling = vec![0_u32; sources.len()];
    for of in compared {
        for (k, source) in sources.iter().enumerate() {
            telling[k] += u32::from(of.verdict(k).is_some());
            for field in &of.fields {
                let Some(row) = field.produced[k].as_ref().and_then(|produced| produced.matched) else { continue };
                let unlike: Vec<usize> = (0..sources.len()).filter(|&l| is_unlike(field, l)).collect();
                let rivals: Vec<Rival> = unlike
                    .iter()
                    .filter_map(|&l| {
                        let (text, row) = field.produced[l].as_ref()?.texts.first()?;
                        let (written, frequency) = (cells(field.field, row), frequency(field, l, sources, frequencies));
                        Some(Rival { source: row.source.clone(), snapshot: row.snapshot, row: row.row, written, would_show: text.clone(), frequency })
                    })
                    .collect();
                let (Some(first), Some(&nearest)) = (rivals.first(), unlike.first()) else { continue };
                let known: Vec<f64> = rivals.iter().filter_map(|rival| rival.frequency).collect();
                quirks.push(Quirk {
                    kind: kind(field.field, &field.text, &first.would_show),
                    field: field.field,
                    recipient: of.rendering.recipient.clone(),
                    source: (*source).clone(),
                    snapshot: row.snapshot,
                    row: row.row,
                    rendered: of.rendering.rendered.get(&field.field).cloned().unwrap_or_default(),
                    written: cells(field.field, row),
                    words: other_words(field, nearest),
                    frequency: known.into_iter().reduce(f64::max),
                    rivals,
                    share: 0.0,
                });
            }
        }
    }
    let mut counts: BTreeMap<(SourceId, QuirkKind), std::collections::BTreeSet<RecipientId>> = BTreeMap::new();
    for quirk in &quirks {
        counts.entry((quirk.source.clone(), quirk.kind)).or_default().insert(quirk.recipient.clone());
    }
    for quirk in &mut quirks {
        let with = counts.get(&(quirk.source.clone(), quirk.kind)).map_or(0, std::collections::BTreeSet::len);
        let all = sources.iter().position(|source| **source == quirk.source).map_or(0, |k| telling[k]);
        quirk.share = with as f64 / f64::from(all.max(1));
    }
    quirks.sort_by(|a, b| {
        let place = |quirk: &Quirk| (quirk.kind, quirk.recipient.clone(), quirk.field, quirk.source.clone());
        a.rarity().total_cmp(&b.rarity()).then_with(|| place(a).cmp(&place(b)))
    });
    quirks
}

/// Whether source `l` gives something, and something else than the message shows.
fn is_unlike(field: &Telling<'_>, l: usize) -> bool {
    field.produced[l].as_ref().is_some_and(|produced| produced.matched.is_none())
}

/// How frequent what the message shows is in the file of source `l`, if it is another spelling there and the file was counted: the rarest of the words.
pub(super) fn frequency(field: &Telling<'_>, l: usize, sources: &[&SourceId], frequencies: &Frequencies<'_>) -> Option<f64> {
    let known: Vec<f64> = other_words(field, l).iter().filter_map(|word| frequencies.of(sources[l], word)).collect();
    known.into_iter().reduce(f64::min)
}

/// Folded words the message shows and source `l` does not give in any state; none unless it is another spelling. Initials say too little.
pub(super) fn other_words(field: &Telling<'_>, l: usize) -> Vec<String> {
    let Some(produced) = field.produced[l].as_ref().filter(|produced| produced.matched.is_none()) else { return Vec::new() };
    if field.field == Rendered::Address || !produced.texts.iter().all(|made| kind(field.field, &field.text, &made.0) == QuirkKind::Spelling) {
        return Vec::new();
    }
    let given: Vec<String> = produced.texts.iter().flat_map(|made| words(&made.0)).collect();
    let mut others: Vec<String> = words(&field.text).into_iter().filter(|word| word.chars().count() > 2 && !given.contains(word)).collect();
    others.sort();
    others.dedup();
    others
}

/// What makes the difference between two different texts.
fn kind(field: Rendered, shown: &str, other: &str) -> QuirkKind {
    if field == Rendered::Address {
        let is_tagged_alike = tag(shown) == tag(other);
        return if shown.to_lowercase() == other.to_lowercase() || is_tagged_alike { QuirkKind::Capitals } else { QuirkKind::Tag };
    }
    let (folded, other_folded) = (fold(shown), fold(other));
    if folded == other_folded {
        let plain = |text: &str| without_accents(text).to_lowercase();
        return match () {
            () if shown.to_lowercase() == other.to_lowercase() => QuirkKind::Capitals,
            () if plain(shown) == plain(other) => QuirkKind::Accents,
            () => QuirkKind::Punctuation,
        };
    }
    let sorted = |text: &str, with_civility: bool| {
        let mut words = words(text);
        words.retain(|word| with_civility || !is_civility(word));
        words.sort();
        words
    };
    if sorted(shown, true) == sorted(other, true) {
        return QuirkKind::Order;
    }
    if sorted(shown, false) == sorted(other, false) {
        return QuirkKind::Civility;
    }
    if folded.starts_with(&other_folded) || other_folded.starts_with(&folded) {
        return QuirkKind::Cut;
    }
    QuirkKind::Spelling
}

/// The tag of an address, small.
fn tag(address: &str) -> Option<String> {
    crate::normalise::email(address).and_then(|email| email.tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_called_by_what_makes_it() {
        let of = |shown: &str, other: &str| kind(Rendered::DisplayName, shown, other);
        assert_eq!(of("Jean Dupnot", "Jean Dupont"), QuirkKind::Spelling);
        assert_eq!(of("Jean DUPONT", "Jean Dupont"), QuirkKind::Capitals);
        assert_eq!(of("Helene Dupont", "Hélène Dupont"), QuirkKind::Accents);
        assert_eq!(of("HELENE Dupont", "Hélène Dupont"), QuirkKind::Accents);
        assert_eq!(of("Jean Pierre Dupont", "Jean-Pierre Dupont"), QuirkKind::Punctuation);
        assert_eq!(of("Dupont Jean", "Jean Dupont"), QuirkKind::Order);
        assert_eq!(of("Mme Anne Dupont", "Anne Dupont"), QuirkKind::Civility);
        assert_eq!(of("Anne Delahaye-Mar", "Anne Delahaye-Martin"), QuirkKind::Cut);
        let of = |shown: &str, other: &str| kind(Rendered::Address, shown, other);
        assert_eq!(of("anna+club@b.example", "anna@b.example"), QuirkKind::Tag);
        assert_eq!(of("Anna@b.example", "anna@b.example"), QuirkKind::Capitals);
    }
}
