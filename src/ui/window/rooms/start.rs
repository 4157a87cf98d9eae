//! The start screen.
