//! How many of the links are right, estimated from those a reviewer has decided.

use super::{Answers, Item};
use crate::attribute::sampler::Sampler;
use crate::model::{Answer, Decision, Label};
use serde::{Deserialize, Serialize};

/// Where the bands of probability are cut. They are narrow where the queue asks by nearness to ½, so that within a band it hardly matters who is asked.
const CUTS: [f64; 6] = [0.1, 0.3, 0.5, 0.7, 0.9, 0.99];
/// The first band that counts as linked: p ≥ 0.5.
const LINKED: usize = 3;
/// Draws of the posterior.
const DRAWS: usize = 2000;
/// Jeffreys' prior.
const PRIOR: f64 = 0.5;

/// What the program calls the links of a stratum, as far as it decides who is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Neither of the others.
    Plain,
    /// Another row fits nearly as well.
    Ambiguous,
    /// Somebody at the same address with another name.
    Household,
}

/// Links of about the same probability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stratum {
    /// Least probability.
    pub from: f64,
    /// Probability all of them are below; for the last band 1, included.
    pub to: f64,
    /// What they are called.
    pub group: Group,
    /// How many there are.
    pub links: u32,
    /// How many of them were decided, without those of which the reviewer could not tell.
    pub decided: u32,
    /// How many of the decided are right.
    pub right: u32,
}

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Posterior mean.
    pub mean: f64,
    /// 2.5 % quantile.
    pub lo: f64,
    /// 97.5 % quantile.
    pub hi: f64,
}

/// How good the links of p ≥ 0.5 are, as far as the decisions tell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Share of the links of p ≥ 0.5 that are right; `None` if there is no such link.
    pub precision: Option<Measure>,
    /// Share of the right links that have p ≥ 0.5, among all links given; `None` if there is none. Records that no blocking rule brought up are not among
    /// them, so it is an upper limit of what is found of everybody who stands in the files.
    pub recall: Option<Measure>,
    /// By probability, then group; empty ones left out.
    pub strata: Vec<Stratum>,
    /// Links decided with *same*, *different* or *household*.
    pub decided: u32,
    /// Links decided with *not enough information*; they say nothing here.
    pub unsure: u32,
}

impl Estimate {
    /// Strata of which nothing was decided: what is said of them is a guess, and the interval is wide because of them.
    pub fn unchecked(&self) -> impl Iterator<Item = &Stratum> {
        self.strata.iter().filter(|stratum| stratum.decided == 0)
    }
}

/// Precision and recall at p ≥ 0.5 with 95 % intervals, from the decided ones among `items`.
///
/// Stratified by band of probability and by what the program calls the links, because these decide who is asked about; within a stratum those decided
/// count as a random sample. In each stratum the share that is right has Jeffreys' prior Beta(½, ½); what is known after s of n decided are right is
/// Beta(s + ½, n − s + ½), and the number right among the others is drawn from the binomial distribution (so a stratum decided to the end has no
/// uncertainty left). Strata of which nothing is decided share one draw from the prior: they may all be good or all be bad. Precision and recall are
/// ratios of such numbers summed over the strata; mean and equal-tailed 95 % interval of 2000 seeded draws. Same input, same numbers, whatever the order.
///
/// # References
/// Ericson (1969), "Subjective Bayesian Models in Sampling Finite Populations", JRSS B 31(2), 195–233 (the stratified posterior). Brown, Cai & `DasGupta`
/// (2001), "Interval Estimation for a Binomial Proportion", Statistical Science 16(2), 101–133 (Jeffreys' interval).
pub fn estimate(items: &[Item], decisions: &[Decision], seed: u64) -> Estimate {
    let answers = Answers::of(decisions);
    let (mut strata, mut unsure) = (blank(), 0);
    for item in items {
        let stratum = &mut strata[place(item)];
        stratum.links += 1;
        match answers.on(item).map(Answer::is_same) {
            Some(Some(is_same)) => {
                stratum.decided += 1;
                stratum.right += u32::from(is_same);
            }
            Some(None) => unsure += 1,
            None => {}
        }
    }
    strata.retain(|stratum| stratum.links > 0);
    let (precisions, recalls) = draws(&strata, seed);
    let decided = strata.iter().map(|stratum| stratum.decided).sum();
    Estimate { precision: measure(precisions), recall: measure(recalls), strata, decided, unsure }
}

/// Every band with every group.
fn blank() -> Vec<Stratum> {
    let groups = [Group::Plain, Group::Ambiguous, Group::Household];
    let bands = (0..=CUTS.len()).map(|band| (band.checked_sub(1).map_or(0.0, |at| CUTS[at]), CUTS.get(band).copied().unwrap_or(1.0)));
    bands.flat_map(|(from, to)| groups.map(|group| Stratum { from, to, group, links: 0, decided: 0, right: 0 })).collect()
}

/// Where a link belongs in [`blank`].
fn place(item: &Item) -> usize {
    let band = CUTS.iter().filter(|cut| item.probability >= **cut).count();
    let group = match item.label {
        Label::Ambiguous => 1,
        Label::Household => 2,
        _ => 0,
    };
    band * 3 + group
}

/// Draws of precision and of recall.
fn draws(strata: &[Stratum], seed: u64) -> (Vec<f64>, Vec<f64>) {
    let mut sampler = Sampler::new(seed);
    let (mut precisions, mut recalls) = (Vec::with_capacity(DRAWS), Vec::with_capacity(DRAWS));
    let linked: u32 = strata.iter().filter(|stratum| stratum.from >= CUTS[LINKED - 1]).map(|stratum| stratum.links).sum();
    for _ in 0..DRAWS {
        let guess = sampler.beta(PRIOR, PRIOR);
        let (mut right_linked, mut right) = (0, 0);
        for stratum in strata {
            let share = if stratum.decided == 0 {
                guess
            } else {
                sampler.beta(f64::from(stratum.right) + PRIOR, f64::from(stratum.decided - stratum.right) + PRIOR)
            };
            let all = stratum.right + sampler.binomial(stratum.links - stratum.decided, share);
            right += all;
            if stratum.from >= CUTS[LINKED - 1] {
                right_linked += all;
            }
        }
        if linked > 0 {
            precisions.push(f64::from(right_linked) / f64::from(linked));
        }
        if right > 0 {
            recalls.push(f64::from(right_linked) / f64::from(right));
        }
    }
    (precisions, recalls)
}

fn measure(mut draws: Vec<f64>) -> Option<Measure> {
    draws.sort_by(f64::total_cmp);
    let quantile = |share: f64| draws.get((share * draws.len() as f64) as usize).or(draws.last()).copied();
    Some(Measure { mean: draws.iter().sum::<f64>() / draws.len() as f64, lo: quantile(0.025)?, hi: quantile(0.975)? })
}
