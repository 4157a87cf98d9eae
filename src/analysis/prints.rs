//! Fingerprints of a case (method.md §4): gathers what they are read from, campaign by campaign, and folds them into the problem.
//!
//! What all of it means is said by [`crate::attribute::fingerprint`]. Readings chosen where the method leaves room:
//! - *"None of the known files"* gets the φ of the best file. An unknown copy of the right file has the same quirks, so fingerprints tell files from each
//!   other and never speak for a file against none; they do speak against a file that would have shown something else.
//! - *Complete lists* are weighed by which people were mailed, and that likelihood has no place for φ: there fingerprints bear on shares and origins, and
//!   the pairs keep what they are without them ([`Reach::Shares`]).
//! - *A tag or a seeded row* that counts as a statement ([`Worth`]) is not counted a second time as a quirk of the address.
//! - *Sealed sources* keep no cells: nothing can be read off them, which is said ([`Prints::unreadable`]) and counts neither for nor against them.

mod addresses;
mod rows;
mod word_counts;

use super::{AnalysisError, RecipientAnalysis, Settings};
use crate::attribute::fingerprint::canary::{CanaryReason, Flagged, Worth};
use crate::attribute::fingerprint::{Fingerprints, Rendered, fingerprints};
use crate::attribute::{Problem, StatedOrigin};
use crate::campaign::Campaign;
use crate::case::Case;
use crate::model::{FoundBy, SourceId, SourceKind};
use serde::{Deserialize, Serialize};

/// Fingerprints of one mailing and the addresses in it that name a source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prints {
    /// What fingerprints bear on.
    pub reach: Reach,
    /// Which file shares the quirks of what was sent.
    pub fingerprints: Fingerprints,
    /// Sealed sources, by id: they keep no cells, so nothing can be read off them.
    pub unreadable: Vec<SourceId>,
    /// Addresses that name a source and what each counts for, by recipient.
    pub canaries: Vec<Flagged>,
}

/// What fingerprints bear on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Nothing: they are left out. What is read is shown all the same.
    #[default]
    Nothing,
    /// A complete list: on shares and origins, not on pairs and copy dates.
    Shares,
    /// On everything.
    Everything,
}

/// Reads the fingerprints of `campaign`; `recipients` are those of the analysis, in the order of the case, with their links.
///
/// # Errors
/// [`AnalysisError`] if the case cannot be read.
pub fn prints(case: &Case, campaign: &Campaign<'_>, recipients: &[RecipientAnalysis], settings: &Settings) -> Result<Prints, AnalysisError> {
    let contents = case.contents();
    let mut read = rows::read(case, campaign, recipients)?;
    let canaries = addresses::flagged(contents, campaign, recipients, &read);
    for flagged in &canaries {
        if matches!((&flagged.worth, &flagged.canary.reason), (Worth::Statement { .. }, CanaryReason::Tag { .. }))
            && let Some(rendering) = read.renderings.iter_mut().find(|rendering| rendering.recipient == flagged.canary.recipient)
        {
            rendering.rendered.remove(&Rendered::Address);
        }
    }
    let mut found = fingerprints(&read.renderings, &[]);
    let wanted = std::mem::take(&mut found.wanted_words);
    if !wanted.is_empty() {
        found = fingerprints(&read.renderings, &word_counts::count(case, &wanted)?);
        found.wanted_words.clear();
    }
    let is_complete =
        !campaign.recipients.is_empty() && campaign.recipients.iter().all(|&at| contents.recipients[at].found_by == FoundBy::CompleteList);
    let reach = match () {
        () if !settings.use_prints || !contents.incident.fingerprints => Reach::Nothing,
        () if is_complete => Reach::Shares,
        () => Reach::Everything,
    };
    let mut unreadable: Vec<SourceId> =
        contents.sources.iter().filter(|source| source.kind == SourceKind::Sealed).map(|source| source.id.clone()).collect();
    unreadable.sort();
    Ok(Prints { reach, fingerprints: found, unreadable, canaries })
}

impl Prints {
    /// Puts what counts into `problem`: φ of fingerprints, once for each recipient however often it is called, and addresses that name a source as
    /// exclusive statements. Statements of the people themselves stay as they are.
    pub fn fold_into(&self, problem: &mut Problem) {
        self.fingerprints.fold_into(problem, self.reach != Reach::Nothing);
        for Flagged { canary, worth, .. } in &self.canaries {
            let Worth::Statement { reliability } = *worth else { continue };
            let Some(candidate) = problem.candidates.iter().position(|candidate| candidate.id == canary.source) else { continue };
            if let Some(subject) = problem.subjects.iter_mut().find(|subject| subject.id == canary.recipient) {
                subject.stated.get_or_insert(StatedOrigin { candidate, is_exclusive: true, reliability });
            }
        }
    }
}
