//! What the sensitivity of an answer is made of (method.md §6): the types, which windows and reports are built on.

use crate::model::{Day, RecipientId, SourceId};
use serde::{Deserialize, Serialize};

/// What would change the answer of one campaign. All likelihood ratios are log₁₀ and not capped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The answer as it is.
    pub baseline: Reading,
    /// The tornado: widest first, then by what is turned.
    pub bars: Vec<Bar>,
    /// Where the words would change.
    pub tipping: Tipping,
    /// One per recipient, by id.
    pub influence: Vec<Influence>,
    /// The best supported proposition after that of the leading source, which [`Self::questions`] are to tell from it: another source, or `None` =
    /// "none of the known files".
    #[serde(default)]
    pub contested_by: Option<SourceId>,
    /// What to ask next: most informative first, at most [`Self::MOST_QUESTIONS`].
    pub questions: Vec<Question>,
}

impl Sensitivity {
    /// More questions than this are not listed.
    pub const MOST_QUESTIONS: usize = 20;
}

/// What the numbers say under one set of assumptions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The source the verdict names; `None` if none is supported or the leading pair is too close to call.
    pub best: Option<SourceId>,
    /// The source of the highest likelihood ratio, supported or not.
    pub leading: SourceId,
    /// The next source; `None` if there is only one.
    pub rival: Option<SourceId>,
    /// `leading` against "none of the known files".
    pub log10_lr_vs_none: f64,
    /// `leading` against `rival`; `None` without a rival.
    pub log10_lr_vs_rival: Option<f64>,
    /// Index of the band of the verbal scale that is shown for `log10_lr_vs_none`: capped, turned round if negative, lowered for want of controls.
    pub band: usize,
    /// The same for `log10_lr_vs_rival`.
    #[serde(default)]
    pub rival_band: Option<usize>,
}

impl Reading {
    /// Whether the verdict says the same: the same source named, in the same words against none and against the rival.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let words = |of: &Self| (of.band, of.band > 0 && of.log10_lr_vs_none < 0.0, of.rival_band);
        self.best == other.best && words(self) == words(other)
    }
}

/// One bar of the tornado: an assumption, turned one way and the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What is turned.
    pub turned: Turned,
    /// Turned down; of what is left out: left out.
    pub low: Turn,
    /// Turned up; of what is left out: the answer as it is.
    pub high: Turn,
    /// How far apart the three answers are (low, as it is, high), log₁₀, in the comparison that moves most; ≥ 0. Bars are sorted by it.
    pub width: f64,
}

/// An assumption that can be turned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what", content = "id")]
pub enum Turned {
    /// N₀, from a tenth to ten times, never below what must fit into it.
    Pool,
    /// σ of all circles: 1 (as found by open call) and unlimited.
    Sigma,
    /// The least share `H_k` claims: π ~ U(low, 1]; ¼ and ¾ for the ½ of the method.
    SharePrior,
    /// A recipient left out; only the most influential have a bar.
    WithoutRecipient(RecipientId),
    /// A source left out. People found in its circle still are.
    WithoutSource(SourceId),
    /// Fingerprints left out.
    WithoutFingerprints,
}

/// An assumption at one end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// N₀, σ or the least share; `None` where there is no number: something is left out or as it was, or σ is unlimited.
    pub value: Option<f64>,
    /// The whole answer then; its leading source may be another.
    pub reading: Reading,
    /// The source that leads as things are, against none; `None` if it is what is left out.
    pub log10_lr_vs_none: Option<f64>,
    /// The source that leads as things are, against the rival as things are; `None` if either is left out or there is no rival.
    pub log10_lr_vs_rival: Option<f64>,
}

/// Where the verdict changes its words ([`Reading::says_the_same`] no longer holds), each with everything else as it is; `None` = not within the range
/// looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tipping {
    /// N₀ nearest to the present one (by its logarithm), from the least that fits everybody to a hundred times the present one.
    pub pool: Option<f64>,
    /// σ ≥ 1 of all circles, nearest to the present one; `None` too if nobody was found in a circle.
    pub sigma: Option<f64>,
    /// How few of the strongest witnesses must fall. At most all of them.
    pub recipients: Option<u32>,
}

/// The source that leads as things are, without one recipient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Influence {
    /// Who is left out.
    pub recipient: RecipientId,
    /// It against none, without them.
    pub log10_lr_vs_none: f64,
    /// It against the rival, without them; `None` without a rival.
    pub log10_lr_vs_rival: Option<f64>,
}

/// Something worth finding out, and what it would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What to find out.
    pub ask: Ask,
    /// Expected information about which of the two leading propositions holds, at even odds, in bits: [0, 1].
    pub bits: f64,
    /// Every answer that can be given, in a fixed order.
    pub answers: Vec<Prospect>,
}

/// What can be found out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "ask")]
pub enum Ask {
    /// Find somebody who stood in `source` (and, if given, not in `other`) on the days of the copy, and ask whether they received the message.
    Control {
        /// Where they stand.
        source: SourceId,
        /// Where they must not stand.
        other: Option<SourceId>,
    },
    /// "Have you ever been in this file?" of somebody whose link to it is not certain.
    Membership {
        /// Whom.
        recipient: RecipientId,
        /// About which file.
        source: SourceId,
    },
    /// "Were you in this file on that day?" of somebody whose coming or going is not dated.
    Presence {
        /// Whom.
        recipient: RecipientId,
        /// About which file.
        source: SourceId,
        /// The likeliest day of the copy.
        on: Day,
    },
    /// "To whom did you give this address, and to no other?" of somebody who has not been asked yet.
    Statement {
        /// Whom.
        recipient: RecipientId,
        /// The file of the leading proposition.
        source: SourceId,
        /// The file of the other, if it is one.
        other: Option<SourceId>,
    },
}

/// One possible answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prospect {
    /// Which.
    pub reply: Reply,
    /// Its probability if the leading proposition holds.
    pub if_leading: f64,
    /// Its probability if the other one holds.
    pub if_other: f64,
    /// log₁₀ LR of the leading proposition against the other once it is given.
    pub log10_lr: f64,
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// Yes; of a control: the message was received.
    Yes,
    /// No.
    No,
    /// Of a statement: to `source` alone.
    OnlyToSource,
    /// Of a statement: to `other` alone.
    OnlyToOther,
    /// Of a statement: to several, to somebody else, or not known any more; says nothing.
    Undecided,
}
