//! One file per room.
