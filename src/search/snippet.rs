//! A few words of what was found around what was looked for.

use super::query::Query;
use std::ops::Range;

/// About so many bytes before the first place, and in all.
const BEFORE: usize = 60;
const LENGTH: usize = 220;

/// A run of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its text.
    pub text: String,
    /// Whether it was looked for.
    pub is_match: bool,
}

/// A whole short text, cut where what was looked for begins and ends.
pub fn whole(text: &str, query: &Query) -> Vec<Run> {
    runs(text, &query.places(text), 0..text.len())
}

/// The part of a text around the first place; `None` if nothing of it stands there.
pub fn around(text: &str, query: &Query) -> Option<Vec<Run>> {
    let places = query.places(text);
    let first = places.first()?;
    let start = boundary(text, first.start.saturating_sub(BEFORE), first.start);
    let end = boundary_before(text, (start + LENGTH).max(first.end), first.end);
    let mut runs = runs(text, &places, start..end);
    ellipses(text, start..end, &mut runs);
    Some(runs)
}

/// The beginning of a text.
pub fn beginning(text: &str) -> Vec<Run> {
    let end = boundary_before(text, LENGTH, 0);
    let mut found = runs(text, &[], 0..end);
    ellipses(text, 0..end, &mut found);
    found
}

fn ellipses(text: &str, shown: Range<usize>, runs: &mut Vec<Run>) {
    let sign = || Run { text: "…".to_owned(), is_match: false };
    if !text[..shown.start].trim().is_empty() {
        runs.insert(0, sign());
    }
    if !text[shown.end..].trim().is_empty() {
        if let Some(last) = runs.last_mut() {
            last.text.truncate(last.text.trim_end_matches([' ', '·']).len());
        }
        runs.push(sign());
    }
}

/// The first beginning of a word at or after `from`, at `limit` at the latest.
fn boundary(text: &str, from: usize, limit: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let from = (from..=limit).find(|at| text.is_char_boundary(*at)).unwrap_or(limit);
    text[from..limit].find(char::is_whitespace).map_or(limit, |at| {
        let gap = from + at;
        gap + text[gap..].chars().next().map_or(0, char::len_utf8)
    })
}

/// The last end of a word at or before `to`, at `limit` at the earliest.
fn boundary_before(text: &str, to: usize, limit: usize) -> usize {
    if to >= text.len() {
        return text.len();
    }
    let to = (limit..=to).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(limit);
    text[limit..to].rfind(char::is_whitespace).map_or(to, |at| limit + at)
}

/// The shown part in runs, on one line.
fn runs(text: &str, places: &[Range<usize>], shown: Range<usize>) -> Vec<Run> {
    let mut found = Vec::new();
    let mut push = |part: &str, is_match: bool| {
        let mut line = String::with_capacity(part.len());
        for c in part.chars() {
            let c = if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') || c.is_control() { ' ' } else { c };
            if c != ' ' || !line.ends_with(' ') {
                line.push(c);
            }
        }
        if !line.is_empty() {
            found.push(Run { text: line, is_match });
        }
    };
    let mut at = shown.start;
    for place in places {
        let (start, end) = (place.start.max(at), place.end.min(shown.end));
        if start >= end {
            continue;
        }
        push(&text[at..start], false);
        push(&text[start..end], true);
        at = end;
    }
    push(&text[at..shown.end], false);
    found
}
