//! `sourcier seal`: makes a sealed table of a table, for a controller who does not want to hand over the file itself; and prints the rules.

use super::progress::Reporter;
use super::{Failure, Lang};
use crate::import::ReadOptions;
use crate::import::mapping::read_file;
use crate::import::sealed::read_key;
use crate::import::sealed_table::{SealedTable, seal_table};
use crate::normalise::seal::key_check;
use crate::report::seal_rules;
use crate::words::{Words, english};
use anyhow::Context as _;
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make a sealed table: only keyed hashes of identifiers, and days
#[derive(Debug, Args)]
pub struct Seal {
    /// The table in the clear
    #[arg(required_unless_present = "rules")]
    table: Option<PathBuf>,
    /// File that holds the key of the exchange, at least 16 bytes
    #[arg(long, value_name = "F", required_unless_present = "rules")]
    key_file: Option<PathBuf>,
    /// CSV file to write; the rules are written beside it
    #[arg(long, value_name = "SEALED.csv", required_unless_present = "rules")]
    out: Option<PathBuf>,
    /// TOML file of `field = "Column"` lines; an empty column leaves a field out
    #[arg(long, value_name = "F")]
    mapping: Option<PathBuf>,
    /// Encoding of the table, where detection is wrong
    #[arg(long)]
    encoding: Option<String>,
    /// Sheet of a workbook
    #[arg(long)]
    sheet: Option<String>,
    /// Language of the rules
    #[arg(long, default_value = "fr")]
    lang: Lang,
    /// Only print the rules, for somebody who seals with another tool
    #[arg(long)]
    rules: bool,
    /// Exit with 1 if a row was rejected
    #[arg(long)]
    strict: bool,
}

impl Seal {
    pub(super) fn carry_out(self, progress: &Reporter) -> Result<ExitCode, Failure> {
        let words = Words::new(self.lang.into());
        let rules = seal_rules::rules(&words);
        let (false, Some(table), Some(key_file), Some(out)) = (self.rules, &self.table, &self.key_file, &self.out) else {
            print!("{rules}");
            return Ok(ExitCode::SUCCESS);
        };
        let key = read_key(key_file).map_err(|said| anyhow::Error::msg(english(&said)))?;
        let mapping = self.mapping.as_deref().map(read_file).transpose()?.unwrap_or_default();
        let reading = ReadOptions { encoding: self.encoding, sheet: self.sheet, ..ReadOptions::default() };
        let sealed = seal_table(table, &mapping, &reading, &key, progress)?;
        write(out, &sealed)?;
        let beside = out.with_extension("rules.txt");
        std::fs::write(&beside, rules).with_context(|| format!("The file {} cannot be written", beside.display()))?;
        progress.finish();
        let found = sealed.rows.len() + sealed.rejections.len();
        println!("{found} found = {} sealed + {} rejected (key check {})", sealed.rows.len(), sealed.rejections.len(), key_check(&key));
        println!("kept: {}", sealed.columns.join(", "));
        if !sealed.left_out.is_empty() {
            println!("not kept: {}", sealed.left_out.join(", "));
        }
        if sealed.unusable > 0 {
            println!("{} cells left blank: what stands in them cannot be read as what its column holds", sealed.unusable);
        }
        for (sign, notes) in [("rejected", &sealed.rejections), ("note", &sealed.warnings)] {
            for note in notes {
                let line = note.line.map_or_else(String::new, |line| format!(" line {line}"));
                println!("  {sign}{line}: {}", note.reason);
            }
        }
        println!("{}", words.text("sealed-limits"));
        Ok(super::steps::strictly(self.strict, sealed.rejections.len() as u64))
    }
}

fn write(out: &Path, sealed: &SealedTable) -> Result<(), Failure> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_path(out)?;
    writer.write_record(&sealed.columns)?;
    for row in &sealed.rows {
        writer.write_record(row)?;
    }
    writer.flush()?;
    Ok(())
}
