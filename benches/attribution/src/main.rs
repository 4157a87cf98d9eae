//! Measures `attribute/` alone, on an invented incident of the size the targets are stated for: the reasoning, what would change its answer, and a turn
//! of every knob, on one thread and on two. It also shows that `attribute/` is pure: of the program only `model/`, `normalise/` and `job.rs` come along.
//!
//! ```text
//! cargo run --release --manifest-path benches/attribution/Cargo.toml -- [RECIPIENTS] [FILES]
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

use attribute::Problem;
use attribute::sensitivity::{Bands, answer, sensitivity};
use attribute::workbench::{Change, Workbench};
use job::Unwatched;
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse().expect("a number"));
    let recipients: usize = arguments.next().unwrap_or(12_500);
    let files: usize = arguments.next().unwrap_or(10);
    let pools = [1, 2].map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads"));
    for is_complete_list in [false, true] {
        let problem = town::problem(recipients, files, is_complete_list);
        println!("\n{recipients} recipients, {files} files, {}", if is_complete_list { "complete list" } else { "sample" });
        println!("| step | threads | seconds | CPU s | of the reasoning |\n|---|--:|--:|--:|--:|");
        let said = [(&pools[0], 1), (&pools[1], 2)].map(|(pool, threads)| pool.install(|| measure(&problem, threads)));
        println!("one and two threads {}", if said[0] == said[1] { "say the same, to the last bit" } else { "DIFFER" });
    }
}

/// Runs everything once and prints a row a step; returns what was answered.
fn measure(problem: &Problem, threads: usize) -> String {
    let mut reasoning = 0.0;
    let mut row = |step: &str, (seconds, cpu): (f64, f64)| {
        reasoning = if reasoning > 0.0 { reasoning } else { cpu };
        println!("| {step} | {threads} | {seconds:.3} | {cpu:.3} | {:.2} |", cpu / reasoning);
    };
    let (found, took) = timed(|| attribute::attribute(problem, &Unwatched).expect("nobody cancels"));
    row("attribute: which file, when, shares", took);
    let bands = Bands { bounds: [1.0, 2.0, 10.0, 100.0, 1e3, 1e4, 1e6].map(f64::log10).to_vec(), cap: 4.0, steps: 0, supported: 1.0 };
    let (both, took) = timed(|| answer(problem, bands.clone(), &Unwatched).expect("nobody cancels"));
    row("both, side by side", took);
    let (bench, took) = timed(|| Workbench::of(problem.clone(), bands, &Unwatched).expect("nobody cancels"));
    row("workbench prepared", took);
    let (changing, took) = timed(|| sensitivity(&bench, &Unwatched).expect("nobody cancels"));
    row("sensitivity", took);
    assert!(both == (found.clone(), changing.clone()), "side by side the answer is another");
    let mut said = format!("{found:?} {changing:?}");
    for (knob, change) in [
        ("a recipient dropped", Change::without([problem.subjects[7].id.clone()])),
        ("N0 set", Change::of_pool(0.75 * problem.pool)),
        ("sigma set", Change::of_sigma(50.0)),
        ("rho set", Change { reliability: Some(0.8), ..Change::default() }),
        ("without fingerprints", Change { without_fingerprints: true, ..Change::default() }),
        ("a source dropped", Change { without_sources: [problem.candidates[0].id.clone()].into(), ..Change::default() }),
    ] {
        let (answer, took) = timed(|| bench.with(&change, &Unwatched).expect("nobody cancels"));
        row(knob, took);
        said += &format!("{answer:?}");
    }
    said
}

/// Wall seconds and processor seconds of all threads.
fn timed<T>(work: impl FnOnce() -> T) -> (T, (f64, f64)) {
    let (started, before) = (Instant::now(), processor());
    let found = work();
    (found, (started.elapsed().as_secs_f64(), processor() - before))
}

/// Processor seconds of all threads so far; 0 where the system does not say.
fn processor() -> f64 {
    let of = |path: std::path::PathBuf| std::fs::read_to_string(path.join("schedstat")).ok()?.split(' ').next()?.parse::<f64>().ok();
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    tasks.filter_map(|task| of(task.path())).sum::<f64>() / 1e9
}
