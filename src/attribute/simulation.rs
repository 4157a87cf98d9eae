//! Incidents drawn from the model's own prior, and small ones put together by hand: for tests only.

use super::sampler::Sampler;
use super::*;
use crate::model::Day;
use crate::model::dates::{day_from_number, day_number};
use jiff::civil::date;

/// The first day of every simulated window, and its length in days.
pub const FIRST: Day = date(2008, 1, 1);
pub const WINDOW: i32 = 1000;

/// `days` after [`FIRST`].
pub fn at(days: i32) -> Day {
    day_from_number(day_number(FIRST) + days).unwrap()
}

/// Member `subject`, certain, in from day `from` to before day `until` (`None` = open).
pub fn member(subject: usize, from: Option<i32>, until: Option<i32>) -> Member {
    let edge = |days: Option<i32>| days.map_or(Edge::Open, |days| Edge::Known(at(days)));
    Member { subject, probability: 1.0, validity: Validity { start: edge(from), end: edge(until) } }
}

/// A held, dated candidate of a constant size.
pub fn candidate(id: &str, size: f64, members: Vec<Member>) -> Candidate {
    Candidate {
        id: id.into(),
        first_evidence: FIRST,
        is_dated: true,
        size: SizeCurve::constant(size),
        members,
        controls: Vec::new(),
        coverage: None,
        slices: Vec::new(),
    }
}

/// Candidate of a constant size that always held the subjects in `held`.
pub fn timeless(id: &str, size: f64, held: impl IntoIterator<Item = usize>) -> Candidate {
    candidate(id, size, held.into_iter().map(|subject| member(subject, None, None)).collect())
}

/// `count` subjects found by open call, nobody stating anything.
pub fn subjects(count: usize) -> Vec<Subject> {
    (0..count).map(|i| Subject { id: format!("r{i:05}").into(), circle: None, stated: None }).collect()
}

/// A sample of `count` out of `pool`, sent on the last day of the window.
pub fn sample_of(count: usize, pool: f64, candidates: Vec<Candidate>) -> Problem {
    Problem {
        pool,
        first_send: at(WINDOW),
        is_complete_list: false,
        subjects: subjects(count),
        candidates,
        overlaps: Vec::new(),
        prints: Vec::new(),
        seed: 42,
    }
}

/// Everything out of a stream of uniform numbers.
pub struct Draws(Sampler);

impl Draws {
    pub fn new(seed: u64) -> Self {
        Self(Sampler::new(seed))
    }

    pub fn unit(&mut self) -> f64 {
        self.0.uniform()
    }

    pub fn below(&mut self, end: usize) -> usize {
        ((self.unit() * end as f64) as usize).min(end - 1)
    }

    pub fn days_below(&mut self, end: i32) -> i32 {
        ((self.unit() * f64::from(end)) as i32).min(end - 1)
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// One record of a simulated file: who, and from when to when.
#[derive(Clone, Copy)]
struct Record {
    person: usize,
    from: i32,
    until: i32,
}

/// What really happened.
#[derive(Clone, Copy, Debug)]
pub struct Truth {
    pub source: usize,
    pub copied: Day,
    /// Share of the list that was really taken from the source.
    pub share: f64,
}

/// A simulated incident.
pub struct Simulated {
    pub problem: Problem,
    pub truth: Option<Truth>,
}

/// How the list of a simulated incident came to be.
#[derive(Clone, Copy, PartialEq)]
pub enum Origin {
    /// Taken from one of the files, π ~ U(½, 1], T uniform.
    OneFile,
    /// Taken from nowhere: people of the pool.
    Nowhere,
    /// Recipients were looked for among the members of the first file, and the list came from nowhere.
    Circle,
}

/// An incident drawn from the prior: 2 to 4 overlapping files, 10 to 400 recipients.
pub fn incident(seed: u64, origin: Origin) -> Simulated {
    let mut draws = Draws::new(seed);
    let pool = draws.between(4000.0, 20_000.0) as usize;
    let files: Vec<Vec<Record>> = (0..2 + draws.below(3)).fold(Vec::new(), |mut files, _| {
        files.push(file(&mut draws, pool, files.last()));
        files
    });
    let wanted = libm::exp(draws.between(libm::log(10.0), libm::log(400.0))) as usize;
    let source = draws.below(files.len());
    let copied = draws.days_below(WINDOW + 1);
    let on = |file: &[Record], day: i32| file.iter().filter(|r| r.from <= day && day < r.until).map(|r| r.person).collect::<Vec<usize>>();
    let mut in_copy = match origin {
        Origin::Circle => on(&files[0], WINDOW),
        _ => on(&files[source], copied),
    };
    draws.shuffle(&mut in_copy);
    let share = draws.between(0.5, 1.0);
    let mut people: Vec<usize> = Vec::new();
    let mut taken = 0;
    while people.len() < wanted {
        let from_file = match origin {
            Origin::OneFile => draws.unit() < share,
            Origin::Nowhere => false,
            Origin::Circle => true,
        };
        let person = if from_file { in_copy.pop() } else { Some(draws.below(pool)) };
        let Some(person) = person else { break };
        if !people.contains(&person) {
            taken += usize::from(from_file);
            people.push(person);
        }
    }
    let mut all = subjects(people.len());
    if origin == Origin::Circle {
        for subject in &mut all {
            subject.circle = Some(Circle { candidate: 0, sigma: f64::INFINITY });
        }
    }
    let candidates = files.iter().enumerate().map(|(k, file)| as_candidate(&format!("file-{k}"), file, &people)).collect();
    let circle: std::collections::BTreeSet<usize> = on(&files[0], WINDOW).into_iter().collect();
    let shared = |file: &Vec<Record>| vec![size_curve(file.iter().filter(|r| circle.contains(&r.person)))];
    let overlaps = if origin == Origin::Circle { files.iter().map(shared).collect() } else { Vec::new() };
    let truth = (origin == Origin::OneFile).then(|| Truth { source, copied: at(copied), share: taken as f64 / people.len() as f64 });
    let problem = Problem {
        pool: pool as f64,
        first_send: at(WINDOW),
        is_complete_list: false,
        subjects: all,
        candidates,
        overlaps,
        prints: Vec::new(),
        seed: seed ^ 0x5eed,
    };
    Simulated { problem, truth }
}

/// A file of 3 to 15 % of the pool, a part of it taken over from `other`; people come and go over the years.
fn file(draws: &mut Draws, pool: usize, other: Option<&Vec<Record>>) -> Vec<Record> {
    let count = (draws.between(0.03, 0.15) * pool as f64) as usize;
    let mut people: Vec<usize> = Vec::new();
    if let Some(other) = other {
        let shared = draws.between(0.0, 0.6);
        people.extend(other.iter().filter(|_| draws.unit() < shared).map(|record| record.person));
    }
    people.extend((0..count).map(|_| draws.below(pool)));
    people.sort_unstable();
    people.dedup();
    let mut record = |person| {
        let from = draws.between(-2000.0, f64::from(WINDOW)) as i32;
        Record { person, from, until: from + 1 + (-2000.0 * libm::log(draws.unit())) as i32 }
    };
    people.into_iter().map(&mut record).collect()
}

fn as_candidate(id: &str, file: &[Record], people: &[usize]) -> Candidate {
    let member_of = |(subject, person): (usize, &usize)| {
        let record = file.iter().find(|record| record.person == *person)?;
        Some(member(subject, Some(record.from), (record.until <= WINDOW).then_some(record.until)))
    };
    Candidate { size: size_curve(file.iter()), ..candidate(id, 0.0, people.iter().enumerate().filter_map(member_of).collect()) }
}

fn size_curve<'a>(records: impl Iterator<Item = &'a Record>) -> SizeCurve {
    let mut steps: Vec<(i32, f64)> = records.flat_map(|r| [(r.from, 1.0), (r.until, -1.0)]).filter(|step| step.0 <= WINDOW).collect();
    steps.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut knots: Vec<(Day, f64)> = Vec::new();
    let mut size = 0.0;
    for (day, step) in steps {
        size += step;
        match knots.last_mut() {
            Some(last) if last.0 == at(day) => last.1 = size,
            _ => knots.push((at(day), size)),
        }
    }
    SizeCurve { knots, before: 0.0 }
}
