//! Progress on stderr: a bar on a terminal, plain lines otherwise, nothing with `--quiet`. Ctrl+C cancels.

use crate::job::{Progress, Stage};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Shows progress on stderr.
pub struct Reporter {
    bar: Option<ProgressBar>,
    is_plain: bool,
    cancelled: Arc<AtomicBool>,
}

impl Reporter {
    /// Nothing is shown if `quiet`. Also takes over Ctrl+C.
    pub fn new(quiet: bool) -> Self {
        let cancelled = Arc::new(AtomicBool::new(false));
        // A second Ctrl+C ends the program at once; a transaction that is open is rolled back when the case is opened next. The order matters: the
        // first handler looks at the flag before the second one sets it.
        let interrupt = signal_hook::consts::SIGINT;
        let taken_over = signal_hook::flag::register_conditional_shutdown(interrupt, 130, Arc::clone(&cancelled))
            .and_then(|_| signal_hook::flag::register(interrupt, Arc::clone(&cancelled)));
        if let Err(error) = taken_over {
            tracing::warn!("Ctrl+C cannot be handled: {error}");
        }
        let is_terminal = std::io::stderr().is_terminal();
        let bar = (!quiet && is_terminal).then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}").unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        Self { bar, is_plain: !quiet && !is_terminal, cancelled }
    }

    /// Takes the bar off the screen before results are printed.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "reading",
        Stage::Normalising => "normalising",
        Stage::Linking => "linking",
        Stage::Attributing => "attributing",
        Stage::Dating => "dating",
        Stage::Writing => "writing",
        Stage::Verifying => "verifying",
        Stage::Indexing => "indexing",
        Stage::Searching => "searching",
    }
}

impl Progress for Reporter {
    fn stage(&self, stage: Stage, what: &str) {
        // With SOURCIER_LOG=sourcier=debug, when each stage began: `benches/` reads how long linking took from it.
        tracing::debug!("{} {what}", name(stage));
        if let Some(bar) = &self.bar {
            bar.reset();
            bar.set_message(format!("{} {what}", name(stage)));
        } else if self.is_plain {
            eprintln!("{} {what}", name(stage));
        }
    }

    fn advance(&self, done: u64, total: Option<u64>) {
        if let Some(bar) = &self.bar {
            if let Some(total) = total {
                bar.set_length(total);
            }
            bar.set_position(done);
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
