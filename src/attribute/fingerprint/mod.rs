//! Fingerprints (method.md §4): files betray themselves by their quirks. What each source would have put on the message is compared with what stands there.
//!
//! | step | where |
//! | --- | --- |
//! | rendering rules, as data | `rule`, `pieces`, `letters` |
//! | per source and field the rule that explains most linked recipients | `fit` |
//! | recipients for whom sources would have produced different texts | `compare` |
//! | what matches and mismatches are worth, e integrated out | `weigh` |
//! | shared quirks, rarest first | `quirk` |
//! | addresses given to one source only, tags and seeded rows | [`canary`] |
//!
//! Pure: somebody else reads the rows and the messages ([`Rendering`]) and counts words in files ([`FileWords`]). Folded into a [`Problem`], the factors
//! are φ of §2: one for each recipient and source, whatever the number of fields, as they depend on each other. On a complete list the likelihood is that of
//! the set, which has no place for φ; there they bear on shares and origins only.

pub mod canary;
mod compare;
mod fit;
mod letters;
mod pieces;
mod quirk;
mod rule;
#[cfg(test)]
mod tests;
mod weigh;

pub use fit::FittedRule;
pub use letters::{addressed, salutation};
pub use quirk::{Quirk, QuirkKind, Rival};
pub use rule::{Civility, Layout, Letters, Rendered, Rule};
pub use weigh::{ErrorRate, Made, PrintPair, RecipientFactors, ShownField, SourceFactor, Standing, ln_integral};

use super::Problem;
use crate::model::{Identity, RecipientId, SnapshotId, SourceId};
use compare::{Compared, Observed};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A recipient, what was rendered for them, and the rows they are linked to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rendering {
    /// Who.
    pub recipient: RecipientId,
    /// As the message shows it, untouched.
    pub rendered: BTreeMap<Rendered, String>,
    /// Linked rows. Several of one source are successive states of the same record: any of them may have been copied.
    pub rows: Vec<Row>,
}

/// A linked row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Of which source.
    pub source: SourceId,
    /// Of which state.
    pub snapshot: SnapshotId,
    /// Its number there, from 0 after the header.
    pub row: u64,
    /// Its cells, untouched.
    pub written: Identity,
}

/// How common words are in a file. The words worth counting are [`Fingerprints::wanted_words`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileWords {
    /// Which file.
    pub source: SourceId,
    /// Its rows.
    pub rows: u64,
    /// Folded word (see [`crate::normalise::words`]) → rows that hold it in the cells that are rendered. Words not listed are in no row.
    pub counts: BTreeMap<String, u64>,
}

/// Everything fingerprints say about one mailing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fingerprints {
    /// By field, then source.
    pub rules: Vec<FittedRule>,
    /// How often the message shows what no file gives.
    pub error: ErrorRate,
    /// By source.
    pub standings: Vec<Standing>,
    /// By recipient; discriminating ones only, for all others every factor is 1.
    pub factors: Vec<RecipientFactors>,
    /// By id; pairs that nobody tells apart are left out.
    pub pairs: Vec<PrintPair>,
    /// Rarest first.
    pub quirks: Vec<Quirk>,
    /// By source: words that some quirk rests on, to be counted in that source.
    pub wanted_words: Vec<(SourceId, String)>,
}

/// Reads the fingerprints of one mailing. `files` may be empty or hold some of the sources only: quirks then weigh no more than other matches.
///
/// The answer depends on the content alone, not on the order of recipients, rows or files. A recipient given twice counts once.
pub fn fingerprints(renderings: &[Rendering], files: &[FileWords]) -> Fingerprints {
    let mut sources: Vec<&SourceId> = renderings.iter().flat_map(|rendering| rendering.rows.iter().map(|row| &row.source)).collect();
    sources.sort();
    sources.dedup();
    let mut recipients: Vec<&Rendering> = renderings.iter().collect();
    recipients.sort_by(|a, b| a.recipient.cmp(&b.recipient).then_with(|| a.rendered.cmp(&b.rendered)));
    recipients.dedup_by(|a, b| a.recipient == b.recipient);
    let observed: Vec<Observed<'_>> = recipients.into_iter().map(|rendering| Observed::of(rendering, &sources)).collect();
    let rules = fit::fit(&observed, &sources);
    let compared: Vec<Compared<'_>> = observed.iter().filter_map(|of| Compared::of(of, &rules, &sources)).collect();
    let frequencies = weigh::Frequencies(files);
    let error = weigh::error_rate(&compared, sources.len());
    Fingerprints {
        error,
        standings: weigh::standings(&compared, &sources),
        factors: compared.iter().map(|of| weigh::factors(of, &rules, &sources, error, &frequencies)).collect(),
        pairs: weigh::pairs(&compared, &sources, &frequencies),
        quirks: quirk::quirks(&compared, &rules, &sources, &frequencies),
        wanted_words: weigh::wanted_words(&compared, &sources),
        rules,
    }
}

impl Fingerprints {
    /// φ of fingerprints for every candidate of `problem` and every subject, in their order, in (0, 1]; 1 wherever they say nothing.
    pub fn table(&self, problem: &Problem) -> Vec<Vec<f64>> {
        let of: BTreeMap<(&RecipientId, &SourceId), f64> = self
            .factors
            .iter()
            .flat_map(|of| of.sources.iter().map(|factor| ((&of.recipient, &factor.source), libm::exp(factor.ln_factor))))
            .collect();
        let column = |source: &SourceId| problem.subjects.iter().map(|subject| of.get(&(&subject.id, source)).copied().unwrap_or(1.0)).collect();
        problem.candidates.iter().map(|candidate| column(&candidate.id)).collect()
    }

    /// Folds the factors into φ of `problem`, once for each recipient however often it is called; `is_on` = false takes them out again.
    pub fn fold_into(&self, problem: &mut Problem, is_on: bool) {
        problem.prints = if is_on && !self.factors.is_empty() { self.table(problem) } else { Vec::new() };
    }
}
