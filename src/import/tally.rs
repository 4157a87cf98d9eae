//! Keeps warnings from filling the memory: the first thousand of a sort are told one by one, the rest as a number.

use super::Sink;
use crate::model::Said;

/// Warnings of one sort that are told one by one.
const TOLD: u64 = 1_000;

/// Counts warnings of one sort.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally(u64);

impl Tally {
    /// Whether this one, which is counted, is to be told.
    pub fn tell(&mut self) -> bool {
        self.0 += 1;
        self.0 <= TOLD
    }

    /// How many were counted and not told.
    pub fn untold(self) -> u64 {
        self.0.saturating_sub(TOLD)
    }

    /// Warns of those that were not told, as "12 further rows …".
    pub fn close(self, sink: &mut dyn Sink, what: impl FnOnce(u64) -> Said) {
        if self.untold() > 0 {
            sink.warn(None, what(self.untold()));
        }
    }
}
