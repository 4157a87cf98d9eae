//! The command line: cli.md to the letter.
//!
//! Results go to stdout or files, progress to stderr. Every command calls the same functions as the window; this module only reads arguments, renders
//! errors and chooses exit codes.

mod exit;
mod link;
mod progress;
mod questions;
mod run;
mod seal;
mod steps;

pub(in crate::ui) use exit::path_of;
pub use exit::{Failure, render};
pub use run::{Outputs, run_manifest};

use crate::model::{ImportKind, Language};
use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Reconstructs how a file of personal data was misused: which file, copied when, and who had access.
#[derive(Debug, Parser)]
#[command(name = "sourcier", version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// No progress on stderr
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Open the window, on a case or on the start screen
    Open {
        /// The case file
        case: Option<PathBuf>,
    },
    /// Open the window on a sample incident; without a display, do the same incident here
    Demo {
        /// Which sample; the list is printed for an unknown name
        #[arg(default_value = crate::ui::samples::DEFAULT)]
        name: String,
        /// Do not open the window even if there is a display
        #[arg(long)]
        no_window: bool,
    },
    /// The main job without a window: build the case, import, link, attribute, chart
    Run {
        /// The incident manifest (TOML)
        manifest: PathBuf,
        /// Folder the files are written into
        #[arg(long)]
        out: PathBuf,
        /// Language of what is written; default: the manifest's
        #[arg(long)]
        lang: Option<Lang>,
        /// File whose first line is the passphrase that protects the case
        #[arg(long, value_name = "F")]
        passphrase_file: Option<PathBuf>,
        /// Exit with 1 if anything was rejected
        #[arg(long)]
        strict: bool,
        /// Replace the files of an earlier run in the same folder
        #[arg(long)]
        replace: bool,
    },
    /// Make an empty case
    New(steps::New),
    /// Import files into a case
    Import(Box<steps::Import>),
    /// Link two tables of people
    Link(link::Link),
    /// Make a sealed table: only keyed hashes of identifiers, and days
    Seal(Box<seal::Seal>),
    /// Link and attribute again
    Analyse(steps::Analyse),
    /// Write a neutral questionnaire: whom to ask next, about every file of the case
    Questions(questions::Questions),
    /// Show what is in message files, without a case
    Inspect {
        /// Message files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// One JSON object a message
        #[arg(long)]
        jsonl: bool,
    },
    /// Check every hash, the action log's chain and the database of a case
    Verify {
        /// The case file
        case: PathBuf,
        /// File whose first line is the passphrase
        #[arg(long, value_name = "F")]
        passphrase_file: Option<PathBuf>,
    },
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// A language, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Lang {
    Fr,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::Fr,
            Lang::En => Self::En,
        }
    }
}

/// What a file is imported as, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    Messages,
    Source,
    Recipients,
    Roster,
    Events,
    Statements,
    AccessLog,
}

impl From<As> for ImportKind {
    fn from(kind: As) -> Self {
        match kind {
            As::Messages => Self::Messages,
            As::Source => Self::Source,
            As::Recipients => Self::Recipients,
            As::Roster => Self::Roster,
            As::Events => Self::Events,
            As::Statements => Self::Statements,
            As::AccessLog => Self::AccessLog,
        }
    }
}

/// Reads the arguments, does what they ask and gives the exit code of cli.md.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let progress = progress::Reporter::new(arguments.quiet);
    match carry_out(arguments.command, &progress) {
        Ok(code) => code,
        Err(failure) => {
            progress.finish();
            eprintln!("sourcier: {failure}");
            failure.exit_code()
        }
    }
}

fn carry_out(command: Option<Command>, progress: &progress::Reporter) -> Result<ExitCode, Failure> {
    match command {
        None => steps::open(None),
        Some(Command::Open { case }) => steps::open(case),
        Some(Command::Demo { name, no_window }) => steps::demo(&name, no_window, progress),
        Some(Command::Run { manifest, out, lang, passphrase_file, strict, replace }) => {
            let passphrase = steps::passphrase(passphrase_file.as_deref())?;
            let outputs = run_manifest(&manifest, &out, lang.map(Into::into), passphrase.as_ref(), replace, progress)?;
            progress.finish();
            print!("{}", outputs.summary);
            println!();
            println!("{}", outputs.files_sentence);
            Ok(steps::strictly(strict, outputs.rejected))
        }
        Some(Command::New(new)) => new.carry_out(),
        Some(Command::Import(import)) => import.carry_out(progress),
        Some(Command::Link(link)) => link.carry_out(progress),
        Some(Command::Seal(seal)) => seal.carry_out(progress),
        Some(Command::Analyse(analyse)) => analyse.carry_out(progress),
        Some(Command::Questions(questions)) => questions.carry_out(progress),
        Some(Command::Inspect { files, jsonl }) => steps::inspect(&files, jsonl, progress),
        Some(Command::Verify { case, passphrase_file }) => steps::verify(&case, passphrase_file.as_deref(), progress),
        Some(Command::Completions { shell }) => {
            clap_complete::generate(shell, &mut Arguments::command(), "sourcier", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
