//! The guide says what is there: its pictures exist and are small, its links lead somewhere, and what it calls things by is what the window calls them.

use super::{LANGUAGES, french, prose, texts};
use sourcier::model::Language;
use sourcier::ui::window::command::{Command, catalogue, offer};
use sourcier::words::Words;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What stands in quotes in the guide and is no text of the window, and why.
const NO_NAMES: [(&str, &str); 2] = [("jusqu’à aujourd’hui", "what an open end is not"), ("until today", "what an open end is not")];
/// What the pictures may weigh: one, and all together.
const BYTES: (u64, u64) = (200_000, 3_000_000);

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn guide(language: Language) -> String {
    std::fs::read_to_string(docs().join(if language == Language::Fr { "guide.fr.md" } else { "guide.en.md" })).unwrap()
}

/// What stands between two signs. Text in code is left out.
fn between(text: &str, open: &str, close: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(open) {
        let Some((inside, after)) = after.split_once(close) else { break };
        // Lines of a paragraph are joined by plain spaces; others are part of a name.
        found.push(inside.split(['\n', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
        rest = after;
    }
    found
}

/// The guide without what is code or the address of a link.
fn without_code(text: &str) -> String {
    let text: String = text.split('`').step_by(2).collect::<Vec<_>>().join("…");
    text.split("](")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once(')').map_or("", |(_, rest)| rest) })
        .collect::<Vec<_>>()
        .join("]")
}

#[test]
fn what_the_guide_calls_things_by_is_what_the_window_calls_them() {
    for language in LANGUAGES {
        let text = without_code(&guide(language));
        let (open, close) = if language == Language::Fr { ("«\u{a0}", "\u{a0}»") } else { ("“", "”") };
        let known: BTreeSet<String> = texts(language).into_values().flatten().map(prose).collect();
        let named = between(&text, open, close);
        assert!(named.len() > 30, "{named:?}");
        let unknown: Vec<_> =
            named.iter().filter(|name| !known.contains(name.as_str()) && !NO_NAMES.iter().any(|(other, _)| name == other)).collect();
        assert!(unknown.is_empty(), "{language:?}: no text of the window: {unknown:?}");
    }
}

#[test]
fn the_keys_of_the_guide_are_keys_of_commands() {
    let ctx = egui::Context::default();
    ctx.set_os(egui::os::OperatingSystem::Nix);
    for language in LANGUAGES {
        let words = Words::new(language);
        let commands = catalogue::titled();
        let all = commands.iter().map(|(_, command)| command).flat_map(|command: &Command| command.shortcut().into_iter().chain(command.other_key()));
        let known: BTreeSet<String> = all.map(|keys| offer::keys_text(&ctx, &keys, &words)).collect();
        let is_key = |code: &&String| code.starts_with("Ctrl+") || *code == "/" || (code.starts_with('F') && code[1..].parse::<u8>().is_ok());
        let named: Vec<String> = between(&guide(language), "`", "`").into_iter().filter(|code| is_key(&code)).collect();
        assert!(named.len() > 8, "{named:?}");
        for key in named {
            assert!(known.contains(&key), "{language:?}: {key} is no key of a command: {known:?}");
        }
    }
}

#[test]
fn pictures_links_and_files_of_the_guide_are_there_and_small() {
    let mut pictures = BTreeSet::new();
    let root = docs().parent().unwrap().to_owned();
    let mut pages: Vec<(PathBuf, String)> = LANGUAGES.map(|language| (docs(), guide(language))).into();
    pages.push((root.clone(), std::fs::read_to_string(root.join("README.md")).unwrap()));
    for (folder, page) in &pages {
        for link in between(page, "](", ")").into_iter().filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let path = folder.join(link.split('#').next().unwrap_or_default());
            assert!(path.exists(), "{link} leads nowhere");
            if path.extension().is_some_and(|ending| ending == "png") {
                let size = path.metadata().unwrap().len();
                assert!(size < BYTES.0, "{link}: {size} bytes");
                pictures.insert(path.canonicalize().unwrap());
            }
        }
    }
    assert!(pages[2].1.contains("docs/guide.fr.md") && pages[2].1.contains("docs/guide.en.md"), "the README leads to the guide");
    let kept: BTreeSet<PathBuf> =
        std::fs::read_dir(docs().join("images")).unwrap().map(|entry| entry.unwrap().path().canonicalize().unwrap()).collect();
    assert_eq!(kept, pictures, "every picture is shown somewhere");
    assert!(kept.iter().map(|path| path.metadata().unwrap().len()).sum::<u64>() < BYTES.1);
    // Files of the sample, and commands of the command line.
    let sample = root.join("sample-data/adherents");
    for language in LANGUAGES {
        let code = between(&guide(language), "`", "`");
        let is_file = |name: &&String| [".csv", "messages", ".toml"].iter().any(|ending| name.ends_with(ending)) && !name.contains(' ');
        let files: Vec<&String> = code.iter().filter(is_file).collect();
        assert!(files.len() > 7, "{files:?}");
        for file in files {
            assert!(sample.join(file).exists() || root.join(file).exists(), "{file} is not there");
        }
        let help = std::process::Command::new(env!("CARGO_BIN_EXE_sourcier")).arg("--help").output().unwrap();
        let help = String::from_utf8_lossy(&help.stdout).into_owned();
        for said in code.iter().filter_map(|said| said.strip_prefix("sourcier ")) {
            let command = said.split(' ').next().unwrap_or_default();
            assert!(help.lines().any(|line| line.trim_start().starts_with(&format!("{command} "))), "no command {command}: {help}");
        }
    }
}

#[test]
fn the_french_guide_is_written_as_french_is_written() {
    for line in without_code(&guide(Language::Fr)).lines().filter(|line| !line.starts_with("![")) {
        // Emphasis and links are marks of the page, no text.
        let text = line.replace(['*', '[', ']', '#'], "");
        assert_eq!(french(&text), None, "{text}");
    }
}
