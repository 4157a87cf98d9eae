//! The order of texts for people: as a French dictionary has them, which is the order of the Unicode root and serves English as well.
//!
//! Letters come first, then accents, then case: `cote` < `Cote` < `coté` < `côte`, and `œ` stands with `oe`. Hyphens and apostrophes part words as spaces
//! do, so that `Jean-Pierre` stands beside `Jean Pierre` and before `Jeanne`. Runs of digits count as numbers: `r2` < `r10`.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use std::borrow::Cow;
use std::cmp::Ordering;

/// Compares texts. Making one looks up tables that are compiled in; keep it for a whole list.
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Default for Collation {
    fn default() -> Self {
        Self::new()
    }
}

impl Collation {
    /// The one order there is.
    pub fn new() -> Self {
        let mut preferences = CollatorPreferences::default();
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        // The tables of the root are compiled in; should they be missing, texts are compared folded.
        Self(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// Which of two texts comes first. Only equal texts are equal.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let (left, right) = (words(one), words(other));
        let order = match &self.0 {
            Some(collator) => collator.compare(&left, &right),
            None => super::fold(&left).cmp(&super::fold(&right)),
        };
        order.then_with(|| one.cmp(other))
    }
}

/// The text with whatever parts words written as a space.
fn words(text: &str) -> Cow<'_, str> {
    let parts = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’');
    if text.contains(parts) { Cow::Owned(text.replace(parts, " ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<const N: usize>(mut texts: [&str; N]) -> [&str; N] {
        let collation = Collation::new();
        texts.sort_by(|a, b| collation.compare(a, b));
        texts
    }

    #[test]
    fn letters_count_before_accents_and_accents_before_case() {
        assert_eq!(sorted(["zèle", "École", "ecole", "Été", "eta", "éa", "école"]), ["éa", "ecole", "école", "École", "eta", "Été", "zèle"]);
        assert_eq!(sorted(["côté", "Cote", "coté", "cote", "côte"]), ["cote", "Cote", "coté", "côte", "côté"]);
        assert_eq!(sorted(["È", "e", "é", "E", "è"]), ["e", "E", "é", "è", "È"]);
    }

    #[test]
    fn ligatures_stand_with_their_letters() {
        assert_eq!(sorted(["Offre", "Œuvre", "Odile", "oeuf", "œil"]), ["Odile", "œil", "oeuf", "Œuvre", "Offre"]);
        assert_eq!(sorted(["Ç", "d", "c", "ça", "cb"]), ["c", "Ç", "ça", "cb", "d"]);
    }

    #[test]
    fn hyphens_and_apostrophes_part_words() {
        assert_eq!(
            sorted(["Jeanne", "Jean-Pierre", "Jean Zoé", "Jean", "Jean Pierre", "Jean-Marc"]),
            ["Jean", "Jean-Marc", "Jean Pierre", "Jean-Pierre", "Jean Zoé", "Jeanne"]
        );
        assert_eq!(sorted(["Dabord", "D’Artigues", "d'Abord"]), ["d'Abord", "D’Artigues", "Dabord"]);
    }

    #[test]
    fn runs_of_digits_are_numbers() {
        assert_eq!(sorted(["r10", "r2", "r1", "R2"]), ["r1", "r2", "R2", "r10"]);
    }
}
