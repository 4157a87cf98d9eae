//! What the program says, in both languages: every text is used and exists, names the same blanks, and is written as its language is written.

mod code;
mod errors;
mod guide;
mod marked;

use code::{Code, Pattern};
use sourcier::model::Language;
use sourcier::words;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [Language; 2] = [Language::Fr, Language::En];

/// The texts of a language: by id, the pieces in their order.
fn texts(language: Language) -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for (id, text) in words::texts(language) {
        found.entry(id).or_default().push(text);
    }
    found
}

/// What somebody reads of a text: its blanks taken out, what stands in quotes in a blank left in.
fn prose(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, blank)) = rest.split_once('{') {
        out += before;
        let (blank, after) = blank.split_once('}').unwrap_or((blank, ""));
        match blank.trim().strip_prefix('"').and_then(|blank| blank.strip_suffix('"')) {
            Some(literal) => out += literal,
            None => out.push('…'),
        }
        rest = after;
    }
    out + rest
}

#[test]
fn every_text_that_code_names_exists() {
    let known: BTreeSet<&str> = texts(Language::Fr).into_keys().collect();
    let areas: BTreeSet<&str> = known.iter().filter_map(|id| id.split('-').next()).collect();
    let code = Code::read();
    let missing: Vec<_> = code.asked.iter().filter(|id| !known.contains(id.as_str())).collect();
    assert!(missing.is_empty(), "code asks for texts that do not exist: {missing:?}");
    let missing: Vec<_> = code
        .patterns
        .iter()
        .filter(|pattern| pattern.begins_with_one_of(&areas) && !known.iter().any(|id| pattern.matches(id)))
        .map(|pattern| &pattern.written)
        .collect();
    assert!(missing.is_empty(), "code builds ids of texts and none of them exists: {missing:?}");
}

#[test]
fn every_text_is_used_by_code() {
    let known: BTreeSet<&str> = texts(Language::Fr).into_keys().collect();
    let areas: BTreeSet<&str> = known.iter().filter_map(|id| id.split('-').next()).collect();
    let code = Code::read();
    let built: Vec<&Pattern> = code.patterns.iter().filter(|pattern| pattern.begins_with_one_of(&areas)).collect();
    let is_used = |id: &str| code.literals.contains(id) || built.iter().any(|pattern| pattern.matches(id));
    // « {id}-tip »: built on an id that is itself used, or on a beginning that stands in the code.
    let is_named = |stem: &str| is_used(stem) || code.literals.contains(stem);
    // « {prefix}-{id} »: two literals of the code with a dash between them.
    let joins = code.patterns.iter().any(|pattern| pattern.written.starts_with('{') && pattern.written.contains("}-{") && pattern.ending().is_none());
    let is_joined = |id: &str| {
        let mut cuts = id.match_indices('-').map(|(at, _)| (&id[..at], &id[at + 1..]));
        joins && cuts.any(|(before, after)| before.contains('-') && code.literals.contains(before) && code.literals.contains(after))
    };
    let endings: Vec<&str> = code.patterns.iter().filter_map(Pattern::ending).collect();
    let unused: Vec<_> = known
        .iter()
        .filter(|id| !is_used(id) && !is_joined(id) && !endings.iter().any(|ending| id.strip_suffix(ending).is_some_and(is_named)))
        .collect();
    assert!(unused.is_empty(), "no code asks for these texts: {unused:#?}");
}

#[test]
fn both_languages_of_a_text_have_the_same_blanks() {
    let blanks = |pieces: &[&str]| -> BTreeSet<String> {
        let text = pieces.join("\n");
        let shown = text.split('$').skip(1).filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
            // What only chooses between one and many is shown by neither.
            (!rest[end..].trim_start().starts_with("->")).then(|| rest[..end].to_owned())
        });
        shown.collect()
    };
    let english = texts(Language::En);
    // The code of a remark, and a line for a manifest, are for scripts, which read English.
    let is_for_scripts = |id: &str| matches!(id, "remarks-coded" | "remarks-remedy-column");
    for (id, pieces) in texts(Language::Fr).into_iter().filter(|(id, _)| !is_for_scripts(id)) {
        assert_eq!(blanks(&pieces), english.get(id).map(|pieces| blanks(pieces)).unwrap_or_default(), "{id}");
    }
}

#[test]
fn a_text_that_counts_knows_one_and_many_in_both_languages() {
    for language in LANGUAGES {
        let all = texts(language);
        for (id, pieces) in &all {
            let chooses = pieces.iter().any(|piece| piece.starts_with("[one]"));
            assert!(!chooses || pieces.iter().any(|piece| piece.starts_with("*[other]")), "{id} has one and not many");
        }
    }
}

#[test]
fn french_is_written_as_french_is_written() {
    let mut wrong = Vec::new();
    for (id, pieces) in texts(Language::Fr) {
        for text in pieces.into_iter().map(prose) {
            if let Some(why) = french(&text).filter(|_| !WRITTEN_OTHERWISE.iter().any(|(exempt, _)| *exempt == id)) {
                wrong.push(format!("{id}: {why}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// French texts with something in them that is not French, and why.
const WRITTEN_OTHERWISE: [(&str, &str); 7] = [
    ("remarks-mapping-column", "the quotes are what one writes into the file"),
    ("remarks-mapping-file", "the quotes are what one writes into the file"),
    ("remarks-mapping-file-why", "the quotes are what one writes into the file"),
    ("remarks-receiver-unknown", "the quotes are what one writes into the manifest"),
    ("search-hint", "the quotes are what one types to search for a phrase"),
    ("search-help-phrase", "the quotes are what one types to search for a phrase"),
    ("window-about-licence", "2.0 is the name of the licence"),
];

/// What is wrong with a French text. A no-break space stands before : » % and after «, a narrow one before ; ! ?
fn french(text: &str) -> Option<&'static str> {
    let all: Vec<char> = text.chars().collect();
    for (at, &c) in all.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| all[at]);
        let after = all.get(at + 1).copied();
        let ends = after.is_none_or(char::is_whitespace);
        match c {
            // An address or a time has none: https://, 12:30.
            // « mailto: » is no sentence.
            ':' if ends && before != Some('\u{a0}') && all.get(at + 2) != Some(&'»') => return Some("no no-break space before :"),
            '»' | '%' if before.is_some_and(|c| c != '\u{a0}') => return Some("no no-break space before » or %"),
            ';' | '!' | '?' if ends && before.is_some_and(|c| c != '\u{202f}' && !matches!(c, '!' | '?')) => {
                return Some("no narrow no-break space before ; ! ?");
            }
            '«' if after.is_some_and(|c| c != '\u{a0}') => return Some("no no-break space after «"),
            '\'' => return Some("a straight apostrophe"),
            '"' | '“' | '”' => return Some("quotes that are not French"),
            '.' if before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit()) => {
                return Some("a decimal point");
            }
            _ => {}
        }
    }
    None
}

/// English texts that quote as they always did: import reports have them, and scripts look for them.
const QUOTED_AS_BEFORE: [&str; 5] =
    ["remarks-from-quoted", "remarks-from-unquoted", "remarks-guillemets", "remarks-sheets", "remarks-wanted-mailbox"];

#[test]
fn english_is_written_as_english_is_written() {
    let mut wrong = Vec::new();
    for (id, pieces) in texts(Language::En) {
        for text in pieces.into_iter().map(prose) {
            let is_spaced = [" :", " ;", " !", " ?", " %", "\u{a0}:", "\u{202f}:", "\u{a0}%"].iter().any(|it| text.contains(it));
            let is_quoted = text.contains(['«', '»']) && !QUOTED_AS_BEFORE.contains(&id);
            if is_spaced || is_quoted || text.contains('\u{202f}') {
                wrong.push(format!("{id}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "French habits in English texts:\n{}", wrong.join("\n"));
}

#[test]
fn the_rules_of_french_tell_right_from_wrong() {
    for right in
        ["Qui\u{202f}?", "«\u{a0}oui\u{a0}»", "Liste\u{a0}: deux", "https://exemple.example", "12:30", "l’œuvre", "95\u{a0}%", "0,5\u{202f}; 0,6"]
    {
        assert_eq!(french(right), None, "{right}");
    }
    for wrong in ["Qui ?", "Qui?", "« oui »", "Liste: deux", "l'œuvre", "95 %", "0.5", "\"oui\""] {
        assert!(french(wrong).is_some(), "{wrong}");
    }
}
