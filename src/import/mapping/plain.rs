//! Column names and set words in one plain form, and the nearest of several.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, words parted by single spaces: « N° d'Adhérent » → `n d adherent`, `dateAdhesion` → `date adhesion`.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut was_small = false;
    for character in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        if character.is_alphanumeric() {
            // A letter that has no small form (🅐) is no capital that begins a word.
            if was_small && character.is_uppercase() && !character.to_lowercase().eq([character]) {
                words.push(' ');
            }
            was_small = character.is_lowercase();
            words.extend(character.to_lowercase());
        } else {
            was_small = false;
            if !words.ends_with(' ') {
                words.push(' ');
            }
        }
    }
    words.trim().to_owned()
}

/// The candidate that looks most like `text`, if one does; the first of equals.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(text);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::jaro_winkler(&wanted, &plain(candidate));
        if likeness >= 0.75 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_columns_come_in_one_form() {
        assert_eq!(plain(" N°\u{A0}d’Adhérent "), "n d adherent");
        assert_eq!(plain("dateAdhesion"), "date adhesion");
        assert_eq!(plain("E-MAIL"), "e mail");
        assert_eq!(plain("first_name"), "first name");
        assert_eq!(plain("ID"), "id");
    }

    #[test]
    fn the_nearest_name_is_found_across_case_accents_and_slips() {
        assert_eq!(nearest("couriel", ["Nom", "Courriel", "Ville"]), Some("Courriel"));
        assert_eq!(nearest("emial", ["name", "email", "city"]), Some("email"));
        assert_eq!(nearest("zzz", ["name", "email"]), None);
    }

    proptest! {
        #[test]
        fn the_plain_form_of_a_plain_form_is_itself(text in "\\PC{0,40}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once.clone());
        }
    }
}
