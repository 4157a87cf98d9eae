//! The string literals of the program's source: which texts it names, and how it builds names.

use std::collections::BTreeSet;
use std::path::Path;

/// What the source of the program writes in quotes, without its tests.
#[derive(Default)]
pub struct Code {
    /// Every literal without blanks.
    pub literals: BTreeSet<String>,
    /// Those that stand as the id in `text("…")`, `text_with("…")`, `has("…")`.
    pub asked: BTreeSet<String>,
    /// Literals with blanks, as `format!` fills them.
    pub patterns: Vec<Pattern>,
}

/// A literal with blanks that may build an id: `window-command-{}-tip`.
pub struct Pattern {
    /// As it stands in the source.
    pub written: String,
    /// What stands between its blanks.
    pieces: Vec<String>,
}

impl Pattern {
    /// None if no id can come of it.
    fn read(written: &str) -> Option<Self> {
        let mut pieces = vec![String::new()];
        let mut rest = written;
        while let Some((before, blank)) = rest.split_once('{') {
            pieces.last_mut()?.push_str(before);
            rest = blank.split_once('}')?.1;
            pieces.push(String::new());
        }
        pieces.last_mut()?.push_str(rest);
        let is_id = |piece: &String| piece.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        (pieces.len() > 1 && pieces.iter().all(is_id)).then(|| Self { written: written.to_owned(), pieces })
    }

    /// Whether it says itself which area its ids are of: `window-…`.
    pub fn begins_with_one_of(&self, areas: &BTreeSet<&str>) -> bool {
        self.pieces[0].split_once('-').is_some_and(|(area, _)| areas.contains(area))
    }

    /// `-tip` of `{id}-tip`.
    pub fn ending(&self) -> Option<&str> {
        match &self.pieces[..] {
            [empty, ending] if empty.is_empty() && ending.len() > 1 && ending.starts_with('-') => Some(ending),
            _ => None,
        }
    }

    /// Whether it can build `id`.
    pub fn matches(&self, id: &str) -> bool {
        let [first, middle @ .., last] = &self.pieces[..] else { return false };
        let Some(mut rest) = id.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else { return false };
        for piece in middle {
            // A blank holds something.
            let Some(at) = rest.char_indices().skip(1).map(|(at, _)| at).find(|at| rest[*at..].starts_with(piece.as_str())) else { return false };
            rest = &rest[at + piece.len()..];
        }
        !rest.is_empty()
    }
}

impl Code {
    /// Reads every file of `src`.
    pub fn read() -> Self {
        let mut code = Self::default();
        code.folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").as_path());
        assert!(code.literals.len() > 1000, "the source was not read");
        code
    }

    fn folder(&mut self, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_dir() {
                if name != "tests" {
                    self.folder(&path);
                }
            } else if path.extension().is_some_and(|ending| ending == "rs") && !name.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                // What only tests say does not count as said.
                let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                self.file(text);
            }
        }
    }

    fn file(&mut self, text: &str) {
        let mut rest = text;
        let mut before = "";
        while let Some(c) = rest.chars().next() {
            if rest.starts_with("//") {
                rest = rest.find('\n').map_or("", |end| &rest[end..]);
            } else if c == '\'' {
                // A character, unless it is a lifetime.
                let inner = rest[1..].chars().next().unwrap_or_default();
                let end = if inner == '\\' {
                    rest[3..].find('\'').map(|at| at + 4)
                } else {
                    rest[1 + inner.len_utf8()..].starts_with('\'').then_some(2 + inner.len_utf8())
                };
                rest = &rest[end.unwrap_or(1)..];
            } else if let Some((literal, length)) = literal(rest) {
                self.literal(&literal, before);
                rest = &rest[length..];
            } else {
                rest = &rest[c.len_utf8()..];
            }
            before = &text[..text.len() - rest.len()];
        }
    }

    fn literal(&mut self, literal: &str, before: &str) {
        if literal.contains('{') {
            self.patterns.extend(Pattern::read(literal));
            return;
        }
        self.literals.insert(literal.to_owned());
        let before = before.trim_end();
        if literal.contains('-') && ["words.text(", "words.text_with(", "words.has("].iter().any(|call| before.ends_with(call)) {
            self.asked.insert(literal.to_owned());
        }
    }
}

/// The literal that begins here, and how long it is written.
fn literal(text: &str) -> Option<(String, usize)> {
    if let Some(raw) = text.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw[hashes..].strip_prefix('"')?;
        let end = inside.find(&format!("\"{}", "#".repeat(hashes)))?;
        return Some((inside[..end].to_owned(), 1 + hashes + 1 + end + 1 + hashes));
    }
    let inside = text.strip_prefix('"')?;
    let mut is_escaped = false;
    let end = inside.find(|c| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    })?;
    Some((inside[..end].to_owned(), end + 2))
}

#[test]
fn literals_are_found_and_comments_are_not() {
    let mut code = Code::default();
    code.file("// \"no-text\"\nlet a: &'a str = words.text(\"some-text\"); f('\"', '\\'', r#\"raw-text\"#, format!(\"some-{}-tip\", x))");
    assert_eq!(code.literals.iter().map(String::as_str).collect::<Vec<_>>(), ["raw-text", "some-text"]);
    assert_eq!(code.asked.iter().map(String::as_str).collect::<Vec<_>>(), ["some-text"]);
    assert!(code.patterns[0].matches("some-new-tip") && !code.patterns[0].matches("some-new") && !code.patterns[0].matches("some--tip"));
}
