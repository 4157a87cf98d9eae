//! Families of messages: everything that belongs to one campaign, whatever its channel, with its texts, its waves and the reasons.
//!
//! Messages with nearly the same text are one *version*. Versions are joined by partly the same text, sender, links, numbers, people and days; what is
//! stated by the user or the manifest is never joined with another campaign. Further copies of a message are left out: they follow their original.

#[cfg(test)]
mod tests;

use super::CampaignError;
use super::cards::{Card, card, cards, distinct, stated, zone};
use super::shingles::{Sketch, words_in_common};
use super::similar::cluster;
use super::text;
use super::ties::{ENOUGH, Group, Reason, like_text, weigh};
use super::unions::Unions;
use super::waves;
use crate::job::Progress;
use crate::model::{CampaignId, Contents, Day};
use std::collections::{BTreeMap, BTreeSet};

/// Campaign of the messages for which nobody named one.
pub const UNASSIGNED: &str = "c1";

/// Groups that share a feature are compared with this many before them, in order of time, and with the first ones.
const NEIGHBOURS: usize = 8;

/// Messages that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Family {
    /// The campaign somebody stated for one of them.
    pub stated: Option<CampaignId>,
    /// Indices into [`Contents::messages`], in order of time; further copies left out.
    pub messages: Vec<usize>,
    /// Its texts, in order of time: the messages of each.
    pub versions: Vec<Vec<usize>>,
    /// When it was sent: one wave per text and run of days.
    pub waves: Vec<Wave>,
    /// Why its versions are together: between the first messages of two of them.
    pub ties: Vec<Tie>,
}

/// Copies of one text sent about the same days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wave {
    /// Index into [`Family::versions`].
    pub version: usize,
    /// First and last day; `None` if nothing dates it.
    pub days: Option<(Day, Day)>,
    /// Indices into [`Contents::messages`], in order of time.
    pub messages: Vec<usize>,
}

/// Why two messages are together.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Indices into [`Contents::messages`].
    pub between: (usize, usize),
    /// Strongest first.
    pub reasons: Vec<Reason>,
}

/// Messages of one text and one stated campaign.
struct Node {
    cluster: usize,
    stated: Option<CampaignId>,
    cards: Vec<usize>,
    group: Group,
}

/// The families of a case, in order of their first sending.
pub fn families(contents: &Contents, progress: &dyn Progress) -> Result<Vec<Family>, CampaignError> {
    let cards = cards(contents);
    let (texts, text_of) = distinct(&cards);
    // What says nothing alone has its sender below it and is like nothing else.
    let bare: Vec<&str> = texts.iter().map(|text| if text.contains('\n') { "" } else { text }).collect();
    let clusters = cluster(&bare, progress)?;
    let mut by_node: BTreeMap<(usize, Option<CampaignId>), Vec<usize>> = BTreeMap::new();
    for (card, of) in cards.iter().enumerate() {
        by_node.entry((clusters.of[text_of[card]], stated(&contents.messages[of.at]))).or_default().push(card);
    }
    let nodes: Vec<Node> = by_node
        .into_iter()
        .map(|((cluster, stated), members)| {
            let group = group(&members.iter().map(|&card| &cards[card]).collect::<Vec<_>>(), contents);
            Node { cluster, stated, cards: members, group }
        })
        .collect();
    if progress.is_cancelled() {
        return Err(CampaignError::Cancelled);
    }
    Ok(join(&nodes, &cards))
}

/// Why two messages of a case would belong together, strongest first, by themselves and not through others.
pub fn reasons_between(contents: &Contents, a: usize, b: usize) -> Vec<Reason> {
    let zone = zone(contents);
    let alone = |at: usize| {
        let message = contents.messages.get(at)?;
        Some(group(&[&card(at, message, &zone)], contents))
    };
    let (Some(one), Some(other)) = (alone(a), alone(b)) else { return Vec::new() };
    let mut reasons = weigh(&one, &other).1;
    if let (Some(one), Some(other)) = (stated(&contents.messages[a]), stated(&contents.messages[b]))
        && one == other
    {
        reasons.insert(0, Reason::Stated(one));
    }
    reasons
}

fn group(cards: &[&Card], contents: &Contents) -> Group {
    let mut group = Group::default();
    let mut senders: BTreeMap<&super::features::Sender, usize> = BTreeMap::new();
    for card in cards {
        group.features.links.extend(card.features.links.iter().cloned());
        group.features.phones.extend(card.features.phones.iter().cloned());
        group.features.mailings.extend(card.features.mailings.iter().cloned());
        if let Some(sender) = &card.features.sender {
            *senders.entry(sender).or_default() += 1;
        }
        group.people.extend(contents.messages[card.at].recipients.iter().cloned());
        if let Some(day) = card.day {
            let (first, last) = group.days.unwrap_or((day, day));
            group.days = Some((first.min(day), last.max(day)));
        }
    }
    // A forward has another sender; the one most copies have is the mailing's.
    group.features.sender = senders.into_iter().rev().max_by_key(|(_, count)| *count).map(|(sender, _)| sender.clone());
    if let Some(first) = cards.first() {
        group.text.clone_from(&first.text);
        group.sketch = Sketch::of(&first.text);
    }
    group
}

/// The least share of words a copy has in common with the first one, of the first `most` copies; `None` for fewer than two.
pub fn least_in_common(contents: &Contents, messages: &[usize], most: usize) -> Option<f64> {
    let mut texts = messages.iter().take(most).filter_map(|&at| contents.messages.get(at)).map(text::comparable);
    let first = texts.next()?;
    texts.map(|other| if other == first { 1.0 } else { words_in_common(&first, &other) }).min_by(f64::total_cmp)
}

/// An edge between two nodes with what speaks for it.
struct Edge {
    points: u32,
    nodes: (usize, usize),
    reasons: Vec<Reason>,
}

fn join(nodes: &[Node], cards: &[Card]) -> Vec<Family> {
    let mut edges: Vec<Edge> = candidates(nodes)
        .into_iter()
        .filter_map(|(a, b)| {
            let (mut points, mut reasons) = weigh(&nodes[a].group, &nodes[b].group);
            if nodes[a].cluster == nodes[b].cluster && !is_by_text(&reasons) {
                // The first texts of both differ clearly, but a chain of variants leads from one to the other.
                points = points.max(ENOUGH);
                reasons.insert(0, like_text(&nodes[a].group, &nodes[b].group));
            }
            (points >= ENOUGH).then_some(Edge { points, nodes: (a, b), reasons })
        })
        .collect();
    // Texts first: what has come to a stated campaign by its text brings nothing else along.
    edges.sort_by_key(|edge| (!is_by_text(&edge.reasons), std::cmp::Reverse(edge.points), edge.nodes));
    let mut unions = Unions::new(nodes.len());
    let mut ties: Vec<((usize, usize), Vec<Reason>)> = Vec::new();
    let mut first_of: BTreeMap<&CampaignId, usize> = BTreeMap::new();
    let mut label: Vec<Option<&CampaignId>> = nodes.iter().map(|node| node.stated.as_ref()).collect();
    for (at, node) in nodes.iter().enumerate() {
        let Some(stated) = &node.stated else { continue };
        let first = *first_of.entry(stated).or_insert(at);
        if unions.union(first, at) {
            ties.push(((first, at), vec![Reason::Stated(stated.clone())]));
        }
    }
    for edge in edges {
        let (a, b) = (unions.find(edge.nodes.0), unions.find(edge.nodes.1));
        let together = match (label[a], label[b]) {
            (Some(one), Some(other)) if one != other => continue,
            (one, other) if one != other && !is_by_text(&edge.reasons) => continue,
            (one, other) => one.or(other),
        };
        if unions.union(a, b) {
            label[a.min(b)] = together;
            ties.push((edge.nodes, edge.reasons));
        }
    }
    assemble(nodes, cards, &mut unions, ties)
}

fn is_by_text(reasons: &[Reason]) -> bool {
    reasons.first().is_some_and(|reason| matches!(reason, Reason::SameText | Reason::LikeText { .. }))
}

/// Pairs of nodes worth weighing: of one text, or with a feature in common. Sorted, each once.
fn candidates(nodes: &[Node]) -> BTreeSet<(usize, usize)> {
    let mut sharing: BTreeMap<(u8, String), Vec<usize>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        let features = &node.group.features;
        let mut share = |kind: u8, key: &str| sharing.entry((kind, key.to_owned())).or_default().push(at);
        features.links.iter().for_each(|link| share(0, link));
        features.phones.iter().for_each(|phone| share(1, phone));
        features.mailings.iter().for_each(|mailing| share(2, mailing));
        if let Some(sender) = &features.sender {
            share(3, &sender.key);
        }
    }
    let mut pairs = BTreeSet::new();
    for (_, mut members) in sharing {
        members.sort_by_key(|&at| (nodes[at].group.days.is_none(), nodes[at].group.days, at));
        members.dedup();
        for (place, &at) in members.iter().enumerate() {
            let before = members[place.saturating_sub(NEIGHBOURS)..place].iter().chain(members[..place.min(NEIGHBOURS)].iter());
            pairs.extend(before.map(|&other| (at.min(other), at.max(other))));
        }
    }
    // Nodes of one cluster, with and without a stated campaign, stand side by side.
    for at in 0..nodes.len() {
        pairs.extend((at + 1..nodes.len()).take_while(|&other| nodes[other].cluster == nodes[at].cluster).map(|other| (at, other)));
    }
    pairs
}

fn assemble(nodes: &[Node], cards: &[Card], unions: &mut Unions, ties: Vec<((usize, usize), Vec<Reason>)>) -> Vec<Family> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for node in 0..nodes.len() {
        members.entry(unions.find(node)).or_default().push(node);
    }
    let mut ties_of: BTreeMap<usize, Vec<Tie>> = BTreeMap::new();
    let message = |card: usize| cards[card].at;
    let first = |node: usize| message(nodes[node].cards[0]);
    for ((a, b), reasons) in ties {
        ties_of.entry(unions.find(a)).or_default().push(Tie { between: (first(a), first(b)), reasons });
    }
    let mut families: Vec<(usize, Family)> = Vec::new();
    for (root, of) in members {
        let mut by_text: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &node in &of {
            by_text.entry(nodes[node].cluster).or_default().extend(&nodes[node].cards);
        }
        let mut versions: Vec<Vec<usize>> = by_text.into_values().collect();
        // Cards are in order of time, so the first card tells which text came first.
        for cards in &mut versions {
            cards.sort_unstable();
        }
        versions.sort();
        let mut all: Vec<usize> = versions.iter().flatten().copied().collect();
        all.sort_unstable();
        let mut family = Family {
            stated: of.iter().find_map(|&node| nodes[node].stated.clone()),
            messages: all.iter().map(|&card| message(card)).collect(),
            ties: ties_of.remove(&root).unwrap_or_default(),
            ..Family::default()
        };
        for (version, members) in versions.iter().enumerate() {
            let dated: Vec<(usize, Option<Day>)> = members.iter().map(|&card| (message(card), cards[card].day)).collect();
            family.versions.push(dated.iter().map(|&(message, _)| message).collect());
            family.waves.extend(waves::waves(version, &dated));
        }
        family.waves.sort_by_key(|wave| (wave.days.is_none(), wave.days, wave.version));
        families.push((all[0], family));
    }
    families.sort_by_key(|(first, _)| *first);
    families.into_iter().map(|(_, family)| family).collect()
}
