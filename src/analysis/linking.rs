//! Links every recipient of the case to every source, once for all campaigns.

use super::found::{People as Asked, SnapshotFound};
use super::slices::{FileSlice, slices};
use super::stored::Stored;
use super::{AnalysisError, Link, RecipientAnalysis, SnapshotLinkage};
use crate::attribute::{SizeCurve, Validity};
use crate::case::Case;
use crate::job::{Progress, Stage};
use crate::link::RecipientKeys;
use crate::link::membership::{Census, People, Presence, SnapshotRows, membership, overlap};
use crate::link::staged::Found;
use crate::model::{Contents, Day, SnapshotId, Source, SourceId, SourceKind};

/// A recipient of the case as a record of a source.
#[derive(Clone, Debug)]
pub struct LinkedMember {
    /// Index into [`Contents::recipients`].
    pub recipient: u32,
    /// m.
    pub probability: f64,
    /// v.
    pub validity: Validity,
}

/// A source with everything linking says about it.
pub struct LinkedSource {
    /// Which.
    pub id: SourceId,
    /// Sorted by recipient.
    pub members: Vec<LinkedMember>,
    /// `N_k(T)`.
    pub size: SizeCurve,
    /// Whether anything dates its records.
    pub is_dated: bool,
    /// Parts of it that may have been copied alone.
    pub slices: Vec<FileSlice>,
    /// First day any row says somebody joined.
    pub first_joined: Option<Day>,
    /// Its states hold keyed hashes only.
    pub is_sealed: bool,
    people: People,
    found: Vec<SnapshotFound>,
    other_details: Vec<(u32, SnapshotId)>,
}

/// All sources of a case, by id.
pub struct Linked {
    /// By id, declared ones included.
    pub sources: Vec<LinkedSource>,
}

/// Links all recipients and controls to all sources.
pub fn link(case: &Case, keys: &[RecipientKeys], progress: &dyn Progress) -> Result<Linked, AnalysisError> {
    let people = Asked::of(case.contents(), keys);
    let mut sources: Vec<&Source> = case.contents().sources.iter().collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    let sources: Result<Vec<LinkedSource>, AnalysisError> = sources.into_iter().map(|source| of_source(case, source, &people, progress)).collect();
    Ok(Linked { sources: sources? })
}

fn of_source(case: &Case, source: &Source, people: &Asked<'_>, progress: &dyn Progress) -> Result<LinkedSource, AnalysisError> {
    let snapshots = case.contents().snapshots_of(&source.id);
    let with_keys = case.contents().sources.len() > 1;
    let mut tables: Vec<SnapshotFound> = Vec::new();
    for snapshot in &snapshots {
        progress.stage(Stage::Linking, &format!("{} {}", source.id, snapshot.label()));
        let stored = Stored::of(case, snapshot)?;
        tables.push(SnapshotFound::of(snapshot, &stored, people, with_keys, progress)?);
    }
    let first_joined = tables.iter().filter_map(|found| found.rows.earliest_joined()).min();
    let rows: Vec<SnapshotRows<'_>> = snapshots
        .iter()
        .zip(&tables)
        .map(|(snapshot, found)| {
            let as_of = snapshot.as_of.as_ref().and_then(|day| Some((day.earliest.or(day.latest)?, day.latest.or(day.earliest)?)));
            SnapshotRows { as_of, rows: &found.rows, links: &found.links, others: &found.others }
        })
        .collect();
    let joined = membership(people.len(), &rows, progress)?;
    let other_details = joined.presence.iter().zip(&snapshots).flat_map(|(of_snapshot, snapshot)| {
        let others = of_snapshot.iter().enumerate().filter(|(_, presence)| **presence == Presence::OtherDetails);
        others.map(|(recipient, _)| (recipient as u32, snapshot.id))
    });
    let other_details = other_details.collect();
    let censuses: Vec<&Census> = tables.iter().map(|found| &found.rows).collect();
    let slices = if source.kind == SourceKind::Held { slices(&snapshots, &censuses, &joined.members, &joined.size, progress)? } else { Vec::new() };
    let members =
        joined.members.into_iter().map(|m| LinkedMember { recipient: m.recipient, probability: m.probability, validity: m.validity }).collect();
    Ok(LinkedSource {
        id: source.id.clone(),
        members,
        size: joined.size,
        is_dated: joined.is_dated,
        slices,
        first_joined,
        is_sealed: source.seal.is_some() && !snapshots.is_empty(),
        people: joined.people,
        found: tables.into_iter().map(|found| SnapshotFound { rows: Census::default(), ..found }).collect(),
        other_details,
    })
}

/// A link as the analysis keeps it.
fn kept(linkage: &SnapshotLinkage, found: &Found, is_present: bool) -> Link {
    Link {
        source: linkage.source.clone(),
        snapshot: linkage.snapshot,
        row: u64::from(found.row),
        probability: found.probability,
        given: found.given,
        how: found.how,
        label: found.label,
        is_present,
        explained: found.explained.clone(),
        runner_up: found.runner_up.map(|(row, probability)| (u64::from(row), probability)),
        answer: found.answer,
    }
}

impl Linked {
    /// `|S_l ∩ S_h|` with l over time and h on `day`, in the order of the sources; the diagonal is each source's own size.
    pub fn overlaps(&self, day: Day) -> Vec<Vec<SizeCurve>> {
        let curve = |l: &LinkedSource, h: &LinkedSource| if l.id == h.id { l.size.clone() } else { overlap(&l.people, &h.people, day) };
        self.sources.iter().map(|l| self.sources.iter().map(|h| curve(l, h)).collect()).collect()
    }

    /// What linking to each snapshot says about itself, by source, then snapshot.
    pub fn linkage(&self) -> Vec<SnapshotLinkage> {
        self.sources.iter().flat_map(|source| source.found.iter().map(|found| found.linkage.clone())).collect()
    }

    /// What is known of every recipient before any reasoning, in the order of the case.
    pub fn recipients(&self, contents: &Contents, keys: &[RecipientKeys]) -> Vec<RecipientAnalysis> {
        let blank = |(recipient, keys): (&crate::model::Recipient, &RecipientKeys)| RecipientAnalysis {
            id: recipient.id.clone(),
            key: keys.shown(&recipient.identity),
            origins: Vec::new(),
            none: 0.0,
            links: Vec::new(),
            refused: Vec::new(),
            other_details: Vec::new(),
        };
        let mut recipients: Vec<RecipientAnalysis> = contents.recipients.iter().zip(keys).map(blank).collect();
        for source in &self.sources {
            for SnapshotFound { found, refused, linkage, .. } in &source.found {
                for (found, is_present) in found {
                    recipients[found.person as usize].links.push(kept(linkage, found, *is_present));
                }
                for found in refused {
                    recipients[found.person as usize].refused.push(kept(linkage, found, false));
                }
            }
            for &(recipient, snapshot) in &source.other_details {
                recipients[recipient as usize].other_details.push(snapshot);
            }
        }
        recipients
    }
}
