//! What an address that names a source counts for: a statement its owner did not have to make, or nothing. Not the flagging itself.
//!
//! Somebody who writes `anna+club@…` into a form says, there and then, that this address is for the club; a row that was seeded was made for one file. If
//! such an address receives the message it counts as "I gave it only to this source", with the reliability every statement has unless its owner says
//! another ([`RELIABILITY`]): addresses leak with breaches, and a tag can be guessed. It does not count where its owner said something themselves (that
//! counts), where it names several sources, where the very address stands in another file too, where the person is no record of the file it names, or
//! where nothing but a word in front of the @ names the source.

use super::{Canary, CanaryReason};
use crate::model::{RecipientId, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// ρ of an address that names a source; the same as that of what people say.
pub const RELIABILITY: f64 = 0.9;

/// A flagged address and what it counts for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flagged {
    /// What was flagged, and why.
    #[serde(flatten)]
    pub canary: Canary,
    /// Other sources in which the very address stands, tag included; sorted. A sealed source keeps no tags, so it is never listed.
    #[serde(default)]
    pub also_in: Vec<SourceId>,
    /// What it counts for.
    pub worth: Worth,
}

/// What a flagged address counts for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Worth {
    /// As much as "I gave this address only to this source".
    Statement {
        /// ρ.
        reliability: f64,
    },
    /// Its owner said something about where they gave it: that counts instead.
    Said,
    /// It names several sources.
    Ambiguous,
    /// The very address stands in another file too.
    Shared,
    /// The person is no record of the file it names.
    Absent,
    /// It received nothing.
    Silent,
    /// Only a word in front of the @ names the source; it may be there for another reason.
    Unsure,
}

/// What is known about the people whose addresses were flagged.
#[derive(Clone, Debug, Default)]
pub struct Seen<'a> {
    /// Who received.
    pub received: BTreeSet<&'a RecipientId>,
    /// Whoever made a statement about where they gave their address, exclusive or not.
    pub stated: BTreeSet<&'a RecipientId>,
    /// Who is a record of which source; for a source that is only declared nobody knows, so everybody counts as one.
    pub records: BTreeSet<(&'a RecipientId, &'a SourceId)>,
    /// Sources of which nobody knows whom they hold.
    pub declared: BTreeSet<&'a SourceId>,
    /// In which sources the very address stands.
    pub holders: BTreeMap<&'a RecipientId, BTreeSet<&'a SourceId>>,
}

/// Says of every flagged address what it counts for. At most one source is stated for each recipient.
pub fn weighed(canaries: Vec<Canary>, seen: &Seen<'_>) -> Vec<Flagged> {
    let also_in = |canary: &Canary| -> Vec<SourceId> {
        let holders = seen.holders.get(&canary.recipient).into_iter().flatten();
        holders.filter(|source| ***source != canary.source).map(|source| (*source).clone()).collect()
    };
    let mut flagged: Vec<Flagged> = canaries
        .into_iter()
        .map(|canary| {
            let also_in = also_in(&canary);
            let worth = worth(&canary, &also_in, seen);
            Flagged { canary, also_in, worth }
        })
        .collect();
    // A seeded row and a tag that name different files contradict each other.
    let counts = |flagged: &Flagged| matches!(flagged.worth, Worth::Statement { .. });
    let mut named: BTreeMap<RecipientId, BTreeSet<SourceId>> = BTreeMap::new();
    for it in flagged.iter().filter(|it| counts(it)) {
        named.entry(it.canary.recipient.clone()).or_default().insert(it.canary.source.clone());
    }
    for it in flagged.iter_mut().filter(|it| counts(it)) {
        if named.get(&it.canary.recipient).is_some_and(|sources| sources.len() > 1) {
            it.worth = Worth::Ambiguous;
        }
    }
    flagged
}

fn worth(canary: &Canary, also_in: &[SourceId], seen: &Seen<'_>) -> Worth {
    let Canary { recipient, source, reason, others } = canary;
    let is_record = seen.declared.contains(source) || seen.records.contains(&(recipient, source));
    match reason {
        CanaryReason::GivenToOne { .. } => Worth::Said,
        _ if !seen.received.contains(recipient) => Worth::Silent,
        _ if seen.stated.contains(recipient) => Worth::Said,
        CanaryReason::Alias { .. } => Worth::Unsure,
        _ if !others.is_empty() => Worth::Ambiguous,
        _ if !also_in.is_empty() => Worth::Shared,
        _ if !is_record => Worth::Absent,
        CanaryReason::Tag { .. } | CanaryReason::Seeded { .. } => Worth::Statement { reliability: RELIABILITY },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(recipient: &str, source: &str) -> Canary {
        let reason = CanaryReason::Tag { tag: source.to_owned(), word: source.to_owned() };
        Canary { recipient: recipient.into(), source: source.into(), reason, others: Vec::new() }
    }

    fn one(canary: Canary, change: impl Fn(&mut Seen<'_>)) -> Worth {
        let (anna, club) = (RecipientId::from("anna"), SourceId::from("club"));
        let mut seen = Seen::default();
        seen.received.insert(&anna);
        seen.records.insert((&anna, &club));
        seen.holders.insert(&anna, [&club].into());
        change(&mut seen);
        weighed(vec![canary], &seen)[0].worth
    }

    #[test]
    fn a_tag_that_received_counts_as_a_statement_of_the_usual_reliability() {
        assert_eq!(one(tag("anna", "club"), |_| ()), Worth::Statement { reliability: 0.9 });
    }

    #[test]
    fn nothing_counts_that_says_more_than_one_file_or_less_than_it_seems() {
        assert_eq!(one(Canary { others: vec!["town".into()], ..tag("anna", "club") }, |_| ()), Worth::Ambiguous);
        assert_eq!(one(tag("anna", "club"), |seen| seen.received.clear()), Worth::Silent);
        assert_eq!(one(tag("anna", "club"), |seen| seen.records.clear()), Worth::Absent);
        let reason = CanaryReason::Alias { local: "club.anna".to_owned(), word: "club".to_owned() };
        assert_eq!(one(Canary { reason, ..tag("anna", "club") }, |_| ()), Worth::Unsure);
        let (anna, town) = (RecipientId::from("anna"), SourceId::from("town"));
        let seen = Seen { received: [&anna].into(), declared: [&town].into(), ..Seen::default() };
        assert_eq!(weighed(vec![tag("anna", "town")], &seen)[0].worth, Worth::Statement { reliability: 0.9 }, "nobody knows whom it holds");
    }

    #[test]
    fn what_its_owner_said_comes_first_and_the_very_address_elsewhere_takes_it_away() {
        let (anna, club, town) = (RecipientId::from("anna"), SourceId::from("club"), SourceId::from("town"));
        let mut seen = Seen { received: [&anna].into(), records: [(&anna, &club)].into(), ..Seen::default() };
        seen.holders.insert(&anna, [&club, &town].into());
        let found = weighed(vec![tag("anna", "club")], &seen);
        assert_eq!((found[0].worth, found[0].also_in.as_slice()), (Worth::Shared, ["town".into()].as_slice()));
        seen.stated.insert(&anna);
        assert_eq!(weighed(vec![tag("anna", "club")], &seen)[0].worth, Worth::Said);
    }

    #[test]
    fn two_that_name_different_files_take_each_other_away() {
        let (anna, club, town) = (RecipientId::from("anna"), SourceId::from("club"), SourceId::from("town"));
        let seen = Seen { received: [&anna].into(), records: [(&anna, &club), (&anna, &town)].into(), ..Seen::default() };
        let reason = CanaryReason::Seeded { snapshot: crate::model::SnapshotId(1), row: 3, column: "Canari".to_owned(), value: "oui".to_owned() };
        let seeded = Canary { reason, ..tag("anna", "town") };
        assert!(weighed(vec![seeded, tag("anna", "club")], &seen).iter().all(|flagged| flagged.worth == Worth::Ambiguous));
    }
}
