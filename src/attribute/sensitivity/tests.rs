//! What would change the answer, against doing it: every number here is compared with the reasoning on the changed problem.

use super::*;
use crate::attribute::simulation::{Draws, Neutral, WINDOW, at, candidate, member, model, neutral, sample_of, slice, subjects, timeless};
use crate::attribute::workbench::Change;
use crate::attribute::*;
use crate::job::Unwatched;
use crate::model::RecipientId;

fn bands(steps: usize) -> Bands {
    Bands { bounds: [1.0, 2.0, 10.0, 100.0, 1e3, 1e4, 1e6].map(f64::log10).to_vec(), cap: 4.0, steps, supported: 1.0 }
}

fn found(problem: &Problem) -> Sensitivity {
    let bench = Workbench::of(problem.clone(), bands(1), &Unwatched).unwrap();
    sensitivity(&bench, &Unwatched).unwrap().unwrap()
}

/// (of a candidate against none) by the reasoning itself.
fn score(problem: &Problem, id: &crate::model::SourceId) -> f64 {
    attribute(problem, &Unwatched).unwrap().candidates.iter().find(|score| score.id == *id).unwrap().log10_lr_vs_none
}

fn reading(problem: &Problem) -> Reading {
    let found = attribute(problem, &Unwatched).unwrap();
    let ranked: Vec<_> = found.candidates.iter().map(|score| (&score.id, score.log10_lr_vs_none)).collect();
    bands(1).read_ranked(&ranked).unwrap()
}

fn days(i: usize) -> i32 {
    i32::try_from(i).unwrap()
}

/// A small incident with some of everything: fuzzy links, dates, snapshots, a circle, statements, a slice, fingerprints.
fn of_everything(seed: u64) -> Problem {
    let mut draws = Draws::new(seed);
    let mut members = |chance: f64, at_least: usize| -> Vec<Member> {
        let mut found = Vec::new();
        for i in 0..40 {
            if i >= at_least && draws.unit() > chance {
                continue;
            }
            let mut record = member(i, (i % 3 == 0).then_some(40 * days(i)), (i % 5 == 0).then_some(700 + 7 * days(i)));
            if i % 4 == 1 {
                record.probability = 0.9;
            }
            if i % 7 < 3 && i % 3 != 0 {
                record.validity.start = Edge::Ramp { after: at(100), by: at(420) };
            }
            found.push(record);
        }
        found
    };
    let (k, l, h) = (members(0.8, 4), members(0.5, 2), members(0.4, 2));
    let mut problem = sample_of(40, 30_000.0, vec![candidate("k", 900.0, k), candidate("l", 1500.0, l), candidate("h", 700.0, h)]);
    problem.candidates[0].slices = vec![slice("north", 300.0, (0..40).filter(|i| i % 2 == 0)), slice("south", 200.0, (0..40).filter(|i| i % 5 == 0))];
    problem.overlaps = (0..3).map(|l| (0..3).map(|h| SizeCurve::constant(if l == h { 700.0 } else { 150.0 })).collect()).collect();
    for (i, subject) in problem.subjects.iter_mut().enumerate() {
        let is_member = problem.candidates[2].members.iter().any(|member| member.subject == i);
        subject.circle = (is_member && i % 2 == 0).then_some(Circle { candidate: 2, sigma: 12.0 });
        subject.stated = (i % 11 == 3).then_some(StatedOrigin { candidate: i % 2, is_exclusive: true, reliability: 0.9 });
    }
    problem.prints = vec![vec![1.0; 40], (0..40).map(|i| if i % 6 == 0 { 0.2 } else { 1.0 }).collect(), vec![1.0; 40]];
    problem.candidates[0].controls = vec![ControlLink { id: "c1".into(), probability: 1.0, validity: Validity::default() }];
    problem
}

#[test]
fn leaving_each_recipient_out_gives_what_the_reasoning_gives_without_them() {
    for (problem, exactly) in [(of_everything(1), 1e-9), (of_everything(2), 1e-9), (model(3).problem, 0.02), (model(5).problem, 0.02)] {
        let found = found(&problem);
        let rival = found.baseline.rival.clone().unwrap();
        for influence in found.influence.iter().step_by(3) {
            let without = Change::without([influence.recipient.clone()]).applied_to(&problem);
            let (vs_none, of_rival) = (score(&without, &found.baseline.leading), score(&without, &rival));
            assert!((influence.log10_lr_vs_none - vs_none).abs() < exactly, "{influence:?} for {vs_none}");
            assert!((influence.log10_lr_vs_rival.unwrap() - (vs_none - of_rival)).abs() < exactly, "{influence:?} for {}", vs_none - of_rival);
        }
        assert_eq!(found.influence.len(), problem.subjects.len());
    }
}

#[test]
fn leaving_each_recipient_out_of_a_complete_list_is_exact_too() {
    let members = (0..60).map(|i| member(i, (i % 4 == 0).then_some(9 * days(i)), (i % 6 == 1).then_some(900))).collect();
    let mut problem = sample_of(80, 5000.0, vec![candidate("k", 150.0, members), timeless("l", 400.0, 20..75)]);
    problem.is_complete_list = true;
    let found = found(&problem);
    for influence in found.influence.iter().step_by(7) {
        let without = Change::without([influence.recipient.clone()]).applied_to(&problem);
        let vs_none = score(&without, &found.baseline.leading);
        assert!((influence.log10_lr_vs_none - vs_none).abs() < 1e-9, "{influence:?} for {vs_none}");
    }
    assert!(found.questions.is_empty());
}

/// Eleven of twelve found in the circle of the file they are in: what that says depends on σ alone.
fn in_a_circle() -> Problem {
    let mut problem = sample_of(12, 10_000.0, vec![timeless("k", 200.0, 0..11), timeless("l", 400.0, 3..9)]);
    for subject in &mut problem.subjects {
        subject.circle = Some(Circle { candidate: 0, sigma: 20.0 });
    }
    problem.overlaps = vec![vec![SizeCurve::constant(200.0); 2], vec![SizeCurve::constant(120.0); 2]];
    problem
}

#[test]
fn the_words_tip_where_the_tipping_points_say_and_not_before() {
    let (mut pools, mut sigmas, mut people) = (0, 0, 0);
    let incidents = (0..14).map(|seed| model(seed).problem).chain([of_everything(1), of_everything(4), in_a_circle()]);
    for problem in incidents {
        let found = found(&problem);
        let baseline = &found.baseline;
        if let Some(pool) = found.tipping.pool {
            // Towards the present value nothing has changed yet; beyond, something has.
            let outward = if pool > problem.pool { 1e-6 } else { -1e-6 };
            let with = |pool: f64| reading(&Change::of_pool(pool).applied_to(&problem));
            let before = with(pool * (1.0 - outward));
            assert!(before.says_the_same(baseline), "before {pool}, from {}: {before:?} for {baseline:?}", problem.pool);
            assert!(!with(pool * (1.0 + outward)).says_the_same(baseline), "beyond {pool}");
            pools += 1;
        }
        if let Some(sigma) = found.tipping.sigma {
            let now = problem.subjects.iter().filter_map(|subject| subject.circle).map(|circle| circle.sigma).fold(1.0, f64::max);
            // σ moves the days on which a size counts as changed, so the likelihood has small steps in it.
            let outward = if sigma > now { 1e-3 } else { -1e-3 };
            let with = |sigma: f64| reading(&Change::of_sigma(sigma).applied_to(&problem));
            assert!(with(sigma * (1.0 - outward)).says_the_same(baseline), "before {sigma}");
            assert!(!with(sigma * (1.0 + outward)).says_the_same(baseline), "beyond {sigma}");
            sigmas += 1;
        }
        if let Some(count) = found.tipping.recipients {
            let strongest = |of: &dyn Fn(&Influence) -> f64| -> Vec<RecipientId> {
                let mut order: Vec<&Influence> = found.influence.iter().collect();
                order.sort_by(|a, b| of(a).total_cmp(&of(b)).then_with(|| a.recipient.cmp(&b.recipient)));
                order.into_iter().map(|influence| influence.recipient.clone()).collect()
            };
            let orders = [strongest(&|of| of.log10_lr_vs_none), strongest(&|of| of.log10_lr_vs_rival.unwrap_or(of.log10_lr_vs_none))];
            let without = |order: &[RecipientId], count: usize| reading(&Change::without(order[..count].iter().cloned()).applied_to(&problem));
            let count = count as usize;
            assert!(orders.iter().any(|order| !without(order, count).says_the_same(baseline)), "{count} of {}", problem.subjects.len());
            assert!(
                count == 1 || orders.iter().all(|order| without(order, count - 1).says_the_same(baseline)),
                "{count} of {}",
                problem.subjects.len()
            );
            people += 1;
        }
    }
    assert!(pools >= 5 && sigmas >= 1 && people >= 8, "{pools} {sigmas} {people}");
}

#[test]
fn bars_are_what_the_reasoning_says_at_each_end_and_the_widest_comes_first() {
    let problem = of_everything(2);
    let found = found(&problem);
    let of = |turned: &Turned| found.bars.iter().find(|bar| bar.turned == *turned).unwrap();
    let same = |a: &Reading, b: &Reading| a.leading == b.leading && a.best == b.best && (a.log10_lr_vs_none - b.log10_lr_vs_none).abs() < 1e-9;
    let pool = of(&Turned::Pool);
    for turn in [&pool.low, &pool.high] {
        assert!(same(&turn.reading, &reading(&Change::of_pool(turn.value.unwrap()).applied_to(&problem))));
    }
    assert_eq!((pool.low.value, pool.high.value), (Some(3000.0), Some(300_000.0)));
    let sigma = of(&Turned::Sigma);
    assert!(same(&sigma.low.reading, &reading(&Change::of_sigma(1.0).applied_to(&problem))));
    assert!(same(&sigma.high.reading, &reading(&Change::of_sigma(f64::INFINITY).applied_to(&problem))) && sigma.high.value.is_none());
    let prints = of(&Turned::WithoutFingerprints);
    assert!(same(&prints.low.reading, &reading(&Problem { prints: Vec::new(), ..problem.clone() })) && prints.high.reading == found.baseline);
    let leading = of(&Turned::WithoutSource(found.baseline.leading.clone()));
    assert!(leading.low.log10_lr_vs_none.is_none() && Some(&leading.low.reading.leading) == found.baseline.rival.as_ref());
    for bar in &found.bars {
        if let Turned::WithoutRecipient(id) = &bar.turned {
            assert!(same(&bar.low.reading, &reading(&Change::without([id.clone()]).applied_to(&problem))), "{id}");
        }
    }
    assert!(found.bars.iter().filter(|bar| matches!(bar.turned, Turned::WithoutRecipient(_))).count() == 5);
    assert!(found.bars.windows(2).all(|pair| pair[0].width >= pair[1].width));
}

#[test]
fn another_prior_of_the_share_is_the_integral_worked_by_hand() {
    // Every hit has R = 50: ln LR = ln ∫ (1+49π)^11 (1−π) dπ / (1−a) over [a, 1].
    let problem = sample_of(12, 10_000.0, vec![timeless("k", 200.0, 0..11)]);
    let antiderivative = |u: f64| (50.0 * u.powi(12) / 12.0 - u.powi(13) / 13.0) / (49.0 * 49.0);
    let exact = |least: f64| ((antiderivative(50.0) - antiderivative(1.0 + 49.0 * least)) / (1.0 - least)).log10();
    let found = found(&problem);
    let bar = found.bars.iter().find(|bar| bar.turned == Turned::SharePrior).unwrap();
    assert!((bar.low.reading.log10_lr_vs_none - exact(0.25)).abs() < 1e-9 && (bar.high.reading.log10_lr_vs_none - exact(0.75)).abs() < 1e-9);
    assert!((found.baseline.log10_lr_vs_none - exact(0.5)).abs() < 1e-9);
}

fn prospect(question: &Question, reply: Reply) -> Prospect {
    *question.answers.iter().find(|prospect| prospect.reply == reply).unwrap()
}

#[test]
fn an_answer_does_what_the_reasoning_does_once_it_is_entered() {
    let mut problem = sample_of(6, 2000.0, vec![timeless("k", 200.0, 0..5), timeless("l", 300.0, 1..6)]);
    problem.candidates[0].members[2].probability = 0.7;
    let found = found(&problem);
    let (leading, rival) = (found.baseline.leading.clone(), found.baseline.rival.clone().unwrap());
    assert_eq!((leading.as_str(), found.contested_by.as_ref()), ("k", Some(&rival)));
    let gap = |problem: &Problem| score(problem, &leading) - score(problem, &rival);
    let place = |id: &RecipientId| problem.subjects.iter().position(|subject| subject.id == *id).unwrap();
    let mut kinds = [0; 3];
    for question in &found.questions {
        let (if_leading, if_other): (f64, f64) =
            question.answers.iter().fold((0.0, 0.0), |sum, prospect| (sum.0 + prospect.if_leading, sum.1 + prospect.if_other));
        assert!((if_leading - 1.0).abs() < 1e-12 && (if_other - 1.0).abs() < 1e-12 && (0.0..=1.0).contains(&question.bits), "{question:?}");
        match &question.ask {
            Ask::Statement { recipient, .. } => {
                for (reply, candidate) in [(Reply::OnlyToSource, 0), (Reply::OnlyToOther, 1)] {
                    let mut told = problem.clone();
                    told.subjects[place(recipient)].stated = Some(StatedOrigin { candidate, is_exclusive: true, reliability: 0.9 });
                    assert!((prospect(question, reply).log10_lr - gap(&told)).abs() < 1e-9, "{question:?} for {}", gap(&told));
                }
                kinds[0] += 1;
            }
            Ask::Membership { recipient, source } => {
                assert_eq!((recipient.as_str(), source.as_str()), ("r00002", "k"));
                // By hand: 0.7 · 0.9 / (0.7 · 0.9 + 0.3 · 0.1) = 0.63 / 0.66; 0.7 · 0.1 / (0.07 + 0.27) = 0.07 / 0.34.
                for (reply, m) in [(Reply::Yes, 0.63 / 0.66), (Reply::No, 0.07 / 0.34)] {
                    let mut told = problem.clone();
                    told.candidates[0].members[2].probability = m;
                    assert!((prospect(question, reply).log10_lr - gap(&told)).abs() < 1e-9, "{question:?} for {}", gap(&told));
                }
                assert!((prospect(question, Reply::Yes).if_other - 0.66).abs() < 1e-12, "without the list");
                kinds[1] += 1;
            }
            Ask::Control { source, .. } => {
                let k = usize::from(source.as_str() == "l");
                let mut passed_over = problem.clone();
                passed_over.candidates[k].controls = vec![ControlLink { id: "c".into(), probability: 1.0, validity: Validity::default() }];
                assert!((prospect(question, Reply::No).log10_lr - gap(&passed_over)).abs() < 1e-9);
                let mut received = problem.clone();
                received.subjects = subjects(7);
                received.candidates[k].members.push(member(6, None, None));
                assert!((prospect(question, Reply::Yes).log10_lr - gap(&received)).abs() < 1e-9);
                kinds[2] += 1;
            }
            Ask::Presence { .. } => panic!("everything is dated"),
        }
    }
    assert!(kinds[0] == 6 && kinds[1] == 1 && kinds[2] == 2, "{kinds:?}");
}

#[test]
fn whether_somebody_had_come_by_the_day_of_the_copy_is_asked_and_settles_it_by_hand() {
    // The others pin the copy to the last day; r00007 came some time in the gap of 100 days before it and 100 after, so half of it is past.
    let mut members: Vec<Member> = (0..8).map(|i| member(i, Some(WINDOW), None)).collect();
    members[7].validity = Validity { start: Edge::Ramp { after: at(WINDOW - 100), by: at(WINDOW + 100) }, end: Edge::Open };
    let found = found(&sample_of(8, 50_000.0, vec![candidate("k", 100.0, members)]));
    let is_presence = |question: &&Question| matches!(question.ask, Ask::Presence { .. });
    let question = found.questions.iter().find(is_presence).unwrap();
    assert_eq!(question.ask, Ask::Presence { recipient: "r00007".into(), source: "k".into(), on: at(WINDOW) });
    let (yes, no) = (prospect(question, Reply::Yes), prospect(question, Reply::No));
    assert!((yes.if_other - 0.5).abs() < 1e-9 && (yes.if_other + no.if_other - 1.0).abs() < 1e-12);
    // If they were taken from the file (R = 250, nearly certain) they had come: nearly all of a yes, and twice the ratio; a no leaves 1 − p.
    assert!(yes.if_leading > 0.99 && (yes.log10_lr - found.baseline.log10_lr_vs_none - 2f64.log10()).abs() < 0.01, "{question:?}");
    assert!(no.log10_lr < found.baseline.log10_lr_vs_none - 1.5);
    assert_eq!(found.questions.iter().filter(is_presence).count(), 1, "the others' coming is dated");
}

#[test]
fn neutral_incidents_have_nothing_that_could_fall() {
    for seed in 0..6 {
        for why in [Neutral::Nowhere, Neutral::Circle] {
            let problem = neutral(seed, why).problem;
            let found = found(&problem);
            assert_eq!((found.baseline.best.as_ref(), found.tipping.recipients), (None, None), "{why:?} {seed}: {:?}", found.baseline);
            assert!(found.bars.iter().all(|bar| bar.width.is_finite() && bar.width >= 0.0));
        }
    }
    assert!(sensitivity(&Workbench::of(sample_of(3, 100.0, Vec::new()), bands(0), &Unwatched).unwrap(), &Unwatched).unwrap().is_none());
    let nobody = Workbench::of(sample_of(0, 100.0, vec![timeless("k", 10.0, [])]), bands(0), &Unwatched).unwrap();
    assert!(sensitivity(&nobody, &Unwatched).unwrap().is_none());
}

#[test]
fn the_order_of_files_and_recipients_changes_nothing() {
    let problem = of_everything(3);
    let count = problem.subjects.len();
    // Recipients backwards, and k, l, h as h, k, l.
    let subject = |i: usize| count - 1 - i;
    let place = |k: usize| (k + 1) % 3;
    let mut shuffled = problem.clone();
    shuffled.subjects.reverse();
    for subject in &mut shuffled.subjects {
        if let Some(stated) = &mut subject.stated {
            stated.candidate = place(stated.candidate);
        }
        if let Some(circle) = &mut subject.circle {
            circle.candidate = place(circle.candidate);
        }
    }
    for candidate in &mut shuffled.candidates {
        candidate.members.iter_mut().for_each(|member| member.subject = subject(member.subject));
        candidate.members.reverse();
        for slice in &mut candidate.slices {
            slice.subjects.iter_mut().for_each(|of| *of = subject(*of));
            slice.subjects.reverse();
        }
    }
    shuffled.candidates.rotate_right(1);
    shuffled.overlaps.rotate_right(1);
    shuffled.overlaps.iter_mut().for_each(|row| row.rotate_right(1));
    shuffled.prints.rotate_right(1);
    shuffled.prints.iter_mut().for_each(|row| row.reverse());
    assert_eq!(serde_json::to_string(&found(&problem)).unwrap(), serde_json::to_string(&found(&shuffled)).unwrap());
}

#[test]
fn what_is_kept_comes_back_the_same() {
    let found = found(&of_everything(1));
    let back: Sensitivity = serde_json::from_str(&serde_json::to_string(&found).unwrap()).unwrap();
    // Reading JSON may cost a number its last bit; everything else is the same.
    let turned =
        |of: &Sensitivity| of.bars.iter().map(|bar| (bar.turned.clone(), bar.low.value.is_some(), bar.high.value.is_some())).collect::<Vec<_>>();
    let asked = |of: &Sensitivity| of.questions.iter().map(|question| question.ask.clone()).collect::<Vec<_>>();
    assert_eq!((turned(&found), asked(&found)), (turned(&back), asked(&back)));
    assert!(found.baseline.says_the_same(&back.baseline) && found.tipping.recipients == back.tipping.recipients);
}
