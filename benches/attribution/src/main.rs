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

use job::{Progress, Stage};
use std::sync::Mutex;
use std::time::Instant;

/// When each stage began.
#[derive(Default)]
struct Clock(Mutex<Vec<(Stage, Instant)>>);

impl Progress for Clock {
    fn stage(&self, stage: Stage, _: &str) {
        self.0.lock().expect("no thread panicked").push((stage, Instant::now()));
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse().expect("a number"));
    let recipients: usize = arguments.next().unwrap_or(12_500);
    let files: usize = arguments.next().unwrap_or(10);
    for is_complete in [false, true] {
        let problem = town::problem(recipients, files, is_complete);
        for threads in [1, 2] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            let clock = Clock::default();
            let started = Instant::now();
            let found = pool.install(|| attribute::attribute(&problem, &clock)).expect("nobody cancels");
            let took = started.elapsed();
            let stages = clock.0.lock().expect("no thread panicked");
            let shares = stages.iter().rev().find(|(stage, _)| *stage == Stage::Attributing).map_or(started, |(_, at)| *at);
            println!(
                "complete {is_complete} threads {threads}: attribute {took:?}, of which weighing {:?}; {} {:.3}",
                shares - started,
                found.candidates[0].id,
                found.candidates[0].log10_lr_vs_none
            );
        }
    }
}
