//! How long starting took, for whoever asks with `SOURCIER_LOG=sourcier=debug`. No test looks at it: a machine that is busy is not a fault.

use std::sync::OnceLock;
use std::time::Instant;

static BEGUN: OnceLock<Instant> = OnceLock::new();

/// To be called first of all; later calls change nothing.
pub fn begin() {
    BEGUN.get_or_init(Instant::now);
}

/// What was told so far.
#[derive(Debug, Default)]
pub struct Startup {
    frames: u8,
    had_case: bool,
    is_told: bool,
}

impl Startup {
    /// A frame begins: the one before it has been painted.
    pub fn tend(&mut self, ctx: &egui::Context, has_case: bool) {
        if self.is_told {
            return;
        }
        let milliseconds = BEGUN.get().map(|begun| begun.elapsed().as_millis() as u64);
        if self.frames == 1 {
            tracing::debug!(milliseconds, "first frame");
        }
        if self.had_case {
            tracing::debug!(milliseconds, "first frame with the case");
            self.is_told = true;
        }
        if self.frames == 0 || has_case {
            ctx.request_repaint();
        }
        self.frames = self.frames.saturating_add(1);
        self.had_case = has_case;
    }
}
