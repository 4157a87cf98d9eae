//! The sample incidents, compiled into the program: fictitious people, parties and towns throughout.

use crate::import::manifest::Manifest;
use crate::job::Progress;
use crate::model::{Day, Language, PersonId, SourceId};
use anyhow::Context as _;
use include_dir::{Dir, include_dir};
use std::path::{Path, PathBuf};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sample-data");

/// The sample `sourcier demo` shows when none is named.
pub const DEFAULT: &str = "adherents";

/// What the start screen says about a sample.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Name of its folder, and what `sourcier demo` calls it.
    pub name: &'static str,
    /// Language its files are in.
    pub language: Language,
}

const SAMPLES: [Sample; 5] = [
    Sample { name: "adherents", language: Language::Fr },
    Sample { name: "ecole", language: Language::Fr },
    Sample { name: "locataires", language: Language::Fr },
    Sample { name: "lyceens", language: Language::Fr },
    Sample { name: "theatre", language: Language::Fr },
];

/// Every sample, by name. Title and summary are the texts `window-sample-NAME` and `window-sample-NAME-summary`.
pub fn list() -> &'static [Sample] {
    &SAMPLES
}

/// The sample with this name.
pub fn find(name: &str) -> Option<&'static Sample> {
    SAMPLES.iter().find(|sample| sample.name == name)
}

/// Writes a sample's files into `folder` and gives the path of its manifest.
///
/// # Errors
/// If there is no such sample or the folder cannot be written to.
pub fn unpack(name: &str, folder: &Path) -> anyhow::Result<PathBuf> {
    let sample = FILES.get_dir(name).with_context(|| format!("There is no sample incident {name:?}"))?;
    for file in files_below(sample) {
        let to = folder.join(file.path());
        if let Some(parent) = to.parent() {
            std::fs::create_dir_all(parent).context("The temporary folder cannot be written to")?;
        }
        std::fs::write(&to, file.contents()).context("The temporary folder cannot be written to")?;
    }
    Ok(folder.join(name).join("incident.toml"))
}

/// Builds the case of a sample in `folder` and gives its path. The analysis is left to whoever opens it.
///
/// # Errors
/// As [`unpack`], and whatever importing says.
pub fn build(name: &str, folder: &Path, progress: &dyn Progress) -> anyhow::Result<PathBuf> {
    let manifest = Manifest::read(&unpack(name, folder)?)?;
    let path = folder.join(format!("{name}.sourcier"));
    let mut file = crate::case::CaseFile::create(&path, None, &manifest.incident)?;
    crate::import::import_manifest(&mut file, &manifest, progress)?;
    file.close()?;
    Ok(path)
}

/// What was planted in a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The file the list was taken from; `None` = from none of the known ones.
    pub source: Option<SourceId>,
    /// The day of the copy, where there was one.
    pub copied_on: Option<Day>,
    /// Who held the copy, by name.
    pub holders: Vec<PersonId>,
}

/// What was planted in the sample with this name; `None` if there is no such sample. It is for who asks: nothing in the reasoning reads it.
pub fn planted(name: &str) -> Option<Planted> {
    let file = FILES.get_file(Path::new(name).join("answer.toml"))?;
    let answer: toml::Table = file.contents_utf8()?.parse().ok()?;
    let text = |key: &str| answer.get(key).and_then(toml::Value::as_str);
    let copied_on = answer.get("copied_on").and_then(toml::Value::as_datetime).and_then(|day| day.to_string().parse().ok());
    let holders = answer.get("holders").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    Some(Planted {
        source: text("best").map(SourceId::from),
        copied_on,
        holders: holders.iter().filter_map(toml::Value::as_str).map(PersonId::from).collect(),
    })
}

fn files_below(folder: &'static Dir<'static>) -> Vec<&'static include_dir::File<'static>> {
    let below = folder.dirs().flat_map(files_below);
    folder.files().chain(below).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_has_its_planted_answer() {
        for sample in list() {
            let planted = planted(sample.name).unwrap();
            assert_eq!(planted.source.is_some(), planted.copied_on.is_some(), "{}", sample.name);
            assert_eq!(planted.source.is_some(), !planted.holders.is_empty(), "{}", sample.name);
        }
        assert!(planted("no such sample").is_none());
    }
}
