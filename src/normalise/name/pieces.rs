//! Cuts a written name into pieces at spaces and punctuation, and notes what capitals, full stops and commas say. Which piece is a first name is decided
//! in [`super`].

use crate::normalise::text::{is_dash, words};
use unicode_normalization::UnicodeNormalization as _;

/// What stands between two spaces: its folded words and what its capitals say.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent observations about one written piece")]
pub(super) struct Piece {
    pub words: Vec<String>,
    /// At least two letters, all capitals.
    pub is_capital: bool,
    /// Any small letter.
    pub has_small: bool,
    /// Written « M » or with a full stop behind it: a lone `m` is else an initial, or what is left of M’Baye.
    pub is_title: bool,
    /// A comma follows.
    pub ends_part: bool,
}

impl Piece {
    /// Is exactly one of these words.
    pub fn is_one_of(&self, list: &[&str]) -> bool {
        matches!(&self.words[..], [word] if list.contains(&word.as_str()))
    }

    /// Begins with a particle: « de », « d’Arc », « Saint-Exupéry ».
    pub fn opens_with(&self, list: &[&str]) -> bool {
        self.words.first().is_some_and(|word| list.contains(&word.as_str()))
    }
}

/// The pieces of a written name; what stands in brackets is left out unless there is nothing else.
pub(super) fn pieces(raw: &str) -> Vec<Piece> {
    // Composed first, so that compatibility characters such as ⑴ cannot bring brackets in later.
    let composed: String = raw.nfkc().collect();
    let found = split_pieces(&outside_brackets(&composed));
    if found.is_empty() { split_pieces(&composed) } else { found }
}

fn outside_brackets(raw: &str) -> String {
    let mut depth = 0_usize;
    raw.chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}

fn split_pieces(raw: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut rest = raw;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !is_name_character(c)).unwrap_or(rest.len());
        let (written, behind) = rest.split_at(end);
        let words: Vec<String> = words(written).into_iter().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        if !words.is_empty() {
            let capitals = written.chars().filter(|c| c.is_uppercase()).count();
            let has_small = written.chars().any(char::is_lowercase);
            let is_title = written == "M" || behind.starts_with('.');
            found.push(Piece { words, is_capital: capitals >= 2 && !has_small, has_small, is_title, ends_part: false });
        }
        let mut gap = behind.chars();
        if let Some(separator) = gap.next()
            && matches!(separator, ',' | ';')
            && let Some(before) = found.last_mut()
        {
            before.ends_part = true;
        }
        rest = gap.as_str();
    }
    found
}

/// Letters, marks, digits, hyphens and apostrophes; everything else ends a piece.
fn is_name_character(c: char) -> bool {
    c.is_alphanumeric()
        || is_dash(c)
        || matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
        || (!c.is_whitespace() && !c.is_control() && !c.is_ascii() && !"«»“”„…·•".contains(c))
}
