//! **The** chart: who had access when, against the copy date.
//!
//! Plain data: days and lanes. Which days of a post are certain and which only possible is decided in [`Post::certain_days`](crate::model::Post::certain_days); what goes on which lane in `build`; the
//! sentences in `say`; the table twin in `table`. What is shown of it (legend, folds, range) in [`seen`], what can be asked of it in [`ask`] and
//! [`elapsed`]. How it looks is a painter's business.

pub mod ask;
mod build;
pub mod clock;
pub mod crowd;
pub mod elapsed;
pub mod legend;
pub mod say;
pub mod seen;
mod table;
#[cfg(test)]
mod tests;
mod tracks;

use super::ChartTable;
use super::density::Limit;
use super::folds::Folds;
use crate::analysis::Analysis;
use crate::attribute::{DateSegment, DateSpan};
use crate::model::{CampaignId, Contents, Day, Interval, SourceId};
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
    /// Long gaps drawn short; none unless asked for ([`seen`]).
    #[serde(default)]
    pub folds: Folds,
    /// Whether it was cut to `from` and `until`: bars may go on beyond them.
    #[serde(default)]
    pub is_part: bool,
    /// What is not shown, in words; empty if everything is.
    #[serde(default)]
    pub note: String,
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
    /// Whether the post gave access to a source (else it is another hat). Always true on a source's own lane.
    pub gives_access: bool,
    /// The document that shows it, as the roster names it; empty if none is named.
    #[serde(default)]
    pub proof: String,
    /// What a click selects.
    pub target: Target,
}

/// A point in time on a lane; a vague date is a range. A mailing ([`MarkKind::Message`]) lasts from its first to its last send.
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
    /// Where it is read from: the file's number, or the log's note; empty if neither is known.
    #[serde(default)]
    pub proof: String,
    /// What a click selects.
    pub target: Target,
}

/// Which sign a mark is drawn with: each has its own shape, colour never alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// Which source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// Who forbids going further at each end of the set.
    #[serde(default)]
    pub limits: Vec<Limit>,
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
    ///
    /// If no source leads clearly, the first supported one that has a copy date is shown; if none is supported, none.
    pub fn build(contents: &Contents, analysis: Option<&Analysis>, words: &Words) -> Self {
        build::timeline(contents, analysis, clock::Clock::Local, words)
    }

    /// The same with instants read on `clock`.
    pub fn build_on(contents: &Contents, analysis: Option<&Analysis>, clock: clock::Clock, words: &Words) -> Self {
        build::timeline(contents, analysis, clock, words)
    }

    /// The same as a table: what, who, from, to, certainty, proof.
    pub fn table(&self, words: &Words) -> ChartTable {
        table::table(self, words)
    }
}

impl Bar {
    /// Whether nothing is known of its end: painters leave that side unfinished, and never draw it as an end.
    pub fn has_open_end(&self) -> bool {
        self.span.until.latest().is_none()
    }

    /// The same for its beginning.
    pub fn has_open_start(&self) -> bool {
        self.span.from.earliest().is_none()
    }
}

impl Density {
    /// Mass per day of a segment, as a share of the highest: the height of the step drawn for it, in [0, 1].
    pub fn heights(&self) -> Vec<f64> {
        let per_day = |segment: &DateSegment| segment.mass / f64::from((segment.until - segment.from).get_days().max(1));
        let top = self.segments.iter().map(per_day).fold(0.0, f64::max);
        self.segments.iter().map(|segment| if top > 0.0 { per_day(segment) / top } else { 0.0 }).collect()
    }
}
