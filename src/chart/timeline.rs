//! **The** chart: who had access when, against the copy date.

use super::ChartTable;
use crate::analysis::Analysis;
use crate::attribute::{DateSegment, DateSpan};
use crate::model::{CampaignId, Contents, Day, Interval};
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// Everything the timeline shows. X is days; y is lanes from top to bottom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// Title of the chart.
    pub title: String,
    /// What it shows, in one sentence (for screen readers, `alt` and `<desc>`).
    pub description: String,
    /// First day shown and first day after the end: everything dated is inside, with a margin.
    pub from: Day,
    /// See `from`.
    pub until: Day,
    /// From top to bottom: people by name, then sources, then messages, requests and events.
    pub lanes: Vec<Lane>,
    /// The copy-date density across all lanes, if a source is supported.
    pub density: Option<Density>,
    /// What has no date.
    pub undated: Vec<Undated>,
}

/// One lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Its name.
    pub label: String,
    /// What it is.
    pub kind: LaneKind,
    /// Spans, drawn in order.
    pub bars: Vec<Bar>,
    /// Points in time.
    pub marks: Vec<Mark>,
}

/// What a lane is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum LaneKind {
    Person,
    Source,
    Campaign,
    Events,
}

/// A span on a lane: a post, or a file's known life. Certain days are drawn full, possible ones hatched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// Short text on the bar.
    pub label: String,
    /// One sentence: who, what, from when to when, by which proof.
    pub detail: String,
    /// The span.
    pub span: Interval,
    /// Days certain, `[from, until)`, after applying the rule on posts without an end.
    pub certain: Option<(Day, Day)>,
    /// Days possible, clipped to the chart.
    pub possible: (Day, Day),
    /// Whether the post gave access to a source (else it is another hat).
    pub gives_access: bool,
    /// What a click selects.
    pub target: Target,
}

/// A point in time on a lane; a vague date is a range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Short text.
    pub label: String,
    /// One sentence.
    pub detail: String,
    /// First day it can be.
    pub from: Day,
    /// Last day it can be.
    pub to: Day,
    /// Which sign.
    pub kind: MarkKind,
    /// What a click selects.
    pub target: Target,
}

/// Which sign a mark is drawn with: each has its own shape, colour never alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum MarkKind {
    Snapshot,
    View,
    Export,
    Send,
    Transfer,
    Message,
    Election,
    Request,
    Answer,
    Decision,
    Other,
}

/// What a click on a bar or mark selects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "one per record")]
pub enum Target {
    Post(crate::model::PostId),
    Access(crate::model::AccessId),
    Snapshot(crate::model::SnapshotId),
    Source(crate::model::SourceId),
    Campaign(CampaignId),
    Event(crate::model::EventId),
}

/// The copy date of the best supported source, across all lanes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Density {
    /// Name of the source.
    pub label: String,
    /// Exact segments.
    pub segments: Vec<DateSegment>,
    /// The 95 % set.
    pub set95: Vec<DateSpan>,
}

/// Something without a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Undated {
    /// One line.
    pub label: String,
    /// What a click selects.
    pub target: Target,
}

impl Timeline {
    /// What the case says happened when; `analysis` adds the copy date of the best supported source of its first campaign.
    pub fn build(contents: &Contents, analysis: Option<&Analysis>, words: &Words) -> Self {
        let _ = (contents, analysis, words);
        todo!()
    }

    /// The same as a table: what, who, from, to, certainty, proof.
    pub fn table(&self, words: &Words) -> ChartTable {
        let _ = words;
        todo!()
    }
}
