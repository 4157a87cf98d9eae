//! The rival explanations of a mailing that are asked about in every case: data (`assets/data/rivals.toml`) with a version. Not what was answered, see
//! [`crate::model::Rival`].

use crate::model::{Field, Language, RivalKind};
use serde::Deserialize;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    toml::from_str(include_str!("../../assets/data/rivals.toml")).unwrap_or_else(|error| panic!("rivals.toml: {error}"))
});

/// A versioned list of explanations.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Printed with the answers.
    pub version: String,
    /// In the order in which they are asked.
    #[serde(rename = "rival")]
    pub entries: Vec<Entry>,
}

/// One explanation, and what the case itself can say about it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// `electoral-roll`.
    pub id: RivalKind,
    /// Words that tell a source of this kind by its id, name or purpose, folded.
    pub words: Vec<String>,
    /// Columns a list of this kind commonly holds; empty = cannot be told.
    #[serde(default)]
    pub holds: Vec<Field>,
    /// What else of a case bears on it.
    #[serde(default)]
    pub clues: Vec<Clue>,
    /// Its texts.
    pub fr: Texts,
    /// Its texts.
    pub en: Texts,
}

/// What of a case bears on an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clue {
    /// Such a list can be declared and compared, so it is said if none was.
    Comparable,
    /// An address given to one source only speaks against it.
    GivenToOne,
    /// It would reach people who are in none of the files.
    BeyondTheFiles,
    /// Two files that cannot be told apart are what it predicts.
    TwoFiles,
    /// Messages delivered to the recipients' own addresses speak against it.
    Delivered,
}

/// What is said of an explanation, in one language: full sentences, the name apart.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// « Liste électorale ».
    pub name: String,
    /// What it states.
    pub claim: String,
    /// What would be seen if it held.
    pub predicts: String,
    /// What would speak for it.
    pub speaks_for: String,
    /// What would speak against it.
    pub speaks_against: String,
    /// What to ask.
    pub ask: String,
}

impl Entry {
    /// Whether this clue bears on it.
    pub fn has(&self, clue: Clue) -> bool {
        self.clues.contains(&clue)
    }

    /// Its texts in `language`.
    pub fn texts(&self, language: Language) -> &Texts {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }
}

impl Catalogue {
    /// The list of this version of the program.
    pub fn current() -> &'static Self {
        &CATALOGUE
    }

    /// The explanation with this id.
    pub fn entry(&self, kind: &RivalKind) -> Option<&Entry> {
        self.entries.iter().find(|entry| &entry.id == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::words;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_has_every_explanation_once_with_all_its_texts() {
        let catalogue = Catalogue::current();
        let ids: Vec<&str> = catalogue.entries.iter().map(|entry| entry.id.as_str()).collect();
        let expected = [
            "electoral-roll",
            "public-directory",
            "bought-list",
            "contact-upload",
            "earlier-consent",
            "public-breach",
            "shared-processor",
            "forwarded",
        ];
        assert_eq!(ids, expected);
        assert!(!catalogue.version.is_empty());
        let mut names = BTreeSet::new();
        for entry in &catalogue.entries {
            for language in [Language::Fr, Language::En] {
                let texts = entry.texts(language);
                assert!(names.insert((language == Language::Fr, &texts.name)), "{}", texts.name);
                for text in [&texts.claim, &texts.predicts, &texts.speaks_for, &texts.speaks_against, &texts.ask] {
                    assert!(text.ends_with(['.', '?']), "{text}");
                }
            }
        }
    }

    #[test]
    fn words_that_tell_a_source_are_listed_in_the_form_they_are_looked_for_in() {
        for word in Catalogue::current().entries.iter().flat_map(|entry| &entry.words) {
            assert_eq!(&words(word).join(" "), word);
        }
    }
}
