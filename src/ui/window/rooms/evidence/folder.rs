//! The files of a folder that is put on the desk, with those of the folders in it.

use crate::words::{Words, format};
use std::path::{Path, PathBuf};

/// Most files taken from one folder: more would be a mistake (a whole disk), and is said.
const MOST: usize = 2_000;
/// Folders in folders that are gone into; a link may lead round in a circle.
const DEEPEST: usize = 12;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// By name, those of a folder before those of the folders in it.
    pub files: Vec<PathBuf>,
    /// What was not taken.
    pub left_out: Vec<LeftOut>,
}

/// Something of a folder that is not on the desk.
#[derive(Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A folder that could not be read, or lies too deep.
    Folder(PathBuf),
    /// So many files beyond the most that are taken.
    Files(u64),
}

impl LeftOut {
    /// What the desk says of it.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Folder(path) => words.text_with("window-desk-folder-unread", &crate::args! { "folder" => path.display().to_string() }),
            Self::Files(n) => {
                let (count, most) = (format::count(*n, words.language()), format::count(MOST as u64, words.language()));
                words.text_with("window-desk-folder-many", &crate::args! { "count" => count, "most" => most })
            }
        }
    }
}

/// The files of a folder. Hidden ones, which programs put there, are no evidence anybody has chosen.
pub fn files(folder: &Path) -> Found {
    let mut found = Found::default();
    let mut beyond = 0;
    gather(folder, 0, &mut found, &mut beyond);
    if beyond > 0 {
        found.left_out.push(LeftOut::Files(beyond));
    }
    found
}

fn gather(folder: &Path, depth: usize, found: &mut Found, beyond: &mut u64) {
    let Some(entries) = std::fs::read_dir(folder).ok().filter(|_| depth <= DEEPEST) else {
        found.left_out.push(LeftOut::Folder(folder.to_owned()));
        return;
    };
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| !is_hidden(path)).collect();
    paths.sort();
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| path.is_dir());
    for file in files.into_iter().filter(|path| path.is_file()) {
        if found.files.len() < MOST {
            found.files.push(file);
        } else {
            *beyond += 1;
        }
    }
    for folder in folders {
        gather(&folder, depth + 1, found, beyond);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_in_a_folder_are_gone_into_and_nothing_is_left_out_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("messages/2018")).unwrap();
        for name in ["b.csv", "a.csv", ".DS_Store", "messages/m.eml", "messages/2018/n.eml"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let found = files(folder.path());
        let names: Vec<PathBuf> = found.files.iter().map(|path| path.strip_prefix(folder.path()).unwrap().to_owned()).collect();
        assert_eq!(names, ["a.csv", "b.csv", "messages/m.eml", "messages/2018/n.eml"].map(PathBuf::from));
        assert!(found.left_out.is_empty());
        let missing = folder.path().join("nowhere");
        assert_eq!(files(&missing).left_out, [LeftOut::Folder(missing)]);
    }

    #[test]
    fn files_beyond_the_most_are_counted() {
        let folder = tempfile::tempdir().unwrap();
        for n in 0..MOST + 3 {
            std::fs::write(folder.path().join(format!("{n}.eml")), "x").unwrap();
        }
        let found = files(folder.path());
        assert_eq!((found.files.len(), found.left_out), (MOST, vec![LeftOut::Files(3)]));
    }
}
