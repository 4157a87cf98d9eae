//! What a merge field holds, judged from its values: by what is known of the recipients, by how they look, by the words before them.

use super::placeholders;
use super::{Basis, Copy, FieldKind, MergeField};
use crate::model::{Identity, UncertainDay};
use crate::normalise::{self, fold};
use std::collections::BTreeSet;

/// Share of values that must be the recipient's own.
const OWN: f64 = 0.6;
/// Share of values that must look alike.
const MOST: f64 = 0.9;
/// Share of identifiers that must be different: a number everybody has is no number of one person.
const DISTINCT: f64 = 0.8;
/// Words a value is cut into at most when it is no field as a whole.
const WORDS: usize = 4;

const CIVILITIES: [&str; 20] = [
    "m",
    "m.",
    "mr",
    "mr.",
    "monsieur",
    "mme",
    "madame",
    "mlle",
    "mademoiselle",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "dr",
    "dr.",
    "docteur",
    "me",
    "maitre",
    "pr",
];
/// Words that only tell woman from man: the list told them apart too.
const GENDERED: [&str; 12] =
    ["cher", "chere", "adherent", "adherente", "habitant", "habitante", "citoyen", "citoyenne", "ami", "amie", "inscrit", "inscrite"];
const GREETINGS: [&str; 8] = ["cher", "chere", "bonjour", "bonsoir", "salut", "hello", "dear", "hi"];
const PLACES: [&str; 10] = ["a", "de", "d", "in", "of", "ville", "commune", "habitants", "habitant", "pour"];
const NUMBERED: [&str; 12] =
    ["n", "no", "numero", "number", "adherent", "matricule", "reference", "ref", "client", "identifiant", "locataire", "membre"];

/// The kinds that are tried against what is known of a recipient, the more telling first.
const OWN_KINDS: [FieldKind; 11] = [
    FieldKind::Email,
    FieldKind::Phone,
    FieldKind::Identifier,
    FieldKind::FullName,
    FieldKind::LastName,
    FieldKind::FirstName,
    FieldKind::Date,
    FieldKind::Street,
    FieldKind::Postcode,
    FieldKind::Town,
    FieldKind::Civility,
];

/// A place where copies differ.
pub struct Slot<'t> {
    /// The last two tokens before it in the template.
    pub preceding: &'t str,
    /// Copy and value.
    pub values: Vec<(usize, String)>,
}

/// A slot read: one field, or several with the text between them.
pub enum Guessed {
    Field(MergeField),
    Between(String),
}

/// Reads a slot. One that is nothing as a whole is cut into words where every part, or the first, is something.
pub fn guess(slot: Slot<'_>, copies: &[Copy<'_>]) -> Vec<Guessed> {
    let whole = kind(&slot, copies);
    if whole.0 != FieldKind::Unknown {
        return vec![Guessed::Field(field(slot.values, whole))];
    }
    by_civility(&slot, copies).or_else(|| by_words(&slot, copies)).unwrap_or_else(|| vec![Guessed::Field(field(slot.values, whole))])
}

/// « Madame Durand » where others have « Monsieur Le Goff »: a civility and a name.
fn by_civility(slot: &Slot<'_>, copies: &[Copy<'_>]) -> Option<Vec<Guessed>> {
    let filled: Vec<&str> = filled(&slot.values).collect();
    let split = |value: &str| -> (String, String) {
        let (first, rest) = value.split_once(char::is_whitespace).unwrap_or((value, ""));
        if CIVILITIES.contains(&fold(first).as_str()) { (first.to_owned(), rest.trim_start().to_owned()) } else { (String::new(), value.to_owned()) }
    };
    let with = filled.iter().filter(|value| !split(value).0.is_empty()).count();
    if filled.is_empty() || (with as f64) < OWN * filled.len() as f64 || !filled.iter().any(|value| !split(value).1.is_empty()) {
        return None;
    }
    let parts: Vec<(usize, (String, String))> = slot.values.iter().map(|(copy, value)| (*copy, split(value))).collect();
    let titles: Vec<(usize, String)> = parts.iter().map(|(copy, (title, _))| (*copy, title.clone())).collect();
    let rest = Slot { preceding: "Madame", values: parts.into_iter().map(|(copy, (_, rest))| (copy, rest)).collect() };
    let mut pieces = Vec::new();
    let distinct: BTreeSet<String> = filled_set(&titles);
    if distinct.len() == 1 && titles.iter().all(|(_, title)| !title.is_empty()) {
        pieces.push(Guessed::Between(titles.first().map(|(_, title)| title.clone()).unwrap_or_default()));
    } else {
        pieces.push(Guessed::Field(field(titles, (FieldKind::Civility, Basis::Values))));
    }
    pieces.push(Guessed::Between(" ".to_owned()));
    pieces.extend(guess(rest, copies));
    Some(pieces)
}

/// Values of the same number of words, where at least one word is a field of its own.
fn by_words(slot: &Slot<'_>, copies: &[Copy<'_>]) -> Option<Vec<Guessed>> {
    let count = filled(&slot.values).next()?.split_whitespace().count();
    if !(2..=WORDS).contains(&count) || filled(&slot.values).any(|value| value.split_whitespace().count() != count) {
        return None;
    }
    let column = |at: usize| -> Vec<(usize, String)> {
        let word = |value: &str| value.split_whitespace().nth(at).unwrap_or_default().to_owned();
        slot.values.iter().map(|(copy, value)| (*copy, word(value))).collect()
    };
    let mut preceding = slot.preceding.to_owned();
    let mut pieces = Vec::new();
    let mut is_known = false;
    for at in 0..count {
        let values = column(at);
        if at > 0 {
            pieces.push(Guessed::Between(" ".to_owned()));
        }
        let distinct = filled_set(&values);
        if distinct.len() == 1 && values.iter().all(|(_, value)| !value.is_empty()) {
            preceding.clone_from(&values[0].1);
            pieces.push(Guessed::Between(preceding.clone()));
            continue;
        }
        let part = Slot { preceding: &preceding, values };
        let found = kind(&part, copies);
        is_known |=
            matches!(found.1, Basis::Recipients { .. }) || matches!(found.0, FieldKind::Postcode | FieldKind::Civility | FieldKind::Identifier);
        pieces.push(Guessed::Field(field(part.values, found)));
        preceding.clear();
    }
    is_known.then_some(pieces)
}

fn field(values: Vec<(usize, String)>, (kind, basis): (FieldKind, Basis)) -> MergeField {
    let empty = values.iter().filter(|(_, value)| value.is_empty()).map(|(copy, _)| *copy).collect();
    MergeField { kind, basis, distinct: filled_set(&values).len(), empty, values }
}

/// Values that hold something; a blank left unfilled is nothing.
fn filled(values: &[(usize, String)]) -> impl Iterator<Item = &str> {
    values.iter().map(|(_, value)| value.as_str()).filter(|value| !value.is_empty() && placeholders::find(value).is_empty())
}

fn filled_set(values: &[(usize, String)]) -> BTreeSet<String> {
    filled(values).map(fold).collect()
}

/// What a slot holds as a whole.
fn kind(slot: &Slot<'_>, copies: &[Copy<'_>]) -> (FieldKind, Basis) {
    for kind in OWN_KINDS {
        if let Some(basis) = own(slot, copies, kind) {
            return (kind, basis);
        }
    }
    let values: Vec<&str> = filled(&slot.values).collect();
    if let Some(kind) = by_look(&values) {
        return (kind, Basis::Values);
    }
    if let Some(kind) = by_place(slot.preceding, &values) {
        return (kind, Basis::Place);
    }
    let blanks = slot.values.iter().flat_map(|(_, value)| placeholders::find(value)).map(|blank| blank.kind);
    match blanks.filter(|kind| *kind != FieldKind::Unknown).min() {
        Some(kind) => (kind, Basis::Blank),
        None => (FieldKind::Unknown, Basis::None),
    }
}

/// Whether the values are what is known of the recipients.
fn own(slot: &Slot<'_>, copies: &[Copy<'_>], kind: FieldKind) -> Option<Basis> {
    let (mut equal, mut of) = (0, 0);
    let mut distinct = BTreeSet::new();
    for (copy, value) in slot.values.iter().filter(|(_, value)| !value.is_empty()) {
        let Some(known) = copies.get(*copy).and_then(|copy| known(copy.recipient?, kind)) else { continue };
        of += 1;
        if canonical(value, kind).is_some_and(|value| value == known) {
            equal += 1;
            distinct.insert(known);
        }
    }
    // Two people of one town prove nothing about the town; two towns do.
    let is_telling = distinct.len() >= 2 || (slot.values.len() == 1 && equal == 1);
    (is_telling && equal as f64 >= OWN * of as f64).then_some(Basis::Recipients { equal, of })
}

/// What is known of a recipient, in the form values are compared in.
fn known(identity: &Identity, kind: FieldKind) -> Option<String> {
    let name = || {
        if identity.last_name.trim().is_empty() {
            normalise::name("", &identity.name)
        } else {
            normalise::name(&identity.first_name, &identity.last_name)
        }
    };
    let words = |words: Vec<String>| (!words.is_empty()).then(|| words.join(" "));
    match kind {
        FieldKind::Civility => canonical(&identity.civility, kind).or_else(|| name()?.civility),
        FieldKind::FirstName => words(name()?.first).or_else(|| canonical(&identity.first_name, kind)),
        FieldKind::LastName => words(name()?.last),
        FieldKind::FullName => {
            let name = name()?;
            if name.first.is_empty() || name.last.is_empty() {
                return None;
            }
            let mut all: Vec<String> = name.first.into_iter().chain(name.last).collect();
            all.sort();
            words(all)
        }
        FieldKind::Town => canonical(&identity.city, kind),
        FieldKind::Postcode => canonical(&identity.postcode, kind),
        FieldKind::Street => {
            canonical(&format!("{} {}", identity.street_number, identity.street), kind).filter(|_| !identity.street.trim().is_empty())
        }
        FieldKind::Identifier => canonical(&identity.identifier, kind),
        FieldKind::Email => canonical(&identity.email, kind),
        FieldKind::Phone => canonical(&identity.phone, kind),
        FieldKind::Date => canonical(&identity.birth_date, kind),
        FieldKind::Link | FieldKind::Unknown => None,
    }
}

/// A value in the form it is compared in.
fn canonical(value: &str, kind: FieldKind) -> Option<String> {
    let folded = || Some(normalise::words(value).join(" ")).filter(|text| !text.is_empty());
    match kind {
        FieldKind::Email => normalise::email(value).map(|email| email.key),
        FieldKind::Phone => normalise::phone(value),
        FieldKind::Identifier => normalise::identifier(value),
        FieldKind::Date => Some(value.parse::<UncertainDay>().ok()?.day()?.to_string()),
        FieldKind::Civility => {
            let word = folded()?;
            Some(match word.as_str() {
                "m" | "mr" | "monsieur" | "mister" => "m".to_owned(),
                "mme" | "madame" | "mrs" | "ms" => "mme".to_owned(),
                "mlle" | "mademoiselle" | "miss" => "mlle".to_owned(),
                _ => word,
            })
        }
        FieldKind::FullName => {
            let mut words: Vec<String> = normalise::words(value);
            if words.len() < 2 {
                return None;
            }
            words.sort();
            Some(words.join(" "))
        }
        _ => folded(),
    }
}

fn by_look(values: &[&str]) -> Option<FieldKind> {
    let most =
        |test: &dyn Fn(&str) -> bool| !values.is_empty() && values.iter().filter(|value| test(value)).count() as f64 >= MOST * values.len() as f64;
    let has_digit = |value: &str| value.chars().any(|c| c.is_ascii_digit());
    let digits = |value: &str| value.chars().filter(char::is_ascii_digit).count();
    let distinct = values.iter().map(|value| fold(value)).collect::<BTreeSet<_>>().len() as f64;
    if most(&|value| value.contains('@') && normalise::email(value).is_some()) {
        Some(FieldKind::Email)
    } else if most(&|value| {
        value.contains("://") || value.starts_with("www.") || (value.contains('/') && crate::campaign::features::is_address(value))
    }) {
        Some(FieldKind::Link)
    } else if most(&|value| CIVILITIES.contains(&fold(value).as_str()) || GENDERED.contains(&fold(value).as_str())) {
        Some(FieldKind::Civility)
    } else if most(&|value| (value.starts_with('0') || value.starts_with('+')) && digits(value) >= 9 && normalise::phone(value).is_some()) {
        Some(FieldKind::Phone)
    } else if most(&|value| has_digit(value) && value.chars().any(|c| !c.is_ascii_digit()) && is_date(value)) {
        Some(FieldKind::Date)
    } else if most(&|value| value.len() == 5 && value.bytes().all(|byte| byte.is_ascii_digit())) && distinct < DISTINCT * values.len() as f64 {
        Some(FieldKind::Postcode)
    } else if most(&|value| digits(value) >= 2 && value.chars().count() >= 3 && !value.contains(char::is_whitespace))
        && distinct >= DISTINCT * values.len() as f64
    {
        Some(FieldKind::Identifier)
    } else {
        None
    }
}

fn is_date(value: &str) -> bool {
    value.parse::<UncertainDay>().is_ok_and(|day| day.day().is_some())
}

/// By the words before: « Cher … », « Madame … », « à … », « n° … ».
fn by_place(preceding: &str, values: &[&str]) -> Option<FieldKind> {
    let words = normalise::words(preceding);
    let last = words.last()?.as_str();
    let is_name = |value: &&str| value.chars().next().is_some_and(char::is_uppercase) && !value.chars().any(|c| c.is_ascii_digit());
    let names = !values.is_empty() && values.iter().filter(|value| is_name(value)).count() as f64 >= MOST * values.len() as f64;
    let short = values.iter().all(|value| value.split_whitespace().count() <= 3);
    if names && short && CIVILITIES.contains(&last) && last != "m." {
        Some(FieldKind::LastName)
    } else if names && short && GREETINGS.contains(&last) {
        Some(FieldKind::FirstName)
    } else if names && short && PLACES.contains(&last) {
        Some(FieldKind::Town)
    } else if values.iter().any(|value| value.chars().any(|c| c.is_ascii_digit())) && words.iter().any(|word| NUMBERED.contains(&word.as_str())) {
        Some(FieldKind::Identifier)
    } else {
        None
    }
}
