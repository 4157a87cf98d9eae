//! What matches and mismatches are worth.
//!
//! A message made from a file shows what the file gives with probability 1 − e, something else with probability e, e ~ Beta(1, 20). Integrated out, m
//! matches and x mismatches have the probability
//!
//! ∫ (1−e)ᵐ eˣ Beta(e; 1, 20) de = B(1 + x, 20 + m) / B(1, 20), with ln B(a, b) = lnΓ(a) + lnΓ(b) − lnΓ(a + b).
//!
//! *For the mixture* of §2 each recipient needs a factor of their own. The error rate belongs to the mailing, not to a file: M recipients are explained by
//! at least one file, X by none. Moving one of the M from match to mismatch changes the integral by
//! B(2 + X, 19 + M) / B(1 + X, 20 + M) = (1 + X) / (19 + M): that is the factor of a file that does not give what another file does. Files that do, files
//! that say nothing and "none of them" get 1, so fingerprints tell files from each other and never a file from "none of them": an unknown copy of the
//! right file has the same quirks. A recipient whom no file explains says nothing about which.
//!
//! *For a pair* of files the recipients on whom these two differ are taken alone and each file has its own integral, as the method has it.

use super::compare::{Compared, Telling};
use super::quirk::{frequency, written};
use super::{FileWords, FittedRule, Rendered, quirk};
use crate::model::{RecipientId, SnapshotId, SourceId};
use serde::{Deserialize, Serialize};

/// The parameters of the error rate's prior, Beta(1, 20): one text in twenty-one.
const PRIOR: (f64, f64) = (1.0, 20.0);

/// Least factor of a mismatch: links are wrong now and then too, and then the right row may well have given the text.
const LEAST_ODDS: f64 = 0.01;

/// Least frequency of a quirk in a rival file: two people can make the same mistake, however rare it is.
const LEAST_FREQUENCY: f64 = 0.001;

/// ln ∫ (1−e)ᵐ eˣ Beta(e; 1, 20) de for m `matches` and x `mismatches`; 0 for none.
pub fn ln_integral(matches: u32, mismatches: u32) -> f64 {
    let ln_beta = |a: f64, b: f64| libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    ln_beta(PRIOR.0 + f64::from(mismatches), PRIOR.1 + f64::from(matches)) - ln_beta(PRIOR.0, PRIOR.1)
}

/// How often the message shows what no file gives, counted over discriminating recipients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorRate {
    /// M: explained by at least one file.
    pub explained: u32,
    /// X: explained by none.
    pub unexplained: u32,
}

impl ErrorRate {
    /// Posterior mean of e, in (0, 1): (1 + X) / (21 + M + X).
    pub fn mean(self) -> f64 {
        let (m, x) = (f64::from(self.explained), f64::from(self.unexplained));
        (PRIOR.0 + x) / (PRIOR.0 + PRIOR.1 + m + x)
    }

    /// ln of the factor of a file that does not give what another gives: (1 + X) / (19 + M), at least 1/100 and at most 1.
    pub fn ln_mismatch(self) -> f64 {
        let odds = (PRIOR.0 + f64::from(self.unexplained)) / (PRIOR.1 + f64::from(self.explained) - 1.0);
        libm::log(odds.clamp(LEAST_ODDS, 1.0))
    }
}

/// Frequencies of words in the files that were counted.
pub(super) struct Frequencies<'a>(pub &'a [FileWords]);

impl Frequencies<'_> {
    /// Share of the rows of `source` that hold `word`: (count + 1) / (rows + 2), at least 1/1000; `None` if the file was not counted.
    pub fn of(&self, source: &SourceId, word: &str) -> Option<f64> {
        let file = self.0.iter().find(|file| file.source == *source)?;
        let count = file.counts.get(word).copied().unwrap_or(0).min(file.rows);
        Some(((count as f64 + 1.0) / (file.rows as f64 + 2.0)).clamp(LEAST_FREQUENCY, 1.0))
    }
}

/// A discriminating recipient and what it says about each source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecipientFactors {
    /// Who.
    pub recipient: RecipientId,
    /// By id; only sources that say something.
    pub sources: Vec<SourceFactor>,
    /// The fields that tell sources apart, with the texts they rest on. They are one observation whatever their number.
    #[serde(default)]
    pub fields: Vec<ShownField>,
}

/// A field that tells sources apart for one recipient: what the message shows, and what each source would have made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownField {
    /// Which.
    pub field: Rendered,
    /// As rendered in the message, untouched.
    pub rendered: String,
    /// By source; several of one are successive states of the row.
    pub made: Vec<Made>,
}

/// What a source would have made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Which source.
    pub source: SourceId,
    /// See `source`.
    pub snapshot: SnapshotId,
    /// Row of the snapshot, from 0 after the header.
    pub row: u64,
    /// As written in the file: the cells, untouched, in the order they are rendered.
    pub written: String,
    /// What a message made from it shows.
    pub would_show: String,
    /// Whether that is what the message shows.
    pub is_match: bool,
}

/// What one recipient says about one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceFactor {
    /// Which.
    pub source: SourceId,
    /// Whether the source gives everything that tells sources apart here.
    pub is_match: bool,
    /// ln φ, relative to the best source and to "none of them"; never above 0.
    pub ln_factor: f64,
}

/// How a source did over all discriminating recipients that are records of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Which.
    pub source: SourceId,
    /// m.
    pub matches: u32,
    /// x.
    pub mismatches: u32,
    /// [`ln_integral`] of the two.
    pub ln_integral: f64,
}

/// Two sources, on the recipients in both for whom they would have produced different texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrintPair {
    /// The one that comes first by id.
    pub a: SourceId,
    /// The other.
    pub b: SourceId,
    /// Recipients only `a` explains.
    pub only_a: u32,
    /// Recipients only `b` explains.
    pub only_b: u32,
    /// Recipients neither explains.
    pub neither: u32,
    /// ln of the likelihood ratio of `a` against `b` from fingerprints alone: the integrals, and rare quirks by their frequency in the rival file.
    pub ln_lr: f64,
}

/// M and X.
pub(super) fn error_rate(compared: &[Compared<'_>], sources: usize) -> ErrorRate {
    let explained = compared.iter().filter(|of| (0..sources).any(|k| of.verdict(k) == Some(true))).count();
    ErrorRate { explained: explained as u32, unexplained: (compared.len() - explained) as u32 }
}

/// The factors of one recipient.
pub(super) fn factors(
    of: &Compared<'_>,
    rules: &[FittedRule],
    sources: &[&SourceId],
    error: ErrorRate,
    frequencies: &Frequencies<'_>,
) -> RecipientFactors {
    let is_explained = (0..sources.len()).any(|k| of.verdict(k) == Some(true));
    let factor = |(k, source): (usize, &&SourceId)| {
        let is_match = of.verdict(k)?;
        let ln_factor = if is_match || !is_explained { 0.0 } else { error.ln_mismatch() + ln_rarest(of, k, sources, frequencies) };
        Some(SourceFactor { source: (*source).clone(), is_match, ln_factor })
    };
    let fields = of.fields.iter().map(|field| shown(of, field, rules)).collect();
    RecipientFactors { recipient: of.rendering.recipient.clone(), sources: sources.iter().enumerate().filter_map(factor).collect(), fields }
}

fn shown(of: &Compared<'_>, telling: &Telling<'_>, rules: &[FittedRule]) -> ShownField {
    let made = telling.produced.iter().flatten().flat_map(|produced| &produced.texts).map(|(text, row)| Made {
        source: row.source.clone(),
        snapshot: row.snapshot,
        row: row.row,
        written: written(rules, telling.field, row),
        would_show: text.clone(),
        is_match: *text == telling.text,
    });
    let rendered = of.rendering.rendered.get(&telling.field).cloned().unwrap_or_default();
    ShownField { field: telling.field, rendered, made: made.collect() }
}

/// ln of the frequency in source `l` of the rarest thing the message shows and `l` does not give; 0 if there is none or it was not counted.
fn ln_rarest(of: &Compared<'_>, l: usize, sources: &[&SourceId], frequencies: &Frequencies<'_>) -> f64 {
    let known = of.fields.iter().filter_map(|field| frequency(field, l, sources, frequencies));
    known.reduce(f64::min).map_or(0.0, libm::log)
}

pub(super) fn standings(compared: &[Compared<'_>], sources: &[&SourceId]) -> Vec<Standing> {
    let standing = |(k, source): (usize, &&SourceId)| {
        let count = |wanted: bool| compared.iter().filter(|of| of.verdict(k) == Some(wanted)).count() as u32;
        let (matches, mismatches) = (count(true), count(false));
        Standing { source: (*source).clone(), matches, mismatches, ln_integral: ln_integral(matches, mismatches) }
    };
    sources.iter().enumerate().map(standing).collect()
}

pub(super) fn pairs(compared: &[Compared<'_>], sources: &[&SourceId], frequencies: &Frequencies<'_>) -> Vec<PrintPair> {
    let mut pairs = Vec::new();
    for a in 0..sources.len() {
        for b in a + 1..sources.len() {
            let (mut only_a, mut only_b, mut neither) = (0, 0, 0);
            // Logs of frequencies, sorted before they are summed so that the order of recipients does not show in the last bits.
            let mut rare: Vec<f64> = Vec::new();
            for of in compared {
                match of.verdicts(a, b) {
                    Some((true, false)) => {
                        only_a += 1;
                        rare.push(-ln_rarest(of, b, sources, frequencies));
                    }
                    Some((false, true)) => {
                        only_b += 1;
                        rare.push(ln_rarest(of, a, sources, frequencies));
                    }
                    Some((false, false)) => neither += 1,
                    // What both give does not tell them apart.
                    Some((true, true)) | None => {}
                }
            }
            if only_a + only_b + neither > 0 {
                rare.sort_by(f64::total_cmp);
                let ln_lr = ln_integral(only_a, only_b + neither) - ln_integral(only_b, only_a + neither) + rare.iter().sum::<f64>();
                pairs.push(PrintPair { a: sources[a].clone(), b: sources[b].clone(), only_a, only_b, neither, ln_lr });
            }
        }
    }
    pairs
}

/// Words worth counting in each source, so that rare quirks weigh what they should; sorted, each once.
pub(super) fn wanted_words(compared: &[Compared<'_>], sources: &[&SourceId]) -> Vec<(SourceId, String)> {
    let mut wanted: Vec<(SourceId, String)> = Vec::new();
    for of in compared {
        for field in &of.fields {
            for (l, source) in sources.iter().enumerate() {
                wanted.extend(quirk::other_words(field, l).into_iter().map(|word| ((*source).clone(), word)));
            }
        }
    }
    wanted.sort();
    wanted.dedup();
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn the_integral_over_the_error_rate_by_hand() {
        // Moments of Beta(1, 20): E(1−e) = 20/21, E(e) = 1/21, E((1−e)²) = 20·21/(21·22), E(e(1−e)) = 20/(21·22), E(e²) = 2/(21·22).
        assert!(ln_integral(0, 0).abs() < 1e-15);
        for ((m, x), value) in
            [((1, 0), 20.0 / 21.0), ((0, 1), 1.0 / 21.0), ((2, 0), 20.0 / 22.0), ((1, 1), 20.0 / 462.0), ((0, 2), 2.0 / 462.0), ((20, 0), 0.5)]
        {
            assert!(is_close(ln_integral(m, x), libm::log(value)), "m = {m}, x = {x}");
        }
    }

    #[test]
    fn the_factor_of_a_mismatch_is_what_moving_one_recipient_does_to_the_integral() {
        for (m, x) in [(1, 0), (10, 1), (40, 3)] {
            let moved = ln_integral(m - 1, x + 1) - ln_integral(m, x);
            assert!((ErrorRate { explained: m, unexplained: x }.ln_mismatch() - moved).abs() < 1e-9, "{m} {x}");
        }
        assert!(is_close(ErrorRate { explained: 100_000, unexplained: 0 }.ln_mismatch(), libm::log(0.01)));
        assert!(is_close(ErrorRate { explained: 1, unexplained: 500 }.ln_mismatch(), 0.0));
        assert!(is_close(ErrorRate { explained: 9, unexplained: 1 }.mean(), 2.0 / 31.0));
    }
}
