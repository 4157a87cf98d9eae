//! Measures `attribute/` alone: how long the reasoning takes on a large incident, on one thread and on two, and whether both say the same.
//!
//! ```text
//! cargo run --release -- [RECIPIENTS] [FILES]
//! ```
#![expect(dead_code, unused_imports, reason = "the modules are the program's own; here only the reasoning is called")]

#[path = "../../../src/attribute/mod.rs"]
mod attribute;
#[path = "../../../src/job.rs"]
mod job;
#[path = "../../../src/model/mod.rs"]
mod model;
#[path = "../../../src/normalise/mod.rs"]
mod normalise;
mod town;

use attribute::sensitivity::{Bands, sensitivity};
use attribute::workbench::{Change, Workbench};
use job::{Progress, Stage};
use std::sync::Mutex;
use std::time::Instant;

/// When each stage began.
#[derive(Default)]
struct Clock(Mutex<Vec<(Stage, f64)>>);

impl Progress for Clock {
    fn stage(&self, stage: Stage, _: &str) {
        self.0.lock().expect("no thread panicked").push((stage, processor()));
    }
}

/// Processor seconds of all threads so far; 0 where the system does not say.
fn processor() -> f64 {
    let of = |path: std::path::PathBuf| std::fs::read_to_string(path.join("schedstat")).ok()?.split(' ').next()?.parse::<f64>().ok();
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    tasks.filter_map(|task| of(task.path())).sum::<f64>() / 1e9
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse().expect("a number"));
    let recipients: usize = arguments.next().unwrap_or(12_500);
    let files: usize = arguments.next().unwrap_or(10);
    let pools = [1, 2].map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads"));
    for is_complete in [false, true] {
        let problem = town::problem(recipients, files, is_complete);
        for (pool, threads) in pools.iter().zip([1, 2]) {
            let clock = Clock::default();
            let (started, before) = (Instant::now(), processor());
            let found = pool.install(|| attribute::attribute(&problem, &clock)).expect("nobody cancels");
            let (took, used) = (started.elapsed(), processor() - before);
            let stages = clock.0.lock().expect("no thread panicked");
            let weighing = stages.iter().rev().find(|(stage, _)| *stage == Stage::Attributing).map_or(0.0, |(_, at)| *at - before);
            println!(
                "complete {is_complete} threads {threads}: attribute {took:.2?}, cpu {used:.3}, of which weighing {weighing:.3}; {} {:.3}",
                found.candidates[0].id, found.candidates[0].log10_lr_vs_none
            );
            let bands = Bands { bounds: [1.0, 2.0, 10.0, 100.0, 1e3, 1e4, 1e6].map(f64::log10).to_vec(), cap: 4.0, steps: 0, supported: 1.0 };
            let timed = |what: &str, work: &mut (dyn FnMut() + Send)| {
                let (started, before) = (Instant::now(), processor());
                pool.install(|| work());
                println!("  {what}: {:.3?}, cpu {:.3}", started.elapsed(), processor() - before);
            };
            let mut bench = None;
            timed("workbench", &mut || bench = Workbench::of(problem.clone(), bands.clone(), &job::Unwatched).ok());
            let bench = bench.expect("nobody cancels");
            let some = problem.subjects[7].id.clone();
            for (what, change) in [
                ("drop one", Change::without([some])),
                ("pool", Change::of_pool(300_000.0)),
                ("sigma", Change::of_sigma(50.0)),
                ("rho", Change { reliability: Some(0.8), ..Change::default() }),
                ("prints", Change { without_fingerprints: true, ..Change::default() }),
                ("source", Change { without_sources: [problem.candidates[0].id.clone()].into(), ..Change::default() }),
            ] {
                timed(what, &mut || drop(bench.with(&change, &job::Unwatched)));
            }
            let mut found = None;
            timed("sensitivity", &mut || found = sensitivity(&bench, &job::Unwatched).ok().flatten());
            let found = found.expect("something to change");
            println!("  {:?} {:?}", found.baseline, found.tipping);
            for bar in &found.bars {
                println!("    {:?} {:.3} {:?} {:?}", bar.turned, bar.width, bar.low.value, bar.low.reading.log10_lr_vs_none);
            }
            for question in found.questions.iter().take(4) {
                println!("    {question:?}");
            }
        }
    }
}
