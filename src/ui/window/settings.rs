//! What the window remembers of its user: language, theme, open panels, recent cases. A small JSON file in the user's configuration folder.
//!
//! Nothing of a case is written here but its path and title, and those can be forgotten one by one.

use crate::model::Language;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// More recent cases than this are forgotten.
const RECENT: usize = 12;

/// The remembered choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserSettings {
    /// Language of the window.
    pub language: Language,
    /// Light, dark or the system's choice.
    pub theme: Theme,
    /// Whether the rail is shown.
    pub has_rail: bool,
    /// Whether the inspector is shown.
    pub has_inspector: bool,
    /// Whether a reviewer of links sees the score only after deciding.
    pub hides_scores: bool,
    /// Most recent first.
    pub recent: Vec<RecentCase>,
}

/// The theme, as it is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Theme {
    System,
    #[default]
    Light,
    Dark,
}

/// A case opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentCase {
    /// Where it is.
    pub path: PathBuf,
    /// What it was called; empty for an encrypted case, whose title must not leak.
    pub title: String,
}

impl Default for UserSettings {
    fn default() -> Self {
        Self { language: Language::Fr, theme: Theme::default(), has_rail: true, has_inspector: true, hides_scores: true, recent: Vec::new() }
    }
}

impl UserSettings {
    /// Reads the settings of this user; anything missing or unreadable is the default.
    pub fn load() -> Self {
        file().map(|path| Self::load_from(&path)).unwrap_or_default()
    }

    /// Reads a settings file.
    pub fn load_from(path: &Path) -> Self {
        std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the settings of this user.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn save(&self) -> std::io::Result<()> {
        file().map_or(Ok(()), |path| self.save_to(&path))
    }

    /// Writes a settings file: beside it first, then over it, so that a crash leaves the old one.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn save_to(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let fresh = path.with_extension("json.new");
        std::fs::write(&fresh, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(fresh, path)
    }

    /// Puts a case first in the list.
    pub fn remember(&mut self, path: &Path, title: &str) {
        self.forget(path);
        self.recent.insert(0, RecentCase { path: path.to_owned(), title: title.to_owned() });
        self.recent.truncate(RECENT);
    }

    /// Takes a case out of the list.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent.path != path);
    }
}

/// `$XDG_CONFIG_HOME/sourcier/window.json`, or what the system has instead; `None` if there is no home.
fn file() -> Option<PathBuf> {
    let from = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = from("XDG_CONFIG_HOME").or_else(|| from("APPDATA")).or_else(|| from("HOME").map(|home| home.join(".config")))?;
    Some(folder.join("sourcier").join("window.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("window.json");
        let mut settings = UserSettings { language: Language::En, theme: Theme::Dark, ..UserSettings::default() };
        settings.remember(Path::new("a.sourcier"), "A");
        settings.save_to(&path).unwrap();
        assert_eq!(UserSettings::load_from(&path), settings);
    }

    #[test]
    fn a_broken_settings_file_is_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        std::fs::write(&path, "{ not json").unwrap();
        assert_eq!(UserSettings::load_from(&path), UserSettings::default());
    }

    #[test]
    fn a_case_opened_again_stands_once_and_first() {
        let mut settings = UserSettings::default();
        for name in ["a", "b", "a"] {
            settings.remember(Path::new(name), name);
        }
        assert_eq!(settings.recent.iter().map(|recent| recent.title.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }
}
