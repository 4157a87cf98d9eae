//! Links every recipient of the case to every source, once for all campaigns.

use super::{AnalysisError, Link, RecipientAnalysis};
use crate::attribute::{SizeCurve, Validity};
use crate::case::{Case, CaseError};
use crate::job::{Progress, Stage};
use crate::link::membership::{People, Presence, SnapshotRows, membership, overlap};
use crate::link::{LinkError, Part, RecipientKeys, RowLink, Segments, exact};
use crate::model::dates::day_from_number;
use crate::model::{Contents, Day, Snapshot, SnapshotId, Source, SourceId};
use polars::frame::DataFrame;

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
#[derive(Clone, Debug)]
pub struct LinkedSource {
    /// Which.
    pub id: SourceId,
    /// Sorted by recipient.
    pub members: Vec<LinkedMember>,
    /// `N_k(T)`.
    pub size: SizeCurve,
    /// Whether anything dates its records.
    pub is_dated: bool,
    /// First day any row says somebody joined.
    pub first_joined: Option<Day>,
    people: People,
    links: Vec<(SnapshotId, RowLink)>,
    other_details: Vec<(u32, SnapshotId)>,
}

/// All sources of a case, by id.
#[derive(Clone, Debug)]
pub struct Linked {
    /// By id, declared ones included.
    pub sources: Vec<LinkedSource>,
}

/// Links all recipients and controls to all sources.
pub fn link(case: &Case, keys: &[RecipientKeys], progress: &dyn Progress) -> Result<Linked, AnalysisError> {
    let mut sources: Vec<&Source> = case.contents().sources.iter().collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    let sources: Result<Vec<LinkedSource>, AnalysisError> = sources.into_iter().map(|source| of_source(case, source, keys, progress)).collect();
    Ok(Linked { sources: sources? })
}

fn of_source(case: &Case, source: &Source, keys: &[RecipientKeys], progress: &dyn Progress) -> Result<LinkedSource, AnalysisError> {
    let snapshots = case.contents().snapshots_of(&source.id);
    let mut tables: Vec<(Stored<'_>, Vec<RowLink>)> = Vec::new();
    let mut first_joined = None;
    for snapshot in &snapshots {
        progress.stage(Stage::Linking, &format!("{} {}", source.id, snapshot.label()));
        let segments = Stored::of(case, snapshot)?;
        let links = exact::exact(keys, &segments, progress).map_err(told)?;
        first_joined = first_joined.into_iter().chain(segments.earliest_joined()?).min();
        tables.push((segments, links));
    }
    let rows: Vec<SnapshotRows<'_>> = snapshots
        .iter()
        .zip(&tables)
        .map(|(snapshot, (segments, links))| {
            let as_of = snapshot.as_of.as_ref().and_then(|day| Some((day.earliest.or(day.latest)?, day.latest.or(day.earliest)?)));
            SnapshotRows { as_of, segments, links }
        })
        .collect();
    let found = membership(keys.len(), &rows, progress).map_err(told)?;
    let other_details = found.presence.iter().zip(&snapshots).flat_map(|(of_snapshot, snapshot)| {
        let others = of_snapshot.iter().enumerate().filter(|(_, presence)| **presence == Presence::OtherDetails);
        others.map(|(recipient, _)| (recipient as u32, snapshot.id))
    });
    let other_details = other_details.collect();
    let members =
        found.members.into_iter().map(|m| LinkedMember { recipient: m.recipient, probability: m.probability, validity: m.validity }).collect();
    let links = snapshots.iter().zip(&tables).flat_map(|(snapshot, (_, links))| links.iter().map(|link| (snapshot.id, link.clone()))).collect();
    Ok(LinkedSource {
        id: source.id.clone(),
        members,
        size: found.size,
        is_dated: found.is_dated,
        first_joined,
        people: found.people,
        links,
        other_details,
    })
}

/// The segments of a snapshot in the case.
struct Stored<'a> {
    case: &'a Case,
    snapshot: SnapshotId,
    count: usize,
}

/// What [`Part::Keys`] asks for.
const KEYS: [&str; 9] =
    ["row", "key.email", "key.phone", "key.identifier", "key.record", "joined.earliest", "joined.latest", "left.earliest", "left.latest"];

impl<'a> Stored<'a> {
    fn of(case: &'a Case, snapshot: &Snapshot) -> Result<Self, CaseError> {
        Ok(Self { case, snapshot: snapshot.id, count: case.segment_count(snapshot.id)? })
    }

    /// First day any row says somebody joined.
    fn earliest_joined(&self) -> Result<Option<Day>, AnalysisError> {
        let mut first = None;
        for n in 0..self.count {
            let segment = self.case.segment_columns(self.snapshot, n, &["joined.earliest"])?;
            let days = segment.column("joined.earliest").and_then(|column| column.i32()).map_err(LinkError::Table)?;
            first = first.into_iter().chain(days.iter().flatten().min()).min();
        }
        Ok(first.and_then(day_from_number))
    }
}

impl Segments for Stored<'_> {
    fn count(&self) -> usize {
        self.count
    }

    fn read(&self, n: usize, part: Part) -> Result<DataFrame, LinkError> {
        let read = match part {
            Part::Keys => self.case.segment_columns(self.snapshot, n, &KEYS),
            Part::Whole => self.case.segment(self.snapshot, n),
        };
        read.map_err(|error| LinkError::Segment(Box::new(error)))
    }
}

/// What kept a segment from being read is said by the case itself.
fn told(error: LinkError) -> AnalysisError {
    match error {
        LinkError::Segment(source) => match source.downcast::<CaseError>() {
            Ok(error) => AnalysisError::Case(*error),
            Err(source) => AnalysisError::Link(LinkError::Segment(source)),
        },
        other => AnalysisError::Link(other),
    }
}

impl Linked {
    /// `|S_l ∩ S_h|` with l over time and h on `day`, in the order of the sources; the diagonal is each source's own size.
    pub fn overlaps(&self, day: Day) -> Vec<Vec<SizeCurve>> {
        let curve = |l: &LinkedSource, h: &LinkedSource| if l.id == h.id { l.size.clone() } else { overlap(&l.people, &h.people, day) };
        self.sources.iter().map(|l| self.sources.iter().map(|h| curve(l, h)).collect()).collect()
    }

    /// What is known of every recipient before any reasoning, in the order of the case.
    pub fn recipients(&self, contents: &Contents, keys: &[RecipientKeys]) -> Vec<RecipientAnalysis> {
        let blank = |(recipient, keys): (&crate::model::Recipient, &RecipientKeys)| RecipientAnalysis {
            id: recipient.id.clone(),
            key: keys.shown(&recipient.identity),
            origins: Vec::new(),
            none: 0.0,
            links: Vec::new(),
            other_details: Vec::new(),
        };
        let mut recipients: Vec<RecipientAnalysis> = contents.recipients.iter().zip(keys).map(blank).collect();
        for source in &self.sources {
            for (snapshot, link) in &source.links {
                let found =
                    Link { source: source.id.clone(), snapshot: *snapshot, row: u64::from(link.row), probability: link.probability, how: link.how };
                recipients[link.recipient as usize].links.push(found);
            }
            for &(recipient, snapshot) in &source.other_details {
                recipients[recipient as usize].other_details.push(snapshot);
            }
        }
        recipients
    }
}
