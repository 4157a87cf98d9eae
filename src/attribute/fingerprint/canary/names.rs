//! What a source can be named by in an address. Not for telling files apart by their text.

use crate::model::Source;
use crate::normalise::{fold, words};

/// Words that many files share and that name none.
const GENERIC: [&str; 47] = [
    "abonne",
    "abonnes",
    "accueil",
    "adherent",
    "adherents",
    "annuaire",
    "asso",
    "association",
    "base",
    "bulletin",
    "cabinet",
    "centre",
    "client",
    "clients",
    "club",
    "comite",
    "contact",
    "contacts",
    "courriel",
    "courrier",
    "donnees",
    "dans",
    "export",
    "fichier",
    "fichiers",
    "inscrits",
    "info",
    "lettre",
    "liste",
    "listes",
    "mail",
    "mailing",
    "membre",
    "membres",
    "newsletter",
    "office",
    "pour",
    "public",
    "publique",
    "registre",
    "service",
    "services",
    "societe",
    "table",
    "ville",
    "avec",
    "chez",
];

/// What a source can be named by.
pub(super) struct Names {
    /// Its id without separators.
    id: String,
    /// Telling words of its id, name and controller.
    words: Vec<String>,
    /// Initials, and names written without spaces.
    compact: Vec<String>,
}

impl Names {
    pub fn of(source: &Source) -> Self {
        let texts = [source.id.as_str(), &source.name, &source.controller].map(words);
        let mut compact = Vec::new();
        for words in &texts {
            compact.push(words.concat());
            let telling: Vec<&String> = words.iter().filter(|word| word.chars().count() > 2).collect();
            compact.push(words.iter().filter_map(|word| word.chars().next()).collect());
            compact.push(telling.iter().filter_map(|word| word.chars().next()).collect());
        }
        compact.retain(|name: &String| name.chars().count() > 2);
        let mut words: Vec<String> = texts.into_iter().flatten().collect();
        words.retain(|word| word.chars().count() > 3 && word.chars().any(char::is_alphabetic) && !GENERIC.contains(&word.as_str()));
        Self { id: fold(source.id.as_str()).split(|c: char| !c.is_alphanumeric()).collect(), words, compact }
    }

    /// What of the source `part` of an address names. A tag is there to name something, so the whole of it may be an id or initials; a local part has to
    /// hold a telling word, or be the name without spaces.
    pub fn named_by(&self, part: &str, is_tag: bool, own: &[String]) -> Option<String> {
        let parts = words(part);
        let whole = parts.concat();
        let is_own = |word: &String| own.contains(word);
        let by_whole = is_tag && !whole.is_empty() && whole == self.id;
        if by_whole || self.compact.contains(&whole) && (is_tag || whole.chars().count() > 5) && !is_own(&whole) {
            return Some(whole);
        }
        let least = if is_tag { 4 } else { 5 };
        parts
            .into_iter()
            .filter(|word| word.chars().count() >= least && !is_own(word))
            .find(|word| self.words.iter().any(|known| is_alike(word, known)))
    }
}

/// The same word, or a beginning of at least five letters: « theatre » for « theatres », « adhes » for nothing.
fn is_alike(word: &str, known: &str) -> bool {
    let is_beginning =
        |short: &str, long: &str| short.chars().count() >= 5 && long.starts_with(short) && long.chars().count() <= short.chars().count() + 4;
    word == known || is_beginning(word, known) || is_beginning(known, word)
}
