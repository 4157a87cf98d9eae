//! House number, street and building lines of a French address.

use super::lexicon::{EXTRAS, TYPES, WORDS};
use super::place::is_postcode;
use crate::normalise::words;

/// The part of an address before the postcode; `extra` in words, not yet written out.
#[derive(Clone, Debug, Default)]
pub(super) struct House {
    pub number: String,
    pub street: Vec<String>,
    pub extra: Vec<String>,
}

const INDICES: [&str; 4] = ["bis", "ter", "quater", "quinquies"];
const ARTICLES: [&str; 12] = ["de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et"];
const MONTHS: [&str; 12] = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];
/// Words that begin a building line even behind a street name, written out.
const INLINE: [&str; 10] =
    ["batiment", "escalier", "appartement", "etage", "rez de chaussee", "logement", "residence", "immeuble", "boite postale", "chez"];
/// The same, if a number follows.
const INLINE_NUMBERED: [&str; 2] = ["cs", "tsa"];

/// The lines of a written street: cut at line ends, commas and semicolons; a number alone belongs to the line after it.
pub(super) fn lines(raw: &str) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut number: Vec<String> = Vec::new();
    for part in raw.split(['\n', '\r', ',', ';', '|']) {
        let mut line = words(part);
        if line.is_empty() {
            continue;
        }
        let starts_with_number = line[0].starts_with(|c: char| c.is_ascii_digit());
        if number.is_empty() && starts_with_number && line.len() <= 2 && take_number(&mut line.clone(), true).is_some_and(|(_, rest)| rest == 0) {
            number = line;
            continue;
        }
        number.append(&mut line);
        lines.push(std::mem::take(&mut number));
    }
    if !number.is_empty() {
        lines.push(number);
    }
    lines
}

/// Takes « 35000 Valmont » out of the lines, the last one first.
pub(super) fn take_place(lines: &mut Vec<Vec<String>>) -> Option<(String, String)> {
    for (index, line) in lines.iter_mut().enumerate().rev() {
        let is_town = |at: usize| {
            let is_box = at > 0 && matches!(line[at - 1].as_str(), "bp" | "cs" | "tsa" | "p" | "s" | "a");
            is_postcode(&line[at]) && !is_box && line.get(at + 1).is_some_and(|word| !word.bytes().all(|b| b.is_ascii_digit()))
        };
        if let Some(at) = (0..line.len()).rev().find(|&at| is_town(at)) {
            let town = line.split_off(at);
            if line.is_empty() {
                lines.remove(index);
            }
            return Some((town[0].clone(), town[1..].join(" ")));
        }
    }
    None
}

/// Sorts lines and number field into number, street and the rest.
pub(super) fn house(number: &str, mut lines: Vec<Vec<String>>, mut extra: Vec<String>) -> House {
    let mut field = words(number);
    let mut number = String::new();
    if !field.is_empty() {
        number = match take_number(&mut field, true) {
            Some((number, _)) => number,
            None => std::mem::take(&mut field).concat(),
        };
    }
    if number.is_empty() {
        for line in &mut lines {
            extra.extend(split_front(line));
        }
    }
    let mut street = main_line(&lines, !number.is_empty()).map(|at| lines.remove(at)).unwrap_or_default();
    extra.extend(lines.into_iter().flatten());
    street.splice(..0, field);
    if number.is_empty()
        && let Some((found, _)) = take_number(&mut street, false)
    {
        number = found;
    }
    // The number stands in its own column and in front of the street.
    while !number.is_empty() {
        let mut rest = street.clone();
        if take_number(&mut rest, false).is_none_or(|(again, _)| again != number) {
            break;
        }
        street = rest;
    }
    let mut street = written_out(&street);
    if let Some(at) = inline_extra(&street) {
        extra.extend(street.split_off(at));
    }
    House { number, street, extra }
}

/// The street with its kind and its words written out.
fn written_out(street: &[String]) -> Vec<String> {
    let (kind, count) = TYPES.opening(street).unwrap_or_default();
    let mut out: Vec<String> = kind.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    out.extend(WORDS.written_out(&street[count..]));
    out
}

/// Which line is the street.
fn main_line(lines: &[Vec<String>], has_number: bool) -> Option<usize> {
    let find = |wanted: &dyn Fn(&[String]) -> bool| lines.iter().position(|line| wanted(line));
    let is_extra = |line: &[String]| EXTRAS.opening(line).is_some();
    let is_typed = |line: &[String]| TYPES.opening(line).is_some() && !is_extra(line);
    if has_number {
        return find(&is_typed).or_else(|| find(&|line| !is_extra(line))).or(if lines.is_empty() { None } else { Some(0) });
    }
    find(&starts_numbered_street)
        .or_else(|| find(&|line| take_number(&mut line.to_vec(), false).is_some()))
        .or_else(|| find(&is_typed))
        .or_else(|| find(&|line| !is_extra(line)))
}

/// « 12 bis rue »: a number and then a kind of street.
fn starts_numbered_street(line: &[String]) -> bool {
    let mut rest = line.to_vec();
    take_number(&mut rest, false).is_some() && TYPES.opening(&rest).is_some()
}

/// Takes off what stands before the number: « Résidence Les Lilas 12 rue des Tilleuls ».
fn split_front(line: &mut Vec<String>) -> Vec<String> {
    if TYPES.opening(line).is_some() && EXTRAS.opening(line).is_none() {
        return Vec::new();
    }
    match (1..line.len()).find(|&at| starts_numbered_street(&line[at..])) {
        Some(at) if !starts_numbered_street(line) => {
            let rest = line.split_off(at);
            std::mem::replace(line, rest)
        }
        _ => Vec::new(),
    }
}

/// Where the building begins behind a street name.
fn inline_extra(street: &[String]) -> Option<usize> {
    (2..street.len()).find_map(|at| {
        let (full, count) = EXTRAS.opening(&street[at..])?;
        let next_is_number = street.get(at + count).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let opens = INLINE.contains(&full) || (INLINE_NUMBERED.contains(&full) && next_is_number);
        if !opens || ARTICLES.contains(&street[at - 1].as_str()) {
            return None;
        }
        // « 2e étage »: the number stands before.
        let is_counted = full == "etage" && street[at - 1].starts_with(|c: char| c.is_ascii_digit());
        Some(if is_counted { at - 1 } else { at })
    })
}

/// Takes a house number off the front; gives it and how many words are left. `alone`: the text is a number field.
pub(super) fn take_number(words: &mut Vec<String>, alone: bool) -> Option<(String, usize)> {
    let skipped = usize::from(words.len() > 1 && matches!(words[0].as_str(), "n" | "no" | "num" | "numero"));
    let (digits, suffix) = split_digits(words.get(skipped)?)?;
    let after = &words[skipped + 1..];
    let is_letter = |word: &str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    let before_street = |from: usize| if alone { after.len() == from } else { after.get(from..).is_some_and(|rest| TYPES.opening(rest).is_some()) };
    let (number, taken) = match after.first() {
        _ if INDICES.contains(&suffix) || is_letter(suffix) => (format!("{digits}{suffix}"), 1),
        _ if !suffix.is_empty() => return None,
        Some(next) if INDICES.contains(&next.as_str()) => (format!("{digits}{next}"), 2),
        Some(next) if is_letter(next) && before_street(1) => (format!("{digits}{next}"), 2),
        Some(next) if before_street(1) && split_digits(next).is_some_and(|(_, suffix)| suffix.is_empty()) => {
            let (last, _) = split_digits(next)?;
            (if last == digits { digits.to_owned() } else { format!("{digits}-{last}") }, 2)
        }
        // « 8 mai 1945 » is a street without its kind.
        Some(next) if !alone && MONTHS.contains(&next.as_str()) => return None,
        _ => (digits.to_owned(), 1),
    };
    words.drain(..skipped + taken);
    Some((number, words.len()))
}

/// One to four digits without leading zeros, and what follows them in the same word.
fn split_digits(word: &str) -> Option<(&str, &str)> {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (digits, suffix) = word.split_at(end);
    let significant = digits.trim_start_matches('0');
    let number = if significant.is_empty() { "0" } else { significant };
    (1..=4).contains(&digits.len()).then_some((number, suffix))
}
