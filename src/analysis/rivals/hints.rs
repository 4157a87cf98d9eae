//! What the case itself can say about a rival explanation: facts beside the answer, each with the side it speaks for.

use super::{Clue, Entry};
use crate::analysis::{Analysis, CampaignAnalysis};
use crate::attribute::fingerprint::canary::Worth;
use crate::campaign::align::{Alignment, Copy, align};
use crate::campaign::columns::requirements;
use crate::job::Unwatched;
use crate::model::{Channel, Contents, Field, FoundBy, Message, Recipient, RecipientId, Source, SourceId, SourceKind};
use crate::normalise::{self, words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Copies laid over each other to read the columns a list needed: the first of a mailing say what a thousand would.
const COPIES: usize = 40;

/// log₁₀ LR from which two files count as told apart.
const TOLD_APART: f64 = 1.0;

/// For or against the explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// It is what the explanation predicts.
    For,
    /// It is not what the explanation predicts.
    Against,
    /// Worth knowing, whichever way it points.
    Neither,
}

/// A fact of the case that bears on an explanation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "hint", rename_all = "kebab-case")]
pub enum Hint {
    /// A source of this kind is in the case.
    SourceOfKind {
        /// Which.
        source: SourceId,
        /// The leading other source.
        other: SourceId,
        /// log₁₀ LR of the other against it; below 0 if it is the better supported.
        log10_lr: f64,
    },
    /// A source of this kind is in the case, and it is the only one.
    OnlySource {
        /// Which.
        source: SourceId,
        /// log₁₀ LR against none.
        log10_lr: f64,
    },
    /// No source of the case looks like this kind, so nothing was compared.
    NoSource,
    /// The mailing needed columns that lists of this kind do not commonly hold.
    Columns {
        /// Which, sorted.
        missing: Vec<Field>,
    },
    /// Addresses that name one source: by their owner's word, or because a tag or a seeded row counts as such.
    GivenToOne {
        /// The source most of them name.
        source: SourceId,
        /// Whose, sorted.
        recipients: Vec<RecipientId>,
    },
    /// Recipients in none of the held files.
    Beyond {
        /// How many.
        outside: usize,
        /// Of how many.
        of: usize,
        /// Whether they were found in the circle of a file, so that being in it says little.
        is_circle: bool,
    },
    /// The two leading files cannot be told apart.
    TwoFiles {
        /// The first.
        first: SourceId,
        /// The second.
        second: SourceId,
    },
    /// Messages whose own headers name their recipient's address as the one delivered to.
    Delivered {
        /// How many.
        messages: usize,
        /// Of how many.
        of: usize,
    },
}

impl Hint {
    /// For or against the explanation it stands beside.
    pub fn side(&self) -> Side {
        match self {
            // The ratio is that of the other file; that of the only one is its own.
            Self::SourceOfKind { log10_lr, .. } => by_ratio(-log10_lr),
            Self::OnlySource { log10_lr, .. } => by_ratio(*log10_lr),
            Self::Columns { .. } | Self::GivenToOne { .. } | Self::Beyond { outside: 0, is_circle: false, .. } => Side::Against,
            Self::Delivered { messages, of } if messages == of => Side::Against,
            Self::Beyond { outside, of, .. } if 2 * outside <= *of => Side::Neither,
            Self::TwoFiles { .. } | Self::Beyond { .. } => Side::For,
            Self::NoSource | Self::Delivered { .. } => Side::Neither,
        }
    }
}

/// The side a log₁₀ LR for the explanation speaks for.
fn by_ratio(log10_lr: f64) -> Side {
    match log10_lr {
        lr if lr >= TOLD_APART => Side::For,
        lr if lr <= -TOLD_APART => Side::Against,
        _ => Side::Neither,
    }
}

/// What hints are read from, gathered once per board.
pub(super) struct Facts<'c> {
    contents: &'c Contents,
    campaign: &'c CampaignAnalysis,
    needs: Vec<Field>,
    given_to_one: Option<Hint>,
    beyond: Option<Hint>,
    delivered: Option<Hint>,
}

impl<'c> Facts<'c> {
    pub fn of(contents: &'c Contents, analysis: &Analysis, campaign: &'c CampaignAnalysis) -> Self {
        let members = campaign.members(contents);
        let messages: Vec<&Message> = contents.messages.iter().filter(|message| campaign.messages.contains(&message.id)).collect();
        let people: Vec<&Recipient> = contents.recipients.iter().filter(|it| members.contains(&it.id) && it.received && !it.is_set_aside).collect();
        Self {
            contents,
            campaign,
            needs: needs(contents, &messages),
            given_to_one: given_to_one(contents, campaign, &people),
            beyond: beyond(contents, analysis, &people),
            delivered: delivered(contents, &messages),
        }
    }

    pub fn hints(&self, entry: &Entry) -> Vec<Hint> {
        let mut hints = self.sources(entry);
        if !entry.holds.is_empty() {
            let missing: Vec<Field> = self.needs.iter().copied().filter(|need| !entry.holds.contains(need)).collect();
            hints.extend((!missing.is_empty()).then_some(Hint::Columns { missing }));
        }
        hints.extend(self.given_to_one.clone().filter(|_| entry.has(Clue::GivenToOne)));
        hints.extend(self.beyond.clone().filter(|_| entry.has(Clue::BeyondTheFiles)));
        hints.extend(self.delivered.clone().filter(|_| entry.has(Clue::Delivered)));
        if entry.has(Clue::TwoFiles)
            && let [first, second, ..] = &self.campaign.attribution.candidates[..]
            && first.log10_lr_vs_none >= TOLD_APART
            && self.against(&first.id, &second.id).is_some_and(|log10_lr| log10_lr.abs() < TOLD_APART)
        {
            hints.push(Hint::TwoFiles { first: first.id.clone(), second: second.id.clone() });
        }
        hints
    }

    /// Sources of the case that look like this kind, held against the leading other one.
    fn sources(&self, entry: &Entry) -> Vec<Hint> {
        if entry.words.is_empty() {
            return Vec::new();
        }
        let candidates = &self.campaign.attribution.candidates;
        let mut hints = Vec::new();
        for candidate in candidates {
            if !self.contents.source(&candidate.id).is_some_and(|source| is_of_kind(source, entry)) {
                continue;
            }
            let source = candidate.id.clone();
            match candidates.iter().find(|other| other.id != source) {
                None => hints.push(Hint::OnlySource { source, log10_lr: candidate.log10_lr_vs_none }),
                Some(other) => {
                    let log10_lr = self.against(&other.id, &source).unwrap_or(0.0);
                    hints.push(Hint::SourceOfKind { source, other: other.id.clone(), log10_lr });
                }
            }
        }
        if hints.is_empty() && entry.has(Clue::Comparable) && !candidates.is_empty() {
            hints.push(Hint::NoSource);
        }
        hints
    }

    /// log₁₀ LR of `first` against `second`.
    fn against(&self, first: &SourceId, second: &SourceId) -> Option<f64> {
        self.campaign.attribution.pairs.iter().find_map(|pair| {
            let is_pair = |favoured: &SourceId, against: &SourceId| &pair.favoured == favoured && &pair.against == against;
            if is_pair(first, second) { Some(pair.log10_lr) } else { is_pair(second, first).then_some(-pair.log10_lr) }
        })
    }
}

/// Whether id, name or purpose of a source have words of this kind.
fn is_of_kind(source: &Source, entry: &Entry) -> bool {
    let texts = [source.id.as_str(), &source.name, &source.purpose].map(|text| format!(" {} ", words(text).join(" ")));
    entry.words.iter().any(|word| texts.iter().any(|text| text.contains(&format!(" {word} "))))
}

/// The columns the list must have had.
fn needs(contents: &Contents, messages: &[&Message]) -> Vec<Field> {
    let identity = |message: &Message| match &message.recipients[..] {
        [only] => contents.recipient(only).map(|recipient| &recipient.identity),
        _ => None,
    };
    let copies: Vec<Copy<'_>> = messages.iter().take(COPIES).map(|message| Copy::of(message, identity(message))).collect();
    // Nobody cancels an unwatched alignment; were it to fail, the channel alone still says something.
    let alignment = align(&copies, &Unwatched).unwrap_or_else(|_stopped| Alignment::default());
    let channels: BTreeSet<Channel> = messages.iter().map(|message| message.channel).collect();
    requirements(contents, &alignment, &channels, &|_| None).needs.into_iter().map(|need| need.field).collect()
}

/// Recipients who say that they gave the address to one source only, or whose address counts as saying so.
fn given_to_one(contents: &Contents, campaign: &CampaignAnalysis, people: &[&Recipient]) -> Option<Hint> {
    let mut said: BTreeMap<&RecipientId, BTreeSet<&SourceId>> = BTreeMap::new();
    for statement in contents.statements.iter().filter(|statement| statement.is_exclusive && !statement.is_denied) {
        said.entry(&statement.recipient).or_default().insert(&statement.source);
    }
    for flagged in campaign.prints.canaries.iter().filter(|flagged| matches!(flagged.worth, Worth::Statement { .. })) {
        said.entry(&flagged.canary.recipient).or_default().insert(&flagged.canary.source);
    }
    let mut named: BTreeMap<&SourceId, Vec<RecipientId>> = BTreeMap::new();
    for (recipient, sources) in said {
        // Two that each name "the only one" name none.
        if let (1, Some(&source)) = (sources.len(), sources.first())
            && people.iter().any(|known| known.id == *recipient)
        {
            named.entry(source).or_default().push(recipient.clone());
        }
    }
    // Of sources named equally often the first by id.
    let (source, recipients) = named.into_iter().rev().max_by_key(|(_, recipients)| recipients.len())?;
    Some(Hint::GivenToOne { source: source.clone(), recipients })
}

fn beyond(contents: &Contents, analysis: &Analysis, people: &[&Recipient]) -> Option<Hint> {
    if people.is_empty() || !contents.sources.iter().any(|source| source.kind != SourceKind::Declared) {
        return None;
    }
    let is_circle = people.iter().any(|recipient| matches!(recipient.found_by, FoundBy::Circle(_)));
    let is_linked = |recipient: &&&Recipient| {
        let found = analysis.recipients.binary_search_by(|it| it.id.cmp(&recipient.id));
        found.is_ok_and(|at| analysis.recipients[at].is_linked())
    };
    let inside = people.iter().filter(is_linked).count();
    Some(Hint::Beyond { outside: people.len() - inside, of: people.len(), is_circle })
}

/// Messages that say themselves that they were delivered to their recipient's address.
fn delivered(contents: &Contents, messages: &[&Message]) -> Option<Hint> {
    let known: Vec<&&Message> = messages.iter().filter(|message| message.channel == Channel::Email && message.recipients.len() == 1).collect();
    let key = |text: &str| normalise::email(text).map(|email| email.key);
    let is_own = |message: &&&Message| {
        let own = message.recipients.first().and_then(|id| contents.recipient(id)).and_then(|recipient| key(&recipient.identity.email));
        own.is_some() && message.delivered_to.iter().any(|address| key(&address.address) == own)
    };
    let count = known.iter().filter(|message| is_own(message)).count();
    (!known.is_empty()).then_some(Hint::Delivered { messages: count, of: known.len() })
}
