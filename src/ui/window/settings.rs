//! What the window remembers of its user: language, theme, open panels, recent cases. A small JSON file in the user's configuration folder.
//!
//! Nothing of a case is written here but its path and title, and those can be forgotten one by one.

use super::panes::arranged::{self, Arranged};
use super::widgets::list::Layout;
use crate::model::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// More recent cases than this are forgotten.
const RECENT: usize = 12;
/// More recent commands than this are forgotten.
const RECENT_COMMANDS: usize = 6;

/// The remembered choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct UserSettings {
    /// Language of the window.
    pub language: Language,
    /// Light, dark, strong contrast or the system's choice.
    pub theme: Theme,
    /// Whether the rail is shown.
    pub has_rail: bool,
    /// Whether the inspector is shown.
    pub has_inspector: bool,
    /// Whether the inspector shows the steps of the case.
    pub has_history: bool,
    /// Whether it shows all notes.
    pub has_notes: bool,
    /// Whether the guided path is shown.
    pub has_guide: bool,
    /// Whether people are hidden behind labels.
    pub is_shielded: bool,
    /// Width of the rail, in points.
    pub rail_width: f32,
    /// Width of the inspector, in points.
    pub inspector_width: f32,
    /// Panes, if there is more than one.
    #[serde(deserialize_with = "arranged::lenient")]
    pub panes: Option<Arranged>,
    /// How large everything is.
    pub text_size: TextSize,
    /// Commands chosen in the palette, by their names, most recent first.
    pub recent_commands: Vec<String>,
    /// Whether a reviewer of links sees the score only after deciding.
    pub hides_scores: bool,
    /// Columns, widths and order of lists, by their ids. What they are filtered by is not here.
    pub lists: BTreeMap<String, Layout>,
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
    ContrastLight,
    ContrastDark,
}

impl Theme {
    /// Every theme, as the menu lists them.
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// Whether it is one of strong contrast.
    pub fn is_contrast(self) -> bool {
        matches!(self, Self::ContrastLight | Self::ContrastDark)
    }

    /// Id of its name.
    pub fn name_id(self) -> &'static str {
        match self {
            Self::System => "window-theme-system",
            Self::Light => "window-theme-light",
            Self::Dark => "window-theme-dark",
            Self::ContrastLight => "window-theme-contrast-light",
            Self::ContrastDark => "window-theme-contrast-dark",
        }
    }

    /// The same, as egui calls it.
    pub fn preference(self) -> egui::ThemePreference {
        match self {
            Self::System => egui::ThemePreference::System,
            Self::Light | Self::ContrastLight => egui::ThemePreference::Light,
            Self::Dark | Self::ContrastDark => egui::ThemePreference::Dark,
        }
    }
}

/// How large text is, and everything around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum TextSize {
    Small,
    #[default]
    Normal,
    Large,
    Larger,
    Largest,
}

impl TextSize {
    /// Every size, from small to large.
    pub const ALL: [Self; 5] = [Self::Small, Self::Normal, Self::Large, Self::Larger, Self::Largest];

    /// How many times as large as normal.
    pub fn factor(self) -> f32 {
        match self {
            Self::Small => 0.9,
            Self::Normal => 1.0,
            Self::Large => 1.15,
            Self::Larger => 1.35,
            Self::Largest => 1.6,
        }
    }

    /// Id of its name.
    pub fn name_id(self) -> &'static str {
        match self {
            Self::Small => "window-text-small",
            Self::Normal => "window-text-normal",
            Self::Large => "window-text-large",
            Self::Larger => "window-text-larger",
            Self::Largest => "window-text-largest",
        }
    }

    /// The next larger one; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::ALL.into_iter().find(|size| *size > self).unwrap_or(self)
    }

    /// The next smaller one; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::ALL.into_iter().rev().find(|size| *size < self).unwrap_or(self)
    }
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
        Self {
            language: Language::Fr,
            theme: Theme::default(),
            has_rail: true,
            has_inspector: true,
            has_history: false,
            has_notes: false,
            has_guide: true,
            is_shielded: false,
            rail_width: 188.0,
            inspector_width: 290.0,
            panes: None,
            text_size: TextSize::default(),
            recent_commands: Vec::new(),
            hides_scores: true,
            lists: BTreeMap::new(),
            recent: Vec::new(),
        }
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

    /// Puts a command first among the recent ones.
    pub fn remember_command(&mut self, name: &str) {
        self.recent_commands.retain(|known| known != name);
        self.recent_commands.insert(0, name.to_owned());
        self.recent_commands.truncate(RECENT_COMMANDS);
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
        let sort = vec![crate::model::SortedBy { column: "name".to_owned(), is_descending: true }];
        let layout = Layout { widths: [("name".to_owned(), 210.0)].into(), shown: [("email".to_owned(), true)].into(), sort };
        settings.lists.insert("recipients".to_owned(), layout);
        settings.save_to(&path).unwrap();
        assert_eq!(UserSettings::load_from(&path), settings);
    }

    #[test]
    fn every_theme_comes_back_and_the_names_of_old_settings_still_read() {
        let read = |name: &str| serde_json::from_str::<UserSettings>(&format!("{{\"theme\": \"{name}\"}}")).unwrap().theme;
        assert_eq!(["system", "light", "dark"].map(read), [Theme::System, Theme::Light, Theme::Dark]);
        for theme in Theme::ALL {
            let written = serde_json::to_string(&theme).unwrap();
            assert_eq!(serde_json::from_str::<Theme>(&written).unwrap(), theme);
        }
    }

    #[test]
    fn a_broken_settings_file_is_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        std::fs::write(&path, "{ not json").unwrap();
        assert_eq!(UserSettings::load_from(&path), UserSettings::default());
    }

    /// Older programs kept nothing of panes, newer ones may keep them otherwise.
    #[test]
    fn panes_that_are_not_understood_are_one_and_the_rest_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        for panes in ["", r#","panes":{"heap":[1,2]}"#, r#","panes":null"#, r#","panes":7"#] {
            std::fs::write(&path, format!(r#"{{"language":"en","rail_width":201.0{panes}}}"#)).unwrap();
            let read = UserSettings::load_from(&path);
            assert_eq!((read.language, read.rail_width, read.panes), (Language::En, 201.0, None), "{panes}");
        }
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
