//! The commands that do one step: `new`, `import`, `analyse`, `inspect`, `verify`, and those that open the window.

use super::progress::Reporter;
use super::{As, Failure, Lang};
use crate::analysis::{Settings, analyse};
use crate::args;
use crate::case::{CaseError, CaseFile};
use crate::import::sealed::read_key;
use crate::import::{ReadOptions, Request, detect};
use crate::job::{Progress as _, Stage};
use crate::model::{DateOrder, FoundBy, ImportKind, ImportReport, Incident, Seal, UncertainDay};
use crate::report::bundle::json;
use crate::report::{results, summary};
use crate::ui::{samples, window};
use crate::words::{Words, english};
use anyhow::Context as _;
use clap::Args;
use secrecy::SecretString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make an empty case.
#[derive(Debug, Args)]
pub struct New {
    /// The case file to make
    case: PathBuf,
    /// Title of the incident; default: the file's name
    #[arg(long)]
    title: Option<String>,
    /// People an unrelated mailing could have reached (N0)
    #[arg(long, default_value_t = Incident::default().pool)]
    pool: u64,
    /// Time zone days are read in
    #[arg(long, default_value = "Europe/Paris")]
    timezone: String,
    /// Language of what is written
    #[arg(long, default_value = "fr")]
    lang: Lang,
    /// File whose first line is the passphrase that protects the case
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
}

impl New {
    pub(super) fn carry_out(self) -> Result<ExitCode, Failure> {
        if self.pool == 0 {
            return Err(Failure::Usage("--pool is the number of people an unrelated mailing could have reached; it cannot be 0".to_owned()));
        }
        jiff::tz::TimeZone::get(&self.timezone)
            .map_err(|_unknown| Failure::Usage(format!("--timezone {:?} is not a time zone; write for instance Europe/Paris", self.timezone)))?;
        let stem = self.case.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let title = self.title.or(stem).unwrap_or_default();
        let incident = Incident { title, language: self.lang.into(), timezone: self.timezone, pool: self.pool, ..Incident::default() };
        let passphrase = passphrase(self.passphrase_file.as_deref())?;
        CaseFile::create(&self.case, passphrase.as_ref(), &incident)?.close()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Import files into a case.
#[derive(Debug, Args)]
pub struct Import {
    /// The case file
    case: PathBuf,
    /// Files to import
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What they are; message files are recognised without it
    #[arg(long = "as", value_name = "KIND")]
    kind: Option<As>,
    /// TOML file of `field = "Column"` lines
    #[arg(long, value_name = "F")]
    mapping: Option<PathBuf>,
    /// Sources: id of the source the files are states of
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// Sources: the day whose state they show
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// Sources: keep only keyed hashes of identifiers, made with the key in this file; the file itself is not stored
    #[arg(long, value_name = "F")]
    key_file: Option<PathBuf>,
    /// Sealed sources: the table holds hashes already, in the columns of the mapping
    #[arg(long)]
    hashed: bool,
    /// Messages and recipients: open-call, complete-list or circle:<source id>
    #[arg(long)]
    found_by: Option<String>,
    /// Messages and recipients: which mailing
    #[arg(long)]
    campaign: Option<String>,
    /// Messages and recipients: when it was sent, for files that do not say
    #[arg(long, value_name = "WHEN")]
    sent_at: Option<String>,
    /// Encoding of tables, where detection is wrong
    #[arg(long)]
    encoding: Option<String>,
    /// Field separator of tables, where detection is wrong (`tab` for a tab)
    #[arg(long)]
    separator: Option<String>,
    /// Sheet of a workbook
    #[arg(long)]
    sheet: Option<String>,
    /// Order of the numbers in dates such as 03/04/2010 (day-first or month-first), where the values do not tell
    #[arg(long, value_parser = order)]
    dates: Option<DateOrder>,
    /// How the files were obtained, for the record
    #[arg(long, default_value = "")]
    obtained: String,
    /// File whose first line is the passphrase
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
    /// Exit with 1 if anything was rejected
    #[arg(long)]
    strict: bool,
}

/// The order of dates by its word.
fn order(word: &str) -> Result<DateOrder, String> {
    let known = DateOrder::ALL.map(DateOrder::key);
    DateOrder::ALL.into_iter().find(|order| order.key() == word).ok_or_else(|| format!("write {}", known.join(" or ")))
}

impl Import {
    pub(super) fn carry_out(self, progress: &Reporter) -> Result<ExitCode, Failure> {
        let usage = |what: String| Failure::Usage(what);
        let separator = match self.separator.as_deref() {
            None => None,
            Some("tab" | "\t" | "\\t") => Some(b'\t'),
            Some(one) if one.len() == 1 => one.bytes().next(),
            Some(other) => return Err(usage(format!("--separator {other:?} is not one character"))),
        };
        let found_by = match &self.found_by {
            Some(text) => text.parse::<FoundBy>().map_err(|error| usage(format!("--found-by: {error}")))?,
            None => FoundBy::OpenCall,
        };
        let as_of = self.as_of.as_ref().map(|text| text.parse::<UncertainDay>()).transpose().map_err(|error| usage(format!("--as-of: {error}")))?;
        if let Some(raw) = &self.sent_at {
            raw.parse::<UncertainDay>().map_err(|error| usage(format!("--sent-at: {error}")))?;
        }
        let mapping = self.mapping.as_deref().map(crate::import::mapping::read_file).transpose()?.unwrap_or_default();
        let reading = ReadOptions { encoding: self.encoding.clone(), separator, sheet: self.sheet.clone(), dates: self.dates };
        let seal = self.key_file.as_deref().map(read_key).transpose().map_err(|said| anyhow::Error::msg(english(&said)))?.map(|key| Seal { key });
        let mut requests = Vec::new();
        for path in &self.files {
            let kind = match self.kind {
                Some(kind) => kind.into(),
                None => detect(path, ImportKind::Messages).map(|_| ImportKind::Messages).map_err(|error| match error {
                    crate::import::ImportError::WrongKind { found, .. } => usage(format!(
                        "{} is {}, not messages; say what it is with --as source, recipients, roster, events, statements or access-log",
                        path.display(),
                        crate::words::english(&found)
                    )),
                    other => other.at(path).into(),
                })?,
            };
            requests.push(Request {
                reading: reading.clone(),
                mapping: mapping.clone(),
                method: self.obtained.clone(),
                campaign: self.campaign.clone().map(Into::into),
                found_by: found_by.clone(),
                sent_at: self.sent_at.clone(),
                source: self.source.clone().map(Into::into),
                as_of: as_of.clone(),
                seal: seal.clone(),
                is_hashed: self.hashed,
                ..Request::new(path, kind)
            });
        }
        let mut file = open_case(&self.case, self.passphrase_file.as_deref())?;
        let reports = crate::import::import(&mut file, &requests, progress)?;
        file.close()?;
        progress.finish();
        print_reports(&reports);
        Ok(strictly(self.strict, reports.iter().map(ImportReport::rejected).sum()))
    }
}

fn print_reports(reports: &[ImportReport]) {
    for report in reports {
        println!(
            "{}: {} found = {} imported + {} duplicates + {} rejected ({})",
            report.file,
            report.found,
            report.imported,
            report.duplicates,
            report.rejected(),
            report.format
        );
        for (sign, notes) in [("rejected", &report.rejections), ("note", &report.warnings)] {
            for note in notes {
                let line = note.line.map_or_else(String::new, |line| format!(" line {line}"));
                println!("  {sign}{line}: {}", note.reason);
            }
        }
    }
}

/// Link and attribute again.
#[derive(Debug, Args)]
pub struct Analyse {
    /// The case file
    case: PathBuf,
    /// Write results.json here (`-` for stdout, without the summary)
    #[arg(long, value_name = "F")]
    json: Option<PathBuf>,
    /// Language of the summary; default: the case's
    #[arg(long)]
    lang: Option<Lang>,
    /// File whose first line is the passphrase
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
}

impl Analyse {
    pub(super) fn carry_out(self, progress: &Reporter) -> Result<ExitCode, Failure> {
        let mut file = open_case(&self.case, self.passphrase_file.as_deref())?;
        file.renew_linkage(progress)?;
        let analysis = analyse(file.case(), &Settings::default(), progress)?;
        if !file.is_read_only() {
            file.store_analysis(&analysis.digest, &serde_json::to_string(&analysis)?)?;
        }
        let contents = file.case().contents();
        progress.finish();
        let to_stdout = self.json.as_deref() == Some(Path::new("-"));
        if !to_stdout {
            let words = Words::new(self.lang.map_or(contents.incident.language, Into::into));
            print!("{}", summary::summary(contents, &analysis, &words));
        }
        if let Some(path) = &self.json {
            let bytes = json(&results::results(contents, &analysis))?;
            if to_stdout {
                std::io::stdout().write_all(&bytes)?;
            } else {
                std::fs::write(path, bytes).with_context(|| format!("The file {} cannot be written", path.display()))?;
            }
        }
        file.close()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// `sourcier inspect`.
pub(super) fn inspect(files: &[PathBuf], jsonl: bool, progress: &Reporter) -> Result<ExitCode, Failure> {
    let stdout = std::io::stdout();
    let mut out = std::io::BufWriter::new(stdout.lock());
    let mut is_refused = false;
    for path in files {
        // One unreadable file does not keep the others from being read.
        match crate::import::inspect(path, &mut out, jsonl, progress) {
            Ok(counts) => {
                out.flush()?;
                for note in counts.rejections.iter().chain(&counts.warnings) {
                    let place = note.line.map_or_else(String::new, |line| format!(", item {line}"));
                    eprintln!("{}{place}: {}", path.display(), note.reason);
                }
                if counts.rejected > 0 {
                    eprintln!(
                        "{}: {} found = {} read + {} rejected",
                        path.display(),
                        counts.messages + counts.rejected,
                        counts.messages,
                        counts.rejected
                    );
                }
            }
            Err(error @ crate::import::ImportError::Cancelled) => return Err(error.into()),
            Err(error) => {
                is_refused = true;
                eprintln!("sourcier: {}", super::render(&error.at(path)));
            }
        }
    }
    out.flush()?;
    Ok(if is_refused { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// `sourcier verify`.
pub(super) fn verify(case: &Path, passphrase_file: Option<&Path>, progress: &Reporter) -> Result<ExitCode, Failure> {
    if case.is_dir() {
        return Err(anyhow::anyhow!("This version verifies case files; evidence packages (folders) are not read yet [{}]", case.display()).into());
    }
    let passphrase = passphrase(passphrase_file)?;
    progress.stage(Stage::Verifying, &case.display().to_string());
    let report = crate::case::verify(case, passphrase.as_ref())?;
    progress.finish();
    for line in report.problems.iter().chain(&report.notes) {
        println!("{line}");
    }
    println!(
        "{} problems; looked at {} files ({} bytes), {} log entries, {} table segments, {} records",
        report.problems.len(),
        report.evidence,
        report.bytes,
        report.log_entries,
        report.segments,
        report.records
    );
    Ok(if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::from(3) })
}

/// `sourcier` and `sourcier open`.
pub(super) fn open(case: Option<PathBuf>) -> Result<ExitCode, Failure> {
    if let Some(case) = &case
        && !case.is_file()
    {
        return Err(anyhow::anyhow!("There is no such case file [{}]", case.display()).into());
    }
    if !has_display() {
        return Err(anyhow::anyhow!("There is no display for the window; use the commands listed by `sourcier --help`").into());
    }
    window::run(case.map_or(window::Start::Empty, window::Start::Open))?;
    Ok(ExitCode::SUCCESS)
}

/// `sourcier demo`.
pub(super) fn demo(name: &str, no_window: bool, progress: &Reporter) -> Result<ExitCode, Failure> {
    let Some(sample) = samples::find(name) else {
        let known: Vec<&str> = samples::list().iter().map(|sample| sample.name).collect();
        return Err(Failure::Usage(format!("there is no sample incident {name:?}; the samples are {}", known.join(", "))));
    };
    if has_display() && !no_window {
        match window::run(window::Start::Sample(sample.name.to_owned())) {
            Ok(()) => return Ok(ExitCode::SUCCESS),
            Err(error) => eprintln!("sourcier: the window could not be opened ({error}); doing the same incident here"),
        }
    } else if !no_window {
        println!("{}", Words::new(sample.language).text_with("cli-demo-no-display", &args! { "name" => sample.name }));
        println!();
    }
    let folder = tempfile::tempdir().context("A temporary folder cannot be made")?;
    let manifest = samples::unpack(sample.name, folder.path())?;
    let outputs = super::run_manifest(&manifest, Path::new("sourcier-demo"), None, None, true, progress)?;
    progress.finish();
    print!("{}", outputs.summary);
    println!();
    println!("{}", outputs.files_sentence);
    Ok(ExitCode::SUCCESS)
}

/// Whether there is a display a window could open on. Elsewhere than on Linux there always is.
fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

pub(super) fn open_case(path: &Path, passphrase_file: Option<&Path>) -> Result<CaseFile, Failure> {
    let passphrase = passphrase(passphrase_file)?;
    CaseFile::open(path, passphrase.as_ref()).map_err(|error| match error {
        CaseError::PassphraseNeeded { path } => {
            anyhow::anyhow!("This case is protected; give its passphrase with --passphrase-file [{}]", path.display()).into()
        }
        other => other.into(),
    })
}

/// The passphrase: the first line of a file, without its line break.
pub(super) fn passphrase(file: Option<&Path>) -> Result<Option<SecretString>, Failure> {
    let Some(file) = file else { return Ok(None) };
    let text =
        zeroize::Zeroizing::new(std::fs::read_to_string(file).with_context(|| format!("The passphrase file {} cannot be read", file.display()))?);
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(anyhow::anyhow!("The first line of the passphrase file is empty [{}]", file.display()).into());
    }
    Ok(Some(SecretString::from(line)))
}

/// The exit code where `--strict` may turn rejections into a refusal.
pub(super) fn strictly(strict: bool, rejected: u64) -> ExitCode {
    if strict && rejected > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS }
}
