//! The two faces: the command line ([`cli`]) and the window ([`window`]). Only here, and in `main`, is egui named.

pub mod cli;
pub mod samples;
pub mod window;
