//! Campaigns in words, once, for the window and paper: reasons, merge fields, columns.

use super::Reason;
use super::align::{Basis, FieldKind};
use super::columns::{Answer, Requirements};
use crate::args;
use crate::model::{Contents, Field, SourceId};
use crate::words::{Words, format};

/// Why two messages are together, one reason.
pub fn reason(reason: &Reason, words: &Words) -> String {
    let language = words.language();
    let count = |n: usize| format::count(n as u64, language);
    match reason {
        Reason::SameText => words.text("campaign-reason-same-text"),
        Reason::LikeText { words: share, runs } => {
            let args = args! { "words" => format::percent(*share, language), "runs" => format::percent(*runs, language) };
            words.text_with("campaign-reason-like-text", &args)
        }
        Reason::Stated(campaign) => words.text_with("campaign-reason-stated", &args! { "campaign" => campaign.as_str() }),
        Reason::SameMailing(mailing) => words.text_with("campaign-reason-mailing", &args! { "mailing" => mailing.as_str() }),
        Reason::SameSender(sender) => words.text_with("campaign-reason-sender", &args! { "sender" => sender.as_str() }),
        Reason::SameNumber(number) => words.text_with("campaign-reason-number", &args! { "number" => number.as_str() }),
        Reason::SameLink(link) => words.text_with("campaign-reason-link", &args! { "link" => link.as_str() }),
        Reason::SamePeople { both, of } => {
            words.text_with("campaign-reason-people", &args! { "n" => *both, "both" => count(*both), "of" => count(*of) })
        }
        Reason::Days(days) => words.text_with("campaign-reason-days", &args! { "n" => *days, "days" => count(days.unsigned_abs() as usize) }),
    }
}

/// What a merge field holds.
pub fn kind(kind: FieldKind, words: &Words) -> String {
    words.text(match kind {
        FieldKind::Civility => "campaign-kind-civility",
        FieldKind::FirstName => "campaign-kind-first-name",
        FieldKind::LastName => "campaign-kind-last-name",
        FieldKind::FullName => "campaign-kind-full-name",
        FieldKind::Town => "campaign-kind-town",
        FieldKind::Postcode => "campaign-kind-postcode",
        FieldKind::Street => "campaign-kind-street",
        FieldKind::Identifier => "campaign-kind-identifier",
        FieldKind::Email => "campaign-kind-email",
        FieldKind::Phone => "campaign-kind-phone",
        FieldKind::Date => "campaign-kind-date",
        FieldKind::Link => "campaign-kind-link",
        FieldKind::Unknown => "campaign-kind-unknown",
    })
}

/// What a guess rests on.
pub fn basis(basis: Basis, words: &Words) -> String {
    let count = |n: usize| format::count(n as u64, words.language());
    match basis {
        Basis::Recipients { equal, of } => words.text_with("campaign-basis-recipients", &args! { "equal" => count(equal), "of" => count(of) }),
        Basis::Values => words.text("campaign-basis-values"),
        Basis::Place => words.text("campaign-basis-place"),
        Basis::Blank => words.text("campaign-basis-blank"),
        Basis::None => words.text("campaign-basis-none"),
    }
}

/// What a column holds: « un numéro d’adhérent ou de client ».
pub fn column(field: Field, words: &Words) -> String {
    words.text(match field {
        Field::Civility => "campaign-column-civility",
        Field::FirstName => "campaign-column-first-name",
        Field::LastName => "campaign-column-last-name",
        Field::Street => "campaign-column-street",
        Field::Postcode => "campaign-column-postcode",
        Field::City => "campaign-column-city",
        Field::Identifier => "campaign-column-identifier",
        Field::Email => "campaign-column-email",
        Field::Phone => "campaign-column-phone",
        Field::BirthDate => "campaign-column-birth-date",
        _ => "campaign-column-name",
    })
}

/// One sentence per need that tells sources apart, then one about the sources that have everything. Empty if there is nothing to compare.
pub fn conclusions(requirements: &Requirements, contents: &Contents, words: &Words) -> Vec<String> {
    if requirements.needs.is_empty() || requirements.sources.is_empty() {
        return Vec::new();
    }
    let name =
        |id: &SourceId| contents.source(id).map(|source| source.name.clone()).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string());
    let mut said = Vec::new();
    for (at, need) in requirements.needs.iter().enumerate() {
        let column = column(need.field, words);
        let of = |wanted: fn(&Answer) -> bool| requirements.sources.iter().filter(|source| source.answers.get(at).is_some_and(wanted)).count();
        let (unknown, without) = (of(|answer| matches!(answer, Answer::Unknown)), of(|answer| matches!(answer, Answer::HasNot)));
        if let Some((only, _)) = requirements.only(at)
            && without > 0
        {
            let args = args! { "column" => column, "source" => name(only), "unknown" => unknown };
            said.push(words.text_with("campaign-needs-only", &args));
        } else if of(|answer| matches!(answer, Answer::Has(_))) == 0 && without > 0 {
            said.push(words.text_with("campaign-needs-nobody", &args! { "column" => column, "unknown" => unknown }));
        }
    }
    let complete: Vec<String> =
        requirements.complete().into_iter().map(|id| words.text_with("campaign-quoted", &args! { "name" => name(id) })).collect();
    said.push(match &complete[..] {
        [] => words.text("campaign-needs-complete-none"),
        [only] => words.text_with("campaign-needs-complete-one", &args! { "source" => only.as_str() }),
        several => words.text_with("campaign-needs-complete-several", &args! { "sources" => several.join(", ") }),
    });
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::columns::{Because, Need, SourceColumns};
    use crate::model::{Channel, Language, Source};

    #[test]
    fn the_only_file_with_a_member_number_is_told_in_both_languages() {
        let has = || Answer::Has(vec!["N°".to_owned()]);
        let source = |id: &str, answers| SourceColumns { source: id.into(), answers };
        let requirements = Requirements {
            needs: vec![Need { field: Field::Identifier, because: vec![Because::MergeField(0)] }],
            sources: vec![source("adherents", vec![has()]), source("lettre", vec![Answer::HasNot])],
            untold: Vec::new(),
        };
        let contents = Contents {
            sources: vec![Source { id: "adherents".into(), name: "Fichier des adhérents".to_owned(), ..Source::default() }],
            ..Contents::default()
        };
        let fr = conclusions(&requirements, &contents, &Words::new(Language::Fr));
        assert_eq!(
            fr[0],
            "La liste devait contenir un numéro de personne (adhérent, client, locataire…)\u{a0}: parmi les fichiers, seul «\u{a0}Fichier des adhérents\u{a0}» a cette colonne."
        );
        let en = conclusions(&requirements, &contents, &Words::new(Language::En));
        assert_eq!(
            en[0],
            "The list must have held a number of a person (member, customer, tenant…): of the files, only “Fichier des adhérents” has that column."
        );
        assert_eq!(fr.len(), 2);
    }

    #[test]
    fn every_reason_has_its_words() {
        for language in [Language::Fr, Language::En] {
            let words = Words::new(language);
            for one in [
                Reason::SameText,
                Reason::LikeText { words: 0.92, runs: 0.8 },
                Reason::Stated("c7".into()),
                Reason::SameMailing("x".into()),
                Reason::SameSender("x".into()),
                Reason::SameNumber("x".into()),
                Reason::SameLink("x".into()),
                Reason::SamePeople { both: 1, of: 2 },
                Reason::Days(0),
            ] {
                let said = reason(&one, &words);
                assert!(!said.contains('‹') && !said.is_empty(), "{said}");
            }
            assert!(reason(&Reason::LikeText { words: 0.92, runs: 0.8 }, &words).starts_with("92"));
            for (field, channel) in [(Field::Email, Channel::Email), (Field::BirthDate, Channel::Other)] {
                assert!(!column(field, &words).contains('‹'), "{channel:?}");
            }
        }
    }
}
