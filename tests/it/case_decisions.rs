//! Reviewers' decisions in the case: stored, undone, replaced; and what a case from before they existed becomes.

use super::fixtures::{self, Fixture, put};
use rusqlite::Connection;
use sourcier::case::{CaseError, CaseFile, Edit, Record, RecordKey, RecordKind, verify};
use sourcier::model::{Answer, Decision, DecisionId, ImportId, SnapshotId};
use std::path::Path;

fn decide(fixture: &mut Fixture, recipient: &str, row: u64, answer: Answer) -> Decision {
    let id = DecisionId(fixture.file.fresh_id(RecordKind::Decision).unwrap());
    let decision = Decision { answer, row, ..fixtures::decision(id, recipient) };
    fixture.file.apply(put(Record::Decision(decision.clone()))).unwrap();
    decision
}

#[test]
fn a_decision_is_undone_and_redone_also_after_closing() {
    let mut fixture = Fixture::small();
    let before = fixture.file.case().contents().clone();
    let decision = decide(&mut fixture, "r1", 0, Answer::Same);
    let mut fixture = fixture.reopen();
    assert_eq!(fixture.file.case().contents().decisions, std::slice::from_ref(&decision));
    fixture.file.undo().unwrap().unwrap();
    assert_eq!(*fixture.file.case().contents(), before);
    let mut fixture = fixture.reopen();
    fixture.file.redo().unwrap().unwrap();
    assert_eq!(fixture.file.case().contents().decisions, [decision]);
    let log = fixture.file.log().unwrap();
    assert!(log.iter().any(|entry| entry.contains(r#""on":"decision 1""#)), "{log:?}");
    let (_folder, path) = fixture.close();
    assert!(verify(&path, None).unwrap().is_sound());
}

#[test]
fn a_newer_decision_on_the_same_row_takes_the_place_of_the_older_and_undoing_brings_it_back() {
    let mut fixture = Fixture::small();
    let first = decide(&mut fixture, "r1", 0, Answer::Unsure);
    let elsewhere = decide(&mut fixture, "r1", 1, Answer::Different);
    let other = decide(&mut fixture, "r2", 0, Answer::Household);
    let second = decide(&mut fixture, "r1", 0, Answer::Same);
    let contents = fixture.file.case().contents();
    assert_eq!(contents.decisions, [elsewhere.clone(), other.clone(), second.clone()]);
    assert_eq!(contents.decision(&"r1".into(), SnapshotId(1), 0), Some(&second));
    assert_eq!(contents.decision(&"r1".into(), SnapshotId(2), 0), None);
    let mut fixture = fixture.reopen();
    assert_eq!(fixture.file.case().contents().decisions, [elsewhere.clone(), other.clone(), second]);
    fixture.file.undo().unwrap();
    assert_eq!(fixture.file.case().contents().decisions, [first, elsewhere, other]);
}

#[test]
fn the_same_decision_changed_stays_one() {
    let mut fixture = Fixture::small();
    let mut decision = decide(&mut fixture, "r1", 0, Answer::Unsure);
    decision.note = "rappeler".to_owned();
    fixture.file.apply(put(Record::Decision(decision.clone()))).unwrap();
    assert_eq!(fixture.file.case().contents().decisions, [decision]);
    fixture.file.apply(Edit::Remove { key: RecordKey::Decision(1) }).unwrap();
    assert_eq!(fixture.file.case().contents().decisions, []);
}

#[test]
fn a_probability_that_is_no_number_is_refused() {
    let mut fixture = Fixture::small();
    let decision = Decision { shown: Some(f64::NAN), ..fixtures::decision(DecisionId(1), "r1") };
    assert!(matches!(fixture.file.apply(put(Record::Decision(decision))), Err(CaseError::BadRecord { .. })));
    assert_eq!(fixture.file.case().contents().decisions, []);
}

/// Takes a case back to the tables of version 1.
fn as_version_1(path: &Path) {
    let steps = "DROP TABLE annotation; DROP TABLE note; DROP TABLE rival; DROP TABLE decision; DROP TABLE linkage_part; DROP TABLE linkage;
                 DELETE FROM counter WHERE kind IN ('decision', 'rival'); PRAGMA user_version = 1;";
    Connection::open(path).unwrap().execute_batch(steps).unwrap();
}

#[test]
fn a_case_of_version_1_verifies_as_it_is_and_opens_with_everything_in_it() {
    let fixture = Fixture::small();
    let before = fixture.file.case().contents().clone();
    let (folder, path) = fixture.close();
    as_version_1(&path);
    let report = verify(&path, None).unwrap();
    assert!(report.is_sound(), "{report:#?}");
    let file = CaseFile::open(&path, None).unwrap();
    assert!(!file.is_read_only());
    assert_eq!(*file.case().contents(), before);
    let migrated = r#""action":"case.migrate""#;
    assert_eq!(file.log().unwrap().iter().filter(|entry| entry.contains(migrated)).count(), 1);
    let mut fixture = Fixture { folder, file };
    let decision = decide(&mut fixture, "r1", 0, Answer::Same);
    assert_eq!(decision.id, DecisionId(1));
    let (_folder, path) = fixture.reopen().close();
    assert!(verify(&path, None).unwrap().is_sound());
    let version: i32 = Connection::open(&path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 4);
}

#[test]
fn a_decision_made_by_an_import_that_is_withdrawn_goes_with_it() {
    let mut fixture = Fixture::small();
    let decision = Decision { import: ImportId(1), ..fixtures::decision(DecisionId(1), "r1") };
    fixture.file.apply(put(Record::Decision(decision))).unwrap();
    fixture.file.apply(Edit::Withdraw { import: ImportId(1) }).unwrap();
    assert_eq!(fixture.file.case().contents().decisions, []);
}
