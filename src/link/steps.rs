//! Linking: counts what a piece of work does, so that tests can say how its cost grows without looking at a clock. Outside tests it is nothing.

#[cfg(test)]
use std::sync::atomic::{AtomicU64, Ordering};

/// A count of steps; a clone begins anew.
#[derive(Debug, Default)]
pub(super) struct Steps(#[cfg(test)] AtomicU64);

impl Steps {
    /// Takes one step.
    #[cfg_attr(not(test), expect(clippy::unused_self, reason = "only tests count"))]
    pub fn step(&self) {
        #[cfg(test)]
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// Steps taken so far.
    #[cfg(test)]
    pub fn taken(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for Steps {
    fn clone(&self) -> Self {
        Self::default()
    }
}
