//! Whether two ways of writing a value mean the same.

use crate::model::{Field, UncertainDay};
use crate::normalise;

/// Whether two cells of a field have the same canonical form. A text that has none is compared without capitals, accents, hyphens and blanks.
pub(in crate::link) fn means_the_same(field: Option<Field>, one: &str, other: &str) -> bool {
    let read = |text: &str| field.and_then(|field| canonical(field, text));
    match (read(one), read(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => normalise::fold(one) == normalise::fold(other),
        _ => false,
    }
}

/// The canonical form of a value, as a text that is only compared.
fn canonical(field: Field, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let place = |postcode: &str, city: &str| normalise::address("", "", "", postcode, city);
    match field {
        // The tag behind the + is kept out of the key, yet it is another address in the file.
        Field::Email => normalise::email(text).map(|email| format!("{} {}", email.key, email.tag.unwrap_or_default())),
        Field::Phone => normalise::phone(text),
        Field::Identifier | Field::RecordId => normalise::identifier(text),
        Field::Name | Field::RenderedName | Field::Person => normalise::name("", text)
            .map(|name| format!("{} / {} / {}", name.first.join(" "), name.last.join(" "), name.civility.unwrap_or_default())),
        Field::FirstName | Field::LastName => Some(normalise::words(text).join(" ")).filter(|words| !words.is_empty()),
        // A civility is one in front of a name only.
        Field::Civility => normalise::name("", &format!("{text} Nom")).and_then(|name| name.civility),
        Field::StreetNumber => normalise::address(text, "rue", "", "", "").map(|address| address.number),
        Field::Street => normalise::address("", text, "", "", "").map(|a| format!("{} {} {} {} {}", a.number, a.street, a.extra, a.postcode, a.city)),
        Field::AddressExtra => normalise::address("", "", text, "", "").map(|address| address.extra),
        Field::Postcode => place(text, "").map(|address| address.postcode),
        Field::City => place("", text).map(|address| format!("{} {}", address.postcode, address.city)),
        Field::BirthDate | Field::Joined | Field::Left => {
            text.parse::<UncertainDay>().ok().map(|day| format!("{:?} {:?} {} {}", day.earliest, day.latest, day.approximate, day.doubtful))
        }
        _ => None,
    }
    .filter(|canonical| !canonical.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_a_value_mean_the_same_and_other_values_do_not() {
        for (field, one, other) in [
            (Field::Email, "Ana@Poste.test", "ana@poste.test "),
            (Field::Phone, "06 39 98 00 12", "+33639980012"),
            (Field::LastName, "DUPONT", "Dupont"),
            (Field::FirstName, "Jean-Loup", "jean loup"),
            (Field::Name, "DUPONT Jean", "Jean Dupont"),
            (Field::Civility, "Madame", "Mme"),
            (Field::Street, "12 av. des Tilleuls", "12, avenue des Tilleuls"),
            (Field::City, "VALMONT CEDEX", "Valmont"),
            (Field::BirthDate, "01/02/1970", "1970-02-01"),
            (Field::Joined, "mai 2010", "2010-05"),
        ] {
            assert!(means_the_same(Some(field), one, other), "{field:?} {one:?} {other:?}");
        }
        for (field, one, other) in [
            (Field::Email, "ana+x@poste.test", "ana@poste.test"),
            (Field::Email, "ana@poste.test", ""),
            (Field::Phone, "06 39 98 00 12", "06 39 98 00 13"),
            (Field::Street, "12 rue des Tilleuls", "14 rue des Tilleuls"),
            (Field::Civility, "M.", "Mme"),
            (Field::BirthDate, "01/02/1970", "02/01/1970"),
            (Field::RecordId, "00123", "123"),
        ] {
            assert!(!means_the_same(Some(field), one, other), "{field:?} {one:?} {other:?}");
        }
        assert!(means_the_same(None, "Élu", "ELU"));
        assert!(!means_the_same(None, "oui", "non"));
    }
}
