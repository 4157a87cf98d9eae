//! `sourcier link`: links two tables of people, without a case.

use super::progress::Reporter;
use super::{Failure, steps};
use crate::import::ImportError;
use crate::import::mapping::{fields, read_file};
use crate::import::people_table::{Part, PeopleTable, read_people};
use crate::job::{Progress as _, Stage};
use crate::link::columns::{Builder, Columns};
use crate::link::engine::{Options, link};
use crate::link::{LinkError, Linkage};
use crate::model::{ImportKind, Mapping};
use anyhow::Context as _;
use clap::Args;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::sync_channel;

/// Parts the reader may be ahead of the threads that compare.
const AHEAD: usize = 12;

/// Link two tables of people.
#[derive(Debug, Args)]
pub struct Link {
    /// The people asked about
    left: PathBuf,
    /// The table they are looked for in
    right: PathBuf,
    /// CSV file to write: `left_row,right_row,probability,weight_bits`, rows counted from 0 after the header
    #[arg(long, value_name = "PAIRS.csv")]
    out: PathBuf,
    /// TOML file of `field = "Column"` lines for the first table
    #[arg(long, value_name = "F")]
    mapping_left: Option<PathBuf>,
    /// The same for the second
    #[arg(long, value_name = "F")]
    mapping_right: Option<PathBuf>,
    /// Pairs of at least this probability are written
    #[arg(long, default_value_t = 0.5)]
    threshold: f64,
    /// No row of the second table is given to two people
    #[arg(long)]
    one_to_one: bool,
    /// Exit with 1 if a row was rejected
    #[arg(long)]
    strict: bool,
}

impl Link {
    pub(super) fn carry_out(self, progress: &Reporter) -> Result<ExitCode, Failure> {
        if !(0.0..=1.0).contains(&self.threshold) {
            return Err(Failure::Usage(format!("--threshold {} is not a probability; write a number from 0 to 1, such as 0.5", self.threshold)));
        }
        let mapping = |path: &Option<PathBuf>| path.as_deref().map(read_file).transpose().map(Option::unwrap_or_default);
        let (of_left, of_right) = (mapping(&self.mapping_left)?, mapping(&self.mapping_right)?);
        let (people, left) = read_whole(&self.left, &of_left, progress)?;
        let options = Options { threshold: self.threshold, is_one_to_one: self.one_to_one };
        let (linkage, right) = against(&people, &self.right, &of_right, options, progress)?;
        progress.stage(Stage::Writing, &self.out.to_string_lossy());
        write(&self.out, &linkage).with_context(|| format!("{} could not be written", self.out.display()))?;
        progress.finish();
        for (path, table) in [(&self.left, &left), (&self.right, &right)] {
            tell(path, table);
        }
        say(&linkage);
        Ok(steps::strictly(self.strict, left.rejected + right.rejected))
    }
}

/// As what a table is read: one of a source, unless its mapping speaks of what only a list of recipients has.
fn kind(mapping: &Mapping) -> ImportKind {
    let of_source = fields(ImportKind::Source);
    if mapping.0.keys().all(|field| of_source.contains(field)) { ImportKind::Source } else { ImportKind::Recipients }
}

/// The people of a table, all at once.
fn read_whole(path: &Path, mapping: &Mapping, progress: &Reporter) -> Result<(Columns, PeopleTable), ImportError> {
    let mut people = Builder::default();
    let mut take = |part: Part| {
        people.append(&part.columns());
        ControlFlow::Continue(())
    };
    let table = read_people(path, kind(mapping), mapping, &mut take, progress)?;
    Ok((people.finish(), table))
}

/// Links people to a table that is read while they are compared.
fn against(people: &Columns, path: &Path, mapping: &Mapping, options: Options, progress: &Reporter) -> Result<(Linkage, PeopleTable), Failure> {
    let (sender, receiver) = sync_channel::<Part>(AHEAD);
    let read = || {
        let mut take = |part| if sender.send(part).is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
        let table = read_people(path, kind(mapping), mapping, &mut take, progress);
        drop(sender);
        table
    };
    let (linked, table) = std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().name("reader".to_owned()).spawn_scoped(scope, read)?;
        let parts = std::iter::from_fn(move || receiver.recv().ok().map(Ok::<_, LinkError>));
        let linked = link(people, parts, |part: Part| Ok(part.columns()), options, progress);
        let table = reader.join().map_err(|_panic| std::io::Error::other("reading the table was interrupted by an error in the program"))?;
        Ok::<_, std::io::Error>((linked, table))
    })?;
    // What is wrong with the table comes first: a table that could not be read whole has no answer.
    let table = table?;
    Ok((linked.map_err(anyhow::Error::from)?, table))
}

fn write(path: &Path, linkage: &Linkage) -> std::io::Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    file.write_all(b"left_row,right_row,probability,weight_bits\n")?;
    for link in &linkage.links {
        writeln!(file, "{},{},{:.6},{:.3}", link.person, link.row, link.probability, link.weight_bits())?;
    }
    file.flush()
}

/// Says on stderr what could not be taken over, with file, line and reason.
fn tell(path: &Path, table: &PeopleTable) {
    for one in table.rejections.iter().chain(&table.warnings) {
        match one.line {
            Some(line) => eprintln!("{}, line {line}: {}", path.display(), one.reason),
            None => eprintln!("{}: {}", path.display(), one.reason),
        }
    }
    let found = table.rows + table.rejected;
    eprintln!("{}: {found} rows found = {} read + {} rejected", path.display(), table.rows, table.rejected);
}

/// Says on stderr what was learnt and what was left out.
fn say(linkage: &Linkage) {
    let learnt = &linkage.learnt;
    let weights = match (learnt.is_learnt, learnt.has_converged) {
        (true, true) => format!("weights learnt from {:.0} pairs in {} steps", learnt.pairs, learnt.steps),
        (true, false) => format!("weights learnt from {:.0} pairs, not settled after {} steps", learnt.pairs, learnt.steps),
        (false, _) => format!("weights are the defaults: {:.0} pairs are too few to learn from", learnt.pairs),
    };
    eprintln!("{} pairs compared in {} rows; {} links; {weights}", linkage.pairs, linkage.rows, linkage.links.len());
    for block in linkage.capped.iter().take(10) {
        eprintln!("left out: {} {:?} stands on {} rows (people asked about with it: {})", block.rule, block.value, block.rows, block.people);
    }
    if linkage.capped.len() > 10 {
        eprintln!("left out: {} further values that stand on too many rows", linkage.capped.len() - 10);
    }
}
