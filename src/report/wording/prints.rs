//! Fingerprints and addresses that name a file, in sentences and short names: the same in tables, in `results.json` and on paper.

use super::verdicts::name;
use crate::analysis::{Prints, Reach};
use crate::args;
use crate::attribute::fingerprint::canary::{CanaryReason, Flagged, Worth};
use crate::attribute::fingerprint::{Civility, Layout, Letters, QuirkKind, Rendered, Rule};
use crate::model::{Contents, SourceId};
use crate::words::{Words, format};

/// What fingerprints bear on, and why; then, if there are any, the sealed sources nothing can be read off.
pub fn reach(prints: &Prints, contents: &Contents, words: &Words) -> Vec<String> {
    let mut said = vec![words.text(match prints.reach {
        Reach::Nothing => "prints-reach-nothing",
        Reach::Shares => "prints-reach-shares",
        Reach::Everything => "prints-reach-everything",
    })];
    if prints.fingerprints.factors.is_empty() {
        said.push(words.text("prints-none"));
    }
    if !prints.unreadable.is_empty() {
        said.push(words.text_with("sealed-cannot-fingerprints", &args! { "sources" => names(&prints.unreadable, contents, words) }));
    }
    said
}

/// Why an address is flagged, what it counts for, and what to ask. `who` is whom to call them: an id, or an address.
pub fn canary(flagged: &Flagged, who: &str, contents: &Contents, words: &Words) -> String {
    format!("{} {}", flag(flagged, who, contents, words), caveat(words))
}

/// What must be said beside addresses that name a file.
pub fn caveat(words: &Words) -> String {
    words.text("prints-canary-caveat")
}

/// Why an address is flagged and what it counts for; [`caveat`] must be said beside it.
pub fn flag(flagged: &Flagged, who: &str, contents: &Contents, words: &Words) -> String {
    let canary = &flagged.canary;
    let source = name(&canary.source, contents);
    let mut said = vec![match &canary.reason {
        CanaryReason::Tag { tag, .. } => words.text_with("prints-canary-tag", &args! { "who" => who, "tag" => tag.as_str(), "source" => source }),
        CanaryReason::Alias { local, .. } => {
            words.text_with("prints-canary-alias", &args! { "who" => who, "local" => local.as_str(), "source" => source })
        }
        CanaryReason::Seeded { row, column, value, .. } => {
            let row = format::count(row + 1, words.language());
            let args = args! { "who" => who, "row" => row, "source" => source, "column" => column.as_str(), "value" => value.as_str() };
            words.text_with("prints-canary-seeded", &args)
        }
        CanaryReason::GivenToOne { reliability, .. } => {
            let args = args! { "who" => who, "source" => source, "reliability" => format::decimal(*reliability, 2, words.language()) };
            words.text_with("prints-canary-given", &args)
        }
    }];
    if !canary.others.is_empty() {
        said.push(words.text_with("prints-canary-others", &args! { "sources" => names(&canary.others, contents, words) }));
    }
    said.push(worth(flagged, contents, words));
    said.join(" ")
}

/// What a flagged address counts for.
pub fn worth(flagged: &Flagged, contents: &Contents, words: &Words) -> String {
    match flagged.worth {
        Worth::Statement { reliability } => {
            words.text_with("prints-worth-statement", &args! { "reliability" => format::decimal(reliability, 2, words.language()) })
        }
        Worth::Said => words.text("prints-worth-said"),
        Worth::Ambiguous => words.text("prints-worth-ambiguous"),
        Worth::Shared => words.text_with("prints-worth-shared", &args! { "sources" => names(&flagged.also_in, contents, words) }),
        Worth::Absent => words.text("prints-worth-absent"),
        Worth::Silent => words.text("prints-worth-silent"),
        Worth::Unsure => words.text("prints-worth-unsure"),
    }
}

fn names(sources: &[SourceId], contents: &Contents, words: &Words) -> String {
    let names: Vec<String> = sources.iter().map(|id| words.text_with("campaign-quoted", &args! { "name" => name(id, contents) })).collect();
    names.join(", ")
}

/// What a message renders: « nom affiché ».
pub fn field(field: Rendered, words: &Words) -> String {
    words.text(match field {
        Rendered::DisplayName => "prints-field-display-name",
        Rendered::Salutation => "prints-field-salutation",
        Rendered::NameLine => "prints-field-name-line",
        Rendered::ExtraLine => "prints-field-extra-line",
        Rendered::StreetLine => "prints-field-street-line",
        Rendered::PlaceLine => "prints-field-place-line",
        Rendered::Address => "prints-field-address",
    })
}

/// What makes a difference: « autre graphie ».
pub fn kind(kind: QuirkKind, words: &Words) -> String {
    words.text(match kind {
        QuirkKind::Spelling => "prints-kind-spelling",
        QuirkKind::Tag => "prints-kind-tag",
        QuirkKind::Cut => "prints-kind-cut",
        QuirkKind::Order => "prints-kind-order",
        QuirkKind::Civility => "prints-kind-civility",
        QuirkKind::Punctuation => "prints-kind-punctuation",
        QuirkKind::Accents => "prints-kind-accents",
        QuirkKind::Capitals => "prints-kind-capitals",
    })
}

/// A rendering rule: « Prénom Nom, nom en capitales, sans accents ».
pub fn rule(rule: &Rule, words: &Words) -> String {
    let layout = match rule.layout {
        Layout::Whole => "prints-layout-whole",
        Layout::FirstLast => "prints-layout-first-last",
        Layout::LastFirst => "prints-layout-last-first",
        Layout::LastCommaFirst => "prints-layout-last-comma-first",
        Layout::First => "prints-layout-first",
        Layout::Last => "prints-layout-last",
        Layout::CivilityOnly => "prints-layout-civility-only",
        Layout::Extra => "prints-layout-extra",
        Layout::NumberStreet => "prints-layout-number-street",
        Layout::NumberCommaStreet => "prints-layout-number-comma-street",
        Layout::PostcodeCity => "prints-layout-postcode-city",
        Layout::CityPostcode => "prints-layout-city-postcode",
        Layout::City => "prints-layout-city",
        Layout::Email => "prints-layout-email",
    };
    let letters = match rule.letters {
        Letters::AsWritten => "prints-letters-as-written",
        Letters::Upper => "prints-letters-upper",
        Letters::Lower => "prints-letters-lower",
        Letters::Title => "prints-letters-title",
        Letters::TitleAtSpaces => "prints-letters-title-at-spaces",
        Letters::LastUpper => "prints-letters-last-upper",
        Letters::LastUpperRestTitle => "prints-letters-last-upper-rest-title",
    };
    let mut parts = vec![words.text(layout), words.text(letters)];
    if rule.civility != Civility::Absent {
        parts.push(words.text("prints-rule-civility"));
    }
    if rule.drops_accents {
        parts.push(words.text("prints-rule-no-accents"));
    }
    if let Some(n) = rule.cut {
        parts.push(words.text_with("prints-rule-cut", &args! { "n" => n }));
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::fingerprint::canary::Canary;
    use crate::chart::fixtures;
    use crate::model::{Language, SnapshotId, StatementId};

    fn reasons() -> [CanaryReason; 4] {
        [
            CanaryReason::Tag { tag: "club".to_owned(), word: "club".to_owned() },
            CanaryReason::Alias { local: "club.anna".to_owned(), word: "club".to_owned() },
            CanaryReason::Seeded { snapshot: SnapshotId(1), row: 11, column: "Canari".to_owned(), value: "oui".to_owned() },
            CanaryReason::GivenToOne { statement: StatementId(1), reliability: 0.9 },
        ]
    }

    #[test]
    fn every_reason_and_worth_is_said_in_both_languages_with_what_to_ask() {
        let worths =
            [Worth::Statement { reliability: 0.9 }, Worth::Said, Worth::Ambiguous, Worth::Shared, Worth::Absent, Worth::Silent, Worth::Unsure];
        for language in [Language::Fr, Language::En] {
            let words = Words::new(language);
            for reason in reasons() {
                for worth in worths {
                    let canary = Canary { recipient: "r1".into(), source: "adherents".into(), reason: reason.clone(), others: vec!["lettre".into()] };
                    let flagged = Flagged { canary, also_in: vec!["lettre".into()], worth };
                    let said = super::canary(&flagged, "r1", &fixtures::contents(), &words);
                    assert!(!said.contains('‹') && said.ends_with(&words.text("prints-canary-caveat")), "{said}");
                    assert!(super::super::linter::objections(&said, language).is_empty(), "{said}");
                }
            }
            let prints = Prints { unreadable: vec!["caisse".into()], ..Prints::default() };
            assert_eq!(reach(&prints, &fixtures::contents(), &words).len(), 3);
        }
        let fr = Words::new(Language::Fr);
        let rule = Rule { letters: Letters::LastUpper, drops_accents: true, cut: Some(20), ..Rule::as_is(Layout::LastFirst) };
        assert_eq!(super::rule(&rule, &fr), "Nom Prénom, nom en capitales, sans accents, coupé à 20 caractères");
        assert!(Rendered::ALL.into_iter().all(|one| !field(one, &fr).contains('‹')));
    }
}
