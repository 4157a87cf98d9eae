//! The window.
//!
//! Three zones: the rail of rooms, the room, the inspector; a strip for running tasks below. Views read a [`room::RoomContext`] and push
//! [`command::Command`]s; only the app carries them out.

pub mod app;
#[cfg(test)]
mod black_and_white;
pub mod command;
pub mod conclusion;
pub mod dialogs;
pub mod errors;
pub mod guide;
pub mod history;
pub mod icons;
pub mod inspector;
pub mod jobs;
pub mod kit;
pub mod log;
pub mod menu;
pub mod notes;
pub mod palette;
pub mod panes;
pub mod picker;
pub mod picture;
pub mod places;
pub mod rail;
pub mod room;
pub mod rooms;
pub mod searching;
pub mod session;
pub mod settings;
pub mod shield;
pub mod spoken;
pub mod startup;
pub mod strip;
pub mod tasks;
pub mod theme;
pub mod things;
pub mod trail;
pub mod widgets;

pub use app::{App, Start};

use eframe::NativeOptions;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// If the desktop gives no window.
pub fn run(start: Start) -> anyhow::Result<()> {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("sourcier")
        .with_title("Sourcier")
        .with_inner_size([1280.0, 720.0])
        .with_min_inner_size([1024.0, 640.0])
        .with_drag_and_drop(true);
    let options = NativeOptions { viewport, ..NativeOptions::default() };
    eframe::run_native("sourcier", options, Box::new(|cc| Ok(Box::new(App::new(cc, start))))).map_err(|error| anyhow::anyhow!("{error}"))
}
