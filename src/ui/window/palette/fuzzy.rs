//! Finding a text by some of its letters: accents and case ignored, letters in order, gaps allowed.
//!
//! A few thousand short texts at most are looked through, so no crate is needed for it.

use crate::normalise;

/// A text without accents and case, as it is searched: letters, digits and single spaces.
pub fn folded(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    for c in normalise::fold(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if out.last().is_some_and(|last| *last != ' ') {
            out.push(' ');
        }
    }
    if out.last() == Some(&' ') {
        out.pop();
    }
    out
}

/// How well a folded text answers a folded query: every word of the query must be there, its letters in order. `None` if it does not; more is better.
pub fn score(query: &[char], text: &[char]) -> Option<i32> {
    let mut total = 0;
    for word in query.split(|c| *c == ' ').filter(|word| !word.is_empty()) {
        total += word_score(word, text)?;
    }
    // Of two that answer equally well the shorter one is meant.
    Some(total - i32::try_from(text.len() / 8).unwrap_or(i32::MAX / 2))
}

/// The best of all ways to find a word, begun at every place of its first letter.
fn word_score(word: &[char], text: &[char]) -> Option<i32> {
    let (first, rest) = word.split_first()?;
    let starts = text.iter().enumerate().filter(|(_, c)| *c == first).map(|(at, _)| at);
    starts.filter_map(|start| from(start, rest, text)).max()
}

fn from(start: usize, rest: &[char], text: &[char]) -> Option<i32> {
    let begins_word = |at: usize| at == 0 || text[at - 1] == ' ';
    let mut total = if begins_word(start) { 10 } else { 1 };
    let mut last = start;
    for c in rest {
        let gap = text[last + 1..].iter().position(|it| it == c)?;
        let at = last + 1 + gap;
        total += if gap == 0 {
            6
        } else if begins_word(at) {
            5
        } else {
            // Letters far apart are a word by accident.
            -2 - i32::try_from(gap.min(8)).unwrap_or(8)
        };
        last = at;
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'a>(query: &str, texts: &[&'a str]) -> Vec<&'a str> {
        let query = folded(query);
        let mut found: Vec<_> = texts.iter().filter_map(|text| score(&query, &folded(text)).map(|score| (score, *text))).collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn accents_and_case_are_ignored() {
        assert_eq!(best("ETAT", &["Pièces", "État du fichier"]), ["État du fichier"]);
        assert_eq!(best("pieces", &["Pièces"]), ["Pièces"]);
        assert_eq!(best("coeur", &["Cœur"]), ["Cœur"]);
    }

    #[test]
    fn beginnings_of_words_come_before_letters_in_between() {
        let texts = ["Rétablir", "Relire les liens", "Précédent"];
        assert_eq!(best("rel li", &texts)[0], "Relire les liens");
        assert_eq!(best("re", &texts)[0], "Rétablir");
        assert_eq!(best("rll", &texts), ["Relire les liens"], "initials");
    }

    #[test]
    fn a_query_that_is_not_there_finds_nothing() {
        assert!(best("xyz", &["Annuler", "Ouvrir un dossier…"]).is_empty());
        assert!(best("elunna", &["Annuler"]).is_empty(), "the order counts");
    }

    #[test]
    fn an_empty_query_answers_everything() {
        assert_eq!(best("  ", &["a", "b"]).len(), 2);
    }
}
