//! The rules of sealing as they are printed: what a controller needs to make a sealed table themselves, with any tool, and to check what they made.

use crate::model::SealKey;
use crate::normalise::seal::{SealedKind, key_check, seal};
use crate::words::Words;

/// The key of the worked examples. Nobody must use it.
const EXAMPLE_KEY: &str = "exemple-de-clef-a-ne-pas-employer";

/// Cells as people write them, with what they are examples of.
const EXAMPLES: [(SealedKind, &str); 6] = [
    (SealedKind::Email, " Anna Mercier <ANNA+club@Exemple.TEST> "),
    (SealedKind::Email, "élodie.oudart@boite.example"),
    (SealedKind::Phone, "06 39 98 00 12"),
    (SealedKind::Phone, "+33 (0)6.39.98.00.12"),
    (SealedKind::Identifier, "ab-00 123/4"),
    (SealedKind::Record, "n° 0042"),
];

/// The sheet of rules, with worked examples made by the program itself.
pub fn rules(words: &Words) -> String {
    let mut sheet = format!("{}\n\n", words.text_with("sealed-rules", &crate::args! { "key" => EXAMPLE_KEY }));
    // Long enough by far: a key of the program's own is never refused.
    let Ok(key) = SealKey::from_file(EXAMPLE_KEY.as_bytes()) else { return sheet };
    for (kind, cell) in EXAMPLES {
        let Some(canonical) = kind.canonical(cell) else { continue };
        sheet.extend([format!("{cell:?}\n    {}:{canonical}\n    {} = {}\n", kind.domain(), kind.column(), seal(kind, &canonical, &key))]);
    }
    sheet.extend(["\n", &words.text_with("sealed-rules-check", &crate::args! { "check" => key_check(&key) }), "\n"]);
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn the_sheet_names_every_column_and_its_examples_are_what_the_program_makes() {
        for language in [Language::Fr, Language::En] {
            let sheet = rules(&Words::new(language));
            assert!(SealedKind::ALL.iter().all(|kind| sheet.contains(kind.column())), "{sheet}");
            let key = SealKey::from_file(EXAMPLE_KEY.as_bytes()).unwrap();
            // The same number in two ways of writing gives one hash, and both are there.
            assert_eq!(sheet.matches(&seal(SealedKind::Phone, "+33639980012", &key)).count(), 2);
            assert!(sheet.contains(&seal(SealedKind::Email, "anna@exemple.test", &key)) && sheet.contains(&key_check(&key)));
            assert!(!sheet.contains('‹'), "every text is there");
        }
    }
}
