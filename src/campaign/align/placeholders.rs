//! Blanks that a mail merge left unfilled: `{PRENOM}`, `%%FIRSTNAME%%`, `[[prenom]]`, `{{ name }}`, `*|FNAME|*`, and « Cher , ».
//!
//! Double and unusual brackets are always a blank; single ones only around the name of a column, since people write brackets too.

use super::FieldKind;
use crate::normalise::fold;
use std::ops::Range;

/// A blank and what it should have held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Where it stands; empty where something is missing.
    pub range: Range<usize>,
    /// What its name says it is.
    pub kind: FieldKind,
}

/// Brackets that only programs write.
const SURE: [(&str, &str); 12] = [
    ("{{", "}}"),
    ("[[", "]]"),
    ("%%", "%%"),
    ("*|", "|*"),
    ("<<", ">>"),
    ("##", "##"),
    ("${", "}"),
    ("#{", "}"),
    ("@@", "@@"),
    ("%{", "}"),
    ("[%", "%]"),
    ("{%", "%}"),
];

/// Brackets that people write too: only around the name of a column.
const DOUBTFUL: [(&str, &str); 7] = [("{", "}"), ("[", "]"), ("%", "%"), ("<", ">"), ("«", "»"), ("__", "__"), ("$", "$")];

/// Longest name of a blank, in bytes.
const LONGEST: usize = 60;

/// Words a salutation begins with that are never followed by a comma. Folded.
const SALUTATIONS: [&str; 10] = ["cher", "chere", "chers", "cheres", "dear", "hello", "hi", "cher(e)", "chere et cher", "mon cher"];

/// Every blank of a text, in order, none inside another.
pub fn find(text: &str) -> Vec<Blank> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(['{', '[', '%', '*', '<', '#', '$', '@', '«', '_']) {
        let start = at + offset;
        if let Some(blank) = blank_at(text, start) {
            at = blank.range.end;
            found.push(blank);
        } else {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found.extend(missing(text));
    found.sort_by_key(|blank| (blank.range.start, blank.range.end));
    found
}

fn blank_at(text: &str, start: usize) -> Option<Blank> {
    let rest = &text[start..];
    let inside = |open: &str, close: &str| {
        let inner = rest.strip_prefix(open)?;
        let end = inner.find(close).filter(|&end| (1..=LONGEST).contains(&end))?;
        let name = &inner[..end];
        let is_name = name.chars().any(char::is_alphabetic) && !name.contains(['\n', '\r']);
        is_name.then_some((name, start..start + open.len() + end + close.len()))
    };
    for (open, close) in SURE {
        if let Some((name, range)) = inside(open, close) {
            return Some(Blank { range, kind: kind_of(name).unwrap_or(FieldKind::Unknown) });
        }
    }
    for (open, close) in DOUBTFUL {
        if let Some((name, range)) = inside(open, close)
            && !name.starts_with([' ', '\u{a0}', '\u{202f}'])
            && let Some(kind) = kind_of(name)
        {
            return Some(Blank { range, kind });
        }
    }
    None
}

/// What the name of a column says it holds: `PRENOM`, `first_name`, `contact.FirstName`, « Nom de famille ».
pub fn kind_of(name: &str) -> Option<FieldKind> {
    // Case tells words apart in FirstName before folding takes it away.
    let mut spaced = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) { c } else { ' ' });
        before = c;
    }
    let folded = fold(&spaced);
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "contact" | "user" | "client" | "merge" | "subscriber" | "the" | "var")).collect();
    let name = words.join(" ");
    Some(match name.as_str() {
        "civilite" | "titre" | "title" | "civ" | "salutation" | "politesse" | "genre" | "gender" => FieldKind::Civility,
        "prenom" | "prenoms" | "first name" | "firstname" | "fname" | "given name" | "surnom" => FieldKind::FirstName,
        "nom" | "nom de famille" | "nom famille" | "last name" | "lastname" | "lname" | "surname" => FieldKind::LastName,
        "name" | "nom complet" | "full name" | "fullname" | "nom prenom" | "prenom nom" | "destinataire" => FieldKind::FullName,
        "ville" | "commune" | "city" | "town" | "localite" => FieldKind::Town,
        "code postal" | "codepostal" | "cp" | "zip" | "postcode" | "postal code" => FieldKind::Postcode,
        "adresse" | "rue" | "voie" | "address" | "street" => FieldKind::Street,
        "email" | "e mail" | "mail" | "courriel" | "email address" => FieldKind::Email,
        "telephone" | "tel" | "mobile" | "portable" | "phone" => FieldKind::Phone,
        "date" | "date de naissance" | "naissance" | "birth date" | "birthdate" | "birthday" => FieldKind::Date,
        "lien" | "link" | "url" | "unsub" | "unsubscribe" | "desinscription" => FieldKind::Link,
        _ if words.iter().any(|word| matches!(*word, "numero" | "num" | "id" | "identifiant" | "matricule" | "reference" | "ref" | "number")) => {
            FieldKind::Identifier
        }
        _ => return None,
    })
}

/// « Cher , »: a salutation with nothing between it and its comma.
fn missing(text: &str) -> Vec<Blank> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(comma) = line.find(',').filter(|&comma| comma <= LONGEST) {
            let before = &line[..comma];
            let word = fold(before);
            // « Chers , » is unusual; « Bonjour , » only where the gap is too wide to be typography.
            let is_wide = before.chars().rev().take_while(|c| c.is_whitespace()).count() >= 2;
            if (SALUTATIONS.contains(&word.as_str()) && !before.is_empty()) || (is_wide && matches!(word.as_str(), "bonjour" | "bonsoir" | "salut")) {
                let at = start + before.trim_end().len();
                found.push(Blank { range: at..at, kind: FieldKind::FirstName });
            }
        }
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> Vec<(&str, FieldKind)> {
        find(text).into_iter().map(|blank| (&text[blank.range], blank.kind)).collect()
    }

    #[test]
    fn blanks_of_every_platform_are_found_with_what_they_should_have_held() {
        for (text, blank, kind) in [
            ("Cher {PRENOM},", "{PRENOM}", FieldKind::FirstName),
            ("Dear %%FIRSTNAME%%!", "%%FIRSTNAME%%", FieldKind::FirstName),
            ("Bonjour [[prenom]]", "[[prenom]]", FieldKind::FirstName),
            ("Hello {{ name }},", "{{ name }}", FieldKind::FullName),
            ("*|FNAME|* bonjour", "*|FNAME|*", FieldKind::FirstName),
            ("Madame «Nom_de_famille»", "«Nom_de_famille»", FieldKind::LastName),
            ("n° ${member.number} merci", "${member.number}", FieldKind::Identifier),
            ("Cher {{ contact.FirstName }}", "{{ contact.FirstName }}", FieldKind::FirstName),
            ("Habitants de <ville>", "<ville>", FieldKind::Town),
            ("x {{ segment_7 }}", "{{ segment_7 }}", FieldKind::Unknown),
        ] {
            assert_eq!(written(text), [(blank, kind)], "{text}");
        }
    }

    #[test]
    fn brackets_of_people_are_no_blanks() {
        for text in ["100 % à 20 %", "« Nom » dit-il", "[1] voir (a)", "<https://t.example/a>", "{a, b}", "Le 5 % et 6 % de plus", "a__b"] {
            assert_eq!(written(text), [], "{text}");
        }
    }

    #[test]
    fn a_salutation_to_nobody_is_noticed() {
        for (text, count) in [("Cher ,\nvoici", 1), ("Dear,\nthis", 1), ("Bonjour  , voici", 1), ("Bonjour,\nvoici", 0), ("Chers amis, voici", 0)] {
            assert_eq!(find(text).len(), count, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_searched(text in "(.|\n|\\{\\{|\\}\\}|%%|«|»|,|Cher ){0,60}") {
            let mut end = 0;
            for blank in find(&text) {
                prop_assert!(text.get(blank.range.clone()).is_some());
                prop_assert!(blank.range.is_empty() || blank.range.start >= end);
                end = end.max(blank.range.end);
            }
        }
    }
}
