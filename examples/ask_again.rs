//! A second question to a stored case: links a table of people to every snapshot of a case and says what it took. For `benches/`.
//!
//! `cargo run --release --example ask_again -- CASE RECIPIENTS.csv`: reads the recipients, then times linking alone, from opening the stored columns to
//! the finished links.

use anyhow::Context as _;
use sourcier::case::{CaseError, CaseFile};
use sourcier::import::people_table::read_people;
use sourcier::job::Unwatched;
use sourcier::link::columns::Builder;
use sourcier::link::engine::{Options, link};
use sourcier::model::{ImportKind, Mapping};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

/// Reading the case and linking have an error each.
#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error(transparent)]
    Case(#[from] CaseError),
    #[error(transparent)]
    Link(#[from] sourcier::link::LinkError),
}

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(case), Some(recipients)) = (arguments.next(), arguments.next()) else { anyhow::bail!("name a case and a table of recipients") };
    let mut people = Builder::default();
    let mut take = |part: sourcier::import::people_table::Part| {
        people.append(&part.columns());
        ControlFlow::Continue(())
    };
    read_people(&recipients, ImportKind::Source, &Mapping::default(), &mut take, &Unwatched)?;
    let people = people.finish();
    let file = CaseFile::open(&case, None).with_context(|| format!("{} could not be opened", case.display()))?;
    let case = file.case();
    for snapshot in &case.contents().snapshots {
        let start = Instant::now();
        let parts = (0..case.segment_count(snapshot.id)?).map(|n| Ok::<_, Failed>(case.linkage_part(snapshot, n)?));
        let linkage = link(&people, parts, |part| Ok(part.open()?), Options::default(), &Unwatched)?;
        let seconds = start.elapsed().as_secs_f64();
        println!("{{\"snapshot\": {}, \"rows\": {}, \"pairs\": {}, \"links\": {}, \"seconds\": {seconds:.3}}}", snapshot.id, linkage.rows, linkage.pairs, linkage.links.len());
    }
    file.close()?;
    Ok(())
}
