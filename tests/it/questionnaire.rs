//! A questionnaire goes out, comes back filled in, and becomes statements; what cannot be used is refused with line and remedy.

use super::fixtures::{self, Fixture};
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::model::{ImportKind, ImportReport, Language, RecipientId, SourceId, Statement};
use sourcier::report::questionnaire::{Questionnaire, table};
use sourcier::words::Words;

/// The small case with a second file.
fn case() -> Fixture {
    let mut fixture = Fixture::small();
    let mut letter = fixtures::source("lettre", sourcier::model::ImportId(0));
    "=Lettre d’information".clone_into(&mut letter.name);
    fixture.file.apply(fixtures::put(sourcier::case::Record::Source(letter))).unwrap();
    fixture
}

/// The table for these people as lines of cells.
fn exported(fixture: &Fixture, language: Language, ids: &[&str]) -> (char, Vec<Vec<String>>) {
    let contents = fixture.file.case().contents();
    let ids: Vec<RecipientId> = ids.iter().map(|&id| id.into()).collect();
    let text = String::from_utf8(table(&Questionnaire::new(contents, &ids), &Words::new(language)).unwrap()).unwrap();
    let separator = if language == Language::Fr { ';' } else { ',' };
    (separator, text.lines().map(|line| line.trim_end_matches('\r').split(separator).map(str::to_owned).collect()).collect())
}

/// Fills cells in by (line from 1, column from 0) and reads the table back.
fn read_back(fixture: &mut Fixture, (separator, mut rows): (char, Vec<Vec<String>>), filled: &[(usize, usize, &str)]) -> ImportReport {
    for &(line, column, text) in filled {
        text.clone_into(&mut rows[line - 1][column]);
    }
    let lines: Vec<String> = rows.iter().map(|row| row.join(&separator.to_string()) + "\r\n").collect();
    let path = fixture.write("reponses.csv", lines.concat().as_bytes());
    import(&mut fixture.file, &[Request::new(path, ImportKind::Statements)], &Unwatched).unwrap().remove(0)
}

fn statements(fixture: &Fixture) -> Vec<(RecipientId, SourceId, bool)> {
    let of = |it: &Statement| (it.recipient.clone(), it.source.clone(), it.is_denied);
    fixture.file.case().contents().statements.iter().map(of).collect()
}

const ANSWER: usize = 5;
const SINCE: usize = 6;
const GIVEN_AS: usize = 7;
const EXCLUSIVE: usize = 8;
const NOTE: usize = 9;

#[test]
fn the_round_trip_gives_statements_in_both_languages_without_a_mapping() {
    for (language, yes, no, unknown) in [(Language::Fr, "oui", "non", "ne sait pas"), (Language::En, "yes", "no", "do not know")] {
        let mut fixture = case();
        let out = exported(&fixture, language, &["r1", "r3"]);
        let of = |rows: &[Vec<String>], who: &str, file: &str| {
            rows.iter().position(|row| row[0].trim_start_matches('\u{feff}') == who && row[3] == file).unwrap() + 1
        };
        let filled = [
            (of(&out.1, "r1", "membres"), ANSWER, yes),
            (of(&out.1, "r1", "membres"), SINCE, "2009-03"),
            (of(&out.1, "r1", "membres"), GIVEN_AS, "ADA@valmont.example"),
            (of(&out.1, "r1", "membres"), EXCLUSIVE, yes),
            (of(&out.1, "r1", "membres"), NOTE, "carte retrouvée"),
            (of(&out.1, "r1", "lettre"), ANSWER, no),
            (of(&out.1, "r3", "membres"), ANSWER, unknown),
        ];
        let report = read_back(&mut fixture, out, &filled);
        assert_eq!((report.found, report.imported, report.duplicates, report.rejected()), (2, 2, 0, 0), "{report:#?}");
        let mut said = statements(&fixture);
        said.sort();
        assert_eq!(said, [("r1".into(), "lettre".into(), true), ("r1".into(), "membres".into(), false)]);
        let contents = fixture.file.case().contents();
        let yes = contents.statements.iter().find(|it| !it.is_denied).unwrap();
        assert!(yes.is_exclusive);
        assert_eq!((yes.given_as.as_str(), yes.note.as_str()), ("ADA@valmont.example", "carte retrouvée"));
        assert_eq!(yes.given_on.as_ref().unwrap().raw, "2009-03");
        let remarks: Vec<&str> = report.warnings.iter().map(|it| it.reason.as_str()).collect();
        assert!(remarks.iter().any(|it| it.starts_with("1 question was left without an answer")), "{remarks:?}");
        assert!(remarks.iter().any(|it| it.starts_with("1 question was answered with “do not know”")), "{remarks:?}");
        // Once more: nothing new.
        let report = read_back(&mut fixture, exported(&case(), language, &["r2"]), &[]);
        assert_eq!((report.found, report.imported), (0, 0), "a questionnaire nobody has filled in says nothing");
    }
}

#[test]
fn none_of_these_answers_every_file_that_was_left_open_and_the_same_answers_twice_count_once() {
    let mut fixture = case();
    let out = exported(&fixture, Language::En, &["r2"]);
    let none = out.1.iter().position(|row| row[3] == "(none)").unwrap() + 1;
    let report = read_back(&mut fixture, out.clone(), &[(none, ANSWER, "x")]);
    assert_eq!((report.found, report.imported), (2, 2));
    assert!(statements(&fixture).iter().all(|(who, _, is_denied)| who.as_str() == "r2" && *is_denied));
    let report = read_back(&mut fixture, out, &[(none, ANSWER, "yes")]);
    assert_eq!((report.found, report.imported, report.duplicates), (2, 0, 2));
}

#[test]
fn what_cannot_be_used_is_refused_with_its_line_and_what_to_do() {
    let mut fixture = case();
    let out = exported(&fixture, Language::En, &["r1", "r2", "r3"]);
    let none = out.1.iter().position(|row| row[3] == "(none)").unwrap() + 1;
    let report = read_back(
        &mut fixture,
        out,
        &[
            (2, ANSWER, "perhaps"),
            (3, ANSWER, "yes"),
            (none, ANSWER, "yes"),
            (6, SINCE, "2010"),
            (7, ANSWER, "yes"),
            (7, 3, "adhérents"),
            (10, ANSWER, "yes"),
            (10, 0, "r9"),
            (11, ANSWER, "yes"),
            (11, GIVEN_AS, "other@valmont.example"),
            (11, EXCLUSIVE, "yes"),
        ],
    );
    let said = |line: u64| report.rejections.iter().find(|it| it.line == Some(line)).map_or("", |it| it.reason.as_str());
    assert!(said(2).contains("\"perhaps\" is not understood; write yes, no or do not know"), "{report:#?}");
    assert!(said(none as u64).contains("line 3 says yes"), "{report:#?}");
    assert!(said(6).contains("\"2010\" is filled in; write yes, no or do not know"), "{report:#?}");
    assert!(said(7).contains("There is no source \"adhérents\""), "{report:#?}");
    assert_eq!(report.rejections.len(), 4, "an unknown id is no matter while the address is known: {report:#?}");
    assert_eq!(report.imported, 3);
    assert!(report.warnings.iter().any(|it| it.line == Some(11) && it.reason.contains("is not the address or number in question")), "{report:#?}");
    assert!(fixture.file.case().contents().statements.iter().all(|it| !it.is_exclusive));
}
