//! Chooses a face: the window or the command line.

fn main() {}
