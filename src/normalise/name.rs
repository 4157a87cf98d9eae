//! Names of people. Not for deciding whether two names are one person's: that is [`crate::link`]'s.

mod pieces;

use pieces::{Piece, pieces};

/// Words that belong to the name that follows them.
const PARTICLES: [&str; 46] = [
    "de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "vom", "der", "den", "ten", "ter", "te", "zu", "zur", "zum", "af", "av", "di",
    "da", "do", "dos", "das", "del", "della", "delle", "dello", "degli", "dei", "dal", "dalla", "el", "al", "ben", "bin", "ibn", "bint", "abou",
    "abu", "saint", "sainte", "san", "mac",
];

/// Particles with which a whole name can only begin if its last name comes first.
const LEADING: [&str; 24] = [
    "de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "vom", "der", "den", "zu", "zur", "di", "da", "del", "della", "dello", "degli",
    "dal", "saint", "sainte",
];

/// Ways of writing a civility, folded, and the one we keep.
const CIVILITIES: [(&str, &[&str]); 6] = [
    ("m", &["m", "mr", "monsieur", "messieurs", "mm", "mister"]),
    ("mme", &["mme", "mmes", "madame", "mesdames", "mrs", "ms"]),
    ("mlle", &["mlle", "melle", "mademoiselle", "miss"]),
    ("dr", &["dr", "docteur", "doctor"]),
    ("pr", &["pr", "prof", "professeur", "professor"]),
    ("me", &["me", "maitre"]),
];

/// Words between a name and a further one of the same person: birth, marriage.
const ALSO_NAMED: [&str; 7] = ["nee", "epouse", "epse", "ep", "veuve", "vve", "alias"];

/// A canonical name. All parts are folded (lower case, no accents, hyphens as spaces).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PersonName {
    /// First names, in order.
    pub first: Vec<String>,
    /// Last names: two for a double surname. Particles (de, du, le, van…) are part of the name they precede.
    pub last: Vec<String>,
    /// Civility taken off: `m`, `mme`, `mlle`, `dr`, `pr`, `me`; `m mme` for a couple.
    pub civility: Option<String>,
}

/// Reads a name given in parts (`last`, `first`), or whole in `last` with `first` empty (« DUPONT Jean », « Dupont, Jean », « M. Jean de la Tour »).
///
/// In a whole name a comma, or capitals for some words only, tell the last name; else a leading particle does; else it is the last word with the
/// particles before it. The parts joined by spaces read as the same name again, if there are both. `None` if there is no letter in it, or if it is an
/// e-mail address.
pub fn name(first: &str, last: &str) -> Option<PersonName> {
    if first.contains('@') || last.contains('@') {
        return None;
    }
    let (first, last) = (pieces(first), pieces(last));
    let mut civility = Vec::new();
    let (first, last) = if first.is_empty() {
        let mut whole = last;
        take_civilities(&mut whole, &mut civility);
        split_whole(whole)
    } else {
        (first, last)
    };
    let (first, last) = (part(first, &mut civility), part(last, &mut civility));
    let last = with_particles(last);
    (!first.is_empty() || !last.is_empty()).then(|| PersonName { first, last, civility: (!civility.is_empty()).then(|| civility.join(" ")) })
}

/// Takes civilities off the front, as long as a name is left: « M. et Mme Dupont ».
fn take_civilities(pieces: &mut Vec<Piece>, taken: &mut Vec<String>) {
    loop {
        let Some(kept) = pieces.first().and_then(civility_of) else { return };
        let joint =
            usize::from(pieces.get(1).is_some_and(|piece| piece.is_one_of(&["et", "ou", "and"])) && pieces.get(2).and_then(civility_of).is_some());
        if pieces.len() <= 1 + joint {
            return;
        }
        taken.push(kept.to_owned());
        pieces.drain(..=joint);
    }
}

fn civility_of(piece: &Piece) -> Option<&'static str> {
    let [word] = &piece.words[..] else { return None };
    kept_civility(word).filter(|_| piece.is_title || word != "m")
}

fn kept_civility(word: &str) -> Option<&'static str> {
    CIVILITIES.iter().find(|(_, written)| written.contains(&word)).map(|(kept, _)| *kept)
}

/// Tells the first from the last names of a whole name.
fn split_whole(pieces: Vec<Piece>) -> (Vec<Piece>, Vec<Piece>) {
    if let Some(comma) = pieces.iter().position(|piece| piece.ends_part)
        && comma + 1 < pieces.len()
    {
        let first = pieces[comma + 1..].to_vec();
        return (first, pieces[..=comma].to_vec());
    }
    if let Some(also) = pieces.iter().position(|piece| piece.is_one_of(&ALSO_NAMED))
        && also > 0
    {
        let (first, mut last) = split_whole(pieces[..also].to_vec());
        last.extend_from_slice(&pieces[also..]);
        return (first, last);
    }
    if pieces.len() < 2 {
        return (Vec::new(), pieces);
    }
    if let Some(split) = split_by_capitals(&pieces) {
        return split;
    }
    let last_first = pieces[0].opens_with(&LEADING);
    let at = if last_first {
        // Particles and the word after them are the last name, the rest the first names.
        pieces.iter().position(|piece| !piece.is_one_of(&PARTICLES)).map_or(pieces.len(), |name| name + 1)
    } else {
        pieces.iter().skip(1).position(|piece| piece.opens_with(&PARTICLES)).map_or(pieces.len() - 1, |at| at + 1)
    };
    let (front, back) = (pieces[..at].to_vec(), pieces[at..].to_vec());
    if last_first { (back, front) } else { (front, back) }
}

/// « DUPONT Jean », « Jean-Pierre de LA TOUR »: capitals for some words only.
fn split_by_capitals(pieces: &[Piece]) -> Option<(Vec<Piece>, Vec<Piece>)> {
    let mut in_last: Vec<bool> = pieces.iter().map(|piece| piece.is_capital).collect();
    for at in (0..pieces.len().saturating_sub(1)).rev() {
        in_last[at] |= in_last[at + 1] && pieces[at].is_one_of(&PARTICLES);
    }
    let any_last = in_last.iter().any(|&last| last);
    let others: Vec<&Piece> = pieces.iter().zip(&in_last).filter(|(_, last)| !**last).map(|(piece, _)| piece).collect();
    // Initials are always capitals and say nothing, unless there is one word beside them.
    let is_telling = others.iter().any(|piece| piece.has_small) || (!others.is_empty() && in_last.iter().filter(|last| **last).count() == 1);
    (any_last && is_telling).then(|| {
        let pick = |wanted: bool| pieces.iter().zip(&in_last).filter(|(_, last)| **last == wanted).map(|(piece, _)| piece.clone()).collect();
        (pick(false), pick(true))
    })
}

/// The words of one part, civilities and « née » taken out.
fn part(mut pieces: Vec<Piece>, civility: &mut Vec<String>) -> Vec<String> {
    take_civilities(&mut pieces, civility);
    let mut words: Vec<String> = pieces.into_iter().flat_map(|piece| piece.words).collect();
    // Civilities inside a piece: « Mme-Anna ».
    while words.len() > 1
        && let Some(kept) = kept_civility(&words[0]).filter(|_| words[0] != "m")
    {
        civility.push(kept.to_owned());
        words.remove(0);
    }
    let mut at = 0;
    words.retain(|word| {
        at += 1;
        at == 1 || !ALSO_NAMED.contains(&word.as_str())
    });
    words
}

/// Joins particles, and single letters that an apostrophe left (O’Brien, N’Guyen), to the word they precede.
fn with_particles(words: Vec<String>) -> Vec<String> {
    let mut names = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for word in words {
        let word = match word.as_str() {
            "st" => "saint".to_owned(),
            "ste" => "sainte".to_owned(),
            _ => word,
        };
        let joins = PARTICLES.contains(&word.as_str()) || (word.is_ascii() && word.len() == 1);
        open.push(word);
        if !joins {
            names.push(open.join(" "));
            open.clear();
        }
    }
    if !open.is_empty() {
        names.push(open.join(" "));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(first: &str, last: &str) -> (String, String) {
        let name = name(first, last).unwrap();
        (name.first.join(" + "), name.last.join(" + "))
    }

    fn whole(text: &str) -> (String, String) {
        read("", text)
    }

    fn pair(first: &str, last: &str) -> (String, String) {
        (first.to_owned(), last.to_owned())
    }

    #[test]
    fn a_whole_name_is_told_apart_by_comma_capitals_or_order() {
        for text in [
            "DUPONT Jean",
            "Jean DUPONT",
            "Dupont, Jean",
            "DUPONT, Jean",
            "Jean Dupont",
            "M. Jean Dupont",
            "M. DUPONT Jean",
            "« Jean Dupont »",
            "Jean Dupont (secrétaire)",
        ] {
            assert_eq!(whole(text), pair("jean", "dupont"), "{text}");
        }
        assert_eq!(whole("DUPONT J."), pair("j", "dupont"));
        assert_eq!(whole("Élodie Lefèvre-Martin"), pair("elodie", "lefevre + martin"));
        assert_eq!(whole("LEFEVRE MARTIN Élodie"), pair("elodie", "lefevre + martin"));
        assert_eq!(whole("Jean-Pierre Dupont"), pair("jean + pierre", "dupont"));
        assert_eq!(whole("Dupont"), pair("", "dupont"));
        assert_eq!(whole("Anna Dupont née Martin"), pair("anna", "dupont + martin"));
    }

    #[test]
    fn particles_belong_to_the_name_they_precede() {
        for text in ["M. Jean de la Tour", "de la Tour Jean", "DE LA TOUR Jean", "Jean de LA TOUR", "de la Tour, Jean"] {
            assert_eq!(whole(text), pair("jean", "de la tour"), "{text}");
        }
        assert_eq!(whole("Jeanne d’Arlange"), pair("jeanne", "d arlange"));
        assert_eq!(read("Jean", "Martin de la Tour"), pair("jean", "martin + de la tour"));
        assert_eq!(read("Ann", "O'Brien"), pair("ann", "o brien"));
        assert_eq!(read("Luc", "St-Martin"), pair("luc", "saint martin"));
        assert_eq!(whole("LE Anna"), pair("anna", "le"));
        assert_eq!(whole("Ben Dupont"), pair("ben", "dupont"));
    }

    #[test]
    fn the_civility_is_taken_off_and_kept_apart() {
        let civility = |first: &str, last: &str| name(first, last).unwrap().civility;
        assert_eq!(civility("", "Madame Anna Mercier").as_deref(), Some("mme"));
        assert_eq!(civility("Mlle Anna", "Mercier").as_deref(), Some("mlle"));
        assert_eq!(civility("Anna", "Dr Mercier").as_deref(), Some("dr"));
        assert_eq!(civility("", "M. et Mme Mercier").as_deref(), Some("m mme"));
        assert_eq!(civility("Anne", "Maître"), None);
        assert_eq!(read("M.", "Dupont"), pair("m", "dupont"));
    }

    #[test]
    fn what_holds_no_letters_is_no_name() {
        for text in ["", " ", "42", "—", "🦀🦀", "anna@b.example", "\0", "( )"] {
            assert_eq!(name("", text), None, "{text}");
        }
        assert_eq!(whole("محمد"), pair("", "محمد"));
        assert_eq!(whole("Анна Иванова"), pair("анна", "иванова"));
        assert_eq!(whole("x"), pair("", "x"));
    }

    fn texts() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "M.",
            "Mme",
            "et",
            "de",
            "la",
            "d'",
            "DUPONT",
            "Jean",
            "jean-pierre",
            "née",
            "St",
            "O'",
            "(",
            ")",
            ",",
            " ",
            " ",
            " ",
            "J",
            "Éloïse",
            "Ж",
            "🦀",
            "Dr",
            "ep",
        ]);
        prop_oneof!["\\PC{0,20}", ".{0,20}", prop::collection::vec(word, 0..9).prop_map(|words| words.concat())]
    }

    proptest! {
        #[test]
        fn a_name_in_parts_reads_as_the_same_name_again(first in texts(), last in texts()) {
            if let Some(once) = name(&first, &last)
                && !once.first.is_empty()
            {
                let again = name(&once.first.join(" "), &once.last.join(" ")).unwrap();
                prop_assert_eq!((again.first, again.last), (once.first, once.last));
            }
        }
    }
}
