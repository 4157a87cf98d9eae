//! Integration tests: one binary, because every test binary links the whole tree.

mod case_damage;
mod case_file;
mod case_kill;
mod case_passphrase;
mod case_undo;
mod fixtures;
