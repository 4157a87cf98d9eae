//! Makes the sample incidents in `sample-data/`: `cargo run --example make_samples`.
//!
//! Seeded, so that the same program gives the same bytes. Everybody and everything in them is invented: people, parties, towns, organisations; domains
//! end in `.example` or `.test`, telephone numbers are from the ranges reserved for fiction.

mod adherents;
mod adherents_planted;
mod ecole;
mod locataires;
mod lyceens;
mod people;
mod theatre;
mod write;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    adherents::make(&root.join("adherents"))?;
    ecole::make(&root.join("ecole"))?;
    locataires::make(&root.join("locataires"))?;
    lyceens::make(&root.join("lyceens"))?;
    theatre::make(&root.join("theatre"))?;
    Ok(())
}
