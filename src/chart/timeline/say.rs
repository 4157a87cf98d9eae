//! The sentences on bars and marks, and the one that describes the chart. All texts come from `chart.ftl`.

use super::{LaneKind, MarkKind, Timeline};
use crate::args;
use crate::attribute::DateSpan;
use crate::model::{AccessAction, AccessEvent, Bound, Contents, Day, Event, EventKind, Interval, Post, Snapshot, Source, UncertainDay};
use crate::words::{Words, format};

fn day(day: Day, words: &Words) -> String {
    format::day(day, words.language())
}

fn uncertain(day: &UncertainDay, words: &Words) -> String {
    format::uncertain_day(day, words.language())
}

/// Joins with « , » and « et ».
pub(crate) fn list(parts: &[String], words: &Words) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => words.text_with("chart-list-and", &args! { "first" => first.join(", "), "last" => last.as_str() }),
    }
}

/// « du 10 au 20 mai 2010 », "from 10 May 2010 to 20 May 2010"; a single day « le 10 mai 2010 ». Both days included.
pub(crate) fn days(from: Day, to: Day, words: &Words) -> String {
    if from == to {
        return words.text_with("chart-on-day", &args! { "day" => day(from, words) });
    }
    words.text_with("chart-from-to", &args! { "from" => day(from, words), "to" => day(to, words) })
}

/// A set of spans in words.
pub(crate) fn spans(spans: &[DateSpan], words: &Words) -> String {
    list(&spans.iter().map(|span| days(span.from, span.to, words)).collect::<Vec<_>>(), words)
}

/// One end of a span in words, for a sentence (`chart-start`, `chart-end`) or a table cell (`chart-cell`). `shift`: the end's last day is the day before.
fn bound(bound: Bound, prefix: &str, is_end: bool, words: &Words) -> String {
    let last = |at: Day| if is_end { at.yesterday().unwrap_or(at) } else { at };
    let (id, earliest, latest) = match bound {
        Bound::Known(at) => ("known", Some(at), None),
        Bound::Bounded { earliest: Some(a), latest: Some(b) } => ("between", Some(a), Some(b)),
        Bound::Bounded { earliest: Some(a), latest: None } => ("after", Some(a), None),
        Bound::Bounded { earliest: None, latest: Some(b) } => ("before", Some(b), None),
        Bound::Bounded { earliest: None, latest: None } | Bound::Open => ("open", None, None),
    };
    let text = |at: Option<Day>| at.map(|at| day(last(at), words)).unwrap_or_default();
    words.text_with(&format!("{prefix}-{id}"), &args! { "day" => text(earliest), "other" => text(latest) })
}

/// A span in words: « du 1er janvier 2009, fin inconnue ».
pub(crate) fn interval(span: &Interval, words: &Words) -> String {
    if let (Bound::Known(from), Bound::Known(until)) = (span.from, span.until)
        && from < until
    {
        return days(from, until.yesterday().unwrap_or(until), words);
    }
    let (from, to) = (bound(span.from, "chart-start", false, words), bound(span.until, "chart-end", true, words));
    words.text_with("chart-from-and-to", &args! { "from" => from, "to" => to })
}

/// Both ends as table cells.
pub(crate) fn cells(span: &Interval, words: &Words) -> (String, String) {
    (bound(span.from, "chart-cell", false, words), bound(span.until, "chart-cell", true, words))
}

/// The title of a post; its organisation if it has none.
pub(super) fn post_label(post: &Post) -> String {
    if post.post.trim().is_empty() { post.body.clone() } else { post.post.clone() }
}

/// « trésorière (Section de Valmont) ».
pub(crate) fn post_title(post: &Post, words: &Words) -> String {
    match (post.post.trim(), post.body.trim()) {
        ("", "") => words.text("chart-post-unnamed"),
        ("", body) => body.to_owned(),
        (title, "") => title.to_owned(),
        (title, body) => words.text_with("chart-post-title", &args! { "post" => title, "body" => body }),
    }
}

/// What the file says of a post whose days were corrected by hand.
pub fn corrected(post: &Post, words: &Words) -> Option<String> {
    let documented = post.documented.as_ref()?;
    let day = |day: &Option<UncertainDay>| day.as_ref().map_or_else(|| words.text("chart-day-none"), |day| uncertain(day, words));
    Some(words.text_with("chart-post-corrected", &args! { "from" => day(&documented.from), "to" => day(&documented.to) }))
}

/// The document named for a post, with the day it speaks of; where its days were corrected by hand, what the file says.
pub(super) fn proof(post: &Post, words: &Words) -> String {
    let named = named_proof(post, words);
    match corrected(post, words) {
        None => named,
        Some(corrected) if named.is_empty() => corrected,
        Some(corrected) => format!("{named} — {corrected}"),
    }
}

fn named_proof(post: &Post, words: &Words) -> String {
    match (&post.proof_date, post.proof.trim()) {
        (None, proof) => proof.to_owned(),
        (Some(at), "") => uncertain(at, words),
        (Some(at), proof) => words.text_with("chart-proof-dated", &args! { "proof" => proof, "day" => uncertain(at, words) }),
    }
}

pub(super) fn post(post: &Post, contents: &Contents, words: &Words) -> String {
    let span = post.interval();
    let mut parts = vec![words.text_with(
        "chart-post-detail",
        &args! { "person" => post.person.as_str(), "post" => post_title(post, words), "span" => interval(&span, words) },
    )];
    parts.push(match &post.source {
        Some(source) => {
            let name = source_name(contents, source);
            let id = if post.certainty == crate::model::Certainty::Possible { "chart-post-access-likely" } else { "chart-post-access" };
            words.text_with(id, &args! { "source" => name })
        }
        None => words.text("chart-post-elsewhere"),
    });
    if span.is_empty() {
        parts.push(words.text("chart-post-contradictory"));
    }
    let proof = proof(post, words);
    parts.push(if proof.is_empty() { words.text("chart-proof-none") } else { words.text_with("chart-proof", &args! { "proof" => proof }) });
    sentence(&parts, words)
}

fn sentence(parts: &[String], words: &Words) -> String {
    parts.join(&words.text("chart-clause-join"))
}

/// What a source is called.
pub(crate) fn source_name(contents: &Contents, id: &crate::model::SourceId) -> String {
    contents.source(id).filter(|source| !source.name.trim().is_empty()).map_or_else(|| id.to_string(), |source| source.name.clone())
}

pub(super) fn undated_post(post: &Post, words: &Words) -> String {
    words.text_with("chart-undated-post", &args! { "person" => post.person.as_str(), "post" => post_title(post, words) })
}

fn action(action: AccessAction, words: &Words) -> String {
    words.text(match action {
        AccessAction::View => "chart-mark-view",
        AccessAction::Export => "chart-mark-export",
        AccessAction::Send => "chart-mark-send",
        AccessAction::Transfer => "chart-mark-transfer",
    })
}

/// What was done, and how many rows: « Export (4 100 lignes) ».
pub(super) fn access_label(access: &AccessEvent, words: &Words) -> String {
    let what = action(access.action, words);
    match access.rows {
        Some(rows) => words.text_with("chart-access-rows", &args! { "what" => what, "n" => rows, "rows" => format::count(rows, words.language()) }),
        None => what,
    }
}

/// The same for the lane of the file: who did it.
pub(super) fn access_by(access: &AccessEvent, words: &Words) -> String {
    words.text_with("chart-access-by", &args! { "what" => action(access.action, words), "person" => access.person.as_str() })
}

pub(super) fn access(access: &AccessEvent, contents: &Contents, words: &Words) -> String {
    let text = words.text_with(
        "chart-access-detail",
        &args! {
            "person" => access.person.as_str(),
            "what" => access_label(access, words),
            "source" => source_name(contents, &access.source),
            "day" => uncertain(&access.at, words),
        },
    );
    if access.note.trim().is_empty() { text } else { sentence(&[text, access.note.clone()], words) }
}

pub(super) fn snapshot_label(snapshot: &Snapshot, words: &Words) -> String {
    words.text_with("chart-snapshot-rows", &args! { "n" => snapshot.rows, "rows" => format::count(snapshot.rows, words.language()) })
}

pub(super) fn snapshot(snapshot: &Snapshot, source: &str, words: &Words) -> String {
    let id = if snapshot.as_of.is_some() { "chart-snapshot-detail" } else { "chart-undated-snapshot" };
    words.text_with(
        id,
        &args! {
            "source" => source,
            "day" => snapshot.as_of.as_ref().map(|at| uncertain(at, words)).unwrap_or_default(),
            "n" => snapshot.rows,
            "rows" => format::count(snapshot.rows, words.language()),
            "evidence" => format!("E{}", snapshot.evidence),
        },
    )
}

pub(super) fn source(source: &Source, name: &str, first: Day, last: Day, words: &Words) -> String {
    let mut parts =
        vec![words.text_with("chart-source-detail", &args! { "source" => name, "first" => day(first, words), "last" => day(last, words) })];
    for (id, text) in [("chart-source-controller", &source.controller), ("chart-source-purpose", &source.purpose)] {
        if !text.trim().is_empty() {
            parts.push(words.text_with(id, &args! { "text" => text.as_str() }));
        }
    }
    sentence(&parts, words)
}

pub(super) fn undated_source(name: &str, words: &Words) -> String {
    words.text_with("chart-undated-source", &args! { "source" => name })
}

pub(super) fn campaign(title: &str, from: Day, to: Day, instants: Option<&str>, words: &Words) -> String {
    let text = words.text_with("chart-campaign-detail", &args! { "title" => title, "days" => days(from, to, words) });
    match instants {
        Some(instants) => sentence(&[text, instants.to_owned()], words),
        None => text,
    }
}

pub(super) fn undated_campaign(title: &str, words: &Words) -> String {
    words.text_with("chart-undated-campaign", &args! { "title" => title })
}

fn event_word(event: &Event, words: &Words) -> String {
    words.text(match event.kind {
        EventKind::Election => "chart-mark-election",
        EventKind::Request => "chart-mark-request",
        EventKind::Answer => "chart-mark-answer",
        EventKind::Decision => "chart-mark-decision",
        EventKind::Other => "chart-mark-other",
    })
}

pub(super) fn event(event: &Event, words: &Words) -> String {
    let at = event.at.as_ref().map(|at| uncertain(at, words)).unwrap_or_default();
    let text = words.text_with("chart-event-detail", &args! { "kind" => event_word(event, words), "title" => event.title.as_str(), "day" => at });
    if event.note.trim().is_empty() { text } else { sentence(&[text, event.note.clone()], words) }
}

pub(super) fn undated_event(event: &Event, words: &Words) -> String {
    words.text_with("chart-undated-event", &args! { "kind" => event_word(event, words), "title" => event.title.as_str() })
}

/// The name of a sign, for legends and tables.
pub fn mark_kind(kind: MarkKind, words: &Words) -> String {
    words.text(match kind {
        MarkKind::Snapshot => "chart-mark-snapshot",
        MarkKind::View => "chart-mark-view",
        MarkKind::Export => "chart-mark-export",
        MarkKind::Send => "chart-mark-send",
        MarkKind::Transfer => "chart-mark-transfer",
        MarkKind::Message => "chart-mark-message",
        MarkKind::Election => "chart-mark-election",
        MarkKind::Request => "chart-mark-request",
        MarkKind::Answer => "chart-mark-answer",
        MarkKind::Decision => "chart-mark-decision",
        MarkKind::Other => "chart-mark-other",
    })
}

/// « 3 personnes », "3 people": the text `id` with its number.
pub(crate) fn counted(id: &str, number: usize, words: &Words) -> String {
    words.text_with(id, &args! { "n" => number, "count" => format::count(number as u64, words.language()) })
}

/// Counts, days and the copy-date set: what a person who cannot see the chart is told.
pub(super) fn description(chart: &Timeline, words: &Words) -> String {
    let lanes = |kind| chart.lanes.iter().filter(move |lane| lane.kind == kind);
    let marks = |kind| lanes(kind).map(|lane| lane.marks.len()).sum::<usize>();
    let mut counts = Vec::new();
    for (id, number) in [
        ("chart-count-people", lanes(LaneKind::Person).count()),
        ("chart-count-sources", lanes(LaneKind::Source).count()),
        ("chart-count-campaigns", marks(LaneKind::Campaign)),
        ("chart-count-events", marks(LaneKind::Events)),
    ] {
        if number > 0 {
            counts.push(counted(id, number, words));
        }
    }
    if counts.is_empty() {
        return words.text("chart-timeline-empty");
    }
    let last = chart.until.yesterday().unwrap_or(chart.until);
    let mut parts =
        vec![words.text_with("chart-timeline-description", &args! { "counts" => list(&counts, words), "days" => days(chart.from, last, words) })];
    if let Some(text) = copy_date(chart, words) {
        parts.push(text);
    }
    if !chart.undated.is_empty() {
        parts.push(counted("chart-timeline-undated", chart.undated.len(), words));
    }
    parts.join(" ")
}

/// The sentence on the copy date, if there is one: conditional, since the chart does not say that the list comes from that file.
pub(crate) fn copy_date(chart: &Timeline, words: &Words) -> Option<String> {
    let density = chart.density.as_ref().filter(|density| !density.set95.is_empty())?;
    Some(words.text_with("chart-copy-date", &args! { "source" => density.label.as_str(), "days" => spans(&density.set95, words) }))
}
