//! What to find out next: for everything that is not known, what each answer would do to the leading pair of propositions, and how much information is
//! to be expected from asking (in bits, at even odds).
//!
//! An answer that multiplies R of one subject by g multiplies their factor in the likelihood, π R + 1 − π, by 1 + (g − 1) p, where p is the posterior
//! probability that they were taken from the file. So every question about a person rests on p alone:
//! - *membership* (a link of probability m): people answer truly with reliability ρ; a yes makes m the posterior m ρ / (m ρ + (1−m)(1−ρ)), a no the other.
//!   Of a declared file a yes is the statement it is, m = max(coverage, ρ), and a no says nothing to the reasoning;
//! - *presence* on the likeliest day of the copy: a censored coming or going is uniform in its gap; where nothing is known of the coming, the gap is all
//!   the time since the first evidence of the file, and a yes is what is assumed anyway;
//! - *statement* ("only to"): one in two gives such an answer; it is a statement of reliability ρ as in the likelihood. All others say nothing;
//! - a *control*: with c of them already, the next is passed over with probability (c+1)/(c+2) if the file was copied, and was reached with that of
//!   anybody in the pool, (n+1)/(N₀+2), if it was not. Whoever received is one recipient more.
//!
//! Under the other proposition an answer has the probability it has without the list. On a complete list, where people are counted and not drawn, only
//! censored and uncertain rows could be asked about; that is not done yet.

use super::expectation::{mean, origin_of_each};
use super::{Ask, Prospect, Question, Reading, Reply, Sensitivity};
use crate::attribute::segments::Segment;
use crate::attribute::weighing::Weighed;
use crate::attribute::workbench::Workbench;
use crate::attribute::{Candidate, Edge, Member};
use crate::model::dates::{day_from_number, day_number};

/// ρ of an answer.
const RELIABILITY: f64 = 0.9;

/// How many people can name one file and no other.
const DECIDED: f64 = 0.5;

/// A link this near 0 or 1 is not worth a question.
const CERTAIN: f64 = 0.001;

/// Questions with less information than this, in bits, are not listed.
const LEAST_BITS: f64 = 1e-6;

/// The most informative questions, and what contests the leading source.
pub(super) fn questions(bench: &Workbench, baseline: &Reading) -> (Option<crate::model::SourceId>, Vec<Question>) {
    let problem = bench.problem();
    // The best supported proposition after that of the leading source; "none" stands at a ratio of 1.
    let rival = baseline.rival.clone().filter(|_| baseline.log10_lr_vs_rival.is_some_and(|gap| baseline.log10_lr_vs_none - gap > 0.0));
    let place = |id: &crate::model::SourceId| problem.candidates.iter().position(|candidate| candidate.id == *id);
    let Some(leading) = place(&baseline.leading) else { return (rival, Vec::new()) };
    if problem.is_complete_list {
        return (rival, Vec::new());
    }
    let log10_lr = if rival.is_some() { baseline.log10_lr_vs_rival.unwrap_or_default() } else { baseline.log10_lr_vs_none };
    let sides: Vec<Side> = std::iter::once(leading).chain(rival.as_ref().and_then(place)).map(|k| Side::of(bench, k)).collect();
    let asker = Asker { bench, sides, log10_lr };
    let mut questions: Vec<Question> = asker.all().into_iter().filter(|question| question.bits >= LEAST_BITS).collect();
    questions.sort_by(|a, b| b.bits.total_cmp(&a.bits).then_with(|| a.ask.cmp(&b.ask)));
    questions.truncate(Sensitivity::MOST_QUESTIONS);
    (rival, questions)
}

/// One of the two propositions, if it is of a file.
struct Side {
    k: usize,
    /// Per subject: the posterior probability that they were taken from the file, if its proposition holds.
    origin: Vec<f64>,
}

impl Side {
    fn of(bench: &Workbench, k: usize) -> Self {
        Self { k, origin: origin_of_each(bench, k) }
    }
}

struct Asker<'a> {
    bench: &'a Workbench,
    /// The leading file, then the other if it is one.
    sides: Vec<Side>,
    /// Of the two propositions as things are.
    log10_lr: f64,
}

/// An answer about one of the two files: its probability without the list, and what it multiplies R by.
struct Answered {
    reply: Reply,
    chance: f64,
    /// What the factor of the subject is multiplied by in the likelihood of its file, as the answer is meant.
    meant: f64,
    /// The same, as the reasoning takes it.
    taken: f64,
}

impl Asker<'_> {
    fn all(&self) -> Vec<Question> {
        let mut questions = Vec::new();
        for index in 0..self.sides.len() {
            questions.extend(self.control(index));
            questions.extend(self.memberships(index));
            questions.extend(self.presences(index));
        }
        questions.extend(self.statements());
        questions
    }

    fn candidate(&self, index: usize) -> &Candidate {
        &self.bench.problem().candidates[self.sides[index].k]
    }

    fn likeliest(&self, index: usize) -> &Weighed {
        self.bench.standing.weighed[self.sides[index].k].likeliest()
    }

    /// A question about the file of one side. Answers that the reasoning does not take in carry no information.
    fn question(&self, index: usize, ask: Ask, answers: &[Answered]) -> Question {
        let prospect = |answer: &Answered| {
            let (own, other) = (answer.chance * answer.meant, answer.chance);
            let (if_leading, if_other) = if index == 0 { (own, other) } else { (other, own) };
            let moved = libm::log10(answer.taken.max(f64::MIN_POSITIVE));
            Prospect { reply: answer.reply, if_leading, if_other, log10_lr: self.log10_lr + if index == 0 { moved } else { -moved } }
        };
        let prospects: Vec<Prospect> = answers.iter().map(prospect).collect();
        let bits = prospects.iter().map(|prospect| bits(prospect.if_leading, prospect.if_other)).sum();
        Question { ask, bits, answers: prospects }
    }

    /// Links that are not certain.
    fn memberships(&self, index: usize) -> Vec<Question> {
        let (candidate, side) = (self.candidate(index), &self.sides[index]);
        let problem = self.bench.problem();
        let entries = &self.bench.standing.weighed[side.k].whole().prepared.entries;
        let is_asked = |subject: usize| problem.subjects[subject].stated.is_none_or(|stated| stated.candidate != side.k);
        let uncertain = entries.iter().filter(|entry| (CERTAIN..=1.0 - CERTAIN).contains(&entry.probability) && is_asked(entry.subject));
        let question = |entry: &crate::attribute::likelihood::Entry| {
            let (m, p) = (entry.probability, side.origin[entry.subject]);
            let yes = m * RELIABILITY + (1.0 - m) * (1.0 - RELIABILITY);
            let factor = |probability: f64| 1.0 + (probability / m - 1.0) * p;
            let (if_yes, if_no) = (factor(m * RELIABILITY / yes), factor(m * (1.0 - RELIABILITY) / (1.0 - yes)));
            let (taken_yes, taken_no) = match candidate.coverage {
                Some(coverage) => (factor(coverage.max(RELIABILITY).max(m)), 1.0),
                None => (if_yes, if_no),
            };
            let answers = [
                Answered { reply: Reply::Yes, chance: yes, meant: if_yes, taken: taken_yes },
                Answered { reply: Reply::No, chance: 1.0 - yes, meant: if_no, taken: taken_no },
            ];
            let recipient = problem.subjects[entry.subject].id.clone();
            self.question(index, Ask::Membership { recipient, source: candidate.id.clone() }, &answers)
        };
        uncertain.map(question).collect()
    }

    /// Members whose coming or going is not dated.
    fn presences(&self, index: usize) -> Vec<Question> {
        let (candidate, side) = (self.candidate(index), &self.sides[index]);
        if candidate.coverage.is_some() || !candidate.is_dated {
            return Vec::new();
        }
        let on = self.likeliest(index).modal_segment().from;
        let Some(day) = day_from_number(on) else { return Vec::new() };
        let gaps: Vec<(usize, Gap)> =
            candidate.members.iter().filter_map(|member| Some((member.subject, self.gap(candidate, member, on)?))).collect();
        // Members with the same gap share one pass.
        let mut kinds: Vec<Gap> = gaps.iter().map(|(_, gap)| *gap).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let means: Vec<Vec<f64>> = kinds.iter().map(|gap| self.with_presence(side.k, *gap, on)).collect();
        let question = |(subject, gap): (usize, Gap)| {
            let chance = gap.chance_on(on);
            let of_kind = kinds.binary_search(&gap).unwrap_or(0);
            // The mean of 1 + (g − 1) p over days and shares, where g is P(in on both days) / (P(in on T) · P(in on this day)).
            let if_yes = means[of_kind][subject];
            let if_no = (1.0 - chance * if_yes) / (1.0 - chance);
            let taken = if gap.is_assumed { 1.0 } else { if_yes };
            let answers = [
                Answered { reply: Reply::Yes, chance, meant: if_yes, taken },
                Answered { reply: Reply::No, chance: 1.0 - chance, meant: if_no, taken: if_no },
            ];
            let recipient = self.bench.problem().subjects[subject].id.clone();
            self.question(index, Ask::Presence { recipient, source: candidate.id.clone(), on: day }, &answers)
        };
        gaps.into_iter().map(question).collect()
    }

    /// The gap somebody came or went in, if whether they were in on that day is open.
    fn gap(&self, candidate: &Candidate, member: &Member, on: i32) -> Option<Gap> {
        let gap = |after, by, is_end, is_assumed| Gap { after: day_number(after), by: day_number(by), is_end, is_assumed };
        let gap = match (member.validity.start, member.validity.end) {
            (Edge::Ramp { after, by }, Edge::Open | Edge::Known(_)) => gap(after, by, false, false),
            (Edge::Open | Edge::Known(_), Edge::Ramp { after, by }) => gap(after, by, true, false),
            (Edge::Open, end) if end.passed(day_from_number(on)?).unwrap_or(0.0) == 0.0 => {
                gap(candidate.first_evidence, self.bench.problem().first_send, false, true)
            }
            _ => return None,
        };
        (CERTAIN..=1.0 - CERTAIN).contains(&gap.chance_on(on)).then_some(gap)
    }

    fn with_presence(&self, k: usize, gap: Gap, on: i32) -> Vec<f64> {
        mean(self.bench, k, |segment: Segment, share, ratio| {
            let then = segment.from;
            let apart = gap.chance_on(then) * gap.chance_on(on);
            let g = if apart > 0.0 { gap.chance_of_both(then, on) / apart } else { 1.0 };
            (share * ratio * g + 1.0 - share) / (share * ratio + 1.0 - share)
        })
    }

    /// Whom has nobody asked yet.
    fn statements(&self) -> Vec<Question> {
        let problem = self.bench.problem();
        let g = RELIABILITY / (1.0 - RELIABILITY);
        let source = &self.candidate(0).id;
        let other = (self.sides.len() > 1).then(|| self.candidate(1).id.clone());
        // A declared file is raised by the statement too.
        let factor = |index: usize, subject: usize| {
            let candidate = self.candidate(index);
            let p = self.sides[index].origin[subject];
            let raised = candidate.coverage.map_or(1.0, |coverage| {
                let entries = &self.bench.standing.weighed[self.sides[index].k].whole().prepared.entries;
                let entry = entries.binary_search_by_key(&subject, |entry| entry.subject).ok().map(|at| entries[at].probability);
                entry.map_or(1.0, |m| coverage.max(RELIABILITY).max(m) / m)
            });
            (1.0 + (g - 1.0) * p, 1.0 + (g * raised - 1.0) * p)
        };
        let question = |(subject, of): (usize, &crate::attribute::Subject)| {
            // Without having been taken from there a file is named in error.
            let chance = DECIDED * (1.0 - RELIABILITY);
            let mut prospects = Vec::new();
            let (meant, taken) = factor(0, subject);
            prospects.push(Prospect {
                reply: Reply::OnlyToSource,
                if_leading: chance * meant,
                if_other: chance,
                log10_lr: self.log10_lr + libm::log10(taken),
            });
            if other.is_some() {
                let (meant, taken) = factor(1, subject);
                prospects.push(Prospect {
                    reply: Reply::OnlyToOther,
                    if_leading: chance,
                    if_other: chance * meant,
                    log10_lr: self.log10_lr - libm::log10(taken),
                });
            }
            let bits = prospects.iter().map(|prospect| bits(prospect.if_leading, prospect.if_other)).sum();
            let rest = |of: &dyn Fn(&Prospect) -> f64| 1.0 - prospects.iter().map(of).sum::<f64>();
            let (if_leading, if_other) = (rest(&|prospect| prospect.if_leading), rest(&|prospect| prospect.if_other));
            prospects.push(Prospect { reply: Reply::Undecided, if_leading, if_other, log10_lr: self.log10_lr });
            let ask = Ask::Statement { recipient: of.id.clone(), source: source.clone(), other: other.clone() };
            Question { ask, bits, answers: prospects }
        };
        problem.subjects.iter().enumerate().filter(|(_, subject)| subject.stated.is_none()).map(question).collect()
    }

    /// Somebody in the file of one side and not in that of the other.
    fn control(&self, index: usize) -> Option<Question> {
        let candidate = self.candidate(index);
        if candidate.coverage.is_some() {
            return None;
        }
        let problem = self.bench.problem();
        let weighed = self.likeliest(index);
        let controls = weighed.prepared.controls.expected(&weighed.prepared.segments);
        let mean_of = |value: &dyn Fn(usize, f64) -> f64, of: &Weighed| -> f64 {
            of.posterior.iter().flat_map(|nodes| nodes.masses.iter().map(|&(share, mass)| mass * value(nodes.segment, share))).sum()
        };
        let passed_over = mean_of(&|segment, _| (controls[segment] + 1.0) / (controls[segment] + 2.0), weighed);
        let reached = (problem.subjects.len() as f64 + 1.0) / (problem.pool.max(1.0) + 2.0);
        let reached = reached.min(0.5);
        // As one recipient more, found by open call, who is in the one file and not in the other.
        let as_recipient = mean_of(&|segment, share| share * weighed.prepared.scales[segment][0] + 1.0 - share, weighed);
        let as_stranger = if self.sides.len() > 1 { mean_of(&|_, share| 1.0 - share, self.likeliest(1 - index)) } else { 1.0 };
        let sign = if index == 0 { 1.0 } else { -1.0 };
        let prospect = |reply, own: f64, other: f64, moved: f64| {
            let (if_leading, if_other) = if index == 0 { (own, other) } else { (other, own) };
            Prospect { reply, if_leading, if_other, log10_lr: self.log10_lr + sign * moved }
        };
        let received = libm::log10(as_recipient / as_stranger.max(f64::MIN_POSITIVE));
        let answers = vec![
            prospect(Reply::Yes, 1.0 - passed_over, reached, received),
            prospect(Reply::No, passed_over, 1.0 - reached, libm::log10(passed_over)),
        ];
        let bits = answers.iter().map(|prospect| bits(prospect.if_leading, prospect.if_other)).sum();
        let other = (self.sides.len() > 1).then(|| self.candidate(1 - index).id.clone());
        Some(Question { ask: Ask::Control { source: candidate.id.clone(), other }, bits, answers })
    }
}

/// A gap in which somebody came (or went, if `is_end`), by day number: not yet on `after`, so on `by`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Gap {
    after: i32,
    by: i32,
    is_end: bool,
    /// Nothing is known; they are taken to have been in all the time.
    is_assumed: bool,
}

impl Gap {
    fn passed(self, day: i32) -> f64 {
        (f64::from(day - self.after) / f64::from((self.by - self.after).max(1))).clamp(0.0, 1.0)
    }

    /// P(in) on a day.
    fn chance_on(self, day: i32) -> f64 {
        if self.is_end { 1.0 - self.passed(day) } else { self.passed(day) }
    }

    /// P(in) on two days.
    fn chance_of_both(self, one: i32, other: i32) -> f64 {
        self.chance_on(if self.is_end { one.max(other) } else { one.min(other) })
    }
}

/// What an answer tells at even odds, in bits: ½ Σ P(answer | H) log₂ (P(answer | H) / P(answer)).
fn bits(if_leading: f64, if_other: f64) -> f64 {
    let mean = f64::midpoint(if_leading, if_other);
    let part = |chance: f64| if chance > 0.0 { 0.5 * chance * libm::log2(chance / mean) } else { 0.0 };
    (part(if_leading) + part(if_other)).max(0.0)
}
