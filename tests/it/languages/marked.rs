//! Nothing is visible that is not from the texts or from the case: with every text between marks, what stands outside of them must be data.
//!
//! Texts are marked for a whole process, so each language looks at the window in a process of its own.

use super::LANGUAGES;
use crate::tour;
use crate::waiting::Window;
use egui_kittest::kittest::NodeT as _;
use sourcier::model::Language;
use sourcier::ui::window::session::Session;
use sourcier::words::{MARKS, mark_texts};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

const SAMPLE: &str = "adherents";
/// Tells the child which language; without it there is nothing to look at.
const CHILD: &str = "SOURCIER_TEST_MARKED_LANGUAGE";

/// What may stand outside of marks and is neither text nor data, and why.
const ALLOWED: [(&str, &str); 8] = [
    ("tsv", "the name of a format"),
    ("sourcier", "the name of the program"),
    ("utc", "a zone is written alike in both languages"),
    ("er", "the first of a month in French: 1er"),
    ("ctrl", "a key, as egui names it"),
    ("alt", "a key"),
    ("esc", "a key"),
    ("sha 256", "the name of the digest"),
];

/// Months are written by `words::format`, which a test of its own reads in both languages.
const MONTHS: &str = " janvier février mars avril mai juin juillet août septembre octobre novembre décembre \
     january february march april may june july august september october november december ";

/// Not a test by itself: what the test below starts.
#[test]
#[ignore = "started by nothing_is_visible_but_texts_and_what_the_case_holds"]
fn child_with_marked_texts() {
    let Some(language) = std::env::var_os(CHILD) else { return };
    mark_texts();
    let language = if language == "Fr" { Language::Fr } else { Language::En };
    let mut harness = tour::begin(SAMPLE, language);
    let data = Data::of(harness.state().session().unwrap());
    let mut found = BTreeSet::new();
    let mut seen = 0;
    let mut hovering = tour::Hovering::begin(&mut harness);
    tour::every_place(&mut harness, language, &mut |harness, place| {
        for text in texts(harness) {
            seen += 1;
            if text.contains('‹') {
                found.insert(format!("{place}: a text is missing: {text}"));
            }
            for part in outside(&text) {
                if !data.says(&part) {
                    found.insert(format!("{place}: {part:?} in {text:?}"));
                }
            }
        }
        hovering.go_over(harness, place);
    });
    assert!(seen > 1000, "something was shown");
    println!("{} things gone over, {} texts came up", hovering.walked(), hovering.said.len());
    assert!(hovering.said.len() > 150, "texts come up beside the pointer: {:?}", hovering.said);
    for (place, text) in &hovering.said {
        if text.contains('‹') {
            found.insert(format!("{place}: a text is missing: {text}"));
        }
        found.extend(outside(text).into_iter().filter(|part| !data.says(part)).map(|part| format!("on hover, {place}: {part:?} in {text:?}")));
    }
    assert!(found.is_empty(), "visible, and neither from the texts nor from the case:\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn nothing_is_visible_but_texts_and_what_the_case_holds() {
    let children = LANGUAGES.map(|language| {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "languages::marked::child_with_marked_texts", "--ignored", "--nocapture", "--test-threads=1"])
            .env(CHILD, format!("{language:?}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        (language, child.unwrap())
    });
    for (language, child) in children {
        let output = child.wait_with_output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{language:?}\n{said}");
        assert!(said.contains("1 passed"), "the child ran: {said}");
    }
}

/// Every text in the accessibility tree.
fn texts(harness: &Window) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    let all = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        // The lines of a text stand in the node above them as a whole.
        if node.role() == egui::accesskit::Role::TextRun {
            return [const { None }; 3];
        }
        [node.label(), node.value(), node.description()]
    });
    all.flatten().collect()
}

/// What stands outside of marks, cut where sentences and lists are cut.
fn outside(text: &str) -> Vec<String> {
    let [open, close] = MARKS;
    let mut depth = 0_usize;
    let mut rest = String::new();
    for c in text.chars() {
        if c == open {
            depth += 1;
            rest.push('\n');
        } else if c == close {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            rest.push(c);
        }
    }
    rest.split(['\n', '\t', ',', ';', ':', '·', '—', '–', '(', ')', '/', '→', '…', '«', '»', '+'])
        .map(plain)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Letters and digits of a text in small letters, the rest as single spaces.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// What the case and its files say.
struct Data {
    /// All of it, as one text.
    text: String,
    /// The cells of tables and what stands in quotes, one by one.
    cells: BTreeSet<String>,
}

impl Data {
    fn new(text: &str) -> Self {
        let cells = text.split([';', ',', '\t', '\n', '"']).map(plain).filter(|cell| !cell.is_empty()).collect();
        Self { text: format!(" {} ", plain(text)), cells }
    }

    /// Everything the case and its files say.
    fn of(session: &Session) -> Self {
        let case = session.case();
        let mut all = serde_json::to_string(case.contents()).unwrap().replace("\\n", " ");
        for snapshot in &case.contents().snapshots {
            for row in 0..snapshot.rows {
                write!(all, "\n{}", case.row(snapshot.id, row).unwrap().join("\t")).unwrap();
            }
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        read(&root.join("sample-data").join(SAMPLE), &mut all);
        // Texts too, in both languages, which a court or a laboratory must be able to read as one file: the verbal scale and the rival explanations.
        for file in ["verbal-scale.toml", "rivals.toml"] {
            read(&root.join("assets/data").join(file), &mut all);
        }
        // Where the case is, and the folder beside it that is proposed for the results.
        let path = session.path().with_extension("");
        let name = path.file_name().unwrap().display();
        write!(all, "\n{}\n{name}-results {name}-resultats", path.parent().unwrap().display()).unwrap();
        Self::new(&all)
    }

    fn says(&self, part: &str) -> bool {
        if self.text.contains(&format!(" {part} ")) || ALLOWED.iter().any(|(allowed, _)| part == *allowed) {
            return true;
        }
        // E12 and R3 are short names of evidence and recipients, F8 is a key.
        let short_name = |word: &str| word.strip_prefix(['e', 'r', 'f']).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()));
        // A name in two cells, a file with its short name.
        if let Some((first, rest)) = part.split_once(' ')
            && short_name(first)
        {
            return self.says(rest);
        }
        let mut cuts = part.match_indices(' ').map(|(at, _)| (&part[..at], &part[at + 1..]));
        if cuts.any(|(before, after)| self.cells.contains(before) && self.cells.contains(after)) {
            return true;
        }
        // Numbers, dates, digests, single letters.
        part.split(' ').all(|word| {
            let is_number = word.chars().all(|c| c.is_ascii_digit());
            let is_digest = word.len() >= 8 && word.chars().all(|c| c.is_ascii_hexdigit());
            let is_known = ALLOWED.iter().any(|(allowed, _)| word == *allowed) || MONTHS.contains(&format!(" {word} "));
            is_number || is_digest || is_known || short_name(word) || word.chars().count() == 1 || word == "1er"
        })
    }
}

fn read(path: &Path, all: &mut String) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            read(&entry.unwrap().path(), all);
        }
    } else {
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap_or_default().display();
        write!(all, "\n{name}\n{}", String::from_utf8_lossy(&bytes)).unwrap();
    }
}

#[test]
fn what_stands_outside_of_marks_is_found() {
    let [open, close] = MARKS;
    let text = format!("{open}Ouvrir {open}le dossier{close}{close} — Ada Vance, 3 rows");
    assert_eq!(outside(&text), ["ada vance", "3 rows"]);
    let data = Data::new("Vance;Ada");
    for known in ["vance", "ada vance", "14 mai 2010", "e3 ada vance"] {
        assert!(data.says(known), "{known}");
    }
    for unknown in ["3 rows", "vanc", "ada rows"] {
        assert!(!data.says(unknown), "{unknown}");
    }
}
