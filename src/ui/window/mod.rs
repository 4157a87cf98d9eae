//! The window.
//!
//! Three zones: the rail of rooms, the room, the inspector; a strip for running tasks below. Views read a [`room::RoomContext`] and push
//! [`command::Command`]s; only the app carries them out.

pub mod command;
pub mod icons;
pub mod kit;
pub mod room;
pub mod rooms;
pub mod theme;
pub mod widgets;
