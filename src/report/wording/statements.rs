//! What people say about where they gave their address, in sentences.

use super::verdicts::name;
use crate::args;
use crate::model::{Contents, Statement};
use crate::words::{Words, format};

/// What was said of one file: yes, to it only, or no; since when, with which address, how far to rely on it, and the remark as it was made.
pub fn statement(statement: &Statement, contents: &Contents, words: &Words) -> String {
    let language = words.language();
    let id = match (statement.is_denied, statement.is_exclusive) {
        (true, _) => "questions-said-no",
        (false, true) => "questions-said-only",
        (false, false) => "questions-said-yes",
    };
    let mut said = vec![words.text_with(id, &args! { "source" => name(&statement.source, contents) })];
    if let Some(day) = &statement.given_on {
        said.push(words.text_with("questions-said-since", &args! { "day" => format::uncertain_day(day, language) }));
    }
    if !statement.given_as.is_empty() {
        said.push(words.text_with("questions-said-as", &args! { "given" => statement.given_as.as_str() }));
    }
    if !statement.is_denied {
        said.push(words.text_with("questions-said-reliability", &args! { "reliability" => format::decimal(statement.reliability, 2, language) }));
    }
    if !statement.note.is_empty() {
        said.push(words.text_with("questions-said-note", &args! { "note" => statement.note.as_str() }));
    }
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures::{contents, exact};
    use crate::model::{ImportId, Language, StatementId};

    #[test]
    fn an_answer_is_told_whole_and_a_no_says_that_it_does_not_count() {
        let mut said = Statement {
            id: StatementId(1),
            import: ImportId(1),
            recipient: "r1".into(),
            source: "adherents".into(),
            given_on: Some(exact(2009, 3, 1)),
            is_exclusive: true,
            reliability: 0.9,
            is_denied: false,
            given_as: "r1@post.example".to_owned(),
            note: "carte retrouvée".to_owned(),
        };
        let fr = Words::new(Language::Fr);
        assert_eq!(
            statement(&said, &contents(), &fr),
            "Dit n’avoir donné cette coordonnée qu’au titulaire du fichier «\u{a0}Fichier des adhérents\u{a0}». Depuis\u{a0}: 1er mars 2009. \
             Avec\u{a0}: r1@post.example. Fiabilité\u{a0}: 0,90. Remarque\u{a0}: «\u{a0}carte retrouvée\u{a0}»."
        );
        (said.is_denied, said.is_exclusive) = (true, false);
        let text = statement(&said, &contents(), &Words::new(Language::En));
        assert!(text.starts_with("Says they were not in the file “Fichier des adhérents”; the reasoning makes no use of it."), "{text}");
        assert!(!text.contains("Reliability"), "{text}");
    }
}
