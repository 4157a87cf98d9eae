//! The links of an analysis as the room sees them: what each is called, which describes a recipient, and what a reviewer is asked about.

use crate::analysis::{Analysis, Link, RecipientAnalysis};
use crate::chart::waterfall::{Evidence, say};
use crate::link::review::Item;
use crate::model::{Contents, Label};
use crate::ui::window::room::LinkKey;

/// What a link is called.
pub fn label(link: &Link) -> Label {
    link.label
}

/// What a link stands on; `None` for one by an equal key alone.
pub fn evidence(link: &Link) -> Option<Evidence<'_>> {
    link.explained.as_ref().map(Evidence::from)
}

/// The next best row and its probability.
pub fn runner_up(link: &Link) -> Option<(u64, f64)> {
    link.runner_up
}

/// Every link as something to ask about, in the order of the analysis.
pub fn items(analysis: &Analysis) -> Vec<Item> {
    analysis.review_items()
}

/// One of them by its key.
pub fn item(analysis: &Analysis, key: &LinkKey) -> Option<Item> {
    let (recipient, link) = find(analysis, key)?;
    Some(of(recipient, link))
}

/// A link by its key, with whose it is; also one a reviewer took out.
pub fn find<'a>(analysis: &'a Analysis, key: &LinkKey) -> Option<(&'a RecipientAnalysis, &'a Link)> {
    let at = analysis.recipients.binary_search_by(|known| known.id.cmp(&key.recipient)).ok()?;
    let recipient = &analysis.recipients[at];
    let mut all = recipient.links.iter().chain(&recipient.refused);
    Some((recipient, all.find(|link| link.snapshot == key.snapshot && link.row == key.row)?))
}

fn of(recipient: &RecipientAnalysis, link: &Link) -> Item {
    Item { recipient: recipient.id.clone(), snapshot: link.snapshot, row: link.row, probability: link.given, label: label(link) }
}

/// The facet a recipient's links put them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// By the best of their links.
    Linked(Label),
    /// No link at all.
    NotFound,
}

impl Standing {
    /// Every standing, in the order of the facet.
    pub const ALL: [Self; 7] = [
        Self::Linked(Label::Sure),
        Self::Linked(Label::Likely),
        Self::Linked(Label::Possible),
        Self::Linked(Label::Household),
        Self::Linked(Label::Ambiguous),
        Self::Linked(Label::Weak),
        Self::NotFound,
    ];

    /// How it is known to the facet and the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Linked(label) => say::label_key(label),
            Self::NotFound => "not-found",
        }
    }

    /// Of a recipient the analysis knows.
    pub fn of(known: &RecipientAnalysis) -> Self {
        // From the best news to the worst; a household member is news about somebody else.
        let rank = |label: Label| match label {
            Label::Sure => 0,
            Label::Likely => 1,
            Label::Possible => 2,
            Label::Ambiguous => 3,
            Label::Household => 4,
            Label::Weak => 5,
        };
        known.links.iter().map(label).min_by_key(|label| rank(*label)).map_or(Self::NotFound, Self::Linked)
    }
}

/// The recipients a reviewer has decided something about, sorted.
pub fn decided(contents: &Contents) -> Vec<&str> {
    let mut ids: Vec<&str> = contents.decisions.iter().map(|decision| decision.recipient.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
