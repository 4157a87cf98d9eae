//! `sourcier run`: the main job without a window.
//!
//! Everything is written beside its place first and moved there at the end, so that a refused input leaves nothing behind.

use super::Failure;
use crate::analysis::{Settings, analyse};
use crate::args;
use crate::case::CaseFile;
use crate::import::import_manifest;
use crate::import::manifest::Manifest;
use crate::job::{Progress, Stage};
use crate::model::Language;
use crate::report::{bundle, summary};
use crate::words::Words;
use anyhow::Context as _;
use secrecy::SecretString;
use std::path::{Path, PathBuf};

/// The case `run` writes beside the files of [`bundle`].
const CASE: &str = "case.sourcier";

/// What `run` has done.
#[derive(Debug)]
pub struct Outputs {
    /// The summary a person reads.
    pub summary: String,
    /// One sentence that names the files.
    pub files_sentence: String,
    /// The case file.
    pub case: PathBuf,
    /// How many items were rejected.
    pub rejected: u64,
}

/// Builds the case a manifest describes, analyses it and writes everything into `out`.
///
/// # Errors
/// [`Failure`]; nothing is then written.
pub fn run_manifest(
    manifest: &Path,
    out: &Path,
    language: Option<Language>,
    passphrase: Option<&SecretString>,
    replace: bool,
    progress: &dyn Progress,
) -> Result<Outputs, Failure> {
    let mut manifest = Manifest::read(manifest)?;
    if let Some(language) = language {
        manifest.incident.language = language;
    }
    let final_case = out.join(CASE);
    if final_case.exists() && !replace {
        return Err(anyhow::anyhow!("There is a case in this folder already; choose another folder, or add --replace [{}]", out.display()).into());
    }
    let was_there = out.is_dir();
    std::fs::create_dir_all(out).with_context(|| format!("The folder {} cannot be made", out.display()))?;
    let outcome = in_place(&manifest, out, passphrase, progress);
    if outcome.is_err() && !was_there {
        std::fs::remove_dir(out).ok(); // Only succeeds if it is empty, which is the point.
    }
    outcome
}

fn in_place(manifest: &Manifest, out: &Path, passphrase: Option<&SecretString>, progress: &dyn Progress) -> Result<Outputs, Failure> {
    let bench = tempfile::Builder::new().prefix(".sourcier-").tempdir_in(out).context("The folder cannot be written to")?;
    let mut file = CaseFile::create(&bench.path().join(CASE), passphrase, &manifest.incident)?;
    import_manifest(&mut file, manifest, progress)?;
    let analysis = analyse(file.case(), &Settings::default(), progress)?;
    file.store_analysis(&analysis.digest, &serde_json::to_string(&analysis)?)?;
    progress.stage(Stage::Writing, "");
    let words = Words::new(manifest.incident.language);
    let contents = file.case().contents();
    for (name, bytes) in bundle::files(contents, &analysis, &words)? {
        write(bench.path(), name, &bytes)?;
    }
    let text = summary::summary(contents, &analysis, &words);
    let rejected = contents.imports.iter().map(crate::model::ImportReport::rejected).sum();
    file.close()?;
    let names = || [CASE].into_iter().chain(bundle::NAMES);
    for name in names() {
        let to = out.join(name);
        std::fs::rename(bench.path().join(name), &to).with_context(|| format!("The file {} cannot be written", to.display()))?;
    }
    let names: Vec<String> = names().map(|name| out.join(name).display().to_string()).collect();
    let sentence = words.text_with("cli-run-files", &args! { "files" => names.join(", ") });
    Ok(Outputs { summary: text, files_sentence: sentence, case: out.join(CASE), rejected })
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(folder.join(name), bytes).with_context(|| format!("The file {name} cannot be written"))?;
    Ok(())
}
