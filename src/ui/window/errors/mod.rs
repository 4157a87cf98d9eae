//! One function that renders every error: the sentence and its causes in the language of who reads it, then what a library said, marked as a technical
//! detail, and the path last, so that it can be cut off when shared.
//!
//! Causes are told apart by their types, never by their words. An error no place here knows is a technical detail only.

mod case;
mod work;

use crate::case::CaseError;
use crate::import::ImportError;
use crate::model::{Said, SealKeyError};
use crate::ui::cli::path_of;
use crate::words::{Words, system};
use std::error::Error;

/// What is said of an error and its causes.
#[derive(Default)]
pub(super) struct Told {
    /// Sentences, and ends of them.
    said: Vec<Said>,
    /// What others said, in their own words.
    details: Vec<String>,
}

impl Told {
    fn said(said: Said) -> Self {
        Self { said: vec![said], details: Vec::new() }
    }

    fn and(mut self, said: Said) -> Self {
        self.said.push(said);
        self
    }

    fn detail(mut self, detail: impl Into<String>) -> Self {
        self.details.push(detail.into());
        self
    }

    /// What is said of one error; its causes are others.
    fn of(error: &(dyn Error + 'static)) -> Self {
        if let Some(error) = error.downcast_ref::<CaseError>() {
            return case::told(error);
        }
        if let Some(error) = error.downcast_ref::<rusqlite::Error>() {
            return case::database(error);
        }
        if let Some(error) = error.downcast_ref::<std::io::Error>() {
            return of_system(error);
        }
        if let Some(said) = error.downcast_ref::<ImportError>().and_then(ImportError::said) {
            return Self::said(said);
        }
        if let Some(error) = error.downcast_ref::<SealKeyError>() {
            return Self::said(error.said());
        }
        work::told(error).unwrap_or_else(|| Self::default().detail(error.to_string()))
    }

    /// The same with its causes.
    fn with_causes(error: &(dyn Error + 'static)) -> Self {
        let mut told = Self::default();
        let mut next = Some(error);
        while let Some(error) = next {
            let error = work::inside(error);
            let Self { said, details } = Self::of(error);
            told.said.extend(said);
            told.details.extend(details);
            next = error.source();
        }
        told
    }
}

/// What the system said; or what we said to it, where an error of ours came back through it.
fn of_system(error: &std::io::Error) -> Told {
    if let Some(inner) = error.get_ref() {
        let inner: &(dyn Error + 'static) = inner;
        let told = Told::of(work::inside(inner));
        if !told.said.is_empty() {
            return told;
        }
    }
    Told { said: vec![system::cause(error)], details: system::detail(error).into_iter().collect() }
}

/// The sentence, its causes, the technical detail, and the file it is about.
pub fn render(error: &(dyn Error + 'static), words: &Words) -> String {
    let mut text = worded(Told::with_causes(error), None, words);
    if let Some(path) = path_of(work::inside(error)).filter(|path| !path.as_os_str().is_empty()) {
        text.push('\n');
        text.push_str(&path.display().to_string());
    }
    text
}

/// The same after a sentence that says what was not done.
pub fn after(sentence: String, error: &(dyn Error + 'static), words: &Words) -> String {
    worded(Told::with_causes(error), Some(sentence), words)
}

fn worded(told: Told, first: Option<String>, words: &Words) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for sentence in first.into_iter().chain(told.said.iter().map(|said| words.said(said))) {
        // A transparent wrapper repeats its source; once is enough.
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    if sentences.is_empty() {
        sentences.push(words.text("errors-unknown"));
    }
    let last = sentences.len() - 1;
    // A full stop stands at the end only.
    for sentence in &mut sentences[..last] {
        sentence.truncate(sentence.trim_end_matches('.').len());
    }
    let mut text = sentences.join(" — ");
    let mut details: Vec<String> = Vec::new();
    for detail in told.details {
        let detail = detail.split_whitespace().collect::<Vec<_>>().join(" ");
        if !detail.is_empty() && !details.iter().any(|known| known.contains(&detail)) {
            details.push(detail);
        }
    }
    if !details.is_empty() {
        let detail = words.text_with("errors-detail", &crate::args! { "detail" => details.join("; ") });
        text.truncate(text.trim_end_matches('.').len());
        text.push_str(" (");
        text.push_str(&detail);
        text.push(')');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use std::io::ErrorKind;

    #[test]
    fn the_sentence_comes_first_then_the_cause_the_detail_and_the_path_last() {
        let words = Words::new(Language::En);
        let error = ImportError::Read { path: "lists/a.csv".into(), source: ErrorKind::StorageFull.into() };
        let expected = "The file could not be read — there is no room left on the disk; make some and try again\nlists/a.csv";
        assert_eq!(render(&error, &words), expected);
        let error = ImportError::Read { path: "lists/a.csv".into(), source: std::io::Error::other("disk gone") };
        let expected = "The file could not be read — the system refused without saying why (technical detail: disk gone)\nlists/a.csv";
        assert_eq!(render(&error, &words), expected);
    }

    #[test]
    fn a_refused_file_is_explained_in_the_users_language() {
        let words = Words::new(Language::Fr);
        let what = crate::said!("remarks-no-such-column", column = crate::model::Arg::quoted("Tel"), field = crate::model::Field::Phone);
        let error = ImportError::Mapping { what, found: vec!["Nom".to_owned()], path: "a.csv".into() };
        let text = render(&error, &words);
        assert!(text.starts_with("Il n’y a pas de colonne «\u{a0}Tel\u{a0}» pour «\u{a0}téléphone\u{a0}»"), "{text}");
        assert!(text.ends_with("\na.csv"), "{text}");
        assert_eq!(error.to_string(), "There is no column \"Tel\" for phone; the header has [\"Nom\"]");
    }

    #[test]
    fn a_wrapped_case_error_is_said_once_and_in_the_users_language() {
        let words = Words::new(Language::Fr);
        let error = ImportError::Case(CaseError::InUse { path: "x.sourcier".into() });
        let text = render(&error, &words);
        assert_eq!(text, format!("{}\nx.sourcier", words.text("window-error-in-use")));
    }

    #[test]
    fn an_error_of_ours_that_came_through_the_system_is_still_ours() {
        let words = Words::new(Language::Fr);
        let error = std::io::Error::other(CaseError::Veiled);
        assert_eq!(render(&error, &words), words.text("frame-shield-original"));
    }

    #[test]
    fn what_nobody_knows_is_a_technical_detail() {
        let words = Words::new(Language::Fr);
        let error = "x".parse::<u8>().unwrap_err();
        assert_eq!(render(&error, &words), format!("Cela n’a pas réussi (détail technique\u{a0}: {error})"));
    }
}
