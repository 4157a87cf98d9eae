//! Progress and cancelling, as the core sees them.
//!
//! The core never knows whether it runs in a window, behind a progress bar or in a test: it is handed a [`Progress`] and says how far it is.
//! Threads, handles and results of background work belong to the faces; see `ui::jobs`.

use std::sync::atomic::{AtomicBool, Ordering};

/// Told how far a long piece of work is; asked whether to go on.
///
/// Implemented by the job runner, by the progress bar of the command line and by tests.
pub trait Progress: Send + Sync {
    /// A new stage begins. `what` is the item being worked on (a file name, a source id); it is shown as it stands.
    fn stage(&self, stage: Stage, what: &str) {
        let _ = (stage, what);
    }

    /// `done` items of the current stage are finished, of `total` if that is known.
    fn advance(&self, done: u64, total: Option<u64>) {
        let _ = (done, total);
    }

    /// Whether the user asked to stop. Checked between chunks; the caller then returns its own `Cancelled` error.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// What a long piece of work is busy with. The faces put it into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Reading and storing a file.
    Reading,
    /// Computing canonical forms.
    Normalising,
    /// Looking for recipients in the sources.
    Linking,
    /// Weighing the sources against each other.
    Attributing,
    /// Dating the copy.
    Dating,
    /// Writing result files.
    Writing,
    /// Checking hashes.
    Verifying,
    /// Reading what can be searched.
    Indexing,
    /// Looking for something.
    Searching,
}

/// Work nobody watches: reports go nowhere and it is never cancelled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Progress for Unwatched {}

/// Work that can only be cancelled, by setting the flag from elsewhere.
#[derive(Debug, Default)]
pub struct Cancellable(AtomicBool);

impl Cancellable {
    /// Asks the work to stop at its next check.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Progress for Cancellable {
    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
