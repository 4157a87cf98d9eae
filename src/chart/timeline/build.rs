//! Puts the records of a case on their lanes.

use super::clock::{self, Clock};
use super::say;
use super::{Bar, Density, Lane, LaneKind, Mark, MarkKind, Target, Timeline, Undated};
use crate::analysis::{Analysis, CampaignAnalysis};
use crate::chart::density::Limit;
use crate::chart::folds::Folds;
use crate::model::{AccessAction, AccessEvent, CampaignId, Contents, Day, Event, EventKind, PersonId, Post, Source, UncertainDay};
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;

/// A source is shown as a possible origin from this log₁₀ LR against none on (cli.md).
const SUPPORTED: f64 = 1.0;

pub(super) fn timeline(contents: &Contents, analysis: Option<&Analysis>, clock: Clock, words: &Words) -> Timeline {
    let campaigns = campaigns(contents, analysis, clock, words);
    let density = density(contents, analysis, words);
    let (from, until) = extent(contents, &campaigns, density.as_ref());
    let horizon = contents.incident.until.or_else(|| campaigns.values().filter_map(|c| Some(c.sent?.1)).max());
    let frame = Frame { contents, words, from, until, horizon: horizon.and_then(|day| day.tomorrow().ok()).unwrap_or(until) };

    let mut undated = Vec::new();
    let mut lanes = frame.people(&mut undated);
    lanes.extend(frame.sources(&mut undated));
    lanes.extend(frame.campaigns(&campaigns, &mut undated));
    lanes.extend(frame.events(&mut undated));
    let mut chart = Timeline {
        title: words.text("chart-timeline-title"),
        description: String::new(),
        from,
        until,
        lanes,
        density,
        undated,
        folds: Folds::default(),
        is_part: false,
        note: String::new(),
    };
    chart.description = say::description(&chart, words);
    chart
}

/// A mailing, as far as the chart needs it.
struct Mailing {
    title: String,
    /// First and last day it can have been sent.
    sent: Option<(Day, Day)>,
    /// First and last instant, if any is known.
    instants: Option<String>,
}

/// The mailings of the case, with or without an analysis.
fn campaigns(contents: &Contents, analysis: Option<&Analysis>, clock: Clock, words: &Words) -> BTreeMap<CampaignId, Mailing> {
    let mut found: BTreeMap<CampaignId, Mailing> = BTreeMap::new();
    let mut add = |id: &CampaignId, title: &str, sent: Option<&UncertainDay>| {
        let mailing = found.entry(id.clone()).or_insert_with(|| Mailing { title: String::new(), sent: None, instants: None });
        if mailing.title.is_empty() {
            title.clone_into(&mut mailing.title);
        }
        if let Some((first, last)) = sent.and_then(|day| Some((day.earliest.or(day.latest)?, day.latest.or(day.earliest)?))) {
            mailing.sent = Some(mailing.sent.map_or((first, last), |(a, b)| (a.min(first), b.max(last))));
        }
    };
    for message in contents.messages.iter().filter(|message| message.duplicate_of.is_none()) {
        add(&message.campaign, &message.subject, message.sent_on.as_ref());
    }
    for recipient in contents.recipients.iter().filter(|recipient| recipient.received) {
        add(&recipient.campaign, "", recipient.sent_on.as_ref());
    }
    for campaign in analysis.iter().flat_map(|analysis| &analysis.campaigns) {
        // The analysis may have found several mailings among the messages that name none.
        let is_dated = !campaign.first_sent.is_empty();
        let found_only = || Mailing { title: String::new(), sent: is_dated.then_some((campaign.first_send, campaign.last_send)), instants: None };
        let mailing = found.entry(campaign.id.clone()).or_insert_with(found_only);
        mailing.title.clone_from(&campaign.title);
        mailing.sent = mailing.sent.map(|_| (campaign.first_send, campaign.last_send));
    }
    for (id, mailing) in &mut found {
        if mailing.title.is_empty() {
            id.as_str().clone_into(&mut mailing.title);
        }
        let analysed = analysis.and_then(|analysis| analysis.campaigns.iter().find(|campaign| campaign.id == *id));
        let messages = analysed.map_or(&[][..], |campaign| &campaign.messages);
        mailing.instants = clock::instants(contents, id, messages, clock, words);
        if clock == Clock::Utc
            && let Some(days) = clock::utc_days(contents, id, messages)
        {
            mailing.sent = Some(days);
        }
    }
    found
}

/// The copy date to show: of the best supported source of the first campaign, or, if no source leads clearly, of the first supported one that is dated.
fn density(contents: &Contents, analysis: Option<&Analysis>, words: &Words) -> Option<Density> {
    let campaign: &CampaignAnalysis = analysis?.campaigns.first()?;
    let mut candidates = campaign.attribution.candidates.iter();
    let (id, copy) = match &campaign.verdict.best {
        Some(best) => candidates.find(|candidate| &candidate.id == best).and_then(|c| Some((&c.id, c.copy_date.as_ref()?)))?,
        None => candidates.filter(|c| c.log10_lr_vs_none >= SUPPORTED).find_map(|c| Some((&c.id, c.copy_date.as_ref()?)))?,
    };
    let label = contents.source(id).map_or_else(|| id.to_string(), source_name);
    let limits = copy.edges.iter().map(|edge| Limit::of(edge, words)).collect();
    Some(Density { label, segments: copy.segments.clone(), set95: copy.set95.clone(), source: Some(id.clone()), limits })
}

fn source_name(source: &Source) -> String {
    if source.name.trim().is_empty() { source.id.to_string() } else { source.name.clone() }
}

/// First day shown and first day after: every dated thing, with a margin.
fn extent(contents: &Contents, campaigns: &BTreeMap<CampaignId, Mailing>, density: Option<&Density>) -> (Day, Day) {
    let mut days: Vec<Day> = Vec::new();
    let mut add = |day: Option<&UncertainDay>| days.extend(day.into_iter().flat_map(|day| [day.earliest, day.latest]).flatten());
    for post in &contents.posts {
        for day in [&post.from, &post.to, &post.proof_date] {
            add(day.as_ref());
        }
    }
    contents.accesses.iter().for_each(|access| add(Some(&access.at)));
    contents.snapshots.iter().for_each(|snapshot| add(snapshot.as_of.as_ref()));
    contents.events.iter().for_each(|event| add(event.at.as_ref()));
    days.extend(contents.sources.iter().filter_map(|source| source.first_known));
    days.extend(contents.incident.until);
    days.extend(campaigns.values().filter_map(|mailing| mailing.sent).flat_map(|(first, last)| [first, last]));
    if let Some(density) = density {
        days.extend(density.set95.iter().flat_map(|span| [span.from, span.to]));
        days.extend(density.segments.iter().map(|segment| segment.from));
    }
    // Nothing has a date: any year will do, no mark stands on it.
    let first = days.iter().min().copied().unwrap_or(Day::constant(2000, 1, 1));
    let last = days.iter().max().copied().unwrap_or(Day::constant(2000, 12, 31));
    let margin = ((last - first).get_days() / 40).clamp(2, 400);
    let margin = jiff::Span::new().days(margin);
    (first.saturating_sub(margin), last.saturating_add(margin).tomorrow().unwrap_or(Day::MAX))
}

/// What every lane is built against.
struct Frame<'a> {
    contents: &'a Contents,
    words: &'a Words,
    from: Day,
    until: Day,
    /// First day after the last one a post without an end is drawn as possible.
    horizon: Day,
}

impl Frame<'_> {
    fn people(&self, undated: &mut Vec<Undated>) -> Vec<Lane> {
        let mut people: BTreeSet<(String, &PersonId)> = BTreeSet::new();
        people.extend(self.contents.posts.iter().map(|post| (sort_key(&post.person), &post.person)));
        people.extend(self.contents.accesses.iter().map(|access| (sort_key(&access.person), &access.person)));
        let mut lanes = Vec::new();
        for (_, person) in people {
            let mut lane = Lane { label: person.to_string(), kind: LaneKind::Person, bars: Vec::new(), marks: Vec::new() };
            for post in self.contents.posts.iter().filter(|post| &post.person == person) {
                match self.post(post) {
                    Some(bar) => lane.bars.push(bar),
                    None => undated.push(Undated { label: say::undated_post(post, self.words), target: Target::Post(post.id) }),
                }
            }
            lane.bars.sort_by_key(|bar| bar.possible);
            for access in self.contents.accesses.iter().filter(|access| &access.person == person) {
                match self.access(access) {
                    Some(mark) => lane.marks.push(mark),
                    None => undated.push(Undated { label: say::access(access, self.contents, self.words), target: Target::Access(access.id) }),
                }
            }
            sort(&mut lane.marks);
            lanes.push(lane);
        }
        lanes
    }

    /// A post as a bar; `None` if nothing dates it.
    fn post(&self, post: &Post) -> Option<Bar> {
        let span = post.interval();
        let certain = post.certain_days();
        let (first, last) = span.possible();
        if first.is_none() && last.is_none() && certain.is_none() && span.from.latest().is_none() && span.until.earliest().is_none() {
            return None;
        }
        let from = first.unwrap_or(self.from).max(self.from);
        // Without an end it is possible up to the last day considered, and beyond its last certain or earliest possible day in any case.
        let surely = certain.map(|(_, until)| until).into_iter().chain(span.until.earliest()).chain(span.from.latest()).max();
        let until = last.unwrap_or_else(|| surely.map_or(self.horizon, |surely| self.horizon.max(surely)));
        let until = until.min(self.until).max(from.tomorrow().unwrap_or(from));
        let from = from.min(certain.map_or(from, |(from, _)| from));
        Some(Bar {
            label: say::post_label(post),
            detail: say::post(post, self.contents, self.words),
            span,
            certain,
            possible: (from, until),
            gives_access: post.source.is_some(),
            proof: say::proof(post, self.words),
            target: Target::Post(post.id),
        })
    }

    fn access(&self, access: &AccessEvent) -> Option<Mark> {
        let (from, to) = self.range(&access.at)?;
        Some(Mark {
            label: say::access_label(access, self.words),
            detail: say::access(access, self.contents, self.words),
            from,
            to,
            kind: action_kind(access.action),
            proof: access.note.clone(),
            target: Target::Access(access.id),
        })
    }

    /// The days an uncertain day can be, inside the chart; `None` if it says nothing.
    fn range(&self, day: &UncertainDay) -> Option<(Day, Day)> {
        if day.earliest.is_none() && day.latest.is_none() {
            return None;
        }
        let last = self.until.yesterday().unwrap_or(self.until);
        let (from, to) = (day.earliest.unwrap_or(self.from).max(self.from), day.latest.unwrap_or(last).min(last));
        Some((from, to.max(from)))
    }

    fn sources(&self, undated: &mut Vec<Undated>) -> Vec<Lane> {
        self.contents.sources.iter().map(|source| self.source(source, undated)).collect()
    }

    fn source(&self, source: &Source, undated: &mut Vec<Undated>) -> Lane {
        let name = source_name(source);
        let mut lane = Lane { label: name.clone(), kind: LaneKind::Source, bars: Vec::new(), marks: Vec::new() };
        let mut seen: Vec<Day> = source.first_known.into_iter().collect();
        for snapshot in self.contents.snapshots_of(&source.id) {
            match snapshot.as_of.as_ref().and_then(|day| Some((day, self.range(day)?))) {
                Some((day, (from, to))) => {
                    seen.extend([day.earliest, day.latest].into_iter().flatten());
                    lane.marks.push(Mark {
                        label: say::snapshot_label(snapshot, self.words),
                        detail: say::snapshot(snapshot, &name, self.words),
                        from,
                        to,
                        kind: MarkKind::Snapshot,
                        proof: format!("E{}", snapshot.evidence),
                        target: Target::Snapshot(snapshot.id),
                    });
                }
                None => undated.push(Undated { label: say::snapshot(snapshot, &name, self.words), target: Target::Snapshot(snapshot.id) }),
            }
        }
        let copies = self.contents.accesses.iter().filter(|access| access.source == source.id);
        for access in copies {
            seen.extend([access.at.earliest, access.at.latest].into_iter().flatten());
            if access.action != AccessAction::View
                && let Some(mark) = self.access(access)
            {
                // On the file's lane the person is news, not the file.
                lane.marks.push(Mark { label: say::access_by(access, self.words), ..mark });
            }
        }
        sort(&mut lane.marks);
        match (seen.iter().min(), seen.iter().max()) {
            (Some(&first), Some(&last)) => lane.bars.push(self.life(source, &name, first, last)),
            _ => undated.push(Undated { label: say::undated_source(&name, self.words), target: Target::Source(source.id.clone()) }),
        }
        lane
    }

    /// The known life of a file: certain between the first and the last day something shows it, possible after.
    fn life(&self, source: &Source, name: &str, first: Day, last: Day) -> Bar {
        let after = last.tomorrow().unwrap_or(last);
        let span = crate::model::Interval { from: crate::model::Bound::Known(first), until: crate::model::Bound::Open };
        Bar {
            label: name.to_owned(),
            detail: say::source(source, name, first, last, self.words),
            span,
            certain: Some((first, after)),
            possible: (first, self.horizon.max(after).min(self.until)),
            gives_access: true,
            proof: String::new(),
            target: Target::Source(source.id.clone()),
        }
    }

    fn campaigns(&self, campaigns: &BTreeMap<CampaignId, Mailing>, undated: &mut Vec<Undated>) -> Option<Lane> {
        let label = self.words.text("chart-lane-campaigns");
        let mut lane = Lane { label, kind: LaneKind::Campaign, bars: Vec::new(), marks: Vec::new() };
        for (id, mailing) in campaigns {
            let target = Target::Campaign(id.clone());
            match mailing.sent {
                Some((from, to)) => lane.marks.push(Mark {
                    label: mailing.title.clone(),
                    detail: say::campaign(&mailing.title, from, to, mailing.instants.as_deref(), self.words),
                    from,
                    to,
                    kind: MarkKind::Message,
                    proof: String::new(),
                    target,
                }),
                None => undated.push(Undated { label: say::undated_campaign(&mailing.title, self.words), target }),
            }
        }
        sort(&mut lane.marks);
        (!campaigns.is_empty()).then_some(lane)
    }

    fn events(&self, undated: &mut Vec<Undated>) -> Option<Lane> {
        let label = self.words.text("chart-lane-events");
        let mut lane = Lane { label, kind: LaneKind::Events, bars: Vec::new(), marks: Vec::new() };
        for event in &self.contents.events {
            match event.at.as_ref().and_then(|at| self.range(at)) {
                Some((from, to)) => lane.marks.push(Mark {
                    label: event.title.clone(),
                    detail: say::event(event, self.words),
                    from,
                    to,
                    kind: event_kind(event),
                    proof: event.note.clone(),
                    target: Target::Event(event.id),
                }),
                None => undated.push(Undated { label: say::undated_event(event, self.words), target: Target::Event(event.id) }),
            }
        }
        sort(&mut lane.marks);
        (!self.contents.events.is_empty()).then_some(lane)
    }
}

fn sort(marks: &mut [Mark]) {
    marks.sort_by_key(|mark| (mark.from, mark.to));
}

/// Names in the order a reader looks for them: accents and capitals aside.
fn sort_key(person: &PersonId) -> String {
    person.as_str().nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

fn action_kind(action: AccessAction) -> MarkKind {
    match action {
        AccessAction::View => MarkKind::View,
        AccessAction::Export => MarkKind::Export,
        AccessAction::Send => MarkKind::Send,
        AccessAction::Transfer => MarkKind::Transfer,
    }
}

fn event_kind(event: &Event) -> MarkKind {
    match event.kind {
        EventKind::Election => MarkKind::Election,
        EventKind::Request => MarkKind::Request,
        EventKind::Answer => MarkKind::Answer,
        EventKind::Decision => MarkKind::Decision,
        EventKind::Other => MarkKind::Other,
    }
}
