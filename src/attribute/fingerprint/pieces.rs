//! The cells of a row in the order and with the letters of a rule. Cutting and dropping accents come after; see [`super::rule`].

use super::letters::{title, title_at_spaces};
use super::rule::{Civility, Layout, Letters};
use crate::model::Identity;
use crate::normalise::fold;

/// A part of what is rendered.
pub(super) struct Piece {
    text: String,
    is_last_name: bool,
    /// Stands before it unless it is the first.
    gap: &'static str,
}

/// The cells of a layout in their order, empty ones left out; `None` if there is none, or no civility where one is wanted.
pub(super) fn pieces(layout: Layout, civility: Civility, written: &Identity) -> Option<Vec<Piece>> {
    let plain = |text: &str| Piece { text: text.to_owned(), is_last_name: false, gap: " " };
    let family = |text: &str| Piece { text: text.to_owned(), is_last_name: true, gap: " " };
    let after_comma = |text: &str| Piece { gap: ", ", ..plain(text) };
    let (first, last) = name_parts(written);
    let body = match layout {
        Layout::Whole => vec![plain(&written.name)],
        Layout::FirstLast => vec![plain(&first), family(&last)],
        Layout::LastFirst => vec![family(&last), plain(&first)],
        Layout::LastCommaFirst => vec![family(&last), after_comma(&first)],
        Layout::First => vec![plain(&first)],
        Layout::Last => vec![family(&last)],
        Layout::CivilityOnly => Vec::new(),
        Layout::Extra => vec![plain(&written.address_extra)],
        Layout::NumberStreet => vec![plain(&written.street_number), plain(&written.street)],
        Layout::NumberCommaStreet => vec![plain(&written.street_number), after_comma(&written.street)],
        Layout::PostcodeCity => vec![plain(&written.postcode), plain(&written.city)],
        Layout::CityPostcode => vec![plain(&written.city), plain(&written.postcode)],
        Layout::City => vec![plain(&written.city)],
        Layout::Email => vec![plain(&written.email)],
    };
    let mut pieces: Vec<Piece> = body.into_iter().filter(|piece| !piece.text.trim().is_empty()).collect();
    if pieces.is_empty() && layout != Layout::CivilityOnly {
        return None;
    }
    if civility != Civility::Absent {
        let title = civility_in(civility, &written.civility)?;
        pieces.insert(0, plain(&title));
        if let Some(next) = pieces.get_mut(1) {
            next.gap = " ";
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// The pieces as one text.
pub(super) fn join(pieces: &[Piece], letters: Letters) -> String {
    let mut joined = String::new();
    for piece in pieces {
        if !joined.is_empty() {
            joined.push_str(piece.gap);
        }
        let text = piece.text.trim();
        joined.push_str(&match letters {
            Letters::Upper => text.to_uppercase(),
            Letters::LastUpper | Letters::LastUpperRestTitle if piece.is_last_name => text.to_uppercase(),
            Letters::AsWritten | Letters::LastUpper => text.to_owned(),
            Letters::Lower => text.to_lowercase(),
            Letters::Title | Letters::LastUpperRestTitle => title(text),
            Letters::TitleAtSpaces => title_at_spaces(text),
        });
    }
    joined
}

/// Civilities: how they are written, folded; short; in full.
const CIVILITIES: [(&[&str], &str, &str); 6] = [
    (&["m", "m.", "mr", "mr.", "monsieur"], "M.", "Monsieur"),
    (&["mme", "mme.", "madame"], "Mme", "Madame"),
    (&["mlle", "mlle.", "melle", "mademoiselle"], "Mlle", "Mademoiselle"),
    (&["dr", "dr.", "docteur"], "Dr", "Docteur"),
    (&["pr", "pr.", "professeur"], "Pr", "Professeur"),
    (&["me", "me.", "maitre"], "Me", "Maître"),
];

fn civility_in(form: Civility, cell: &str) -> Option<String> {
    let folded = fold(cell);
    let known = CIVILITIES.iter().find(|(written, ..)| written.contains(&folded.as_str()));
    match form {
        Civility::Absent => None,
        Civility::AsWritten => (!folded.is_empty()).then(|| cell.to_owned()),
        Civility::Short => known.map(|known| known.1.to_owned()),
        Civility::InFull => known.map(|known| known.2.to_owned()),
    }
}

/// Whether a folded word is a civility.
pub(super) fn is_civility(word: &str) -> bool {
    CIVILITIES.iter().any(|(written, ..)| written.contains(&word))
}

/// First and last name as written. A file with whole names only: what stands before a comma, or the words in capitals among others, or else the last
/// word, is the last name.
fn name_parts(written: &Identity) -> (String, String) {
    if !written.first_name.trim().is_empty() || !written.last_name.trim().is_empty() {
        return (written.first_name.clone(), written.last_name.clone());
    }
    if let Some((last, first)) = written.name.split_once(',') {
        return (first.to_owned(), last.to_owned());
    }
    let words: Vec<&str> = written.name.split_whitespace().collect();
    let is_capital = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase);
    let (capital, other): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_capital(word));
    if !capital.is_empty() && !other.is_empty() {
        return (other.join(" "), capital.join(" "));
    }
    match words.split_last() {
        Some((last, first)) => (first.join(" "), (*last).to_owned()),
        None => (String::new(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_whole_names_is_taken_apart() {
        let parts = |name: &str| name_parts(&Identity { name: name.into(), ..Identity::default() });
        let pair = (String::from("Jean"), String::from("DUPONT"));
        assert_eq!(parts("DUPONT Jean"), pair);
        assert_eq!(parts("Jean DUPONT"), pair);
        assert_eq!(parts("Jean de Morvan"), ("Jean de".into(), "Morvan".into()));
        assert_eq!(parts(""), (String::new(), String::new()));
    }
}
