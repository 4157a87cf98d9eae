//! Who is found in a state of a sealed source: people whose own keys, hashed with the key of the exchange, stand in it. By nothing else.

use super::super::stored::{Stored, told};
use super::super::{AnalysisError, SnapshotLinkage};
use super::{LINKED, People, SnapshotFound};
use crate::job::Progress;
use crate::link::exact::Search;
use crate::link::membership::{Census, census};
use crate::link::review::{overrule, rulings};
use crate::link::staged::{Found, staged};
use crate::link::used::Values;
use crate::link::{How, Learnt, LinkError, RecipientKeys, RowLink, Segments as _, SharedKey, sealed};
use crate::model::{Seal, SealKey, Snapshot};
use crate::normalise::seal::{SealedKind, seal};
use std::collections::{BTreeMap, BTreeSet};

/// Looks for everybody in a sealed state.
pub fn found(
    snapshot: &Snapshot,
    stored: &Stored<'_>,
    people: &People<'_>,
    with_keys: bool,
    by: &Seal,
    progress: &dyn Progress,
) -> Result<SnapshotFound, AnalysisError> {
    let hidden: Vec<RecipientKeys> = people.keys.iter().map(|keys| sealed::keys(&hashed(keys, &by.key))).collect();
    // The value used decides, as in every file; and here nothing else of the row is known.
    let held = Values::held_by(&snapshot.mapping);
    let used: Vec<RecipientKeys> = hidden.iter().zip(&people.used).map(|(keys, used)| limited(keys, used.and(held))).collect();
    let (search, by_used) = (Search::of(&hidden), Search::of(&used));
    let (mut hits, mut used_hits, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for n in 0..stored.count() {
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled.into());
        }
        let columns = stored.read(n).map_err(told)?;
        hits.extend(search.look(&columns));
        used_hits.extend(by_used.look(&columns));
        parts.push(census::Part::of(&columns, with_keys));
        progress.advance(n as u64 + 1, Some(stored.count() as u64));
    }
    let (exact, by_value) = (search.conclude(hits), by_used.conclude(used_hits).links);
    let standing: BTreeSet<(u32, u32)> = by_value.iter().map(|link| (link.recipient, link.row)).collect();
    let rulings = rulings(&people.contents.decisions, snapshot.id, |id| people.index(id));
    let (all, refused) = overrule(staged(&exact.links, Vec::new()), &rulings);
    let (mut found, mut links, mut others) = (Vec::with_capacity(all.len()), Vec::new(), Vec::new());
    for of_person in all.chunk_by(|a, b| a.person == b.person) {
        let person = of_person[0].person;
        let is_used = people.used[person as usize].and(held) != Values::default();
        let stands = |it: &Found| !is_used || it.how == How::Review || standing.contains(&(person, it.row));
        let counted = of_person.iter().filter(|it| stands(it));
        links.extend(counted.clone().map(|it| RowLink { recipient: person, row: it.row, probability: it.probability, how: it.how }));
        if counted.count() == 0 && of_person.iter().any(|it| it.probability >= LINKED) {
            others.push(person);
        }
        found.extend(of_person.iter().map(|it| (it.clone(), stands(it))));
    }
    let linkage = SnapshotLinkage {
        source: snapshot.source.clone(),
        snapshot: snapshot.id,
        rows: snapshot.rows,
        pairs: 0,
        learnt: Learnt::default(),
        capped: Vec::new(),
        shared: in_the_clear(exact.shared, people.keys, &hidden),
    };
    Ok(SnapshotFound { found, refused, links, others, rows: Census::of(parts), linkage })
}

fn hashed(keys: &RecipientKeys, key: &SealKey) -> RecipientKeys {
    let of = |kind: SealedKind, text: &Option<String>| text.as_deref().map(|text| seal(kind, text, key));
    RecipientKeys {
        email: of(SealedKind::Email, &keys.email),
        phone: of(SealedKind::Phone, &keys.phone),
        identifier: of(SealedKind::Identifier, &keys.identifier),
    }
}

/// The keys that were used on somebody.
fn limited(keys: &RecipientKeys, used: Values) -> RecipientKeys {
    RecipientKeys { email: keys.email.clone().filter(|_| used.email), phone: keys.phone.clone().filter(|_| used.phone), identifier: None }
}

/// Keys many people share, as the recipients have them: a hash would tell nobody anything.
fn in_the_clear(shared: Vec<SharedKey>, keys: &[RecipientKeys], hidden: &[RecipientKeys]) -> Vec<SharedKey> {
    let both = |one: &RecipientKeys| [one.email.clone(), one.phone.clone(), one.identifier.clone()];
    let names: BTreeMap<String, String> = keys
        .iter()
        .zip(hidden)
        .flat_map(|(keys, hidden)| both(hidden).into_iter().zip(both(keys)))
        .filter_map(|(hash, key)| Some((hash?, key?)))
        .collect();
    let mut shared: Vec<SharedKey> =
        shared.into_iter().map(|it| SharedKey { key: names.get(&it.key).cloned().unwrap_or_else(|| it.key.clone()), ..it }).collect();
    shared.sort_unstable();
    shared
}
