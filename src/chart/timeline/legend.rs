//! What the legend explains, which is also what can be left out of the chart.

use super::crowd::CROWD;
use super::{Bar, LaneKind, MarkKind, Timeline, say};
use crate::words::Words;

/// Something the legend explains, in the order it is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Entry {
    Certain,
    Possible,
    Elsewhere,
    /// A beginning or an end of which nothing is known.
    Open,
    Source,
    Density,
    Set95,
    Mark(MarkKind),
    /// A mark that may be on any day of a range.
    Vague,
    /// A sign that stands for several.
    Crowd,
}

/// In the order they are explained.
const KINDS: [MarkKind; 11] = [
    MarkKind::Snapshot,
    MarkKind::View,
    MarkKind::Export,
    MarkKind::Send,
    MarkKind::Transfer,
    MarkKind::Message,
    MarkKind::Election,
    MarkKind::Request,
    MarkKind::Answer,
    MarkKind::Decision,
    MarkKind::Other,
];

impl Entry {
    /// Whether it can be left out. How crowded signs are drawn cannot.
    pub fn can_hide(self) -> bool {
        self != Self::Crowd
    }

    /// Its words.
    pub fn label(self, words: &Words) -> String {
        words.text(match self {
            Self::Certain => "chart-legend-certain",
            Self::Possible => "chart-legend-possible",
            Self::Elsewhere => "chart-legend-elsewhere",
            Self::Open => "chart-legend-open",
            Self::Source => "chart-legend-source",
            Self::Density => "chart-legend-density",
            Self::Set95 => "chart-legend-set95",
            Self::Vague => "chart-legend-vague",
            Self::Crowd => "chart-legend-crowd",
            Self::Mark(kind) => return say::mark_kind(kind, words),
        })
    }
}

/// Every entry `chart` needs.
pub fn entries(chart: &Timeline) -> Vec<Entry> {
    let on = |kind: LaneKind| chart.lanes.iter().filter(move |lane| lane.kind == kind).flat_map(|lane| &lane.bars);
    let people: Vec<&Bar> = on(LaneKind::Person).collect();
    let is_partly = |bar: &&Bar| bar.certain != Some(bar.possible);
    let mut out = Vec::new();
    let mut add = |entry, is_used: bool| {
        if is_used {
            out.push(entry);
        }
    };
    add(Entry::Certain, people.iter().any(|bar| bar.gives_access && bar.certain.is_some()));
    add(Entry::Possible, people.iter().any(|bar| bar.gives_access && is_partly(bar)));
    add(Entry::Elsewhere, people.iter().any(|bar| !bar.gives_access));
    add(Entry::Open, people.iter().any(|bar| bar.has_open_end() || bar.has_open_start()));
    add(Entry::Source, on(LaneKind::Source).next().is_some());
    add(Entry::Density, chart.density.as_ref().is_some_and(|density| !density.segments.is_empty()));
    add(Entry::Set95, chart.density.as_ref().is_some_and(|density| !density.set95.is_empty()));
    let marks = || chart.lanes.iter().flat_map(|lane| &lane.marks);
    for kind in KINDS {
        add(Entry::Mark(kind), marks().any(|mark| mark.kind == kind));
    }
    add(Entry::Vague, marks().any(super::Mark::is_vague));
    add(Entry::Crowd, chart.lanes.iter().any(|lane| lane.marks.len() > CROWD));
    out
}
