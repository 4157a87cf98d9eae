//! French postal addresses. Not for checking that an address exists, and not for other countries' forms, which only get folded.

mod lexicon;
mod place;
mod street;

use super::words;

/// A canonical postal address; parts that are missing are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PostalAddress {
    /// House number with its index: `12bis`, `4`, `4-6`.
    pub number: String,
    /// Street type written out and street name, folded: `avenue du general leclerc`.
    pub street: String,
    /// Building, stairs, floor, flat, post box: folded, written out.
    pub extra: String,
    /// Five digits for France.
    pub postcode: String,
    /// Town, folded, CEDEX taken off, `st` written `saint`.
    pub city: String,
    /// CEDEX number, if any (`cedex 07` → `7`; bare `cedex` → `0`).
    pub cedex: Option<u8>,
}

/// Reads an address from its parts; `number` may be empty with the number in `street`, and `city` may hold « 35000 VALMONT CEDEX ».
///
/// `street` may be the whole address, in lines or with commas. Abbreviations come from `assets/data/street-types.tsv`. A postcode of four digits gets
/// back the zero a spreadsheet dropped. Arrondissement and country are left off the town, the postcode says them. The parts read as the same address
/// again, but for the CEDEX, which has been taken out of them. `None` if there is neither street nor place.
pub fn address(number: &str, street: &str, extra: &str, postcode: &str, city: &str) -> Option<PostalAddress> {
    let mut place = place::place(postcode, city);
    let mut lines = street::lines(street);
    if place.postcode.is_empty()
        && place.city.is_empty()
        && let Some((postcode, city)) = street::take_place(&mut lines)
    {
        place = place::place(&postcode, &city);
    }
    let house = street::house(number, lines, words(extra));
    let extra = lexicon::EXTRAS.written_out(&house.extra);
    let address = PostalAddress {
        number: house.number,
        street: house.street.join(" "),
        extra: extra.join(" "),
        postcode: place.postcode,
        city: place.city,
        cedex: place.cedex,
    };
    let is_empty = address.street.is_empty() && address.extra.is_empty() && address.postcode.is_empty() && address.city.is_empty();
    (!is_empty).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(text: &str) -> String {
        let PostalAddress { number, street, extra, postcode, city, cedex } = address("", text, "", "", "").unwrap();
        let cedex = cedex.map(|cedex| format!(" cedex {cedex}")).unwrap_or_default();
        [number, street, extra, format!("{postcode} {city}{cedex}").trim().to_owned()].join(" | ")
    }

    #[test]
    fn abbreviations_and_punctuation_do_not_matter() {
        for street in
            ["12 bis av. du Gal Leclerc", "12bis, AVENUE DU GÉNÉRAL LECLERC", "n° 12 bis avenue du Général-Leclerc", "12 BIS AVE DU GAL. LECLERC"]
        {
            let read = address("", street, "", "35000", "Valmont").unwrap();
            assert_eq!((read.number.as_str(), read.street.as_str()), ("12bis", "avenue du general leclerc"), "{street}");
        }
        for (written, full) in [
            ("4 bd St-Michel", "boulevard saint michel"),
            ("4 pl. de la Rép.", "place de la republique"),
            ("4 r du Dr Martin", "rue du docteur martin"),
            ("4 che des Prés", "chemin des pres"),
            ("4 imp. Ste Anne", "impasse sainte anne"),
            ("4 rte de la Mer", "route de la mer"),
            ("4 fg N.D.", "faubourg notre dame"),
            ("4 lot. Les Pins", "lotissement les pins"),
            ("4 rd-pt des Tilleuls", "rond point des tilleuls"),
            ("4 rés. Les Lilas", "residence les lilas"),
        ] {
            let read = address("", written, "", "", "Valmont").unwrap();
            assert_eq!((read.number.as_str(), read.street.as_str()), ("4", full), "{written}");
        }
    }

    #[test]
    fn a_whole_address_is_taken_apart() {
        assert_eq!(
            line("Rés. Les Lilas, Bât. B, Esc. 2\n12 bis rue des Tilleuls\n35007 VALMONT CEDEX 07"),
            "12bis | rue des tilleuls | residence les lilas batiment b escalier 2 | 35007 valmont cedex 7"
        );
        assert_eq!(
            line("12 rue des Tilleuls Bât B apt 12 35000 St-Valmont"),
            "12 | rue des tilleuls | batiment b appartement 12 | 35000 saint valmont"
        );
        assert_eq!(line("Résidence Les Lilas 12 rue des Tilleuls 2e étage"), "12 | rue des tilleuls | residence les lilas 2e etage | ");
        assert_eq!(line("12, rue des Tilleuls BP 123, 35000 Valmont"), "12 | rue des tilleuls | boite postale 123 | 35000 valmont");
        assert_eq!(line("Lieu-dit Le Moulin, 35000 Valmont"), " | lieu dit le moulin |  | 35000 valmont");
        assert_eq!(line("B.P. 12, 35000 Valmont cedex"), " |  | boite postale 12 | 35000 valmont cedex 0");
        assert_eq!(line("12 rue de la Porte Verte"), "12 | rue de la porte verte |  | ");
        assert_eq!(line("8 mai 1945"), " | 8 mai 1945 |  | ");
        assert_eq!(line("4-6 rue du 8 Mai"), "4-6 | rue du 8 mai |  | ");
        assert_eq!(line("12 A rue du 8 Mai"), "12a | rue du 8 mai |  | ");
    }

    #[test]
    fn parts_in_their_own_columns_read_alike() {
        let whole = address("", "12 bis rue des Tilleuls", "", "", "35000 VALMONT").unwrap();
        for number in ["12bis", "12 BIS", "12-bis", "n°12 bis"] {
            assert_eq!(address(number, "R. des Tilleuls", "", "35000", "Valmont"), Some(whole.clone()), "{number}");
        }
        assert_eq!(address("12", "12 rue des Tilleuls", "", "", "").unwrap().street, "rue des tilleuls");
        assert_eq!(address("12", "Résidence Les Lilas", "", "", "").unwrap().street, "residence les lilas");
    }

    #[test]
    fn postcode_and_town_are_told_apart() {
        let place = |postcode: &str, city: &str| {
            let read = address("", "", "", postcode, city).unwrap();
            (read.postcode, read.city, read.cedex)
        };
        let wanted = |postcode: &str, city: &str, cedex| (postcode.to_owned(), city.to_owned(), cedex);
        assert_eq!(place("1000", "BOURG-ST-JEAN"), wanted("01000", "bourg saint jean", None));
        assert_eq!(place("F-35000", "Valmont Cedex 7"), wanted("35000", "valmont", Some(7)));
        assert_eq!(place("", "35 000 VALMONT CEDEX"), wanted("35000", "valmont", Some(0)));
        assert_eq!(place("", "Valmont (35000)"), wanted("35000", "valmont", None));
        assert_eq!(place("75012", "Paris 12e"), wanted("75012", "paris", None));
        assert_eq!(place("35000", "Valmont, FRANCE"), wanted("35000", "valmont", None));
        assert_eq!(place("95000", "Valmont-en-France"), wanted("95000", "valmont en france", None));
        assert_eq!(place("35000", "Valmont s/ Vire"), wanted("35000", "valmont sur vire", None));
        assert_eq!(address("", " ", "", "-", ""), None);
        assert_eq!(address("12", "", "", "", ""), None);
    }

    fn texts() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "12", "4", "8", "bis", "b", "rue", "r", "av.", "res", "bat", "apt", "de", "la", "St", "Gal", "mai", "1945", "35000", "valmont", "cedex",
            "7", "bp", "n°", "r d", "c", "b p", "etage", "2e", "za", "pte", "gd", "france", ",", "\n", "-", "🦀", "Ж", "0", "lieu-dit", "f",
        ]);
        prop_oneof![
            "\\PC{0,20}",
            ".{0,20}",
            prop::collection::vec(word.clone(), 0..9).prop_map(|words| words.join(" ")),
            prop::collection::vec(word, 0..4).prop_map(|words| words.concat())
        ]
    }

    proptest! {
        #[test]
        fn the_parts_read_as_the_same_address_again(number in "[0-9]{0,3} ?(bis|b|A)?|\\PC{0,4}", street in texts(), extra in texts(), postcode in "[0-9]{0,6}|\\PC{0,6}", city in texts()) {
            for (number, postcode, city) in [(number.as_str(), postcode.as_str(), city.as_str()), ("", "", ""), ("", "", city.as_str())] {
                if let Some(once) = address(number, &street, &extra, postcode, city) {
                    let again = address(&once.number, &once.street, &once.extra, &once.postcode, &once.city);
                    prop_assert_eq!(again, Some(PostalAddress { cedex: None, ..once }));
                }
            }
        }
    }
}
