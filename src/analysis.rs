//! The whole reasoning, as one function: [`analyse`].
//!
//! The window, `run`, `analyse` and the dossier all call it; nothing is computed twice. It reads a [`Case`], links recipients to sources, states the
//! [`Problem`](crate::attribute::Problem) of each campaign and collects the answers.

pub mod behind;
mod digest;
mod found;
mod linking;
pub mod prints;
mod problem;
pub mod rivals;
mod sensitivity;
mod slices;
mod stored;
mod verdict;

pub use prints::{Prints, Reach};
pub use sensitivity::{bands, workbench};

use crate::attribute::opportunity::{Opportunity, opportunity};
use crate::attribute::sensitivity::{Sensitivity, answer};
use crate::attribute::{AttributeError, Attribution};
use crate::campaign::{CampaignError, gather};
use crate::case::{Case, CaseError};
use crate::job::{Progress, Stage};
use crate::link::review::Item;
use crate::link::staged::Explained;
use crate::link::{CappedBlock, How, Learnt, LinkError, RecipientKeys, SharedKey};
use crate::model::{Answer, CampaignId, Contents, Day, Label, MessageId, RecipientId, SnapshotId, SourceId};
use crate::words::scale::Scale;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What can be turned without changing the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Shown likelihood ratios are capped at this value ("at least").
    pub cap: f64,
    /// Whether fingerprints bear on the answer (φ of method.md §4). They are read and shown either way. The incident can leave them out too, see
    /// [`crate::model::Incident::fingerprints`].
    #[serde(default = "on")]
    pub use_prints: bool,
}

fn on() -> bool {
    true
}

impl Default for Settings {
    fn default() -> Self {
        Self { cap: Scale::current().cap, use_prints: true }
    }
}

/// Why the analysis stopped.
#[derive(Debug, thiserror::Error)]
pub enum AnalysisError {
    /// The case could not be read.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// Grouping messages was stopped.
    #[error(transparent)]
    Campaign(#[from] CampaignError),
    /// Linking failed.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The reasoning was stopped.
    #[error(transparent)]
    Attribute(#[from] AttributeError),
}

/// The answer, complete.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Digest of everything it was computed from.
    pub digest: String,
    /// Seed of the samplers, from the content of the case whatever its ids and order.
    pub seed: u64,
    /// The settings used.
    pub settings: Settings,
    /// By id.
    pub campaigns: Vec<CampaignAnalysis>,
    /// By id; one per recipient and control of the case.
    pub recipients: Vec<RecipientAnalysis>,
    /// By source, then snapshot as in [`crate::model::Contents::snapshots_of`].
    #[serde(default)]
    pub linkage: Vec<SnapshotLinkage>,
}

impl Analysis {
    /// Every link as a reviewer is asked about it: also those decided, with the program's own probability. By recipient.
    pub fn review_items(&self) -> Vec<Item> {
        let of = |recipient: &RecipientAnalysis, link: &Link| Item {
            recipient: recipient.id.clone(),
            snapshot: link.snapshot,
            row: link.row,
            probability: link.given,
            label: link.label,
        };
        self.recipients.iter().flat_map(|it| it.links.iter().chain(&it.refused).map(move |link| of(it, link))).collect()
    }

    /// The seed as it is printed: 16 hex digits.
    pub fn seed(&self) -> String {
        format!("{:016x}", self.seed)
    }
}

/// The answer for one campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CampaignAnalysis {
    /// Which.
    pub id: CampaignId,
    /// Subject of its first message, or its id.
    pub title: String,
    /// Its messages, further copies not counted.
    pub messages: Vec<MessageId>,
    /// How many received.
    pub recipients: usize,
    /// How many controls.
    pub controls: usize,
    /// First and last day of sending.
    pub first_send: Day,
    /// See `first_send`.
    pub last_send: Day,
    /// The same as instants, RFC 3339 in the incident's zone.
    pub first_sent: String,
    /// See `first_sent`.
    pub last_sent: String,
    /// Whether everybody who was mailed is known.
    pub is_complete_list: bool,
    /// Whether there are controls.
    pub has_controls: bool,
    /// The mathematics.
    pub attribution: Attribution,
    /// Who could have held a copy, per source in the order of `attribution.candidates`.
    pub opportunity: Vec<SourceOpportunity>,
    /// What the findings support.
    pub verdict: Verdict,
    /// What would change the answer; `None` if there is nothing to change: no source or no recipient.
    #[serde(default)]
    pub sensitivity: Option<Sensitivity>,
    /// Which file shares the quirks of what was sent, and which addresses name a file.
    #[serde(default)]
    pub prints: Prints,
}

impl CampaignAnalysis {
    /// Its recipients and controls: whom its messages name, and whom a table puts into it. Somebody can be in several.
    pub fn members<'c>(&self, contents: &'c Contents) -> BTreeSet<&'c RecipientId> {
        let messages: BTreeSet<MessageId> = self.messages.iter().copied().collect();
        let (mut own, mut elsewhere) = (BTreeSet::new(), BTreeSet::new());
        for message in contents.messages.iter().filter(|message| message.duplicate_of.is_none()) {
            let named = if messages.contains(&message.id) { &mut own } else { &mut elsewhere };
            named.extend(&message.recipients);
        }
        let listed = contents.recipients.iter().filter(|recipient| recipient.campaign == self.id && !elsewhere.contains(&recipient.id));
        own.extend(listed.map(|recipient| &recipient.id));
        own
    }
}

/// Opportunity for one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceOpportunity {
    /// Which source.
    pub source: SourceId,
    /// By name, unknown others last.
    pub people: Vec<Opportunity>,
}

/// What the findings support, with what must be said beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The best supported source; `None` if none is supported or the leading pair is too close to call.
    pub best: Option<SourceId>,
    /// What must be said beside it.
    pub cautions: Vec<Caution>,
}

/// A reservation, as a fact; put into words by `report`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caution {
    /// No source is supported against none.
    NoneSupported,
    /// The two leading sources are too close to call.
    TooClose,
    /// No control and no complete list: the wording loses one step.
    NoControls,
    /// Fewer than ten recipients.
    FewRecipients,
    /// Everybody was found in the circle of one source.
    CircleOnly,
    /// Some recipients are in no source.
    SomeUnexplained,
    /// The copy date's edges contradict each other.
    TwoCopies,
    /// Some were found in a circle they are not in.
    OutsideCircle,
    /// Nothing dates the copy.
    Undated,
    /// No source was given.
    NoSources,
    /// No recipient was given.
    NoRecipients,
}

/// What is known of one recipient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecipientAnalysis {
    /// Who.
    pub id: RecipientId,
    /// The canonical key they are recognised by.
    pub key: String,
    /// Posterior of each origin, by source; what is missing to 1 is "none". Empty for controls.
    pub origins: Vec<(SourceId, f64)>,
    /// Posterior of "none of the known files".
    pub none: f64,
    /// Rows they were found in, by source, snapshot and row; those that only resemble them and those of their household too. Not all of them count:
    /// see [`Link::is_present`].
    pub links: Vec<Link>,
    /// Rows that are somebody else, or no longer theirs, by a reviewer's word.
    #[serde(default)]
    pub refused: Vec<Link>,
    /// Snapshots the person is in with other details than the ones used: an earlier address, another number. Sorted.
    #[serde(default)]
    pub other_details: Vec<SnapshotId>,
}

/// A recipient found in a row of a snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Which source.
    pub source: SourceId,
    /// Which snapshot.
    pub snapshot: SnapshotId,
    /// Row, from 0 after the header.
    pub row: u64,
    /// Probability in [0, 1] that the row is the recipient: the program's, unless a reviewer decided.
    pub probability: f64,
    /// What the program gave by itself.
    pub given: f64,
    /// By what.
    pub how: How,
    /// What the program calls it.
    pub label: Label,
    /// Whether it counts as the recipient's being in the file: what was used on them stands in the row.
    pub is_present: bool,
    /// What the program's probability stands on, in bits; `None` for an equal key alone.
    #[serde(default)]
    pub explained: Option<Explained>,
    /// Next best row of the snapshot and its probability.
    #[serde(default)]
    pub runner_up: Option<(u64, f64)>,
    /// What a reviewer said of this row.
    #[serde(default)]
    pub answer: Option<Answer>,
}

impl Link {
    /// A link by an equal key alone, with nothing decided.
    pub fn by_key(source: SourceId, snapshot: SnapshotId, row: u64, probability: f64, how: How) -> Self {
        let (label, is_present) = (if probability >= 0.99 { Label::Sure } else { Label::Ambiguous }, true);
        Self { source, snapshot, row, probability, given: probability, how, label, is_present, explained: None, runner_up: None, answer: None }
    }

    /// How far the next best row of the snapshot is behind, in probability.
    pub fn gap(&self) -> Option<f64> {
        self.runner_up.map(|(_, other)| self.probability - other)
    }
}

impl RecipientAnalysis {
    /// Whether they are in any file with what was used on them.
    pub fn is_linked(&self) -> bool {
        self.links.iter().any(|link| link.is_present)
    }
}

/// What linking to one snapshot says about itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SnapshotLinkage {
    /// Which source.
    pub source: SourceId,
    /// Which snapshot.
    pub snapshot: SnapshotId,
    /// Its rows.
    pub rows: u64,
    /// Pairs compared.
    pub pairs: u64,
    /// What was learnt from the data, and what was not.
    pub learnt: Learnt,
    /// Values so common that not all their rows were compared, sorted.
    pub capped: Vec<CappedBlock>,
    /// Keys so many people share that they name none of them, sorted.
    pub shared: Vec<SharedKey>,
}

/// Links, attributes, dates and sets against the roster: everything method.md describes, for every campaign of the case.
///
/// # Errors
/// [`AnalysisError`] if the case cannot be read or the user stops it.
pub fn analyse(case: &Case, settings: &Settings, progress: &dyn Progress) -> Result<Analysis, AnalysisError> {
    let contents = case.contents();
    let digest = digest::digest(contents, settings);
    if let Some(stored) = case.cached(&digest)?
        && let Ok(analysis) = serde_json::from_str(&stored)
    {
        return Ok(analysis);
    }
    let keys: Vec<RecipientKeys> = contents.recipients.iter().map(|recipient| RecipientKeys::of(&recipient.identity)).collect();
    let seed = digest::seed(contents, &keys);
    let linked = linking::link(case, &keys, progress)?;
    let mut recipients = linked.recipients(contents, &keys);
    let mut campaigns = Vec::new();
    for campaign in gather(contents, progress)? {
        progress.stage(Stage::Attributing, &campaign.title);
        let mut stated = problem::state(contents, &campaign, &linked, seed);
        let prints = prints::prints(case, &campaign, &recipients, settings)?;
        prints.fold_into(&mut stated.problem);
        let bands = bands(settings, !campaign.controls.is_empty(), stated.problem.is_complete_list);
        let (attribution, sensitivity) = answer(&stated.problem, bands, progress)?;
        for (at, origins) in stated.subjects.iter().zip(&attribution.origins) {
            let recipient = &mut recipients[*at];
            // Somebody who received two mailings has the origin in the first; the other is in its campaign's own numbers.
            if !recipient.origins.is_empty() {
                continue;
            }
            recipient.none = origins.last().copied().unwrap_or(0.0);
            recipient.origins = attribution.origin_order.iter().cloned().zip(origins.iter().copied()).collect();
        }
        let access = attribution.candidates.iter().map(|candidate| SourceOpportunity {
            source: candidate.id.clone(),
            people: opportunity(&candidate.id, candidate.copy_date.as_ref(), stated.problem.first_send, &contents.posts, &contents.accesses),
        });
        let access: Vec<SourceOpportunity> = access.collect();
        let (first_send, last_send) = campaign.days.unwrap_or((stated.problem.first_send, stated.problem.first_send));
        let sent = campaign.sent.clone().unwrap_or_default();
        campaigns.push(CampaignAnalysis {
            verdict: verdict::verdict(&stated.problem, &attribution),
            id: campaign.id,
            title: campaign.title,
            messages: campaign.messages.iter().map(|message| message.id).collect(),
            recipients: campaign.recipients.len(),
            controls: campaign.controls.len(),
            first_send,
            last_send,
            first_sent: sent.0,
            last_sent: sent.1,
            is_complete_list: stated.problem.is_complete_list,
            has_controls: !campaign.controls.is_empty(),
            attribution,
            opportunity: access,
            sensitivity,
            prints,
        });
    }
    let linkage = linked.linkage();
    Ok(Analysis { digest, seed, settings: settings.clone(), campaigns, recipients, linkage })
}
