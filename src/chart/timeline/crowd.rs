//! Crowded lanes: marks of one kind that would touch are drawn as one sign with their number. Both painters share the rule.

use super::{Lane, Mark, MarkKind, say};
use crate::args;
use crate::words::{Words, format};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// More marks than this on a lane are collapsed.
pub const CROWD: usize = 30;

/// Marks of one kind that are drawn as one.
pub struct Cluster<'a> {
    /// In order of time, never empty.
    pub marks: Vec<&'a Mark>,
    /// Where the first begins and the last ends, in the painter's unit.
    pub from: f64,
    /// See `from`.
    pub to: f64,
}

impl Lane {
    /// Whether its marks are collapsed where they touch.
    pub fn is_crowded(&self) -> bool {
        self.marks.len() > CROWD
    }

    /// The kinds of its marks, each once: a crowded lane has a row for each.
    pub fn kinds(&self) -> Vec<MarkKind> {
        self.marks.iter().map(|mark| mark.kind).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl Cluster<'_> {
    /// Which sign.
    pub fn kind(&self) -> MarkKind {
        self.marks.first().map_or(MarkKind::Other, |mark| mark.kind)
    }
}

/// Collapses `marks` (in order of time) that are less than `touch` apart; `extent` says where a mark begins and ends.
pub fn clusters<'a>(marks: impl IntoIterator<Item = &'a Mark>, touch: f64, extent: impl Fn(&Mark) -> (f64, f64)) -> Vec<Cluster<'a>> {
    let mut out: Vec<Cluster<'a>> = Vec::new();
    let mut last_of: BTreeMap<MarkKind, usize> = BTreeMap::new();
    for mark in marks {
        let (from, to) = extent(mark);
        let open = last_of.get(&mark.kind).copied().filter(|&at| from - out[at].from < touch && to - out[at].from < 2.0 * touch);
        if let Some(at) = open {
            out[at].marks.push(mark);
            out[at].to = out[at].to.max(to);
        } else {
            last_of.insert(mark.kind, out.len());
            out.push(Cluster { marks: vec![mark], from, to });
        }
    }
    out
}

/// The sentence on a cluster: that of its mark if it is one, else how many there are and from when to when.
pub fn detail<'a>(cluster: &Cluster<'a>, words: &Words) -> Cow<'a, str> {
    if let [mark] = cluster.marks[..] {
        return mark.detail.as_str().into();
    }
    let count = cluster.marks.len();
    let first = cluster.marks.iter().map(|mark| mark.from).min();
    let last = cluster.marks.iter().map(|mark| mark.to).max();
    let days = first.zip(last).map(|(first, last)| say::days(first, last, words)).unwrap_or_default();
    let shown = format::count(count as u64, words.language());
    let name = say::mark_kind(cluster.kind(), words);
    words.text_with("chart-cluster", &args! { "kind" => name, "n" => count, "count" => shown, "days" => days }).into()
}
