//! One file per room.

pub mod recipients;
