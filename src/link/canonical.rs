//! From what a row says about a person to its [`Record`]. The canonical forms themselves are [`crate::normalise`]'s.
//!
//! Names, streets and towns come again and again in a table, so their canonical forms are remembered, one memory per thread. A memory only saves time:
//! forgetting it changes nothing.

use super::columns::{Particulars, Record, Text};
use super::words::{Coded, Interner, Memory};
use crate::model::UncertainDay;
use crate::normalise;
use std::cell::RefCell;

/// The record of a person; texts are put into `words`.
pub(super) fn record(person: &Particulars<'_>, words: &mut Interner) -> Record {
    FORMS.with_borrow_mut(|forms| {
        let mut record = Record::default();
        let mut set = |text: Text, code: u32| record.words[text as usize] = code;
        let (first, last, spoken) = forms.name(person, words);
        set(Text::Last, last);
        set(Text::First, first);
        if let Some(email) = normalise::email(person.email)
            && let Some((local, domain)) = email.key.rsplit_once('@')
        {
            set(Text::Local, words.unshared(local));
            set(Text::Domain, words.code(domain));
        }
        let [number, street, postcode, city] = forms.address(person, words);
        set(Text::Number, number);
        set(Text::Street, street);
        set(Text::Postcode, postcode);
        set(Text::City, city);
        if let Some(identifier) = normalise::identifier(person.identifier) {
            set(Text::Identifier, words.unshared(&identifier));
        }
        record.phone = normalise::phone(person.phone).and_then(|phone| phone.trim_start_matches('+').parse().ok()).unwrap_or(0);
        record.birth = birth(&person.dates.day_first(person.birth_date));
        record.civility = if spoken == 0 { forms.civility(person.civility) } else { spoken };
        record
    })
}

thread_local! {
    static FORMS: RefCell<Forms> = RefCell::default();
}

/// Canonical forms already computed, by what was written.
#[derive(Default)]
struct Forms {
    lasts: Memory<(Coded, u8)>,
    firsts: Memory<(Coded, u8)>,
    wholes: Memory<(Coded, Coded, u8)>,
    /// Street without its house number → canonical street; `None` if the two cannot be read apart.
    streets: Memory<Option<Coded>>,
    /// Postcode and town as written, with a mark between.
    places: Memory<(Coded, Coded)>,
    place: String,
    civilities: Memory<u8>,
    /// The last address read whole, and the last house number.
    whole: normalise::PostalAddress,
    number: String,
}

impl Forms {
    /// Codes of first names and last names, and the civility written with them.
    fn name(&mut self, person: &Particulars<'_>, words: &mut Interner) -> (u32, u32, u8) {
        let [name, first, last] = [person.name, person.first_name, person.last_name].map(str::trim);
        // A column of last names alone holds last names; a whole name is read only where there are no parts.
        if last.is_empty() && !name.is_empty() {
            let (first, last, civility) = self.wholes.of(name, |written| {
                let (first, last, civility) = parts(normalise::name("", written));
                (first.into(), last.into(), civility)
            });
            return (first.code(words), last.code(words), *civility);
        }
        // With a companion, so that neither is taken for a whole name.
        let (last, in_last) = self.lasts.of(last, |written| {
            let (_, last, civility) = parts(normalise::name("x", written));
            (last.into(), civility)
        });
        let (first, in_first) = self.firsts.of(first, |written| {
            let (first, _, civility) = parts(normalise::name(written, "x"));
            (first.into(), civility)
        });
        (first.code(words), last.code(words), (*in_first).max(*in_last))
    }

    /// Codes of house number, street, postcode and town.
    fn address(&mut self, person: &Particulars<'_>, words: &mut Interner) -> [u32; 4] {
        let street = person.street.trim();
        let has_place = !(person.postcode.trim().is_empty() && person.city.trim().is_empty());
        let split = if person.street_number.trim().is_empty() { split_number(street) } else { Some(("", "", street)) };
        if has_place
            && let Some((digits, index, rest)) = split
            && let Some(read) = self.streets.of(rest, |rest| street_alone(rest).map(Coded::from))
        {
            self.number.clear();
            if digits.is_empty() {
                self.number.push_str(&house_number(person.street_number));
            } else {
                self.number.push_str(digits);
                self.number.extend(index.chars().map(|c| c.to_ascii_lowercase()));
            }
            self.place.clear();
            self.place.extend([person.postcode, "\u{1f}", person.city]);
            let (postcode, city) = self.places.of(&self.place, |_| {
                let read = normalise::address("", "", "", person.postcode, person.city).unwrap_or_default();
                (read.postcode.into(), read.city.into())
            });
            return [words.code(&self.number), read.code(words), postcode.code(words), city.code(words)];
        }
        self.whole = normalise::address(person.street_number, person.street, person.address_extra, person.postcode, person.city).unwrap_or_default();
        // A building without a street is what there is to compare.
        let street = if self.whole.street.is_empty() { &self.whole.extra } else { &self.whole.street };
        [&self.whole.number, street, &self.whole.postcode, &self.whole.city].map(|text| words.code(text))
    }

    fn civility(&mut self, written: &str) -> u8 {
        *self.civilities.of(written.trim(), |written| match normalise::fold(written).trim_end_matches('.') {
            "m" | "mr" | "monsieur" | "mister" | "h" | "homme" | "masculin" | "male" => 1,
            "mme" | "mlle" | "melle" | "madame" | "mademoiselle" | "mrs" | "ms" | "miss" | "f" | "femme" | "feminin" | "female" => 2,
            _ => 0,
        })
    }
}

fn parts(name: Option<normalise::PersonName>) -> (String, String, u8) {
    let name = name.unwrap_or_default();
    let civility = match name.civility.as_deref() {
        Some("m") => 1,
        Some("mme" | "mlle") => 2,
        _ => 0,
    };
    (name.first.join("-"), name.last.join("-"), civility)
}

/// Cuts « 12 bis rue des Tilleuls » into `12`, `bis` and the rest; `None` if it is not as plain as that.
fn split_number(street: &str) -> Option<(&str, &str, &str)> {
    let digits = street.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 || street.starts_with('0') {
        return None;
    }
    let (number, rest) = street.split_at(digits);
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let rest = rest.strip_prefix(' ')?.trim_start();
    let word = rest.split([' ', ',']).next().unwrap_or_default();
    let is_index = ["bis", "ter", "quater"].iter().any(|index| word.eq_ignore_ascii_case(index));
    let (index, rest) = if is_index { (word, rest[word.len()..].trim_start_matches([' ', ','])) } else { ("", rest) };
    let first = rest.split(' ').next().unwrap_or_default();
    // One letter may be an index (12 B) or the kind of street (12 r).
    let is_plain = rest.starts_with(char::is_alphabetic) && (first.chars().count() > 1 || first.eq_ignore_ascii_case("r"));
    is_plain.then_some((number, index, rest))
}

/// The canonical street, if it reads the same whatever the house number.
fn street_alone(rest: &str) -> Option<String> {
    let read = normalise::address("", &format!("1 {rest}"), "", "00000", "x")?;
    let is_apart = read.number == "1" && !read.street.is_empty() && !rest.contains(['\n', '\r', ';', '|']);
    is_apart.then_some(read.street)
}

fn house_number(written: &str) -> String {
    normalise::address(written, "x", "", "00000", "x").map(|read| read.number).unwrap_or_default()
}

/// Digits yyyymmdd; 0 if it is no date. A day that does not exist is kept as written: a slip of the pen can still be compared.
fn birth(written: &str) -> u32 {
    let written = written.trim();
    let bytes = written.as_bytes();
    let number = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0_u32, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0')))
    };
    let date = |year: Option<u32>, month: Option<u32>, day: Option<u32>| Some(year? * 10_000 + month? * 100 + day?).filter(|date| *date > 0);
    let read = match bytes {
        [] => return 0,
        [.., _, _, _, _] if bytes.len() == 8 => date(number(0, 4), number(4, 6), number(6, 8)),
        [_, _, b'/' | b'.' | b'-', _, _, b'/' | b'.' | b'-', _, _, _, _] => date(number(6, 10), number(3, 5), number(0, 2)),
        [_, _, _, _, b'-' | b'/', _, _, b'-' | b'/', _, _] => date(number(0, 4), number(5, 7), number(8, 10)),
        _ => None,
    };
    read.unwrap_or_else(|| uncertain(written))
}

fn uncertain(written: &str) -> u32 {
    let Ok(day) = written.parse::<UncertainDay>() else { return 0 };
    let (Some(from), Some(to)) = (day.earliest, day.latest) else { return 0 };
    let same = |is: bool, part: i8| if is { u32::from(part.unsigned_abs()) } else { 0 };
    if from.year() != to.year() || from.year() < 1 {
        return 0;
    }
    let is_month = from.month() == to.month();
    u32::from(from.year().unsigned_abs()) * 10_000 + same(is_month, from.month()) * 100 + same(is_month && from.day() == to.day(), from.day())
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Builder, Columns};
    use super::*;
    use crate::model::DateOrder;
    use proptest::prelude::*;

    fn columns(people: &[Particulars<'_>]) -> Columns {
        let mut builder = Builder::default();
        for (row, person) in people.iter().enumerate() {
            builder.push(row as u32, person);
        }
        builder.finish()
    }

    fn texts(person: &Particulars<'_>) -> Vec<String> {
        let columns = columns(&[*person]);
        Text::ALL.iter().map(|(text, _)| columns.text(&columns.records[0], *text).to_owned()).collect()
    }

    #[test]
    fn a_row_is_read_into_its_canonical_parts() {
        let person = Particulars {
            civility: "Mme",
            last_name: "LEFÈVRE-MARTIN",
            first_name: "Élodie",
            email: "Elodie+x@Exemple.TEST",
            phone: "06 39 98 00 12",
            street: "12 bis av. du Gal Leclerc",
            postcode: "35000",
            city: "VALMONT CEDEX 7",
            birth_date: "03/09/1970",
            identifier: "00-12",
            ..Particulars::default()
        };
        let wanted = ["lefevre-martin", "elodie", "elodie", "exemple.test", "12bis", "avenue du general leclerc", "35000", "valmont", "0012"];
        assert_eq!(texts(&person), wanted);
        let record = columns(&[person]).records[0];
        assert_eq!((record.phone, record.birth, record.civility), (33_639_980_012, 19_700_903, 2));
    }

    #[test]
    fn what_is_not_given_is_code_zero() {
        assert_eq!(columns(&[Particulars::default()]).records[0], Record::default());
    }

    #[test]
    fn a_date_is_kept_as_far_as_it_says() {
        for (written, digits) in [
            ("1970-09-03", 19_700_903),
            ("19700903", 19_700_903),
            ("03.09.1970", 19_700_903),
            ("1970", 19_700_000),
            ("1970-09", 19_700_900),
            ("31/02/1970", 19_700_231),
            ("", 0),
            ("néant", 0),
            ("1970/1980", 0),
        ] {
            assert_eq!(birth(written), digits, "{written}");
        }
    }

    proptest! {
        #[test]
        fn reading_with_a_memory_is_reading_without(number in "[0-9]{0,3}( bis| B| ter)?", kind in "rue|r|av\\.|Bd|place|mai|C", name in "[A-Zdé' ]{0,9}", town in "\\PC{0,8}|Valmont") {
            let street = format!("{number} {kind} {name}");
            let person = Particulars { street: &street, postcode: "35000", city: &town, ..Particulars::default() };
            let read = normalise::address("", &street, "", "35000", &town).unwrap_or_default();
            let street = if read.street.is_empty() { read.extra } else { read.street };
            prop_assert_eq!(&texts(&person)[4..8], &[read.number, street, read.postcode, read.city]);
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,20}|.{0,20}|[А-я]{0,8}|[ا-ي]{0,8}|[A-Z]?") {
            let person = Particulars {
                name: &text, first_name: &text, last_name: &text, civility: &text, email: &text, phone: &text, street_number: &text, street: &text,
                address_extra: &text, postcode: &text, city: &text, birth_date: &text, identifier: &text, dates: DateOrder::MonthFirst,
            };
            prop_assert_eq!(texts(&person).len(), Text::COUNT);
            let whole = Particulars { name: &text, street: &text, ..Particulars::default() };
            prop_assert_eq!(texts(&whole).len(), Text::COUNT);
        }
    }
}
