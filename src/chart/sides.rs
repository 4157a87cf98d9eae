//! Two records side by side: what is known of a recipient and what a row of a file says, field by field, as written.
//!
//! For the eye of a reviewer. How much an agreement or a difference is worth is not said here; see [`super::waterfall`].

use crate::link::{Outcome, full_name};
use crate::model::{Field, Identity, Recipient, Snapshot};
use crate::normalise;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Longer values are not compared letter by letter.
const LONGEST: usize = 160;

/// Whether two values agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// Written the same.
    Same,
    /// The same but for the way it is written: capitals, accents, spaces, the form of a number.
    Alike,
    /// Different.
    Different,
    /// Only the recipient's side has one.
    OnlyOurs,
    /// Only the row has one.
    OnlyTheirs,
}

/// One field of both records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldPair {
    /// Which field. An address is [`Field::Street`] with number and extra; a whole name is [`Field::Name`].
    pub field: Field,
    /// The recipient's value, as written.
    pub ours: String,
    /// The row's value, as written.
    pub theirs: String,
    /// Whether they agree.
    pub agreement: Agreement,
}

/// A piece of a value, for marking what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the value.
    pub range: Range<usize>,
    /// Whether the other value lacks it.
    pub is_different: bool,
}

/// Both records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// What is known of the recipient.
    pub ours: Identity,
    /// What the row says.
    pub theirs: Identity,
}

impl Sides {
    /// A recipient beside a row of a snapshot; `row` as [`crate::case::Case::row`] gives it. Cells that are missing are empty.
    pub fn of(recipient: &Recipient, snapshot: &Snapshot, row: &[String]) -> Self {
        let mut ours = recipient.identity.clone();
        if full_name(&ours).is_empty() {
            ours.name.clone_from(&recipient.rendered_name);
        }
        Self { ours, theirs: snapshot.identity(row) }
    }

    /// Every field that at least one side has, in the order people read: who, where, how to reach them.
    pub fn fields(&self) -> Vec<FieldPair> {
        let (ours, theirs) = (&self.ours, &self.theirs);
        let has_parts = |who: &Identity| !who.first_name.trim().is_empty() || !who.last_name.trim().is_empty();
        let mut pairs = vec![(Field::Civility, ours.civility.clone(), theirs.civility.clone())];
        if has_parts(ours) && has_parts(theirs) {
            pairs.push((Field::LastName, ours.last_name.clone(), theirs.last_name.clone()));
            pairs.push((Field::FirstName, ours.first_name.clone(), theirs.first_name.clone()));
        } else {
            pairs.push((Field::Name, full_name(ours), full_name(theirs)));
        }
        pairs.extend([
            (Field::BirthDate, ours.birth_date.clone(), theirs.birth_date.clone()),
            (Field::Street, street(ours), street(theirs)),
            (Field::Postcode, ours.postcode.clone(), theirs.postcode.clone()),
            (Field::City, ours.city.clone(), theirs.city.clone()),
            (Field::Country, ours.country.clone(), theirs.country.clone()),
            (Field::Email, ours.email.clone(), theirs.email.clone()),
            (Field::Phone, ours.phone.clone(), theirs.phone.clone()),
            (Field::Identifier, ours.identifier.clone(), theirs.identifier.clone()),
        ]);
        let known = pairs.into_iter().filter(|(_, ours, theirs)| !ours.trim().is_empty() || !theirs.trim().is_empty());
        known
            .map(|(field, ours, theirs)| {
                let (ours, theirs) = (ours.trim().to_owned(), theirs.trim().to_owned());
                FieldPair { field, agreement: agreement(field, &ours, &theirs), ours, theirs }
            })
            .collect()
    }

    /// The two values a comparison looked at, as written.
    pub fn values(&self, outcome: &Outcome) -> (String, String) {
        let of = |who: &Identity| match outcome {
            Outcome::Name { .. } => full_name(who),
            Outcome::Address { .. } => address(who),
            Outcome::Email { .. } => who.email.trim().to_owned(),
            Outcome::Phone { .. } => who.phone.trim().to_owned(),
            Outcome::Birth { .. } => who.birth_date.trim().to_owned(),
            Outcome::Civility { .. } => who.civility.trim().to_owned(),
            Outcome::Identifier { .. } => who.identifier.trim().to_owned(),
        };
        (of(&self.ours), of(&self.theirs))
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn street(who: &Identity) -> String {
    joined(&[&who.street_number, &who.street, &who.address_extra])
}

fn address(who: &Identity) -> String {
    joined(&[&who.street_number, &who.street, &who.address_extra, &who.postcode, &who.city])
}

fn agreement(field: Field, ours: &str, theirs: &str) -> Agreement {
    match (ours.is_empty(), theirs.is_empty()) {
        (true, _) => Agreement::OnlyTheirs,
        (_, true) => Agreement::OnlyOurs,
        _ if ours == theirs => Agreement::Same,
        _ if is_alike(field, ours, theirs) => Agreement::Alike,
        _ => Agreement::Different,
    }
}

/// Whether two values are the same but for the way they are written.
fn is_alike(field: Field, ours: &str, theirs: &str) -> bool {
    let both = |canonical: fn(&str) -> Option<String>| canonical(ours).is_some_and(|key| canonical(theirs) == Some(key));
    match field {
        Field::Email => both(|raw| normalise::email(raw).map(|email| email.key)),
        Field::Phone => both(normalise::phone),
        Field::Identifier => both(normalise::identifier),
        Field::Street => normalise::address("", ours, "", "", "").is_some_and(|a| normalise::address("", theirs, "", "", "") == Some(a)),
        Field::Postcode => normalise::address("", "", "", ours, "").is_some_and(|a| normalise::address("", "", "", theirs, "") == Some(a)),
        Field::City => normalise::address("", "", "", "", ours).is_some_and(|a| normalise::address("", "", "", "", theirs) == Some(a)),
        _ => {
            let words = normalise::words(ours);
            !words.is_empty() && words == normalise::words(theirs)
        }
    }
}

/// Both values in pieces: which letters of each the other lacks. Capitals and accents do not count. Values that have little in common are wholly
/// different, so that nobody reads letters strewn about.
pub fn pieces(ours: &str, theirs: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (a, b) = (letters(ours), letters(theirs));
    let whole = |text: &str, is_different| if text.is_empty() { Vec::new() } else { vec![Piece { range: 0..text.len(), is_different }] };
    if a.is_empty() || b.is_empty() || a.len() > LONGEST || b.len() > LONGEST {
        let is_different = ours != theirs;
        return (whole(ours, is_different), whole(theirs, is_different));
    }
    let common = common(&a, &b);
    let shared = common.0.iter().filter(|is_common| **is_common).count();
    if shared * 3 < a.len().max(b.len()) * 2 {
        return (whole(ours, true), whole(theirs, true));
    }
    (runs(ours, &a, &common.0), runs(theirs, &b, &common.1))
}

/// Letters of a text as they are compared, each with where it begins.
fn letters(text: &str) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    for (at, c) in text.char_indices() {
        match normalise::fold(c.encode_utf8(&mut [0; 4])) {
            // Spaces, hyphens and apostrophes are one gap; what is not seen goes with the letter before it.
            folded if folded.is_empty() && (c.is_whitespace() || !c.is_alphanumeric() && c.is_ascii() || c == '’') => {
                out.push((at, " ".to_owned()));
            }
            folded if folded.is_empty() => {}
            folded => out.push((at, folded)),
        }
    }
    if let Some(first) = out.first_mut() {
        first.0 = 0;
    }
    out
}

/// Which letters of each side belong to their longest common subsequence.
fn common(a: &[(usize, String)], b: &[(usize, String)]) -> (Vec<bool>, Vec<bool>) {
    let width = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] =
                if a[i].1 == b[j].1 { longest[(i + 1) * width + j + 1] + 1 } else { longest[(i + 1) * width + j].max(longest[i * width + j + 1]) };
        }
    }
    let (mut in_a, mut in_b) = (vec![false; a.len()], vec![false; b.len()]);
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i].1 == b[j].1 {
            (in_a[i], in_b[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (in_a, in_b)
}

fn runs(text: &str, letters: &[(usize, String)], is_common: &[bool]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (at, &is_common) in is_common.iter().enumerate() {
        let until = letters.get(at + 1).map_or(text.len(), |letter| letter.0);
        match out.last_mut() {
            Some(piece) if piece.is_different != is_common => piece.range.end = until,
            _ => out.push(Piece { range: letters[at].0..until, is_different: !is_common }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;

    fn marked(text: &str, pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| {
                let part = &text[piece.range.clone()];
                if piece.is_different { format!("[{part}]") } else { part.to_owned() }
            })
            .collect()
    }

    fn both(ours: &str, theirs: &str) -> (String, String) {
        let (a, b) = pieces(ours, theirs);
        (marked(ours, &a), marked(theirs, &b))
    }

    #[test]
    fn only_the_letters_that_differ_are_marked() {
        assert_eq!(both("Durand", "Durant"), ("Duran[d]".to_owned(), "Duran[t]".to_owned()));
        assert_eq!(both("12 rue du Four", "12 bis rue du Four"), ("12 rue du Four".to_owned(), "12 [bis ]rue du Four".to_owned()));
        assert_eq!(both("HÉLÈNE", "Helene"), ("HÉLÈNE".to_owned(), "Helene".to_owned()), "capitals and accents do not count");
    }

    #[test]
    fn values_with_little_in_common_are_wholly_different() {
        assert_eq!(both("Jeanne", "Olivier"), ("[Jeanne]".to_owned(), "[Olivier]".to_owned()));
        assert_eq!(both("Élodie", "Louis"), ("[Élodie]".to_owned(), "[Louis]".to_owned()), "three letters in common are chance");
        assert_eq!(both("", "Olivier"), (String::new(), "[Olivier]".to_owned()));
        assert_eq!(both("", ""), (String::new(), String::new()));
    }

    #[test]
    fn pieces_cover_every_text_whatever_the_script() {
        for (a, b) in [("Ольга", "Олъга"), ("محمد", "محمود"), ("œuvre", "oeuvre"), ("ﬁn", "fin"), ("e\u{301}té", "été"), ("🙂", "x")]
        {
            let (ours, theirs) = both(a, b);
            assert_eq!(ours.replace(['[', ']'], ""), a);
            assert_eq!(theirs.replace(['[', ']'], ""), b);
        }
    }

    #[test]
    fn fields_are_aligned_and_say_whether_they_agree() {
        let sides = fixtures::sides();
        let fields = sides.fields();
        let of = |field: Field| fields.iter().find(|pair| pair.field == field).map(|pair| pair.agreement);
        assert_eq!(of(Field::LastName), Some(Agreement::Alike), "capitals");
        assert_eq!(of(Field::FirstName), Some(Agreement::Different));
        assert_eq!(of(Field::Street), Some(Agreement::Alike), "an abbreviated street");
        assert_eq!(of(Field::City), Some(Agreement::Alike));
        assert_eq!(of(Field::Phone), Some(Agreement::Alike));
        assert_eq!(of(Field::Email), Some(Agreement::OnlyTheirs));
        assert_eq!(of(Field::Country), None, "neither side has one");
    }

    #[test]
    fn a_whole_name_is_set_beside_first_and_last_name_joined() {
        let mut sides = fixtures::sides();
        sides.ours.name = "Jeanne Exemple".to_owned();
        (sides.ours.first_name, sides.ours.last_name) = Default::default();
        let fields = sides.fields();
        let name = fields.iter().find(|pair| pair.field == Field::Name).unwrap();
        assert_eq!((name.ours.as_str(), name.theirs.as_str()), ("Jeanne Exemple", "Jeannette EXEMPLE"));
        assert!(fields.iter().all(|pair| pair.field != Field::LastName));
    }

    #[test]
    fn a_row_shorter_than_its_header_has_empty_cells() {
        let snapshot = fixtures::snapshot_with_addresses();
        let who = snapshot.identity(&["EXEMPLE".to_owned()]);
        assert_eq!((who.last_name.as_str(), who.city.as_str()), ("EXEMPLE", ""));
    }
}
