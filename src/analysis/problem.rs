//! States the problem of one campaign in the symbols of method.md.

use super::linking::{Linked, LinkedSource};
use super::slices::FileSlice;
use crate::attribute::{Candidate, Circle, ControlLink, Member, Problem, SizeCurve, Slice, StatedOrigin, Subject};
use crate::campaign::Campaign;
use crate::model::{Contents, Day, FoundBy, Recipient, RecipientId, Source, SourceId, SourceKind};

/// A problem, and which recipients of the case its subjects are.
pub struct Stated {
    /// For the mathematics.
    pub problem: Problem,
    /// Per subject: index into [`Contents::recipients`].
    pub subjects: Vec<usize>,
}

/// States the problem of `campaign`.
pub fn state(contents: &Contents, campaign: &Campaign<'_>, linked: &Linked, seed: u64) -> Stated {
    let first_send = first_send(contents, campaign);
    let order: Vec<&SourceId> = linked.sources.iter().map(|source| &source.id).collect();
    let place = |id: &SourceId| order.iter().position(|known| *known == id);
    let subject = |&at: &usize| {
        let recipient = &contents.recipients[at];
        let statement = contents.statements.iter().find(|statement| statement.recipient == recipient.id && !statement.is_denied);
        let stated =
            statement.and_then(|s| Some(StatedOrigin { candidate: place(&s.source)?, is_exclusive: s.is_exclusive, reliability: s.reliability }));
        Subject { id: recipient.id.clone(), circle: circle(recipient, &place), stated }
    };
    let subjects: Vec<Subject> = campaign.recipients.iter().map(subject).collect();
    let candidates: Vec<Candidate> = linked.sources.iter().filter_map(|source| candidate(contents, campaign, source, first_send)).collect();
    let is_complete_list = !subjects.is_empty() && campaign.recipients.iter().all(|&at| contents.recipients[at].found_by == FoundBy::CompleteList);
    let has_circle = subjects.iter().any(|subject| subject.circle.is_some());
    let pool = contents.incident.pool as f64;
    let overlaps = if has_circle { overlaps(linked, &candidates, pool, first_send) } else { Vec::new() };
    Stated {
        problem: Problem { pool, first_send, is_complete_list, subjects, candidates, overlaps, prints: Vec::new(), seed },
        subjects: campaign.recipients.clone(),
    }
}

/// `|S_l ∩ S_h|` for every pair of candidates. What is only declared overlaps as its share of the pool lets expect.
fn overlaps(linked: &Linked, candidates: &[Candidate], pool: f64, first_send: Day) -> Vec<Vec<SizeCurve>> {
    let held = linked.overlaps(first_send);
    // The m of somebody about whom nothing is stated: see `attribute`.
    let share = |candidate: &Candidate| candidate.coverage.map(|coverage| coverage.min(candidate.size.on(first_send) / pool));
    // Hashes made with one key meet no others: nobody knows whom a sealed file shares with the rest.
    let is_hidden = |l: usize, h: usize| linked.sources[l].is_sealed || linked.sources[h].is_sealed;
    let of_pair = |l: usize, h: usize| {
        let curve = if l == h { &candidates[l].size } else { &held[l][h] };
        match (share(&candidates[l]), share(&candidates[h])) {
            _ if l == h => curve.clone(),
            (Some(m), _) => SizeCurve::constant(m * candidates[h].size.on(first_send)),
            (None, Some(m)) => times(&candidates[l].size, m),
            // The largest it can be, which gives the file the least support.
            (None, None) if is_hidden(l, h) => at_most(&candidates[l].size, candidates[h].size.on(first_send)),
            // At least those who were found in both.
            (None, None) => at_least(curve, in_both(&candidates[l], &candidates[h])),
        }
    };
    (0..candidates.len()).map(|l| (0..candidates.len()).map(|h| of_pair(l, h)).collect()).collect()
}

fn in_both(l: &Candidate, h: &Candidate) -> f64 {
    let is_in_h = |member: &&Member| h.members.binary_search_by_key(&member.subject, |other| other.subject).is_ok();
    l.members.iter().filter(is_in_h).count() as f64
}

fn times(curve: &SizeCurve, factor: f64) -> SizeCurve {
    SizeCurve { knots: curve.knots.iter().map(|&(day, size)| (day, size * factor)).collect(), before: curve.before * factor }
}

fn at_most(curve: &SizeCurve, most: f64) -> SizeCurve {
    SizeCurve { knots: curve.knots.iter().map(|&(day, size)| (day, size.min(most))).collect(), before: curve.before.min(most) }
}

fn at_least(curve: &SizeCurve, least: f64) -> SizeCurve {
    SizeCurve { knots: curve.knots.iter().map(|&(day, size)| (day, size.max(least))).collect(), before: curve.before.max(least) }
}

/// Day of the first send. Without any date: the last day considered, or the last day a source shows.
fn first_send(contents: &Contents, campaign: &Campaign<'_>) -> Day {
    let states = contents.snapshots.iter().filter_map(|snapshot| snapshot.as_of.as_ref()?.latest);
    campaign.days.map(|(first, _)| first).or(contents.incident.until).or_else(|| states.max()).unwrap_or(Day::constant(2000, 1, 1))
}

fn circle(recipient: &Recipient, place: &impl Fn(&SourceId) -> Option<usize>) -> Option<Circle> {
    match &recipient.found_by {
        FoundBy::Circle(source) => Some(Circle { candidate: place(source)?, sigma: recipient.sigma.unwrap_or(f64::INFINITY) }),
        FoundBy::OpenCall | FoundBy::CompleteList => None,
    }
}

fn candidate(contents: &Contents, campaign: &Campaign<'_>, linked: &LinkedSource, first_send: Day) -> Option<Candidate> {
    let source = contents.source(&linked.id)?;
    let subject_of = |recipient: usize| campaign.recipients.binary_search(&recipient).ok();
    let mut members: Vec<Member> = linked
        .members
        .iter()
        .filter_map(|member| {
            Some(Member { subject: subject_of(member.recipient as usize)?, probability: member.probability, validity: member.validity })
        })
        .collect();
    members.sort_by_key(|member| member.subject);
    let control = |recipient: usize| campaign.controls.binary_search(&recipient).ok();
    let controls = linked.members.iter().filter(|member| control(member.recipient as usize).is_some());
    let controls = controls.map(|member| ControlLink {
        id: contents.recipients[member.recipient as usize].id.clone(),
        probability: member.probability,
        validity: member.validity,
    });
    Some(Candidate {
        id: source.id.clone(),
        first_evidence: first_evidence(contents, source, linked, first_send),
        is_dated: linked.is_dated,
        size: size(source, linked),
        members,
        controls: controls.collect(),
        coverage: (source.kind == SourceKind::Declared).then(|| source.coverage.unwrap_or(1.0)),
        slices: linked.slices.iter().map(|slice| part(contents, campaign, slice)).collect(),
    })
}

/// A part of a source, with the recipients and controls of the campaign that are in it.
fn part(contents: &Contents, campaign: &Campaign<'_>, slice: &FileSlice) -> Slice {
    let of = |list: &[usize]| -> Vec<usize> {
        let mut found: Vec<usize> = slice.recipients.iter().filter_map(|recipient| list.binary_search(&(*recipient as usize)).ok()).collect();
        found.sort_unstable();
        found
    };
    let mut controls: Vec<RecipientId> = of(&campaign.controls).into_iter().map(|at| contents.recipients[campaign.controls[at]].id.clone()).collect();
    controls.sort();
    Slice { field: slice.field.clone(), value: slice.value.clone(), size: slice.size.clone(), subjects: of(&campaign.recipients), controls }
}

/// `N_k(T)`: what the rows say; for a declared source what it is declared to hold.
fn size(source: &Source, linked: &LinkedSource) -> SizeCurve {
    match (source.kind, source.size) {
        // A sealed file is counted as a held one, if any state of it came in.
        (SourceKind::Held, _) | (_, None) => linked.size.clone(),
        (SourceKind::Sealed, _) if linked.is_sealed => linked.size.clone(),
        (_, Some(size)) => SizeCurve::constant(size as f64),
    }
}

/// First evidence of the file: as declared, else its first row or state. Never after the first send.
fn first_evidence(contents: &Contents, source: &Source, linked: &LinkedSource, first_send: Day) -> Day {
    let states = contents.snapshots.iter().filter(|s| s.source == source.id).filter_map(|s| s.as_of.as_ref()?.earliest);
    let rows = linked.first_joined;
    let first = source.first_known.or_else(|| states.chain(rows).min());
    first.unwrap_or(first_send).min(first_send)
}
