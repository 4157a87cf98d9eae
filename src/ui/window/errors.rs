//! One function that renders every error: the sentence, the chain of causes, and the path last, so that it can be cut off when shared.

use crate::case::CaseError;
use crate::import::ImportError;
use crate::ui::cli::path_of;
use crate::words::Words;
use std::error::Error;

/// The sentence, its causes, and the file it is about.
pub fn render(error: &(dyn Error + 'static), words: &Words) -> String {
    let mut text = translated(error, words).unwrap_or_else(|| error.to_string());
    let mut last = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let sentence = cause.to_string();
        // A transparent wrapper repeats its source; once is enough.
        if sentence != last {
            text.push_str(" — ");
            text.push_str(&sentence);
        }
        last = sentence;
        source = cause.source();
    }
    if let Some(path) = path_of(error).filter(|path| !path.as_os_str().is_empty()) {
        text.push('\n');
        text.push_str(&path.display().to_string());
    }
    text
}

/// The sentences a person meets every day, in their language; the others are in the words of the error.
fn translated(error: &(dyn Error + 'static), words: &Words) -> Option<String> {
    if let Some(said) = error.downcast_ref::<ImportError>().and_then(ImportError::said) {
        return Some(words.said(&said));
    }
    let id = match case_error(error)? {
        CaseError::NotACase { .. } => "window-error-not-a-case",
        CaseError::PassphraseNeeded { .. } => "window-error-passphrase-needed",
        CaseError::WrongPassphrase { .. } => "window-error-wrong-passphrase",
        CaseError::InUse { .. } => "window-error-in-use",
        CaseError::Exists { .. } => "window-error-exists",
        CaseError::ReadOnly { .. } => "window-error-read-only",
        CaseError::Veiled => "frame-shield-original",
        CaseError::Cancelled => "window-error-cancelled",
        _ => return None,
    };
    Some(words.text(id))
}

fn case_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a CaseError> {
    match error.downcast_ref::<ImportError>() {
        Some(ImportError::Case(error)) => Some(error),
        _ => error.downcast_ref::<CaseError>(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn the_sentence_comes_first_and_the_path_last() {
        let words = Words::new(Language::En);
        let error = ImportError::Read { path: "lists/a.csv".into(), source: std::io::Error::other("disk gone") };
        assert_eq!(render(&error, &words), "The file could not be read — disk gone\nlists/a.csv");
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
        assert!(text.starts_with(&words.text("window-error-in-use")), "{text}");
        assert!(!text.contains("already open"), "{text}");
        assert!(text.ends_with("\nx.sourcier"), "{text}");
    }
}
