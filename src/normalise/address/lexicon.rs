//! The words of French addresses and their abbreviations, from `assets/data/street-types.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Most words an abbreviation or a full form has.
#[cfg(test)]
const LONGEST: usize = 3;

/// Abbreviation → full form; a full form stands for itself. By first word: the words after it and the full form, the longest first.
pub(super) struct Lexicon(HashMap<&'static str, Vec<Abbreviation>>);

type Abbreviation = (Vec<&'static str>, &'static str);

/// Kinds of street: read in front of a street name.
pub(super) static TYPES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of("type"));
/// Words anywhere in a street name: saint, général, docteur.
pub(super) static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of("word"));
/// Words that open a line about a building, a floor or a post box.
pub(super) static EXTRAS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of("extra"));

impl Lexicon {
    fn of(kind: &str) -> Self {
        let lines = include_str!("../../../assets/data/street-types.tsv").lines().filter(|line| !line.starts_with('#'));
        let fields = lines.filter_map(|line| {
            let mut fields = line.split('\t');
            Some((fields.next()?, fields.next()?, fields.next()?))
        });
        let mut lexicon = Self(HashMap::new());
        for (_, written, full) in fields.filter(|(of, ..)| *of == kind) {
            let mut words = written.split(' ');
            let known = lexicon.0.entry(words.next().unwrap_or_default()).or_default();
            known.push((words.collect(), full));
            known.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        lexicon
    }

    /// What `words` begins with: its full form and how many words it takes, the longest first.
    pub fn opening(&self, words: &[String]) -> Option<(&'static str, usize)> {
        let (first, behind) = words.split_first()?;
        let follows = |rest: &[&str]| rest.len() <= behind.len() && rest.iter().zip(behind).all(|(wanted, word)| wanted == word);
        self.0.get(first.as_str())?.iter().find(|(rest, _)| follows(rest)).map(|(rest, full)| (*full, rest.len() + 1))
    }

    /// Every abbreviation written out.
    pub fn written_out(&self, words: &[String]) -> Vec<String> {
        let mut out = Vec::with_capacity(words.len());
        let mut rest = words;
        while let Some(first) = rest.first() {
            if let Some((full, count)) = self.opening(rest) {
                out.extend(full.split(' ').map(str::to_owned));
                rest = &rest[count..];
            } else {
                out.push(first.clone());
                rest = &rest[1..];
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::words;

    #[test]
    fn every_line_of_the_data_file_has_a_known_kind_and_folded_words() {
        let text = include_str!("../../../assets/data/street-types.tsv");
        let mut count = 0;
        for line in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let [kind, written, full] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert!(["type", "word", "extra"].contains(&kind), "{line}");
            for text in [written, full] {
                assert_eq!(words(text).join(" "), text, "{line}");
                assert!(text.split(' ').count() <= LONGEST + 1, "{line}");
            }
            count += 1;
        }
        assert!(count > 200);
    }

    #[test]
    fn writing_out_twice_changes_nothing_more() {
        for lexicon in [&*TYPES, &*WORDS, &*EXTRAS] {
            for (_, full) in lexicon.0.values().flatten() {
                assert_eq!(lexicon.written_out(&words(full)).join(" "), *full);
            }
        }
    }
}
