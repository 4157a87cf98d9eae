//! What the program never says: one-sided words, probabilities of propositions, judgements of people (domain.md §9).
//!
//! The list is data (`assets/data/forbidden-words.toml`). A test runs it over every sentence the reasoning can produce; faces may offer it for notes.

use crate::model::Language;
use serde::Deserialize;
use std::sync::LazyLock;

static LIST: LazyLock<List> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    toml::from_str(include_str!("../../../assets/data/forbidden-words.toml")).unwrap_or_else(|error| panic!("forbidden-words.toml: {error}"))
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    version: String,
    phrase: Vec<Phrases>,
    allowed: Vec<Allowed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowed {
    text: String,
    #[expect(dead_code, reason = "for whoever reads the list")]
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    language: Language,
    texts: Vec<String>,
    reason: String,
}

/// A phrase that should not stand in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The phrase of the list.
    pub phrase: String,
    /// Why not, in the language of the text.
    pub reason: String,
}

/// The version of the list.
pub fn version() -> &'static str {
    &LIST.version
}

/// Whether the text of this id may say a forbidden word because it is about it.
pub fn is_allowed(id: &str) -> bool {
    LIST.allowed.iter().any(|allowed| allowed.text == id)
}

/// Every forbidden phrase in `text`, in the order of the list.
pub fn objections(text: &str, language: Language) -> Vec<Objection> {
    let text = plain(text);
    let phrases = LIST.phrase.iter().filter(|phrases| phrases.language == language);
    phrases
        .flat_map(|phrases| phrases.texts.iter().map(move |phrase| (phrase, &phrases.reason)))
        .filter(|(phrase, _)| contains(&text, phrase))
        .map(|(phrase, reason)| Objection { phrase: phrase.clone(), reason: reason.clone() })
        .collect()
}

/// Small letters, plain spaces and apostrophes.
fn plain(text: &str) -> String {
    let chars = text.chars().map(|c| match c {
        '’' | 'ʼ' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    let text: String = chars.flat_map(char::to_lowercase).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` has `phrase` as whole words; a final `*` stands for any ending.
fn contains(text: &str, phrase: &str) -> bool {
    let (phrase, any_ending) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
    let phrase = plain(phrase);
    text.match_indices(&phrase).any(|(at, found)| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let begins = !is_letter(text[..at].chars().next_back()) || !is_letter(phrase.chars().next());
        begins && (any_ending || !is_letter(text[at + found.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(text: &str, language: Language) -> Vec<String> {
        objections(text, language).into_iter().map(|objection| objection.phrase).collect()
    }

    #[test]
    fn every_phrase_named_in_the_domain_notes_is_caught() {
        for text in [
            "Cela prouve que la liste vient du fichier.",
            "L’analyse démontre que la liste vient du fichier.",
            "Il est probable que la liste vienne du fichier.",
            "Il est certain que la liste vient du fichier.",
            "Il y a 95\u{a0}% de chances.",
            "Elle est coupable.",
            "Les observations sont compatibles avec le fichier.",
            "Cela est compatible avec le fichier.",
            "La liste correspond au fichier.",
            "les principaux SUSPECTS",
        ] {
            assert!(!objections(text, Language::Fr).is_empty(), "{text}");
        }
        for text in
            ["This proves it.", "The list matches the file.", "a match", "consistent with the file", "the probability that X did it", "He is guilty"]
        {
            assert!(!objections(text, Language::En).is_empty(), "{text}");
        }
    }

    #[test]
    fn words_that_only_contain_a_forbidden_one_are_left_alone() {
        assert_eq!(phrases("La preuve est jointe, éprouvée, et la correspondance classée.", Language::Fr), Vec::<String>::new());
        assert_eq!(phrases("Unmatched rows; the rematch; a matchbox.", Language::En), Vec::<String>::new());
    }

    #[test]
    fn each_language_has_its_own_list_and_reasons() {
        assert!(objections("Cela prouve tout.", Language::En).is_empty());
        let objection = &objections("Cela  PROUVE\u{a0}tout.", Language::Fr)[0];
        assert_eq!(objection.phrase, "prouve");
        assert!(objection.reason.contains("proposition"));
        assert!(!version().is_empty());
    }
}
