//! Whole incidents with their truth: from the model's own prior, from a harsher world, and neutral ones. For tests only.

use super::files::{File, Pool, size_curve};
use super::known::Knowledge;
use super::list::{Copied, List, ask, complete, sample};
use super::{Draws, WINDOW, at, subjects};
use crate::attribute::{Circle, Problem, SizeCurve};
use crate::model::Day;
use std::collections::BTreeSet;

/// What really happened.
#[derive(Clone, Copy, Debug)]
pub struct Truth {
    /// Index into the candidates.
    pub source: usize,
    pub copied: Day,
    /// Only the people of this town were copied.
    pub town: Option<usize>,
    /// Share of the known recipients who were really taken from the source.
    pub share: f64,
}

/// A simulated incident.
pub struct Simulated {
    pub problem: Problem,
    pub truth: Option<Truth>,
}

/// Why there is nothing to be found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Neutral {
    /// The list came from nowhere: people of the pool, found by open call.
    Nowhere,
    /// The list came from nowhere, and recipients were looked for among the members of one file.
    Circle,
    /// The list came from a file that has a twin: the same members at the same times.
    Twins,
}

/// Drawn from the prior: 2 to 4 overlapping files, 10 to 400 recipients, π ~ U(½, 1], T uniform. A fifth of the files is known from snapshots only, a
/// third has towns, half of the copies of those are of one town; the share of records that are not found and that of records with wrong dates are drawn from their priors; in half of the incidents a fifth of the
/// records is found with some uncertainty; in a third of the incidents
/// people of the file were asked for controls; in a fifth three recipients in ten were found in the circle of some file; one in seven is a complete list.
pub fn model(seed: u64) -> Simulated {
    let mut draws = Draws::new(seed);
    let is_complete_list = draws.chance(1.0 / 7.0);
    let size = if is_complete_list { draws.between(1000.0, 4000.0) } else { draws.between(4000.0, 20_000.0) };
    let pool = Pool { size: size as usize, activity: 1.0 };
    let files = files(&mut draws, pool, 0.6);
    let fuzzy = if draws.chance(0.5) { 0.2 } else { 0.0 };
    let known: Vec<Knowledge> =
        files.iter().map(|_| Knowledge { missed: draws.error(), misdated: draws.error(), ..knowledge(&mut draws, fuzzy) }).collect();
    let source = draws.below(files.len());
    let town = (known[source].has_towns && draws.chance(0.5)).then(|| draws.below(Pool::TOWNS));
    let copied = Copied { file: &files[source], day: draws.days_below(WINDOW + 1), town };
    let circle = (!is_complete_list && draws.chance(0.2)).then(|| draws.below(files.len()));
    let list = if is_complete_list {
        // s > b, both uniform.
        let (a, b) = (draws.unit(), draws.unit());
        complete(&mut draws, pool, copied, a.max(b), a.min(b))
    } else {
        let (wanted, share) = (draws.log_between(10.0, 400.0) as usize, draws.between(0.5, 1.0));
        let mut list = sample(&mut draws, pool, wanted, share, Some(copied), circle.map(|circle| (&files[circle], 0.3)));
        if draws.chance(1.0 / 3.0) {
            let (asked, mailed) = (1 + draws.below(10), draws.unit());
            ask(&mut draws, pool, &mut list, asked, copied, mailed);
        }
        list
    };
    let mut problem = state(&mut draws, pool, &files, &known, &list, source, seed);
    problem.is_complete_list = is_complete_list;
    if let Some(circle) = circle {
        for (subject, is_in_circle) in problem.subjects.iter_mut().zip(&list.in_circle) {
            subject.circle = is_in_circle.then_some(Circle { candidate: circle, sigma: f64::INFINITY });
        }
        problem.overlaps = overlaps(&files, circle);
    }
    let truth = Truth { source, copied: at(copied.day), town, share: list.taken as f64 / list.people.len().max(1) as f64 };
    Simulated { problem, truth: Some(truth) }
}

/// A harsher world than the model's: files share up to nine tenths of their people and an active fifth of the pool is in everything and reached by
/// everything; a tenth of the dates is wrong; 5 % of the records are not found and as many rows are taken for somebody else; a quarter of the
/// recipients was found in the circle of some file, a third of them is said to have been found by open call, and one in twenty of the others is said to
/// have been found in the circle.
pub fn harsh(seed: u64) -> Simulated {
    let mut draws = Draws::new(seed ^ 0x4a5d_0000);
    let pool = Pool { size: draws.between(4000.0, 20_000.0) as usize, activity: 4.0 };
    let files = files(&mut draws, pool, 0.9);
    let known: Vec<Knowledge> =
        files.iter().map(|_| Knowledge { missed: 0.05, mistaken: 0.05, shifted: 0.1, ..knowledge(&mut draws, 0.1) }).collect();
    let source = draws.below(files.len());
    let circle = draws.below(files.len());
    let town = (known[source].has_towns && draws.chance(0.5)).then(|| draws.below(Pool::TOWNS));
    let copied = Copied { file: &files[source], day: draws.days_below(WINDOW + 1), town };
    let (wanted, share) = (draws.log_between(10.0, 400.0) as usize, draws.between(0.5, 1.0));
    let mut list = sample(&mut draws, pool, wanted, share, Some(copied), Some((&files[circle], 0.25)));
    if draws.chance(1.0 / 3.0) {
        let (asked, mailed) = (1 + draws.below(10), draws.unit());
        ask(&mut draws, pool, &mut list, asked, copied, mailed);
    }
    let mut problem = state(&mut draws, pool, &files, &known, &list, source, seed);
    for (subject, is_in_circle) in problem.subjects.iter_mut().zip(&list.in_circle) {
        let is_said = if *is_in_circle { !draws.chance(1.0 / 3.0) } else { draws.chance(0.05) };
        subject.circle = is_said.then_some(Circle { candidate: circle, sigma: f64::INFINITY });
    }
    problem.overlaps = overlaps(&files, circle);
    let truth = Truth { source, copied: at(copied.day), town, share: list.taken as f64 / list.people.len().max(1) as f64 };
    Simulated { problem, truth: Some(truth) }
}

/// An incident that must not have a verdict.
pub fn neutral(seed: u64, why: Neutral) -> Simulated {
    let mut draws = Draws::new(seed ^ 0x7e07_0000);
    let pool = Pool { size: draws.between(4000.0, 20_000.0) as usize, activity: 1.0 };
    let mut files = files(&mut draws, pool, 0.6);
    let known: Vec<Knowledge> = files.iter().map(|_| knowledge(&mut draws, 0.1)).collect();
    let wanted = draws.log_between(10.0, 400.0) as usize;
    let list = match why {
        Neutral::Nowhere => sample(&mut draws, pool, wanted, 0.0, None, None),
        Neutral::Circle => sample(&mut draws, pool, wanted, 0.0, None, Some((&files[0], 1.0))),
        Neutral::Twins => {
            let (day, share) = (draws.days_below(WINDOW + 1), draws.between(0.5, 1.0));
            sample(&mut draws, pool, wanted, share, Some(Copied { file: &files[0], day, town: None }), None)
        }
    };
    if why == Neutral::Twins {
        files.truncate(1);
    }
    let mut problem = state(&mut draws, pool, &files, &known, &list, 0, seed);
    if why == Neutral::Twins {
        let mut twin = problem.candidates[0].clone();
        twin.id = "twin".into();
        problem.candidates.push(twin);
    }
    if why == Neutral::Circle {
        for subject in &mut problem.subjects {
            subject.circle = Some(Circle { candidate: 0, sigma: f64::INFINITY });
        }
        problem.overlaps = overlaps(&files, 0);
    }
    Simulated { problem, truth: None }
}

fn files(draws: &mut Draws, pool: Pool, shared: f64) -> Vec<File> {
    (0..2 + draws.below(3)).fold(Vec::new(), |mut files: Vec<File>, _| {
        files.push(File::draw(draws, pool, files.last(), shared));
        files
    })
}

fn knowledge(draws: &mut Draws, fuzzy: f64) -> Knowledge {
    let mut snapshots = Vec::new();
    if draws.chance(0.2) {
        let mut day = -draws.days_below(300);
        while day <= WINDOW + 200 {
            snapshots.push(day);
            day += 60 + draws.days_below(300);
        }
    }
    Knowledge { snapshots, fuzzy, has_towns: draws.chance(1.0 / 3.0), ..Knowledge::default() }
}

fn state(draws: &mut Draws, pool: Pool, files: &[File], known: &[Knowledge], list: &List, source: usize, seed: u64) -> Problem {
    let candidate = |(k, (file, known)): (usize, (&File, &Knowledge))| {
        let controls: &[usize] = if k == source { &list.controls } else { &[] };
        known.candidate(draws, &format!("file-{k}"), file, pool, &list.people, controls)
    };
    Problem {
        pool: pool.size as f64,
        first_send: at(WINDOW),
        is_complete_list: false,
        subjects: subjects(list.people.len()),
        candidates: files.iter().zip(known).enumerate().map(candidate).collect(),
        overlaps: Vec::new(),
        prints: Vec::new(),
        seed: seed ^ 0x5eed,
    }
}

/// `|S_l ∩ S_h|` for h = `circle`; of other circles nothing is asked.
fn overlaps(files: &[File], circle: usize) -> Vec<Vec<SizeCurve>> {
    let members: BTreeSet<usize> = files[circle].on(WINDOW).collect();
    let shared = |file: &File| size_curve(file.0.iter().filter(|record| members.contains(&record.person)).map(|record| (record.from, record.until)));
    files.iter().map(|file| files.iter().map(|_| shared(file)).collect()).collect()
}
