//! What the tests of the whole window share: the window, and waiting for it.

use egui_kittest::Harness;
use sourcier::ui::window::App;
use std::time::{Duration, Instant};

/// The whole window.
pub type Window = Harness<'static, App>;

/// How long anything may take on a busy machine before it counts as not coming.
pub const PATIENCE: Duration = Duration::from_mins(2);

/// Steps until `done`, then lets everything settle (which also checks names and glyphs).
pub fn until(harness: &mut Window, what: &str, done: impl Fn(&Window) -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !done(harness) {
        assert!(Instant::now() < deadline, "waited in vain for: {what}; {}", harness.state().log().as_text());
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run();
}
